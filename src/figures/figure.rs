//! A figure: a number (or months, or a truth) of the report with all that is known of it.

use crate::model::{Cell, FigureId, Goal, Month, Name, Periods, Quantity, Reason, State};

use super::Formula;

/// What sort of thing a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// So many things: shown whole.
    Count,
    /// A percentage (57.4, not 0.574), or a difference between percentages in points: one decimal.
    Percent,
    /// So many for every 100, or 10,000, of something: one decimal.
    Rate,
    /// So many for each, or a month: one decimal.
    Ratio,
    /// Part of a whole, told as both numbers; its value is the percentage.
    NOfN,
    /// The lowest and highest of several years.
    Range,
    /// One month, or several that tie.
    Month,
    /// Yes or no.
    Truth,
}

impl FigureKind {
    /// The word for it in `figures.json`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Rate => "rate",
            Self::Ratio => "ratio",
            Self::NOfN => "n-of-n",
            Self::Range => "range",
            Self::Month => "month",
            Self::Truth => "truth",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [
            Self::Count,
            Self::Percent,
            Self::Rate,
            Self::Ratio,
            Self::NOfN,
            Self::Range,
            Self::Month,
            Self::Truth,
        ]
        .into_iter()
        .find(|kind| kind.word() == word)
    }

    /// How many decimals it is shown with.
    #[must_use]
    pub fn places(self) -> u8 {
        match self {
            Self::Percent | Self::Rate | Self::Ratio | Self::NOfN | Self::Range => 1,
            Self::Count | Self::Month | Self::Truth => 0,
        }
    }
}

/// What a figure comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// A number with its doubt. Percentages are 0 to 100.
    Number(Quantity),
    /// A part and its whole.
    NOfN {
        /// The part.
        part: Quantity,
        /// The whole.
        whole: Quantity,
    },
    /// The lowest and highest of several years.
    Range {
        /// The lowest.
        low: Quantity,
        /// The highest.
        high: Quantity,
    },
    /// The month, or those that tie, in order.
    Months(Vec<Month>),
    /// Yes or no.
    Truth(bool),
}

impl Amount {
    /// Each of its numbers.
    pub fn numbers(&self) -> impl Iterator<Item = &Quantity> {
        let (one, other) = match self {
            Self::Number(number) => (Some(number), None),
            Self::NOfN { part, whole } => (Some(part), Some(whole)),
            Self::Range { low, high } => (Some(low), Some(high)),
            Self::Months(_) | Self::Truth(_) => (None, None),
        };
        one.into_iter().chain(other)
    }

    /// How settled its numbers are; months and truths are made from numbers that they do not show.
    #[must_use]
    pub fn state(&self) -> State {
        self.numbers().map(|number| number.flags().state).max().unwrap_or_default()
    }

    /// The same without the doubt of rounding, for where a note says of all numbers what was rounded.
    #[must_use]
    pub fn noted(&self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number.noted()),
            Self::NOfN { part, whole } => Self::NOfN { part: part.noted(), whole: whole.noted() },
            Self::Range { low, high } => Self::Range { low: low.noted(), high: high.noted() },
            Self::Months(_) | Self::Truth(_) => self.clone(),
        }
    }
}

/// How far a figure can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A point without doubt.
    Exact,
    /// Made from a value that was given as approximate, or was rounded before it was published.
    Approximate,
    /// Known only to lie in an interval.
    Bounded,
    /// Withheld to protect people.
    Suppressed,
    /// Not to be had; the reason says why.
    Unavailable,
}

impl Status {
    /// The word for it in `figures.json`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate => "approximate",
            Self::Bounded => "bounded",
            Self::Suppressed => "suppressed",
            Self::Unavailable => "unavailable",
        }
    }

    /// The status of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Exact, Self::Approximate, Self::Bounded, Self::Suppressed, Self::Unavailable]
            .into_iter()
            .find(|status| status.word() == word)
    }
}

/// The words for what a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nouns<Word = Name> {
    /// "contact".
    pub singular: Word,
    /// "contacts".
    pub plural: Word,
}

impl From<Nouns<&Name>> for Nouns {
    fn from(nouns: Nouns<&Name>) -> Self {
        Self { singular: nouns.singular.clone(), plural: nouns.plural.clone() }
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its canonical id.
    pub id: FigureId,
    /// What a table calls it: "Contacts to children's social care, police".
    pub label: String,
    /// What sort of thing it is.
    pub kind: FigureKind,
    /// What it is counted in: "children", "%", "percentage points", "per 10,000 children aged 0 to 17",
    /// "per 100 contacts", "a month"; empty for months and truths.
    pub unit: String,
    /// What it counts, where that is one thing.
    pub nouns: Option<Nouns>,
    /// What it is a number of when: the year, part-year, month or (for a snapshot) the day; of one over years that do not
    /// follow one another each of these.
    pub period: Periods,
    /// What it comes to, or why it can't be had.
    pub outcome: Result<Amount, Reason>,
    /// How settled the values are that it is made from.
    pub state: State,
    /// The target that it is held against, where there is one for it.
    pub goal: Option<Box<Goal>>,
    /// How it is worked out from its inputs.
    pub formula: Formula,
    /// The figures that it is made from, in the formula's order.
    pub inputs: Vec<FigureId>,
    /// The cells that give it, where it is read or is no more than cells of its own series taken together.
    pub sources: Vec<Cell>,
}

impl Figure {
    /// How far it can be relied on.
    #[must_use]
    pub fn status(&self) -> Status {
        let amount = match &self.outcome {
            Err(reason) if reason.is_suppression() => return Status::Suppressed,
            Err(_) => return Status::Unavailable,
            Ok(amount) => amount,
        };
        if amount.numbers().any(|quantity| quantity.point().is_none()) {
            Status::Bounded
        } else if amount.numbers().any(|quantity| quantity.flags().any()) {
            Status::Approximate
        } else {
            Status::Exact
        }
    }
}
