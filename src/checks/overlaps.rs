//! Spans of months that overlap, and what the others make of one of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::codes::meaning::MONTHS_DO_NOT_MAKE_YEAR;
use crate::figures::basis::tiles;
use crate::figures::ledger::{Holding, Reading, Series};
use crate::model::{Kind, Month, Quantity, Ratio, Selection, Span};

use super::{Checks, shown};

impl Checks<'_> {
    /// Spans that neither lie within each other nor apart: several of them can make up a year, and must come to the same.
    pub(super) fn overlapping_periods(&mut self, holding: &Holding) {
        if holding.measure.kind != Kind::Events || holding.measure.counts_once {
            return;
        }
        for (selection, series) in &holding.series {
            if overlap(series.longer.keys().copied()) {
                self.overlapping(holding, selection, series);
            }
        }
    }

    fn overlapping(&mut self, holding: &Holding, selection: &Selection, series: &Series) {
        let mut known = Distances::default();
        for (span, reading) in from_short_to_long(series) {
            let Ok(value) = &reading.value else { continue };
            let ends = (span.first(), span.last().plus(1));
            match known.between(ends) {
                None => known.join(ends, value),
                // What it is made of is held against it elsewhere.
                Some(made) if made.certainly_differs_from(value) && tiles(series, span).is_none() => {
                    self.disagree(holding, selection, reading, made);
                }
                Some(_) => {}
            }
        }
    }

    fn disagree(&mut self, holding: &Holding, selection: &Selection, reading: &Reading, made: Quantity) {
        let id = holding.id(selection, reading.given);
        let message = format!(
            "`{id}` is given as {}, but the periods that it overlaps make it {}",
            shown(&reading.value),
            shown(&Ok(made))
        );
        let finding = self
            .finding_at(&MONTHS_DO_NOT_MAKE_YEAR, message, reading.cell.place)
            .label("given here")
            .help("take all periods from the same export, or leave out those that overlap others");
        self.findings.push(finding.touching([id]));
    }
}

/// Whether one of these spans begins within another and ends after it.
fn overlap(spans: impl Iterator<Item = Span>) -> bool {
    let mut spans: Vec<Span> = spans.collect();
    spans.sort_by_key(|span| (span.first(), Reverse(span.last())));
    let mut around: Vec<Span> = Vec::new();
    spans.into_iter().any(|span| {
        while around.pop_if(|outer| outer.last() < span.first()).is_some() {}
        let ends_after = around.last().is_some_and(|outer| outer.last() < span.last());
        around.push(span);
        ends_after
    })
}

fn from_short_to_long(series: &Series) -> Vec<(Span, &Reading)> {
    let months =
        series.months.iter().filter_map(|(month, reading)| Some((Span::new(*month, *month)?, reading)));
    let mut all: Vec<(Span, &Reading)> =
        months.chain(series.longer.iter().map(|(span, reading)| (*span, reading))).collect();
    all.sort_by_key(|(span, _)| span.len());
    all
}

/// How many there were between beginnings of months, as far as spans join them: of each the beginning that it is counted
/// from, and how many there were since.
#[derive(Default)]
struct Distances(BTreeMap<Month, (Month, Quantity)>);

impl Distances {
    fn between(&self, (from, to): (Month, Month)) -> Option<Quantity> {
        let ((base, begun), (other, ended)) = (self.0.get(&from)?, self.0.get(&to)?);
        (base == other).then(|| ended.minus(begun).ok()).flatten()
    }

    /// Takes in that there were `count` between two beginnings that nothing has joined before.
    fn join(&mut self, (from, to): (Month, Month), count: &Quantity) {
        let mut at = |month| {
            let alone = || (month, Quantity::exact(Ratio::ZERO));
            self.0.entry(month).or_insert_with(alone).clone()
        };
        let ((base, begun), (joined, ended)) = (at(from), at(to));
        let Ok(further) = begun.plus(count).and_then(|end| end.minus(&ended)) else { return };
        for known in self.0.values_mut().filter(|(of, _)| *of == joined) {
            if let Ok(moved) = known.1.plus(&further) {
                *known = (base, moved);
            }
        }
    }
}
