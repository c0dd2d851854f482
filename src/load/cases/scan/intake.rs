//! The file, read block by block in order, each cut before the next is read.

use std::io::{self, ErrorKind, Read};

use super::Rows;
use super::block::{Block, as_u64};

/// The file as far as it has been read.
pub(super) struct Intake<R> {
    input: R,
    separator: u8,
    /// How many bytes are read at a time.
    size: usize,
    /// The longest row, in bytes. What is longer is no row, but what follows a mark that is never closed.
    longest: usize,
    /// How many bytes stand between here and the first row.
    skip: u64,
    /// What the block before left over.
    left_over: Vec<u8>,
    /// The line on which the next row begins, from 1.
    line: u64,
    ended: bool,
}

impl<R: Read> Intake<R> {
    /// Nothing read yet of `input`, which is the whole file.
    pub(super) fn new(input: R, rows: &Rows<'_>, size: usize, longest: usize) -> Self {
        let (separator, skip) = (rows.separator, rows.from);
        Self { input, separator, size, longest, skip, left_over: Vec::new(), line: 1, ended: false }
    }

    /// Reads the next block; none at the end of the file or after a fault.
    pub(super) fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        block.begin(&self.left_over);
        let mut size = self.size;
        loop {
            self.ended = fill(&mut self.input, block, size).inspect_err(|_| self.ended = true)?;
            block.skipped = usize::try_from(self.skip).map_or(block.filled, |skip| skip.min(block.filled));
            block.cut(self.separator, self.ended);
            if self.ended || block.length > 0 || block.body().is_empty() {
                self.pass(block);
                return Ok(true);
            }
            if size >= self.longest {
                self.ended = true;
                return Err(io::Error::new(ErrorKind::InvalidData, TOO_LONG));
            }
            size = size.saturating_mul(2);
        }
    }

    /// Keeps what is left over of a block.
    fn pass(&mut self, block: &mut Block) {
        self.left_over.clear();
        self.left_over.extend_from_slice(block.tail());
        self.skip = self.skip.saturating_sub(as_u64(block.skipped));
        let above = block.skipped_bytes().iter().filter(|byte| **byte == b'\n').count();
        block.line = self.line.saturating_add(as_u64(above));
        self.line = block.line.saturating_add(block.feeds());
    }
}

const TOO_LONG: &str = "a row of it is longer than 4 MiB; look for a quotation mark that is never closed";

/// Reads until `block` has `size` more bytes than were left over, and says whether the file has ended.
fn fill(input: &mut impl Read, block: &mut Block, size: usize) -> io::Result<bool> {
    let wanted = block.left_over.saturating_add(size);
    if block.bytes.len() < wanted {
        block.bytes.resize(wanted, 0);
    }
    while let Some(room) = block.bytes.get_mut(block.filled..wanted).filter(|room| !room.is_empty()) {
        match input.read(room) {
            Ok(0) => return Ok(true),
            Ok(read) => block.filled = block.filled.saturating_add(read),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(false)
}
