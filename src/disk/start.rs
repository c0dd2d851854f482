//! Writes a new project: into a folder that is not there or has nothing in it, and all of it or nothing.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::DiskFault;
use super::file_system::{Computer, FileSystem, Standing};

/// Writes `files`, whose paths are within the project and parted by slashes, into `folder`, in their order. Whoever
/// puts the narrative last leaves no half of a project behind that could be taken for one, even when killed.
///
/// # Errors
/// Something stands there that is not an empty folder, or the computer refuses. Nothing then stands that did not
/// before, unless the fault says otherwise.
pub fn start(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), DiskFault> {
    start_through(&Computer, folder, files)
}

fn start_through(
    computer: &dyn FileSystem,
    folder: &Path,
    files: &[(String, Vec<u8>)],
) -> Result<(), DiskFault> {
    match computer.is_free(folder) {
        Ok(true) => {}
        Ok(false) => return Err(DiskFault::Taken(folder.to_owned())),
        Err(_) if computer.standing(folder).is_ok_and(|there| there == Standing::File) => {
            return Err(DiskFault::Taken(folder.to_owned()));
        }
        Err(why) => return Err(DiskFault::failed("look into", folder)(why)),
    }
    let mut start = Start { computer, made: Vec::new() };
    match start.write(folder, files) {
        Ok(()) => Ok(()),
        Err(fault) => Err(start.take_back(fault)),
    }
}

/// Something that was not there before.
enum Made {
    File(PathBuf),
    Folder(PathBuf),
}

/// A project half written.
struct Start<'a> {
    computer: &'a dyn FileSystem,
    /// In the order in which it was made.
    made: Vec<Made>,
}

impl Start<'_> {
    fn write(&mut self, folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), DiskFault> {
        self.make_folder(folder)?;
        for (path, content) in files {
            let path = folder.join(path);
            if let Some(within) = path.parent() {
                self.make_folder(within)?;
            }
            self.write_file(&path, content)?;
        }
        Ok(())
    }

    /// Makes the folder and those above it that are not there, each on its own, so that each can be taken back.
    fn make_folder(&mut self, folder: &Path) -> Result<(), DiskFault> {
        let mut missing = Vec::new();
        for above in folder.ancestors().filter(|above| !above.as_os_str().is_empty()) {
            let standing = self.computer.standing(above).map_err(DiskFault::failed("look at", above))?;
            if standing != Standing::Nothing {
                break;
            }
            missing.push(above);
        }
        for folder in missing.into_iter().rev() {
            self.computer.create_folder(folder).map_err(DiskFault::failed("make the folder", folder))?;
            self.made.push(Made::Folder(folder.to_owned()));
        }
        Ok(())
    }

    fn write_file(&mut self, path: &Path, content: &[u8]) -> Result<(), DiskFault> {
        let written = self.computer.write_new(path, content);
        // A failure leaves half a file, unless somebody else's had come to stand there.
        if written.as_ref().err().is_none_or(|why| why.kind() != ErrorKind::AlreadyExists) {
            self.made.push(Made::File(path.to_owned()));
        }
        written.map_err(DiskFault::failed("write", path))
    }

    /// Removes what was made, the last first.
    fn take_back(&self, fault: DiskFault) -> DiskFault {
        let mut left = Vec::new();
        for made in self.made.iter().rev() {
            let (path, removed) = match made {
                Made::File(path) => (path, self.computer.remove(path)),
                Made::Folder(path) => (path, self.computer.remove_folder(path)),
            };
            match removed {
                Err(why) if why.kind() != ErrorKind::NotFound => left.push(path.clone()),
                _ => {}
            }
        }
        if left.is_empty() { fault } else { DiskFault::Left(Box::new(fault), left) }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{start, start_through};
    use crate::disk::DiskFault;
    use crate::disk::faulty::Faulty;

    fn project() -> Vec<(String, Vec<u8>)> {
        [("data/a.csv", "a"), ("data/deep/b.csv", "b"), ("narrative.toml", "n")]
            .map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()))
            .to_vec()
    }

    /// Every path below a folder, folders too, sorted.
    fn below(folder: &Path) -> Vec<PathBuf> {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        for inner in paths.clone().iter().filter(|path| path.is_dir()) {
            paths.extend(below(inner));
        }
        paths.sort();
        paths
    }

    #[test]
    fn a_project_goes_into_a_new_folder_or_an_empty_one() {
        let root = tempfile::tempdir().unwrap();
        let (new, empty) = (root.path().join("above/new"), root.path().join("empty"));
        fs::create_dir(&empty).unwrap();
        for folder in [new, empty] {
            start(&folder, &project()).unwrap();
            for (path, content) in project() {
                assert_eq!(fs::read(folder.join(path)).unwrap(), content);
            }
        }
    }

    #[test]
    fn what_stands_in_the_way_is_left_as_it_is() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("file"), "theirs").unwrap();
        fs::create_dir(root.path().join("full")).unwrap();
        fs::write(root.path().join("full/.hidden"), "theirs").unwrap();
        let before = below(root.path());
        for name in ["file", "full", "."] {
            let refused = start(&root.path().join(name), &project());
            assert!(matches!(refused, Err(DiskFault::Taken(_))), "{name}: {refused:?}");
        }
        let refused = start(&root.path().join("file/inner"), &project());
        assert!(matches!(refused, Err(DiskFault::Failed { .. })), "{refused:?}");
        assert_eq!(below(root.path()), before);
        assert_eq!(fs::read_to_string(root.path().join("file")).unwrap(), "theirs");
    }

    #[test]
    fn whichever_operation_fails_nothing_is_left() {
        let operations = {
            let root = tempfile::tempdir().unwrap();
            let counting = Faulty::new(usize::MAX, false);
            start_through(&counting, &root.path().join("above/new"), &project()).unwrap();
            counting.done.into_inner()
        };
        assert!(operations > 10, "the injection sees {operations} operations only");
        for at in 0..operations {
            let root = tempfile::tempdir().unwrap();
            let failed = start_through(&Faulty::new(at, false), &root.path().join("above/new"), &project());
            assert!(matches!(failed, Err(DiskFault::Failed { .. })), "operation {at}: {failed:?}");
            assert_eq!(below(root.path()), Vec::<PathBuf>::new(), "operation {at}");
        }
    }

    #[test]
    fn killed_before_any_operation_there_is_no_narrative_unless_all_is_there() {
        for at in 0..20 {
            let root = tempfile::tempdir().unwrap();
            let new = root.path().join("new");
            let outcome = start_through(&Faulty::new(at, true), &new, &project());
            let narrative = fs::read_to_string(new.join("narrative.toml")).unwrap_or_default();
            assert!(outcome.is_ok() || narrative != "n", "operation {at}");
            if let Err(DiskFault::Left(_, paths)) = outcome {
                assert!(paths.iter().all(|path| path.exists()), "operation {at}: {paths:?}");
            }
        }
    }
}
