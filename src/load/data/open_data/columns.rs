//! The headings of a file of open data → which columns say when and whose, which filter rows, and what the others give.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::catalogue::open_data::{Gives, Only, OpenColumn, TOTALS, columns, sums};
use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::data::dimension::dimension_id;
use crate::load::data::export::Export;
use crate::load::data::layout::{Columns, Reported};
use crate::load::data::value::is_value;
use crate::load::sheet::{Sheet, heading};
use crate::model::{Selection, fold, folds_to, means_all};

use super::listed;
use super::places::{AUTHORITY, COUNTRY, OLD_CODE, Places, REGION};

const PERIOD: &str = "time period";
const IDENTIFIER: &str = "time identifier";
const LEVEL: &str = "geographic level";

/// The columns of a file, counted from 0.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) period: usize,
    pub(super) identifier: usize,
    pub(super) places: Places,
    filters: Vec<Filter>,
    pub(super) columns: Vec<Chosen>,
    pub(super) sums: Vec<Summed>,
}

/// A column of categories.
#[derive(Debug)]
struct Filter {
    index: usize,
    dimension: String,
    /// Its words for all rows together, folded.
    totals: BTreeSet<String>,
}

/// A column and what it gives; one column may give several things, each for rows of its own.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) index: usize,
    pub(super) gives: Gives,
    /// The filter that must have one of these words, folded.
    only: Option<(usize, BTreeSet<String>)>,
}

/// Columns that make a measure together.
#[derive(Debug)]
pub(super) struct Summed {
    pub(super) measure: &'static str,
    pub(super) indexes: Vec<usize>,
}

/// Whether the headings are those of official open data.
pub(in crate::load::data) fn is_open_data(headings: &Row<'_>) -> bool {
    let has = |name: &&str| headings.iter().any(|heading| folds_to(heading.trimmed(), name));
    [PERIOD, IDENTIFIER, LEVEL].iter().all(has)
}

impl Found {
    /// Finds the columns. Those that nothing is known of are told in one note.
    pub(super) fn of(
        export: &mut Export<'_>,
        sheet: &Sheet<'_>,
        headings: &Columns<'_, '_>,
    ) -> Result<Self, Reported> {
        let [Some(period), Some(identifier), Some(level)] =
            [PERIOD, IDENTIFIER, LEVEL].map(|name| headings.named(name))
        else {
            return Err(no_open_data(export, sheet));
        };
        let pair = |names: [&str; 2]| names.map(|name| headings.named(name));
        let places =
            Places { level, country: pair(COUNTRY), region: pair(REGION), authority: pair(AUTHORITY) };
        let mut taken = vec![Some(period), Some(identifier), Some(level), headings.named(OLD_CODE)];
        taken.extend([places.country, places.region, places.authority].into_iter().flatten());
        let others = headings.others(&taken);

        let mut found = Self {
            period,
            identifier,
            places,
            filters: Vec::new(),
            columns: Vec::new(),
            sums: sums_of(headings),
        };
        let mut unread = Vec::new();
        for index in others {
            let chosen = chosen(headings, index, heading(&sheet.headings, index));
            if !chosen.is_empty() {
                found.columns.extend(chosen);
            } else if is_blank(sheet, index) {
                // What is not given needs no word.
            } else if holds_values(export, sheet, index) {
                unread.push(index);
            } else {
                found.filters.push(Filter::of(index, heading(&sheet.headings, index)));
            }
        }
        let choosing: Vec<usize> =
            found.columns.iter().filter_map(|column| Some(column.only.as_ref()?.0)).collect();
        found.filters.retain(|filter| !choosing.contains(&filter.index));
        say_not_read(export, sheet, &unread);
        for filter in &found.filters {
            filter.say_without_total(export, sheet);
        }
        Ok(found)
    }

    /// The part that a row is of, by the filters: a blank or a word for all rows selects nothing.
    pub(super) fn part(&self, row: &Row<'_>) -> Selection {
        let mut part = Selection::whole();
        for filter in &self.filters {
            let text = row.get(filter.index).map(Field::trimmed).unwrap_or_default();
            if !filter.is_total(text) {
                part = part.with(&filter.dimension, text);
            }
        }
        part
    }
}

impl Found {
    /// The word of a filter by which a column counts several things, where it is none that is known.
    pub(super) fn unknown_word<'r, 't>(&self, row: &'r Row<'t>) -> Option<&'r Field<'t>> {
        let choosing = || self.columns.iter().filter(|column| column.only.is_some());
        let unknown = choosing()
            .find(|column| !choosing().any(|other| other.index == column.index && other.holds_for(row)))?;
        row.get(unknown.only.as_ref()?.0)
    }
}

impl Filter {
    fn of(index: usize, heading: &str) -> Self {
        let dimension = dimension_id(heading);
        let known = TOTALS.iter().filter(|(filter, _)| folds_to(heading, &fold(filter)));
        let totals = known.flat_map(|(_, words)| words.iter().map(|word| fold(word))).collect();
        Self { index, dimension, totals }
    }
}

impl Filter {
    /// Whether a word of the filter means all rows together.
    fn is_total(&self, text: &str) -> bool {
        text.is_empty() || means_all(&self.dimension, text) || self.totals.contains(&fold(text))
    }

    /// A filter with one word in the whole file, and that none for all rows, may be a title that is not known yet.
    fn say_without_total(&self, export: &mut Export<'_>, sheet: &Sheet<'_>) {
        let cells = || sheet.rows.iter().filter_map(|row| row.get(self.index));
        let Some(first) = cells().next().filter(|first| !self.is_total(first.trimmed())) else { return };
        if !cells().all(|cell| cell.trimmed() == first.trimmed()) {
            return;
        }
        let (word, dimension) = (first.trimmed(), &self.dimension);
        let message =
            format!("every row of the file is for `{word}`, so its numbers were read as that category");
        let finding = export
            .at(&codes::NO_TOTAL_ROW, first, message)
            .help(format!("name it in figures, as in `referrals[\"{dimension}={word}\"]`"))
            .help("if it is only the title of the file, empty the column");
        export.report(finding);
    }
}

impl Chosen {
    /// Whether the row is one for which the column gives this.
    pub(super) fn holds_for(&self, row: &Row<'_>) -> bool {
        self.only.as_ref().is_none_or(|(index, words)| {
            row.get(*index).is_some_and(|field| words.contains(&fold(field.trimmed())))
        })
    }
}

/// The columns of the catalogue, in its order, by their headings, folded.
static KNOWN: LazyLock<BTreeMap<String, Vec<&OpenColumn>>> = LazyLock::new(|| {
    let mut known: BTreeMap<String, Vec<&OpenColumn>> = BTreeMap::new();
    for column in columns() {
        let headings: BTreeSet<String> = column.headings.iter().map(|heading| fold(heading)).collect();
        headings.into_iter().for_each(|heading| known.entry(heading).or_default().push(column));
    }
    known
});

/// All that the catalogue says a column gives in a file with these headings.
fn chosen(headings: &Columns<'_, '_>, index: usize, heading: &str) -> Vec<Chosen> {
    let heading = fold(heading);
    let held = |names: &[&str]| names.iter().find_map(|name| headings.named(&fold(name)));
    let only = |only: &Only| {
        let words = only.is.iter().map(|word| fold(word)).collect();
        Some((held(only.filter)?, words))
    };
    let known = KNOWN.get(&heading).into_iter().flatten().copied();
    let known = known.filter(|known| known.beside.is_empty() || held(known.beside).is_some());
    let known = known.filter(|known| held(known.without).is_none());
    known
        .filter_map(|known| match &known.only {
            None => Some(Chosen { index, gives: known.gives, only: None }),
            Some(rows) => Some(Chosen { index, gives: known.gives, only: Some(only(rows)?) }),
        })
        .collect()
}

fn sums_of(headings: &Columns<'_, '_>) -> Vec<Summed> {
    let each = sums().filter_map(|sum| {
        let indexes: Option<Vec<usize>> = sum.of.iter().map(|name| headings.named(&fold(name))).collect();
        Some(Summed { measure: sum.measure, indexes: indexes? })
    });
    each.collect()
}

/// Whether all that stands in a column are numbers or symbols: a filter has words.
fn holds_values(export: &Export<'_>, sheet: &Sheet<'_>, index: usize) -> bool {
    let texts = sheet.rows.iter().filter_map(|row| row.get(index)).map(Field::trimmed);
    texts.filter(|text| !text.is_empty()).all(|text| is_value(text, &export.declared.symbols))
}

fn is_blank(sheet: &Sheet<'_>, index: usize) -> bool {
    sheet.rows.iter().filter_map(|row| row.get(index)).all(|field| field.trimmed().is_empty())
}

fn say_not_read(export: &mut Export<'_>, sheet: &Sheet<'_>, unread: &[usize]) {
    let Some(first) = unread.first().and_then(|index| sheet.headings.get(*index)) else { return };
    let message = match unread {
        [_] => format!("the column {} is not known and was not read", listed(sheet, unread)),
        _ => format!("these columns are not known and were not read: {}", listed(sheet, unread)),
    };
    let finding = export
        .at(&codes::COLUMN_NOT_READ, first, message)
        .help("the known columns of this file were read; what these give can be supplied in a file of another shape");
    export.report(finding);
}

fn no_open_data(export: &mut Export<'_>, sheet: &Sheet<'_>) -> Reported {
    if let Some(first) = sheet.headings.first() {
        let finding = export
            .at(&codes::UNKNOWN_LAYOUT, first, "the headings are not those of official open data")
            .help("open data have the columns `time_period`, `time_identifier` and `geographic_level`");
        export.report(finding);
    }
    Reported
}
