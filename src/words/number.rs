//! Digits: thousands parted by commas, one rounding, half away from nought.

use crate::model::Ratio;

/// The minus sign, so that no hyphen stands before a number.
const MINUS: char = '\u{2212}';

/// `number` with `places` decimals at the most: a whole number has none ("29", not "29.0").
pub(super) fn digits(number: Ratio, places: u8) -> String {
    let places = if number.is_whole() { 0 } else { places };
    match number.rounded(places) {
        // Most numbers have no thousands.
        Some(plain) if plain.find('.').unwrap_or(plain.len()) <= 3 && !plain.starts_with('-') => plain,
        Some(plain) => grouped(&plain),
        None => "a number too large to show".to_owned(),
    }
}

/// The most that can be shown of a percentage that is nearly 100, of either sign, and would be shown as if it
/// were all: "99.9".
pub(super) fn nearly_all(number: Ratio, places: u8) -> Option<String> {
    let (size, all) = (number.magnitude(), Ratio::whole(100));
    let nearly = size < all && size > Ratio::whole(99) && size.round_to(places) == Some(all);
    nearly.then(
        || if places == 0 { "99".to_owned() } else { format!("99.{}", "9".repeat(usize::from(places))) },
    )
}

/// Whether `number` is not nought but would be shown as nought.
pub(super) fn vanishes(number: Ratio, places: u8) -> bool {
    !number.is_zero() && number.rounds_to_nought(places)
}

/// The smallest number that `places` decimals can show: "1", "0.1".
pub(super) fn smallest(places: u8) -> String {
    match places {
        0 => "1".to_owned(),
        more => format!("0.{}1", "0".repeat(usize::from(more.saturating_sub(1)))),
    }
}

/// Plain digits with commas: "-1234.5" → "−1,234.5".
#[must_use]
pub fn grouped(plain: &str) -> String {
    let (negative, size) = plain.strip_prefix('-').map_or((false, plain), |size| (true, size));
    let (whole, part) = size.split_once('.').map_or((size, None), |(whole, part)| (whole, Some(part)));
    let mut text = String::new();
    if negative {
        text.push(MINUS);
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && whole.len().saturating_sub(position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(part) = part {
        text.push('.');
        text.push_str(part);
    }
    text
}

/// A whole number up to twenty as a word.
pub(super) fn spelled(number: Ratio) -> Option<&'static str> {
    const WORDS: [&str; 21] = [
        "none",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    WORDS.get(usize::try_from(number.to_whole()?).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::{digits, spelled, vanishes};
    use crate::model::Ratio;

    #[test]
    fn digits_have_commas_and_one_rounding() {
        for (numerator, denominator, places, shown) in [
            (0, 1, 1, "0"),
            (999, 1, 0, "999"),
            (1000, 1, 0, "1,000"),
            (1_234_567, 1, 0, "1,234,567"),
            (-1234, 1, 0, "−1,234"),
            (172_600, 3007, 1, "57.4"),
            (25, 1, 1, "25"),
            (39_957, 10_000, 1, "4.0"),
            (5, 2, 0, "3"),
            (-5, 2, 0, "−3"),
        ] {
            assert_eq!(digits(Ratio::new(numerator, denominator).unwrap(), places), shown);
        }
    }

    #[test]
    fn numbers_up_to_twenty_have_words() {
        assert_eq!(spelled(Ratio::whole(17)), Some("seventeen"));
        assert_eq!(spelled(Ratio::whole(20)), Some("twenty"));
        assert_eq!(spelled(Ratio::whole(21)), None);
        assert_eq!(spelled(Ratio::whole(-1)), None);
        assert_eq!(spelled(Ratio::new(1, 2).unwrap()), None);
    }

    #[test]
    fn what_is_shown_as_nought_but_is_not_is_known() {
        assert!(vanishes(Ratio::new(4, 100).unwrap(), 1));
        assert!(!vanishes(Ratio::new(5, 100).unwrap(), 1));
        assert!(!vanishes(Ratio::ZERO, 1));
    }
}
