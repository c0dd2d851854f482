//! (observations, plan) → figures. Pure, and it can't fail: what can't be had is a figure that says why.

#![deny(
    clippy::arithmetic_side_effects,
    reason = "a figure that overflows must say so, never stop the program"
)]

mod figure;
mod gate;

pub use figure::{Amount, Figure, FigureKind, Figures, Found, Nouns, Status};
pub use gate::{Published, PublishedFigure, publish};

use crate::model::Observations;
use crate::plan::Plan;

/// Works out every figure that the data allow.
#[must_use]
pub fn derive(observations: &Observations, plan: &Plan) -> Figures {
    let _ = (observations, plan);
    Figures::default()
}
