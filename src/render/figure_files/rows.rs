//! `figures.csv`: what `figures.json` holds of each figure itself, a figure a row.

use crate::csv_text;
use crate::figures::PublishedFigure;
use crate::words;

use super::number::{Numbers, numbers};

const HEADINGS: [&str; 11] =
    ["id", "label", "value", "low", "high", "display", "unit", "kind", "period", "status", "reason"];

/// The file of `figures`, sorted by the text of their ids.
#[must_use]
pub fn figures_csv(figures: &[&PublishedFigure]) -> String {
    let mut rows: Vec<Vec<String>> = figures.iter().map(|figure| row(figure)).collect();
    rows.sort();
    rows.insert(0, HEADINGS.map(str::to_owned).to_vec());
    csv_text::write(rows)
}

fn row(figure: &PublishedFigure) -> Vec<String> {
    let Numbers { value, low, high, .. } = numbers(figure);
    vec![
        figure.id.to_string(),
        figure.label.clone(),
        value.unwrap_or_default(),
        low.unwrap_or_default(),
        high.unwrap_or_default(),
        words::display(figure),
        figure.unit.clone(),
        figure.kind.word().to_owned(),
        figure.period.to_string(),
        figure.status().word().to_owned(),
        figure.outcome.as_ref().err().map(ToString::to_string).unwrap_or_default(),
    ]
}
