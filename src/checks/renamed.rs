//! `[[categories]]` beside the data and the report that was last published: names that nothing calls so.

use std::collections::BTreeSet;

use crate::diagnostic::codes::meaning::{UNKNOWN_DIMENSION, UNUSED_EARLIER_NAME};
use crate::diagnostic::{Finding, Findings};
use crate::figures::Earlier;
use crate::model::{DataState, Narrative, Observations, Text};

/// Tells of dimensions that nothing has, and of earlier names that nothing is called by any more. While a file is awaited
/// it may bring either.
pub fn check(
    narrative: &Narrative,
    observations: &Observations,
    earlier: Option<&Earlier>,
    findings: &mut Findings,
) {
    let declared = narrative.renames.declared();
    if declared.is_empty() || narrative.data.iter().any(|file| file.state == DataState::Awaited) {
        return;
    }
    let called = || earlier.into_iter().flat_map(Earlier::called);
    let of_data = observations.keys().flat_map(|key| key.selection.iter());
    let of_stated = observations.stated.keys().flat_map(|(_, figure, _)| figure.selection().iter());
    let mut dimensions: BTreeSet<&str> = of_data.chain(of_stated).map(|(dimension, _)| dimension).collect();
    dimensions.extend(called().map(|(dimension, _)| dimension.as_str()));
    let mut told = BTreeSet::new();
    for (dimension, was) in declared {
        let (name, before) = (dimension.as_str().trim(), was.as_str().trim());
        let met = (name.to_owned(), before.to_owned());
        if !dimensions.contains(name) {
            if told.insert(name) {
                findings.push(unknown(dimension, &dimensions));
            }
        } else if !observations.formerly.contains(&met) && !called().any(|known| *known == met) {
            findings.push(unused(was, name));
        }
    }
}

fn unknown(dimension: &Text, dimensions: &BTreeSet<&str>) -> Finding {
    let name = dimension.as_str().trim();
    let finding = Finding::new(&UNKNOWN_DIMENSION, format!("no data file has a dimension `{name}`"));
    let known: Vec<String> = dimensions.iter().map(|known| format!("`{known}`")).collect();
    finding.at(dimension.whole()).help(if known.is_empty() {
        "no file has a column of categories: take this out".to_owned()
    } else {
        format!("they have {}", known.join(", "))
    })
}

fn unused(was: &Text, dimension: &str) -> Finding {
    let message = format!("no data file has a `{}` in `{dimension}` any more", was.as_str().trim());
    Finding::new(&UNUSED_EARLIER_NAME, message).at(was.whole()).help(
        "check how it is written; keep it only to compare this report with an older one that calls it so",
    )
}
