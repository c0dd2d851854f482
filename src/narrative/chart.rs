//! What a chart shows, as a table: a figure month by month, year by year, or part by part.

use std::collections::BTreeSet;

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::model::{FigureId, Month, Period, Record, Selection, Text, Year};
use crate::suggest::did_you_mean;
use crate::words::spoken;

use super::Table;
use super::bind::{Binder, without_placeholders};
use super::table;

/// The points of a chart: the header of each, and its figure in each of the columns.
type Points = Vec<(String, Vec<FigureId>)>;

/// The table of the chart that a record describes; one without rows where its figure or its parts are not known.
pub(super) fn bind(binder: &mut Binder<'_>, record: &Record, path: &str) -> Table {
    let (Some(name), Some(by)) = (record.text("figure"), record.text("by")) else { return Table::default() };
    let Some(id) = binder.named_figure(name, path) else { return Table::default() };
    let (first, columns, points) = match by.as_str().trim() {
        "month" => ("Month".to_owned(), years_compared(binder), months(binder, &id)),
        "year" => ("Year".to_owned(), vec![label(binder, &id)], years(binder, &id)),
        dimension => (title_case(dimension), years_compared(binder), parts(binder, &id, by)),
    };
    let caption = record.text("title").map_or_else(|| label(binder, &id), |title| title.as_str().to_owned());
    let mut rows = Vec::new();
    for (header, figures) in points {
        let cells = figures.into_iter().map(|id| table::cell(binder, Some(id), name, path)).collect();
        rows.push(super::TableRow { header, cells });
    }
    let columns = std::iter::once(first).chain(columns).collect();
    Table { caption: without_placeholders(&caption), columns, rows }
}

fn label(binder: &Binder<'_>, id: &FigureId) -> String {
    binder.label_of(id.subject()).unwrap_or_else(|| id.to_string())
}

/// This year and last, as the headers of columns.
fn years_compared(binder: &Binder<'_>) -> Vec<String> {
    let settings = &binder.narrative.settings;
    let span = |years| spoken(settings.calendar.simplest(settings.span.plus_years(years)));
    vec![span(0), span(-1)]
}

/// The months of the report's year, each beside the same month of the year before.
fn months(binder: &Binder<'_>, id: &FigureId) -> Points {
    let at = |month: Month| id.clone().at(Period::Month(month));
    let point = |month: Month| (month.name().to_owned(), vec![at(month), at(month.plus(-12))]);
    binder.narrative.settings.span.months().map(point).collect()
}

/// The years for which the figure can be had.
fn years(binder: &Binder<'_>, id: &FigureId) -> Points {
    let year_of = |other: &FigureId| match other.period() {
        Some(Period::Year(year)) if other.clone().without_period() == *id => Some(year),
        _ => None,
    };
    let of_subject = binder.figures.of_subject(id.subject());
    let had = of_subject.iter().filter(|figure| figure.outcome.is_ok());
    let held: BTreeSet<Year> = had.filter_map(|figure| year_of(&figure.id)).collect();
    held.into_iter().map(|year| (year.to_string(), vec![id.clone().at(Period::Year(year))])).collect()
}

/// The categories of a dimension, in the order of their names, each beside the year before.
fn parts(binder: &mut Binder<'_>, id: &FigureId, by: &Text) -> Points {
    let dimension = by.as_str().trim();
    let of_subject = |other: &FigureId| {
        let plain = other.period().is_none() && other.suffixes().is_empty();
        plain && other.selection().dimensions().len() == 1
    };
    let held = binder.figures.of_subject(id.subject());
    let selections: Vec<&Selection> =
        held.iter().map(|f| &f.id).filter(|id| of_subject(id)).map(FigureId::selection).collect();
    let categories: Vec<String> =
        selections.iter().filter_map(|s| s.category(dimension)).map(str::to_owned).collect();
    if categories.is_empty() {
        let known: BTreeSet<&str> = selections.iter().flat_map(|selection| selection.dimensions()).collect();
        let known: Vec<&str> = known.into_iter().chain(["month", "year"]).collect();
        let message = format!("`{}` has no parts by `{dimension}`", id.subject());
        let listed: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
        let finding = Finding::new(&codes::UNKNOWN_PARTS, message)
            .at(by.whole())
            .help(format!("it can be shown by {}", listed.join(", ")));
        binder.findings.push(did_you_mean(dimension, known).into_iter().fold(finding, Finding::help));
    }
    let of =
        |category: &str| FigureId::of(id.subject()).selecting(Selection::whole().with(dimension, category));
    let point = |category: String| {
        let this_year = of(&category);
        let last_year = this_year.clone().then(crate::model::Suffix::Previous);
        (category, vec![this_year, last_year])
    };
    categories.into_iter().map(point).collect()
}

/// A dimension as a column's header: "Source", "Age band".
fn title_case(dimension: &str) -> String {
    let words = dimension.replace('_', " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
