//! Findings → what a person or a machine reads. Only `cli` prints it.

mod github;
mod json;
mod sarif;
mod short;
mod text;

use std::collections::BTreeMap;

use super::excerpt::{Lines, Position};
use super::{Finding, Findings, Severity};
use crate::model::{FileId, Place, SourceFile};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: with the line shown and the cell underlined.
    Text,
    /// A line a finding: `data/a.csv:2:3: error[not-a-number]: …`.
    Short,
    /// An array of objects.
    Json,
    /// Commands of GitHub's workflows.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

/// As [`render_within`], of a project that stands where its files' paths begin.
#[must_use]
pub fn render(findings: &Findings, sources: &[SourceFile], format: Format, styled: bool) -> String {
    render_within(findings, sources, format, styled, "")
}

/// Writes the findings in the order of the files and of the places in them. Text comes with colours where `styled`,
/// folds what is found very often, and ends with a count; it is empty where nothing was found. What is allowed is told
/// to programs only, with the reason. `within` is the project's folder, ending in a slash or empty: it stands before
/// the files' paths where code hosts read them.
#[must_use]
pub fn render_within(
    findings: &Findings,
    sources: &[SourceFile],
    format: Format,
    styled: bool,
    within: &str,
) -> String {
    let sorted = findings.sorted();
    let files = Located::of(&sorted, sources);
    let (told, allowed): (Vec<&Finding>, Vec<&Finding>) =
        sorted.iter().partition(|finding| finding.allowed.is_none());
    match format {
        Format::Text => text::text(&told, allowed.len(), &files, styled),
        Format::Short => short::short(&told, &files),
        Format::Json => json::json(&sorted, &files),
        Format::Github => github::github(&told, &files, within),
        Format::Sarif => sarif::sarif(&sorted, &files, within),
    }
}

/// The files that findings point at.
struct Located<'a>(BTreeMap<FileId, Lines<'a>>);

impl<'a> Located<'a> {
    fn of(findings: &[&Finding], sources: &'a [SourceFile]) -> Self {
        let related = |finding: &Finding| finding.related.iter().map(|(place, _)| *place).collect::<Vec<_>>();
        let places = findings.iter().flat_map(|finding| finding.place.into_iter().chain(related(finding)));
        let mut files = BTreeMap::new();
        for Place { file, .. } in places {
            let source = usize::try_from(file.0).ok().and_then(|index| sources.get(index));
            if let Some(source) = source {
                files.entry(file).or_insert_with(|| Lines::of(source));
            }
        }
        Self(files)
    }

    /// The file that a place lies in.
    fn lines(&self, place: Place) -> Option<&Lines<'a>> {
        self.0.get(&place.file)
    }

    /// The names of the sheet and of the cell in it, for a place in a workbook.
    fn cell(&self, place: Option<Place>) -> Option<(&'a str, String)> {
        self.lines(place?)?.cell(place?)
    }

    /// Path, line and column of a place's beginning.
    fn position(&self, place: Option<Place>) -> Option<(&'a str, Position)> {
        let place = place?;
        let lines = self.lines(place)?;
        Some((lines.file.path.as_str(), lines.position(place.start)))
    }
}

/// "2 errors, 1 warning, 3 allowed": what was found, the gravest first; none where nothing was.
fn count(findings: &[&Finding], allowed: usize) -> Option<String> {
    let counted =
        [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(
            |severity| match findings.iter().filter(|finding| finding.code.severity == severity).count() {
                0 => None,
                1 => Some(format!("1 {severity}")),
                many => Some(format!("{many} {severity}s")),
            },
        );
    let allowed = (allowed > 0).then(|| format!("{allowed} allowed"));
    let counted: Vec<String> = counted.chain(allowed).collect();
    (!counted.is_empty()).then(|| counted.join(", "))
}

/// A message on one line and without characters that would steer a terminal: messages quote what files hold.
fn printable(text: &str) -> String {
    let is_steering = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if is_steering(c) => '\u{FFFD}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests;
