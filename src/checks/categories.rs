//! The categories of a dimension, one year beside the next: those that come or go, and one that is the total of the others.

use std::collections::BTreeSet;

use crate::diagnostic::codes::meaning::{CATEGORY_IN_ONE_YEAR, TOTAL_AMONG_PARTS};
use crate::figures::ledger::{Holding, Reading};
use crate::model::{FigureId, Kind, Name, Ratio, Selection, Span};

use super::Checks;

/// How many periods a total must hold in, and how much it must come to, before it is no chance.
const PERIODS: usize = 3;
const LARGE: i64 = 20;

impl Checks<'_> {
    /// Each dimension of a measure by itself.
    pub(super) fn categories(&mut self, holding: &Holding) {
        for (dimension, categories) in &holding.dimensions {
            self.in_one_year(holding, dimension, categories);
            self.total_among(holding, dimension, categories);
        }
    }

    /// Categories that stand in the report's year and not in the same months a year before, or the other way round.
    fn in_one_year(&mut self, holding: &Holding, dimension: &Name, categories: &BTreeSet<Name>) {
        let (now, before) = (self.ledger.plan.span, self.ledger.plan.span.plus_years(-1));
        let held = |span: Span| -> Vec<&Name> {
            let reaches = |category: &&Name| {
                let part = Selection::whole().with(dimension, *category);
                holding.series.get(&part).is_some_and(|series| series.reaches(span))
            };
            categories.iter().filter(reaches).collect()
        };
        let (this_year, last_year) = (held(now), held(before));
        if this_year.is_empty() || last_year.is_empty() {
            return;
        }
        for (there, elsewhere, is, is_not) in
            [(&this_year, &last_year, now, before), (&last_year, &this_year, before, now)]
        {
            for category in there.iter().filter(|category| !elsewhere.contains(category)) {
                self.tell_one_year(holding, dimension, category, (is, is_not));
            }
        }
    }

    fn tell_one_year(
        &mut self,
        holding: &Holding,
        dimension: &Name,
        category: &Name,
        (is, is_not): (Span, Span),
    ) {
        let part = Selection::whole().with(dimension, category);
        let Some(series) = holding.series.get(&part) else { return };
        let calendar = self.ledger.plan.calendar;
        let within = |reading: &&Reading| {
            calendar.months_in(reading.given).is_some_and(|span| is.contains(span.first()))
        };
        let Some(first) = series.readings().find(within).or_else(|| series.readings().next()) else { return };
        let (is, is_not) = (calendar.simplest(is), calendar.simplest(is_not));
        let id = FigureId::of(holding.name()).selecting(part);
        let message = format!(
            "`{id}` has numbers in {is} and none in {is_not}, which other categories of `{dimension}` have"
        );
        let finding = self
            .finding_at(&CATEGORY_IN_ONE_YEAR, message, first.cell.place)
            .help(format!(
                "if it has another name in the other year, say so: `[[categories]]` with `dimension = \"{dimension}\"`, its `name` now and what it `was`"
            ))
            .help("if there were none, give it rows with `0`; if it is new, allow this with `[[allow]]` and say so in the text")
            .touching([id]);
        self.findings.push(finding);
    }

    /// A category that is the sum of all others wherever it stands: a total row that is called something else. Where
    /// the total is given too, the parts exceed it, which is told by itself.
    fn total_among(&mut self, holding: &Holding, dimension: &Name, categories: &BTreeSet<Name>) {
        let whole_is_held = holding.series.contains_key(&Selection::whole());
        if holding.measure.kind == Kind::Percentage || categories.len() < 3 || whole_is_held {
            return;
        }
        for category in categories {
            let Some((first, times)) = self.sums_of_others(holding, dimension, categories, category) else {
                continue;
            };
            if times < PERIODS {
                continue;
            }
            let id = FigureId::of(holding.name()).selecting(Selection::whole().with(dimension, category));
            let message = format!(
                "`{category}` is the sum of all other categories of `{dimension}` in each of {times} periods"
            );
            let finding = self
                .finding_at(&TOTAL_AMONG_PARTS, message, first.cell.place)
                .label("the first of its numbers")
                .help(format!("if it is the total, leave the cell under `{dimension}` empty, which means all of them together"))
                .touching([FigureId::of(holding.name()), id]);
            self.findings.push(finding);
            return;
        }
    }

    /// In how many periods a category is the sum of at least two others that are not nought, and the first of them;
    /// none where it is not so in any one period.
    fn sums_of_others<'h>(
        &self,
        holding: &'h Holding,
        dimension: &Name,
        categories: &BTreeSet<Name>,
        category: &Name,
    ) -> Option<(&'h Reading, usize)> {
        let series = |name: &str| holding.series.get(&Selection::whole().with(dimension, name));
        let mut first = None;
        let (mut times, mut all) = (0, Ratio::ZERO);
        for reading in series(category)?.readings() {
            let number = point(reading)?;
            let at = |name: &Name| {
                let held =
                    series(name)?.at(holding.measure.kind, self.ledger.plan.calendar, reading.given)?;
                point(held)
            };
            let others: Vec<Ratio> =
                categories.iter().filter(|name| *name != category).filter_map(at).collect();
            let sum = others.iter().try_fold(Ratio::ZERO, |sum, number| sum.plus(*number))?;
            let filled = others.iter().filter(|number| !number.is_zero()).count();
            if sum != number || (filled < 2 && !number.is_zero()) {
                return None;
            }
            first = first.or(Some(reading));
            times += 1;
            all = all.plus(number)?;
        }
        first.filter(|_| all >= Ratio::whole(LARGE)).map(|first| (first, times))
    }
}

fn point(reading: &Reading) -> Option<Ratio> {
    reading.value.as_ref().ok()?.exact_point()
}
