//! The careful scanner: row by row as the CSV library reads them. Tests hold the one that lists are read by against it.

use std::io::{self, BufRead, BufReader, Read};

use crate::csv_text::{Record, Records, ends_inside_quotes};

use super::{Rows, Visit, after_marks};

/// Shows every row to one visitor.
///
/// # Errors
/// The file can't be read on.
pub fn careful(rows: Rows<'_>, visitor: &mut impl Visit) -> io::Result<()> {
    let rows = after_marks(rows)?;
    let mut records = Records::of(rows.source.open_at(rows.from)?, rows.separator);
    let mut lines = Lines { read: BufReader::new(rows.source.open_at(0)?), at: 0, line: 1 };
    let mut last = (rows.from, rows.from);
    while let Some(record) = records.next_record()? {
        let at = rows.from.saturating_add(record.at);
        let line = lines.line_of(at)?;
        last = (at, line);
        if is_blank(record) {
            continue;
        }
        if record.width() == rows.width {
            let cells: Vec<&[u8]> =
                rows.wanted.iter().map(|index| record.cell(*index).unwrap_or_default()).collect();
            visitor.row(line, &cells);
        } else {
            visitor.ragged(line, record.width());
        }
    }
    let (at, line) = last;
    if ends_inside_quotes(rows.source.open_at(at)?, rows.separator)? {
        visitor.unclosed(line);
    }
    Ok(())
}

/// Whether nothing of a row was filled in, an empty line among them. A row of blanks is of any width.
fn is_blank(record: Record<'_>) -> bool {
    (0..record.width()).all(|index| record.cell(index).unwrap_or_default().trim_ascii().is_empty())
}

/// The file once more, to count its lines.
struct Lines<'s> {
    read: BufReader<Box<dyn Read + Send + 's>>,
    at: u64,
    line: u64,
}

impl Lines<'_> {
    /// The line of the row that begins at a byte, or after the line ends that stand there.
    fn line_of(&mut self, row: u64) -> io::Result<u64> {
        loop {
            let piece = self.read.fill_buf()?;
            let before = usize::try_from(row.saturating_sub(self.at)).unwrap_or(usize::MAX);
            let passed = piece
                .iter()
                .enumerate()
                .take_while(|(index, byte)| *index < before || matches!(byte, b'\r' | b'\n'))
                .map(|(_, byte)| u64::from(*byte == b'\n'));
            let (count, ends) = passed.fold((0_usize, 0_u64), |(count, ends), end| {
                (count.saturating_add(1), ends.saturating_add(end))
            });
            let all = count == piece.len();
            self.read.consume(count);
            self.at = self.at.saturating_add(u64::try_from(count).unwrap_or(0));
            self.line = self.line.saturating_add(ends);
            if !all || count == 0 {
                return Ok(self.line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Rows, Visit};
    use super::careful;
    use crate::load::Held;

    #[derive(Default)]
    struct Seen(Vec<String>);

    impl Visit for Seen {
        fn row(&mut self, line: u64, cells: &[&[u8]]) {
            let cells: Vec<_> = cells.iter().map(|cell| String::from_utf8_lossy(cell)).collect();
            self.0.push(format!("{line}: {}", cells.join("|")));
        }

        fn ragged(&mut self, line: u64, width: usize) {
            self.0.push(format!("{line}: {width} cells"));
        }

        fn unclosed(&mut self, line: u64) {
            self.0.push(format!("{line}: unclosed"));
        }
    }

    fn seen(text: &str, from: u64) -> Vec<String> {
        let source = Held::of(text.into());
        let rows = Rows { source: &source, from, separator: b',', width: 3, wanted: &[2, 0] };
        let mut seen = Seen::default();
        careful(rows, &mut seen).unwrap();
        seen.0
    }

    #[test]
    fn rows_show_the_cells_asked_for_and_faults_are_told() {
        let text = "a,b,c\n1,2, 3 \n\n  \n\"x,\ny\",5,6\n7,8\n9,9,9,9\n,,\n";
        let expected = ["2:  3 |1", "5: 6|x,\ny", "7: 2 cells", "8: 4 cells"];
        assert_eq!(seen(text, 6), expected);
        assert_eq!(seen(&text.replace('\n', "\r\n"), 7), expected.map(|line| line.replace('\n', "\r\n")));
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_of_the_last_row() {
        assert_eq!(seen("1,2,\"3\n4,5,6\n", 0), ["1: 3\n4,5,6\n|1", "1: unclosed"]);
    }
}
