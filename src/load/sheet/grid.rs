//! The text of a file → its grid: rows of cells, each of which knows where it stands. Nothing in it is interpreted.

use crate::csv_text::{BrokenQuote, Field, Row, rows};
use crate::diagnostic::codes::{data as codes, files::STRAY_CHARACTER};
use crate::load::opened::Opened;
use crate::model::{Place, Separator, WorkbookSheet};

/// The rows of a table as they stand, blank ones left out.
#[derive(Debug, Default)]
pub(in crate::load) struct Grid<'t> {
    /// The rows, of any width, each with something in it.
    pub(in crate::load) rows: Vec<Row<'t>>,
    /// Whether a quotation mark that is not closed hides what comes after them.
    pub(in crate::load) broken: bool,
    /// Whether it is of a workbook, where a row that ends early has empty cells behind its last.
    pub(in crate::load) is_sheet: bool,
}

impl<'t> Grid<'t> {
    /// The cells of `text`, which `separator` parts, up to a broken quote, which is reported.
    pub(in crate::load) fn of_text(opened: &mut Opened<'_>, text: &'t str, separator: Separator) -> Self {
        let mut grid = Self::default();
        for row in rows(text, separator) {
            match row {
                Ok(row) if is_blank(&row) => {}
                Ok(row) => grid.rows.push(row),
                Err(quote) => {
                    grid.broken = true;
                    say_broken_quote(opened, &quote);
                }
            }
        }
        grid
    }
}

impl<'t> Grid<'t> {
    /// The cells of a sheet of a workbook, whose text is `text`; empty ones stand between them.
    pub(in crate::load) fn of_sheet(text: &'t str, sheet: &WorkbookSheet) -> Self {
        let mut rows: Vec<Row<'t>> = Vec::new();
        for cell in &sheet.cells {
            let at = cell.stretch.start;
            if rows.last().and_then(|row| row.first()).is_none_or(|field| field.line != cell.row) {
                rows.push(Row::new());
            }
            let Some(row) = rows.last_mut() else { continue };
            let before = usize::try_from(cell.column).unwrap_or_default().saturating_sub(1);
            row.resize(before, Field::plain("", cell.row, at..at));
            let said = text.get(cell.stretch.clone()).unwrap_or_default();
            row.push(Field::plain(said, cell.row, cell.stretch.clone()));
        }
        Self { rows, broken: false, is_sheet: true }
    }
}

/// Whether a text can be one of a table, and a finding where it can't.
pub(super) fn is_text(opened: &mut Opened<'_>, text: &str) -> bool {
    let Some(at) = text.find('\0') else { return true };
    let place = Place::new(opened.file, at, at.saturating_add(1));
    let finding = opened.finding(&STRAY_CHARACTER, "the file is not text: it holds the character U+0000");
    opened.report(finding.at(place).help("export it again as CSV"));
    false
}

fn is_blank(row: &Row<'_>) -> bool {
    row.iter().all(|field| field.trimmed().is_empty())
}

fn say_broken_quote(opened: &mut Opened<'_>, broken: &BrokenQuote) {
    let message = if broken.unclosed {
        "a quotation mark opens here and is never closed, so nothing after it could be read"
    } else {
        "a quotation mark opens here and closes in the middle of a cell, so nothing after it could be read"
    };
    let place = Place::new(opened.file, broken.stretch.start, broken.stretch.end);
    let finding = opened.finding(&codes::BROKEN_QUOTE, message).at(place).help(
        "close it before the comma or the end of the line, or delete it; a quotation mark inside a quoted cell \
         is written twice",
    );
    opened.report(finding);
}
