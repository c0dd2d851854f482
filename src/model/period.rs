//! When something was counted: months, reporting years, days, spans and mid-year estimates. The only user of the date library.

use std::fmt;

pub use jiff::civil::Date;

/// A calendar month. Written `2013-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month `number` (1 to 12) of `year` (1900 to 2199); none outside those ranges.
    #[must_use]
    pub fn new(year: i16, number: u8) -> Option<Self> {
        ((1900..2200).contains(&year) && (1..=12).contains(&number)).then(|| {
            Self(i32::from(year).saturating_mul(12).saturating_add(i32::from(number)).saturating_sub(1))
        })
    }

    /// The month that a day falls in.
    #[must_use]
    pub fn of(day: Date) -> Option<Self> {
        Self::new(day.year(), u8::try_from(day.month()).ok()?)
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        i16::try_from(self.0.div_euclid(12)).unwrap_or(i16::MAX)
    }

    /// 1 for January to 12 for December.
    #[must_use]
    pub fn number(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12).saturating_add(1)).unwrap_or(1)
    }

    /// The month `count` months later, or earlier where negative.
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        Self(self.0.saturating_add(count))
    }

    /// How many months lie from `earlier` to this one (0 for the same).
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The last day of the month.
    #[must_use]
    pub fn last_day(self) -> Date {
        let first =
            jiff::civil::date(self.year().clamp(1, 9999), i8::try_from(self.number()).unwrap_or(1), 1);
        first.last_of_month()
    }

    /// The English name: `April`.
    #[must_use]
    pub fn name(self) -> &'static str {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        NAMES.get(usize::from(self.number()).saturating_sub(1)).copied().unwrap_or("January")
    }
}

impl Month {
    /// Writes `2013-04`.
    fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        let ([a, b, c, d], [e, f]) = (digits(self.year()), digits(self.number().into()));
        write_ascii(&[a, b, c, d, b'-', e, f], out)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// The last `WIDTH` digits of a number that is not below nought, with noughts before them. Periods stand in thousands of
/// ids, for which the general formatting of numbers takes more time than all else.
fn digits<const WIDTH: usize>(number: i16) -> [u8; WIDTH] {
    let mut text = [b'0'; WIDTH];
    let mut rest = number.unsigned_abs();
    for digit in text.iter_mut().rev() {
        *digit = b'0'.saturating_add(u8::try_from(rest % 10).unwrap_or(0));
        rest /= 10;
    }
    text
}

fn write_ascii(text: &[u8], out: &mut impl fmt::Write) -> fmt::Result {
    str::from_utf8(text).map_or(Ok(()), |text| out.write_str(text))
}

/// Writes `2014-03-31`.
fn write_day(day: Date, out: &mut impl fmt::Write) -> fmt::Result {
    let ([a, b, c, d], [e, f]) = (digits(day.year()), digits(day.month().into()));
    let [g, h] = digits(day.day().into());
    write_ascii(&[a, b, c, d, b'-', e, f, b'-', g, h], out)
}

/// A reporting year, named for the two calendar years that it is in, or for the one that it is. Written `2013/14`, `2013`.
/// Which of the two a report's years are, its `Calendar` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year {
    start: i16,
    is_calendar: bool,
}

impl Year {
    /// The reporting year that begins in the calendar year `start` (1900 to 2198) and ends in the next.
    #[must_use]
    pub fn beginning(start: i16) -> Option<Self> {
        (1900..2199).contains(&start).then_some(Self { start, is_calendar: false })
    }

    /// The calendar year `year` (1900 to 2198).
    #[must_use]
    pub fn calendar(year: i16) -> Option<Self> {
        Self::beginning(year).map(|year| Self { is_calendar: true, ..year })
    }

    /// The year of that text, in the program's own form: `2013/14`, `2013`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let year = match text.split_once('/') {
            Some((start, _)) => Self::beginning(start.parse().ok()?),
            None => Self::calendar(text.parse().ok()?),
        };
        year.filter(|year| year.to_string() == text)
    }

    /// The calendar year in which it begins.
    #[must_use]
    pub fn start(self) -> i16 {
        self.start
    }

    /// Whether it is a calendar year.
    #[must_use]
    pub fn is_calendar(self) -> bool {
        self.is_calendar
    }

    /// The year `count` years later, or earlier where negative.
    #[must_use]
    pub fn plus(self, count: i16) -> Self {
        Self { start: self.start.saturating_add(count), ..self }
    }

    /// The forms in which text writes it: `2013/14`, `2013-14`, `2013–14`; of a calendar year `2013` alone.
    #[must_use]
    pub fn spellings(self) -> Vec<String> {
        let marks: &[&str] = if self.is_calendar { &["/"] } else { &["/", "-", "–"] };
        marks.iter().map(|mark| self.to_string().replace('/', mark)).collect()
    }
}

impl Year {
    /// Writes `2013/14`, or `2013`.
    fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        let ([a, b, c, d], [e, f]) = (digits(self.start), digits(self.start.saturating_add(1)));
        write_ascii(&[a, b, c, d], out)?;
        if self.is_calendar { Ok(()) } else { write_ascii(&[b'/', e, f], out) }
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// Whole months, first to last, both included. Written `2010-04 to 2011-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    first: Month,
    last: Month,
}

impl Span {
    /// From `first` to `last`; none where `last` is before `first`.
    #[must_use]
    pub fn new(first: Month, last: Month) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The first month.
    #[must_use]
    pub fn first(self) -> Month {
        self.first
    }

    /// The last month.
    #[must_use]
    pub fn last(self) -> Month {
        self.last
    }

    /// How many months (1 or more).
    #[must_use]
    pub fn len(self) -> u32 {
        u32::try_from(self.last.since(self.first)).unwrap_or(0).saturating_add(1)
    }

    /// Never: a span holds one month at the least.
    #[must_use]
    pub fn is_empty(self) -> bool {
        false
    }

    /// Each month, in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..i32::try_from(self.len()).unwrap_or(0)).map(move |offset| self.first.plus(offset))
    }

    /// Whether `month` is one of them.
    #[must_use]
    pub fn contains(self, month: Month) -> bool {
        self.first <= month && month <= self.last
    }

    /// Whether all months of another are among them.
    #[must_use]
    pub fn encloses(self, other: Self) -> bool {
        self.contains(other.first) && self.contains(other.last)
    }

    /// The same months `years` years later, or earlier where negative.
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        let months = i32::from(years).saturating_mul(12);
        Self { first: self.first.plus(months), last: self.last.plus(months) }
    }
}

impl Span {
    /// Writes `2010-04 to 2011-02`.
    fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        self.first.write(out)?;
        out.write_str(" to ")?;
        self.last.write(out)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// What an observation is about: when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A calendar month.
    Month(Month),
    /// A reporting year.
    Year(Year),
    /// One day, for a snapshot. Written `2014-03-31`.
    Day(Date),
    /// Several months as one number.
    Span(Span),
    /// A mid-year (30 June) population estimate of a calendar year. Written `mid-2013`.
    MidYear(i16),
}

impl Period {
    /// Writes its text: the one that `Display` gives, for buffers that grow by it.
    ///
    /// # Errors
    /// Those of `out`; a `String` has none.
    pub fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        match self {
            Self::Month(month) => month.write(out),
            Self::Year(year) => year.write(out),
            Self::Day(day) => write_day(day, out),
            Self::Span(span) => span.write(out),
            Self::MidYear(year) => write!(out, "mid-{year}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// When the board's reporting year begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    first_month: u8,
}

impl Calendar {
    /// Years that begin in month `first_month` (1 to 12).
    #[must_use]
    pub fn beginning_in(first_month: u8) -> Option<Self> {
        (1..=12).contains(&first_month).then_some(Self { first_month })
    }

    /// Whether its years are calendar years, called by one year and not by two.
    #[must_use]
    pub fn has_calendar_years(self) -> bool {
        self.first_month == 1
    }

    /// Its year that begins in the calendar year `start` (1900 to 2198).
    #[must_use]
    pub fn year(self, start: i16) -> Option<Year> {
        if self.has_calendar_years() { Year::calendar(start) } else { Year::beginning(start) }
    }

    /// Whether a year is named as its years are: `2013/14` is none of those that begin in January, `2013` none of others.
    #[must_use]
    pub fn names(self, year: Year) -> bool {
        self.has_calendar_years() == year.is_calendar
    }

    /// How its years are written, in words.
    #[must_use]
    pub fn naming(self) -> &'static str {
        if self.has_calendar_years() {
            "a reporting year that begins in January is written `2013`"
        } else {
            "a reporting year is written `2013/14`"
        }
    }

    /// The twelve months of `year`.
    #[must_use]
    pub fn months_of(self, year: Year) -> Span {
        let january = Month(i32::from(year.start).saturating_mul(12));
        let first = january.plus(i32::from(self.first_month).saturating_sub(1));
        Span { first, last: first.plus(11) }
    }

    /// The reporting year that `month` falls in.
    #[must_use]
    pub fn year_of(self, month: Month) -> Year {
        let before = month.number() < self.first_month;
        let start = month.year().saturating_sub(i16::from(before));
        Year { start, is_calendar: self.has_calendar_years() }
    }

    /// The whole months that a period covers; none for a day or a mid-year estimate.
    #[must_use]
    pub fn months_in(self, period: Period) -> Option<Span> {
        match period {
            Period::Month(month) => Some(Span { first: month, last: month }),
            Period::Year(year) => Some(self.months_of(year)),
            Period::Span(span) => Some(span),
            Period::Day(_) | Period::MidYear(_) => None,
        }
    }

    /// The simplest name of a span: a month or a year where it is one.
    #[must_use]
    pub fn simplest(self, span: Span) -> Period {
        let year = self.year_of(span.first);
        if span.first == span.last {
            Period::Month(span.first)
        } else if self.months_of(year) == span {
            Period::Year(year)
        } else {
            Period::Span(span)
        }
    }
}

impl Default for Calendar {
    /// April to March, as councils report.
    fn default() -> Self {
        Self { first_month: 4 }
    }
}
