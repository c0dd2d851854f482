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
    let mut hasher = Hasher::default();
    let mut piece = vec![0; 1 << 16];
    loop {
        let count = read.read(&mut piece)?;
        if count == 0 {
            return Ok(hasher.finish());
        }
        hasher.add(piece.get(..count).unwrap_or_default());
    }
}

/// A fingerprint of bytes that come piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Adds the next piece.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The SHA-256 of all pieces, in lower-case hexadecimal.
    #[must_use]
    pub fn finish(self) -> String {
        in_hexadecimal(self.0.finalize())
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
