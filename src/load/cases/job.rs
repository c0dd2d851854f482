//! What is to be done with each row of a case list, its columns found: the slots of a row that are read, and the
//! counts that are made of them. Made by `columns`, used by `counter`.

use super::presets::Code;
use crate::model::{Again, Date, DayNumber, Measure, Month, Span, Test};

/// The work on one list.
#[derive(Debug)]
pub(super) struct Job<'a> {
    /// The cells of a row that are read, in the order in which they are asked for.
    pub(super) slots: Vec<Slot>,
    /// What is counted.
    pub(super) tasks: Vec<Task<'a>>,
    /// The slot that tells children apart.
    pub(super) child: Option<usize>,
    /// The slot of the date that every row must have, where there is one.
    pub(super) main: Option<usize>,
    /// The slots of days from which time runs until that date: a row that has one is under way while it has no end.
    pub(super) begun: Vec<usize>,
    /// The months for which rows are counted.
    pub(super) window: Span,
    /// The months that the report covers.
    pub(super) report: Span,
    /// The last day of each month of the window.
    pub(super) month_ends: Vec<(Month, DayNumber)>,
    /// The day on which the list stood.
    pub(super) on: Option<Date>,
    /// The last day that a date may lie on.
    pub(super) latest: Date,
}

/// A cell that is read, and what for.
#[derive(Debug)]
pub(super) struct Slot {
    /// Its column, from 0.
    pub(super) column: usize,
    /// Its heading.
    pub(super) heading: String,
    /// The same as it is matched.
    pub(super) folded: String,
    /// What it is read for.
    pub(super) role: Role,
    /// What its cells are read as instead of what they say, folded.
    pub(super) values: Vec<(String, String)>,
}

/// What a cell is read for.
#[derive(Debug)]
pub(super) enum Role {
    /// A day.
    Day,
    /// Whether the row counts, for each of some tasks.
    Tests(Vec<(usize, Test)>),
    /// The category of the row.
    Category {
        /// The codes that it may be.
        codes: &'static [Code],
        /// The bands into which numbers fall.
        bands: Vec<i64>,
        /// The name of the dimension.
        dimension: String,
    },
    /// Which child.
    Child,
}

/// Something that is counted.
#[derive(Debug)]
pub(super) struct Task<'a> {
    /// What it is a number of.
    pub(super) measure: &'a Measure,
    /// When a row counts.
    pub(super) when: At,
    /// The slots of categories.
    pub(super) by: Vec<usize>,
    /// Whether parts are also told by all dimensions together.
    pub(super) together: bool,
    /// Whether each child counts once.
    pub(super) distinct: bool,
    /// Whether only a row counts whose child has an earlier one.
    pub(super) again: Option<Again>,
    /// How much time must have gone by.
    pub(super) elapsed: Option<Elapsed>,
    /// Which rows count, in words.
    pub(super) filter: String,
}

/// When a row counts, by slots.
#[derive(Clone, Copy, Debug)]
pub(super) enum At {
    /// On a day.
    On(usize),
    /// From a day until another.
    Open(usize, usize),
    /// On the day on which the list stood.
    Standing,
}

/// How much time must have gone by since the day in a slot.
#[derive(Clone, Copy, Debug)]
pub(super) enum Elapsed {
    /// No more than so many working days.
    WorkingDays(usize, i32),
    /// No fewer than so many days.
    Days(usize, i32),
}

impl Elapsed {
    /// The slot of the day from which time is counted.
    pub(super) fn from(self) -> usize {
        match self {
            Self::WorkingDays(from, _) | Self::Days(from, _) => from,
        }
    }
}

impl Slot {
    /// The dimension whose categories its cells are.
    pub(super) fn dimension(&self) -> Option<&str> {
        match &self.role {
            Role::Category { dimension, .. } => Some(dimension),
            Role::Day | Role::Tests(_) | Role::Child => None,
        }
    }

    /// What a cell is read as instead of what it says.
    pub(super) fn renamed(&self, said: &str) -> Option<&str> {
        if self.values.is_empty() {
            return None;
        }
        let lower = said.to_lowercase();
        self.values.iter().find(|(from, _)| *from == lower).map(|(_, to)| to.as_str())
    }
}

impl Job<'_> {
    /// The first of the report's months, in the year in which a month lies: children are counted once for the months
    /// that the report covers, and once for the same months of earlier years. None for months that are none of these.
    pub(super) fn span_with(&self, month: Month) -> Option<Month> {
        let first = self.report.first();
        let years = month.since(first).div_euclid(12);
        let start = first.plus(years.saturating_mul(12));
        let inside = u32::try_from(month.since(start)).is_ok_and(|after| after < self.report.len());
        (inside && years <= 0).then_some(start)
    }
}

impl Task<'_> {
    /// How many breakdowns are tallied: the whole, by each dimension, and by all together where that is asked for.
    pub(super) fn breakdowns(&self) -> usize {
        let together = usize::from(self.together && self.by.len() > 1);
        self.by.len().saturating_add(1).saturating_add(together)
    }

    /// The slots of categories of a breakdown: the whole first, then each dimension, then all together.
    pub(super) fn slots_of(&self, breakdown: usize) -> &[usize] {
        let one = breakdown.checked_sub(1).and_then(|index| self.by.get(index..breakdown));
        one.unwrap_or(if breakdown == 0 { &[] } else { &self.by })
    }

    /// Whether it is a number on a day of each month.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.when, At::Open(..))
    }
}
