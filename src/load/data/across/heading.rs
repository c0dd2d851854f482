//! The heading of a column of a scorecard → what stands under it.

use crate::load::data::period::{Written, month_number};
use crate::load::data::remarks::holds_remarks;
use crate::load::data::total::is_total;
use crate::model::{Calendar, Month, PeriodForm, Span, State, Year, fold};

/// What a column of a scorecard holds, beside labels and categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// The values of a month.
    Month(Month),
    /// The values of a month whose year is said elsewhere, by its number.
    BareMonth(u8),
    /// `2011-12`: the values of December, or of the year whose months these are; none where no year is called so.
    MonthOrYear(Month, Option<Span>),
    /// The values of several months together: a quarter, a year.
    Months(Span),
    /// A quarter (1 to 4) whose year is said elsewhere.
    BareQuarter(u8),
    /// What the months come to: a year to date.
    Total,
    /// `2023/24 outturn`: what those of a year come to; or, to date, what those so far do.
    YearTotal(Span, ToDate),
    /// What good looks like over a year, and which where it says.
    Target(Option<Year>),
    /// What good looks like in a quarter, so far, or elsewhere: no target of a year.
    OtherTarget,
    /// Something that is no figure of the report: a colour, a trend, a comment.
    Remark,
}

/// Whether a total is of a whole year, or of what there is of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ToDate {
    Yes,
    No,
}

/// Headings of scorecards, folded, under which other things stand than the figures of the report.
const REMARKS: [&str; 30] = [
    "status",
    "trend",
    "direction",
    "dot",
    "sparkline",
    "action",
    "actions",
    "owner",
    "lead",
    "lead officer",
    "responsible",
    "ref",
    "reference",
    "no",
    "number",
    "id",
    "polarity",
    "good is",
    "good to be",
    "what good looks like",
    "frequency",
    "definition",
    "description",
    "unit",
    "units",
    "format",
    "data source",
    "variance",
    "tolerance",
    "change",
];

impl Heading {
    /// What a heading says; none where it is no word of scorecards.
    pub(super) fn of(text: &str, calendar: Calendar) -> Option<Self> {
        let (text, _) = settled(text);
        let folded = fold(text);
        if let Some(time) = Self::of_time(text, &folded, calendar) {
            return time;
        }
        if is_total(text) || calendar.has_calendar_years() && is_total(&without_year(text)) {
            let to_date = folded.contains("ytd") || folded.contains("date") || folded.contains("cumulative");
            let to_date = if to_date { ToDate::Yes } else { ToDate::No };
            let year = year_in([text].into_iter(), calendar);
            Some(year.map_or(Self::Total, |year| Self::YearTotal(calendar.months_of(year), to_date)))
        } else if let Some(target) = target(text, &folded, calendar) {
            Some(target)
        } else if holds_remarks(&folded) || REMARKS.contains(&folded.as_str()) {
            Some(Self::Remark)
        } else {
            None
        }
    }

    /// What a heading says where it is of a month, a quarter or a year.
    pub(super) fn period(text: &str, calendar: Calendar) -> Option<Self> {
        let (text, _) = settled(text);
        Self::of_time(text, &fold(text), calendar).flatten()
    }

    /// The same; none within where it is of another time, and none at all where it is of no time.
    fn of_time(text: &str, folded: &str, calendar: Calendar) -> Option<Option<Self>> {
        if let Some(number) = month_number(folded) {
            return Some(Some(Self::BareMonth(number)));
        }
        if let Some(number) = folded.strip_prefix('q').and_then(|number| number.parse().ok()) {
            return Some((1..=4).contains(&number).then_some(Self::BareQuarter(number)));
        }
        Written::parse(text.trim()).map(|written| Self::of_period(written, calendar))
    }

    fn of_period(written: Written, calendar: Calendar) -> Option<Self> {
        match written {
            Written::Month(month) => Some(Self::Month(month)),
            Written::MonthOrYear(month, year) => {
                let months = calendar.names(year).then(|| calendar.months_of(year));
                Some(Self::MonthOrYear(month, months))
            }
            Written::Day(day) => {
                let month = Month::of(day)?;
                (day.day() == 1 || day == month.last_day()).then_some(Self::Month(month))
            }
            Written::Quarter(year, number) if calendar.names(year) => {
                quarter(year, number, calendar).map(Self::Months)
            }
            Written::Span(span) => Some(Self::Months(span)),
            written => named_year(written, calendar).map(|year| Self::Months(calendar.months_of(year))),
        }
    }

    /// The same with the year said that months and quarters without one are of.
    pub(super) fn in_year(self, year: Option<Year>, calendar: Calendar) -> Option<Self> {
        match self {
            Self::BareMonth(number) => {
                let mut months = calendar.months_of(year?).months();
                months.find(|month| month.number() == number).map(Self::Month)
            }
            Self::BareQuarter(number) => quarter(year?, number, calendar).map(Self::Months),
            other => Some(other),
        }
    }

    /// Settles what `2011-12` is: a month beside months, a year beside years.
    pub(super) fn settled(self, form: Option<PeriodForm>) -> Option<Self> {
        match (self, form) {
            (Self::MonthOrYear(month, _), Some(PeriodForm::Month)) => Some(Self::Month(month)),
            (Self::MonthOrYear(_, span), Some(PeriodForm::Year)) => span.map(Self::Months),
            (Self::MonthOrYear(..), None) => None,
            (other, _) => Some(other),
        }
    }

    /// Whether it is a month, or may be one.
    pub(super) fn is_month(self) -> bool {
        matches!(self, Self::Month(_) | Self::BareMonth(_) | Self::MonthOrYear(..))
    }

    /// Whether it is a quarter or a year, or may be one.
    pub(super) fn is_longer(self) -> bool {
        matches!(self, Self::Months(_) | Self::BareQuarter(_) | Self::MonthOrYear(..))
    }
}

/// A heading without what it says of how settled its numbers are, and that: `2024/25 (provisional)`, `Mar-25 [p]`.
pub(super) fn settled(text: &str) -> (&str, State) {
    let text = text.trim();
    let state = |word: &str| {
        let letter = word.starts_with(['(', '[']);
        match word.trim_matches(['(', ')', '[', ']']).trim().to_ascii_lowercase().as_str() {
            "provisional" => Some(State::Provisional),
            "revised" => Some(State::Revised),
            "final" => Some(State::Final),
            "p" if letter => Some(State::Provisional),
            "r" if letter => Some(State::Revised),
            _ => None,
        }
    };
    let behind =
        text.rfind(['(', '[']).and_then(|at| text.split_at_checked(at)).or_else(|| text.rsplit_once(' '));
    let before = text.split_once(' ').map(|(word, rest)| (rest, word));
    let said = [behind, before].into_iter().flatten();
    let mut said = said.filter_map(|(rest, word)| Some((rest.trim(), state(word)?)));
    said.next().filter(|(rest, _)| !rest.is_empty()).unwrap_or((text, State::Final))
}

/// Words that leave a target the board's own for a whole year.
const OF_A_YEAR: [&str; 13] = [
    "target",
    "year",
    "annual",
    "yearly",
    "full",
    "end",
    "for",
    "the",
    "our",
    "local",
    "agreed",
    "board",
    "percentage",
];

/// What a heading says of a target: that of a quarter or of England is none of the year's.
fn target(text: &str, folded: &str, calendar: Calendar) -> Option<Heading> {
    folded.split(' ').find(|word| *word == "target")?;
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':'));
    let mut years = Vec::new();
    for word in words {
        match Written::parse(word).and_then(|written| named_year(written, calendar)) {
            Some(year) => years.push(year),
            None if word.chars().all(|c| !c.is_alphanumeric())
                || OF_A_YEAR.contains(&fold(word).as_str()) => {}
            None => return Some(Heading::OtherTarget),
        }
    }
    Some(match years.as_slice() {
        [] => Heading::Target(None),
        [year] => Heading::Target(Some(*year)),
        _ => Heading::OtherTarget,
    })
}

/// The months of a quarter of a reporting year.
fn quarter(year: Year, number: u8, calendar: Calendar) -> Option<Span> {
    let first = calendar.months_of(year).first().plus(i32::from(number.saturating_sub(1)).saturating_mul(3));
    Span::new(first, first.plus(2))
}

/// The reporting year that is written so; none where it is not written as the calendar's years are.
fn named_year(written: Written, calendar: Calendar) -> Option<Year> {
    let year = match written {
        Written::Year(year) | Written::MonthOrYear(_, year) => Some(year),
        Written::Bare(year) => Year::calendar(year),
        _ => None,
    };
    year.filter(|year| calendar.names(*year))
}

/// A text without the words in it that are a calendar year.
fn without_year(text: &str) -> String {
    let words =
        text.split_whitespace().filter(|word| !matches!(Written::parse(word), Some(Written::Bare(_))));
    words.collect::<Vec<_>>().join(" ")
}

/// The only reporting year that a text names, where it names one.
pub(super) fn year_in<'t>(texts: impl Iterator<Item = &'t str>, calendar: Calendar) -> Option<Year> {
    let words = texts
        .flat_map(|text| text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ':' | ';')));
    let mut years: Vec<Year> =
        words.filter_map(|word| named_year(Written::parse(word.trim_end_matches('.'))?, calendar)).collect();
    years.dedup();
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Heading, settled, year_in};
    use crate::model::{Calendar, State};

    #[test]
    fn headings_of_scorecards_are_known_in_the_spellings_that_boards_use() {
        for (text, expected) in [
            ("Apr-24", "Month(2024-04)"),
            ("April 2024", "Month(2024-04)"),
            ("01/04/2024", "Month(2024-04)"),
            ("2011-12", "MonthOrYear"),
            ("2021-22", "2021-04 to 2022-03"),
            ("Sept", "BareMonth"),
            ("APRIL", "BareMonth"),
            ("Q1", "BareQuarter"),
            ("2023/24", "2023-04 to 2024-03"),
            ("Q1 2024/25", "2024-04 to 2024-06"),
            ("2023/24 (provisional)", "2023-04 to 2024-03"),
            ("Mar-25 [p]", "Month(2025-03)"),
            ("YTD", "Total"),
            ("Year to date", "Total"),
            ("Total 2024/25", "YearTotal"),
            ("2024/25 YTD", "YearTotal"),
            ("Target (%)", "Target"),
            ("Target 2024/25", "Target"),
            ("Annual target (%) 2024-25", "Target"),
            ("Target: year end", "Target"),
            ("Q1 target", "OtherTarget"),
            ("Target Q1 2024/25", "OtherTarget"),
            ("Target (Apr-24)", "OtherTarget"),
            ("Target 2023/24 2024/25", "OtherTarget"),
            ("YTD target", "OtherTarget"),
            ("National target", "OtherTarget"),
            ("R.A.G.", "none"),
            ("RAG", "Remark"),
            ("Direction of travel", "Remark"),
            ("England", "none"),
            ("2024", "none"),
        ] {
            assert_eq!(read(text, Calendar::default()), expected, "{text}");
        }
    }

    fn read(text: &str, calendar: Calendar) -> String {
        match Heading::of(text, calendar) {
            Some(Heading::Month(month)) => format!("Month({month})"),
            Some(Heading::Months(span)) => span.to_string(),
            Some(other) => format!("{other:?}").chars().take_while(|c| c.is_alphabetic()).collect(),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn headings_name_calendar_years_where_years_begin_in_january() {
        for (text, expected) in [
            ("2024", "2024-01 to 2024-12"),
            ("2024 (provisional)", "2024-01 to 2024-12"),
            ("Q1 2024", "2024-01 to 2024-03"),
            ("2023/24", "none"),
            ("Q1 2023/24", "none"),
            ("2011-12", "MonthOrYear"),
            ("Total 2024", "YearTotal"),
            ("2024 YTD", "YearTotal"),
            ("Total 2024/25", "Total"),
            ("Target 2024", "Target"),
            ("Target 2024/25", "OtherTarget"),
        ] {
            assert_eq!(read(text, Calendar::beginning_in(1).expect("a month")), expected, "{text}");
        }
    }

    #[test]
    fn a_heading_says_how_settled_its_numbers_are() {
        for (text, period, state) in [
            ("2024/25", "2024/25", State::Final),
            ("2024/25 (provisional)", "2024/25", State::Provisional),
            ("2024/25(Provisional)", "2024/25", State::Provisional),
            ("Provisional 2024/25", "2024/25", State::Provisional),
            ("Mar-25 [p]", "Mar-25", State::Provisional),
            ("2023/24 revised", "2023/24", State::Revised),
            ("2023/24 final", "2023/24", State::Final),
            ("2024/25 p", "2024/25 p", State::Final),
            ("Target (%)", "Target (%)", State::Final),
            ("Provisional", "Provisional", State::Final),
        ] {
            assert_eq!(settled(text), (period, state), "{text}");
        }
    }

    #[test]
    fn a_title_gives_the_year_where_it_names_one() {
        for (text, year) in [
            ("Scorecard 2024/25", Some("2024/25")),
            ("Scorecard (2024-25), to March", Some("2024/25")),
            ("Scorecard 2024/25 and 2023/24", None),
            ("Scorecard 2024", None),
            ("", None),
        ] {
            assert_eq!(
                year_in([text].into_iter(), Calendar::default()).map(|year| year.to_string()).as_deref(),
                year,
                "{text}"
            );
        }
    }
}
