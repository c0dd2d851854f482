//! Figures in plain English. Pure functions from published figures to words; the narrative's filters and every
//! table, file and message speak through them.

mod asked;
mod beside;
mod compared;
mod counted;
mod display;
mod list;
mod movement;
mod number;
mod period;
mod quantity;
mod questions;
mod registry;
mod rounding;
mod share;
mod when;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use asked::{Argument, Asked, Cannot, Phrase};
pub use display::{display, symbol};
pub use period::{spoken, spoken_day, spoken_month, spoken_months};
pub use questions::stands;
pub use registry::{Asks, FILTERS, Filter, Says, TESTS, Takes, Test, filter, test};

pub use list::listed;
