//! Actions whose day has passed and that are not done, as of the report's `as_at`.

use super::repeated::quoted;
use super::written_date::{WrittenDate, in_words};
use crate::diagnostic::codes::said::{DUE_NOT_A_DATE, OVERDUE_ACTION};
use crate::diagnostic::{Finding, Findings};
use crate::model::{Date, Record, Text};

/// Statuses under which nothing is late: done, or certain to be done in time.
const WELL: &[&str] = &["green", "complete"];

/// Words that say that there is no day by which an action must be done, or none yet.
const WITHOUT_END: &[&str] = &[
    "ongoing",
    "on-going",
    "continuing",
    "continuous",
    "continual",
    "rolling",
    "standing",
    "tbc",
    "tba",
    "none",
    "n/a",
    "confirmed",
    "agreed",
    "decided",
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "annual",
    "annually",
    "termly",
    "each",
    "every",
    "required",
    "needed",
];

/// Finds them, where the narrative says from which day to judge.
pub(super) fn check(content: &Record, as_at: Option<Date>, findings: &mut Findings) {
    let Some(as_at) = as_at else { return };
    for action in content.records("actions") {
        let (Some(due), Some(status)) = (action.text("due"), action.choice("status")) else { continue };
        if WELL.contains(&status) {
            continue;
        }
        match WrittenDate::read(due.as_str()) {
            Some(date) if date.last < as_at => findings.push(overdue(action, due, date, status, as_at)),
            None if !is_without_end(due.as_str()) => findings.push(not_a_date(due)),
            _ => {}
        }
    }
}

fn overdue(action: &Record, due: &Text, date: WrittenDate, status: &str, as_at: Date) -> Finding {
    let message = format!(
        "{} was due by {} and on {} is still `{status}`",
        called(action),
        in_words(date.last),
        in_words(as_at)
    );
    Finding::new(&OVERDUE_ACTION, message)
        .at(due.whole())
        .label("past")
        .help("ask its owner how it stands, and update `status`; or give the day that has been agreed since")
}

/// The action as a message names it: by its number, or its first words.
pub(super) fn called(action: &Record) -> String {
    match (action.text("ref"), action.text("action")) {
        (Some(number), _) if !number.as_str().trim().is_empty() => {
            format!("action {}", number.as_str().trim())
        }
        (_, Some(words)) => format!("the action “{}”", quoted(words.as_str())),
        _ => "an action".to_owned(),
    }
}

fn not_a_date(due: &Text) -> Finding {
    let message =
        format!("`{}` can't be read as a date, so nobody is told when it has passed", due.as_str().trim());
    Finding::new(&DUE_NOT_A_DATE, message)
        .at(due.whole())
        .help("write a day or month, such as \"30 September 2025\" or \"September 2025\", or \"ongoing\"")
}

fn is_without_end(due: &str) -> bool {
    let due = due.to_lowercase();
    let mut words = due.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '.'));
    !due.contains(char::is_alphanumeric) || words.any(|word| WITHOUT_END.contains(&word))
}
