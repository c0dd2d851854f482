//! A file of rows as it was supplied, opened once: a list to be counted as it is passed by, or a table to be held.

use std::collections::BTreeSet;

use super::encoding::into_text;
use super::files::ReadFault;
use super::reopenable::{Held, Reopenable};
use super::workbook::{self, WorkbookFault};
use crate::hash::fingerprint;
use crate::model::{SheetCell, SourceFile, WorkbookSheet};

/// A file of text, or of a workbook one sheet.
pub(super) struct Supplied {
    /// Its bytes as they stand.
    pub(super) raw: Box<dyn Reopenable>,
    /// The sheet.
    pub(super) sheet: Option<Sheet>,
}

/// A sheet of a workbook.
pub(super) struct Sheet {
    /// Where its cells stand in its text.
    pub(super) cells: WorkbookSheet,
    text: String,
    /// Its rows written out as comma-separated lines of the same numbers.
    lines: Held,
}

/// Why a file gives no rows.
pub(super) enum Unsupplied {
    /// It can't be had.
    Read(ReadFault),
    /// It is a workbook without the sheet.
    Workbook(WorkbookFault),
}

/// A file that is held, and whether it had to be taken for Windows-1252.
pub(super) struct Source {
    pub(super) file: SourceFile,
    pub(super) as_windows_1252: bool,
}

impl Supplied {
    /// The file; of a workbook, the sheet that is named or the only one that shows.
    pub(super) fn of(raw: Box<dyn Reopenable>, sheet: Option<&str>) -> Result<Self, Unsupplied> {
        if !workbook::is_workbook(&raw.beginning(8).map_err(unreadable)?) {
            return Ok(Self { raw, sheet: None });
        }
        let bytes = raw.into_bytes().map_err(unreadable)?;
        let (text, cells) = workbook::read(&bytes, sheet).map_err(Unsupplied::Workbook)?;
        let lines = Held::of(workbook::as_lines(&text, &cells, &BTreeSet::new()).into_bytes());
        Ok(Self { raw: Box::new(Held::of(bytes)), sheet: Some(Sheet { cells, text, lines }) })
    }

    /// What the rows of a list are read from.
    pub(super) fn rows(&self) -> &dyn Reopenable {
        self.sheet.as_ref().map_or(self.raw.as_ref(), |sheet| &sheet.lines)
    }

    /// The whole of it, as the file at `path`.
    pub(super) fn into_source(self, path: &str) -> Result<Source, Unsupplied> {
        let bytes = self.raw.into_bytes().map_err(unreadable)?;
        Ok(match self.sheet {
            None => Source::of_text(path, bytes),
            Some(Sheet { cells, text, .. }) => {
                let file = SourceFile { sheet: Some(cells), ..source(path, text, fingerprint(&bytes)) };
                Source { file, as_windows_1252: false }
            }
        })
    }
}

impl Sheet {
    /// The cells whose formula was never worked out.
    pub(super) fn never_worked_out(&self) -> impl Iterator<Item = &SheetCell> {
        self.cells.cells.iter().filter(|cell| self.says(cell) == workbook::NEVER_WORKED_OUT)
    }

    /// What a cell says.
    pub(super) fn says(&self, cell: &SheetCell) -> &str {
        self.text.get(cell.stretch.clone()).unwrap_or_default()
    }

    /// Its rows as lines, in which those of these numbers are blank.
    pub(super) fn lines_without(&self, rows: &BTreeSet<u32>) -> Held {
        Held::of(workbook::as_lines(&self.text, &self.cells, rows).into_bytes())
    }
}

impl Source {
    /// The file of text at `path`.
    pub(super) fn of_text(path: &str, bytes: Vec<u8>) -> Self {
        let fingerprint = fingerprint(&bytes);
        let (text, as_windows_1252) = into_text(bytes);
        Self { file: source(path, text, fingerprint), as_windows_1252 }
    }
}

/// The file at `path` with this text, whose bytes have that fingerprint.
pub(super) fn source(path: &str, text: String, fingerprint: String) -> SourceFile {
    SourceFile { path: path.to_owned(), text, fingerprint, case_list: None, sheet: None }
}

fn unreadable(why: std::io::Error) -> Unsupplied {
    Unsupplied::Read(ReadFault::Unreadable(why.to_string()))
}
