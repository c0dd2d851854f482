//! `diff`: what changed between two reports, and why.

use std::thread;

use anyhow::bail;

use crate::compare::{self, Asked, Change, Comparison, Least, Variation};
use crate::model::Ratio;
use crate::render::{html, markdown};

use super::args::{Diff, DiffFormat, FailOn};
use super::progress::Progress;
use super::side::{self, Read};
use super::{Console, Status};

/// Compares two reports.
pub(super) fn diff(args: &Diff, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let asked = asked(args)?;
    let (old, new) = both(&args.old, &args.new, &console.progress);
    let old = old?;
    let new = new?.beside(&old.side)?;
    for (typed, read) in [(&args.old, &old), (&args.new, &new)] {
        if read.has_errors {
            writeln!(console.err, "`{typed}` has errors: `lscb-report check` shows them")?;
        }
    }
    let comparison = compare::compare(&old.side, &new.side);
    write!(console.out, "{}", written(&comparison, &asked, args.format))?;
    let wanted = || comparison.changes.iter().filter(|change| asked.wants(change));
    let failed = args.fail_on.iter().any(|sort| wanted().any(|change| is(*sort, change, &asked)));
    Ok(if failed || old.has_errors || new.has_errors { Status::Found } else { Status::Done })
}

/// Reads both sides at once: two projects take no longer than one where there are two cores.
fn both(old: &str, new: &str, progress: &Progress) -> (anyhow::Result<Read>, anyhow::Result<Read>) {
    thread::scope(|scope| {
        let old = scope.spawn(|| side::read(old, progress));
        let new = side::read(new, progress);
        (old.join().unwrap_or_else(|_| bail!("reading the old side failed")), new)
    })
}

fn written(comparison: &Comparison<'_>, asked: &Asked, format: DiffFormat) -> String {
    match format {
        DiffFormat::Text => compare::text(comparison, asked),
        DiffFormat::Markdown => markdown::write(&compare::page(comparison, asked)),
        DiffFormat::Html => html::write(&compare::page(comparison, asked)),
        DiffFormat::Json => compare::json(comparison, asked),
        DiffFormat::Csv => compare::csv(comparison, asked),
    }
}

fn is(sort: FailOn, change: &Change<'_>, asked: &Asked) -> bool {
    match sort {
        FailOn::Any => true,
        FailOn::Large => !asked.is_small(change),
        FailOn::Unusual => change.variation == Some(Variation::Larger),
        FailOn::Lost => change.is_lost(),
        FailOn::Redefined => change.has_note("redefined"),
    }
}

fn asked(args: &Diff) -> anyhow::Result<Asked> {
    let words = args.only.iter().flat_map(|words| words.split_whitespace()).map(str::to_lowercase);
    let mut least = Least::default();
    for size in &args.min_change {
        let (number, percent, points) = match (size.strip_suffix('%'), size.strip_suffix("pp")) {
            (Some(number), _) => (number, true, false),
            (_, Some(number)) => (number, false, true),
            _ => (size.as_str(), true, true),
        };
        let Some(number) = Ratio::parse(number.trim()).filter(|number| !number.is_negative()) else {
            bail!("`--min-change {size}` is no size: write `5%`, `1pp` or `5`");
        };
        least.percent = if percent { number } else { least.percent };
        least.points = if points { number } else { least.points };
    }
    Ok(Asked { only: words.collect(), least })
}
