//! The fingerprint of a file's bytes, for the manifest. The only user of the hashing library.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// The SHA-256 of `bytes`, in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    in_hexadecimal(Sha256::digest(bytes))
}

/// The SHA-256 of what `read` gives, in lower-case hexadecimal.
///
/// # Errors
/// It can't be read on.
pub fn sha256_of(mut read: impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let count = read.read(&mut piece)?;
        if count == 0 {
            return Ok(in_hexadecimal(hasher.finalize()));
        }
        hasher.update(piece.get(..count).unwrap_or_default());
    }
}

fn in_hexadecimal(digest: impl IntoIterator<Item = u8>) -> String {
    let mut text = String::with_capacity(64);
    for byte in digest {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    text
}
