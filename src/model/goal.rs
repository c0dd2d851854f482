//! What good looks like: a target, the direction that is good news, and how near to the target is amber.

use super::{Polarity, Quantity, Ratio};

/// A target with the direction from which it is reached. Only what has both is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The number to reach, in the figure's own unit.
    pub target: Ratio,
    /// From here to the target is amber; without it, what does not reach the target is red.
    pub amber: Option<Ratio>,
    /// Whether the target is reached from below, so that more is better.
    pub from_below: bool,
}

/// How a number stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It reaches the target.
    Green,
    /// It does not, but lies within what is declared as amber.
    Amber,
    /// It does not.
    Red,
}

impl Standing {
    /// The word for it, which stands wherever the colour does.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

impl Goal {
    /// The goal of what has a polarity and a target.
    #[must_use]
    pub fn of(polarity: Polarity, target: Option<Ratio>, amber: Option<Ratio>) -> Option<Self> {
        let from_below = match polarity {
            Polarity::HigherIsBetter => true,
            Polarity::LowerIsBetter => false,
            Polarity::Neither => return None,
        };
        Some(Self { target: target?, amber, from_below })
    }

    /// Whether `number` is as good as `bar` or better.
    fn reaches(&self, number: Ratio, bar: Ratio) -> bool {
        if self.from_below { number >= bar } else { number <= bar }
    }

    fn standing_of(&self, number: Ratio) -> Standing {
        if self.reaches(number, self.target) {
            Standing::Green
        } else if self.amber.is_some_and(|amber| self.reaches(number, amber)) {
            Standing::Amber
        } else {
            Standing::Red
        }
    }

    /// How a number stands, whatever its doubts; none where it is known too roughly to tell.
    #[must_use]
    pub fn standing(&self, number: &Quantity) -> Option<Standing> {
        let furthest = |from_below| if from_below { Standing::Red } else { Standing::Green };
        let low = number.least().map_or(furthest(self.from_below), |low| self.standing_of(low));
        let high = number.most().map_or(furthest(!self.from_below), |high| self.standing_of(high));
        (low == high).then_some(low)
    }

    /// Whether its amber lies on the far side of the target, where nothing can be amber.
    #[must_use]
    pub fn amber_is_unreachable(&self) -> bool {
        self.amber.is_some_and(|amber| self.reaches(amber, self.target))
    }
}

#[cfg(test)]
mod tests {
    use super::{Goal, Standing};
    use crate::model::{Polarity, Quantity, Ratio};

    fn goal(polarity: Polarity, target: i64, amber: Option<i64>) -> Goal {
        Goal::of(polarity, Some(Ratio::whole(target)), amber.map(Ratio::whole)).unwrap()
    }

    #[test]
    fn a_number_is_green_at_its_target_amber_near_it_and_else_red() {
        let more = goal(Polarity::HigherIsBetter, 95, Some(90));
        let less = goal(Polarity::LowerIsBetter, 20, Some(25));
        for (goal, number, standing) in [
            (more, 95, Standing::Green),
            (more, 94, Standing::Amber),
            (more, 90, Standing::Amber),
            (more, 89, Standing::Red),
            (less, 20, Standing::Green),
            (less, 21, Standing::Amber),
            (less, 25, Standing::Amber),
            (less, 26, Standing::Red),
            (goal(Polarity::HigherIsBetter, 95, None), 94, Standing::Red),
        ] {
            assert_eq!(goal.standing(&Quantity::exact(Ratio::whole(number))), Some(standing), "{number}");
        }
    }

    #[test]
    fn an_interval_stands_somewhere_only_where_both_its_ends_do() {
        let more = goal(Polarity::HigherIsBetter, 95, Some(90));
        let less = goal(Polarity::LowerIsBetter, 20, None);
        let between = |low: Option<i64>, high: Option<i64>| {
            Quantity::between(low.map(Ratio::whole), high.map(Ratio::whole)).unwrap()
        };
        assert_eq!(more.standing(&between(Some(91), Some(94))), Some(Standing::Amber));
        assert_eq!(more.standing(&between(Some(91), Some(95))), None);
        assert_eq!(more.standing(&between(Some(96), None)), Some(Standing::Green));
        assert_eq!(more.standing(&between(None, Some(80))), Some(Standing::Red));
        assert_eq!(less.standing(&between(Some(21), None)), Some(Standing::Red));
        assert_eq!(less.standing(&between(None, Some(4))), Some(Standing::Green));
        assert_eq!(less.standing(&between(None, Some(30))), None);
    }

    #[test]
    fn what_has_no_polarity_or_no_target_has_no_goal() {
        assert_eq!(Goal::of(Polarity::Neither, Some(Ratio::ONE), None), None);
        assert_eq!(Goal::of(Polarity::LowerIsBetter, None, None), None);
        assert!(goal(Polarity::HigherIsBetter, 95, Some(95)).amber_is_unreachable());
        assert!(!goal(Polarity::LowerIsBetter, 20, Some(25)).amber_is_unreachable());
    }
}
