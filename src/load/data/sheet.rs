//! The text of an export → its headings and rows, all of one width, with findings for what is broken in the form.

use crate::csv_text::{BrokenQuote, Field, Row, rows};
use crate::diagnostic::codes::{data as codes, files::STRAY_CHARACTER};
use crate::model::Place;

use super::export::Export;

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
pub(super) fn read<'t>(export: &mut Export<'_>, text: &'t str) -> Option<Sheet<'t>> {
    if let Some(at) = text.find('\0') {
        let place = Place::new(export.file, at, at.saturating_add(1));
        let finding = export.finding(&STRAY_CHARACTER, "the file is not text: it holds the character U+0000");
        export
            .report(finding.at(place).help("export it again as CSV; a workbook renamed to .csv is not one"));
        return None;
    }
    if let Some((at, separator)) = other_separator(text) {
        say_other_separator(export, at, separator);
        return None;
    }
    let Whole { rows, broken } = whole_rows(export, text);
    let mut rows = rows.into_iter();
    let Some(headings) = rows.next() else {
        if !broken {
            say_empty(export, "is empty");
        }
        return None;
    };
    let bare = rows.len() == 0 && !broken;
    let rows = rows
        .filter(|row| has_right_width(export, &headings, row) && !has_stray_character(export, row))
        .collect();
    (!has_stray_character(export, &headings)).then_some(Sheet { headings, rows, bare })
}

/// Reports a file without data; `how` ends the sentence that begins with its name.
pub(super) fn say_empty(export: &mut Export<'_>, how: &str) {
    let finding = export.finding(&codes::EMPTY_FILE, format!("`{}` {how}", export.declared.path));
    export.report(finding.help("ask for the file again, or set `state = \"awaited\"` until it comes"));
}

/// The rows with something in them, up to a broken quote.
struct Whole<'t> {
    rows: Vec<Row<'t>>,
    broken: bool,
}

fn whole_rows<'t>(export: &mut Export<'_>, text: &'t str) -> Whole<'t> {
    let mut whole = Whole { rows: Vec::new(), broken: false };
    for row in rows(text) {
        match row {
            Ok(row) if row.iter().all(|field| field.trimmed().is_empty()) => {}
            Ok(row) => whole.rows.push(row),
            Err(quote) => {
                whole.broken = true;
                say_broken_quote(export, &quote);
            }
        }
    }
    whole
}

fn say_broken_quote(export: &mut Export<'_>, broken: &BrokenQuote) {
    let message = if broken.unclosed {
        "a quotation mark opens here and is never closed, so nothing after it could be read"
    } else {
        "a quotation mark opens here and closes in the middle of a cell, so nothing after it could be read"
    };
    let place = Place::new(export.file, broken.stretch.start, broken.stretch.end);
    let finding = export.finding(&codes::BROKEN_QUOTE, message).at(place).help(
        "close it before the comma or the end of the line, or delete it; a quotation mark inside a quoted cell \
         is written twice",
    );
    export.report(finding);
}

/// What stands between the headings, and where, in a first line that has no comma in it.
fn other_separator(text: &str) -> Option<(usize, char)> {
    let blank = text.len().saturating_sub(text.trim_start().len());
    let first = text.trim_start().lines().next().filter(|line| !line.contains(','))?.trim_end();
    let (at, separator) = first.char_indices().find(|(_, character)| matches!(character, ';' | '\t'))?;
    Some((blank.saturating_add(at), separator))
}

fn say_other_separator(export: &mut Export<'_>, at: usize, separator: char) {
    let named = if separator == ';' { "semicolons" } else { "tabs" };
    let place = Place::new(export.file, at, at.saturating_add(1));
    let finding = export
        .finding(&codes::OTHER_SEPARATOR, format!("the headings are parted by {named}, not by commas"))
        .at(place)
        .help("save the file again as comma-separated CSV");
    export.report(finding);
}

fn has_right_width(export: &mut Export<'_>, headings: &Row<'_>, row: &Row<'_>) -> bool {
    let (expected, found) = (headings.len(), row.len());
    if expected == found {
        return true;
    }
    let message = format!("the row has {found} cells, where there are {expected} headings");
    // The first cell too many, or the end of a row too short: never the row itself.
    let place = match (row.get(expected), row.last()) {
        (Some(extra), _) => export.place(extra),
        (None, Some(last)) => Place::new(export.file, last.stretch.end, last.stretch.end),
        (None, None) => Place::start_of(export.file),
    };
    let finding = export.finding(&codes::RAGGED_ROW, message).at(place).help(if found > expected {
        "look for a comma in a number or text, which must stand in quotation marks: `\"1,234\"`"
    } else {
        "look for a missing comma, or a line end inside a cell, which must stand in quotation marks"
    });
    export.report(finding);
    false
}

fn has_stray_character(export: &mut Export<'_>, row: &Row<'_>) -> bool {
    let mut found = false;
    for field in row {
        let Some(stray) = field.text.chars().find(|character| is_stray(*character)) else { continue };
        found = true;
        let message =
            format!("the cell holds the character U+{:04X}, which can't be shown", u32::from(stray));
        let finding = export.at(&STRAY_CHARACTER, field, message).help("type the cell again");
        export.report(finding);
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
