//! Where the program prints: results, and beside them what it has to say about them.

use std::io::{self, Write};

use crate::diagnostic::{Findings, Format, Severity, render_within};
use crate::model::SourceFile;

use super::Status;

/// The two streams of a run.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Findings and faults.
    pub err: &'a mut dyn Write,
    /// Whether findings may have colours.
    pub styled: bool,
}

impl Console<'_> {
    /// Writes findings to the second stream; `within` is the folder of the project, as code hosts need it.
    ///
    /// # Errors
    /// It can't be written to.
    pub(super) fn show(
        &mut self,
        findings: &Findings,
        sources: &[SourceFile],
        format: Format,
        within: &str,
    ) -> io::Result<()> {
        write!(self.err, "{}", render_within(findings, sources, format, self.styled, within))
    }
}

/// What findings make of a run, where warnings count as errors if `strict`.
pub(super) fn judge(findings: &Findings, strict: bool) -> Status {
    let warned = strict && findings.count(Severity::Warning) > 0;
    if warned || findings.has_errors() { Status::Found } else { Status::Done }
}
