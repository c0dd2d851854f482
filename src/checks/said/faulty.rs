//! Which entries were not read whole: what is missing from them may well be what the fault was about.

use crate::diagnostic::{Findings, Severity};
use crate::model::{Content, Place, Record};

/// The entries of the narrative in which reading found errors.
#[derive(Debug)]
pub(super) struct Faulty {
    entries: Vec<Place>,
    is_any: bool,
}

impl Faulty {
    /// Those in which what was found so far stands: each error is laid to the entry that begins nearest above it.
    pub(super) fn of(content: &Record, findings: &Findings) -> Self {
        let mut entries = Vec::new();
        gather(content, &mut entries);
        entries.sort();
        let errors = findings.sorted().into_iter().filter(|finding| finding.code.severity == Severity::Error);
        let above = |error: Place| {
            let nearest = entries
                .partition_point(|entry| (entry.file, entry.start) <= (error.file, error.start))
                .checked_sub(1)?;
            entries.get(nearest).copied().filter(|entry| entry.file == error.file)
        };
        let entries = errors.filter_map(|finding| above(finding.place?)).collect();
        Self { entries, is_any: findings.has_errors() }
    }

    /// Whether errors were found at all: then a block that is not there may be one that could not be read.
    pub(super) fn is_any(&self) -> bool {
        self.is_any
    }

    /// Whether errors were found in the entry.
    pub(super) fn includes(&self, entry: &Record) -> bool {
        self.entries.contains(&entry.place)
    }
}

/// Where the entries of blocks begin, those within entries included.
fn gather(within: &Record, found: &mut Vec<Place>) {
    for content in within.fields.values() {
        let items = match content {
            Content::List(items) => items.as_slice(),
            record @ Content::Record(_) => std::slice::from_ref(record),
            _ => &[],
        };
        for item in items {
            if let Content::Record(record) = item {
                found.push(record.place);
                gather(record, found);
            }
        }
    }
}
