//! The rows of a case list, passed by: a scanner parts the bytes into cells, a visitor knows what they mean. Each
//! scanner stands in a file of its own; what they see is the same.

mod careful;

use std::io;

use crate::load::Reopenable;

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

/// Shows every row to visitors, which are given back in the order of their shares of the file. Empty lines, and rows
/// that are one blank cell, are passed over.
///
/// # Errors
/// The file can't be read on.
pub fn visit<V: Visit>(rows: Rows<'_>, visitor: &(dyn Fn() -> V + Sync)) -> io::Result<Vec<V>> {
    let mut only = visitor();
    careful(rows, &mut only)?;
    Ok(vec![only])
}
