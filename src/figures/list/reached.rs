//! Whether, and for which years, the data reach to what is to be listed.

use std::collections::BTreeSet;

use crate::figures::ledger::{Holding, Subject};
use crate::figures::question::{Question, Time};
use crate::figures::reach::{reached_years, reaches};
use crate::figures::whose::Whose;
use crate::model::{DeclaredFigure, FigureId, Name, Selection, Suffix, Year};

use super::listing::Listing;

/// How far the data reach at a time.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// Whether anything is held of what is asked about.
    held: bool,
    /// Whether the number of children is.
    peopled: bool,
}

impl Reach {
    /// Whether it is enough for what is to be made of the value.
    pub(super) fn goes_to(self, made: Option<Suffix>) -> bool {
        self.held && (self.peopled || !is_of_children(made))
    }
}

fn is_of_children(made: Option<Suffix>) -> bool {
    matches!(made, Some(Suffix::Per10000 | Suffix::PercentOfPopulation))
}

impl<'l> Listing<'l> {
    /// The years for which every operand of a declared figure is reached.
    pub(super) fn declared_years(&self, name: &'l Name, subject: &'l Subject) -> BTreeSet<Year> {
        if let Some(known) = self.years.borrow().get(name) {
            return known.clone();
        }
        let Subject::Declared(figure) = subject else { return BTreeSet::new() };
        let operands = figure.declaration.inputs().into_iter().map(|id| self.operand_years(id));
        let common = operands.reduce(|known, reached| known.intersection(&reached).copied().collect());
        let years = common.unwrap_or_default();
        self.years.borrow_mut().insert(name, years.clone());
        years
    }

    /// The years for which an operand is reached; none for one that names its own period.
    fn operand_years(&self, id: &FigureId) -> BTreeSet<Year> {
        match self.working.question(id) {
            Ok(question) if question.time == Time::REPORT => self.reached_years(&question),
            _ => BTreeSet::new(),
        }
    }

    /// The years that the data reach into for what a question is about.
    pub(super) fn reached_years(&self, question: &Question<'l>) -> BTreeSet<Year> {
        match question.subject {
            Subject::Measure(holding) => reached_years(holding, &question.selection, self.working.ledger),
            declared => self.declared_years(question.name, declared),
        }
    }

    /// The parts of a measure of which something is held, and the whole where parts make it or it is awaited.
    pub(super) fn parts(&self, holding: &Holding) -> Vec<Selection> {
        let whole = Selection::whole();
        let is_made = || holding.complete_parts(&whole).next().is_some() || self.is_awaited(holding);
        let lacks_whole = !holding.series.contains_key(&whole) && is_made();
        let unheld = lacks_whole.then(Selection::whole);
        unheld.into_iter().chain(holding.series.keys().cloned()).collect()
    }

    /// Whether the narrative says that a file will bring a measure of the board's.
    fn is_awaited(&self, holding: &Holding) -> bool {
        let ledger = self.working.ledger;
        ledger.whose == Whose::Board && ledger.plan.awaited.contains_key(&holding.measure.id)
    }

    /// Whether a question is of the report's own period, for which its measure is awaited: that it is not there yet is
    /// worth telling.
    fn awaits(&self, holding: &Holding, question: &Question<'l>) -> bool {
        question.time == Time::REPORT && self.is_awaited(holding)
    }

    /// Whether anything is held for what a question is about.
    pub(super) fn reaches(&self, question: &Question<'l>) -> bool {
        let can_be_made = || !is_of_children(question.made) || self.working.population(question.time).is_ok();
        self.is_stated(question) || can_be_made() && self.is_held(question)
    }

    /// How far the data reach for a question, whatever is made of its value.
    pub(super) fn reach(&self, question: &Question<'l>) -> Reach {
        let peopled = self.working.population(question.time).is_ok();
        Reach { held: self.is_held(question), peopled }
    }

    /// Whether official statistics state a number for a question.
    pub(super) fn is_stated(&self, question: &Question<'l>) -> bool {
        self.working.stated(question).is_some_and(|reading| reading.value.is_ok())
    }

    fn is_held(&self, question: &Question<'l>) -> bool {
        match question.subject {
            Subject::Measure(holding) => {
                reaches(holding, question, self.working.ledger) || self.awaits(holding, question)
            }
            Subject::Broken(figure, _) => figure.place.is_some(),
            Subject::Declared(figure) => {
                let of = (question.place, question.time);
                if let Some(known) = self.held.borrow().get(&of) {
                    return *known;
                }
                let found = self.are_held(figure, question.time);
                self.held.borrow_mut().insert(of, found);
                found
            }
        }
    }

    /// Whether so many of the operands of a declared figure are held that it is listed.
    fn are_held(&self, figure: &'l DeclaredFigure, time: Time) -> bool {
        let operands = self.working.operands(&figure.declaration, time);
        let mut reached =
            operands.into_iter().map(|operand| operand.is_ok_and(|operand| self.reaches(&operand)));
        // What the narrative declares is wanted, so a gap in it is worth telling; of the catalogue's, only those that
        // the data allow.
        let wanted = figure.place.is_some() && time.years_before == 0;
        if wanted { reached.any(|reached| reached) } else { reached.all(|reached| reached) }
    }
}
