//! Rows that are the same in every cell as an earlier one, told by a fingerprint of each row.

use std::hash::{DefaultHasher, Hasher};

use super::lookup::Lookup;

/// The largest list in which they are looked for, in bytes: it takes memory for each row.
pub(super) const LARGEST: u64 = 32 << 20;

/// The rows seen so far.
#[derive(Debug, Default)]
pub(super) struct Repeats(Lookup<(u64, u64), ()>);

impl Repeats {
    /// Whether a row, all of whose cells are given, was there before.
    pub(super) fn is_another(&mut self, cells: &[&[u8]]) -> bool {
        self.0.insert((fingerprint(cells, 0), fingerprint(cells, 1)), ()).is_some()
    }
}

/// Two of these together are as good as never the same for two rows.
fn fingerprint(cells: &[&[u8]], start: u8) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write_u8(start);
    for cell in cells {
        let cell = cell.trim_ascii();
        hasher.write_usize(cell.len());
        hasher.write(cell);
    }
    hasher.finish()
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
