//! `sign-off`: records that the report that stands was agreed, by whom and when, with its figures and fingerprints.

use anyhow::bail;

use crate::agreed::{FIGURES, FOLDER, RECORD};
use crate::diagnostic::{Format, Severity};
use crate::disk;
use crate::manifest::{Manifest, SignOff};
use crate::model::{Period, Selector};
use crate::narrative::Readiness;
use crate::pipeline::{Assessment, Wanted};
use crate::render::Page;

use super::args::SignOff as Args;
use super::project::{Opened, open};
use super::{Console, Status};

/// Signs the report off.
pub(super) fn sign_off(args: &Args, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let by = args.by.trim();
    if by.is_empty() {
        bail!("`--by` names who agreed the report, by role: \"Independent chair\"");
    }
    let Ok(Selector::Period(Period::Day(on))) = Selector::parse(args.on.trim()) else {
        bail!("`--on {}` is no day: write it as 2025-09-30", args.on);
    };
    let project = open(args.project.as_deref(), None, &console.progress)?;
    let (assessment, pages) = made(&project);
    let Some(pages) = pages else {
        console.show(&assessment.findings, &assessment.sources, Format::Text, "")?;
        return Ok(Status::Found);
    };
    let manifest = Manifest::of(&assessment.sources, &pages);
    if let Some(why) = not_ready(&project, &assessment, &pages, &manifest)? {
        writeln!(console.err, "not signed off: {why}")?;
        return Ok(Status::Found);
    }
    let figures = pages.iter().find(|page| page.name == FIGURES).map(|page| page.content.clone());
    let record = SignOff::of(by, &on.to_string(), manifest).to_json();
    let files = [(FIGURES, figures.unwrap_or_default()), (RECORD, record)];
    let folder = project.folder_of_project.join(FOLDER);
    disk::start(&folder, &files.map(|(name, content)| (name.to_owned(), content.into_bytes())))?;
    for name in [FIGURES, RECORD] {
        console.say(format_args!("wrote {}", folder.join(name).display()))?;
    }
    // The record is one of the report's inputs from now on, so its manifest names it.
    let (assessment, pages) = made(&project);
    if let Some(pages) = pages {
        disk::publish(&project.out, &pages, &Manifest::of(&assessment.sources, &pages))?;
    }
    Ok(Status::Done)
}

fn made(project: &Opened) -> (Assessment, Option<Vec<Page>>) {
    let mut assessment = project.assess(Readiness::Finished);
    let pages = project.publish(&mut assessment, Wanted::default());
    (assessment, pages)
}

/// Why what stands can't be signed off, where it can't.
fn not_ready(
    project: &Opened,
    assessment: &Assessment,
    pages: &[Page],
    manifest: &Manifest,
) -> anyhow::Result<Option<String>> {
    if assessment.signed_off.is_some() {
        return Ok(Some(format!("it was signed off before: to do it anew, delete the folder `{FOLDER}`")));
    }
    let paragraphs = assessment.unreviewed.paragraphs;
    if paragraphs > 0 {
        return Ok(Some(format!(
            "paragraphs carried over from last year that nobody has reviewed: {paragraphs}; `lscb-report check` shows them"
        )));
    }
    if assessment.findings.count(Severity::Error) > 0 {
        return Ok(Some("there are errors: `lscb-report check` shows them".to_owned()));
    }
    let stale = disk::compare(&project.out, pages, manifest)?;
    Ok((!stale.is_empty()).then(|| {
        format!(
            "{} is not what would be built now: run `lscb-report build` and read it first",
            project.out.display()
        )
    }))
}
