//! The few things that writing does with files, as a trait: so that a test can make any one of them fail.

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// What stands under a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing.
    Nothing,
    /// A regular file.
    File,
    /// A link, a folder, a device: never written to.
    Other,
}

/// What writing asks of the computer. None of these follows a link in the last part of a path, apart from
/// `create_folder`, `list` and `is_free`.
pub(super) trait FileSystem: Sync {
    /// What stands there.
    fn standing(&self, path: &Path) -> io::Result<Standing>;
    /// The names in a folder; none where there is no such folder. Names that are not Unicode are left out: none of
    /// ours is such.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Whether there is no such folder, or nothing in it.
    fn is_free(&self, folder: &Path) -> io::Result<bool>;
    /// The bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Whether a file has these bytes.
    fn holds(&self, path: &Path, content: &[u8]) -> io::Result<bool>;
    /// Makes a folder and those above it; nothing where it is there.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file that was not there.
    fn write_new(&self, path: &Path, content: &[u8]) -> io::Result<()>;
    /// Makes the content of `from` stand under `to` as well, which was not there.
    fn keep(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts `from` in the place of `to` at once, whether or not there is something there.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder that has nothing in it.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
}

/// How many bytes of a file are compared at a time: as many as a processor keeps near.
const PIECE: usize = 1 << 15;

/// The computer's own file system.
pub(super) struct Computer;

impl FileSystem for Computer {
    fn standing(&self, path: &Path) -> io::Result<Standing> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_file() => Ok(Standing::File),
            Ok(_) => Ok(Standing::Other),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Standing::Nothing),
            Err(error) => Err(error),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let names = entries.map(|entry| Ok(entry?.file_name().into_string().ok()));
        let names: Vec<Option<String>> = names.collect::<io::Result<_>>()?;
        let mut names: Vec<String> = names.into_iter().flatten().collect();
        names.sort();
        Ok(names)
    }

    fn is_free(&self, folder: &Path) -> io::Result<bool> {
        match fs::read_dir(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
            entries => Ok(entries?.next().is_none()),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn holds(&self, path: &Path, content: &[u8]) -> io::Result<bool> {
        let mut file = fs::File::open(path)?;
        let (mut piece, mut rest) = ([0; PIECE], content);
        loop {
            let read = match file.read(&mut piece) {
                Ok(0) => return Ok(rest.is_empty()),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                read => read?,
            };
            match piece.get(..read).and_then(|piece| rest.strip_prefix(piece)) {
                Some(after) => rest = after,
                None => return Ok(false),
            }
        }
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn write_new(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        fs::File::create_new(path)?.write_all(content)
    }

    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A second name costs nothing, but some file systems (memory sticks, network shares) have no such thing.
        fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }
}
