//! One declared file while it is read: where it is, what was declared of it, and where its findings go.

use crate::csv_text::Field;
use crate::diagnostic::codes::data as codes;
use crate::diagnostic::{Code, Finding};
use crate::load::opened::Opened;
use crate::load::sheet::Sheet;
use crate::model::{
    Benchmarks, Calendar, Cell, DataFile, FileId, Kind, Measure, Place, Renames, Separator, Unit, Value, Year,
};

use super::blanked::Blanked;
use super::layout::Reported;
use super::measure_names::{MeasureNames, Named};
use super::shares::Shares;
use super::value::{Decimals, Notation, ValueFault, decimals};

/// An export being read.
pub(in crate::load) struct Export<'a> {
    /// The file.
    pub(in crate::load) opened: Opened<'a>,
    /// What the narrative says of it.
    pub(in crate::load) declared: &'a DataFile,
    /// When years begin.
    pub(in crate::load) calendar: Calendar,
    /// The report's year: the targets of others are none of its own.
    pub(in crate::load) year: Year,
    /// The names that categories had before.
    pub(in crate::load) renames: &'a Renames,
    /// The areas that the narrative names.
    pub(in crate::load) benchmarks: &'a Benchmarks,
    /// The names of all measures.
    pub(in crate::load) names: &'a MeasureNames<'a>,
    /// How its numbers are written.
    pub(super) notation: Notation,
    /// Its percentages that may be fractions.
    pub(super) shares: Shares,
    /// Its numbers with a blank between thousands.
    pub(super) blanked: Blanked,
}

impl<'a> Export<'a> {
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

    /// What a text names among the measures, those first that the file is declared to hold.
    pub(super) fn named(&self, text: &str) -> Named<'a> {
        self.names.find(text, &self.declared.measures)
    }

    /// Reads the value of a cell for a measure of that kind.
    pub(super) fn read_value(&self, text: &str, kind: Kind) -> Result<Value, ValueFault> {
        self.notation.read(text, kind, &self.declared.symbols)
    }

    /// Reads a value of a measure: only one that is counted in pounds takes a pound sign.
    pub(super) fn read_of(&self, measure: &Measure, text: &str) -> Result<Value, ValueFault> {
        if text.contains('£') && !matches!(measure.unit, Unit::Pounds | Unit::PoundsOfEntries) {
            return Err(ValueFault::Pounds);
        }
        self.read_value(text, measure.kind)
    }

    /// Tells whether decimals begin with a comma, where semicolons or tabs part the cells and nothing is declared.
    pub(super) fn tell_notation(&mut self, sheet: &Sheet<'_>) -> Result<(), Reported> {
        if sheet.separator == Separator::Comma || self.declared.decimal_comma.is_some() {
            return Ok(());
        }
        match decimals(&sheet.rows) {
            Ok(Decimals::Points) => {}
            Ok(Decimals::Commas) => {
                self.notation.decimal_comma = true;
                self.opened.assume("its decimals begin with a comma".to_owned());
            }
            Err(field) => {
                let message = format!(
                    "the comma or point in `{}` may stand before decimals or thousands",
                    field.trimmed()
                );
                let finding = self
                    .at(&codes::AMBIGUOUS_NUMBER, field, message)
                    .help("say which sign stands before decimals, beside the file's name in the narrative: `decimal = \",\"` or `decimal = \".\"`");
                self.report(finding);
                return Err(Reported);
            }
        }
        Ok(())
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
