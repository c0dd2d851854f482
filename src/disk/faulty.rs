//! For tests: a file system that fails where it is told to.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::file_system::{Computer, FileSystem, Standing};

/// The computer's file system, of which operation number `at` fails, and all later ones where it is `dead`.
pub(super) struct Faulty {
    at: usize,
    dead: bool,
    /// How many operations there have been.
    pub(super) done: AtomicUsize,
}

impl Faulty {
    pub(super) fn new(at: usize, dead: bool) -> Self {
        Self { at, dead, done: AtomicUsize::new(0) }
    }

    fn fails(&self) -> bool {
        let number = self.done.fetch_add(1, Ordering::Relaxed);
        number == self.at || (self.dead && number > self.at)
    }

    fn or<T>(&self, real: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        if self.fails() { Err(io::Error::other("injected")) } else { real() }
    }
}

impl FileSystem for Faulty {
    fn standing(&self, path: &Path) -> io::Result<Standing> {
        self.or(|| Computer.standing(path))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.or(|| Computer.list(folder))
    }
    fn is_free(&self, folder: &Path) -> io::Result<bool> {
        self.or(|| Computer.is_free(folder))
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.or(|| Computer.read(path))
    }
    fn holds(&self, path: &Path, content: &[u8]) -> io::Result<bool> {
        self.or(|| Computer.holds(path, content))
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.or(|| Computer.create_folder(folder))
    }
    fn write_new(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let first = self.done.load(Ordering::Relaxed) == self.at;
        self.or(|| Computer.write_new(path, content)).inspect_err(|_| {
            // The disk was full, or the program killed, in the middle of the file.
            if first {
                let _ = Computer.write_new(path, &content[..content.len() / 2]);
            }
        })
    }
    fn keep(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.or(|| Computer.keep(from, to))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.or(|| Computer.rename(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.or(|| Computer.remove(path))
    }
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.or(|| Computer.remove_folder(folder))
    }
}
