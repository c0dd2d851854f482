//! What a table of data can look like, by which its headings are told from titles above and notes beneath it.

use crate::csv_text::{Field, Row};
use crate::load::sheet::{ENOUGH, Expected};
use crate::model::{Calendar, DataFile, fold};

use super::across;
use super::layout::Role;
use super::measure_names::{MeasureNames, Named};
use super::period::Written;
use super::value::{is_number, is_value};

/// The words and values that a file of data may hold.
pub(super) struct Anticipated<'a> {
    /// The names of all measures.
    pub(super) names: &'a MeasureNames<'a>,
    /// What the narrative says of the file.
    pub(super) declared: &'a DataFile,
    /// When years begin.
    pub(super) calendar: Calendar,
}

impl Anticipated<'_> {
    fn is_heading(&self, text: &str) -> bool {
        Role::of(&fold(text)).is_some() || self.names_measure(text)
    }

    fn names_measure(&self, text: &str) -> bool {
        self.names.find(text, &self.declared.measures) != Named::None
    }
}

impl Expected for Anticipated<'_> {
    fn known(&self, filled: &[&str]) -> usize {
        let known = filled.iter().filter(|text| self.is_heading(text)).count();
        if known >= ENOUGH {
            return known;
        }
        let periods = across::periods(filled.iter().copied(), self.calendar);
        known.saturating_add(periods.unwrap_or_default())
    }

    /// A period and beside it a number: no title or note has both.
    fn holds_values(&self, row: &Row<'_>) -> bool {
        let texts = || row.iter().map(Field::trimmed);
        let period = texts().position(|text| Written::parse(text).is_some());
        period.is_some_and(|period| texts().enumerate().any(|(at, text)| at != period && is_number(text)))
    }

    /// A row of data begins with a period, a measure or a value, or has a value in it; a date stands in notes too.
    fn is_footnote(&self, row: &Row<'_>) -> bool {
        let filled = || row.iter().map(Field::trimmed).filter(|text| !text.is_empty());
        let begins = filled().next().unwrap_or_default();
        let begins_data = Written::parse(begins).is_some() || self.names_measure(begins);
        !begins_data && !filled().any(|text| is_value(text, &self.declared.symbols))
    }
}
