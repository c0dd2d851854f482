//! A block of the file, cut: whole records, and where they end.

use super::bytewise;
use super::structure::{self, Structure};

/// Whole records of the file.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Its bytes: those left over from the block before, then those read. Beyond `filled` they mean nothing.
    pub(super) bytes: Vec<u8>,
    /// How many bytes it has.
    pub(super) filled: usize,
    /// How many of them were left over.
    pub(super) left_over: usize,
    /// How many of them stand before its first record.
    pub(super) skipped: usize,
    /// How many bytes its records have, from the beginning of the first.
    pub(super) length: usize,
    /// The line on which its first record begins.
    pub(super) line: u64,
    /// Whether it is the file's last and ends inside quotation marks.
    pub(super) unclosed: bool,
    /// Where its cells and records end.
    pub(super) structure: Structure,
}

impl Block {
    /// Begins with the bytes that the block before left over.
    pub(super) fn begin(&mut self, left_over: &[u8]) {
        (self.left_over, self.filled) = (left_over.len(), left_over.len());
        if self.bytes.len() < left_over.len() {
            self.bytes.resize(left_over.len(), 0);
        }
        for (to, from) in self.bytes.iter_mut().zip(left_over) {
            *to = *from;
        }
    }

    /// The bytes that were read from the file for it.
    pub(super) fn fresh(&self) -> &[u8] {
        self.bytes.get(self.left_over..self.filled).unwrap_or_default()
    }

    /// The bytes before its first record.
    pub(super) fn skipped_bytes(&self) -> &[u8] {
        self.bytes.get(..self.skipped).unwrap_or_default()
    }

    /// The bytes from its first record on.
    pub(super) fn body(&self) -> &[u8] {
        self.bytes.get(self.skipped..self.filled).unwrap_or_default()
    }

    /// The bytes of its records.
    pub(super) fn records(&self) -> &[u8] {
        self.body().get(..self.length).unwrap_or_default()
    }

    /// What stands after its last record and belongs to the next block.
    pub(super) fn tail(&self) -> &[u8] {
        self.body().get(self.length..).unwrap_or_default()
    }

    /// Finds its records; `whole` if no bytes follow.
    pub(super) fn cut(&mut self, separator: u8, whole: bool) {
        let body = self.bytes.get(self.skipped..self.filled).unwrap_or_default();
        // Only at the end of the file does a carriage return without a line feed end a line that seems to go on.
        let returns = whole && body.last() == Some(&b'\r');
        let found =
            if returns { Err(structure::Odd) } else { structure::find(body, separator, &mut self.structure) };
        let inside = found.unwrap_or_else(|_| bytewise::find(body, separator, whole, &mut self.structure));
        self.length = self.structure.after_last_record();
        self.unclosed = whole && inside;
        if whole && self.length < body.len() {
            // The last record needs no line end.
            self.structure.end_record(u32::try_from(body.len()).unwrap_or(u32::MAX));
            self.length = body.len();
        }
    }

    /// How many line feeds are in its records.
    pub(super) fn feeds(&self) -> u64 {
        let (bytes, cells) = (self.records(), self.structure.cells());
        let last =
            self.structure.records().iter().filter_map(|cells| usize::try_from(*cells).ok()?.checked_sub(1));
        let ends = last.filter_map(|last| cells.get(last).and_then(|at| bytes.get(place(*at))));
        let inside = self.structure.inner().partition_point(|at| place(*at) < self.length);
        as_u64(ends.filter(|end| **end == b'\n').count()).saturating_add(as_u64(inside))
    }
}

/// A place in a block.
pub(super) fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// A number of bytes, cells or lines.
pub(super) fn as_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
