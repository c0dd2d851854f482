//! Figures of two sides paired by id, never by position; a measure that was renamed keeps its figures.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue;
use crate::model::{FigureId, Renames};

use super::side::{Reported, Side};

/// The figures of both sides, each by the id that it has on the new one.
#[derive(Debug)]
pub(super) struct Paired<'s> {
    pub(super) old: BTreeMap<FigureId, &'s Reported>,
    pub(super) new: BTreeMap<FigureId, &'s Reported>,
    renamed: BTreeMap<&'s str, String>,
    /// The categories that have another name now.
    categories: Renames,
}

impl<'s> Paired<'s> {
    pub(super) fn of(old: &'s Side, new: &'s Side) -> Self {
        let subjects =
            |side: &'s Side| -> BTreeSet<&'s str> { side.figures.keys().map(FigureId::subject).collect() };
        let (before, now) = (subjects(old), subjects(new));
        let renamed: BTreeMap<&str, String> = before
            .difference(&now)
            .filter_map(|name| Some((*name, new_name(name, new)?)))
            // Where the old side had both names, they were two things.
            .filter(|(_, to)| !before.contains(to.as_str()))
            .collect();
        let mut paired = Self {
            old: BTreeMap::new(),
            new: new.figures.iter().map(|(id, figure)| (id.clone(), figure)).collect(),
            renamed,
            categories: categories(old, new),
        };
        paired.old = old.figures.iter().map(|(id, figure)| (paired.name_now(id), figure)).collect();
        paired
    }

    /// The id that a figure of the old side has now.
    pub(super) fn name_now(&self, old: &FigureId) -> FigureId {
        let id = match self.renamed.get(old.subject()) {
            Some(subject) => old.clone().of_subject(subject),
            None => old.clone(),
        };
        self.categories.id_now(id)
    }

    /// Every id of either side, in order.
    pub(super) fn ids(&self) -> BTreeSet<&FigureId> {
        self.old.keys().chain(self.new.keys()).collect()
    }
}

/// The categories of the old side that have another name on the new one. Where the old side had both names, they were two
/// things.
fn categories(old: &Side, new: &Side) -> Renames {
    let held: BTreeSet<(&str, &str)> = old.figures.keys().flat_map(|id| id.selection().iter()).collect();
    let mut categories = Renames::default();
    for (dimension, was, now) in
        new.renames.iter().filter(|(dimension, _, now)| !held.contains(&(*dimension, *now)))
    {
        categories.note(dimension, was, now);
    }
    categories
}

/// What a measure of the old side is called on the new one: the measure that has its name as an alias there, or that
/// the catalogue knows by it.
fn new_name(old: &str, new: &Side) -> Option<String> {
    let alias_of = new.measures.iter().find(|measure| measure.aliases.iter().any(|alias| alias == old));
    alias_of.map(|measure| measure.id.clone()).or_else(|| {
        let entry = catalogue::entries().find(|entry| entry.aliases.contains(&old))?;
        new.measure(entry.id).map(|measure| measure.id.clone())
    })
}
