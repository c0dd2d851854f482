//! Priorities under which nothing is said to have been done.

use super::faulty::Faulty;
use super::repeated::quoted;
use crate::diagnostic::codes::said::NOTHING_DONE;
use crate::diagnostic::{Finding, Findings};
use crate::model::{Content, Record};

/// Finds them.
pub(super) fn check(content: &Record, faulty: &Faulty, findings: &mut Findings) {
    for priority in content.records("priorities").filter(|priority| !faulty.includes(priority)) {
        let Some(title) = priority.text("title") else { continue };
        if priority.list("done").iter().any(says_something) {
            continue;
        }
        let message = format!("nothing is said to have been done about “{}”", quoted(title.as_str()));
        let finding = Finding::new(&NOTHING_DONE, message)
            .at(title.whole())
            .help("say in `done` what was done, or in one sentence why nothing was");
        let shows = ["summary", "led_by", "impact", "next"];
        let is_shown = shows.iter().any(|key| priority.get(key).is_some_and(says_something));
        let left_out = "with nothing else said of it, the page leaves it out";
        findings.push(if is_shown { finding } else { finding.help(left_out) });
    }
}

/// Whether any text in it has words.
pub(super) fn says_something(content: &Content) -> bool {
    match content {
        Content::Plain(text) | Content::Prose(text) => !text.as_str().trim().is_empty(),
        Content::List(items) => items.iter().any(says_something),
        Content::Record(record) => record.fields.values().any(says_something),
        Content::Flag(_) | Content::Whole(_) | Content::Date(_) | Content::Choice(_) | Content::Figure(_) => {
            true
        }
    }
}
