//! The journey from one figure to another in steps, with the conversion that leads to each.

use crate::figures::Found;
use crate::model::{Content, Declaration, DeclaredFigure, FigureId, Record, Text};
use crate::narrative::bind::Binder;
use crate::words::spoken;

use super::gather::{Asked, Row};
use super::{ChartForm, cant, is_number};

/// The steps of a record; none, and findings, where two are not joined by a conversion.
pub(super) fn gather<'r>(binder: &mut Binder<'_>, record: &'r Record, path: &str) -> Option<Asked<'r>> {
    let mut rows: Vec<Row<'r>> = Vec::new();
    for (item, number) in record.list("steps").iter().zip(1_usize..) {
        let Content::Figure(name) = item else { continue };
        let id = binder.named_figure(name, &format!("{path}.steps[{number}]"))?;
        if !is_number(binder, &id, name) {
            return None;
        }
        let from_before = match rows.last().and_then(|before| before.figures.first()) {
            Some(before) => Some(conversion(binder, before, &id, name)?),
            None => None,
        };
        rows.push(Row { name: binder.name_of(&id), figures: vec![id], from_before, named: Some(name) });
    }
    let base = rows.first()?.figures.first()?.clone();
    let named = rows.first()?.named?;
    if rows.len() < 2 {
        cant(binder, named.whole(), "a journey has two steps at the least", "name the step that follows");
        return None;
    }
    let settings = &binder.narrative.settings;
    let period = spoken(base.period().unwrap_or_else(|| settings.calendar.simplest(settings.span)));
    Some(Asked {
        form: ChartForm::Steps,
        base,
        named,
        by: String::new(),
        first: "Step".to_owned(),
        series: vec![period],
        rows,
        as_gathered: true,
        without: None,
    })
}

/// The figure that tells how many of `to` there were for every 100 of `from`.
fn conversion(binder: &mut Binder<'_>, from: &FigureId, to: &FigureId, name: &Text) -> Option<FigureId> {
    let joins = |declared: &&DeclaredFigure| match &declared.declaration {
        Declaration::Conversion { from: earlier, to: later } => {
            canonical(binder, earlier) == canonical(binder, from)
                && canonical(binder, later) == canonical(binder, to)
        }
        _ => false,
    };
    let declared = binder.narrative.figures.iter().find(joins);
    let id = declared.map(|declared| FigureId::of(&declared.name));
    if id.is_none() {
        let message = format!("no figure tells how many of `{to}` there were for every 100 of `{from}`");
        let help = format!(
            "declare one: `[figures.NAME]` with a `label` and `conversion = {{ from = \"{from}\", to = \"{to}\" }}`"
        );
        cant(binder, name.whole(), message, help);
    }
    id
}

/// The one id by which a figure goes, as far as the data reach to it.
fn canonical(binder: &Binder<'_>, id: &FigureId) -> FigureId {
    match binder.figures.find(id) {
        Found::Figure(figure) => figure.id.clone(),
        Found::NotHeld(_) | Found::Unknown => id.clone(),
    }
}
