//! The formula of a declared figure as it is in any year, so that two reports' can be held against each other: a figure
//! of the year before may be spelt `.previous` in one and be named in the other.

use crate::model::{Calendar, FigureId, Month, Period, Periods, Selector, Span, Suffix, Year};

use super::side::{Report, Reported};

/// The formula with each figure in it by its name now and by how many years it lies before the figure's own; none for
/// what is made of a declared figure.
pub(super) fn timeless(
    figure: &Reported,
    report: &Report,
    name_now: impl Fn(&FigureId) -> FigureId,
) -> Option<String> {
    figure.id.suffixes().iter().all(|suffix| *suffix == Suffix::Previous).then_some(())?;
    let own = figure
        .period
        .as_ref()
        .and_then(|periods| report.year_of(periods.last()))
        .or_else(|| report.own_year());
    let mut inputs: Vec<&FigureId> = figure.inputs.iter().collect();
    // The longest first: `contacts` stands in `contacts.previous`.
    inputs.sort_by_key(|id| std::cmp::Reverse(id.to_string().len()));
    let mark = |position: usize| format!("\u{1}{position}\u{2}");
    let marked = inputs.iter().enumerate().fold(figure.formula.clone(), |formula, (position, id)| {
        formula.replace(&id.to_string(), &mark(position))
    });
    Some(inputs.into_iter().enumerate().fold(marked, |formula, (position, id)| {
        let (bare, back) = name_now(id).without_period().without_previous();
        let named = id.period().map_or_else(|| report.own_year(), |period| report.year_of(period));
        let before = own.zip(named).map(|(own, named)| {
            i32::from(own.start()).saturating_sub(i32::from(named.start())).saturating_add(i32::from(back))
        });
        formula.replace(&mark(position), &format!("{bare} ({before:?})"))
    }))
}

impl Report {
    /// When its reporting year begins.
    fn calendar(&self) -> Option<Calendar> {
        Calendar::beginning_in(month(&self.first_month)?.number())
    }

    /// The reporting year that it is on.
    fn own_year(&self) -> Option<Year> {
        Some(self.calendar()?.year_of(month(&self.first_month)?))
    }

    /// By what to ask for its figure of periods: by its own months, where there are several or the period began before
    /// these, as that of an average of several years does. By all of these years it would be another.
    pub(super) fn to_ask_by(&self, periods: &Periods) -> Option<Period> {
        let calendar = self.calendar()?;
        let own = Span::new(month(&self.first_month)?, month(&self.last_month)?)?;
        let began_before =
            |period| calendar.months_in(period).is_some_and(|months: Span| months.first() < own.first());
        let within = periods.one().filter(|period| !began_before(*period));
        Some(within.unwrap_or_else(|| calendar.simplest(own)))
    }

    /// The reporting year in which a period ends.
    fn year_of(&self, period: Period) -> Option<Year> {
        let calendar = self.calendar()?;
        match period {
            Period::Year(year) => Some(year),
            Period::Month(month) => Some(calendar.year_of(month)),
            Period::Span(span) => Some(calendar.year_of(span.last())),
            Period::Day(day) => Month::of(day).map(|month| calendar.year_of(month)),
            Period::MidYear(year) => calendar.year(year),
        }
    }
}

fn month(text: &str) -> Option<Month> {
    match Selector::parse(text) {
        Ok(Selector::Period(Period::Month(month))) => Some(month),
        _ => None,
    }
}
