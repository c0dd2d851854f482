//! A period cell → a period: read as it is written, settled by its column, fitted to the kind of measure.

mod column;
mod fit;
mod slip;
mod written;

pub(super) use column::PeriodColumn;
pub(super) use written::{Written, month_number};
