//! A kind of fault: its name in the user's words, how grave it is, and the explanation that `explain` prints.

use std::fmt;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The report is written; `--strict` makes it an error.
    Warning,
    /// Something that was assumed, said once.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

/// A kind of finding. Each stands once, as a constant, in the file of `codes` for the stage that finds it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Kebab-case, naming the fault in the user's words: `month-not-supplied`.
    pub name: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What it is, in one line.
    pub title: &'static str,
    /// Why it matters, an example and the way out: Markdown, a few short paragraphs.
    pub explanation: &'static str,
}
