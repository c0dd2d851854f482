//! A cell → the category that its row is of.

use super::test::whole;
use super::{token, without_prefix};
use crate::load::cases::presets::Code;
use crate::model::fold;

/// What a row is of where the cell is empty.
pub(in crate::load::cases) const NOT_RECORDED: &str = "Not recorded";

/// A category, and whether it is one of a list of codes that was to hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load::cases) struct CategoryRead {
    /// What reports call it.
    pub(in crate::load::cases) name: String,
    /// Whether there is a list of codes, and it is none of them.
    pub(in crate::load::cases) unlisted: bool,
}

/// Reads a cell by a list of codes, or by bands of numbers, or as it is written.
pub(in crate::load::cases) fn read(text: &str, codes: &[Code], bands: &[i64]) -> CategoryRead {
    let text = without_prefix(text.trim()).trim();
    let named = |name: &str| CategoryRead { name: name.to_owned(), unlisted: false };
    if text.is_empty() {
        return named(NOT_RECORDED);
    }
    if !bands.is_empty() {
        return match number(text) {
            Some(number) => named(&band(number, bands)),
            None => CategoryRead { name: text.to_owned(), unlisted: true },
        };
    }
    match coded(text, codes) {
        Some(category) => named(category),
        None => CategoryRead { name: text.to_owned(), unlisted: !codes.is_empty() },
    }
}

/// The category of a code, of the words behind one, or of its own name.
fn coded(text: &str, codes: &[Code]) -> Option<&'static str> {
    let token = token(text);
    let by_code = codes.iter().find(|code| code.code.eq_ignore_ascii_case(token));
    if let Some(code) = by_code {
        return Some(code.category);
    }
    let folded = fold(text);
    if let Some(code) = codes.iter().find(|code| fold(code.category) == folded) {
        return Some(code.category);
    }
    let words =
        codes.iter().flat_map(|code| code.words.iter().map(move |words| (fold(words), code.category)));
    let beginning = words.filter(|(words, _)| begins(&folded, words));
    beginning.max_by_key(|(words, _)| words.len()).map(|(_, category)| category)
}

/// Whether a text begins with these whole words.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The whole part of a number, as ages are counted: `6.99` is six. An unborn child is below nought.
fn number(text: &str) -> Option<i64> {
    if fold(text) == "unborn" {
        return Some(-1);
    }
    let (part, rest) = text.split_once('.').unwrap_or((text, ""));
    let fraction = rest.bytes().all(|byte| byte.is_ascii_digit());
    if part.starts_with('-') {
        return fraction.then_some(-1);
    }
    fraction.then(|| whole(part)).flatten()
}

/// `Under 1`, `1 to 4`, `16 and over`.
fn band(number: i64, bands: &[i64]) -> String {
    let above = bands.partition_point(|first| *first <= number);
    let (first, next) = (above.checked_sub(1).and_then(|index| bands.get(index)), bands.get(above));
    match (first, next) {
        (Some(first), Some(next)) if next.saturating_sub(*first) == 1 => first.to_string(),
        (Some(first), Some(next)) => format!("{first} to {}", next.saturating_sub(1)),
        (Some(first), None) => format!("{first} and over"),
        (None, Some(next)) => format!("Under {next}"),
        (None, None) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::load::cases::presets::{ABUSE, SOURCE};

    #[test]
    fn codes_prefixes_and_words_come_to_one_category() {
        for (text, category) in [
            ("q) 6: Police", "Police"),
            ("6: Police", "Police"),
            ("6", "Police"),
            ("police", "Police"),
            ("j) 3D: Health services", "Health services"),
            ("3D", "Health services"),
            ("Health services – health visitor", "Health services"),
            ("b) 1B: Individual", "Individual"),
            ("s) 8: Other", "Other"),
            ("Other legal agency (courts)", "Other legal agency"),
            ("e) 2A: Schools", "Schools"),
            ("", "Not recorded"),
        ] {
            let found = read(text, SOURCE, &[]);
            assert_eq!((found.name.as_str(), found.unlisted), (category, false), "{text}");
        }
        assert!(read("z) 77: Elsewhere", SOURCE, &[]).unlisted);
        for (text, category) in
            [("NEG", "Neglect"), ("Physical abuse", "Physical abuse"), ("c) Sexual", "Sexual abuse")]
        {
            assert_eq!(read(text, ABUSE, &[]).name, category);
        }
    }

    #[test]
    fn ages_fall_into_bands() {
        let bands = [1, 5, 10, 16];
        for (text, band) in [
            ("0.99", "Under 1"),
            ("-0.2", "Under 1"),
            ("Unborn", "Under 1"),
            ("1", "1 to 4"),
            ("4.999", "1 to 4"),
            ("10", "10 to 15"),
            ("16.0", "16 and over"),
        ] {
            assert_eq!(read(text, &[], &bands).name, band, "{text}");
        }
        assert!(read("old", &[], &bands).unlisted);
    }

    #[test]
    fn without_codes_a_category_is_as_written_less_its_prefix() {
        assert_eq!(read("a) Male", &[], &[]).name, "Male");
        assert_eq!(read("A & E", &[], &[]).name, "A & E");
    }
}
