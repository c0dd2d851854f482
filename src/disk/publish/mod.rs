//! Replaces the pages of the last build by those of this one, all or none.
//!
//! Every file is written whole under a temporary name and renamed, the manifest last. Before the first is renamed, a
//! note of intent (`manifest.pending.json`) names the files of both builds. So at any moment every file is whole; a
//! failure puts the old files back; and after a kill the next build finds the note, knows every file of ours and
//! exchanges those that are not yet right. Since it compares contents and not records, it mends whatever it finds.
//!
//! Nothing is flushed to the disk itself (`fsync`): a killed program loses nothing that it wrote, and flushing takes
//! longer than the whole build. After a power cut a page may be empty; then it is not what the build would write, so
//! `--check` says so and the next build writes it again.

mod exchange;
#[cfg(test)]
mod tests;

use std::path::Path;

use crate::manifest::{Manifest, Pending};
use crate::render::Page;

use super::DiskFault;
use super::file_system::{Computer, FileSystem};
use super::names::PENDING;
use super::survey::{Change, Survey, survey};
use exchange::Exchange;

/// What was done to the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The files written, the manifest among them; those that stood with the same content were left alone.
    pub written: Vec<String>,
    /// The old pages removed.
    pub removed: Vec<String>,
    /// Our pages that somebody had changed since: replaced, or left where they are made no more.
    pub edited: Vec<String>,
    /// Whether an earlier build was killed before it was complete, which this one has mended.
    pub mended: bool,
}

/// Makes `out` hold `pages` and `manifest`, and what is not ours beside them.
///
/// # Errors
/// A file that is not ours is in the way, a page's name is none, or the computer refuses. The old pages then stand
/// as they stood, unless the fault says otherwise.
pub fn publish(out: &Path, pages: &[Page], manifest: &Manifest) -> Result<Publication, DiskFault> {
    publish_through(&Computer, out, pages, manifest)
}

fn publish_through(
    files: &dyn FileSystem,
    out: &Path,
    pages: &[Page],
    manifest: &Manifest,
) -> Result<Publication, DiskFault> {
    let survey = survey(files, out, pages, manifest)?;
    if !survey.foreign.is_empty() {
        return Err(DiskFault::Foreign(out.to_owned(), survey.foreign));
    }
    files.create_folder(out).map_err(DiskFault::failed("make the folder", out))?;
    sweep(files, out, &survey.leftovers);
    if survey.changes.is_empty() {
        if survey.pending {
            sweep(files, out, &[PENDING.to_owned()]);
        }
    } else {
        Exchange::of(files, out).run(&with_intent(&survey, manifest))?;
    }
    Ok(Publication::of(survey))
}

/// The changes with the note of intent before them.
fn with_intent(survey: &Survey, manifest: &Manifest) -> Vec<Change> {
    let json = Pending::of(manifest, survey.owned.iter().cloned()).to_json();
    let name = PENDING.to_owned();
    let intent = if survey.pending { Change::Replace(name, json) } else { Change::Add(name, json) };
    let mut changes = vec![intent];
    changes.extend(survey.changes.iter().cloned());
    changes
}

/// Removes what is of no more use. What can't be removed now is removed by a later build, so a failure is none.
fn sweep(files: &dyn FileSystem, out: &Path, names: &[String]) {
    for name in names {
        let _ = files.remove(&out.join(name));
    }
}

impl Publication {
    fn of(survey: Survey) -> Self {
        let mut publication = Self { edited: survey.edited, mended: survey.interrupted, ..Self::default() };
        for change in survey.changes {
            match change {
                Change::Add(name, _) | Change::Replace(name, _) => publication.written.push(name),
                Change::Remove(name) => publication.removed.push(name),
            }
        }
        publication
    }
}
