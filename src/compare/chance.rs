//! Whether a change of a count is more than chance alone would give.
//!
//! The test: the exact conditional comparison of two Poisson counts over periods of the same length. Given their sum
//! *n*, each count is binomial with probability ½; the two-sided tail holds every split at least as uneven as that
//! observed. A change is "larger than the usual year-to-year variation" where the tail is under 2 in 1,000: the outer
//! control limit (99.8%) of public-health charts, because a report compares dozens of figures at once. It is quiet
//! where there were fewer than 20 before, and on anything but things that happen (children on a day are largely the
//! same children in both years).
//!
//! Worked out in whole numbers: terms are in units of 2⁻⁹⁶ of the largest, each from the last by one multiplication
//! and one division rounded down. A term is off by at most its distance from the largest, in those units; with *n* up
//! to 2²⁴ and at most as many terms, the tail is off by less than one part in 10¹⁴.

/// What a change is beside the variation that chance gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variation {
    /// Larger than chance usually gives.
    Larger,
    /// No larger.
    Usual,
}

impl Variation {
    /// The words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Larger => "larger than the usual year-to-year variation",
            Self::Usual => "within the usual year-to-year variation",
        }
    }

    /// The word for it beneath a heading that names the variation.
    #[must_use]
    pub fn briefly(self) -> &'static str {
        match self {
            Self::Larger => "larger",
            Self::Usual => "within it",
        }
    }

    /// The word for it in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Larger => "larger",
            Self::Usual => "usual",
        }
    }
}

/// A base under this many is too small to say anything.
const SMALL_BASE: u64 = 20;
/// The largest sum of two counts that is worked out.
const LARGEST: u64 = 1 << 24;
/// The largest term.
const UNIT: u128 = 1 << 96;
/// A tail of 2 in 1,000.
const TAIL: (u128, u128) = (2, 1000);

/// What a change between two counts over equally long periods is; none where the base is small or the counts are too
/// large to work with.
pub(super) fn variation(old: u64, new: u64) -> Option<Variation> {
    let sum = old.checked_add(new).filter(|sum| *sum <= LARGEST && old >= SMALL_BASE)?;
    let larger = old.max(new);
    // The larger half of the even split, from which terms fall.
    let middle = sum.checked_sub(sum.checked_div(2)?)?;
    let (mut upper, mut tail): (u128, u128) = (0, 0);
    let mut term = UNIT;
    let mut at = middle;
    while term > 0 && at <= sum {
        upper = upper.checked_add(term)?;
        if at >= larger {
            tail = tail.checked_add(term)?;
        }
        let left = u128::from(sum.checked_sub(at)?);
        at = at.checked_add(1)?;
        term = term.checked_mul(left)?.checked_div(u128::from(at))?;
    }
    let even = sum.checked_rem(2)? == 0;
    // Both halves; an even sum has one term in the middle, which both would count.
    let centre = if even { UNIT } else { 0 };
    let all = upper.checked_mul(2)?.checked_sub(centre)?;
    let both_tails = tail.checked_mul(2)?.checked_sub(if even && larger == middle { UNIT } else { 0 })?;
    let beyond = both_tails.checked_mul(TAIL.1)? < all.checked_mul(TAIL.0)?;
    Some(if beyond { Variation::Larger } else { Variation::Usual })
}

#[cfg(test)]
mod tests {
    use super::{Variation, variation};

    #[test]
    fn counts_are_compared_as_tables_of_the_binomial_distribution_do() {
        // Two-sided exact binomial tails at one half (from published tables and by hand): 20 and 44 of 64: 0.0037;
        // 20 and 46 of 66: 0.0019; 100 and 146: 0.0040; 100 and 150: 0.0019; 5232 and 6014: far beyond.
        for (old, new, expected) in [
            (20, 44, Variation::Usual),
            (20, 46, Variation::Larger),
            (100, 146, Variation::Usual),
            (100, 150, Variation::Larger),
            (150, 100, Variation::Larger),
            (5232, 6014, Variation::Larger),
            (5232, 5300, Variation::Usual),
            (400, 400, Variation::Usual),
            (401, 400, Variation::Usual),
            (40, 0, Variation::Larger),
            (8_000_000, 8_100_000, Variation::Larger),
        ] {
            assert_eq!(variation(old, new), Some(expected), "{old} {new}");
        }
    }

    #[test]
    fn small_bases_and_huge_numbers_are_left_alone() {
        assert_eq!(variation(19, 60), None);
        assert_eq!(variation(0, 60), None);
        assert_eq!(variation(u64::MAX, 1), None);
        assert_eq!(variation(20_000_000, 20_000_000), None);
    }

    /// The same in exact whole numbers, for sums small enough to write out.
    #[test]
    fn the_fixed_point_agrees_with_whole_numbers() {
        for old in 20_u64..50 {
            for new in 0_u64..50 {
                let sum = old + new;
                let mut row = vec![1_u128];
                for _ in 0..sum {
                    let next = row.windows(2).map(|pair| pair[0] + pair[1]);
                    row = std::iter::once(1).chain(next).chain(std::iter::once(1)).collect();
                }
                let distance = old.abs_diff(new);
                let tail: u128 = (0..=sum)
                    .filter(|k| k.abs_diff(sum - k) >= distance)
                    .map(|k| row[usize::try_from(k).unwrap()])
                    .sum();
                let beyond = tail * 500 < (1_u128 << sum);
                let expected = if beyond { Variation::Larger } else { Variation::Usual };
                assert_eq!(variation(old, new), Some(expected), "{old} {new}");
            }
        }
    }
}
