//! One declared file while it is read: where it is, what was declared of it, and where its findings go.

use crate::csv_text::Field;
use crate::diagnostic::{Code, Finding};
use crate::load::opened::Opened;
use crate::model::{Benchmarks, Calendar, Cell, DataFile, FileId, Place};

use super::measure_names::MeasureNames;

/// An export being read.
pub(in crate::load) struct Export<'a> {
    /// The file.
    pub(in crate::load) opened: Opened<'a>,
    /// What the narrative says of it.
    pub(in crate::load) declared: &'a DataFile,
    /// When years begin.
    pub(in crate::load) calendar: Calendar,
    /// The areas that the narrative names.
    pub(in crate::load) benchmarks: &'a Benchmarks,
    /// The names of all measures.
    pub(in crate::load) names: &'a MeasureNames<'a>,
}

impl Export<'_> {
    /// A finding about the file, which knows who supplied it.
    pub(in crate::load) fn finding(&self, code: &'static Code, message: impl Into<String>) -> Finding {
        self.opened.finding(code, message)
    }

    /// A finding about one cell.
    pub(in crate::load) fn at(
        &self,
        code: &'static Code,
        field: &Field<'_>,
        message: impl Into<String>,
    ) -> Finding {
        self.opened.at(code, field, message)
    }

    /// Adds a finding to those of the run.
    pub(in crate::load) fn report(&mut self, finding: Finding) {
        self.opened.report(finding);
    }

    /// Which file it is.
    pub(in crate::load) fn file(&self) -> FileId {
        self.opened.file
    }

    /// Where a cell stands in the file.
    pub(in crate::load) fn place(&self, field: &Field<'_>) -> Place {
        self.opened.place(field)
    }

    /// A cell as the source of a figure; `index` counts columns from 0.
    pub(in crate::load) fn cell(&self, field: &Field<'_>, index: usize) -> Cell {
        self.opened.cell(field, index)
    }
}
