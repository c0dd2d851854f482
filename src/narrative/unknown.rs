//! A figure that does not exist: which part of its name is wrong, and what could have been meant.

use std::collections::BTreeSet;

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::figures::Published;
use crate::model::{Calendar, FigureId, Narrative, Period, Place};
use crate::suggest::did_you_mean;
use crate::words::listed;

use super::variables;

/// As many names as are worth listing.
const MOST_LISTED: usize = 12;

/// The finding of a name that no figure has.
pub(super) fn figure(figures: &Published, narrative: &Narrative, id: &FigureId, place: Place) -> Finding {
    let of_subject = figures.of_subject(id.subject());
    let held: Vec<&FigureId> = of_subject.iter().map(|figure| &figure.id).collect();
    let finding = if held.is_empty() {
        subject(figures, narrative, id)
    } else {
        part(&held, id).unwrap_or_else(|| whole(&held, id))
    };
    finding.at(place)
}

/// The finding of a name that selects a year as no year of the report is named.
pub(super) fn other_year(id: &FigureId, calendar: Calendar) -> Option<Finding> {
    let Some(Period::Year(year)) = id.period() else { return None };
    if calendar.names(year) {
        return None;
    }
    let message = format!("`{year}` is no year of this report");
    Some(Finding::new(&codes::UNREADABLE_SELECTOR, message).help(calendar.naming()))
}

fn unknown(message: String) -> Finding {
    Finding::new(&codes::UNKNOWN_FIGURE, message)
}

fn subject(figures: &Published, narrative: &Narrative, id: &FigureId) -> Finding {
    let name = id.subject();
    let held = figures.everything();
    let mut known: BTreeSet<&str> = held.iter().map(|figure| figure.id.subject()).collect();
    known.extend(narrative.measures.iter().map(|measure| measure.id.as_str()));
    known.extend(narrative.figures.iter().map(|figure| figure.name.as_str()));
    let finding = unknown(format!("there is no figure `{name}`"));
    let record =
        ["report", "terms"].into_iter().find(|record| variables::given(narrative, record).contains(name));
    match (did_you_mean(name, known), record) {
        (Some(near), _) => finding.help(near),
        (None, Some(record)) => finding.help(format!("did you mean `{record}.{name}`?")),
        (None, None) => finding.help("`lscb-report figures` lists every figure, ready to paste"),
    }
}

/// The first category of the name that no figure of the subject has.
fn part(held: &[&FigureId], id: &FigureId) -> Option<Finding> {
    id.selection().iter().find_map(|(dimension, category)| {
        let dimensions: BTreeSet<&str> = held.iter().flat_map(|held| held.selection().dimensions()).collect();
        let name = id.subject();
        if dimensions.is_empty() {
            let message = format!("the data do not break `{name}` down by `{dimension}`");
            return Some(unknown(message).help(format!("use `{name}` without square brackets")));
        }
        if !dimensions.contains(dimension) {
            let finding = unknown(format!("the data do not break `{name}` down by `{dimension}`"));
            let near = did_you_mean(dimension, dimensions.iter().copied());
            return Some(finding.help(near.unwrap_or_else(|| format!("they do by {}", named(&dimensions)))));
        }
        let categories: BTreeSet<&str> =
            held.iter().filter_map(|held| held.selection().category(dimension)).collect();
        (!categories.contains(category)).then(|| {
            let finding = unknown(format!("`{name}` has no category `{category}` of `{dimension}`"));
            let near = did_you_mean(category, categories.iter().copied());
            let finding = match near {
                Some(near) => finding.help(near),
                None => finding,
            };
            finding.help(format!("the data hold {}", named(&categories)))
        })
    })
}

/// Each part is known, but not together.
fn whole(held: &[&FigureId], id: &FigureId) -> Finding {
    let written = id.to_string();
    let finding = unknown(format!("there is no figure `{written}`"));
    let known: Vec<String> = held.iter().map(|held| held.to_string()).collect();
    match did_you_mean(&written, known.iter().map(String::as_str)) {
        Some(near) => finding.help(near),
        None => finding.help(format!("`lscb-report figures {}` lists those that there are", id.subject())),
    }
}

/// "`A`, `B` and `C`", or the first of them and how many more.
fn named(names: &BTreeSet<&str>) -> String {
    let mut shown: Vec<String> = names.iter().take(MOST_LISTED).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(shown.len());
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    listed(&shown)
}
