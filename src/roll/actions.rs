//! The action plan of the next year: what is complete falls away, what is open stays with its date.

use toml_edit::Item;

use super::{Roll, entries, text_at};
use crate::model::Record;

/// The status under which nothing is left to do.
const DONE: &str = "complete";

impl Roll<'_> {
    pub(super) fn actions(&mut self) {
        if let Some(mut actions) = entries(&mut self.text, "actions") {
            actions.retain(|action| text_at(action, "status") != Some(DONE));
            if !actions.is_empty() {
                self.text.insert("actions", Item::ArrayOfTables(actions));
            }
            return;
        }
        let old = self.old;
        let complete: Vec<&Record> =
            old.content.records("actions").filter(|action| action.choice("status") == Some(DONE)).collect();
        self.without_rows(&complete);
    }

    /// Takes the rows that records stand in out of their list.
    fn without_rows(&mut self, records: &[&Record]) {
        let Some(file) = records.first().map(|record| record.place.file) else { return };
        let Some(source) = usize::try_from(file.0).ok().and_then(|at| self.sources.get(at)) else { return };
        let Some(bytes) = self.files.get_mut(&source.path).filter(|_| is_text(&source.path)) else { return };
        let mut left = source.text.clone();
        for record in records.iter().rev() {
            let line_end = |at: usize| left.get(at..).and_then(|rest| rest.find('\n'));
            let end = record.place.end;
            let end = line_end(end).map_or(left.len(), |more| end.saturating_add(more).saturating_add(1));
            if left.is_char_boundary(record.place.start) && left.is_char_boundary(end) {
                left.replace_range(record.place.start..end, "");
            }
        }
        *bytes = left.into_bytes();
    }
}

/// Whether a list is text, in which a row is a stretch.
fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("csv"))
}
