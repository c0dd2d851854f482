//! The wide shape: a row a period, a column a measure; columns of text are categories.

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::sheet::{Sheet, heading};
use crate::model::{Kind, Measure, Value};

use super::breakdown::{Breakdown, Part, Parts};
use super::dimension::dimensions;
use super::export::Export;
use super::gather::Gathered;
use super::layout::{Columns, Reported, Role, repeated, required};
use super::long::unnamed;
use super::measure_names::Named;
use super::period::PeriodColumn;
use super::total::{self, Total};
use super::value::{is_number, is_value};

/// The columns of a wide export, counted from 0.
#[derive(Debug)]
pub(super) struct Wide<'n> {
    period: usize,
    measures: Vec<(usize, &'n Measure)>,
    breakdown: Breakdown,
}

/// What a column without a role is.
enum Column<'n> {
    Measure(&'n Measure),
    /// Numbers under a heading that no measure has, or that several have.
    Unnamed(Named<'n>),
    Category,
    Blank,
}

impl<'n> Wide<'n> {
    /// Finds the columns. One whose heading means no measure is a category where it holds text, and a finding
    /// where it holds numbers.
    pub(super) fn of(
        export: &mut Export<'n>,
        sheet: &Sheet<'_>,
        columns: &Columns<'_, '_>,
    ) -> Result<Self, Reported> {
        let period = required(export, sheet, columns, Role::Period);
        let area = columns.role(export, Role::Area);
        let release = columns.role(export, Role::Release);
        let (period, area, release) = (period?, area?, release?);
        let mut measures: Vec<(usize, &'n Measure)> = Vec::new();
        let mut categories = Vec::new();
        let mut any_unnamed = false;
        for index in columns.others(&[Some(period), area, release]) {
            let Some(heading) = sheet.headings.get(index) else { continue };
            match column(export, sheet, heading, index) {
                Column::Measure(measure) => match measures.iter().find(|(_, known)| known.id == measure.id) {
                    Some((before, _)) => {
                        repeated(export, sheet, *before, index, "two columns are the same measure");
                    }
                    None => measures.push((index, measure)),
                },
                Column::Unnamed(named) => {
                    any_unnamed = true;
                    unnamed(export, heading, &named, true);
                }
                Column::Category => categories.push(index),
                Column::Blank => {}
            }
        }
        if measures.is_empty() && !any_unnamed {
            say_no_measures(export, sheet);
            return Err(Reported);
        }
        let dimensions = dimensions(export, sheet, &categories);
        Ok(Self { period, measures, breakdown: Breakdown { area, release, dimensions } })
    }

    /// Reads the rows.
    pub(super) fn read(mut self, export: &mut Export<'_>, sheet: &Sheet<'_>, gathered: &mut Gathered) {
        let mut periods = PeriodColumn::of(export, &sheet.rows, self.period);
        gathered.periods = periods.count();
        let mut parts = Parts::of(&self.breakdown, &sheet.rows);
        let has_totals = (0..sheet.rows.len()).any(|at| periods.is_total(at));
        let mut above = has_totals.then(Vec::new);
        for (at, row) in sheet.rows.iter().enumerate() {
            let Some(when) = row.get(self.period) else { continue };
            if periods.is_total(at) {
                self.check_total(export, sheet, row, above.iter().flatten());
                continue;
            }
            let written = periods.read(export, (at, when), None);
            let part = parts.part(&mut self.breakdown, export, (at, row));
            for (index, measure) in &self.measures {
                let Some(value) = row.get(*index) else { continue };
                let period = written.and_then(|written| periods.fit(export, when, written, measure.kind));
                gathered.take(export, (value, *index), measure, period, part);
            }
            if let Some(above) = &mut above {
                above.push((row, part.clone()));
            }
        }
    }
}

impl Wide<'_> {
    /// Holds a row of totals against the rows above it that are of the same, or of all its parts.
    fn check_total<'a, 't: 'a>(
        &self,
        export: &mut Export<'_>,
        sheet: &Sheet<'_>,
        row: &Row<'_>,
        above: impl Iterator<Item = &'a (&'a Row<'t>, Part)>,
    ) {
        let when = row.get(self.period).map_or("", Field::trimmed);
        let of = self.breakdown.part_of_total(row);
        let rows: Vec<&(&Row<'_>, Part)> =
            above.filter(|(_, part)| part.area == of.area && part.release == of.release).collect();
        let same: Vec<&Row<'_>> =
            rows.iter().filter(|(_, part)| part.selection == of.selection).map(|(row, _)| *row).collect();
        let parts = self.breakdown.dimensions.len() == 1 && of.selection.is_whole() && same.is_empty();
        let rows = if parts { rows.iter().map(|(row, _)| *row).collect() } else { same };
        for (index, measure) in &self.measures {
            let Some(field) = row.get(*index).filter(|field| !field.trimmed().is_empty()) else { continue };
            let read = |row: &&Row<'_>| export.read_of(measure, row.get(*index)?.trimmed()).ok();
            let values: Vec<Value> = rows.iter().filter_map(read).collect();
            let (of, kind) = (heading(&sheet.headings, *index), measure.kind);
            let total = Total { field, label: when, of, kind, parts_come: "the rows above come" };
            if kind != Kind::Events || !total::check(export, &total, &values) {
                export.opened.assume(format!(
                    "the total of `{of}` passed over, which could not be held against anything"
                ));
            }
        }
        let line = row.first().map_or(0, |field| field.line);
        let line = export.opened.lines(&[line]);
        export.opened.assume(format!("{line} held against the rows above and not counted"));
    }
}

fn column<'n>(export: &Export<'n>, sheet: &Sheet<'_>, heading: &Field<'_>, index: usize) -> Column<'n> {
    let named = export.named(heading.trimmed());
    match named {
        Named::One(measure) => return Column::Measure(measure),
        Named::Several(_) => return Column::Unnamed(named),
        Named::None => {}
    }
    let texts = || {
        let cells = sheet.rows.iter().filter_map(|row| row.get(index)).map(Field::trimmed);
        cells.filter(|text| !text.is_empty())
    };
    if texts().next().is_none() {
        return Column::Blank;
    }
    let all_values = texts().all(|text| is_value(text, &export.declared.symbols));
    // A slip in the heading and another in a number below it must not make categories of the numbers.
    let misspelt = || texts().any(is_number) && export.names.nearest(heading.trimmed()).is_some();
    if all_values || misspelt() { Column::Unnamed(Named::None) } else { Column::Category }
}

fn say_no_measures(export: &mut Export<'_>, sheet: &Sheet<'_>) {
    if let Some(first) = sheet.headings.first() {
        let finding = export.at(&codes::UNKNOWN_LAYOUT, first, "no column is headed by a measure's name").help(
            "head a column with each measure's name beside the period; or give a row a value, under `measure`, \
             `period` and `value`",
        );
        export.report(finding);
    }
}
