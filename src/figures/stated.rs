//! What official statistics state of a figure beside its counts, and whether it says more than they do.

use crate::model::{Cell, FigureId, Quantity, Ratio, Reason, Span};

use super::Amount;
use super::ledger::Reading;
use super::question::Question;
use super::working::Working;

/// A rate or percentage that is stated and that the counts held can't make.
pub(crate) struct Misfit {
    /// Which figure, of whom, when.
    pub(crate) id: FigureId,
    /// Where it is stated.
    pub(crate) cell: Cell,
    /// As it is stated.
    pub(crate) stated: Quantity,
    /// All that the counts could make.
    pub(crate) worked: Quantity,
}

impl<'l> Working<'l> {
    /// What official statistics state for a question.
    pub(super) fn stated(&self, question: &Question<'l>) -> Option<&'l Reading> {
        if question.compared.is_some() || question.whose != self.ledger.whose {
            return None;
        }
        let stated = self.ledger.stated(question.place)?;
        let id = FigureId::of(question.name).selecting(question.selection.clone());
        let id = question.made.into_iter().fold(id, FigureId::then);
        stated.get(&(id, question.time.months(&self.ledger.plan)?))
    }

    /// What is stated for a question where it says more than what is worked out: a number where that has none, or one
    /// from counts before they were rounded, or a reason where the counts are only absent.
    pub(super) fn better(
        &self,
        question: &Question<'l>,
        worked: &Result<Amount, Reason>,
    ) -> Option<&'l Reading> {
        let reading = self.stated(question)?;
        let is_better = match (worked, &reading.value) {
            (Ok(Amount::Number(number)), Ok(stated)) if number.exact_point().is_none() => {
                fits(stated, number)
            }
            (Ok(_), _) => false,
            (Err(_), Ok(_)) => true,
            (Err(reason), Err(_)) => reason.is_absence(),
        };
        is_better.then_some(reading)
    }

    /// What a question is answered with as official statistics state it, and whether its counts were rounded.
    pub(super) fn answered_as_stated(&self, question: &Question<'l>) -> Option<(&'l Reading, bool)> {
        // Working out takes long, and hardly any figure is stated.
        self.stated(question).filter(|reading| reading.value.is_ok())?;
        let worked = self.worked_out(question);
        let reading = self.better(question, &worked).filter(|reading| reading.value.is_ok())?;
        let rounded = matches!(worked, Ok(Amount::Number(number)) if number.flags().rounded);
        Some((reading, rounded))
    }

    /// Every figure stated over `spans` that its counts can't make.
    pub(crate) fn misfits(&self, spans: &[Span]) -> Vec<Misfit> {
        let all = self.ledger.all_stated().filter(|((_, span), _)| spans.contains(span));
        let misfit = |((figure, span), reading): (&'l (FigureId, Span), &'l Reading)| {
            let given = figure.clone().at(self.ledger.plan.calendar.simplest(*span));
            let asked =
                Question { whose: self.ledger.whose.clone(), ..Question::read(&given, self.ledger).ok()? };
            let (stated, worked) = (reading.value.as_ref().ok()?, self.worked_value(&asked).ok()?);
            let misfit =
                |worked| Misfit { id: asked.id(), cell: reading.cell, stated: stated.clone(), worked };
            (!fits(stated, &worked)).then(|| misfit(worked))
        };
        all.filter_map(misfit).collect()
    }
}

/// Whether a number that is stated may be the one that counts make: both may have been rounded.
fn fits(stated: &Quantity, worked: &Quantity) -> bool {
    let Some(half) = stated.point().map(half_of_last_place) else { return true };
    let above = |end: Option<Ratio>| {
        end.zip(stated.high()).is_none_or(|(low, point)| point.plus(half).is_none_or(|most| low <= most))
    };
    let below = |end: Option<Ratio>| {
        end.zip(stated.low()).is_none_or(|(high, point)| point.minus(half).is_none_or(|least| high >= least))
    };
    above(worked.least()) && below(worked.most())
}

/// Half of the last decimal that a number has; of a whole one, of one.
fn half_of_last_place(point: Ratio) -> Ratio {
    if point.is_whole() { Ratio::ONE.half_of_last_digit() } else { point.half_of_last_digit() }
}
