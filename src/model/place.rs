//! Where something stands in the inputs, so that every finding and every figure can point at it.

/// Which input file, by its position in the list of files read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of an input file: byte offsets into its decoded text, `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where the stretch begins.
    pub start: usize,
    /// Where it ends (exclusive; never before `start`).
    pub end: usize,
}

impl Place {
    /// The stretch `start..end` of `file`.
    #[must_use]
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start, end: end.max(start) }
    }

    /// The beginning of `file`, for what concerns the whole of it.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Self::new(file, 0, 0)
    }
}
