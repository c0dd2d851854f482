//! The working-out: the value that a question asks for, each declared figure worked out once for a time.

use std::cell::RefCell;
use std::rc::Rc;

use crate::lookup::Lookup;
use crate::model::{FigureId, Kind, Month, Period, Quantity, Ratio, Reason, Selection, Span, Suffix, Value};

use super::Amount;
use super::basis::{Basis, total};
use super::ledger::{Holding, Ledger, Subject};
use super::peak::{Heights, peak};
use super::question::{Moment, Question, Refusal, Time};
use super::whose::Whose;

type Outcome = Result<Amount, Reason>;

/// One pass of working out.
pub(crate) struct Working<'l> {
    pub(crate) ledger: &'l Ledger,
    /// What was already worked out and is not a comparison: most figures are made from few of them.
    known: Rc<RefCell<Lookup<Of, Rc<Outcome>>>>,
    /// What the operands of declared figures ask at the report's own time: each is asked for at many times.
    pub(super) operands: Rc<RefCell<Lookup<Operand, Result<Question<'l>, Reason>>>>,
}

/// An operand, by where its declaration stands, of someone: all areas have the same declarations.
type Operand = (*const FigureId, Whose);

/// What an outcome is of: which measure or declared figure by its place, what is made of it, when, whose, which part.
type Of = (usize, Option<Suffix>, Time, Whose, Selection);

/// What an outcome is worth where a number is needed: an "n of N" is its percentage.
fn number(outcome: &Outcome, of_none: impl FnOnce() -> Reason) -> Value {
    match outcome {
        Ok(Amount::Number(quantity)) => Ok(quantity.clone()),
        Ok(Amount::NOfN { part, whole }) => percentage(part, whole, of_none),
        Ok(Amount::Range { .. }) => Err(Reason::NoMeaning("a range is no single number")),
        Ok(Amount::Months(_)) => Err(Reason::NoMeaning("a month is no number")),
        Ok(Amount::Truth(_)) => Err(Reason::NoMeaning("a yes or no is no number")),
        Err(reason) => Err(reason.clone()),
    }
}

/// A part as a percentage of the whole that it can't exceed.
pub(super) fn percentage(part: &Quantity, whole: &Quantity, of_none: impl FnOnce() -> Reason) -> Value {
    let hundred = Ratio::whole(100);
    Ok(part.over_base(whole, of_none)?.scaled(hundred)?.at_most(hundred))
}

impl<'l> Working<'l> {
    pub(crate) fn with(ledger: &'l Ledger) -> Self {
        Self { ledger, known: Rc::default(), operands: Rc::default() }
    }

    /// The same pass in the ledger of another area.
    pub(super) fn within(&self, ledger: &'l Ledger) -> Self {
        Self { ledger, known: Rc::clone(&self.known), operands: Rc::clone(&self.operands) }
    }

    /// What a question comes to: worked out, or as official statistics state it where that says more.
    pub(crate) fn outcome(&self, question: &Question<'l>) -> Rc<Outcome> {
        if let Some(there) = self.elsewhere(question) {
            return there.outcome(question);
        }
        if question.compared.is_some() {
            return Rc::new(self.worked_out(question));
        }
        let Question { place, made, time, whose, selection, .. } = question;
        let of = (*place, *made, *time, whose.clone(), selection.clone());
        if let Some(known) = self.known.borrow().get(&of) {
            return Rc::clone(known);
        }
        let worked = self.worked_out(question);
        let outcome = Rc::new(match self.better(question, &worked) {
            Some(reading) => reading.value.clone().map(Amount::Number),
            None => worked,
        });
        self.known.borrow_mut().insert(of, Rc::clone(&outcome));
        outcome
    }

    /// The number that a question comes to, where it is one that can be had.
    pub(crate) fn number(&self, question: &Question<'l>) -> Option<Quantity> {
        match self.outcome(question).as_ref() {
            Ok(Amount::Number(number)) => Some(number.clone()),
            _ => None,
        }
    }

    /// The working-out where a question belongs, if that is another area.
    pub(super) fn elsewhere(&self, question: &Question<'l>) -> Option<Self> {
        let is_here = question.whose == self.ledger.whose || question.whose == Whose::Neighbours;
        let there = if is_here { None } else { self.ledger.others.get(&question.whose) };
        there.map(|ledger| self.within(ledger))
    }

    /// The number that a question comes to from counts, whatever is stated.
    pub(super) fn worked_value(&self, question: &Question<'l>) -> Value {
        number(&self.worked_out(question), || Reason::OfNone(Box::new(question.id())))
    }

    pub(super) fn worked_out(&self, question: &Question<'l>) -> Outcome {
        match (question.compared, question.made) {
            (Some(suffix), _) => self.compared(question, suffix).map(Amount::Number),
            (None, _) if question.whose == Whose::Neighbours => {
                self.average_of_neighbours(question).map(Amount::Number)
            }
            (None, Some(Suffix::Peak)) => self.peak(question).map(Amount::Months),
            (None, Some(Suffix::IsHighest)) => self.is_highest(question).map(Amount::Truth),
            (None, Some(suffix)) => self.made(question, suffix).map(Amount::Number),
            (None, None) => self.plain(question),
        }
    }

    /// The number that a question comes to.
    pub(crate) fn value(&self, question: &Question<'l>) -> Value {
        number(&self.outcome(question), || Reason::OfNone(Box::new(question.id())))
    }

    /// The number of a figure as an input of another: its reason names it.
    pub(crate) fn input(&self, question: &Question<'l>) -> Value {
        self.value(question).map_err(|reason| reason.of_input(|| question.id()))
    }

    /// The question that an id asks, where it has a meaning.
    pub(crate) fn question(&self, id: &FigureId) -> Result<Question<'l>, Reason> {
        let meant = Question::read(id, self.ledger)
            .and_then(|question| self.ledger.nature(&question).map(|_| question));
        meant.map_err(|refusal| match refusal {
            Refusal::NotHeld(reason) => reason,
            Refusal::Unknown => Reason::NoMeaning("there is no such measure, figure or category"),
        })
    }

    fn plain(&self, question: &Question<'l>) -> Outcome {
        match question.subject {
            Subject::Measure(holding) => {
                let moment = question.time.moment(holding.measure.kind, &self.ledger.plan);
                self.ledger.measured(holding, &question.selection, moment).map(Amount::Number)
            }
            Subject::Broken(_, reason) => Err(reason.clone()),
            Subject::Declared(figure) => self.declared(&figure.declaration, question.time),
        }
    }

    fn compared(&self, question: &Question<'l>, suffix: Suffix) -> Value {
        let now = question.uncompared();
        if let Some(whose) = Whose::compared_by(suffix) {
            let there = self.ledger.beside(&now, &whose);
            let unheld = Reason::NoComparator(whose.unheld(&self.ledger.areas));
            return self.input(&now)?.minus(&self.input(&there.ok_or(unheld)?)?);
        }
        let before = now.earlier();
        let (current, previous) = (self.input(&now)?, self.input(&before)?);
        if suffix == Suffix::Change {
            return current.minus(&previous);
        }
        let times = current.over_base(&previous, || Reason::NoneBefore)?;
        times.minus(&Quantity::exact(Ratio::ONE))?.scaled(Ratio::whole(100))
    }

    fn made(&self, question: &Question<'l>, suffix: Suffix) -> Value {
        let plain = question.plain();
        if let (Suffix::PerMonth, Some(months)) = (suffix, self.ledger.months_counted_once(&plain)) {
            let count = u32::try_from(months.len()).unwrap_or(u32::MAX);
            let sum = total(months.iter().map(|month| self.input(month)))?;
            return sum.over(&Quantity::exact(Ratio::from(count)), || Reason::Undecided);
        }
        let value = self.input(&plain)?;
        match suffix {
            Suffix::PerMonth => {
                let months = question.time.months(&self.ledger.plan).map_or(1, |span| span.len());
                value.over(&Quantity::exact(Ratio::from(months)), || Reason::Undecided)
            }
            Suffix::Per10000 => self.of_population(question.time, &value)?.scaled(Ratio::whole(10_000)),
            Suffix::PercentOfPopulation => {
                let percent = self.of_population(question.time, &value)?.scaled(Ratio::whole(100))?;
                let children =
                    matches!(question.subject, Subject::Measure(h) if h.measure.kind == Kind::Snapshot);
                Ok(if children { percent.at_most(Ratio::whole(100)) } else { percent })
            }
            Suffix::PercentOfTotal => self.of_total(&plain, &value),
            Suffix::Peak | Suffix::IsHighest => Err(Reason::NoMeaning("it is no number")),
            // Those that compare, ask of an area or take the whole make no other number.
            _ => Ok(value),
        }
    }

    fn of_population(&self, time: Time, value: &Quantity) -> Value {
        let id = || self.population_id(time);
        let children = self.population(time).map_err(|reason| reason.of_input(id))?;
        value.over(&children, || Reason::OfNone(Box::new(id())))
    }

    /// The children aged 0 to 17 in the middle of the calendar year in which the reporting year begins.
    pub(super) fn population(&self, time: Time) -> Value {
        let year = time.mid_year(&self.ledger.plan);
        match self.ledger.population() {
            Some(holding) => self.ledger.measured(holding, &Selection::whole(), Moment::MidYear(year)),
            None => Err(Reason::NotSupplied(Period::MidYear(year))),
        }
    }

    /// The figure of those children.
    pub(super) fn population_id(&self, time: Time) -> FigureId {
        let at = Period::MidYear(time.mid_year(&self.ledger.plan));
        match self.ledger.population() {
            Some(holding) => holding.id(&Selection::whole(), at),
            None => FigureId::of("population").at(at),
        }
    }

    /// The share of the whole, or of the measure that it is out of; tighter where the whole is made from its parts.
    fn of_total(&self, plain: &Question<'l>, part: &Quantity) -> Value {
        let whole = self.ledger.whole_of(plain);
        let of_none = || Reason::OfNone(Box::new(whole.id()));
        let hundred = Ratio::whole(100);
        if let Some(others) = self.other_parts(plain, &whole) {
            let rest = total(others.iter().map(|other| self.input(other)))?;
            return part.share_with(&rest, of_none)?.scaled(hundred);
        }
        percentage(part, &self.input(&whole)?, of_none)
    }

    /// The other parts of a total that is the sum of its parts, where `plain` is one of them.
    fn other_parts(&self, plain: &Question<'l>, whole: &Question<'l>) -> Option<Vec<Question<'l>>> {
        let Subject::Measure(holding) = whole.subject else { return None };
        let moment = whole.time.moment(holding.measure.kind, &self.ledger.plan);
        let Basis::Parts(parts) = self.ledger.basis(holding, &whole.selection, moment) else {
            return None;
        };
        parts.contains(&plain.selection).then(|| {
            let others = parts.into_iter().filter(|part| *part != plain.selection);
            others.map(|part| plain.selecting(part)).collect()
        })
    }

    fn peak(&self, question: &Question<'l>) -> Result<Vec<Month>, Reason> {
        let (holding, span) = self.monthly(question)?;
        let series = self.ledger.by_month(holding, &question.selection);
        let found = peak(series.as_deref(), holding, &question.selection, span);
        found.map_err(|reason| self.ledger.awaited_or(holding, reason))
    }

    fn is_highest(&self, question: &Question<'l>) -> Result<bool, Reason> {
        let (holding, span) = self.monthly(question)?;
        let series = self.ledger.by_month(holding, &question.selection);
        let held = series.as_deref().and_then(|series| Some((series, series.months.get(&span.first())?)));
        let (series, reading) = held.ok_or(Reason::NotSupplied(self.ledger.plan.calendar.simplest(span)))?;
        let id = |given| holding.id(&question.selection, given);
        let outcome = Heights::of(series).is_highest(span.first(), reading, id);
        outcome.map_err(|reason| match reason {
            Reason::Undecided => reason,
            root => root.of_input(|| id(reading.given)),
        })
    }

    /// The measure and months of a question about months.
    pub(super) fn monthly(&self, question: &Question<'l>) -> Result<(&'l Holding, Span), Reason> {
        let span = question.time.months(&self.ledger.plan);
        match (question.subject, span) {
            (Subject::Measure(holding), Some(span)) => Ok((holding, span)),
            _ => Err(Reason::NoMeaning("only a measure that is counted by the month has a highest month")),
        }
    }
}
