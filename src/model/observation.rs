//! One number that the data give, keyed by what it is a number of, with the cell it came from.

use std::collections::{BTreeMap, BTreeSet};

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

/// An observation under its key.
pub type Observed = (ObservationKey, Observation);

/// Everything observed: counts and other measures, one value a key, and what stands beside them.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    /// The observations: lists in key order, each of which stands whole before the next.
    lists: Vec<Vec<Observed>>,
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

    /// These: lists in key order, none of them empty, each of which stands whole before the next.
    #[must_use]
    pub fn of(lists: Vec<Vec<Observed>>) -> Self {
        Self { lists, ..Self::default() }
    }

    /// Adds one; where its key is there already, it takes its place.
    pub fn insert(&mut self, key: ObservationKey, observation: Observation) {
        let next = self.list_after(&key);
        if let Some(list) = next.checked_sub(1).and_then(|before| self.lists.get_mut(before)) {
            match list.binary_search_by(|(known, _)| known.cmp(&key)) {
                Ok(at) => {
                    if let Some((_, known)) = list.get_mut(at) {
                        *known = observation;
                    }
                    return;
                }
                Err(at) if at < list.len() => return list.insert(at, (key, observation)),
                Err(_) => {}
            }
        }
        self.lists.insert(next, vec![(key, observation)]);
    }

    /// Adds these; one whose key is there already takes its place.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Observed>) {
        others.into_iter().for_each(|(key, observation)| self.insert(key, observation));
    }

    /// Keeps only those of which `keeps` says so.
    pub fn retain(&mut self, keeps: impl Fn(&ObservationKey, &Observation) -> bool) {
        self.lists.iter_mut().for_each(|list| list.retain(|(key, observation)| keeps(key, observation)));
        self.lists.retain(|list| !list.is_empty());
    }

    /// Whether there is one with that key.
    #[must_use]
    pub fn contains_key(&self, key: &ObservationKey) -> bool {
        let list = self.list_after(key).checked_sub(1).and_then(|before| self.lists.get(before));
        list.is_some_and(|list| list.binary_search_by(|(known, _)| known.cmp(key)).is_ok())
    }

    /// The position of the first list that begins after a key.
    fn list_after(&self, key: &ObservationKey) -> usize {
        self.lists.partition_point(|list| list.first().is_some_and(|(first, _)| first <= key))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lists.iter().map(Vec::len).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Key and observation, in key order.
    #[must_use]
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &ObservationKey> {
        self.iter().map(|(key, _)| key)
    }

    /// Those of each measure, in lists as they stand.
    pub fn by_measure(&self) -> impl Iterator<Item = &[Vec<Observed>]> {
        self.lists.chunk_by(|one, other| measure_of(one) == measure_of(other))
    }
}

fn measure_of(list: &[Observed]) -> Option<&MeasureId> {
    list.first().map(|(key, _)| &key.measure)
}

impl<'o> IntoIterator for &'o Observations {
    type Item = (&'o ObservationKey, &'o Observation);
    type IntoIter = std::iter::Map<
        std::iter::Flatten<std::slice::Iter<'o, Vec<Observed>>>,
        fn(&'o Observed) -> (&'o ObservationKey, &'o Observation),
    >;

    fn into_iter(self) -> Self::IntoIter {
        self.lists.iter().flatten().map(|(key, observation)| (key, observation))
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Cell, Observation, ObservationKey, Observations, Release};
    use crate::model::{FileId, MeasureId, Month, Period, Place, Reason, Selection};

    fn at(month: u8, line: u32) -> (ObservationKey, Observation) {
        let key = ObservationKey {
            measure: MeasureId::parse("contacts").unwrap(),
            area: Area::Own,
            selection: Selection::whole(),
            release: Release::Current,
            period: Period::Month(Month::new(2024, month).unwrap()),
        };
        let cell = Cell { place: Place::start_of(FileId(0)), line, column: 1, counted: None };
        (key, Observation { value: Err(Reason::Missing), cell, others: Vec::new() })
    }

    #[test]
    fn those_that_are_added_stand_in_order_and_in_the_place_of_those_with_their_keys() {
        let mut observations = Observations::of(vec![vec![at(2, 1), at(4, 2)], vec![at(6, 3)]]);
        observations.extend([at(7, 4), at(4, 0), at(4, 5), at(1, 6), at(5, 7), at(3, 8)]);
        let lines: Vec<u32> = observations.iter().map(|(_, observation)| observation.cell.line).collect();
        assert_eq!((lines.as_slice(), observations.len()), ([6, 1, 8, 5, 7, 3, 4].as_slice(), 7));
        observations.retain(|key, _| key.period < Period::Month(Month::new(2024, 6).unwrap()));
        assert_eq!((observations.len(), observations.by_measure().count()), (5, 1));
        assert!(observations.contains_key(&at(5, 0).0) && !observations.contains_key(&at(8, 0).0));
    }
}
