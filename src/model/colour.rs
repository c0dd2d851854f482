//! A colour of the screen, and the contrast of two as WCAG 2.2 defines it, in whole numbers throughout.

use std::fmt;

/// A colour: how much red, green and blue, each from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The contrast of two colours: from 1 to 21 to one, in billionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contrast(u128);

/// One, in fixed point.
const ONE: u128 = 1_000_000_000;

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Reads `#12436D`: six hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| {
            let two = digits.get(at..at.saturating_add(2))?;
            two.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u8::from_str_radix(two, 16).ok())?
        };
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// The colour with so many sixteenths of another in it.
    #[must_use]
    pub fn mixed(self, other: Self, sixteenths: u8) -> Self {
        let (there, here) = (u16::from(sixteenths.min(16)), u16::from(16_u8.saturating_sub(sixteenths)));
        let mut parts = self.0;
        for (part, of_other) in parts.iter_mut().zip(other.0) {
            let sum = u16::from(*part)
                .saturating_mul(here)
                .saturating_add(u16::from(of_other).saturating_mul(there));
            *part = u8::try_from(sum.saturating_add(8) / 16).unwrap_or(u8::MAX);
        }
        Self(parts)
    }

    /// Its contrast with another.
    #[must_use]
    pub fn contrast(self, other: Self) -> Contrast {
        let (one, two) = (self.luminance(), other.luminance());
        let flare = ONE / 20;
        let (lighter, darker) = (one.max(two).saturating_add(flare), one.min(two).saturating_add(flare));
        Contrast(lighter.saturating_mul(ONE).checked_div(darker).unwrap_or(0))
    }

    /// How light it is: nought for black, [`ONE`] for white.
    fn luminance(self) -> u128 {
        let weighted = self.0.into_iter().zip([2126, 7152, 722]);
        weighted.map(|(part, weight)| linear(part).saturating_mul(weight)).sum::<u128>() / 10_000
    }
}

/// The light of a part of a colour, out of [`ONE`]: for all but the darkest, ((c + 0.055) ÷ 1.055) to the power of 2.4.
fn linear(part: u8) -> u128 {
    let part = u128::from(part);
    if part <= 10 {
        return part.saturating_mul(ONE).saturating_mul(100) / (255 * 1292);
    }
    let base = part.saturating_mul(1000).saturating_add(55 * 255).saturating_mul(ONE) / (1055 * 255);
    let square = times(base, base);
    times(square, fifth_root(square))
}

fn times(one: u128, other: u128) -> u128 {
    one.saturating_mul(other) / ONE
}

/// The fifth root of a number from nought to [`ONE`], by halving the interval in which it lies.
fn fifth_root(number: u128) -> u128 {
    let (mut low, mut high) = (0, ONE);
    while low < high {
        let middle = low.saturating_add(high).saturating_add(1) / 2;
        let square = times(middle, middle);
        if times(times(square, square), middle) <= number {
            low = middle;
        } else {
            high = middle.saturating_sub(1);
        }
    }
    low
}

impl Contrast {
    /// The least that text needs (WCAG 2.2, 1.4.3).
    pub const OF_TEXT: Self = Self(4_500_000_000);
}

impl fmt::Display for Contrast {
    /// With two decimals, rounded down, so that what falls short never looks enough: `4.47`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.0 / (ONE / 100);
        write!(f, "{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, Contrast};

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    /// The pure colours by hand: green has 0.7152 of white's light, so 1.05 ÷ 0.7652; grey 128 has 0.2159.
    #[test]
    fn contrast_is_as_worked_out_by_hand() {
        for (one, other, ratio) in [
            ("#000000", "#FFFFFF", "21.00"),
            ("#ffffff", "#ffffff", "1.00"),
            ("#ff0000", "#ffffff", "3.99"),
            ("#00ff00", "#ffffff", "1.37"),
            ("#0000ff", "#ffffff", "8.59"),
            ("#ffffff", "#808080", "3.94"),
            ("#767676", "#ffffff", "4.54"),
            ("#777777", "#ffffff", "4.47"),
        ] {
            assert_eq!(colour(one).contrast(colour(other)).to_string(), ratio, "{one} on {other}");
        }
        assert!(colour("#767676").contrast(Colour::WHITE) >= Contrast::OF_TEXT);
        assert!(colour("#777777").contrast(Colour::WHITE) < Contrast::OF_TEXT);
    }

    #[test]
    fn a_colour_is_six_digits_behind_a_hash() {
        assert_eq!(colour("#12436D").to_string(), "#12436d");
        for text in ["12436d", "#12436", "#12436dd", "#12436g", "#+1+1+1", "blue", "", "#é436"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn mixing_goes_from_one_colour_to_the_other() {
        let blue = colour("#0000ff");
        assert_eq!(blue.mixed(Colour::WHITE, 0), blue);
        assert_eq!(blue.mixed(Colour::WHITE, 8).to_string(), "#8080ff");
        assert_eq!(blue.mixed(Colour::WHITE, 16), Colour::WHITE);
    }
}
