//! The targets of a scorecard: each is its measure's, unless the narrative gives one, against which it is then held.

use std::collections::btree_map::Entry;

use crate::csv_text::{Field, Row};
use crate::diagnostic::Finding;
use crate::diagnostic::codes::data as codes;
use crate::load::data::breakdown::Part;
use crate::load::data::export::Export;
use crate::load::data::gather::{Gathered, Target};
use crate::model::{Area, Kind, Measure, MeasureId, Polarity, Quantity, Ratio};

/// Takes the target of a row, or holds it against the one that is known already.
pub(super) fn take(
    export: &mut Export<'_>,
    (row, at): (&Row<'_>, usize),
    (measure, part): (&Measure, &Part),
    gathered: &mut Gathered,
) {
    let Some(field) = row.get(at).filter(|field| !field.trimmed().is_empty()) else { return };
    // Targets are for the board's whole area; of a category, a total or another area nothing is coloured.
    if part.is_total || part.area != Area::Own || !part.selection.is_whole() {
        return pass_over(export, field, measure, "it is for a part");
    }
    let read = export.read_of(measure, field.trimmed()).ok().and_then(Result::ok);
    let read = read.filter(|_| measure.kind != Kind::Percentage || !is_beyond(field.trimmed()));
    let Some(said) = read.and_then(|value| number(&value, measure)) else {
        return pass_over(export, field, measure, "it does not say one number to reach");
    };
    if let Some(target) = measure.target {
        if said != target {
            let other = format!("{} in the narrative", shown(target));
            let finding = differs(field.trimmed(), &measure.id, &other)
                .at(export.place(field))
                .supplied_by(export.opened.supplied_by)
                .help("put right the one that is out of date; figures are held against the narrative's");
            export.report(finding);
        }
        return;
    }
    if measure.polarity == Polarity::Neither {
        return pass_over(export, field, measure, "neither direction is known to be good news");
    }
    let place = export.place(field);
    let target = Target { number: said, place, written: field.trimmed().to_owned() };
    match gathered.targets.entry(measure.id.clone()) {
        Entry::Vacant(free) => {
            free.insert(target);
            export.opened.assume(format!("`{}` as the target for `{}`", field.trimmed(), measure.id));
        }
        Entry::Occupied(before) if before.get().number != said => {
            let finding = target.differs(&measure.id, before.get()).supplied_by(export.opened.supplied_by);
            export.report(finding);
        }
        Entry::Occupied(_) => {}
    }
}

impl Target {
    /// That it differs from one that was given before.
    pub(in crate::load::data) fn differs(&self, measure: &MeasureId, before: &Self) -> Finding {
        differs(&self.written, measure, &format!("{} elsewhere", shown(before.number)))
            .at(self.place)
            .related(before.place, "given here before")
            .help("put right the one that is out of date; figures are held against the first")
    }
}

/// Whether a text asks for more or less than a number: of a percentage (`>95%`) no first number reaches that.
fn is_beyond(text: &str) -> bool {
    text.strip_prefix(['<', '>']).is_some_and(|rest| !rest.starts_with('='))
}

/// The number to reach: that of `95%`, and of `>=95%` and `<=20%` where that is the direction of good news.
fn number(said: &Quantity, measure: &Measure) -> Option<Ratio> {
    if said.flags().any() {
        return None;
    }
    let counts = measure.kind != Kind::Percentage;
    let open_above = said.high().is_none_or(|high| !counts && high == Ratio::whole(100));
    let open_below = said.low().is_none_or(Ratio::is_zero);
    match measure.polarity {
        _ if said.point().is_some() => said.point(),
        Polarity::HigherIsBetter if open_above => said.low(),
        Polarity::LowerIsBetter if open_below => said.high(),
        _ => None,
    }
}

fn pass_over(export: &mut Export<'_>, field: &Field<'_>, measure: &Measure, why: &str) {
    export.opened.assume(format!(
        "the target `{}` for `{}` passed over, since {why}",
        field.trimmed(),
        measure.id
    ));
}

/// That a target is not what is given elsewhere.
fn differs(written: &str, measure: &MeasureId, other: &str) -> Finding {
    Finding::new(&codes::TARGET_DIFFERS, format!("the target for `{measure}` is {written} here, and {other}"))
}

fn shown(target: Ratio) -> String {
    target.short(6).unwrap_or_else(|| target.to_string())
}
