//! What the derivation must come to: tables of figures by hand, and an independent reckoning.

#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows should stop")]

mod agreement;
mod benchmarks;
mod listing;
mod meaning;
mod periods;
mod reports;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Amount, Figures, Found, derive};
use crate::model::{
    Area, Calendar, Cell, Declaration, DeclaredFigure, FigureId, FileId, Kind, Measure, MeasureId, Month,
    Observation, ObservationKey, Observations, Place, Polarity, Quantity, Ratio, Reason, Release, Span, Unit,
    Value, Year,
};
use crate::plan::Plan;

/// What is held, written as people write ids: `held.put("contacts[2013-04,source=Police]", "~180")`.
pub(crate) struct Held {
    pub(crate) plan: Plan,
    pub(crate) observations: Observations,
}

impl Held {
    /// Nothing yet, for a report on the year that begins in April `start`.
    pub(crate) fn year(start: i16) -> Self {
        let year = Year::beginning(start).unwrap();
        let calendar = Calendar::default();
        let plan = Plan {
            calendar,
            year,
            span: calendar.months_of(year),
            measures: BTreeMap::new(),
            declared: BTreeMap::new(),
            awaited: BTreeMap::new(),
            population: MeasureId::parse("population"),
        };
        Self { plan, observations: Observations::new() }
    }

    /// The data run to the end of that month only.
    pub(crate) fn to(mut self, year: i16, month: u8) -> Self {
        self.plan.span = Span::new(self.plan.span.first(), Month::new(year, month).unwrap()).unwrap();
        self
    }

    pub(crate) fn measure(mut self, name: &str, kind: Kind) -> Self {
        let id = MeasureId::parse(name).unwrap();
        let words = name.replace('_', " ");
        let measure = Measure {
            id: id.clone(),
            label: words.clone(),
            singular: words.trim_end_matches('s').into(),
            plural: words.into(),
            kind,
            polarity: Polarity::Neither,
            target: None,
            amber: None,
            unit: Unit::Cases,
            counts_once: false,
            out_of: None,
            weight: None,
            complete: Vec::new(),
            definition: String::new(),
            source: String::new(),
            aliases: Vec::new(),
            headings: Vec::new(),
        };
        self.plan.measures.insert(id, Arc::new(measure));
        self
    }

    pub(crate) fn change(mut self, name: &str, change: impl FnOnce(&mut Measure)) -> Self {
        let measure = self.plan.measures.get_mut(&MeasureId::parse(name).unwrap()).unwrap();
        change(Arc::make_mut(measure));
        self
    }

    pub(crate) fn declare(mut self, name: &str, declaration: Declaration) -> Self {
        let figure = DeclaredFigure {
            name: name.to_owned(),
            label: name.replace('_', " "),
            declaration,
            nouns: None,
            polarity: Polarity::Neither,
            target: None,
            amber: None,
            narrows: true,
            place: Some(Place::start_of(FileId(0))),
        };
        self.plan.declared.insert(name.to_owned(), Arc::new(figure));
        self
    }

    /// A figure that the catalogue declares.
    pub(crate) fn standard(self, name: &str, declaration: Declaration) -> Self {
        let mut held = self.declare(name, declaration);
        Arc::make_mut(held.plan.declared.get_mut(name).unwrap()).place = None;
        held
    }

    pub(crate) fn put(mut self, id: &str, value: &str) -> Self {
        self.add(id, given(value));
        self
    }

    pub(crate) fn add(&mut self, id: &str, value: Value) {
        let id = FigureId::parse(id).unwrap();
        let key = ObservationKey {
            measure: MeasureId::parse(id.subject()).unwrap(),
            area: Area::Own,
            selection: id.selection().clone(),
            release: Release::Current,
            period: id.period().unwrap(),
        };
        let line = u32::try_from(self.observations.len()).unwrap() + 2;
        let at = usize::try_from(line).unwrap() * 10;
        let cell = Cell { place: Place::new(FileId(1), at, at + 3), line, column: 3, counted: None };
        self.observations.insert(key, Observation { value, cell, others: Vec::new() });
    }

    pub(crate) fn figures(&self) -> Figures {
        derive(&self.observations, &self.plan)
    }
}

/// A value as data give it: `12`, `~1800`, `>20`, `<5`, `c`, `k`; `r50` was rounded to tens before it was published.
pub(crate) fn given(text: &str) -> Value {
    let whole = |text: &str| Ratio::parse(text).unwrap();
    let one = Ratio::ONE;
    match (text.chars().next().unwrap(), text.get(1..).unwrap_or_default()) {
        ('c', _) => Err(Reason::Confidential),
        ('x', _) => Err(Reason::NotAvailable),
        ('k', _) => Ok(Quantity::nearly_nought()),
        ('~', rest) => Ok(Quantity::about(whole(rest))),
        ('r', rest) => Ok(Quantity::exact(whole(rest)).rounded_to_tens(1)),
        ('>', rest) => Ok(Quantity::between(whole(rest).plus(one), None).unwrap()),
        ('<', rest) => Ok(Quantity::between(Some(Ratio::ZERO), whole(rest).minus(one)).unwrap()),
        _ => Ok(Quantity::exact(whole(text))),
    }
}

/// What a figure comes to, in a line: `57.4`, `21..`, `0..40`, `17 of 28`, `25 to 27`, `2012-05`, `true`, or
/// its reason; `?` before what is not listed and can't be had.
pub(crate) fn shown(figures: &Figures, id: &str, places: u8) -> String {
    let figure = match figures.find(&FigureId::parse(id).unwrap()) {
        Found::Figure(figure) => figure,
        Found::NotHeld(reason) => return format!("? {reason}"),
        Found::Unknown => return "unknown".to_owned(),
    };
    let quantity = |quantity: &Quantity| {
        let end = |end: Option<Ratio>| end.map_or(String::new(), |end| end.rounded(places).unwrap());
        let mark = if quantity.flags().approximate { "~" } else { "" };
        match quantity.point() {
            Some(point) => format!("{mark}{}", end(Some(point))),
            None => format!("{mark}{}..{}", end(quantity.low()), end(quantity.high())),
        }
    };
    match &figure.outcome {
        Ok(Amount::Number(number)) => quantity(number),
        Ok(Amount::NOfN { part, whole }) => format!("{} of {}", quantity(part), quantity(whole)),
        Ok(Amount::Range { low, high }) => format!("{} to {}", quantity(low), quantity(high)),
        Ok(Amount::Months(months)) => months.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Ok(Amount::Truth(truth)) => truth.to_string(),
        Err(reason) => reason.to_string(),
    }
}

pub(crate) fn id(text: &str) -> FigureId {
    FigureId::parse(text).unwrap()
}

/// Checks a table of ids, decimals and what they come to.
#[track_caller]
pub(crate) fn agree(held: &Held, table: &[(&str, u8, &str)]) {
    let figures = held.figures();
    let wrong: Vec<String> = table
        .iter()
        .map(|(id, places, expected)| (id, shown(&figures, id, *places), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(id, found, expected)| format!("{id}: {found}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The months from `first` on, one after another; `@` in the name stands for the month, "-" for one without a number.
fn monthly(mut held: Held, name: &str, first: (i16, u8), values: &[&str]) -> Held {
    let start = Month::new(first.0, first.1).unwrap();
    for (offset, value) in values.iter().enumerate() {
        if *value != "-" {
            let month = start.plus(i32::try_from(offset).unwrap());
            held = held.put(&name.replace('@', &month.to_string()), value);
        }
    }
    held
}

/// A number for each month of a year; 78 in all.
const YEAR: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
