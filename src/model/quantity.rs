//! A value with its doubt: an interval of exact ratios, nearly always a single point, with flags.

use super::{Ratio, Reason};

/// How settled a value is, the most settled first: what is made from several is as settled as the least of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It will not change.
    #[default]
    Final,
    /// It was changed after it had first been given.
    Revised,
    /// It may still change.
    Provisional,
}

impl State {
    /// The word for it, in narratives, files and reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Revised => "revised",
            Self::Provisional => "provisional",
        }
    }

    /// The state of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Final, Self::Revised, Self::Provisional].into_iter().find(|state| state.word() == word)
    }
}

/// What is carried from a value into every figure made from it: doubts of the number, and how settled it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// The source gave it as approximate (`~1800`).
    pub approximate: bool,
    /// The source gave it as rounding to nought (`low`, `k`); the point is nought.
    pub rounds_to_nought: bool,
    /// It was rounded to the nearest ten before it was published (England's and regions' counts); the point is the ten.
    pub rounded: bool,
    /// How settled it is, which is no doubt of the number itself.
    pub state: State,
}

impl Flags {
    /// The doubts of either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            approximate: self.approximate || other.approximate,
            rounds_to_nought: self.rounds_to_nought || other.rounds_to_nought,
            rounded: self.rounded || other.rounded,
            state: self.state.max(other.state),
        }
    }

    /// Whether there is any doubt.
    #[must_use]
    pub fn any(self) -> bool {
        self.said_of_each() || self.rounded
    }

    /// Whether there is a doubt that is said beside each number, even where a note says of all what was rounded.
    #[must_use]
    pub fn said_of_each(self) -> bool {
        self.approximate || self.rounds_to_nought
    }
}

/// An interval: the true value lies between `low` and `high`, both included; none means without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    low: Option<Ratio>,
    high: Option<Ratio>,
    flags: Flags,
}

impl Quantity {
    /// A single exact point.
    #[must_use]
    pub fn exact(point: Ratio) -> Self {
        Self { low: Some(point), high: Some(point), flags: Flags::default() }
    }

    /// The interval from `low` to `high`; none where they are the wrong way round.
    #[must_use]
    pub fn between(low: Option<Ratio>, high: Option<Ratio>) -> Option<Self> {
        match (low, high) {
            (Some(l), Some(h)) if l > h => None,
            _ => Some(Self { low, high, flags: Flags::default() }),
        }
    }

    /// The same interval with these doubts added.
    #[must_use]
    pub fn flagged(self, flags: Flags) -> Self {
        Self { flags: self.flags.union(flags), ..self }
    }

    /// The same without the doubt of rounding, for where a note says of all numbers what was rounded.
    #[must_use]
    pub fn noted(self) -> Self {
        Self { flags: Flags { rounded: false, ..self.flags }, ..self }
    }

    /// The lower end, where there is one.
    #[must_use]
    pub fn low(self) -> Option<Ratio> {
        self.low
    }

    /// The upper end, where there is one.
    #[must_use]
    pub fn high(self) -> Option<Ratio> {
        self.high
    }

    /// The same number, as settled as that and whatever it was made from.
    #[must_use]
    pub fn settled(self, state: State) -> Self {
        self.flagged(Flags { state, ..Flags::default() })
    }

    /// Whether it is the same number with the same doubts, however settled either is.
    #[must_use]
    pub fn is_same_number(self, other: Self) -> bool {
        let plain = |of: Self| Self { flags: Flags { state: State::Final, ..of.flags }, ..of };
        plain(self) == plain(other)
    }

    /// Its doubts.
    #[must_use]
    pub fn flags(self) -> Flags {
        self.flags
    }

    /// The single value, where there is one (it may still be approximate).
    #[must_use]
    pub fn point(self) -> Option<Ratio> {
        if self.low == self.high { self.low } else { None }
    }

    /// The single value, where there is one and nothing about it is in doubt.
    #[must_use]
    pub fn exact_point(self) -> Option<Ratio> {
        if self.flags.any() { None } else { self.point() }
    }
}

/// Arithmetic: the result holds every number that the operands' numbers could make, and the doubts of both.
/// Numbers too large to work with exactly give [`Reason::TooLarge`].
impl Quantity {
    /// The sum.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn plus(self, other: Self) -> Value {
        let low = ends(self.low, other.low, Ratio::plus)?;
        let high = ends(self.high, other.high, Ratio::plus)?;
        Ok(Self { low, high, flags: self.flags.union(other.flags) })
    }

    /// The difference.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn minus(self, other: Self) -> Value {
        let low = ends(self.low, other.high, Ratio::minus)?;
        let high = ends(self.high, other.low, Ratio::minus)?;
        Ok(Self { low, high, flags: self.flags.union(other.flags) })
    }

    /// So many times as much; a `factor` below nought turns the interval round.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn scaled(self, factor: Ratio) -> Value {
        let low = ends(self.low, Some(factor), Ratio::times)?;
        let high = ends(self.high, Some(factor), Ratio::times)?;
        let (low, high) = if factor.is_negative() { (high, low) } else { (low, high) };
        Ok(Self { low, high, flags: self.flags })
    }

    /// The product of two quantities of which neither can be below nought.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn times(self, other: Self) -> Value {
        let low = ends(self.low, other.low, Ratio::times)?;
        let high = if self.is_nought() || other.is_nought() {
            Some(Ratio::ZERO)
        } else {
            ends(self.high, other.high, Ratio::times)?
        };
        Ok(Self { low, high, flags: self.flags.union(other.flags) })
    }

    /// The quotient. A divisor that may be nought leaves it without an upper end, and one that may be on
    /// either side of nought without any.
    ///
    /// # Errors
    /// `when_nought` where the divisor is nought, [`Reason::Undecided`] where it only rounds to nought or is
    /// about nought, [`Reason::TooLarge`] where the numbers are too large.
    pub fn over(self, divisor: Self, when_nought: impl FnOnce() -> Reason) -> Value {
        if divisor.is_nought() {
            return Err(if divisor.flags.any() { Reason::Undecided } else { when_nought() });
        }
        let flags = self.flags.union(divisor.flags);
        if divisor.high.is_some_and(|high| high.is_negative() || high.is_zero()) {
            let turned = |quantity: Self| quantity.scaled(Ratio::whole(-1));
            return turned(self)?.over(turned(divisor)?, when_nought);
        }
        match divisor.low {
            None => Ok(Self { low: None, high: None, flags }),
            Some(least) if least.is_negative() => Ok(Self { low: None, high: None, flags }),
            Some(least) => {
                let low = match self.low {
                    Some(low) if low.is_negative() => over_least(low, least)?,
                    Some(low) => Some(over_most(low, divisor.high)?),
                    None => None,
                };
                let high = match self.high {
                    Some(high) if high.is_negative() => Some(over_most(high, divisor.high)?),
                    Some(high) => over_least(high, least)?,
                    None => None,
                };
                Ok(Self { low, high, flags })
            }
        }
    }

    /// `self` as a share (0 to 1) of `self` and `rest` together, neither of which can be below nought: tighter
    /// than dividing by their sum, because the part is the same in both.
    ///
    /// # Errors
    /// As [`Quantity::over`].
    pub fn share_with(self, rest: Self, when_nought: impl FnOnce() -> Reason) -> Value {
        let whole = self.plus(rest)?;
        let loose = self.over(whole, when_nought)?;
        let low = match (self.low, rest.high) {
            (Some(low), Some(high)) => low.over(low.plus(high).ok_or(Reason::TooLarge)?),
            _ => None,
        };
        let high = match (self.high, rest.low) {
            (Some(high), Some(low)) => high.over(high.plus(low).ok_or(Reason::TooLarge)?),
            _ => None,
        };
        Ok(Self { low: low.or(loose.low), high: high.or(Some(Ratio::ONE)), flags: loose.flags })
    }

    /// The same, but no more than `most`, for what can't exceed it; unchanged where it is a single point or
    /// certainly more.
    #[must_use]
    pub fn at_most(self, most: Ratio) -> Self {
        let certainly_more = self.low.is_some_and(|low| low > most);
        if self.point().is_some() || certainly_more {
            return self;
        }
        Self { high: Some(self.high.map_or(most, |high| high.min(most))), ..self }
    }

    /// The same within `low` and `high`, for what can't lie outside them.
    #[must_use]
    pub fn within(self, low: Option<Ratio>, high: Option<Ratio>) -> Self {
        let lower = self.low.map_or(low, |own| Some(low.map_or(own, |other| own.max(other))));
        let upper = self.high.map_or(high, |own| Some(high.map_or(own, |other| own.min(other))));
        Self::between(lower, upper).map_or(self, |tighter| tighter.flagged(self.flags))
    }

    /// Whether its only value is nought (it may still be approximate).
    #[must_use]
    pub fn is_nought(self) -> bool {
        self.point().is_some_and(Ratio::is_zero)
    }

    /// Whether it is more than `other` whatever the true values are; never so of approximate ones.
    #[must_use]
    pub fn is_certainly_above(self, other: Self) -> bool {
        let (Some(low), Some(high)) = (self.low, other.high) else { return false };
        low > high && !self.flags.union(other.flags).any()
    }

    /// Whether the two can't be the same whatever the true values are.
    #[must_use]
    pub fn certainly_differs_from(self, other: Self) -> bool {
        self.is_certainly_above(other) || other.is_certainly_above(self)
    }
}

/// An operation on two ends of intervals: without end where either is.
fn ends(
    one: Option<Ratio>,
    other: Option<Ratio>,
    operation: fn(Ratio, Ratio) -> Option<Ratio>,
) -> Result<Option<Ratio>, Reason> {
    match (one, other) {
        (Some(one), Some(other)) => operation(one, other).map(Some).ok_or(Reason::TooLarge),
        _ => Ok(None),
    }
}

/// Divided by the most that the divisor can be: nought where that is without end.
fn over_most(end: Ratio, most: Option<Ratio>) -> Result<Ratio, Reason> {
    most.map_or(Ok(Ratio::ZERO), |most| end.over(most).ok_or(Reason::TooLarge))
}

/// Divided by the least that the divisor can be: without end where that is nought.
fn over_least(end: Ratio, least: Ratio) -> Result<Option<Ratio>, Reason> {
    if least.is_zero() { Ok(None) } else { end.over(least).map(Some).ok_or(Reason::TooLarge) }
}

/// What a cell or a figure holds: a quantity, or why there is none.
pub type Value = Result<Quantity, Reason>;

#[cfg(test)]
mod tests {
    use super::{Flags, Quantity, Ratio, Reason, State, Value};

    fn span(low: &str, high: &str) -> Quantity {
        let end = |text: &str| (text != "..").then(|| Ratio::parse(text).unwrap());
        Quantity::between(end(low), end(high)).unwrap()
    }

    fn shown(value: Value) -> String {
        let end = |end: Option<Ratio>| end.map_or("..".to_owned(), |ratio| ratio.to_string());
        value.map_or_else(|reason| format!("{reason:?}"), |q| format!("{} {}", end(q.low), end(q.high)))
    }

    #[test]
    fn sums_and_differences_carry_both_ends() {
        assert_eq!(shown(span("0", "4").plus(span("10", "10"))), "10 14");
        assert_eq!(shown(span("21", "..").plus(span("1", "2"))), "22 ..");
        assert_eq!(shown(span("0", "4").minus(span("1", "3"))), "-3 3");
        assert_eq!(shown(span("5", "5").minus(span("21", ".."))), ".. -16");
        assert_eq!(shown(span("1", "2").scaled(Ratio::whole(-3))), "-6 -3");
    }

    #[test]
    fn what_is_made_of_several_is_as_settled_as_the_least_of_them() {
        let of = |state| span("4", "4").settled(state);
        let (revised, provisional) = (of(State::Revised), of(State::Provisional));
        assert_eq!(span("1", "1").plus(revised).unwrap().flags().state, State::Revised);
        assert_eq!(
            revised.over(provisional, || Reason::NoneBefore).unwrap().flags().state,
            State::Provisional
        );
        // That it may change makes a number neither approximate nor another.
        assert_eq!(provisional.exact_point(), Some(Ratio::whole(4)));
        assert!(provisional.is_same_number(revised) && !provisional.is_same_number(span("5", "5")));
    }

    #[test]
    fn quotients_hold_every_corner() {
        for (one, other, expected) in [
            (("3452", "3452"), ("6014", "6014"), "1726/3007 1726/3007"),
            (("0", "4"), ("2", "8"), "0 2"),
            (("21", ".."), ("10", "20"), "21/20 .."),
            (("10", "10"), ("21", ".."), "0 10/21"),
            (("10", "10"), ("0", "4"), "5/2 .."),
            (("0", "0"), ("0", "4"), "0 .."),
            (("-4", "2"), ("2", "4"), "-2 1"),
            (("-4", "-2"), ("2", "4"), "-2 -1/2"),
            (("1", "2"), ("-4", "-2"), "-1 -1/4"),
            (("1", "2"), ("-1", "2"), ".. .."),
            (("1", "2"), ("..", "2"), ".. .."),
            (("1", "1"), ("0", "0"), "NoneBefore"),
        ] {
            let quotient = span(one.0, one.1).over(span(other.0, other.1), || Reason::NoneBefore);
            assert_eq!(shown(quotient), expected, "{one:?} over {other:?}");
        }
    }

    #[test]
    fn what_only_rounds_to_nought_is_not_divided_by_and_is_not_called_none() {
        let rounds =
            Quantity::exact(Ratio::ZERO).flagged(Flags { rounds_to_nought: true, ..Flags::default() });
        assert_eq!(Quantity::exact(Ratio::ONE).over(rounds, || Reason::NoneBefore), Err(Reason::Undecided));
    }

    #[test]
    fn a_share_with_the_rest_is_as_tight_as_it_can_be() {
        let none = || Reason::NoneBefore;
        assert_eq!(shown(span("21", "..").share_with(span("10", "10"), none)), "21/31 1");
        assert_eq!(shown(span("0", "4").share_with(span("6", "6"), none)), "0 2/5");
        assert_eq!(shown(span("0", "4").share_with(span("0", "4"), none)), "0 1");
    }

    #[test]
    fn shares_stop_at_the_whole_unless_they_certainly_exceed_it() {
        let hundred = Ratio::whole(100);
        assert_eq!(shown(Ok(span("40", "..").at_most(hundred))), "40 100");
        assert_eq!(shown(Ok(span("40", "120").at_most(hundred))), "40 100");
        assert_eq!(shown(Ok(span("120", "120").at_most(hundred))), "120 120");
        assert_eq!(shown(Ok(span("110", "120").at_most(hundred))), "110 120");
    }

    #[test]
    fn numbers_beyond_exact_arithmetic_say_so() {
        let mut huge = Quantity::exact(Ratio::whole(i64::MAX));
        let result = loop {
            match huge.times(huge) {
                Ok(larger) => huge = larger,
                Err(reason) => break reason,
            }
        };
        assert_eq!(result, Reason::TooLarge);
    }
}
