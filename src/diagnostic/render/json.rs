//! Findings for another program: everything that is known of each, and nothing of the files' content beyond it.

use serde::Serialize;

use super::Located;
use crate::diagnostic::Finding;
use crate::diagnostic::excerpt::Position;
use crate::model::Place;

/// One finding.
#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: String,
    message: &'a str,
    #[serde(flatten)]
    place: Stretch<'a>,
    label: Option<&'a str>,
    related: Vec<Related<'a>>,
    help: &'a [String],
    figures: Vec<String>,
    supplied_by: Option<&'a str>,
    /// Why the narrative allows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<&'a str>,
}

/// Where something stands; all null where it stands nowhere. Lines and columns count from 1, columns in characters.
#[derive(Default, Serialize)]
struct Stretch<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end: Option<End>,
    #[serde(flatten)]
    cell: Option<SheetCell<'a>>,
}

/// Where it stands in a workbook; left out of what stands in text.
#[derive(Serialize)]
struct SheetCell<'a> {
    sheet: &'a str,
    cell: String,
}

/// The first position behind a stretch.
#[derive(Serialize)]
struct End {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Stretch<'a>,
    label: &'a str,
}

/// An array, an object for each finding.
pub(super) fn json(findings: &[&Finding], files: &Located<'_>) -> String {
    let entries: Vec<Entry<'_>> = findings.iter().map(|finding| entry(finding, files)).collect();
    // Strings and numbers always have a form in JSON.
    let mut json = serde_json::to_string_pretty(&entries).unwrap_or_default();
    json.push('\n');
    json
}

fn entry<'a>(finding: &'a Finding, files: &Located<'a>) -> Entry<'a> {
    let related = finding.related.iter();
    Entry {
        code: finding.code.name,
        severity: finding.code.severity.to_string(),
        message: &finding.message,
        place: stretch(finding.place, files),
        label: finding.label.as_deref(),
        related: related
            .map(|(place, label)| Related { place: stretch(Some(*place), files), label })
            .collect(),
        help: &finding.help,
        figures: finding.figures.iter().map(ToString::to_string).collect(),
        supplied_by: finding.supplied_by.as_deref(),
        allowed: finding.allowed.as_deref(),
    }
}

fn stretch<'a>(place: Option<Place>, files: &Located<'a>) -> Stretch<'a> {
    let Some(place) = place else { return Stretch::default() };
    let Some(lines) = files.lines(place) else { return Stretch::default() };
    let Position { line, column } = lines.position(place.start);
    let end = lines.position(place.end);
    Stretch {
        file: Some(&lines.file.path),
        line: Some(line),
        column: Some(column),
        end: Some(End { line: end.line, column: end.column }),
        cell: lines.cell(place).map(|(sheet, cell)| SheetCell { sheet, cell }),
    }
}
