//! `polarity`, `target` and `amber` of a measure or figure → its goal, and what can't be one.

use super::faults::on;
use crate::diagnostic::Findings;
use crate::diagnostic::codes::narrative as codes;
use crate::model::{Goal, Polarity, Ratio, Record, Text};

/// Sets the direction that is good news, where it is given.
pub(super) fn override_polarity(record: &Record, polarity: &mut Polarity) {
    match record.choice("polarity") {
        Some("higher") => *polarity = Polarity::HigherIsBetter,
        Some("lower") => *polarity = Polarity::LowerIsBetter,
        Some("neither") => *polarity = Polarity::Neither,
        _ => {}
    }
}

/// Sets target and amber, where they are given.
pub(super) fn override_target(record: &Record, target: &mut Option<Ratio>, amber: &mut Option<Ratio>) {
    for (key, field) in [("target", target), ("amber", amber)] {
        if let Some(digits) = record.text(key) {
            *field = Ratio::parse(digits.as_str());
        }
    }
}

/// Tells of a target without a direction, of amber without a target, and of amber beyond it. `block` is where it stands.
pub(super) fn check(name: &Text, block: &str, record: &Record, goal: Option<Goal>, findings: &mut Findings) {
    let called = format!("{block}.{}", name.as_str());
    match (record.text("target"), record.text("amber"), goal) {
        (Some(target), _, None) => {
            let message = format!("`{called}` has a target, but not which direction is good news");
            findings.push(on(target, &codes::TARGET_WITHOUT_POLARITY, message).help(
                "add `polarity = \"higher\"` or `polarity = \"lower\"`; for a volume, where neither is better, take the target out",
            ));
        }
        (None, Some(amber), None) => {
            let message = format!("`{called}` says what is amber, but has no target");
            let help = "add `target`, or take `amber` out";
            findings.push(on(amber, &codes::AMBER_BEYOND_TARGET, message).help(help));
        }
        (_, Some(amber), Some(goal)) if goal.amber_is_unreachable() => {
            let side = if goal.from_below { "below" } else { "above" };
            let message = format!(
                "nothing of `{called}` can be amber: what reaches {} reaches the target too",
                amber.as_str()
            );
            let help = format!("amber is for what nearly reaches the target, so it lies {side} it");
            findings.push(on(amber, &codes::AMBER_BEYOND_TARGET, message).help(help));
        }
        _ => {}
    }
}
