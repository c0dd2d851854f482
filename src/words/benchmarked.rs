//! A figure with those of the areas that the board is compared with beside it, and without a judgement.

use crate::figures::{Found, PublishedFigure};
use crate::model::{FigureId, Ratio, Reason, Suffix};

use super::asked::{Asked, Cannot, Phrase};
use super::counted::spaced;
use super::display::display;
use super::quantity::{After, Style, shown};
use super::said::Said;

/// Those that a figure is set beside, nearest first.
const BESIDE: [Suffix; 3] = [Suffix::Neighbours, Suffix::Region, Suffix::England];

/// The figures that are set beside `id`.
pub(super) fn companions(id: &FigureId) -> Vec<FigureId> {
    BESIDE.map(|suffix| id.clone().then(suffix)).to_vec()
}

/// "24.2%; neighbours' median 22.9% (9 of 10), Middle Shires 21.7% and England 22.4%". Those of whom nothing is held
/// are left out; a number that is withheld or missing says so.
pub(super) fn benchmarked(asked: &Asked<'_>) -> Phrase {
    asked.amount()?;
    let mut beside = Vec::new();
    let mut first_lacking = None;
    for suffix in BESIDE {
        let id = asked.figure.id.clone().then(suffix);
        match asked.figures.find(&id) {
            Found::Figure(other) => beside.push(named(asked, other)),
            Found::NotHeld(Reason::NoComparator(why)) => {
                first_lacking = first_lacking.or(Some(Cannot::unavailable(id, Reason::NoComparator(why))));
            }
            Found::NotHeld(reason @ Reason::NoMeaning(_)) => return Err(Cannot::unavailable(id, reason)),
            Found::NotHeld(_) => {
                let name = asked.figures.comparator_name(suffix).unwrap_or_default();
                beside.push(Said::from(name).and(" not available"));
            }
            Found::Unknown => {}
        }
    }
    match (beside.is_empty(), first_lacking) {
        (true, Some(cannot)) => Err(cannot),
        (true, None) => Err(Cannot::DoesNotFit("a figure that other areas have too")),
        (false, _) => Ok(Said::alone(asked.figure).and("; ").and(Said::listed(beside))),
    }
}

/// "7.4 percentage points above England", "12.5 per 10,000 children aged 0 to 17 below the neighbours' median", "the same
/// as England", "the same as England to one decimal".
pub(super) fn difference_in_words(asked: &Asked<'_>) -> Phrase {
    const FITS: &str = "a difference from England, the region or the neighbours";
    let number = asked.number(FITS)?;
    let last = asked.figure.id.suffixes().iter().rev().find_map(|suffix| match suffix {
        Suffix::DifferenceFromEngland => Some(Suffix::England),
        Suffix::DifferenceFromRegion => Some(Suffix::Region),
        Suffix::DifferenceFromNeighbours => Some(Suffix::Neighbours),
        _ => None,
    });
    let from = last.ok_or(Cannot::DoesNotFit(FITS))?;
    let name = asked.figures.comparator_name(from).unwrap_or_default();
    let name = if from == Suffix::Neighbours { format!("the {name}") } else { name };
    let style = Style::of(asked.figure);
    if number.exact_point().is_some_and(Ratio::is_zero) {
        return Ok(asked.told("the same as").and(format!(" {name}")));
    }
    if number.rounds_to_nought(style.places) && !number.is_nought() {
        return Ok(asked.told("the same as").and(format!(" {name} to one decimal")));
    }
    let above = !number.is_nought() && number.least().is_some_and(|low| !low.is_negative());
    let below = number.most().is_some_and(Ratio::is_negative);
    if !above && !below {
        let message = format!("whether `{}` is above or below nought can't be told", asked.figure.id);
        return Err(Cannot::Undecided(message));
    }
    let size = if above { Ok(number) } else { number.scaled(Ratio::whole(-1)) };
    let size = size.map_err(|reason| Cannot::unavailable(asked.figure.id.clone(), reason))?;
    let told = asked.told(shown(&size, style));
    let told = match style.after {
        After::Points => told,
        After::Nothing | After::Percent => spaced(told, &asked.figure.unit),
    };
    Ok(told.and(if above { " above " } else { " below " }).and(name))
}

/// "neighbours' median 22.9% (9 of 10)".
fn named(asked: &Asked<'_>, other: &PublishedFigure) -> Said {
    let Some(comparator) = asked.figures.comparator(other) else { return Said::alone(other) };
    let name = Said::from(comparator.name);
    if other.outcome.is_err() {
        return name.and(" not available");
    }
    let lacking = comparator.lacking.map(|(had, named)| format!(" ({had} of {named})")).unwrap_or_default();
    name.and(" ").and(Said::of(&other.id, format!("{}{lacking}", display(other))))
}
