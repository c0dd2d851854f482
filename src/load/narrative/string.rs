//! A string of TOML → text that knows where each of its characters stands in the file.

use crate::model::{FileId, Text};

/// The text of a string whose value is `decoded` and which stands in `file` as `raw`, quotation marks included, from
/// byte `start`. Where `raw` is faulty TOML, the text as a whole points at its beginning.
pub(super) fn text_of(decoded: &str, raw: &str, file: FileId, start: usize) -> Text {
    let mut walk = Walk { content: String::with_capacity(decoded.len()), map: Vec::new(), start };
    walk.string(raw);
    if walk.content == decoded {
        Text::mapped(walk.content, file, walk.map)
    } else {
        Text::verbatim(decoded.to_owned(), file, start)
    }
}

struct Walk {
    content: String,
    map: Vec<(usize, usize)>,
    start: usize,
}

impl Walk {
    fn string(&mut self, raw: &str) {
        for marks in ["\"\"\"", "'''", "\"", "'"] {
            let Some(inner) = raw.strip_prefix(marks) else { continue };
            let inner = inner.strip_suffix(marks).unwrap_or(inner);
            let several_lines = marks.len() == 3;
            let body = if several_lines { without_first_line_end(inner) } else { inner };
            let at = marks.len().saturating_add(inner.len().saturating_sub(body.len()));
            self.body(body, at, marks.starts_with('"'), several_lines);
            return;
        }
        self.body(raw, 0, false, false);
    }

    /// Copies `body`, which begins `at` bytes into the string, with its escapes read.
    fn body(&mut self, body: &str, mut at: usize, escapes: bool, several_lines: bool) {
        self.note(at);
        let mut rest = body;
        while let Some(next) = rest.find('\\').filter(|_| escapes) {
            self.content.push_str(rest.get(..next).unwrap_or_default());
            at = at.saturating_add(next);
            let escape = rest.get(next..).unwrap_or_default();
            let (character, length) = read_escape(escape, several_lines);
            self.note(at);
            self.content.extend(character);
            at = at.saturating_add(length);
            self.note(at);
            rest = escape.get(length..).unwrap_or_default();
        }
        self.content.push_str(rest);
    }

    /// What comes next in the text stands `at` bytes into the string.
    fn note(&mut self, at: usize) {
        let content = self.content.len();
        self.map.pop_if(|(noted, _)| *noted == content);
        self.map.push((content, self.start.saturating_add(at)));
    }
}

fn without_first_line_end(inner: &str) -> &str {
    inner.strip_prefix("\r\n").or_else(|| inner.strip_prefix('\n')).unwrap_or(inner)
}

/// The character that the escape at the beginning of `text` stands for, and the escape's length in bytes. A
/// backslash at a line's end stands for nothing and takes the blanks after it along.
fn read_escape(text: &str, several_lines: bool) -> (Option<char>, usize) {
    let after = text.get(1..).unwrap_or_default();
    let Some(letter) = after.chars().next() else { return (None, text.len()) };
    let plain = |character| (Some(character), letter.len_utf8().saturating_add(1));
    match letter {
        'b' => plain('\u{8}'),
        'e' => plain('\u{1b}'),
        'f' => plain('\u{c}'),
        'n' => plain('\n'),
        'r' => plain('\r'),
        't' => plain('\t'),
        'x' => numbered(after, 2),
        'u' => numbered(after, 4),
        'U' => numbered(after, 8),
        ' ' | '\t' | '\r' | '\n' if several_lines => {
            let kept = after.trim_start_matches([' ', '\t', '\r', '\n']).len();
            (None, text.len().saturating_sub(kept))
        }
        '"' | '\\' => plain(letter),
        // The parser tells the fault and takes the backslash for itself.
        _ => (Some('\\'), 1),
    }
}

/// The character of the number in the `digits` hexadecimal digits behind an escape's letter; the parser's stand-in
/// where there is none such.
fn numbered(after: &str, digits: usize) -> (Option<char>, usize) {
    let behind_letter = after.get(1..).unwrap_or_default();
    let is_other = |c: char| !c.is_ascii_hexdigit();
    let count = behind_letter.find(is_other).unwrap_or(behind_letter.len()).min(digits);
    let number = behind_letter.get(..count).filter(|_| count == digits);
    let character = number.and_then(|number| u32::from_str_radix(number, 16).ok()).and_then(char::from_u32);
    (Some(character.unwrap_or(char::REPLACEMENT_CHARACTER)), count.saturating_add(2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::DeTable;

    use super::text_of;
    use crate::model::{FileId, Text};

    /// One character of a string: how it is written, and what it stands for (nothing for an escaped line end).
    type Part = (String, Option<char>);

    fn letter(allowed: &'static str) -> impl Strategy<Value = Part> {
        proptest::sample::select(allowed.chars().collect::<Vec<_>>()).prop_map(|c| (c.to_string(), Some(c)))
    }

    fn escape() -> impl Strategy<Value = Part> {
        prop_oneof![
            Just(("\\n".to_owned(), Some('\n'))),
            Just(("\\\"".to_owned(), Some('"'))),
            Just(("\\\\".to_owned(), Some('\\'))),
            Just(("\\t".to_owned(), Some('\t'))),
            Just(("\\u00e9".to_owned(), Some('é'))),
            Just(("\\U0001F600".to_owned(), Some('😀'))),
            Just(("\\x41".to_owned(), Some('A'))),
        ]
    }

    fn line_end() -> impl Strategy<Value = Part> {
        prop_oneof![
            Just(("\n".to_owned(), Some('\n'))),
            Just(("\\\n  \n\t".to_owned(), None)),
            Just(("\\  \r\n ".to_owned(), None)),
        ]
    }

    fn parts(of: impl Strategy<Value = Part>) -> impl Strategy<Value = Vec<Part>> {
        proptest::collection::vec(of, 0..30)
    }

    /// Reads the string as TOML does, and holds every character of its text against the place it is written at.
    fn every_character_is_found_again(open: &str, parts: &[Part], close: &str) {
        let mut source = format!("a = 'é'\nkey = {open}");
        let mut written = Vec::new();
        for (raw, stands_for) in parts {
            written.extend(stands_for.map(|character| (source.len(), character)));
            source.push_str(raw);
        }
        source.push_str(close);
        let table = DeTable::parse(&source).unwrap();
        let value = table.get_ref().get("key").unwrap();
        let decoded = value.get_ref().as_str().unwrap();
        let expected: String = written.iter().map(|(_, character)| *character).collect();
        assert_eq!(decoded, expected, "{source:?}");
        let text = text_of(decoded, source.get(value.span()).unwrap(), FileId(0), value.span().start);
        assert_eq!(text.as_str(), expected);
        for ((at, character), (offset, _)) in text.as_str().char_indices().zip(&written) {
            assert_eq!(text.offset(at), *offset, "{character:?} of {source:?}");
        }
    }

    proptest! {
        #[test]
        fn of_a_basic_string(parts in parts(prop_oneof![letter("aé £“'#"), escape()])) {
            every_character_is_found_again("\"", &parts, "\"\n");
        }

        #[test]
        fn of_a_literal_string(parts in parts(letter("aé £“\\\"#"))) {
            every_character_is_found_again("'", &parts, "'\n");
        }

        #[test]
        fn of_text_of_several_lines(
            first in proptest::sample::select(vec!["\"\"\"x", "\"\"\"\n", "\"\"\"\r\n"]),
            parts in parts(prop_oneof![letter("aé £“'#"), escape(), line_end(), Just(("\r\n".to_owned(), None))])
        ) {
            let parts = without_what_is_swallowed(&with_both_halves_of_line_ends(&parts));
            let (open, parts) = with_first_letter(first, parts);
            every_character_is_found_again(open, &parts, "\"\"\"\n");
        }

        #[test]
        fn of_literal_text_of_several_lines(
            first in proptest::sample::select(vec!["'''x", "'''\n", "'''\r\n"]),
            parts in parts(prop_oneof![letter("aé £“\\\"#\n"), Just(("\r\n".to_owned(), None))])
        ) {
            let parts = with_both_halves_of_line_ends(&parts);
            let (open, parts) = with_first_letter(first, parts);
            every_character_is_found_again(open, &parts, "'''\n");
        }
    }

    /// `\r\n` is kept as it is: two characters.
    fn with_both_halves_of_line_ends(parts: &[Part]) -> Vec<Part> {
        let halves = |part: &Part| match part.0.as_str() {
            "\r\n" => vec![("\r".to_owned(), Some('\r')), ("\n".to_owned(), Some('\n'))],
            _ => vec![part.clone()],
        };
        parts.iter().flat_map(halves).collect()
    }

    /// Without the blanks and line ends that an escaped line end before them takes along.
    fn without_what_is_swallowed(parts: &[Part]) -> Vec<Part> {
        let mut swallowing = false;
        let mut kept = Vec::new();
        for part in parts {
            let is_blank = part.1.is_some() && part.0.chars().all(|c| matches!(c, ' ' | '\t' | '\r' | '\n'));
            swallowing = part.1.is_none() || (swallowing && is_blank);
            if !(swallowing && is_blank) {
                kept.push(part.clone());
            }
        }
        kept
    }

    /// An `x` behind the opening marks belongs to the text (so that no line end there is trimmed).
    fn with_first_letter(open: &str, mut parts: Vec<Part>) -> (&str, Vec<Part>) {
        match open.strip_suffix('x') {
            Some(marks) => {
                parts.insert(0, ("x".to_owned(), Some('x')));
                (marks, parts)
            }
            None => (open, parts),
        }
    }

    #[test]
    fn quotation_marks_at_the_end_of_several_lines_belong_to_the_text() {
        let raw = "\"\"\"say \"hi\"\"\"\"\"";
        let table = format!("key = {raw}");
        let table = DeTable::parse(&table).unwrap();
        let decoded = table.get_ref().get("key").unwrap().get_ref().as_str().unwrap();
        let text = text_of(decoded, raw, FileId(0), 6);
        assert_eq!((text.as_str(), text.offset(5)), ("say \"hi\"\"", 6 + 3 + 5));
    }

    #[test]
    fn behind_a_faulty_escape_places_are_right_again() {
        for (raw, at) in [("\"a\\d rest\"", 4), ("\"\\u12 rest\"", 5), ("\"\\ud800 rest\"", 7)] {
            let source = format!("key = {raw}");
            let (table, _) = DeTable::parse_recoverable(&source);
            let decoded = table.get_ref().get("key").unwrap().get_ref().as_str().unwrap();
            let text = text_of(decoded, raw, FileId(0), 0);
            assert_eq!(text.offset(decoded.find(" rest").unwrap()), at, "{raw}");
        }
    }

    #[test]
    fn faulty_strings_point_at_their_beginning() {
        assert_eq!(text_of("x", "\"ab", FileId(0), 7), Text::verbatim("x".to_owned(), FileId(0), 7));
    }
}
