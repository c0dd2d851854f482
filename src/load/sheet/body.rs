//! The rows beneath the headings → those that hold data: repeated headings and footnotes taken out, all of one width.

use crate::csv_text::{Field, Row};
use crate::diagnostic::Code;
use crate::diagnostic::codes::data as codes;
use crate::load::opened::Opened;
use crate::load::workbook::NEVER_WORKED_OUT;
use crate::model::{Place, fold, folds_to};

use super::Expected;

/// The rows that hold data, with findings for those that have slipped out of their columns.
pub(super) fn rows<'t>(
    opened: &mut Opened<'_>,
    headings: &Row<'t>,
    mut rows: Vec<Row<'t>>,
    expected: &dyn Expected,
) -> Vec<Row<'t>> {
    let notes = footnotes(headings, &rows, expected);
    let notes = rows.split_off(rows.len().saturating_sub(notes));
    pass_over(opened, &notes, "beneath the table passed over as notes");
    let folded: Vec<String> = headings.iter().map(|field| fold(field.trimmed())).collect();
    let (repeated, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| repeats(&folded, row));
    pass_over(opened, &repeated, "passed over, where the headings stand again");
    let fitting = rows.into_iter().filter_map(|row| fitted(opened, headings, row));
    let mut rows: Vec<Row<'t>> = fitting.collect();
    rows.retain(|row| !has_formula_error(opened, row) & !has_never_worked_out(opened, row));
    pass_over_index(opened, headings, &mut rows);
    rows
}

/// Adds the empty cells of a sheet that stand behind the last one of a row.
pub(super) fn widen(row: &mut Row<'_>, width: usize) {
    let (line, end) = row.last().map_or((0, 0), |field| (field.line, field.stretch.end));
    while row.len() < width {
        row.push(Field::plain("", line, end..end));
    }
}

fn pass_over(opened: &mut Opened<'_>, rows: &[Row<'_>], how: &str) {
    if !rows.is_empty() {
        let lines: Vec<u32> = rows.iter().filter_map(|row| row.first()).map(|field| field.line).collect();
        let lines = opened.lines(&lines);
        opened.assume(format!("{lines} {how}"));
    }
}

/// How many of the last rows are notes. A note stands in one cell, or is a sentence whose commas part it.
fn footnotes(headings: &Row<'_>, rows: &[Row<'_>], expected: &dyn Expected) -> usize {
    let filled = |row: &Row<'_>| row.iter().filter(|field| !field.trimmed().is_empty()).count();
    if filled(headings) < 2 {
        return 0;
    }
    let is_note = |row: &&Row<'_>| {
        let text = row.iter().map(Field::trimmed).find(|text| !text.is_empty()).unwrap_or_default();
        let stands_alone = filled(row) == 1 && text != NEVER_WORKED_OUT;
        (stands_alone || opens_note(text)) && expected.is_footnote(row)
    };
    rows.iter().rev().take_while(is_note).count()
}

/// Whether a text begins as notes do.
fn opens_note(text: &str) -> bool {
    const WORDS: [&str; 7] = ["note", "notes", "nb", "report", "printed", "extracted", "produced"];
    const LABELS: [&str; 4] = ["source", "sources", "key", "n b"];
    let first = |until: &[char]| fold(text.split(until).next().unwrap_or_default());
    let labelled = text.contains(':') && LABELS.contains(&first(&[':']).as_str());
    let marked = text.starts_with(['*', '†', '‡', '[', '(', '¹', '²', '³']);
    marked || labelled || WORDS.contains(&first(&[' ', ':']).as_str())
}

/// Whether a row is the row of headings, here folded, once more.
fn repeats(headings: &[String], row: &Row<'_>) -> bool {
    row.len() == headings.len()
        && row.iter().zip(headings).all(|(field, heading)| folds_to(field.trimmed(), heading))
}

/// The row with as many cells as there are headings: blank ones behind them are let go.
fn fitted<'t>(opened: &mut Opened<'_>, headings: &Row<'t>, mut row: Row<'t>) -> Option<Row<'t>> {
    let (expected, found) = (headings.len(), row.len());
    if row.iter().skip(expected).all(|field| field.trimmed().is_empty()) {
        row.truncate(expected);
    }
    if row.len() == expected {
        return Some(row);
    }
    let message = format!("the row has {found} cells, where there are {expected} headings");
    // The first cell too many, or the end of a row too short: never the row itself.
    let extra = row.iter().skip(expected).find(|field| !field.trimmed().is_empty());
    let place = match (extra, row.last()) {
        (Some(extra), _) => opened.place(extra),
        (None, Some(last)) => Place::new(opened.file, last.stretch.end, last.stretch.end),
        (None, None) => Place::start_of(opened.file),
    };
    let help = if row
        .iter()
        .any(|field| field.text.trim_start() != field.text && field.trimmed().starts_with('"'))
    {
        "delete the blank before the quotation mark: only a cell that begins with one keeps its commas together"
    } else if found > expected {
        "look for a comma in a number or text, which must stand in quotation marks: `\"1,234\"`"
    } else {
        "look for a missing comma, or a line end inside a cell, which must stand in quotation marks"
    };
    let finding = opened.finding(&codes::RAGGED_ROW, message).at(place).help(help);
    opened.report(finding);
    None
}

/// Whether a cell holds what a formula leaves that could not be worked out.
pub(in crate::load) fn is_formula_error(text: &str) -> bool {
    const ERRORS: [&str; 8] = ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#DATA!"];
    text.starts_with('#') && ERRORS.contains(&text)
}

/// Reports the cells of a row that hold what a formula leaves that could not be worked out.
fn has_formula_error(opened: &mut Opened<'_>, row: &Row<'_>) -> bool {
    let mut found = false;
    for field in row.iter().filter(|field| is_formula_error(field.trimmed())) {
        found = true;
        let message = format!("`{}` stands where a formula could not be worked out", field.trimmed());
        let finding = opened
            .at(&codes::FORMULA_ERROR, field, message)
            .help("mend the formula in the workbook, or ask the supplier for the cell");
        opened.report(finding);
    }
    found
}

/// Reports the cells of a row of a workbook whose formula was never worked out.
pub(super) fn has_never_worked_out(opened: &mut Opened<'_>, row: &Row<'_>) -> bool {
    let mut found = false;
    for field in row.iter().filter(|field| field.text == NEVER_WORKED_OUT) {
        found = true;
        let (code, message, help) = never_worked_out();
        let finding = opened.at(code, field, message).help(help);
        opened.report(finding);
    }
    found
}

/// What is said of such a cell: a code, a sentence, and what to do.
pub(in crate::load) fn never_worked_out() -> (&'static Code, String, &'static str) {
    (
        &codes::FORMULA_ERROR,
        "the formula in this cell was never worked out, so what the cell says can't be told".to_owned(),
        "open the workbook in a spreadsheet program, save it, and try again",
    )
}

/// Empties a first column without a heading that only numbers the rows, as data frames are saved.
fn pass_over_index<'t>(opened: &mut Opened<'_>, headings: &Row<'t>, rows: &mut [Row<'t>]) {
    let unnamed = headings.first().is_some_and(|field| field.trimmed().is_empty());
    let cells =
        || rows.iter().filter_map(|row| row.first()).map(Field::trimmed).filter(|text| !text.is_empty());
    let first = cells().next().and_then(|text| text.parse::<usize>().ok()).filter(|first| *first < 2);
    let Some(first) = first.filter(|_| unnamed) else { return };
    // A row of totals has no number.
    if cells().enumerate().all(|(at, text)| text == first.saturating_add(at).to_string()) {
        opened.assume(
            "the first column passed over, which has no heading and only numbers the rows".to_owned(),
        );
        rows.iter_mut().filter_map(|row| row.first_mut()).for_each(Field::empty);
    }
}
