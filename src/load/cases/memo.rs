//! What was worked out for a cell, kept by the cell's bytes, so that it is worked out once for each way of writing.

use std::hash::{BuildHasherDefault, Hasher};

/// A map in which things are only looked up: nothing depends on its order unless it is sorted first.
#[expect(clippy::disallowed_types, reason = "looked up for every cell; its order is never followed unsorted")]
pub(super) type Lookup<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;

/// How many ways of writing are kept for a column: a column of moments, say, has no end of them.
const MOST: usize = 1 << 16;

/// What the cells of a column mean.
#[derive(Debug)]
pub(super) struct Memo<M> {
    known: Lookup<Box<[u8]>, M>,
}

impl<M: Copy> Memo<M> {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { known: Lookup::default() }
    }

    /// What a cell means, worked out where it was not met before.
    pub(super) fn meaning(&mut self, cell: &[u8], work_out: impl FnOnce(&[u8]) -> M) -> M {
        if let Some(known) = self.known.get(cell) {
            return *known;
        }
        let meaning = work_out(cell);
        if self.known.len() < MOST {
            self.known.insert(cell.into(), meaning);
        }
        meaning
    }
}

/// A quick hash for keys that nobody chooses to do harm.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quick(u64);

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

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }
}
