//! Where the program prints: results, and beside them what it has to say about them.

use std::fmt::Arguments;
use std::io::{self, Write};

use crate::diagnostic::{Findings, Format, Severity, render_within};
use crate::model::SourceFile;

use super::Status;
use super::progress::Progress;

/// The two streams of a run.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Findings and faults.
    pub err: &'a mut dyn Write,
    /// Whether findings may have colours.
    pub styled: bool,
    /// Whether nothing is said but what is wrong.
    pub(super) quiet: bool,
    /// How far the run has come.
    pub(super) progress: Progress,
}

impl<'a> Console<'a> {
    /// Prints on these streams.
    #[must_use]
    pub fn on(out: &'a mut dyn Write, err: &'a mut dyn Write, styled: bool) -> Self {
        Self { out, err, styled, quiet: false, progress: Progress::default() }
    }

    /// Says what was done, on a line, to those who want to hear it.
    ///
    /// # Errors
    /// It can't be written to.
    pub(super) fn say(&mut self, what: Arguments<'_>) -> io::Result<()> {
        if self.quiet { Ok(()) } else { writeln!(self.out, "{what}") }
    }

    /// Writes findings to the second stream, of a quiet run without the notes; `within` is the folder of the project, as code hosts need it.
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
        let mut heard = Findings::default();
        let findings = if self.quiet {
            heard.extend(findings.clone(), |finding| finding.code.severity != Severity::Note);
            &heard
        } else {
            findings
        };
        write!(self.err, "{}", render_within(findings, sources, format, self.styled, within))
    }
}

/// What findings make of a run, where warnings count as errors if `strict`.
pub(super) fn judge(findings: &Findings, strict: bool) -> Status {
    let warned = strict && findings.count(Severity::Warning) > 0;
    if warned || findings.has_errors() { Status::Found } else { Status::Done }
}
