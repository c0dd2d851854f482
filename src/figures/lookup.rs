//! What is looked up thousands of times: figures by their ids, and what is already known. The only user of the libraries
//! of hash tables.

use std::hash::{BuildHasher, Hash};
use std::ops::Deref;

use hashbrown::hash_table::Entry;
use hashbrown::{HashMap, HashTable};
use rustc_hash::FxBuildHasher;

use crate::model::FigureId;

use super::Figure;

/// What is already known, to be looked up and not to be gone through: it stands in no order.
pub type Known<K, V> = HashMap<K, V, FxBuildHasher>;

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

/// A number that is the same for what is the same, and nearly always another for what is another.
pub(super) fn hash(of: &(impl Hash + ?Sized)) -> u64 {
    FxBuildHasher.hash_one(of)
}

impl<F> Default for ById<F> {
    fn default() -> Self {
        Self(HashTable::new())
    }
}
