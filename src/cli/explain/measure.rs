//! What a measure is, as `explain` tells it.

use std::fmt::Write;

use crate::model::{Kind, Measure, Polarity};

/// Its label, how its values go together, what is counted and by whose definition, and what exports call it.
pub(super) fn explain(measure: &Measure) -> String {
    let mut text = format!("{} (measure)\n{}\n\n", measure.id, measure.label);
    let kind = match measure.kind {
        Kind::Events => "events: summed over the year",
        Kind::Snapshot => "snapshot: a year's value is that of its last day",
        Kind::Percentage => "percentage: months make a year only with a weight",
        Kind::Population => "population: a mid-year estimate",
    };
    let polarity = match measure.polarity {
        Polarity::HigherIsBetter => "higher is better",
        Polarity::LowerIsBetter => "lower is better",
        Polarity::Neither => "neither direction is better",
    };
    let target = measure.target.map(|target| target.to_string()).unwrap_or_default();
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
