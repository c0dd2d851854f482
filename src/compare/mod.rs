//! (figures of one report, figures of another) → what changed, by how much, and why. Pure.
//!
//! Each side is read from its `figures.json` (`side`), so that two builds are compared by exactly what they publish.
//! Figures are paired by id (`pairing`); each pair becomes a change (`change`) with what misleads (`notes`), the parts
//! that made it (`why`) and whether chance alone would give it (`chance`); numbers of one period that differ are `revised`; changes are put in order (`order`) and
//! written (`text`, `page`, `rows`, `json`). `stale` holds a built report against what would be built.

#![deny(clippy::arithmetic_side_effects, reason = "a comparison of any two files must end, never overflow")]

mod chance;
mod change;
mod formula;
mod json;
mod notes;
mod order;
mod page;
mod pairing;
mod phrase;
mod revised;
mod rows;
mod side;
mod stale;
mod text;
mod topic;
mod why;

pub use chance::Variation;
pub use change::{Change, Comparison, Standing, compare};
pub use json::json;
pub use notes::Note;
pub use order::{Asked, Least};
pub use page::page;
pub use revised::to_be_asked;
pub use rows::csv;
pub use side::{Measured, NotFigures, Report, Reported, Side};
pub use stale::{StaleFigure, sentences, stale_figures, stale_sentences};
pub use text::text;
pub use why::{Part, Why, WhyKind};
