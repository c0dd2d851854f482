//! How a measure's value for a period comes about: read from a cell, summed from months or parts, or not to be had.

use std::borrow::Borrow;

use crate::model::{FigureId, Kind, Month, Period, Quantity, Ratio, Reason, Selection, Span, Value};

use super::ledger::{Holding, Ledger, Reading, Series};
use super::question::Moment;

/// Where a measure's value comes from.
#[derive(Clone, Debug)]
pub(crate) enum Basis<'l> {
    /// One cell.
    Read(&'l Reading),
    /// Months, quarters or other spans that together make the period.
    Sum(Vec<&'l Reading>),
    /// The parts of a complete dimension.
    Parts(Vec<Selection>),
    /// Monthly percentages, each with the value of the measure that weights it.
    Weighted(&'l Holding, Vec<(&'l Reading, Option<&'l Reading>)>),
    /// Nowhere.
    Absent(Reason),
}

const NEEDS_WEIGHT: &str =
    "monthly percentages make one for a longer period only where a `weight` is declared";

const COUNTED_ONCE: &str = "each counts once in the period, in however many of its parts, so that these can't be added \
                            up: the data must give the whole period";

impl Ledger {
    /// Where the value of a part of a measure comes from.
    pub(crate) fn basis<'l>(
        &'l self,
        holding: &'l Holding,
        selection: &'l Selection,
        moment: Moment,
    ) -> Basis<'l> {
        let reason = match holding.series.get(selection) {
            Some(series) => match self.in_series(holding, selection, series, moment) {
                Basis::Absent(reason) => reason,
                found => return found,
            },
            None if !holding.elsewhere.is_empty() => Reason::OnlyOtherAreas(holding.elsewhere.clone()),
            None => Reason::NotSupplied(moment.period(self.plan.calendar)),
        };
        match self.complete_parts_at(holding, selection, moment) {
            Some(parts) => Basis::Parts(parts),
            None => Basis::Absent(self.awaited_or(holding, reason)),
        }
    }

    /// The parts that make a whole that is not given: those of the first complete dimension that reaches there.
    fn complete_parts_at(
        &self,
        holding: &Holding,
        selection: &Selection,
        moment: Moment,
    ) -> Option<Vec<Selection>> {
        if holding.measure.kind == Kind::Percentage {
            return None;
        }
        let reaches = |part: &Selection| match (holding.series.get(part), moment) {
            (Some(series), Moment::Months(span)) => series.reaches(span),
            (Some(series), Moment::Day(day)) => series.on(holding.measure.kind, day).is_some(),
            (Some(series), Moment::MidYear(year)) => series.mid_years.contains_key(&year),
            (None, _) => false,
        };
        holding.complete_parts(selection).map(|(_, parts)| parts).find(|parts| parts.iter().any(reaches))
    }

    fn in_series<'l>(
        &'l self,
        holding: &'l Holding,
        selection: &Selection,
        series: &'l Series,
        moment: Moment,
    ) -> Basis<'l> {
        let kind = holding.measure.kind;
        let read = match moment {
            Moment::Day(day) => series.on(kind, day),
            Moment::MidYear(year) => series.mid_years.get(&year),
            Moment::Months(span) if span.len() == 1 => series.months.get(&span.first()),
            Moment::Months(span) => series.longer.get(&span),
        };
        match (read, moment) {
            (Some(reading), _) => Basis::Read(reading),
            (None, Moment::Months(span)) if kind == Kind::Percentage => {
                self.weighted(holding, selection, series, span)
            }
            (None, Moment::Months(span)) if span.len() > 1 => match tiles(series, span) {
                Some(_) if holding.measure.counts_once => Basis::Absent(Reason::NoMeaning(COUNTED_ONCE)),
                Some(readings) => Basis::Sum(readings),
                None => Basis::Absent(missing(series, span, moment.period(self.plan.calendar))),
            },
            (None, _) => Basis::Absent(Reason::NotSupplied(moment.period(self.plan.calendar))),
        }
    }

    fn weighted<'l>(
        &'l self,
        holding: &'l Holding,
        selection: &Selection,
        series: &'l Series,
        span: Span,
    ) -> Basis<'l> {
        let held: Vec<&Reading> = span.months().filter_map(|month| series.months.get(&month)).collect();
        let weight = holding.measure.weight.as_ref().and_then(|id| self.holding(id.as_str()));
        if held.is_empty() || span.len() == 1 {
            return Basis::Absent(Reason::NotSupplied(self.plan.calendar.simplest(span)));
        }
        let Some(weight) = weight else { return Basis::Absent(Reason::NoMeaning(NEEDS_WEIGHT)) };
        let lacking: Vec<Month> = span.months().filter(|month| !series.months.contains_key(month)).collect();
        if !lacking.is_empty() {
            return Basis::Absent(Reason::MonthsNotSupplied(lacking));
        }
        let weights = weight.series.get(selection);
        let months = span.months().filter_map(|month| {
            Some((series.months.get(&month)?, weights.and_then(|weights| weights.months.get(&month))))
        });
        Basis::Weighted(weight, months.collect())
    }

    /// The reason, or who the measure is awaited from where it is that the data lack it.
    pub(super) fn awaited_or(&self, holding: &Holding, reason: Reason) -> Reason {
        match (self.plan.awaited.get(&holding.measure.id), &reason) {
            (Some(from), Reason::NotSupplied(_) | Reason::MonthsNotSupplied(_)) => {
                Reason::Awaited(from.clone())
            }
            _ => reason,
        }
    }

    /// The value of a part of a measure.
    pub(crate) fn measured(&self, holding: &Holding, selection: &Selection, moment: Moment) -> Value {
        match self.basis(holding, selection, moment) {
            Basis::Read(reading) => reading.value.clone(),
            Basis::Sum(readings) => {
                total(readings.into_iter().map(|reading| value_of(reading, holding, selection)))
            }
            Basis::Parts(parts) => total(parts.iter().map(|part| {
                self.measured(holding, part, moment).map_err(|reason| {
                    let period = moment.period(self.plan.calendar);
                    reason.of_input(|| holding.id(part, period))
                })
            })),
            Basis::Weighted(weight, months) => weighted_mean(holding, weight, selection, &months),
            Basis::Absent(reason) => Err(reason),
        }
    }
}

/// A reading's value, its reason naming the figure that it is.
fn value_of<'r>(
    reading: &'r Reading,
    holding: &Holding,
    selection: &Selection,
) -> Result<&'r Quantity, Reason> {
    let of_input = |reason: &Reason| reason.clone().of_input(|| holding.id(selection, reading.given));
    reading.value.as_ref().map_err(of_input)
}

/// The sum of values; the first reason where one can't be had.
pub(crate) fn total<Q: Borrow<Quantity>>(values: impl IntoIterator<Item = Result<Q, Reason>>) -> Value {
    let mut sum = Quantity::exact(Ratio::ZERO);
    for value in values {
        sum.increase_by(value?.borrow())?;
    }
    Ok(sum)
}

/// The readings, other than one of all of it, that make up `span` without a gap and without an overlap: months
/// where they will do.
pub(crate) fn tiles(series: &Series, span: Span) -> Option<Vec<&Reading>> {
    let all = usize::try_from(span.len()).unwrap_or(usize::MAX);
    let months = series.months.range(span.first()..=span.last());
    let mut readings = Vec::with_capacity(all);
    readings.extend(months.map(|(_, reading)| reading));
    if readings.len() == all {
        return Some(readings);
    }
    readings.clear();
    let mut next = span.first();
    let reach = reachable(series, span);
    while next <= span.last() {
        let (reading, after) =
            steps(series, span, next).find(|(_, after)| reach.binary_search(after).is_ok())?;
        readings.push(reading);
        next = after;
    }
    Some(readings)
}

/// The months from which what follows can be tiled to the end of `span`, in order.
fn reachable(series: &Series, span: Span) -> Vec<Month> {
    let mut reach = vec![span.last().plus(1)];
    for back in 0..i32::try_from(span.len()).unwrap_or(0) {
        let month = span.last().plus(back.saturating_neg());
        if steps(series, span, month).any(|(_, after)| reach.contains(&after)) {
            reach.push(month);
        }
    }
    reach.reverse();
    reach
}

/// What could come next from `month` on within `span`, the month itself first, and the month after it.
pub(crate) fn steps(series: &Series, span: Span, month: Month) -> impl Iterator<Item = (&Reading, Month)> {
    let single = series.months.get(&month).map(|reading| (reading, month.plus(1)));
    let longest = Span::new(month, span.last());
    let shortest = Span::new(month, month);
    let longer = longest.zip(shortest).into_iter().flat_map(move |(longest, shortest)| {
        let held = series.longer.range(shortest..=longest).filter(move |(held, _)| **held != span);
        held.map(|(held, reading)| (reading, held.last().plus(1)))
    });
    single.into_iter().chain(longer)
}

/// Why `span` can't be tiled: nothing is there, or these months are missing.
fn missing(series: &Series, span: Span, period: Period) -> Reason {
    let covered = |month: &Month| {
        series.months.contains_key(month)
            || series.longer.keys().any(|held| span.encloses(*held) && held.contains(*month))
    };
    let lacking: Vec<Month> = span.months().filter(|month| !covered(month)).collect();
    let all = usize::try_from(span.len()).unwrap_or(usize::MAX);
    match lacking.len() {
        len if len == all => Reason::NotSupplied(period),
        // Spans that overlap cover everything and add up to nothing: the single months are what is wanted.
        0 => Reason::MonthsNotSupplied(
            span.months().filter(|month| !series.months.contains_key(month)).collect(),
        ),
        _ => Reason::MonthsNotSupplied(lacking),
    }
}

/// The mean of monthly percentages, weighted; it lies between the least and the greatest of them.
fn weighted_mean(
    holding: &Holding,
    weight: &Holding,
    selection: &Selection,
    months: &[(&Reading, Option<&Reading>)],
) -> Value {
    let mut products = Vec::new();
    let mut weights = Vec::new();
    let mut percents = Vec::new();
    for (percent, weighing) in months {
        let share = value_of(percent, holding, selection)?;
        let weighed = match weighing {
            Some(reading) => value_of(reading, weight, selection)?,
            None => {
                let id = || weight.id(selection, percent.given);
                return Err(Reason::NotSupplied(percent.given).of_input(id));
            }
        };
        products.push(share.times(weighed));
        weights.push(Ok::<_, Reason>(weighed));
        percents.push(share);
    }
    let of_none = || Reason::OfNone(Box::new(FigureId::of(weight.name()).selecting(selection.clone())));
    let mean = total(products)?.over(&total(weights)?, of_none)?;
    let low = percents.iter().map(|q| q.low()).min().flatten();
    let high = percents.iter().map(|q| q.high()).try_fold(Ratio::ZERO, |most, end| Some(most.max(end?)));
    Ok(mean.within(low, high))
}
