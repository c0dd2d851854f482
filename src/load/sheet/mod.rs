//! A file → its headings and the rows beneath them, all of one width, with findings for what is broken in the form.
//!
//! bytes → text → [`Grid`] (rows of cells) → [`Sheet`] (headings found, what stands around the table taken off)

mod body;
mod grid;
mod header;
mod separator;
#[cfg(test)]
mod tests;

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::{data as codes, files::STRAY_CHARACTER};

use super::opened::Opened;
use crate::model::{Separator, SourceFile};
pub(super) use body::{is_formula_error, never_worked_out};
pub(super) use grid::Grid;
pub(super) use header::{ENOUGH, FIRST as FIRST_ROWS, find as find_headings};
pub(super) use separator::{in_use as separators_in_use, tell as tell_separator};

/// What a reader knows of the tables that it reads, by which headings are told from what stands around them.
pub(super) trait Expected {
    /// How many of a row's cells, all with something in them, are headings that are known; from [`ENOUGH`] on not all
    /// need be counted.
    fn known(&self, filled: &[&str]) -> usize;

    /// Whether a row above the headings holds values, which would be lost.
    fn holds_values(&self, row: &Row<'_>) -> bool;

    /// Whether a row at the end, which looks like a note, is none of the data.
    fn is_footnote(&self, row: &Row<'_>) -> bool;
}

/// A table with headings. Every row has as many cells as there are headings, and something in it.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    /// The cells of the row of headings.
    pub(super) headings: Row<'t>,
    /// What stands above it.
    pub(super) above: Vec<Row<'t>>,
    /// What parts the cells; of a workbook, which has none, a comma.
    pub(super) separator: Separator,
    /// The rows beneath it.
    pub(super) rows: Vec<Row<'t>>,
    /// Whether there was nothing beneath the headings, not even rows that had to be refused.
    pub(super) bare: bool,
}

/// Reads a file; none where it has no table in it.
pub(super) fn read<'t>(
    opened: &mut Opened<'_>,
    source: &'t SourceFile,
    declared: Option<Separator>,
    expected: &dyn Expected,
) -> Option<Sheet<'t>> {
    let text = source.text.as_str();
    if let Some(sheet) = &source.sheet {
        opened.unit = "row";
        sheet.assumed.iter().cloned().for_each(|what| opened.assume(what));
        return of_grid(opened, Grid::of_sheet(text, sheet), expected);
    }
    if !grid::is_text(opened, text) {
        return None;
    }
    let separator = match declared {
        Some(declared) => declared,
        None => separator::tell(opened, text, expected)?,
    };
    if declared.is_none() && separator != Separator::Comma {
        opened.assume(format!("its cells are parted by {}", separator.plural()));
    }
    let grid = Grid::of_text(opened, text, separator);
    of_grid(opened, grid, expected).map(|sheet| Sheet { separator, ..sheet })
}

/// Finds the table in a grid; none where there is none.
pub(super) fn of_grid<'t>(
    opened: &mut Opened<'_>,
    grid: Grid<'t>,
    expected: &dyn Expected,
) -> Option<Sheet<'t>> {
    if grid.rows.is_empty() && !grid.broken {
        say_empty(opened, "is empty");
    }
    let found = header::find(opened, &grid.rows, expected)?;
    let mut rows = grid.rows.into_iter();
    let above: Vec<Row<'t>> = rows.by_ref().take(found).collect();
    let mut headings = rows.next()?;
    let mut rows: Vec<Row<'t>> = rows.collect();
    if grid.is_sheet {
        let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(headings.len());
        std::iter::once(&mut headings).chain(&mut rows).for_each(|row| body::widen(row, width));
    }
    let bare = rows.is_empty() && !grid.broken;
    let rows = body::rows(opened, &headings, rows, expected);
    if body::has_never_worked_out(opened, &headings) {
        return None;
    }
    Some(Sheet { headings, above, separator: Separator::Comma, rows, bare })
}

impl Sheet<'_> {
    /// The table without the rows in which a character can't be shown, each of them reported; none where it is in
    /// the headings. `text` is that in which its cells stand.
    pub(super) fn without_stray_characters(mut self, opened: &mut Opened<'_>, text: &str) -> Option<Self> {
        // As nearly all files are written.
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
        if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
            return Some(self);
        }
        self.rows.retain(|row| !has_stray_character(opened, row));
        (!has_stray_character(opened, &self.headings)).then_some(self)
    }
}

/// Reports a file without data; `how` ends the sentence that begins with its name.
pub(super) fn say_empty(opened: &mut Opened<'_>, how: &str) {
    let finding = opened.finding(&codes::EMPTY_FILE, format!("`{}` {how}", opened.path));
    opened.report(finding.help(opened.help_if_empty));
}

fn has_stray_character(opened: &mut Opened<'_>, row: &Row<'_>) -> bool {
    let mut found = false;
    for field in row {
        let Some(stray) = field.text.chars().find(|character| is_stray(*character)) else { continue };
        found = true;
        let message =
            format!("the cell holds the character U+{:04X}, which can't be shown", u32::from(stray));
        let finding = opened.at(&STRAY_CHARACTER, field, message).help("type the cell again");
        opened.report(finding);
    }
    found
}

/// Control characters other than line ends and tabs, the private-use area, and the mark of a lost character.
fn is_stray(character: char) -> bool {
    let unknown = matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}');
    unknown || character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

/// The heading at `index`, as it is written.
pub(super) fn heading<'s>(headings: &'s Row<'_>, index: usize) -> &'s str {
    headings.get(index).map_or("", Field::trimmed)
}
