//! What is said of each kind of fault: its code, a sentence, and what to do.

use super::faults::{Kind, Spot};
use super::words;
use super::working_days::WorkingDays;
use crate::diagnostic::Code;
use crate::diagnostic::codes::{cases as codes, data};

/// A code, a sentence about the cell or the rows, and what to do.
type Wording = (&'static Code, String, &'static str);

/// What is said of a fault that was met `count` times, here at a cell.
pub(super) fn of(kind: Kind, cell: &str, spot: &Spot, count: u64, path: &str) -> Wording {
    let rows = words::rows(count);
    match kind {
        Kind::Ragged => (
            &data::RAGGED_ROW,
            format!("the row has {} cells, which are not as many as there are headings", spot.told),
            "look for a separator or a line end inside a cell, which must stand in quotation marks",
        ),
        Kind::Unclosed => (
            &data::BROKEN_QUOTE,
            "a quotation mark opens in this row and is never closed, so nothing after it could be read"
                .to_owned(),
            "close it, or delete it; a quotation mark inside a quoted cell is written twice",
        ),
        Kind::Unlisted => (
            &codes::UNLISTED_CODE,
            format!("`{cell}` is none of the codes of its column"),
            "say which code it is: `values = { … }`",
        ),
        Kind::UnusableCategory => (
            &data::UNUSABLE_CATEGORY,
            format!("the category `{cell}` can't be named in a figure"),
            "say what to call it: `values = { … }`",
        ),
        Kind::TotalAsCategory => (
            &data::TOTAL_AS_CATEGORY,
            format!("`{cell}` stands as a category, beside its own parts"),
            "take total rows out of the list",
        ),
        Kind::TooManyCategories => (
            &codes::TOO_MANY_CATEGORIES,
            "the column has more than 1,000 different cells, so it can't be one of categories".to_owned(),
            "name another column, or give `bands` for numbers",
        ),
        Kind::WithoutChild => (
            &codes::ROW_WITHOUT_CHILD,
            format!("{rows} of `{path}` say nothing of which child they are about, here the first"),
            "ask for the child's number; such rows are not counted among children",
        ),
        Kind::Repeated => (
            &codes::REPEATED_ROW,
            format!("{rows} of `{path}` the same in every cell as an earlier one, here the first"),
            "both are counted; if a row was exported twice, run the list again",
        ),
        _ => of_dates(kind, cell, &rows, path),
    }
}

fn of_dates(kind: Kind, cell: &str, rows: &str, path: &str) -> Wording {
    match kind {
        Kind::UnreadableDate => (
            &codes::UNREADABLE_DATE,
            format!("`{cell}` is not a date"),
            "write it as `16/09/2024` or `2024-09-16`",
        ),
        Kind::MonthFirst => (
            &data::MONTH_FIRST_DATE,
            format!(
                "`{cell}` is a date only if its month comes first, so other dates of the column could mean either"
            ),
            "export the list again with dates written day first, or as `2024-09-16`",
        ),
        Kind::Impossible => (
            &codes::IMPOSSIBLE_DATE,
            format!("`{cell}` can't be the date of anything in this list"),
            "correct it where it comes from; a placeholder can be read as empty: `values = { … }`",
        ),
        Kind::EndsBeforeStart => (
            &codes::ENDS_BEFORE_START,
            format!("in {rows} of `{path}` an end comes before its start, here for the first time"),
            "correct such rows where they come from",
        ),
        Kind::BeyondHolidays => (
            &codes::BEYOND_BANK_HOLIDAYS,
            format!(
                "working days to or from `{cell}` can't be counted: bank holidays are known for {}",
                WorkingDays::known()
            ),
            "correct the date if it is a slip",
        ),
        _ => (
            &codes::ROW_WITHOUT_DATE,
            format!("{rows} of `{path}` without a date not counted, here the first"),
            "ask for the date",
        ),
    }
}
