//! Whose figures stand beside the board's own in a chart of years.

use crate::model::{Content, Record, Suffix};
use crate::narrative::bind::Binder;
use crate::narrative::table::comparator;
use crate::words::capitalised;

use super::gather::Row;

/// What a chart calls those whom the board is compared with, and the suffix that asks for their figure.
type Other = (String, Suffix);

/// Those that a record asks for, in its order, called as tables call them.
pub(super) fn asked(binder: &Binder<'_>, record: &Record) -> Vec<Other> {
    let suffix = |content: &Content| match content {
        Content::Choice("England") => Some(Suffix::England),
        Content::Choice("region") => Some(Suffix::Region),
        Content::Choice("neighbours") => Some(Suffix::Neighbours),
        _ => None,
    };
    let name = |suffix: Suffix| match comparator(binder, suffix) {
        none if none.is_empty() => capitalised(suffix.name()),
        name => name,
    };
    record.list("beside").iter().filter_map(suffix).map(|suffix| (name(suffix), suffix)).collect()
}

/// Adds the figures of others to that of the board in one year.
pub(super) fn add(row: &mut Row<'_>, others: &[Other]) {
    let Some(own) = row.figures.first().cloned() else { return };
    row.figures.extend(others.iter().map(|(_, suffix)| own.clone().then(*suffix)));
}
