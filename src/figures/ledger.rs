//! What is held, arranged for working out: each measure's readings by part and period, and the figures declared.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Area, Calendar, Cell, Date, DeclaredFigure, FigureId, Kind, Measure, Month, Observation, Observations,
    Period, Reason, Release, Selection, Span, Value,
};
use crate::plan::Plan;

use super::circular::broken;

/// What figures can be made of.
#[derive(Clone, Debug)]
pub(crate) struct Ledger {
    pub(crate) plan: Plan,
    pub(crate) subjects: BTreeMap<String, Subject>,
    /// Other names of measures, and the names that ids use.
    aliases: BTreeMap<String, String>,
}

/// What an id can begin with.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    /// A measure, with what is held of it.
    Measure(Holding),
    /// A figure that is declared.
    Declared(DeclaredFigure),
    /// A declared figure that can't be worked out whatever the data hold.
    Broken(DeclaredFigure, Reason),
}

/// A measure and all that is held of it for the board's own area, in the current release.
#[derive(Clone, Debug)]
pub(crate) struct Holding {
    pub(crate) measure: Measure,
    pub(crate) series: BTreeMap<Selection, Series>,
    /// The categories held, by dimension.
    pub(crate) dimensions: BTreeMap<String, BTreeSet<String>>,
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
    /// Arranges the observations. Those of other areas and of earlier releases make no standard figures yet.
    pub(crate) fn of(observations: &Observations, plan: &Plan) -> Self {
        let mut subjects = BTreeMap::new();
        let mut broken = broken(&plan.declared);
        for (name, figure) in &plan.declared {
            let subject = match broken.remove(name) {
                Some(reason) => Subject::Broken(figure.clone(), reason),
                None => Subject::Declared(figure.clone()),
            };
            subjects.insert(name.clone(), subject);
        }
        for measure in plan.measures.values() {
            let holding = Holding::none(measure);
            subjects.insert(measure.id.as_str().to_owned(), Subject::Measure(holding));
        }
        for (key, observation) in observations {
            let own = key.area == Area::Own && key.release == Release::Current;
            if let (true, Some(Subject::Measure(holding))) = (own, subjects.get_mut(key.measure.as_str())) {
                holding.enter(plan.calendar, &key.selection, key.period, observation);
            }
        }
        Self { plan: plan.clone(), subjects, aliases: aliases(plan) }
    }

    /// The name that ids use for what `name` is or is also known as, and what is known of it.
    pub(crate) fn subject(&self, name: &str) -> Option<(&str, &Subject)> {
        let find =
            |name: &str| self.subjects.get_key_value(name).map(|(name, subject)| (name.as_str(), subject));
        find(name).or_else(|| find(self.aliases.get(name)?))
    }

    /// The measure of that name.
    pub(crate) fn holding(&self, name: &str) -> Option<&Holding> {
        match self.subjects.get(name)? {
            Subject::Measure(holding) => Some(holding),
            Subject::Declared(_) | Subject::Broken(..) => None,
        }
    }

    /// Every measure, by id.
    pub(crate) fn holdings(&self) -> impl Iterator<Item = &Holding> {
        self.subjects.values().filter_map(|subject| match subject {
            Subject::Measure(holding) => Some(holding),
            Subject::Declared(_) | Subject::Broken(..) => None,
        })
    }

    /// The measure of the children aged 0 to 17.
    pub(crate) fn population(&self) -> Option<&Holding> {
        self.holding(self.plan.population.as_ref()?.as_str())
    }
}

fn aliases(plan: &Plan) -> BTreeMap<String, String> {
    let each = plan.measures.values().flat_map(|measure| {
        measure.aliases.iter().map(|alias| (alias.clone(), measure.id.as_str().to_owned()))
    });
    each.collect()
}

impl Holding {
    fn none(measure: &Measure) -> Self {
        Self { measure: measure.clone(), series: BTreeMap::new(), dimensions: BTreeMap::new() }
    }

    fn enter(&mut self, calendar: Calendar, selection: &Selection, period: Period, observed: &Observation) {
        if !self.series.contains_key(selection) {
            for (dimension, category) in selection.iter() {
                self.dimensions.entry(dimension.to_owned()).or_default().insert(category.to_owned());
            }
            self.series.insert(selection.clone(), Series::default());
        }
        let given = match period {
            Period::Span(span) => calendar.simplest(span),
            other => other,
        };
        let others = observed.others.clone();
        let reading = Reading { value: observed.value.clone(), cell: observed.cell, others, given };
        if let Some(series) = self.series.get_mut(selection) {
            series.enter(self.measure.kind, calendar, reading);
        }
    }

    /// The measure's id as text.
    pub(crate) fn name(&self) -> &str {
        self.measure.id.as_str()
    }

    /// The figure of a part of it for a period.
    pub(crate) fn id(&self, selection: &Selection, period: Period) -> FigureId {
        FigureId::of(self.name()).at(period).selecting(selection.clone())
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
        let categories = self.dimensions.get(dimension).into_iter().flatten();
        let parts = categories.map(|category| selection.clone().with(dimension, category));
        parts.filter(|part| self.series.contains_key(part)).collect()
    }
}

impl Reading {
    /// Every cell that makes the value.
    pub(crate) fn cells(&self) -> Vec<Cell> {
        std::iter::once(self.cell).chain(self.others.iter().copied()).collect()
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
