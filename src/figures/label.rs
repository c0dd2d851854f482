//! What tables call a figure: "Contacts to children's social care, source: Police, change on the year before".

use crate::model::{Areas, Date, MeasureId, Month, Period, Suffix};

use super::ledger::Subject;
use super::question::Question;

/// The label of what a question asks for; `areas` says what areas are called.
pub(crate) fn label(question: &Question, areas: &Areas) -> String {
    let mut label = String::with_capacity(96);
    label.push_str(match question.subject {
        Subject::Measure(holding) => &holding.measure.label,
        Subject::Declared(figure) | Subject::Broken(figure, _) => &figure.label,
    });
    for (dimension, category) in question.selection.iter() {
        label.push_str(", ");
        push_name(&mut label, dimension);
        label.push_str(": ");
        label.push_str(category);
    }
    if let Some(period) = question.time.named {
        label.push_str(", ");
        label.push_str(&period_words(period));
    }
    let name = question.whose.name(areas);
    if let Some(suffix) = question.made {
        push_suffix(&mut label, question, suffix, areas);
    }
    if let Some(name) = name {
        label.push_str(", ");
        label.push_str(name);
    }
    if let Some(suffix) = question.compared {
        push_suffix(&mut label, question, suffix, areas);
    }
    match question.time.years_before {
        0 => {}
        1 => label.push_str(", the year before"),
        years => label.push_str(&format!(", {years} years before")),
    }
    label
}

fn push_suffix(label: &mut String, question: &Question, suffix: Suffix, areas: &Areas) {
    label.push_str(", ");
    match suffix {
        Suffix::PercentOfTotal => {
            label.push_str("per cent of ");
            push_name(label, out_of(question).map_or("total", MeasureId::as_str));
        }
        Suffix::DifferenceFromRegion => {
            let region = areas.region.as_deref().map_or("the region", |code| areas.name(code));
            label.push_str(&format!("difference from {region}"));
        }
        Suffix::DifferenceFromNeighbours => {
            label.push_str(&format!("difference from the neighbours' {}", areas.average.word()));
        }
        _ => label.push_str(suffix_words(suffix)),
    }
}

/// A name in words: without its underscores.
fn push_name(label: &mut String, name: &str) {
    for (position, word) in name.split('_').enumerate() {
        label.push_str(if position == 0 { "" } else { " " });
        label.push_str(word);
    }
}

/// What a label says of the neighbours: "neighbours' median (9 of 10)".
pub(crate) fn of_neighbours(areas: &Areas, had: usize) -> String {
    format!("neighbours' {} ({had} of {})", areas.average.word(), areas.neighbours.len())
}

/// The measure that the one asked about is out of.
fn out_of<'q>(question: &Question<'q>) -> Option<&'q MeasureId> {
    match question.subject {
        Subject::Measure(holding) => holding.measure.out_of.as_ref(),
        Subject::Declared(_) | Subject::Broken(..) => None,
    }
}

fn suffix_words(suffix: Suffix) -> &'static str {
    match suffix {
        Suffix::Previous => "the year before",
        Suffix::Change => "change on the year before",
        Suffix::ChangePercent => "per cent change on the year before",
        Suffix::PerMonth => "a month on average",
        Suffix::Peak => "highest month",
        Suffix::IsHighest => "highest month of all held",
        Suffix::Per10000 => "per 10,000 children aged 0 to 17",
        Suffix::PercentOfPopulation => "per cent of children aged 0 to 17",
        Suffix::PercentOfTotal => "per cent of ",
        Suffix::Total => "total",
        Suffix::Official => "official statistics",
        Suffix::England => "England",
        Suffix::Region => "the region",
        Suffix::Neighbours => "neighbours",
        Suffix::DifferenceFromEngland => "difference from England",
        Suffix::DifferenceFromRegion => "difference from the region",
        Suffix::DifferenceFromNeighbours => "difference from the neighbours",
    }
}

fn period_words(period: Period) -> String {
    match period {
        Period::Month(month) => month_words(month),
        Period::Day(day) => day_words(day),
        Period::Span(span) => format!("{} to {}", month_words(span.first()), month_words(span.last())),
        Period::Year(year) => year.to_string(),
        Period::MidYear(_) => period.to_string(),
    }
}

fn month_words(month: Month) -> String {
    format!("{} {}", month.name(), month.year())
}

fn day_words(day: Date) -> String {
    match Month::of(day) {
        Some(month) => format!("{} {}", day.day(), month_words(month)),
        None => day.to_string(),
    }
}
