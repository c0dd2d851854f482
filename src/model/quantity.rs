//! A value with its doubt: an interval of exact ratios, nearly always a single point, with flags.

use super::{Ratio, Reason};

/// Doubts that are carried into every figure made from a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// The source gave it as approximate (`~1800`).
    pub approximate: bool,
    /// The source gave it as rounding to nought (`low`, `k`); the point is nought.
    pub rounds_to_nought: bool,
}

impl Flags {
    /// The doubts of either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            approximate: self.approximate || other.approximate,
            rounds_to_nought: self.rounds_to_nought || other.rounds_to_nought,
        }
    }

    /// Whether there is any doubt.
    #[must_use]
    pub fn any(self) -> bool {
        self.approximate || self.rounds_to_nought
    }
}

/// An interval: the true value lies between `low` and `high`, both included; none means without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    low: Option<Ratio>,
    high: Option<Ratio>,
    flags: Flags,
}

impl Quantity {
    /// A single exact point.
    #[must_use]
    pub fn exact(point: Ratio) -> Self {
        Self { low: Some(point), high: Some(point), flags: Flags::default() }
    }

    /// The interval from `low` to `high`; none where they are the wrong way round.
    #[must_use]
    pub fn between(low: Option<Ratio>, high: Option<Ratio>) -> Option<Self> {
        match (low, high) {
            (Some(l), Some(h)) if l > h => None,
            _ => Some(Self { low, high, flags: Flags::default() }),
        }
    }

    /// The same interval with these doubts added.
    #[must_use]
    pub fn flagged(self, flags: Flags) -> Self {
        Self { flags: self.flags.union(flags), ..self }
    }

    /// The lower end, where there is one.
    #[must_use]
    pub fn low(self) -> Option<Ratio> {
        self.low
    }

    /// The upper end, where there is one.
    #[must_use]
    pub fn high(self) -> Option<Ratio> {
        self.high
    }

    /// Its doubts.
    #[must_use]
    pub fn flags(self) -> Flags {
        self.flags
    }

    /// The single value, where there is one (it may still be approximate).
    #[must_use]
    pub fn point(self) -> Option<Ratio> {
        if self.low == self.high { self.low } else { None }
    }

    /// The single value, where there is one and nothing about it is in doubt.
    #[must_use]
    pub fn exact_point(self) -> Option<Ratio> {
        if self.flags.any() { None } else { self.point() }
    }
}

/// What a cell or a figure holds: a quantity, or why there is none.
pub type Value = Result<Quantity, Reason>;
