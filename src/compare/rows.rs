//! A comparison for a spreadsheet: a changed figure a row, all of them, in the order of ids.

use crate::csv_text;
use crate::model::Ratio;

use super::change::Comparison;
use super::json::standing;
use super::order::Asked;
use super::phrase::remarks;

const HEADINGS: [&str; 10] =
    ["id", "label", "topic", "standing", "old", "new", "change", "change_percent", "variation", "remarks"];
/// Decimals of a change.
const PLACES: u8 = 6;

/// The comparison as CSV.
#[must_use]
pub fn csv(comparison: &Comparison<'_>, asked: &Asked) -> String {
    let heading = HEADINGS.iter().map(|heading| (*heading).to_owned()).collect::<Vec<String>>();
    let wanted = comparison.changes.iter().filter(|change| asked.wants(change));
    let rows = wanted.map(|change| {
        vec![
            change.id.to_string(),
            change.label().to_owned(),
            change.topic().to_owned(),
            standing(change).to_owned(),
            change.old.map(|old| old.display.clone()).unwrap_or_default(),
            change.new.map(|new| new.display.clone()).unwrap_or_default(),
            change.difference().and_then(decimal).unwrap_or_default(),
            change.percent().and_then(decimal).unwrap_or_default(),
            change.variation.map_or("", |variation| variation.word()).to_owned(),
            remarks(change).join("; "),
        ]
    });
    csv_text::write(std::iter::once(heading).chain(rows))
}

/// At most six decimals, without noughts at the end.
pub(super) fn decimal(ratio: Ratio) -> Option<String> {
    if ratio.is_whole() {
        return ratio.rounded(0);
    }
    let digits = ratio.rounded(PLACES)?;
    Some(digits.trim_end_matches('0').trim_end_matches('.').to_owned())
}
