//! A CSV file while it is read: which it is, who supplied it, and where its findings go.

use crate::csv_text::Field;
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::{Cell, FileId, Place};

/// A file being read.
pub(super) struct Opened<'a> {
    /// Which file it is.
    pub(super) file: FileId,
    /// Its path within the project folder.
    pub(super) path: &'a str,
    /// Who supplied it, where that is known.
    pub(super) supplied_by: Option<&'a str>,
    /// What to do where nothing is in it.
    pub(super) help_if_empty: &'static str,
    /// Where its findings go.
    pub(super) findings: &'a mut Findings,
}

impl Opened<'_> {
    /// A finding about the file, which knows who supplied it.
    pub(super) fn finding(&self, code: &'static Code, message: impl Into<String>) -> Finding {
        Finding::new(code, message).at(Place::start_of(self.file)).supplied_by(self.supplied_by)
    }

    /// A finding about one cell.
    pub(super) fn at(&self, code: &'static Code, field: &Field<'_>, message: impl Into<String>) -> Finding {
        self.finding(code, message).at(self.place(field))
    }

    /// Adds a finding to those of the run.
    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Where a cell stands in the file.
    pub(super) fn place(&self, field: &Field<'_>) -> Place {
        let marked = field.marked();
        Place::new(self.file, marked.start, marked.end)
    }

    /// A cell as the source of a figure; `index` counts columns from 0.
    pub(super) fn cell(&self, field: &Field<'_>, index: usize) -> Cell {
        let column = u32::try_from(index.saturating_add(1)).unwrap_or(u32::MAX);
        Cell { place: self.place(field), line: field.line, column, counted: None }
    }
}
