//! A figure against its target: "91.0%, below the target of 95% or more (amber)".

use crate::figures::{Amount, FigureKind, PublishedFigure};
use crate::model::{Goal, Quantity, Ratio, Reason, Standing};

use super::asked::{Asked, Cannot, Phrase, amount};
use super::counted::counted_plainly;
use super::quantity::{After, Style, shown};

const GOALS: &str = "a figure over the report's year that has a target and a direction that is good news";

/// The number, whether it meets its target, and the colour's word. Only the number is the figure's, and carries its id.
pub(super) fn against_target(asked: &Asked<'_>) -> Phrase {
    let (goal, number) = goal_and_number(asked.figure)?;
    let standing = decided(asked.figure, goal, &number)?;
    let verdict = match standing {
        Standing::Green => "which meets",
        Standing::Amber | Standing::Red => missed_by(asked.figure, goal, &number),
    };
    let (counted, target) = (counted_plainly(asked)?, target(asked.figure, goal));
    Ok(counted.and(format!(", {verdict} the target of {target} ({})", standing.word())))
}

/// On which side of its target a number lies; that it is only just so where rounding would hide it.
fn missed_by(figure: &PublishedFigure, goal: Goal, number: &Quantity) -> &'static str {
    let places = Style::of(figure).places;
    let rounded = number.point().and_then(|point| point.round_to(places)).map(Quantity::exact);
    let looks_met = rounded.and_then(|rounded| goal.standing(&rounded)) == Some(Standing::Green);
    match (goal.from_below, looks_met) {
        (true, false) => "below",
        (true, true) => "just below",
        (false, false) => "above",
        (false, true) => "just above",
    }
}

/// Whether a figure meets its target.
pub(super) fn on_target(asked: &Asked<'_>) -> Result<bool, Cannot> {
    let (goal, number) = goal_and_number(asked.figure)?;
    // Between amber and red nothing need be decided here.
    decided(asked.figure, Goal { amber: None, ..goal }, &number).map(|standing| standing == Standing::Green)
}

/// A figure's target and the number that is held against it; that there is no number is told first.
fn goal_and_number(figure: &PublishedFigure) -> Result<(Goal, Quantity), Cannot> {
    let number = held_against(figure)?;
    Ok((*figure.goal.as_deref().ok_or(Cannot::DoesNotFit(GOALS))?, number))
}

fn decided(figure: &PublishedFigure, goal: Goal, number: &Quantity) -> Result<Standing, Cannot> {
    goal.standing(number).ok_or_else(|| {
        Cannot::Undecided(format!("`{}` is known too roughly to hold it against its target", figure.id))
    })
}

/// The number that is held against the target: of "17 of 28", the percentage.
fn held_against(figure: &PublishedFigure) -> Result<Quantity, Cannot> {
    match amount(figure)? {
        Amount::Number(number) => Ok(number.clone()),
        Amount::NOfN { part, whole } => {
            let share = part.over(whole, || Reason::OfNone(Box::new(figure.id.clone())));
            let percent = share.and_then(|share| share.scaled(Ratio::whole(100)));
            percent.map_err(|reason| Cannot::unavailable(figure.id.clone(), reason))
        }
        Amount::Range { .. } | Amount::Months(_) | Amount::Truth(_) => Err(Cannot::DoesNotFit(GOALS)),
    }
}

/// "95% or more", "20 or fewer", "0": the target alone, with as many decimals as it was given.
fn target(figure: &PublishedFigure, goal: Goal) -> String {
    let counts = figure.kind == FigureKind::Count && figure.unit != "£";
    let style = Style::of(figure);
    let direction = match (goal.from_below, counts) {
        (true, _) => " or more",
        // Money and differences go below nought, nothing else does.
        (false, _) if goal.target.is_zero() && !style.pounds && style.after != After::Points => "",
        (false, true) => " or fewer",
        (false, false) => " or less",
    };
    format!("{}{direction}", bar(figure, goal.target))
}

/// A target's or amber's number, with as many decimals as it has, of six at most.
fn bar(figure: &PublishedFigure, number: Ratio) -> String {
    let places = (0..6).find(|places| number.round_to(*places) == Some(number)).unwrap_or(6);
    shown(&Quantity::exact(number), Style { places, ..Style::of(figure) })
}

/// What a table's column of targets shows: "95% or more; amber from 90%", "none".
#[must_use]
pub fn target_alone(figure: &PublishedFigure) -> String {
    let Some(goal) = figure.goal.as_deref() else { return "none".to_owned() };
    let amber = goal.amber.map(|amber| {
        let side = if goal.from_below { "from" } else { "to" };
        format!("; amber {side} {}", bar(figure, amber))
    });
    format!("{}{}", target(figure, *goal), amber.unwrap_or_default())
}

/// What a table's column of standings shows: "green", "amber", "red", "no target", "no data" where there is no number,
/// "can't be told" where it is known too roughly.
#[must_use]
pub fn standing(figure: &PublishedFigure) -> &'static str {
    let Some(goal) = figure.goal.as_deref() else { return "no target" };
    let Ok(number) = held_against(figure) else { return "no data" };
    goal.standing(&number).map_or("can't be told", Standing::word)
}
