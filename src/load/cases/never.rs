//! The cells of a list in a workbook whose formula was never worked out → findings. No row is counted that would be read
//! from one.

use std::collections::BTreeSet;

use super::faults::{Faults, Kind};
use super::job::Job;
use super::spots::Shown;
use super::told::Kept;
use crate::load::Held;
use crate::load::opened::Opened;
use crate::load::sheet::never_worked_out;
use crate::load::supplied::Sheet;
use crate::model::SheetCell;

/// Reports those in the row of headings, by which no column can be found; what is kept of the list where there is one.
pub(super) fn in_headings(opened: &mut Opened<'_>, sheet: &Sheet, row: usize) -> Option<Kept> {
    // Of the headings nothing else is kept: notes about the list stand at an empty line before them.
    let mut kept = Kept::of("\n".to_owned(), Some(&sheet.cells.name));
    let cells: Vec<&SheetCell> = sheet.never_worked_out().filter(|cell| line(cell) == row).collect();
    for cell in &cells {
        let shown = Shown { line: row, before: 0, text: sheet.says(cell).to_owned() };
        let place = kept.add(opened, &shown, column(cell));
        let (code, message, help) = never_worked_out();
        let finding = opened.finding(code, message).at(place).help(help).cell_only();
        opened.report(finding);
    }
    (!cells.is_empty()).then_some(kept)
}

/// Those beneath the headings that are read.
pub(super) struct Never<'s> {
    sheet: &'s Sheet,
    cells: Vec<&'s SheetCell>,
}

impl<'s> Never<'s> {
    /// Those in the columns that are read, if there are any.
    pub(super) fn of(sheet: &'s Sheet, headings: usize, job: &Job<'_>) -> Option<Self> {
        let is_read =
            |cell: &SheetCell| column(cell).is_some_and(|at| job.slots.iter().any(|slot| slot.column == at));
        let beneath = sheet.never_worked_out().filter(|cell| line(cell) > headings);
        let cells: Vec<&SheetCell> = beneath.filter(|cell| is_read(cell)).collect();
        (!cells.is_empty()).then_some(Self { sheet, cells })
    }

    /// The list without their rows.
    pub(super) fn left_out(&self) -> Held {
        let rows: BTreeSet<u32> = self.cells.iter().map(|cell| cell.row).collect();
        self.sheet.lines_without(&rows)
    }

    /// Adds them to what is to be told.
    pub(super) fn add_to(&self, faults: &mut Faults) {
        for cell in &self.cells {
            faults.add(Kind::NeverWorkedOut, u64::from(cell.row), column(cell), String::new);
        }
    }
}

fn line(cell: &SheetCell) -> usize {
    usize::try_from(cell.row).unwrap_or(usize::MAX)
}

/// Its column, from 0.
fn column(cell: &SheetCell) -> Option<usize> {
    usize::try_from(cell.column).ok()?.checked_sub(1)
}
