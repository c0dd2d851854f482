//! A comparison for another program, schema "lscb-report/diff/1". It holds every figure that differs, so that the
//! changes put to the old figures give the new ones: `change` is in units of `exact`, before the scale. `revised` sets what
//! the new report gives for the year before beside what the old one gave for its own.

use serde::Serialize;
use serde_json::Value as Json;

use super::change::{Change, Comparison, Standing};
use super::order::Asked;
use super::rows::decimal;
use super::side::{Report, Reported};
use super::why::{Why, WhyKind};

#[derive(Serialize)]
struct File<'c> {
    schema: &'static str,
    old: Head<'c>,
    new: Head<'c>,
    same: usize,
    changes: Vec<Entry<'c>>,
    revised: Vec<Entry<'c>>,
}

#[derive(Serialize)]
struct Head<'c> {
    board: &'c str,
    title: &'c str,
    year: &'c str,
    first_month: &'c str,
    last_month: &'c str,
}

#[derive(Serialize)]
struct Entry<'c> {
    id: String,
    old_id: Option<String>,
    label: &'c str,
    topic: &'static str,
    standing: &'static str,
    small: bool,
    old: Option<Worth<'c>>,
    new: Option<Worth<'c>>,
    change: Option<String>,
    change_value: Option<Json>,
    change_percent: Option<Json>,
    variation: Option<&'static str>,
    notes: Vec<NoteEntry<'c>>,
    why: Vec<WhyEntry<'c>>,
}

#[derive(Serialize)]
struct Worth<'c> {
    kind: &'static str,
    value: &'c Json,
    low: &'c Json,
    high: &'c Json,
    exact: Option<String>,
    scale: Json,
    display: &'c str,
    unit: &'c str,
    period: Option<String>,
    status: &'static str,
    state: &'static str,
    reason: Option<&'c str>,
}

#[derive(Serialize)]
struct NoteEntry<'c> {
    code: &'static str,
    words: &'c str,
}

#[derive(Serialize)]
struct WhyEntry<'c> {
    kind: &'static str,
    by: Option<&'c str>,
    parts: Vec<PartEntry<'c>>,
}

#[derive(Serialize)]
struct PartEntry<'c> {
    name: &'c str,
    id: Option<String>,
    change: String,
}

/// The comparison as JSON.
#[must_use]
pub fn json<'c>(comparison: &'c Comparison<'c>, asked: &Asked) -> String {
    let entries = |changes: &'c [Change<'c>]| {
        changes.iter().filter(|change| asked.wants(change)).map(|change| entry(change, asked)).collect()
    };
    let file = File {
        schema: "lscb-report/diff/1",
        old: head(comparison.old),
        new: head(comparison.new),
        same: comparison.same,
        changes: entries(&comparison.changes),
        revised: entries(&comparison.revised),
    };
    // Strings and numbers always have a form in JSON.
    let mut json = serde_json::to_string_pretty(&file).unwrap_or_default();
    json.push('\n');
    json
}

fn head(report: &Report) -> Head<'_> {
    Head {
        board: &report.board,
        title: &report.title,
        year: &report.year,
        first_month: &report.first_month,
        last_month: &report.last_month,
    }
}

/// The word for how a figure stands on the two sides.
pub(super) fn standing(change: &Change<'_>) -> &'static str {
    match change.standing() {
        Standing::Added => "added",
        Standing::Removed => "removed",
        Standing::Changed => "changed",
    }
}

fn entry<'c>(change: &'c Change<'_>, asked: &Asked) -> Entry<'c> {
    let number = |ratio| decimal(ratio).and_then(|digits| serde_json::from_str(&digits).ok());
    let old_id = change.old.map(|old| &old.id).filter(|id| **id != change.id);
    let notes = change.notes.iter().map(|note| NoteEntry { code: note.code, words: &note.words });
    Entry {
        id: change.id.to_string(),
        old_id: old_id.map(ToString::to_string),
        label: change.label(),
        topic: change.topic(),
        standing: standing(change),
        small: asked.is_small(change),
        old: change.old.map(worth),
        new: change.new.map(worth),
        change: change.by.map(|by| by.to_string()),
        change_value: change.difference().and_then(number),
        change_percent: change.percent().and_then(number),
        variation: change.variation.map(|variation| variation.word()),
        notes: notes.collect(),
        why: change.why.iter().map(why).collect(),
    }
}

fn worth(figure: &Reported) -> Worth<'_> {
    let [value, low, high] = &figure.numbers;
    Worth {
        kind: figure.kind.word(),
        value,
        low,
        high,
        exact: figure.exact.map(|exact| exact.to_string()),
        scale: figure.scale.to_whole().into(),
        display: &figure.display,
        unit: &figure.unit,
        period: figure.period.as_ref().map(ToString::to_string),
        status: figure.status.word(),
        state: figure.state.word(),
        reason: figure.reason.as_deref(),
    }
}

fn why(why: &Why) -> WhyEntry<'_> {
    let (kind, by) = match &why.kind {
        WhyKind::Categories(dimension) => ("categories", Some(dimension.as_str())),
        WhyKind::Terms => ("terms", None),
        WhyKind::Division => ("division", None),
    };
    let parts = why.parts.iter().map(|part| PartEntry {
        name: &part.name,
        id: part.id.as_ref().map(ToString::to_string),
        change: part.by.to_string(),
    });
    WhyEntry { kind, by, parts: parts.collect() }
}
