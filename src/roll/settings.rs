//! `[report]` and `[header]` of the next year: the year moves on, and the dates of last year's report fall away.

use toml_edit::{Item, TableLike};

use super::{Roll, set, text_at};
use crate::model::Year;

/// Keys of `[report]` in which the year may stand.
const WITH_YEAR: [&str; 3] = ["year", "title", "footer"];
/// Keys of `[report]` that were true of last year only.
const OF_LAST_YEAR: [&str; 2] = ["data_to", "as_at"];

impl Roll<'_> {
    pub(super) fn settings(&mut self) {
        let (old, new) = self.years;
        if let Some(report) = self.text.get_mut("report").and_then(Item::as_table_like_mut) {
            OF_LAST_YEAR.iter().for_each(|key| drop(report.remove(key)));
            WITH_YEAR.iter().for_each(|key| move_on(report, key, old, new));
        }
        if let Some(header) = self.text.get_mut("header").and_then(Item::as_table_like_mut) {
            header.remove("date");
        }
    }
}

/// Puts the new year in the place of the old one, in whichever form it is written.
fn move_on(report: &mut dyn TableLike, key: &str, old: Year, new: Year) {
    let Some(text) = text_at(report, key) else { return };
    let moved = ['/', '-', '–'].into_iter().fold(text.to_owned(), |text, mark| {
        let form = |year: Year| year.to_string().replace('/', &mark.to_string());
        text.replace(&form(old), &form(new))
    });
    if moved != text {
        set(report, key, moved);
    }
}
