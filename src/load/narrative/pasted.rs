//! Text as people paste it: word processors' bullets become Markdown's, invisible characters go, and what can't be
//! shown is a finding. Places stay right throughout.

use std::ops::Range;

use crate::diagnostic::codes::{files::STRAY_CHARACTER, narrative::LINE_BREAK};
use crate::diagnostic::{Finding, Findings};
use crate::model::Text;

/// What a stretch of text is replaced by.
type Edit = (Range<usize>, &'static str);

/// The bullet that Word writes in its Symbol font.
const WORD_BULLET: char = '\u{F0B7}';

/// Markdown as it was meant: bullets at the beginning of lines as `- `, one kind of line end, no characters that
/// can't be seen or shown.
pub(super) fn prose(text: &Text, findings: &mut Findings) -> Text {
    let mut edits = Vec::new();
    for (at, character) in text.as_str().char_indices().filter(|(_, character)| !is_plain(*character)) {
        if is_bullet(character) && is_at_line_start(text.as_str(), at) {
            edits.push((at..end_of_bullet(text.as_str(), at, character), "- "));
        } else {
            edits.extend(edit(text, at, character, findings));
        }
    }
    rewritten(text, &edits)
}

/// Whether it is one of those of which nearly all text is made, and that are kept as they are.
fn is_plain(character: char) -> bool {
    matches!(character, ' '..='~' | '\n' | '\t')
}

/// Whether nothing but blanks stands before a place in its line.
fn is_at_line_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches(is_blank);
    before.is_empty() || before.ends_with(is_line_end)
}

/// A text on one line: a line break in it is a finding, and becomes a space.
pub(super) fn plain(text: &Text, findings: &mut Findings) -> Text {
    if let Some(at) = text.as_str().find(is_line_end) {
        let finding = Finding::new(&LINE_BREAK, "this text must stand on one line")
            .at(text.place(at, at.saturating_add(1)))
            .help("put it on one line, between single `\"` marks");
        findings.push(finding);
        let joined: Vec<Edit> = text.as_str().match_indices(is_line_end).map(line_end_to_space).collect();
        return plain(&text.rewritten(&joined), findings);
    }
    let characters = text.as_str().char_indices().filter(|(_, character)| !is_plain(*character));
    let edits: Vec<Edit> = characters.filter_map(|(at, c)| edit(text, at, c, findings)).collect();
    rewritten(text, &edits)
}

fn line_end_to_space((at, line_end): (usize, &str)) -> Edit {
    (at..at.saturating_add(line_end.len()), " ")
}

fn rewritten(text: &Text, edits: &[Edit]) -> Text {
    if edits.is_empty() { text.clone() } else { text.rewritten(edits) }
}

/// What becomes of a character wherever it stands; none where it is kept.
fn edit(text: &Text, at: usize, character: char, findings: &mut Findings) -> Option<Edit> {
    let range = at..at.saturating_add(character.len_utf8());
    match character {
        '\n' | '\t' => None,
        '\r' => {
            Some((range.clone(), if text.as_str().get(range.end..)?.starts_with('\n') { "" } else { "\n" }))
        }
        '\u{2028}' | '\u{2029}' => Some((range, "\n")),
        '\u{200B}' | '\u{FEFF}' | '\u{AD}' => Some((range, "")),
        _ if character.is_control() || is_private(character) => {
            findings.push(stray(text, &range, character));
            Some((range, ""))
        }
        _ => None,
    }
}

fn stray(text: &Text, range: &Range<usize>, character: char) -> Finding {
    let kind = if character.is_control() { "a control character" } else { "only in certain fonts" };
    let message = format!("the character U+{:04X} ({kind}) can't be shown", u32::from(character));
    Finding::new(&STRAY_CHARACTER, message)
        .at(text.place(range.start, range.end))
        .help("delete it and type what was meant")
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn is_bullet(character: char) -> bool {
    matches!(character, '•' | '▪' | '◦' | '‣' | '·' | WORD_BULLET)
}

/// A space, a tab or a space that does not break.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}')
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn end_of_bullet(text: &str, at: usize, bullet: char) -> usize {
    let after = at.saturating_add(bullet.len_utf8());
    let rest = text.get(after..).unwrap_or_default();
    let blanks = rest.len().saturating_sub(rest.trim_start_matches(is_blank).len());
    after.saturating_add(blanks)
}

#[cfg(test)]
mod tests {
    use super::{plain, prose};
    use crate::diagnostic::Findings;
    use crate::model::{FileId, Text};

    fn text(content: &str) -> Text {
        Text::verbatim(content.to_owned(), FileId(0), 100)
    }

    #[test]
    fn pasted_text_becomes_markdown() {
        for (pasted, markdown) in [
            ("• one\n•\ttwo\n  ▪three", "- one\n- two\n  - three"),
            ("\u{F0B7}\u{A0} one", "- one"),
            ("a • b · c", "a • b · c"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("one\u{2028}• two", "one\n- two"),
            ("safe\u{AD}guard\u{200B}ing\u{FEFF}", "safeguarding"),
            ("6\u{A0}014 £“x”", "6\u{A0}014 £“x”"),
        ] {
            let mut findings = Findings::default();
            assert_eq!(prose(&text(pasted), &mut findings).as_str(), markdown);
            assert!(findings.sorted().is_empty(), "{pasted:?}");
        }
    }

    #[test]
    fn what_comes_after_a_pasted_bullet_keeps_its_place() {
        let prose = prose(&text("•\tone\r\n• two"), &mut Findings::default());
        assert_eq!(prose.as_str(), "- one\n- two");
        let places: Vec<usize> =
            ["one", "\n", "two"].map(|part| prose.offset(prose.as_str().find(part).unwrap())).into();
        assert_eq!(places, [104, 108, 113]);
    }

    #[test]
    fn characters_that_cant_be_shown_are_found_at_their_place_and_go() {
        for stray in ["\u{7}", "\u{85}", "\u{E000}", "\u{F0A7}", "\u{F0B7}"] {
            let mut findings = Findings::default();
            let read = prose(&text(&format!("é{stray}b")), &mut findings);
            assert_eq!(read.as_str(), "éb");
            let found: Vec<_> =
                findings.sorted().iter().map(|f| (f.code.name, f.place.unwrap().start)).collect();
            assert_eq!(found, [("stray-character", 102)]);
        }
    }

    #[test]
    fn a_plain_text_stands_on_one_line() {
        let mut findings = Findings::default();
        assert_eq!(plain(&text("one\ntwo\nthree"), &mut findings).as_str(), "one two three");
        let found: Vec<_> = findings.sorted().iter().map(|f| (f.code.name, f.place.unwrap().start)).collect();
        assert_eq!(found, [("line-break", 103)]);
    }
}
