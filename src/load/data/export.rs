//! One declared file while it is read: where it is, what was declared of it, and where its findings go.

use crate::csv_text::Field;
use crate::diagnostic::{Code, Finding};
use crate::load::opened::Opened;
use crate::model::{Benchmarks, Calendar, Cell, DataFile, Place};

use super::measure_names::MeasureNames;

/// An export being read.
pub(super) struct Export<'a> {
    /// The file.
    pub(super) opened: Opened<'a>,
    /// What the narrative says of it.
    pub(super) declared: &'a DataFile,
    /// When years begin.
    pub(super) calendar: Calendar,
    /// The areas that the narrative names.
    pub(super) benchmarks: &'a Benchmarks,
    /// The names of all measures.
    pub(super) names: &'a MeasureNames<'a>,
}

impl Export<'_> {
    /// A finding about the file, which knows who supplied it.
    pub(super) fn finding(&self, code: &'static Code, message: impl Into<String>) -> Finding {
        self.opened.finding(code, message)
    }

    /// A finding about one cell.
    pub(super) fn at(&self, code: &'static Code, field: &Field<'_>, message: impl Into<String>) -> Finding {
        self.opened.at(code, field, message)
    }

    /// Adds a finding to those of the run.
    pub(super) fn report(&mut self, finding: Finding) {
        self.opened.report(finding);
    }

    /// Where a cell stands in the file.
    pub(super) fn place(&self, field: &Field<'_>) -> Place {
        self.opened.place(field)
    }

    /// A cell as the source of a figure; `index` counts columns from 0.
    pub(super) fn cell(&self, field: &Field<'_>, index: usize) -> Cell {
        self.opened.cell(field, index)
    }
}
