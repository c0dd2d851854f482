//! The comparison: every figure that is not what it was.

use crate::figures::{FigureKind, Status};
use crate::model::{FigureId, Ratio, Suffix};

use super::chance::{Variation, variation};
use super::notes::{Note, months, notes};
use super::pairing::Paired;
use super::revised::revised;
use super::side::{Report, Reported, Side};
use super::topic::{Topic, topic};
use super::why::{self, Breakdowns, Why, why};

/// Two reports held against each other.
#[derive(Clone, Debug)]
pub struct Comparison<'s> {
    /// The old report.
    pub old: &'s Report,
    /// The new one.
    pub new: &'s Report,
    /// Every figure that differs, in the order of ids.
    pub changes: Vec<Change<'s>>,
    /// Numbers that the old report gave for its own period, and the new one gives differently: they were revised. Their ids
    /// name the period.
    pub revised: Vec<Change<'s>>,
    /// How many figures are the same on both sides.
    pub same: usize,
}

/// A figure that is not what it was.
#[derive(Clone, Debug)]
pub struct Change<'s> {
    /// Its id now.
    pub id: FigureId,
    /// What it was; none where it is new.
    pub old: Option<&'s Reported>,
    /// What it is; none where it is gone.
    pub new: Option<&'s Reported>,
    /// What it is about.
    pub(super) topic: Topic,
    /// Whether the old figure is a small count, or a rate or ratio made from one.
    pub(super) on_small_base: bool,
    /// The difference before it is made a percentage or a rate, where both are single numbers of one kind.
    pub by: Option<Ratio>,
    /// What misleads about it.
    pub notes: Vec<Note>,
    /// Whether chance would give it; none where that is not asked or can't be told.
    pub variation: Option<Variation>,
    /// The parts that made it, in one or several ways.
    pub why: Vec<Why>,
}

/// How a figure stands on the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Only on the new side.
    Added,
    /// Only on the old side.
    Removed,
    /// On both.
    Changed,
}

/// A base under this many gets no percentage, and nothing that is made from it.
const SMALL_BASE: i64 = 20;
/// How deep figures are followed to the counts that they are made from.
const DEEPEST: u8 = 8;

/// Holds the figures of two reports against each other.
#[must_use]
pub fn compare<'s>(old: &'s Side, new: &'s Side) -> Comparison<'s> {
    let paired = Paired::of(old, new);
    let breakdowns = Breakdowns::of(&paired);
    let mut comparison = Comparison {
        old: &old.report,
        new: &new.report,
        changes: Vec::new(),
        revised: revised(&paired, (old, new)),
        same: 0,
    };
    for id in paired.ids() {
        let (before, now) = (paired.old.get(id).copied(), paired.new.get(id).copied());
        let mut change = Change::bare(id.clone(), (before, now), (old, new));
        if let (Some(before), Some(now)) = (before, now) {
            let found = notes((before, now), (old, new), &paired);
            let meant = found.iter().any(|note| note.code == "redefined" || note.code == "renamed");
            if before.is_worth(now) && !meant {
                comparison.same = comparison.same.saturating_add(1);
                continue;
            }
            change.by = why::change(before, now);
            change.variation = by_chance(before, now, new);
            change.why = why(id, (before, now), &paired, &breakdowns);
            change.notes = found;
        }
        comparison.changes.push(change);
    }
    comparison
}

/// The measure or declared figure itself, for the report's own period.
pub(super) fn is_plain(id: &FigureId) -> bool {
    id.suffixes().is_empty() && id.period().is_none() && id.selection().is_whole()
}

/// Chance is asked of things that happen, counted exactly over two equally long periods that are not the same.
fn by_chance(old: &Reported, new: &Reported, side: &Side) -> Option<Variation> {
    let happens =
        side.measure(new.id.subject()).is_some_and(|it| it.kind == "events" && it.counts == "cases");
    let exact = old.status == Status::Exact && new.status == Status::Exact;
    let counts =
        old.kind == FigureKind::Count && new.kind == FigureKind::Count && new.id.suffixes().is_empty();
    let alike = old.period != new.period && months(old.period.as_ref()?) == months(new.period.as_ref()?);
    let whole = |figure: &Reported| u64::try_from(figure.exact?.to_whole()?).ok();
    (happens && exact && counts && alike).then_some(())?;
    variation(whole(old)?, whole(new)?)
}

/// Whether a figure is a count under [`SMALL_BASE`], or a rate or ratio of which something that it is made from is.
fn on_small_base(figure: &Reported, side: &Side, left: u8) -> bool {
    match (figure.kind, left.checked_sub(1)) {
        (FigureKind::Count, _) => figure.value().is_some_and(|value| value < Ratio::whole(SMALL_BASE)),
        (FigureKind::Rate | FigureKind::Ratio, Some(left)) => {
            let mut made_from = figure.inputs.iter().filter_map(|id| side.figures.get(id));
            made_from.any(|input| on_small_base(input, side, left))
        }
        _ => false,
    }
}

impl<'s> Change<'s> {
    /// The change of a figure, without what is to be said of it.
    pub(super) fn bare(
        id: FigureId,
        (old, new): (Option<&'s Reported>, Option<&'s Reported>),
        (old_side, new_side): (&Side, &Side),
    ) -> Self {
        let topic = new.map(|new| topic(new, new_side)).or(old.map(|old| topic(old, old_side)));
        let topic = topic.unwrap_or((0, ""));
        let on_small_base = old.is_some_and(|old| on_small_base(old, old_side, DEEPEST));
        let (by, variation, notes, why) = (None, None, Vec::new(), Vec::new());
        Self { id, old, new, topic, on_small_base, by, notes, variation, why }
    }

    /// How the figure stands on the two sides.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match (self.old, self.new) {
            (None, _) => Standing::Added,
            (_, None) => Standing::Removed,
            _ => Standing::Changed,
        }
    }

    /// The figure as it is now, or was where it is gone.
    #[must_use]
    pub fn shown(&self) -> Option<&'s Reported> {
        self.new.or(self.old)
    }

    /// What tables call it.
    #[must_use]
    pub fn label(&self) -> &'s str {
        self.shown().map_or("", |figure| figure.label.as_str())
    }

    /// The name of its topic.
    #[must_use]
    pub fn topic(&self) -> &'static str {
        self.topic.1
    }

    /// The difference as it is shown: percentages in points.
    #[must_use]
    pub fn difference(&self) -> Option<Ratio> {
        self.by?.times(self.new?.scale)
    }

    /// The difference as a percentage of the old value; none for percentages, for a small count and what is made from one,
    /// for nought and for what lies below it.
    #[must_use]
    pub fn percent(&self) -> Option<Ratio> {
        let old = self.old?.value()?;
        let kind = self.new?.kind;
        let has_one = match kind {
            // How a change has changed is told in its own unit.
            _ if old.is_negative() => false,
            _ if self.id.suffixes().contains(&Suffix::Change) => false,
            FigureKind::Count => !self.on_small_base,
            FigureKind::Rate | FigureKind::Ratio => !self.on_small_base && !old.is_zero(),
            _ => false,
        };
        let percent = self.difference()?.times(Ratio::whole(100))?.over(old);
        percent.filter(|_| has_one)
    }

    /// Whether a figure that could be had can be had no more.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        let had = |figure: Option<&Reported>| {
            figure.is_some_and(|it| !matches!(it.status, Status::Suppressed | Status::Unavailable))
        };
        had(self.old) && !had(self.new)
    }

    /// Whether a figure can be had that was not available: it was not withheld, but there was none.
    #[must_use]
    pub(super) fn is_first_had(&self) -> bool {
        let is_there = |figure: &Reported| figure.status != Status::Unavailable;
        !self.old.is_some_and(is_there) && self.new.is_some_and(is_there)
    }

    /// Whether it carries this caution.
    #[must_use]
    pub fn has_note(&self, code: &str) -> bool {
        self.notes.iter().any(|note| note.code == code)
    }
}
