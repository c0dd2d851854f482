//! The careful scanner: one thread, every form of quoting. Whatever another scanner does must come to the same.

use std::io;

use crate::csv_text::{Record, Records, ends_inside_quotes};

use super::{Rows, Visit};

/// Shows every row to one visitor.
///
/// # Errors
/// The file can't be read on.
pub fn careful(rows: Rows<'_>, visitor: &mut impl Visit) -> io::Result<()> {
    let mut records = Records::of(rows.source.open_at(rows.from)?, rows.separator);
    let mut last = rows.from;
    while let Some(record) = records.next_record()? {
        last = rows.from.saturating_add(record.at);
        if record.width() == rows.width {
            let cells: Vec<&[u8]> =
                rows.wanted.iter().map(|index| record.cell(*index).unwrap_or_default()).collect();
            visitor.row(last, &cells);
        } else if !is_blank(record) {
            visitor.ragged(last, record.width());
        }
    }
    if ends_inside_quotes(rows.source.open_at(last)?, rows.separator)? {
        visitor.unclosed(last);
    }
    Ok(())
}

/// Whether a row is one cell with nothing but blanks in it: an empty line.
fn is_blank(record: Record<'_>) -> bool {
    record.width() == 1 && record.cell(0).unwrap_or_default().trim_ascii().is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::{Rows, Visit, visit};
    use crate::load::Held;

    #[derive(Default)]
    struct Seen(Vec<String>);

    impl Visit for Seen {
        fn row(&mut self, at: u64, cells: &[&[u8]]) {
            let cells: Vec<_> = cells.iter().map(|cell| String::from_utf8_lossy(cell)).collect();
            self.0.push(format!("{at}: {}", cells.join("|")));
        }

        fn ragged(&mut self, at: u64, width: usize) {
            self.0.push(format!("{at}: {width} cells"));
        }

        fn unclosed(&mut self, at: u64) {
            self.0.push(format!("{at}: unclosed"));
        }
    }

    fn seen(text: &str, from: u64) -> Vec<String> {
        let source = Held::of(text.into());
        let rows = Rows { source: &source, from, separator: b',', width: 3, wanted: &[2, 0] };
        visit(rows, &Seen::default).unwrap().into_iter().flat_map(|seen| seen.0).collect()
    }

    #[test]
    fn rows_show_the_cells_asked_for_and_faults_are_told() {
        let text = "a,b,c\n1,2, 3 \n\n  \n\"x,\ny\",5,6\n7,8\n9,9,9,9\n,,\n";
        let expected = ["6:  3 |1", "18: 6|x,\ny", "29: 2 cells", "33: 4 cells", "41: |"];
        assert_eq!(seen(text, 6), expected);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_of_the_last_row() {
        assert_eq!(seen("1,2,\"3\n4,5,6\n", 0), ["0: 3\n4,5,6\n|1", "0: unclosed"]);
    }
}
