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

/// An entry as others are held against it: read once, however many there are.
struct Entry<'n> {
    record: &'n Record,
    written: &'n Text,
    date: WrittenDate,
    /// What it says under each key of `about`, folded; none where it says nothing.
    about: Vec<Option<String>>,
    /// The same of `apart`.
    apart: Vec<Option<String>>,
}

impl<'n> Entry<'n> {
    /// An entry that has a date and says what it is about; none of any other.
    fn of(dated: &Dated, record: &'n Record) -> Option<Self> {
        let written = record.text(dated.date)?;
        let date = WrittenDate::read(written.as_str())?;
        let said = |keys: &[&str]| -> Vec<Option<String>> {
            let said = keys.iter().map(|key| record.text(key).map(|text| folded(text.as_str())));
            said.map(|words| words.filter(|words| !words.is_empty())).collect()
        };
        let about = said(dated.about);
        let has_subject = about.first().is_some_and(Option::is_some);
        has_subject.then(|| Self { record, written, date, about, apart: said(dated.apart) })
    }

    /// Whether both are about one thing.
    fn is_of_the_same(&self, other: &Self) -> bool {
        let differs = |(one, other): (&Option<String>, &Option<String>)| matches!((one, other), (Some(one), Some(other)) if one != other);
        self.about == other.about && !self.apart.iter().zip(&other.apart).any(differs)
    }
}

/// Finds them, and returns where the texts stand that are so told to be doubled.
pub(super) fn check(content: &Record, findings: &mut Findings) -> Vec<Place> {
    let mut told: Vec<Place> = Vec::new();
    for dated in DATED {
        let entries: Vec<Entry<'_>> =
            content.records(dated.block).filter_map(|record| Entry::of(dated, record)).collect();
        for (position, again) in entries.iter().enumerate() {
            let mut earlier = entries.iter().take(position);
            let Some(finding) = earlier.find_map(|first| clash(dated, first, again)) else { continue };
            let texts = ["action", "text"].iter().filter_map(|key| again.record.text(key)).map(Text::whole);
            if !told.contains(&again.written.whole()) {
                findings.push(finding);
            }
            told.extend(std::iter::once(again.written.whole()).chain(texts));
        }
    }
    told
}

/// The finding on two entries, if they are about one thing and their dates can't both be right.
fn clash(dated: &Dated, first: &Entry<'_>, again: &Entry<'_>) -> Option<Finding> {
    if first.date.may_be(again.date) || !first.is_of_the_same(again) {
        return None;
    }
    let name = match dated.block {
        "actions" => called(again.record),
        _ => format!("“{}”", quoted(again.record.text(dated.about.first()?)?.as_str())),
    };
    let (here, elsewhere) = (again.written.as_str().trim(), first.written.as_str().trim());
    let message = format!("{name} is dated {here} here and {elsewhere} elsewhere");
    let finding = Finding::new(&DATED_TWO_WAYS, message)
        .at(again.written.whole())
        .label(format!("here it is {here}"))
        .related(first.written.whole(), format!("here it is {elsewhere}"))
        .help("correct the wrong date, or if these are two things, say in their names what tells them apart");
    Some(finding)
}
