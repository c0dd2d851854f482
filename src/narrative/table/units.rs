//! Units in headers: what every number of a column or row is counted in is said once, at its head.

use crate::narrative::Table;

const CHANGE: &str = "Change";
/// What the words of a difference of percentages have behind the number, or begin with there.
const POINT: &str = " percentage point";

/// Takes the units of percentages out of the cells and into the headers.
pub(in crate::narrative) fn in_headers(table: &mut Table) {
    for (column, header) in table.columns.iter().skip(1).enumerate() {
        if header.ends_with("(%)") {
            table
                .rows
                .iter_mut()
                .filter_map(|row| row.cells.get_mut(column))
                .for_each(|cell| bare(&mut cell.words));
        }
    }
    let mut mixed = false;
    let said_above: Vec<bool> = table.columns.iter().skip(1).map(|header| header.ends_with("(%)")).collect();
    for row in &mut table.rows {
        let numbers =
            row.cells.iter().zip(&said_above).filter(|(cell, above)| !**above && is_number(&cell.words));
        let numbers: Vec<&str> = numbers.map(|(cell, _)| cell.words.as_str()).collect();
        if !numbers.is_empty() && numbers.iter().all(|words| is_per_cent(words)) {
            row.header = per_cent(&row.header);
            row.cells.iter_mut().for_each(|cell| bare(&mut cell.words));
        } else {
            mixed = true;
        }
    }
    let points = if mixed { "\u{a0}points" } else { "" };
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    for cell in cells.filter(|cell| cell.words.contains(POINT)) {
        cell.words = cell.words.replace(" percentage points", points).replace(POINT, points);
    }
    if !mixed && !table.rows.is_empty() {
        let headers = table.columns.iter_mut().filter(|header| *header == CHANGE);
        headers.for_each(|header| header.push_str(" (percentage points)"));
    }
}

fn is_number(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit())
}

/// Whether a cell is in per cent or percentage points; "23 of 29" is not, whatever its change is in.
fn is_per_cent(words: &str) -> bool {
    words.contains('%') || words.contains(POINT)
}

fn bare(words: &mut String) {
    words.retain(|c| c != '%');
}

/// The header of a row of percentages, which says so.
fn per_cent(header: &str) -> String {
    match header.strip_suffix(", per cent") {
        Some(label) => format!("{label}\u{a0}(%)"),
        None if header.contains("per cent of ") || header.ends_with("(%)") => header.to_owned(),
        None => format!("{header}\u{a0}(%)"),
    }
}

#[cfg(test)]
mod tests {
    use super::in_headers;
    use crate::narrative::{Table, TableCell, TableRow};

    fn table(columns: &[&str], rows: &[(&str, &[&str])]) -> Table {
        let cell = |words: &&str| TableCell { words: (*words).to_owned(), ..TableCell::default() };
        let row = |(header, cells): &(&str, &[&str])| TableRow {
            header: (*header).to_owned(),
            cells: cells.iter().map(cell).collect(),
        };
        let columns = columns.iter().map(|header| (*header).to_owned()).collect();
        Table { columns, rows: rows.iter().map(row).collect(), ..Table::default() }
    }

    #[test]
    fn the_unit_of_a_column_or_row_stands_in_its_header() {
        for (before, after) in [
            (
                table(&["Figure", "2013/14", "Change (%)"], &[("Contacts", &["6,014", "8.0%"])]),
                table(&["Figure", "2013/14", "Change (%)"], &[("Contacts", &["6,014", "8.0"])]),
            ),
            (
                table(
                    &["Figure", "2013/14", "Change"],
                    &[
                        ("Visits", &["5", "1"]),
                        ("In time, per cent", &["19.4%", "\u{2212}1 percentage point"]),
                    ],
                ),
                table(
                    &["Figure", "2013/14", "Change"],
                    &[("Visits", &["5", "1"]), ("In time\u{a0}(%)", &["19.4", "\u{2212}1\u{a0}points"])],
                ),
            ),
            (
                table(
                    &["Figure", "2013/14", "Change"],
                    &[("Posts filled", &["more than 20%", "2 percentage points"])],
                ),
                table(
                    &["Figure", "2013/14", "Change (percentage points)"],
                    &[("Posts filled\u{a0}(%)", &["more than 20", "2"])],
                ),
            ),
            (
                table(
                    &["Figure", "2013/14", "Change", "England"],
                    &[("Seen in time", &["23 of 29", "\u{2212}1.8 percentage points", "79.7%"])],
                ),
                table(
                    &["Figure", "2013/14", "Change", "England"],
                    &[("Seen in time", &["23 of 29", "\u{2212}1.8\u{a0}points", "79.7%"])],
                ),
            ),
            (
                table(&["Figure", "2013/14"], &[("In need, per cent of children", &["3.1%"])]),
                table(&["Figure", "2013/14"], &[("In need, per cent of children", &["3.1"])]),
            ),
        ] {
            let mut made = before;
            in_headers(&mut made);
            assert_eq!(made, after);
        }
    }
}
