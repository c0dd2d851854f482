//! The column of a table that shows the months of a figure as a small line.

use crate::figures::{Found, PublishedFigure};
use crate::model::{FigureId, Period, Reason, Text};
use crate::narrative::bind::Binder;
use crate::narrative::{ChartPoint, Months, TableCell};
use crate::words::{Named, display_noted, ends_in_short, symbol};

/// The cell with the report's months of a figure; by a symbol why there are none.
pub(super) fn cell(binder: &mut Binder<'_>, id: &FigureId, name: &Text, path: &str) -> TableCell {
    let none = |reason: &Reason| TableCell { words: symbol(reason).to_owned(), ..TableCell::default() };
    if id.period().is_some() {
        return none(&Reason::NotApplicable);
    }
    let mut said = Vec::new();
    let mut points = Vec::new();
    let mut named: Vec<(&'static str, Option<&PublishedFigure>)> = Vec::new();
    let mut lacks = Reason::NotApplicable;
    for month in binder.narrative.settings.span.months() {
        let (figure, point) = match binder.figures.find(&id.clone().at(Period::Month(month))) {
            Found::Figure(figure) => (Some(figure), ChartPoint::of(figure)),
            Found::NotHeld(reason) => {
                let point = ChartPoint::none(&reason);
                lacks = reason;
                (None, point)
            }
            Found::Unknown => (None, ChartPoint::none(&Reason::NotApplicable)),
        };
        let figure = figure.filter(|_| point.number.is_some());
        said.push(match figure {
            Some(figure) => format!("{} {}", month.name(), display_noted(figure)),
            None => format!("{} no number", month.name()),
        });
        named.push((month.name(), figure));
        points.push(point);
    }
    // Beneath the line there is little room.
    let short = |name: &'static str| name.get(..3).unwrap_or(name);
    let several: Vec<Named<'_>> =
        named.iter().map(|(name, figure)| Named { name: short(name), figure: *figure }).collect();
    let Some(ends) = ends_in_short(&several) else { return none(&lacks) };
    for id in points.iter().filter_map(|point| point.id.clone()) {
        binder.record_use(id, name.whole(), path);
    }
    let months = Months { points, says: said.join(", "), ends: ends.capitalised() };
    TableCell { months: Some(Box::new(months)), ..TableCell::default() }
}
