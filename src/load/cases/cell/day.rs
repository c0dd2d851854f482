//! A cell → the day that it says, day first; and what makes a day one that can't be.

use crate::model::Date;

/// What a cell of dates says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load::cases) enum DayRead {
    /// Nothing.
    Empty,
    /// A day.
    Day(Date),
    /// A day only if the month came first: `03/25/2024`.
    MonthFirst,
    /// No day.
    Unreadable,
}

/// What exports write where there is no date.
const NONE: [&str; 8] = ["null", "none", "nat", "nan", "n/a", "#n/a", "-", "na"];

/// Reads a cell: `16/09/2024`, `2024-09-16`, `16-Sep-2024`, `16 September 2024`, each with a time behind it or none.
pub(in crate::load::cases) fn read(text: &str) -> DayRead {
    let text = text.trim();
    if text.is_empty() || NONE.iter().any(|none| none.eq_ignore_ascii_case(text)) {
        return DayRead::Empty;
    }
    let day = without_time(text);
    let mut parts = day.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty());
    let (Some(first), Some(second), Some(third), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return DayRead::Unreadable;
    };
    let found = match (number(first, 4), year(third)) {
        (Some(year), _) => date(Some(year), month(second), number(third, 2)),
        (None, Some(year)) => date(Some(year), month(second), number(first, 2)).or_else(|| {
            let backwards = date(Some(year), month(first), number(second, 2));
            backwards.map(|_| DayRead::MonthFirst)
        }),
        (None, None) => None,
    };
    found.unwrap_or(DayRead::Unreadable)
}

fn date(year: Option<i16>, month: Option<i16>, day: Option<i16>) -> Option<DayRead> {
    let (month, day) = (i8::try_from(month?).ok()?, i8::try_from(day?).ok()?);
    Date::new(year?, month, day).ok().map(DayRead::Day)
}

/// The text without a time of day behind it.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        let of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | 'Z' | 'z');
        rest.contains(':') && rest.chars().all(of_time)
    };
    let parted = text.split_once('T').or_else(|| text.split_once(' '));
    parted.filter(|(_, rest)| is_time(rest.trim())).map_or(text, |(day, _)| day)
}

/// Digits, as many as `width` or (of two) one fewer.
fn number(text: &str, width: usize) -> Option<i16> {
    let fits = text.len() == width || width == 2 && text.len() == 1;
    (fits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// Four digits, or two: those from 90 on are of the last century.
fn year(text: &str) -> Option<i16> {
    let short = |year: i16| if year >= 90 { year.saturating_add(1900) } else { year.saturating_add(2000) };
    number(text, 4).or_else(|| number(text, 2).filter(|_| text.len() == 2).map(short))
}

/// A month by number or English name.
fn month(text: &str) -> Option<i16> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const REST: [&str; 12] =
        ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"];
    let named = || {
        let lower = text.to_ascii_lowercase();
        let is_it = |(start, rest): (&&str, &str)| {
            lower.strip_prefix(start).is_some_and(|end| end.is_empty() || end == rest || lower == "sept")
        };
        i16::try_from(NAMES.iter().zip(REST).position(is_it)?).ok()?.checked_add(1)
    };
    number(text, 2).or_else(named)
}

#[cfg(test)]
mod tests {
    use super::{DayRead, read};
    use crate::model::Date;

    #[test]
    fn days_are_read_as_exports_write_them_day_first() {
        let expected = DayRead::Day(Date::new(2024, 9, 6).unwrap());
        for text in [
            "06/09/2024",
            "6/9/2024",
            "06/09/24",
            "2024-09-06",
            "2024/09/06",
            "2024-09-06T00:00:00",
            "2024-09-06 00:00:00.000",
            "06/09/2024 13:45",
            " 06-09-2024 ",
            "06.09.2024",
            "6-Sep-2024",
            "06 September 2024",
            "6 sept 24",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in ["", "  ", "NULL", "NaT", "n/a", "#N/A"] {
            assert_eq!(read(text), DayRead::Empty, "{text}");
        }
        for text in ["09/25/2024", "9-25-24"] {
            assert_eq!(read(text), DayRead::MonthFirst, "{text}");
        }
        for text in [
            "45541",
            "31/02/2024",
            "2024-13-40",
            "soon",
            "09/2024",
            "1/1/1/2024",
            "6 Septembre 2024",
            "é/1/2024",
        ] {
            assert_eq!(read(text), DayRead::Unreadable, "{text}");
        }
    }
}
