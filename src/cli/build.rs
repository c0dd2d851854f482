//! `build`: reads, computes and writes reports, or says whether those that stand are still right.

use std::io;
use std::path::Path;

use anyhow::bail;

use crate::diagnostic::codes::files::{BUILD_INTERRUPTED, PAGE_EDITED};
use crate::diagnostic::{Finding, Findings, Format};
use crate::disk::{self, Publication};
use crate::manifest::Manifest;
use crate::pipeline::{Assessment, Wanted};
use crate::render::Page;

use super::args::Build;
use super::console::judge;
use super::project::{Opened, open};
use super::several;
use super::stale::tell_stale;
use super::{Console, Status};

/// Builds the report of a project, or those of several.
pub(super) fn build(args: &Build, console: &mut Console<'_>) -> anyhow::Result<Status> {
    if let Some(level) =
        args.projects.iter().find(|project| is_a_level(project)).filter(|_| args.fragment.is_some())
    {
        let level = level.display();
        bail!(
            "there is no project `{level}`; a level is joined to its option by an equals sign: `--fragment={level}`"
        );
    }
    let several = match args.projects.as_slice() {
        [] => return last(build_one(args, None, console)),
        [project] => return last(build_one(args, Some(project), console)),
        several => several,
    };
    if args.out.is_some() {
        bail!("`--out` is for one project: each of several writes into its own folder");
    }
    if !matches!(args.judging.format(), Format::Text | Format::Short) {
        bail!("with several projects, findings can be told as text or short only");
    }
    several::each(several, console, |project, console| Ok(build_one(args, Some(project), console)?.status))
}

/// Whether what stands for a project is a number, and there is no project of that name.
fn is_a_level(project: &Path) -> bool {
    let is_number = project.to_str().is_some_and(|name| name.parse::<u8>().is_ok());
    is_number && matches!(disk::Project::find(project), Err(disk::DiskFault::NoProject(_)))
}

/// A build that has ended, with what it still holds.
struct Built {
    status: Status,
    held: Option<(Assessment, Option<Vec<Page>>)>,
}

/// The program ends here: giving back what it held piece by piece would take a tenth of its time.
fn last(built: anyhow::Result<Built>) -> anyhow::Result<Status> {
    let Built { status, held } = built?;
    std::mem::forget(held);
    Ok(status)
}

fn build_one(args: &Build, project: Option<&Path>, console: &mut Console<'_>) -> anyhow::Result<Built> {
    let project = open(project, args.out.as_deref(), &console.progress)?;
    let mut assessment = project.assess(args.judging.readiness());
    project.check_output(&assessment)?;
    let wanted = Wanted { templates: &args.templates, fragment: args.fragment };
    let pages = project.publish(&mut assessment, wanted);
    let pages = pages.filter(|_| judge(&assessment.findings, args.judging.strict) == Status::Done);
    let status = match &pages {
        None => {
            console.show(
                &assessment.findings,
                &assessment.sources,
                args.judging.format(),
                &project.within,
            )?;
            Status::Found
        }
        Some(pages) => write(args, &project, &mut assessment, pages, console)?,
    };
    Ok(Built { status, held: Some((assessment, pages)) })
}

/// Writes the pages, or says whether those that stand are the same.
fn write(
    args: &Build,
    project: &Opened,
    assessment: &mut Assessment,
    pages: &[Page],
    console: &mut Console<'_>,
) -> anyhow::Result<Status> {
    let manifest = Manifest::of(&assessment.sources, pages);
    if args.check {
        console.show(&assessment.findings, &assessment.sources, args.judging.format(), &project.within)?;
        let stale = disk::compare(&project.out, pages, &manifest)?;
        return Ok(tell_stale(&stale, pages, &project.out, console)?);
    }
    let published = disk::publish(&project.out, pages, &manifest)?;
    note_what_stood(&published, &mut assessment.findings);
    console.show(&assessment.findings, &assessment.sources, args.judging.format(), &project.within)?;
    tell_written(&published, &project.out, console)?;
    Ok(Status::Done)
}

/// What the output folder was found to hold, said among the findings.
fn note_what_stood(published: &Publication, findings: &mut Findings) {
    if published.mended {
        let message = "the last build was stopped before it was complete; this one has put the pages right";
        findings.push(Finding::new(&BUILD_INTERRUPTED, message));
    }
    for name in &published.edited {
        let outcome = if published.written.contains(name) { "replaced" } else { "left where it is" };
        let message = format!("`{name}` had been changed since it was built, and was {outcome}");
        findings.push(Finding::new(&PAGE_EDITED, message).help("write into the narrative instead"));
    }
}

fn tell_written(published: &Publication, out: &Path, console: &mut Console<'_>) -> io::Result<()> {
    for name in &published.written {
        console.say(format_args!("wrote {}", out.join(name).display()))?;
    }
    for name in &published.removed {
        console.say(format_args!("removed {}", out.join(name).display()))?;
    }
    if published.written.is_empty() && published.removed.is_empty() {
        console.say(format_args!("{} is up to date", out.display()))?;
    }
    Ok(())
}
