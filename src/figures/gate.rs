//! The gate: figures reach pages, files and comparisons only as published figures. Today it lets all through;
//! disclosure control will live here, so nothing may go round it.

use std::ops::Deref;

use crate::model::FigureId;

use super::{Figure, Figures, Found};

/// A figure that may be shown. Made only here.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedFigure(Figure);

impl Deref for PublishedFigure {
    type Target = Figure;

    fn deref(&self) -> &Figure {
        &self.0
    }
}

/// All figures that may be shown.
#[derive(Clone, Debug, Default)]
pub struct Published {
    figures: std::collections::BTreeMap<FigureId, PublishedFigure>,
    held: Figures,
}

/// Lets figures through to be shown.
#[must_use]
pub fn publish(figures: &Figures) -> Published {
    let through = figures.iter().map(|figure| (figure.id.clone(), PublishedFigure(figure.clone()))).collect();
    Published {
        figures: through,
        held: Figures { by_id: Default::default(), subjects: figures.subjects.clone() },
    }
}

impl Published {
    /// All of them, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &PublishedFigure> {
        self.figures.values()
    }

    /// The figure of that id.
    #[must_use]
    pub fn find(&self, id: &FigureId) -> Found<&PublishedFigure> {
        let _ = &self.held;
        self.figures.get(id).map_or(Found::Unknown, Found::Figure)
    }
}
