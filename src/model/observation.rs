//! One number that the data give, keyed by what it is a number of, with the cell it came from.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};

use super::{Areas, FigureId, MeasureId, Name, Period, Place, Ratio, Selection, Span, Value};

/// Whose number it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// The board's own area.
    Own,
    /// England, a region, a neighbour: by its official code, or its name where there is none.
    Other(Name),
}

/// Which release of the figure: the latest, or an earlier one by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Release {
    /// What the board uses now.
    Current,
    /// What official statistics give.
    Official,
    /// An earlier release, kept for comparison.
    Earlier(Name),
}

/// What an observation is a number of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObservationKey {
    /// The measure.
    pub measure: MeasureId,
    /// Whose.
    pub area: Area,
    /// Which part.
    pub selection: Selection,
    /// Which release.
    pub release: Release,
    /// When.
    pub period: Period,
}

/// The cell of a file that gave a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Its stretch of the file, for findings.
    pub place: Place,
    /// Its line in the file, from 1.
    pub line: u32,
    /// Its column in the table, counted in cells from 1.
    pub column: u32,
    /// Where the value was counted in a case list: how. No row is named then, and the line is 0.
    pub counted: Option<Counted>,
}

/// How a value was counted in a case list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// Which counting of the file, by its position in [`super::LoneCells::countings`].
    pub by: u32,
    /// How many rows were counted for it.
    pub rows: u64,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The value, or why there is none.
    pub value: Value,
    /// The cell; of several that make the value together, the first.
    pub cell: Cell,
    /// The others that make it, in order: entries that were counted or added up.
    pub others: Vec<Cell>,
}

/// A rate or percentage that its publisher worked out: whose, which figure (without area and period), over what.
pub type StatedKey = (Area, FigureId, Span);

/// Everything observed: counts and other measures, one value a key, in key order, and what stands beside them.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    /// The observations.
    pub by_key: BTreeMap<ObservationKey, Observation>,
    /// Rates and percentages as official statistics state them, used where they can't be worked out.
    pub stated: BTreeMap<StatedKey, Observation>,
    /// The areas whose numbers these are.
    pub areas: Areas,
    /// Targets that stand in scorecards, for measures to which the narrative gives none: the number and its cell.
    pub targets: BTreeMap<MeasureId, (Ratio, Place)>,
    /// Dimensions and the names in them that categories had before, as far as files still call them so.
    pub formerly: BTreeSet<(String, String)>,
}

impl Observations {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Deref for Observations {
    type Target = BTreeMap<ObservationKey, Observation>;

    fn deref(&self) -> &Self::Target {
        &self.by_key
    }
}

impl DerefMut for Observations {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.by_key
    }
}

impl<'o> IntoIterator for &'o Observations {
    type Item = (&'o ObservationKey, &'o Observation);
    type IntoIter = std::collections::btree_map::Iter<'o, ObservationKey, Observation>;

    fn into_iter(self) -> Self::IntoIter {
        self.by_key.iter()
    }
}
