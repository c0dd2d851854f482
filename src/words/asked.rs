//! What a phrase is made from, and why there may be none.

use crate::figures::{Amount, Found, Published, PublishedFigure};
use crate::model::{FigureId, Quantity, Reason, Suffix};

use super::said::Said;

/// A figure that words are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The figure.
    pub figure: &'a PublishedFigure,
    /// All figures, for those that a phrase sets beside it.
    pub figures: &'a Published,
    /// The filter's arguments, as many and of the kinds that its entry in the registry says.
    pub arguments: &'a [Argument<'a>],
}

/// An argument of a filter.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// Words.
    Words(&'a str),
    /// A whole number.
    Whole(i64),
    /// Another figure.
    Figure(&'a PublishedFigure),
}

/// Why a figure can't be put so.
#[derive(Clone, Debug, PartialEq)]
pub enum Cannot {
    /// This figure, which the phrase needs, is not available.
    Unavailable(Box<(FigureId, Reason)>),
    /// The figure is known too roughly to say; the text says what can't be told.
    Undecided(String),
    /// The filter or test has no meaning for such a figure; the text says for which it has.
    DoesNotFit(&'static str),
}

impl Cannot {
    /// The figure `id`, which a phrase needs, can't be had for that reason.
    #[must_use]
    pub fn unavailable(id: FigureId, reason: Reason) -> Self {
        Self::Unavailable(Box::new((id, reason)))
    }
}

/// Words, or why there are none.
pub type Phrase = Result<Said, Cannot>;

/// What the words for a figure itself need: of a change they would be untrue.
const ITSELF: &str = "a figure itself, not a change of it or a difference from another area: name the figure without that \
                      suffix, or say the change with `change_in_words`, the difference with `difference_in_words`, either \
                      as a number with `rounded` or without a filter";

impl<'a> Asked<'a> {
    /// Refuses changes and differences.
    pub(super) fn itself(&self) -> Result<(), Cannot> {
        if is_difference(&self.figure.id) { Err(Cannot::DoesNotFit(ITSELF)) } else { Ok(()) }
    }

    /// What the figure comes to.
    pub(super) fn amount(&self) -> Result<&'a Amount, Cannot> {
        amount(self.figure)
    }

    /// The figure's number.
    pub(super) fn number(&self, else_fits: &'static str) -> Result<Quantity, Cannot> {
        number(self.figure, else_fits)
    }

    /// The figure, told in these words.
    pub(super) fn told(&self, words: impl Into<String>) -> Said {
        Said::of(&self.figure.id, words)
    }

    /// Another figure that the phrase needs.
    pub(super) fn companion(&self, id: FigureId) -> Result<&'a PublishedFigure, Cannot> {
        match self.figures.find(&id) {
            Found::Figure(figure) => Ok(figure),
            Found::NotHeld(reason) => Err(Cannot::unavailable(id, reason)),
            Found::Unknown => Err(Cannot::DoesNotFit("a figure that has a year before to compare with")),
        }
    }

    /// This figure with a suffix.
    pub(super) fn then(&self, suffix: Suffix) -> Result<&'a PublishedFigure, Cannot> {
        self.companion(self.figure.id.clone().then(suffix))
    }
}

/// Whether a figure is a change or a difference from an area, and so may be below nought.
pub(super) fn is_difference(id: &FigureId) -> bool {
    let differs = |suffix: &Suffix| {
        matches!(
            suffix,
            Suffix::Change
                | Suffix::ChangePercent
                | Suffix::DifferenceFromEngland
                | Suffix::DifferenceFromRegion
                | Suffix::DifferenceFromNeighbours
        )
    };
    id.suffixes().iter().any(differs)
}

/// What a figure comes to.
pub(super) fn amount(figure: &PublishedFigure) -> Result<&Amount, Cannot> {
    // Through the published figure's own reference, so that the amount lives as long as it does.
    let figure: &crate::figures::Figure = figure;
    figure.outcome.as_ref().map_err(|reason| Cannot::unavailable(figure.id.clone(), reason.clone()))
}

/// A figure's number.
pub(super) fn number(figure: &PublishedFigure, else_fits: &'static str) -> Result<Quantity, Cannot> {
    match amount(figure)? {
        Amount::Number(number) => Ok(number.clone()),
        Amount::NOfN { .. } | Amount::Range { .. } | Amount::Months(_) | Amount::Truth(_) => {
            Err(Cannot::DoesNotFit(else_fits))
        }
    }
}
