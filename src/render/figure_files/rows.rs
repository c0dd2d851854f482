//! `figures.csv`: what `figures.json` holds of each figure itself, a figure a row.

use crate::csv_text;

use super::entry::Entry;

const HEADINGS: [&str; 12] =
    ["id", "label", "value", "low", "high", "display", "unit", "kind", "period", "status", "state", "reason"];

/// The file of `entries`.
#[must_use]
pub fn figures_csv(entries: &[Entry<'_>]) -> String {
    csv_text::write(std::iter::once(HEADINGS).chain(entries.iter().map(row)))
}

fn row<'e>(entry: &'e Entry<'_>) -> [&'e str; 12] {
    let text = Option::unwrap_or_default;
    [
        &entry.id,
        &entry.figure.label,
        text(entry.numbers.value()),
        text(entry.numbers.low()),
        text(entry.numbers.high()),
        &entry.display,
        &entry.figure.unit,
        entry.figure.kind.word(),
        &entry.period,
        entry.status.word(),
        entry.figure.state.word(),
        text(entry.reason.as_deref()),
    ]
}
