//! When, in a sentence.

use crate::model::{Date, FigureId, Month, Period, Periods};

use super::list::listed;
use super::said::Said;

/// "2013/14", "May 2013", "April 2011 to February 2012", "31 March 2014", "mid-2013".
#[must_use]
pub fn spoken(period: Period) -> String {
    match period {
        Period::Month(month) => spoken_month(month),
        Period::Year(year) => year.to_string(),
        Period::Day(day) => spoken_day(day),
        Period::Span(span) => {
            let (first, last) = (span.first(), span.last());
            if first.year() == last.year() {
                format!("{} to {}", first.name(), spoken_month(last))
            } else {
                format!("{} to {}", spoken_month(first), spoken_month(last))
            }
        }
        Period::MidYear(year) => format!("the middle of {year}"),
    }
}

/// The same of several: "2019/20 and 2024/25".
pub(super) fn spoken_periods(periods: &Periods) -> String {
    listed(&periods.each().map(spoken).collect::<Vec<_>>())
}

/// "31 March 2014".
#[must_use]
pub fn spoken_day(day: Date) -> String {
    Month::of(day).map_or_else(|| day.to_string(), |month| format!("{} {}", day.day(), spoken_month(month)))
}

/// "May 2013".
#[must_use]
pub fn spoken_month(month: Month) -> String {
    format!("{} {}", month.name(), month.year())
}

/// Months that tie: "May and July 2013", "March 2013 and May 2014".
#[must_use]
pub fn spoken_months(months: &[Month]) -> String {
    let named = |(position, month): (usize, &Month)| {
        let next = months.get(position.saturating_add(1));
        let year_follows = next.is_some_and(|next| next.year() == month.year());
        if year_follows { month.name().to_owned() } else { spoken_month(*month) }
    };
    listed(&months.iter().enumerate().map(named).collect::<Vec<_>>())
}

/// What comes a year before such a period, as the end of a comparison: "the year before"; by name where the two
/// overlap, or there are several: "that in April 2011 to March 2013". `previous` is the figure of then.
pub(super) fn before(periods: &Periods, previous: &FigureId) -> Said {
    let Some(period) = periods.one().filter(|period| !overlaps_year_before(*period)) else {
        return Said::from("that in ").and(Said::of(previous, year_earlier(periods)));
    };
    match period {
        Period::Year(_) => "the year before".into(),
        Period::Span(_) => "the same months a year before".into(),
        Period::Month(_) => "the same month a year before".into(),
        Period::Day(_) | Period::MidYear(_) => "a year before".into(),
    }
}

/// Whether a span of months, as an average over years has, shares months with the same a year before.
fn overlaps_year_before(period: Period) -> bool {
    matches!(period, Period::Span(span) if span.len() > 12)
}

fn year_earlier(periods: &Periods) -> String {
    let each = periods.each().map(|period| match period {
        Period::Span(span) => Period::Span(span.plus_years(-1)),
        Period::Year(year) => Period::Year(year.plus(-1)),
        Period::Month(month) => Period::Month(month.plus(-12)),
        // No average is of days or mid-years.
        other => other,
    });
    listed(&each.map(spoken).collect::<Vec<_>>())
}

/// The same after a preposition of time: "in the same months a year before".
pub(super) fn in_period_before(periods: &Periods, previous: &FigureId) -> Said {
    let Some(period) = periods.one().filter(|period| !overlaps_year_before(*period)) else {
        return Said::from("in ").and(Said::of(previous, year_earlier(periods)));
    };
    let before = before(periods, previous);
    match period {
        Period::Span(_) | Period::Month(_) => Said::from("in ").and(before),
        Period::Year(_) | Period::Day(_) | Period::MidYear(_) => before,
    }
}

#[cfg(test)]
mod tests {
    use super::{spoken, spoken_months};
    use crate::model::{FigureId, Month};

    #[test]
    fn periods_are_said_as_people_say_them() {
        for (written, said) in [
            ("2012-05", "May 2012"),
            ("2013/14", "2013/14"),
            ("2014-03-31", "31 March 2014"),
            ("2011-04 to 2012-02", "April 2011 to February 2012"),
            ("2011-04 to 2011-06", "April to June 2011"),
            ("mid-2013", "the middle of 2013"),
        ] {
            let id = FigureId::parse(&format!("a[{written}]")).unwrap();
            assert_eq!(spoken(id.period().unwrap()), said);
        }
    }

    #[test]
    fn tied_months_share_their_year() {
        let month = |year, number| Month::new(year, number).unwrap();
        assert_eq!(spoken_months(&[month(2013, 5)]), "May 2013");
        assert_eq!(spoken_months(&[month(2013, 5), month(2013, 7)]), "May and July 2013");
        assert_eq!(
            spoken_months(&[month(2013, 5), month(2013, 7), month(2014, 1)]),
            "May, July 2013 and January 2014"
        );
    }
}
