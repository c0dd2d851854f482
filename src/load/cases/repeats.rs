//! Rows that are the same in every cell as an earlier one, told by a fingerprint of each row.

use std::hash::{DefaultHasher, Hasher};

use crate::lookup::Lookup;

/// The largest list in which they are looked for, in bytes: it takes memory for each row.
pub(super) const LARGEST: u64 = 32 << 20;

/// The rows seen so far.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    known: Lookup<(u64, u64), ()>,
    /// The row that is looked at, as it is told from others.
    row: Vec<u8>,
}

impl Repeats {
    /// Whether a row, all of whose cells are given, was there before.
    pub(super) fn is_another(&mut self, cells: &[&[u8]]) -> bool {
        self.row.clear();
        for cell in cells.iter().map(|cell| cell.trim_ascii()) {
            // Hardly any cell is so long that its length is not told in a byte.
            match u8::try_from(cell.len()) {
                Ok(short) if short < u8::MAX => self.row.push(short),
                _ => {
                    self.row.push(u8::MAX);
                    self.row.extend_from_slice(&cell.len().to_le_bytes());
                }
            }
            self.row.extend_from_slice(cell);
        }
        self.known.insert(fingerprint(&self.row), ()).is_some()
    }
}

/// As good as never the same for two rows: the hash of a row, and what that goes on to.
fn fingerprint(row: &[u8]) -> (u64, u64) {
    let mut hasher = DefaultHasher::new();
    hasher.write(row);
    let hash = hasher.finish();
    hasher.write_u8(0);
    (hash, hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::Repeats;

    #[test]
    fn only_rows_the_same_in_every_cell_are_repeats() {
        let mut repeats = Repeats::default();
        let rows: [&[&[u8]]; 5] =
            [&[b"1", b"a"], &[b"1", b"b"], &[b"1a", b""], &[b"", b"1a"], &[b"1", b" a "]];
        assert_eq!(rows.map(|row| repeats.is_another(row)), [false, false, false, false, true]);
    }
}
