//! A project as git holds it at a revision: read through the `git` program, the only one that is ever started. The
//! working tree is neither looked at nor touched, and nothing is fetched.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use crate::load::{Folder, ReadFault};

use super::DiskFault;

/// The files below a folder at a revision.
#[derive(Clone, Debug)]
pub struct GitFolder {
    /// A folder of the repository to run git in.
    at: PathBuf,
    /// What stands under each path within the folder.
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
    let (at, below) = standing_folder(path);
    let prefix = line(run(&at, ["rev-parse", "--show-prefix"]).map_err(&fault)?);
    let wanted = format!("{revision}^{{commit}}");
    let commit = run(&at, ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
    let commit = line(commit.map_err(|_| fault("there is no such revision".to_owned()))?);
    let inside =
        joined(&prefix, &below).ok_or_else(|| fault("the path leads out of the repository".to_owned()))?;
    let listed = run(&at, ["ls-tree", "-r", "-z", "--full-tree", &commit]).map_err(&fault)?;
    let all = entries(&listed);
    if all.contains_key(&inside) {
        let (folder, name) = inside.rsplit_once('/').unwrap_or(("", &inside));
        return Ok(AtRevision::File(GitFolder { at, entries: below_folder(&all, folder) }, name.to_owned()));
    }
    let entries = below_folder(&all, &inside);
    if entries.is_empty() {
        return Err(fault("nothing stands there at that revision".to_owned()));
    }
    Ok(AtRevision::Folder(GitFolder { at, entries }))
}

/// The nearest folder that stands, to run git in, and the path below it: the project itself may be gone by now.
fn standing_folder(path: &Path) -> (PathBuf, PathBuf) {
    let mut folder = if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() };
    let mut below: Vec<OsString> = Vec::new();
    while !fs::metadata(&folder).is_ok_and(|found| found.is_dir()) {
        let Some(name) = folder.file_name().map(OsStr::to_owned) else { break };
        below.push(name);
        folder = match folder.parent() {
            Some(above) if !above.as_os_str().is_empty() => above.to_owned(),
            _ => PathBuf::from("."),
        };
    }
    (folder, below.into_iter().rev().collect())
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

fn below_folder(all: &BTreeMap<String, Entry>, folder: &str) -> BTreeMap<String, Entry> {
    let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    all.iter()
        .filter_map(|(path, entry)| Some((path.strip_prefix(&start)?.to_owned(), entry.clone())))
        .collect()
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

impl Folder for GitFolder {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let parts: Vec<&str> =
            path.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").collect();
        let entry = self.entries.get(&parts.join("/")).ok_or(ReadFault::NotFound)?;
        if entry.mode == "120000" {
            return Err(ReadFault::Unreadable("it is a link, which is not followed in git".to_owned()));
        }
        run(&self.at, ["cat-file", "blob", &entry.object]).map_err(ReadFault::Unreadable)
    }

    fn list(&self) -> Vec<String> {
        // What is hidden or was built is no input, here as in a folder.
        let input =
            |path: &&String| !path.starts_with("report/") && !path.split('/').any(|it| it.starts_with('.'));
        self.entries.keys().filter(input).cloned().collect()
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
