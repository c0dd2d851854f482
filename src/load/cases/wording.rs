//! What is said of each kind of fault: its code, a sentence, and what to do.

use super::faults::{Kind, Spot};
use super::words;
use super::working_days::WorkingDays;
use crate::diagnostic::Code;
use crate::diagnostic::codes::{cases as codes, data};
use crate::load::sheet::never_worked_out;

/// A code, a sentence about the cell or the rows, and what to do.
type Wording = (&'static Code, String, &'static str);

/// What is said of a fault that was met `count` times, here at a cell under a heading.
pub(super) fn of(
    kind: Kind,
    (cell, heading): (&str, &str),
    spot: &Spot,
    count: u64,
    path: &str,
) -> (&'static Code, String, String) {
    let (code, message, help) = of_rows(kind, cell, spot, count, path);
    // What a cell is to be read as is said with the words of the list.
    let read_as = match kind {
        Kind::Unlisted | Kind::UnusableCategory | Kind::Unclear => Some("…"),
        Kind::Impossible => Some(""),
        _ => None,
    };
    let said = read_as.map(|other| format!("values = {{ \"{heading}\" = {{ \"{cell}\" = \"{other}\" }} }}"));
    (code, message, said.map_or(help.to_owned(), |said| help.replace("values = { … }", &said)))
}

fn of_rows(kind: Kind, cell: &str, spot: &Spot, count: u64, path: &str) -> Wording {
    let rows = words::rows(count);
    let one = count == 1;
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
        Kind::NeverWorkedOut => never_worked_out(),
        Kind::Unlisted => (
            &codes::UNLISTED_CODE,
            format!("`{cell}` is none of the codes of its column"),
            "say which code it is: `values = { … }`",
        ),
        Kind::Unclear => (
            &codes::CELL_DOES_NOT_ANSWER,
            format!("`{cell}` does not say whether its row counts"),
            "correct it where it comes from, or say what it means: `values = { … }`",
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
            if one {
                format!("{rows} of `{path}` says nothing of which child it is about")
            } else {
                format!("{rows} of `{path}` say nothing of which child they are about, here the first")
            },
            "ask for the child's number; such rows are not counted among children",
        ),
        Kind::Repeated => (
            &codes::REPEATED_ROW,
            if one {
                format!("{rows} of `{path}` is the same in every cell as an earlier one")
            } else {
                format!("{rows} of `{path}` are the same in every cell as an earlier one, here the first")
            },
            "both are counted; if a row was exported twice, run the list again",
        ),
        _ => of_dates(kind, cell, count, path),
    }
}

fn of_dates(kind: Kind, cell: &str, count: u64, path: &str) -> Wording {
    let rows = words::rows(count);
    let one = count == 1;
    match kind {
        Kind::UnreadableDate => (
            &codes::UNREADABLE_DATE,
            format!("`{cell}` is not a date"),
            if is_serial(cell) {
                "a spreadsheet counts days so: give the column a date format there, and export it again"
            } else {
                "write it as `16/09/2024` or `2024-09-16`"
            },
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
            if one {
                format!("in {rows} of `{path}` an end comes before its start")
            } else {
                format!("in {rows} of `{path}` an end comes before its start, here for the first time")
            },
            "correct such rows where they come from",
        ),
        Kind::WithoutStart => (
            &codes::ROW_WITHOUT_START,
            format!(
                "{rows} of `{path}` ended without a start, so nobody can tell how long after it that was"
            ),
            "ask for the date; until then such rows are not among those that lasted so long",
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
            if one {
                format!("{rows} of `{path}` has no date and is not counted")
            } else {
                format!("{rows} of `{path}` have no date and are not counted, here the first")
            },
            "ask for the date",
        ),
    }
}

/// Whether it is a day as spreadsheets count them, since 1900.
fn is_serial(cell: &str) -> bool {
    cell.len() == 5 && cell.bytes().all(|b| b.is_ascii_digit())
}
