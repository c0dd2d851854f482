//! How a figure moved since the year before, as one decision that every phrase about change is made from.

use crate::figures::{Amount, FigureKind, Found, Published, PublishedFigure};
use crate::model::{FigureId, Quantity, Ratio, Suffix};

use super::asked::{Asked, Cannot, amount, number};
use super::quantity::{After, Style, shown_as_least};
use super::said::Said;

/// A base under this many gets words rather than percentages.
const SMALL_BASE: i64 = 20;

/// What happened since the year before.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Movement {
    /// Nothing.
    Same,
    /// There were none, and now there are this many.
    FromNone(Quantity),
    /// So small a change that its percentage rounds to nought.
    Almost { by: Quantity, up: bool },
    /// A change of this size, with its percentage where one may be given.
    By { size: Quantity, percent: Option<Box<Quantity>>, up: bool },
    /// It can't be told whether it rose or fell; the change as an interval.
    Unclear(Quantity),
}

/// A movement with the figure that it starts from.
pub(super) struct Moved<'a> {
    pub(super) movement: Movement,
    pub(super) previous: &'a PublishedFigure,
    change: &'a PublishedFigure,
    /// The change as a percentage, where one may be given.
    percent: Option<&'a PublishedFigure>,
    /// How the size of the change is set.
    pub(super) style: Style,
}

impl Moved<'_> {
    /// The change in these words.
    pub(super) fn told(&self, words: impl Into<String>) -> Said {
        Said::of(&self.change.id, words)
    }

    /// The size of the change: "448", "2.3 percentage points".
    pub(super) fn size(&self, size: &Quantity) -> Said {
        self.told(shown_as_least(size, self.style))
    }

    /// The change as a percentage: "14.9%".
    pub(super) fn percent(&self, percent: &Quantity) -> Said {
        const PERCENT: Style = Style { places: 1, ..Style::WHOLE_PERCENT };
        let words = shown_as_least(percent, PERCENT);
        self.percent.map(|percent| Said::of(&percent.id, words)).unwrap_or_default()
    }
}

const NUMBERS: &str = "a number that has a year before to compare with";

/// The figures that a comparison is made from, for the record of uses.
pub(super) fn companions(id: &FigureId) -> Vec<FigureId> {
    let base = base(id);
    [Suffix::Previous, Suffix::Change, Suffix::ChangePercent].map(|suffix| base.clone().then(suffix)).to_vec()
}

/// The figure that moved: `contacts.change` is about `contacts`.
pub(super) fn base(id: &FigureId) -> FigureId {
    match id.split_last() {
        Some((base, Suffix::Change | Suffix::ChangePercent)) => base,
        _ => id.clone(),
    }
}

/// How the figure moved since the year before.
pub(super) fn moved<'a>(asked: &Asked<'a>) -> Result<Moved<'a>, Cannot> {
    // The figure itself first, so that a fault is told of it and not of what is made from it.
    has_change(asked)?;
    let base = base(&asked.figure.id);
    let previous = asked.companion(base.clone().then(Suffix::Previous))?;
    let before = match amount(previous)? {
        Amount::Number(number) => Some(number.clone()),
        _ => None,
    };
    let change = asked.companion(base.clone().then(Suffix::Change))?;
    let size = number(change, NUMBERS)?;
    let style = Style::of(change);
    // No percentage of a difference in points; and a missing one leaves the words without it.
    let has_percent = style.after != After::Points && !on_small_base(previous, asked.figures);
    let percent = has_percent.then(|| asked.companion(base.then(Suffix::ChangePercent)).ok()).flatten();
    let in_percent = percent.and_then(|percent| number(percent, NUMBERS).ok());
    let movement = movement(&size, before, in_percent, style, previous.kind);
    Ok(Moved { movement, previous, change, percent, style })
}

/// Whether the figure is one that can rise and fall.
pub(super) fn has_change(asked: &Asked<'_>) -> Result<(), Cannot> {
    match asked.amount()? {
        Amount::Number(_) | Amount::NOfN { .. } => Ok(()),
        Amount::Range { .. } | Amount::Months(_) | Amount::Truth(_) => Err(Cannot::DoesNotFit(NUMBERS)),
    }
}

/// Whether the figure of the year before is a small count, or a rate or ratio made from one. A ratio that is not
/// told what it is made from is held to be small by its own number.
fn on_small_base(previous: &PublishedFigure, figures: &Published) -> bool {
    let number = match &previous.outcome {
        Ok(Amount::Number(number)) => number.clone(),
        _ => return false,
    };
    let small = number.low().is_none_or(|low| low < Ratio::whole(SMALL_BASE));
    match previous.kind {
        FigureKind::Count => small,
        FigureKind::Ratio if previous.inputs.is_empty() => small,
        FigureKind::Ratio | FigureKind::Rate => {
            previous.inputs.iter().any(|input| match figures.find(input) {
                Found::Figure(input) => on_small_base(input, figures),
                Found::NotHeld(_) | Found::Unknown => false,
            })
        }
        FigureKind::Percent
        | FigureKind::NOfN
        | FigureKind::Range
        | FigureKind::Month
        | FigureKind::Truth => false,
    }
}

fn movement(
    change: &Quantity,
    before: Option<Quantity>,
    percent: Option<Quantity>,
    style: Style,
    kind: FigureKind,
) -> Movement {
    let none_before = kind == FigureKind::Count
        && before.as_ref().and_then(Quantity::exact_point).is_some_and(Ratio::is_zero);
    let up = change.least().is_some_and(|low| low > Ratio::ZERO);
    let down = change.most().is_some_and(|high| high < Ratio::ZERO);
    if change.point().is_some_and(Ratio::is_zero) {
        return Movement::Same;
    }
    if !(up || down) {
        return Movement::Unclear(change.clone());
    }
    let size = if down { flipped(change) } else { change.clone() };
    let percent = percent.map(|percent| if down { flipped(&percent) } else { percent });
    if none_before && up {
        Movement::FromNone(size)
    } else if percent.as_ref().is_some_and(|percent| percent.rounds_to_nought(1))
        || size.rounds_to_nought(style.places)
    {
        Movement::Almost { by: size, up }
    } else {
        Movement::By { size, percent: percent.map(Box::new), up }
    }
}

/// The size of a fall: the interval with its sign turned.
fn flipped(quantity: &Quantity) -> Quantity {
    quantity.scaled(Ratio::whole(-1)).unwrap_or_else(|_| quantity.clone())
}
