//! What is held, arranged for working out: each measure's readings by part and period, and the figures declared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::lookup::Lookup;
use crate::model::{
    Area, Areas, Calendar, Cell, Date, DeclaredFigure, FigureId, Kind, Measure, MeasureId, Month, Name,
    Observation, ObservationKey, Observations, Period, Reason, Release, Selection, Span, State, Value,
};
use crate::plan::Plan;
use crate::side_by_side::{both, each_of};

use super::circular::broken;
use super::whose::Whose;

/// What figures can be made of: all that is held of one area.
#[derive(Clone, Debug)]
pub(crate) struct Ledger {
    pub(crate) plan: Arc<Plan>,
    /// Whose numbers it holds.
    pub(crate) whose: Whose,
    /// The areas whose numbers are held.
    pub(crate) areas: Arc<Areas>,
    /// The ledgers of those areas, and of the board's official numbers; in the board's own ledger only.
    pub(super) others: BTreeMap<Whose, Ledger>,
    /// The neighbours of whom anything is held, in the order of the narrative; in the board's own ledger only.
    pub(super) neighbours: Vec<Whose>,
    /// The measures that files other than official ones give.
    pub(super) local: BTreeSet<MeasureId>,
    /// Figures as official statistics state them, for when they can't be worked out, by the place of what they are
    /// figures of.
    stated: BTreeMap<usize, BTreeMap<(FigureId, Span), Reading>>,
    /// What ids can begin with, by name; each has the same place in every area's ledger.
    pub(crate) subjects: Vec<(Name, Subject)>,
    /// Their places by their names.
    places: Arc<Lookup<Name, usize>>,
    /// The place of the measure of the children aged 0 to 17.
    population: Option<usize>,
    /// Other names of measures, and the names that ids use.
    aliases: Arc<BTreeMap<String, Name>>,
}

/// What an id can begin with.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    /// A measure, with what is held of it.
    Measure(Holding),
    /// A figure that is declared.
    Declared(Arc<DeclaredFigure>),
    /// A declared figure that can't be worked out whatever the data hold.
    Broken(Arc<DeclaredFigure>, Reason),
}

/// A measure and all that is held of it for one area: as the board's own files give it, else as official ones do.
#[derive(Clone, Debug)]
pub(crate) struct Holding {
    pub(crate) measure: Arc<Measure>,
    pub(crate) series: BTreeMap<Selection, Series>,
    /// The categories held, by dimension.
    pub(crate) dimensions: BTreeMap<Name, BTreeSet<Name>>,
    /// Whose it is.
    whose: Whose,
    /// Where nothing is held: the areas of which something is.
    pub(super) elsewhere: Vec<String>,
}

/// One part of a measure over time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series {
    /// By month; of a snapshot, the last day of each.
    pub(crate) months: BTreeMap<Month, Reading>,
    /// Several months as one number.
    pub(crate) longer: BTreeMap<Span, Reading>,
    /// Days; of a snapshot, those that do not end a month.
    pub(crate) days: BTreeMap<Date, Reading>,
    /// Mid-year estimates by calendar year.
    pub(crate) mid_years: BTreeMap<i16, Reading>,
}

/// One value as the data give it.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) value: Value,
    pub(crate) cell: Cell,
    /// The other cells that make the value.
    pub(crate) others: Vec<Cell>,
    /// The period as given, in its simplest form.
    pub(crate) given: Period,
}

impl Ledger {
    /// Arranges the observations: a ledger for the board, and within it one for each area that it can be compared with.
    pub(crate) fn of(observations: &Observations, plan: &Plan) -> Self {
        let plan = Arc::new(plan.clone());
        let subjects: Vec<(Name, Subject)> = named(&plan).into_iter().collect();
        let mut empty = Self {
            whose: Whose::Board,
            areas: Arc::new(observations.areas.clone()),
            others: BTreeMap::new(),
            neighbours: Vec::new(),
            local: BTreeSet::new(),
            stated: BTreeMap::new(),
            places: Arc::new(subjects.iter().map(|(name, _)| name.clone()).zip(0..).collect()),
            subjects,
            aliases: Arc::new(aliases(&plan)),
            population: None,
            plan,
        };
        empty.population = empty.plan.population.as_ref().and_then(|id| empty.own_place(id.as_str()));
        let mut held = held_by_area(observations);
        let board = held.remove(&Whose::Board).unwrap_or_default();
        let (mut ledger, others) = both(
            || empty.clone().holding_all(Whose::Board, &board),
            || each_of(held.into_iter().collect(), |(whose, held)| empty.clone().holding_all(whose, &held)),
        );
        ledger.others = others.into_iter().map(|other| (other.whose.clone(), other)).collect();
        let neighbours = ledger.areas.neighbours.iter().map(|code| Whose::of(code, &ledger.areas));
        ledger.neighbours = neighbours.filter(|whose| ledger.others.contains_key(whose)).collect();
        ledger.note_elsewhere();
        ledger
    }

    /// An empty ledger with all that is held of `whose`.
    fn holding_all(mut self, whose: Whose, held: &Held<'_>) -> Self {
        for (_, subject) in &mut self.subjects {
            if let Subject::Measure(holding) = subject {
                holding.whose = whose.clone();
            }
        }
        let local = held.local();
        // They stand in the order of measures and parts.
        for of_measure in held.observed.chunk_by(|(one, _), (other, _)| one.measure == other.measure) {
            let Some((ObservationKey { measure, .. }, _)) = of_measure.first() else { continue };
            let subject = self.own_place(measure.as_str()).and_then(|at| self.subjects.get_mut(at));
            let Some((_, Subject::Measure(holding))) = subject else { continue };
            let is_local = local.contains(measure);
            for of_part in of_measure.chunk_by(|(one, _), (other, _)| one.selection == other.selection) {
                let counts = |key: &ObservationKey| key.release == Release::Current || !is_local;
                holding.enter(self.plan.calendar, of_part.iter().filter(|(key, _)| counts(key)));
            }
        }
        for (figure, span, observation) in &held.stated {
            let place = self.own_place(figure.subject());
            if let Some(place) = place.filter(|_| !stands_on(&self.plan, figure, &local)) {
                let reading = Reading::of(observation, self.plan.calendar.simplest(*span));
                self.stated.entry(place).or_default().insert(((*figure).clone(), *span), reading);
            }
        }
        self.local = local.into_iter().cloned().collect();
        self.whose = whose;
        self
    }

    /// Lets each measure that the board has nothing of know which areas have.
    fn note_elsewhere(&mut self) {
        let others = &self.others;
        for (place, (_, subject)) in self.subjects.iter_mut().enumerate() {
            let Subject::Measure(holding) = subject else { continue };
            if !holding.series.is_empty() {
                continue;
            }
            let has = |other: &&Self| other.holding_at(place).is_some_and(|there| !there.series.is_empty());
            let having = others.values().filter(has);
            holding.elsewhere =
                having.filter_map(|other| other.whose.name(&other.areas)).map(str::to_owned).collect();
        }
    }

    /// What official statistics state of the subject at a place: which figures, and over what.
    pub(super) fn stated(&self, place: usize) -> Option<&BTreeMap<(FigureId, Span), Reading>> {
        self.stated.get(&place)
    }

    /// The ledgers of other areas, and of the board's official numbers.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Self> {
        self.others.values()
    }

    /// All that official statistics state.
    pub(super) fn all_stated(&self) -> impl Iterator<Item = (&(FigureId, Span), &Reading)> {
        self.stated.values().flatten()
    }

    /// The place among the subjects of what `name` is or is also known as.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.own_place(name).or_else(|| self.own_place(self.aliases.get(name)?))
    }

    fn own_place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The name that ids use for the subject at a place, and what is known of it.
    pub(super) fn at(&self, place: usize) -> Option<(&Name, &Subject)> {
        self.subjects.get(place).map(|(name, subject)| (name, subject))
    }

    /// The name that ids use for what `name` is or is also known as, and what is known of it.
    pub(crate) fn subject(&self, name: &str) -> Option<(&Name, &Subject)> {
        self.at(self.place(name)?)
    }

    /// The measure of that name.
    pub(crate) fn holding(&self, name: &str) -> Option<&Holding> {
        self.holding_at(self.own_place(name)?)
    }

    fn holding_at(&self, place: usize) -> Option<&Holding> {
        match self.at(place)? {
            (_, Subject::Measure(holding)) => Some(holding),
            (_, Subject::Declared(_) | Subject::Broken(..)) => None,
        }
    }

    /// Every measure, by id.
    pub(crate) fn holdings(&self) -> impl Iterator<Item = &Holding> {
        self.subjects.iter().filter_map(|(_, subject)| match subject {
            Subject::Measure(holding) => Some(holding),
            Subject::Declared(_) | Subject::Broken(..) => None,
        })
    }

    /// The measure of the children aged 0 to 17.
    pub(crate) fn population(&self) -> Option<&Holding> {
        self.holding_at(self.population?)
    }
}

/// What ids can begin with, before anything is held of it.
fn named(plan: &Plan) -> BTreeMap<Name, Subject> {
    let mut broken = broken(&plan.declared);
    let declared = plan.declared.iter().map(|(name, figure)| {
        let figure = Arc::clone(figure);
        let subject = match broken.remove(name) {
            Some(reason) => Subject::Broken(figure, reason),
            None => Subject::Declared(figure),
        };
        (Name::from(name), subject)
    });
    let measures = plan
        .measures
        .values()
        .map(|measure| (measure.id.name().clone(), Subject::Measure(Holding::none(measure))));
    // A measure comes before a declared figure of its name.
    declared.chain(measures).collect()
}

fn aliases(plan: &Plan) -> BTreeMap<String, Name> {
    let each = plan
        .measures
        .values()
        .flat_map(|measure| measure.aliases.iter().map(|alias| (alias.clone(), measure.id.name().clone())));
    each.collect()
}

/// What was observed of one area.
#[derive(Default)]
struct Held<'o> {
    observed: Vec<(&'o ObservationKey, &'o Observation)>,
    stated: Vec<(&'o FigureId, Span, &'o Observation)>,
}

impl Held<'_> {
    /// The measures that files other than official ones give.
    fn local(&self) -> BTreeSet<&MeasureId> {
        let local = self.observed.iter().filter(|(key, _)| key.release == Release::Current);
        local.map(|(key, _)| &key.measure).collect()
    }
}

/// The observations by whose they are; the board's official ones twice, once by themselves.
fn held_by_area(observations: &Observations) -> BTreeMap<Whose, Held<'_>> {
    let mut held: BTreeMap<Whose, Held<'_>> = BTreeMap::new();
    let whose = |area: &Area| match area {
        Area::Own => Whose::Board,
        Area::Other(code) => Whose::of(code, &observations.areas),
    };
    for (key, observation) in observations {
        if matches!(key.release, Release::Earlier(_)) {
            continue;
        }
        held.entry(whose(&key.area)).or_default().observed.push((key, observation));
        if (&key.area, &key.release) == (&Area::Own, &Release::Official) {
            held.entry(Whose::Official).or_default().observed.push((key, observation));
        }
    }
    for ((area, figure, span), observation) in &observations.stated {
        held.entry(whose(area)).or_default().stated.push((figure, *span, observation));
        if *area == Area::Own {
            held.entry(Whose::Official).or_default().stated.push((figure, *span, observation));
        }
    }
    held
}

/// Whether a figure is the narrative's own, or made from a measure that files other than official ones give: then it is
/// worked out from those, or not at all.
fn stands_on(plan: &Plan, figure: &FigureId, local: &BTreeSet<&MeasureId>) -> bool {
    let is_local = |name: &str| local.iter().any(|measure| measure.as_str() == name);
    let declared = plan.declared.get(figure.subject());
    let inputs = declared.map(|declared| declared.declaration.inputs()).unwrap_or_default();
    let is_own = declared.is_some_and(|declared| declared.place.is_some());
    is_own || is_local(figure.subject()) || inputs.into_iter().any(|input| is_local(input.subject()))
}

impl Holding {
    fn none(measure: &Arc<Measure>) -> Self {
        Self {
            measure: Arc::clone(measure),
            series: BTreeMap::new(),
            dimensions: BTreeMap::new(),
            whose: Whose::Board,
            elsewhere: Vec::new(),
        }
    }

    /// Enters what was observed of one part.
    fn enter<'o>(
        &mut self,
        calendar: Calendar,
        observed: impl Iterator<Item = &'o (&'o ObservationKey, &'o Observation)>,
    ) {
        let mut observed = observed.peekable();
        let Some((ObservationKey { selection, .. }, _)) = observed.peek() else { return };
        for (dimension, category) in selection.parts() {
            self.dimensions.entry(dimension.clone()).or_default().insert(category.clone());
        }
        let series = self.series.entry(selection.clone()).or_default();
        for (key, observation) in observed {
            let given = match key.period {
                Period::Span(span) => calendar.simplest(span),
                other => other,
            };
            series.enter(self.measure.kind, calendar, Reading::of(observation, given));
        }
    }

    /// The name of the measure.
    pub(crate) fn name(&self) -> &Name {
        self.measure.id.name()
    }

    /// The figure of a part of it for a period.
    pub(crate) fn id(&self, selection: &Selection, period: Period) -> FigureId {
        let id = FigureId::of(self.name()).at(period).selecting(self.whose.select(selection));
        self.whose.suffix().into_iter().fold(id, FigureId::then)
    }

    /// Whether every category of `selection` is held somewhere.
    pub(crate) fn knows(&self, selection: &Selection) -> bool {
        selection.iter().all(|(dimension, category)| {
            self.dimensions.get(dimension).is_some_and(|categories| categories.contains(category))
        })
    }

    /// The parts into which each complete dimension divides `selection`, where parts are held.
    pub(crate) fn complete_parts<'l>(
        &'l self,
        selection: &'l Selection,
    ) -> impl Iterator<Item = (&'l str, Vec<Selection>)> {
        let open = self.measure.complete.iter().filter(|name| selection.category(name).is_none());
        open.filter_map(move |dimension| {
            let parts = self.parts(selection, dimension);
            (!parts.is_empty()).then_some((dimension.as_str(), parts))
        })
    }

    /// The parts into which `dimension` divides `selection`, as far as they are held.
    pub(crate) fn parts(&self, selection: &Selection, dimension: &str) -> Vec<Selection> {
        self.series.keys().filter(|part| part.divides(selection, dimension)).cloned().collect()
    }
}

impl Reading {
    fn of(observed: &Observation, given: Period) -> Self {
        let others = observed.others.clone();
        Self { value: observed.value.clone(), cell: observed.cell, others, given }
    }

    /// How settled the value is.
    pub(crate) fn state(&self) -> State {
        self.value.as_ref().map(|number| number.flags().state).unwrap_or_default()
    }

    /// Every cell that makes the value.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cell> {
        std::iter::once(self.cell).chain(self.others.iter().copied())
    }
}

impl Series {
    /// Keeps a reading where figures look for it: a snapshot given for a month, year or span is that of its
    /// last day, and one given for the very day comes before it.
    fn enter(&mut self, kind: Kind, calendar: Calendar, reading: Reading) {
        let month = match (kind, reading.given) {
            (_, Period::MidYear(year)) => {
                self.mid_years.insert(year, reading);
                return;
            }
            (Kind::Snapshot, Period::Day(day)) => Month::of(day).filter(|month| month.last_day() == day),
            (Kind::Snapshot, period) => calendar.months_in(period).map(Span::last),
            (_, Period::Month(month)) => Some(month),
            _ => None,
        };
        match (month, reading.given) {
            (Some(month), Period::Day(_)) => {
                self.months.insert(month, reading);
            }
            (Some(month), _) => {
                self.months.entry(month).or_insert(reading);
            }
            (None, Period::Day(day)) => {
                self.days.insert(day, reading);
            }
            (None, period) => {
                if let Some(span) = calendar.months_in(period) {
                    self.longer.entry(span).or_insert(reading);
                }
            }
        }
    }

    /// The reading of a day: for a snapshot, the end of a month is kept with the months.
    pub(crate) fn on(&self, kind: Kind, day: Date) -> Option<&Reading> {
        let ends = Month::of(day).filter(|month| kind == Kind::Snapshot && month.last_day() == day);
        ends.and_then(|month| self.months.get(&month)).or_else(|| self.days.get(&day))
    }

    /// The reading of the time that a period means for such a measure, as one number.
    pub(crate) fn at(&self, kind: Kind, calendar: Calendar, period: Period) -> Option<&Reading> {
        match (period, calendar.months_in(period)) {
            (Period::MidYear(year), _) => self.mid_years.get(&year),
            (Period::Day(day), _) => self.on(kind, day),
            (_, Some(span)) if kind == Kind::Snapshot || span.len() == 1 => self.months.get(&span.last()),
            (_, Some(span)) => self.longer.get(&span),
            (_, None) => None,
        }
    }

    /// Whether anything is held for these months, a part of them, or more that reaches into them.
    pub(crate) fn reaches(&self, span: Span) -> bool {
        let (first, last) = (span.first(), span.last());
        self.months.range(first..=last).next().is_some()
            || self.longer.keys().any(|held| held.first() <= last && first <= held.last())
            || self.days.keys().any(|day| Month::of(*day).is_some_and(|month| span.contains(month)))
    }

    /// All readings.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading> {
        let months = self.months.values().chain(self.longer.values());
        months.chain(self.days.values()).chain(self.mid_years.values())
    }
}
