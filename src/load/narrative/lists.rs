//! `[lists]` → blocks of content that are kept in CSV files: each row a record as if it stood in the narrative.

use std::collections::BTreeMap;

use super::cells;
use super::faults::{example, listed, missing_key, on, unknown_key};
use super::reader::{At, Reader, Standing, slashed};
use super::schema::{Key, Keys, listed_blocks};
use crate::csv_text::{Field, Row};
use crate::diagnostic::Finding;
use crate::diagnostic::codes::data::{EMPTY_FILE, NO_HEADING, REPEATED_HEADING};
use crate::diagnostic::codes::narrative as codes;
use crate::load::opened::Opened;
use crate::load::sheet::{self, Expected, Sheet};
use crate::model::{Cell, Content, FileId, Place, Record, Text, fold};
use crate::suggest::{did_you_mean, nearest};

/// Reads the files that `[lists]` names and puts their rows into the content, as the blocks that they are. Gives the
/// blocks that could not be read.
pub(super) fn read(reader: &mut Reader<'_, '_>, content: &mut Record) -> Vec<&'static str> {
    let mut unread = Vec::new();
    let lists = content.fields.remove("lists");
    for entry in super::records(&lists) {
        let (Some(name), Some((path, sheet))) = (entry.text("name"), file_of(entry)) else { continue };
        let Some((block, keys)) = listed_blocks().find(|(block, _)| *block == name.as_str()) else {
            tell_no_such_block(reader, name);
            continue;
        };
        if let Some(given) = content.get(block) {
            tell_given_twice(reader, name, given);
            continue;
        }
        match (List { reader, block, keys }).read(path, sheet) {
            Some(records) => {
                content.fields.insert(block, Content::List(records));
            }
            None => unread.push(block),
        }
    }
    unread
}

/// The file of an entry of `[lists]`, and which sheet of it.
fn file_of(entry: &Record) -> Option<(&Text, Option<&Text>)> {
    match entry.get("value")? {
        Content::Plain(path) => Some((path, None)),
        Content::Record(workbook) => Some((workbook.text("file")?, workbook.text("sheet"))),
        _ => None,
    }
}

fn tell_no_such_block(reader: &mut Reader<'_, '_>, name: &Text) {
    let blocks: Vec<&str> = listed_blocks().map(|(block, _)| block).collect();
    let message = format!("`{}` is no block that can be kept in a file", name.as_str());
    let help = did_you_mean(name.as_str(), blocks.iter().copied())
        .unwrap_or_else(|| format!("those that can are {}", listed(&blocks, "and")));
    reader.findings.push(on(name, &codes::UNKNOWN_KEY, message).help(help));
}

fn tell_given_twice(reader: &mut Reader<'_, '_>, name: &Text, given: &Content) {
    let message = format!("`{}` stands in the narrative as well as in a file", name.as_str());
    let mut finding = on(name, &codes::BLOCK_GIVEN_TWICE, message)
        .help("move the entries of the narrative into the file, or take this line out of `[lists]`");
    if let Content::List(items) = given
        && let Some(Content::Record(first)) = items.first()
    {
        finding = finding.related(first.place, "it begins here in the narrative");
    }
    reader.findings.push(finding);
}

/// A block that is read from a file.
struct List<'l, 'r, 'f> {
    reader: &'l mut Reader<'r, 'f>,
    block: &'static str,
    keys: Keys,
}

/// The keys of a block, which its headings are. Above its headings and beneath its rows nothing is told from an
/// entry, which may be a sentence too.
struct Anticipated(Keys);

impl Expected for Anticipated {
    fn known(&self, filled: &[&str]) -> usize {
        let is_key = |text: &&&str| {
            let wanted = fold(text);
            self.0.iter().copied().flatten().any(|key| fold(key.name) == wanted)
        };
        filled.iter().filter(is_key).count()
    }

    fn holds_values(&self, row: &Row<'_>) -> bool {
        row.iter().filter(|field| !field.trimmed().is_empty()).count() > 2
    }

    fn is_footnote(&self, _: &Row<'_>) -> bool {
        false
    }
}

/// A column whose heading is a key.
struct Column {
    index: usize,
    key: &'static Key,
    /// `actions.status`.
    path: String,
}

impl List<'_, '_, '_> {
    fn read(&mut self, path: &Text, sheet: Option<&Text>) -> Option<Vec<Content>> {
        let name = slashed(path.as_str());
        let wanted = (name.as_str(), sheet.map(Text::as_str));
        let file = self.reader.files.read_table(wanted, path.whole(), self.reader.findings)?;
        let source = self.reader.files.get(file)?.clone();
        let mut opened = Opened {
            file,
            path: &name,
            supplied_by: None,
            help_if_empty: "put its headings and rows into it, or take it out of `[lists]`",
            findings: &mut *self.reader.findings,
            unit: "line",
            assumed: Vec::new(),
        };
        let sheet = sheet::read(&mut opened, &source, None, &Anticipated(self.keys));
        opened.say_how_read();
        let sheet = sheet?;
        if sheet.bare {
            let finding = opened.finding(&EMPTY_FILE, format!("`{name}` has headings but no rows"));
            opened.report(finding.help("put its rows beneath them, or take it out of `[lists]`"));
        }
        let columns = self.columns(file, &sheet);
        let rows = sheet.rows.iter();
        Some(rows.map(|row| Content::Record(self.record(file, &columns, row))).collect())
    }

    /// Matches the headings to the block's keys, with a finding for each that matches none and each key that
    /// must be there and is not.
    fn columns(&mut self, file: FileId, sheet: &Sheet<'_>) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        let mut taken_for = Vec::new();
        for (index, heading) in sheet.headings.iter().enumerate() {
            let wanted = fold(heading.trimmed());
            let known = || self.keys.iter().copied().flatten();
            let place = place_of(file, heading);
            match known().find(|key| fold(key.name) == wanted) {
                None if wanted.is_empty() => self.tell_no_heading(file, sheet, index),
                None => {
                    taken_for.extend(nearest(&wanted, known().map(|key| key.name)).first().copied());
                    let unknown = unknown_key(place, self.block, heading.trimmed(), self.keys);
                    self.reader.findings.push(unknown);
                }
                Some(key) if !key.shape.is_single() => self.tell_several(place, key),
                Some(key) if columns.iter().any(|column| column.key.name == key.name) => {
                    self.tell_repeated(place, key);
                }
                Some(key) => {
                    let path = format!("{}.{}", self.block, key.name);
                    columns.push(Column { index, key, path });
                }
            }
        }
        self.tell_lacking(file, sheet, &columns, &taken_for);
        columns
    }

    fn tell_lacking(&mut self, file: FileId, sheet: &Sheet<'_>, columns: &[Column], taken_for: &[&str]) {
        let place = place_of_row(file, &sheet.headings);
        for key in self.keys.iter().copied().flatten().filter(|key| key.required) {
            let is_there = columns.iter().any(|column| column.key.name == key.name);
            if !is_there && !taken_for.contains(&key.name) && key.shape.is_single() {
                let mut finding = missing_key(place, self.block, key);
                finding.help = vec![format!("add a column with the heading `{}`", key.name)];
                self.reader.findings.push(finding);
            }
        }
    }

    fn tell_several(&mut self, place: Place, key: &Key) {
        let message = format!("`{}.{}` holds several things, and a cell holds one", self.block, key.name);
        let finding = Finding::new(&codes::LIST_IN_A_CELL, message).at(place).help(format!(
            "take the column out, or write the entries in the narrative, as `[[{}]]`",
            self.block
        ));
        self.reader.findings.push(finding);
    }

    fn tell_repeated(&mut self, place: Place, key: &Key) {
        let message = format!("two columns have the heading `{}`", key.name);
        let finding = Finding::new(&REPEATED_HEADING, message)
            .at(place)
            .help("delete the column that is not wanted, or rename it");
        self.reader.findings.push(finding);
    }

    /// A column without a heading is no fault unless something stands in it.
    fn tell_no_heading(&mut self, file: FileId, sheet: &Sheet<'_>, index: usize) {
        let mut cells = sheet.rows.iter().filter_map(|row| row.get(index));
        if let Some(cell) = cells.find(|cell| !cell.trimmed().is_empty()) {
            let message = "the cell stands in a column without a heading";
            let finding = Finding::new(&NO_HEADING, message)
                .at(place_of(file, cell))
                .help("give the column a heading, or delete it");
            self.reader.findings.push(finding);
        }
    }

    fn record(&mut self, file: FileId, columns: &[Column], row: &Row<'_>) -> Record {
        let (mut fields, mut cells_of_row) = (BTreeMap::new(), BTreeMap::new());
        for column in columns {
            let Some(field) = row.get(column.index) else { continue };
            let number = u32::try_from(column.index.saturating_add(1)).unwrap_or(u32::MAX);
            let place = place_of(file, field);
            let stands = Cell { place, line: field.line, column: number, counted: None };
            cells_of_row.insert(column.key.name, stands);
            let at = At { path: &column.path, key: column.key, standing: Standing::InCell };
            let cell = cells::text_of(field, file);
            if !cell.as_str().is_empty() {
                fields.extend(self.reader.cell(at, cell).map(|content| (column.key.name, content)));
            } else if column.key.required {
                let message = format!("`{}` is empty", column.path);
                let finding =
                    Finding::new(&codes::MISSING_KEY, message).at(place_of(file, field)).help(example(at));
                self.reader.findings.push(finding);
            }
        }
        Record { place: place_of_row(file, row), fields, cells: cells_of_row }
    }
}

fn place_of(file: FileId, field: &Field<'_>) -> Place {
    let marked = field.marked();
    Place::new(file, marked.start, marked.end)
}

fn place_of_row(file: FileId, row: &Row<'_>) -> Place {
    let start = row.first().map_or(0, |field| field.stretch.start);
    let end = row.last().map_or(start, |field| field.stretch.end);
    Place::new(file, start, end)
}
