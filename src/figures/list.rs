//! The figures that the data reach to: a finite list, and what it is made from.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{FigureId, Kind, Month, Period, Selection, Suffix, Year};

use super::figure::Figure;
use super::ledger::{Holding, Ledger, Series, Subject};
use super::peak::Heights;
use super::question::{Question, Time};
use super::reach::{reached_years, reaches};
use super::whose::Whose;
use super::working::Working;

/// What is made of a value, in the order of the design.
const MADE: [Suffix; 4] =
    [Suffix::PerMonth, Suffix::Per10000, Suffix::PercentOfPopulation, Suffix::PercentOfTotal];

/// Those whom the board is set beside, and how it is said how it differs from them.
const OTHERS: [(Whose, Suffix); 3] = [
    (Whose::England, Suffix::DifferenceFromEngland),
    (Whose::Region, Suffix::DifferenceFromRegion),
    (Whose::Neighbours, Suffix::DifferenceFromNeighbours),
];

/// How far a list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The report's year and the year before it, each once and whole: what a reader of the report can ask about.
    Report,
    /// All that is held, every cell of it, and of each month whether it is the highest.
    Everything,
}

/// Every figure of all subjects that the data reach to as far as `extent`, in the order of their ids.
pub(super) fn list(ledger: &Ledger, extent: Extent) -> Vec<Arc<Figure>> {
    sorted(compared_areas(ledger, extent, |listing| listing.subjects()))
}

/// Every figure of one subject, however far back, in the order of their ids.
pub(super) fn list_of(ledger: &Ledger, subject: &str) -> Vec<Arc<Figure>> {
    sorted(compared_areas(ledger, Extent::Everything, |listing| listing.one_subject(subject)))
}

/// The values themselves of one subject of the board, `made` into something or as they are: of the report's period, of
/// the year before it, and of each year that the data reach into.
pub(super) fn values_of(ledger: &Ledger, subject: &str, made: Option<Suffix>) -> Vec<Arc<Figure>> {
    let mut board = Listing::of(ledger, Extent::Everything);
    if let Some((name, subject)) = ledger.subject(subject) {
        board.values(name, subject, made);
    }
    sorted(board.figures)
}

/// What `gather` lists of the board, of the areas that it is compared with, and how the board differs from them.
fn compared_areas(ledger: &Ledger, extent: Extent, gather: impl Fn(&mut Listing<'_>)) -> Vec<Arc<Figure>> {
    let mut board = Listing::of(ledger, extent);
    gather(&mut board);
    board.beside_others();
    let mut figures = board.figures;
    for other in ledger.others.values().filter(|other| !matches!(other.whose, Whose::Area(_))) {
        let mut there = Listing::of(other, extent);
        gather(&mut there);
        // Official numbers are the board's own where nothing else is, and then they need no second name.
        let is_other = |figure: &Arc<Figure>| {
            other.whose != Whose::Official
                || ledger.local.iter().any(|measure| measure.as_str() == figure.id.subject())
        };
        figures.extend(there.figures.into_iter().filter(is_other));
    }
    figures
}

/// `figures` and all that they are made from, in the order of their ids. One that has cells of its own needs no figure
/// for each of them.
pub(super) fn closed(ledger: &Ledger, figures: Vec<Arc<Figure>>) -> Vec<Arc<Figure>> {
    let working = Working::with(ledger);
    let mut all = sorted(figures);
    let mut wanted = missing(&working, &all, &all);
    while !wanted.is_empty() {
        let questions = wanted.iter().map(|id| Question::read(id, ledger));
        let figures = questions.filter_map(|question| working.figure(&question.ok()?).ok());
        let added: Vec<Arc<Figure>> = figures.map(Arc::new).collect();
        all.extend(added.iter().cloned());
        all = sorted(all);
        wanted = missing(&working, &all, &added);
    }
    all
}

/// In the order of ids, each once: a figure may be reached as a cell and as its year.
fn sorted(mut figures: Vec<Arc<Figure>>) -> Vec<Arc<Figure>> {
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    figures.dedup_by(|a, b| a.id == b.id);
    figures
}

/// The inputs of `added` that `all` lacks, where they have a meaning.
fn missing(working: &Working<'_>, all: &[Arc<Figure>], added: &[Arc<Figure>]) -> BTreeSet<FigureId> {
    let inputs = added.iter().filter(|figure| figure.sources.is_empty()).flat_map(|figure| &figure.inputs);
    let unlisted = inputs.filter(|id| all.binary_search_by(|f| f.id.cmp(id)).is_err());
    let meant = |id: &&FigureId| working.question(id).is_ok_and(|question| question.id() == **id);
    unlisted.filter(meant).cloned().collect()
}

/// The listings of those of whom a question may be asked beside the board.
struct Beside<'l> {
    ledger: &'l Ledger,
    whose: Whose,
    /// One for each area that they are.
    areas: Vec<Listing<'l>>,
}

impl<'l> Beside<'l> {
    fn of(ledger: &'l Ledger, whose: &Whose) -> Self {
        let areas = match whose {
            Whose::Neighbours => ledger.neighbours(),
            one => ledger.others.get(one).into_iter().collect(),
        };
        let listing = |area| Listing::of(area, Extent::Everything);
        Self { ledger, whose: whose.clone(), areas: areas.into_iter().map(listing).collect() }
    }

    /// The same question asked of them, where the data of one of them reach to it.
    fn reached(&self, now: &Question<'l>) -> Option<Question<'l>> {
        let reaches = |area: &Listing<'l>| {
            let there = self.ledger.beside(now, &area.working.ledger.whose);
            there.is_some_and(|there| area.reaches(&there))
        };
        if self.areas.iter().any(reaches) { self.ledger.beside(now, &self.whose) } else { None }
    }
}

struct Listing<'l> {
    working: Working<'l>,
    extent: Extent,
    figures: Vec<Arc<Figure>>,
    /// What those listed answer that are not compared with a year before.
    asked: Vec<Question<'l>>,
    /// Whether the data reach to a declared figure at a time, once that is known.
    reached: RefCell<BTreeMap<(&'l str, Time), bool>>,
    /// The years to which the data reach for a declared figure, once they are known.
    years: RefCell<BTreeMap<&'l str, BTreeSet<Year>>>,
}

impl<'l> Listing<'l> {
    fn of(ledger: &'l Ledger, extent: Extent) -> Self {
        Self {
            working: Working::with(ledger),
            extent,
            figures: Vec::new(),
            asked: Vec::new(),
            reached: RefCell::default(),
            years: RefCell::default(),
        }
    }

    fn subjects(&mut self) {
        for (name, subject) in &self.working.ledger.subjects {
            self.subject(name, subject);
        }
        self.as_stated(|_| true);
    }

    fn one_subject(&mut self, subject: &str) {
        if let Some((name, subject)) = self.working.ledger.subject(subject) {
            self.subject(name, subject);
            self.as_stated(|id| id.subject() == name);
        }
    }

    /// What official statistics state and may be all that there is of a rate or percentage.
    fn as_stated(&mut self, wanted: impl Fn(&FigureId) -> bool) {
        let ledger = self.working.ledger;
        for (id, span) in ledger.all_stated().filter(|(id, _)| wanted(id)) {
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

    /// The neighbours' rates and percentages beside each of the board's, and how the board's differ from others'.
    fn beside_others(&mut self) {
        let asked = std::mem::take(&mut self.asked);
        let others =
            OTHERS.map(|(whose, difference)| (Beside::of(self.working.ledger, &whose), whose, difference));
        for now in &asked {
            for (beside, whose, difference) in &others {
                let Some(there) = beside.reached(now) else { continue };
                if *whose == Whose::Neighbours {
                    self.had(&there);
                }
                if now.time == Time::REPORT {
                    self.had(&Question { compared: Some(*difference), ..now.clone() });
                }
            }
        }
    }

    /// Lists the figure of a question, if it can be had.
    fn had(&mut self, question: &Question<'l>) {
        let figure = self.working.figure(question).ok().filter(|figure| figure.outcome.is_ok());
        self.figures.extend(figure.map(Arc::new));
    }

    fn subject(&mut self, name: &'l str, subject: &'l Subject) {
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
    fn plain(&self, name: &'l str, subject: &'l Subject, selection: Selection) -> Question<'l> {
        let whose = self.working.ledger.whose.clone();
        Question { name, subject, selection, time: Time::REPORT, made: None, compared: None, whose }
    }

    fn measure(&mut self, name: &'l str, subject: &'l Subject, holding: &'l Holding) {
        for (selection, series) in &holding.series {
            self.readings(&self.plain(name, subject, selection.clone()), holding, series);
        }
        for selection in self.parts(holding) {
            let series = holding.series.get(&selection);
            let question = self.plain(name, subject, selection);
            self.report_period(&question);
            self.peak(&question, series);
            self.years(&question, holding);
        }
    }

    fn values(&mut self, name: &'l str, subject: &'l Subject, made: Option<Suffix>) {
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

    /// The figures that cells give, and which months are the highest.
    fn readings(&mut self, question: &Question<'l>, holding: &'l Holding, series: &'l Series) {
        if self.extent == Extent::Report {
            return;
        }
        let Ok(nature) = self.working.ledger.nature(question) else { return };
        let plan = &self.working.ledger.plan;
        for reading in series.readings() {
            let at = Question { time: Time::at(reading.given), ..question.clone() };
            let figure = self.working.leaf(&at, holding, reading, nature.clone());
            self.figures.push(Arc::new(figure));
        }
        // Snapshots of the last day of each year are not a series of months.
        let calendar = plan.calendar;
        let by_month = |month: &Month| calendar.months_of(calendar.year_of(*month)).last() != *month;
        if !question.selection.is_whole() || series.months.len() < 2 || !series.months.keys().any(by_month) {
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

    fn declared(&mut self, name: &'l str, subject: &'l Subject) {
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
            Ok(question) if question.time == Time::REPORT => self.reached_years(&question),
            _ => BTreeSet::new(),
        }
    }

    /// The years that the data reach into for what a question is about.
    fn reached_years(&self, question: &Question<'l>) -> BTreeSet<Year> {
        match question.subject {
            Subject::Measure(holding) => reached_years(holding, &question.selection, self.working.ledger),
            declared => self.declared_years(question.name, declared),
        }
    }

    /// Lists the figure of a question, if the data reach to it and it has a meaning.
    fn one(&mut self, question: &Question<'l>) {
        if self.reaches(question)
            && let Ok(figure) = self.working.figure(question)
        {
            self.figures.push(Arc::new(figure));
            if question.compared.is_none() {
                self.asked.push(question.clone());
            }
        }
    }

    /// The parts of a measure of which something is held, and the whole where parts make it or it is awaited.
    fn parts(&self, holding: &Holding) -> BTreeSet<Selection> {
        let mut parts: BTreeSet<Selection> = holding.series.keys().cloned().collect();
        let whole = Selection::whole();
        if holding.complete_parts(&whole).next().is_some() || self.is_awaited(holding) {
            parts.insert(whole);
        }
        parts
    }

    /// Whether the narrative says that a file will bring a measure of the board's.
    fn is_awaited(&self, holding: &Holding) -> bool {
        let ledger = self.working.ledger;
        ledger.whose == Whose::Board && ledger.plan.awaited.contains_key(&holding.measure.id)
    }

    /// Whether a question is of the report's own period, for which its measure is awaited: that it is not there yet is
    /// worth telling.
    fn awaits(&self, holding: &Holding, question: &Question<'l>) -> bool {
        question.time == Time::REPORT && self.is_awaited(holding)
    }

    /// Whether anything is held for what a question is about.
    fn reaches(&self, question: &Question<'l>) -> bool {
        let ledger = self.working.ledger;
        if self.working.stated(question).is_some_and(|reading| reading.value.is_ok()) {
            return true;
        }
        if matches!(question.made, Some(Suffix::Per10000 | Suffix::PercentOfPopulation)) {
            let (_, population) = self.working.population(question.time);
            if population.is_err() {
                return false;
            }
        }
        match question.subject {
            Subject::Measure(holding) => reaches(holding, question, ledger) || self.awaits(holding, question),
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
}
