//! A day as a number, for counting days between dates in lists of many rows.

use super::{Date, Month};

/// A day, counted from the beginning of the calendar that we use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayNumber(i32);

impl DayNumber {
    /// The number of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        // From 1 March of the year 0, so that leap days end their years.
        let (year, month) = (i32::from(day.year()), i32::from(day.month()));
        let (year, month) = if month > 2 {
            (year, month.saturating_sub(3))
        } else {
            (year.saturating_sub(1), month.saturating_add(9))
        };
        let leaps =
            year.div_euclid(4).saturating_sub(year.div_euclid(100)).saturating_add(year.div_euclid(400));
        let of_year = month.saturating_mul(153).saturating_add(2).div_euclid(5);
        let days = [year.saturating_mul(365), leaps, of_year, i32::from(day.day())];
        Self(days.into_iter().fold(-1, i32::saturating_add))
    }

    /// The day of that number; none where the calendar does not reach so far.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        // The month is found from the year's mean length, and then the day within it.
        let about = i16::try_from(self.0.saturating_mul(400).div_euclid(146_097)).ok()?;
        let years = [about.saturating_sub(1), about, about.saturating_add(1)].into_iter().rev();
        let months = years.flat_map(|year| (1..=12_i8).rev().map(move |month| (year, month)));
        let mut firsts = months.filter_map(|(year, month)| Date::new(year, month, 1).ok());
        let first = firsts.find(|first| Self::of(*first) <= self)?;
        let day = i8::try_from(self.since(Self::of(first)).saturating_add(1)).ok()?;
        Date::new(first.year(), first.month(), day).ok()
    }

    /// How many days lie from `earlier` to this one; negative where it comes after.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day before.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The days from this one to `last`, both included.
    pub fn up_to(self, last: Self) -> impl Iterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// Whether it is a Saturday or Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        // Day 0, 1 March of the year 0, was a Wednesday.
        matches!(self.0.rem_euclid(7), 3 | 4)
    }
}

/// The last day of a month as a number.
impl From<Month> for DayNumber {
    fn from(month: Month) -> Self {
        Self::of(month.last_day())
    }
}

#[cfg(test)]
mod tests {
    use super::DayNumber;
    use crate::model::{Date, Month};

    #[test]
    fn days_follow_each_other_through_leap_years() {
        let day = |year, month, day| DayNumber::of(Date::new(year, month, day).unwrap());
        for (earlier, later, days) in [
            (day(2023, 12, 31), day(2024, 1, 1), 1),
            (day(2024, 2, 28), day(2024, 3, 1), 2),
            (day(2023, 2, 28), day(2023, 3, 1), 1),
            (day(1900, 2, 28), day(1900, 3, 1), 1),
            (day(2000, 1, 1), day(2001, 1, 1), 366),
            (day(2022, 4, 1), day(2024, 3, 31), 730),
        ] {
            assert_eq!(later.since(earlier), days);
        }
        for number in (700_000..760_000).step_by(13).map(DayNumber) {
            assert_eq!(number.date().map(DayNumber::of), Some(number));
        }
        assert_eq!(DayNumber::from(Month::new(2024, 2).unwrap()), day(2024, 2, 29));
        // 22 November 2025 was a Saturday.
        let weekend: Vec<bool> =
            day(2025, 11, 21).up_to(day(2025, 11, 24)).map(DayNumber::is_weekend).collect();
        assert_eq!(weekend, [false, true, true, false]);
    }
}
