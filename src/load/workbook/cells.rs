//! The cells of a sheet → text: dates as dates, percentages with their sign, formulas as what they last came to, or the
//! mark of one that never came to anything.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use calamine::{DataRef, Dimensions, ExcelDateTime, Style, XlsxCellReader};

use super::{NEVER_WORKED_OUT, WorkbookFault, number, told};
use crate::model::{SheetCell, column_name};

/// How many columns are read: no table is wider, and a stray cell far out would make it so.
const COLUMNS: u32 = 1024;

/// The cells of a sheet with something in them, by row and column from 0.
#[derive(Debug, Default)]
pub(super) struct Written {
    cells: BTreeMap<(u32, u32), Cell>,
    /// Whether a cell is there in which no value is kept: it has a format only, or a formula that was never worked out.
    pub(super) has_hollow_cells: bool,
}

#[derive(Clone, Debug)]
struct Cell {
    text: String,
    /// Whether it was typed as text.
    is_text: bool,
}

impl Written {
    /// Reads every cell of a sheet.
    pub(super) fn of<R: Read + Seek>(reader: &mut XlsxCellReader<'_, R>) -> Result<Self, WorkbookFault> {
        let mut written = Self::default();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|fault| told(&fault))? {
            let form = Form::of(reader.styles().get(style));
            let value = cell.get_value();
            let is_text = matches!(value, DataRef::String(_) | DataRef::SharedString(_));
            let text = text(value, form);
            written.has_hollow_cells |= matches!(value, DataRef::Empty);
            if !text.trim().is_empty() {
                written.keep(cell.get_position(), Cell { text, is_text })?;
            }
        }
        Ok(written)
    }

    /// Marks the cells of the same sheet whose formula was never worked out: no value is kept of them, where one that came
    /// to an empty text keeps that.
    pub(super) fn mark_never_worked_out<R: Read + Seek>(
        &mut self,
        reader: &mut XlsxCellReader<'_, R>,
    ) -> Result<(), WorkbookFault> {
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|fault| told(&fault))? {
            if cell.formula.is_some() && matches!(cell.value, DataRef::Empty) {
                self.keep(cell.pos, Cell { text: NEVER_WORKED_OUT.to_owned(), is_text: false })?;
            }
        }
        Ok(())
    }

    fn keep(&mut self, at: (u32, u32), cell: Cell) -> Result<(), WorkbookFault> {
        if at.1 >= COLUMNS {
            let beyond = format!("it has cells beyond column {}", column_name(COLUMNS));
            return Err(WorkbookFault::Damaged(beyond));
        }
        self.cells.insert(at, cell);
        Ok(())
    }

    /// Writes the text of cells that are merged with those beneath them into each of their rows, as it is seen to stand
    /// beside all of them. A number is left where it is, lest it be counted again. Says whether there was any.
    pub(super) fn fill_down(&mut self, merged: &[Dimensions]) -> bool {
        let mut filled = false;
        let tall = merged.iter().filter(|area| area.end.0 > area.start.0 && area.end.1 == area.start.1);
        let lowest = self.cells.keys().next_back().map_or(0, |(row, _)| *row);
        for area in tall {
            let Some(cell) = self.cells.get(&area.start).filter(|cell| cell.is_text).cloned() else {
                continue;
            };
            for row in area.start.0.saturating_add(1)..=area.end.0.min(lowest) {
                self.cells.entry((row, area.start.1)).or_insert_with(|| cell.clone());
                filled = true;
            }
        }
        filled
    }

    /// The text, a line a row and a tab between cells, and where each cell stands in it.
    pub(super) fn into_text(self) -> (String, Vec<SheetCell>) {
        let mut text = String::new();
        let mut cells = Vec::with_capacity(self.cells.len());
        let mut above = None;
        for ((row, column), cell) in self.cells {
            if above.is_some_and(|above| above != row) {
                text.push('\n');
            } else if above.is_some() {
                text.push('\t');
            }
            above = Some(row);
            let start = text.len();
            text.push_str(&cell.text);
            let (row, column) = (row.saturating_add(1), column.saturating_add(1));
            cells.push(SheetCell { stretch: start..text.len(), row, column });
        }
        (text, cells)
    }
}

/// What a number of a cell is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Plain,
    /// `45%` for 0.45.
    Percent,
    /// `Apr-24` for a day: months and years without days.
    Month,
}

impl Form {
    fn of(style: Option<&Style>) -> Self {
        let code =
            style.and_then(|style| style.number_format.as_ref()).map(|format| format.format_code.as_str());
        let shown = bare(code.unwrap_or_default());
        let has = |letter: char| shown.contains(letter);
        if has('%') {
            Self::Percent
        } else if has('m') && has('y') && !has('d') && !has('h') {
            Self::Month
        } else {
            Self::Plain
        }
    }
}

/// The letters of a format that stand for something: not those in quotation marks or brackets, nor after a backslash.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut closing = None;
    let mut is_literal = false;
    for character in code.chars() {
        match (closing, character) {
            _ if is_literal => is_literal = false,
            (Some(close), c) if c == close => closing = None,
            (Some(_), _) => {}
            (None, '\\' | '_' | '*') => is_literal = true,
            (None, '"') => closing = Some('"'),
            (None, '[') => closing = Some(']'),
            (None, ';') => break,
            (None, c) => bare.extend(c.to_lowercase()),
        }
    }
    bare
}

fn text(value: &DataRef<'_>, form: Form) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Int(number) if form == Form::Percent => format!("{}%", number.saturating_mul(100)),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if form == Form::Percent => format!("{}%", number::written(*number, 2)),
        DataRef::Float(number) => number::written(*number, 0),
        DataRef::DateTime(when) if when.is_duration() => number::written(when.as_f64(), 0),
        DataRef::DateTime(when) => day(when, form),
    }
}

/// A day as `2024-04-01`, with the time only where there is one; as `2024-04` where only its month is shown.
fn day(when: &ExcelDateTime, form: Form) -> String {
    let (year, month, day, hour, minute, ..) = when.to_ymd_hms_milli();
    if form == Form::Month {
        return format!("{year:04}-{month:02}");
    }
    let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
    format!("{year:04}-{month:02}-{day:02}{time}")
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn only_what_stands_for_digits_and_dates_is_left_of_a_format() {
        for (code, left) in [
            ("0.0%", "0.0%"),
            ("MMM-YY", "mmm-yy"),
            ("[$-809]mmmm yyyy", "mmmm yyyy"),
            ("0\" %\"", "0"),
            ("0\\%", "0"),
            ("#,##0;[Red]-0%", "#,##0"),
        ] {
            assert_eq!(bare(code), left);
        }
    }
}
