//! What was revised: numbers that the old report gave for its own period, and that the new one gives differently.

use std::collections::BTreeMap;

use crate::figures::Status;
use crate::model::{FigureId, Periods, Suffix};

use super::change::Change;
use super::notes::notes;
use super::pairing::Paired;
use super::side::{Report, Reported, Side};
use super::why;

/// The figures that the new side must be asked for, so that all can be told that were revised: those of the old report's
/// period where its own period and the year before it are others, as between eleven months and a year.
#[must_use]
pub fn to_be_asked(old: &Side, new: &Side) -> Vec<FigureId> {
    let paired = Paired::of(old, new);
    let of_both = values(&paired, &old.report).filter(|value| paired.new.contains_key(value.id));
    of_both.filter(|value| value.given(&paired, new).is_none()).map(|value| value.named).collect()
}

/// Numbers of the old report's own period that the new one gives differently, in the order of ids, which name the period.
/// A report on the same period is told by its changes.
pub(super) fn revised<'s>(paired: &Paired<'s>, (old, new): (&'s Side, &'s Side)) -> Vec<Change<'s>> {
    let each = values(paired, &old.report).filter_map(|value| {
        let now = value.given(paired, new)?;
        let is_own = paired.new.get(value.id).is_some_and(|own| std::ptr::eq(*own, now));
        (!is_own && !value.figure.is_worth(now)).then_some((value.named, value.figure, now))
    });
    let change = |(id, before, now)| Change {
        by: why::change(before, now),
        notes: notes((before, now), (old, new), paired),
        ..Change::bare(id, (Some(before), Some(now)), (old, new))
    };
    each.map(change).collect()
}

/// A number of the old report's own period.
struct OfOld<'p, 's> {
    id: &'p FigureId,
    /// The same by a name that says when it was.
    named: FigureId,
    period: &'s Periods,
    figure: &'s Reported,
}

/// Measures, declared figures and their categories, for the old report's own period, as far as they could be had.
fn values<'p, 's>(paired: &'p Paired<'s>, report: &'p Report) -> impl Iterator<Item = OfOld<'p, 's>> {
    let of_themselves = |id: &FigureId| id.suffixes().is_empty() && id.period().is_none();
    let values = paired.old.iter().filter(move |(id, figure)| {
        of_themselves(id) && !matches!(figure.status, Status::Suppressed | Status::Unavailable)
    });
    values.filter_map(|(id, figure)| {
        let period = figure.period.as_ref()?;
        Some(OfOld { id, named: id.clone().at(report.to_ask_by(period)?), period, figure })
    })
}

impl<'s> OfOld<'_, 's> {
    /// What the new side gives of it for that period: as its own, as that of the year before, or by its name.
    fn given(&self, paired: &Paired<'s>, new: &'s Side) -> Option<&'s Reported> {
        let of_period = |figure: &&'s Reported| figure.period.as_ref() == Some(self.period);
        let find = |id: &FigureId| paired.new.get(id).copied().or_else(|| new.again.get(id));
        let previous = self.id.clone().then(Suffix::Previous);
        [self.id, &previous, &self.named].into_iter().find_map(|id| find(id).filter(of_period))
    }
}

impl Side {
    /// The same with figures that it was asked for beside those of its report.
    #[must_use]
    pub fn with(self, asked: Self) -> Self {
        let again: BTreeMap<FigureId, Reported> = asked.figures;
        Self { again, ..self }
    }
}
