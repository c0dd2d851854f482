//! Published figures → the files of figures, for programs (`figures.json`) and spreadsheets (`figures.csv`).

mod csv;
mod json;
mod number;

pub use csv::figures_csv;
pub use json::figures_json;
