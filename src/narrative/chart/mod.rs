//! A chart that the narrative asks for → what it holds: its figures looked up, its table, its words.

mod beside;
mod data;
mod gather;
mod order;
mod parts;
mod said;
mod sparklines;
mod steps;
mod subject;
mod years;

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::figures::{Amount, FigureKind, Found, PublishedFigure};
use crate::model::{FigureId, Place, Ratio, Reason, Record, Text};
use crate::words::Said;

use super::bind::{Binder, without_placeholders};
use super::{Readiness, Table, TableRow, table};

pub use data::{Chart, ChartForm, ChartGroup, ChartPoint, Conversion};
use gather::{Asked, Row};

/// The chart that a record describes; none, and a finding, where it can't be made.
pub(super) fn bind(binder: &mut Binder<'_>, record: &Record, path: &str) -> Option<Chart> {
    let asked = gather::gather(binder, record, path)?;
    let mut chart = look_up(binder, &asked, path);
    chart.form = match asked.form {
        ChartForm::Shares if !is_within_hundred(&chart) => ChartForm::Bars,
        form => form,
    };
    if chart.form != ChartForm::Sparklines {
        without_empty_series(&mut chart);
    }
    if chart.points().all(|point| point.number.is_none()) && binder.readiness == Readiness::Finished {
        let message = "none of the numbers of this chart can be had";
        cant(binder, asked.named.whole(), message, "look at its figures with `lscb-report figures`");
        return None;
    }
    beside::part(binder, &mut chart);
    order::arrange(&asked, &mut chart);
    let title =
        record.text("title").map(|title| without_placeholders(title.as_str().trim()).into_owned().into());
    said::say(binder, &asked, &mut chart, title, path);
    chart.table.caption.clone_from(&chart.title);
    if chart.unit == "%" {
        let series = chart.table.columns.iter_mut().skip(1);
        series.for_each(|header| {
            *header = format!("{} (%)", header.strip_suffix(", per cent").unwrap_or(header));
        });
        table::units::in_headers(&mut chart.table);
    }
    chart.name = binder.chart_name(&asked.name());
    Some(chart)
}

/// Says why a chart can't be made.
fn cant(binder: &mut Binder<'_>, place: Place, message: impl Into<String>, help: impl Into<String>) {
    binder.findings.push(Finding::new(&codes::CHART_NOT_POSSIBLE, message).at(place).help(help));
}

/// The groups and the table, each number looked up once for both.
fn look_up(binder: &mut Binder<'_>, asked: &Asked<'_>, path: &str) -> Chart {
    let mut columns = vec![asked.first.clone()];
    columns.extend(asked.series.iter().cloned());
    columns.extend(asked.conversions().then(|| "For every 100 of the step before".to_owned()));
    let mut chart = Chart {
        name: String::new(),
        title: Said::default(),
        shows: String::new(),
        says: String::new(),
        notes: Vec::new(),
        form: asked.form,
        series: asked.series.clone(),
        groups: Vec::new(),
        unit: "",
        whole: true,
        table: Table { columns, ..Table::default() },
    };
    for row in &asked.rows {
        let (group, cells) = look_up_row(binder, row, asked, path, &mut chart);
        chart.table.rows.push(TableRow { header: row.name.clone(), cells });
        chart.groups.push(group);
    }
    chart
}

fn look_up_row(
    binder: &mut Binder<'_>,
    row: &Row,
    asked: &Asked<'_>,
    path: &str,
    chart: &mut Chart,
) -> (ChartGroup, Vec<super::TableCell>) {
    let named = row.named.unwrap_or(asked.named);
    let mut cells = Vec::new();
    let mut points = Vec::new();
    for id in &row.figures {
        let cell = table::cell(binder, Some(id.clone()), named, path);
        cells.push(table::with_count(binder, cell));
        points.push(match binder.figures.find(id) {
            Found::Figure(figure) => {
                set_unit(chart, figure);
                ChartPoint::of(figure)
            }
            Found::NotHeld(reason) => ChartPoint::none(&reason),
            Found::Unknown => ChartPoint::none(&Reason::NotApplicable),
        });
    }
    if asked.conversions() {
        cells.push(table::cell(binder, row.from_before.clone(), named, path));
    }
    let from_before = row.from_before.as_ref().and_then(|id| match binder.figures.find(id) {
        Found::Figure(figure) => {
            let unit = figure.unit.replacen("per 100", "for every 100", 1);
            Some(Conversion { point: ChartPoint::of(figure), unit })
        }
        Found::NotHeld(_) | Found::Unknown => None,
    });
    (ChartGroup { name: row.name.clone(), from_before, points }, cells)
}

/// All numbers of a chart are of one unit, save where steps count different things.
fn set_unit(chart: &mut Chart, figure: &PublishedFigure) {
    if chart.form == ChartForm::Sparklines {
        return;
    }
    chart.unit = match figure.unit.as_str() {
        "%" => "%",
        "£" => "£",
        _ => "",
    };
    chart.whole = figure.kind == FigureKind::Count;
}

/// Whether each share has its place in a frame of 100 per cent: a part of money may be more, or below nought.
fn is_within_hundred(chart: &Chart) -> bool {
    let ends = chart
        .points()
        .filter_map(|point| point.number.as_ref())
        .flat_map(|number| [number.low(), number.high()]);
    ends.flatten().all(|end| !end.is_negative() && end <= Ratio::whole(100))
}

/// Leaves a series out of which no number is held: the year before of a block's entries, say. One that is withheld is held.
fn without_empty_series(chart: &mut Chart) {
    while let Some(last) = chart.series.len().checked_sub(1).filter(|last| *last > 0) {
        let is_held =
            |point: &ChartPoint| point.number.is_some() || matches!(point.signs.as_str(), "[c]" | "[u]");
        if chart.points_of(last).any(is_held) {
            return;
        }
        chart.series.pop();
        chart.groups.iter_mut().for_each(|group| drop(group.points.pop()));
        chart.table.columns.pop();
        chart.table.rows.iter_mut().for_each(|row| drop(row.cells.pop()));
    }
}

/// Whether a chart can show such a figure: a number, or one that can't be had.
fn is_number(binder: &mut Binder<'_>, id: &FigureId, name: &Text) -> bool {
    let other = match binder.figures.find(id) {
        Found::Figure(figure) => {
            matches!(&figure.outcome, Ok(amount) if !matches!(amount, Amount::Number(_)))
        }
        Found::NotHeld(_) | Found::Unknown => false,
    };
    if other {
        let message = format!("`{id}` is not a single number, so it has no place on a chart");
        cant(binder, name.whole(), message, "show a count, a percentage or a rate");
    }
    !other
}
