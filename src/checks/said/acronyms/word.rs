//! A text parted into words, and which of them are acronyms.

use std::ops::Range;

use super::known::is_known;

/// The longest acronym that is looked for; anything longer in capitals is a word that somebody stresses.
const MOST_CAPITALS: usize = 6;

/// A word: letters and digits, with apostrophes inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// Where it stands in its text.
    pub(super) range: Range<usize>,
    /// As it is written.
    pub(super) written: &'t str,
}

/// The words of a text, in order. A hyphen parts words: the letters of an acronym do not tell it from a space.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = character.is_alphanumeric() || is_apostrophe(character) && start.is_some();
        match (is_inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let written = text.get(from..at).unwrap_or_default().trim_end_matches(is_apostrophe);
                found.push(Word { range: from..from + written.len(), written });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether there can be an acronym in a text: most have no capital with another, or a digit, right behind it.
pub(super) fn can_have_acronyms(text: &str) -> bool {
    let mut pairs = text.as_bytes().windows(2);
    pairs.any(|pair| matches!(pair, [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9']))
}

impl<'t> Word<'t> {
    /// The acronym that the word is, without the ending of a plural or genitive; none where it is none, or is one that
    /// every reader knows.
    pub(super) fn acronym(&self, words: &[Self], position: usize, text: &str) -> Option<&'t str> {
        let letters = self.letters();
        let capitals = letters.bytes().filter(u8::is_ascii_uppercase).count();
        let has_its_form = (2..=MOST_CAPITALS).contains(&capitals)
            && letters.starts_with(|c: char| c.is_ascii_uppercase())
            && letters.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let is_other = || {
            is_known(letters)
                || is_roman(letters)
                || is_in_address(&self.range, text)
                || is_postcode(self, words, position)
                || is_shouted(words, position, text)
        };
        (has_its_form && !is_other()).then_some(letters)
    }

    /// The word without `s` or `'s` after capitals.
    fn letters(&self) -> &'t str {
        let stem = self.written.strip_suffix('s').unwrap_or(self.written);
        stem.trim_end_matches(is_apostrophe)
    }

    fn is_in_capitals(&self) -> bool {
        let letters = self.letters();
        letters.bytes().any(|b| b.is_ascii_uppercase())
            && letters.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// A number up to 39: parts and appendices have no more.
fn is_roman(letters: &str) -> bool {
    let ones = letters.trim_start_matches('X');
    letters.len() - ones.len() <= 3
        && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&ones)
}

/// Part of an address or a file's name: `GOV.UK`, `A@B`, `FORM_A`.
fn is_in_address(range: &Range<usize>, text: &str) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    is_joined(before.chars().rev()) || is_joined(after.chars())
}

fn is_joined(mut beside: impl Iterator<Item = char>) -> bool {
    matches!(beside.next(), Some('.' | '@' | '_')) && beside.next().is_some_and(char::is_alphanumeric)
}

/// The first half of a postcode: a word such as `DY1` before one such as `2AB`.
fn is_postcode(word: &Word<'_>, words: &[Word<'_>], position: usize) -> bool {
    const FIRST_HALVES: &[&str] = &["A9", "A99", "AA9", "AA99", "A9A", "AA9A"];
    let follows = words.get(position + 1).is_some_and(|next| shape(next.written) == "9AA");
    follows && FIRST_HALVES.contains(&shape(word.written).as_str())
}

/// A word with `A` for each capital and `9` for each digit.
fn shape(written: &str) -> String {
    let shape = |character: char| match character {
        c if c.is_ascii_uppercase() => 'A',
        c if c.is_ascii_digit() => '9',
        _ => ' ',
    };
    written.chars().map(shape).collect()
}

/// A word of a heading in capitals: one of three or more together, or beside one too long for an acronym.
fn is_shouted(words: &[Word<'_>], position: usize, text: &str) -> bool {
    let goes_on = |pair: &&[Word<'_>]| matches!(pair, [one, other] if are_together(one, other, text));
    let before = words.get(..=position).unwrap_or_default().windows(2).rev().take_while(goes_on).count();
    let after = words.get(position..).unwrap_or_default().windows(2).take_while(goes_on).count();
    let together = words.get(position - before..=position + after).unwrap_or_default();
    together.len() >= 3 || together.iter().any(|word| word.letters().len() > MOST_CAPITALS)
}

/// Whether two words in capitals have only a space or hyphen between them.
fn are_together(one: &Word<'_>, other: &Word<'_>, text: &str) -> bool {
    let between = text.get(one.range.end..other.range.start).unwrap_or_default();
    one.is_in_capitals() && other.is_in_capitals() && matches!(between, " " | "-")
}

#[cfg(test)]
mod tests {
    use super::{can_have_acronyms, words};

    #[test]
    fn acronyms_are_told_from_other_words_in_capitals() {
        for (text, expected) in [
            ("the ICPC, two ICPCs and an ICPC's", &["ICPC", "ICPC", "ICPC"][..]),
            ("MARACs’ and CO2", &["MARAC", "CO2"]),
            ("multi-agency MASH-led", &["MASH"]),
            ("Appendix II, Part IV, XIX and XL", &["XL"]),
            ("The GP, the NHS and a PDF in A4", &[]),
            ("DY1 2AB and WR10 5XY but EC2 and SW1A", &["EC2", "SW1A"]),
            ("KEY POINTS IN BRIEF", &[]),
            ("CHILDREN LAC", &[]),
            ("CAMHS LAC nurses", &["CAMHS", "LAC"]),
            ("must NOT wait", &[]),
            ("GOV.UK and ABC@DE and FORM_AB.", &[]),
            ("Ofsted, DfE, eCDOP, 2AB, SAFEGUARDING", &[]),
            ("It ended. CSE rose", &["CSE"]),
        ] {
            let words = words(text);
            let found: Vec<_> =
                words.iter().enumerate().filter_map(|(at, word)| word.acronym(&words, at, text)).collect();
            assert_eq!(found, expected, "{text}");
            assert!(can_have_acronyms(text) || expected.is_empty(), "{text}");
        }
    }
}
