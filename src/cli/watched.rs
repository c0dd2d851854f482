//! A project's folder while it is read: how many files have been, and of large ones how far.

use std::io::{self, Read};

use crate::load::{Folder, ReadFault, Reopenable};

use super::progress::{Line, Progress};

/// The smallest file that has a bar of its own, in bytes: 32 MiB. What is smaller is read before anyone could see it.
const SMALLEST: u64 = 32 << 20;
/// How many bytes are read before it is drawn, since files are also opened to look at their beginning.
const BEGINNING: u64 = 1 << 20;

/// A folder whose files are counted as they are read, and of which large ones show how far they have been read.
pub(super) struct Watched<'f, F> {
    pub(super) folder: &'f F,
    pub(super) progress: &'f Progress,
    pub(super) line: Line,
}

impl<F: Folder> Folder for Watched<'_, F> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.line.one_more();
        self.folder.read(path)
    }

    fn read_beside(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.line.one_more();
        self.folder.read_beside(path)
    }

    fn open(&self, path: &str) -> Result<Box<dyn Reopenable>, ReadFault> {
        self.line.one_more();
        let file = self.folder.open(path)?;
        if file.length() < SMALLEST {
            return Ok(file);
        }
        Ok(Box::new(Large { file, path: path.to_owned(), progress: self.progress.clone() }))
    }

    fn list(&self) -> Vec<String> {
        self.folder.list()
    }
}

struct Large {
    file: Box<dyn Reopenable>,
    path: String,
    progress: Progress,
}

impl Reopenable for Large {
    fn length(&self) -> u64 {
        self.file.length()
    }

    fn open_at(&self, offset: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        let line = Line::default();
        Ok(Box::new(Reading { read: self.file.open_at(offset)?, of: self, offset, passed: 0, line }))
    }

    fn into_bytes(self: Box<Self>) -> io::Result<Vec<u8>> {
        self.file.into_bytes()
    }
}

/// A file while it is read.
struct Reading<'f> {
    read: Box<dyn Read + Send + 'f>,
    of: &'f Large,
    offset: u64,
    passed: u64,
    line: Line,
}

impl Read for Reading<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.read.read(to)?;
        self.passed = self.passed.saturating_add(u64::try_from(read).unwrap_or(0));
        if self.passed > BEGINNING {
            if !self.line.is_there() {
                self.line = self.of.progress.of_file(&self.of.path, self.of.length());
            }
            self.line.is_at(self.offset.saturating_add(self.passed));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{SMALLEST, Watched};
    use crate::cli::progress::{Line, Progress};
    use crate::load::{Folder, ReadFault};

    /// A folder with one large file in it.
    struct One;

    impl Folder for One {
        fn read(&self, _: &str) -> Result<Vec<u8>, ReadFault> {
            Ok(vec![b'x'; usize::try_from(SMALLEST).unwrap() + 1])
        }

        fn list(&self) -> Vec<String> {
            vec!["large.csv".to_owned()]
        }
    }

    #[test]
    fn a_file_that_is_watched_gives_the_same_bytes() {
        let progress = Progress::default();
        let watched = Watched { folder: &One, progress: &progress, line: Line::default() };
        let file = watched.open("large.csv").unwrap();
        assert_eq!(file.length(), SMALLEST + 1);
        let mut end = Vec::new();
        file.open_at(SMALLEST - 3).unwrap().read_to_end(&mut end).unwrap();
        assert_eq!(end, b"xxxx");
        let mut all = Vec::new();
        file.open_at(0).unwrap().read_to_end(&mut all).unwrap();
        assert_eq!(Ok(all), One.read("large.csv"));
        assert_eq!(watched.list(), One.list());
    }
}
