//! A figure beside the year before, and the change alone. More and fewer, never better and worse.

use crate::figures::{Amount, FigureKind, PublishedFigure};
use crate::model::{Quantity, Ratio, Suffix};

use super::asked::{Asked, Phrase, amount};
use super::counted::{counted, counted_plainly};
use super::movement::{Moved, Movement, moved};
use super::period::{before, in_period_before};
use super::quantity::{After, shown};
use super::said::Said;
use super::share::n_of_n;

/// What is said of a change that is smaller than the doubt of the numbers that it is between.
const NONE_TOLD: &str = "no change that can be told from numbers that are approximate";

/// "17 referrals, 2 more than the year before"; "3,452 referrals, 14.9% more than the year before (3,004)".
pub(super) fn compared(asked: &Asked<'_>) -> Phrase {
    asked.itself()?;
    if let Amount::NOfN { .. } = asked.amount()? {
        return compared_parts(asked);
    }
    let moved = moved(asked)?;
    let now = counted(asked)?.and(", ");
    let (previous, period) = (moved.previous, &asked.figure.period);
    let in_before = || in_period_before(period, &previous.id);
    let than = |way: &str| Said::from(format!(" {way} than ")).and(in_before());
    let in_brackets = || Said::from(" (").and(Said::alone(previous)).and(")");
    let beside = || Said::from("compared with ").and(Said::alone(previous)).and(" ").and(in_before());
    let (more, fewer) = directions(asked.figure);
    let way = |up| if up { more } else { fewer };
    let none_now =
        matches!(asked.amount()?, Amount::Number(n) if n.exact_point().is_some_and(Ratio::is_zero));
    Ok(now.and(match &moved.movement {
        Movement::Same => Said::from(same_as(asked)).and(" ").and(in_before()),
        Movement::FromNone(_) => {
            Said::from("from ").and(Said::of(&previous.id, "none")).and(" ").and(in_before())
        }
        Movement::By { .. } if none_now => beside(),
        Movement::Almost { by, up } => {
            let then = before(period, &previous.id);
            let by = Said::from(" (").and(moved.size(by)).and(format!(" {})", way(*up)));
            Said::from("almost unchanged from ").and(then).and(by)
        }
        Movement::By { size, up, .. } if moved.style.after == After::Points => {
            let way = if *up { "up " } else { "down " };
            let on = Said::from(" on ").and(before(period, &previous.id));
            Said::from(way).and(moved.size(size)).and(on).and(in_brackets())
        }
        Movement::By { percent: Some(percent), up, .. } => {
            moved.percent(percent).and(than(way(*up))).and(in_brackets())
        }
        Movement::By { size, up, .. } => moved.size(size).and(than(way(*up))),
        Movement::Unclear(_) => beside(),
    }))
}

/// "17 of 28 families (61%), compared with 15 of 30 (50%) the year before".
fn compared_parts(asked: &Asked<'_>) -> Phrase {
    let previous = asked.then(Suffix::Previous)?;
    let then = n_of_n(&Asked { figure: previous, ..*asked }, false)?;
    let now = n_of_n(asked, true)?;
    let when = in_period_before(&asked.figure.period, &previous.id);
    Ok(now.and(", compared with ").and(then).and(" ").and(when))
}

/// "an increase of 448 (14.9%)", "a fall of 12", "up 2.3 percentage points", "no change".
pub(super) fn change_in_words(asked: &Asked<'_>) -> Phrase {
    let moved = moved(asked)?;
    let (more, fewer) = directions(asked.figure);
    Ok(match &moved.movement {
        Movement::Same if is_exact(asked) => moved.told("no change"),
        Movement::Same => moved.told(NONE_TOLD),
        Movement::FromNone(size) => {
            let when = in_period_before(&asked.figure.period, &moved.previous.id);
            let none = Said::of(&moved.previous.id, "none").and(" ").and(when);
            let size = Said::from("an increase of ").and(moved.size(size));
            size.and(" (there were ").and(none).and(", so no percentage is given)")
        }
        Movement::Almost { by, up } => {
            let way = if *up { more } else { fewer };
            Said::from("almost unchanged (").and(moved.size(by)).and(format!(" {way})"))
        }
        Movement::By { size, up, .. } if moved.style.after == After::Points => {
            Said::from(if *up { "up " } else { "down " }).and(moved.size(size))
        }
        Movement::By { size, percent, up } => {
            let what = if *up { "an increase of " } else { "a fall of " };
            let told = Said::from(what).and(moved.size(size));
            match percent {
                Some(percent) => told.and(" (").and(moved.percent(percent)).and(")"),
                None => told,
            }
        }
        Movement::Unclear(change) if change.point().is_some() => moved.told(NONE_TOLD),
        Movement::Unclear(change) if change.rounds_to_nought(moved.style.places) => {
            moved.told("almost unchanged")
        }
        Movement::Unclear(change) => within_bounds(&moved, change),
    })
}

/// What is certain of a change of which the direction is not: "a fall of at most 4, no change or an increase".
fn within_bounds(moved: &Moved<'_>, change: &Quantity) -> Said {
    let end = |end: Ratio| moved.told(shown(&Quantity::exact(end.magnitude()), moved.style));
    let fall = |low: Ratio| Said::from("a fall of at most ").and(end(low));
    let increase = |high: Ratio| Said::from("an increase of at most ").and(end(high));
    match (change.least(), change.most()) {
        (Some(low), Some(high)) if low.is_zero() => increase(high).and(", or no change"),
        (Some(low), Some(high)) if high.is_zero() => fall(low).and(", or no change"),
        (Some(low), Some(high)) => {
            let fall = Said::from("somewhere between a fall of ").and(end(low));
            fall.and(" and an increase of ").and(end(high))
        }
        (Some(low), None) if low.is_zero() => moved.told("an increase or no change"),
        (Some(low), None) => fall(low).and(", no change or an increase"),
        (None, Some(high)) if high.is_zero() => moved.told("a fall or no change"),
        (None, Some(high)) => increase(high).and(", no change or a fall"),
        (None, None) => moved.told("a change too roughly known to give"),
    }
}

/// "the same as", or what is the same only as far as is known.
fn same_as(asked: &Asked<'_>) -> &'static str {
    if is_exact(asked) { "the same as" } else { "about the same as" }
}

fn is_exact(asked: &Asked<'_>) -> bool {
    matches!(asked.amount(), Ok(Amount::Number(number)) if number.exact_point().is_some())
}

/// The words for the two ways that such a figure can go: things are more or fewer, rates higher or lower.
fn directions(figure: &PublishedFigure) -> (&'static str, &'static str) {
    if figure.kind == FigureKind::Count { ("more", "fewer") } else { ("higher", "lower") }
}

/// "6,014 contacts (5,566 the year before)": both numbers and no judgement.
pub(super) fn with_previous(asked: &Asked<'_>) -> Phrase {
    let now = counted_plainly(asked)?;
    let previous = asked.then(Suffix::Previous)?;
    amount(previous)?;
    let when = in_period_before(&asked.figure.period, &previous.id);
    Ok(now.and(" (").and(Said::alone(previous)).and(" ").and(when).and(")"))
}
