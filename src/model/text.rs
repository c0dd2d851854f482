//! A piece of narrative text that remembers where each byte of it stands in its file.

use super::{FileId, Place};

/// Text as it is used, with a map back to the file it was written in (escapes, indents and pasted bullets
/// make the two differ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    content: String,
    file: FileId,
    /// From `content` offset to file offset; sorted, the first at 0; between two entries both advance alike.
    map: Vec<(usize, usize)>,
}

impl Text {
    /// Text that stands in `file` from byte `start`, unchanged.
    #[must_use]
    pub fn verbatim(content: String, file: FileId, start: usize) -> Self {
        Self { content, file, map: vec![(0, start)] }
    }

    /// Text whose offsets are given by `map`: pairs of (content offset, file offset), sorted, the first at 0.
    #[must_use]
    pub fn mapped(content: String, file: FileId, map: Vec<(usize, usize)>) -> Self {
        Self { content, file, map }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The file that it was written in.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.file
    }

    /// The file offset of a content offset.
    #[must_use]
    pub fn offset(&self, at: usize) -> usize {
        let later = self.map.partition_point(|(content, _)| *content <= at);
        let entry = later.checked_sub(1).and_then(|index| self.map.get(index));
        let (content, file) = entry.copied().unwrap_or((0, 0));
        file.saturating_add(at.saturating_sub(content))
    }

    /// Where the stretch `start..end` of the text stands in its file.
    #[must_use]
    pub fn place(&self, start: usize, end: usize) -> Place {
        let last = end.max(start.saturating_add(1)).saturating_sub(1);
        Place::new(self.file, self.offset(start), self.offset(last).saturating_add(1))
    }

    /// Where the whole of it stands.
    #[must_use]
    pub fn whole(&self) -> Place {
        self.place(0, self.content.len())
    }

    /// The same text rewritten, where each of `edits` (range of content, replacement; sorted, apart from one
    /// another) replaces a stretch; offsets inside a replacement point at the start of what it replaced.
    #[must_use]
    pub fn rewritten(&self, edits: &[(std::ops::Range<usize>, &str)]) -> Self {
        let mut content = String::with_capacity(self.content.len());
        let mut map = Vec::new();
        let mut copied = 0;
        for (range, replacement) in edits {
            self.copy(copied..range.start, &mut content, &mut map);
            map.push((content.len(), self.offset(range.start)));
            content.push_str(replacement);
            copied = range.end;
        }
        self.copy(copied..self.content.len(), &mut content, &mut map);
        Self { content, file: self.file, map }
    }

    fn copy(&self, range: std::ops::Range<usize>, content: &mut String, map: &mut Vec<(usize, usize)>) {
        let at = content.len();
        map.push((at, self.offset(range.start)));
        let inside = self.map.iter().filter(|(start, _)| *start > range.start && *start < range.end);
        map.extend(inside.map(|(start, file)| (at.saturating_add(start.saturating_sub(range.start)), *file)));
        content.push_str(self.content.get(range).unwrap_or_default());
    }
}
