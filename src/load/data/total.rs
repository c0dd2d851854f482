//! Totals that stand beside or beneath what they total: held against it, and never added to it.

use crate::csv_text::Field;
use crate::diagnostic::codes::data as codes;
use crate::model::{Kind, Quantity, Ratio, Reason, Value, fold};

use super::export::Export;
use super::period::Written;

/// Whether a label says that what stands beside it is a total: `Total`, `YTD`, `Total 2024/25`.
pub(in crate::load) fn is_total(label: &str) -> bool {
    const WORDS: [&str; 16] = [
        "total",
        "totals",
        "grand total",
        "sub total",
        "subtotal",
        "sum",
        "overall",
        "ytd",
        "year to date",
        "annual",
        "annual total",
        "year total",
        "full year",
        "cumulative",
        "year end",
        "outturn",
    ];
    // Nearly all labels are periods in digits.
    if !label.contains(char::is_alphabetic) {
        return false;
    }
    let is_word = |text: &str| WORDS.contains(&fold(text).as_str());
    let is_year =
        |text: &str| matches!(Written::parse(text), Some(Written::Year(_) | Written::MonthOrYear(..)));
    let label = label.trim().trim_end_matches(['.', ':']);
    // `Total 2024/25` and `2024/25 YTD`.
    is_word(label)
        || label.rsplit_once(' ').is_some_and(|(word, year)| is_word(word) && is_year(year))
        || label.split_once(' ').is_some_and(|(year, word)| is_word(word) && is_year(year))
}

/// What comes of holding a total against its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is what the parts come to, or may be.
    Agrees,
    /// The parts come to this.
    Differs(Box<Quantity>),
    /// It can't be told: a percentage, or a part that is withheld.
    Untold,
}

/// Holds a total against its parts, in the order of time. Events are added up; of a snapshot the last one counts; a
/// percentage can't be made from others.
pub(super) fn verdict(kind: Kind, parts: &[Value], total: &Value) -> Verdict {
    let Ok(total) = total else { return Verdict::Untold };
    let come_to = match kind {
        Kind::Events => sum(parts),
        Kind::Snapshot => {
            parts.iter().rev().find(|part| **part != Err(Reason::Missing)).and_then(|part| part.clone().ok())
        }
        Kind::Percentage | Kind::Population => None,
    };
    let Some(come_to) = come_to else { return Verdict::Untold };
    let apart = |low: Option<Ratio>, high: Option<Ratio>| low.zip(high).is_some_and(|(low, high)| low > high);
    if !(apart(come_to.low(), total.high()) || apart(total.low(), come_to.high())) {
        Verdict::Agrees
    } else if come_to.flags().any() || total.flags().any() {
        Verdict::Untold
    } else {
        Verdict::Differs(Box::new(come_to))
    }
}

/// The sum of the parts, none where one can't be had. Those that are still to come at the end add nothing; one that
/// is missing before may be of any size.
fn sum(parts: &[Value]) -> Option<Quantity> {
    let given = parts.iter().rposition(|part| *part != Err(Reason::Missing))?;
    let parts = parts.get(..=given)?;
    let gap = parts.contains(&Err(Reason::Missing));
    let known = parts.iter().filter(|part| **part != Err(Reason::Missing)).cloned();
    let sum = known.reduce(|sum, part| sum?.plus(&part?))?.ok()?;
    if gap { Quantity::between(sum.low(), None).map(|open| open.flagged(sum.flags())) } else { Some(sum) }
}

/// A total while it is held against its parts.
pub(super) struct Total<'t> {
    /// Its cell.
    pub(super) field: &'t Field<'t>,
    /// What its row or column is called.
    pub(super) label: &'t str,
    /// Of what it is the total, in words: `contacts`.
    pub(super) of: &'t str,
    /// How the parts go together.
    pub(super) kind: Kind,
    /// "its months come", "the rows above come".
    pub(super) parts_come: &'static str,
}

/// Reads a total and holds it against its parts; one that differs becomes a finding. Says whether it could be told.
pub(super) fn check(export: &mut Export<'_>, total: &Total<'_>, parts: &[Value]) -> bool {
    let Total { field, label, of, kind, parts_come } = *total;
    let Ok(said) = export.read_value(field.trimmed(), kind) else { return false };
    match verdict(kind, parts, &said) {
        Verdict::Agrees => true,
        Verdict::Untold => false,
        Verdict::Differs(come_to) => {
            let come_to = match (come_to.point(), come_to.low()) {
                (Some(point), _) => point.to_string(),
                (None, Some(low)) => format!("{low} or more"),
                (None, None) => "something else".to_owned(),
            };
            let message =
                format!("`{label}` says {} for `{of}`, and {parts_come} to {come_to}", field.trimmed());
            let finding = export
                .at(&codes::TOTAL_DIFFERS, field, message)
                .help("ask the supplier which is right: a row may be missing, or counted twice");
            export.report(finding);
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, is_total, verdict};
    use crate::model::{Kind, Quantity, Ratio, Reason, Value};

    fn point(number: i64) -> Value {
        Ok(Quantity::exact(Ratio::whole(number)))
    }

    #[test]
    fn labels_of_totals_are_told_from_others() {
        for label in
            ["Total", "GRAND TOTAL:", "YTD", "Year to date", "Total 2024/25", "2024/25 YTD", "2024-25 total"]
        {
            assert!(is_total(label), "{label}");
        }
        for label in ["Total contacts", "2024/25", "Police", "", "Total of assessments", "Apr-24"] {
            assert!(!is_total(label), "{label}");
        }
    }

    #[test]
    fn a_total_is_held_against_its_parts_by_what_they_are() {
        let missing = || Err(Reason::Missing);
        let open = Quantity::between(Some(Ratio::whole(6)), None);
        for (kind, parts, total, expected) in [
            (Kind::Events, vec![point(1), point(5)], point(6), Verdict::Agrees),
            (Kind::Events, vec![point(1), point(5), missing()], point(6), Verdict::Agrees),
            (
                Kind::Events,
                vec![point(1), point(5)],
                point(7),
                Verdict::Differs(Box::new(Quantity::exact(Ratio::whole(6)))),
            ),
            (Kind::Events, vec![point(1), missing(), point(5)], point(9), Verdict::Agrees),
            (
                Kind::Events,
                vec![point(1), missing(), point(5)],
                point(4),
                Verdict::Differs(Box::new(open.unwrap())),
            ),
            (Kind::Events, vec![point(1), Err(Reason::Confidential)], point(9), Verdict::Untold),
            (Kind::Events, vec![missing(), missing()], point(9), Verdict::Untold),
            (Kind::Events, vec![point(1)], missing(), Verdict::Untold),
            (Kind::Snapshot, vec![point(1), point(5), missing()], point(5), Verdict::Agrees),
            (
                Kind::Snapshot,
                vec![point(1), point(5)],
                point(6),
                Verdict::Differs(Box::new(Quantity::exact(Ratio::whole(5)))),
            ),
            (Kind::Percentage, vec![point(1), point(5)], point(3), Verdict::Untold),
        ] {
            assert_eq!(verdict(kind, &parts, &total), expected, "{kind:?} {parts:?} {total:?}");
        }
    }
}
