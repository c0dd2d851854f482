//! A file that can be opened again and again: what case lists are read from, since they may be too large to hold.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};

/// A file that can be opened again and again, from several threads.
pub trait Reopenable: Send + Sync {
    /// How many bytes it has.
    fn length(&self) -> u64;

    /// A reader of it from byte `offset` on. It is not buffered.
    ///
    /// # Errors
    /// The file can't be opened any more.
    fn open_at(&self, offset: u64) -> io::Result<Box<dyn Read + Send + '_>>;

    /// Its first bytes, so many at most.
    ///
    /// # Errors
    /// It can't be read.
    fn beginning(&self, most: usize) -> io::Result<Cow<'_, [u8]>> {
        let mut bytes = Vec::new();
        self.open_at(0)?.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        Ok(Cow::Owned(bytes))
    }

    /// All its bytes.
    ///
    /// # Errors
    /// It can't be read, or is too large to hold.
    fn into_bytes(self: Box<Self>) -> io::Result<Vec<u8>>;
}

/// A file that is held in memory.
#[derive(Debug)]
pub struct Held(Vec<u8>);

impl Held {
    /// A file of these bytes.
    #[must_use]
    pub fn of(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Reopenable for Held {
    fn length(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX)
    }

    fn open_at(&self, offset: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        let mut cursor = Cursor::new(self.0.as_slice());
        cursor.set_position(offset);
        Ok(Box::new(cursor))
    }

    fn beginning(&self, most: usize) -> io::Result<Cow<'_, [u8]>> {
        Ok(Cow::Borrowed(self.0.get(..most).unwrap_or(&self.0)))
    }

    fn into_bytes(self: Box<Self>) -> io::Result<Vec<u8>> {
        Ok(self.0)
    }
}
