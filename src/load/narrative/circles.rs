//! Declared figures that are worked out from themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::codes::narrative::CIRCULAR_FIGURE;
use crate::diagnostic::{Finding, Findings};
use crate::model::DeclaredFigure;

/// Tells each circle once, at the first by name of the figures in it.
pub(super) fn tell(figures: &[DeclaredFigure], findings: &mut Findings) {
    let by_name: BTreeMap<&str, &DeclaredFigure> =
        figures.iter().map(|figure| (figure.name.as_str(), figure)).collect();
    let mut told = BTreeSet::new();
    for name in by_name.keys() {
        let Some(circle) = circle_through(name, &by_name) else { continue };
        if circle.iter().any(|name| told.contains(name)) {
            continue;
        }
        told.extend(circle.iter().copied());
        findings.push(finding(name, &circle, &by_name));
    }
}

fn finding(name: &str, circle: &[&str], by_name: &BTreeMap<&str, &DeclaredFigure>) -> Finding {
    let steps: Vec<String> = circle.iter().chain([&name]).map(|step| format!("`{step}`")).collect();
    let message = format!("`{name}` is worked out from itself: {}", steps.join(" → "));
    let mut finding = Finding::new(&CIRCULAR_FIGURE, message)
        .help("declare one of them from measures, or from figures outside the circle");
    let place = |name: &str| by_name.get(name).and_then(|figure| figure.place);
    if let Some(place) = place(name) {
        finding = finding.at(place);
    }
    for other in circle.iter().filter(|other| **other != name) {
        if let Some(place) = place(other) {
            finding = finding.related(place, "which is part of the circle");
        }
    }
    finding
}

/// The figures from `start` back to it, each worked out from the next; none where there is no such circle.
fn circle_through<'f>(
    start: &'f str,
    by_name: &BTreeMap<&'f str, &'f DeclaredFigure>,
) -> Option<Vec<&'f str>> {
    let mut seen = BTreeSet::new();
    let mut ways = vec![vec![start]];
    while let Some(way) = ways.pop() {
        let Some(figure) = way.last().and_then(|name| by_name.get(name)) else { continue };
        for input in figure.declaration.inputs() {
            if input.subject() == start {
                return Some(way);
            }
            let Some((next, _)) = by_name.get_key_value(input.subject()) else { continue };
            if seen.insert(*next) {
                ways.push(way.iter().copied().chain([*next]).collect());
            }
        }
    }
    None
}
