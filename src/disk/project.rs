//! The project folder as `load` reads it: nothing outside it, nothing hidden, nothing that a build wrote.

use std::fs;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::load::{Folder, Held, ReadFault, Reopenable};

use super::DiskFault;

/// The narrative of a project that is named by its folder.
const NARRATIVE: &str = "narrative.toml";
/// Where `build` writes unless told otherwise.
const OUTPUT: &str = "report";
/// The largest file that is read as a whole, in bytes: 1 GiB.
const LARGEST: u64 = 1 << 30;
/// The largest file that is held as soon as it is opened, in bytes: 1 MiB.
const HELD: u64 = 1 << 20;

/// A project: its folder and which narrative in it.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder.
    pub folder: PathBuf,
    /// The narrative's name in it.
    pub narrative: String,
}

impl Project {
    /// The project that a path names: a folder that holds `narrative.toml`, or a narrative by its own name.
    ///
    /// # Errors
    /// There is none.
    pub fn find(path: &Path) -> Result<Self, DiskFault> {
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => Self::in_folder(path),
            Ok(found) if found.is_file() => Self::of_file(path),
            Ok(_) => Err(DiskFault::NotAProject(path.to_owned())),
            Err(why) if why.kind() == ErrorKind::NotFound => Err(DiskFault::NoProject(path.to_owned())),
            Err(why) => Err(DiskFault::failed("open", path)(why)),
        }
    }

    fn in_folder(path: &Path) -> Result<Self, DiskFault> {
        if fs::symlink_metadata(path.join(NARRATIVE)).is_ok() {
            return Ok(Self { folder: path.to_owned(), narrative: NARRATIVE.to_owned() });
        }
        let names = names_in(path).unwrap_or_default();
        let others = names.into_iter().filter(|name| is_toml(Path::new(name)));
        let others = others.map(|name| path.join(name).display().to_string()).collect();
        Err(DiskFault::NoNarrative(path.to_owned(), others))
    }

    fn of_file(path: &Path) -> Result<Self, DiskFault> {
        let name = path.file_name().and_then(|name| name.to_str()).filter(|_| is_toml(path));
        let Some(name) = name else { return Err(DiskFault::NotAProject(path.to_owned())) };
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        Ok(Self { folder, narrative: name.to_owned() })
    }

    /// Where `build` writes unless told otherwise: `report` in the folder.
    #[must_use]
    pub fn default_output(&self) -> PathBuf {
        self.folder.join(OUTPUT)
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// The files of a project folder, as it stood when it was opened.
#[derive(Clone, Debug)]
pub struct ProjectFolder {
    root: PathBuf,
    /// The paths of its regular files, sorted: each is the real path too, since no link leads to it.
    files: Vec<String>,
    /// The paths of what is neither file nor folder: links, mostly.
    others: Vec<String>,
}

impl ProjectFolder {
    /// The folder at `root`, of which `output` (where it lies inside) is not listed.
    ///
    /// # Errors
    /// There is no such folder.
    pub fn open(root: &Path, output: &Path) -> Result<Self, DiskFault> {
        let root = fs::canonicalize(root).map_err(DiskFault::failed("open", root))?;
        // An output folder that is not there yet lists nothing anyway.
        let output = fs::canonicalize(output).ok().filter(|output| *output != root);
        let mut folder = Self { root: root.clone(), files: Vec::new(), others: Vec::new() };
        folder.collect(&root, "", output.as_deref());
        folder.files.sort();
        Ok(folder)
    }

    /// Makes sure that `output` holds none of the files that were read, whose paths within the project are `read`.
    ///
    /// # Errors
    /// It holds one of them.
    pub fn check_output<'p>(
        &self,
        output: &Path,
        read: impl IntoIterator<Item = &'p str>,
    ) -> Result<(), DiskFault> {
        // A folder that is not there yet holds nothing.
        let Ok(real) = fs::canonicalize(output) else { return Ok(()) };
        for path in read {
            let file = self.root.join(path);
            let file = if self.is_regular(path) { Ok(file) } else { fs::canonicalize(file) };
            if file.is_ok_and(|file| file.parent() == Some(&real)) {
                return Err(DiskFault::HoldsInputs(output.to_owned(), path.to_owned()));
            }
        }
        Ok(())
    }

    /// Adds what stands below `folder`, whose path within the project is `within` ("" or ending in a slash).
    fn collect(&mut self, folder: &Path, within: &str, output: Option<&Path>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(kind) = entry.file_type() else { continue };
            let Ok(name) = entry.file_name().into_string() else { continue };
            if name.starts_with('.') || kind.is_dir() && output == Some(&entry.path()) {
                continue;
            }
            let inner = format!("{within}{name}");
            // Files may be links to others inside; folders that are links are not entered, since they may lead in a
            // circle.
            if kind.is_dir() {
                self.collect(&entry.path(), &format!("{inner}/"), output);
            } else if kind.is_file() {
                self.files.push(inner);
            } else {
                self.others.push(inner);
            }
        }
    }

    /// Whether a path is that of a regular file, and its real one.
    fn is_regular(&self, path: &str) -> bool {
        self.files.binary_search_by(|known| known.as_str().cmp(path)).is_ok()
    }

    /// The real path of a regular file in the folder.
    fn find(&self, path: &str) -> Result<PathBuf, ReadFault> {
        if self.is_regular(path) {
            return Ok(self.root.join(path));
        }
        let real = fs::canonicalize(self.root.join(path)).map_err(|error| fault(&error))?;
        let within = real.strip_prefix(&self.root).map_err(|_| ReadFault::Outside)?;
        if differs_in_case_only(within, path) {
            return Err(ReadFault::NotFound);
        }
        let found = fs::metadata(&real).map_err(|error| ReadFault::Unreadable(error.to_string()))?;
        match () {
            () if found.is_dir() => Err(ReadFault::Folder),
            () if !found.is_file() => Err(ReadFault::Unreadable("it is not a regular file".to_owned())),
            () => Ok(real),
        }
    }
}

/// What an error says of a file that is asked for.
fn fault(error: &io::Error) -> ReadFault {
    match error.kind() {
        // "Not a folder": a part of the path before the last is a file.
        ErrorKind::NotFound | ErrorKind::NotADirectory => ReadFault::NotFound,
        _ => ReadFault::Unreadable(error.to_string()),
    }
}

/// All bytes of a file that has so many.
fn whole(mut file: fs::File, length: u64) -> io::Result<Vec<u8>> {
    if length > LARGEST {
        return Err(io::Error::other("it is larger than 1 GiB"));
    }
    let mut bytes = vec![0; usize::try_from(length).unwrap_or_default()];
    file.read_exact(&mut bytes)?;
    // What may have been added to it since, and what has no length.
    file.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// On systems that don't tell `Contacts.csv` from `contacts.csv` we do, so that a project that builds on one builds
/// on all.
fn differs_in_case_only(real: &Path, asked: &str) -> bool {
    let real = real.to_string_lossy().replace('\\', "/");
    let parts: Vec<&str> = asked.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").collect();
    let asked = parts.join("/");
    real != asked && real.to_lowercase() == asked.to_lowercase()
}

/// The names in a folder, sorted; those that are not Unicode can't be written in a narrative and are left out.
fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// A file that is too large to hold, or may be.
#[derive(Debug)]
struct OnDisk {
    path: PathBuf,
    length: u64,
}

impl Reopenable for OnDisk {
    fn length(&self) -> u64 {
        self.length
    }

    fn open_at(&self, offset: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        let mut file = fs::File::open(&self.path)?;
        file.seek(SeekFrom::Start(offset))?;
        Ok(Box::new(file))
    }

    fn into_bytes(self: Box<Self>) -> io::Result<Vec<u8>> {
        whole(fs::File::open(&self.path)?, self.length)
    }
}

impl Folder for ProjectFolder {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        let bytes = self.open(path)?.into_bytes();
        bytes.map_err(|error| ReadFault::Unreadable(error.to_string()))
    }

    fn read_beside(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        fs::read(self.root.join(path)).map_err(|error| fault(&error))
    }

    fn open(&self, path: &str) -> Result<Box<dyn Reopenable>, ReadFault> {
        let path = self.find(path)?;
        let file = fs::File::open(&path).map_err(|error| fault(&error))?;
        let unreadable = |error: io::Error| ReadFault::Unreadable(error.to_string());
        let length = file.metadata().map_err(unreadable)?.len();
        if length > HELD {
            return Ok(Box::new(OnDisk { path, length }));
        }
        Ok(Box::new(Held::of(whole(file, length).map_err(unreadable)?)))
    }

    fn list(&self) -> Vec<String> {
        let others = self.others.iter().filter(|path| self.find(path).is_ok());
        let mut paths: Vec<String> = self.files.iter().chain(others).cloned().collect();
        paths.sort();
        paths
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::path::Path;

    use super::{Project, ProjectFolder, differs_in_case_only};
    use crate::disk::DiskFault;
    use crate::load::{Folder, ReadFault};

    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("narrative.toml", "n"),
            ("data/b.csv", "b"),
            ("data/a.csv", "a"),
            ("data/.hidden.csv", "h"),
            (".git/config", "g"),
            ("report/figures.csv", "f"),
            ("text/deep/er/foreword.md", "t"),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn open(folder: &Path) -> ProjectFolder {
        ProjectFolder::open(folder, &folder.join("report")).unwrap()
    }

    #[test]
    fn a_file_that_is_too_large_to_hold_at_once_is_read_piece_by_piece_and_as_a_whole() {
        let folder = project();
        let bytes: Vec<u8> = (0..=250).cycle().take(1_100_000).collect();
        fs::write(folder.path().join("large.csv"), &bytes).unwrap();
        let open = open(folder.path());
        let large = open.open("large.csv").unwrap();
        let mut end = Vec::new();
        large.open_at(1_099_990).unwrap().read_to_end(&mut end).unwrap();
        assert_eq!((large.length(), end.as_slice()), (1_100_000, &bytes[1_099_990..]));
        assert_eq!(open.read("large.csv"), Ok(bytes));
    }

    #[test]
    fn the_list_is_sorted_and_skips_what_is_hidden_or_was_built() {
        let folder = project();
        assert_eq!(
            open(folder.path()).list(),
            ["data/a.csv", "data/b.csv", "narrative.toml", "text/deep/er/foreword.md"]
        );
    }

    #[test]
    fn an_output_folder_that_is_the_project_itself_hides_nothing() {
        let folder = project();
        let open = ProjectFolder::open(folder.path(), folder.path()).unwrap();
        assert!(open.list().contains(&"report/figures.csv".to_owned()));
    }

    #[test]
    fn files_are_read_and_what_is_none_is_said() {
        let folder = project();
        let open = open(folder.path());
        assert_eq!(open.read("data/a.csv"), Ok(b"a".to_vec()));
        assert_eq!(open.read("data/c.csv"), Err(ReadFault::NotFound));
        assert_eq!(open.read("narrative.toml/c.csv"), Err(ReadFault::NotFound));
        assert_eq!(open.read("data"), Err(ReadFault::Folder));
        assert_eq!(open.read("../x"), Err(ReadFault::NotFound));
        assert_eq!(open.read("data/../.."), Err(ReadFault::Outside));
    }

    #[test]
    fn an_output_folder_may_hold_none_of_the_files_that_were_read() {
        let folder = project();
        let open = open(folder.path());
        let read = ["narrative.toml", "data/a.csv"];
        for (output, refused) in [
            ("report", false),
            ("elsewhere", false),
            ("data", true),
            (".", true),
            ("data/../data", true),
            ("text", false),
        ] {
            let outcome = open.check_output(&folder.path().join(output), read);
            assert_eq!(outcome.is_err(), refused, "{output}");
        }
    }

    #[test]
    fn case_matters_everywhere() {
        assert!(differs_in_case_only(Path::new("data/contacts.csv"), "data/Contacts.csv"));
        assert!(!differs_in_case_only(Path::new("data/contacts.csv"), "./data//contacts.csv"));
        assert!(!differs_in_case_only(Path::new("data/target.csv"), "data/link.csv"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_may_lead_about_the_folder_but_not_out_of_it() {
        let folder = project();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("secret.csv"), "s").unwrap();
        let link = |target: &Path, name: &str| {
            std::os::unix::fs::symlink(target, folder.path().join(name)).unwrap();
        };
        link(&elsewhere.path().join("secret.csv"), "out.csv");
        link(elsewhere.path(), "outside");
        link(Path::new("data/a.csv"), "inside.csv");
        link(Path::new("nowhere"), "broken.csv");
        link(Path::new("."), "circle");
        let open = open(folder.path());
        assert_eq!(open.read("out.csv"), Err(ReadFault::Outside));
        assert_eq!(open.read("outside/secret.csv"), Err(ReadFault::Outside));
        assert_eq!(open.read("inside.csv"), Ok(b"a".to_vec()));
        assert_eq!(open.read("broken.csv"), Err(ReadFault::NotFound));
        let listed = open.list();
        assert_eq!(listed.iter().filter(|path| path.ends_with(".csv")).count(), 3, "{listed:?}");
    }

    #[test]
    fn a_project_is_a_folder_with_a_narrative_or_a_toml_file() {
        let folder = project();
        let found = Project::find(folder.path()).unwrap();
        assert_eq!((found.folder.as_path(), found.narrative.as_str()), (folder.path(), "narrative.toml"));
        let file = folder.path().join("short.toml");
        fs::write(&file, "").unwrap();
        assert_eq!(Project::find(&file).unwrap().narrative, "short.toml");
        assert_eq!(Project::find(&file).unwrap().default_output(), folder.path().join("report"));
        assert!(matches!(Project::find(&folder.path().join("nowhere")), Err(DiskFault::NoProject(_))));
        assert!(matches!(Project::find(&folder.path().join("data")), Err(DiskFault::NoNarrative(..))));
        assert!(matches!(Project::find(&folder.path().join("data/a.csv")), Err(DiskFault::NotAProject(_))));
    }
}
