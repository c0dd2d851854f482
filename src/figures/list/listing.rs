//! A pass over subjects that lists what the data reach to of each.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::figures::figure::Figure;
use crate::figures::ledger::{Holding, Series, Subject};
use crate::figures::peak::Heights;
use crate::figures::question::{Question, Time};
use crate::figures::working::Working;
use crate::model::{Kind, Month, Name, Period, Selection, Suffix, Year};

use super::Extent;
use super::reached::Reach;

/// What is made of a value, in the order of the design.
const MADE: [Suffix; 4] =
    [Suffix::PerMonth, Suffix::Per10000, Suffix::PercentOfPopulation, Suffix::PercentOfTotal];

pub(super) struct Listing<'l> {
    pub(super) working: Working<'l>,
    pub(super) extent: Extent,
    /// The reporting years that a list of the report names, beside its own period and the one before it.
    named: Vec<Year>,
    pub(super) figures: Vec<Arc<Figure>>,
    /// What those listed answer that are not compared with a year before.
    pub(super) asked: Vec<Question<'l>>,
    /// Whether the data reach to a declared figure, by its place, at a time, once that is known.
    pub(super) held: RefCell<BTreeMap<(usize, Time), bool>>,
    /// The years to which the data reach for a declared figure, once they are known.
    pub(super) years: RefCell<BTreeMap<&'l Name, BTreeSet<Year>>>,
}

impl<'l> Listing<'l> {
    pub(super) fn of(working: Working<'l>, extent: Extent) -> Self {
        let plan = &working.ledger.plan;
        let known = [Time::REPORT, Time::REPORT.earlier(1)].map(|time| time.months(plan));
        let is_other = |year: &Year| !known.contains(&Time::at(Period::Year(*year)).months(plan));
        Self {
            named: [plan.year, plan.year.plus(-1)].into_iter().filter(is_other).collect(),
            working,
            extent,
            figures: Vec::new(),
            asked: Vec::new(),
            held: RefCell::default(),
            years: RefCell::default(),
        }
    }

    /// Lists what there is of the subject at a place.
    pub(super) fn one_subject(&mut self, place: usize) {
        let Some(plain) = self.plain(place) else { return };
        match plain.subject {
            Subject::Measure(holding) => self.measure(&plain, holding),
            Subject::Declared(_) | Subject::Broken(..) => self.declared(&plain),
        }
        self.as_stated(place);
    }

    /// What official statistics state of a subject and may be all that there is of a rate or percentage.
    fn as_stated(&mut self, place: usize) {
        let ledger = self.working.ledger;
        for (id, span) in ledger.stated(place).into_iter().flat_map(BTreeMap::keys) {
            let Ok(question) = Question::read(id, ledger) else { continue };
            let year = ledger.plan.calendar.year_of(span.first());
            if !self.goes_to(year) {
                continue;
            }
            let named = Time::at(ledger.plan.calendar.simplest(*span));
            let unnamed =
                [Time::REPORT, Time::REPORT.earlier(1)].into_iter().find(|time| self.is_same(*time, named));
            let times = match self.extent {
                Extent::Report => [Some(unnamed.unwrap_or(named)), None],
                Extent::Everything => [Some(named), unnamed],
            };
            for time in times.into_iter().flatten() {
                self.one(&Question { time, ..question.clone() });
            }
        }
    }

    /// Whether a list that goes so far has what is of that reporting year.
    fn goes_to(&self, year: Year) -> bool {
        let now = self.working.ledger.plan.year;
        self.extent == Extent::Everything || year == now || year == now.plus(-1)
    }

    /// Whether a list that goes so far names that year, beside the report's own period and the one before it.
    fn names(&self, year: Year) -> bool {
        self.extent == Extent::Everything || self.named.contains(&year)
    }

    /// Whether it names any.
    fn names_years(&self) -> bool {
        self.extent == Extent::Everything || !self.named.is_empty()
    }

    fn is_same(&self, one: Time, other: Time) -> bool {
        let plan = &self.working.ledger.plan;
        one.months(plan) == other.months(plan)
    }

    /// What asks for the whole of the subject at a place over the report's period.
    fn plain(&self, place: usize) -> Option<Question<'l>> {
        let ledger = self.working.ledger;
        let (name, subject) = ledger.at(place)?;
        let (selection, time, whose) = (Selection::whole(), Time::REPORT, ledger.whose.clone());
        Some(Question { place, name, subject, selection, time, made: None, compared: None, whose })
    }

    fn measure(&mut self, plain: &Question<'l>, holding: &'l Holding) {
        for (selection, series) in &holding.series {
            self.readings(&plain.selecting(selection.clone()), holding, series);
        }
        self.highest_months(plain, holding);
        for selection in self.parts(holding) {
            let question = plain.selecting(selection);
            self.report_period(&question);
            self.peak(&question, holding);
            self.years(&question, holding);
        }
    }

    /// What asks for the values of the subject at a place, as far as the data reach to them.
    pub(super) fn values(&self, place: usize, made: Option<Suffix>) -> Vec<Question<'l>> {
        let mut values = Vec::new();
        let Some(plain) = self.plain(place) else { return values };
        let parts = match plain.subject {
            Subject::Measure(holding) => self.parts(holding),
            Subject::Declared(_) => vec![Selection::whole()],
            Subject::Broken(..) => return values,
        };
        for selection in parts {
            let question = Question { made, ..plain.selecting(selection) };
            let years = self.reached_years(&question);
            let at = |year| Question { time: Time::at(Period::Year(year)), ..question.clone() };
            let (before, named) = (question.earlier(), years.into_iter().map(at).collect::<Vec<_>>());
            values.extend([question, before].into_iter().chain(named));
        }
        values.retain(|question| self.reaches(question));
        values
    }

    /// The figures that cells give.
    fn readings(&mut self, question: &Question<'l>, holding: &'l Holding, series: &'l Series) {
        if self.extent == Extent::Report {
            return;
        }
        let Ok(nature) = self.working.ledger.nature(question) else { return };
        for reading in series.readings() {
            let at = Question { time: Time::at(reading.given), ..question.clone() };
            let figure = self.working.leaf(&at, holding, reading, &nature);
            self.figures.push(Arc::new(figure));
        }
    }

    /// The months of a whole that its parts make, and which of all its months are the highest.
    fn highest_months(&mut self, question: &Question<'l>, holding: &'l Holding) {
        if self.extent == Extent::Report {
            return;
        }
        let ledger = self.working.ledger;
        let series = ledger.by_month(holding, &question.selection);
        let Some(series) = series.as_deref() else { return };
        let given = holding.series.get(&question.selection);
        for month in series.months.keys() {
            if given.is_none_or(|given| !given.months.contains_key(month)) {
                self.one(&Question { time: Time::at(Period::Month(*month)), ..question.clone() });
            }
        }
        // Snapshots of the last day of each year are not a series of months.
        let calendar = ledger.plan.calendar;
        let by_month = |month: &Month| calendar.months_of(calendar.year_of(*month)).last() != *month;
        if series.months.len() < 2 || !series.months.keys().any(by_month) {
            return;
        }
        let heights = Heights::of(series);
        for month in series.months.keys() {
            let time = Time::at(Period::Month(*month));
            let at = Question { time, made: Some(Suffix::IsHighest), ..question.clone() };
            let truth = self.working.truth(&at, holding, series, &heights);
            self.figures.extend(truth.map(Arc::new));
        }
    }

    /// All numbers made of the report's own period, of the year before it and of the change between.
    fn report_period(&mut self, plain: &Question<'l>) {
        let reach = (self.reach(plain), self.reach(&plain.earlier()));
        self.compared(plain, reach);
        for suffix in MADE {
            // Events can be divided by the children too, but they are not a share of them.
            let of_children = suffix == Suffix::PercentOfPopulation;
            if !of_children
                || matches!(plain.subject, Subject::Measure(h) if h.measure.kind == Kind::Snapshot)
            {
                self.compared(&Question { made: Some(suffix), ..plain.clone() }, reach);
            }
        }
    }

    /// The highest month, where months of the report's period are held singly.
    fn peak(&mut self, plain: &Question<'l>, holding: &'l Holding) {
        let span = self.working.ledger.plan.span;
        let several = |series: &Series| series.months.range(span.first()..=span.last()).nth(1).is_some();
        let are_given = holding.series.get(&plain.selection).is_some_and(several);
        let are_made =
            || self.working.ledger.by_month(holding, &plain.selection).as_deref().is_some_and(several);
        if are_given || are_made() {
            self.one(&Question { made: Some(Suffix::Peak), ..plain.clone() });
        }
    }

    /// A figure, the same of the year before, and the change, as far as the data `reach` to the one and the other.
    fn compared(&mut self, now: &Question<'l>, reach: (Reach, Reach)) {
        let before = now.earlier();
        let can_be_made = reach.0.goes_to(now.made);
        let has_now = can_be_made || self.is_stated(now);
        let has_before = reach.1.goes_to(now.made) || self.is_stated(&before);
        if has_now {
            self.list(now);
        }
        if has_before {
            self.list(&before);
        }
        if has_now && has_before && can_be_made {
            for suffix in [Suffix::Change, Suffix::ChangePercent] {
                self.list(&Question { compared: Some(suffix), ..now.clone() });
            }
        }
    }

    /// Every reporting year that the data reach into.
    fn years(&mut self, plain: &Question<'l>, holding: &Holding) {
        if holding.measure.kind == Kind::Population || !self.names_years() {
            return;
        }
        let years = self.reached_years(plain);
        for year in &years {
            if !self.names(*year) {
                continue;
            }
            let at = Question { time: Time::at(Period::Year(*year)), ..plain.clone() };
            self.one(&at);
            if plain.selection.is_whole() {
                self.one(&Question { made: Some(Suffix::Per10000), ..at.clone() });
                if years.contains(&year.plus(-1)) {
                    self.one(&Question { compared: Some(Suffix::Change), ..at.clone() });
                    self.one(&Question { compared: Some(Suffix::ChangePercent), ..at });
                }
            } else {
                self.one(&Question { made: Some(Suffix::PercentOfTotal), ..at });
            }
        }
    }

    fn declared(&mut self, plain: &Question<'l>) {
        if let Subject::Broken(..) = plain.subject {
            self.one(plain);
            return;
        }
        self.report_period(plain);
        if !self.names_years() {
            return;
        }
        for year in self.declared_years(plain.name, plain.subject) {
            if self.names(year) {
                self.one(&Question { time: Time::at(Period::Year(year)), ..plain.clone() });
            }
        }
    }

    /// Lists the figure of a question, if the data reach to it and it has a meaning.
    fn one(&mut self, question: &Question<'l>) {
        if self.reaches(question) {
            self.list(question);
        }
    }

    /// Lists the figure of a question to which the data reach, if it has a meaning.
    fn list(&mut self, question: &Question<'l>) {
        if let Ok(figure) = self.working.figure(question) {
            self.figures.push(figure);
            if question.compared.is_none() {
                self.asked.push(question.clone());
            }
        }
    }
}
