//! Where a figure comes from, as `explain` tells it: formula, numbers, cells, uses.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::figures::{Found, Published, PublishedFigure};
use crate::model::{Cell, FigureId, SourceFile};
use crate::pipeline::Assessment;
use crate::words;

/// Its value, how it is worked out with the numbers in, the cells at the bottom of it, and where it is used. What is
/// in the cells is not told: only what is published is.
pub(super) fn explain(figure: &PublishedFigure, assessment: &Assessment, published: &Published) -> String {
    let mut text = format!("{} (figure)\n{}\n\n", figure.id, figure.label);
    let _ = writeln!(text, "  value    {}", words::display(figure));
    if let Err(reason) = &figure.outcome {
        let _ = writeln!(text, "  reason   {reason}");
    }
    let _ = writeln!(text, "  status   {}", figure.status().word());
    if !figure.unit.is_empty() {
        let _ = writeln!(text, "  unit     {}", figure.unit);
    }
    let _ = writeln!(text, "  period   {}", figure.period);
    if figure.goal.is_some() {
        let _ = writeln!(text, "  target   {} ({})", words::target_alone(figure), words::standing(figure));
    }
    let inputs = inputs(figure, published);
    if !figure.formula.is_empty() {
        let _ = writeln!(text, "  formula  {}", figure.formula);
        let numbers = with_numbers(&figure.formula, &inputs);
        if numbers != figure.formula {
            let _ = writeln!(text, "           {numbers}");
        }
    }
    tell(&mut text, "made from", inputs.iter().map(|(id, value)| format!("{id}: {value}")));
    let cells = cells(figure, published);
    tell(&mut text, "read from", cells.iter().map(|cell| locate(cell, &assessment.sources)));
    tell(&mut text, "used in", uses(&figure.id, assessment).into_iter());
    text
}

fn tell(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    for (position, line) in lines.enumerate() {
        if position == 0 {
            let _ = writeln!(text, "\n  {title}");
        }
        let _ = writeln!(text, "    {line}");
    }
}

/// The figures it is made from, with what they come to.
fn inputs(figure: &PublishedFigure, published: &Published) -> Vec<(String, String)> {
    let value = |id: &FigureId| match published.find(id) {
        Found::Figure(input) => words::display(input),
        Found::NotHeld(reason) => format!("not available: {reason}"),
        Found::Unknown => "not published".to_owned(),
    };
    figure.inputs.iter().map(|id| (id.to_string(), value(id))).collect()
}

/// All cells at the bottom of a figure, in the order of the files.
fn cells(figure: &PublishedFigure, published: &Published) -> BTreeSet<Cell> {
    let mut cells = BTreeSet::new();
    let mut seen: BTreeSet<&FigureId> = BTreeSet::new();
    let mut waiting = vec![figure];
    while let Some(next) = waiting.pop() {
        if !seen.insert(&next.id) {
            continue;
        }
        cells.extend(next.sources.iter().copied());
        waiting.extend(next.inputs.iter().filter_map(|id| match published.find(id) {
            Found::Figure(input) => Some(input),
            Found::NotHeld(_) | Found::Unknown => None,
        }));
    }
    cells
}

fn locate(cell: &Cell, sources: &[SourceFile]) -> String {
    let source = usize::try_from(cell.place.file.0).ok().and_then(|index| sources.get(index));
    let path = source.map_or("?", |source| source.path.as_str());
    let sheet = source.and_then(|source| source.sheet.as_ref());
    if let Some((sheet, at)) = sheet.and_then(|sheet| Some((sheet, sheet.cell_at(cell.place.start)?))) {
        return format!("{path}, sheet {}, cell {}", sheet.name, at.name());
    }
    format!("{path}, line {}, column {}", cell.line, cell.column)
}

/// Where the narrative uses it.
fn uses(id: &FigureId, assessment: &Assessment) -> Vec<String> {
    let uses = assessment.story.iter().flat_map(|story| &story.uses).filter(|used| used.id == *id);
    let located = uses.filter_map(|used| {
        let source = assessment.sources.get(usize::try_from(used.place.file.0).ok()?)?;
        let (line, column) = source.line_and_column(used.place.start);
        Some(format!("{}:{line}:{column} ({})", source.path, used.path))
    });
    located.collect()
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
