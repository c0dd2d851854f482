//! Figures in plain English. Pure functions from published figures to words; the narrative's filters and every
//! table, file and message speak through them.

use crate::figures::PublishedFigure;

/// The figure alone, as a table or `{{ contacts }}` shows it: "6,014", "57.4%", "approximately 1,800",
/// "more than 20", "17 of 28", "May 2013". For one that can't be had: "[x]" or "[c]".
#[must_use]
pub fn display(figure: &PublishedFigure) -> String {
    let _ = figure;
    String::new()
}
