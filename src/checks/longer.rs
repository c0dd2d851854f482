//! Years and other spans beside the months within them.

use crate::diagnostic::codes::meaning::MONTHS_DO_NOT_MAKE_YEAR;
use crate::figures::basis::{steps, tiles};
use crate::figures::ledger::{Holding, Reading, Series};
use crate::model::{Kind, Month, Quantity, Ratio, Selection, Span};

use super::{Checks, shown, sum_at_least, unknown_count};

/// What whole numbers that were rounded may lie apart, in percentage points.
const ROUNDED: Ratio = Ratio::ONE;

impl Checks<'_> {
    /// Each number of a longer period against what lies within it.
    pub(super) fn longer_periods(&mut self, holding: &Holding) {
        let measure = &holding.measure;
        let against = match measure.kind {
            Kind::Events if measure.counts_once => beyond_the_sum,
            Kind::Events => other_than_the_sum,
            // Only a weight says that the months make the longer period.
            Kind::Percentage if measure.weight.is_some() => beyond_all_months,
            _ => return,
        };
        for (selection, series) in &holding.series {
            for (span, reading) in &series.longer {
                let Ok(given) = &reading.value else { continue };
                if let Some((but, parts)) = against(series, *span, given) {
                    self.contradicted((holding, selection), reading, &but, &parts);
                }
            }
        }
    }

    /// Finds a number of a longer period that is not what its parts make.
    fn contradicted(
        &mut self,
        (holding, selection): (&Holding, &Selection),
        reading: &Reading,
        but: &str,
        parts: &[&Reading],
    ) {
        let id = holding.id(selection, reading.given);
        let message = format!("`{id}` is given as {}, but {but}", shown(&reading.value));
        let mut finding = self
            .finding_at(&MONTHS_DO_NOT_MAKE_YEAR, message, reading.cell.place)
            .label("given here")
            .help("take the longer period and its months from the same export, or leave one of them out");
        if let Some(first) = parts.first() {
            finding = finding.related(first.cell.place, "the first of what it is made of");
        }
        let touched = parts.iter().map(|part| holding.id(selection, part.given));
        let touched: Vec<_> = std::iter::once(id).chain(touched).collect();
        self.findings.push(finding.touching(touched));
    }
}

/// What speaks against a number, and the readings that do.
type Against<'s> = Option<(String, Vec<&'s Reading>)>;

fn other_than_the_sum<'s>(series: &'s Series, span: Span, given: &Quantity) -> Against<'s> {
    unlike_the_sum(series, span, |made| made.certainly_differs_from(given))
}

/// Where each counts once in a period, its parts come to as much or more, and none of them to more alone.
fn beyond_the_sum<'s>(series: &'s Series, span: Span, given: &Quantity) -> Against<'s> {
    let is_above = |part: &&Reading| part.value.as_ref().is_ok_and(|number| number.is_certainly_above(given));
    let part = || within(series, span).into_iter().find(is_above);
    let alone = || part().map(|part| (format!("a part of it is {}", shown(&part.value)), vec![part]));
    unlike_the_sum(series, span, |made| given.is_certainly_above(made)).or_else(alone)
}

fn unlike_the_sum(series: &Series, span: Span, is_unlike: impl Fn(&Quantity) -> bool) -> Against<'_> {
    let parts = within(series, span);
    let made = together(series, span, &parts).filter(|made| !parts.is_empty() && is_unlike(made))?;
    Some((format!("what it is made of comes to {}", shown(&Ok(made))), parts))
}

/// Whatever the weights of months, what they make lies between the lowest and the highest of them.
fn beyond_all_months<'s>(series: &'s Series, span: Span, given: &Quantity) -> Against<'s> {
    let months: Vec<&Reading> =
        span.months().map(|month| series.months.get(&month)).collect::<Option<_>>()?;
    let ends = months.iter().map(|month| {
        let number = month.value.as_ref().ok().filter(|number| !number.flags().any())?;
        number.low().zip(number.high())
    });
    let (lows, highs): (Vec<Ratio>, Vec<Ratio>) = ends.collect::<Option<Vec<_>>>()?.into_iter().unzip();
    let (lowest, highest) = (lows.into_iter().min()?, highs.into_iter().max()?);
    let possible = Quantity::between(lowest.minus(ROUNDED), highest.plus(ROUNDED))?;
    let text = |end| shown(&Ok(Quantity::exact(end)));
    let but = || format!("its months lie between {} and {}", text(lowest), text(highest));
    possible.certainly_differs_from(given).then(|| (but(), months))
}

/// The readings that make up a span; where some are missing, those that are there.
fn within(series: &Series, span: Span) -> Vec<&Reading> {
    tiles(series, span).unwrap_or_else(|| apart(series, span))
}

/// Readings within a span that do not overlap: of those that begin in one month the greatest, as far as that is known.
fn apart(series: &Series, span: Span) -> Vec<&Reading> {
    let least = |(reading, _): &(&Reading, Month)| reading.value.as_ref().ok().and_then(Quantity::low);
    let mut found = Vec::new();
    let mut next = span.first();
    while next <= span.last() {
        let greatest = steps(series, span, next).max_by_key(least);
        found.extend(greatest.map(|(reading, _)| reading));
        next = greatest.map_or(next.plus(1), |(_, after)| after);
    }
    found
}

/// What they come to; anything more where they don't cover the whole span.
fn together(series: &Series, span: Span, parts: &[&Reading]) -> Option<Quantity> {
    let sum = sum_at_least(parts.iter().copied())?;
    if tiles(series, span).is_some() { Some(sum) } else { sum.plus(&unknown_count()).ok() }
}
