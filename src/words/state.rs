//! How settled a figure is: whether its numbers may still change, or were changed.

use crate::figures::{Published, PublishedFigure};
use crate::model::State;

use super::asked::{Asked, Cannot, amount};
use super::display::display;

/// How settled a figure is, as far as its data say; final data that give another number than was published before give a
/// revised one.
#[must_use]
pub fn state(figure: &PublishedFigure, figures: &Published) -> State {
    let printed = || figures.as_published(figure).filter(|printed| !printed.starts_with('['));
    match figure.state {
        State::Final if printed().is_some_and(|printed| printed != display(figure)) => State::Revised,
        said => said,
    }
}

/// What stands behind a number in a table: "[p]", "[r]"; nothing where it is final or can't be had.
#[must_use]
pub fn mark(figure: &PublishedFigure, figures: &Published) -> &'static str {
    match state(figure, figures) {
        _ if figure.outcome.is_err() => "",
        State::Final => "",
        State::Revised => "[r]",
        State::Provisional => "[p]",
    }
}

/// Whether it may still change.
pub(super) fn is_provisional(asked: &Asked<'_>) -> Result<bool, Cannot> {
    amount(asked.figure)?;
    Ok(state(asked.figure, asked.figures) == State::Provisional)
}

/// Whether it was changed after it had first been given.
pub(super) fn is_revised(asked: &Asked<'_>) -> Result<bool, Cannot> {
    amount(asked.figure)?;
    Ok(state(asked.figure, asked.figures) == State::Revised)
}
