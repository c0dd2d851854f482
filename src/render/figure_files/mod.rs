//! Published figures → the files of figures, for programs (`figures.json`) and spreadsheets (`figures.csv`).

mod entry;
mod json;
mod number;
mod rows;

pub use entry::Entry;
pub use json::figures_json;
pub(super) use number::decimal;
pub use rows::figures_csv;
