//! A cell → whether its row counts.

use super::{token, without_prefix};
use crate::model::{Test, fold};

/// Whether a cell passes.
pub(in crate::load::cases) fn passes(text: &str, test: &Test) -> bool {
    match test {
        Test::Is(words) => words.iter().any(|word| is(text, word)),
        Test::IsNot(words) => !words.iter().any(|word| is(text, word)),
        Test::AtLeast(least) => whole(text).is_some_and(|number| number >= *least),
    }
}

/// Whether a cell says a word, or begins with it as its code: case, spacing and a prefix `a) ` make no difference.
fn is(text: &str, word: &str) -> bool {
    let (text, word) = (without_prefix(text.trim()), without_prefix(word.trim()));
    if text.is_empty() || word.is_empty() {
        return text.is_empty() && word.is_empty();
    }
    let folded = fold(text);
    !folded.is_empty() && folded == fold(word) || text == word || token(text).eq_ignore_ascii_case(word)
}

/// A whole number, also where a spreadsheet wrote it as `2.0`.
pub(in crate::load::cases) fn whole(text: &str) -> Option<i64> {
    let text = text.trim().replace(',', "");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    rest.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::passes;
    use crate::model::Test;

    fn is(word: &str) -> Test {
        Test::Is(vec![word.to_owned()])
    }

    #[test]
    fn prefixes_case_and_spacing_make_no_difference() {
        for (text, word) in [
            ("b) No", "No"),
            ("no ", "b) No"),
            ("6: Police", "police 6"),
            ("", ""),
            ("E1: Placement order", "E1"),
            ("q) 6: Police", "6"),
            ("U1", "u1"),
        ] {
            assert_eq!(passes(text, &is(word)), word != "police 6", "{text} {word}");
        }
        assert!(!passes("None", &is("No")));
        assert!(!passes("U10", &is("U1")));
        assert!(!passes("", &is("No")));
        assert!(passes("X", &Test::IsNot(vec!["V3".into(), String::new()])));
        assert!(!passes("", &Test::IsNot(vec!["V3".into(), String::new()])));
    }

    #[test]
    fn numbers_are_compared_as_numbers() {
        for (text, passed) in
            [("1", true), ("10", true), ("1.0", true), ("0", false), ("", false), ("1.5", false)]
        {
            assert_eq!(passes(text, &Test::AtLeast(1)), passed, "{text}");
        }
    }
}
