//! The figures that the data reach to: a finite list, and what it is made from.

mod beside;
mod listing;
mod reached;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{FigureId, Suffix};
use crate::side_by_side::each;

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
    let subjects: Vec<&str> = ledger.subjects.keys().map(|name| &**name).collect();
    let together: Vec<&[&str]> = subjects.chunks(TOGETHER).collect();
    let parts = each(&together, |subjects| list_several(ledger, extent, subjects));
    sorted(parts.into_iter().flatten().collect())
}

/// Every figure of one subject, however far back, in the order of their ids.
pub(super) fn list_of(ledger: &Ledger, subject: &str) -> Vec<Arc<Figure>> {
    sorted(list_several(ledger, Extent::Everything, &[subject]))
}

/// The values themselves of one subject of the board, `made` into something or as they are: of the report's period, of
/// the year before it, and of each year that the data reach into.
pub(super) fn values_of(ledger: &Ledger, subject: &str, made: Option<Suffix>) -> Vec<Arc<Figure>> {
    let mut board = Listing::of(ledger, Extent::Everything);
    if let Some((name, subject)) = ledger.subject(subject) {
        board.values(name, subject, made);
    }
    sorted(board.figures)
}

/// What is listed of some subjects of the board, of the areas that it is compared with, and how the board differs from
/// them.
fn list_several(ledger: &Ledger, extent: Extent, subjects: &[&str]) -> Vec<Arc<Figure>> {
    let mut board = Listing::of(ledger, extent);
    subjects.iter().for_each(|subject| board.one_subject(subject));
    board.beside_others();
    let mut figures = board.figures;
    for other in ledger.others.values().filter(|other| !matches!(other.whose, Whose::Area(_))) {
        let mut there = Listing::of(other, extent);
        // Official numbers are the board's own where nothing else is, and then they need no second name.
        let is_other = |subject: &&&str| {
            other.whose != Whose::Official || ledger.local.iter().any(|measure| measure.as_str() == **subject)
        };
        subjects.iter().filter(is_other).for_each(|subject| there.one_subject(subject));
        figures.extend(there.figures);
    }
    figures
}

/// `figures` and all that they are made from, in the order of their ids. One that has cells of its own needs no figure
/// for each of them.
pub(super) fn closed(ledger: &Ledger, figures: Vec<Arc<Figure>>) -> Vec<Arc<Figure>> {
    let working = Working::with(ledger);
    let mut all = sorted(figures);
    let mut wanted = missing(&working, &all, &all);
    while !wanted.is_empty() {
        let questions = wanted.iter().map(|id| Question::read(id, ledger));
        let figures = questions.filter_map(|question| working.figure(&question.ok()?).ok());
        let added: Vec<Arc<Figure>> = figures.map(Arc::new).collect();
        all.extend(added.iter().cloned());
        all = sorted(all);
        wanted = missing(&working, &all, &added);
    }
    all
}

/// In the order of ids, each once: a figure may be reached as a cell and as its year.
fn sorted(mut figures: Vec<Arc<Figure>>) -> Vec<Arc<Figure>> {
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    figures.dedup_by(|a, b| a.id == b.id);
    figures
}

/// The inputs of `added` that `all` lacks, where they have a meaning.
fn missing(working: &Working<'_>, all: &[Arc<Figure>], added: &[Arc<Figure>]) -> BTreeSet<FigureId> {
    let inputs = added.iter().filter(|figure| figure.sources.is_empty()).flat_map(|figure| &figure.inputs);
    let unlisted = inputs.filter(|id| all.binary_search_by(|f| f.id.cmp(id)).is_err());
    let meant = |id: &&FigureId| working.question(id).is_ok_and(|question| question.id() == **id);
    unlisted.filter(meant).cloned().collect()
}
