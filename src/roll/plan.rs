//! Priorities of the next year: what last year's report planned is what this year's reports on.

use toml_edit::{ArrayOfTables, Item, Table, value};

use super::{Roll, entries};
use crate::model::Record;

/// Keys of a priority that tell what was done in a year.
const DONE_LAST_YEAR: [&str; 2] = ["done", "impact"];

impl Roll<'_> {
    /// Turns the plan into priorities; where there was none, keeps last year's without what was done.
    pub(super) fn plan(&mut self) {
        let old = self.old;
        let planned: Vec<&Record> = old.content.records("plan").collect();
        if planned.is_empty() {
            if let Some(mut priorities) = entries(&mut self.text, "priorities") {
                for priority in priorities.iter_mut() {
                    DONE_LAST_YEAR.iter().for_each(|key| drop(priority.remove(key)));
                }
                self.text.insert("priorities", Item::ArrayOfTables(priorities));
            }
            return;
        }
        let mut priorities = ArrayOfTables::new();
        planned.into_iter().for_each(|planned| priorities.push(priority(planned)));
        for block in ["plan", "priorities"] {
            self.text.remove(block);
            if let Some(path) = self.unlist(block) {
                self.files.remove(&path);
            }
        }
        self.text.insert("priorities", Item::ArrayOfTables(priorities));
    }

    /// Partners' contributions are awaited anew.
    pub(super) fn contributions(&mut self) {
        let Some(mut contributions) = entries(&mut self.text, "contributions") else { return };
        for contribution in contributions.iter_mut() {
            let file = contribution.remove("text");
            let file =
                file.as_ref().and_then(Item::as_table_like).and_then(|text| text.get("file")?.as_str());
            file.into_iter().for_each(|path| drop(self.files.remove(path)));
            contribution.insert("state", value("awaited"));
        }
        self.text.insert("contributions", Item::ArrayOfTables(contributions));
    }

    /// Takes a block out of `[lists]`, and gives the path of its file.
    pub(super) fn unlist(&mut self, block: &str) -> Option<String> {
        let lists = self.text.get_mut("lists")?.as_table_like_mut()?;
        Some(lists.remove(block)?.as_str()?.to_owned())
    }
}

/// What was planned, as something to report on.
fn priority(planned: &Record) -> Table {
    let mut priority = Table::new();
    for (key, from) in [("title", "title"), ("summary", "text"), ("led_by", "led_by")] {
        if let Some(text) = planned.text(from) {
            priority.insert(key, value(text.as_str()));
        }
    }
    let by = planned.text("by").map(|by| format!("# It was planned for: {}\n", by.as_str().trim()));
    priority.decor_mut().set_prefix(format!("\n{}", by.unwrap_or_default()));
    priority
}
