//! Figures that are found by their ids.

use std::ops::Deref;

use crate::lookup::{Entry, HashTable, hash};
use crate::model::FigureId;

use super::Figure;

/// Figures that are found by their ids in one step. They stand in no order, and give none away.
#[derive(Clone, Debug)]
pub(super) struct ById<F>(HashTable<F>);

impl<F: Deref<Target = Figure>> ById<F> {
    /// These; of several with one id the first.
    pub(super) fn of(figures: impl ExactSizeIterator<Item = F>) -> Self {
        let mut by_id = Self(HashTable::with_capacity(figures.len()));
        for figure in figures {
            by_id.insert(figure);
        }
        by_id
    }

    /// The figure of that very id.
    pub(super) fn find(&self, id: &FigureId) -> Option<&F> {
        self.0.find(hash(id), |figure| figure.id == *id)
    }

    /// Adds one, unless there is one of its id: whether it did.
    pub(super) fn insert(&mut self, figure: F) -> bool {
        let is_known = |known: &F| known.id == figure.id;
        match self.0.entry(hash(&figure.id), is_known, |known| hash(&known.id)) {
            Entry::Vacant(place) => {
                place.insert(figure);
                true
            }
            Entry::Occupied(_) => false,
        }
    }
}

impl<F> Default for ById<F> {
    fn default() -> Self {
        Self(HashTable::new())
    }
}
