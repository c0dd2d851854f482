//! Declared figures: conversions, percentages, ratios, sums, differences, averages and ranges of other figures.

use crate::model::{Declaration, FigureId, Period, Quantity, Ratio, Reason, Value, YearsAsked};
use crate::plan::Plan;

use super::Amount;
use super::basis::total;
use super::question::{Question, Time};
use super::working::{Working, percentage};

impl<'l> Working<'l> {
    /// What a declaration comes to at a time.
    pub(super) fn declared(&self, declaration: &'l Declaration, time: Time) -> Result<Amount, Reason> {
        let input = |id: &'l FigureId| self.operand(id, time);
        let of_none = |id: &'l FigureId| Reason::OfNone(Box::new(self.operand_id(id, time)));
        let number = |value: Value| value.map(Amount::Number);
        if let Some(why) = self.ledger.unlike(declaration) {
            return Err(Reason::NoMeaning(why));
        }
        match declaration {
            Declaration::Conversion { from, to } => {
                let (from_value, to_value) = (input(from)?, input(to)?);
                let each = to_value.over_base(&from_value, || of_none(from));
                number(each.and_then(|each| each.scaled(Ratio::whole(100))))
            }
            Declaration::Percent { part, whole } => {
                let (part, all) = (input(part)?, input(whole)?);
                number(percentage(&part, &all, || of_none(whole)))
            }
            Declaration::NOfN { part, whole } => {
                let (part, all) = (input(part)?, input(whole)?);
                // Of nothing there is no part to tell.
                percentage(&part, &all, || of_none(whole))?;
                Ok(Amount::NOfN { part, whole: all })
            }
            Declaration::Ratio { of, per } => {
                let (of, among) = (input(of)?, input(per)?);
                number(of.over(&among, || of_none(per)))
            }
            Declaration::Sum(terms) => number(total(terms.iter().map(input))),
            Declaration::Difference { from, take } => {
                let (from, take) = (input(from)?, input(take)?);
                number(from.minus(&take))
            }
            Declaration::Average { of, years } => number(self.average(of, years, time)),
            Declaration::Range { of, years } => self.range(of, years, time),
        }
    }

    fn average(&self, of: &'l FigureId, years: &YearsAsked, time: Time) -> Value {
        let times = times(years, time, &self.ledger.plan);
        let count = u32::try_from(times.len()).unwrap_or(u32::MAX);
        let sum = total(times.into_iter().map(|time| self.operand(of, time)))?;
        sum.over(&Quantity::exact(Ratio::from(count)), || NO_YEARS)
    }

    fn range(&self, of: &'l FigureId, years: &YearsAsked, time: Time) -> Result<Amount, Reason> {
        let times = times(years, time, &self.ledger.plan);
        let values: Vec<Quantity> =
            times.into_iter().map(|time| self.operand(of, time)).collect::<Result<_, _>>()?;
        let (first, others) = values.split_first().ok_or(NO_YEARS)?;
        let low = others.iter().fold(first.clone(), |low, next| lower(&low, next));
        let high = others.iter().fold(first.clone(), |high, next| higher(&high, next));
        Ok(Amount::Range { low, high })
    }

    /// An operand's number at the time of the declared figure.
    fn operand(&self, id: &'l FigureId, time: Time) -> Value {
        match self.operand_at(id, time) {
            Ok(question) => self.input(&question),
            Err(reason) => Err(reason.of_input(|| id.clone())),
        }
    }

    /// All that a declaration is made from at a time, in order: of an average or range, a figure a year.
    pub(super) fn operands(
        &self,
        declaration: &'l Declaration,
        time: Time,
    ) -> Vec<Result<Question<'l>, Reason>> {
        match declaration {
            Declaration::Average { of, years } | Declaration::Range { of, years } => {
                let times = times(years, time, &self.ledger.plan).into_iter();
                times.map(|time| self.operand_at(of, time)).collect()
            }
            _ => declaration.inputs().into_iter().map(|id| self.operand_at(id, time)).collect(),
        }
    }

    /// What an operand asks at the time of the declared figure.
    pub(super) fn operand_at(&self, id: &'l FigureId, time: Time) -> Result<Question<'l>, Reason> {
        let operand = (std::ptr::from_ref(id), self.ledger.whose.clone());
        let mut operands = self.operands.borrow_mut();
        let mut question = operands.entry(operand).or_insert_with(|| self.question(id)).clone()?;
        question.time = moved(question.time, time, &self.ledger.plan);
        Ok(question)
    }

    fn operand_id(&self, id: &'l FigureId, time: Time) -> FigureId {
        self.operand_at(id, time).map_or_else(|_| id.clone(), |question| question.id())
    }
}

const NO_YEARS: Reason = Reason::NoMeaning("it names no years to be taken over");

/// The time of an operand: its own, moved as the declared figure's is from the report's. An operand that names
/// its period moves by whole years.
fn moved(own: Time, asked: Time, plan: &Plan) -> Time {
    if own.named.is_none() {
        return Time {
            named: asked.named,
            years_before: own.years_before.saturating_add(asked.years_before),
        };
    }
    let years = plan.year.start().saturating_sub(asked.year(plan).start());
    own.earlier(years)
}

/// The times over which an average or range is taken: years of the same months as the report's, each once.
pub(super) fn times(years: &YearsAsked, time: Time, plan: &Plan) -> Vec<Time> {
    match years {
        YearsAsked::Latest(count) => {
            (0..i16::from(*count)).rev().map(|back| before(time, back, plan)).collect()
        }
        YearsAsked::These(years) => years
            .iter()
            .enumerate()
            .filter(|(position, year)| !years.iter().take(*position).any(|earlier| earlier == *year))
            .map(|(_, year)| year)
            .map(|year| before(time, plan.year.start().saturating_sub(year.start()), plan))
            .collect(),
    }
}

/// So many years before `time`: by name where years are whole, so that the figure is one that tables list.
fn before(time: Time, years: i16, plan: &Plan) -> Time {
    let total = time.years_before.saturating_add(years);
    let whole = plan.span == plan.calendar.months_of(plan.year);
    match (time.named, total) {
        (None, 0 | 1) => Time { named: None, years_before: total },
        (None, _) if whole => match plan.calendar.year(plan.year.start().saturating_sub(total)) {
            Some(year) => Time::at(Period::Year(year)),
            None => time.earlier(years),
        },
        (Some(Period::Year(year)), _) => match plan.calendar.year(year.start().saturating_sub(total)) {
            Some(year) => Time::at(Period::Year(year)),
            None => time.earlier(years),
        },
        _ => time.earlier(years),
    }
}

/// The lower of two, as far as each is known.
fn lower(one: &Quantity, other: &Quantity) -> Quantity {
    let low = one.low().zip(other.low()).map(|(a, b)| a.min(b));
    let high = one.high().map_or(other.high(), |a| Some(other.high().map_or(a, |b| a.min(b))));
    either(low, high, one, other)
}

/// The higher of two, as far as each is known.
fn higher(one: &Quantity, other: &Quantity) -> Quantity {
    let high = one.high().zip(other.high()).map(|(a, b)| a.max(b));
    let low = one.low().map_or(other.low(), |a| Some(other.low().map_or(a, |b| a.max(b))));
    either(low, high, one, other)
}

fn either(low: Option<Ratio>, high: Option<Ratio>, one: &Quantity, other: &Quantity) -> Quantity {
    Quantity::between(low, high).unwrap_or_else(|| one.clone()).flagged(one.flags()).flagged(other.flags())
}
