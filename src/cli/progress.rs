//! How far a large file has been read: a bar on the error stream, where a terminal looks on. The only user of the
//! library that draws it.

use std::io::{self, Read};

use indicatif::{ProgressBar, ProgressStyle};

use crate::load::{Folder, ReadFault, Reopenable};

/// The smallest file for which a bar is drawn, in bytes: 32 MiB. What is smaller is read before anyone could see it.
const SMALLEST: u64 = 32 << 20;
/// How many bytes are read before it is drawn, since files are also opened to look at their beginning.
const BEGINNING: u64 = 1 << 20;
const STYLE: &str = "{msg} {wide_bar} {percent}% ({eta} left)";

/// A folder whose large files show how far they have been read.
pub(super) struct Watched<'f, F>(pub(super) &'f F);

impl<F: Folder> Folder for Watched<'_, F> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.read(path)
    }

    fn read_beside(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.read_beside(path)
    }

    fn open(&self, path: &str) -> Result<Box<dyn Reopenable>, ReadFault> {
        let file = self.0.open(path)?;
        if file.length() < SMALLEST {
            return Ok(file);
        }
        Ok(Box::new(Large { file, path: path.to_owned() }))
    }

    fn list(&self) -> Vec<String> {
        self.0.list()
    }
}

struct Large {
    file: Box<dyn Reopenable>,
    path: String,
}

impl Reopenable for Large {
    fn length(&self) -> u64 {
        self.file.length()
    }

    fn open_at(&self, offset: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        // It hides itself where the error stream is no terminal.
        let bar = ProgressBar::new(self.length()).with_message(self.path.clone());
        bar.set_style(ProgressStyle::with_template(STYLE).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Ok(Box::new(Reading { read: self.file.open_at(offset)?, offset, passed: 0, bar }))
    }
}

/// A file while it is read.
struct Reading<'f> {
    read: Box<dyn Read + Send + 'f>,
    offset: u64,
    passed: u64,
    bar: ProgressBar,
}

impl Read for Reading<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.read.read(to)?;
        self.passed = self.passed.saturating_add(u64::try_from(read).unwrap_or(0));
        if self.passed > BEGINNING {
            self.bar.set_position(self.offset.saturating_add(self.passed));
        }
        Ok(read)
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{SMALLEST, Watched};
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
        let file = Watched(&One).open("large.csv").unwrap();
        assert_eq!(file.length(), SMALLEST + 1);
        let mut end = Vec::new();
        file.open_at(SMALLEST - 3).unwrap().read_to_end(&mut end).unwrap();
        assert_eq!(end, b"xxxx");
        let mut all = Vec::new();
        file.open_at(0).unwrap().read_to_end(&mut all).unwrap();
        assert_eq!(Ok(all), One.read("large.csv"));
        assert_eq!(Watched(&One).list(), One.list());
    }
}
