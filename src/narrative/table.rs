//! Tables of figures: a row a figure, a column a year, a change or an area that the board is compared with.

mod comparators;
mod decimals;
mod goals;
mod months;
mod parts;
pub(super) mod units;

pub(super) use self::comparators::{header as comparator, with_count};

use crate::figures::{Figure, FigureKind, Found, PublishedFigure};
use crate::model::{Calendar, Content, FigureId, Period, Reason, Record, Suffix, Text, Year};
use crate::words::{
    CHANGES_BEFORE_ROUNDING, differs_as_shown, display_noted, is_rounded, mark, rounded_notes, spoken, symbol,
};

use super::bind::{Binder, without_placeholders};
use super::{Table, TableCell, TableRow};
use decimals::set_alike;

/// What a column shows of each figure.
enum Column {
    ThisYear,
    LastYear,
    Change,
    ChangePercent,
    Target,
    Status,
    Year(Year),
    /// The months of the report as a small line.
    Months,
    /// England, the region or the neighbours, by the suffix that asks for them.
    Comparator(Suffix),
}

/// The table that a record describes.
pub(super) fn bind(binder: &mut Binder<'_>, record: &Record, path: &str) -> Table {
    let calendar = binder.narrative.settings.calendar;
    let columns: Vec<Column> =
        record.list("columns").iter().filter_map(|word| column(word, calendar)).collect();
    let caption = record.text("caption").map(Text::as_str).unwrap_or_default();
    let mut headers = vec!["Figure".to_owned()];
    headers.extend(columns.iter().map(|column| header(binder, column)));
    let (mut ids, mut rows) = (Vec::new(), Vec::new());
    for (item, number) in record.list("figures").iter().zip(1_usize..) {
        let Content::Figure(name) = item else { continue };
        let path = format!("{path}.figures[{number}]");
        if let Some(id) = binder.named_figure(name, &path) {
            rows.push(row(binder, &id, &columns, name, &path));
            ids.push(id);
        }
    }
    comparators::say_not_held(binder, record, &columns, &rows, &ids);
    let caption = without_placeholders(caption).into_owned().into();
    let mut table = Table { caption, columns: headers, rows, ..Table::default() };
    units::in_headers(&mut table);
    parts::shorten(&mut table, &ids);
    table.notes = rounded_notes(rounded(binder, &columns, &table));
    let shows_change = columns.iter().any(|column| matches!(column, Column::Change));
    if shows_change && ids.iter().any(|id| change_differs(binder, id)) {
        table.notes.push(CHANGES_BEFORE_ROUNDING.to_owned());
    }
    table.behind = months::behind(binder, &table);
    table
}

/// Whose numbers were rounded before they were published: columns of other areas, with the rows in which theirs were not,
/// else rows.
fn rounded(binder: &Binder<'_>, columns: &[Column], table: &Table) -> Vec<(String, Vec<String>)> {
    let mut names: Vec<(String, Vec<String>)> = Vec::new();
    for (position, (column, header)) in columns.iter().zip(table.columns.iter().skip(1)).enumerate() {
        let cells = table.rows.iter().filter_map(|row| Some((row, row.cells.get(position)?.id.as_ref()?)));
        let numbers = cells.filter_map(|(row, id)| match binder.figures.find(id) {
            Found::Figure(figure) if figure.outcome.is_ok() => Some((&row.header, is_rounded(figure))),
            _ => None,
        });
        let (rounded, others): (Vec<_>, Vec<_>) = numbers.partition(|(_, rounded)| *rounded);
        if rounded.is_empty() {
            continue;
        }
        if matches!(column, Column::Comparator(_)) {
            let others = others.into_iter().map(|(row, _)| format!("\u{201c}{row}\u{201d}"));
            names.push((header.clone(), others.collect()));
            continue;
        }
        for (row, _) in rounded {
            if names.iter().all(|(name, _)| name != row) {
                names.push((row.clone(), Vec::new()));
            }
        }
    }
    names
}

/// Whether the change of a figure is not the difference of what its row shows.
fn change_differs(binder: &Binder<'_>, id: &FigureId) -> bool {
    let found = |id: &FigureId| match binder.figures.find(id) {
        Found::Figure(figure) => Some(figure),
        Found::NotHeld(_) | Found::Unknown => None,
    };
    let [now, before, change] =
        [found(id), found(&id.clone().then(Suffix::Previous)), found(&id.clone().then(Suffix::Change))];
    now.zip(before).zip(change).is_some_and(|((now, before), change)| differs_as_shown(now, before, change))
}

/// A column that can't be read was refused by the reader.
fn column(content: &Content, calendar: Calendar) -> Option<Column> {
    let word = match content {
        Content::Choice(word) => word,
        Content::Plain(text) | Content::Prose(text) | Content::Figure(text) => text.as_str().trim(),
        _ => return None,
    };
    Some(match word {
        "this year" => Column::ThisYear,
        "last year" => Column::LastYear,
        "change" => Column::Change,
        "change percent" => Column::ChangePercent,
        "target" => Column::Target,
        "status" => Column::Status,
        "months" => Column::Months,
        "England" => Column::Comparator(Suffix::England),
        "region" => Column::Comparator(Suffix::Region),
        "neighbours" => Column::Comparator(Suffix::Neighbours),
        year => Column::Year(calendar.year(year.get(..4)?.parse().ok()?)?),
    })
}

fn header(binder: &Binder<'_>, column: &Column) -> String {
    let settings = &binder.narrative.settings;
    let span = |years| spoken(settings.calendar.simplest(settings.span.plus_years(years)));
    match column {
        Column::ThisYear => span(0),
        Column::LastYear => span(-1),
        Column::Change => "Change".to_owned(),
        Column::ChangePercent => "Change (%)".to_owned(),
        Column::Target => "Target".to_owned(),
        Column::Status => "Status".to_owned(),
        Column::Months => "Month by month".to_owned(),
        Column::Year(year) => year.to_string(),
        Column::Comparator(suffix) => comparators::header(binder, *suffix),
    }
}

fn row(binder: &mut Binder<'_>, id: &FigureId, columns: &[Column], name: &Text, path: &str) -> TableRow {
    let header = match binder.figures.find(id) {
        Found::Figure(figure) => row_header(figure),
        Found::NotHeld(_) | Found::Unknown => binder.name_of(id),
    };
    let cells = columns.iter().map(|column| match column {
        Column::Target => against_goal(binder, id, goals::target, name, path),
        Column::Status => against_goal(binder, id, goals::standing, name, path),
        Column::Months => months::cell(binder, id, name, path),
        Column::Comparator(_) => {
            let there = cell(binder, shown(id, column), name, path);
            with_count(binder, there)
        }
        _ => cell(binder, shown(id, column), name, path),
    });
    let mut cells: Vec<TableCell> = cells.collect();
    let is_value = |column: &Column| {
        matches!(column, Column::ThisYear | Column::LastYear | Column::Year(_) | Column::Comparator(_))
    };
    let values = cells.iter_mut().zip(columns).filter(|(_, column)| is_value(column)).map(|(cell, _)| cell);
    set_alike(binder, id, values.collect());
    TableRow { header, cells }
}

/// The label, with the unit where the numbers do not show it themselves.
pub(super) fn row_header(figure: &Figure) -> String {
    let says_unit = figure.unit.is_empty() || matches!(figure.unit.as_str(), "%" | "percentage points");
    match figure.kind {
        FigureKind::Rate | FigureKind::Ratio | FigureKind::Range if !says_unit => {
            let label = figure.label.to_lowercase();
            // Over how many months a rate is goes with its column: beside it may stand one of a month or a year.
            let unit = figure.unit.split(" over ").next().unwrap_or_default();
            let known =
                [&unit.to_lowercase(), " for every ", " for each "].iter().any(|said| label.contains(*said));
            if known { figure.label.clone() } else { format!("{}, {unit}", figure.label) }
        }
        _ => figure.label.clone(),
    }
}

/// The figure of a cell; none where a figure for one period of its own stands in a year's column.
fn shown(id: &FigureId, column: &Column) -> Option<FigureId> {
    match column {
        Column::ThisYear | Column::Target | Column::Status | Column::Months => Some(id.clone()),
        Column::LastYear => Some(id.clone().then(Suffix::Previous)),
        Column::Change => Some(id.clone().then(Suffix::Change)),
        Column::ChangePercent => Some(id.clone().then(Suffix::ChangePercent)),
        Column::Comparator(suffix) => Some(id.clone().then(*suffix)),
        Column::Year(year) => id.period().is_none().then(|| id.clone().at(Period::Year(*year))),
    }
}

/// The cell that says what good looks like for a figure, or how it stands: it uses the figure, and is not its number.
fn against_goal(
    binder: &mut Binder<'_>,
    id: &FigureId,
    says: fn(&Binder<'_>, &PublishedFigure) -> String,
    name: &Text,
    path: &str,
) -> TableCell {
    let words = match binder.figures.find(id) {
        Found::Figure(figure) => {
            let words = says(binder, figure);
            binder.record_use(figure.id.clone(), name.whole(), path);
            words
        }
        Found::NotHeld(_) | Found::Unknown => "no data".to_owned(),
    };
    TableCell { words, ..TableCell::default() }
}

/// The cell that shows a figure, or by a symbol why there is none.
pub(super) fn cell(binder: &mut Binder<'_>, id: Option<FigureId>, name: &Text, path: &str) -> TableCell {
    let Some(id) = id else { return none(&Reason::NotApplicable) };
    match binder.figures.find(&id) {
        Found::Figure(figure) => held(binder, figure, name, path),
        Found::NotHeld(reason) => none(&reason),
        Found::Unknown => none(&Reason::NotApplicable),
    }
}

/// The cell that shows a figure that is held.
fn held(binder: &mut Binder<'_>, figure: &PublishedFigure, name: &Text, path: &str) -> TableCell {
    let mark = mark(figure, binder.figures);
    binder.record_use(figure.id.clone(), name.whole(), path);
    TableCell { id: Some(figure.id.clone()), words: display_noted(figure), mark, months: None }
}

/// The cell that says why there is no number.
fn none(reason: &Reason) -> TableCell {
    TableCell { words: symbol(reason).to_owned(), ..TableCell::default() }
}

#[cfg(test)]
mod tests {
    use super::row_header;
    use crate::figures::FigureKind;
    use crate::words::samples::{Altered, count};

    /// A rate over eight months stands in one row with that of a year, and its months.
    #[test]
    fn a_row_says_its_unit_once_and_leaves_the_period_to_the_columns() {
        for (label, kind, unit, header) in [
            (
                "Referrals, per 10,000 children",
                FigureKind::Rate,
                "per 10,000 children over 8 months",
                "Referrals, per 10,000 children",
            ),
            (
                "How often",
                FigureKind::Rate,
                "per 10,000 children over 1 month",
                "How often, per 10,000 children",
            ),
            (
                "Referrals for every 100 contacts",
                FigureKind::Ratio,
                "per 100 contacts",
                "Referrals for every 100 contacts",
            ),
            ("Contacts", FigureKind::Count, "contacts", "Contacts"),
        ] {
            assert_eq!(row_header(&count("rate", "1").label(label).kind(kind, unit)), header);
        }
    }
}
