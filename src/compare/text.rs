//! A comparison for a terminal.

use std::fmt::Write;

use super::change::{Change, Comparison};
use super::order::Asked;
use super::phrase::{difference, in_passing, left_out, remarks, shown, sides};

/// The comparison as text; ends with a line end.
#[must_use]
pub fn text(comparison: &Comparison<'_>, asked: &Asked) -> String {
    let told = asked.told(comparison);
    let mut text = String::new();
    for side in sides(comparison) {
        let _ = writeln!(text, "{side}");
    }
    for topic in &told.topics {
        let _ = writeln!(text, "\n{}", topic.name);
        for change in &topic.large {
            entry(change, &mut text);
        }
        if !topic.small.is_empty() {
            let small: Vec<String> = topic.small.iter().map(|change| in_passing(change)).collect();
            let _ = writeln!(text, "  smaller changes: {}", small.join("; "));
        }
    }
    if !told.revised.is_empty() {
        let _ = writeln!(text, "\nGiven differently for the same period");
        for change in &told.revised {
            entry(change, &mut text);
        }
    }
    let left = left_out(&told);
    if !left.is_empty() {
        let _ = writeln!(text, "\n{}", left.join("\n"));
    }
    text
}

fn entry(change: &Change<'_>, text: &mut String) {
    let by = difference(change);
    let comma = if by.is_empty() { "" } else { ", " };
    let _ = writeln!(text, "  {} ({})", change.label(), change.id);
    let _ = writeln!(text, "    {} → {}{comma}{by}", shown(change.old), shown(change.new));
    for remark in remarks(change) {
        let _ = writeln!(text, "    {remark}");
    }
}
