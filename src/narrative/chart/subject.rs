//! What a chart is of: its figure by name, before its numbers are told.

use crate::figures::{FigureKind, PublishedFigure};
use crate::model::{FigureId, Suffix};
use crate::narrative::bind::Binder;
use crate::narrative::table::row_header;
use crate::words::{Said, capitalised};

use super::gather::Asked;
use super::said::{find, phrase};

/// What a figure is called with its unit, over whatever period.
pub(super) fn label_of(binder: &Binder<'_>, id: &FigureId) -> String {
    find(binder, id).map_or_else(|| binder.name_of(id), |figure| row_header(figure))
}

/// What the figure of a chart is called, also where it has no number of its own.
pub(super) fn label(binder: &Binder<'_>, asked: &Asked<'_>) -> String {
    let base = &asked.base;
    if asked.by == "year" {
        return label_of(binder, &base.clone().without_period());
    }
    let had = |figure: &&PublishedFigure| figure.outcome.is_ok();
    match base.split_last() {
        // The whole has no share of itself.
        Some((whole, Suffix::PercentOfTotal)) if find(binder, base).filter(had).is_none() => {
            format!("{}, per cent of the total", label_of(binder, &whole))
        }
        _ => label_of(binder, base),
    }
}

/// What is counted, as the first words of a title, before what it is shown by: "Children on a child protection plan". A
/// figure that is no count, or is declared (an average of counts, say), goes by its label.
pub(super) fn what(binder: &Binder<'_>, asked: &Asked<'_>) -> String {
    let whole = FigureId::of(asked.base.name()).selecting(asked.base.selection().clone());
    let counted = asked.base.suffixes().is_empty() && whole.selection().is_whole();
    // Where it is not held over the report's period, it is in one of the years.
    let years = asked.rows.iter().filter_map(|row| row.figures.first());
    let one = std::iter::once(&whole).chain(years).find_map(|id| find(binder, id));
    let count = one.filter(|figure| {
        figure.kind == FigureKind::Count && counted && !is_declared(binder, whole.subject())
    });
    let noun = count.and_then(|figure| Some(capitalised(&figure.nouns.as_ref()?.plural)));
    noun.unwrap_or_else(|| format!("{},", label(binder, asked)))
}

/// What is said of the figure beside the year before, with what it is where its number does not say that itself.
pub(super) fn compared(binder: &Binder<'_>, asked: &Asked<'_>) -> Option<Said> {
    let said = phrase(binder, "compared", &asked.base)?;
    let figure = find(binder, &asked.base)?;
    // "120 contacts" does not say that it is an average of them.
    let declared = is_declared(binder, figure.id.subject());
    let of_what = figure.unit.starts_with("per ") || figure.unit.contains(" per ");
    if figure.nouns.is_some() && figure.kind != FigureKind::Percent && (of_what || !declared) {
        return Some(said.capitalised());
    }
    let label = label_of(binder, &asked.base);
    let label = label.strip_suffix(", per cent").unwrap_or(&label);
    Some(Said::from(format!("{label}: ")).and(said))
}

/// Whether the narrative declares it.
fn is_declared(binder: &Binder<'_>, subject: &str) -> bool {
    binder.narrative.figures.iter().any(|figure| figure.name == subject)
}
