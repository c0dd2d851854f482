//! What a measure is, as `explain` tells it.

use std::fmt::Write;

use crate::model::{DeclaredFigure, Goal, Kind, Measure, Polarity};

/// Its label, how its values go together, what is counted and by whose definition, and what exports call it.
pub(super) fn explain(measure: &Measure) -> String {
    let mut text = format!("{} (measure)\n{}\n\n", measure.id, measure.label);
    let kind = match measure.kind {
        Kind::Events => "events: summed over the year",
        Kind::Snapshot => "snapshot: a year's value is that of its last day",
        Kind::Percentage => "percentage: months make a year only with a weight",
        Kind::Population => "population: a mid-year estimate",
    };
    let (polarity, target) = (direction(measure.polarity), target(measure.goal()));
    let weight = measure.weight.as_ref().map(ToString::to_string).unwrap_or_default();
    for (name, value) in [
        ("kind", kind),
        ("nouns", &format!("{}, {}", measure.singular, measure.plural)),
        ("polarity", polarity),
        ("target", &target),
        ("weight", &weight),
        ("complete", &measure.complete.join(", ")),
        ("definition", &measure.definition),
        ("source", &measure.source),
        ("aliases", &measure.aliases.join(", ")),
        ("headings", &measure.headings.join("; ")),
    ] {
        if !value.is_empty() {
            let _ = writeln!(text, "  {name:<10}  {value}");
        }
    }
    text
}

/// A declared figure of which nothing is held, or of the catalogue where there is no project.
pub(super) fn explain_declared(figure: &DeclaredFigure) -> String {
    let inputs: Vec<String> = figure.declaration.inputs().iter().map(ToString::to_string).collect();
    let mut text = format!("{} (declared figure)\n{}\n\n", figure.name, figure.label);
    for (name, value) in [
        ("made from", inputs.join(", ").as_str()),
        ("polarity", direction(figure.polarity)),
        ("target", &target(figure.goal())),
    ] {
        if !value.is_empty() {
            let _ = writeln!(text, "  {name:<10}  {value}");
        }
    }
    text
}

fn direction(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherIsBetter => "higher is better",
        Polarity::LowerIsBetter => "lower is better",
        Polarity::Neither => "neither direction is better",
    }
}

/// "95 or more, amber from 90".
fn target(goal: Option<Goal>) -> String {
    let Some(goal) = goal else { return String::new() };
    let (direction, side) = if goal.from_below { ("more", "from") } else { ("less", "to") };
    let number = |ratio: crate::model::Ratio| ratio.short(6).unwrap_or_else(|| ratio.to_string());
    let amber = goal.amber.map(|amber| format!(", amber {side} {}", number(amber))).unwrap_or_default();
    format!("{} or {direction}{amber}", number(goal.target))
}
