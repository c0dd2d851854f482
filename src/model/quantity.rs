//! A value with its doubt: an interval of exact ratios, nearly always a single point, with flags.

use super::interval::Interval;
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

/// A number as it is known: an interval between `low` and `high`, both included and none meaning without end. Where there
/// is doubt of a number that is given as one (`~1800`), also the `room` in which what it was may lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    known: Interval,
    /// None where it is no wider than what is known.
    room: Option<Box<Interval>>,
    flags: Flags,
}

/// Half of ten: how far a count that was rounded to tens may lie from what it was.
const HALF_OF_TEN: i64 = 5;

impl Quantity {
    /// A single exact point.
    #[must_use]
    pub fn exact(point: Ratio) -> Self {
        Self::known(Interval::Point(point))
    }

    fn known(known: Interval) -> Self {
        Self { known, room: None, flags: Flags::default() }
    }

    /// The interval from `low` to `high`; none where they are the wrong way round.
    #[must_use]
    pub fn between(low: Option<Ratio>, high: Option<Ratio>) -> Option<Self> {
        match (low, high) {
            (Some(l), Some(h)) if l > h => None,
            _ => Some(Self::known(Interval::of(low, high))),
        }
    }

    /// A number that is given as approximate. How near it is nobody says: it is taken as known to half of its last digit
    /// that is not nought, so that `~1800` may be anything from 1,750 to 1,850.
    #[must_use]
    pub fn about(point: Ratio) -> Self {
        let flags = Flags { approximate: true, ..Flags::default() };
        Self::exact(point).spread(point.half_of_last_digit()).flagged(flags)
    }

    /// A number that is given as rounding to nought: it may be up to half of ten, to which counts are rounded.
    #[must_use]
    pub fn nearly_nought() -> Self {
        let flags = Flags { rounds_to_nought: true, ..Flags::default() };
        Self::exact(Ratio::ZERO).spread(Ratio::whole(HALF_OF_TEN)).flagged(flags)
    }

    /// The same as the sum of so many numbers that were each rounded to tens before they were published.
    #[must_use]
    pub fn rounded_to_tens(self, numbers: usize) -> Self {
        let numbers = i64::try_from(numbers).unwrap_or(i64::MAX);
        let room = Ratio::whole(HALF_OF_TEN.saturating_mul(numbers));
        self.spread(room).flagged(Flags { rounded: true, ..Flags::default() })
    }

    /// The same with so much room to both sides, but not below nought where it is not itself.
    fn spread(self, room: Ratio) -> Self {
        let to_each_side = Interval::of(Ratio::ZERO.minus(room), Some(room));
        let spread = self.could_be().plus(&to_each_side).unwrap_or(Interval::any());
        let counts = self.low().is_some_and(|low| !low.is_negative());
        let spread = if counts { spread.within(Some(Ratio::ZERO), None) } else { spread };
        Self { room: Some(Box::new(spread)), ..self }
    }

    /// The same interval with these doubts added.
    #[must_use]
    pub fn flagged(self, flags: Flags) -> Self {
        Self { flags: self.flags.union(flags), ..self }
    }

    /// The same without the doubt of rounding, for where a note says of all numbers what was rounded.
    #[must_use]
    pub fn noted(&self) -> Self {
        Self { flags: Flags { rounded: false, ..self.flags }, ..self.clone() }
    }

    /// The lower end, where there is one.
    #[must_use]
    pub fn low(&self) -> Option<Ratio> {
        self.known.low()
    }

    /// The upper end, where there is one.
    #[must_use]
    pub fn high(&self) -> Option<Ratio> {
        self.known.high()
    }

    fn could_be(&self) -> &Interval {
        self.room.as_deref().unwrap_or(&self.known)
    }

    /// The least that it can be whatever its doubts, where there is an end to it.
    #[must_use]
    pub fn least(&self) -> Option<Ratio> {
        self.could_be().low()
    }

    /// The most that it can be whatever its doubts, where there is an end to it.
    #[must_use]
    pub fn most(&self) -> Option<Ratio> {
        self.could_be().high()
    }

    /// The same number, as settled as that and whatever it was made from.
    #[must_use]
    pub fn settled(self, state: State) -> Self {
        self.flagged(Flags { state, ..Flags::default() })
    }

    /// Whether it is the same number with the same doubts, however settled either is.
    #[must_use]
    pub fn is_same_number(&self, other: &Self) -> bool {
        let doubts = |of: &Self| Flags { state: State::Final, ..of.flags };
        self.known == other.known && doubts(self) == doubts(other)
    }

    /// Its doubts.
    #[must_use]
    pub fn flags(&self) -> Flags {
        self.flags
    }

    /// The single value, where there is one (it may still be approximate).
    #[must_use]
    pub fn point(&self) -> Option<Ratio> {
        self.known.point()
    }

    /// The single value, where there is one and nothing about it is in doubt.
    #[must_use]
    pub fn exact_point(&self) -> Option<Ratio> {
        if self.flags.any() { None } else { self.point() }
    }
}

/// Arithmetic: the result holds every number that the operands' numbers could make, and the doubts of both.
/// Numbers too large to work with exactly give [`Reason::TooLarge`].
impl Quantity {
    /// An operation on what is known of both, and on what they could be where that is more.
    fn with(
        &self,
        other: &Self,
        operation: impl Fn(&Interval, &Interval) -> Result<Interval, Reason>,
    ) -> Value {
        let known = operation(&self.known, &other.known)?;
        let doubtful = self.room.is_some() || other.room.is_some();
        let room = || Box::new(operation(self.could_be(), other.could_be()).unwrap_or(Interval::any()));
        Ok(Self { known, room: doubtful.then(room), flags: self.flags.union(other.flags) })
    }

    /// The same for what is changed alone.
    fn each(&self, change: impl Fn(&Interval) -> Interval) -> Self {
        let room = self.room.as_deref().map(|room| Box::new(change(room)));
        Self { known: change(&self.known), room, flags: self.flags }
    }

    /// The sum.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn plus(&self, other: &Self) -> Value {
        self.with(other, Interval::plus)
    }

    /// Makes it the sum, as [`Quantity::plus`] gives it: for long rows of numbers.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn increase_by(&mut self, other: &Self) -> Result<(), Reason> {
        if self.room.is_some() || other.room.is_some() {
            *self = self.plus(other)?;
        } else {
            self.known = self.known.plus(&other.known)?;
            self.flags = self.flags.union(other.flags);
        }
        Ok(())
    }

    /// The difference.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn minus(&self, other: &Self) -> Value {
        self.with(other, Interval::minus)
    }

    /// So many times as much; a `factor` below nought turns the interval round.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn scaled(&self, factor: Ratio) -> Value {
        self.with(&Self::exact(factor), |interval, _| interval.scaled(factor))
    }

    /// The product of two quantities of which neither can be below nought.
    ///
    /// # Errors
    /// The numbers are too large.
    pub fn times(&self, other: &Self) -> Value {
        self.with(other, Interval::times)
    }

    /// The quotient. A divisor that may be nought leaves it without an upper end, and one that may be on
    /// either side of nought without any.
    ///
    /// # Errors
    /// `when_nought` where the divisor is nought, [`Reason::Undecided`] where it only rounds to nought or is
    /// about nought, [`Reason::TooLarge`] where the numbers are too large.
    pub fn over(&self, divisor: &Self, when_nought: impl FnOnce() -> Reason) -> Value {
        if divisor.is_nought() {
            return Err(if divisor.flags.any() { Reason::Undecided } else { when_nought() });
        }
        self.with(divisor, Interval::over)
    }

    /// `self` for each of `base`, where that is to be a percentage: of a base below nought it would have the wrong sign.
    ///
    /// # Errors
    /// [`Reason::BelowNought`] where the base is below nought, [`Reason::Undecided`] where it may be; else as
    /// [`Quantity::over`].
    pub fn over_base(&self, base: &Self, when_nought: impl FnOnce() -> Reason) -> Value {
        let below = |end: Option<Ratio>| end.is_some_and(Ratio::is_negative);
        match (base.low(), base.high()) {
            (_, high) if below(high) => Err(Reason::BelowNought),
            (low, _) if low.is_none() || below(low) => Err(Reason::Undecided),
            _ => self.over(base, when_nought),
        }
    }

    /// `self` as a share (0 to 1) of `self` and `rest` together, neither of which can be below nought: tighter
    /// than dividing by their sum, because the part is the same in both.
    ///
    /// # Errors
    /// As [`Quantity::over`].
    pub fn share_with(&self, rest: &Self, when_nought: impl FnOnce() -> Reason) -> Value {
        self.over(&self.plus(rest)?, when_nought)?;
        self.with(rest, Interval::share_with)
    }

    /// The same, but no more than `most`, for what can't exceed it; unchanged where it is a single point or
    /// certainly more.
    #[must_use]
    pub fn at_most(&self, most: Ratio) -> Self {
        self.each(|interval| interval.at_most(most))
    }

    /// The same within `low` and `high`, for what can't lie outside them.
    #[must_use]
    pub fn within(&self, low: Option<Ratio>, high: Option<Ratio>) -> Self {
        self.each(|interval| interval.within(low, high))
    }

    /// Whether its only value is nought (it may still be approximate).
    #[must_use]
    pub fn is_nought(&self) -> bool {
        self.known.is_nought()
    }

    /// Whether all that it can be is nought once rounded to `places` decimals, its doubts apart.
    #[must_use]
    pub fn rounds_to_nought(&self, places: u8) -> bool {
        let rounds = |end: Option<Ratio>| end.is_some_and(|end| end.rounds_to_nought(places));
        rounds(self.low()) && rounds(self.high())
    }

    /// Whether it is more than `other` whatever the true values are; never so of approximate ones.
    #[must_use]
    pub fn is_certainly_above(&self, other: &Self) -> bool {
        let (Some(low), Some(high)) = (self.low(), other.high()) else { return false };
        low > high && !self.flags.union(other.flags).any()
    }

    /// Whether the two can't be the same whatever the true values are.
    #[must_use]
    pub fn certainly_differs_from(&self, other: &Self) -> bool {
        self.is_certainly_above(other) || other.is_certainly_above(self)
    }

    /// What `change` makes of the ends of several numbers, of what is known of them and of what they could be; with the
    /// doubts of all.
    ///
    /// # Errors
    /// Those of `change`, and [`Reason::Undecided`] where it gives ends the wrong way round.
    pub fn of_ends(
        numbers: &[Self],
        change: impl Fn(Ends) -> Result<(Option<Ratio>, Option<Ratio>), Reason>,
    ) -> Value {
        let made = |interval: fn(&Self) -> &Interval| {
            let intervals = numbers.iter().map(interval);
            let (low, high) = change(intervals.map(|interval| (interval.low(), interval.high())).unzip())?;
            Self::between(low, high).map(|made| made.known).ok_or(Reason::Undecided)
        };
        let known = made(|number| &number.known)?;
        let doubtful = numbers.iter().any(|number| number.room.is_some());
        let room = doubtful.then(|| Box::new(made(Self::could_be).unwrap_or(Interval::any())));
        let flags = numbers.iter().fold(Flags::default(), |flags, number| flags.union(number.flags));
        Ok(Self { known, room, flags })
    }
}

/// The lower ends of several numbers, and their upper ends.
pub type Ends = (Vec<Option<Ratio>>, Vec<Option<Ratio>>);

/// What a cell or a figure holds: a quantity, or why there is none.
pub type Value = Result<Quantity, Reason>;

#[cfg(test)]
mod tests {
    use super::{Quantity, Ratio, Reason, State, Value};

    fn span(low: &str, high: &str) -> Quantity {
        let end = |text: &str| (text != "..").then(|| Ratio::parse(text).unwrap());
        Quantity::between(end(low), end(high)).unwrap()
    }

    fn shown(value: Value) -> String {
        let end = |end: Option<Ratio>| end.map_or("..".to_owned(), |ratio| ratio.to_string());
        value.map_or_else(|reason| format!("{reason:?}"), |q| format!("{} {}", end(q.low()), end(q.high())))
    }

    #[test]
    fn sums_and_differences_carry_both_ends() {
        assert_eq!(shown(span("0", "4").plus(&span("10", "10"))), "10 14");
        assert_eq!(shown(span("21", "..").plus(&span("1", "2"))), "22 ..");
        assert_eq!(shown(span("0", "4").minus(&span("1", "3"))), "-3 3");
        assert_eq!(shown(span("5", "5").minus(&span("21", ".."))), ".. -16");
        assert_eq!(shown(span("1", "2").scaled(Ratio::whole(-3))), "-6 -3");
    }

    #[test]
    fn what_is_made_of_several_is_as_settled_as_the_least_of_them() {
        let of = |state| span("4", "4").settled(state);
        let (revised, provisional) = (of(State::Revised), of(State::Provisional));
        assert_eq!(span("1", "1").plus(&revised).unwrap().flags().state, State::Revised);
        assert_eq!(
            revised.over(&provisional, || Reason::NoneBefore).unwrap().flags().state,
            State::Provisional
        );
        // That it may change makes a number neither approximate nor another.
        assert_eq!(provisional.exact_point(), Some(Ratio::whole(4)));
        assert!(provisional.is_same_number(&revised) && !provisional.is_same_number(&span("5", "5")));
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
            let quotient = span(one.0, one.1).over(&span(other.0, other.1), || Reason::NoneBefore);
            assert_eq!(shown(quotient), expected, "{one:?} over {other:?}");
        }
    }

    #[test]
    fn what_only_rounds_to_nought_is_not_divided_by_and_is_not_called_none() {
        let rounds = Quantity::nearly_nought();
        assert_eq!(Quantity::exact(Ratio::ONE).over(&rounds, || Reason::NoneBefore), Err(Reason::Undecided));
    }

    #[test]
    fn what_is_approximate_is_known_to_half_of_its_last_digit_and_its_doubt_goes_on() {
        let room = |number: Quantity| {
            let end = |end: Option<Ratio>| end.map_or("..".to_owned(), |ratio| ratio.to_string());
            format!("{} {}", end(number.least()), end(number.most()))
        };
        let about = |text: &str| Quantity::about(Ratio::parse(text).unwrap());
        for (text, expected) in [
            ("1800", "1750 1850"),
            ("1799", "3597/2 3599/2"),
            ("12.5", "249/20 251/20"),
            ("2000", "1500 2500"),
            ("0", "0 1/2"),
        ] {
            assert_eq!(room(about(text)), expected, "{text}");
        }
        assert_eq!(room(span("4", "9")), "4 9");
        assert_eq!(room(Quantity::nearly_nought()), "0 5");
        assert_eq!(room(span("3", "3").rounded_to_tens(2)), "0 13");
        // 1,750 to 1,850 less 1,799.
        assert_eq!(room(about("1800").minus(&span("1799", "1799")).unwrap()), "-49 51");
        assert_eq!(room(about("1800").scaled(Ratio::whole(-2)).unwrap()), "-3700 -3500");
        assert_eq!(room(span("10", "10").over(&about("50"), || Reason::NoneBefore).unwrap()), "2/11 2/9");
        assert_eq!(room(about("96").at_most(Ratio::whole(96))), "191/2 96");
    }

    #[test]
    fn a_share_with_the_rest_is_as_tight_as_it_can_be() {
        let none = || Reason::NoneBefore;
        assert_eq!(shown(span("21", "..").share_with(&span("10", "10"), none)), "21/31 1");
        assert_eq!(shown(span("0", "4").share_with(&span("6", "6"), none)), "0 2/5");
        assert_eq!(shown(span("0", "4").share_with(&span("0", "4"), none)), "0 1");
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
            match huge.times(&huge) {
                Ok(larger) => huge = larger,
                Err(reason) => break reason,
            }
        };
        assert_eq!(result, Reason::TooLarge);
    }
}
