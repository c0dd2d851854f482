//! Months and periods, and whether a month is the highest that is held.

use std::collections::BTreeMap;

use crate::figures::{Amount, Found, Published};
use crate::model::{FigureId, Month, Period, Quantity, Span, Suffix};

use super::asked::{Asked, Cannot, Phrase, amount};
use super::period::{spoken_month, spoken_months, spoken_periods};
use super::said::Said;

/// "May 2013", "May and July 2013"; "no month" where there were none in any.
pub(super) fn month(asked: &Asked<'_>) -> Phrase {
    match (asked.amount()?, asked.figure.period.one()) {
        (Amount::Months(months), _) if months.is_empty() => Ok(asked.told("no month")),
        (Amount::Months(months), _) => Ok(asked.told(spoken_months(months))),
        (Amount::Number(_), Some(Period::Month(month))) => Ok(asked.told(spoken_month(month))),
        _ => Err(Cannot::DoesNotFit("a month: `.peak`, or a figure of one month")),
    }
}

/// "2013/14", "April 2011 to February 2012", "2019/20 and 2024/25".
pub(super) fn period(asked: &Asked<'_>) -> Phrase {
    Ok(asked.told(spoken_periods(&asked.figure.period)))
}

/// "the highest month since April 2011, the earliest we hold"; with gaps between, "of those held since April 2011".
pub(super) fn highest_since(asked: &Asked<'_>) -> Phrase {
    const FITS: &str = "a figure of one month, as in `contacts[\"2012-05\"]`";
    let id = month_of(&asked.figure.id).ok_or(Cannot::DoesNotFit(FITS))?;
    let is_highest = match asked.figures.find(&id.clone().then(Suffix::IsHighest)) {
        Found::Figure(found) => found,
        Found::NotHeld(reason) => return Err(Cannot::unavailable(id.then(Suffix::IsHighest), reason)),
        Found::Unknown => return Err(Cannot::DoesNotFit(FITS)),
    };
    let Amount::Truth(highest) = amount(is_highest)? else { return Err(Cannot::DoesNotFit(FITS)) };
    let Some(Period::Month(month)) = id.period() else { return Err(Cannot::DoesNotFit(FITS)) };
    let held = months_held(asked.figures, &id);
    Ok(Said::of(&is_highest.id, standing(month, *highest, &held)))
}

/// How a month stands among those held singly, of which it may be none where they are not listed by the month.
fn standing(month: Month, highest: bool, held: &BTreeMap<Month, Quantity>) -> String {
    let rank = match (highest, tie(month, held)) {
        (false, _) => "not the highest",
        (true, Tie::None) => "the highest",
        (true, Tie::Possible) => "the highest or joint highest",
        (true, Tie::Certain) => "the joint highest",
    };
    let (Some((first, _)), Some((last, _))) = (held.first_key_value(), held.last_key_value()) else {
        return format!("{rank} month that we hold");
    };
    let without_gaps = Span::new(*first, *last).is_some_and(|span| span.months().count() == held.len());
    match *first {
        _ if held.len() == 1 && held.contains_key(&month) => "the only month held".to_owned(),
        first if first == month && highest => format!("{rank} and the earliest month held"),
        first if first == month => "the earliest month held, and not the highest".to_owned(),
        first if without_gaps => {
            format!("{rank} month since {}, the earliest we hold", spoken_month(first))
        }
        first => format!("{rank} month of those held since {}", spoken_month(first)),
    }
}

/// Whether another month is as high as one that none exceeds.
enum Tie {
    None,
    Possible,
    Certain,
}

fn tie(month: Month, held: &BTreeMap<Month, Quantity>) -> Tie {
    let Some(own) = held.get(&month) else { return Tie::None };
    let others = || held.iter().filter(|(other, _)| **other != month).map(|(_, quantity)| quantity);
    if own.point().is_some() && others().any(|other| other.point() == own.point()) {
        Tie::Certain
    } else if others().any(|other| !own.is_certainly_above(other)) {
        Tie::Possible
    } else {
        Tie::None
    }
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

/// The months held singly of what `id` is a month of, with their numbers; of a snapshot, those at whose end it is.
fn months_held(figures: &Published, id: &FigureId) -> BTreeMap<Month, Quantity> {
    let of_same = |other: &FigureId| other.selection() == id.selection() && other.suffixes().is_empty();
    let month = |period| match period {
        Some(Period::Month(month)) => Some(month),
        Some(Period::Day(day)) => Month::of(day).filter(|month| month.last_day() == day),
        _ => None,
    };
    let all = figures.of_subject(id.subject());
    let held = all.iter().filter(|figure| of_same(&figure.id)).filter_map(|figure| match &figure.outcome {
        Ok(Amount::Number(number)) => Some((month(figure.id.period())?, number.clone())),
        _ => None,
    });
    held.collect()
}
