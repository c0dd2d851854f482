//! The program's table of contents: a project folder → everything that is known of it → the pages of its report.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreed::{self, Signed};
use crate::checks::{self, said::Awaited, said::carried::Unreviewed};
use crate::compare::Side;
use crate::diagnostic::codes::narrative as codes;
use crate::diagnostic::codes::{meaning, text};
use crate::diagnostic::{Code, Finding, Findings};
use crate::figures::{self, Found, Published, PublishedFigure};
use crate::load::{self, Files, Folder};
use crate::model::{FigureId, Narrative, Observations, SourceFile, Text, Year};
use crate::narrative::{self, Readiness, Story};
use crate::plan;
use crate::render::document::Document;
use crate::render::{
    Entry, Facts, Look, Page, Templates, chart_files, figures_csv, figures_json, html, markdown, refused,
};
use crate::side_by_side::{among, both, each};

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

/// "3 paragraphs and 1 list carried over from the report for 2023/24"; nothing where all has been reviewed.
fn in_words(unreviewed: &Unreviewed) -> String {
    let Unreviewed { from, paragraphs, lists } = unreviewed;
    let count = |many: usize, one: &str| match many {
        0 => None,
        1 => Some(format!("1 {one}")),
        many => Some(format!("{many} {one}s")),
    };
    let parts: Vec<String> =
        [count(*paragraphs, "paragraph"), count(*lists, "list")].into_iter().flatten().collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("{} carried over from the report for {from}", parts.join(" and "))
}

/// Only a draft can do without what has not come.
fn may_be_awaited(readiness: Readiness) -> Awaited {
    match readiness {
        Readiness::Finished => Awaited::Refused,
        Readiness::Draft => Awaited::Allowed,
    }
}

/// What is made of a report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'w> {
    /// The templates of its pages; those that the narrative names where there are none.
    pub templates: &'w [String],
    /// Where each page is also made as a fragment, for a site that has pages of its own: the level at which its
    /// headings begin, 2 to 5.
    pub fragment: Option<u8>,
}

/// Makes the report: its pages and the files of figures, side by side; none where there are errors. Faults of templates
/// are added to the findings.
pub fn publish(assessment: &mut Assessment, wanted: Wanted<'_>) -> Option<Vec<Page>> {
    let (made, files) = both(|| pages(assessment, wanted), || figures_files(assessment));
    let figures = files.as_ref().map(|[json, _]| json.content.as_str());
    let mut pages = settled(assessment, made, figures, wanted.templates.is_empty())?;
    pages.extend(files?);
    Some(pages)
}

/// Makes the pages that the narrative names, without the files of figures; none where there are errors. Faults of
/// templates are added to the findings.
pub fn pages_alone(assessment: &mut Assessment) -> Option<Vec<Page>> {
    let made = pages(assessment, Wanted::default());
    // Only what was signed off asks for the figures.
    let figures = assessment.signed_off.as_ref().and_then(|_| written_figures(assessment));
    settled(assessment, made, figures.as_deref(), true)
}

/// Adds the faults of pages, and of figures that are not what was signed off, to the findings; the pages, where there are
/// no errors. Other templates than those of the narrative may not find what it allows: then `tells_unused` is false.
fn settled(
    assessment: &mut Assessment,
    (pages, mut faults): (Vec<Page>, Findings),
    figures: Option<&str>,
    tells_unused: bool,
) -> Option<Vec<Page>> {
    hold_to_sign_off(assessment, figures, &mut faults);
    assessment.findings.extend(faults, |_| true);
    allow(assessment, tells_unused);
    (!assessment.findings.has_errors()).then_some(pages)
}

/// Marks what the narrative allows, and tells of allowances that nothing used where `tells_unused` and there are no
/// errors: those may keep findings from being made.
fn allow(assessment: &mut Assessment, tells_unused: bool) {
    let Some(narrative) = &assessment.narrative else { return };
    let unused = assessment.findings.allow(&narrative.allowances, &assessment.sources);
    if !tells_unused || assessment.findings.has_errors() {
        return;
    }
    for allowance in unused {
        let message = format!("there is no `{}` that this would allow", allowance.code);
        let finding = Finding::new(&codes::UNUSED_ALLOWANCE, message).at(allowance.place);
        assessment.findings.push(finding.help("take it out, so that it hides nothing that comes later"));
    }
}

/// Finds the figures, as `figures.json` gives them, that are not what was signed off.
fn hold_to_sign_off(assessment: &Assessment, figures: Option<&str>, faults: &mut Findings) {
    let Assessment { signed_off: Some(signed_off), narrative: Some(narrative), .. } = assessment else {
        return;
    };
    if let Some(Ok(built)) = figures.map(Side::read) {
        agreed::hold(signed_off, &built, narrative, faults);
    }
}

/// The pages of each template, then the charts: the same one on several pages is one file.
fn pages(assessment: &Assessment, wanted: Wanted<'_>) -> (Vec<Page>, Findings) {
    let write = |(name, document): (String, Document)| {
        let page = |ending: &str, content| Page { name: format!("{name}{ending}"), content };
        let mut pages = vec![page(".md", markdown::write(&document)), page(".html", html::write(&document))];
        let fragment = |level| page("-fragment.html", html::write_fragment(&document, level));
        pages.extend(wanted.fragment.map(fragment));
        (pages, chart_files(&document))
    };
    let (written, faults) = of_each_template(assessment, wanted.templates, write);
    let (pages, charts): (Vec<Vec<Page>>, Vec<Vec<Page>>) = written.into_iter().unzip();
    let charts: BTreeMap<String, String> =
        charts.into_iter().flatten().map(|page| (page.name, page.content)).collect();
    let charts = charts.into_iter().map(|(name, content)| Page { name, content });
    (pages.into_iter().flatten().chain(charts).collect(), faults)
}

/// The page of each template that the narrative names, as a tree; those that can be made, whatever else is at fault.
#[must_use]
pub fn documents(assessment: &Assessment) -> Vec<(String, Document)> {
    of_each_template(assessment, &[], |named| named).0
}

/// What `make` makes of the page of each template asked for, side by side, in the order in which they are asked for.
fn of_each_template<M: Send>(
    assessment: &Assessment,
    templates: &[String],
    make: impl Fn((String, Document)) -> M + Sync,
) -> (Vec<M>, Findings) {
    let Assessment {
        narrative: Some(narrative),
        published: Some(figures),
        story: Some(story),
        templates: Some(known),
        ..
    } = assessment
    else {
        return (Vec::new(), Findings::default());
    };
    let signed_off = assessment.signed_off.as_ref();
    let facts = Facts {
        unreviewed: in_words(&assessment.unreviewed),
        followed: signed_off.map_or(0, |signed_off| agreed::followed(signed_off, narrative, figures)),
        ..Facts::of(narrative)
    };
    let asked = if templates.is_empty() { &narrative.settings.templates } else { templates };
    let known = known.ready((story, figures), &facts);
    let made = each(asked, |name| {
        let mut found = Findings::default();
        let document = known.page(name, &mut found);
        let look = |document| (name.clone(), Document { look: assessment.look.clone(), ..document });
        (document.map(look).map(&make), name, found)
    });
    let mut faults = Findings::default();
    let mut all = Vec::new();
    for (one, name, found) in made {
        // What concerns no place of its own is told where the narrative asks for the template.
        let place = narrative.place_of_template(name).filter(|_| templates.is_empty());
        faults.extend_at(found, place);
        all.extend(one);
    }
    (all, faults)
}

/// `figures.json` as a build writes it, whether or not there are errors; none where no figures can be had.
#[must_use]
pub fn written_figures(assessment: &Assessment) -> Option<String> {
    assessment.published.as_ref()?;
    figures_files(assessment).map(|[json, _]| json.content)
}

/// These figures as `figures.json` would have them, as far as they can be had.
#[must_use]
pub fn asked_figures(assessment: &Assessment, ids: &[FigureId]) -> Option<String> {
    let (narrative, published) = (assessment.narrative.as_ref()?, assessment.published.as_ref()?);
    let found = ids.iter().filter_map(|id| match published.find(id) {
        Found::Figure(figure) => Some(figure.clone()),
        Found::NotHeld(_) | Found::Unknown => None,
    });
    let figures: Vec<PublishedFigure> = found.collect();
    Some(figures_json(narrative, &Entry::all(&figures), &assessment.sources))
}

fn figures_files(assessment: &Assessment) -> Option<[Page; 2]> {
    let narrative = assessment.narrative.as_ref()?;
    let figures = figures_shown(assessment);
    let entries = Entry::all(&figures);
    let json = figures_json(narrative, &entries, &assessment.sources);
    Some([
        Page { name: "figures.json".to_owned(), content: json },
        Page { name: "figures.csv".to_owned(), content: figures_csv(&entries) },
    ])
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
    let narrative = assessment.narrative.as_ref()?;
    let mut figures = figures_held(assessment);
    figures.retain(|figure| wanted(figure));
    let entries = Entry::all(&figures);
    Some(match form {
        FiguresForm::Json => figures_json(narrative, &entries, &assessment.sources),
        FiguresForm::Csv => figures_csv(&entries),
    })
}

/// The figures that a build writes down: those of the report's year and the year before, and those that the
/// narrative uses beyond them.
fn figures_shown(assessment: &Assessment) -> Vec<PublishedFigure> {
    assessment.published.as_ref().map(|published| published.with_used(uses(assessment))).unwrap_or_default()
}

/// Every figure that the data reach to, however far back, and those that the narrative uses beyond them.
#[must_use]
pub fn figures_held(assessment: &Assessment) -> Vec<PublishedFigure> {
    let Some(published) = &assessment.published else { return Vec::new() };
    let mut figures = published.everything();
    figures.extend(published.with_used(uses(assessment)));
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    figures.dedup_by(|a, b| a.id == b.id);
    figures
}

/// The ids of all figures that the narrative uses.
fn uses(assessment: &Assessment) -> impl Iterator<Item = &FigureId> {
    assessment.story.iter().flat_map(|story| &story.uses).map(|used| &used.id)
}
