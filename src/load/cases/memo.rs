//! What was worked out for a cell, kept by the cell's bytes, so that it is worked out once for each way of writing.

/// What the cells of a column mean. It is looked into for every cell of a file, most of which are short and not new.
#[derive(Debug)]
pub(super) struct Memo<V> {
    /// Open addressing: for a power of two of places, the number of a cell, counted from 1. At most a quarter is filled,
    /// so that what is sought mostly stands where it is looked for first.
    places: Vec<u32>,
    /// The cells, by number, close together so that they stay near to the processor.
    known: Vec<Known<V>>,
    /// The whole of each cell whose key does not hold it.
    long: Vec<Box<[u8]>>,
}

#[derive(Debug)]
struct Known<V> {
    key: Key,
    value: V,
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
        Self { places: vec![0; 64], known: Vec::new(), long: Vec::new() }
    }

    /// What was kept for a cell.
    #[inline]
    pub(super) fn known(&self, cell: &[u8]) -> Option<V> {
        let key = Key::of(cell);
        let mask = self.places.len().wrapping_sub(1);
        let mut at = key.hash() & mask;
        loop {
            let number = index(*self.places.get(at)?).checked_sub(1)?;
            let known = self.known.get(number)?;
            if known.key == key && (cell.len() <= SHORT || self.is_long(number, cell)) {
                return Some(known.value);
            }
            at = at.wrapping_add(1) & mask;
        }
    }

    /// Whether the cell of a number is the same.
    fn is_long(&self, number: usize, cell: &[u8]) -> bool {
        self.long.get(number).is_some_and(|long| **long == *cell)
    }

    /// Keeps what a cell means that is not known.
    pub(super) fn keep(&mut self, cell: &[u8], value: V) {
        if self.known.len() >= MOST {
            return;
        }
        self.known.push(Known { key: Key::of(cell), value });
        self.long.push(if cell.len() > SHORT { cell.into() } else { Box::default() });
        if self.known.len().saturating_mul(4) > self.places.len() {
            self.places = vec![0; self.places.len().saturating_mul(4)];
            (1..).zip(&self.known).for_each(|(number, known)| place(&mut self.places, known.key, number));
        } else {
            let number = u32::try_from(self.known.len()).unwrap_or(0);
            place(&mut self.places, Key::of(cell), number);
        }
    }
}

/// Puts a number where its key is looked for.
fn place(places: &mut [u32], key: Key, number: u32) {
    let mask = places.len().wrapping_sub(1);
    let mut at = key.hash() & mask;
    while places.get(at).is_some_and(|taken| *taken != 0) {
        at = at.wrapping_add(1) & mask;
    }
    if let Some(free) = places.get_mut(at) {
        *free = number;
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
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
