//! Exact numbers: every value and figure is a ratio of checked integers until it is shown. The only user of the ratio library.

use std::fmt;

use num_rational::Ratio as Raw;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, ToPrimitive, Zero};

/// An exact ratio. Operations that would overflow give none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(Raw<i128>);

impl Ratio {
    /// Nought.
    pub const ZERO: Self = Self(Raw::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Raw::new_raw(1, 1));

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        Self(Raw::from_integer(i128::from(number)))
    }

    /// `numerator / denominator`, reduced; none where the denominator is nought.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self(Raw::new(i128::from(numerator), i128::from(denominator))))
    }

    /// Half of its last digit that is not nought: 50 of 1,800, 0.05 of 12.5; of nought the half of one.
    #[must_use]
    pub fn half_of_last_digit(self) -> Self {
        let ten = Self::whole(10);
        let mut digit = Self::ONE;
        if self.is_zero() {
            return Self(Raw::new(1, 2));
        }
        let fits = |digit: Self| self.over(digit).is_some_and(Self::is_whole);
        while let Some(larger) = digit.times(ten).filter(|larger| fits(*larger)) {
            digit = larger;
        }
        // What has no end in decimals stops where it is too small to matter.
        for _ in 0..12 {
            match digit.over(ten).filter(|_| !fits(digit)) {
                Some(smaller) => digit = smaller,
                None => break,
            }
        }
        digit.over(Self::whole(2)).unwrap_or(digit)
    }

    /// Reads plain decimal digits with an optional sign and point: `12.5`, `-3`. At most 15 digits before
    /// the point and 9 after, so that sums of millions of values stay exact; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let sized = (1..=15).contains(&whole.len()) && part.len() <= 9 && !digits.ends_with('.');
        if !(sized && all_digits(whole) && all_digits(part)) {
            return None;
        }
        let scale = 10_i128.checked_pow(u32::try_from(part.len()).ok()?)?;
        let joined: i128 = format!("{whole}{part}").parse().ok()?;
        let signed = if negative { joined.checked_neg()? } else { joined };
        Some(Self(Raw::new(signed, scale)))
    }

    /// Reads the text that `Display` writes: `3262`, `-7`, `1726/3007`; none for anything else.
    #[must_use]
    pub fn from_exact(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let (numerator, denominator): (i128, i128) = (numerator.parse().ok()?, denominator.parse().ok()?);
        // The least number has no opposite, which reducing would ask for.
        let sound = denominator > 0 && numerator != i128::MIN;
        sound.then(|| Self(Raw::new(numerator, denominator)))
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        // Nearly all values are whole, and then nothing needs to be brought to one denominator.
        if self.is_whole() && other.is_whole() {
            return self.0.numer().checked_add(other.0.numer()).map(Raw::from_integer).map(Self);
        }
        self.0.checked_add(&other.0).map(Self)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return self.0.numer().checked_sub(other.0.numer()).map(Raw::from_integer).map(Self);
        }
        self.0.checked_sub(&other.0).map(Self)
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return self.0.numer().checked_mul(other.0.numer()).map(Raw::from_integer).map(Self);
        }
        self.0.checked_mul(&other.0).map(Self)
    }

    /// The quotient; none also where `other` is nought.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        self.0.checked_div(&other.0).map(Self)
    }

    /// Whether it is nought.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below nought.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// Whether it has no fraction.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// Without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self(self.0.abs())
    }

    /// The whole number that it is, where it is one that fits.
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        if self.is_whole() { self.0.to_integer().to_i64() } else { None }
    }

    /// Rounded once to `places` decimals (0 to 9), half away from nought, as digits: `57.4`, `-3`, `0.0`.
    /// A result of nought has no sign. None where the number is too large to be written.
    #[must_use]
    pub fn rounded(self, places: u8) -> Option<String> {
        if places == 0 && self.is_whole() {
            return Some(self.0.to_integer().to_string());
        }
        let scale = 10_i128.checked_pow(u32::from(places.min(9)))?;
        let scaled = self.0.checked_mul(&Raw::from_integer(scale))?;
        let units = scaled.round().to_integer();
        let sign = if units < 0 { "-" } else { "" };
        let size = units.checked_abs()?;
        let whole = size.checked_div(scale)?;
        if places == 0 {
            return Some(format!("{sign}{whole}"));
        }
        let part = size.checked_rem(scale)?;
        Some(format!("{sign}{whole}.{part:0width$}", width = usize::from(places.min(9))))
    }

    /// The same without noughts at its end: `57.4`, `95`.
    #[must_use]
    pub fn short(self, places: u8) -> Option<String> {
        let digits = self.rounded(places)?;
        let trimmed = digits.trim_end_matches('0').trim_end_matches('.');
        Some(if digits.contains('.') { trimmed.to_owned() } else { digits })
    }

    /// This number rounded to `places` decimals, half away from nought, as a number again.
    #[must_use]
    pub fn round_to(self, places: u8) -> Option<Self> {
        let scale = Raw::from_integer(10_i128.checked_pow(u32::from(places.min(9)))?);
        let scaled = self.0.checked_mul(&scale)?.round();
        scaled.checked_div(&scale).map(Self)
    }
}

impl fmt::Display for Ratio {
    /// The exact value: `3262`, `1726/3007`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<u32> for Ratio {
    fn from(number: u32) -> Self {
        Self::whole(i64::from(number))
    }
}

#[cfg(test)]
mod tests {
    use super::Ratio;

    #[test]
    fn halves_round_away_from_nought() {
        for (text, places, shown) in [
            ("0.5", 0, "1"),
            ("-0.5", 0, "-1"),
            ("2.5", 0, "3"),
            ("26.65", 1, "26.7"),
            ("-0.04", 1, "0.0"),
            ("57.399", 1, "57.4"),
            ("3262", 0, "3262"),
            ("1", 2, "1.00"),
            ("999.95", 1, "1000.0"),
        ] {
            assert_eq!(Ratio::parse(text).and_then(|r| r.rounded(places)).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn a_short_number_has_no_noughts_at_its_end() {
        for (text, shown) in [("95", "95"), ("100", "100"), ("57.40", "57.4"), ("0.25", "0.25"), ("0", "0")] {
            assert_eq!(Ratio::parse(text).and_then(|r| r.short(6)).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn only_plain_decimals_are_read() {
        for text in
            ["", "-", ".", "1.", ".5", "+1", "1e3", "1,000", "3O4", "1234567890123456", "1.1234567891", "--1"]
        {
            assert_eq!(Ratio::parse(text), None, "{text}");
        }
    }

    #[test]
    fn exact_text_is_the_reduced_ratio() {
        assert_eq!(Ratio::new(3452, 6014).map(|r| r.to_string()).as_deref(), Some("1726/3007"));
        for text in ["1726/3007", "3262", "-7", "-1/3", "0"] {
            assert_eq!(Ratio::from_exact(text).map(|r| r.to_string()).as_deref(), Some(text));
        }
        for text in ["", "/", "1/0", "1/-2", "1.5", "x"] {
            assert_eq!(Ratio::from_exact(text), None, "{text}");
        }
    }
}
