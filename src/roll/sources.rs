//! `[[data]]` of the next year: each file of last year's moves into a folder of its year, and is awaited anew.

use std::collections::BTreeSet;

use toml_edit::{Array, ArrayOfTables, Item, Table, Value, value};

use super::settings::move_on;
use super::{Roll, entries, folder_of, is_of_an_earlier_year, set, text_at};
use crate::diagnostic::Findings;
use crate::load::{self, Files};
use crate::model::{Area, DataFile, MeasureId, Narrative, Release, SourceFile, Year};

/// How many measures stand on a line.
const ON_A_LINE: usize = 4;

/// The measures that a declaration of data gave, by its position among them.
pub(super) type Given = Vec<BTreeSet<String>>;

/// What last year's files gave, as far as they can be read, so that the next year's draft can say who it is awaited
/// from. Of case lists nothing: there, naming measures would choose among them.
pub(super) fn given(files: &mut Files<'_>, old: &Narrative) -> Given {
    let observations = load::data::observe(files, old, &mut Findings::default());
    let own = || observations.iter().filter(|(key, _)| key.area == Area::Own);
    // Official numbers are the board's only where nobody else gives them.
    let local: BTreeSet<&MeasureId> =
        own().filter(|(key, _)| key.release == Release::Current).map(|(key, _)| &key.measure).collect();
    let own = own().filter(|(key, _)| key.release == Release::Current || !local.contains(&key.measure));
    let measures = own.filter_map(|(key, observation)| {
        let file =
            usize::try_from(observation.cell.place.file.0).ok().and_then(|at| files.sources().get(at))?;
        Some((file, key.measure.as_str().to_owned()))
    });
    let measures: BTreeSet<(&str, Option<&str>, String)> = measures
        .filter(|(file, _)| file.case_list.is_none())
        .map(|(file, measure)| (file.path.as_str(), sheet(file), measure))
        .collect();
    let is_of = |declared: &DataFile, path: &str, sheet: Option<&str>| {
        declared.path == path && (declared.sheet.is_none() || declared.sheet.as_deref() == sheet)
    };
    old.data
        .chunk_by(|one, next| one.place == next.place)
        .map(|declared| {
            let given = measures
                .iter()
                .filter(|(path, sheet, _)| declared.iter().any(|file| is_of(file, path, *sheet)));
            given.map(|(.., measure)| measure.clone()).collect()
        })
        .collect()
}

fn sheet(file: &SourceFile) -> Option<&str> {
    file.sheet.as_ref().map(|sheet| sheet.name.as_str())
}

impl Roll<'_> {
    pub(super) fn sources(&mut self, given: &Given) {
        let year = self.years.0;
        let folder = folder_of(year);
        let Some(declared) = entries(&mut self.text, "data") else { return };
        let mut all = ArrayOfTables::new();
        for (position, entry) in declared.iter().enumerate() {
            let path = text_at(entry, "file").unwrap_or_default().trim_start_matches("./").to_owned();
            if is_of_an_earlier_year(&path, year) {
                all.push(entry.clone());
                continue;
            }
            if text_at(entry, "state") != Some("awaited") {
                let mut kept = entry.clone();
                set(&mut kept, "file", format!("{folder}/{path}"));
                all.push(kept);
            }
            all.push(awaited(entry, given.get(position), self.years));
        }
        self.text.insert("data", Item::ArrayOfTables(all));
        for file in self.old.data.iter().filter(|file| !is_of_an_earlier_year(&file.path, year)) {
            if let Some(bytes) = self.files.remove(&file.path) {
                self.files.insert(format!("{folder}/{}", file.path), bytes);
            }
        }
    }
}

/// The same file, still to come this year.
fn awaited(entry: &Table, given: Option<&BTreeSet<String>>, years: (Year, Year)) -> Table {
    let mut coming = entry.clone();
    unplaced(&mut coming);
    a_year_later(&mut coming, years);
    coming.decor_mut().set_prefix("\n");
    // What stood beside the old state was said of that one.
    coming.insert("state", value("awaited"));
    if let Some(given) = given.filter(|given| !given.is_empty() && !coming.contains_key("measures")) {
        coming.insert("measures", value(listed(given)));
    }
    coming
}

/// Lets a copied table and those within it stand behind what stands before it, and not where their original does.
fn unplaced(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => unplaced(inner),
            Item::ArrayOfTables(inner) => inner.iter_mut().for_each(unplaced),
            Item::None | Item::Value(_) => {}
        }
    }
}

/// Moves on what is said of the months that a file is of: `year`, `covers`, `on`.
fn a_year_later(entry: &mut Table, years: (Year, Year)) {
    move_on(entry, "year", years);
    if let Some(covers) = entry.get_mut("covers").and_then(Item::as_table_like_mut) {
        for key in ["from", "to"] {
            let later = text_at(covers, key).and_then(month_a_year_later);
            later.into_iter().for_each(|later| set(covers, key, later));
        }
    }
    if let Some(Value::Datetime(on)) = entry.get_mut("on").and_then(Item::as_value_mut) {
        let mut later = *on.value();
        if let Some(date) = &mut later.date {
            date.year = date.year.saturating_add(1);
            // The last of February stays the last that there is.
            date.day = if date.month == 2 { date.day.min(28) } else { date.day };
        }
        let around = on.decor().clone();
        *on = toml_edit::Formatted::new(later);
        *on.decor_mut() = around;
    }
}

/// The month a year after `2024-04`.
fn month_a_year_later(month: &str) -> Option<String> {
    let (year, rest) = month.split_once('-')?;
    Some(format!("{}-{rest}", year.parse::<i16>().ok()?.checked_add(1)?))
}

fn listed(measures: &BTreeSet<String>) -> Array {
    let mut array: Array = measures.iter().collect();
    if measures.len() > ON_A_LINE {
        for (position, item) in array.iter_mut().enumerate() {
            let before = if position.is_multiple_of(ON_A_LINE) { "\n    " } else { " " };
            item.decor_mut().set_prefix(before);
        }
        array.set_trailing_comma(true);
        array.set_trailing("\n");
    }
    array
}
