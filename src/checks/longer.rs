//! Years and other spans beside the months within them.

use crate::diagnostic::codes::meaning::MONTHS_DO_NOT_MAKE_YEAR;
use crate::figures::basis::tiles;
use crate::figures::ledger::{Holding, Reading, Series};
use crate::model::{Kind, Quantity, Selection, Span};

use super::{Checks, shown, sum_at_least, unknown_count};

impl Checks<'_> {
    /// Each number of a longer period against what lies within it.
    pub(super) fn longer_periods(&mut self, holding: &Holding) {
        if holding.measure.kind != Kind::Events {
            return;
        }
        for (selection, series) in &holding.series {
            for (span, reading) in &series.longer {
                self.longer_period(holding, selection, series, *span, reading);
            }
        }
    }

    fn longer_period(
        &mut self,
        holding: &Holding,
        selection: &Selection,
        series: &Series,
        span: Span,
        reading: &Reading,
    ) {
        let parts = within(series, span);
        let (Some(made), Ok(given)) = (together(series, span, &parts), &reading.value) else { return };
        // Where each counts once in a period, the months come to as much or more.
        let differs = if holding.measure.counts_once {
            given.is_certainly_above(&made)
        } else {
            made.certainly_differs_from(given)
        };
        if parts.is_empty() || !differs {
            return;
        }
        let id = holding.id(selection, reading.given);
        let message = format!(
            "`{id}` is given as {}, but what it is made of comes to {}",
            shown(&reading.value),
            shown(&Ok(made))
        );
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

/// The readings that make up a span; where some are missing, the months that are there.
fn within(series: &Series, span: Span) -> Vec<&Reading> {
    tiles(series, span).unwrap_or_else(|| {
        series.months.range(span.first()..=span.last()).map(|(_, reading)| reading).collect()
    })
}

/// What they come to; anything more where they don't cover the whole span.
fn together(series: &Series, span: Span, parts: &[&Reading]) -> Option<Quantity> {
    let sum = sum_at_least(parts.iter().copied())?;
    if tiles(series, span).is_some() { Some(sum) } else { sum.plus(&unknown_count()).ok() }
}
