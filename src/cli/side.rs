//! A side of a comparison as it is typed: a project, a year of it, a project at a revision, or a figures.json.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::compare::{self, Side};
use crate::disk::{self, AtRevision, DiskFault, Project};
use crate::load::Folder;
use crate::model::Year;
use crate::narrative::Readiness;
use crate::pipeline;

use super::progress::Progress;
use super::project::open;

/// What was typed, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typed {
    path: PathBuf,
    revision: Option<String>,
    year: Option<Year>,
}

/// The figures of a side, and whether its data or narrative are at fault.
pub(super) struct Read {
    pub(super) side: Side,
    pub(super) has_errors: bool,
    /// What they were made from; none of a file.
    assessment: Option<Box<pipeline::Assessment>>,
}

impl Read {
    /// Adds the figures of the old side's period that the report does not give, as far as there are data for them.
    pub(super) fn beside(self, old: &Side) -> anyhow::Result<Self> {
        let wanted = compare::to_be_asked(old, &self.side);
        let found = self.assessment.as_ref().filter(|_| !wanted.is_empty());
        let Some(json) = found.and_then(|all| pipeline::asked_figures(all, &wanted)) else { return Ok(self) };
        Ok(Self { side: self.side.with(Side::read(&json)?), ..self })
    }
}

/// The narrative of a project that is named by its folder.
const NARRATIVE: &str = "narrative.toml";

/// Reads the figures of a side.
pub(super) fn read(typed: &str, progress: &Progress) -> anyhow::Result<Read> {
    let Typed { path, revision, year } = take_apart(typed);
    let Some(revision) = revision else {
        if year.is_none() && disk::is_figures_file(&path) {
            return figures_file(typed, &disk::read_text(&path)?);
        }
        let assess =
            || open(Some(&path), None, progress).map(|project| project.assess_year(Readiness::Draft, year));
        return assessed(typed, assess()?, year);
    };
    match disk::at_revision(&path, &revision)? {
        AtRevision::Folder(folder) => at(typed, &folder, NARRATIVE, year),
        AtRevision::File(folder, name) if name.ends_with(".json") => {
            let bytes = folder.read(&name).map_err(|why| anyhow::anyhow!("can't read `{typed}`: {why:?}"))?;
            figures_file(typed, &String::from_utf8_lossy(&bytes))
        }
        AtRevision::File(folder, name) => at(typed, &folder, &name, year),
    }
}

fn at(typed: &str, folder: &dyn Folder, narrative: &str, year: Option<Year>) -> anyhow::Result<Read> {
    assessed(typed, pipeline::assess_year(folder, narrative, Readiness::Draft, year), year)
}

fn assessed(typed: &str, assessment: pipeline::Assessment, year: Option<Year>) -> anyhow::Result<Read> {
    let calendar = assessment.narrative.as_ref().map(|narrative| narrative.settings.calendar);
    if let Some((year, calendar)) = year.zip(calendar).filter(|(year, calendar)| !calendar.names(*year)) {
        bail!("`{year}` is no year of `{typed}`: {}", calendar.naming());
    }
    let Some(json) = pipeline::written_figures(&assessment) else {
        bail!("`{typed}` gives no figures: `lscb-report check` says why");
    };
    let has_errors = assessment.findings.has_errors();
    Ok(Read { side: Side::read(&json)?, has_errors, assessment: Some(Box::new(assessment)) })
}

fn figures_file(typed: &str, text: &str) -> anyhow::Result<Read> {
    let side = Side::read(text).with_context(|| format!("can't read `{typed}`"))?;
    Ok(Read { side, has_errors: false, assessment: None })
}

/// Takes off a year and then a revision from the end. What stands on the disk under the whole of it is meant as it is.
fn take_apart(typed: &str) -> Typed {
    let whole = Typed { path: PathBuf::from(typed), revision: None, year: None };
    if !matches!(Project::find(Path::new(typed)), Err(DiskFault::NoProject(_))) {
        return whole;
    }
    let (rest, year) = match typed.rsplit_once('@').map(|(rest, last)| (rest, year(last))) {
        Some((rest, Some(year))) => (rest, Some(year)),
        _ => (typed, None),
    };
    let (path, revision) = match rest.strip_suffix('}').and_then(|rest| rest.rsplit_once("@{")) {
        Some((path, revision)) => (path, Some(revision.to_owned())),
        None => (rest, None),
    };
    let path = PathBuf::from(if path.is_empty() { "." } else { path });
    Typed { path, revision, year }
}

/// A year as it is typed: `2023-24` or `2023/24`, or `2023`.
fn year(text: &str) -> Option<Year> {
    Year::parse(&text.replace('-', "/"))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Typed, take_apart, year};
    use crate::model::Year;

    #[test]
    fn sides_are_taken_apart_from_the_end() {
        let year = Year::beginning(2023);
        for (typed, path, revision, at) in [
            ("no/such", "no/such", None, None),
            ("no/such@2023-24", "no/such", None, year),
            ("no/such@2023/24", "no/such", None, year),
            ("no/such@{main~2}", "no/such", Some("main~2"), None),
            ("no/such@{v1}@2023-24", "no/such", Some("v1"), year),
            ("@{v1}", ".", Some("v1"), None),
            ("no@such@2023-25", "no@such@2023-25", None, None),
        ] {
            let expected =
                Typed { path: PathBuf::from(path), revision: revision.map(str::to_owned), year: at };
            assert_eq!(take_apart(typed), expected);
        }
    }

    #[test]
    fn a_year_is_written_as_a_year() {
        assert!(year("2023-24").is_some() && year("1999/00").is_some());
        assert_eq!(year("2023"), Year::calendar(2023));
        assert!(year("20231").is_none() && year("2023-25").is_none() && year("main-24").is_none());
    }
}
