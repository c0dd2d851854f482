//! A period as written → the period that a measure of some kind can have a value for.

use crate::model::{Calendar, Date, Kind, Month, Period, Span, Year};

use super::Written;

/// A period that fits, and whether a day had to be taken for its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fitted {
    pub(super) period: Period,
    pub(super) day_as_month: bool,
}

/// Why a readable period is none that the measure can have a value for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// `2011-12`, and nothing says whether it is the month or the year.
    Ambiguous(Month, Year),
    /// A day inside a month, for what is counted over months and years.
    DayInsideMonth,
    /// `2013` or `mid-2013`, for what is no population.
    BareYear,
    /// `2013/14`, where the report's years are calendar years.
    TwoYears,
    /// Several months, for what is counted on a day.
    SeveralMonths,
    /// Anything but a mid-year, for a population.
    NotMidYear,
}

/// Fits a period to a kind of measure. Events and percentages are over a month, a year or a span; a snapshot is on
/// a day, by which a month, quarter or year means its last one; a population is that of a mid-year. A year is one of the
/// report's own: `2013` where these are calendar years, else `2013/14`.
pub(super) fn fit(written: Written, kind: Kind, calendar: Calendar) -> Result<Fitted, Misfit> {
    let period = match (written, kind) {
        (Written::MidYear(year) | Written::Bare(year), Kind::Population) => Period::MidYear(year),
        (Written::Day(day), Kind::Population) if (day.month(), day.day()) == (6, 30) => {
            Period::MidYear(day.year())
        }
        (_, Kind::Population) => return Err(Misfit::NotMidYear),
        (Written::MonthOrYear(month, year), _) => return Err(Misfit::Ambiguous(month, year)),
        (Written::Bare(year), _) if calendar.has_calendar_years() => {
            over(Period::Year(calendar.year(year).ok_or(Misfit::BareYear)?), kind, calendar)
        }
        (Written::MidYear(_) | Written::Bare(_), _) => return Err(Misfit::BareYear),
        (Written::Year(year) | Written::Quarter(year, _), _) if !calendar.names(year) => {
            return Err(if year.is_calendar() { Misfit::BareYear } else { Misfit::TwoYears });
        }
        (Written::Day(day), Kind::Snapshot) => Period::Day(day),
        (Written::Span(_), Kind::Snapshot) => return Err(Misfit::SeveralMonths),
        (Written::Day(day), Kind::Events | Kind::Percentage) => {
            let month = whole_month(day).ok_or(Misfit::DayInsideMonth)?;
            return Ok(Fitted { period: Period::Month(month), day_as_month: true });
        }
        (Written::Month(month), _) => over(Period::Month(month), kind, calendar),
        (Written::Year(year), _) => over(Period::Year(year), kind, calendar),
        (Written::Span(span), _) => calendar.simplest(span),
        (Written::Quarter(year, number), _) => over(quarter(year, number, calendar), kind, calendar),
    };
    Ok(Fitted { period, day_as_month: false })
}

/// The period itself, or its last day for a snapshot.
fn over(period: Period, kind: Kind, calendar: Calendar) -> Period {
    match (kind, calendar.months_in(period)) {
        (Kind::Snapshot, Some(months)) => Period::Day(months.last().last_day()),
        _ => period,
    }
}

/// The first or last day of a month stands for it in exports that keep months as dates.
fn whole_month(day: Date) -> Option<Month> {
    Month::of(day).filter(|month| day.day() == 1 || day == month.last_day())
}

fn quarter(year: Year, number: u8, calendar: Calendar) -> Period {
    let first = calendar.months_of(year).first().plus(i32::from(number.saturating_sub(1)).saturating_mul(3));
    Span::new(first, first.plus(2)).map_or(Period::Month(first), Period::Span)
}

#[cfg(test)]
mod tests {
    use super::fit;
    use crate::load::data::period::Written;
    use crate::model::{Calendar, Kind};

    fn shown(text: &str, kind: Kind) -> String {
        in_calendar(text, kind, Calendar::default())
    }

    fn in_calendar(text: &str, kind: Kind, calendar: Calendar) -> String {
        match fit(Written::parse(text).expect("readable"), kind, calendar) {
            Ok(fitted) => format!("{}{}", fitted.period, if fitted.day_as_month { " *" } else { "" }),
            Err(misfit) => format!("{misfit:?}").chars().take_while(|c| c.is_alphabetic()).collect(),
        }
    }

    #[test]
    fn each_kind_of_measure_takes_the_periods_that_it_can_have_a_value_for() {
        for (text, events, snapshot, population) in [
            ("2014-03", "2014-03", "2014-03-31", "NotMidYear"),
            ("Feb 2012", "2012-02", "2012-02-29", "NotMidYear"),
            ("2013/14", "2013/14", "2014-03-31", "NotMidYear"),
            ("2013-14 Q1", "2013-04 to 2013-06", "2013-06-30", "NotMidYear"),
            ("2013-14 Q4", "2014-01 to 2014-03", "2014-03-31", "NotMidYear"),
            ("2010-04 to 2011-02", "2010-04 to 2011-02", "SeveralMonths", "NotMidYear"),
            ("2010-04 to 2011-03", "2010/11", "SeveralMonths", "NotMidYear"),
            ("2010-04 to 2010-04", "2010-04", "SeveralMonths", "NotMidYear"),
            ("01/04/2013", "2013-04 *", "2013-04-01", "NotMidYear"),
            ("30/04/2013", "2013-04 *", "2013-04-30", "NotMidYear"),
            ("2013-04-15", "DayInsideMonth", "2013-04-15", "NotMidYear"),
            ("30/06/2013", "2013-06 *", "2013-06-30", "mid-2013"),
            ("2011-12", "Ambiguous", "Ambiguous", "NotMidYear"),
            ("2013", "BareYear", "BareYear", "mid-2013"),
            ("mid-2013", "BareYear", "BareYear", "mid-2013"),
            ("Q1 2013", "BareYear", "BareYear", "NotMidYear"),
        ] {
            assert_eq!(shown(text, Kind::Events), events, "{text}");
            assert_eq!(shown(text, Kind::Percentage), events, "{text}");
            assert_eq!(shown(text, Kind::Snapshot), snapshot, "{text}");
            assert_eq!(shown(text, Kind::Population), population, "{text}");
        }
    }

    #[test]
    fn years_that_begin_in_january_are_written_as_calendar_years() {
        let calendar = Calendar::beginning_in(1).expect("a month");
        for (text, events, snapshot, population) in [
            ("2013", "2013", "2013-12-31", "mid-2013"),
            ("mid-2013", "BareYear", "BareYear", "mid-2013"),
            ("2013/14", "TwoYears", "TwoYears", "NotMidYear"),
            ("2013-14", "TwoYears", "TwoYears", "NotMidYear"),
            ("2013-14 Q1", "TwoYears", "TwoYears", "NotMidYear"),
            ("2013 Q1", "2013-01 to 2013-03", "2013-03-31", "NotMidYear"),
            ("Q4 2013", "2013-10 to 2013-12", "2013-12-31", "NotMidYear"),
            ("2013-01 to 2013-12", "2013", "SeveralMonths", "NotMidYear"),
            ("2011-12", "Ambiguous", "Ambiguous", "NotMidYear"),
        ] {
            assert_eq!(in_calendar(text, Kind::Events, calendar), events, "{text}");
            assert_eq!(in_calendar(text, Kind::Percentage, calendar), events, "{text}");
            assert_eq!(in_calendar(text, Kind::Snapshot, calendar), snapshot, "{text}");
            assert_eq!(in_calendar(text, Kind::Population, calendar), population, "{text}");
        }
    }
}
