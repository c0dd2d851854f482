//! Why a figure can't be had, in words that go into the report's workings and the findings.

use std::fmt;

use super::{FigureId, Month, Period};

/// Why a value or figure is not there. Ordered by nothing; shown by `Display` as the end of a sentence
/// "... is not available: ".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No row of the data gives it.
    NotSupplied(Period),
    /// The measure has data, but these months of the period are missing.
    MonthsNotSupplied(Vec<Month>),
    /// Held, but not published to protect people (`c`).
    Confidential,
    /// The source says that it is not available (`x`).
    NotAvailable,
    /// The source says that it does not apply (`z`).
    NotApplicable,
    /// The source says that it is too unreliable to give (`u`).
    Unreliable,
    /// The cell is empty.
    Missing,
    /// There were none in the earlier period, so no percentage can be given.
    NoneBefore,
    /// It would be a percentage of a number below nought.
    BelowNought,
    /// It would be a share or rate of nothing.
    OfNone(Box<FigureId>),
    /// A file that would give it is still awaited from somebody.
    Awaited(String),
    /// Its inputs are approximate or bounded, so that it can't be told.
    Undecided,
    /// The numbers are too large to work with exactly.
    TooLarge,
    /// It is defined by itself.
    Circular,
    /// An input can't be had.
    Input(Box<(FigureId, Reason)>),
    /// Nothing is held of the area that it is asked of; the text says why.
    NoComparator(&'static str),
    /// The data give it for these areas only, and not for the board's own.
    OnlyOtherAreas(Vec<String>),
    /// It has no meaning for this kind of measure; the text says why.
    NoMeaning(&'static str),
}

impl Reason {
    /// Whether the root of it is that the value was suppressed.
    #[must_use]
    pub fn is_suppression(&self) -> bool {
        match self {
            Self::Confidential => true,
            Self::Input(input) => input.1.is_suppression(),
            _ => false,
        }
    }

    /// The reason of a figure made from `id`, which can't be had for this reason: the root cause is kept, so
    /// that the words name the figure where the trouble is and not the whole chain.
    #[must_use]
    pub fn of_input(self, id: impl FnOnce() -> FigureId) -> Self {
        match self {
            Self::Input(..) | Self::Awaited(_) => self,
            root => Self::Input(Box::new((id(), root))),
        }
    }

    /// Whether the root of it is that the data give no value.
    #[must_use]
    pub fn is_absence(&self) -> bool {
        match self {
            Self::NotSupplied(_) | Self::MonthsNotSupplied(_) => true,
            Self::Input(input) => input.1.is_absence(),
            _ => false,
        }
    }

    /// Who it is awaited from, where the root of it is an awaited file.
    #[must_use]
    pub fn awaited_from(&self) -> Option<&str> {
        match self {
            Self::Awaited(from) => Some(from),
            Self::Input(input) => input.1.awaited_from(),
            _ => None,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSupplied(period) => write!(f, "the data give no value for {period}"),
            Self::MonthsNotSupplied(months) => {
                let list: Vec<String> = months.iter().map(Month::to_string).collect();
                write!(f, "the data lack {}", list.join(", "))
            }
            Self::Confidential => f.write_str("the source keeps it confidential"),
            Self::NotAvailable => f.write_str("the source says that it is not available"),
            Self::NotApplicable => f.write_str("the source says that it does not apply"),
            Self::Unreliable => f.write_str("the source says that it is unreliable"),
            Self::Missing => f.write_str("its cell is empty"),
            Self::NoneBefore => f.write_str("there were none the year before, so no percentage is given"),
            Self::BelowNought => {
                f.write_str("a percentage of a number below nought has no meaning, so none is given")
            }
            Self::OfNone(id) => write!(f, "`{id}` is nought, and nothing can be a share of nought"),
            Self::Awaited(from) => write!(f, "it is awaited from {from}"),
            Self::Undecided => f.write_str("its inputs are approximate or bounded, so it can't be told"),
            Self::TooLarge => f.write_str("the numbers are too large to work out exactly"),
            Self::Circular => f.write_str("it is defined by itself"),
            Self::Input(input) => write!(f, "`{}` is not available: {}", input.0, input.1),
            Self::OnlyOtherAreas(areas) => {
                let named = match areas.split_last() {
                    Some((last, [])) => last.clone(),
                    Some((last, others)) => format!("{} and {last}", others.join(", ")),
                    None => String::new(),
                };
                write!(f, "the data give it for {named} only, not for the board's own area")
            }
            Self::NoMeaning(why) | Self::NoComparator(why) => f.write_str(why),
        }
    }
}
