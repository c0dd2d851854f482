//! The bytes of a workbook → one of its sheets, written out as text whose cells know where they stand. From there on it
//! goes the way of every other table.

mod cells;
mod hidden;
mod number;
#[cfg(test)]
pub(in crate::load) mod tests;

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::csv_text;
use crate::model::{SheetCell, WorkbookSheet, column_name, fold};
use cells::Written;
use hidden::Hidden;

/// What stands in a cell whose formula was never worked out, as programs save one that can't work formulas out. Nothing
/// is read from it: what it should have said can't be told, and an empty cell would say something else.
pub(super) const NEVER_WORKED_OUT: &str = "#NOT WORKED OUT!";

/// Why no sheet of a workbook can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WorkbookFault {
    /// It has several sheets and none of them, or none of its own, was named; their names.
    WhichSheet(Vec<String>),
    /// It is in the form before 2007, or asks for a password.
    OldOrLocked,
    /// It is damaged, or no workbook: why.
    Damaged(String),
}

/// Whether bytes begin as those of a workbook do, of the new form or of the old one.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || is_old(bytes)
}

fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// The text of a sheet and where its cells stand in it: of the one named `wanted`, or of the only one that shows.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<(String, WorkbookSheet), WorkbookFault> {
    if is_old(bytes) {
        return Err(WorkbookFault::OldOrLocked);
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|fault| told(&fault))?;
    let name = choose(&workbook, wanted)?;
    let merged = workbook.merge_cells_by_sheet_name(&name).map_err(|fault| told(&fault))?;
    let mut written =
        Written::of(&mut workbook.worksheet_cells_reader(&name).map_err(|fault| told(&fault))?)?;
    if written.has_hollow_cells {
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(|fault| told(&fault))?;
        written.mark_never_worked_out(&mut cells)?;
    }
    let filled = written.fill_down(&merged);
    let (text, cells) = written.into_text();
    let mut assumed = assumed(&hidden::hidden(bytes, &name), &cells);
    if filled {
        assumed.push("merged cells of text read as standing in each of their rows".to_owned());
    }
    Ok((text, WorkbookSheet { name, cells, assumed }))
}

/// The rows of a sheet as comma-separated lines of the same numbers: blank rows, and those that are left out, are lines of
/// blank cells, and line ends in a cell give way to blanks.
pub(super) fn as_lines(text: &str, sheet: &WorkbookSheet, left_out: &BTreeSet<u32>) -> String {
    let width = sheet.cells.iter().map(|cell| cell.column).max().unwrap_or(0);
    let last = sheet.cells.iter().map(|cell| cell.row).max().unwrap_or(0);
    let mut cells = sheet.cells.iter().peekable();
    let rows = (1..=last).map(|row| {
        let mut fields = vec![String::new(); usize::try_from(width).unwrap_or(0).max(2)];
        while let Some(cell) = cells.next_if(|cell| cell.row == row) {
            let field = usize::try_from(cell.column)
                .ok()
                .filter(|_| !left_out.contains(&row))
                .and_then(|at| fields.get_mut(at.checked_sub(1)?));
            if let Some(field) = field {
                *field = text.get(cell.stretch.clone()).unwrap_or_default().replace(['\n', '\r'], " ");
            }
        }
        fields
    });
    csv_text::write(rows)
}

fn told(fault: &XlsxError) -> WorkbookFault {
    match fault {
        XlsxError::Password => WorkbookFault::OldOrLocked,
        // The library's words are about the parts of an archive, which nobody but a programmer has seen.
        _ => WorkbookFault::Damaged("it is damaged or cut off, or a file of another kind".to_owned()),
    }
}

/// The name of the sheet to read. Hidden ones are read only where they are named.
fn choose(workbook: &Xlsx<Cursor<&[u8]>>, wanted: Option<&str>) -> Result<String, WorkbookFault> {
    let sheets = || workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let shown = || sheets().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let found = match wanted {
        Some(wanted) => sheets().find(|sheet| fold(&sheet.name) == fold(wanted)),
        None => shown().next().filter(|_| shown().count() == 1),
    };
    let names = || sheets().map(|sheet| sheet.name.clone()).collect();
    found.map(|sheet| sheet.name.clone()).ok_or_else(|| WorkbookFault::WhichSheet(names()))
}

/// What is hidden is read all the same: a filter that was left on must not change the figures.
fn assumed(hidden: &Hidden, cells: &[SheetCell]) -> Vec<String> {
    let rows: Vec<u32> =
        hidden.rows.iter().copied().filter(|row| cells.iter().any(|cell| cell.row == *row)).collect();
    let columns = hidden.columns.iter().filter(|column| cells.iter().any(|cell| cell.column == **column));
    let columns: Vec<String> = columns.map(|column| column_name(*column)).collect();
    let mut assumed = Vec::new();
    if !rows.is_empty() {
        let rows =
            if rows.len() == 1 { "1 hidden row".to_owned() } else { format!("{} hidden rows", rows.len()) };
        assumed.push(format!("{rows} read like the others"));
    }
    if !columns.is_empty() {
        assumed.push(format!("hidden columns read like the others ({})", columns.join(", ")));
    }
    assumed
}
