//! Running text → Markdown. Marks of strength and stress only count where the characters beside them allow it;
//! where they do not, the character beside is written by its number.

use crate::render::document::{Inline, words};

use super::escape::{Around, LineStart, begins_entity, escape};

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
enum Piece {
    /// Words, yet to be escaped, and whether they are those of a link.
    Words(String, bool),
    /// Written as it is.
    Raw(String),
    /// A mark that opens.
    Open(&'static str),
    /// A mark that closes.
    Close(&'static str),
    /// A new line.
    Break,
}

/// The text as Markdown.
pub(super) fn set(content: &[Inline], setting: Setting) -> String {
    let mut pieces = Vec::new();
    take_apart(content, false, setting == Setting::Caption, &mut pieces);
    let several_tildes = words(content).matches('~').count() > 1;
    let line = write(pieces, setting, several_tildes);
    if setting == Setting::Cell { line.replace('|', "\\|") } else { line }
}

fn take_apart(content: &[Inline], in_link: bool, in_strong: bool, pieces: &mut Vec<Piece>) {
    for inline in content {
        match inline {
            Inline::Text(text)
            | Inline::Figure { words: text, .. }
            | Inline::Name { words: text, .. }
            | Inline::Acronym { words: text, .. } => match pieces.last_mut() {
                Some(Piece::Words(before, _)) => before.push_str(text),
                _ => pieces.push(Piece::Words(text.clone(), in_link)),
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
                pieces.push(Piece::Raw(format!("<{address}>")));
            }
            Inline::Link { address, content } => {
                pieces.push(Piece::Raw("[".to_owned()));
                take_apart(content, true, in_strong, pieces);
                pieces.push(Piece::Raw(format!("]({})", destination(address))));
            }
            Inline::Code(text) => pieces.push(Piece::Raw(code(text))),
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

fn write(pieces: Vec<Piece>, setting: Setting, several_tildes: bool) -> String {
    let mut line = String::new();
    let mut start = if setting == Setting::Paragraph { LineStart::First } else { LineStart::Inside };
    let mut number_next = false;
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let begins = std::mem::replace(&mut start, LineStart::Inside);
        match piece {
            Piece::Words(words, in_link) => {
                let around = Around {
                    line: begins,
                    before: line.chars().next_back(),
                    after: pieces.peek().and_then(first_written),
                    in_link,
                    ends_heading: setting == Setting::Heading && pieces.peek().is_none(),
                    several_tildes,
                };
                push_words(&words, around, std::mem::take(&mut number_next), &mut line);
            }
            Piece::Raw(text) => line.push_str(&text),
            Piece::Open(mark) => {
                number_next = !opens(mark, pieces.peek(), &mut line);
                line.push_str(mark);
            }
            Piece::Close(mark) => {
                let after = pieces.peek().and_then(first_written);
                number_next = !closes(mark, after, &mut line);
                line.push_str(mark);
            }
            Piece::Break => {
                line.push_str("\\\n");
                start = LineStart::Later;
            }
        }
    }
    line
}

/// The first character that a piece writes, before any escape.
fn first_written(piece: &Piece) -> Option<char> {
    match piece {
        Piece::Words(text, _) | Piece::Raw(text) => text.chars().next(),
        Piece::Open(mark) | Piece::Close(mark) => mark.chars().next(),
        Piece::Break => Some('\\'),
    }
}

fn push_words(words: &str, around: Around, numbered: bool, line: &mut String) {
    let mut rest = words.chars();
    match rest.next() {
        Some(first) if numbered => {
            line.push_str(&by_number(first));
            let around = Around { line: LineStart::Inside, before: Some(';'), ..around };
            line.push_str(&escape(rest.as_str(), around));
        }
        _ => line.push_str(&escape(words, around)),
    }
}

/// Sees to it that `mark`, written next, opens; false where the character after it must be written by its number.
fn opens(mark: &str, after: Option<&Piece>, line: &mut String) -> bool {
    let before = line.chars().next_back();
    let free = before.is_none_or(|c| c.is_whitespace() || is_mark(c));
    if !(free || (mark != "_" && begins_word(after))) {
        number_last(line);
    }
    !after.and_then(first_written).is_some_and(char::is_whitespace)
}

/// Whether a piece surely begins with a letter or digit: a single one may come to be written by its number.
fn begins_word(piece: Option<&Piece>) -> bool {
    let Some(Piece::Words(text, _)) = piece else { return false };
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_alphanumeric) && letters.next().is_some()
}

/// Sees to it that `mark`, written next, closes; false where the character after it must be written by its number.
fn closes(mark: &str, after: Option<char>, line: &mut String) -> bool {
    let before = line.chars().next_back();
    if before.is_some_and(char::is_whitespace) {
        number_last(line);
    }
    let sure = line.chars().next_back().is_some_and(char::is_alphanumeric) && mark != "_";
    after.is_none_or(|c| c.is_whitespace() || is_mark(c)) || sure
}

/// Whether a character is surely punctuation to a reader of Markdown.
fn is_mark(character: char) -> bool {
    character.is_ascii_punctuation() || "‘’“”–—…•·§«»‐‑".contains(character)
}

fn number_last(line: &mut String) {
    if let Some(last) = line.pop() {
        // A backslash that stood for itself before the character would not before an ampersand.
        let backslashes = line.len().saturating_sub(line.trim_end_matches('\\').len());
        line.push_str(if backslashes % 2 == 1 { "\\" } else { "" });
        line.push_str(&by_number(last));
    }
}

fn by_number(character: char) -> String {
    format!("&#{};", u32::from(character))
}
