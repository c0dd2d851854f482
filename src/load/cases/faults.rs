//! What is wrong with cells and rows, as it is met: how often, and where the first of each kind stand.

use std::collections::BTreeMap;

/// How many of a kind are kept to be shown.
const KEPT: usize = 25;

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Ragged,
    Unclosed,
    NeverWorkedOut,
    UnreadableDate,
    MonthFirst,
    Impossible,
    EndsBeforeStart,
    BeyondHolidays,
    Unlisted,
    Unclear,
    UnusableCategory,
    TotalAsCategory,
    TooManyCategories,
    WithoutDate,
    WithoutStart,
    WithoutChild,
    Repeated,
}

/// Where a fault stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// The line of the file on which its row begins, from 1.
    pub(super) line: u64,
    /// Its column, from 0; none where the row is meant.
    pub(super) column: Option<usize>,
    /// What is to be told: how many cells a row has, say.
    pub(super) told: String,
}

/// The faults met so far.
#[derive(Debug, Default)]
pub(super) struct Faults(BTreeMap<Kind, (u64, Vec<Spot>)>);

impl Faults {
    /// Another one. What is told of it is worked out only where it is kept.
    pub(super) fn add(
        &mut self,
        kind: Kind,
        line: u64,
        column: Option<usize>,
        told: impl FnOnce() -> String,
    ) {
        let (count, kept) = self.0.entry(kind).or_default();
        *count = count.saturating_add(1);
        if kept.len() < KEPT {
            kept.push(Spot { line, column, told: told() });
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        self.0.values().fold(0, |sum, (count, _)| sum.saturating_add(*count))
    }

    /// Those of a later share of the file.
    pub(super) fn append(&mut self, later: Self) {
        for (kind, (count, spots)) in later.0 {
            let (known, kept) = self.0.entry(kind).or_default();
            *known = known.saturating_add(count);
            kept.extend(spots);
            kept.sort();
            kept.truncate(KEPT);
        }
    }

    /// Each kind with how often it was met and those kept, in the order of the file.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Kind, u64, &[Spot])> {
        self.0.iter().map(|(kind, (count, kept))| (*kind, *count, kept.as_slice()))
    }
}
