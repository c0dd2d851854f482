//! Figures each with the months of the year beside it, as a row of small lines.

use crate::figures::Found;
use crate::model::{Content, FigureId, Period, Record};
use crate::narrative::bind::Binder;
use crate::words::spoken;

use super::gather::{Asked, Row};
use super::{ChartForm, cant, is_number};

/// The figures of a record: first over the report's months together, then month by month.
pub(super) fn gather<'r>(binder: &mut Binder<'_>, record: &'r Record, path: &str) -> Option<Asked<'r>> {
    let mut figures: Vec<FigureId> = Vec::new();
    let mut names = Vec::new();
    for (item, number) in record.list("sparklines").iter().zip(1_usize..) {
        let Content::Figure(name) = item else { continue };
        let id = binder.named_figure(name, &format!("{path}.sparklines[{number}]"))?;
        if !is_number(binder, &id, name) {
            return None;
        }
        if id.period().is_some() {
            let message =
                format!("`{id}` has a period of its own, so it has no months of the year beside it");
            cant(binder, name.whole(), message, "name the figure without its period");
            return None;
        }
        figures.push(id);
        names.push(name);
    }
    let settings = &binder.narrative.settings;
    let mut rows = vec![Row::of(spoken(settings.calendar.simplest(settings.span)), figures.clone())];
    rows.extend(settings.span.months().map(|month| {
        let at = |id: &FigureId| id.clone().at(Period::Month(month));
        Row::of(month.name(), figures.iter().map(at).collect())
    }));
    Some(Asked {
        form: ChartForm::Sparklines,
        base: figures.first()?.clone(),
        named: names.first()?,
        by: "month".to_owned(),
        first: "Month".to_owned(),
        series: figures.iter().map(|id| label(binder, id)).collect(),
        rows,
        as_gathered: true,
        without: None,
    })
}

fn label(binder: &Binder<'_>, id: &FigureId) -> String {
    match binder.figures.find(id) {
        Found::Figure(figure) => crate::narrative::table::row_header(figure),
        Found::NotHeld(_) | Found::Unknown => binder.name_of(id),
    }
}
