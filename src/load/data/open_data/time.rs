//! `time_period` and `time_identifier` → what their publisher means by them.

use crate::model::{Calendar, Kind, Month, Period, Span};

/// The time of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    span: Span,
    /// The calendar year whose middle a population estimate is for; none where the words leave it open.
    mid_year: Option<i16>,
}

impl When {
    /// Reads the two cells: four digits are the year in which a reporting year ends, six the two years that a financial
    /// or academic year is in.
    pub(super) fn read(period: &str, identifier: &str) -> Option<Self> {
        let digits: String = period.chars().filter(char::is_ascii_digit).collect();
        let stray = |c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-'));
        if period.contains(stray) {
            return None;
        }
        let identifier = identifier.to_lowercase();
        match digits.len() {
            4 => Self::of_one_year(digits.parse().ok()?, &identifier),
            6 => Self::of_two_years(digits.get(..4)?.parse().ok()?, digits.get(4..)?, &identifier),
            _ => None,
        }
    }

    fn of_one_year(year: i16, identifier: &str) -> Option<Self> {
        let mid_year = Some(year);
        match identifier {
            // The children in need and looked-after returns run to 31 March.
            "reporting year" => Some(Self { span: twelve(year.checked_sub(1)?, 4)?, mid_year }),
            "calendar year" => Some(Self { span: twelve(year, 1)?, mid_year }),
            name => {
                let month = (1..=12).filter_map(|number| Month::new(year, number));
                let month = month.into_iter().find(|month| month.name().eq_ignore_ascii_case(name))?;
                Some(Self { span: Span::new(month, month)?, mid_year: None })
            }
        }
    }

    fn of_two_years(start: i16, end: &str, identifier: &str) -> Option<Self> {
        let follows = start.checked_add(1)?.checked_rem(100)? == end.parse::<i16>().ok()?;
        let (name, quarter) = match identifier.rsplit_once(" q") {
            Some((name, quarter)) => (name, Some(quarter.parse::<i32>().ok()?)),
            None => (identifier, None),
        };
        let first_month = match name {
            "financial year" | "reporting year" => 4,
            "academic year" => 9,
            _ => return None,
        };
        let year = twelve(start, first_month).filter(|_| follows)?;
        let span = match quarter {
            None => year,
            Some(quarter @ 1..=4) => {
                let first = year.first().plus(quarter.checked_sub(1)?.checked_mul(3)?);
                Span::new(first, first.plus(2))?
            }
            Some(_) => return None,
        };
        Some(Self { span, mid_year: None })
    }

    /// The months.
    pub(super) fn span(self) -> Span {
        self.span
    }

    /// The month of that number within it.
    pub(super) fn month(self, number: u8) -> Option<Month> {
        self.span.months().find(|month| month.number() == number)
    }

    /// The period for a measure of that kind; none for a population where the words leave its year open.
    pub(super) fn period(self, kind: Kind, calendar: Calendar) -> Option<Period> {
        match kind {
            Kind::Events | Kind::Percentage => Some(calendar.simplest(self.span)),
            Kind::Snapshot => Some(Period::Day(self.span.last().last_day())),
            Kind::Population => self.mid_year.map(Period::MidYear),
        }
    }
}

fn twelve(year: i16, month: u8) -> Option<Span> {
    let first = Month::new(year, month)?;
    Span::new(first, first.plus(11))
}

#[cfg(test)]
mod tests {
    use super::When;
    use crate::model::{Calendar, Kind};

    #[test]
    fn a_period_means_what_its_publisher_says() {
        for (period, identifier, events, snapshot, population) in [
            ("2024", "Reporting year", "2023/24", "2024-03-31", "mid-2024"),
            ("202324", "Financial year", "2023/24", "2024-03-31", "-"),
            ("2023/24", "Financial year", "2023/24", "2024-03-31", "-"),
            ("202324", "Financial year Q1", "2023-04 to 2023-06", "2023-06-30", "-"),
            ("202324", "Academic year", "2023-09 to 2024-08", "2024-08-31", "-"),
            ("2023", "Calendar year", "2023-01 to 2023-12", "2023-12-31", "mid-2023"),
            ("2024", "January", "2024-01", "2024-01-31", "-"),
        ] {
            let when = When::read(period, identifier).expect(period);
            let shown =
                |kind| when.period(kind, Calendar::default()).map_or("-".to_owned(), |p| p.to_string());
            assert_eq!(shown(Kind::Events), events);
            assert_eq!(shown(Kind::Snapshot), snapshot);
            assert_eq!(shown(Kind::Population), population);
        }
    }

    #[test]
    fn what_has_no_clear_meaning_is_not_read() {
        for (period, identifier) in [
            ("2024", "Week 12"),
            ("202325", "Financial year"),
            ("24", "Reporting year"),
            ("2024", ""),
            ("2024p", "Reporting year"),
            ("202324", "Financial year Q5"),
            ("202324", "Calendar year"),
        ] {
            assert_eq!(When::read(period, identifier), None, "{period} {identifier}");
        }
    }
}
