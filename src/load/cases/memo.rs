//! What was worked out for a cell, kept by the cell's bytes, so that it is worked out once for each way of writing.

/// What the cells of a column mean. It is looked into for every cell of a file, most of which are short and not new.
#[derive(Debug)]
pub(super) struct Memo<V> {
    /// Open addressing: a power of two of slots, of which at most half is filled, so that what is sought mostly
    /// stands where it is looked for first.
    slots: Vec<Slot<V>>,
    /// For each slot, the whole cell where its key does not hold it.
    long: Vec<Box<[u8]>>,
    filled: usize,
}

#[derive(Clone, Copy, Debug)]
struct Slot<V> {
    key: Key,
    /// None in a free slot.
    value: Option<V>,
}

/// The first eight bytes of a cell, eight from its middle and its last eight, and how many it has: all of it, up to
/// [`SHORT`] bytes. Nothing here depends on the length of a cell that has eight bytes or more, since a processor that
/// has to guess at lengths is slower than one that compares too much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key {
    first: u64,
    middle: u64,
    last: u64,
    length: u32,
}

/// How many bytes a key holds.
const SHORT: usize = 24;
/// How many ways of writing are kept for a column: a column of moments, say, has no end of them.
const MOST: usize = 1 << 16;

impl<V: Copy> Memo<V> {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        let mut memo = Self { slots: Vec::new(), long: Vec::new(), filled: 0 };
        memo.grow(64);
        memo
    }

    /// What was kept for a cell.
    #[inline]
    pub(super) fn known(&self, cell: &[u8]) -> Option<V> {
        let at = self.find(Key::of(cell), cell);
        self.slots.get(at).and_then(|slot| slot.value)
    }

    /// Keeps what a cell means that is not known.
    pub(super) fn keep(&mut self, cell: &[u8], value: V) {
        if self.filled >= MOST {
            return;
        }
        if self.filled.saturating_mul(2) >= self.slots.len() {
            self.grow(self.slots.len().saturating_mul(2));
        }
        let long = if cell.len() > SHORT { cell.into() } else { Box::default() };
        self.place(Slot { key: Key::of(cell), value: Some(value) }, cell, long);
        self.filled = self.filled.saturating_add(1);
    }

    /// The slot of a cell, or the free one where it would stand.
    #[inline]
    fn find(&self, key: Key, cell: &[u8]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.hash() & mask;
        while let Some(slot) = self.slots.get(at) {
            let same = slot.key == key && (cell.len() <= SHORT || self.is_long(at, cell));
            if same || slot.value.is_none() {
                break;
            }
            at = at.wrapping_add(1) & mask;
        }
        at
    }

    /// Whether the cell in a slot is the same.
    fn is_long(&self, at: usize, cell: &[u8]) -> bool {
        self.long.get(at).is_some_and(|long| **long == *cell)
    }

    fn grow(&mut self, slots: usize) {
        let free = Slot { key: Key::default(), value: None };
        let old_slots = std::mem::replace(&mut self.slots, vec![free; slots]);
        let old_long = std::mem::replace(&mut self.long, vec![Box::default(); slots]);
        for (slot, long) in old_slots.into_iter().zip(old_long).filter(|(slot, _)| slot.value.is_some()) {
            self.place(slot, &long.clone(), long);
        }
    }

    fn place(&mut self, slot: Slot<V>, cell: &[u8], long: Box<[u8]>) {
        let at = self.find(slot.key, cell);
        if let (Some(free), Some(free_long)) = (self.slots.get_mut(at), self.long.get_mut(at)) {
            (*free, *free_long) = (slot, long);
        }
    }
}

impl Key {
    #[inline]
    fn of(cell: &[u8]) -> Self {
        let length = u32::try_from(cell.len()).unwrap_or(u32::MAX);
        let from_middle = cell.get(cell.len().saturating_sub(8) / 2..).unwrap_or_default();
        let eight = (cell.first_chunk::<8>(), from_middle.first_chunk::<8>(), cell.last_chunk::<8>());
        if let (Some(first), Some(middle), Some(last)) = eight {
            let [first, middle, last] = [first, middle, last].map(|bytes| u64::from_le_bytes(*bytes));
            return Self { first, middle, last, length };
        }
        if let (Some(first), Some(last)) = (cell.first_chunk::<4>(), cell.last_chunk::<4>()) {
            let [first, last] = [first, last].map(|bytes| u64::from(u32::from_le_bytes(*bytes)));
            return Self { first, middle: 0, last, length };
        }
        let [first, middle, last] = [cell.first(), cell.get(cell.len() / 2), cell.last()]
            .map(|byte| byte.copied().map_or(0, u64::from));
        Self { first, middle, last, length }
    }

    #[inline]
    fn hash(self) -> usize {
        let mixed =
            self.first ^ self.middle.rotate_left(21) ^ self.last.rotate_left(42) ^ u64::from(self.length);
        usize::try_from(mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Memo;

    proptest! {
        #[test]
        fn each_way_of_writing_has_its_own_meaning(
            cells in prop::collection::vec("[ab]{0,4}|[ab]{7,9}|[ab]{15,17}|a{20,24}[ab]{0,3}a{8}", 0..400)
        ) {
            let (mut memo, mut known) = (Memo::new(), BTreeMap::new());
            for (number, cell) in cells.iter().enumerate() {
                prop_assert_eq!(memo.known(cell.as_bytes()), known.get(cell).copied());
                if !known.contains_key(cell) {
                    memo.keep(cell.as_bytes(), number);
                    known.insert(cell.clone(), number);
                }
            }
        }
    }
}
