//! Which target a figure is held against: that of its measure or declaration, for the report's own period.

use crate::model::Goal;

use super::ledger::{Ledger, Subject};
use super::nature::Nature;
use super::question::Question;
use super::whose::Whose;

impl Ledger {
    /// The target is the board's for the whole of its area over the report's year: it says nothing of a category,
    /// of other years or areas, or of a count over a part of the year.
    pub(crate) fn goal(&self, question: &Question<'_>, nature: &Nature<'_>) -> Option<Goal> {
        let board = question.whose == Whose::Board;
        let itself = board && question.made.is_none() && question.compared.is_none();
        if !itself || !question.selection.is_whole() {
            return None;
        }
        let months = question.time.months(&self.plan)?;
        let within = months.first() >= self.plan.span.first() && months.last() <= self.plan.span.last();
        if !within || (nature.over_months && months.len() != 12) {
            return None;
        }
        match question.subject {
            Subject::Measure(holding) => holding.measure.goal(),
            Subject::Declared(figure) => figure.goal(),
            Subject::Broken(..) => None,
        }
    }
}
