//! A figure year by year, as the groups of a chart: to the report's own year, also where that has no number.

use std::collections::BTreeSet;

use crate::figures::Found;
use crate::model::{FigureId, Period, Settings, Year};
use crate::narrative::bind::Binder;
use crate::words::spoken;

use super::gather::Row;

/// The years from the first of which anything is known to the last that is over when the report ends, and to the report's
/// own where that is a whole one; a year without a number is a gap.
pub(super) fn gather<'r>(binder: &Binder<'_>, base: &FigureId) -> Vec<Row<'r>> {
    let plain = FigureId::of(base.name()).selecting(base.selection().clone());
    let year_of = |other: &FigureId| match other.period() {
        Some(Period::Year(year)) if other.clone().without_period() == plain => Some(year),
        _ => None,
    };
    let at = |year: Year| base.clone().at(Period::Year(year));
    // A number that is withheld is known to be there; one that the data do not give is not.
    let known = |year: &Year| match binder.figures.find(&at(*year)) {
        Found::Figure(figure) => figure.outcome.as_ref().err().is_none_or(|reason| !reason.is_absence()),
        Found::NotHeld(_) | Found::Unknown => false,
    };
    let settings = &binder.narrative.settings;
    let is_over = |year: &Year| settings.calendar.months_of(*year).last() <= settings.span.last();
    let values = binder.figures.values_of(base.subject());
    let years = values.iter().filter_map(|figure| year_of(&figure.id));
    let years: BTreeSet<Year> = years.filter(is_over).filter(known).collect();
    let own = Some(settings.year).filter(|_| is_whole(settings));
    let (Some(first), Some(last)) = (years.first(), years.last().copied().max(own)) else {
        return Vec::new();
    };
    let count = last.start().saturating_sub(first.start());
    (0..=count).map(|later| first.plus(later)).map(|year| Row::of(year.to_string(), vec![at(year)])).collect()
}

/// What is said where the report's own year is no whole one, and so is not among the years.
pub(super) fn without(binder: &Binder<'_>, rows: &[Row<'_>]) -> Option<String> {
    let settings = &binder.narrative.settings;
    let own = settings.year.to_string();
    if is_whole(settings) || rows.iter().any(|row| row.name == own) {
        return None;
    }
    let to = spoken(Period::Month(settings.span.last()));
    Some(format!("{own} is not among the years, because its data run only to {to}."))
}

/// Whether the report covers all of its year.
fn is_whole(settings: &Settings) -> bool {
    settings.span == settings.calendar.months_of(settings.year)
}
