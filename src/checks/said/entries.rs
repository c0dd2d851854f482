//! Entries of a list that stand twice, or are the total of the others: they would be counted or added up twice.

use crate::diagnostic::codes::data::TOTAL_AS_CATEGORY;
use crate::diagnostic::codes::said::{REPEATED_ENTRY, REPEATED_TEXT};
use crate::diagnostic::{Finding, Findings};
use crate::model::{Content, Place, Record, Text, fold, means_all};

/// Blocks whose numbers are added up, and the key that says whose number an entry gives: one entry each.
const ADDED_UP: &[(&str, &str)] = &[("attendance", "agency"), ("budget", "item"), ("income", "source")];

/// People by role, of whom two may rightly be alike, and parts of the text, of which the name must differ.
const MAY_BE_ALIKE: &[&str] = &["appendices", "members", "presenters", "sections"];

/// Finds them. An entry whose text was found to stand twice is not told again.
pub(super) fn check(content: &Record, findings: &mut Findings) {
    for (block, entries) in &content.fields {
        if !matches!(entries, Content::List(_)) || MAY_BE_ALIKE.contains(block) {
            continue;
        }
        let key = ADDED_UP.iter().find(|(name, _)| name == block).map(|(_, key)| *key);
        let entries: Vec<&Record> = content.records(block).collect();
        for (position, entry) in entries.iter().enumerate() {
            let before = entries.get(..position).unwrap_or_default();
            if let Some(finding) = total(key, entry).or_else(|| repeated(block, key, before, entry))
                && !is_told(entry, findings)
            {
                findings.push(finding);
            }
        }
    }
}

/// An entry that is the total of the others.
fn total(key: Option<&str>, entry: &Record) -> Option<Finding> {
    let key = key?;
    let name = entry.text(key).filter(|name| means_all(key, name.as_str()))?;
    let message = format!("the entry `{}` would be added to the others, whose total it is", name.as_str());
    let finding = Finding::new(&TOTAL_AS_CATEGORY, message)
        .at(name.whole())
        .help("delete the entry: the program adds up the others");
    Some(finding)
}

/// An entry that stands before, as a whole or with other numbers.
fn repeated(block: &str, key: Option<&str>, before: &[&Record], entry: &Record) -> Option<Finding> {
    let name = key.and_then(|key| entry.text(key));
    let of_name = |other: &&&Record| key.and_then(|key| other.text(key)).zip(name).is_some_and(are_alike);
    let same = before.iter().find(|other| is_same(other, entry));
    let first = same.or_else(|| before.iter().find(of_name))?;
    let message = match (same, name) {
        (Some(_), Some(name)) => format!("the entry of `{}` stands twice in `{block}`", name.as_str()),
        (Some(_), None) => format!("an entry stands twice in `{block}`"),
        (None, _) => {
            format!(
                "`{}` stands twice in `{block}`, with other words or numbers",
                name.map_or("", Text::as_str)
            )
        }
    };
    let place_of = |entry: &Record| key.and_then(|key| entry.text(key)).map_or(entry.place, Text::whole);
    let finding = Finding::new(&REPEATED_ENTRY, message)
        .at(place_of(entry))
        .related(place_of(first), "it stands here before")
        .help(if same.is_some() {
            "delete one of the two: both are counted"
        } else {
            "both are added up: delete the one that is not right, or give each its own name"
        });
    Some(finding)
}

fn are_alike((one, other): (&Text, &Text)) -> bool {
    let (one, other) = (fold(one.as_str()), fold(other.as_str()));
    !one.is_empty() && one == other
}

/// Whether two entries say the same in every field, wherever they stand.
fn is_same(one: &Record, other: &Record) -> bool {
    let mut fields = one.fields.iter().zip(&other.fields);
    !one.fields.is_empty()
        && one.fields.len() == other.fields.len()
        && fields
            .all(|((name, field), (other_name, other))| name == other_name && says_the_same(field, other))
}

fn says_the_same(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Plain(one), Content::Plain(other))
        | (Content::Prose(one), Content::Prose(other))
        | (Content::Figure(one), Content::Figure(other)) => one.as_str().trim() == other.as_str().trim(),
        (Content::List(one), Content::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| says_the_same(one, other))
        }
        (Content::Record(one), Content::Record(other)) => is_same(one, other),
        _ => one == other,
    }
}

/// Whether a text of the entry was found to stand elsewhere too.
fn is_told(entry: &Record, findings: &Findings) -> bool {
    let mut texts = Vec::new();
    entry.fields.values().for_each(|field| texts_of(field, &mut texts));
    let within = |place: Place| {
        texts.iter().any(|text| text.file == place.file && text.start <= place.start && place.end <= text.end)
    };
    let mut repeats = findings.sorted().into_iter().filter(|finding| finding.code == &REPEATED_TEXT);
    repeats.any(|finding| finding.place.is_some_and(within))
}

fn texts_of(field: &Content, places: &mut Vec<Place>) {
    match field {
        Content::Plain(text) | Content::Prose(text) => places.push(text.whole()),
        Content::List(items) => items.iter().for_each(|item| texts_of(item, places)),
        Content::Record(record) => record.fields.values().for_each(|field| texts_of(field, places)),
        _ => {}
    }
}
