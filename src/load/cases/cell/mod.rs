//! One cell of a case list → what it means for counting: a day, a category, whether the row counts.

pub(super) mod category;
pub(super) mod day;
pub(super) mod test;

use std::borrow::Cow;

use crate::load::encoding::cell as decode;

/// The text of a cell without the blanks around it.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    match decode(bytes) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(is_blank)),
        Cow::Owned(text) => Cow::Owned(text.trim_matches(is_blank).to_owned()),
    }
}

/// What a cell says behind a prefix such as `a) `, with which exports number their lists.
fn without_prefix(text: &str) -> &str {
    let mut letters = text.char_indices();
    let Some((_, first)) = letters.next() else { return text };
    let numbered = first.is_ascii_alphabetic() && letters.next().is_some_and(|(_, second)| second == ')');
    if numbered { text.get(2..).unwrap_or_default().trim_start() } else { text }
}

/// The first word of a cell, which is its code: `6` of `6: Police`, `N1` of `N1 - Abuse or neglect`.
fn token(text: &str) -> &str {
    text.split([':', ' ', '-', '\u{2013}']).next().unwrap_or_default().trim()
}
