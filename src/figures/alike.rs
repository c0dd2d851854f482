//! Whether figures are of one sort, so that they can be added up or taken from one another.

use crate::model::{Declaration, FigureId, Kind};

use super::FigureKind;
use super::ledger::{Ledger, Subject};
use super::nature::{Nature, POUNDS};
use super::question::Question;

const PERCENTAGES: &str = "percentages do not add up: add up what they are percentages of";
const MIXED: &str = "figures of different sorts, such as a percentage and a count, or what happens and a population, \
     can't be added up or taken from one another";

/// What can be added up with what.
#[derive(Clone, Debug, PartialEq)]
enum Sort {
    /// What happens over months.
    Events,
    /// The children of the area.
    Population,
    /// Any other number of things: a snapshot, or a declared count or average of counts.
    Things,
    Money,
    Percentage,
    /// A rate or ratio, with its unit.
    Each(String),
}

impl Sort {
    fn goes_with(&self, other: &Self) -> bool {
        let counts = [Self::Events, Self::Population];
        let things = |one: &Self, other: &Self| *one == Self::Things && counts.contains(other);
        self == other || things(self, other) || things(other, self)
    }
}

impl Ledger {
    /// Why the terms of a sum or difference can't be taken together; none where they can, and for other figures.
    pub(crate) fn unlike(&self, declaration: &Declaration) -> Option<&'static str> {
        let is_sum = matches!(declaration, Declaration::Sum(_));
        if !is_sum && !matches!(declaration, Declaration::Difference { .. }) {
            return None;
        }
        let sorts: Vec<Sort> = declaration.inputs().into_iter().filter_map(|id| self.sort_of(id)).collect();
        if !sorts.iter().all(|one| sorts.iter().all(|other| one.goes_with(other))) {
            return Some(MIXED);
        }
        (is_sum && sorts.contains(&Sort::Percentage)).then_some(PERCENTAGES)
    }

    /// The sort of a term; none for one that is no number or not known, of which its own reason tells.
    fn sort_of(&self, id: &FigureId) -> Option<Sort> {
        let question = Question::read(id, self).ok()?;
        let nature = self.nature(&question).ok()?;
        match nature.kind {
            FigureKind::Count if nature.unit == POUNDS => Some(Sort::Money),
            FigureKind::Count => Some(counted(&question)),
            FigureKind::Percent | FigureKind::NOfN => Some(Sort::Percentage),
            FigureKind::Ratio if counts_things(&nature) => Some(Sort::Things),
            FigureKind::Rate | FigureKind::Ratio => Some(Sort::Each(nature.unit.into_owned())),
            FigureKind::Range | FigureKind::Month | FigureKind::Truth => None,
        }
    }
}

/// Whether a ratio is an average of counts.
fn counts_things(nature: &Nature) -> bool {
    nature.nouns.is_some_and(|nouns| **nouns.plural == *nature.unit)
}

fn counted(question: &Question<'_>) -> Sort {
    match question.subject {
        Subject::Measure(holding) => match holding.measure.kind {
            Kind::Events => Sort::Events,
            Kind::Population => Sort::Population,
            Kind::Snapshot | Kind::Percentage => Sort::Things,
        },
        Subject::Declared(_) | Subject::Broken(..) => Sort::Things,
    }
}
