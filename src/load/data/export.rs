//! One declared file while it is read: where it is, what was declared of it, and where its findings go.

use crate::csv_text::Field;
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::{Calendar, Cell, DataFile, FileId, Place};

use super::measure_names::MeasureNames;

/// An export being read.
pub(super) struct Export<'a> {
    /// Which file it is.
    pub(super) file: FileId,
    /// What the narrative says of it.
    pub(super) declared: &'a DataFile,
    /// When years begin.
    pub(super) calendar: Calendar,
    /// The names of all measures.
    pub(super) names: &'a MeasureNames<'a>,
    /// Where its findings go.
    pub(super) findings: &'a mut Findings,
}

impl Export<'_> {
    /// A finding about the file, which knows who supplied it.
    pub(super) fn finding(&self, code: &'static Code, message: impl Into<String>) -> Finding {
        Finding::new(code, message)
            .at(Place::start_of(self.file))
            .supplied_by(self.declared.supplied_by.as_deref())
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
        Cell { place: self.place(field), line: field.line, column }
    }
}
