//! The narrative as it was written → findings on what it says: said twice, dated two ways, overdue, left empty, never
//! spelt out. Figures play no part here.

mod acronyms;
mod audience;
pub mod carried;
mod contributions;
mod dated;
mod entries;
mod faulty;
mod markup;
mod overdue;
mod passage;
mod phrases;
mod priorities;
mod repeated;
mod sections;
#[cfg(test)]
mod tests;
mod untold;
mod written_date;

use crate::diagnostic::Findings;
use crate::model::Narrative;

/// Whether contributions may still be awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// What is built is published: everything must have come.
    Refused,
    /// A draft is built: it only says what has not come.
    Allowed,
}

/// Looks for slips that stand in the narrative itself. `findings` are those of reading it: what is
/// missing from an entry in which they have errors is not told as well.
pub fn check(narrative: &Narrative, awaited: Awaited, findings: &mut Findings) {
    let content = &narrative.content;
    let passages = passage::passages(content);
    let faulty = faulty::Faulty::of(content, findings);
    let told = dated::check(content, findings);
    repeated::check(&passages, &told, findings);
    entries::check(content, findings);
    acronyms::check(content, &narrative.settings.templates, &passages, findings);
    overdue::check(content, narrative.settings.as_at, findings);
    priorities::check(content, &faulty, findings);
    untold::check(content, &faulty, findings);
    sections::check(content, &faulty, findings);
    contributions::check(content, &faulty, awaited, findings);
}
