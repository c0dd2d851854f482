//! (observations, plan) → figures. Pure, and it can't fail: what can't be had is a figure that says why.
//!
//! The `ledger` arranges what is held; `list` names the figures that it reaches to; each name is taken apart
//! into a `question`, worked out (`working`, from `basis`, `declared` and `peak`) and described (`nature`,
//! `label`, `derivation`, `made_from`, `formula`); `gate` lets the result out.

#![deny(
    clippy::arithmetic_side_effects,
    reason = "a figure that overflows must say so, never stop the program"
)]

mod alike;
mod asked;
pub(crate) mod basis;
mod by_id;
mod circular;
mod declared;
mod derivation;
mod earlier;
mod figure;
mod formula;
mod found;
mod gate;
mod goal;
mod label;
pub(crate) mod ledger;
mod list;
mod made_from;
mod monthly;
mod nature;
mod neighbours;
mod peak;
pub(crate) mod question;
mod reach;
mod recompute;
pub(crate) mod stated;
pub(crate) mod whose;
pub(crate) mod working;

pub use earlier::{Earlier, Printed};
pub use figure::{Amount, Figure, FigureKind, Nouns, Status};
pub use formula::{Formula, Piece};
pub use found::{Figures, Found};
pub use gate::{Published, PublishedFigure, publish};
pub use recompute::{Recomputed, recompute};
pub use whose::Comparator;

use std::sync::Arc;

use crate::model::Observations;
use crate::plan::Plan;

use ledger::Ledger;

#[cfg(test)]
pub(crate) mod tests;

/// Works out every figure that the data reach to for the report's year and the year before. Others are worked out
/// when they are asked for.
#[must_use]
pub fn derive(observations: &Observations, plan: &Plan) -> Figures {
    let ledger = Ledger::of(observations, plan);
    let listed = list::list(&ledger, list::Extent::Report);
    Figures::listed(listed, Some(Arc::new(ledger)))
}
