//! The parts of a figure by a dimension, as the groups of a chart.

use std::collections::BTreeSet;

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::figures::Found;
use crate::model::{FigureId, Selection, Suffix, Text};
use crate::narrative::Readiness;
use crate::narrative::bind::Binder;
use crate::suggest::did_you_mean;

use super::gather::Row;

/// The categories that a dimension has now or had a year before, in the order of their names, each beside that year.
pub(super) fn gather<'r>(binder: &mut Binder<'_>, base: &FigureId, by: &Text) -> Option<Vec<Row<'r>>> {
    let dimension = by.as_str().trim();
    let subject = match binder.figures.find(&FigureId::of(base.name())) {
        Found::Figure(figure) => figure.id.subject().to_owned(),
        Found::NotHeld(_) | Found::Unknown => base.subject().to_owned(),
    };
    let held = binder.figures.values_of(&subject);
    let selections: Vec<&Selection> = held
        .iter()
        .map(|figure| figure.id.selection())
        .filter(|selection| within(selection, base.selection()))
        .collect();
    let pair = |category: &str| {
        let part = base.clone().selecting(base.selection().clone().with(dimension, category));
        [part.clone(), part.then(Suffix::Previous)]
    };
    // One that only the year before had leaves a gap, without which the others would be all that there is.
    let of_either =
        |category: &&str| pair(category).iter().any(|id| matches!(binder.figures.find(id), Found::Figure(_)));
    let parts = selections.iter().filter_map(|selection| selection.category(dimension));
    let categories: BTreeSet<&str> =
        parts.collect::<BTreeSet<&str>>().into_iter().filter(of_either).collect();
    let awaited = binder.readiness == Readiness::Draft && !is_held(binder, base);
    if categories.is_empty() && !awaited {
        let finding = unknown(base.subject(), by, &selections);
        binder.findings.push(finding);
        return None;
    }
    Some(categories.iter().map(|category| Row::of(*category, pair(category).to_vec())).collect())
}

/// Whether the figure itself can be had, so that its parts should be there too.
fn is_held(binder: &Binder<'_>, base: &FigureId) -> bool {
    let whole = FigureId::of(base.name()).selecting(base.selection().clone());
    matches!(binder.figures.find(&whole), Found::Figure(figure) if figure.outcome.is_ok())
}

/// Whether a selection is the base's with one dimension more.
fn within(selection: &Selection, base: &Selection) -> bool {
    let more = selection.dimensions().len() == base.dimensions().len().saturating_add(1);
    more && base.iter().all(|(dimension, category)| selection.category(dimension) == Some(category))
}

fn unknown(subject: &str, by: &Text, selections: &[&Selection]) -> Finding {
    let dimension = by.as_str().trim();
    let known: BTreeSet<&str> = selections.iter().flat_map(|selection| selection.dimensions()).collect();
    let known: Vec<&str> = known.into_iter().chain(["month", "year"]).collect();
    let message = format!("`{subject}` has no parts by `{dimension}`");
    let listed: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    let finding = Finding::new(&codes::UNKNOWN_PARTS, message)
        .at(by.whole())
        .help(format!("it can be shown by {}", listed.join(", ")));
    did_you_mean(dimension, known).into_iter().fold(finding, Finding::help)
}

/// A dimension as a column's header: "Source", "Age band".
pub(super) fn title_case(dimension: &str) -> String {
    let words = dimension.replace('_', " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
