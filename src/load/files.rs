//! The files of a project as they are read: each once, decoded and numbered, with findings for those that can't be.

use crate::diagnostic::{Finding, Findings, codes::files as codes};
use crate::hash::fingerprint;
use crate::model::{FileId, Place, SourceFile, WorkbookSheet, fold, folds_to};
use crate::suggest::did_you_mean;

use super::cases::Read;
use super::reopenable::{Held, Reopenable};
use super::supplied::{Source, Supplied, Unsupplied, source};
use super::workbook::WorkbookFault;

/// The project folder, as `disk` or a test gives it. Paths are within it, with forward slashes.
pub trait Folder: Sync {
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

    /// The bytes of a file that may stand in another project: what was published before, and nothing else.
    ///
    /// # Errors
    /// Says why there are none.
    fn read_beside(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.read(path)
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
    /// It is a folder.
    Folder,
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
        let read = self.bytes(path);
        self.keep(path, read, named_at, findings)
    }

    /// Reads what was published before, which may stand in another project. Faults become findings.
    pub fn read_beside(
        &mut self,
        path: &str,
        named_at: Option<Place>,
        findings: &mut Findings,
    ) -> Option<FileId> {
        let read = self.folder.read_beside(path);
        self.keep(path, read, named_at, findings)
    }

    /// Reads `path`, if there is such a file. Other faults become findings.
    pub fn read_if_there(&mut self, path: &str, findings: &mut Findings) -> Option<FileId> {
        match self.folder.read(path) {
            Err(ReadFault::NotFound) => None,
            read => self.keep(path, read, None, findings),
        }
    }

    fn keep(
        &mut self,
        path: &str,
        read: Result<Vec<u8>, ReadFault>,
        named_at: Option<Place>,
        findings: &mut Findings,
    ) -> Option<FileId> {
        match read {
            Ok(bytes) => self.hold(Source::of_text(path, bytes), findings),
            Err(fault) => {
                findings.push(self.fault(path, named_at, &fault));
                None
            }
        }
    }

    /// Takes in a file that was read.
    fn hold(&mut self, Source { file, as_windows_1252 }: Source, findings: &mut Findings) -> Option<FileId> {
        let id = FileId(u32::try_from(self.files.len()).ok()?);
        if as_windows_1252 {
            let message = format!("`{}` is not UTF-8 and was read as Windows-1252", file.path);
            findings.push(Finding::new(&codes::READ_AS_WINDOWS_1252, message).at(Place::start_of(id)));
        }
        self.files.push(file);
        Some(id)
    }

    /// Opens a file of rows: one of text, or of a workbook the sheet that is named or the only one that shows.
    pub(super) fn open(&self, (path, sheet): (&str, Option<&str>)) -> Result<Supplied, Unsupplied> {
        if leads_out(path) {
            return Err(Unsupplied::Read(ReadFault::Outside));
        }
        let raw = self.folder.open(path).map_err(Unsupplied::Read)?;
        Supplied::of(raw, sheet)
    }

    /// Whether a folder named at `named_at` could lie in the project; that it can't becomes a finding.
    #[must_use]
    pub fn holds(&self, folder: &str, named_at: Option<Place>, findings: &mut Findings) -> bool {
        if leads_out(folder) {
            findings.push(self.fault(folder, named_at, &ReadFault::Outside));
        }
        !leads_out(folder)
    }

    /// The bytes of a file that is no text, named at `named_at`. Faults become findings.
    pub fn picture(&mut self, path: &str, named_at: Place, findings: &mut Findings) -> Option<Vec<u8>> {
        let bytes = self.fetch(path, Some(named_at), findings)?;
        let file = source(path, String::new(), fingerprint(&bytes));
        if !self.files.iter().any(|known| known.path == path) {
            self.files.push(file);
        }
        Some(bytes)
    }

    fn fetch(&self, path: &str, named_at: Option<Place>, findings: &mut Findings) -> Option<Vec<u8>> {
        self.bytes(path).map_err(|fault| findings.push(self.fault(path, named_at, &fault))).ok()
    }

    /// Reads a table: a file of text, or of a workbook the sheet that is named or the only one that shows. Given again,
    /// it has the number that it got before. Faults become findings.
    pub fn read_table(
        &mut self,
        named: (&str, Option<&str>),
        named_at: Place,
        findings: &mut Findings,
    ) -> Option<FileId> {
        let opened = self.open(named);
        self.hold_table(named, opened.and_then(|table| table.into_source(named.0)), named_at, findings)
    }

    /// Takes in a table that was read, or tells why there is none. Given again, it has the number that it got before.
    pub(super) fn hold_table(
        &mut self,
        (path, sheet): (&str, Option<&str>),
        read: Result<Source, Unsupplied>,
        named_at: Place,
        findings: &mut Findings,
    ) -> Option<FileId> {
        let is_known = |file: &SourceFile| {
            let is_it = |of: &WorkbookSheet| sheet.is_some_and(|sheet| folds_to(sheet, &fold(&of.name)));
            file.path == path && (sheet.is_none() || file.sheet.as_ref().is_some_and(is_it))
        };
        if let Some(known) = self.files.iter().position(is_known) {
            return u32::try_from(known).ok().map(FileId);
        }
        let finding = match read {
            Ok(Source { file: SourceFile { sheet: None, .. }, .. }) if sheet.is_some() => {
                sheet_of_text(path).at(named_at)
            }
            Ok(read) => return self.hold(read, findings),
            Err(Unsupplied::Read(fault)) => self.fault(path, Some(named_at), &fault),
            Err(Unsupplied::Workbook(fault)) => workbook_fault(path, sheet, fault).at(named_at),
        };
        findings.push(finding);
        None
    }

    /// The number of a case list, of which nothing is kept yet.
    pub(super) fn begin_list(&mut self, path: &str) -> Option<FileId> {
        self.include(path, "")
    }

    /// Keeps of a case list what may be: its headings, the cells that findings point at, what was counted.
    pub(super) fn end_list(&mut self, id: FileId, read: Read) {
        let Read { text, fingerprint, kept, sheet } = read;
        let file = usize::try_from(id.0).ok().and_then(|index| self.files.get_mut(index));
        if let Some(file) = file {
            *file = SourceFile {
                path: std::mem::take(&mut file.path),
                text,
                fingerprint,
                case_list: Some(kept),
                sheet,
            };
        }
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        if leads_out(path) { Err(ReadFault::Outside) } else { self.folder.read(path) }
    }

    fn fault(&self, path: &str, named_at: Option<Place>, fault: &ReadFault) -> Finding {
        let finding = match fault {
            // Only what was published before may stand outside.
            ReadFault::NotFound if leads_out(path) => {
                Finding::new(&codes::FILE_NOT_FOUND, format!("there is no file `{path}`"))
                    .help("build the report that it belongs to, or correct the path; without it nothing is set beside what was published")
            }
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
            ReadFault::Folder => {
                let finding =
                    Finding::new(&codes::FILE_NOT_READABLE, format!("`{path}` is a folder and not a file"));
                finding.help(format!("name the file in it, or all of them with a pattern: `{path}/*.csv`"))
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
        let file = source(path, text.to_owned(), fingerprint(text.as_bytes()));
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

fn sheet_of_text(path: &str) -> Finding {
    let message = format!("`{path}` is not a workbook, so it has no sheets");
    Finding::new(&codes::WHICH_SHEET, message).help("take `sheet` away, or name the workbook")
}

fn workbook_fault(path: &str, wanted: Option<&str>, fault: WorkbookFault) -> Finding {
    match fault {
        WorkbookFault::WhichSheet(names) => {
            let listed: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let message = match wanted {
                Some(wanted) => format!("`{path}` has no sheet `{wanted}`"),
                None => format!("`{path}` has several sheets, and none is named"),
            };
            let near = wanted.and_then(|wanted| did_you_mean(wanted, names.iter().map(String::as_str)));
            let finding = Finding::new(&codes::WHICH_SHEET, message)
                .help(format!("its sheets are {}", listed.join(", ")));
            let example =
                names.first().map(|name| format!("name one of them beside the file: `sheet = \"{name}\"`"));
            near.or(example).into_iter().fold(finding, Finding::help)
        }
        WorkbookFault::OldOrLocked => {
            let message = format!("`{path}` is a workbook with a password, or in the form before 2007");
            Finding::new(&codes::WORKBOOK_NOT_READABLE, message)
                .help("open it in a spreadsheet program and save it without a password, as an Excel workbook (.xlsx)")
        }
        WorkbookFault::Damaged(why) => {
            let message = format!("`{path}` can't be read as a workbook: {why}");
            Finding::new(&codes::WORKBOOK_NOT_READABLE, message).help(
                "open it in a spreadsheet program and save it again as an Excel workbook (.xlsx) or as CSV",
            )
        }
    }
}

/// Whether a path as written could lead out of the folder: absolute, with a drive, or with `..` in it.
fn leads_out(path: &str) -> bool {
    let parts = || path.split(['/', '\\']);
    path.starts_with(['/', '\\']) || path.contains(':') || parts().any(|part| part == "..")
}
