//! A block's rows → a visitor, with the cells that are asked for.

use std::borrow::Cow;

use super::block::{Block, place};
use super::{Rows, Visit};

/// Shows the rows of `block`, in order.
pub(super) fn visit(block: &Block, rows: &Rows<'_>, visitor: &mut impl Visit) {
    let mut inner = block.structure.inner();
    let all_ends = block.structure.cells();
    let mut picked: Vec<&[u8]> = vec![&[]; rows.wanted.len()];
    let (mut cells, mut start, mut line, mut last) = (0, 0, block.line, block.line);
    for record in block.structure.records() {
        let up_to = place(*record);
        let ends = all_ends.get(cells..up_to).unwrap_or_default();
        let row = Row { bytes: block.records(), start, ends };
        row.show(line, rows, &mut picked, visitor);
        let end = row.end();
        last = line;
        line = line.saturating_add(u64::from(row.is_fed_at(end)));
        (cells, start) = (up_to, end.saturating_add(1));
        while let Some((_, later)) = inner.split_first().filter(|(at, _)| place(**at) < start) {
            (inner, line) = (later, line.saturating_add(1));
        }
    }
    if block.unclosed {
        visitor.unclosed(last);
    }
}

/// A record: where it begins in the block, and where each of its cells ends.
#[derive(Clone, Copy)]
struct Row<'b> {
    bytes: &'b [u8],
    start: usize,
    ends: &'b [u32],
}

impl<'b> Row<'b> {
    fn end(&self) -> usize {
        self.ends.last().map_or(self.start, |end| place(*end))
    }

    /// Whether a line feed stands at a place.
    #[inline]
    fn is_fed_at(&self, at: usize) -> bool {
        self.bytes.get(at) == Some(&b'\n')
    }

    #[inline]
    fn show(&self, line: u64, rows: &Rows<'_>, picked: &mut [&'b [u8]], visitor: &mut impl Visit) {
        if self.ends.len() != rows.width || rows.width == 1 {
            return self.show_odd(line, rows, visitor);
        }
        let (mut has_marks, mut says_something) = (false, false);
        for (cell, column) in picked.iter_mut().zip(rows.wanted) {
            *cell = self.cell(*column);
            has_marks |= cell.first() == Some(&b'"');
            says_something |= cell.first().is_some_and(|byte| *byte != b'"' && !byte.is_ascii_whitespace());
        }
        if !says_something && self.is_blank() {
            return;
        }
        if has_marks {
            self.show_without_marks(line, picked, visitor);
        } else {
            visitor.row(line, picked);
        }
    }

    fn show_without_marks(&self, line: u64, picked: &[&[u8]], visitor: &mut impl Visit) {
        let plain: Vec<Cow<'_, [u8]>> = picked.iter().map(|cell| without_marks(cell)).collect();
        let plain: Vec<&[u8]> = plain.iter().map(AsRef::as_ref).collect();
        visitor.row(line, &plain);
    }

    /// A row of another width, or one that has to be told from an empty line.
    fn show_odd(&self, line: u64, rows: &Rows<'_>, visitor: &mut impl Visit) {
        if self.is_blank() {
            return;
        }
        if self.ends.len() == rows.width {
            let picked: Vec<&[u8]> = rows.wanted.iter().map(|column| self.cell(*column)).collect();
            self.show_without_marks(line, &picked, visitor);
        } else {
            visitor.ragged(line, self.ends.len());
        }
    }

    /// Whether nothing of the row was filled in.
    #[cold]
    fn is_blank(&self) -> bool {
        (0..self.ends.len()).all(|column| without_marks(self.cell(column)).trim_ascii().is_empty())
    }

    /// A cell as it is written.
    #[inline]
    fn cell(&self, column: usize) -> &'b [u8] {
        let before = column.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = before.map_or(self.start, |before| place(*before).wrapping_add(1));
        let end = self.ends.get(column).map_or(start, |end| place(*end));
        let cell = self.bytes.get(start..end).unwrap_or_default();
        // A carriage return before the line feed belongs to the line end.
        let ends_line = column.wrapping_add(1) == self.ends.len() && self.is_fed_at(end);
        if ends_line { cell.strip_suffix(b"\r").unwrap_or(cell) } else { cell }
    }
}

/// What a cell says: without the quotation marks around it, and with each doubled one in it once. What stands behind
/// the closing one belongs to the cell.
fn without_marks(cell: &[u8]) -> Cow<'_, [u8]> {
    let Some(inside) = cell.strip_prefix(b"\"") else { return Cow::Borrowed(cell) };
    match inside.strip_suffix(b"\"") {
        Some(plain) if !plain.contains(&b'"') => return Cow::Borrowed(plain),
        _ => {}
    }
    let (mut plain, mut rest) = (Vec::with_capacity(inside.len()), inside);
    while let Some(mark) = rest.iter().position(|byte| *byte == b'"') {
        let (before, from) = rest.split_at_checked(mark).unwrap_or((rest, &[]));
        plain.extend_from_slice(before);
        let after = from.get(1..).unwrap_or_default();
        let Some(doubled) = after.strip_prefix(b"\"") else {
            plain.extend_from_slice(after);
            return Cow::Owned(plain);
        };
        plain.push(b'"');
        rest = doubled;
    }
    plain.extend_from_slice(rest);
    Cow::Owned(plain)
}
