//! A project as git holds it at a revision: read through the `git` program, the only one that is ever started. The
//! working tree is neither looked at nor touched, and nothing is fetched.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use crate::load::{Folder, ReadFault};

use super::DiskFault;
use super::way::standing_folder;

/// The files below a folder at a revision.
#[derive(Clone, Debug)]
pub struct GitFolder {
    /// A folder of the repository to run git in.
    at: PathBuf,
    /// The folder's path within the repository.
    folder: String,
    /// What stands under each path within the repository.
    entries: BTreeMap<String, Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// "100644", "120000" (a link).
    mode: String,
    /// The name of its content.
    object: String,
}

/// What git holds under a path at a revision.
#[derive(Clone, Debug)]
pub enum AtRevision {
    /// A folder.
    Folder(GitFolder),
    /// A file: the folder that holds it, and its name there.
    File(GitFolder, String),
}

/// What git holds under `path` at `revision` (a commit, branch or tag by any name that git knows).
///
/// # Errors
/// There is no git, no repository, no such revision, or nothing under that path.
pub fn at_revision(path: &Path, revision: &str) -> Result<AtRevision, DiskFault> {
    let fault = |why: String| DiskFault::Git { path: path.to_owned(), revision: revision.to_owned(), why };
    // The project itself may be gone by now.
    let (at, below) = standing_folder(path);
    let prefix = line(run(&at, ["rev-parse", "--show-prefix"]).map_err(&fault)?);
    let wanted = format!("{revision}^{{commit}}");
    let commit = run(&at, ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
    let commit = line(commit.map_err(|_| fault("there is no such revision".to_owned()))?);
    let inside =
        joined(&prefix, &below).ok_or_else(|| fault("the path leads out of the repository".to_owned()))?;
    let listed = run(&at, ["ls-tree", "-r", "-z", "--full-tree", &commit]).map_err(&fault)?;
    let entries = entries(&listed);
    if entries.contains_key(&inside) {
        let (folder, name) = inside.rsplit_once('/').unwrap_or(("", &inside));
        return Ok(AtRevision::File(GitFolder { at, folder: folder.to_owned(), entries }, name.to_owned()));
    }
    let folder = GitFolder { at, folder: inside, entries };
    if folder.below().next().is_none() {
        return Err(fault("nothing stands there at that revision".to_owned()));
    }
    Ok(AtRevision::Folder(folder))
}

/// A path within the repository, with forward slashes; none where it leads out.
fn joined(prefix: &str, below: &Path) -> Option<String> {
    let mut parts: Vec<String> =
        prefix.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    for component in below.components() {
        match component {
            Component::Normal(name) => parts.push(name.to_str()?.to_owned()),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::Prefix(_) | Component::RootDir => return None,
        }
    }
    Some(parts.join("/"))
}

/// The files of a list as `ls-tree -z` writes it: `mode type object<TAB>path<NUL>`.
fn entries(listed: &[u8]) -> BTreeMap<String, Entry> {
    let text = String::from_utf8_lossy(listed);
    let read = |line: &str| {
        let (about, path) = line.split_once('\t')?;
        let [mode, "blob", object] = about.split(' ').collect::<Vec<_>>()[..] else { return None };
        Some((path.to_owned(), Entry { mode: mode.to_owned(), object: object.to_owned() }))
    };
    text.split('\0').filter_map(read).collect()
}

fn line(output: Vec<u8>) -> String {
    String::from_utf8_lossy(&output).trim_end_matches(['\n', '\r']).to_owned()
}

/// What git prints. It may not ask, write, or go to the network for what a partial copy lacks.
fn run<const N: usize>(at: &Path, arguments: [&str; N]) -> Result<Vec<u8>, String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(at).args([
        "--no-pager",
        "-c",
        "protocol.allow=never",
        "-c",
        "core.fsmonitor=false",
    ]);
    command.args(arguments).stdin(Stdio::null());
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1");
    let ran = command.output().map_err(|why| format!("git can't be started: {why}"))?;
    if ran.status.success() {
        return Ok(ran.stdout);
    }
    let said = String::from_utf8_lossy(&ran.stderr);
    Err(said.lines().next().unwrap_or("git failed").trim_start_matches("fatal: ").to_owned())
}

impl GitFolder {
    /// The paths of the files within the folder.
    fn below(&self) -> impl Iterator<Item = &str> {
        let start = if self.folder.is_empty() { String::new() } else { format!("{}/", self.folder) };
        self.entries.keys().filter_map(move |path| path.strip_prefix(&start))
    }

    /// The bytes of a file by its path within the repository.
    fn content(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let entry = self.entries.get(path).ok_or(ReadFault::NotFound)?;
        if entry.mode == "120000" {
            return Err(ReadFault::Unreadable("it is a link, which is not followed in git".to_owned()));
        }
        run(&self.at, ["cat-file", "blob", &entry.object]).map_err(ReadFault::Unreadable)
    }
}

impl Folder for GitFolder {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let within = joined("", Path::new(path)).ok_or(ReadFault::Outside)?;
        self.content(&joined(&self.folder, Path::new(&within)).ok_or(ReadFault::Outside)?)
    }

    fn read_beside(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.content(&joined(&self.folder, Path::new(path)).ok_or(ReadFault::Outside)?)
    }

    fn list(&self) -> Vec<String> {
        // What is hidden or was built is no input, here as in a folder.
        let input =
            |path: &&str| !path.starts_with("report/") && !path.split('/').any(|it| it.starts_with('.'));
        self.below().filter(input).map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{entries, joined};

    #[test]
    fn paths_are_those_of_the_repository() {
        assert_eq!(joined("a/b/", Path::new("c")).as_deref(), Some("a/b/c"));
        assert_eq!(joined("a/", Path::new("../b")).as_deref(), Some("b"));
        assert_eq!(joined("", Path::new("")).as_deref(), Some(""));
        assert_eq!(joined("", Path::new("../b")), None);
    }

    #[test]
    fn a_list_gives_files_and_links_but_no_other_repositories() {
        let listed = b"100644 blob 1a\tdata/a b.csv\x00120000 blob 2b\tlink\x00160000 commit 3c\tother\0";
        let found = entries(listed);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["data/a b.csv", "link"]);
        assert_eq!(found["data/a b.csv"].object, "1a");
    }
}
