//! The marks before the items of lettered lists: written, and read from what people type.

use super::document::Marks;

/// More roman numbers than a list has items.
const MOST_ROMAN: usize = 60;

impl Marks {
    /// What stands in brackets before the item at `position`, "(b)"; none where Markdown has a mark of its own.
    #[must_use]
    pub(super) fn in_brackets(self, position: usize) -> Option<String> {
        match self {
            Self::Bullets | Self::Numbers(_) => None,
            Self::Letters(first) => Some(format!("({})", letters(first.saturating_add(position)))),
            Self::Roman(first) => Some(format!("({})", roman(first.saturating_add(position)))),
        }
    }

    /// The mark after those of `count` items; none where Markdown has a mark of its own.
    pub(super) fn next(self, count: usize) -> Option<Self> {
        match self {
            Self::Bullets | Self::Numbers(_) => None,
            Self::Letters(first) => Some(Self::Letters(first.saturating_add(count))),
            Self::Roman(first) => Some(Self::Roman(first.saturating_add(count))),
        }
    }
}

/// The letters of a number: 1 is "a", 27 is "aa".
#[must_use]
pub(super) fn letters(number: usize) -> String {
    let mut rest = number;
    let mut backwards = Vec::new();
    while let Some(before) = rest.checked_sub(1) {
        let letter = u8::try_from(before % 26).unwrap_or(0).saturating_add(b'a');
        backwards.push(char::from(letter));
        rest = before / 26;
    }
    backwards.into_iter().rev().collect()
}

/// The small roman number.
fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        written.push_str(&sign.repeat(rest / value));
        rest %= value;
    }
    written
}

/// What a word in brackets can be: a letter, a roman number, or both.
pub(super) fn readings(word: &str) -> impl Iterator<Item = Marks> {
    let letter = match word.as_bytes() {
        [letter @ b'a'..=b'z'] => {
            Some(Marks::Letters(usize::from(letter.saturating_sub(b'a')).saturating_add(1)))
        }
        _ => None,
    };
    let number = (1..=MOST_ROMAN).find(|number| roman(*number) == word);
    letter.into_iter().chain(number.map(Marks::Roman))
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn letters_and_roman_numbers_go_on() {
        assert_eq!([1, 26, 27, 52].map(letters), ["a", "z", "aa", "az"]);
        assert_eq!([1, 4, 9, 14, 40].map(roman), ["i", "iv", "ix", "xiv", "xl"]);
    }
}
