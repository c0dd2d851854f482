//! The visitor before the counter: rows whose cells mean the same are counted together. However long a list is, its
//! rows are of few sorts, by month and category.

use std::collections::BTreeMap;

use super::counter::{Counter, Meaning};
use super::job::{Job, Role, Slot, Task};
use super::memo::Memo;
use super::scan::Visit;
use crate::model::DayNumber;

/// How many steps of the tree there may be; rows beyond it are counted one by one.
const MOST: usize = 1 << 18;

/// Counts by sorts of rows.
pub(super) struct Alike<'j> {
    counter: Counter<'j>,
    columns: Vec<Column>,
    /// A tree: the root first, and beneath each step, for what the next cell of a row means, the step to which that
    /// leads; nought where no row has led yet. A row's last step is its sort.
    steps: Vec<Step>,
    /// Whether there are sorts at all: rows of children who are told apart are each their own.
    has_sorts: bool,
    /// Whether it makes no difference on which day of a month a row is dated.
    by_month: bool,
}

/// The numbers of what the cells of a column mean.
struct Column {
    memo: Memo<usize>,
    numbers: BTreeMap<Meaning, usize>,
}

/// A step of the tree.
#[derive(Default)]
struct Step {
    next: Vec<usize>,
    /// How many more rows of this sort there are than were counted.
    more: u64,
    rows: Rows,
}

/// What is known of the rows of a sort.
#[derive(Default)]
enum Rows {
    /// There was none yet.
    #[default]
    New,
    /// They count alike: what one of them says.
    Like(Vec<Box<[u8]>>),
    /// They have faults, and are counted one by one.
    Apart,
}

impl<'j> Alike<'j> {
    /// Nothing counted yet.
    pub(super) fn new(counter: Counter<'j>) -> Self {
        let job = counter.job;
        let columns = job.slots.iter().map(|_| Column { memo: Memo::new(), numbers: BTreeMap::new() });
        Self {
            columns: columns.collect(),
            steps: vec![Step::default()],
            has_sorts: !job.slots.iter().any(|slot| matches!(slot.role, Role::Child)),
            by_month: job.tasks.iter().all(asks_for_months_alone),
            counter,
        }
    }

    /// What was counted.
    pub(super) fn into_counter(mut self) -> Counter<'j> {
        for step in self.steps {
            if let (Rows::Like(cells), 1..) = (step.rows, step.more) {
                let cells: Vec<&[u8]> = cells.iter().map(AsRef::as_ref).collect();
                self.counter.alike(&cells, step.more);
            }
        }
        self.counter
    }

    /// The last step of a row; none where there are too many.
    #[inline]
    fn sort_of(&mut self, cells: &[&[u8]]) -> Option<usize> {
        let mut step = 0;
        for (number, (column, cell)) in self.columns.iter_mut().zip(cells).enumerate() {
            let meaning = match column.memo.known(cell) {
                Some(meaning) => meaning,
                None => column.learn(&mut self.counter, number, cell, self.by_month),
            };
            step = match self.steps.get(step).and_then(|step| step.next.get(meaning)) {
                Some(next) if *next > 0 => *next,
                _ => lead(&mut self.steps, step, meaning)?,
            };
        }
        Some(step)
    }

    /// A row of a sort that is new, or whose rows are counted one by one.
    fn one(&mut self, sort: usize, line: u64, cells: &[&[u8]]) {
        let faults = self.counter.faults.count();
        self.counter.row(line, cells);
        let Some(step) = self.steps.get_mut(sort) else { return };
        if matches!(step.rows, Rows::New) {
            step.rows = if self.counter.faults.count() > faults {
                Rows::Apart
            } else {
                Rows::Like(cells.iter().map(|cell| (*cell).into()).collect())
            };
        }
    }
}

/// Leads from a step to a new one; none where there are too many.
#[cold]
fn lead(steps: &mut Vec<Step>, from: usize, meaning: usize) -> Option<usize> {
    let new = steps.len();
    if new >= MOST {
        return None;
    }
    let next = &mut steps.get_mut(from)?.next;
    if next.len() <= meaning {
        next.resize(meaning.saturating_add(1), 0);
    }
    *next.get_mut(meaning)? = new;
    steps.push(Step::default());
    Some(new)
}

fn asks_for_months_alone(task: &Task<'_>) -> bool {
    task.elapsed.is_none() && task.again.is_none() && !task.is_open()
}

impl Column {
    /// The number of what a cell means that was not met before.
    #[cold]
    fn learn(&mut self, counter: &mut Counter<'_>, slot: usize, cell: &[u8], by_month: bool) -> usize {
        let job: &Job<'_> = counter.job;
        let meaning =
            job.slots.get(slot).map_or(Meaning::Nothing, |of: &Slot| counter.meaning(slot, of, cell));
        let meaning = match meaning {
            Meaning::Day(_, month) if by_month => Meaning::Day(DayNumber::default(), month),
            other => other,
        };
        let next = self.numbers.len();
        let number = *self.numbers.entry(meaning).or_insert(next);
        self.memo.keep(cell, number);
        number
    }
}

impl Visit for Alike<'_> {
    fn row(&mut self, line: u64, cells: &[&[u8]]) {
        if !self.has_sorts {
            return self.counter.row(line, cells);
        }
        let Some(sort) = self.sort_of(cells) else { return self.counter.row(line, cells) };
        match self.steps.get_mut(sort) {
            Some(Step { rows: Rows::Like(_), more, .. }) => *more = more.saturating_add(1),
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
