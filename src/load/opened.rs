//! A file of rows while it is read: which it is, who supplied it, what was assumed, and where its findings go.

use crate::csv_text::Field;
use crate::diagnostic::codes::data::HOW_IT_WAS_READ;
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::{Cell, FileId, Place};

/// A file being read.
pub(super) struct Opened<'a> {
    /// Which file it is.
    pub(super) file: FileId,
    /// Its path within the project folder.
    pub(super) path: &'a str,
    /// Who supplied it, where that is known.
    pub(super) supplied_by: Option<&'a str>,
    /// What to do where nothing is in it.
    pub(super) help_if_empty: &'static str,
    /// Where its findings go.
    pub(super) findings: &'a mut Findings,
    /// What its rows are counted in: "line", or of a workbook "row".
    pub(super) unit: &'static str,
    /// What was assumed or passed over in reading it, each said in a clause: it is told once, by [`Self::say_how_read`].
    pub(super) assumed: Vec<String>,
}

impl Opened<'_> {
    /// A finding about the file, which knows who supplied it.
    pub(super) fn finding(&self, code: &'static Code, message: impl Into<String>) -> Finding {
        Finding::new(code, message).at(Place::start_of(self.file)).supplied_by(self.supplied_by)
    }

    /// A finding about one cell.
    pub(super) fn at(&self, code: &'static Code, field: &Field<'_>, message: impl Into<String>) -> Finding {
        self.finding(code, message).at(self.place(field))
    }

    /// Adds a finding to those of the run.
    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Keeps something that was assumed or passed over, said in a clause.
    pub(super) fn assume(&mut self, what: String) {
        if !self.assumed.contains(&what) {
            self.assumed.push(what);
        }
    }

    /// Tells all that was assumed, in one note.
    pub(super) fn say_how_read(&mut self) {
        if !self.assumed.is_empty() {
            let message = format!("how `{}` was read: {}", self.path, self.assumed.join("; "));
            let finding = self.finding(&HOW_IT_WAS_READ, message);
            self.report(finding);
        }
    }

    /// "line 3", "lines 3 to 5", "lines 3 and 18": sorted lines in words.
    pub(super) fn lines(&self, lines: &[u32]) -> String {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for line in lines {
            match runs.last_mut() {
                Some((_, last)) if last.saturating_add(1) >= *line => *last = *line,
                _ => runs.push((*line, *line)),
            }
        }
        let runs = runs.iter().map(|(first, last)| match last.saturating_sub(*first) {
            0 => first.to_string(),
            _ => format!("{first} to {last}"),
        });
        let runs: Vec<String> = runs.collect();
        let unit = if lines.len() == 1 { self.unit.to_owned() } else { format!("{}s", self.unit) };
        match runs.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("{unit} {} and {last}", others.join(", "))
            }
            _ => format!("{unit} {}", runs.concat()),
        }
    }

    /// Where a cell stands in the file.
    pub(super) fn place(&self, field: &Field<'_>) -> Place {
        let marked = field.marked();
        Place::new(self.file, marked.start, marked.end)
    }

    /// A cell as the source of a figure; `index` counts columns from 0.
    pub(super) fn cell(&self, field: &Field<'_>, index: usize) -> Cell {
        let column = u32::try_from(index.saturating_add(1)).unwrap_or(u32::MAX);
        Cell { place: self.place(field), line: field.line, column }
    }
}
