//! The parsed file and the schema → content. One walk reads and checks every block by its shape.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::schema::{Key, Keys, Shape};
use super::string::text_of;
use super::{faults, pasted};
use crate::diagnostic::Findings;
use crate::load::Files;
use crate::model::{Calendar, Content, FileId, Place, Record, Text};
use crate::suggest::nearest;

/// A value of the parsed file, with where it stands.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// What a value is read for: the path of its key, and the key itself.
#[derive(Clone, Copy)]
pub(super) struct At<'k> {
    /// `sections.title`.
    pub(super) path: &'k str,
    /// The schema's entry.
    pub(super) key: &'static Key,
    /// Where its value stands, which is how it is written.
    pub(super) standing: Standing,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Behind a key of the narrative file.
    BehindKey,
    /// In a cell of a spreadsheet.
    InCell,
}

/// Reads one narrative file.
pub(super) struct Reader<'r, 'f> {
    /// The project's files, for prose that stands in one of its own.
    pub(super) files: &'r mut Files<'f>,
    /// The narrative file.
    pub(super) file: FileId,
    /// Its text.
    pub(super) text: &'r str,
    /// When its reporting years begin, by which they are called.
    pub(super) calendar: Calendar,
    /// Whether its TOML is sound, so that what is not there was not given.
    pub(super) is_sound: bool,
    /// Where faults go.
    pub(super) findings: &'r mut Findings,
}

impl Reader<'_, '_> {
    /// The block in `table`, which stands at `span` and whose path is `path`.
    pub(super) fn record(
        &mut self,
        path: &str,
        keys: Keys,
        table: &DeTable<'_>,
        span: Range<usize>,
    ) -> Record {
        let mut fields = BTreeMap::new();
        let mut taken_for = Vec::new();
        for (name, value) in table {
            let known = || keys.iter().copied().flatten();
            if let Some(key) = known().find(|key| key.name == name.get_ref().as_ref()) {
                let within = join(path, key.name);
                let content =
                    self.value(At { path: &within, key, standing: Standing::BehindKey }, &key.shape, value);
                fields.extend(content.map(|content| (key.name, content)));
            } else {
                taken_for.extend(nearest(name.get_ref(), known().map(|key| key.name)).first().copied());
                self.findings.push(faults::unknown_key(self.place(name.span()), path, name.get_ref(), keys));
            }
        }
        let place = self.place(span);
        for key in keys.iter().copied().flatten().filter(|key| key.required && self.is_sound) {
            if !table.contains_key(key.name) && !taken_for.contains(&key.name) {
                self.findings.push(faults::missing_key(place, path, key));
            }
        }
        Record { place, fields, cells: BTreeMap::new() }
    }

    /// The value of a key; none where it has a fault, which is then told.
    pub(super) fn value(&mut self, at: At<'_>, shape: &'static Shape, value: &Value<'_>) -> Option<Content> {
        match (shape, value.get_ref()) {
            (Shape::Prose, _) => self.prose(at, value).map(Content::Prose),
            (Shape::List(item), DeValue::Array(items)) => Some(self.list(at, item, items)),
            (Shape::List(item), DeValue::String(_)) if !matches!(item, Shape::Record(_)) => {
                Some(Content::List(vec![self.value(at, item, value)?]))
            }
            (Shape::Record(keys), DeValue::Table(table)) => {
                Some(Content::Record(self.record(at.path, keys, table, value.span())))
            }
            (Shape::TextOr(keys), DeValue::Table(table)) if !table.contains_key("file") => {
                Some(Content::Record(self.record(at.path, keys, table, value.span())))
            }
            (Shape::TextOr(_), _) => self.text_alone(at, value),
            (Shape::Named(shape), DeValue::Table(table)) => Some(self.named(at, shape, table)),
            (Shape::Either(one, other), _) => {
                let chosen = if has_form(one, value) { one } else { other };
                if has_form(chosen, value) {
                    self.value(at, chosen, value)
                } else {
                    self.wrong_type(at, shape, value)
                }
            }
            _ => self.scalar(at, shape, value),
        }
    }

    fn list(&mut self, at: At<'_>, item: &'static Shape, items: &DeArray<'_>) -> Content {
        Content::List(items.iter().filter_map(|value| self.value(at, item, value)).collect())
    }

    /// A text that stands for the block whose `text` it is.
    fn text_alone(&mut self, at: At<'_>, value: &Value<'_>) -> Option<Content> {
        let text = self.prose(at, value)?;
        let fields = BTreeMap::from([("text", Content::Prose(text))]);
        Some(Content::Record(Record { place: self.place(value.span()), fields, cells: BTreeMap::new() }))
    }

    fn named(&mut self, at: At<'_>, shape: &'static Shape, table: &DeTable<'_>) -> Content {
        let mut records = Vec::new();
        for (name, value) in table {
            let path = join(at.path, name.get_ref());
            let Some(content) = self.value(At { path: &path, ..at }, shape, value) else { continue };
            let name_text = Content::Plain(self.key_text(name));
            let fields = BTreeMap::from([("name", name_text), ("value", content)]);
            records.push(Content::Record(Record {
                place: self.place(name.span()),
                fields,
                cells: BTreeMap::new(),
            }));
        }
        Content::List(records)
    }

    /// Prose, which may stand in a file of its own.
    fn prose(&mut self, at: At<'_>, value: &Value<'_>) -> Option<Text> {
        match value.get_ref() {
            DeValue::String(decoded) => {
                let text = self.string(decoded, value.span());
                Some(pasted::prose(&text, self.findings))
            }
            DeValue::Table(table) => {
                let record = self.record(at.path, FILE, table, value.span());
                let path = record.text("file")?;
                let id = self.files.read(&slashed(path.as_str()), Some(path.whole()), self.findings)?;
                let content = self.files.get(id)?.text.clone();
                Some(pasted::prose(&Text::verbatim(content, id, 0), self.findings))
            }
            _ => {
                self.wrong_type(at, &Shape::Prose, value);
                None
            }
        }
    }

    /// The text of a string that stands at `span`.
    pub(super) fn string(&self, decoded: &str, span: Range<usize>) -> Text {
        let raw = self.text.get(span.clone()).unwrap_or_default();
        text_of(decoded, raw, self.file, span.start)
    }

    fn key_text(&self, name: &Spanned<DeString<'_>>) -> Text {
        self.string(name.get_ref(), name.span())
    }

    /// Tells that a value is of another type than its key has.
    pub(super) fn wrong_type(&mut self, at: At<'_>, shape: &Shape, value: &Value<'_>) -> Option<Content> {
        let finding = faults::wrong_type(self.place(value.span()), at, shape, value.get_ref());
        self.findings.push(finding);
        None
    }

    /// A stretch of the narrative file.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.file, span.start, span.end)
    }
}

/// The keys of what stands in place of prose.
const FILE: Keys = &[&[Key::required(
    "file",
    Shape::Plain,
    "A text file of the project that holds the prose.",
    "\"text/foreword.md\"",
)]];

/// Whether a value could be of that shape, by its type and (for a year) its beginning.
fn has_form(shape: &Shape, value: &Value<'_>) -> bool {
    match (shape, value.get_ref()) {
        (Shape::Year, DeValue::String(text)) => text.starts_with(|c: char| c.is_ascii_digit()),
        (Shape::Whole(..), DeValue::Integer(_))
        | (Shape::Record(_), DeValue::Table(_))
        | (Shape::List(_), DeValue::Array(_) | DeValue::String(_)) => true,
        (Shape::Whole(..) | Shape::List(_) | Shape::Record(_) | Shape::Year, _) => false,
        (_, DeValue::String(_)) => true,
        _ => false,
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { [path, ".", name].concat() }
}

/// A path with forward slashes and no `./` before it, as files are listed.
pub(super) fn slashed(path: &str) -> String {
    let path = path.replace('\\', "/");
    let first = if path.starts_with('/') { "/" } else { "" };
    let parts: Vec<&str> = path.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    format!("{first}{}", parts.join("/"))
}
