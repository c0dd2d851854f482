//! An input file as it was read: its decoded text, for places, and the hash of its bytes, for the manifest.

use super::Counted;

/// One input file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path within the project folder, with forward slashes.
    pub path: String,
    /// Its text, decoded, without a byte-order mark. Of a case list only the headings and the cells that findings
    /// point at.
    pub text: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Of a case list: where the lines of `text` stand in the file, and what was counted.
    pub case_list: Option<LoneCells>,
}

/// What is kept of a case list: no row of it.
#[derive(Clone, Debug, Default)]
pub struct LoneCells {
    /// For each line of `text`, its line in the file.
    pub lines: Vec<usize>,
    /// What was counted in it, in order.
    pub countings: Vec<Counting>,
}

/// What was counted in a case list: the bottom of its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counting {
    /// The heading of the column of dates, or what stands in its place.
    pub column: String,
    /// Which rows count; empty for all.
    pub filter: String,
}

impl SourceFile {
    /// Line and column of a byte offset, both from 1; columns count characters.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        let before = self.text.get(..end).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let line = self.line(before.bytes().filter(|b| *b == b'\n').count().saturating_add(1));
        let column = before.get(line_start..).unwrap_or_default().chars().count().saturating_add(1);
        (line, column)
    }

    /// The number in the file of a line of `text`, both from 1.
    #[must_use]
    pub fn line(&self, of_text: usize) -> usize {
        let lines = self.case_list.as_ref().map(|list| list.lines.as_slice());
        lines.and_then(|lines| lines.get(of_text.saturating_sub(1)).copied()).unwrap_or(of_text)
    }

    /// How a value was counted in this file.
    #[must_use]
    pub fn counting(&self, counted: Counted) -> Option<&Counting> {
        self.case_list.as_ref()?.countings.get(usize::try_from(counted.by).ok()?)
    }
}
