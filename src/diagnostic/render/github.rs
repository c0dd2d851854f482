//! Findings as commands of GitHub's workflows, which shows them beside the lines that they are about.

use std::fmt::Write;

use super::{Located, printable};
use crate::diagnostic::{Finding, Severity};

/// `::error file=data/a.csv,line=2,col=3,title=not-a-number::…` for each. `within` stands before the files' paths.
pub(super) fn github(findings: &[&Finding], files: &Located<'_>, within: &str) -> String {
    let mut lines = String::new();
    for finding in findings {
        let command = match finding.code.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let _ = write!(lines, "::{command} ");
        if let Some((path, at)) = files.position(finding.place) {
            let path = property(&format!("{within}{path}"));
            let _ = write!(lines, "file={path},line={},col={},", at.line, at.column);
        }
        let _ = writeln!(lines, "title={}::{}", property(finding.code.name), told(finding));
    }
    lines
}

/// The message and what to do, each on a line of its own.
fn told(finding: &Finding) -> String {
    let said = std::iter::once(&finding.message).chain(&finding.help);
    let said: Vec<String> = said.map(|text| escaped(&printable(text))).collect();
    said.join("%0A")
}

/// Text after the second pair of colons: what begins an escape and what ends a line can't stand in it.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which moreover ends at a colon or comma.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
