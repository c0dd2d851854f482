//! `[[data]]` of the next year: each file of last year's moves into a folder of its year, and is awaited anew.

use toml_edit::{ArrayOfTables, Item, Table, value};

use super::{Roll, entries, folder_of, is_of_an_earlier_year, set, text_at};

impl Roll<'_> {
    pub(super) fn sources(&mut self) {
        let folder = folder_of(self.years.0);
        let Some(declared) = entries(&mut self.text, "data") else { return };
        let mut all = ArrayOfTables::new();
        for entry in &declared {
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
            all.push(awaited(entry));
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
fn awaited(entry: &Table) -> Table {
    let mut coming = entry.clone();
    coming.decor_mut().set_prefix("\n");
    if coming.contains_key("state") {
        set(&mut coming, "state", "awaited".to_owned());
    } else {
        coming.insert("state", value("awaited"));
    }
    coming
}
