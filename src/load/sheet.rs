//! The text of a CSV file → its headings and rows, all of one width, with findings for what is broken in the form.

use crate::csv_text::{BrokenQuote, Field, Row, rows};
use crate::diagnostic::codes::{data as codes, files::STRAY_CHARACTER};
use crate::model::Place;

use super::opened::Opened;

/// A table with headings. Every row has as many cells as there are headings, and something in it.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    /// The cells of the first row.
    pub(super) headings: Row<'t>,
    /// The rows beneath it.
    pub(super) rows: Vec<Row<'t>>,
    /// Whether there was nothing beneath the headings, not even rows that had to be refused.
    pub(super) bare: bool,
}

/// Reads a file's text; none where it has no table in it.
pub(super) fn read<'t>(opened: &mut Opened<'_>, text: &'t str) -> Option<Sheet<'t>> {
    if let Some(at) = text.find('\0') {
        let place = Place::new(opened.file, at, at.saturating_add(1));
        let finding = opened.finding(&STRAY_CHARACTER, "the file is not text: it holds the character U+0000");
        opened
            .report(finding.at(place).help("export it again as CSV; a workbook renamed to .csv is not one"));
        return None;
    }
    if let Some((at, separator)) = other_separator(text) {
        say_other_separator(opened, at, separator);
        return None;
    }
    let Whole { rows, broken } = whole_rows(opened, text);
    let mut rows = rows.into_iter();
    let Some(headings) = rows.next() else {
        if !broken {
            say_empty(opened, "is empty");
        }
        return None;
    };
    let bare = rows.len() == 0 && !broken;
    let rows = rows.filter(|row| has_right_width(opened, &headings, row)).collect();
    Some(Sheet { headings, rows, bare })
}

impl Sheet<'_> {
    /// The table without the rows in which a character can't be shown, each of them reported; none where it is in
    /// the headings.
    pub(super) fn without_stray_characters(mut self, opened: &mut Opened<'_>) -> Option<Self> {
        self.rows.retain(|row| !has_stray_character(opened, row));
        (!has_stray_character(opened, &self.headings)).then_some(self)
    }
}

/// Reports a file without data; `how` ends the sentence that begins with its name.
pub(super) fn say_empty(opened: &mut Opened<'_>, how: &str) {
    let finding = opened.finding(&codes::EMPTY_FILE, format!("`{}` {how}", opened.path));
    opened.report(finding.help(opened.help_if_empty));
}

/// The rows with something in them, up to a broken quote.
struct Whole<'t> {
    rows: Vec<Row<'t>>,
    broken: bool,
}

fn whole_rows<'t>(opened: &mut Opened<'_>, text: &'t str) -> Whole<'t> {
    let mut whole = Whole { rows: Vec::new(), broken: false };
    for row in rows(text) {
        match row {
            Ok(row) if row.iter().all(|field| field.trimmed().is_empty()) => {}
            Ok(row) => whole.rows.push(row),
            Err(quote) => {
                whole.broken = true;
                say_broken_quote(opened, &quote);
            }
        }
    }
    whole
}

fn say_broken_quote(opened: &mut Opened<'_>, broken: &BrokenQuote) {
    let message = if broken.unclosed {
        "a quotation mark opens here and is never closed, so nothing after it could be read"
    } else {
        "a quotation mark opens here and closes in the middle of a cell, so nothing after it could be read"
    };
    let place = Place::new(opened.file, broken.stretch.start, broken.stretch.end);
    let finding = opened.finding(&codes::BROKEN_QUOTE, message).at(place).help(
        "close it before the comma or the end of the line, or delete it; a quotation mark inside a quoted cell \
         is written twice",
    );
    opened.report(finding);
}

/// What stands between the headings, and where, in a first line that has no comma in it.
fn other_separator(text: &str) -> Option<(usize, char)> {
    let blank = text.len().saturating_sub(text.trim_start().len());
    let first = text.trim_start().lines().next().filter(|line| !line.contains(','))?.trim_end();
    let (at, separator) = first.char_indices().find(|(_, character)| matches!(character, ';' | '\t'))?;
    Some((blank.saturating_add(at), separator))
}

fn say_other_separator(opened: &mut Opened<'_>, at: usize, separator: char) {
    let named = if separator == ';' { "semicolons" } else { "tabs" };
    let place = Place::new(opened.file, at, at.saturating_add(1));
    let finding = opened
        .finding(&codes::OTHER_SEPARATOR, format!("the headings are parted by {named}, not by commas"))
        .at(place)
        .help("save the file again as comma-separated CSV");
    opened.report(finding);
}

fn has_right_width(opened: &mut Opened<'_>, headings: &Row<'_>, row: &Row<'_>) -> bool {
    let (expected, found) = (headings.len(), row.len());
    if expected == found {
        return true;
    }
    let message = format!("the row has {found} cells, where there are {expected} headings");
    // The first cell too many, or the end of a row too short: never the row itself.
    let place = match (row.get(expected), row.last()) {
        (Some(extra), _) => opened.place(extra),
        (None, Some(last)) => Place::new(opened.file, last.stretch.end, last.stretch.end),
        (None, None) => Place::start_of(opened.file),
    };
    let finding = opened.finding(&codes::RAGGED_ROW, message).at(place).help(if found > expected {
        "look for a comma in a number or text, which must stand in quotation marks: `\"1,234\"`"
    } else {
        "look for a missing comma, or a line end inside a cell, which must stand in quotation marks"
    });
    opened.report(finding);
    false
}

fn has_stray_character(opened: &mut Opened<'_>, row: &Row<'_>) -> bool {
    let mut found = false;
    for field in row {
        let Some(stray) = field.text.chars().find(|character| is_stray(*character)) else { continue };
        found = true;
        let message =
            format!("the cell holds the character U+{:04X}, which can't be shown", u32::from(stray));
        let finding = opened.at(&STRAY_CHARACTER, field, message).help("type the cell again");
        opened.report(finding);
    }
    found
}

/// Control characters other than line ends and tabs, the private-use area, and the mark of a lost character.
fn is_stray(character: char) -> bool {
    let unknown = matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}');
    unknown || character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

/// The heading at `index`, as it is written.
pub(super) fn heading<'s>(headings: &'s Row<'_>, index: usize) -> &'s str {
    headings.get(index).map_or("", Field::trimmed)
}
