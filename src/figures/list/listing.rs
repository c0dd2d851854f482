//! A pass over subjects that lists what the data reach to of each.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::figures::figure::Figure;
use crate::figures::ledger::{Holding, Ledger, Series, Subject};
use crate::figures::peak::Heights;
use crate::figures::question::{Question, Time};
use crate::figures::working::Working;
use crate::model::{Kind, Month, Name, Period, Selection, Suffix, Year};

use super::Extent;

/// What is made of a value, in the order of the design.
const MADE: [Suffix; 4] =
    [Suffix::PerMonth, Suffix::Per10000, Suffix::PercentOfPopulation, Suffix::PercentOfTotal];

pub(super) struct Listing<'l> {
    pub(super) working: Working<'l>,
    pub(super) extent: Extent,
    pub(super) figures: Vec<Arc<Figure>>,
    /// What those listed answer that are not compared with a year before.
    pub(super) asked: Vec<Question<'l>>,
    /// Whether the data reach to a part of a measure or declared figure at a time, once that is known.
    pub(super) reached: RefCell<BTreeMap<(&'l Name, Selection, Time), bool>>,
    /// The years to which the data reach for a declared figure, once they are known.
    pub(super) years: RefCell<BTreeMap<&'l Name, BTreeSet<Year>>>,
}

impl<'l> Listing<'l> {
    pub(super) fn of(ledger: &'l Ledger, extent: Extent) -> Self {
        Self {
            working: Working::with(ledger),
            extent,
            figures: Vec::new(),
            asked: Vec::new(),
            reached: RefCell::default(),
            years: RefCell::default(),
        }
    }

    pub(super) fn one_subject(&mut self, subject: &str) {
        if let Some((name, subject)) = self.working.ledger.subject(subject) {
            self.subject(name, subject);
            self.as_stated(name);
        }
    }

    /// What official statistics state of a subject and may be all that there is of a rate or percentage.
    fn as_stated(&mut self, subject: &str) {
        let ledger = self.working.ledger;
        for (id, span) in ledger.stated(subject).into_iter().flat_map(BTreeMap::keys) {
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

    fn subject(&mut self, name: &'l Name, subject: &'l Subject) {
        match subject {
            Subject::Measure(holding) => self.measure(name, subject, holding),
            Subject::Declared(_) | Subject::Broken(..) => self.declared(name, subject),
        }
    }

    /// Whether a list that goes so far has what is of that reporting year.
    fn goes_to(&self, year: Year) -> bool {
        let now = self.working.ledger.plan.year;
        self.extent == Extent::Everything || year == now || year == now.plus(-1)
    }

    /// Whether a list that goes so far names that year, beside the report's own period and the one before it.
    fn names(&self, year: Year) -> bool {
        let named = Time::at(Period::Year(year));
        let known =
            || [Time::REPORT, Time::REPORT.earlier(1)].into_iter().any(|time| self.is_same(time, named));
        self.extent == Extent::Everything || self.goes_to(year) && !known()
    }

    fn is_same(&self, one: Time, other: Time) -> bool {
        let plan = &self.working.ledger.plan;
        one.months(plan) == other.months(plan)
    }

    /// What asks for a part of a subject over the report's period.
    fn plain(&self, name: &'l Name, subject: &'l Subject, selection: Selection) -> Question<'l> {
        let whose = self.working.ledger.whose.clone();
        Question { name, subject, selection, time: Time::REPORT, made: None, compared: None, whose }
    }

    fn measure(&mut self, name: &'l Name, subject: &'l Subject, holding: &'l Holding) {
        for (selection, series) in &holding.series {
            self.readings(&self.plain(name, subject, selection.clone()), holding, series);
        }
        self.highest_months(&self.plain(name, subject, Selection::whole()), holding);
        for selection in self.parts(holding) {
            let question = self.plain(name, subject, selection);
            self.report_period(&question);
            self.peak(&question, holding);
            self.years(&question, holding);
        }
    }

    pub(super) fn values(&mut self, name: &'l Name, subject: &'l Subject, made: Option<Suffix>) {
        let parts = match subject {
            Subject::Measure(holding) => self.parts(holding),
            Subject::Declared(_) => BTreeSet::from([Selection::whole()]),
            Subject::Broken(..) => return,
        };
        for selection in parts {
            let question = Question { made, ..self.plain(name, subject, selection) };
            self.one(&question);
            self.one(&question.earlier());
            for year in self.reached_years(&question) {
                self.one(&Question { time: Time::at(Period::Year(year)), ..question.clone() });
            }
        }
    }

    /// The figures that cells give.
    fn readings(&mut self, question: &Question<'l>, holding: &'l Holding, series: &'l Series) {
        if self.extent == Extent::Report {
            return;
        }
        let Ok(nature) = self.working.ledger.nature(question) else { return };
        for reading in series.readings() {
            let at = Question { time: Time::at(reading.given), ..question.clone() };
            let figure = self.working.leaf(&at, holding, reading, nature.clone());
            self.figures.push(Arc::new(figure));
        }
    }

    /// The months of a whole that its parts make, and which of all its months are the highest.
    fn highest_months(&mut self, question: &Question<'l>, holding: &'l Holding) {
        let ledger = self.working.ledger;
        let series = ledger.by_month(holding, &question.selection);
        let Some(series) = series.as_deref().filter(|_| self.extent == Extent::Everything) else { return };
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
        self.compared(plain);
        for suffix in MADE {
            // Events can be divided by the children too, but they are not a share of them.
            let of_children = suffix == Suffix::PercentOfPopulation;
            if !of_children
                || matches!(plain.subject, Subject::Measure(h) if h.measure.kind == Kind::Snapshot)
            {
                self.compared(&Question { made: Some(suffix), ..plain.clone() });
            }
        }
    }

    /// The highest month, where months of the report's period are held singly.
    fn peak(&mut self, plain: &Question<'l>, holding: &'l Holding) {
        let span = self.working.ledger.plan.span;
        let series = self.working.ledger.by_month(holding, &plain.selection);
        if series.is_some_and(|series| series.months.range(span.first()..=span.last()).nth(1).is_some()) {
            self.one(&Question { made: Some(Suffix::Peak), ..plain.clone() });
        }
    }

    /// A figure, the same of the year before, and the change, as far as the data reach.
    fn compared(&mut self, now: &Question<'l>) {
        let before = now.earlier();
        self.one(now);
        self.one(&before);
        if self.reaches(now) && self.reaches(&before) {
            for suffix in [Suffix::Change, Suffix::ChangePercent] {
                self.one(&Question { compared: Some(suffix), ..now.clone() });
            }
        }
    }

    /// Every reporting year that the data reach into.
    fn years(&mut self, plain: &Question<'l>, holding: &Holding) {
        if holding.measure.kind == Kind::Population {
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

    fn declared(&mut self, name: &'l Name, subject: &'l Subject) {
        let plain = self.plain(name, subject, Selection::whole());
        if let Subject::Broken(..) = subject {
            self.one(&plain);
            return;
        }
        self.report_period(&plain);
        for year in self.declared_years(name, subject) {
            if self.names(year) {
                self.one(&Question { time: Time::at(Period::Year(year)), ..plain.clone() });
            }
        }
    }

    /// Lists the figure of a question, if the data reach to it and it has a meaning.
    pub(super) fn one(&mut self, question: &Question<'l>) {
        if self.reaches(question)
            && let Ok(figure) = self.working.figure(question)
        {
            self.figures.push(Arc::new(figure));
            if question.compared.is_none() {
                self.asked.push(question.clone());
            }
        }
    }
}
