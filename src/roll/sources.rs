//! `[[data]]` of the next year: each file of last year's moves into a folder of its year, and is awaited anew.

use std::collections::BTreeSet;

use toml_edit::{Array, ArrayOfTables, Item, Table, value};

use super::{Roll, entries, folder_of, is_of_an_earlier_year, set, text_at};
use crate::diagnostic::Findings;
use crate::load::{self, Files};
use crate::model::{Area, DataFile, Narrative, SourceFile};

/// How many measures stand on a line.
const ON_A_LINE: usize = 4;

/// The measures that a declaration of data gave, by its position among them.
pub(super) type Given = Vec<BTreeSet<String>>;

/// What last year's files gave, as far as they can be read, so that the next year's draft can say who it is awaited
/// from. Of case lists nothing: there, naming measures would choose among them.
pub(super) fn given(files: &mut Files<'_>, old: &Narrative) -> Given {
    let observations = load::data::observe(files, old, &mut Findings::default());
    let own = observations.iter().filter(|(key, _)| key.area == Area::Own);
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
        let folder = folder_of(self.years.0);
        let Some(declared) = entries(&mut self.text, "data") else { return };
        let mut all = ArrayOfTables::new();
        for (position, entry) in declared.iter().enumerate() {
            let path = text_at(entry, "file").unwrap_or_default().trim_start_matches("./").to_owned();
            if is_of_an_earlier_year(&path) {
                all.push(entry.clone());
                continue;
            }
            if text_at(entry, "state") != Some("awaited") {
                let mut kept = entry.clone();
                set(&mut kept, "file", format!("{folder}/{path}"));
                all.push(kept);
            }
            all.push(awaited(entry, given.get(position)));
        }
        self.text.insert("data", Item::ArrayOfTables(all));
        for file in self.old.data.iter().filter(|file| !is_of_an_earlier_year(&file.path)) {
            if let Some(bytes) = self.files.remove(&file.path) {
                self.files.insert(format!("{folder}/{}", file.path), bytes);
            }
        }
    }
}

/// The same file, still to come this year.
fn awaited(entry: &Table, given: Option<&BTreeSet<String>>) -> Table {
    let mut coming = entry.clone();
    coming.decor_mut().set_prefix("\n");
    // What stood beside the old state was said of that one.
    coming.insert("state", value("awaited"));
    if let Some(given) = given.filter(|given| !given.is_empty() && !coming.contains_key("measures")) {
        coming.insert("measures", value(listed(given)));
    }
    coming
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
