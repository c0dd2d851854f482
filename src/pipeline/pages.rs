//! What is known of a project → the pages of its report, with the faults of templates and of what was signed off.

use std::collections::BTreeMap;

use super::Assessment;
use super::figure_files::{figures_files, written_figures};
use crate::agreed;
use crate::checks::said::carried::Unreviewed;
use crate::compare::Side;
use crate::diagnostic::codes::narrative as codes;
use crate::diagnostic::{Finding, Findings};
use crate::render::document::Document;
use crate::render::{Facts, Page, chart_files, html, markdown};
use crate::side_by_side::{both, each};

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
