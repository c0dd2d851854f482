//! An input file as it was read: its decoded text, for places, and the hash of its bytes, for the manifest.

use std::ops::Range;

use super::Counted;

/// One input file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path within the project folder, with forward slashes.
    pub path: String,
    /// Its text, decoded, without a byte-order mark. Of a case list only the headings and the cells that findings
    /// point at.
    pub text: String,
    /// The fingerprint of its bytes: the BLAKE3 hash, in lower-case hexadecimal.
    pub fingerprint: String,
    /// Of a case list: where the lines of `text` stand in the file, and what was counted.
    pub case_list: Option<LoneCells>,
    /// Which sheet of a workbook it is, whose cells are written out in `text`; none where it is a file of text.
    pub sheet: Option<WorkbookSheet>,
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

/// A sheet of a workbook: its name, and where in the text each of its cells stands.
#[derive(Clone, Debug, Default)]
pub struct WorkbookSheet {
    /// Its name.
    pub name: String,
    /// The cells with something in them, by rows and then by columns.
    pub cells: Vec<SheetCell>,
    /// What was assumed in reading it, each in a clause.
    pub assumed: Vec<String>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// Its bytes in the text.
    pub stretch: Range<usize>,
    /// Its row, from 1.
    pub row: u32,
    /// Its column, from 1.
    pub column: u32,
}

impl WorkbookSheet {
    /// The cell that a byte of the text belongs to: the last one that begins there or before.
    #[must_use]
    pub fn cell_at(&self, offset: usize) -> Option<&SheetCell> {
        let later = self.cells.partition_point(|cell| cell.stretch.start <= offset);
        self.cells.get(later.saturating_sub(1))
    }

    /// The bytes of the text that hold a row.
    #[must_use]
    pub fn row(&self, row: u32) -> Range<usize> {
        let first = self.cells.partition_point(|cell| cell.row < row);
        let behind = self.cells.partition_point(|cell| cell.row <= row);
        let start = self.cells.get(first).map_or(0, |cell| cell.stretch.start);
        let last = behind.checked_sub(1).and_then(|last| self.cells.get(last));
        start..last.map_or(start, |cell| cell.stretch.end.max(start))
    }
}

impl SheetCell {
    /// As spreadsheets name it: `B7`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}{}", column_name(self.column), self.row)
    }
}

/// The letters of a column, counted from 1: `A`, `Z`, `AA`.
#[must_use]
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while let Some(before) = rest.checked_sub(1) {
        letters.push(char::from_digit(before.rem_euclid(26).saturating_add(10), 36).unwrap_or('a'));
        rest = before.div_euclid(26);
    }
    letters.iter().rev().map(char::to_ascii_uppercase).collect()
}

/// A file with the offsets at which its lines begin, found once, to tell where many of its bytes stand.
#[derive(Debug)]
pub struct Lines<'f> {
    file: &'f SourceFile,
    starts: Vec<usize>,
}

impl<'f> Lines<'f> {
    /// Finds the lines of `file`.
    #[must_use]
    pub fn of(file: &'f SourceFile) -> Self {
        let starts = file.text.match_indices('\n').map(|(at, _)| at.saturating_add(1));
        Self { file, starts: std::iter::once(0).chain(starts).collect() }
    }

    /// Line and column of a byte offset, both from 1, the nearest where it lies behind the end or within a character;
    /// columns count characters, or in a sheet cells.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        if let Some(cell) = self.file.sheet.as_ref().and_then(|sheet| sheet.cell_at(offset)) {
            let number = |of: u32| usize::try_from(of).unwrap_or(usize::MAX);
            return (number(cell.row), number(cell.column));
        }
        let offset = self.file.text.floor_char_boundary(offset);
        let line = self.line_of_text(offset);
        let before = self.file.text.get(self.start(line)..offset).unwrap_or_default();
        (self.file.line(line), before.chars().count().saturating_add(1))
    }

    /// The line of the text in which an offset stands, which for a case list is not that of the file.
    #[must_use]
    pub fn line_of_text(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Where a line of the text begins.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default()
    }
}

impl SourceFile {
    /// Line and column of a byte offset, as [`Lines`] tells them of many.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        Lines::of(self).line_and_column(offset)
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

#[cfg(test)]
mod tests {
    use super::{Lines, SheetCell, SourceFile, WorkbookSheet, column_name};

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        for (column, name) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16384, "XFD")] {
            assert_eq!(column_name(column), name);
        }
    }

    #[test]
    fn lines_end_in_line_feeds_and_columns_count_characters() {
        let text = "a,b\r\né,2\n\nlast".to_owned();
        let file = SourceFile {
            path: "a.csv".into(),
            text,
            fingerprint: String::new(),
            case_list: None,
            sheet: None,
        };
        let lines = Lines::of(&file);
        let expected = [
            [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)].as_slice(),
            // An offset within a character is that of the character.
            &[(2, 1), (2, 1), (2, 2), (2, 3), (2, 4)],
            &[(3, 1), (4, 1), (4, 2), (4, 3), (4, 4)],
            &[(4, 5), (4, 5)],
        ];
        for (offset, at) in expected.concat().into_iter().enumerate() {
            assert_eq!((lines.line_and_column(offset), file.line_and_column(offset)), (at, at), "{offset}");
        }
    }

    #[test]
    fn places_in_a_sheet_are_cells() {
        let cell = |start, end, row, column| SheetCell { stretch: start..end, row, column };
        let cells = vec![cell(0, 5, 2, 1), cell(6, 9, 2, 3), cell(10, 12, 7, 2)];
        let sheet = WorkbookSheet { name: "List 1".into(), cells, assumed: Vec::new() };
        assert_eq!((sheet.row(2), sheet.row(7), sheet.row(3)), (0..9, 10..12, 10..10));
        assert_eq!(sheet.cell_at(8).map(SheetCell::name).as_deref(), Some("C2"));
        let file = SourceFile {
            path: "a.xlsx".into(),
            text: "Month\t501\n90\n".into(),
            fingerprint: String::new(),
            case_list: None,
            sheet: Some(sheet),
        };
        assert_eq!((file.line_and_column(0), file.line_and_column(11)), ((2, 1), (7, 2)));
    }
}
