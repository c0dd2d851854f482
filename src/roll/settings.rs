//! `[report]` and `[header]` of the next year: the year moves on, and what was true of last year's report alone falls
//! away: its dates, how far it had come, and its corrections.

use toml_edit::{Item, TableLike, value};

use super::{Roll, set, text_at};
use crate::model::Year;

/// Keys of `[report]` in which the year may stand.
const WITH_YEAR: [&str; 3] = ["year", "title", "footer"];
/// Keys of `[report]` that were true of last year only.
const OF_LAST_YEAR: [&str; 4] = ["data_to", "as_at", "status", LAST_PUBLISHED];
/// The key that names what an earlier report printed.
const LAST_PUBLISHED: &str = "last_published";

impl Roll<'_> {
    pub(super) fn settings(&mut self, last_published: Option<&str>) {
        if let Some(report) = self.text.get_mut("report").and_then(Item::as_table_like_mut) {
            OF_LAST_YEAR.iter().for_each(|key| drop(report.remove(key)));
            WITH_YEAR.iter().for_each(|key| move_on(report, key, self.years));
            if let Some(path) = last_published {
                report.insert(LAST_PUBLISHED, value(path));
            }
        }
        if let Some(header) = self.text.get_mut("header").and_then(Item::as_table_like_mut) {
            header.remove("date");
        }
        self.text.remove("corrections");
        if let Some(path) = self.unlist("corrections") {
            self.files.remove(&path);
        }
    }
}

/// Puts the new year in the place of the old one, in whichever form it is written.
pub(super) fn move_on(table: &mut dyn TableLike, key: &str, (old, new): (Year, Year)) {
    let Some(text) = text_at(table, key) else { return };
    let spellings = old.spellings().into_iter().zip(new.spellings());
    let moved = spellings.fold(text.to_owned(), |text, (old, new)| text.replace(&old, &new));
    if moved != text {
        set(table, key, moved);
    }
}
