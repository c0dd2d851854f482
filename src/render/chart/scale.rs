//! A scale from nought in round steps, worked out exactly.

use crate::model::{Quantity, Ratio};

/// The most stretches between the lines of an axis.
const MOST_STEPS: i64 = 5;

/// What an axis reaches from and to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    low: Ratio,
    high: Ratio,
    /// Where the lines of the axis stand, from the lowest; nought is one of them.
    pub(super) ticks: Vec<Ratio>,
}

impl Scale {
    /// The scale on which all these numbers have their place, with nought; `whole` where a part of one has no meaning.
    pub(super) fn of(numbers: impl Iterator<Item = Quantity>, whole: bool) -> Self {
        let ends = numbers.flat_map(|number| [number.low(), number.high()]).flatten();
        let (mut low, mut high) = (Ratio::ZERO, Ratio::ZERO);
        for end in ends {
            (low, high) = (low.min(end), high.max(end));
        }
        Self::between(low, high, whole).unwrap_or_else(Self::unit)
    }

    /// From nought to 100 per cent.
    pub(super) fn percent() -> Self {
        Self::between(Ratio::ZERO, Ratio::whole(100), true).unwrap_or_else(Self::unit)
    }

    fn unit() -> Self {
        Self { low: Ratio::ZERO, high: Ratio::ONE, ticks: vec![Ratio::ZERO, Ratio::ONE] }
    }

    /// None where nothing lies between the ends, or they are too large to work with.
    fn between(low: Ratio, high: Ratio, whole: bool) -> Option<Self> {
        let step = step(high.minus(low)?, whole)?;
        let mut ticks = vec![Ratio::ZERO];
        while let Some(next) = ticks.last()?.plus(step).filter(|next| *next <= high) {
            ticks.push(next);
        }
        while let Some(next) = ticks.first()?.minus(step).filter(|next| *next >= low) {
            ticks.insert(0, next);
        }
        Some(Self { low, high, ticks })
    }

    /// Where a number stands on a stretch of `length`, to the nearest whole.
    pub(super) fn at(&self, number: Ratio, length: i64) -> i64 {
        let place = || {
            let far = number.minus(self.low)?.times(Ratio::whole(length))?;
            far.over(self.high.minus(self.low)?)?.round_to(0)?.to_whole()
        };
        place().unwrap_or(0).clamp(0, length)
    }

    /// Where it ends.
    pub(super) fn top(&self) -> Ratio {
        self.high
    }
}

/// The least of 1, 2, 5, 10, 20, … (or their tenths) of which few enough make `all`.
fn step(all: Ratio, whole: bool) -> Option<Ratio> {
    if all.is_zero() {
        return None;
    }
    let mut unit = if whole { Ratio::ONE } else { Ratio::new(1, 1_000_000)? };
    loop {
        for times in [1, 2, 5] {
            let step = unit.times(Ratio::whole(times))?;
            if step.times(Ratio::whole(MOST_STEPS))? >= all {
                return Some(step);
            }
        }
        unit = unit.times(Ratio::whole(10))?;
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::model::{Quantity, Ratio};

    fn scale(numbers: &[&str], whole: bool) -> Scale {
        Scale::of(numbers.iter().map(|n| Quantity::exact(Ratio::parse(n).unwrap())), whole)
    }

    #[test]
    fn axes_begin_at_nought_and_go_in_round_steps() {
        for (numbers, whole, ticks) in [
            (vec!["530", "401"], true, vec!["0", "200", "400"]),
            (vec!["1"], true, vec!["0", "1"]),
            (vec!["3"], true, vec!["0", "1", "2", "3"]),
            (vec!["57.4"], false, vec!["0", "20", "40"]),
            (vec!["0.3"], false, vec!["0", "0.1", "0.2", "0.3"]),
            (vec!["-3", "5"], true, vec!["-2", "0", "2", "4"]),
            (vec!["0"], true, vec!["0", "1"]),
        ] {
            let ticks: Vec<Ratio> = ticks.into_iter().map(|tick| Ratio::parse(tick).unwrap()).collect();
            assert_eq!(scale(&numbers, whole).ticks, ticks, "{numbers:?}");
        }
    }

    #[test]
    fn places_are_in_proportion() {
        let scale = scale(&["600"], true);
        assert_eq!(scale.at(Ratio::ZERO, 12_000), 0);
        assert_eq!(scale.at(Ratio::whole(300), 12_000), 6_000);
        assert_eq!(scale.at(Ratio::whole(600), 12_000), 12_000);
        assert_eq!(scale.at(Ratio::whole(1), 12_000), 20);
    }
}
