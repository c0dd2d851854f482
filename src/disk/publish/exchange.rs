//! The exchange of a set of files: staged, the old ones kept, renamed; on a failure put back.

use std::io;
use std::path::{Path, PathBuf};

use crate::disk::DiskFault;
use crate::disk::file_system::{FileSystem, Standing};
use crate::disk::names::{PENDING, temporary};
use crate::disk::survey::Change;

/// How a change is taken back.
enum Undo {
    /// What was kept goes back under its name.
    PutBack(String),
    /// What was added goes.
    TakeAway(String),
}

/// An exchange under way.
pub(super) struct Exchange<'a> {
    files: &'a dyn FileSystem,
    out: &'a Path,
    /// Temporary files that may be there.
    temporary: Vec<PathBuf>,
    /// What to take back, in the order in which it was done.
    undo: Vec<Undo>,
}

impl<'a> Exchange<'a> {
    /// Nothing done yet.
    pub(super) fn of(files: &'a dyn FileSystem, out: &'a Path) -> Self {
        Self { files, out, temporary: Vec::new(), undo: Vec::new() }
    }

    /// Makes all the changes, in their order, or none. The first is the note of intent, the last the manifest.
    pub(super) fn run(mut self, changes: &[Change]) -> Result<(), DiskFault> {
        let done = self.stage(changes).and_then(|()| self.keep(changes)).and_then(|()| self.swap(changes));
        match done {
            Ok(()) => {
                // The new set stands. What can't be cleared away now, the next build clears away.
                let _ = self.files.remove(&self.out.join(PENDING));
                self.clear();
                Ok(())
            }
            Err(fault) => Err(self.put_back(fault)),
        }
    }

    /// Writes every new content whole under a temporary name: when the disk is full, it is full here.
    fn stage(&mut self, changes: &[Change]) -> Result<(), DiskFault> {
        for change in changes {
            if let Change::Add(name, content) | Change::Replace(name, content) = change {
                let staged = self.temporary(name, "new");
                let written = self.files.write_new(&staged, content.as_bytes());
                written.map_err(DiskFault::failed("write", &self.out.join(name)))?;
            }
        }
        Ok(())
    }

    /// Gives every old content a second name to come back from.
    fn keep(&mut self, changes: &[Change]) -> Result<(), DiskFault> {
        for change in changes {
            if let Change::Replace(name, _) | Change::Remove(name) = change {
                let path = self.out.join(name);
                let kept = self.temporary(name, "old");
                self.files.keep(&path, &kept).map_err(DiskFault::failed("keep a copy of", &path))?;
            }
        }
        Ok(())
    }

    fn swap(&mut self, changes: &[Change]) -> Result<(), DiskFault> {
        for change in changes {
            let path = self.out.join(change.name());
            let staged = self.out.join(temporary(change.name(), "new"));
            match change {
                Change::Add(name, _) => {
                    self.still_free(&path)?;
                    self.undo.push(Undo::TakeAway(name.clone()));
                    self.files.rename(&staged, &path).map_err(DiskFault::failed("write", &path))?;
                }
                // Noted before it is done: some network shares report a failure for what they did.
                Change::Replace(name, _) => {
                    self.undo.push(Undo::PutBack(name.clone()));
                    self.files.rename(&staged, &path).map_err(DiskFault::failed("replace", &path))?;
                }
                Change::Remove(name) => {
                    self.undo.push(Undo::PutBack(name.clone()));
                    self.files.remove(&path).map_err(DiskFault::failed("remove", &path))?;
                }
            }
        }
        Ok(())
    }

    /// Looks once more before a new name is taken, since somebody may have put a file there meanwhile.
    fn still_free(&self, path: &Path) -> Result<(), DiskFault> {
        match self.files.standing(path).map_err(DiskFault::failed("look at", path))? {
            Standing::Nothing => Ok(()),
            Standing::File | Standing::Other => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                Err(DiskFault::Foreign(self.out.to_owned(), name.into_iter().collect()))
            }
        }
    }

    /// Takes back what was done, the last first. The note of intent, which was the first, stays where something
    /// could not be taken back, so that the next build knows every file of ours.
    fn put_back(&self, fault: DiskFault) -> DiskFault {
        let mut failed = Vec::new();
        for undo in self.undo.iter().rev() {
            let (Undo::PutBack(name) | Undo::TakeAway(name)) = undo;
            if name == PENDING && !failed.is_empty() {
                break;
            }
            if self.take_back(undo).is_err() {
                failed.push(name.clone());
            }
        }
        if failed.is_empty() {
            self.clear();
            fault
        } else {
            DiskFault::NotPutBack(Box::new(fault), failed)
        }
    }

    fn take_back(&self, undo: &Undo) -> io::Result<()> {
        match undo {
            Undo::PutBack(name) => {
                self.files.rename(&self.out.join(temporary(name, "old")), &self.out.join(name))
            }
            // Where the new content still waits under its temporary name, it never took this one.
            Undo::TakeAway(name) => match self.files.standing(&self.out.join(temporary(name, "new")))? {
                Standing::File => Ok(()),
                Standing::Nothing | Standing::Other => self.files.remove(&self.out.join(name)),
            },
        }
    }

    fn temporary(&mut self, name: &str, purpose: &str) -> PathBuf {
        let path = self.out.join(temporary(name, purpose));
        self.temporary.push(path.clone());
        path
    }

    /// Removes the temporary files that are still there; most have become pages by now.
    fn clear(&self) {
        for path in &self.temporary {
            let _ = self.files.remove(path);
        }
    }
}
