//! Months and periods, and whether a month is the highest that is held.

use crate::figures::{Amount, Found, Published};
use crate::model::{FigureId, Month, Period, Suffix};

use super::asked::{Asked, Cannot, Phrase, amount};
use super::period::{spoken, spoken_month, spoken_months};

/// "May 2013", "May and July 2013".
pub(super) fn month(asked: &Asked<'_>) -> Phrase {
    match (asked.amount()?, asked.figure.period) {
        (Amount::Months(months), _) if !months.is_empty() => Ok(spoken_months(months)),
        (Amount::Number(_), Period::Month(month)) => Ok(spoken_month(month)),
        _ => Err(Cannot::DoesNotFit("a month: `.peak`, or a figure of one month")),
    }
}

/// "2013/14", "April 2011 to February 2012".
pub(super) fn period(asked: &Asked<'_>) -> Phrase {
    Ok(spoken(asked.figure.period))
}

/// "the highest month since April 2011, the earliest we hold".
pub(super) fn highest_since(asked: &Asked<'_>) -> Phrase {
    const FITS: &str = "a figure of one month, as in `contacts[\"2012-05\"]`";
    let id = month_of(&asked.figure.id).ok_or(Cannot::DoesNotFit(FITS))?;
    let is_highest = match asked.figures.find(&id.clone().then(Suffix::IsHighest)) {
        Found::Figure(found) => amount(found)?,
        Found::NotHeld(reason) => return Err(Cannot::unavailable(id.then(Suffix::IsHighest), reason)),
        Found::Unknown => return Err(Cannot::DoesNotFit(FITS)),
    };
    let Amount::Truth(highest) = is_highest else { return Err(Cannot::DoesNotFit(FITS)) };
    let not = if *highest { "" } else { "not " };
    Ok(match earliest(asked.figures, &id) {
        Some(month) => format!("{not}the highest month since {}, the earliest we hold", spoken_month(month)),
        None => format!("{not}the highest month that we hold"),
    })
}

/// The month's figure: `contacts[2012-05]` of itself and of `contacts[2012-05].is_highest`.
fn month_of(id: &FigureId) -> Option<FigureId> {
    let base = match id.split_last() {
        Some((base, Suffix::IsHighest)) => base,
        Some(_) => return None,
        None => id.clone(),
    };
    matches!(base.period(), Some(Period::Month(_))).then_some(base)
}

/// Whether the month is the highest, for the record of uses.
pub(super) fn highest_companions(id: &FigureId) -> Vec<FigureId> {
    month_of(id).map(|month| month.then(Suffix::IsHighest)).into_iter().collect()
}

/// The first month held singly of what `id` is a month of.
fn earliest(figures: &Published, id: &FigureId) -> Option<Month> {
    let of_same = |other: &FigureId| {
        other.subject() == id.subject() && other.selection() == id.selection() && other.suffixes().is_empty()
    };
    figures
        .iter()
        .filter(|figure| of_same(&figure.id) && figure.outcome.is_ok())
        .filter_map(|figure| match figure.id.period() {
            Some(Period::Month(month)) => Some(month),
            _ => None,
        })
        .min()
}
