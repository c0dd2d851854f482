//! The rows of a case list, passed by: a scanner parts the bytes into cells, a visitor knows what they mean. The careful
//! scanner, in a file of its own, is what the quick one is held against.

mod block;
mod bytewise;
mod careful;
mod crew;
mod intake;
mod rows;
mod structure;
#[cfg(test)]
mod tests;

use std::io::{self, Read};

use crate::hash::Hasher;
use crate::load::Reopenable;
use block::Block;
use intake::Intake;

pub use careful::careful;

/// Whom the rows are shown to. A scanner may part a file into shares and make a visitor for each.
pub trait Visit: Send {
    /// A row as wide as the headings: the cells that were asked for, in the order asked, without the quotes around
    /// them but with the blanks. `line` is that of the file on which the row begins, from 1.
    fn row(&mut self, line: u64, cells: &[&[u8]]);

    /// A row with `width` cells, where there are more or fewer headings.
    fn ragged(&mut self, line: u64, width: usize);

    /// A quotation mark in the last row, which was shown before, is never closed.
    fn unclosed(&mut self, line: u64);
}

/// Which rows of which file to scan.
#[derive(Clone, Copy)]
pub struct Rows<'s> {
    /// The file.
    pub source: &'s dyn Reopenable,
    /// The byte where the rows beneath the headings begin.
    pub from: u64,
    /// What stands between cells: an ASCII character.
    pub separator: u8,
    /// How many headings there are.
    pub width: usize,
    /// The columns asked for, from 0; each below `width`.
    pub wanted: &'s [usize],
}

/// What became of a file whose rows were all shown.
#[derive(Debug)]
pub struct Shares<V> {
    /// The visitors. Each saw some of the rows, in the order of the file; which they were depends on the file alone.
    pub visitors: Vec<V>,
    /// The fingerprint of the whole file, in lower-case hexadecimal.
    pub fingerprint: String,
}

/// How many bytes are read at a time.
const BLOCK: usize = 1 << 17;
/// How many where one thread does all: few, since a block takes five times its bytes in memory.
const SMALL_BLOCK: usize = 1 << 13;

/// Shows every row to visitors, and hashes the file on the way. Empty lines, and rows of which no cell says anything, are
/// passed over.
///
/// The file is read in blocks by several threads. While a block is read it is also cut: [`structure`] finds where its
/// cells and rows end, so that the next block begins with a row, and no line end inside quotation marks is taken for
/// one. Then its bytes are hashed, and then its rows are shown; while one thread does one of these, another does
/// another.
///
/// # Errors
/// The file can't be read on, or has a row of more than 4 MiB.
pub fn visit<V: Visit>(rows: Rows<'_>, visitor: &(dyn Fn() -> V + Sync)) -> io::Result<Shares<V>> {
    visit_in_blocks(rows, BLOCK, visitor)
}

/// As [`visit`], `size` bytes at a time: where blocks begin and end makes no difference.
///
/// # Errors
/// As [`visit`].
pub fn visit_in_blocks<V: Visit>(
    rows: Rows<'_>,
    size: usize,
    visitor: &(dyn Fn() -> V + Sync),
) -> io::Result<Shares<V>> {
    let rows = after_marks(rows)?;
    crew::visit(rows, rows.source.open_at(0)?, size.max(1), visitor)
}

/// Shows every row to one visitor, in the order of the file, and gives the file's fingerprint. For a file that is small
/// enough to be held: a row of it may be as long as the file is.
///
/// # Errors
/// The file can't be read on.
pub fn visit_in_order(rows: Rows<'_>, visitor: &mut impl Visit) -> io::Result<String> {
    let rows = after_marks(rows)?;
    let mut intake = Intake::new(rows.source.open_at(0)?, &rows, SMALL_BLOCK, usize::MAX);
    let (mut block, mut hasher) = (Block::default(), Hasher::default());
    while intake.next(&mut block)? {
        hasher.add(block.fresh());
        rows::visit(&block, &rows, visitor);
    }
    Ok(hasher.finish())
}

/// The rows without the byte-order marks that may stand before the first: the CSV library would drop one of them and
/// count its lines without it.
fn after_marks(rows: Rows<'_>) -> io::Result<Rows<'_>> {
    let mut from = rows.from;
    loop {
        let mut first = Vec::new();
        rows.source.open_at(from)?.take(3).read_to_end(&mut first)?;
        if first != b"\xEF\xBB\xBF" {
            return Ok(Rows { from, ..rows });
        }
        from = from.saturating_add(3);
    }
}
