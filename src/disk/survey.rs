//! What stands in the output folder, held against what this build makes: which files are ours, which change, which
//! are in the way. It writes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::hash::fingerprint;
use crate::manifest::{Entry, Manifest, Pending};
use crate::render::Page;
use crate::side_by_side::each;

use super::DiskFault;
use super::file_system::{FileSystem, Standing};
use super::names::{self, MANIFEST, PENDING};

/// Something to be done to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A file that is not there yet.
    Add(String, String),
    /// One of ours whose content changes.
    Replace(String, String),
    /// One of ours that is made no more.
    Remove(String),
}

impl Change {
    /// The file's name.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Add(name, _) | Self::Replace(name, _) | Self::Remove(name) => name,
        }
    }
}

/// All there is to know before anything is written.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// What has to be done to the pages, by name, and then to the manifest.
    pub changes: Vec<Change>,
    /// Files in the way that no manifest names.
    pub foreign: Vec<String>,
    /// Our files whose content is none that a build of ours gave them.
    pub edited: Vec<String>,
    /// Temporary files that a killed build left.
    pub leftovers: Vec<String>,
    /// Every file of ours with every content that it may have.
    pub owned: BTreeSet<Entry>,
    /// Whether a note of intent stands there.
    pub pending: bool,
    /// Whether a build was killed before it was complete.
    pub interrupted: bool,
}

/// Looks at what stands in `out`.
pub(super) fn survey(
    files: &dyn FileSystem,
    out: &Path,
    pages: &[Page],
    manifest: &Manifest,
) -> Result<Survey, DiskFault> {
    let mut survey = Survey::default();
    let listed = files.list(out).map_err(DiskFault::failed("list", out))?;
    survey.leftovers = listed.into_iter().filter(|name| names::is_temporary(name)).collect();

    let held = record(files, out, MANIFEST)?;
    survey.learn_manifest(held.as_deref(), &out.join(MANIFEST))?;
    let pending = record(files, out, PENDING)?;
    survey.learn_pending(pending.as_deref(), held.as_deref(), &out.join(PENDING))?;

    let known = survey.known();
    let made: BTreeMap<&str, &Page> = pages.iter().map(|page| (page.name.as_str(), page)).collect();
    let in_order: Vec<&Page> = made.values().copied().collect();
    let found = each(&in_order, |page| look_at_page(files, out, page, known.get(&page.name)));
    for (page, found) in in_order.into_iter().zip(found) {
        survey.note(page, found?);
    }
    for (name, hashes) in known.iter().filter(|(name, _)| !made.contains_key(name.as_str())) {
        survey.look_at_old(files, out, name, hashes)?;
    }
    survey.changes.extend(manifest_change(held.as_deref(), manifest));
    Ok(survey)
}

/// The bytes of one of our two records, where it is there.
fn record(files: &dyn FileSystem, out: &Path, name: &str) -> Result<Option<Vec<u8>>, DiskFault> {
    let path = out.join(name);
    match files.standing(&path).map_err(DiskFault::failed("look at", &path))? {
        Standing::Nothing => Ok(None),
        Standing::Other => Err(DiskFault::BadManifest(path)),
        Standing::File => files.read(&path).map(Some).map_err(DiskFault::failed("read", &path)),
    }
}

fn manifest_change(held: Option<&[u8]>, manifest: &Manifest) -> Option<Change> {
    let json = manifest.to_json();
    match held {
        None => Some(Change::Add(MANIFEST.to_owned(), json)),
        Some(bytes) if bytes == json.as_bytes() => None,
        Some(_) => Some(Change::Replace(MANIFEST.to_owned(), json)),
    }
}

/// What stands under the name of a page.
enum Found {
    /// Nothing.
    Nothing,
    /// The page as it is.
    Same,
    /// A page of ours with another content; whether that is none that a build of ours gave it.
    Differs { is_edited: bool },
    /// Something else.
    NotOurs,
}

/// Looks at what stands under the name of a page, of which builds of ours gave the `hashes`.
fn look_at_page(
    files: &dyn FileSystem,
    out: &Path,
    page: &Page,
    hashes: Option<&BTreeSet<String>>,
) -> Result<Found, DiskFault> {
    if !names::is_page(&page.name) {
        return Err(DiskFault::BadName(page.name.clone()));
    }
    let path = out.join(&page.name);
    let standing = files.standing(&path).map_err(DiskFault::failed("look at", &path))?;
    let hashes = match (standing, hashes) {
        (Standing::Nothing, _) => return Ok(Found::Nothing),
        (Standing::File, Some(hashes)) => hashes,
        (Standing::File, None) | (Standing::Other, _) => return Ok(Found::NotOurs),
    };
    let is_same = files.holds(&path, page.content.as_bytes());
    if is_same.map_err(DiskFault::failed("read", &path))? {
        return Ok(Found::Same);
    }
    let bytes = files.read(&path).map_err(DiskFault::failed("read", &path))?;
    Ok(Found::Differs { is_edited: !hashes.contains(&fingerprint(&bytes)) })
}

impl Survey {
    fn learn_manifest(&mut self, held: Option<&[u8]>, path: &Path) -> Result<(), DiskFault> {
        let Some(bytes) = held else { return Ok(()) };
        let manifest = Manifest::read(bytes).ok_or_else(|| DiskFault::BadManifest(path.to_owned()))?;
        self.owned.extend(manifest.outputs);
        Ok(())
    }

    fn learn_pending(
        &mut self,
        pending: Option<&[u8]>,
        held: Option<&[u8]>,
        path: &Path,
    ) -> Result<(), DiskFault> {
        let Some(bytes) = pending else { return Ok(()) };
        let pending = Pending::read(bytes).ok_or_else(|| DiskFault::BadManifest(path.to_owned()))?;
        self.pending = true;
        self.interrupted = held.map(fingerprint) != Some(pending.manifest);
        self.owned.extend(pending.files);
        Ok(())
    }

    /// Our pages by name, with the fingerprints that builds gave them. A record that was tampered with can't lead
    /// out of the folder: only plain names count.
    fn known(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for entry in self.owned.iter().filter(|entry| names::is_page(&entry.path)) {
            known.entry(entry.path.clone()).or_default().insert(entry.fingerprint.clone());
        }
        known
    }

    fn note(&mut self, page: &Page, found: Found) {
        match found {
            Found::Same => {}
            Found::Nothing => self.changes.push(Change::Add(page.name.clone(), page.content.clone())),
            Found::NotOurs => self.foreign.push(page.name.clone()),
            Found::Differs { is_edited } => {
                self.changes.push(Change::Replace(page.name.clone(), page.content.clone()));
                self.edited.extend(is_edited.then(|| page.name.clone()));
            }
        }
    }

    /// A page that is made no more goes; but if somebody has written in it since, it has become theirs and stays.
    fn look_at_old(
        &mut self,
        files: &dyn FileSystem,
        out: &Path,
        name: &str,
        hashes: &BTreeSet<String>,
    ) -> Result<(), DiskFault> {
        let path = out.join(name);
        if files.standing(&path).map_err(DiskFault::failed("look at", &path))? != Standing::File {
            return Ok(());
        }
        let bytes = files.read(&path).map_err(DiskFault::failed("read", &path))?;
        if hashes.contains(&fingerprint(&bytes)) {
            self.changes.push(Change::Remove(name.to_owned()));
        } else {
            self.edited.push(name.to_owned());
        }
        Ok(())
    }
}
