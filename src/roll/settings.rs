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
    let moved = spellings.fold(text.to_owned(), |text, (old, new)| replaced(&text, &old, &new));
    if moved != text {
        set(table, key, moved);
    }
}

/// The text with another year in each place of one, but where that is a part of a longer name: `2024` in `2024/25` or
/// `2022-2024`.
fn replaced(text: &str, old: &str, new: &str) -> String {
    let mut moved = String::with_capacity(text.len());
    let mut from = 0_usize;
    for (at, _) in text.match_indices(old) {
        let end = at.saturating_add(old.len());
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(end..).unwrap_or_default());
        if !(goes_on(before.chars().rev()) || goes_on(after.chars())) {
            moved.push_str(text.get(from..at).unwrap_or_default());
            moved.push_str(new);
            from = end;
        }
    }
    moved.push_str(text.get(from..).unwrap_or_default());
    moved
}

/// Whether a number goes on in the characters beside it: with a digit, or with one behind a mark that joins numbers.
fn goes_on(mut beside: impl Iterator<Item = char>) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match beside.next() {
        Some('/' | '-' | '–') => is_digit(beside.next()),
        next => is_digit(next),
    }
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn a_year_moves_on_where_it_is_the_whole_name() {
        for (text, old, new, moved) in [
            ("Annual report 2024", "2024", "2025", "Annual report 2025"),
            ("2024: annual report, 2024", "2024", "2025", "2025: annual report, 2025"),
            ("Strategy 2022-2024, 2024/25, 20241", "2024", "2025", "Strategy 2022-2024, 2024/25, 20241"),
            ("Annual report 2024/25", "2024/25", "2025/26", "Annual report 2025/26"),
            ("Annual report 2024–25.", "2024–25", "2025–26", "Annual report 2025–26."),
        ] {
            assert_eq!(replaced(text, old, new), moved);
        }
    }
}
