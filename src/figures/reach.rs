//! How far the data reach: for which times anything is held of a part of a measure.

use std::collections::BTreeSet;

use crate::model::{Kind, Month, Selection, Year};

use super::ledger::{Holding, Ledger, Series};
use super::question::Question;

/// The series that a part's value may come from: its own, or those of the parts of a complete dimension.
fn sources<'l>(holding: &'l Holding, selection: &'l Selection) -> impl Iterator<Item = &'l Series> {
    let parts = holding.complete_parts(selection).flat_map(|(_, parts)| parts);
    let own = holding.series.get(selection).into_iter();
    own.chain(parts.filter_map(|part| holding.series.get(&part)))
}

/// Whether anything is held of a part of a measure for that time.
pub(super) fn reaches(holding: &Holding, question: &Question, ledger: &Ledger) -> bool {
    if holding.series.is_empty() {
        return false;
    }
    let mut series = sources(holding, &question.selection);
    if holding.measure.kind == Kind::Population {
        let year = question.time.mid_year(&ledger.plan);
        return series.any(|series| series.mid_years.contains_key(&year));
    }
    match question.time.months(&ledger.plan) {
        Some(span) => series.any(|series| series.reaches(span)),
        None => false,
    }
}

/// The reporting years into which anything held of a part of a measure falls.
pub(super) fn reached_years(holding: &Holding, selection: &Selection, ledger: &Ledger) -> BTreeSet<Year> {
    let calendar = ledger.plan.calendar;
    let mut years = BTreeSet::new();
    for series in sources(holding, selection) {
        years.extend(series.months.keys().map(|month| calendar.year_of(*month)));
        years.extend(
            series.days.keys().filter_map(|day| Month::of(*day)).map(|month| calendar.year_of(month)),
        );
        years.extend(
            series.longer.keys().flat_map(|span| [span.first(), span.last()]).map(|m| calendar.year_of(m)),
        );
    }
    years
}
