//! Dates as people write them in lists ("30 September 2025", "end of March 2026", "31/12/2025") → the days that they
//! may mean.

use crate::model::{Date, Month};

/// The days that a written date may mean: one day, or all of a month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenDate {
    /// The first of them.
    pub(super) first: Date,
    /// The last of them: by when something due is due.
    pub(super) last: Date,
}

impl WrittenDate {
    /// Reads a date; none where it is not clear which one is meant.
    pub(super) fn read(written: &str) -> Option<Self> {
        let written = written.trim().trim_end_matches('.').to_lowercase();
        numbered(&written).or_else(|| worded(&written))
    }

    /// Whether both may mean the same day: "March 2014" is the vaguer form of "31 March 2014".
    pub(super) fn may_be(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    fn day(year: i16, month: u8, day: &str) -> Option<Self> {
        let date = Date::new(year, i8::try_from(month).ok()?, day.parse().ok()?).ok()?;
        Some(Self { first: date, last: date })
    }

    fn month(year: i16, month: u8) -> Option<Self> {
        let last = Month::new(year, month)?.last_day();
        Some(Self { first: last.first_of_month(), last })
    }

    fn year(year: i16) -> Option<Self> {
        Some(Self { first: Self::month(year, 1)?.first, last: Self::month(year, 12)?.last })
    }
}

/// A day as a reader says it: `30 September 2025`.
pub(super) fn in_words(day: Date) -> String {
    let month = Month::of(day).map(Month::name).unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// `30/09/2025` (day first, always), `2025-09-30`, `09/2025`, `2025-09`, `2025`.
fn numbered(written: &str) -> Option<WrittenDate> {
    let parts: Vec<&str> = written.split(['/', '-', '.']).collect();
    if !parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            WrittenDate::day(year.parse().ok()?, month.parse().ok()?, day)
        }
        [day, month, year] => WrittenDate::day(full_year(year)?, month.parse().ok()?, day),
        [year, month] if year.len() == 4 => WrittenDate::month(year.parse().ok()?, month.parse().ok()?),
        [month, year] if year.len() == 4 => WrittenDate::month(year.parse().ok()?, month.parse().ok()?),
        [year] if year.len() == 4 => WrittenDate::year(year.parse().ok()?),
        _ => None,
    }
}

/// `30 September 2025`, `Tuesday 30th Sept 2025`, `by the end of September 2025`, `Sep-25`, `the end of 2025`.
fn worded(written: &str) -> Option<WrittenDate> {
    let parted = written.split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '/'));
    let words: Vec<&str> =
        parted.map(|word| word.trim_end_matches('.')).filter(|word| !is_around(word)).collect();
    match words.as_slice() {
        [day, month, year] if day.starts_with(|c: char| c.is_ascii_digit()) => {
            WrittenDate::day(full_year(year)?, month_named(month)?, without_ordinal(day))
        }
        [month, day, year] => WrittenDate::day(full_year(year)?, month_named(month)?, without_ordinal(day)),
        [month, year] => WrittenDate::month(full_year(year)?, month_named(month)?),
        [year] if year.len() == 4 => WrittenDate::year(year.parse().ok()?),
        _ => None,
    }
}

/// Words around a date that don't change which day is the last.
fn is_around(word: &str) -> bool {
    const AROUND: &[&str] = &["", "by", "the", "end", "of", "due", "before", "in", "on"];
    const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    AROUND.contains(&word) || DAYS.iter().any(|day| word.len() >= 3 && day.starts_with(word))
}

/// A year of four digits, or of two in this century: everything that a plan names is.
fn full_year(written: &str) -> Option<i16> {
    let year: i16 = written.bytes().all(|b| b.is_ascii_digit()).then(|| written.parse().ok())??;
    match written.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// 1 for `january`, `jan` and what lies between, to 12.
fn month_named(written: &str) -> Option<u8> {
    let is_meant = |name: &str| {
        written.len() >= 3
            && name.get(..written.len()).is_some_and(|start| start.eq_ignore_ascii_case(written))
    };
    (1..=12).find(|number| Month::new(2000, *number).is_some_and(|month| is_meant(month.name())))
}

fn without_ordinal(day: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::{WrittenDate, in_words};

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (written, last) in [
            ("30 September 2025", "30 September 2025"),
            ("30th Sept. 2025", "30 September 2025"),
            ("Tues 30 sep 2025", "30 September 2025"),
            ("September 30, 2025", "30 September 2025"),
            ("by the end of September 2025", "30 September 2025"),
            ("September 2025", "30 September 2025"),
            ("Sep-25", "30 September 2025"),
            ("February 2024", "29 February 2024"),
            ("30/09/2025", "30 September 2025"),
            ("3/9/25", "3 September 2025"),
            ("30.09.2025", "30 September 2025"),
            ("2025-09-30", "30 September 2025"),
            ("09/2025", "30 September 2025"),
            ("2025-09", "30 September 2025"),
            ("2025", "31 December 2025"),
            ("end of 2025", "31 December 2025"),
            ("1 May 2025.", "1 May 2025"),
        ] {
            let read = WrittenDate::read(written).map(|date| in_words(date.last));
            assert_eq!(read.as_deref(), Some(last), "{written}");
        }
    }

    #[test]
    fn what_is_not_clear_is_not_read() {
        for written in [
            "",
            "ongoing",
            "autumn 2025",
            "31 September 2025",
            "2025/26",
            "30/09",
            "September",
            "13/2025",
            "Q2 2025",
            "30 September",
            "1 2 3 4",
            "ma 2025",
            "30 September 12025",
            "99999/99999/99999",
        ] {
            assert_eq!(WrittenDate::read(written), None, "{written}");
        }
    }

    #[test]
    fn a_vaguer_date_may_be_a_day_within_it() {
        let date = |written| WrittenDate::read(written).unwrap();
        assert!(date("March 2014").may_be(date("31 March 2014")));
        assert!(date("2014").may_be(date("March 2014")));
        assert!(!date("March 2012").may_be(date("March 2014")));
        assert!(!date("1 March 2014").may_be(date("31 March 2014")));
    }
}
