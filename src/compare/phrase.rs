//! A change in words, the same in every form that is read by people.

use crate::figures::Status;
use crate::model::Ratio;
use crate::words::{grouped, signed, signed_percent};

use super::chance::Variation;
use super::change::{Change, Comparison, Standing};
use super::order::Told;
use super::side::{Report, Reported};
use super::why::{Part, Why, WhyKind};

/// How many parts of a change are named before the rest are taken together.
const NAMED: usize = 3;

/// A report in a few words: "2013/14", "2013/14 (2013-04 to 2014-02)".
pub(super) fn side(report: &Report) -> String {
    let begins = report.first_month.split('-').next().unwrap_or_default();
    let whole = report.year.starts_with(begins) && {
        let parts = report.first_month.split_once('-').zip(report.last_month.split_once('-'));
        let numbers = parts
            .and_then(|((_, first), (_, last))| Some((first.parse::<u8>().ok()?, last.parse::<u8>().ok()?)));
        numbers.is_some_and(|(first, last)| first == last.checked_rem(12).unwrap_or(0).saturating_add(1))
    };
    if whole {
        report.year.clone()
    } else {
        format!("{} ({} to {})", report.year, report.first_month, report.last_month)
    }
}

/// What the sides are: "Old: Ourshire Partnership, 2023/24 in “Annual report 2024/25”".
pub(super) fn sides(comparison: &Comparison<'_>) -> [String; 2] {
    let told = |name: &str, report: &Report| {
        format!("{name}: {}, {} in “{}”", report.board, side(report), report.title)
    };
    [told("Old", comparison.old), told("New", comparison.new)]
}

/// What one side of a change shows.
pub(super) fn shown(figure: Option<&Reported>) -> &str {
    figure.map_or("not there", |figure| figure.display.as_str())
}

/// The difference and its percentage: "+782 (+14.9%)"; empty where there is none, or none that can be told.
pub(super) fn difference(change: &Change<'_>) -> String {
    let Some((by, new)) = change.difference().zip(change.new) else { return String::new() };
    let is_approximate =
        change.old.into_iter().chain([new]).any(|figure| figure.status == Status::Approximate);
    if is_approximate && by.is_zero() {
        return String::new();
    }
    let about = if is_approximate { "approximately " } else { "" };
    let by = signed(by, new.kind, &new.unit);
    match change.percent().filter(|percent| !percent.is_zero()) {
        Some(percent) => format!("{about}{by} ({})", signed_percent(percent)),
        None => format!("{about}{by}"),
    }
}

/// What is to be said beside the numbers, a sentence each.
pub(super) fn remarks(change: &Change<'_>) -> Vec<String> {
    let standing = match change.standing() {
        Standing::Added => Some("only on the new side"),
        Standing::Removed => Some("only on the old side"),
        Standing::Changed => None,
    };
    let first = standing.into_iter().chain(change.variation.map(Variation::words)).map(str::to_owned);
    first.chain(explained(change)).collect()
}

/// Of that, why it moved and what misleads about it.
pub(super) fn explained(change: &Change<'_>) -> Vec<String> {
    let why = change.why.iter().filter_map(|why| reason(change, why));
    why.chain(change.notes.iter().map(|note| format!("note: {}", note.words))).collect()
}

/// Why it moved: "by source: police +500, health +200, 4 others +82", "made of: posts +5, filled (183 → 194), which takes
/// off 11".
fn reason(change: &Change<'_>, why: &Why) -> Option<String> {
    let figure = change.new?;
    let said = |by: Ratio| Some(signed(by.times(figure.scale)?, figure.kind, &figure.unit));
    let named = |part: &Part| {
        let moved = part.moved.as_ref().map(|(then, now)| format!(" ({then} → {now})")).unwrap_or_default();
        if part.taken {
            let size = said(part.by.magnitude())?;
            let way = if part.by.is_negative() { "takes off" } else { "adds" };
            return Some(format!("{}{moved}, which {way} {}", part.name, size.trim_start_matches('+')));
        }
        Some(format!("{}{moved} {}", part.name, said(part.by)?))
    };
    let head = match &why.kind {
        WhyKind::Categories(dimension) => format!("by {}", dimension.replace('_', " ")),
        WhyKind::Terms => "made of".to_owned(),
        WhyKind::Division => "from its top and bottom".to_owned(),
    };
    let (first, others) = why.parts.split_at_checked(NAMED).unwrap_or((&why.parts, &[]));
    let mut parts: Vec<String> = first.iter().map(named).collect::<Option<_>>()?;
    match others {
        [] => {}
        [one] => parts.push(named(one)?),
        several => {
            let rest = several.iter().try_fold(Ratio::ZERO, |sum, part| sum.plus(part.by))?;
            parts.push(format!("{} others {}", several.len(), said(rest)?));
        }
    }
    Some(format!("{head}: {}", parts.join(", ")))
}

/// A small change in one line: "Referrals (`referrals`): 400, then 402".
pub(super) fn in_passing(change: &Change<'_>) -> String {
    format!("{} {} → {}", change.id, shown(change.old), shown(change.new))
}

/// What is not told one by one.
pub(super) fn left_out(told: &Told<'_>) -> Vec<String> {
    let count = |number: usize, one: &str, several: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{} {several}", grouped(&more.to_string()))),
    };
    [
        count(
            told.derived,
            "figure made from these changed with them",
            "figures made from these changed with them",
        ),
        count(
            told.added,
            "further figure is only on the new side",
            "further figures are only on the new side",
        ),
        count(
            told.removed,
            "further figure is only on the old side",
            "further figures are only on the old side",
        ),
        count(told.same, "figure is the same", "figures are the same"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
