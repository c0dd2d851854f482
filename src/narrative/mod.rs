//! Text + published figures → story: every figure in the narrative replaced by its words, every use recorded.

mod bind;
mod chart;
mod choice;
mod evaluate;
mod faults;
mod forbidden;
mod lack;
mod references;
mod resolve;
mod space;
mod story;
mod table;
mod unknown;
mod unsettled;
mod variables;

#[cfg(test)]
mod tests;

pub use chart::{Chart, ChartForm, ChartGroup, ChartPoint, Conversion};
pub use forbidden::{Forbidden, MarkdownCheck};
pub use story::{Bound, BoundRecord, Months, Prose, Reference, Story, Table, TableCell, TableRow, Use};

use std::collections::BTreeSet;

use crate::diagnostic::Findings;
use crate::figures::Published;
use crate::model::Narrative;

/// Whether figures that can't be had stop the build, or show as "[awaited: …]".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// What is published: nothing may be missing.
    Finished,
    /// A draft: what is missing says so in its place.
    Draft,
}

/// Binds every text of the narrative to the figures. `check` finds what Markdown may not hold.
pub fn bind(
    narrative: &Narrative,
    figures: &Published,
    readiness: Readiness,
    check: MarkdownCheck<'_>,
    findings: &mut Findings,
) -> Story {
    let (story, charts) = (Story::default(), BTreeSet::new());
    bind::Binder { narrative, figures, readiness, check, findings, story, charts, asked_of_state: Vec::new() }
        .bind()
}
