//! Figures in plain English. Pure functions from published figures to words; the narrative's filters and every
//! table, file and message speak through them.

mod asked;
mod benchmarked;
mod beside;
mod brief;
mod compared;
mod counted;
mod display;
mod extremes;
mod filters;
mod list;
mod movement;
mod number;
mod period;
mod quantity;
mod questions;
mod registry;
mod rounded;
mod rounding;
mod said;
mod share;
mod signed;
mod state;
mod target;
mod when;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use asked::{Argument, Asked, Cannot, Phrase};
pub use brief::{brief, on_axis};
pub use display::{as_fine, display, display_noted, in_sentence, symbol};
pub use extremes::{Named, ends_in_short, extremes, highest};
pub use filters::{FILTERS, capitalised, filter};
pub use period::{spoken, spoken_day, spoken_month, spoken_months};
pub use questions::{PROVISIONAL, TESTS, stands, test};
pub use registry::{Asks, Filter, Says, Takes, Test};
pub use rounded::{CHANGES_BEFORE_ROUNDING, differs_as_shown, is_rounded, rounded_notes};
pub use said::{Piece, Said};
pub use target::{standing, target_alone};

pub use list::listed;
pub use number::grouped;
pub use signed::{signed, signed_percent};
pub use state::{mark, state};
