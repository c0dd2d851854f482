//! Words → Markdown that says just these words: a mark of syntax gets its backslash only where it would be read
//! as one.

use crate::render::document::Inline;

/// What stands around a run of words, as far as it matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'c> {
    /// Whether the run begins a line of a paragraph, and whether that is its first line.
    pub(super) line: LineStart,
    /// The character written before, if on the same line.
    pub(super) before: Option<char>,
    /// The character written after, if any.
    pub(super) after: Option<char>,
    /// In the words of a link.
    pub(super) in_link: bool,
    /// At the end of a heading.
    pub(super) ends_heading: bool,
    /// All of the paragraph: two `~` in it can be read as striking out.
    pub(super) paragraph: &'c [Inline],
}

/// Where a run of words begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineStart {
    /// In the middle of a line, or where no block can begin.
    Inside,
    /// At the first line of a paragraph.
    First,
    /// At a later line of a paragraph.
    Later,
}

/// Writes the words as Markdown.
pub(super) fn push_escaped(words: &str, around: Around<'_>, page: &mut String) {
    let begins = match around.line {
        LineStart::Inside => None,
        line => block_mark(words, line, around.after),
    };
    let next = |from: usize| {
        let syntax = words.as_bytes().get(from..)?.iter().position(|byte| can_be_syntax(*byte));
        let begins = begins.and_then(|at| at.checked_sub(from));
        Some(from.saturating_add(syntax.into_iter().chain(begins).min()?))
    };
    let (mut written, mut from) = (0, 0);
    while let Some(at) = next(from) {
        from = at.saturating_add(1);
        let (said, rest) = words.split_at_checked(at).unwrap_or_default();
        let mark = rest.chars().next().unwrap_or_default();
        let rest = rest.get(1..).unwrap_or_default();
        let before = said.chars().next_back().or(around.before);
        let after = rest.chars().next().or(around.after);
        let last_in_heading = around.ends_heading && rest.is_empty() && mark == '#';
        if begins == Some(at) || last_in_heading || is_syntax(mark, before, after, rest, around) {
            page.push_str(words.get(written..at).unwrap_or_default());
            page.push('\\');
            written = at;
        }
    }
    page.push_str(words.get(written..).unwrap_or_default());
}

/// Whether a byte is of those that [`is_syntax`] can hold for syntax, or of a heading's end.
fn can_be_syntax(byte: u8) -> bool {
    matches!(byte, b'`' | b'\\' | b'*' | b'_' | b'[' | b']' | b'!' | b'<' | b'&' | b'~' | b'#')
}

/// Whether a character would be read as inline syntax where it stands.
fn is_syntax(
    character: char,
    before: Option<char>,
    after: Option<char>,
    rest: &str,
    around: Around<'_>,
) -> bool {
    match character {
        '`' => true,
        '\\' => after.is_none_or(|next| next.is_ascii_punctuation()),
        // The last blank of a run may come to be written by its number.
        '*' => !(before == Some(' ') && rest.starts_with(' ') && rest.len() > 1),
        // Nor is the last letter of a run sure to stay one.
        '_' => {
            let mut following = rest.chars();
            let inside_word =
                following.next().is_some_and(char::is_alphanumeric) && following.next().is_some();
            !(before.is_some_and(char::is_alphanumeric) && inside_word)
        }
        '[' => around.in_link,
        ']' => around.in_link || matches!(after, Some('(' | '[' | ':')),
        '!' => rest.is_empty() && after == Some('['),
        '<' => after.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => begins_entity(rest),
        '~' => tildes(around.paragraph) > 1,
        _ => false,
    }
}

/// How often a text says `~`.
fn tildes(content: &[Inline]) -> usize {
    let said = |text: &str| text.matches('~').count();
    let in_each = content.iter().map(|inline| match inline {
        Inline::Text(text)
        | Inline::Code(text)
        | Inline::Figure { words: text, .. }
        | Inline::Name { words: text, .. }
        | Inline::Acronym { words: text, .. } => said(text),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
            tildes(inner)
        }
        Inline::LineBreak | Inline::Sparkline(_) => 0,
    });
    in_each.sum()
}

/// Whether what follows an ampersand makes it the name of a character: `amp;`, `#38;`.
pub(super) fn begins_entity(rest: &str) -> bool {
    let body = rest.strip_prefix('#').unwrap_or(rest);
    let name = body.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    name.len() < body.len() && name.starts_with(';')
}

/// The byte of the mark that would make a line something else than words, where it begins with one.
fn block_mark(words: &str, line: LineStart, after: Option<char>) -> Option<usize> {
    let first = words.chars().next()?;
    let same = words.len().saturating_sub(words.trim_start_matches(first).len());
    let ends_mark = |at: usize| match words.get(at..).and_then(|rest| rest.chars().next()) {
        Some(next) => next == ' ',
        None => after.is_none(),
    };
    let whole_line = after.is_none_or(|next| next == '\\');
    let begins = match first {
        '>' => true,
        '#' => same <= 6 && ends_mark(same),
        '~' => same >= 3,
        '+' => ends_mark(1),
        '-' if line == LineStart::Later => true,
        '-' => ends_mark(1) || (whole_line && words.trim_matches(['-', ' ']).is_empty()),
        '=' => line == LineStart::Later && whole_line && words.trim_matches(['=', ' ']).is_empty(),
        // A later line of these and hyphens would make a table of the line before.
        ':' | '|' => line == LineStart::Later,
        _ => {
            let digits =
                words.len().saturating_sub(words.trim_start_matches(|c: char| c.is_ascii_digit()).len());
            let mark = words.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
            let numbered = (1..=9).contains(&digits) && mark && ends_mark(digits.saturating_add(1));
            return numbered.then_some(digits);
        }
    };
    begins.then_some(0)
}
