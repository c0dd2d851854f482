//! The program's table of contents: a project folder → everything that is known of it, of which `pages` and
//! `figure_files` make what is written.

mod figure_files;
mod pages;

use std::collections::BTreeSet;

use crate::agreed::{self, Signed};
use crate::checks::{self, said::Awaited, said::carried::Unreviewed};
use crate::diagnostic::codes::narrative as codes;
use crate::diagnostic::codes::{meaning, text};
use crate::diagnostic::{Code, Findings};
use crate::figures::{self, Published};
use crate::load::{self, Files, Folder};
use crate::model::{Narrative, Observations, SourceFile, Text, Year};
use crate::narrative::{self, Readiness, Story};
use crate::plan;
use crate::render::{Look, Templates, refused};
use crate::side_by_side::{among, both};

pub use figure_files::{FiguresForm, asked_figures, figures_file, figures_held, written_figures};
pub use pages::{Wanted, documents, pages_alone, publish};

/// Everything that is known of a project. What can't be had because of faults is not there; the findings say why.
#[derive(Debug, Default)]
pub struct Assessment {
    /// The files that were read, in the order of their numbers.
    pub sources: Vec<SourceFile>,
    /// All that was found on the way.
    pub findings: Findings,
    /// What was carried over from last year's report and nobody has reviewed.
    pub unreviewed: Unreviewed,
    /// What was signed off, where the report has been.
    pub signed_off: Option<Signed>,
    /// What to say.
    pub narrative: Option<Narrative>,
    /// What the data give.
    pub observations: Observations,
    /// The figures that may be shown.
    pub published: Option<Published>,
    /// The narrative with the figures in it.
    pub story: Option<Story>,
    /// The templates that pages can be made by.
    pub templates: Option<Templates>,
    /// How the pages look.
    pub look: Look,
}

/// What follows of itself where cells could not be read. It is told once they can be, so that one fault is one finding.
const OF_UNREAD_DATA: [&Code; 5] = [
    &text::UNAVAILABLE_FIGURE,
    &meaning::MONTH_NOT_SUPPLIED,
    &meaning::SNAPSHOT_DAY_NOT_SUPPLIED,
    &meaning::UNKNOWN_DIMENSION,
    &meaning::UNUSED_EARLIER_NAME,
];

/// Reads a project and works out everything that its report needs.
#[must_use]
pub fn assess(folder: &dyn Folder, narrative_path: &str, readiness: Readiness) -> Assessment {
    assess_year(folder, narrative_path, readiness, None)
}

/// The same as a report on `year` would have it, where that is another than the narrative's. Its text was written for
/// its own year, so of another only the faults of its files are told.
#[must_use]
pub fn assess_year(
    folder: &dyn Folder,
    narrative_path: &str,
    readiness: Readiness,
    year: Option<Year>,
) -> Assessment {
    among(|| assessed(folder, narrative_path, readiness, year))
}

fn assessed(
    folder: &dyn Folder,
    narrative_path: &str,
    readiness: Readiness,
    year: Option<Year>,
) -> Assessment {
    let mut findings = Findings::default();
    let mut files = Files::of(folder);
    let Some(mut narrative) = load::narrative::read(&mut files, narrative_path, &mut findings) else {
        return Assessment { sources: files.into_sources(), findings, ..Assessment::default() };
    };
    let other_year = year.is_some_and(|year| year != narrative.settings.year);
    narrative.settings.turn_to(year.unwrap_or(narrative.settings.year));
    // What was found so far has a say in what is told of the text.
    let (mut said, mut read) = (findings.clone(), Findings::default());
    let awaited = may_be_awaited(readiness);
    let unreviewed = checks::said::carried::check(&narrative, files.sources(), awaited, &mut said);
    let mut observations = load::data::observe(&mut files, &narrative, &mut read);
    load::data::adopt_targets(&mut narrative, &observations);
    load::blocks::count(&files, &mut narrative, &mut observations);
    // The files are read side by side among themselves; figures are derived mostly in one go.
    let (figures, ()) = both(
        || figures::derive(&observations, &plan::plan(&narrative, &observations)),
        || checks::said::check(&narrative, awaited, &mut said),
    );
    if !other_year {
        findings = said;
    }
    let has_unread = read.has_errors();
    findings.extend(read, |_| true);
    let not_found = findings.sorted().iter().any(|finding| finding.code == &codes::NO_FILE_MATCHES);
    let data_are_broken = not_found || has_unread || !narrative.unread.is_empty();
    let mut later = Findings::default();
    let earlier = agreed::last_published(&mut files, &narrative, &mut later);
    checks::renamed::check(&narrative, &observations, earlier.as_ref(), &mut later);
    let published = figures::publish(&figures).beside(earlier);
    agreed::check(&narrative, &published, &mut later);
    let signed_off = agreed::signed_off(&mut files, &mut later);
    agreed::fill(&mut narrative, signed_off.as_ref());
    let mut of_text = Findings::default();
    let (story, ()) = both(
        || narrative::bind(&narrative, &published, readiness, &refused, &mut of_text),
        || checks::check(&narrative, files.sources(), &figures, &mut later),
    );
    later.extend(of_text, |_| true);
    let meaningless = of_code(&later, &meaning::UNLIKE_FIGURES);
    findings.extend(later, |finding| {
        let of_no_concern = other_year || data_are_broken && OF_UNREAD_DATA.contains(&finding.code);
        let told_already = finding.code == &text::FIGURE_WITHOUT_MEANING
            && finding.figures.iter().any(|id| meaningless.contains(id.subject()));
        !of_no_concern && !told_already
    });
    let templates = templates(&narrative, &mut files, &mut findings);
    let look = Look::of(&narrative, &mut files, &mut findings);
    Assessment {
        sources: files.into_sources(),
        findings,
        unreviewed,
        signed_off,
        narrative: Some(narrative),
        observations,
        published: Some(published),
        story: Some(story),
        templates: Some(templates),
        look,
    }
}

/// The templates of a narrative: its own over those in the program.
fn templates(narrative: &Narrative, files: &mut Files<'_>, findings: &mut Findings) -> Templates {
    let templates = match &narrative.settings.template_folder {
        Some(folder) => {
            let named_at = narrative.report_text("template_folder").map(Text::whole);
            Templates::with_folder(folder, named_at, files, findings)
        }
        None => Templates::builtin(files),
    };
    templates.check_names(&narrative.content, findings);
    templates
}

/// The figures that findings of a code touch, by their names.
fn of_code(findings: &Findings, code: &Code) -> BTreeSet<String> {
    let sorted = findings.sorted();
    let of_it = sorted.iter().filter(|finding| finding.code == code);
    of_it.flat_map(|finding| &finding.figures).map(|id| id.subject().to_owned()).collect()
}

/// Only a draft can do without what has not come.
fn may_be_awaited(readiness: Readiness) -> Awaited {
    match readiness {
        Readiness::Finished => Awaited::Refused,
        Readiness::Draft => Awaited::Allowed,
    }
}
