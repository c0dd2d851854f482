//! `figures.json`, schema "lscb-report/figures/1": a figure a line, so that a difference between two builds reads well.

use std::collections::BTreeSet;

use crate::figures::{Amount, PublishedFigure};
use crate::model::{Cell, Counted, FigureId, Measure, Narrative, Renames, SourceFile, State};

use super::entry::Entry;

/// A key as it stands behind others, whole: there are thousands of each.
macro_rules! key {
    ($name:literal) => {
        concat!(", \"", $name, "\": ")
    };
}

/// More bytes than most lines have.
const LINE: usize = 1024;

/// The file of `entries`, made from `sources`.
#[must_use]
pub fn figures_json(narrative: &Narrative, entries: &[Entry<'_>], sources: &[SourceFile]) -> String {
    let mut file = String::with_capacity(entries.len().saturating_mul(LINE));
    file.push_str("{\n\"schema\": \"lscb-report/figures/1\",\n\"report\": ");
    file.push_str(&report(narrative));
    file.push_str(",\n\"measures\": [");
    let subjects: BTreeSet<&str> = entries.iter().map(|entry| entry.figure.id.subject()).collect();
    let held = narrative.measures.iter().filter(|measure| subjects.contains(measure.id.as_str()));
    for (position, one) in held.enumerate() {
        file.push_str(if position == 0 { "\n" } else { ",\n" });
        measure(one, &mut file);
    }
    file.push_str("\n],\n");
    categories(&narrative.renames, &mut file);
    let sources: Vec<Source<'_>> = sources.iter().map(Source::of).collect();
    file.push_str("\"figures\": [");
    for (position, entry) in entries.iter().enumerate() {
        file.push_str(if position == 0 { "\n" } else { ",\n" });
        line(entry, &sources, &mut file);
    }
    file.push_str("\n]\n}\n");
    file
}

fn report(narrative: &Narrative) -> String {
    let text = |name: &str| narrative.report_text(name).map_or("", |text| text.as_str());
    let settings = &narrative.settings;
    let mut written = String::new();
    let mut object = Object::within(&mut written);
    object.text(key!("board"), text("board"));
    object.text(key!("title"), text("title"));
    object.text(key!("year"), &settings.year.to_string());
    object.text(key!("first_month"), &settings.span.first().to_string());
    object.text(key!("last_month"), &settings.span.last().to_string());
    object.end();
    written
}

/// What the figures count, so that a later comparison can tell a change from a new definition.
fn measure(measure: &Measure, to: &mut String) {
    let mut object = Object::within(to);
    object.text(key!("id"), measure.id.as_str());
    object.text(key!("label"), &measure.label);
    object.text(key!("kind"), measure.kind.word());
    object.text(key!("counts"), measure.unit.word());
    object.text(key!("definition"), &measure.definition);
    object.list(key!("aliases"), &measure.aliases, |alias, to| quote(alias, to));
    object.end();
}

/// The names that categories had before, where any had, for a comparison with a report that calls them so.
fn categories(renames: &Renames, to: &mut String) {
    for (position, (dimension, was, name)) in renames.iter().enumerate() {
        to.push_str(if position == 0 { "\"categories\": [\n" } else { ",\n" });
        let mut object = Object::within(to);
        object.text(key!("dimension"), dimension);
        object.text(key!("name"), name);
        object.text(key!("was"), was);
        object.end();
    }
    if renames.iter().next().is_some() {
        to.push_str("\n],\n");
    }
}

/// A file of data, with what every cell of it says.
struct Source<'s> {
    file: &'s SourceFile,
    path: String,
}

impl<'s> Source<'s> {
    fn of(file: &'s SourceFile) -> Self {
        let mut path = String::new();
        quote(&file.path, &mut path);
        Self { file, path }
    }
}

fn line(entry: &Entry<'_>, sources: &[Source<'_>], to: &mut String) {
    let Entry { figure, numbers, .. } = entry;
    let mut object = Object::within(to);
    object.text(key!("id"), &entry.id);
    object.text(key!("label"), &figure.label);
    object.word(key!("kind"), figure.kind.word());
    object.raw(key!("value"), numbers.value().unwrap_or_else(|| truth(figure)));
    object.raw(key!("low"), numbers.low().unwrap_or("null"));
    object.raw(key!("high"), numbers.high().unwrap_or("null"));
    match &numbers.exact {
        Some(exact) => object.word(key!("exact"), exact),
        None => object.raw(key!("exact"), "null"),
    }
    object.number(key!("scale"), numbers.scale.into());
    object.word(key!("display"), &entry.display);
    object.text(key!("unit"), &figure.unit);
    object.word(key!("period"), &entry.period);
    object.word(key!("status"), entry.status.word());
    if figure.state != State::Final {
        object.word(key!("state"), figure.state.word());
    }
    object.optional(key!("reason"), entry.reason.as_deref());
    if let Some(target) = &entry.target {
        object.text(key!("target"), target);
    }
    object.written(key!("formula"), |to| figure.write_formula(to));
    // What has cells of its own is traced by them; the figures of single cells need not be in the file.
    let inputs = if figure.sources.is_empty() { figure.inputs.as_slice() } else { &[] };
    object.list(key!("inputs"), inputs, quote_id);
    object.list(key!("sources"), &figure.sources, |cell, to| source(cell, sources, to));
    object.end();
}

/// The value of what is no number: true or false, otherwise null.
fn truth(figure: &PublishedFigure) -> &'static str {
    match figure.outcome {
        Ok(Amount::Truth(true)) => "true",
        Ok(Amount::Truth(false)) => "false",
        _ => "null",
    }
}

fn source(cell: &Cell, sources: &[Source<'_>], to: &mut String) {
    let source = usize::try_from(cell.place.file.0).ok().and_then(|index| sources.get(index));
    let file = source.map(|source| source.file);
    let mut object = Object::within(to);
    object.raw(key!("file"), source.map_or("\"\"", |source| source.path.as_str()));
    match (file, cell.counted) {
        (Some(file), Some(counted)) => rows(file, counted, &mut object),
        _ => {
            object.number(key!("line"), cell.line.into());
            object.number(key!("column"), cell.column.into());
        }
    }
    if let Some(sheet) = file.and_then(|file| file.sheet.as_ref()) {
        object.text(key!("sheet"), &sheet.name);
    }
    object.end();
}

/// What was counted in a case list: no row of it is named.
fn rows(file: &SourceFile, counted: Counted, object: &mut Object<'_>) {
    if let Some(counting) = file.counting(counted) {
        object.text(key!("column"), &counting.column);
        object.text(key!("filter"), &counting.filter);
    }
    object.number(key!("rows"), counted.rows);
    object.text(key!("blake3"), &file.fingerprint);
}

/// Text as JSON.
fn quote(text: &str, to: &mut String) {
    quote_written(to, |to| to.push_str(text));
}

fn quote_id(id: &FigureId, to: &mut String) {
    quote_written(to, |to| id.push_to(to));
}

/// What `write` writes as JSON.
fn quote_written(to: &mut String, write: impl FnOnce(&mut String)) {
    let start = to.len();
    to.push('"');
    write(to);
    end_quote(start, to);
}

/// Closes the quote that was opened at `start`. Every text has a form, so nothing is lost in the default.
fn end_quote(start: usize, to: &mut String) {
    let text = to.get(start.saturating_add(1)..).unwrap_or_default();
    // Looking at every byte is quicker than stopping at one: hardly any is special.
    let is_special = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    if !text.bytes().fold(false, |found, byte| found | is_special(byte)) {
        to.push('"');
        return;
    }
    let quoted = serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned());
    to.truncate(start);
    to.push_str(&quoted);
}

/// An object written key by key, so that numbers keep the digits they were worked out with.
struct Object<'t> {
    to: &'t mut String,
    empty: bool,
}

impl<'t> Object<'t> {
    fn within(to: &'t mut String) -> Self {
        to.push('{');
        Self { to, empty: true }
    }

    fn key(&mut self, key: &str) {
        let first = || key.strip_prefix(", ").unwrap_or(key);
        self.to.push_str(if self.empty { first() } else { key });
        self.empty = false;
    }

    fn raw(&mut self, key: &str, value: &str) {
        self.key(key);
        self.to.push_str(value);
    }

    fn number(&mut self, key: &str, value: u64) {
        self.key(key);
        push_digits(value, self.to);
    }

    /// Words or digits of the program's own, in which nothing needs to be escaped.
    fn word(&mut self, key: &str, word: &str) {
        self.key(key);
        self.to.push('"');
        self.to.push_str(word);
        self.to.push('"');
    }

    fn text(&mut self, key: &str, value: &str) {
        self.written(key, |to| to.push_str(value));
    }

    /// A text that `write` writes.
    fn written(&mut self, key: &str, write: impl FnOnce(&mut String)) {
        self.key(key);
        quote_written(self.to, write);
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        match value {
            Some(value) => self.text(key, value),
            None => self.raw(key, "null"),
        }
    }

    fn list<T>(&mut self, key: &str, items: &[T], write: impl Fn(&T, &mut String)) {
        self.raw(key, "[");
        for (position, item) in items.iter().enumerate() {
            self.to.push_str(if position == 0 { "" } else { ", " });
            write(item, self.to);
        }
        self.to.push(']');
    }

    fn end(self) {
        self.to.push('}');
    }
}

/// A number in digits: few, as lines and columns have.
fn push_digits(number: u64, to: &mut String) {
    if number >= 10 {
        push_digits(number / 10, to);
    }
    to.push(u8::try_from(number % 10).map_or('0', |digit| char::from(b'0'.saturating_add(digit))));
}
