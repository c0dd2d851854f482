//! What `explain` tells, for another program: schema "lscb-report/explain/1".

use serde::Serialize;

use crate::diagnostic::Code;
use crate::model::{FigureId, Measure, Reason};
use crate::words;

use super::gathered::{Gathered, Located};
use super::places::Shown;

/// All that a name means.
#[derive(Default, Serialize)]
pub(super) struct Told<'a> {
    schema: &'static str,
    name: &'a str,
    figure: Option<FigureTold<'a>>,
    /// A figure that has a meaning and no number.
    unavailable: Option<Unavailable>,
    measure: Option<MeasureTold<'a>>,
    code: Option<CodeTold>,
}

#[derive(Serialize)]
struct FigureTold<'a> {
    id: String,
    label: &'a str,
    kind: &'static str,
    display: String,
    unit: &'a str,
    period: String,
    status: &'static str,
    state: &'static str,
    reason: Option<String>,
    formula: String,
    formula_with_numbers: String,
    inputs: Vec<Worth>,
    sources: Vec<Place<'a>>,
    uses: Vec<Place<'a>>,
    shown: Vec<ShownTold<'a>>,
    years: Vec<YearTold<'a>>,
    dependents: Vec<Worth>,
}

#[derive(Serialize)]
struct Unavailable {
    id: String,
    reason: String,
}

#[derive(Serialize)]
struct Worth {
    id: String,
    display: String,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    part: &'a str,
}

#[derive(Serialize)]
struct ShownTold<'a> {
    template: &'a str,
    heading: &'a str,
    within: &'a str,
    words: &'a str,
}

#[derive(Serialize)]
struct YearTold<'a> {
    id: String,
    period: &'a str,
    display: &'a str,
    state: &'static str,
}

#[derive(Serialize)]
struct MeasureTold<'a> {
    id: &'a str,
    label: &'a str,
    kind: &'static str,
    singular: &'a str,
    plural: &'a str,
    definition: &'a str,
    source: &'a str,
    aliases: &'a [String],
    headings: &'a [String],
}

#[derive(Serialize)]
struct CodeTold {
    name: &'static str,
    severity: String,
    title: &'static str,
    explanation: &'static str,
}

impl<'a> Told<'a> {
    /// What a figure and a measure of that name are.
    pub(super) fn of(name: &'a str, figure: Option<&'a Gathered<'a>>, measure: Option<&'a Measure>) -> Self {
        let (figure, measure) = (figure.map(figure_told), measure.map(measure_told));
        Self { schema: SCHEMA, name, figure, measure, ..Self::default() }
    }

    /// The same of a figure that has no number, and why.
    pub(super) fn without(self, id: &FigureId, reason: &Reason) -> Self {
        Self { unavailable: Some(Unavailable { id: id.to_string(), reason: reason.to_string() }), ..self }
    }

    /// What the code of a finding means.
    pub(super) fn code(code: &'static Code) -> Self {
        let told = CodeTold {
            name: code.name,
            severity: code.severity.to_string(),
            title: code.title,
            explanation: code.explanation,
        };
        Self { schema: SCHEMA, name: code.name, code: Some(told), ..Self::default() }
    }

    /// As JSON; ends with a line end.
    pub(super) fn write(&self) -> String {
        // Strings and numbers always have a form in JSON.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

const SCHEMA: &str = "lscb-report/explain/1";

fn figure_told<'a>(gathered: &'a Gathered<'a>) -> FigureTold<'a> {
    let figure = gathered.figure;
    let formula = figure.formula_text();
    let worth = |(id, display): &(FigureId, String)| Worth { id: id.to_string(), display: display.clone() };
    let shown = |shown: &'a Shown| ShownTold {
        template: &shown.template,
        heading: &shown.heading,
        within: &shown.within,
        words: &shown.words,
    };
    FigureTold {
        id: figure.id.to_string(),
        label: &figure.label,
        kind: figure.kind.word(),
        display: words::display(figure),
        unit: &figure.unit,
        period: figure.period.to_string(),
        status: figure.status().word(),
        state: gathered.state.word(),
        reason: figure.outcome.as_ref().err().map(ToString::to_string),
        formula_with_numbers: super::figure::with_numbers(&formula, &super::figure::named(&gathered.inputs)),
        formula,
        inputs: gathered.inputs.iter().map(worth).collect(),
        sources: gathered.cells.iter().map(place).collect(),
        uses: gathered.uses.iter().map(place).collect(),
        shown: gathered.shown.iter().map(shown).collect(),
        years: gathered
            .years
            .iter()
            .map(|year| YearTold {
                id: year.id.to_string(),
                period: &year.period,
                display: &year.display,
                state: year.state.word(),
            })
            .collect(),
        dependents: gathered.dependents.iter().map(worth).collect(),
    }
}

fn place<'a>(located: &'a Located<'a>) -> Place<'a> {
    let Located { file, line, column, part, ref cell, ref counted } = *located;
    let (sheet, cell) = cell.as_ref().map(|(sheet, cell)| (*sheet, cell.as_str())).unzip();
    // A line of a case list is a child's, so it is never told.
    let (line, column) = if counted.is_some() { (None, None) } else { (Some(line), Some(column)) };
    Place { file, line, column, sheet, cell, counted: counted.as_deref(), part }
}

fn measure_told(measure: &Measure) -> MeasureTold<'_> {
    MeasureTold {
        id: measure.id.as_str(),
        label: &measure.label,
        kind: measure.kind.word(),
        singular: &measure.singular,
        plural: &measure.plural,
        definition: &measure.definition,
        source: &measure.source,
        aliases: &measure.aliases,
        headings: &measure.headings,
    }
}
