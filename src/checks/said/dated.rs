//! One thing dated two ways: entries of one block that are about the same thing and give it different dates.

use super::overdue::called;
use super::phrases::folded;
use super::repeated::quoted;
use super::written_date::WrittenDate;
use crate::diagnostic::codes::said::DATED_TWO_WAYS;
use crate::diagnostic::{Finding, Findings};
use crate::model::{Place, Record, Text};

/// A block whose entries are dated.
struct Dated {
    block: &'static str,
    /// The keys that together say what an entry is about.
    about: &'static [&'static str],
    /// The key of its date.
    date: &'static str,
    /// A key that tells two entries apart where both have it and it differs: with another grade it was another
    /// inspection, with another number it is another action.
    apart: &'static [&'static str],
}

/// Every block whose entries are dated. The first entry of the table that finds a pair speaks for it.
const DATED: &[Dated] = &[
    Dated { block: "judgements", about: &["theme", "by"], date: "date", apart: &["grade"] },
    Dated { block: "reviews", about: &["title"], date: "published", apart: &["kind"] },
    Dated { block: "actions", about: &["ref"], date: "due", apart: &[] },
    Dated { block: "actions", about: &["action"], date: "due", apart: &["ref", "owner"] },
    Dated { block: "plan", about: &["title"], date: "by", apart: &["led_by"] },
];

/// Finds them, and returns where the texts stand that are so told to be doubled.
pub(super) fn check(content: &Record, findings: &mut Findings) -> Vec<Place> {
    let mut told: Vec<Place> = Vec::new();
    for dated in DATED {
        let entries: Vec<&Record> = content.records(dated.block).collect();
        for (position, again) in entries.iter().enumerate() {
            let mut earlier = entries.iter().take(position);
            let Some(finding) = earlier.find_map(|first| clash(dated, first, again)) else { continue };
            let texts = ["action", "text"].iter().filter_map(|key| again.text(key)).map(Text::whole);
            if !again.text(dated.date).is_some_and(|date| told.contains(&date.whole())) {
                findings.push(finding);
            }
            told.extend(again.text(dated.date).map(Text::whole).into_iter().chain(texts));
        }
    }
    told
}

/// The finding on two entries, if they are about one thing and their dates can't both be right.
fn clash(dated: &Dated, first: &Record, again: &Record) -> Option<Finding> {
    let key = |record: &Record, name: &str| {
        record.text(name).map(|text| folded(text.as_str())).filter(|words| !words.is_empty())
    };
    let is_same = |name: &&str| key(first, name) == key(again, name);
    let differs = |name: &str| matches!((key(first, name), key(again, name)), (Some(a), Some(b)) if a != b);
    let (one, other) = (first.text(dated.date)?, again.text(dated.date)?);
    let (read_one, read_other) = (WrittenDate::read(one.as_str())?, WrittenDate::read(other.as_str())?);
    let subject = dated.about.first()?;
    if key(again, subject).is_none()
        || !dated.about.iter().all(is_same)
        || dated.apart.iter().any(|name| differs(name))
        || read_one.may_be(read_other)
    {
        return None;
    }
    let name = match dated.block {
        "actions" => called(again),
        _ => format!("“{}”", quoted(again.text(subject)?.as_str())),
    };
    let (here, elsewhere) = (other.as_str().trim(), one.as_str().trim());
    let message = format!("{name} is dated {here} here and {elsewhere} elsewhere");
    let finding = Finding::new(&DATED_TWO_WAYS, message)
        .at(other.whole())
        .label(format!("here it is {here}"))
        .related(one.whole(), format!("here it is {elsewhere}"))
        .help("correct the wrong date, or if these are two things, say in their names what tells them apart");
    Some(finding)
}
