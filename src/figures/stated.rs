//! What official statistics state of a figure beside its counts, and whether it says more than they do.

use std::sync::Arc;

use crate::model::{Cell, FigureId, Quantity, Ratio, Reason, Span, Value};

use super::Amount;
use super::ledger::{Ledger, Reading};
use super::question::Question;
use super::working::Working;

/// Half of ten: how far a count that was rounded to tens may lie from what it was.
const HALF_OF_TEN: i64 = 5;
/// The most decimals that are looked for in a number that is stated.
const MOST_PLACES: u32 = 6;

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
        let stated = self.ledger.stated(question.name)?;
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
                self.could_be(question).is_ok_and(|range| fits(*stated, range))
            }
            (Ok(_), _) => false,
            (Err(_), Ok(_)) => true,
            (Err(reason), Err(_)) => reason.is_absence(),
        };
        is_better.then_some(reading)
    }

    /// What a question is answered with as official statistics state it, and whether its counts were rounded.
    pub(super) fn answered_as_stated(&self, question: &Question<'l>) -> Option<(&'l Reading, bool)> {
        let worked = self.worked_out(question);
        let reading = self.better(question, &worked).filter(|reading| reading.value.is_ok())?;
        let rounded = matches!(worked, Ok(Amount::Number(number)) if number.flags().rounded);
        Some((reading, rounded))
    }

    /// All that a question could come to from its counts, each as far as it may have been rounded.
    fn could_be(&self, question: &Question<'l>) -> Value {
        let Some(unrounded) = self.ledger.unrounded.as_deref() else { return self.worked_value(question) };
        let Some((name, subject)) = unrounded.subject(question.name) else {
            return self.worked_value(question);
        };
        Working::with(unrounded).worked_value(&Question { name, subject, ..question.clone() })
    }

    /// Every figure stated over `spans` that its counts can't make.
    pub(crate) fn misfits(&self, spans: &[Span]) -> Vec<Misfit> {
        let all = self.ledger.all_stated().filter(|((_, span), _)| spans.contains(span));
        let misfit = |((figure, span), reading): (&'l (FigureId, Span), &'l Reading)| {
            let given = figure.clone().at(self.ledger.plan.calendar.simplest(*span));
            let asked =
                Question { whose: self.ledger.whose.clone(), ..Question::read(&given, self.ledger).ok()? };
            let (stated, worked) = (*reading.value.as_ref().ok()?, self.could_be(&asked).ok()?);
            let misfit = Misfit { id: asked.id(), cell: reading.cell, stated, worked };
            (!fits(stated, worked)).then_some(misfit)
        };
        all.filter_map(misfit).collect()
    }
}

/// Whether a number that is stated may be the one that lies in a range: it too was rounded, to the decimals that it has.
/// What is given as approximate may be anything.
fn fits(stated: Quantity, range: Quantity) -> bool {
    let Some(point) = stated.point().filter(|_| !range.flags().said_of_each()) else { return true };
    let half =
        Ratio::new(1, 2_i64.saturating_mul(10_i64.saturating_pow(places(point)))).unwrap_or(Ratio::ONE);
    let above = range.low().is_none_or(|low| point.plus(half).is_none_or(|most| low <= most));
    let below = range.high().is_none_or(|high| point.minus(half).is_none_or(|least| high >= least));
    above && below
}

/// How many decimals a number has.
fn places(point: Ratio) -> u32 {
    let whole =
        |places: &u32| point.times(Ratio::whole(10_i64.saturating_pow(*places))).is_some_and(Ratio::is_whole);
    (0..MOST_PLACES).find(whole).unwrap_or(MOST_PLACES)
}

impl Ledger {
    /// The same ledger with each count that was rounded as the range of those that round so; none where nothing that is
    /// stated could be held against it.
    pub(super) fn unround(&self) -> Option<Arc<Self>> {
        let of_all = self.holdings().flat_map(|holding| holding.series.values());
        let rounded = of_all.flat_map(|series| series.readings()).any(is_rounded);
        if !rounded || self.all_stated().next().is_none() {
            return None;
        }
        let mut unrounded = self.clone();
        for series in unrounded.all_series_mut() {
            series.readings_mut().for_each(unround);
        }
        Some(Arc::new(unrounded))
    }
}

fn is_rounded(reading: &Reading) -> bool {
    reading.value.as_ref().is_ok_and(|number| number.flags().rounded)
}

/// Makes of a number that was rounded to tens all that it may have been: as many fives to each side as cells make it.
fn unround(reading: &mut Reading) {
    let cells = i64::try_from(reading.others.len()).unwrap_or(i64::MAX).saturating_add(1);
    let room = Ratio::whole(HALF_OF_TEN.saturating_mul(cells));
    if let (true, Ok(number)) = (is_rounded(reading), &mut reading.value) {
        let low = number.low().and_then(|low| low.minus(room)).map(|low| low.max(Ratio::ZERO));
        let high = number.high().and_then(|high| high.plus(room));
        if let Some(range) = Quantity::between(low, high) {
            *number = range.flagged(number.flags());
        }
    }
}
