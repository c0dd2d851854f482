//! The figures that the data reach to: a finite list, and what it is made from.

mod beside;
mod listing;
mod reached;

use std::sync::Arc;

use crate::model::Suffix;
use crate::side_by_side::each;

use super::by_id::ById;
use super::figure::Figure;
use super::ledger::Ledger;
use super::question::Question;
use super::whose::Whose;
use super::working::Working;
use listing::Listing;

/// How far a list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The report's year and the year before it, each once and whole: what a reader of the report can ask about.
    Report,
    /// All that is held, every cell of it, and of each month whether it is the highest.
    Everything,
}

/// How many subjects are listed together, so that several threads have something to do.
const TOGETHER: usize = 16;

/// Every figure of all subjects that the data reach to as far as `extent`, in the order of their ids.
pub(super) fn list(ledger: &Ledger, extent: Extent) -> Vec<Arc<Figure>> {
    let subjects: Vec<usize> = (0..ledger.subjects.len()).collect();
    let together: Vec<&[usize]> = subjects.chunks(TOGETHER).collect();
    let parts = each(&together, |subjects| list_several(ledger, extent, subjects));
    sorted(parts.into_iter().flatten().collect())
}

/// Every figure of one subject, however far back, in the order of their ids.
pub(super) fn list_of(ledger: &Ledger, subject: &str) -> Vec<Arc<Figure>> {
    let place = ledger.place(subject);
    list_several(ledger, Extent::Everything, place.as_slice())
}

impl Ledger {
    /// What asks for the values themselves of one subject of the board, `made` into something or as they are: of the
    /// report's period, of the year before it, and of each year that the data reach into.
    pub(crate) fn values_asked(&self, subject: &str, made: Option<Suffix>) -> Vec<Question<'_>> {
        let place = self.place(subject);
        place
            .map(|place| Listing::of(Working::with(self), Extent::Everything).values(place, made))
            .unwrap_or_default()
    }
}

/// What is listed of the subjects at some places of the board, of the areas that it is compared with, and how the board
/// differs from them, in the order of ids.
fn list_several(ledger: &Ledger, extent: Extent, places: &[usize]) -> Vec<Arc<Figure>> {
    let working = Working::with(ledger);
    let mut board = Listing::of(working.within(ledger), extent);
    places.iter().for_each(|place| board.one_subject(*place));
    board.beside_others();
    let mut figures = board.figures;
    for other in ledger.others.values().filter(|other| !matches!(other.whose, Whose::Area(_))) {
        let mut there = Listing::of(working.within(other), extent);
        // Official numbers are the board's own where nothing else is, and then they need no second name.
        let is_local = |place: usize| {
            let name = ledger.at(place).map(|(name, _)| name);
            ledger.local.iter().any(|measure| Some(measure.name()) == name)
        };
        let others = places.iter().filter(|place| other.whose != Whose::Official || is_local(**place));
        others.for_each(|place| there.one_subject(*place));
        figures.extend(there.figures);
    }
    sorted(figures)
}

/// `listed` figures, which are `known` by their ids, `others`, and all that both are made from, in the order of ids. One
/// that has cells of its own needs no figure for each of them.
pub(super) fn closed(
    ledger: &Ledger,
    listed: &[Arc<Figure>],
    known: &ById<Arc<Figure>>,
    others: Vec<Arc<Figure>>,
) -> Vec<Arc<Figure>> {
    let working = Working::with(ledger);
    let mut also_known = ById::default();
    let mut figures = listed.to_vec();
    let is_new =
        |other: &Arc<Figure>| known.find(&other.id).is_none() && also_known.insert(Arc::clone(other));
    figures.extend(others.into_iter().filter(is_new));
    let mut reached = 0;
    while let Some(figure) = figures.get(reached).map(Arc::clone) {
        reached = reached.saturating_add(1);
        let inputs = if figure.sources.is_empty() { figure.inputs.as_slice() } else { &[] };
        for id in inputs {
            if known.find(id).or_else(|| also_known.find(id)).is_some() {
                continue;
            }
            let asked = Question::read(id, ledger).and_then(|question| working.figure(&question));
            // What goes by another id is listed by that, where it is.
            if let Some(input) = asked.ok().filter(|input| input.id == *id) {
                also_known.insert(Arc::clone(&input));
                figures.push(input);
            }
        }
    }
    sorted(figures)
}

/// In the order of ids, each once: a figure may be reached as a cell and as its year.
pub(super) fn sorted(mut figures: Vec<Arc<Figure>>) -> Vec<Arc<Figure>> {
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    figures.dedup_by(|a, b| a.id == b.id);
    figures
}
