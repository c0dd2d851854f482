//! Writes prose so that a choice leaves no doubled space, stray blank line or orphaned comma behind.

/// More bytes than one bound text may come to.
const LONGEST: usize = 1 << 20;

/// Prose as it is written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    prose: String,
    /// Whether a choice began or ended since the last text, so that spaces of two stretches may meet.
    seam: bool,
    overflown: bool,
}

impl Writer {
    /// Text of the narrative.
    pub(super) fn raw(&mut self, text: &str) {
        let text = if self.seam { self.joined(text) } else { text };
        if !text.is_empty() {
            self.seam = false;
            self.push(text);
        }
    }

    /// Words that stand for something, as they are.
    pub(super) fn words(&mut self, words: &str) {
        self.seam = false;
        self.push(words);
    }

    /// A choice begins or ends here.
    pub(super) fn seam(&mut self) {
        self.seam = true;
    }

    /// Whether nothing more can be written.
    pub(super) fn is_full(&self) -> bool {
        self.overflown
    }

    /// The prose, and whether it is all there.
    pub(super) fn finish(self) -> (String, bool) {
        (self.prose, !self.overflown)
    }

    fn push(&mut self, text: &str) {
        if self.prose.len().saturating_add(text.len()) > LONGEST {
            self.overflown = true;
        } else {
            self.prose.push_str(text);
        }
    }

    /// The text less what would double a space or a blank line; a space before a comma goes.
    fn joined<'t>(&mut self, text: &'t str) -> &'t str {
        if self.prose.ends_with("\n\n") || self.prose.is_empty() {
            return text.trim_start_matches('\n');
        }
        if self.prose.ends_with(' ') {
            if text.starts_with([',', '.', ';', ':', '!', '?', ')', '\n']) {
                self.prose.truncate(self.prose.trim_end_matches(' ').len());
            }
            return text.trim_start_matches(' ');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;

    #[test]
    fn stretches_join_without_doubled_spaces_or_orphaned_commas() {
        for (before, after, joined) in [
            ("a ", " b", "a b"),
            ("a ", ", b", "a, b"),
            ("a ", ".", "a."),
            ("a", " b", "a b"),
            ("a\n\n", "\nb", "a\n\nb"),
            ("a\n", "\nb", "a\n\nb"),
            ("- a\n", "  - b", "- a\n  - b"),
            ("", "\n\nb", "b"),
        ] {
            let mut writer = Writer::default();
            writer.raw(before);
            writer.seam();
            writer.raw("");
            writer.seam();
            writer.raw(after);
            assert_eq!(writer.finish(), (joined.to_owned(), true));
        }
    }
}
