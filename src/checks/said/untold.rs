//! Entries that have a title and nothing to stand beneath it: the page would leave them out.

use super::faulty::Faulty;
use super::priorities::says_something;
use super::repeated::quoted;
use crate::diagnostic::codes::said::UNTOLD_ENTRY;
use crate::diagnostic::{Finding, Findings};
use crate::model::Record;

/// Blocks whose entries stand beneath a heading each: the key of the heading, and those of what stands beneath it.
const BENEATH: &[(&str, &str, &[&str])] = &[
    ("audits", "theme", &["cases", "text", "actions"]),
    ("judgements", "theme", &["grade", "text"]),
    ("plan", "title", &["text", "led_by", "by"]),
    ("reviews", "title", &["kind", "published", "summary", "learning", "done"]),
];

/// Finds them, where all could be read.
pub(super) fn check(content: &Record, faulty: &Faulty, findings: &mut Findings) {
    if faulty.is_any() {
        return;
    }
    for (block, heading, beneath) in BENEATH {
        for entry in content.records(block) {
            let Some(title) = entry.text(heading) else { continue };
            if beneath.iter().any(|key| entry.get(key).is_some_and(says_something)) {
                continue;
            }
            let message = format!(
                "“{}” has nothing to stand beneath it, so the page leaves it out",
                quoted(title.as_str())
            );
            let keys: Vec<String> = beneath.iter().map(|key| format!("`{key}`")).collect();
            let help = format!("give it {}, or delete the entry", keys.join(" or "));
            findings.push(Finding::new(&UNTOLD_ENTRY, message).at(title.whole()).help(help));
        }
    }
}
