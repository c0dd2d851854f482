//! `figures.json`, schema "lscb-report/figures/1": a figure a line, so that a difference between two builds reads well.

use std::fmt::Write as _;

use crate::figures::{Amount, PublishedFigure};
use crate::model::{Cell, Narrative, SourceFile};
use crate::words;

use super::number::{Numbers, numbers};

/// The file of `figures` (sorted by the text of their ids), made from `sources`.
#[must_use]
pub fn figures_json(narrative: &Narrative, figures: &[&PublishedFigure], sources: &[SourceFile]) -> String {
    let mut lines: Vec<(String, String)> =
        figures.iter().map(|figure| (figure.id.to_string(), line(figure, sources))).collect();
    lines.sort();
    let mut file = String::from("{\n\"schema\": \"lscb-report/figures/1\",\n\"report\": ");
    file.push_str(&report(narrative));
    file.push_str(",\n\"figures\": [");
    for (position, (_, line)) in lines.iter().enumerate() {
        file.push_str(if position == 0 { "\n" } else { ",\n" });
        file.push_str(line);
    }
    file.push_str("\n]\n}\n");
    file
}

fn report(narrative: &Narrative) -> String {
    let text = |name: &str| narrative.report_text(name).map_or("", |text| text.as_str());
    let settings = &narrative.settings;
    let mut object = Object::new();
    object.text("board", text("board"));
    object.text("title", text("title"));
    object.text("year", &settings.year.to_string());
    object.text("first_month", &settings.span.first().to_string());
    object.text("last_month", &settings.span.last().to_string());
    object.end()
}

fn line(figure: &PublishedFigure, sources: &[SourceFile]) -> String {
    let Numbers { value, low, high, exact } = numbers(figure);
    let mut object = Object::new();
    object.text("id", &figure.id.to_string());
    object.text("label", &figure.label);
    object.text("kind", figure.kind.word());
    object.raw("value", &value.unwrap_or_else(|| truth(figure)));
    object.raw("low", low.as_deref().unwrap_or("null"));
    object.raw("high", high.as_deref().unwrap_or("null"));
    object.optional("exact", exact.as_deref());
    object.text("display", &words::display(figure));
    object.text("unit", &figure.unit);
    object.text("period", &figure.period.to_string());
    object.text("status", figure.status().word());
    object.optional("reason", figure.outcome.as_ref().err().map(ToString::to_string).as_deref());
    object.text("formula", &figure.formula);
    object.raw("inputs", &list(figure.inputs.iter().map(|id| quoted(&id.to_string()))));
    object.raw("sources", &list(figure.sources.iter().map(|cell| source(cell, sources))));
    object.end()
}

/// The value of what is no number: true or false, otherwise null.
fn truth(figure: &PublishedFigure) -> String {
    match figure.outcome {
        Ok(Amount::Truth(truth)) => truth.to_string(),
        _ => "null".to_owned(),
    }
}

fn source(cell: &Cell, sources: &[SourceFile]) -> String {
    let file = usize::try_from(cell.place.file.0).ok().and_then(|index| sources.get(index));
    let mut object = Object::new();
    object.text("file", file.map_or("", |file| file.path.as_str()));
    object.raw("line", &cell.line.to_string());
    object.raw("column", &cell.column.to_string());
    object.end()
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// Text as JSON; every text has a form, so nothing is lost in the default.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_else(|_| "\"\"".to_owned())
}

/// An object written key by key, so that numbers keep the digits they were worked out with.
struct Object(String);

impl Object {
    fn new() -> Self {
        Self("{".to_owned())
    }

    fn raw(&mut self, key: &str, value: &str) {
        let comma = if self.0.len() > 1 { ", " } else { "" };
        // Writing to a String can't fail.
        let _ = write!(self.0, "{comma}\"{key}\": {value}");
    }

    fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &quoted(value));
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        self.raw(key, &value.map_or_else(|| "null".to_owned(), quoted));
    }

    fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}
