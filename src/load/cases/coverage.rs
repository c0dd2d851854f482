//! Which months a list holds every row of, told from its dates: a stretch at either end without a date tells of
//! missing rows where it is longer than any stretch between two dates.

use std::collections::BTreeSet;

use crate::model::{Date, DayNumber, Month, Span};

/// The months covered, where any are.
///
/// `begins` are the days that show from when on rows are held, `ends` those that show until when. A list of children
/// while on a plan holds old days of starting for those still on it, so for such a list only the days of ending show
/// from when on; where there are none, nothing shows it, and only the last month can be told.
pub(super) fn covered(begins: &BTreeSet<DayNumber>, ends: &BTreeSet<DayNumber>, asked: Span) -> Option<Span> {
    let last = last_month(ends, asked)?;
    let first = first_month(begins, asked).unwrap_or(last);
    Span::new(first, last)
}

/// The first month asked for of which every row is held.
fn first_month(days: &BTreeSet<DayNumber>, asked: Span) -> Option<Month> {
    let gap = longest_gap(days, asked)?;
    let first = *days.first()?;
    let reaches = |month: Month| first.since(first_day(month)) <= gap;
    asked.months().find(|month| reaches(*month))
}

/// The last month asked for of which every row is held.
fn last_month(days: &BTreeSet<DayNumber>, asked: Span) -> Option<Month> {
    let gap = longest_gap(days, asked)?;
    let last = *days.last()?;
    let reaches = |month: &Month| DayNumber::from(*month).since(last) <= gap;
    asked.months().filter(reaches).last()
}

/// The most days from one date to the next within the time asked for; none where there are not three dates, which
/// show nothing.
fn longest_gap(days: &BTreeSet<DayNumber>, asked: Span) -> Option<i32> {
    let inside = || days.range(first_day(asked.first())..=DayNumber::from(asked.last()));
    let gaps = inside().zip(inside().skip(1)).map(|(one, next)| next.since(*one));
    if inside().count() < 3 { None } else { gaps.max() }
}

pub(super) fn first_day(month: Month) -> DayNumber {
    let day = i8::try_from(month.number()).ok().and_then(|number| Date::new(month.year(), number, 1).ok());
    day.map(DayNumber::of).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::covered;
    use crate::model::{Date, DayNumber, Month, Span};

    fn days(every: usize, first: (i16, i8, i8), last: (i16, i8, i8)) -> BTreeSet<DayNumber> {
        let number = |(year, month, day)| DayNumber::of(Date::new(year, month, day).unwrap());
        number(first).up_to(number(last)).step_by(every).collect()
    }

    fn months(first: (i16, u8), last: (i16, u8)) -> Span {
        let month = |(year, number)| Month::new(year, number).unwrap();
        Span::new(month(first), month(last)).unwrap()
    }

    #[test]
    fn a_list_that_reaches_both_ends_covers_the_year() {
        let year = months((2024, 4), (2025, 3));
        let days = days(6, (2024, 4, 3), (2025, 3, 29));
        assert_eq!(covered(&days, &days, year), Some(year));
    }

    #[test]
    fn a_month_that_began_before_the_first_row_is_not_covered() {
        let year = months((2024, 4), (2025, 3));
        let half = days(3, (2024, 9, 16), (2025, 3, 31));
        assert_eq!(covered(&half, &half, year), Some(months((2024, 10), (2025, 3))));
        let early = days(3, (2024, 4, 1), (2024, 11, 12));
        assert_eq!(covered(&early, &early, year), Some(months((2024, 4), (2024, 10))));
    }

    #[test]
    fn of_children_still_on_a_plan_the_days_of_starting_show_nothing() {
        let year = months((2024, 4), (2025, 3));
        let starts = days(20, (2022, 1, 10), (2025, 3, 20));
        let ends = days(9, (2024, 10, 4), (2025, 3, 28));
        let all = starts.union(&ends).copied().collect();
        assert_eq!(covered(&ends, &all, year), Some(months((2024, 10), (2025, 3))));
        assert_eq!(covered(&BTreeSet::new(), &all, year), Some(months((2025, 3), (2025, 3))));
    }

    #[test]
    fn rows_beyond_the_year_show_that_it_is_covered() {
        let year = months((2024, 4), (2025, 3));
        let longer = days(5, (2023, 4, 2), (2025, 5, 30));
        assert_eq!(covered(&longer, &longer, year), Some(year));
    }

    #[test]
    fn too_few_days_show_nothing() {
        let year = months((2024, 4), (2025, 3));
        let few = days(300, (2024, 4, 1), (2025, 3, 31));
        assert_eq!(covered(&few, &few, year), None);
    }
}
