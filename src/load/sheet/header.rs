//! Which row holds the headings: the first whose cells are known, below whatever was printed above them.

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::opened::Opened;

use super::Expected;

/// How many known cells make a row that of the headings, whatever follows: more need not be told.
pub(in crate::load) const ENOUGH: usize = 2;
/// How many rows are looked through for headings.
pub(in crate::load) const FIRST: usize = 40;

/// How many cells of a row are headings that are known; none where only one cell of it has something in it, since
/// titles and notes stand alone.
fn known(row: &Row<'_>, expected: &dyn Expected) -> usize {
    let filled: Vec<&str> = row.iter().map(Field::trimmed).filter(|text| !text.is_empty()).collect();
    if filled.len() < ENOUGH { 0 } else { expected.known(&filled) }
}

/// The first row of which enough cells are known, or else the first with the most, and how many.
pub(super) fn most_known(rows: &[Row<'_>], expected: &dyn Expected) -> Option<(usize, usize)> {
    let mut most: Option<(usize, usize)> = None;
    for (position, row) in rows.iter().take(FIRST).enumerate() {
        let count = known(row, expected).min(ENOUGH);
        if most.is_none_or(|(_, before)| count > before) {
            most = Some((position, count));
        }
        if count == ENOUGH {
            break;
        }
    }
    most
}

/// The position of the row of headings: the first of which two cells are known, or one, or else the first row. None
/// where there is no row, or where a row of values above would be lost, which is then reported.
pub(in crate::load) fn find(
    opened: &mut Opened<'_>,
    rows: &[Row<'_>],
    expected: &dyn Expected,
) -> Option<usize> {
    let known = most_known(rows, expected).filter(|(_, count)| *count > 0);
    let found = known.map_or(0, |(position, _)| position);
    let above = rows.get(..found)?;
    if let Some(row) = above.iter().find(|row| expected.holds_values(row)) {
        say_values_above(opened, row);
        return None;
    }
    if !above.is_empty() {
        let lines: Vec<u32> = above.iter().filter_map(|row| row.first()).map(|field| field.line).collect();
        let lines = opened.lines(&lines);
        opened.assume(format!("{lines} above the headings passed over"));
    }
    rows.get(found).map(|_| found)
}

fn say_values_above(opened: &mut Opened<'_>, row: &Row<'_>) {
    let Some(first) = row.first() else { return };
    let finding = opened
        .at(&codes::NO_HEADER, first, "the row has values in it and stands above the headings")
        .help("move the headings above the first row of values");
    opened.report(finding);
}
