//! So many of something: "6,014 contacts", "304 children on a child protection plan at 31 March 2014".

use crate::figures::{Amount, FigureKind};
use crate::model::{Period, Suffix};

use super::asked::{Asked, Phrase};
use super::display::display;
use super::period::spoken_day;
use super::quantity::{Style, shown, with_noun};

/// Number and noun; a snapshot with its day.
pub(super) fn counted(asked: &Asked<'_>) -> Phrase {
    let counted = counted_plainly(asked)?;
    Ok(match asked.figure.period {
        Period::Day(day) if asked.figure.kind == FigureKind::Count => {
            format!("{counted} at {}", spoken_day(day))
        }
        _ => counted,
    })
}

/// Number and noun without a day.
pub(super) fn counted_plainly(asked: &Asked<'_>) -> Phrase {
    let figure = asked.figure;
    let Amount::Number(number) = asked.amount()? else { return Ok(display(figure)) };
    let style = Style::of(figure);
    Ok(match (figure.kind, &figure.nouns) {
        (FigureKind::Count, Some(nouns)) => with_noun(*number, style, nouns),
        (FigureKind::Rate | FigureKind::Ratio, Some(nouns)) => {
            // An average of counts is counted in its own noun.
            let unit = if figure.unit == nouns.plural { "" } else { &figure.unit };
            spaced(&with_noun(*number, style, nouns), unit)
        }
        (FigureKind::Rate | FigureKind::Ratio, None) => spaced(&shown(*number, style), &figure.unit),
        _ => display(figure),
    })
}

/// Words and a unit; nothing where there is none to say after them.
pub(super) fn spaced(words: &str, unit: &str) -> String {
    // A pound sign stands before its number already.
    if unit.is_empty() || unit == "£" { words.to_owned() } else { format!("{words} {unit}") }
}

/// "512.1 per 10,000 children aged 0 to 17": a number with what it is a rate of.
pub(super) fn rate(asked: &Asked<'_>) -> Phrase {
    let number = asked.number("a rate, a ratio or a percentage")?;
    let shown = shown(number, Style::of(asked.figure));
    let of_children = asked.figure.id.suffixes().first() == Some(&Suffix::PercentOfPopulation);
    Ok(match asked.figure.kind {
        FigureKind::Rate | FigureKind::Ratio => spaced(&shown, &asked.figure.unit),
        FigureKind::Percent if of_children => format!("{shown} of children aged 0 to 17"),
        _ => shown,
    })
}
