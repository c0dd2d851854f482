//! Which changes matter: grouped by topic, the largest first, small ones folded.

use std::cmp::Reverse;

use crate::figures::FigureKind;
use crate::model::{Period, Ratio};

use super::chance::Variation;
use super::change::{Change, Comparison, Standing, is_plain};

/// What is asked of a comparison.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Words that a figure's id, label or topic must hold, in small letters; all figures where there are none.
    pub only: Vec<String>,
    /// From when on a change is not small.
    pub least: Least,
}

/// The least change that is not folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Least {
    /// Of counts, rates and ratios: per cent of the old value, which counts as 20 at the least.
    pub percent: Ratio,
    /// Of percentages: points.
    pub points: Ratio,
}

impl Default for Least {
    fn default() -> Self {
        Self { percent: Ratio::whole(5), points: Ratio::ONE }
    }
}

/// A base that is smaller counts as this many, so that one child more or less is no large change.
const LEAST_BASE: i64 = 20;

/// The changes as they are told.
#[derive(Debug, Default)]
pub(super) struct Told<'c> {
    /// By topic: those that are told one by one, the weightiest first, and those that are folded.
    pub(super) topics: Vec<TopicTold<'c>>,
    /// Figures of a period that both sides name, given differently.
    pub(super) revised: Vec<&'c Change<'c>>,
    /// Figures that only the new side has, those of a named period among them of which the old side had no number.
    pub(super) added: usize,
    /// Figures that only the old side has.
    pub(super) removed: usize,
    /// Figures that are the same on both sides, where all are asked for.
    pub(super) same: usize,
    /// Figures made from those that are told.
    pub(super) derived: usize,
}

/// The changes of one topic.
#[derive(Debug)]
pub(super) struct TopicTold<'c> {
    pub(super) name: &'static str,
    pub(super) large: Vec<&'c Change<'c>>,
    pub(super) small: Vec<&'c Change<'c>>,
}

impl Asked {
    /// Whether a figure is one of those asked for.
    #[must_use]
    pub fn wants(&self, change: &Change<'_>) -> bool {
        let about = format!("{} {} {}", change.id, change.label(), change.topic()).to_lowercase();
        self.only.iter().all(|word| about.contains(word.as_str()))
    }

    /// Whether a figure is asked for that is told by itself only then: a category, or what a word with a point or bracket
    /// names by its id.
    fn names(&self, change: &Change<'_>) -> bool {
        let id = &change.id;
        let by_id = |word: &String| {
            word.contains(['.', '[']) && id.to_string().to_lowercase().contains(word.as_str())
        };
        let is_part = !self.only.is_empty() && id.suffixes().is_empty() && id.period().is_none();
        is_part || self.only.iter().any(by_id)
    }

    /// Whether a change is too small to be told by itself.
    #[must_use]
    pub fn is_small(&self, change: &Change<'_>) -> bool {
        let weighty = change.is_lost()
            || change.variation == Some(Variation::Larger)
            || change.has_note("redefined")
            || change.has_note("renamed");
        let least = if is_percentage(change) { self.least.points } else { self.least.percent };
        !weighty && size(change).is_some_and(|size| size < least)
    }

    pub(super) fn told<'c>(&self, comparison: &'c Comparison<'c>) -> Told<'c> {
        let mut told = Told::default();
        let mut plain: Vec<&'c Change<'c>> = Vec::new();
        for change in comparison.changes.iter().filter(|change| self.wants(change)) {
            let named = is_of_named_period(change, comparison);
            match change.standing() {
                Standing::Added if !is_plain(&change.id) => told.added = told.added.saturating_add(1),
                Standing::Removed if !is_plain(&change.id) => told.removed = told.removed.saturating_add(1),
                _ if is_plain(&change.id) || self.names(change) => plain.push(change),
                _ if named && change.is_first_had() => told.added = told.added.saturating_add(1),
                _ if named => told.revised.push(change),
                _ => told.derived = told.derived.saturating_add(1),
            }
        }
        told.same = if self.only.is_empty() { comparison.same } else { 0 };
        told.revised.extend(comparison.revised.iter().filter(|change| self.wants(change)));
        plain.sort_by_key(|change| change.topic);
        for change in plain {
            if told.topics.last().is_none_or(|topic| topic.name != change.topic()) {
                told.topics.push(TopicTold { name: change.topic(), large: Vec::new(), small: Vec::new() });
            }
            let Some(topic) = told.topics.last_mut() else { continue };
            if self.is_small(change) { topic.small.push(change) } else { topic.large.push(change) }
        }
        for topic in &mut told.topics {
            topic.large.sort_by_cached_key(|change| (weight(change), change.id.clone()));
        }
        told
    }
}

/// A number for a named period, which means the same on both sides; the report's own year is told already.
fn is_of_named_period(change: &Change<'_>, comparison: &Comparison<'_>) -> bool {
    let id = &change.id;
    let own = comparison.old.year == comparison.new.year
        && matches!(id.period(), Some(Period::Year(year)) if year.to_string() == comparison.new.year);
    id.suffixes().is_empty() && id.period().is_some() && !own
}

fn is_percentage(change: &Change<'_>) -> bool {
    change.shown().is_some_and(|figure| matches!(figure.kind, FigureKind::Percent | FigureKind::NOfN))
}

/// The size of a change in points or per cent; none where it has none.
fn size(change: &Change<'_>) -> Option<Ratio> {
    let difference = change.difference()?.magnitude();
    if is_percentage(change) {
        return Some(difference);
    }
    let base = change.old?.value()?.magnitude();
    let counts = change.new?.kind == FigureKind::Count;
    let base = if counts || base.is_zero() { base.max(Ratio::whole(LEAST_BASE)) } else { base };
    difference.times(Ratio::whole(100))?.over(base)
}

/// What stands first: what is lost, what chance would not give, then by size; what has no size, such as a month, last.
fn weight(change: &Change<'_>) -> (bool, bool, bool, Reverse<Option<Ratio>>) {
    let size = size(change);
    (!change.is_lost(), change.variation != Some(Variation::Larger), size.is_none(), Reverse(size))
}
