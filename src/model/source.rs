//! An input file as it was read: its decoded text, for places, and the hash of its bytes, for the manifest.

/// One input file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path within the project folder, with forward slashes.
    pub path: String,
    /// Its text, decoded, without a byte-order mark.
    pub text: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl SourceFile {
    /// Line and column of a byte offset, both from 1; columns count characters.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        let before = self.text.get(..end).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let line = before.bytes().filter(|b| *b == b'\n').count().saturating_add(1);
        let column = before.get(line_start..).unwrap_or_default().chars().count().saturating_add(1);
        (line, column)
    }
}
