//! What misleads where two figures are held against each other.

use crate::figures::Status;
use crate::model::{FigureId, Month, Period, Periods, State};
use crate::words::spoken_day;

use super::formula::timeless;
use super::pairing::Paired;
use super::side::{Reported, Side};

/// A caution beside a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about, in kebab-case: for programs.
    pub code: &'static str,
    /// In words.
    pub words: String,
}

impl Note {
    fn new(code: &'static str, words: impl Into<String>) -> Self {
        Self { code, words: words.into() }
    }
}

/// All cautions about a pair of figures.
pub(super) fn notes(
    (old, new): (&Reported, &Reported),
    (old_side, new_side): (&Side, &Side),
    paired: &Paired<'_>,
) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    if paired.name_now(&old.id) != old.id {
        notes.push(Note::new("renamed", format!("`{}` before", old.id)));
    }
    notes.extend(redefined((old, new), (old_side, new_side), paired));
    notes.extend(doubt("old", old));
    notes.extend(doubt("new", new));
    notes.extend(not_final(old, new));
    notes.extend(other_length(old, new));
    notes.extend(other_day(old, new));
    notes.extend(population_revised(old, new, paired));
    let was_none = old.status == Status::Exact && old.exact.is_some_and(crate::model::Ratio::is_zero);
    let none_before = was_none && new.exact.is_some();
    notes.extend(
        none_before.then(|| Note::new("nought-before", "there were none before, so no percentage is given")),
    );
    notes
}

fn redefined(
    (old, new): (&Reported, &Reported),
    (old_side, new_side): (&Side, &Side),
    paired: &Paired<'_>,
) -> Option<Note> {
    if old.kind != new.kind || old.scale != new.scale {
        let words = format!("another sort of figure: {} before, {} now", old.kind.word(), new.kind.word());
        return Some(Note::new("redefined", words));
    }
    let measures = (old_side.measure(old.id.subject()), new_side.measure(new.id.subject()));
    match measures {
        (Some(before), Some(now)) if before.kind != now.kind => {
            Some(Note::new("redefined", format!("its kind was {} and is {}", before.kind, now.kind)))
        }
        (Some(before), Some(now)) if before.definition != now.definition => {
            Some(Note::new("redefined", "its definition has changed"))
        }
        (None, None) => {
            let before = timeless(old, &old_side.report, |id| paired.name_now(id));
            let now = timeless(new, &new_side.report, FigureId::clone);
            let differ = before.zip(now).is_some_and(|(before, now)| before != now);
            differ
                .then(|| Note::new("redefined", format!("worked out in another way: {} before", old.formula)))
        }
        _ => None,
    }
}

fn doubt(side: &str, figure: &Reported) -> Option<Note> {
    let why = figure.reason.as_deref().unwrap_or("no reason is given");
    match figure.status {
        Status::Exact => None,
        Status::Approximate => Some(Note::new("approximate", format!("the {side} figure is approximate"))),
        Status::Bounded => Some(Note::new("bounded", format!("of the {side} figure only a range is known"))),
        Status::Suppressed => Some(Note::new("suppressed", format!("the {side} figure is withheld"))),
        Status::Unavailable => {
            Some(Note::new("unavailable", format!("the {side} figure is not available: {why}")))
        }
    }
}

/// How settled either is, where both are not final.
fn not_final(old: &Reported, new: &Reported) -> Option<Note> {
    let words = match (old.state, new.state) {
        (State::Final, State::Final) => return None,
        (State::Provisional, State::Provisional) => {
            "both figures are provisional and may still change".to_owned()
        }
        (State::Revised, State::Revised) => "both figures are revised".to_owned(),
        (old, new) => format!("the old figure is {}, the new one {}", old.word(), new.word()),
    };
    let provisional = old.state.max(new.state) == State::Provisional;
    Some(Note::new(if provisional { "provisional" } else { "revised" }, words))
}

fn other_length(old: &Reported, new: &Reported) -> Option<Note> {
    let (before, now) = (months(old.period.as_ref()?)?, months(new.period.as_ref()?)?);
    let words = || format!("{now} months are held against {before}");
    (before != now).then(|| Note::new("part-year", words()))
}

/// Whether two days lie at other places in their years: ends of one month are at the same.
fn other_day(old: &Reported, new: &Reported) -> Option<Note> {
    let day = |figure: &Reported| match figure.period.as_ref()?.one()? {
        Period::Day(day) => Some(day),
        _ => None,
    };
    let (before, now) = (day(old)?, day(new)?);
    let (month_before, month_now) = (Month::of(before)?, Month::of(now)?);
    let end_both = before == month_before.last_day() && now == month_now.last_day();
    let is_other = month_before.number() != month_now.number() || !(end_both || before.day() == now.day());
    let words = || format!("{} is held against {}", spoken_day(now), spoken_day(before));
    is_other.then(|| Note::new("other-day", words()))
}

/// How many months periods cover; none for a day or a mid-year estimate.
pub(super) fn months(periods: &Periods) -> Option<u32> {
    let months = periods.each().map(|period| match period {
        Period::Month(_) => Some(1),
        Period::Year(_) => Some(12),
        Period::Span(span) => Some(span.len()),
        Period::Day(_) | Period::MidYear(_) => None,
    });
    months.sum()
}

/// Whether the population that the old figure stands on is given differently now.
fn population_revised(old: &Reported, new: &Reported, paired: &Paired<'_>) -> Option<Note> {
    let populations = old.inputs.iter().chain(&new.inputs);
    let mut midyears = populations.filter(|id| matches!(id.period(), Some(Period::MidYear(_))));
    midyears.find_map(|id| {
        let id = paired.name_now(id);
        let (before, now) = (paired.old.get(&id)?, paired.new.get(&id)?);
        let words =
            || format!("the population was revised: `{id}` was {} and is {}", before.display, now.display);
        (before.exact != now.exact).then(|| Note::new("population-revised", words()))
    })
}
