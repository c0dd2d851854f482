//! The scorecard: a row a measure, a column a month, and beside them totals, targets, colours and remarks. Months are
//! read; totals are held against them and never added.

mod columns;
mod heading;
mod target;

use std::collections::{BTreeMap, BTreeSet};

use crate::csv_text::{Field, Row};
use crate::load::sheet::{Sheet, heading};
use crate::model::{Calendar, Kind, Measure, Period, Reason, Span, State, Value, Year, means_all};

use super::breakdown::{Breakdown, Part};
use super::export::Export;
use super::gather::Gathered;
use super::long::unnamed;
use super::measure_names::Named;
use super::period::Written;
use super::total::{self, Total};
use heading::Heading;

/// The columns of a scorecard, counted from 0.
#[derive(Debug)]
pub(super) struct Across {
    measure: usize,
    /// The columns of values and what each is of, in the order of time.
    values: Vec<(usize, Period)>,
    /// How settled the numbers of a column are, where its heading says so.
    states: BTreeMap<usize, State>,
    /// The columns of totals, and which months each is the total of.
    totals: Vec<(usize, Option<Span>)>,
    /// The column of targets, and the year that it names.
    target: Option<(usize, Option<Year>)>,
    breakdown: Breakdown,
}

/// How many of these texts are periods, where there are enough for a scorecard's headings: three months, or two quarters
/// or years. None where there are not. Four digits may be numbers too: they are years where they follow one another.
pub(super) fn periods<'t>(texts: impl Iterator<Item = &'t str>, calendar: Calendar) -> Option<usize> {
    let texts: Vec<&str> = texts.collect();
    let years: Vec<i16> = texts.iter().filter_map(|text| bare_year(text)).collect();
    let apart = |by: i16| years.windows(2).all(|two| matches!(two, [a, b] if a.checked_add(by) == Some(*b)));
    let are_years = apart(1) || apart(-1);
    let texts = texts.into_iter().filter(|text| are_years || bare_year(text).is_none());
    let headings: Vec<Heading> = texts.filter_map(|text| Heading::period(text, calendar)).collect();
    let count = |is: fn(Heading) -> bool| headings.iter().filter(|heading| is(**heading)).count();
    let enough = count(Heading::is_month) >= 3 || count(Heading::is_longer) >= 2;
    enough.then(|| count(|heading| heading.is_month() || heading.is_longer()))
}

fn bare_year(text: &str) -> Option<i16> {
    match Written::parse(text.trim())? {
        Written::Bare(year) => Some(year),
        _ => None,
    }
}

/// Whether a period is shorter than a year, so that several of it make one.
fn is_shorter_than_a_year(period: Period, calendar: Calendar) -> bool {
    calendar.months_in(period).is_some_and(|months| months.len() < 12)
}

/// The period that a measure has a value for: of a snapshot the last day of the months.
fn fit(export: &Export<'_>, period: Period, kind: Kind) -> Option<Period> {
    match (kind, export.calendar.months_in(period)) {
        (Kind::Snapshot, Some(months)) => Some(Period::Day(months.last().last_day())),
        (Kind::Population, _) => None,
        _ => Some(period),
    }
}

/// What was read of the rows since the last total, for the total beneath them.
type Above = Vec<(Vec<Value>, Kind)>;

impl Across {
    /// Reads the rows.
    pub(super) fn read(mut self, export: &mut Export<'_>, sheet: &Sheet<'_>, gathered: &mut Gathered) {
        let mut refused = BTreeSet::new();
        let mut above = Above::new();
        let mut untold = 0_usize;
        let calendar = export.calendar;
        let is_of = |year: Year| match self.target {
            Some((_, Some(named))) => named == year,
            Some((_, None)) => self.reaches(year, calendar),
            None => true,
        };
        if !is_of(export.year) {
            self.target = None;
            export.opened.assume("its targets, which are of another year, passed over".to_owned());
        }
        for row in &sheet.rows {
            let Some(name) = row.get(self.measure) else { continue };
            let says_something =
                self.value_columns().any(|at| row.get(at).is_some_and(|f| !f.trimmed().is_empty()));
            if means_all("measure", name.trimmed()) {
                untold = untold.saturating_add(self.check_beneath(export, sheet, row, &above));
                above.clear();
                continue;
            }
            let measure = match export.named(name.trimmed()) {
                Named::One(measure) => measure,
                // The label of a group of rows.
                _ if !says_something => continue,
                named => {
                    if refused.insert(name.trimmed().to_owned()) {
                        unnamed(export, name, &named, true);
                    }
                    continue;
                }
            };
            let part = self.breakdown.part(export, row);
            let values = self.take(export, row, measure, &part, gathered);
            untold = untold.saturating_add(self.check_beside(export, sheet, row, (measure, &values)));
            if let Some((at, _)) = self.target {
                target::take(export, (row, at), (measure, &part), gathered);
            }
            above.push((values, measure.kind));
        }
        self.say(export, sheet, untold);
    }

    /// Whether a column of it is of that year.
    fn reaches(&self, year: Year, calendar: Calendar) -> bool {
        let months = self.values.iter().filter_map(|(_, period)| calendar.months_in(*period));
        months.flat_map(|months| [months.first(), months.last()]).any(|month| calendar.year_of(month) == year)
    }

    fn value_columns(&self) -> impl Iterator<Item = usize> {
        self.values.iter().map(|(at, _)| *at).chain(self.totals.iter().map(|(at, _)| *at))
    }

    /// Keeps the values of a row; gives them as they were read, those with a fault as missing.
    fn take(
        &self,
        export: &mut Export<'_>,
        row: &Row<'_>,
        measure: &Measure,
        part: &Part,
        gathered: &mut Gathered,
    ) -> Vec<Value> {
        let mut values = Vec::with_capacity(self.values.len());
        for (at, period) in &self.values {
            let Some(field) = row.get(*at) else { continue };
            let fitted = fit(export, *period, measure.kind);
            if fitted.is_none() {
                export.opened.assume(format!(
                    "`{}` passed over: a population is of the middle of a year, which no heading says",
                    measure.id
                ));
            }
            let state = self.states.get(at).copied().unwrap_or_default();
            gathered.take(export, (field, *at), measure, fitted, &Part { state, ..part.clone() });
            let read = export.read_of(measure, field.trimmed());
            values.push(read.unwrap_or(Err(Reason::Missing)));
        }
        values
    }

    /// Holds the totals of a row against its months; says how many could not be told.
    fn check_beside(
        &self,
        export: &mut Export<'_>,
        sheet: &Sheet<'_>,
        row: &Row<'_>,
        (measure, values): (&Measure, &[Value]),
    ) -> usize {
        let mut untold = 0_usize;
        for (at, span) in &self.totals {
            let Some(field) = row.get(*at).filter(|field| !field.trimmed().is_empty()) else { continue };
            let calendar = export.calendar;
            let within = |period: &Period| match (span, calendar.months_in(*period)) {
                (Some(span), Some(months)) => span.encloses(months),
                _ => is_shorter_than_a_year(*period, calendar),
            };
            let parts: Vec<Value> = self
                .values
                .iter()
                .zip(values)
                .filter(|((_, period), _)| within(period))
                .map(|(_, value)| value.clone())
                .collect();
            let label = heading(&sheet.headings, *at);
            let (of, kind) = (measure.id.as_str(), measure.kind);
            let told = total::check(
                export,
                &Total { field, label, of, kind, parts_come: "its months come" },
                &parts,
            );
            untold = untold.saturating_add(usize::from(!told));
        }
        untold
    }

    /// Holds a row of totals against the rows above it, column by column.
    fn check_beneath(
        &self,
        export: &mut Export<'_>,
        sheet: &Sheet<'_>,
        row: &Row<'_>,
        above: &Above,
    ) -> usize {
        let mut untold = 0_usize;
        for (position, (at, _)) in self.values.iter().enumerate() {
            let Some(field) = row.get(*at).filter(|field| !field.trimmed().is_empty()) else { continue };
            let counts = above.iter().all(|(_, kind)| matches!(kind, Kind::Events | Kind::Snapshot));
            let parts: Vec<Value> =
                above.iter().filter_map(|(values, _)| values.get(position).cloned()).collect();
            let label = row.get(self.measure).map_or("", Field::trimmed);
            let of = heading(&sheet.headings, *at);
            let total = Total { field, label, of, kind: Kind::Events, parts_come: "the rows above come" };
            let told = counts && total::check(export, &total, &parts);
            untold = untold.saturating_add(usize::from(!told));
        }
        untold
    }

    fn say(&self, export: &mut Export<'_>, sheet: &Sheet<'_>, untold: usize) {
        let named: Vec<String> =
            self.totals.iter().map(|(at, _)| format!("`{}`", heading(&sheet.headings, *at))).collect();
        if !named.is_empty() {
            export.opened.assume(format!("{} held against the months and not counted", named.join(", ")));
        }
        if untold > 0 {
            let cells = if untold == 1 { "1 total".to_owned() } else { format!("{untold} totals") };
            export.opened.assume(format!("{cells} could not be held against anything"));
        }
    }
}
