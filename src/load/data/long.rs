//! The long shape: a row a value, with its measure, its period and, in further columns, its categories.

use std::collections::BTreeSet;

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::sheet::Sheet;
use crate::model::{Kind, Measure, Value};

use super::breakdown::{Breakdown, Parts};
use super::column::Column;
use super::dimension::dimensions;
use super::export::Export;
use super::gather::Gathered;
use super::layout::{Columns, Reported, Role, required};
use super::measure_names::Named;
use super::period::PeriodColumn;
use super::total::{self, Total};

/// The columns of a long export, counted from 0.
#[derive(Debug)]
pub(super) struct Long {
    measure: usize,
    period: usize,
    value: usize,
    breakdown: Breakdown,
}

impl Long {
    /// Finds the columns; all that have no other meaning are categories.
    pub(super) fn of(
        export: &mut Export<'_>,
        sheet: &Sheet<'_>,
        columns: &Columns<'_, '_>,
    ) -> Result<Self, Reported> {
        let measure = required(export, sheet, columns, Role::Measure);
        let period = required(export, sheet, columns, Role::Period);
        let value = required(export, sheet, columns, Role::Value);
        let area = columns.role(export, Role::Area);
        let release = columns.role(export, Role::Release);
        let (measure, period, value) = (measure?, period?, value?);
        let (area, release) = (area?, release?);
        let others = columns.others(&[Some(measure), Some(period), Some(value), area, release]);
        let dimensions = dimensions(export, sheet, &others);
        Ok(Self { measure, period, value, breakdown: Breakdown { area, release, dimensions } })
    }

    /// Reads the rows.
    pub(super) fn read(mut self, export: &mut Export<'_>, sheet: &Sheet<'_>, gathered: &mut Gathered) {
        let names = Column::of(&sheet.rows, self.measure);
        let named = names.texts().iter().map(|name| export.named(name.trimmed()));
        let named: Vec<Named<'_>> = named.collect();
        let measures: Vec<Option<&Measure>> = named.iter().map(Named::one).collect();
        let mut refused = BTreeSet::new();
        let mut periods = PeriodColumn::by_measure(export, &sheet.rows, self.period, &names, &measures);
        gathered.periods = periods.count();
        let mut parts = Parts::of(&self.breakdown, &sheet.rows);
        for (at, row) in sheet.rows.iter().enumerate() {
            let (Some(name), Some(when), Some(value)) =
                (row.get(self.measure), row.get(self.period), row.get(self.value))
            else {
                continue;
            };
            let number = names.number(at);
            let measure = measures.get(number).copied().flatten();
            if let (None, Some(named)) = (measure, named.get(number))
                && refused.insert(number)
            {
                unnamed(export, name, named, refused.len() <= SUGGESTED);
            }
            if let Some(measure) = measure.filter(|_| periods.is_total(at)) {
                self.check_total(export, row, measure, &sheet.rows);
                continue;
            }
            let written = periods.read(export, (at, when), measure);
            let part = parts.part(&mut self.breakdown, export, (at, row));
            let Some(measure) = measure else { continue };
            let period = written.and_then(|written| periods.fit(export, when, written, measure.kind));
            gathered.take(export, (value, self.value), measure, period, part);
        }
    }
}

impl Long {
    /// Holds a row of a total against the rows above it of the same measure and the same part.
    fn check_total(&self, export: &mut Export<'_>, row: &Row<'_>, measure: &Measure, rows: &[Row<'_>]) {
        let (Some(when), Some(field)) = (row.get(self.period), row.get(self.value)) else { return };
        let of = self.breakdown.part_of_total(row);
        let is_part = |other: &&Row<'_>| {
            let text = |index: usize| other.get(index).map_or("", Field::trimmed);
            let part = self.breakdown.part_of_total(other);
            export.named(text(self.measure)) == Named::One(measure)
                && !total::is_total(text(self.period))
                && (&part.area, &part.release, &part.selection) == (&of.area, &of.release, &of.selection)
        };
        let above =
            rows.iter().take_while(|other| other.first().map(|f| f.line) != row.first().map(|f| f.line));
        let read = |other: &Row<'_>| export.read_of(measure, other.get(self.value)?.trimmed()).ok();
        let values: Vec<Value> = above.filter(is_part).filter_map(read).collect();
        let (label, of, kind) = (when.trimmed(), measure.id.as_str(), measure.kind);
        let total = Total { field, label, of, kind, parts_come: "the rows above come" };
        let told = kind == Kind::Events && total::check(export, &total, &values);
        let line = export.opened.lines(&[field.line]);
        export.opened.assume(if told {
            format!("{line} held against the rows above and not counted")
        } else {
            format!("{line} passed over, a total that could not be held against anything")
        });
    }
}

/// How many unknown names of a file get their nearest names: a column of something else has thousands.
const SUGGESTED: usize = 20;

/// Reports a heading or cell that names no measure, or several; with the nearest names where `suggest`.
pub(super) fn unnamed(export: &mut Export<'_>, field: &Field<'_>, named: &Named<'_>, suggest: bool) {
    let text = field.trimmed();
    let wanted = &export.declared.measures;
    if !wanted.is_empty() && !text.is_empty() && !export.names.may_mean(text, named, wanted) {
        return export.opened.assume(format!("`{text}` passed over, which is none of its `measures`"));
    }
    let finding = match named {
        Named::Several(claimants) => {
            let ids: Vec<String> = claimants.iter().map(|measure| format!("`{}`", measure.id)).collect();
            let message = format!("`{text}` may mean {}", ids.join(" or "));
            export
                .at(&codes::AMBIGUOUS_MEASURE, field, message)
                .help("write the one that is meant, or name it in `measures` beside the file's name in the narrative")
        }
        _ if text.is_empty() => export
            .at(&codes::UNKNOWN_MEASURE, field, "the row names no measure")
            .help("write the measure that the value is of"),
        _ => {
            let near = if suggest { export.names.nearest(text) } else { None };
            export
                .at(&codes::UNKNOWN_MEASURE, field, format!("`{text}` is the name of no measure"))
                .help(near.unwrap_or_else(|| {
                "put it into `headings` of the measure that it is, or declare a measure of the report's own: \
                     `[measures.…]`; if it is not wanted, name the `measures` of the file that are"
                    .to_owned()
            }))
        }
    };
    export.report(finding);
}
