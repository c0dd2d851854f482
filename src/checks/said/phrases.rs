//! A passage of Markdown → its bullets and sentences, each in a form in which it can be compared.

use std::ops::Range;

use super::markup::{Mark, filled, marks};

/// A bullet or a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Where it stands in its text.
    pub(super) range: Range<usize>,
    /// Which paragraph or bullet of the text it is in, counted from 0.
    pub(super) block: usize,
    /// Which list of the text that is a bullet of, counted from 0; none for a paragraph.
    pub(super) list: Option<usize>,
    /// Whether it only opens what follows: "We asked each agency:".
    pub(super) opens: bool,
    /// Its words in lower case without marks, and figures as they are written.
    pub(super) folded: String,
}

/// Stands for a tag, which ends a phrase. No text holds it: control characters are taken out when it is read.
const BREAK: u8 = 0x1F;

/// The phrases of a text. Headings, tables, code and run-in headings (`**What we did.**`) are none: they rightly stand
/// in many places.
pub(super) fn phrases(text: &str) -> Vec<Phrase> {
    let of = |wanted: fn(Mark) -> bool| -> Vec<Range<usize>> {
        marks(text).into_iter().filter(|(_, mark)| wanted(*mark)).map(|(range, _)| range).collect()
    };
    let figures = of(|mark| mark == Mark::Figure);
    // A figure counts as a word with a capital: a sentence may begin with it, and no mark inside of it ends one.
    let shape = filled(&filled(text, &of(|mark| mark != Mark::Figure), BREAK), &figures, b'F');
    let mut found = Vec::new();
    for (block, (lines, list)) in blocks(&shape).into_iter().enumerate() {
        for range in sentences(&shape, lines) {
            let written = text.get(range.clone()).unwrap_or_default();
            let folded = folded(written);
            if !folded.is_empty() && !is_run_in_heading(written) {
                let opens = written.ends_with(':');
                found.push(Phrase { range, block, list, opens, folded });
            }
        }
    }
    found
}

/// The paragraphs and bullets of a text, and which list each bullet is in. Whatever else stands between bullets ends
/// their list.
fn blocks(shape: &str) -> Vec<(Range<usize>, Option<usize>)> {
    let mut found: Vec<(Range<usize>, Option<usize>)> = Vec::new();
    let mut list = 0;
    let mut is_open = false;
    let mut in_fence = false;
    let mut start = 0;
    for line in shape.split_inclusive('\n') {
        let end = start + line.len();
        let words = line.trim();
        let is_fence = words.starts_with("```") || words.starts_with("~~~");
        in_fence ^= is_fence;
        if is_underline(words) && is_open {
            found.pop();
        }
        let marker = bullet_marker(line);
        if is_fence || in_fence || words.is_empty() || words.starts_with(['#', '|']) || is_underline(words) {
            list += usize::from(!words.is_empty());
            is_open = false;
        } else if let (Some((open, _)), true, None) = (found.last_mut(), is_open, marker) {
            open.end = end;
        } else {
            list += usize::from(marker.is_none());
            found.push((start + marker.unwrap_or(0)..end, marker.map(|_| list)));
            is_open = true;
        }
        start = end;
    }
    found
}

/// A line that makes a heading of what is above it, or a rule.
fn is_underline(words: &str) -> bool {
    words.len() > 1 && (words.bytes().all(|b| b == b'=') || words.bytes().all(|b| b == b'-'))
}

/// Where a line's words begin, after `- `, `2. ` or `(a) `; none where it is no item of a list.
fn bullet_marker(line: &str) -> Option<usize> {
    let words = line.trim_start_matches([' ', '\t', '>']);
    let marker = words.split([' ', '\t']).next().unwrap_or_default();
    let inside = marker.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_counted = inside.len() < marker.len()
        && (1..=4).contains(&inside.len())
        && (inside.bytes().all(|b| b.is_ascii_digit())
            || marker.ends_with(')') && inside.bytes().all(|b| b.is_ascii_lowercase()));
    (matches!(marker, "-" | "*" | "+") || is_counted).then(|| line.len() - words.len() + marker.len())
}

/// The sentences of a block, without blanks around them.
fn sentences(shape: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let words = shape.get(block.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut start = 0;
    let ends = words.bytes().enumerate().filter(|(_, byte)| matches!(*byte, b'.' | b'!' | b'?' | BREAK));
    for (at, end) in ends {
        let after = at + 1;
        let rest = words.get(after..).unwrap_or_default();
        if end == BREAK {
            found.push(start..at);
            start = after;
        } else if ends_sentence(rest) {
            let closing = rest.len() - rest.trim_start_matches(is_closing).len();
            found.push(start..after + closing);
            start = after + closing;
        }
    }
    found.push(start..words.len());
    found.into_iter().filter_map(|range| trimmed(words, range, block.start)).collect()
}

/// Whether a full stop with `rest` after it ends a sentence, and not an abbreviation or a number.
fn ends_sentence(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_closing);
    let next = rest.trim_start();
    next.len() < rest.len() && !next.starts_with(char::is_lowercase)
}

/// Marks that close what a sentence is in.
fn is_closing(character: char) -> bool {
    matches!(character, '*' | '_' | ')' | ']' | '"' | '\'' | '’' | '”')
}

fn trimmed(words: &str, range: Range<usize>, offset: usize) -> Option<Range<usize>> {
    let sentence = words.get(range.clone())?;
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    let end = range.start + sentence.trim_end().len();
    (start < end).then(|| offset + start..offset + end)
}

/// A sentence set in bold as a heading of what follows.
fn is_run_in_heading(written: &str) -> bool {
    ["**", "__"].iter().any(|mark| written.len() > 4 && written.starts_with(mark) && written.ends_with(mark))
}

/// Words in lower case, parted by single spaces; figures without the blanks in them.
pub(super) fn folded(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    let mut from = 0;
    for (figure, _) in marks(written).into_iter().filter(|(_, mark)| *mark == Mark::Figure) {
        add_folded(written.get(from..figure.start).unwrap_or_default(), &mut folded);
        let words = written.get(figure.clone()).unwrap_or_default().split_whitespace();
        words.for_each(|word| folded.push_str(word));
        from = figure.end;
    }
    add_folded(written.get(from..).unwrap_or_default(), &mut folded);
    folded.truncate(folded.trim_end().len());
    folded
}

/// Adds words without a figure in them.
fn add_folded(words: &str, folded: &mut String) {
    for (position, word) in words.split(|c: char| !c.is_alphanumeric() && !is_quote(c)).enumerate() {
        if position > 0 && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            folded.push_str(word);
        } else {
            folded.extend(word.chars().filter(|c| !is_quote(*c)).flat_map(char::to_lowercase));
        }
    }
}

fn is_quote(character: char) -> bool {
    matches!(character, '\'' | '‘' | '’')
}

#[cfg(test)]
mod tests {
    use super::{folded, phrases};

    #[track_caller]
    fn assert_phrases(text: &str, expected: &[&str]) {
        let found = phrases(text);
        let written: Vec<&str> = found.iter().map(|phrase| text.get(phrase.range.clone()).unwrap()).collect();
        assert_eq!(written, expected, "{text}");
    }

    #[test]
    fn text_parts_into_bullets_and_sentences() {
        for (text, expected) in [
            ("One. Two! Three?", &["One.", "Two!", "Three?"][..]),
            ("One (or “two.”) Three", &["One (or “two.”)", "Three"]),
            ("Rose by 2.5 per cent, e.g. in schools", &["Rose by 2.5 per cent, e.g. in schools"]),
            (
                "- one\n  and more\n- two\n\n  (a) three\n1. four",
                &["one\n  and more", "two", "three", "four"],
            ),
            ("# One\n\nTwo\n===\nThree\n\n| four |\n|---|\n```\nfive\n```\nSix", &["Three", "Six"]),
            ("**What we did.** We ran. **All** of us.", &["We ran.", "**All** of us."]),
            ("{{ a(\"B. C\") }} d. {{ e }} f.", &["{{ a(\"B. C\") }} d.", "{{ e }} f."]),
            ("{% if a %}One{% else %}Two{% endif %} three", &["One", "Two", "three"]),
            ("We asked:\n\n- one", &["We asked:", "one"]),
            ("- {{ a }}", &["{{ a }}"]),
            ("***\n\n—", &[]),
        ] {
            assert_phrases(text, expected);
        }
    }

    #[test]
    fn a_phrase_knows_its_bullet_and_what_it_opens() {
        let found = phrases("One. Two:\n- three. Four\n\n- five\n## Six\n- seven");
        let told: Vec<_> = found.iter().map(|p| (p.block, p.list, p.opens)).collect();
        assert_eq!(
            told,
            [
                (0, None, false),
                (0, None, true),
                (1, Some(1), false),
                (1, Some(1), false),
                (2, Some(1), false),
                (3, Some(2), false),
            ]
        );
    }

    #[test]
    fn folding_leaves_words_and_figures_as_they_are_written() {
        for (written, expected) in [
            ("The  Board's\n“plan” – agreed.", "the boards plan agreed"),
            ("A {{ Contacts | x(\"A B\") }}, b", "a {{Contacts|x(\"AB\")}} b"),
            ("—", ""),
        ] {
            assert_eq!(folded(written), expected);
        }
    }
}
