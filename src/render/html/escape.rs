//! Words → HTML that says just these words.

use std::borrow::Cow;

/// Words between tags.
pub(in crate::render) fn text(words: &str) -> Cow<'_, str> {
    escaped(words, |c| matches!(c, '&' | '<' | '>'))
}

/// Words in a quoted attribute.
pub(in crate::render) fn attribute(words: &str) -> Cow<'_, str> {
    escaped(words, |c| matches!(c, '&' | '<' | '>' | '"' | '\''))
}

fn escaped(words: &str, special: fn(char) -> bool) -> Cow<'_, str> {
    if !words.contains(special) {
        return Cow::Borrowed(words);
    }
    let mut escaped = String::with_capacity(words.len().saturating_add(16));
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' if special('"') => escaped.push_str("&quot;"),
            '\'' if special('\'') => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}
