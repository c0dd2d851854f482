//! How a board's pages look: its logo and its colour, from `[report.look]`.

mod accent;
mod logo;

pub(super) use accent::Accent;
pub(super) use logo::Logo;

use crate::diagnostic::Findings;
use crate::load::Files;
use crate::model::{Content, Narrative};

/// What the narrative says of the look; the program's own where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The logo, ready to stand in a page.
    pub(super) logo: Option<Logo>,
    /// The colour of heads, headings and links.
    pub(super) accent: Option<Accent>,
}

impl Look {
    /// The look that a narrative asks for. Faults become findings, and what is at fault is left out.
    pub fn of(narrative: &Narrative, files: &mut Files<'_>, findings: &mut Findings) -> Self {
        let Some(Content::Record(report)) = narrative.content.get("report") else { return Self::default() };
        let Some(Content::Record(look)) = report.get("look") else { return Self::default() };
        Self { logo: logo::logo(look, files, findings), accent: accent::accent(look, findings) }
    }
}

#[cfg(test)]
mod tests;
