//! The fingerprint of a file's bytes, for the manifest. The only user of the hashing library.

use std::io::{self, Read};

/// The BLAKE3 hash of `bytes`, in lower-case hexadecimal.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_string()
}

/// The BLAKE3 hash of what `read` gives, in lower-case hexadecimal.
///
/// # Errors
/// It can't be read on.
pub fn fingerprint_of(read: impl Read) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(read)?;
    Ok(hasher.finalize().to_string())
}

/// A fingerprint of bytes that come piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Hasher(blake3::Hasher);

impl Hasher {
    /// Adds the next piece.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The BLAKE3 hash of all pieces, in lower-case hexadecimal.
    #[must_use]
    pub fn finish(&self) -> String {
        self.0.finalize().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{Hasher, fingerprint, fingerprint_of};

    /// From the test vectors that the authors of BLAKE3 publish: bytes 0, 1, 2 … 250, 0, 1 … of that length.
    const PUBLISHED: [(usize, &str); 2] = [
        (0, "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"),
        (1, "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213"),
    ];

    #[test]
    fn fingerprints_are_those_that_are_published_for_blake3() {
        for (length, published) in PUBLISHED {
            assert_eq!(fingerprint(&vec![0; length]), published);
        }
    }

    #[test]
    fn a_fingerprint_is_the_same_in_pieces_and_from_a_reader() {
        let bytes: Vec<u8> = (0..=250).cycle().take(300_000).collect();
        let mut pieces = Hasher::default();
        bytes.chunks(4_099).for_each(|piece| pieces.add(piece));
        assert_eq!(pieces.finish(), fingerprint(&bytes));
        assert_eq!(fingerprint_of(bytes.as_slice()).unwrap(), fingerprint(&bytes));
    }
}
