//! What a figure is about: the catalogue's topics, then the report's own measures.

use crate::catalogue::TOPICS;

use super::side::{Reported, Side};

/// Measures and figures that the catalogue does not know.
const OWN: &str = "Measures of the report's own";
/// What is counted of the report's own lists: actions, attendance, budget.
const LISTS: &str = "The report's lists";
/// How deep figures are followed to a measure that the catalogue knows.
const DEEPEST: u8 = 8;

/// A topic: where it stands, and its name.
pub(super) type Topic = (usize, &'static str);

/// The topic of a figure: that of its measure, or of the first thing that it is made from.
pub(super) fn topic(figure: &Reported, side: &Side) -> Topic {
    followed(figure, side, DEEPEST)
}

fn followed(figure: &Reported, side: &Side, left: u8) -> Topic {
    let subject = figure.id.subject();
    let known = TOPICS.iter().enumerate().find(|(_, (_, entries))| {
        entries.iter().any(|entry| entry.id == subject || entry.aliases.contains(&subject))
    });
    if let Some((position, (name, _))) = known {
        return (position, name);
    }
    match side.measure(subject) {
        Some(measure) if measure.counts != "cases" => (TOPICS.len().saturating_add(1), LISTS),
        Some(_) => (TOPICS.len(), OWN),
        None => {
            let input = figure.inputs.first().and_then(|id| side.figures.get(id));
            match (input, left.checked_sub(1)) {
                (Some(input), Some(left)) => followed(input, side, left),
                _ => (TOPICS.len(), OWN),
            }
        }
    }
}
