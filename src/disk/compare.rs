//! `--check`: whether what stands in the output folder is what a build would write. It writes nothing.

use std::fmt;
use std::path::Path;

use crate::manifest::Manifest;
use crate::render::Page;

use super::DiskFault;
use super::file_system::{Computer, FileSystem};
use super::survey::{Change, survey};

/// A file that a build would change, or could not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stale {
    /// It would be made and is not there.
    Missing(String),
    /// It stands there with another content.
    Differs(String),
    /// It was made by an earlier build and would be no more.
    NoLongerMade(String),
    /// A file that this program did not write stands in its place.
    NotOurs(String),
    /// A build was killed before it was complete.
    Interrupted,
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(name) => write!(f, "`{name}` is missing"),
            Self::Differs(name) => write!(f, "`{name}` differs from what a build would write"),
            Self::NoLongerMade(name) => write!(f, "`{name}` is left from an earlier build"),
            Self::NotOurs(name) => write!(f, "`{name}` was not written by this program"),
            Self::Interrupted => f.write_str("the last build was interrupted before it was complete"),
        }
    }
}

/// The text of a page that stands in `out`; none where it is not there or is no text.
#[must_use]
pub fn standing_text(out: &Path, name: &str) -> Option<String> {
    let bytes = Computer.read(&out.join(name)).ok()?;
    String::from_utf8(bytes).ok()
}

/// What a build of `pages` would change in `out`, sorted; nothing where all of it stands.
///
/// # Errors
/// The output folder can't be read, or a page's name is none.
pub fn compare(out: &Path, pages: &[Page], manifest: &Manifest) -> Result<Vec<Stale>, DiskFault> {
    let survey = survey(&Computer, out, pages, manifest)?;
    let changed = survey.changes.into_iter().map(|change| match change {
        Change::Add(name, _) => Stale::Missing(name),
        Change::Replace(name, _) => Stale::Differs(name),
        Change::Remove(name) => Stale::NoLongerMade(name),
    });
    let foreign = survey.foreign.into_iter().map(Stale::NotOurs);
    let interrupted = survey.interrupted.then_some(Stale::Interrupted);
    let mut stale: Vec<Stale> = changed.chain(foreign).chain(interrupted).collect();
    stale.sort();
    Ok(stale)
}
