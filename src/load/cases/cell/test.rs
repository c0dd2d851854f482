//! A cell → whether its row counts.

use super::{token, without_prefix};
use crate::load::sheet::is_formula_error;
use crate::model::{Test, fold};

/// What a cell says to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::load::cases) enum Answer {
    /// Its row counts.
    Counts,
    /// Its row does not.
    Not,
    /// It is empty, and the question does not ask for that: its row is taken as it would be of any other word.
    Silent(Side),
    /// It is no answer: not a number where one is asked for, the error of a formula, neither yes nor no.
    Unclear,
}

/// Which way a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::load::cases) enum Side {
    /// It counts.
    In,
    /// It does not.
    Out,
}

/// What a cell answers.
pub(in crate::load::cases) fn answer(text: &str, test: &Test) -> Answer {
    let text = text.trim();
    let (words, met, other) = match test {
        Test::Is(words) => (words, Answer::Counts, Side::Out),
        Test::IsNot(words) => (words, Answer::Not, Side::In),
        Test::AtLeast(_) if text.is_empty() => return Answer::Silent(Side::Out),
        Test::AtLeast(least) => {
            return match whole(text) {
                Some(number) if number >= *least => Answer::Counts,
                Some(_) => Answer::Not,
                None => Answer::Unclear,
            };
        }
    };
    if words.iter().any(|word| is(text, word)) {
        return met;
    }
    if text.is_empty() {
        return Answer::Silent(other);
    }
    if is_formula_error(text) || is_neither(text, words) {
        return Answer::Unclear;
    }
    match other {
        Side::In => Answer::Counts,
        Side::Out => Answer::Not,
    }
}

/// What means yes, and what no.
pub(in crate::load::cases) const YES: &[&str] = &["Yes", "Y", "True", "1"];
const NO: &[&str] = &["No", "N", "False", "0"];

/// Whether yes or no is asked for and a cell is not the other of the two.
fn is_neither(text: &str, words: &[String]) -> bool {
    let among = |word: &str, all: &[&str]| all.iter().any(|one| is(word, one));
    let mut asked = words.iter().filter(|word| !word.trim().is_empty()).peekable();
    let Some(first) = asked.peek() else { return false };
    let (these, others) = if among(first, YES) { (YES, NO) } else { (NO, YES) };
    asked.all(|word| among(word, these)) && !among(text, others)
}

/// Whether a cell says a word, or begins with it as its code: case, spacing, a prefix `a) ` and the nought of `1.0` make no
/// difference.
fn is(text: &str, word: &str) -> bool {
    let (text, word) = (without_prefix(text.trim()), without_prefix(word.trim()));
    if text.is_empty() || word.is_empty() {
        return text.is_empty() && word.is_empty();
    }
    let text = without_noughts(text);
    let folded = fold(text);
    !folded.is_empty() && folded == fold(word) || text == word || token(text).eq_ignore_ascii_case(word)
}

/// A code as it was before a program took it for a number and wrote `1.0`.
fn without_noughts(text: &str) -> &str {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, rest)) if is_digits(whole) && !rest.is_empty() && rest.bytes().all(|b| b == b'0') => {
            whole
        }
        _ => text,
    }
}

/// A whole number, also where a spreadsheet wrote it as `2.0`.
pub(in crate::load::cases) fn whole(text: &str) -> Option<i64> {
    let text = text.trim().replace(',', "");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    rest.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Answer, Side, answer};
    use crate::model::Test;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn prefixes_case_and_spacing_make_no_difference() {
        for (text, word, told) in [
            ("b) No", "No", Answer::Counts),
            ("no ", "b) No", Answer::Counts),
            ("6: Police", "police 6", Answer::Not),
            ("", "", Answer::Counts),
            ("E1: Placement order", "E1", Answer::Counts),
            ("q) 6: Police", "6", Answer::Counts),
            ("U1", "u1", Answer::Counts),
            ("U10", "U1", Answer::Not),
            ("6.0", "6", Answer::Counts),
            ("6.5", "6", Answer::Not),
        ] {
            assert_eq!(answer(text, &Test::Is(words(&[word]))), told, "{text} {word}");
        }
        let not = Test::IsNot(words(&["V3", ""]));
        assert_eq!(answer("X", &not), Answer::Counts);
        assert_eq!(answer("", &not), Answer::Not);
    }

    #[test]
    fn numbers_are_compared_as_numbers_and_nothing_else_is_one() {
        for (text, told) in [
            ("1", Answer::Counts),
            ("10", Answer::Counts),
            ("1.0", Answer::Counts),
            ("0", Answer::Not),
            ("", Answer::Silent(Side::Out)),
            ("1.5", Answer::Unclear),
            ("2+", Answer::Unclear),
            (">1", Answer::Unclear),
            ("one", Answer::Unclear),
            ("#N/A", Answer::Unclear),
        ] {
            assert_eq!(answer(text, &Test::AtLeast(1)), told, "{text}");
        }
    }

    #[test]
    fn what_is_asked_with_yes_is_answered_with_yes_or_no() {
        for (text, asked, told) in [
            ("Yes", &["Yes", "Y"][..], Answer::Counts),
            ("n", &["Yes"], Answer::Not),
            ("0.0", &["1"], Answer::Not),
            ("Y", &["Yes"], Answer::Unclear),
            ("Unknown", &["Yes"], Answer::Unclear),
            ("True", &["1"], Answer::Unclear),
            ("", &["Yes"], Answer::Silent(Side::Out)),
            ("Unknown", &["Yes", "Unsure"], Answer::Not),
            ("#REF!", &["Police"], Answer::Unclear),
        ] {
            assert_eq!(answer(text, &Test::Is(words(asked))), told, "{text} {asked:?}");
        }
        let not = Test::IsNot(words(&["Yes"]));
        assert_eq!(answer("No", &not), Answer::Counts);
        assert_eq!(answer("", &not), Answer::Silent(Side::In));
        assert_eq!(answer("tbc", &not), Answer::Unclear);
    }
}
