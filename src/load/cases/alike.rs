//! The visitor before the counter: rows whose cells mean the same are counted together. However long a list is, its
//! rows are of few sorts, by month and category.

use std::collections::BTreeMap;

use super::counter::{Counter, Meaning, is_blank};
use super::job::{Job, Role, Slot, Task};
use super::lookup::Lookup;
use super::memo::Memo;
use super::scan::Visit;
use crate::model::DayNumber;

/// How many columns may be told apart: each has sixteen bits of a sort's number.
const MOST_COLUMNS: usize = 8;
/// How many sorts of rows are told apart.
const MOST: usize = 1 << 16;

/// Counts by sorts of rows.
pub(super) struct Alike<'j> {
    counter: Counter<'j>,
    columns: Vec<Column>,
    /// Each sort of rows; none for those that have to be counted one by one.
    sorts: Lookup<u128, Option<Sort>>,
    /// Whether there are sorts at all: rows of children who are told apart are each their own.
    has_sorts: bool,
    /// Whether it makes no difference on which day of a month a row is dated.
    by_month: bool,
}

/// The numbers of what the cells of a column mean.
struct Column {
    memo: Memo<u16>,
    numbers: BTreeMap<Meaning, u16>,
}

/// Rows that count alike: what one of them says, and how many more there are.
struct Sort {
    cells: Vec<Box<[u8]>>,
    more: u64,
}

impl<'j> Alike<'j> {
    /// Nothing counted yet.
    pub(super) fn new(counter: Counter<'j>) -> Self {
        let job = counter.job;
        let columns = job.slots.iter().map(|_| Column { memo: Memo::new(), numbers: BTreeMap::new() });
        Self {
            columns: columns.collect(),
            sorts: Lookup::default(),
            has_sorts: has_sorts(job),
            by_month: job.tasks.iter().all(asks_for_months_alone),
            counter,
        }
    }

    /// What was counted.
    pub(super) fn into_counter(mut self) -> Counter<'j> {
        for sort in self.sorts.into_values().flatten().filter(|sort| sort.more > 0) {
            let cells: Vec<&[u8]> = sort.cells.iter().map(AsRef::as_ref).collect();
            self.counter.alike(&cells, sort.more);
        }
        self.counter
    }

    /// The number of a row's sort: those of what its cells mean, one behind the other. None where there are too many.
    fn sort_of(&mut self, cells: &[&[u8]]) -> Option<u128> {
        let mut sort = 0;
        for (number, (column, cell)) in self.columns.iter_mut().zip(cells).enumerate() {
            let meaning = match column.memo.known(cell) {
                Some(meaning) => meaning,
                None => column.learn(&mut self.counter, number, cell, self.by_month)?,
            };
            sort = sort << 16 | u128::from(meaning);
        }
        Some(sort)
    }

    /// A row of a sort that is new, or whose rows are counted one by one.
    fn one(&mut self, sort: u128, line: u64, cells: &[&[u8]]) {
        let faults = self.counter.faults.count();
        self.counter.row(line, cells);
        if self.sorts.len() < MOST {
            let has_faults = self.counter.faults.count() > faults;
            let like = || Sort { cells: cells.iter().map(|cell| (*cell).into()).collect(), more: 0 };
            self.sorts.entry(sort).or_insert_with(|| (!has_faults).then(like));
        }
    }
}

fn has_sorts(job: &Job<'_>) -> bool {
    let tells_children = job.slots.iter().any(|slot| matches!(slot.role, Role::Child));
    !tells_children && job.slots.len() <= MOST_COLUMNS
}

fn asks_for_months_alone(task: &Task<'_>) -> bool {
    task.elapsed.is_none() && task.again.is_none() && !task.is_open()
}

impl Column {
    /// The number of what a cell means that was not met before.
    #[cold]
    fn learn(&mut self, counter: &mut Counter<'_>, slot: usize, cell: &[u8], by_month: bool) -> Option<u16> {
        let job: &Job<'_> = counter.job;
        let meaning =
            job.slots.get(slot).map_or(Meaning::Nothing, |of: &Slot| counter.meaning(slot, of, cell));
        let meaning = match meaning {
            Meaning::Day(_, month) if by_month => Meaning::Day(DayNumber::default(), month),
            other => other,
        };
        let number = match self.numbers.get(&meaning) {
            Some(number) => *number,
            None => u16::try_from(self.numbers.len()).ok()?,
        };
        self.numbers.insert(meaning, number);
        self.memo.keep(cell, number);
        Some(number)
    }
}

impl Visit for Alike<'_> {
    fn row(&mut self, line: u64, cells: &[&[u8]]) {
        if !self.has_sorts || is_blank(cells) {
            return self.counter.row(line, cells);
        }
        let Some(sort) = self.sort_of(cells) else { return self.counter.row(line, cells) };
        match self.sorts.get_mut(&sort) {
            Some(Some(sort)) => sort.more = sort.more.saturating_add(1),
            _ => self.one(sort, line, cells),
        }
    }

    fn ragged(&mut self, line: u64, width: usize) {
        self.counter.ragged(line, width);
    }

    fn unclosed(&mut self, line: u64) {
        self.counter.unclosed(line);
    }
}
