//! Running text → Markdown. Marks of strength and stress only count where the characters beside them allow it;
//! where they do not, the character beside is written by its number.

use std::borrow::Cow;

use crate::render::document::Inline;

use super::escape::{Around, LineStart, begins_entity, push_escaped};

/// Where running text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// In a paragraph.
    Paragraph,
    /// In a heading.
    Heading,
    /// In a cell of a table.
    Cell,
    /// Above a table, in marks of strength already.
    Caption,
}

/// A piece of the line to be written.
enum Piece<'c> {
    /// Words, yet to be escaped, and whether they are those of a link.
    Words(Cow<'c, str>, bool),
    /// Written as it is.
    Raw(Cow<'c, str>),
    /// A mark that opens.
    Open(&'static str),
    /// A mark that closes.
    Close(&'static str),
    /// A new line.
    Break,
}

/// Writes the text as Markdown.
pub(super) fn set(content: &[Inline], setting: Setting, page: &mut String) {
    set_behind("", content, setting, page);
}

/// The same behind its number or mark, if it has one.
pub(super) fn set_behind(label: &str, content: &[Inline], setting: Setting, page: &mut String) {
    let mut pieces = Vec::with_capacity(content.len().saturating_add(1));
    if !label.is_empty() {
        pieces.push(Piece::Words(Cow::Owned(format!("{label} ")), false));
    }
    take_apart(content, false, setting == Setting::Caption, &mut pieces);
    let mut line = Line { start: page.len(), page };
    line.write(pieces, setting, content);
    if setting == Setting::Cell {
        line.escape_bars();
    }
}

fn take_apart<'c>(content: &'c [Inline], in_link: bool, in_strong: bool, pieces: &mut Vec<Piece<'c>>) {
    for inline in content {
        match inline {
            Inline::Text(text)
            | Inline::Figure { words: text, .. }
            | Inline::Name { words: text, .. }
            | Inline::Acronym { words: text, .. } => match pieces.last_mut() {
                Some(Piece::Words(before, _)) => before.to_mut().push_str(text),
                _ => pieces.push(Piece::Words(Cow::Borrowed(text), in_link)),
            },
            Inline::Strong(inner) if in_strong => take_apart(inner, in_link, true, pieces),
            Inline::Strong(inner) => {
                pieces.push(Piece::Open("**"));
                take_apart(inner, in_link, true, pieces);
                pieces.push(Piece::Close("**"));
            }
            Inline::Emphasis(inner) => {
                pieces.push(Piece::Open("_"));
                take_apart(inner, in_link, in_strong, pieces);
                pieces.push(Piece::Close("_"));
            }
            Inline::Link { address, content } if is_own_address(address, content) => {
                pieces.push(Piece::Raw(format!("<{address}>").into()));
            }
            Inline::Link { address, content } => {
                pieces.push(Piece::Raw("[".into()));
                take_apart(content, true, in_strong, pieces);
                pieces.push(Piece::Raw(format!("]({})", destination(address)).into()));
            }
            Inline::Code(text) => pieces.push(Piece::Raw(code(text).into())),
            Inline::LineBreak => pieces.push(Piece::Break),
            Inline::Sparkline(_) => {}
        }
    }
}

/// Whether a link says just the web address that it leads to.
fn is_own_address(address: &str, content: &[Inline]) -> bool {
    let web = address.starts_with("https://") || address.starts_with("http://");
    web && !address.contains('&') && matches!(content, [Inline::Text(text)] if text == address)
}

fn destination(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    for (at, character) in address.char_indices() {
        let rest = address.get(at.saturating_add(1)..).unwrap_or_default();
        plain.push_str(if character == '&' && begins_entity(rest) { "&amp;" } else { "" });
        if !plain.ends_with("&amp;") || character != '&' {
            plain.push(character);
        }
    }
    if plain.is_empty() || plain.contains(['(', ')']) { format!("<{plain}>") } else { plain }
}

fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1));
    let blank = text.trim_matches(' ').is_empty();
    let padded = text.starts_with('`') || text.ends_with('`');
    let pad = if padded || (!blank && text.starts_with(' ') && text.ends_with(' ')) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The line that is being written at the end of a page.
struct Line<'p> {
    page: &'p mut String,
    /// Where it begins.
    start: usize,
}

impl Line<'_> {
    /// What is written of it.
    fn written(&self) -> &str {
        self.page.get(self.start..).unwrap_or_default()
    }

    fn last(&self) -> Option<char> {
        self.written().chars().next_back()
    }

    fn write(&mut self, pieces: Vec<Piece<'_>>, setting: Setting, paragraph: &[Inline]) {
        let mut start = if setting == Setting::Paragraph { LineStart::First } else { LineStart::Inside };
        let mut number_next = false;
        let mut pieces = pieces.into_iter().peekable();
        while let Some(piece) = pieces.next() {
            let begins = std::mem::replace(&mut start, LineStart::Inside);
            match piece {
                Piece::Words(words, in_link) => {
                    let around = Around {
                        line: begins,
                        before: self.last(),
                        after: pieces.peek().and_then(first_written),
                        in_link,
                        ends_heading: setting == Setting::Heading && pieces.peek().is_none(),
                        paragraph,
                    };
                    self.push_words(&words, around, std::mem::take(&mut number_next));
                }
                Piece::Raw(text) => self.page.push_str(&text),
                Piece::Open(mark) => {
                    number_next = !self.opens(mark, pieces.peek());
                    self.page.push_str(mark);
                }
                Piece::Close(mark) => {
                    let after = pieces.peek().and_then(first_written);
                    number_next = !self.closes(mark, after);
                    self.page.push_str(mark);
                }
                Piece::Break => {
                    self.page.push_str("\\\n");
                    start = LineStart::Later;
                }
            }
        }
    }

    fn push_words(&mut self, words: &str, around: Around<'_>, numbered: bool) {
        let mut rest = words.chars();
        match rest.next() {
            Some(first) if numbered => {
                self.page.push_str(&by_number(first));
                let around = Around { line: LineStart::Inside, before: Some(';'), ..around };
                push_escaped(rest.as_str(), around, self.page);
            }
            _ => push_escaped(words, around, self.page),
        }
    }

    /// Sees to it that `mark`, written next, opens; false where the character after it must be written by its number.
    fn opens(&mut self, mark: &str, after: Option<&Piece<'_>>) -> bool {
        let free = self.last().is_none_or(|c| c.is_whitespace() || is_mark(c));
        if !(free || (mark != "_" && begins_word(after))) {
            self.number_last();
        }
        !after.and_then(first_written).is_some_and(char::is_whitespace)
    }

    /// Sees to it that `mark`, written next, closes; false where the character after it must be written by its number.
    fn closes(&mut self, mark: &str, after: Option<char>) -> bool {
        if self.last().is_some_and(char::is_whitespace) {
            self.number_last();
        }
        let sure = self.last().is_some_and(char::is_alphanumeric) && mark != "_";
        after.is_none_or(|c| c.is_whitespace() || is_mark(c)) || sure
    }

    fn number_last(&mut self) {
        let Some(last) = self.last() else { return };
        self.page.pop();
        // A backslash that stood for itself before the character would not before an ampersand.
        let written = self.written();
        let backslashes = written.len().saturating_sub(written.trim_end_matches('\\').len());
        self.page.push_str(if backslashes % 2 == 1 { "\\" } else { "" });
        self.page.push_str(&by_number(last));
    }

    /// Sees to it that no bar in it ends a cell.
    fn escape_bars(&mut self) {
        if self.written().contains('|') {
            let escaped = self.written().replace('|', "\\|");
            self.page.truncate(self.start);
            self.page.push_str(&escaped);
        }
    }
}

/// The first character that a piece writes, before any escape.
fn first_written(piece: &Piece<'_>) -> Option<char> {
    match piece {
        Piece::Words(text, _) | Piece::Raw(text) => text.chars().next(),
        Piece::Open(mark) | Piece::Close(mark) => mark.chars().next(),
        Piece::Break => Some('\\'),
    }
}

/// Whether a piece surely begins with a letter or digit: a single one may come to be written by its number.
fn begins_word(piece: Option<&Piece<'_>>) -> bool {
    let Some(Piece::Words(text, _)) = piece else { return false };
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_alphanumeric) && letters.next().is_some()
}

/// Whether a character is surely punctuation to a reader of Markdown.
fn is_mark(character: char) -> bool {
    character.is_ascii_punctuation() || "‘’“”–—…•·§«»‐‑".contains(character)
}

fn by_number(character: char) -> String {
    format!("&#{};", u32::from(character))
}
