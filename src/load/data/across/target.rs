//! The targets of a scorecard: each is its measure's, unless the narrative gives one, against which it is then held.

use std::collections::btree_map::Entry;

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::data::breakdown::Part;
use crate::load::data::export::Export;
use crate::load::data::gather::Gathered;
use crate::model::{Area, Kind, Measure, Place, Polarity, Quantity, Ratio};

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
    let Some(said) = read.and_then(|value| number(value, measure)) else {
        return pass_over(export, field, measure, "it does not say one number to reach");
    };
    if let Some(target) = measure.target {
        if said != target {
            tell(export, field, measure, &format!("{} in the narrative", shown(target)), None);
        }
        return;
    }
    if measure.polarity == Polarity::Neither {
        return pass_over(export, field, measure, "neither direction is known to be good news");
    }
    let place = export.place(field);
    match gathered.observations.targets.entry(measure.id.clone()) {
        Entry::Vacant(free) => {
            free.insert((said, place));
            export.opened.assume(format!("`{}` as the target for `{}`", field.trimmed(), measure.id));
        }
        Entry::Occupied(before) => {
            let (known, first) = *before.get();
            if known != said {
                tell(export, field, measure, &format!("{} elsewhere", shown(known)), Some(first));
            }
        }
    }
}

/// Whether a text asks for more or less than a number: of a percentage (`>95%`) no first number reaches that.
fn is_beyond(text: &str) -> bool {
    text.strip_prefix(['<', '>']).is_some_and(|rest| !rest.starts_with('='))
}

/// The number to reach: that of `95%`, and of `>=95%` and `<=20%` where that is the direction of good news.
fn number(said: Quantity, measure: &Measure) -> Option<Ratio> {
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

fn tell(export: &mut Export<'_>, field: &Field<'_>, measure: &Measure, other: &str, first: Option<Place>) {
    let message = format!("the target for `{}` is {} here, and {other}", measure.id, field.trimmed());
    let finding = export.at(&codes::TARGET_DIFFERS, field, message);
    let finding = match first {
        Some(first) => finding
            .related(first, "given here before")
            .help("put right the one that is out of date; figures are held against the first"),
        None => {
            finding.help("put right the one that is out of date; figures are held against the narrative's")
        }
    };
    export.report(finding);
}

fn shown(target: Ratio) -> String {
    target.short(6).unwrap_or_else(|| target.to_string())
}
