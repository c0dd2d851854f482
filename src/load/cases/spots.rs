//! Where faults stand → lines and columns, by passing over the file once more; of each row only the cell is kept.

use std::io::{self, BufRead, BufReader, Read};

use super::faults::Spot;
use crate::csv_text::rows;
use crate::load::Reopenable;
use crate::load::encoding::cell as decode;
use crate::model::Separator;

/// The longest row whose cells are looked for, in bytes.
const LONGEST: u64 = 1 << 16;

/// A cell that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its line in the file, from 1.
    pub(super) line: usize,
    /// The characters before it in its line.
    pub(super) before: usize,
    /// What it says, on one line; empty where the row is meant.
    pub(super) text: String,
}

/// Finds the spots, each with the cell to show.
///
/// # Errors
/// The file can't be read any more.
pub(super) fn find(
    source: &dyn Reopenable,
    separator: Separator,
    mut spots: Vec<&Spot>,
) -> io::Result<Vec<(Spot, Shown)>> {
    spots.sort();
    spots.dedup();
    let mut found = Vec::new();
    let mut lines = Lines { read: BufReader::new(source.open_at(0)?), at: 0, line: 1 };
    for spot in spots {
        let at = lines.start_of(spot.line)?;
        let mut bytes = Vec::new();
        source.open_at(at)?.take(LONGEST).read_to_end(&mut bytes)?;
        let line = usize::try_from(spot.line).unwrap_or(usize::MAX);
        found.push((spot.clone(), shown(&decode(&bytes), line, spot.column, separator)));
    }
    Ok(found)
}

/// How far a file was followed.
struct Lines<'s> {
    read: BufReader<Box<dyn Read + Send + 's>>,
    at: u64,
    line: u64,
}

impl Lines<'_> {
    /// The byte where a line begins that is no earlier than the last asked for.
    fn start_of(&mut self, line: u64) -> io::Result<u64> {
        while self.line < line {
            let read = self.read.skip_until(b'\n')?;
            if read == 0 {
                break;
            }
            self.at = self.at.saturating_add(u64::try_from(read).unwrap_or(0));
            self.line = self.line.saturating_add(1);
        }
        Ok(self.at)
    }
}

fn shown(row: &str, line: usize, column: Option<usize>, separator: Separator) -> Shown {
    let none = Shown { line, before: 0, text: String::new() };
    let Some(column) = column else { return none };
    let Some(Ok(fields)) = rows(row, separator).next() else { return none };
    let Some(field) = fields.get(column) else { return none };
    let before = row.get(..field.marked().start).unwrap_or_default();
    let of_line = before.rsplit('\n').next().unwrap_or_default();
    let ends = before.matches('\n').count();
    let text: String =
        field.trimmed().chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
    Shown { line: line.saturating_add(ends), before: of_line.chars().count(), text }
}

#[cfg(test)]
mod tests {
    use super::{Shown, Spot, find};
    use crate::load::Held;
    use crate::model::Separator;

    #[test]
    fn a_spot_shows_its_cell_and_nothing_else() {
        let source = Held::of(b"id,date,note\r\n1,02/04/2024,a\r\n\r\n2,\"x\ny\", 31/02/2024 \r\n".to_vec());
        let spot = |line, column| Spot { line, column, told: String::new() };
        let spots = [spot(4, Some(2)), spot(2, Some(1)), spot(2, None)];
        let found = find(&source, Separator::Comma, spots.iter().collect()).unwrap();
        let shown = |line, before, text: &str| Shown { line, before, text: text.to_owned() };
        let expected = [shown(2, 0, ""), shown(2, 2, "02/04/2024"), shown(5, 4, "31/02/2024")];
        assert_eq!(found.into_iter().map(|(_, shown)| shown).collect::<Vec<_>>(), expected);
    }
}
