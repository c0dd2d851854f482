//! Breakdowns beside their totals. Two dimensions are never added together: each is held against the total by itself.

use crate::diagnostic::codes::meaning::{BREAKDOWN_EXCEEDS_TOTAL, PARTS_DO_NOT_MAKE_TOTAL};
use crate::figures::ledger::{Holding, Reading, Series};
use crate::figures::question::{Moment, Time};
use crate::model::{FigureId, Kind, Period, Place, Quantity, Ratio, Selection, Value, Year};

use super::{Checks, shown, sum_at_least, unknown_count};

/// At most so many parts are pointed at in one finding.
const PARTS_SHOWN: usize = 6;

/// One breakdown: a total and the parts into which a dimension divides it.
struct Breakdown<'a> {
    holding: &'a Holding,
    selection: &'a Selection,
    dimension: &'a str,
    parts: Vec<Selection>,
}

impl Checks<'_> {
    /// Each breakdown of a measure, cell by cell, and then by year where total and parts are given differently.
    pub(super) fn breakdowns(&mut self, holding: &Holding) {
        if holding.measure.kind == Kind::Percentage {
            return;
        }
        for (selection, total) in &holding.series {
            let open = holding.dimensions.keys().filter(|name| selection.category(name).is_none());
            for dimension in open {
                let parts = holding.parts(selection, dimension);
                let breakdown = Breakdown { holding, selection, dimension, parts };
                if breakdown.parts.is_empty() || breakdown.is_counted(total) {
                    continue;
                }
                if !self.by_cell(&breakdown, total) {
                    self.by_year(&breakdown, total);
                }
            }
        }
    }

    /// Compares where total and parts are given for the same period; whether anything was found.
    fn by_cell(&mut self, breakdown: &Breakdown, total: &Series) -> bool {
        let mut found = false;
        for reading in total.readings() {
            let parts = breakdown.parts.iter().filter_map(|part| breakdown.holding.series.get(part));
            let (kind, calendar) = (breakdown.holding.measure.kind, self.ledger.plan.calendar);
            let readings: Vec<&Reading> =
                parts.filter_map(|series| series.at(kind, calendar, reading.given)).collect();
            let sum = if readings.is_empty() { None } else { sum_at_least(readings.iter().copied()) };
            if let Some(sum) = sum
                && breakdown.is_wrong(&sum, &reading.value)
            {
                let related = readings.iter().map(|reading| reading.cell.place).collect();
                self.tell(breakdown, reading.given, reading.cell.place, &sum, &reading.value, related);
                found = true;
            }
        }
        found
    }

    /// Compares the years that the report could show, where total and parts are given in different pieces.
    fn by_year(&mut self, breakdown: &Breakdown, total: &Series) {
        for year in years(breakdown.holding, total, self) {
            let moment =
                Time::at(Period::Year(year)).moment(breakdown.holding.measure.kind, &self.ledger.plan);
            let Moment::Months(_) = moment else { return };
            let measured = |selection| self.ledger.measured(breakdown.holding, selection, moment);
            let whole = measured(breakdown.selection);
            let parts: Vec<Value> = breakdown.parts.iter().map(measured).collect();
            let known = |sum: Quantity, part: &Value| sum.plus(&part.clone().unwrap_or(unknown_count())).ok();
            let sum = parts.iter().try_fold(Quantity::exact(Ratio::ZERO), known);
            let Some(sum) = sum.filter(|sum| breakdown.is_wrong(sum, &whole)) else { continue };
            let place = total.readings().next().map(|reading| reading.cell.place);
            let firsts = breakdown.parts.iter().filter_map(|part| breakdown.holding.series.get(part));
            let related = firsts.filter_map(|part| part.readings().next().map(|r| r.cell.place)).collect();
            if let Some(place) = place {
                self.tell(breakdown, Period::Year(year), place, &sum, &whole, related);
            }
        }
    }

    fn tell(
        &mut self,
        breakdown: &Breakdown,
        period: Period,
        place: Place,
        sum: &Quantity,
        total: &Value,
        related: Vec<Place>,
    ) {
        let id = breakdown.holding.id(breakdown.selection, period);
        let (dimension, shown_sum, shown_total) =
            (breakdown.dimension, shown(&Ok(sum.clone())), shown(total));
        let finding = if breakdown.is_complete() {
            let message = format!(
                "the parts of `{id}` by `{dimension}` come to {shown_sum}, and the total is {shown_total}"
            );
            self.finding_at(&PARTS_DO_NOT_MAKE_TOTAL, message, place)
                .help("check each part and the total; a category that is not listed counts as missing, not as `0`")
                .help(format!("if some cases fall into no category, take `{dimension}` out of `complete`"))
        } else {
            let message = format!(
                "the parts of `{id}` by `{dimension}` come to {shown_sum}, more than the total of {shown_total}"
            );
            self.finding_at(&BREAKDOWN_EXCEEDS_TOTAL, message, place)
                .help("check the total and each part against the source: one of them is wrong")
        };
        let touched = breakdown.parts.iter().map(|part| breakdown.holding.id(part, period));
        let touched: Vec<FigureId> = std::iter::once(id).chain(touched).collect();
        let finding = finding.label("the total").touching(touched);
        let shown = related.into_iter().take(PARTS_SHOWN);
        self.findings.push(shown.fold(finding, |finding, place| finding.related(place, "a part of it")));
    }
}

impl Breakdown<'_> {
    fn is_complete(&self) -> bool {
        self.holding.measure.complete.iter().any(|name| name == self.dimension)
    }

    /// Whether the program counted total and parts itself, row by row. They can't contradict one another then, and
    /// children who each count once may be of several parts.
    fn is_counted(&self, total: &Series) -> bool {
        let parts = self.parts.iter().filter_map(|part| self.holding.series.get(part));
        let mut readings = parts.chain([total]).flat_map(Series::readings);
        !self.is_complete() && readings.all(|reading| reading.cell.counted.is_some())
    }

    /// Whether parts of that sum can't belong to that total.
    fn is_wrong(&self, sum: &Quantity, total: &Value) -> bool {
        let Ok(total) = total else { return false };
        if self.is_complete() { sum.certainly_differs_from(total) } else { sum.is_certainly_above(total) }
    }
}

/// The years in which the total is held.
fn years(holding: &Holding, total: &Series, checks: &Checks) -> Vec<Year> {
    let calendar = checks.ledger.plan.calendar;
    if holding.measure.kind != Kind::Events {
        return Vec::new();
    }
    let months = total.months.keys().copied().chain(total.longer.keys().map(|span| span.first()));
    let mut years: Vec<Year> = months.map(|month| calendar.year_of(month)).collect();
    years.sort_unstable();
    years.dedup();
    years
}
