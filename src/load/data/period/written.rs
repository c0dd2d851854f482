//! The text of a period cell → the period as it is written, before anything is known of what it is a period of.

use crate::model::{Date, Month, Span, Year};

/// A period as a cell spells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load::data) enum Written {
    /// `2013-04`, `Apr-13`, `April 2013`.
    Month(Month),
    /// `2013/14`, `2013-14`.
    Year(Year),
    /// `2011-12`: December 2011 or the year 2011/12.
    MonthOrYear(Month, Year),
    /// `2013-14 Q1`, `2013 Q1`: a quarter (1 to 4) of a reporting year.
    Quarter(Year, u8),
    /// `2010-04 to 2011-02`.
    Span(Span),
    /// `2014-03-31`, `31/03/2014`, `31 March 2014`.
    Day(Date),
    /// `mid-2013`.
    MidYear(i16),
    /// `2013`.
    Bare(i16),
}

impl Written {
    /// Reads a cell; none where it has none of the forms.
    pub(in crate::load::data) fn parse(text: &str) -> Option<Self> {
        let lower = text.to_ascii_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        match words.as_slice() {
            [one] => single(one),
            [first, "to", last] => span(single(first)?, single(last)?),
            [m1, y1, "to", m2, y2] => span(named_month(m1, y1)?, named_month(m2, y2)?),
            [quarter, year] | [year, quarter] if quarter_number(quarter).is_some() => match single(year)? {
                Self::Year(year) | Self::MonthOrYear(_, year) => {
                    quarter_number(quarter).map(|number| Self::Quarter(year, number))
                }
                Self::Bare(year) => Some(Self::Quarter(Year::calendar(year)?, quarter_number(quarter)?)),
                _ => None,
            },
            [month, year] => named_month(month, year),
            [day, month, year] => named_day(day, month, year),
            _ => None,
        }
    }
}

/// A period without blanks in it.
fn single(text: &str) -> Option<Written> {
    if let Some(year) = text.strip_prefix("mid-") {
        return whole_year(year).map(Written::MidYear);
    }
    let mark = if text.contains('-') { '-' } else { '/' };
    let parts: Vec<&str> = text.split(mark).collect();
    match (mark, parts.as_slice()) {
        ('-', _) if text.contains('/') => None,
        (_, [year]) => whole_year(year).map(Written::Bare),
        ('/', [start, end]) => reporting_year(start, end).map(Written::Year),
        (_, [d, m, y]) if y.len() == 4 => numbered_day(d, m, y).or_else(|| named_day(d, m, y)),
        ('-', [y, m, d]) if y.len() == 4 && m.len() == 2 && d.len() == 2 => numbered_day(d, m, y),
        ('-', [month, year]) if month_number(month).is_some() => {
            named_month(month, year).or_else(|| shortened_month(month, year))
        }
        ('-', [start, end]) => month_or_year(start, end),
        _ => None,
    }
}

/// In `A to B` both are months, for so the program writes it.
fn span(first: Written, last: Written) -> Option<Written> {
    let month = |written| match written {
        Written::Month(month) | Written::MonthOrYear(month, _) => Some(month),
        _ => None,
    };
    Span::new(month(first)?, month(last)?).map(Written::Span)
}

fn month_or_year(start: &str, end: &str) -> Option<Written> {
    let month = digits(end, 2).and_then(|number| Month::new(whole_year(start)?, u8::try_from(number).ok()?));
    match (month, reporting_year(start, end)) {
        (Some(month), Some(year)) => Some(Written::MonthOrYear(month, year)),
        (Some(month), None) => Some(Written::Month(month)),
        (None, Some(year)) => Some(Written::Year(year)),
        (None, None) => None,
    }
}

/// `2013` and `14` or `2014`: the second must follow the first.
fn reporting_year(start: &str, end: &str) -> Option<Year> {
    let year = Year::beginning(whole_year(start)?)?;
    let next = i64::from(year.start()).saturating_add(1);
    let follows = digits(end, 4) == Some(next) || digits(end, 2) == Some(next.rem_euclid(100));
    follows.then_some(year)
}

/// `apr` and `2013`.
fn named_month(name: &str, year: &str) -> Option<Written> {
    Month::new(whole_year(year)?, month_number(name)?).map(Written::Month)
}

/// `apr` and `13`, between which a dash stood: a year from 2000 to 2049, which is all that exports hold.
fn shortened_month(name: &str, year: &str) -> Option<Written> {
    let year = digits(year, 2).filter(|year| *year < 50)?.saturating_add(2000);
    Month::new(i16::try_from(year).ok()?, month_number(name)?).map(Written::Month)
}

fn named_day(day: &str, month: &str, year: &str) -> Option<Written> {
    let number = month_number(month)?;
    numbered_day(day, &number.to_string(), year)
}

fn numbered_day(day: &str, month: &str, year: &str) -> Option<Written> {
    let one_or_two = |text: &str| (1..=2).contains(&text.len()).then(|| digits(text, text.len())).flatten();
    let (day, month) = (i8::try_from(one_or_two(day)?).ok()?, i8::try_from(one_or_two(month)?).ok()?);
    Date::new(whole_year(year)?, month, day).ok().map(Written::Day)
}

/// Whether a date can only have its month first: `04/30/2024`.
pub(in crate::load::data) fn is_month_first(text: &str) -> bool {
    numbers_of_date(text)
        .is_some_and(|(first, second)| (1..=12).contains(&first) && (13..=31).contains(&second))
}

/// Whether a date has one meaning with its month first and another with its day first: `03/04/2024`.
pub(in crate::load::data) fn may_be_month_first(text: &str) -> bool {
    let month = |number: i64| (1..=12).contains(&number);
    numbers_of_date(text).is_some_and(|(first, second)| month(first) && month(second) && first != second)
}

/// The first two numbers of a date that ends in a year.
fn numbers_of_date(text: &str) -> Option<(i64, i64)> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let one_or_two = |text: &str| (1..=2).contains(&text.len()).then(|| digits(text, text.len())).flatten();
    match parts.as_slice() {
        [first, second, year] if whole_year(year).is_some() => {
            Some((one_or_two(first)?, one_or_two(second)?))
        }
        _ => None,
    }
}

fn quarter_number(text: &str) -> Option<u8> {
    let number = text.strip_prefix('q').and_then(|number| digits(number, 1))?;
    u8::try_from(number).ok().filter(|number| (1..=4).contains(number))
}

/// The month that a lower-case English name or its usual short form names.
pub(in crate::load::data) fn month_number(name: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let short = if name == "sept" { "sep" } else { name };
    let index = NAMES.iter().position(|full| *full == short || full.get(..3) == Some(short))?;
    u8::try_from(index.saturating_add(1)).ok()
}

/// Four digits from 1900 to 2199.
fn whole_year(text: &str) -> Option<i16> {
    digits(text, 4).and_then(|year| i16::try_from(year).ok()).filter(|year| (1900..2200).contains(year))
}

/// Exactly `count` digits.
fn digits(text: &str, count: usize) -> Option<i64> {
    let plain = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::Written;
    use crate::model::Period;

    fn shown(text: &str) -> String {
        let period = |period: Period| period.to_string();
        match Written::parse(text) {
            None => "unreadable".to_owned(),
            Some(Written::Month(month)) => format!("month {}", period(Period::Month(month))),
            Some(Written::Year(year)) => format!("year {}", period(Period::Year(year))),
            Some(Written::MonthOrYear(month, year)) => format!("{month} or {year}"),
            Some(Written::Quarter(year, quarter)) => format!("quarter {quarter} of {year}"),
            Some(Written::Span(span)) => format!("span {span}"),
            Some(Written::Day(day)) => format!("day {day}"),
            Some(Written::MidYear(year)) => format!("mid {year}"),
            Some(Written::Bare(year)) => format!("bare {year}"),
        }
    }

    #[test]
    fn every_spelling_of_a_period_is_read() {
        for (text, expected) in [
            ("2013-04", "month 2013-04"),
            (" 2013-04 ", "month 2013-04"),
            ("Apr-13", "month 2013-04"),
            ("SEP-13", "month 2013-09"),
            ("Sept-13", "month 2013-09"),
            ("Apr-2013", "month 2013-04"),
            ("April-13", "month 2013-04"),
            ("Apr 2013", "month 2013-04"),
            ("April  2013", "month 2013-04"),
            ("april 2013", "month 2013-04"),
            ("2013/14", "year 2013/14"),
            ("1999/00", "year 1999/00"),
            ("2013/2014", "year 2013/14"),
            ("2013-14", "year 2013/14"),
            ("2012-13", "year 2012/13"),
            ("2013-2014", "year 2013/14"),
            ("2011/12", "year 2011/12"),
            ("2011-12", "2011-12 or 2011/12"),
            ("2000-01", "2000-01 or 2000/01"),
            ("2010-12", "month 2010-12"),
            ("2013-14 Q1", "quarter 1 of 2013/14"),
            ("2013/14 q4", "quarter 4 of 2013/14"),
            ("Q1 2013/14", "quarter 1 of 2013/14"),
            ("Q2 2011-12", "quarter 2 of 2011/12"),
            ("Q1 2013", "quarter 1 of 2013"),
            ("2013 q4", "quarter 4 of 2013"),
            ("2010-04 to 2011-02", "span 2010-04 to 2011-02"),
            ("2010-04 TO 2011-12", "span 2010-04 to 2011-12"),
            ("Apr-10 to Feb-11", "span 2010-04 to 2011-02"),
            ("April 2010 to February 2011", "span 2010-04 to 2011-02"),
            ("2014-03-31", "day 2014-03-31"),
            ("31/03/2014", "day 2014-03-31"),
            ("01/04/2013", "day 2013-04-01"),
            ("1/4/2013", "day 2013-04-01"),
            ("01-04-2013", "day 2013-04-01"),
            ("31 March 2014", "day 2014-03-31"),
            ("31-Mar-2014", "day 2014-03-31"),
            ("mid-2013", "mid 2013"),
            ("Mid-2013", "mid 2013"),
            ("2013", "bare 2013"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_has_two_readings_or_none_is_no_period() {
        for text in [
            "",
            "Apr",
            "Apr 13",
            "13-Apr",
            "Apr-98",
            "2013-13x",
            "2011-13",
            "2013/15",
            "2013/04",
            "2014-02-30",
            "31/04/2013",
            "04/31/2013",
            "01/04/13",
            "2013-4",
            "13/14",
            "2013-14 Q5",
            "Q1",
            "1899",
            "2011-02 to 2010-04",
            "2010/11 to 2011/12",
            "mid-13",
            "2013-04-01 00:00",
            "total",
            "YTD",
            "201314",
        ] {
            assert_eq!(shown(text), "unreadable", "{text}");
        }
    }
}
