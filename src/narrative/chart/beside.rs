//! Whose figures stand beside the board's own in a chart of years.

use crate::model::{Content, Record, Suffix};

use super::gather::Row;

/// What a chart calls those whom the board is compared with, and the suffix that asks for their figure.
type Other = (&'static str, Suffix);

/// Those that a record asks for, in its order.
pub(super) fn asked(record: &Record) -> Vec<Other> {
    let other = |content: &Content| match content {
        Content::Choice("England") => Some(("England", Suffix::England)),
        Content::Choice("region") => Some(("Region", Suffix::Region)),
        Content::Choice("neighbours") => Some(("Neighbours", Suffix::Neighbours)),
        _ => None,
    };
    record.list("beside").iter().filter_map(other).collect()
}

/// Adds the figures of others to that of the board in one year.
pub(super) fn add(row: &mut Row<'_>, others: &[Other]) {
    let Some(own) = row.figures.first().cloned() else { return };
    row.figures.extend(others.iter().map(|(_, suffix)| own.clone().then(*suffix)));
}
