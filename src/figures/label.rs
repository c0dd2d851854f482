//! What tables call a figure: "Contacts to children's social care, source: Police, change on the year before".

use crate::model::{Date, MeasureId, Month, Period, Suffix};

use super::ledger::Subject;
use super::question::Question;

/// The label of what a question asks for.
pub(crate) fn label(question: &Question) -> String {
    let mut label = String::with_capacity(96);
    label.push_str(match question.subject {
        Subject::Measure(holding) => &holding.measure.label,
        Subject::Declared(figure) | Subject::Broken(figure, _) => &figure.label,
    });
    for (dimension, category) in question.selection.iter() {
        label.push_str(", ");
        label.push_str(&dimension.replace('_', " "));
        label.push_str(": ");
        label.push_str(category);
    }
    if let Some(period) = question.time.named {
        label.push_str(", ");
        label.push_str(&period_words(period));
    }
    for suffix in question.made.into_iter().chain(question.compared) {
        label.push_str(", ");
        label.push_str(suffix_words(suffix));
        if suffix == Suffix::PercentOfTotal {
            let whole = out_of(question).map_or("total", MeasureId::as_str);
            label.push_str(&whole.replace('_', " "));
        }
    }
    match question.time.years_before {
        0 => {}
        1 => label.push_str(", the year before"),
        years => label.push_str(&format!(", {years} years before")),
    }
    label
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
