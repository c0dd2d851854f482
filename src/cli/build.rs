//! `build`: reads, computes and writes the report, or says whether the one that stands is still right.

use std::io;
use std::path::Path;

use crate::diagnostic::codes::files::{BUILD_INTERRUPTED, PAGE_EDITED};
use crate::diagnostic::{Finding, Findings};
use crate::disk::{self, Publication};
use crate::manifest::Manifest;
use crate::pipeline::{self, Wanted};

use super::args::Build;
use super::console::judge;
use super::project::open;
use super::stale::tell_stale;
use super::{Console, Status};

/// Builds the report.
pub(super) fn build(args: &Build, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let project = open(args.project.as_deref(), args.out.as_deref())?;
    let mut assessment = project.assess(args.judging.readiness());
    project.check_output(&assessment)?;
    let wanted = Wanted { templates: &args.templates, fragment: args.fragment };
    let pages = pipeline::publish(&mut assessment, wanted);
    let (format, sources) = (args.judging.format(), &assessment.sources);

    let pages = pages.filter(|_| judge(&assessment.findings, args.judging.strict) == Status::Done);
    let Some(pages) = pages else {
        console.show(&assessment.findings, sources, format, &project.within)?;
        return Ok(Status::Found);
    };
    let manifest = Manifest::of(sources, &pages);
    if args.check {
        console.show(&assessment.findings, sources, format, &project.within)?;
        let stale = disk::compare(&project.out, &pages, &manifest)?;
        return Ok(tell_stale(&stale, &pages, &project.out, console)?);
    }
    let published = disk::publish(&project.out, &pages, &manifest)?;
    note_what_stood(&published, &mut assessment.findings);
    console.show(&assessment.findings, sources, format, &project.within)?;
    tell_written(&published, &project.out, console)?;
    // The program ends here: giving back what it held piece by piece would take a tenth of its time.
    std::mem::forget((assessment, pages));
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
        writeln!(console.out, "wrote {}", out.join(name).display())?;
    }
    for name in &published.removed {
        writeln!(console.out, "removed {}", out.join(name).display())?;
    }
    if published.written.is_empty() && published.removed.is_empty() {
        writeln!(console.out, "{} is up to date", out.display())?;
    }
    Ok(())
}
