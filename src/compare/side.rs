//! A side of a comparison: the figures of one report as its `figures.json` gives them.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::figures::{FigureKind, Status};
use crate::model::{FigureId, Periods, Ratio, Renames, State};

/// The form that is read.
const SCHEMA: &str = "lscb-report/figures/1";

/// The figures of one report.
#[derive(Clone, Debug)]
pub struct Side {
    /// Whose they are and of when.
    pub report: Report,
    /// What the figures count.
    pub measures: Vec<Measured>,
    /// The names that categories had before.
    pub renames: Renames,
    /// The figures by their ids.
    pub figures: BTreeMap<FigureId, Reported>,
    /// Figures that its report does not give, and that it was asked for to be compared with another's.
    pub again: BTreeMap<FigureId, Reported>,
}

/// What a report says of itself.
#[derive(Clone, Debug, Deserialize)]
pub struct Report {
    /// The board's name.
    pub board: String,
    /// The report's title.
    pub title: String,
    /// The reporting year: "2013/14".
    pub year: String,
    /// The first month of its period: "2013-04".
    pub first_month: String,
    /// The last.
    pub last_month: String,
}

/// What a measure was at the time.
#[derive(Clone, Debug, Deserialize)]
pub struct Measured {
    /// Its id.
    pub id: String,
    /// How its values go together: "events", "snapshot", "percentage", "population".
    pub kind: String,
    /// What is counted: "cases", "entries", "pounds".
    pub counts: String,
    /// What is counted, in words.
    pub definition: String,
    /// Other ids by which it is known, earlier ones among them.
    pub aliases: Vec<String>,
}

/// A figure as it was published.
#[derive(Clone, Debug)]
pub struct Reported {
    /// Its id then.
    pub id: FigureId,
    /// What a table calls it.
    pub label: String,
    /// What sort of thing it is.
    pub kind: FigureKind,
    /// What it is counted in.
    pub unit: String,
    /// What it is a number of when.
    pub period: Option<Periods>,
    /// How far it can be relied on.
    pub status: Status,
    /// How settled it was.
    pub state: State,
    /// The single value before it is made a percentage or a rate, where there is one.
    pub exact: Option<Ratio>,
    /// How many the value is out of: the value is this many times `exact`.
    pub scale: Ratio,
    /// Its value, lower and upper end as the file gives them.
    pub numbers: [Json; 3],
    /// As a table shows it.
    pub display: String,
    /// Why it can't be had.
    pub reason: Option<String>,
    /// What it was held against, as a table shows it; none where there was no target.
    pub target: Option<String>,
    /// How it is worked out.
    pub formula: String,
    /// What it is made from, in the formula's order.
    pub inputs: Vec<FigureId>,
}

#[derive(Deserialize)]
struct File {
    schema: String,
    report: Report,
    #[serde(default)]
    measures: Vec<Measured>,
    #[serde(default)]
    categories: Vec<Renamed>,
    figures: Vec<Entry>,
}

/// A category that had another name before.
#[derive(Deserialize)]
struct Renamed {
    dimension: String,
    name: String,
    was: String,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    label: String,
    kind: String,
    value: Json,
    low: Json,
    high: Json,
    exact: Option<String>,
    scale: Option<i64>,
    display: String,
    unit: String,
    period: String,
    status: String,
    state: Option<String>,
    reason: Option<String>,
    target: Option<String>,
    formula: String,
    inputs: Vec<String>,
}

/// Why a text gives no figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFigures {
    /// It is no `figures.json` of this form; the reader's words for why.
    Form(String),
    /// It is of another form of this program's.
    Schema(String),
    /// An entry has something that this version does not know: the id, and what.
    Entry(String, &'static str),
}

impl fmt::Display for NotFigures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(why) => write!(f, "it is no figures.json: {why}"),
            Self::Schema(schema) => {
                write!(f, "it is of the form `{schema}`, and this program reads `{SCHEMA}`")
            }
            Self::Entry(id, what) => write!(f, "the {what} of its figure `{id}` has no meaning"),
        }
    }
}

impl std::error::Error for NotFigures {}

impl Side {
    /// Reads a `figures.json`.
    ///
    /// # Errors
    /// Says why the text is none.
    pub fn read(text: &str) -> Result<Self, NotFigures> {
        let file: File = serde_json::from_str(text).map_err(|why| NotFigures::Form(why.to_string()))?;
        if file.schema != SCHEMA {
            return Err(NotFigures::Schema(file.schema));
        }
        let mut figures = BTreeMap::new();
        for entry in file.figures {
            let figure = entry.read()?;
            figures.insert(figure.id.clone(), figure);
        }
        let mut renames = Renames::default();
        for Renamed { dimension, name, was } in &file.categories {
            renames.note(dimension, was, name);
        }
        Ok(Self { report: file.report, measures: file.measures, renames, figures, again: BTreeMap::new() })
    }

    /// The measure of that id.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<&Measured> {
        self.measures.iter().find(|measure| measure.id == id)
    }
}

impl Entry {
    fn read(self) -> Result<Reported, NotFigures> {
        let wrong = |what| NotFigures::Entry(self.id.clone(), what);
        let id = FigureId::parse(&self.id).map_err(|_| wrong("id"))?;
        let exact = match &self.exact {
            Some(exact) => Some(Ratio::from_exact(exact).ok_or_else(|| wrong("exact value"))?),
            None => None,
        };
        let inputs: Result<Vec<FigureId>, _> =
            self.inputs.iter().map(|input| FigureId::parse(input)).collect();
        Ok(Reported {
            kind: FigureKind::from_word(&self.kind).ok_or_else(|| wrong("kind"))?,
            status: Status::from_word(&self.status).ok_or_else(|| wrong("status"))?,
            state: match &self.state {
                Some(state) => State::from_word(state).ok_or_else(|| wrong("state"))?,
                None => State::Final,
            },
            inputs: inputs.map_err(|_| wrong("list of inputs"))?,
            exact,
            scale: Ratio::whole(self.scale.unwrap_or(1)),
            numbers: [self.value, self.low, self.high],
            id,
            label: self.label,
            unit: self.unit,
            period: Periods::parse(&self.period),
            display: self.display,
            reason: self.reason,
            target: self.target,
            formula: self.formula,
        })
    }
}

impl Reported {
    /// The value as it is shown: 57.4 of 287/500.
    #[must_use]
    pub fn value(&self) -> Option<Ratio> {
        self.exact?.times(self.scale)
    }

    /// Whether it comes to the same as another: the same number in the same unit, known as well.
    #[must_use]
    pub fn is_worth(&self, other: &Self) -> bool {
        self.exact == other.exact
            && self.scale == other.scale
            && self.numbers == other.numbers
            && self.display == other.display
            && self.status == other.status
            && self.kind == other.kind
            && self.unit == other.unit
    }
}
