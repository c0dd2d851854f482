//! `check`: all the findings that `build` would have, and no output.

use crate::diagnostic::Format;
use crate::pipeline;

use super::args::Check;
use super::console::judge;
use super::project::open;
use super::{Console, Status};

/// Looks for faults; also in the templates, so the pages are made and thrown away.
pub(super) fn check(args: &Check, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let project = open(args.project.as_deref(), None, &console.progress)?;
    let mut assessment = project.assess(args.judging.readiness());
    pipeline::pages_alone(&mut assessment);
    let format = args.judging.format();
    console.show(&assessment.findings, &assessment.sources, format, &project.within)?;
    if format == Format::Text && assessment.findings.sorted().is_empty() {
        console.say(format_args!("nothing found"))?;
    }
    Ok(judge(&assessment.findings, args.judging.strict))
}
