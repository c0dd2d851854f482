//! So many of something: "6,014 contacts", "304 children on a child protection plan at 31 March 2014".

use crate::figures::{Amount, FigureKind};
use crate::model::{Period, Suffix};

use super::asked::{Asked, Phrase};
use super::period::spoken_day;
use super::quantity::{Style, and_noun, shown};
use super::said::Said;

/// Number and noun; a snapshot with its day.
pub(super) fn counted(asked: &Asked<'_>) -> Phrase {
    let counted = counted_plainly(asked)?;
    Ok(match asked.figure.period.one() {
        Some(Period::Day(day)) if asked.figure.kind == FigureKind::Count => {
            counted.and(" at ").and(asked.told(spoken_day(day)))
        }
        _ => counted,
    })
}

/// Number and noun without a day.
pub(super) fn counted_plainly(asked: &Asked<'_>) -> Phrase {
    asked.itself()?;
    let figure = asked.figure;
    let Amount::Number(number) = asked.amount()? else { return Ok(Said::alone(figure)) };
    let style = Style::of(figure);
    let with_noun = |nouns| {
        let (number, noun) = and_noun(number, style, nouns);
        asked.told(number).and(noun)
    };
    Ok(match (figure.kind, &figure.nouns) {
        (FigureKind::Count, Some(nouns)) => with_noun(nouns),
        (FigureKind::Rate | FigureKind::Ratio, Some(nouns)) => {
            // An average of counts is counted in its own noun.
            let unit = if *figure.unit == *nouns.plural { "" } else { &figure.unit };
            spaced(with_noun(nouns), unit)
        }
        (FigureKind::Rate | FigureKind::Ratio, None) => {
            spaced(asked.told(shown(number, style)), &figure.unit)
        }
        _ => Said::alone(figure),
    })
}

/// Words and a unit; nothing where there is none to say after them.
pub(super) fn spaced(said: Said, unit: &str) -> Said {
    // A pound sign stands before its number already.
    if unit.is_empty() || unit == "£" { said } else { said.and(" ").and(unit) }
}

/// "512.1 per 10,000 children aged 0 to 17": a number with what it is a rate of.
pub(super) fn rate(asked: &Asked<'_>) -> Phrase {
    asked.itself()?;
    let number = asked.number("a rate, a ratio or a percentage")?;
    let told = asked.told(shown(&number, Style::of(asked.figure)));
    let of_children = asked.figure.id.suffixes().first() == Some(&Suffix::PercentOfPopulation);
    Ok(match asked.figure.kind {
        FigureKind::Rate | FigureKind::Ratio => spaced(told, &asked.figure.unit),
        FigureKind::Percent if of_children => told.and(" of children aged 0 to 17"),
        _ => told,
    })
}
