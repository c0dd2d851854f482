//! The header row → what each column is: which shape the export has, told from its headings or declared.

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::sheet::{Sheet, heading, say_empty};
use crate::model::{DataShape, fold};

use super::across::{self, Across};
use super::export::Export;
use super::long::Long;
use super::measure_names::Named;
use super::open_data::{OpenData, is_open_data};
use super::period::Written;
use super::value::is_number;
use super::wide::Wide;

/// An export whose columns are known. A further shape gets a variant here and a file of its own beside `long`.
#[derive(Debug)]
pub(super) enum Layout<'n> {
    /// A row a value.
    Long(Long),
    /// A column a measure.
    Wide(Wide<'n>),
    /// A row a measure, a column a month.
    Across(Across),
    /// A row an area and a period.
    OpenData(OpenData),
}

/// What a heading says that its column is, other than a measure or a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Measure,
    Period,
    Value,
    Area,
    Release,
}

impl Role {
    const ALL: [Self; 5] = [Self::Measure, Self::Period, Self::Value, Self::Area, Self::Release];

    /// The role that a folded heading says.
    pub(super) fn of(folded: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.words().contains(&folded))
    }

    /// The headings that say it, folded; none of them may be a dimension's.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Measure => &["measure", "indicator"],
            Self::Period => &[
                "period",
                "month",
                "date",
                "year",
                "quarter",
                "month ending",
                "month end",
                "quarter ending",
                "year ending",
                "year end",
                "year ending 31 march",
                "period ending",
            ],
            Self::Value => &["value", "count", "number"],
            Self::Area => &["area"],
            Self::Release => &["release"],
        }
    }

    /// "`value`, `count` or `number`": those of one word.
    fn listed(self) -> String {
        let short = self.words().iter().filter(|word| !word.contains(' '));
        let quoted: Vec<String> = short.map(|word| format!("`{word}`")).collect();
        match quoted.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
            _ => quoted.concat(),
        }
    }
}

/// The columns and their headings, with a finding for each that stands twice.
pub(super) struct Columns<'s, 't> {
    headings: &'s Row<'t>,
    /// Folded; none where the column is a repetition of an earlier one.
    folded: Vec<Option<String>>,
}

impl Columns<'_, '_> {
    /// The column of that role; where two claim it, a finding and no column.
    pub(super) fn role(&self, export: &mut Export<'_>, role: Role) -> Result<Option<usize>, Reported> {
        let mut claimants = self.with_role(role);
        let Some(first) = claimants.next() else { return Ok(None) };
        let Some(second) = claimants.next() else { return Ok(Some(first)) };
        let (one, other) = (heading(self.headings, first), heading(self.headings, second));
        let what = match role {
            Role::Measure => "the measure",
            Role::Period => "the period",
            Role::Value => "the value",
            Role::Area => "the area",
            Role::Release => "the release",
        };
        if let (Some(first), Some(second)) = (self.headings.get(first), self.headings.get(second)) {
            let message = format!("`{one}` and `{other}` both look like the column of {what}");
            let finding = export
                .at(&codes::UNKNOWN_LAYOUT, second, message)
                .related(export.place(first), "the other one")
                .help(format!("rename the one that is not {what}"));
            export.report(finding);
        }
        Err(Reported)
    }

    /// The column with that heading, folded.
    pub(super) fn named(&self, folded: &str) -> Option<usize> {
        self.indexes(|heading| heading == folded).next()
    }

    fn with_role(&self, role: Role) -> impl Iterator<Item = usize> {
        self.indexes(move |folded| role.words().contains(&folded))
    }

    fn indexes(&self, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = usize> {
        let folded = self.folded.iter().enumerate();
        folded.filter(move |(_, folded)| folded.as_deref().is_some_and(&wanted)).map(|(index, _)| index)
    }

    /// The columns that are none of `taken`, and have a heading of their own.
    pub(super) fn others(&self, taken: &[Option<usize>]) -> Vec<usize> {
        self.indexes(|_| true).filter(|index| !taken.contains(&Some(*index))).collect()
    }
}

/// A fault that was already reported, so that the file can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reported;

/// Tells the layout of an export.
pub(super) fn tell<'n>(export: &mut Export<'n>, sheet: &Sheet<'_>) -> Result<Layout<'n>, Reported> {
    if is_across(export, sheet) {
        if sheet.bare {
            say_empty(&mut export.opened, "has headings but no rows");
            return Err(Reported);
        }
        return Across::of(export, sheet).map(Layout::Across);
    }
    let columns = columns(export, sheet);
    if looks_like_values(export, &columns) {
        if let Some(first) = sheet.headings.first() {
            let finding = export
                .at(&codes::NO_HEADER, first, "the first row has values in it where the headings should be")
                .help("put a row of headings above it, such as `measure,period,value`");
            export.report(finding);
        }
        return Err(Reported);
    }
    if sheet.bare {
        say_empty(&mut export.opened, "has headings but no rows");
        return Err(Reported);
    }
    let has = |role| columns.with_role(role).next().is_some();
    let told = match (has(Role::Measure), has(Role::Value)) {
        _ if is_open_data(&sheet.headings) => Some(DataShape::OpenData),
        (true, true) => Some(DataShape::Long),
        (true, false) => None,
        (false, _) => Some(DataShape::Wide),
    };
    match export.declared.shape.or(told) {
        Some(DataShape::Long) => Long::of(export, sheet, &columns).map(Layout::Long),
        // A case list is counted before it comes here; one in a workbook's cells is none of ours.
        Some(DataShape::Wide) if told == Some(DataShape::Long) && !names_measure(export, sheet) => {
            Err(say_long(export, sheet))
        }
        Some(DataShape::Wide | DataShape::Cases) => Wide::of(export, sheet, &columns).map(Layout::Wide),
        Some(DataShape::OpenData) => OpenData::of(export, sheet, &columns).map(Layout::OpenData),
        Some(DataShape::Across) | None => Err(no_column(export, sheet, Role::Value)),
    }
}

/// Whether the headings are those of a scorecard: periods, but not the months that open data have beside their areas.
fn is_across(export: &Export<'_>, sheet: &Sheet<'_>) -> bool {
    let periods = || across::periods(sheet.headings.iter().map(Field::trimmed), export.calendar);
    match export.declared.shape {
        Some(shape) => shape == DataShape::Across,
        None => periods().is_some() && !is_open_data(&sheet.headings),
    }
}

/// Whether a heading is a measure's name.
fn names_measure(export: &Export<'_>, sheet: &Sheet<'_>) -> bool {
    sheet.headings.iter().any(|heading| export.names.find(heading.trimmed(), &[]) != Named::None)
}

/// That a file is declared to have a column a measure, and has a row a value.
fn say_long(export: &mut Export<'_>, sheet: &Sheet<'_>) -> Reported {
    if let Some(first) = sheet.headings.first() {
        let message =
            "the headings are those of a row a value, and the file is declared to have a column a measure";
        let finding = export
            .at(&codes::UNKNOWN_LAYOUT, first, message)
            .help("write `shape = \"long\"` beside the file's name in the narrative, or take `shape` out");
        export.report(finding);
    }
    Reported
}

/// The column of a role that the shape can't do without.
pub(super) fn required(
    export: &mut Export<'_>,
    sheet: &Sheet<'_>,
    columns: &Columns<'_, '_>,
    role: Role,
) -> Result<usize, Reported> {
    columns.role(export, role)?.ok_or_else(|| no_column(export, sheet, role))
}

fn no_column(export: &mut Export<'_>, sheet: &Sheet<'_>, role: Role) -> Reported {
    // Four digits may be numbers, too.
    let headings = if export.calendar.has_calendar_years() {
        "`Apr-24`, `Q1 2024`, `2023` beside `2024`), or `shape = \"across\"` beside the file's name in the narrative where \
         its years do not follow one another"
    } else {
        "`Apr-24`, `Q1 2024/25`, `2024/25`)"
    };
    let shape = format!(
        "a row a value needs a measure, a period and a value column; a column a measure needs a period column and a \
         column headed by each measure's name; a row a measure needs months, quarters or years as headings ({headings}"
    );
    if let Some(first) = sheet.headings.first() {
        let message = format!("no column is headed {}", role.listed());
        let finding = export.at(&codes::UNKNOWN_LAYOUT, first, message).help(shape);
        export.report(finding);
    }
    Reported
}

/// No file of data can do without any of these words or a measure's name in its header row.
fn looks_like_values(export: &Export<'_>, columns: &Columns<'_, '_>) -> bool {
    let is_role = |folded: &str| Role::of(folded).is_some();
    let texts = || columns.headings.iter().map(|field| field.trimmed());
    columns.indexes(is_role).next().is_none()
        && texts().any(|text| is_number(text) || Written::parse(text).is_some())
        // A long file that lost its header begins with a measure's name; a wide one with a period.
        && texts().filter(|text| export.names.find(text, &[]) != Named::None).count() <= 1
}

fn columns<'s, 't>(export: &mut Export<'_>, sheet: &'s Sheet<'t>) -> Columns<'s, 't> {
    let mut folded: Vec<Option<String>> = Vec::with_capacity(sheet.headings.len());
    for (index, field) in sheet.headings.iter().enumerate() {
        let name = fold(field.trimmed());
        if name.is_empty() {
            say_no_heading(export, sheet, index);
            folded.push(None);
        } else if let Some(before) = folded.iter().position(|known| known.as_ref() == Some(&name)) {
            repeated(export, sheet, before, index, "two columns have the same heading");
            folded.push(None);
        } else {
            folded.push(Some(name));
        }
    }
    Columns { headings: &sheet.headings, folded }
}

/// Two columns that would be read as one.
pub(super) fn repeated(export: &mut Export<'_>, sheet: &Sheet<'_>, before: usize, index: usize, what: &str) {
    let (Some(first), Some(second)) = (sheet.headings.get(before), sheet.headings.get(index)) else { return };
    let message = format!("{what}: `{}` and `{}`", first.trimmed(), second.trimmed());
    let finding = export
        .at(&codes::REPEATED_HEADING, second, message)
        .related(export.place(first), "the earlier one")
        .help("delete the column that is not wanted, or rename it");
    export.report(finding);
}

/// A column without a heading is no fault unless something stands in it.
fn say_no_heading(export: &mut Export<'_>, sheet: &Sheet<'_>, index: usize) {
    let cells = || sheet.rows.iter().filter_map(|row| row.get(index));
    if let Some(field) = cells().find(|field| !field.trimmed().is_empty()) {
        let finding = export
            .at(&codes::NO_HEADING, field, "the cell stands in a column without a heading")
            .help("give the column a heading, or delete it");
        export.report(finding);
    }
}
