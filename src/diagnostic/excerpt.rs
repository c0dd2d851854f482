//! A place in a file → the line to show, with the marked part of it.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{self, Place, SourceFile};

/// How many characters of the mark are shown, and after it. Before it a line is whole, since columns are counted
/// there.
const MARKED: usize = 60;
const AFTER: usize = 60;

/// A file with the offsets of its lines, found once.
pub(super) struct Lines<'a> {
    /// The file.
    pub file: &'a SourceFile,
    lines: model::Lines<'a>,
}

/// Line and column, both from 1; columns count characters, or in a sheet of a workbook cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A line, or what of it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Where the mark begins in the file.
    pub at: Position,
    /// What is shown: one line.
    pub text: String,
    /// The marked bytes of `text`; empty where the place has no length.
    pub marked: Range<usize>,
}

/// How much of a line may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Showing {
    /// What stands around the mark too.
    Line,
    /// The mark alone: the rest of the row is about a child.
    CellOnly,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `file`.
    pub(super) fn of(file: &'a SourceFile) -> Self {
        Self { file, lines: model::Lines::of(file) }
    }

    /// Line and column of a byte offset; the nearest where it lies behind the end or within a character.
    pub(super) fn position(&self, offset: usize) -> Position {
        let (line, column) = self.lines.line_and_column(offset);
        Position { line, column }
    }

    /// What is shown for a place: its first line.
    pub(super) fn excerpt(&self, place: Place, showing: Showing) -> Excerpt {
        let at = self.position(place.start);
        let (from, line) = self.line_of(place.start);
        let offset = |of: usize| line.floor_char_boundary(of.saturating_sub(from).min(line.len()));
        let (start, end) = (offset(place.start), offset(place.end));
        let (before, rest) = line.split_at_checked(start).unwrap_or_default();
        let (mark, after) = rest.split_at_checked(end.saturating_sub(start)).unwrap_or_default();
        let (before, after) = match showing {
            Showing::Line => (before.to_owned(), head(after, AFTER)),
            Showing::CellOnly => (" ".repeat(before.chars().count()), String::new()),
        };
        let mark = head(mark, MARKED);
        let marked = before.len()..before.len().saturating_add(mark.len());
        Excerpt { at, text: format!("{before}{mark}{after}"), marked }
    }

    /// The name of the sheet and of the cell in it, for a place in a workbook.
    pub(super) fn cell(&self, place: Place) -> Option<(&'a str, String)> {
        let sheet = self.file.sheet.as_ref()?;
        Some((&sheet.name, sheet.cell_at(place.start)?.name()))
    }

    /// What is shown around an offset, and where it begins: the line, or the row of a sheet, in whose cells line ends
    /// give way to blanks.
    fn line_of(&self, offset: usize) -> (usize, Cow<'a, str>) {
        let Some((sheet, cell)) = self.file.sheet.as_ref().and_then(|s| Some((s, s.cell_at(offset)?))) else {
            let line = self.lines.line_of_text(self.file.text.floor_char_boundary(offset));
            return (self.lines.start(line), Cow::Borrowed(self.line(line)));
        };
        let row = sheet.row(cell.row);
        let text = self.file.text.get(row.clone()).unwrap_or_default();
        (row.start, Cow::Owned(text.replace(['\n', '\r'], " ")))
    }

    /// A line without what ends it.
    fn line(&self, line: usize) -> &'a str {
        let rest = self.file.text.get(self.lines.start(line)..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        line.strip_suffix('\r').unwrap_or(line)
    }
}

/// The first characters of a text, with a mark where there are more.
fn head(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Showing};
    use crate::model::{FileId, Place, SourceFile};

    fn file(text: &str) -> SourceFile {
        SourceFile {
            path: "a.csv".into(),
            text: text.into(),
            fingerprint: String::new(),
            case_list: None,
            sheet: None,
        }
    }

    fn shown(text: &str, start: usize, end: usize, showing: Showing) -> (usize, usize, String, String) {
        let file = file(text);
        let excerpt = Lines::of(&file).excerpt(Place::new(FileId(0), start, end), showing);
        let marked = excerpt.text.get(excerpt.marked).unwrap().to_owned();
        (excerpt.at.line, excerpt.at.column, excerpt.text, marked)
    }

    #[test]
    fn the_line_of_a_place_is_shown_with_its_part_marked() {
        for (text, start, end, line, column, whole, marked) in [
            ("a,b\n1,2\n", 6, 7, 2, 3, "1,2", "2"),
            ("a,b\r\n1,2\r\n", 7, 8, 2, 3, "1,2", "2"),
            ("é,2\n", 3, 4, 1, 3, "é,2", "2"),
            ("漢,2\n", 4, 5, 1, 3, "漢,2", "2"),
            ("a\tb", 2, 3, 1, 3, "a\tb", "b"),
            ("", 0, 0, 1, 1, "", ""),
            ("", 9, 12, 1, 1, "", ""),
            ("a\n", 2, 2, 2, 1, "", ""),
            ("a", 1, 1, 1, 2, "a", ""),
            ("a\nbc\nd", 3, 6, 2, 2, "bc", "c"),
            ("ab\r\n", 3, 4, 1, 4, "ab", ""),
            ("é", 1, 2, 1, 1, "é", "é"),
        ] {
            let expected = (line, column, whole.to_owned(), marked.to_owned());
            assert_eq!(shown(text, start, end, Showing::Line), expected, "{text:?} {start}");
        }
    }

    #[test]
    fn a_wide_row_is_cut_after_the_cell() {
        let text = format!("{}3O4{}", "9,".repeat(100), ",9".repeat(100));
        let (_, column, whole, marked) = shown(&text, 200, 203, Showing::Line);
        assert_eq!(column, 201);
        assert_eq!(marked, "3O4");
        assert_eq!(whole, format!("{}3O4{}…", "9,".repeat(100), ",9".repeat(30)));
    }

    #[test]
    fn of_a_case_list_only_the_cell_is_shown() {
        let (line, column, whole, marked) = shown("name,born\nAnn,3O/01/2009\n", 14, 24, Showing::CellOnly);
        assert_eq!((line, column, whole.as_str(), marked.as_str()), (2, 5, "    3O/01/2009", "3O/01/2009"));
    }
}
