//! The bytes of a block → where its cells and records end, sixty-four at a time. The only user of the vector library.
//!
//! Each step compares sixty-four bytes at once and keeps a bit for each. A bit is inside quotation marks if an odd
//! number of marks stand up to it, which holds only where marks stand as they should; where they do not, the block is
//! left to [`super::bytewise`].

use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x64};

/// Where the cells and records of a block end.
#[derive(Debug, Default)]
pub(super) struct Structure {
    /// The separator or line end after each cell, by its place in the block. Beyond `cells_used` it holds nothing.
    cells: Vec<u32>,
    cells_used: usize,
    /// How many cells there are up to the end of each record.
    records: Vec<u32>,
    /// The line feeds inside quotation marks.
    inner: Vec<u32>,
}

/// A mark where none should be: only byte by byte can be told what it means.
#[derive(Debug)]
pub(super) struct Odd;

impl Structure {
    /// Forgets the block before and makes room for one of `length` bytes.
    pub(super) fn clear(&mut self, length: usize) {
        self.cells_used = 0;
        self.records.clear();
        self.inner.clear();
        // Cells are written eight at a time.
        if self.cells.len() < length.saturating_add(ROOM) {
            self.cells.resize(length.saturating_add(ROOM), 0);
        }
    }

    /// Where each cell ends.
    pub(super) fn cells(&self) -> &[u32] {
        self.cells.get(..self.cells_used).unwrap_or_default()
    }

    /// How many cells there are up to the end of each record.
    pub(super) fn records(&self) -> &[u32] {
        &self.records
    }

    /// The line feeds inside quotation marks.
    pub(super) fn inner(&self) -> &[u32] {
        &self.inner
    }

    /// How many bytes there are up to the end of the last record, its line end included.
    pub(super) fn after_last_record(&self) -> usize {
        let cells = self.records.last().and_then(|cells| usize::try_from(*cells).ok()).unwrap_or_default();
        let end = cells.checked_sub(1).and_then(|last| self.cells.get(last));
        end.and_then(|end| usize::try_from(*end).ok()).map_or(0, |end| end.saturating_add(1))
    }

    /// The end of a cell that does not end a record.
    pub(super) fn end_cell(&mut self, at: u32) {
        if let Some(cell) = self.cells.get_mut(self.cells_used) {
            *cell = at;
            self.cells_used = self.cells_used.wrapping_add(1);
        }
    }

    /// The end of a record, and so of its last cell.
    pub(super) fn end_record(&mut self, at: u32) {
        self.end_cell(at);
        self.records.push(u32::try_from(self.cells_used).unwrap_or(u32::MAX));
    }

    /// A line feed inside quotation marks.
    pub(super) fn line_inside(&mut self, at: u32) {
        self.inner.push(at);
    }

    /// Writes down the ends in sixty-four bytes that begin at `base`: a bit for each cell, and for those of them that
    /// end a record.
    #[inline(always)]
    fn write(&mut self, base: u32, cells: u64, mut records: u64) {
        while records != 0 {
            let before = cells & (records ^ records.wrapping_sub(1));
            let up_to = self.cells_used.wrapping_add(count(before));
            self.records.push(u32::try_from(up_to).unwrap_or(u32::MAX));
            records &= records.wrapping_sub(1);
        }
        let (mut left, mut at) = (cells, self.cells_used);
        while left != 0 {
            let room = self.cells.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<ROOM>());
            for cell in room.into_iter().flatten() {
                *cell = base.wrapping_add(left.trailing_zeros());
                left &= left.wrapping_sub(1);
            }
            at = at.wrapping_add(ROOM);
        }
        self.cells_used = self.cells_used.wrapping_add(count(cells));
    }
}

/// How many cells are written at a time.
const ROOM: usize = 8;
/// How many bytes are looked at at a time: as many as there are bits.
const STEP: usize = 64;

#[inline(always)]
fn count(bits: u64) -> usize {
    usize::try_from(bits.count_ones()).unwrap_or_default()
}

/// Finds the ends in `bytes`, which begin with a record, and says whether they end inside quotation marks.
pub(super) fn find(bytes: &[u8], separator: u8, structure: &mut Structure) -> Result<bool, Odd> {
    structure.clear(bytes.len());
    // The best instructions that this machine has.
    dispatch!(Level::new(), simd => find_with(simd, bytes, separator, structure))
}

#[inline(always)]
fn find_with<S: Simd>(simd: S, bytes: &[u8], separator: u8, structure: &mut Structure) -> Result<bool, Odd> {
    let mut before = Before { may_open: 1, ..Before::default() };
    let mut base = 0_u32;
    let (steps, rest) = bytes.as_chunks::<STEP>();
    for step in steps {
        let found = Found::in_step(simd, step, separator);
        structure.take(base, &found, u64::MAX, &mut before)?;
        base = base.wrapping_add(64);
    }
    let mut last = [0; STEP];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let filled = u64::MAX.checked_shr(64_u32.saturating_sub(count_u32(rest))).unwrap_or(0);
    structure.take(base, &Found::in_step(simd, &last, separator), filled, &mut before)?;
    Ok(before.inside != 0)
}

fn count_u32(rest: &[u8]) -> u32 {
    u32::try_from(rest.len()).unwrap_or_default()
}

/// What the bytes before mean for those of a step: in the lowest bit, but for `inside`.
#[derive(Default)]
struct Before {
    /// All bits, if they end inside quotation marks.
    inside: u64,
    /// Whether a mark may open next: after a separator, a line end or a mark.
    may_open: u64,
    /// Whether the last of them closes a quoted cell.
    closed: u64,
    /// Whether the last of them is a carriage return outside quotation marks.
    returned: u64,
}

/// Where in a step stands which byte that means something.
struct Found {
    separators: u64,
    feeds: u64,
    returns: u64,
    marks: u64,
}

impl Found {
    #[inline(always)]
    fn in_step<S: Simd>(simd: S, step: &[u8; STEP], separator: u8) -> Self {
        let step = u8x64::from_slice(simd, step);
        let bits = |sought: u8| step.simd_eq(u8x64::splat(simd, sought)).to_bitmask();
        Self { separators: bits(separator), feeds: bits(b'\n'), returns: bits(b'\r'), marks: bits(b'"') }
    }
}

impl Structure {
    /// Writes down what was found in the bytes from `base`, of which those with their bit in `filled` count.
    #[inline(always)]
    fn take(&mut self, base: u32, found: &Found, filled: u64, before: &mut Before) -> Result<(), Odd> {
        let Found { separators, feeds, returns, marks } = *found;
        let ends = separators | feeds;
        let inside = if marks == 0 { before.inside } else { before.inside ^ odd_up_to(marks) };
        let opening = marks & inside;
        let closing = marks & !inside;
        let returns = returns & !inside;
        let may_open = (ends | marks) << 1 | before.may_open;
        let may_follow = ends | marks | returns;
        let follows = closing << 1 | before.closed;
        let returned = returns << 1 | before.returned;
        if (opening & !may_open | (follows & !may_follow | returned & !feeds) & filled) != 0 {
            return Err(Odd);
        }
        *before = Before {
            inside: 0_u64.wrapping_sub(inside >> 63),
            may_open: (ends | marks) >> 63,
            closed: closing >> 63,
            returned: returns >> 63,
        };
        self.write(base, ends & !inside, feeds & !inside);
        self.write_inner(base, feeds & inside);
        Ok(())
    }

    fn write_inner(&mut self, base: u32, mut feeds: u64) {
        while feeds != 0 {
            self.inner.push(base.wrapping_add(feeds.trailing_zeros()));
            feeds &= feeds.wrapping_sub(1);
        }
    }
}

/// The bits up to which, themselves included, an odd number of bits is set.
#[inline(always)]
fn odd_up_to(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}
