//! When a figure is of: one period, or several that do not follow one another, as those of an average over years may.

use std::fmt;

use super::{Calendar, Period, Selector, Span};

/// One period, or several with months between them that are none of theirs. Written `2019/20 and 2024/25`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    first: Period,
    /// Those after it, in the order of time.
    later: Box<[Period]>,
}

impl From<Period> for Periods {
    fn from(first: Period) -> Self {
        Self { first, later: Box::default() }
    }
}

impl Periods {
    /// The months of spans, those that follow one another taken together; none without a span.
    #[must_use]
    pub fn of_spans(spans: impl IntoIterator<Item = Span>, calendar: Calendar) -> Option<Self> {
        let mut spans: Vec<Span> = spans.into_iter().collect();
        spans.sort_unstable();
        let mut apart: Vec<Span> = Vec::new();
        for next in spans {
            let before = apart.last_mut().filter(|before| next.first() <= before.last().plus(1));
            match before {
                Some(before) => *before = Span::new(before.first(), before.last().max(next.last()))?,
                None => apart.push(next),
            }
        }
        Self::of(apart.into_iter().map(|span| calendar.simplest(span)))
    }

    /// Periods in the order of time; none where there are none.
    fn of(mut periods: impl Iterator<Item = Period>) -> Option<Self> {
        Some(Self { first: periods.next()?, later: periods.collect() })
    }

    /// Reads what `Display` writes; none where it is something else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (others, last) =
            text.split_once(" and ").map_or((text, None), |(others, last)| (others, Some(last)));
        let each = others.split(", ").chain(last).map(|text| match Selector::parse(text) {
            Ok(Selector::Period(period)) => Some(period),
            _ => None,
        });
        Self::of(each.collect::<Option<Vec<Period>>>()?.into_iter())
    }

    /// The period, where it is one.
    #[must_use]
    pub fn one(&self) -> Option<Period> {
        self.later.is_empty().then_some(self.first)
    }

    /// The first of them.
    #[must_use]
    pub fn first(&self) -> Period {
        self.first
    }

    /// The last of them.
    #[must_use]
    pub fn last(&self) -> Period {
        self.later.last().copied().unwrap_or(self.first)
    }

    /// Each of them, in the order of time.
    pub fn each(&self) -> impl Iterator<Item = Period> {
        std::iter::once(self.first).chain(self.later.iter().copied())
    }
}

impl fmt::Display for Periods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.write(f)?;
        let others = self.later.len().saturating_sub(1);
        for (position, period) in self.later.iter().enumerate() {
            f.write_str(if position == others { " and " } else { ", " })?;
            period.write(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Periods;
    use crate::model::{Calendar, Month, Span};

    #[test]
    fn months_that_do_not_follow_one_another_are_named_apart() {
        let span = |(year, month), months| {
            let first = Month::new(year, month).unwrap();
            Span::new(first, first.plus(months - 1)).unwrap()
        };
        for (spans, written) in [
            (vec![span((2024, 4), 12)], "2024/25"),
            (vec![span((2023, 4), 12), span((2024, 4), 12)], "2023-04 to 2025-03"),
            (vec![span((2024, 4), 12), span((2019, 4), 12)], "2019/20 and 2024/25"),
            (
                vec![span((2019, 4), 12), span((2021, 4), 12), span((2022, 4), 12)],
                "2019/20 and 2021-04 to 2023-03",
            ),
            (
                vec![span((2022, 4), 1), span((2023, 4), 1), span((2024, 4), 2)],
                "2022-04, 2023-04 and 2024-04 to 2024-05",
            ),
        ] {
            let periods = Periods::of_spans(spans, Calendar::default()).unwrap();
            assert_eq!(periods.to_string(), written);
            assert_eq!(Periods::parse(written), Some(periods));
        }
        assert_eq!(Periods::of_spans([], Calendar::default()), None);
        assert_eq!(Periods::parse("2019/20 and"), None);
    }
}
