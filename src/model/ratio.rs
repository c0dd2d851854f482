//! Exact numbers: every value and figure is a ratio of checked integers until it is shown. The only user of the ratio library.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZero;

use num_rational::Ratio as Raw;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};

/// An exact ratio. Operations that would overflow give none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    /// In lowest terms, so that equal ratios have equal parts. That it is not nought saves the room in which it would be
    /// kept whether there is a ratio at all: every value carries several.
    denominator: NonZero<u128>,
}

impl Ratio {
    /// Nought.
    pub const ZERO: Self = Self::integer(0);
    /// One.
    pub const ONE: Self = Self::integer(1);

    const fn integer(number: i128) -> Self {
        Self { numerator: number, denominator: NonZero::<u128>::MIN }
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        Self::integer(i128::from(number))
    }

    /// `numerator / denominator`, reduced; none where the denominator is nought.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        Self::whole(numerator).over(Self::whole(denominator))
    }

    /// Half of its last digit that is not nought: 50 of 1,800, 0.05 of 12.5; of nought the half of one.
    #[must_use]
    pub fn half_of_last_digit(self) -> Self {
        let ten = Self::whole(10);
        let mut digit = Self::ONE;
        let half = |digit: Self| digit.over(Self::whole(2)).unwrap_or(digit);
        if self.is_zero() {
            return half(digit);
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
        half(digit)
    }

    /// Reads plain decimal digits with an optional sign and point: `12.5`, `-3`. At most 15 digits before
    /// the point and 9 after, so that sums of millions of values stay exact; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let sized = (1..=15).contains(&whole.len()) && part.len() <= 9 && !digits.ends_with('.');
        if !(sized && all_digits(whole) && all_digits(part)) {
            return None;
        }
        let read = |digits: &str| digits.parse().ok().map(Self::whole);
        let size = if part.is_empty() {
            read(whole)?
        } else {
            let scale = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
            read(whole)?.plus(read(part)?.over(Self::whole(scale))?)?
        };
        size.times(Self::whole(sign))
    }

    /// Reads the text that `Display` writes: `3262`, `-7`, `1726/3007`; none for anything else.
    #[must_use]
    pub fn from_exact(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let (numerator, denominator): (i128, i128) = (numerator.parse().ok()?, denominator.parse().ok()?);
        // The least number has no opposite, which reducing would ask for.
        let sound = denominator > 0 && numerator != i128::MIN;
        sound.then(|| Self::from(Raw::new(numerator, denominator)))
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        // Nearly all values are whole, and then nothing needs to be brought to one denominator.
        if self.is_whole() && other.is_whole() {
            return self.numerator.checked_add(other.numerator).map(Self::integer);
        }
        self.with(other, CheckedAdd::checked_add, CheckedAdd::checked_add)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return self.numerator.checked_sub(other.numerator).map(Self::integer);
        }
        self.with(other, CheckedSub::checked_sub, CheckedSub::checked_sub)
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            return self.numerator.checked_mul(other.numerator).map(Self::integer);
        }
        self.with(other, CheckedMul::checked_mul, CheckedMul::checked_mul)
    }

    /// The quotient; none also where `other` is nought.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if other == Self::ONE {
            return Some(self);
        }
        self.with(other, CheckedDiv::checked_div, CheckedDiv::checked_div)
    }

    /// What an operation makes of both: of `small` numbers where they can hold it, as they nearly always can, since
    /// those are much quicker to reckon with.
    fn with(
        self,
        other: Self,
        small: fn(&Raw<i64>, &Raw<i64>) -> Option<Raw<i64>>,
        large: fn(&Raw<i128>, &Raw<i128>) -> Option<Raw<i128>>,
    ) -> Option<Self> {
        let both = self.small().zip(other.small());
        match both.and_then(|(one, other)| small(&one, &other)) {
            Some(made) => Some(Self::from(made)),
            None => large(&self.raw(), &other.raw()).map(Self::from),
        }
    }

    fn small(self) -> Option<Raw<i64>> {
        let part = |number| i64::try_from(number).ok();
        Some(Raw::new_raw(part(self.numerator)?, part(self.denominator())?))
    }

    fn raw(self) -> Raw<i128> {
        Raw::new_raw(self.numerator, self.denominator())
    }

    /// Above nought.
    fn denominator(self) -> i128 {
        self.denominator.get().cast_signed()
    }

    /// Whether it is nought.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether it is below nought.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether it has no fraction.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.denominator == NonZero::<u128>::MIN
    }

    /// Without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self { numerator: self.numerator.saturating_abs(), ..self }
    }

    /// The whole number that it is, where it is one that fits.
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        if self.is_whole() { i64::try_from(self.numerator).ok() } else { None }
    }

    /// How many units of which `scale` make one, rounded half away from nought.
    fn units(self, scale: i128) -> Option<i128> {
        let scaled = match self.numerator.checked_mul(scale) {
            Some(numerator) => Self { numerator, ..self },
            None => self.times(Self::integer(scale))?,
        };
        let (numerator, denominator) = (scaled.numerator, scaled.denominator());
        let whole = numerator.checked_div(denominator)?;
        let rest = numerator.checked_sub(whole.checked_mul(denominator)?)?.checked_abs()?;
        let away = if rest >= denominator.checked_sub(rest)? { numerator.signum() } else { 0 };
        whole.checked_add(away)
    }

    /// Rounded once to `places` decimals (0 to 9), half away from nought, as digits: `57.4`, `-3`, `0.0`.
    /// A result of nought has no sign. None where the number is too large to be written.
    #[must_use]
    pub fn rounded(self, places: u8) -> Option<String> {
        if places == 0 && self.is_whole() {
            return Some(digits(self.numerator));
        }
        let places = usize::from(places.min(9));
        let units = self.units(scale(places)?)?;
        let mut text = digits(units);
        if places > 0 {
            // One digit stands before the point at the least.
            let sign = usize::from(units < 0);
            let lacking = places.saturating_add(sign).saturating_add(1).saturating_sub(text.len());
            (0..lacking).for_each(|_| text.insert(sign, '0'));
            text.insert(text.len().saturating_sub(places), '.');
        }
        Some(text)
    }

    /// Whether it is nought once rounded to `places` decimals (0 to 9).
    #[must_use]
    pub fn rounds_to_nought(self, places: u8) -> bool {
        let is_less_than_one = self.numerator.unsigned_abs() < self.denominator.get();
        is_less_than_one && scale(usize::from(places.min(9))).and_then(|scale| self.units(scale)) == Some(0)
    }

    /// The same without noughts at its end: `57.4`, `95`.
    #[must_use]
    pub fn short(self, places: u8) -> Option<String> {
        let mut digits = self.rounded(places)?;
        if digits.contains('.') {
            let kept = digits.trim_end_matches('0').trim_end_matches('.').len();
            digits.truncate(kept);
        }
        Some(digits)
    }

    /// The exact value: `3262`, `1726/3007`.
    #[must_use]
    pub fn exact(self) -> String {
        let mut text = digits(self.numerator);
        if !self.is_whole() {
            text.push('/');
            text.push_str(&digits(self.denominator()));
        }
        text
    }

    /// This number rounded to `places` decimals, half away from nought, as a number again.
    #[must_use]
    pub fn round_to(self, places: u8) -> Option<Self> {
        let scale = scale(usize::from(places.min(9)))?;
        Self::integer(self.units(scale)?).over(Self::integer(scale))
    }
}

/// How many units of the last of so many decimals make one.
fn scale(places: usize) -> Option<i128> {
    10_i128.checked_pow(u32::try_from(places).ok()?)
}

/// A whole number in digits.
fn digits(number: i128) -> String {
    i64::try_from(number).map_or_else(|_| number.to_string(), |small| small.to_string())
}

impl<I: Copy + Into<i128>> From<Raw<I>> for Ratio {
    fn from(raw: Raw<I>) -> Self {
        let denominator: i128 = (*raw.denom()).into();
        let denominator = NonZero::new(denominator.unsigned_abs()).unwrap_or(NonZero::<u128>::MIN);
        Self { numerator: (*raw.numer()).into(), denominator }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let one = self.numerator.checked_mul(other.denominator());
        match one.zip(other.numerator.checked_mul(self.denominator())) {
            Some((one, other)) => one.cmp(&other),
            None => self.raw().cmp(&other.raw()),
        }
    }
}

impl fmt::Display for Ratio {
    /// As [`Ratio::exact`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.exact())
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

    #[test]
    fn numbers_at_the_ends_of_their_range_are_reckoned_or_refused() {
        let ends = [i64::MIN, i64::MIN + 1, -1 << 62, -3, -2, -1, 0, 1, 2, 3, 1 << 62, i64::MAX];
        for (one, other) in ends.iter().flat_map(|one| ends.map(|other| (*one, other))) {
            let (a, b) = (Ratio::whole(one), Ratio::whole(other));
            let halves = [a.over(Ratio::whole(2)), b.over(Ratio::whole(-2))];
            let (one, other) = (i128::from(one), i128::from(other));
            assert_eq!(a.plus(b).map(Ratio::exact), Some((one + other).to_string()));
            assert_eq!(a.times(b).map(Ratio::exact), Some((one * other).to_string()));
            let back = a.over(b).and_then(|quotient| quotient.times(b));
            assert_eq!(back, (other != 0).then_some(a));
            let [Some(half), Some(minus)] = halves else { panic!("halves") };
            assert_eq!(half.minus(minus).and_then(|sum| sum.times(Ratio::whole(2))), a.plus(b));
        }
    }
}
