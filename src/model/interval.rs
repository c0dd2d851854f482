//! All numbers between two ends, and arithmetic on them: the result holds every number that the operands' could make.

use super::{Ratio, Reason};

/// The numbers from one to another, both included. Nearly all are single numbers, so that the others are kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Interval {
    /// A single number.
    Point(Ratio),
    /// From the one to the other, which are not the same; none means without end.
    Between(Box<(Option<Ratio>, Option<Ratio>)>),
}

type Made = Result<Interval, Reason>;

impl Interval {
    /// From `low` to `high`, which is not lower.
    pub(super) fn of(low: Option<Ratio>, high: Option<Ratio>) -> Self {
        match low {
            Some(point) if low == high => Self::Point(point),
            _ => Self::Between(Box::new((low, high))),
        }
    }

    /// Every number.
    pub(super) fn any() -> Self {
        Self::of(None, None)
    }

    /// The lower end, where there is one.
    pub(super) fn low(&self) -> Option<Ratio> {
        match self {
            Self::Point(point) => Some(*point),
            Self::Between(ends) => ends.0,
        }
    }

    /// The upper end, where there is one.
    pub(super) fn high(&self) -> Option<Ratio> {
        match self {
            Self::Point(point) => Some(*point),
            Self::Between(ends) => ends.1,
        }
    }

    /// The single number that it is, where it is one.
    pub(super) fn point(&self) -> Option<Ratio> {
        match self {
            Self::Point(point) => Some(*point),
            Self::Between(_) => None,
        }
    }

    /// What an operation makes of two that are single numbers, as nearly all are.
    fn of_numbers(&self, other: &Self, operation: fn(Ratio, Ratio) -> Option<Ratio>) -> Option<Made> {
        let (one, other) = (self.point()?, other.point()?);
        Some(operation(one, other).map(Self::Point).ok_or(Reason::TooLarge))
    }

    pub(super) fn plus(&self, other: &Self) -> Made {
        if let Some(made) = self.of_numbers(other, Ratio::plus) {
            return made;
        }
        let low = ends(self.low(), other.low(), Ratio::plus)?;
        let high = ends(self.high(), other.high(), Ratio::plus)?;
        Ok(Self::of(low, high))
    }

    pub(super) fn minus(&self, other: &Self) -> Made {
        if let Some(made) = self.of_numbers(other, Ratio::minus) {
            return made;
        }
        let low = ends(self.low(), other.high(), Ratio::minus)?;
        let high = ends(self.high(), other.low(), Ratio::minus)?;
        Ok(Self::of(low, high))
    }

    /// So many times as much; a `factor` below nought turns it round.
    pub(super) fn scaled(&self, factor: Ratio) -> Made {
        if let Some(made) = self.of_numbers(&Self::Point(factor), Ratio::times) {
            return made;
        }
        let low = ends(self.low(), Some(factor), Ratio::times)?;
        let high = ends(self.high(), Some(factor), Ratio::times)?;
        Ok(if factor.is_negative() { Self::of(high, low) } else { Self::of(low, high) })
    }

    /// The product of two of which neither can be below nought.
    pub(super) fn times(&self, other: &Self) -> Made {
        let low = ends(self.low(), other.low(), Ratio::times)?;
        let high = if self.is_nought() || other.is_nought() {
            Some(Ratio::ZERO)
        } else {
            ends(self.high(), other.high(), Ratio::times)?
        };
        Ok(Self::of(low, high))
    }

    /// The quotient; any number where the divisor may be on either side of nought, or is nought.
    pub(super) fn over(&self, divisor: &Self) -> Made {
        let is_nought_at_most = |high: Ratio| high.is_negative() || high.is_zero();
        if divisor.is_nought() {
            return Ok(Self::any());
        }
        if let Some(made) = self.of_numbers(divisor, Ratio::over) {
            return made;
        }
        if divisor.high().is_some_and(is_nought_at_most) {
            let turned = |interval: &Self| interval.scaled(Ratio::whole(-1));
            return turned(self)?.over(&turned(divisor)?);
        }
        let Some(least) = divisor.low().filter(|least| !least.is_negative()) else { return Ok(Self::any()) };
        let low = match self.low() {
            Some(low) if low.is_negative() => over_least(low, least)?,
            Some(low) => Some(over_most(low, divisor.high())?),
            None => None,
        };
        let high = match self.high() {
            Some(high) if high.is_negative() => Some(over_most(high, divisor.high())?),
            Some(high) => over_least(high, least)?,
            None => None,
        };
        Ok(Self::of(low, high))
    }

    /// `self` as a share (0 to 1) of `self` and `rest` together: tighter than dividing by their sum, because the part is
    /// the same in both.
    pub(super) fn share_with(&self, rest: &Self) -> Made {
        let loose = self.over(&self.plus(rest)?)?;
        let low = match (self.low(), rest.high()) {
            (Some(low), Some(high)) => low.over(low.plus(high).ok_or(Reason::TooLarge)?),
            _ => None,
        };
        let high = match (self.high(), rest.low()) {
            (Some(high), Some(low)) => high.over(high.plus(low).ok_or(Reason::TooLarge)?),
            _ => None,
        };
        Ok(Self::of(low.or(loose.low()), high.or(Some(Ratio::ONE))))
    }

    /// The same, but no more than `most`; unchanged where it is a single point or certainly more.
    pub(super) fn at_most(&self, most: Ratio) -> Self {
        let certainly_more = self.low().is_some_and(|low| low > most);
        if self.point().is_some() || certainly_more {
            return self.clone();
        }
        Self::of(self.low(), Some(self.high().map_or(most, |high| high.min(most))))
    }

    /// The same within `low` and `high`; unchanged where it lies outside them.
    pub(super) fn within(&self, low: Option<Ratio>, high: Option<Ratio>) -> Self {
        let lower = self.low().map_or(low, |own| Some(low.map_or(own, |other| own.max(other))));
        let upper = self.high().map_or(high, |own| Some(high.map_or(own, |other| own.min(other))));
        let is_empty = matches!((lower, upper), (Some(lower), Some(upper)) if lower > upper);
        if is_empty { self.clone() } else { Self::of(lower, upper) }
    }

    /// Whether its only number is nought.
    pub(super) fn is_nought(&self) -> bool {
        self.point().is_some_and(Ratio::is_zero)
    }
}

/// An operation on two ends: without end where either is.
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
