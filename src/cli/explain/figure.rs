//! Where a figure comes from, as `explain` tells it: formula, numbers, cells, uses.

use std::fmt::Write;

use crate::model::{FigureId, State};
use crate::words;

use super::gathered::{Gathered, Located, OfYear};
use super::places::Shown;

/// Its value, how it is worked out with the numbers in, the cells at the bottom of it, and where it is used. What is
/// in the cells is not told: only what is published is.
pub(super) fn explain(gathered: &Gathered<'_>) -> String {
    let figure = gathered.figure;
    let mut text = format!("{} (figure)\n{}\n\n", figure.id, figure.label);
    let _ = writeln!(text, "  value    {}", words::display(figure));
    if let Err(reason) = &figure.outcome {
        let _ = writeln!(text, "  reason   {reason}");
    }
    let _ = writeln!(text, "  status   {}", figure.status().word());
    if gathered.state != State::Final {
        let _ = writeln!(text, "  state    {} ({})", gathered.state.word(), gathered.unsettled.join(", "));
    }
    if !figure.unit.is_empty() {
        let _ = writeln!(text, "  unit     {}", figure.unit);
    }
    let _ = writeln!(text, "  period   {}", figure.period);
    if figure.goal.is_some() {
        let _ = writeln!(text, "  target   {} ({})", words::target_alone(figure), words::standing(figure));
    }
    let inputs = named(&gathered.inputs);
    let formula = figure.formula_text();
    if !formula.is_empty() {
        let _ = writeln!(text, "  formula  {formula}");
        let numbers = with_numbers(&formula, &inputs);
        if numbers != formula {
            let _ = writeln!(text, "           {numbers}");
        }
    }
    tell(&mut text, "made from", inputs.iter().map(|(id, value)| format!("{id}: {value}")));
    tell(&mut text, "read from", gathered.cells.iter().map(in_table));
    tell(&mut text, "used in", gathered.uses.iter().map(in_narrative));
    tell(&mut text, "shown in", gathered.shown.iter().map(on_page));
    tell(&mut text, "year by year", gathered.years.iter().map(of_year));
    let dependents = named(&gathered.dependents);
    tell(&mut text, "used by", dependents.iter().map(|(id, value)| format!("{id}: {value}")));
    text
}

/// Ids as text, with what they come to.
pub(super) fn named(figures: &[(FigureId, String)]) -> Vec<(String, String)> {
    figures.iter().map(|(id, value)| (id.to_string(), value.clone())).collect()
}

fn in_table(cell: &Located<'_>) -> String {
    if let Some(counted) = &cell.counted {
        return format!("{}, {counted}", cell.file);
    }
    match &cell.cell {
        Some((sheet, name)) => format!("{}, sheet {sheet}, cell {name}", cell.file),
        None => format!("{}, line {}, column {}", cell.file, cell.line, cell.column),
    }
}

fn in_narrative(used: &Located<'_>) -> String {
    format!("{}:{}:{} ({})", used.file, used.line, used.column, used.part)
}

fn on_page(shown: &Shown) -> String {
    let heading = if shown.heading.is_empty() { "before the first heading" } else { &shown.heading };
    format!("{}, {heading}, {}: \u{201c}{}\u{201d}", shown.template, shown.within, shown.words)
}

fn of_year(year: &OfYear) -> String {
    let when = if year.period.is_empty() { year.id.to_string() } else { year.period.clone() };
    match year.state {
        State::Final => format!("{when}: {}", year.display),
        other => format!("{when}: {} ({})", year.display, other.word()),
    }
}

fn tell(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    for (position, line) in lines.enumerate() {
        if position == 0 {
            let _ = writeln!(text, "\n  {title}");
        }
        let _ = writeln!(text, "    {line}");
    }
}

/// The formula with each input's id replaced by its value: `referrals ÷ contacts` → `3,452 ÷ 6,014`.
pub(super) fn with_numbers(formula: &str, inputs: &[(String, String)]) -> String {
    let mut longest_first: Vec<&(String, String)> = inputs.iter().collect();
    longest_first.sort_by_key(|(id, _)| std::cmp::Reverse(id.len()));
    let mut text = String::new();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        let within_a_name = text.ends_with(is_of_a_name);
        let found = longest_first.iter().find_map(|(id, value)| {
            let after = rest.strip_prefix(id.as_str()).filter(|_| !within_a_name)?;
            (!after.starts_with(|c| is_of_a_name(c) || c == '[')).then_some((value, after))
        });
        match found {
            Some((value, after)) => {
                text.push_str(value);
                rest = after;
            }
            None => {
                text.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
    }
    text
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '.'
}
