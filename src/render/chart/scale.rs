//! A scale from nought in round steps, worked out exactly.

use crate::model::{Quantity, Ratio};

/// The most stretches between the lines of an axis.
const MOST_STEPS: i64 = 5;
/// The part of an axis that is added where a number may lie beyond all that is known: one in so many.
const ROOM: i64 = 10;

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
    pub(super) fn of<'q>(numbers: impl Iterator<Item = &'q Quantity>, whole: bool) -> Self {
        let (mut low, mut high) = (Ratio::ZERO, Ratio::ZERO);
        let (mut least, mut most) = (None, None);
        for number in numbers {
            for end in [number.low(), number.high()].into_iter().flatten() {
                (low, high) = (low.min(end), high.max(end));
            }
            if number.high().is_none() {
                most = most.max(number.low());
            }
            if number.low().is_none() {
                least = [least, number.high()].into_iter().flatten().min();
            }
        }
        Self::with_room(low, high, (least == Some(low), most == Some(high)), whole).unwrap_or_else(Self::unit)
    }

    /// The scale between two numbers, with room beyond those of them beyond which a number may lie.
    fn with_room(low: Ratio, high: Ratio, (below, above): (bool, bool), whole: bool) -> Option<Self> {
        let room = high.minus(low)?.over(Ratio::whole(ROOM))?;
        let low = if below { low.minus(room)? } else { low };
        let high = if above { high.plus(room)? } else { high };
        Self::between(low, high, whole)
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

    /// Both ends of a number; where it is open, that of the scale.
    pub(super) fn ends(&self, number: &Quantity) -> (Ratio, Ratio) {
        (number.low().unwrap_or(self.low), number.high().unwrap_or(self.high))
    }
}

/// How far from nought a number certainly reaches: to the end of it that is nearer to nought, where both are on one side.
pub(super) fn certain(number: &Quantity) -> Ratio {
    let above = number.low().filter(|low| *low > Ratio::ZERO);
    let below = number.high().filter(|high| *high < Ratio::ZERO);
    above.or(below).unwrap_or(Ratio::ZERO)
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
        let numbers: Vec<Quantity> =
            numbers.iter().map(|n| Quantity::exact(Ratio::parse(n).unwrap())).collect();
        Scale::of(numbers.iter(), whole)
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
    fn there_is_room_for_what_may_lie_beyond_all_that_is_known() {
        let end = |text: &str| (text != "..").then(|| Ratio::parse(text).unwrap());
        let span = |(low, high)| Quantity::between(end(low), end(high)).unwrap();
        for (numbers, low, high) in [
            (vec![("30", "..")], "0", "33"),
            (vec![("30", ".."), ("40", "40")], "0", "40"),
            (vec![("..", "-20"), ("10", "10")], "-23", "10"),
            (vec![("..", "-20"), ("10", "..")], "-23", "13"),
            (vec![("..", ".."), ("10", "10")], "0", "10"),
            (vec![("0", "..")], "0", "1"),
        ] {
            let spans: Vec<Quantity> = numbers.iter().copied().map(span).collect();
            let scale = Scale::of(spans.iter(), true);
            assert_eq!((Some(scale.low), Some(scale.high)), (end(low), end(high)), "{numbers:?}");
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
