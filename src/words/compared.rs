//! A figure beside the year before, and the change alone. More and fewer, never better and worse.

use crate::figures::{Amount, FigureKind, PublishedFigure};
use crate::model::{Quantity, Ratio, Suffix};

use super::asked::{Asked, Phrase, amount};
use super::counted::{counted, counted_plainly};
use super::display::display;
use super::movement::{Moved, Movement, moved};
use super::period::{before, in_period_before};
use super::quantity::{After, Style, shown, shown_as_least};
use super::share::n_of_n;

const PERCENT: Style = Style { places: 1, ..Style::WHOLE_PERCENT };

/// What is said of a change that is smaller than the doubt of the numbers that it is between.
const NONE_TOLD: &str = "no change that can be told from numbers that are approximate";

/// "17 referrals, 2 more than the year before"; "3,452 referrals, 14.9% more than the year before (3,004)".
pub(super) fn compared(asked: &Asked<'_>) -> Phrase {
    if let Amount::NOfN { .. } = asked.amount()? {
        return compared_parts(asked);
    }
    let Moved { movement, previous, style } = moved(asked)?;
    let now = counted(asked)?;
    let period = asked.figure.period;
    let then = before(period);
    let (more, fewer) = directions(asked.figure);
    let none_now =
        matches!(asked.amount()?, Amount::Number(n) if n.exact_point().is_some_and(Ratio::is_zero));
    Ok(match movement {
        Movement::Same => format!("{now}, {} {}", same_as(asked), in_period_before(period)),
        Movement::FromNone(_) => format!("{now}, from none {}", in_period_before(period)),
        Movement::By { .. } if none_now => {
            format!("{now}, compared with {} {}", display(previous), in_period_before(period))
        }
        Movement::Almost { by, up } => {
            let by = shown_as_least(by, style);
            format!("{now}, almost unchanged from {then} ({by} {})", if up { more } else { fewer })
        }
        Movement::By { size, up, .. } if style.after == After::Points => {
            let way = if up { "up" } else { "down" };
            format!("{now}, {way} {} on {then} ({})", shown_as_least(size, style), display(previous))
        }
        Movement::By { percent: Some(percent), up, .. } => {
            let size = shown_as_least(*percent, PERCENT);
            let way = if up { more } else { fewer };
            format!("{now}, {size} {way} than {} ({})", in_period_before(period), display(previous))
        }
        Movement::By { size, up, .. } => {
            let way = if up { more } else { fewer };
            format!("{now}, {} {way} than {}", shown_as_least(size, style), in_period_before(period))
        }
        Movement::Unclear(_) => {
            format!("{now}, compared with {} {}", display(previous), in_period_before(period))
        }
    })
}

/// "17 of 28 families (61%), compared with 15 of 30 (50%) the year before".
fn compared_parts(asked: &Asked<'_>) -> Phrase {
    let previous = asked.then(Suffix::Previous)?;
    let before_it = n_of_n(&Asked { figure: previous, ..*asked }, false)?;
    let now = n_of_n(asked, true)?;
    Ok(format!("{now}, compared with {before_it} {}", in_period_before(asked.figure.period)))
}

/// "an increase of 448 (14.9%)", "a fall of 12", "up 2.3 percentage points", "no change".
pub(super) fn change_in_words(asked: &Asked<'_>) -> Phrase {
    let Moved { movement, style, .. } = moved(asked)?;
    let period = asked.figure.period;
    let (more, fewer) = directions(asked.figure);
    Ok(match movement {
        Movement::Same if is_exact(asked) => "no change".to_owned(),
        Movement::Same => NONE_TOLD.to_owned(),
        Movement::FromNone(size) => format!(
            "an increase of {} (there were none {}, so no percentage is given)",
            shown_as_least(size, style),
            in_period_before(period)
        ),
        Movement::Almost { by, up } => {
            format!("almost unchanged ({} {})", shown_as_least(by, style), if up { more } else { fewer })
        }
        Movement::By { size, up, .. } if style.after == After::Points => {
            format!("{} {}", if up { "up" } else { "down" }, shown_as_least(size, style))
        }
        Movement::By { size, percent, up } => {
            let what = if up { "an increase of" } else { "a fall of" };
            let size = shown_as_least(size, style);
            match percent {
                Some(percent) => format!("{what} {size} ({})", shown_as_least(*percent, PERCENT)),
                None => format!("{what} {size}"),
            }
        }
        Movement::Unclear(change) if change.point().is_some() => NONE_TOLD.to_owned(),
        Movement::Unclear(change) => match (change.low(), change.high()) {
            (Some(low), Some(high)) if low.is_negative() && !high.is_zero() => {
                let end = |end: Ratio| shown(Quantity::exact(end.magnitude()), style);
                format!("somewhere between a fall of {} and an increase of {}", end(low), end(high))
            }
            _ => "a change too roughly known to give".to_owned(),
        },
    })
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
    Ok(format!("{now} ({} {})", display(previous), in_period_before(asked.figure.period)))
}
