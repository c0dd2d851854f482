//! Columns of a table for those whom the board is compared with.

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text::COMPARATOR_NOT_HELD;
use crate::figures::Found;
use crate::model::{FigureId, Record, Suffix};
use crate::narrative::bind::Binder;
use crate::narrative::{Readiness, TableCell, TableRow};
use crate::words::capitalised;

use super::Column;

/// "England", the region's name, "Neighbours' median".
pub(in crate::narrative) fn header(binder: &Binder<'_>, suffix: Suffix) -> String {
    capitalised(&binder.figures.comparator_name(suffix).unwrap_or_default())
}

/// A cell of another area, or of the neighbours: then it says how many of them had a number where not all had.
pub(in crate::narrative) fn with_count(binder: &Binder<'_>, cell: TableCell) -> TableCell {
    let Some(id) = cell.id.as_ref() else { return cell };
    let Found::Figure(figure) = binder.figures.find(id) else { return cell };
    let lacking = binder.figures.comparator(figure).and_then(|comparator| comparator.lacking);
    match lacking {
        Some((had, named)) if figure.outcome.is_ok() => {
            TableCell { words: format!("{} ({had} of {named})", cell.words), ..cell }
        }
        _ => cell,
    }
}

/// Finds a column in which no row has a number, with the reason of the first.
pub(super) fn say_not_held(
    binder: &mut Binder<'_>,
    record: &Record,
    columns: &[Column],
    rows: &[TableRow],
    ids: &[FigureId],
) {
    if binder.readiness == Readiness::Draft {
        return;
    }
    for (index, column) in columns.iter().enumerate() {
        let Column::Comparator(suffix) = column else { continue };
        let cells = rows.iter().filter_map(|row| row.cells.get(index));
        let held = cells.filter_map(|cell| cell.id.as_ref()).any(|id| is_had(binder, id));
        let Some(first) = ids.first().filter(|_| !held).map(|id| id.clone().then(*suffix)) else { continue };
        let message = match binder.figures.find(&first) {
            Found::NotHeld(reason) => {
                format!("no row of the table has a number under `{}`: {reason}", suffix.name())
            }
            Found::Figure(_) | Found::Unknown => {
                format!("no row of the table has a number under `{}`", suffix.name())
            }
        };
        let finding = Finding::new(&COMPARATOR_NOT_HELD, message)
            .at(record.text("caption").map_or(record.place, |caption| caption.whole()))
            .touching([first])
            .help("take the column out, or supply the official open data that give it");
        binder.findings.push(finding);
    }
}

fn is_had(binder: &Binder<'_>, id: &FigureId) -> bool {
    matches!(binder.figures.find(id), Found::Figure(figure) if figure.outcome.is_ok())
}
