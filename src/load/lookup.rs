//! A map in which things are looked up for every row.

use std::hash::{BuildHasherDefault, Hasher};

/// A map in which things are only looked up: nothing depends on its order unless it is sorted first.
#[expect(clippy::disallowed_types, reason = "looked up for every cell; its order is never followed unsorted")]
pub(in crate::load) type Lookup<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;

/// A quick hash for keys that nobody chooses to do harm.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::load) struct Quick(u64);

impl Quick {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
        let last = rest.iter().fold(1_u64, |word, byte| (word << 8) | u64::from(*byte));
        self.add(last);
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, word: u32) {
        self.add(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn write_usize(&mut self, word: usize) {
        self.add(u64::try_from(word).unwrap_or(u64::MAX));
    }
}
