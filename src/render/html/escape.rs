//! Words → HTML that says just these words.

use std::borrow::Cow;

/// Words between tags.
pub(in crate::render) fn text(words: &str) -> Cow<'_, str> {
    escaped(words, |byte| matches!(byte, b'&' | b'<' | b'>'))
}

/// Words in a quoted attribute.
pub(in crate::render) fn attribute(words: &str) -> Cow<'_, str> {
    escaped(words, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\''))
}

fn escaped(words: &str, special: impl Fn(u8) -> bool) -> Cow<'_, str> {
    if !words.bytes().any(&special) {
        return Cow::Borrowed(words);
    }
    let mut escaped = String::with_capacity(words.len().saturating_add(16));
    let mut written = 0;
    for (at, byte) in words.bytes().enumerate().filter(|(_, byte)| special(*byte)) {
        escaped.push_str(words.get(written..at).unwrap_or_default());
        escaped.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        written = at.saturating_add(1);
    }
    escaped.push_str(words.get(written..).unwrap_or_default());
    Cow::Owned(escaped)
}
