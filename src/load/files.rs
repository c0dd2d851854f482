//! The files of a project as they are read: each once, decoded and numbered, with findings for those that can't be.

use crate::diagnostic::{Finding, Findings, codes::files as codes};
use crate::hash::sha256;
use crate::model::{FileId, Place, SourceFile};
use crate::suggest::did_you_mean;

use super::encoding::decode;
use super::reopenable::{Held, Reopenable};

/// The project folder, as `disk` or a test gives it. Paths are within it, with forward slashes.
pub trait Folder {
    /// The bytes of a file.
    ///
    /// # Errors
    /// Says why there are none.
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault>;

    /// A file to be read piece by piece, for what is too large to hold.
    ///
    /// # Errors
    /// Says why it can't be had.
    fn open(&self, path: &str) -> Result<Box<dyn Reopenable>, ReadFault> {
        Ok(Box::new(Held::of(self.read(path)?)))
    }

    /// The paths of all files in it, sorted; for globs and for "did you mean".
    fn list(&self) -> Vec<String>;
}

/// Why a file can't be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// No such file.
    NotFound,
    /// The path leads out of the folder.
    Outside,
    /// It is there but can't be read; the computer's words for why.
    Unreadable(String),
}

/// The files read so far.
pub struct Files<'a> {
    folder: &'a dyn Folder,
    files: Vec<SourceFile>,
}

impl<'a> Files<'a> {
    /// None read yet.
    #[must_use]
    pub fn of(folder: &'a dyn Folder) -> Self {
        Self { folder, files: Vec::new() }
    }

    /// Reads `path`, named at `named_at`, or gives the number it got when it was read before. Faults become findings.
    pub fn read(&mut self, path: &str, named_at: Option<Place>, findings: &mut Findings) -> Option<FileId> {
        if let Some(known) = self.files.iter().position(|file| file.path == path) {
            return u32::try_from(known).ok().map(FileId);
        }
        let read = if leads_out(path) { Err(ReadFault::Outside) } else { self.folder.read(path) };
        match read {
            Ok(bytes) => {
                let id = FileId(u32::try_from(self.files.len()).ok()?);
                let (text, as_windows_1252) = decode(&bytes);
                self.files.push(SourceFile { path: path.to_owned(), text, sha256: sha256(&bytes) });
                if as_windows_1252 {
                    let message = format!("`{path}` is not UTF-8 and was read as Windows-1252");
                    findings
                        .push(Finding::new(&codes::READ_AS_WINDOWS_1252, message).at(Place::start_of(id)));
                }
                Some(id)
            }
            Err(fault) => {
                findings.push(self.fault(path, named_at, &fault));
                None
            }
        }
    }

    /// Whether a folder named at `named_at` could lie in the project; that it can't becomes a finding.
    #[must_use]
    pub fn holds(&self, folder: &str, named_at: Option<Place>, findings: &mut Findings) -> bool {
        if leads_out(folder) {
            findings.push(self.fault(folder, named_at, &ReadFault::Outside));
        }
        !leads_out(folder)
    }

    fn fault(&self, path: &str, named_at: Option<Place>, fault: &ReadFault) -> Finding {
        let finding = match fault {
            ReadFault::NotFound => {
                let finding =
                    Finding::new(&codes::FILE_NOT_FOUND, format!("`{path}` is not in the project folder"));
                let listed = self.folder.list();
                let near = did_you_mean(path, listed.iter().map(String::as_str));
                finding.help(near.unwrap_or_else(|| "put the file there, or correct its name".to_owned()))
            }
            ReadFault::Outside => {
                Finding::new(&codes::OUTSIDE_PROJECT, format!("`{path}` leads out of the project folder"))
                    .help("copy it into the project folder and name it there")
            }
            ReadFault::Unreadable(why) => {
                Finding::new(&codes::FILE_NOT_READABLE, format!("`{path}` can't be read: {why}"))
                    .help("close it in other programs and check that it opens in a text editor")
            }
        };
        match named_at {
            Some(place) => finding.at(place),
            None => finding,
        }
    }

    /// Takes in a text that is part of the program, so that findings can point into it. `path` is what they call it.
    pub fn include(&mut self, path: &str, text: &str) -> Option<FileId> {
        let id = FileId(u32::try_from(self.files.len()).ok()?);
        let file =
            SourceFile { path: path.to_owned(), text: text.to_owned(), sha256: sha256(text.as_bytes()) };
        self.files.push(file);
        Some(id)
    }

    /// A file that was read.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(usize::try_from(id.0).ok()?)
    }

    /// The paths of all files in the folder, sorted, read or not.
    #[must_use]
    pub fn list(&self) -> Vec<String> {
        self.folder.list()
    }

    /// The files read so far, in the order of their numbers.
    #[must_use]
    pub fn sources(&self) -> &[SourceFile] {
        &self.files
    }

    /// All files that were read, in the order of their numbers.
    #[must_use]
    pub fn into_sources(self) -> Vec<SourceFile> {
        self.files
    }
}

/// Whether a path as written could lead out of the folder: absolute, with a drive, or with `..` in it.
fn leads_out(path: &str) -> bool {
    let parts = || path.split(['/', '\\']);
    path.starts_with(['/', '\\']) || path.contains(':') || parts().any(|part| part == "..")
}
