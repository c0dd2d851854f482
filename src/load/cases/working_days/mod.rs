//! England's working days: Monday to Friday, bank holidays left out.

mod bank_holidays;

use std::sync::OnceLock;

use self::bank_holidays::BANK_HOLIDAYS;
use crate::model::{Date, DayNumber};

/// The working days of all years whose bank holidays are known.
#[derive(Debug)]
pub(super) struct WorkingDays {
    first: DayNumber,
    /// For each day from the first on: how many working days there are up to it, itself included.
    up_to: Vec<u16>,
}

impl WorkingDays {
    /// England's, worked out once.
    pub(super) fn shared() -> &'static Self {
        static ONCE: OnceLock<WorkingDays> = OnceLock::new();
        ONCE.get_or_init(Self::of_england)
    }

    /// Those of the table of bank holidays.
    fn of_england() -> Self {
        let mut holidays: Vec<DayNumber> = BANK_HOLIDAYS
            .iter()
            .flat_map(|(year, days)| days.iter().filter_map(|(month, day)| number(*year, *month, *day)))
            .collect();
        holidays.sort();
        holidays.dedup();
        let mut holidays = holidays.into_iter().peekable();
        let year = |entry: Option<&(i16, &[(i8, i8)])>| entry.map_or(0, |(year, _)| *year);
        let first = number(year(BANK_HOLIDAYS.first()), 1, 1).unwrap_or_default();
        let last = number(year(BANK_HOLIDAYS.last()), 12, 31).unwrap_or_default();
        let mut so_far = 0_u16;
        let counted = first.up_to(last).map(|day| {
            let works = holidays.next_if_eq(&day).is_none() && !day.is_weekend();
            so_far = so_far.saturating_add(u16::from(works));
            so_far
        });
        Self { first, up_to: counted.collect() }
    }

    /// How many working days after `from` a day falls: `from` itself is day nought, whatever day it is, and a day that
    /// is none counts as the next that is one. Negative where `to` is before `from`; none where either lies outside
    /// the years whose bank holidays are known.
    pub(super) fn between(&self, from: DayNumber, to: DayNumber) -> Option<i32> {
        if to < from {
            return Some(-self.between(to, from)?);
        }
        if from < self.first {
            return None;
        }
        let (before, after) = (self.up_to(from)?, self.up_to(to)?);
        let works = self.up_to(to.before())? < after;
        let days = i32::from(after).saturating_sub(i32::from(before));
        Some(if works || to == from { days } else { days.saturating_add(1) })
    }

    fn up_to(&self, day: DayNumber) -> Option<u16> {
        if day == self.first.before() {
            return Some(0);
        }
        self.up_to.get(usize::try_from(day.since(self.first)).ok()?).copied()
    }

    /// The years whose bank holidays are known: "2009 to 2031".
    pub(super) fn known() -> String {
        let year = |entry: Option<&(i16, &[(i8, i8)])>| entry.map_or(0, |(year, _)| *year);
        format!("{} to {}", year(BANK_HOLIDAYS.first()), year(BANK_HOLIDAYS.last()))
    }
}

fn number(year: i16, month: i8, day: i8) -> Option<DayNumber> {
    Date::new(year, month, day).ok().map(DayNumber::of)
}

#[cfg(test)]
mod tests {
    use super::{BANK_HOLIDAYS, WorkingDays, number};

    fn between(from: (i16, i8, i8), to: (i16, i8, i8)) -> Option<i32> {
        let day = |(year, month, day)| number(year, month, day).unwrap();
        WorkingDays::of_england().between(day(from), day(to))
    }

    #[test]
    fn the_day_itself_is_nought_and_weekends_and_bank_holidays_are_passed_over() {
        for (from, to, days) in [
            // An ordinary week: Monday to Friday.
            ((2024, 6, 3), (2024, 6, 3), 0),
            ((2024, 6, 3), (2024, 6, 4), 1),
            ((2024, 6, 3), (2024, 6, 7), 4),
            ((2024, 6, 3), (2024, 6, 10), 5),
            // Three weeks are fifteen working days.
            ((2024, 6, 3), (2024, 6, 24), 15),
            ((2024, 6, 3), (2024, 6, 25), 16),
            // A Saturday counts as the Monday after it, wherever it stands.
            ((2024, 6, 7), (2024, 6, 8), 1),
            ((2024, 6, 3), (2024, 6, 22), 15),
            ((2024, 6, 3), (2024, 6, 29), 20),
            // From a Sunday, the Monday is the first working day.
            ((2024, 6, 2), (2024, 6, 2), 0),
            ((2024, 6, 2), (2024, 6, 3), 1),
            // Good Friday 29 March and Easter Monday 1 April 2024.
            ((2024, 3, 28), (2024, 4, 2), 1),
            // Christmas 2021 fell on a Saturday: 27 and 28 December were the holidays.
            ((2021, 12, 24), (2021, 12, 29), 1),
            // The jubilee of 2022: 2 and 3 June, and no holiday on 30 May.
            ((2022, 5, 27), (2022, 5, 30), 1),
            ((2022, 6, 1), (2022, 6, 6), 1),
            // The May holiday of 2020 moved from the 4th to the 8th.
            ((2020, 5, 1), (2020, 5, 4), 1),
            ((2020, 5, 7), (2020, 5, 11), 1),
            // The day before counts backwards.
            ((2024, 6, 4), (2024, 6, 3), -1),
        ] {
            assert_eq!(between(from, to), Some(days), "{from:?} to {to:?}");
        }
    }

    #[test]
    fn one_off_holidays_are_known() {
        for day in [
            (2011, 4, 29),
            (2012, 6, 4),
            (2012, 6, 5),
            (2020, 5, 8),
            (2022, 6, 2),
            (2022, 6, 3),
            (2022, 9, 19),
            (2023, 5, 8),
        ] {
            let listed = BANK_HOLIDAYS.iter().find(|(year, _)| *year == day.0).unwrap().1;
            assert!(listed.contains(&(day.1, day.2)), "{day:?}");
        }
    }

    #[test]
    fn every_holiday_is_a_weekday_and_every_year_has_eight_or_more_without_a_gap_between_years() {
        for (index, (year, days)) in BANK_HOLIDAYS.iter().enumerate() {
            assert_eq!(*year, 2009 + i16::try_from(index).unwrap());
            assert!((8..=10).contains(&days.len()), "{year}");
            assert!(days.is_sorted(), "{year}");
            for (month, day) in *days {
                assert!(!number(*year, *month, *day).unwrap().is_weekend(), "{year}-{month}-{day}");
            }
        }
    }

    #[test]
    fn beyond_the_table_nothing_is_guessed() {
        assert_eq!(between((2008, 12, 31), (2009, 1, 2)), None);
        assert_eq!(between((2031, 12, 30), (2032, 1, 2)), None);
        assert_eq!(between((2009, 1, 1), (2009, 1, 2)), Some(1));
    }
}
