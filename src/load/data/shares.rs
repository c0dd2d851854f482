//! Percentages that may be fractions: where none of a measure's in a file is above 1, 0.45 may mean 45 %.

use std::collections::BTreeMap;

use crate::csv_text::Field;
use crate::diagnostic::codes::data as codes;
use crate::model::{FigureId, Measure, MeasureId, Place, Quantity, Ratio, Value};

use super::export::Export;

/// The percentages without a sign that a file gives, by measure.
#[derive(Debug, Default)]
pub(super) struct Shares(BTreeMap<MeasureId, Seen>);

#[derive(Debug, Default)]
struct Seen {
    /// The first that is above nought.
    first: Option<(Place, String)>,
    /// Whether one is above 1, so that they are percentages.
    above_one: bool,
}

impl Shares {
    /// Looks at a percentage that was read.
    pub(super) fn look_at(&mut self, (field, place): (&Field<'_>, Place), measure: &Measure, value: &Value) {
        let bare = !field.trimmed().contains('%');
        let Some(number) = value.as_ref().ok().and_then(Quantity::point).filter(|_| bare) else {
            return;
        };
        let seen = self.0.entry(measure.id.clone()).or_default();
        seen.above_one |= number > Ratio::ONE;
        if seen.first.is_none() && !number.is_zero() {
            seen.first = Some((place, field.trimmed().to_owned()));
        }
    }

    /// Reports the measures whose percentages may be fractions.
    pub(super) fn report(self, export: &mut Export<'_>) {
        for (id, seen) in self.0 {
            let Some((place, text)) = seen.first.filter(|_| !seen.above_one) else { continue };
            let message = format!("`{text}` is given for `{id}`, a percentage, and nothing above 1 is");
            let finding = export
                .finding(&codes::FRACTIONS_FOR_PERCENTAGES, message)
                .at(place)
                .help(
                    "say beside the file's name in the narrative whether 0.45 in it means 45% (`percentages = \
                     \"fractions\"`) or 0.45% (`percentages = \"percent\"`)",
                )
                .touching([FigureId::of(&id)]);
            export.report(finding);
        }
    }
}
