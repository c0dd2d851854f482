//! Words → HTML that says just these words.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::model::FigureId;

/// Words between tags.
pub(in crate::render) fn text(words: &str) -> Cow<'_, str> {
    escaped(words, |byte| matches!(byte, b'&' | b'<' | b'>'))
}

/// Words in a quoted attribute.
pub(in crate::render) fn attribute(words: &str) -> Cow<'_, str> {
    escaped(words, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\''))
}

/// What is written here is written to the page as words in a quoted attribute.
pub(super) struct Attribute<'p>(pub(super) &'p mut String);

impl Write for Attribute<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0.push_str(&attribute(words));
        Ok(())
    }
}

/// Writes a figure's id to a page, which takes all that is written.
pub(super) fn push_id(id: &FigureId, mut to: impl Write) {
    let _ = id.write(&mut to);
}

fn escaped(words: &str, special: impl Fn(u8) -> bool) -> Cow<'_, str> {
    let next = |from: usize| {
        let ahead = words.as_bytes().get(from..)?.iter().position(|byte| special(*byte))?;
        Some(from.saturating_add(ahead))
    };
    let Some(first) = next(0) else { return Cow::Borrowed(words) };
    let mut escaped = String::with_capacity(words.len().saturating_add(16));
    let (mut written, mut at) = (0, Some(first));
    while let Some(here) = at {
        escaped.push_str(words.get(written..here).unwrap_or_default());
        escaped.push_str(match words.as_bytes().get(here) {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        });
        written = here.saturating_add(1);
        at = next(written);
    }
    escaped.push_str(words.get(written..).unwrap_or_default());
    Cow::Owned(escaped)
}
