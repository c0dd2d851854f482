//! An id taken apart: what it asks, of what, when.

use crate::model::{
    Calendar, Date, FigureId, Kind, Month, Name, Period, Reason, Selection, Span, Suffix, Year,
};
use crate::plan::Plan;

use super::ledger::{Ledger, Subject};
use super::whose::{AREA, Whose};

/// When a figure is of: the report's own period or one that is named, and how many years before that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Time {
    pub(crate) named: Option<Period>,
    pub(crate) years_before: i16,
}

/// The time of a measure's value: months, a day, or the middle of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    Months(Span),
    Day(Date),
    MidYear(i16),
}

/// What an id asks. Canonical ids have at most one suffix that makes another figure of a value, then at most one that
/// asks it of another area, then at most one that compares it with the year before or with another area, then any
/// number of `.previous`.
#[derive(Clone, Debug)]
pub(crate) struct Question<'l> {
    /// The place of what it is about, the same in every area's ledger.
    pub(crate) place: usize,
    pub(crate) name: &'l Name,
    pub(crate) subject: &'l Subject,
    pub(crate) selection: Selection,
    pub(crate) time: Time,
    /// What is made of the value: per month, a rate, a share, the peak; none for the value itself.
    pub(crate) made: Option<Suffix>,
    /// How it is compared with the year before, or with another area.
    pub(crate) compared: Option<Suffix>,
    /// Of whom it is asked.
    pub(crate) whose: Whose,
}

/// Why an id asks nothing that could be answered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    /// No such measure, figure or category.
    Unknown,
    /// The data do not reach to it, or it has no meaning.
    NotHeld(Reason),
}

/// Refuses what has no meaning, in words.
fn meaningless(why: &'static str) -> Refusal {
    Refusal::NotHeld(Reason::NoMeaning(why))
}

impl Time {
    /// The report's own period.
    pub(crate) const REPORT: Self = Self { named: None, years_before: 0 };

    /// A named period.
    pub(crate) fn at(period: Period) -> Self {
        Self { named: Some(period), years_before: 0 }
    }

    /// So many years before.
    pub(crate) fn earlier(self, years: i16) -> Self {
        Self { years_before: self.years_before.saturating_add(years), ..self }
    }

    /// What it is a time of, for a measure of that kind: a snapshot's is a day, a population's a mid-year.
    pub(crate) fn moment(self, kind: Kind, plan: &Plan) -> Moment {
        let back = self.years_before.saturating_neg();
        let period = self.named.unwrap_or(Period::Span(plan.span));
        let months = plan.calendar.months_in(period).map(|span| span.plus_years(back));
        match (kind, period, months) {
            (Kind::Population, _, _) => Moment::MidYear(self.mid_year(plan)),
            (Kind::Snapshot, _, Some(months)) => Moment::Day(months.last().last_day()),
            (_, _, Some(months)) => Moment::Months(months),
            (_, Period::Day(day), None) => Moment::Day(years_later(day, back)),
            (_, _, None) => Moment::MidYear(self.mid_year(plan)),
        }
    }

    /// The calendar year whose mid-year population its rates are on: that in which its reporting year begins.
    pub(crate) fn mid_year(self, plan: &Plan) -> i16 {
        let start = match self.named.unwrap_or(Period::Span(plan.span)) {
            Period::MidYear(year) => year,
            Period::Day(day) => {
                Month::of(day).map_or(day.year(), |month| plan.calendar.year_of(month).start())
            }
            period => {
                let months = plan.calendar.months_in(period);
                months.map_or(plan.year, |span| plan.calendar.year_of(span.first())).start()
            }
        };
        start.saturating_sub(self.years_before)
    }

    /// The reporting year that it falls in.
    pub(crate) fn year(self, plan: &Plan) -> Year {
        plan.calendar.year(self.mid_year(plan)).unwrap_or(plan.year)
    }

    /// The months it covers; of a day, the month that it falls in.
    pub(crate) fn months(self, plan: &Plan) -> Option<Span> {
        match self.moment(Kind::Events, plan) {
            Moment::Months(span) => Some(span),
            Moment::Day(day) => Month::of(day).and_then(|month| Span::new(month, month)),
            Moment::MidYear(_) => None,
        }
    }
}

/// The same day so many years later; the last of February stays the last.
fn years_later(day: Date, years: i16) -> Date {
    let Some(month) = Month::of(day) else { return day };
    let moved = month.plus(i32::from(years).saturating_mul(12)).last_day();
    if month.last_day() == day { moved } else { moved.with().day(day.day()).build().unwrap_or(moved) }
}

impl Moment {
    /// As a figure's period.
    pub(crate) fn period(self, calendar: Calendar) -> Period {
        match self {
            Self::Months(span) => calendar.simplest(span),
            Self::Day(day) => Period::Day(day),
            Self::MidYear(year) => Period::MidYear(year),
        }
    }
}

impl Ledger {
    /// What the value of a question is a share of: the same part of the measure that its own is out of, else the
    /// whole of its own.
    pub(crate) fn whole_of<'l>(&'l self, part: &Question<'l>) -> Question<'l> {
        let out_of = match part.subject {
            Subject::Measure(holding) => holding.measure.out_of.as_ref(),
            Subject::Declared(_) | Subject::Broken(..) => None,
        };
        match out_of.and_then(|id| part.plain().about(self.place(id.as_str())?, self)) {
            Some(whole) => whole,
            None => part.plain().selecting(Selection::whole()),
        }
    }
}

impl<'l> Question<'l> {
    /// Takes an id apart.
    pub(crate) fn read(id: &FigureId, ledger: &'l Ledger) -> Result<Self, Refusal> {
        let place = ledger.place(id.subject()).ok_or(Refusal::Unknown)?;
        let (name, subject) = ledger.at(place).ok_or(Refusal::Unknown)?;
        let named = id.clone().simplest(ledger.plan.calendar).period();
        if matches!(named, Some(Period::Year(year)) if !ledger.plan.calendar.names(year)) {
            return Err(Refusal::Unknown);
        }
        let question = Self {
            place,
            name,
            subject,
            selection: id.selection().clone().without(AREA),
            time: Time { named, years_before: 0 },
            made: None,
            compared: None,
            whose: ledger.whose.clone(),
        };
        let mut question = match Whose::named(id, &ledger.areas) {
            None => question,
            Some(whose) => ledger
                .beside(&question, &whose)
                .ok_or_else(|| Refusal::NotHeld(Reason::NoComparator(whose.unheld(&ledger.areas))))?,
        };
        let mut areas = usize::from(id.selection().category(AREA).is_some());
        for suffix in id.suffixes() {
            match suffix {
                Suffix::Total => question.take_whole()?,
                Suffix::Official | Suffix::England | Suffix::Region | Suffix::Neighbours => {
                    areas = areas.saturating_add(1);
                }
                _ => question.add(*suffix).map_err(meaningless)?,
            }
        }
        if areas > 1 {
            return Err(meaningless("it can be asked of one area only"));
        }
        Ok(question)
    }

    /// Asks for the whole instead of a part: `.total`.
    fn take_whole(&mut self) -> Result<(), Refusal> {
        let Subject::Measure(holding) = self.subject else {
            return Err(meaningless("a declared figure has no parts, so no total of them"));
        };
        if self.made.or(self.compared).is_some() {
            return Err(meaningless("`.total` follows the measure or its categories"));
        }
        if holding.measure.kind == Kind::Percentage {
            return Err(meaningless("only counts and amounts have a total"));
        }
        if !holding.series.is_empty() && !holding.knows(&self.selection) {
            return Err(Refusal::Unknown);
        }
        self.selection = Selection::whole();
        Ok(())
    }

    fn add(&mut self, suffix: Suffix) -> Result<(), &'static str> {
        let slot = match suffix {
            Suffix::Previous => {
                self.time = self.time.earlier(1);
                return Ok(());
            }
            Suffix::Change
            | Suffix::ChangePercent
            | Suffix::DifferenceFromEngland
            | Suffix::DifferenceFromRegion
            | Suffix::DifferenceFromNeighbours => &mut self.compared,
            _ if self.compared.is_some() => return Err("only `.previous` can follow a change"),
            _ => &mut self.made,
        };
        match slot.replace(suffix) {
            None => Ok(()),
            Some(_) => Err("two such suffixes can't follow one another"),
        }
    }

    /// The canonical id.
    pub(crate) fn id(&self) -> FigureId {
        let mut id = FigureId::of(self.name).selecting(self.whose.select(&self.selection));
        if let Some(period) = self.time.named {
            id = id.at(period);
        }
        let before = (0..self.time.years_before).map(|_| Suffix::Previous);
        let asked = self.made.into_iter().chain(self.whose.suffix()).chain(self.compared);
        asked.chain(before).fold(id, FigureId::then)
    }

    /// The same without the comparison.
    pub(crate) fn uncompared(&self) -> Self {
        Self { compared: None, ..self.clone() }
    }

    /// The value that it is made from.
    pub(crate) fn plain(&self) -> Self {
        Self { made: None, compared: None, ..self.clone() }
    }

    /// The same for the year before.
    pub(crate) fn earlier(&self) -> Self {
        Self { time: self.time.earlier(1), ..self.clone() }
    }

    /// The same of the subject at a place in a ledger.
    pub(super) fn about(self, place: usize, ledger: &'l Ledger) -> Option<Self> {
        let (name, subject) = ledger.at(place)?;
        Some(Self { place, name, subject, ..self })
    }

    /// The same for another part.
    pub(crate) fn selecting(&self, selection: Selection) -> Self {
        Self { selection, ..self.clone() }
    }
}
