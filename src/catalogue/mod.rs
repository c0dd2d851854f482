//! The measures that boards share, and the standard figures between them, as data.

use crate::model::{DeclaredFigure, Measure};

/// Every measure of the catalogue, sorted by id.
#[must_use]
pub fn measures() -> Vec<Measure> {
    Vec::new()
}

/// Every figure that the catalogue declares, sorted by name.
#[must_use]
pub fn figures() -> Vec<DeclaredFigure> {
    Vec::new()
}
