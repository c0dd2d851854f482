//! A whole that is made from its parts, beside the other breakdowns that say they are complete: they must all make it.

use std::collections::BTreeSet;

use crate::diagnostic::codes::meaning::PARTS_DO_NOT_MAKE_TOTAL;
use crate::figures::basis::Basis;
use crate::figures::ledger::{Holding, Reading};
use crate::figures::question::{Moment, Time};
use crate::model::{FigureId, Kind, Period, Quantity, Ratio, Selection};

use super::{Checks, shown, unknown_count};

/// One complete breakdown: a dimension and the parts into which it divides a whole.
type Division<'h> = (&'h str, Vec<Selection>);

impl Checks<'_> {
    /// Each whole that is nowhere given, held against every complete breakdown of it.
    pub(super) fn divisions(&mut self, holding: &Holding) {
        if holding.measure.kind == Kind::Percentage || holding.measure.complete.len() < 2 {
            return;
        }
        for selection in wholes(holding) {
            let divisions: Vec<Division<'_>> = holding.complete_parts(&selection).collect();
            let Some((first, others)) = divisions.split_first() else { continue };
            for other in others {
                self.beside(holding, &selection, first, other);
            }
        }
    }

    /// Compares two breakdowns for each period that is given; those by the month are not told again by the year.
    fn beside(&mut self, holding: &Holding, selection: &Selection, one: &Division<'_>, other: &Division<'_>) {
        let given = self.periods(holding, one.1.iter().chain(&other.1));
        let mut found = false;
        for period in given {
            found |= self.told(holding, selection, period, one, other);
        }
        let years = if found || holding.measure.kind != Kind::Events {
            Vec::new()
        } else {
            self.years_of(holding, &one.1)
        };
        for year in years {
            self.told(holding, selection, year, one, other);
        }
    }

    /// Compares two breakdowns for a period; whether they disagree.
    fn told(
        &mut self,
        holding: &Holding,
        selection: &Selection,
        period: Period,
        one: &Division<'_>,
        other: &Division<'_>,
    ) -> bool {
        let moment = Time::at(period).moment(holding.measure.kind, &self.ledger.plan);
        // A total that is given is held against each of its breakdowns elsewhere.
        if !matches!(self.ledger.basis(holding, selection, moment), Basis::Parts(_)) {
            return false;
        }
        let sums = self.sum(holding, &one.1, moment).zip(self.sum(holding, &other.1, moment));
        let Some((sum, beside)) = sums.filter(|(sum, beside)| sum.certainly_differs_from(beside)) else {
            return false;
        };
        let first = |parts: &[Selection]| self.cell_of(holding, parts, period);
        let Some((place, related)) = first(&other.1).zip(first(&one.1)) else { return false };
        let id = holding.id(selection, period);
        let message = format!(
            "the parts of `{id}` by `{}` come to {}, and those by `{}` to {}",
            other.0,
            shown(&Ok(beside)),
            one.0,
            shown(&Ok(sum))
        );
        let parts = one.1.iter().chain(&other.1).map(|part| holding.id(part, period));
        let touched: Vec<FigureId> = std::iter::once(id).chain(parts).collect();
        let finding = self
            .finding_at(&PARTS_DO_NOT_MAKE_TOTAL, message, place.cell.place)
            .label(format!("the first of the parts by `{}`", other.0))
            .related(related.cell.place, format!("the first of the parts by `{}`", one.0))
            .help(
                "both breakdowns are said to be complete, so both must make the same total: check each part",
            )
            .help(format!(
                "if some cases fall into no category of one, take that one (`{}` or `{}`) out of `complete`",
                one.0, other.0
            ))
            .touching(touched);
        self.findings.push(finding);
        true
    }

    /// What parts come to, those that can't be had being anything from nought up; none where numbers are too large.
    fn sum(&self, holding: &Holding, parts: &[Selection], moment: Moment) -> Option<Quantity> {
        let mut values = parts.iter().map(|part| self.ledger.measured(holding, part, moment));
        values.try_fold(Quantity::exact(Ratio::ZERO), |sum, value| {
            sum.plus(&value.unwrap_or_else(|_| unknown_count())).ok()
        })
    }

    /// The periods for which any of these parts is given, each once.
    fn periods<'s>(&self, holding: &Holding, parts: impl Iterator<Item = &'s Selection>) -> BTreeSet<Period> {
        let series = parts.filter_map(|part| holding.series.get(part));
        series.flat_map(|series| series.readings().map(|reading| reading.given)).collect()
    }

    /// The first cell that gives one of these parts for the period, or else for any.
    fn cell_of<'h>(&self, holding: &'h Holding, parts: &[Selection], period: Period) -> Option<&'h Reading> {
        let (kind, calendar) = (holding.measure.kind, self.ledger.plan.calendar);
        let held = || parts.iter().filter_map(|part| holding.series.get(part));
        let of_it = held().find_map(|series| series.at(kind, calendar, period));
        of_it.or_else(|| held().find_map(|series| series.readings().next()))
    }

    /// The years into which these parts reach.
    fn years_of(&self, holding: &Holding, parts: &[Selection]) -> Vec<Period> {
        let calendar = self.ledger.plan.calendar;
        let given = self.periods(holding, parts.iter());
        let spans = given.into_iter().filter_map(|period| calendar.months_in(period));
        let years: BTreeSet<Period> =
            spans.map(|span| Period::Year(calendar.year_of(span.first()))).collect();
        years.into_iter().collect()
    }
}

/// Everything that a complete dimension divides: each part that is held, without its category in that dimension.
fn wholes(holding: &Holding) -> BTreeSet<Selection> {
    let complete = &holding.measure.complete;
    let each = holding.series.keys().flat_map(|part| {
        let divided = complete.iter().filter(|name| part.category(name).is_some());
        divided.map(|name| part.clone().without(name))
    });
    each.collect()
}
