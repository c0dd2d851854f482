//! Findings for people: the line shown, the cell underlined, and what to do. The only user of the snippet library.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::{Located, count, printable};
use crate::diagnostic::excerpt::Showing;
use crate::diagnostic::{Finding, Severity};
use crate::model::{FileId, Place};

/// How many findings of one code in one file are shown in full.
const SHOWN: usize = 10;
/// How many figures of those that a finding touches are named.
const FIGURES: usize = 5;
/// To how many columns a long line is cut around the cell. Not the width of the terminal, so that the same inputs
/// give the same text.
const WIDTH: usize = 120;

/// All findings, folded where one comes very often, and their count.
pub(super) fn text(findings: &[&Finding], allowed: usize, files: &Located<'_>, styled: bool) -> String {
    let renderer = if styled { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let renderer = renderer.term_width(WIDTH);
    let mut numbers = BTreeMap::new();
    for finding in findings {
        *numbers.entry(likeness(finding)).or_insert(0_usize) += 1;
    }
    let mut seen = BTreeMap::new();
    let mut blocks = Vec::new();
    for finding in findings {
        let like = likeness(finding);
        let nth = seen.entry(like).and_modify(|nth: &mut usize| *nth += 1).or_insert(1);
        if *nth <= SHOWN {
            blocks.push(block(finding, files, &renderer));
        }
        let more = numbers.get(&like).copied().unwrap_or_default().saturating_sub(SHOWN);
        if *nth == SHOWN && more > 0 {
            blocks.push(folded(finding, more, files));
        }
    }
    blocks.extend(count(findings, allowed));
    if blocks.is_empty() { String::new() } else { format!("{}\n", blocks.join("\n\n")) }
}

/// What makes findings alike: their code and their file.
fn likeness(finding: &Finding) -> (&'static str, Option<FileId>) {
    (finding.code.name, finding.place.map(|place| place.file))
}

fn folded(finding: &Finding, more: usize, files: &Located<'_>) -> String {
    match files.position(finding.place) {
        Some((path, _)) => format!("and {more} more like this in {path}"),
        None => format!("and {more} more like this"),
    }
}

fn block(finding: &Finding, files: &Located<'_>, renderer: &Renderer) -> String {
    let level = match finding.code.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let showing = if finding.cell_only { Showing::CellOnly } else { Showing::Line };
    let title = level.primary_title(printable(&finding.message)).id(finding.code.name);
    let mut elements: Vec<Element<'_>> = Vec::new();
    if let Some(place) = finding.place {
        let label = finding.label.as_deref();
        elements.extend(shown(place, label, AnnotationKind::Primary, showing, files));
    }
    for (place, label) in &finding.related {
        elements.extend(shown(*place, Some(label), AnnotationKind::Context, showing, files));
    }
    elements.extend(finding.help.iter().map(|help| Level::HELP.message(printable(help)).into()));
    elements.extend(touched(finding).map(|figures| Level::NOTE.message(printable(&figures)).into()));
    elements.extend(finding.supplied_by.as_deref().map(|who| {
        let supplied = format!("supplied by {}", printable(who));
        Level::NOTE.message(supplied).into()
    }));
    renderer.render(&[title.elements(elements)])
}

/// Where a place is, and its line with the place underlined.
fn shown<'a>(
    place: Place,
    label: Option<&str>,
    kind: AnnotationKind,
    showing: Showing,
    files: &Located<'a>,
) -> Vec<Element<'a>> {
    let Some(lines) = files.lines(place) else { return Vec::new() };
    let excerpt = lines.excerpt(place, showing);
    let annotation = kind.span(excerpt.marked).label(label.map(printable));
    let snippet = Snippet::source(excerpt.text).line_start(excerpt.at.line).annotation(annotation);
    let path = lines.file.path.as_str();
    match lines.cell(place) {
        None => vec![snippet.path(path).into()],
        Some((sheet, cell)) => {
            let origin = Origin::path(format!("{path}, sheet {}, cell {cell}", printable(sheet)));
            vec![origin.into(), snippet.into()]
        }
    }
}

/// "touches `a`, `b` and 12 more".
fn touched(finding: &Finding) -> Option<String> {
    let named: Vec<String> = finding.figures.iter().take(FIGURES).map(|id| format!("`{id}`")).collect();
    let more = finding.figures.len().saturating_sub(named.len());
    let (last, others) = named.split_last()?;
    Some(match (others.is_empty(), more) {
        (true, 0) => format!("touches {last}"),
        (false, 0) => format!("touches {} and {last}", others.join(", ")),
        (_, more) => format!("touches {} and {more} more", named.join(", ")),
    })
}
