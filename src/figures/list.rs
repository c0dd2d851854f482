//! The figures that the data reach to: a finite list, closed under "is made from".

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{FigureId, Kind, Month, Period, Selection, Suffix, Year};

use super::figure::Figure;
use super::ledger::{Holding, Ledger, Series, Subject};
use super::peak::Heights;
use super::question::{Question, Time};
use super::working::Working;

/// What is made of a value, in the order of the design.
const MADE: [Suffix; 4] =
    [Suffix::PerMonth, Suffix::Per10000, Suffix::PercentOfPopulation, Suffix::PercentOfTotal];

/// Every figure that the data reach to, in the order of their ids.
pub(super) fn list(ledger: &Ledger) -> Vec<Arc<Figure>> {
    let mut listing = Listing {
        working: Working::with(ledger),
        figures: BTreeMap::new(),
        reached: RefCell::default(),
        years: RefCell::default(),
    };
    for (name, subject) in &ledger.subjects {
        match subject {
            Subject::Measure(holding) if !holding.series.is_empty() => {
                listing.measure(name, subject, holding);
            }
            Subject::Measure(_) => {}
            Subject::Declared(_) | Subject::Broken(..) => listing.declared(name, subject),
        }
    }
    listing.close();
    listing.figures.into_values().map(Arc::new).collect()
}

struct Listing<'l> {
    working: Working<'l>,
    figures: BTreeMap<FigureId, Figure>,
    /// Whether the data reach to a declared figure at a time, once that is known.
    reached: RefCell<BTreeMap<(&'l str, Time), bool>>,
    /// The years to which the data reach for a declared figure, once they are known.
    years: RefCell<BTreeMap<&'l str, BTreeSet<Year>>>,
}

impl<'l> Listing<'l> {
    fn measure(&mut self, name: &'l str, subject: &'l Subject, holding: &'l Holding) {
        let asked = |selection: &Selection| Question {
            name,
            subject,
            selection: selection.clone(),
            time: Time::REPORT,
            made: None,
            compared: None,
        };
        for (selection, series) in &holding.series {
            self.readings(&asked(selection), holding, series);
        }
        let mut parts: BTreeSet<&Selection> = holding.series.keys().collect();
        let whole = Selection::whole();
        if holding.complete_parts(&whole).next().is_some() {
            parts.insert(&whole);
        }
        for selection in parts {
            let question = asked(selection);
            self.report_period(&question);
            self.peak(&question, holding.series.get(selection));
            self.years(&question, holding);
        }
    }

    /// The figures that cells give, and which months are the highest.
    fn readings(&mut self, question: &Question<'l>, holding: &'l Holding, series: &'l Series) {
        let Ok(nature) = self.working.ledger.nature(question) else { return };
        for reading in series.readings() {
            let at = Question { time: Time::at(reading.given), ..question.clone() };
            let figure = self.working.leaf(&at, holding, reading, nature.clone());
            self.figures.insert(figure.id.clone(), figure);
        }
        if !question.selection.is_whole()
            || holding.measure.kind == Kind::Population
            || series.months.len() < 2
        {
            return;
        }
        let heights = Heights::of(series);
        for month in series.months.keys() {
            let time = Time::at(Period::Month(*month));
            let at = Question { time, made: Some(Suffix::IsHighest), ..question.clone() };
            let truth = self.working.truth(&at, holding, series, &heights);
            self.figures.extend(truth.map(|figure| (figure.id.clone(), figure)));
        }
    }

    /// All numbers made of the report's own period, of the year before it and of the change between.
    fn report_period(&mut self, plain: &Question<'l>) {
        self.compared(plain);
        for suffix in MADE {
            self.compared(&Question { made: Some(suffix), ..plain.clone() });
        }
    }

    /// The highest month, where months of the report's period are held singly.
    fn peak(&mut self, plain: &Question<'l>, series: Option<&Series>) {
        let span = self.working.ledger.plan.span;
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
        let years = reached_years(holding, &plain.selection, self.working.ledger);
        for year in &years {
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

    fn declared(&mut self, name: &'l str, subject: &'l Subject) {
        let plain = Question {
            name,
            subject,
            selection: Selection::whole(),
            time: Time::REPORT,
            made: None,
            compared: None,
        };
        if let Subject::Broken(..) = subject {
            self.one(&plain);
            return;
        }
        self.compared(&plain);
        for suffix in MADE {
            self.compared(&Question { made: Some(suffix), ..plain.clone() });
        }
        for year in self.declared_years(name, subject) {
            self.one(&Question { time: Time::at(Period::Year(year)), ..plain.clone() });
        }
    }

    /// The years for which every operand of a declared figure is reached.
    fn declared_years(&self, name: &'l str, subject: &'l Subject) -> BTreeSet<Year> {
        if let Some(known) = self.years.borrow().get(name) {
            return known.clone();
        }
        let Subject::Declared(figure) = subject else { return BTreeSet::new() };
        let operands = figure.declaration.inputs().into_iter().map(|id| self.operand_years(id));
        let common = operands.reduce(|known, reached| known.intersection(&reached).copied().collect());
        let years = common.unwrap_or_default();
        self.years.borrow_mut().insert(name, years.clone());
        years
    }

    /// The years for which an operand is reached; none for one that names its own period.
    fn operand_years(&self, id: &FigureId) -> BTreeSet<Year> {
        match self.working.question(id) {
            Ok(question) if question.time == Time::REPORT => match question.subject {
                Subject::Measure(holding) => reached_years(holding, &question.selection, self.working.ledger),
                declared => self.declared_years(question.name, declared),
            },
            _ => BTreeSet::new(),
        }
    }

    /// Lists the figure of a question, if the data reach to it and it has a meaning.
    fn one(&mut self, question: &Question<'l>) {
        if self.reaches(question)
            && let Ok(figure) = self.working.figure(question)
        {
            self.figures.insert(figure.id.clone(), figure);
        }
    }

    /// Whether anything is held for what a question is about.
    fn reaches(&self, question: &Question<'l>) -> bool {
        let ledger = self.working.ledger;
        if matches!(question.made, Some(Suffix::Per10000 | Suffix::PercentOfPopulation)) {
            let (_, population) = self.working.population(question.time);
            if population.is_err() {
                return false;
            }
        }
        match question.subject {
            Subject::Measure(holding) => reaches(holding, question, ledger),
            Subject::Broken(figure, _) => figure.place.is_some(),
            Subject::Declared(figure) => {
                let key = (question.name, question.time);
                if let Some(known) = self.reached.borrow().get(&key) {
                    return *known;
                }
                let operands = self.working.operands(&figure.declaration, question.time);
                let mut reached =
                    operands.into_iter().map(|operand| operand.is_ok_and(|operand| self.reaches(&operand)));
                // What the narrative declares is wanted, so a gap in it is worth telling; of the catalogue's,
                // only those that the data allow.
                let wanted = figure.place.is_some() && question.time.years_before == 0;
                let found =
                    if wanted { reached.any(|reached| reached) } else { reached.all(|reached| reached) };
                self.reached.borrow_mut().insert(key, found);
                found
            }
        }
    }

    /// Adds what listed figures are made from, until nothing is missing.
    fn close(&mut self) {
        let mut wanted: Vec<FigureId> = self.missing(self.figures.values());
        while let Some(id) = wanted.pop() {
            if self.figures.contains_key(&id) {
                continue;
            }
            let question = Question::read(&id, self.working.ledger);
            if let Ok(figure) = question.and_then(|question| self.working.figure(&question)) {
                wanted.extend(self.missing([&figure]));
                self.figures.insert(figure.id.clone(), figure);
            }
        }
    }

    fn missing<'f>(&self, figures: impl IntoIterator<Item = &'f Figure>) -> Vec<FigureId> {
        let inputs = figures.into_iter().flat_map(|figure| &figure.inputs);
        inputs.filter(|id| !self.figures.contains_key(id)).cloned().collect()
    }
}

/// The series that a part's value may come from: its own, or those of the parts of a complete dimension.
fn sources<'l>(holding: &'l Holding, selection: &'l Selection) -> impl Iterator<Item = &'l Series> {
    let parts = holding.complete_parts(selection).flat_map(|(_, parts)| parts);
    let own = holding.series.get(selection).into_iter();
    own.chain(parts.filter_map(|part| holding.series.get(&part)))
}

/// Whether anything is held of a part of a measure for that time.
fn reaches(holding: &Holding, question: &Question, ledger: &Ledger) -> bool {
    let mut series = sources(holding, &question.selection);
    if holding.measure.kind == Kind::Population {
        let year = question.time.mid_year(&ledger.plan);
        return series.any(|series| series.mid_years.contains_key(&year));
    }
    match question.time.months(&ledger.plan) {
        Some(span) => series.any(|series| series.reaches(span)),
        None => false,
    }
}

/// The reporting years into which anything held of a part of a measure falls.
fn reached_years(holding: &Holding, selection: &Selection, ledger: &Ledger) -> BTreeSet<Year> {
    let calendar = ledger.plan.calendar;
    let mut years = BTreeSet::new();
    for series in sources(holding, selection) {
        years.extend(series.months.keys().map(|month| calendar.year_of(*month)));
        years.extend(
            series.days.keys().filter_map(|day| Month::of(*day)).map(|month| calendar.year_of(month)),
        );
        years.extend(
            series.longer.keys().flat_map(|span| [span.first(), span.last()]).map(|m| calendar.year_of(m)),
        );
    }
    years
}
