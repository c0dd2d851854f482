//! Findings, one a line, as editors and other programs jump to them.

use std::fmt::Write;

use super::{Located, printable};
use crate::diagnostic::Finding;

/// `data/a.csv:2:3: error[not-a-number]: …` for each.
pub(super) fn short(findings: &[&Finding], files: &Located<'_>) -> String {
    let mut lines = String::new();
    for finding in findings {
        if let Some((path, at)) = files.position(finding.place) {
            let _ = write!(lines, "{path}:{}:{}: ", at.line, at.column);
        }
        if let Some((sheet, cell)) = files.cell(finding.place) {
            let _ = write!(lines, "{}!{cell}: ", printable(sheet));
        }
        let _ = writeln!(
            lines,
            "{}[{}]: {}",
            finding.code.severity,
            finding.code.name,
            printable(&finding.message)
        );
    }
    lines
}
