//! The column of a table that shows the months of a figure as a small line.

use crate::figures::{Found, PublishedFigure};
use crate::model::{FigureId, Period, Reason, Text};
use crate::narrative::bind::Binder;
use crate::narrative::{ChartPoint, Months, Table, TableCell, TableRow};
use crate::words::{Named, display_noted, ends_in_short, spoken};

use super::decimals::set_alike;
use super::units::in_headers;
use super::{held, none};

/// The cell with the report's months of a figure; by a symbol why there are none.
pub(super) fn cell(binder: &mut Binder<'_>, id: &FigureId, name: &Text, path: &str) -> TableCell {
    if id.period().is_some() {
        return none(&Reason::NotApplicable);
    }
    let (mut said, mut points, mut cells) = (Vec::new(), Vec::new(), Vec::new());
    let mut named: Vec<(&'static str, Option<&PublishedFigure>)> = Vec::new();
    let mut lacks = Reason::NotApplicable;
    for month in binder.narrative.settings.span.months() {
        let (figure, point, cell) = match binder.figures.find(&id.clone().at(Period::Month(month))) {
            Found::Figure(figure) => {
                if let Err(reason) = &figure.outcome {
                    lacks = reason.clone();
                }
                (Some(figure), ChartPoint::of(figure), held(binder, figure, name, path))
            }
            Found::NotHeld(reason) => {
                let (point, cell) = (ChartPoint::none(&reason), none(&reason));
                lacks = reason;
                (None, point, cell)
            }
            Found::Unknown => {
                let reason = Reason::NotApplicable;
                (None, ChartPoint::none(&reason), none(&reason))
            }
        };
        let figure = figure.filter(|_| point.number.is_some());
        said.push(match figure {
            Some(figure) => format!("{} {}", month.name(), display_noted(figure)),
            None => format!("{} no number", month.name()),
        });
        named.push((month.name(), figure));
        points.push(point);
        cells.push(cell);
    }
    let several: Vec<Named<'_>> =
        named.iter().map(|(name, figure)| Named { name: short(name), figure: *figure }).collect();
    let Some(ends) = ends_in_short(&several) else { return none(&lacks) };
    set_alike(binder, id, cells.iter_mut().collect());
    let months = Months { points, cells, says: said.join(", "), ends: ends.capitalised() };
    TableCell { months: Some(Box::new(months)), ..TableCell::default() }
}

/// The table of the numbers that the small lines of a table show, by its own rows.
pub(super) fn behind(binder: &Binder<'_>, table: &Table) -> Option<Box<Table>> {
    let cells = |row: &TableRow| row.cells.iter().find_map(|cell| cell.months.clone()).map(|it| it.cells);
    let rows = table.rows.iter();
    let rows = rows.filter_map(|row| Some(TableRow { header: row.header.clone(), cells: cells(row)? }));
    let rows: Vec<TableRow> = rows.collect();
    let settings = &binder.narrative.settings;
    let months = settings.span.months().map(|month| short(month.name()).to_owned());
    let period = spoken(settings.calendar.simplest(settings.span));
    let mut behind = Table {
        caption: table.caption.clone().and(format!(": the months of {period}")),
        columns: table.columns.iter().take(1).cloned().chain(months).collect(),
        rows,
        ..Table::default()
    };
    in_headers(&mut behind);
    (!behind.rows.is_empty()).then(|| Box::new(behind))
}

/// The name of a month where there is little room.
fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}
