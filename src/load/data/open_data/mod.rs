//! Official open data: a row an area and a period, a column a measure or a part of one, with filters between.
//!
//! What its columns give stands in the catalogue; `time` and `places` tell when and whose a row is, `columns` finds them.

mod columns;
mod places;
mod time;

use std::collections::BTreeSet;

use crate::catalogue::open_data::Gives;
use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::sheet::{Sheet, heading};
use crate::model::{Area, FigureId, Measure, Name, Period, Release, Selection, State, Value};

use super::breakdown::Part;
use super::export::Export;
use super::gather::Gathered;
use super::gazetteer::Wanted;
use super::layout::{Columns, Reported};
use super::measure_names::Named;
pub(super) use columns::is_open_data;
use columns::{Chosen, Found, Summed};
pub(super) use places::{Level, Located};
use time::When;

/// The columns of a file of open data.
#[derive(Debug)]
pub(super) struct OpenData(Found);

/// A row whose area is read: when, whose, and which part the filters leave.
struct Line<'r, 's> {
    row: &'r Row<'s>,
    when: When,
    area: Area,
    part: Selection,
    /// Whether its counts were rounded to tens before they were published, as England's and regions' are.
    rounded: bool,
}

impl OpenData {
    /// Finds the columns.
    pub(super) fn of(
        export: &mut Export<'_>,
        sheet: &Sheet<'_>,
        columns: &Columns<'_, '_>,
    ) -> Result<Self, Reported> {
        Found::of(export, sheet, columns).map(Self)
    }

    /// Reads the rows of the areas that the narrative names.
    pub(super) fn read(self, export: &mut Export<'_>, sheet: &Sheet<'_>, gathered: &mut Gathered) {
        let wanted = Wanted::by(export.benchmarks);
        let mut unlocated: Option<&Field<'_>> = None;
        let mut refused = BTreeSet::new();
        for row in &sheet.rows {
            let Some(located) = self.0.places.locate(row) else {
                unlocated = unlocated.or_else(|| row.get(self.0.places.level));
                continue;
            };
            if located.level == Level::Authority && gathered.gazetteer.authorities_at.is_none() {
                let code = self.0.places.authority[0].and_then(|index| sheet.headings.get(index));
                gathered.gazetteer.authorities_at = code.map(|field| export.place(field));
            }
            gathered.gazetteer.enter(&located);
            if !wanted.holds(&located) {
                continue;
            }
            let area = Area::Other(Name::from(located.code));
            let Some(when) = self.when(export, row, &mut refused) else { continue };
            let rounded = located.level != Level::Authority;
            let line = Line { row, when, area, part: self.0.part(row), rounded };
            if let Some(word) = self.0.unknown_word(row) {
                unlocated = unlocated.or(Some(word));
            }
            self.line(export, gathered, &line);
        }
        if let Some(field) = unlocated {
            say_rows_not_read(export, field);
        }
    }

    /// The time of a row; one that can't be read is told once.
    fn when(&self, export: &mut Export<'_>, row: &Row<'_>, refused: &mut BTreeSet<String>) -> Option<When> {
        let (period, identifier) = (row.get(self.0.period)?, row.get(self.0.identifier)?);
        let when = When::read(period.trimmed(), identifier.trimmed());
        let written = format!("{} {}", period.trimmed(), identifier.trimmed());
        if when.is_none() && refused.insert(written.clone()) {
            let message = format!("`{}` can't be read as a period", written.trim());
            let finding = export.at(&codes::UNREADABLE_PERIOD, period, message).help(
                "open data write `2024` beside `Reporting year` or `Calendar year`, `202324` beside \
                 `Financial year` or `Academic year`",
            );
            export.report(finding);
        }
        when
    }

    fn line(&self, export: &mut Export<'_>, gathered: &mut Gathered, line: &Line<'_, '_>) {
        for chosen in &self.0.columns {
            let Some(field) = line.row.get(chosen.index) else { continue };
            if chosen.holds_for(line.row) {
                self.cell(export, gathered, line, chosen, field);
            }
        }
        for sum in &self.0.sums {
            self.sum(export, gathered, line, sum);
        }
    }

    fn cell(
        &self,
        export: &mut Export<'_>,
        gathered: &mut Gathered,
        line: &Line<'_, '_>,
        chosen: &Chosen,
        field: &Field<'_>,
    ) {
        let at = (field, chosen.index);
        match chosen.gives {
            Gives::Whole(id) => {
                let Some(measure) = measure(export, id) else { return };
                let period = line.when.period(measure.kind, export.calendar);
                gathered.take(export, at, measure, period, &line.of(line.part.clone()));
            }
            Gives::Part(id, dimension, category) => {
                let Some(measure) = measure(export, id) else { return };
                let period = line.when.period(measure.kind, export.calendar);
                let part = line.part.clone().with(dimension, category);
                gathered.take(export, at, measure, period, &line.of(part));
            }
            Gives::Month(id, number) => {
                let Some(measure) = measure(export, id) else { return };
                let period = line.when.month(number).map(Period::Month);
                gathered.take(export, at, measure, period, &line.of(line.part.clone()));
            }
            Gives::Stated(figure) => {
                let Ok(id) = FigureId::parse(figure) else { return };
                let both = line.part.iter().fold(id.selection().clone(), |all, (d, c)| all.with(d, c));
                gathered.state(export, at, (line.area.clone(), id.selecting(both), line.when.span()));
            }
            Gives::Nothing => {}
        }
    }

    /// A measure that several columns make: all of their cells are its sources.
    fn sum(&self, export: &mut Export<'_>, gathered: &mut Gathered, line: &Line<'_, '_>, sum: &Summed) {
        let Some(measure) = measure(export, sum.measure) else { return };
        let Some(period) = line.when.period(measure.kind, export.calendar) else { return };
        let cells = sum.indexes.iter().filter_map(|index| Some((line.row.get(*index)?, *index)));
        let read = |field: &Field<'_>| -> Option<Value> {
            super::value::read(field.trimmed(), measure.kind, &export.declared.symbols).ok()
        };
        // A cell that can't be read was told where it is read by itself.
        let Some(values) = cells.clone().map(|(field, _)| read(field)).collect::<Option<Vec<Value>>>() else {
            return;
        };
        let mut total: Option<Value> = None;
        for value in values {
            total = Some(match (total, value) {
                (None, value) => value,
                (Some(Ok(sum)), Ok(value)) => sum.plus(&value),
                (Some(Err(reason)), _) | (Some(Ok(_)), Err(reason)) => Err(reason),
            });
        }
        let mut cells = cells.map(|(field, index)| export.cell(field, index));
        if let (Some(value), Some(first)) = (total, cells.next()) {
            let others = cells.collect();
            gathered.take_sum(export, measure, period, &line.of(line.part.clone()), (value, first, others));
        }
    }
}

impl Line<'_, '_> {
    fn of(&self, selection: Selection) -> Part {
        let rounded = self.rounded;
        Part {
            area: self.area.clone(),
            release: Release::Official,
            selection,
            is_total: false,
            rounded,
            state: State::Final,
        }
    }
}

/// The measure of that id; none where the narrative has made something else of the name.
fn measure<'n>(export: &Export<'n>, id: &str) -> Option<&'n Measure> {
    match export.names.find(id, &[]) {
        Named::One(measure) => Some(measure),
        Named::Several(_) | Named::None => None,
    }
}

fn say_rows_not_read(export: &mut Export<'_>, field: &Field<'_>) {
    let message = format!(
        "rows for `{}` were not read: the program does not know such rows, or they have no code",
        field.trimmed()
    );
    let finding = export.at(&codes::ROWS_NOT_READ, field, message);
    export.report(finding);
}

/// The headings at `indexes`, as they are written.
fn listed(sheet: &Sheet<'_>, indexes: &[usize]) -> String {
    let quoted: Vec<String> =
        indexes.iter().map(|index| format!("`{}`", heading(&sheet.headings, *index))).collect();
    quoted.join(", ")
}
