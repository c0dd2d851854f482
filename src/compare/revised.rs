//! What was revised: numbers that the old report gave for its own period, and that the new one gives differently.

use std::collections::BTreeMap;

use crate::figures::Status;
use crate::model::{FigureId, Period, Suffix};

use super::change::Change;
use super::notes::notes;
use super::pairing::Paired;
use super::side::{Reported, Side};
use super::why;

/// The figures that the new side must be asked for, so that all can be told that were revised: those of the old report's
/// period where its own period and the year before it are others, as between eleven months and a year.
#[must_use]
pub fn to_be_asked(old: &Side, new: &Side) -> Vec<FigureId> {
    let paired = Paired::of(old, new);
    let of_both = values(&paired).filter(|(id, _, _)| paired.new.contains_key(*id));
    let apart = of_both.filter(|(id, period, _)| given_for(&paired, id, *period, new).is_none());
    apart.map(|(id, period, _)| id.clone().at(period)).collect()
}

/// Numbers of the old report's own period that the new one gives differently, in the order of ids, which name the period.
/// A report on the same period is told by its changes.
pub(super) fn revised<'s>(paired: &Paired<'s>, (old, new): (&'s Side, &'s Side)) -> Vec<Change<'s>> {
    let each = values(paired).filter_map(|(id, period, before)| {
        let now = given_for(paired, id, period, new)?;
        (paired.new.get(id).is_none_or(|own| !std::ptr::eq(*own, now)) && !before.is_worth(now))
            .then(|| (id.clone().at(period), before, now))
    });
    let change = |(id, before, now)| Change {
        by: why::change(before, now),
        notes: notes((before, now), (old, new), paired),
        ..Change::bare(id, (Some(before), Some(now)), (old, new))
    };
    each.map(change).collect()
}

/// Measures, declared figures and their categories, for the old report's own period, as far as they could be had.
fn values<'p, 's>(paired: &'p Paired<'s>) -> impl Iterator<Item = (&'p FigureId, Period, &'s Reported)> {
    let of_themselves = |id: &FigureId| id.suffixes().is_empty() && id.period().is_none();
    let values = paired.old.iter().filter(move |(id, figure)| {
        of_themselves(id) && !matches!(figure.status, Status::Suppressed | Status::Unavailable)
    });
    values.filter_map(|(id, figure)| Some((id, figure.period?, *figure)))
}

/// What the new side gives of a figure for that period: as its own, as that of the year before, or by its name.
fn given_for<'s>(paired: &Paired<'s>, id: &FigureId, period: Period, new: &'s Side) -> Option<&'s Reported> {
    let of_period = |figure: &&'s Reported| figure.period == Some(period);
    let own = || paired.new.get(id).copied().filter(of_period);
    let previous = || paired.new.get(&id.clone().then(Suffix::Previous)).copied().filter(of_period);
    let named = || {
        let id = id.clone().at(period);
        paired.new.get(&id).copied().or_else(|| new.again.get(&id))
    };
    own().or_else(previous).or_else(named)
}

impl Side {
    /// The same with figures that it was asked for beside those of its report.
    #[must_use]
    pub fn with(self, asked: Self) -> Self {
        let again: BTreeMap<FigureId, Reported> = asked.figures;
        Self { again, ..self }
    }
}
