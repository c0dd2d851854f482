//! The gate: figures reach pages, files and comparisons only as published figures. Today it lets all through;
//! disclosure control will live here, so nothing may go round it.

use std::ops::Deref;
use std::sync::Arc;

use crate::model::FigureId;

use super::asked::Asked;
use super::question::Refusal;
use super::{Figure, Figures, Found};

/// A figure that may be shown. Made only here.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedFigure(Arc<Figure>);

impl Deref for PublishedFigure {
    type Target = Figure;

    fn deref(&self) -> &Figure {
        &self.0
    }
}

/// All figures that may be shown.
#[derive(Clone, Debug, Default)]
pub struct Published {
    figures: Vec<PublishedFigure>,
    held: Figures,
    asked: Asked<PublishedFigure>,
}

/// Lets figures through to be shown.
#[must_use]
pub fn publish(figures: &Figures) -> Published {
    let through = figures.shared().iter().map(|figure| pass(Arc::clone(figure))).collect();
    Published { figures: through, held: figures.clone(), asked: Asked::default() }
}

/// The gate itself: every figure that is shown comes by here, listed or asked for.
fn pass(figure: Arc<Figure>) -> PublishedFigure {
    PublishedFigure(figure)
}

impl Published {
    /// All that the data reach to, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &PublishedFigure> {
        self.figures.iter()
    }

    /// All that the data reach to and those `used` beyond them (a month's change, say), in the order of their
    /// ids: what `figures.json` holds.
    #[must_use]
    pub fn with_used<'f>(&'f self, used: impl IntoIterator<Item = &'f FigureId>) -> Vec<&'f PublishedFigure> {
        let mut all: Vec<&PublishedFigure> = self.figures.iter().collect();
        all.extend(used.into_iter().filter_map(|id| match self.find(id) {
            Found::Figure(figure) => Some(figure),
            Found::NotHeld(_) | Found::Unknown => None,
        }));
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all.dedup_by(|a, b| a.id == b.id);
        all
    }

    /// The figure of that id, as [`Figures::find`].
    #[must_use]
    pub fn find(&self, id: &FigureId) -> Found<&PublishedFigure> {
        self.find_listed(id).map_or_else(|| self.find_asked(id), Ok).into()
    }

    fn find_asked(&self, id: &FigureId) -> Result<&PublishedFigure, Refusal> {
        let canonical = self.held.canonical(id)?;
        match self.find_listed(&canonical) {
            Some(figure) => Ok(figure),
            None => self
                .asked
                .find_or(|figure| figure.id == canonical, || self.held.work_out(&canonical).map(pass)),
        }
    }

    fn find_listed(&self, id: &FigureId) -> Option<&PublishedFigure> {
        let position = self.figures.binary_search_by(|figure| figure.id.cmp(id)).ok()?;
        self.figures.get(position)
    }

    /// What an id could have meant, as [`Figures::candidates`].
    #[must_use]
    pub fn candidates(&self, id: &FigureId) -> Vec<String> {
        self.held.candidates(id)
    }
}
