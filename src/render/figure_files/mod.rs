//! Published figures → the files of figures, for programs (`figures.json`) and spreadsheets (`figures.csv`).

mod json;
mod number;
mod rows;

pub use json::figures_json;
pub use rows::figures_csv;
