//! The visitor that counts: each row's cells → what they mean → the tallies that the row belongs to.

use std::collections::BTreeSet;

use super::cell::{category, day, test, text};
use super::faults::{Faults, Kind};
use super::job::{At, Elapsed, Job, Role, Slot, Task};
use super::lookup::Lookup;
use super::memo::Memo;
use super::repeats::Repeats;
use super::scan::Visit;
use super::tally::{Key, MOST_CATEGORIES, Tally};
use super::working_days::WorkingDays;
use crate::load::data::can_be_selected;
use crate::model::{DayNumber, Month, Test, means_all};

/// What a cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// Nothing: it is empty.
    Nothing,
    /// A day, with its month.
    Day(DayNumber, Month),
    /// For which tasks the row counts, a bit for each.
    Counts(u64),
    /// A category, by its number.
    Category(u32),
    /// A category that is not among its column's codes.
    Unlisted(u32),
    /// A child, by its number.
    Child(u32),
    /// A fault.
    Bad(Kind),
}

/// What was counted in a share of a file.
pub(super) struct Counter<'j> {
    pub(super) job: &'j Job<'j>,
    working_days: &'j WorkingDays,
    memos: Vec<Memo<Meaning>>,
    now: Vec<Meaning>,
    /// The names of categories, by slot and number.
    pub(super) categories: Vec<Vec<String>>,
    children: Lookup<Box<[u8]>, u32>,
    /// What was counted, by task.
    pub(super) tallies: Vec<Tally>,
    /// The days met, by slot.
    pub(super) days: Vec<BTreeSet<DayNumber>>,
    /// How many rows there are.
    pub(super) rows: u64,
    /// How many are dated outside the months that are counted.
    pub(super) outside: u64,
    /// What is wrong with them.
    pub(super) faults: Faults,
    repeats: Option<Repeats>,
    /// For how many rows the one that is being counted stands.
    times: u64,
}

impl<'j> Counter<'j> {
    /// Nothing counted yet.
    pub(super) fn new(job: &'j Job<'j>, working_days: &'j WorkingDays, looks_for_repeats: bool) -> Self {
        let slots = job.slots.len();
        Self {
            job,
            working_days,
            memos: (0..slots).map(|_| Memo::new()).collect(),
            now: vec![Meaning::Nothing; slots],
            categories: vec![Vec::new(); slots],
            children: Lookup::default(),
            tallies: job.tasks.iter().map(|_| Tally::default()).collect(),
            days: vec![BTreeSet::new(); slots],
            rows: 0,
            outside: 0,
            faults: Faults::default(),
            repeats: looks_for_repeats.then(Repeats::default),
            times: 1,
        }
    }

    /// Takes in what a later share of the file counted.
    pub(super) fn append(&mut self, later: Self) {
        let categories: Vec<Vec<u32>> = later
            .categories
            .iter()
            .enumerate()
            .map(|(slot, names)| names.iter().map(|name| self.number_of(slot, name)).collect())
            .collect();
        let mut children = vec![0; later.children.len()];
        for (id, number) in later.children {
            let here = self.child_number(&id);
            if let Some(entry) = usize::try_from(number).ok().and_then(|index| children.get_mut(index)) {
                *entry = here;
            }
        }
        let here = |number: u32, table: &[u32]| {
            usize::try_from(number).ok().and_then(|index| table.get(index)).copied().unwrap_or(number)
        };
        for ((task, mine), theirs) in self.job.tasks.iter().zip(&mut self.tallies).zip(later.tallies) {
            let key = |key: Key| {
                let slots = task.slots_of(key.breakdown());
                let numbers = key.categories(slots.len());
                let moved = slots
                    .iter()
                    .zip(numbers)
                    .map(|(slot, number)| here(number, categories.get(*slot).map_or(&[][..], Vec::as_slice)));
                let moved: Vec<u32> = moved.collect();
                key.month().map_or(key, |month| Key::of(month, key.breakdown(), &moved))
            };
            mine.append(theirs, key, |child| here(child, &children));
        }
        for (mine, theirs) in self.days.iter_mut().zip(later.days) {
            mine.extend(theirs);
        }
        self.rows = self.rows.saturating_add(later.rows);
        self.outside = self.outside.saturating_add(later.outside);
        self.faults.append(later.faults);
    }

    /// Counts rows that are alike and without faults, by what one of them says.
    pub(super) fn alike(&mut self, cells: &[&[u8]], times: u64) {
        self.times = times;
        self.row(0, cells);
        self.times = 1;
    }

    fn number_of(&mut self, slot: usize, name: &str) -> u32 {
        let Some(names) = self.categories.get_mut(slot) else { return 0 };
        let known = names.iter().position(|known| known == name);
        let number = known.unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len().saturating_sub(1)
        });
        u32::try_from(number).unwrap_or(0)
    }

    fn child_number(&mut self, id: &[u8]) -> u32 {
        if let Some(known) = self.children.get(id) {
            return *known;
        }
        let number = u32::try_from(self.children.len()).unwrap_or(u32::MAX);
        self.children.insert(id.into(), number);
        number
    }

    /// What the cell of a slot means.
    pub(super) fn meaning(&mut self, number: usize, slot: &Slot, cell: &[u8]) -> Meaning {
        if matches!(slot.role, Role::Child) {
            let id = cell.trim_ascii();
            return if id.is_empty() { Meaning::Nothing } else { Meaning::Child(self.child_number(id)) };
        }
        if let Some(known) = self.memos.get(number).and_then(|memo| memo.known(cell)) {
            return known;
        }
        let meaning = self.work_out(number, slot, cell);
        if let Some(memo) = self.memos.get_mut(number) {
            memo.keep(cell, meaning);
        }
        meaning
    }

    fn work_out(&mut self, number: usize, slot: &Slot, cell: &[u8]) -> Meaning {
        let written = text(cell);
        let lower = written.to_lowercase();
        let renamed = slot.values.iter().find(|(from, _)| *from == lower).map(|(_, to)| to.as_str());
        let said = renamed.unwrap_or(&written);
        match &slot.role {
            Role::Day => self.day(number, said),
            Role::Tests(tests) => Meaning::Counts(mask(tests, said)),
            Role::Category { codes, bands, dimension } => {
                let read = category::read(said, codes, bands);
                if means_all(dimension, &read.name) {
                    return Meaning::Bad(Kind::TotalAsCategory);
                }
                if !can_be_selected(&read.name) {
                    return Meaning::Bad(Kind::UnusableCategory);
                }
                if self.categories.get(number).map_or(0, Vec::len) >= MOST_CATEGORIES {
                    return Meaning::Bad(Kind::TooManyCategories);
                }
                let category = self.number_of(number, &read.name);
                if read.unlisted { Meaning::Unlisted(category) } else { Meaning::Category(category) }
            }
            Role::Child => Meaning::Nothing,
        }
    }

    fn day(&mut self, number: usize, said: &str) -> Meaning {
        let date = match day::read(said) {
            day::DayRead::Empty => return Meaning::Nothing,
            day::DayRead::MonthFirst => return Meaning::Bad(Kind::MonthFirst),
            day::DayRead::Unreadable => return Meaning::Bad(Kind::UnreadableDate),
            day::DayRead::Day(date) => date,
        };
        let month = Month::of(date).filter(|month| month.year() >= EARLIEST && date <= self.job.latest);
        let Some(month) = month else { return Meaning::Bad(Kind::Impossible) };
        let day = DayNumber::of(date);
        if let Some(days) = self.days.get_mut(number) {
            days.insert(day);
        }
        Meaning::Day(day, month)
    }

    fn at(&self, slot: usize) -> Meaning {
        self.now.get(slot).copied().unwrap_or(Meaning::Nothing)
    }

    fn day_at(&self, slot: usize) -> Option<(DayNumber, Month)> {
        match self.at(slot) {
            Meaning::Day(day, month) => Some((day, month)),
            _ => None,
        }
    }

    /// Counts the row for a task.
    fn count(&mut self, number: usize, task: &'j Task<'j>, line: u64) {
        match task.when {
            At::On(slot) => {
                let Some((day, month)) = self.day_at(slot) else { return };
                if self.has_elapsed(task, day, slot, line) {
                    self.tell(number, task, (day, month), line);
                }
            }
            At::Open(from, until) => self.open(number, task, (from, until), line),
            At::Standing => {
                let Some(on) = self.job.on else { return };
                let day = DayNumber::of(on);
                let Some(month) = Month::of(on) else { return };
                if self.has_elapsed(task, day, 0, line) {
                    self.tell(number, task, (day, month), line);
                }
            }
        }
    }

    /// Counts the row on the last day of each month on which it is open.
    fn open(&mut self, number: usize, task: &'j Task<'j>, (from, until): (usize, usize), line: u64) {
        let Some((first, _)) = self.day_at(from) else { return };
        let end = match self.at(until) {
            Meaning::Nothing => None,
            Meaning::Day(day, _) => Some(day),
            _ => return,
        };
        if end.is_some_and(|end| end < first) {
            self.fault(Kind::EndsBeforeStart, line, until);
            return;
        }
        let job = self.job;
        for (month, day) in &job.month_ends {
            if first <= *day && end.is_none_or(|end| end > *day) && self.has_elapsed(task, *day, from, line) {
                self.tell(number, task, (*day, *month), line);
            }
        }
    }

    /// Whether enough time, or no more than enough, lies between a row's date and the day on which it counts.
    fn has_elapsed(&mut self, task: &Task<'_>, day: DayNumber, slot: usize, line: u64) -> bool {
        let Some(elapsed) = task.elapsed else { return true };
        let (Elapsed::WorkingDays(from, _) | Elapsed::Days(from, _)) = elapsed;
        let Some((start, _)) = self.day_at(from) else { return false };
        if day < start {
            self.fault(Kind::EndsBeforeStart, line, slot);
            return false;
        }
        match elapsed {
            Elapsed::Days(_, least) => day.since(start) >= least,
            Elapsed::WorkingDays(_, most) => {
                let days = self.working_days.between(start, day);
                if days.is_none() {
                    self.fault(Kind::BeyondHolidays, line, slot);
                }
                days.is_some_and(|days| days <= most)
            }
        }
    }

    /// Puts the row into the tallies of its breakdowns.
    fn tell(&mut self, number: usize, task: &'j Task<'j>, (day, month): (DayNumber, Month), line: u64) {
        let child = self.job.child.map(|slot| self.at(slot));
        let once = task.distinct || task.is_open();
        let period = if task.distinct { self.job.span_with(month) } else { Some(month) };
        let Some(month) = period else { return };
        let mut keys = Vec::new();
        for breakdown in 0..task.breakdowns() {
            let categories = task.slots_of(breakdown).iter().map(|slot| match self.at(*slot) {
                Meaning::Category(category) | Meaning::Unlisted(category) => Some(category),
                _ => None,
            });
            if let Some(categories) = categories.collect::<Option<Vec<u32>>>() {
                keys.push(Key::of(month, breakdown, &categories));
            }
        }
        let Some(tally) = self.tallies.get_mut(number) else { return };
        match child {
            Some(Meaning::Child(child)) if task.again.is_some() => {
                tally.days.entry(child).or_default().push((day, keys));
                return;
            }
            Some(Meaning::Child(child)) if once => {
                keys.iter().for_each(|key| tally.child(*key, child));
            }
            Some(_) if once || task.again.is_some() => {
                let column = self.job.child.and_then(|slot| self.job.slots.get(slot)).map(|slot| slot.column);
                self.faults.add(Kind::WithoutChild, line, column, String::new);
                return;
            }
            _ => {}
        }
        keys.into_iter().for_each(|key| tally.rows(key, self.times));
    }

    fn fault(&mut self, kind: Kind, line: u64, slot: usize) {
        let column = self.job.slots.get(slot).map(|slot| slot.column);
        self.faults.add(kind, line, column, String::new);
    }

    /// Notes what is wrong with a row's cells, and whether its date is there and within the months counted.
    fn note(&mut self, line: u64) {
        for slot in 0..self.now.len() {
            match self.at(slot) {
                Meaning::Bad(kind) => self.fault(kind, line, slot),
                Meaning::Unlisted(_) => self.fault(Kind::Unlisted, line, slot),
                _ => {}
            }
        }
        let Some(main) = self.job.main else { return };
        match self.at(main) {
            Meaning::Day(_, month) if !self.job.window.contains(month) => {
                self.outside = self.outside.saturating_add(self.times);
            }
            Meaning::Nothing => self.fault(Kind::WithoutDate, line, main),
            _ => {}
        }
    }
}

/// The year before which no date can be right.
const EARLIEST: i16 = 1990;

/// The tasks for which a row counts, a bit for each; those that ask nothing of the column among them.
fn mask(tests: &[(usize, Test)], said: &str) -> u64 {
    let refused = tests.iter().filter(|(_, asked)| !test::passes(said, asked));
    refused.fold(u64::MAX, |mask, (task, _)| mask & !(1_u64 << (task & 63)))
}

/// Whether nothing of a row was filled in.
pub(super) fn is_blank(cells: &[&[u8]]) -> bool {
    cells.iter().all(|cell| cell.trim_ascii().is_empty())
}

impl Visit for Counter<'_> {
    fn row(&mut self, line: u64, cells: &[&[u8]]) {
        if is_blank(cells) {
            return;
        }
        self.rows = self.rows.saturating_add(self.times);
        if self.repeats.as_mut().is_some_and(|repeats| repeats.is_another(cells)) {
            self.faults.add(Kind::Repeated, line, None, String::new);
        }
        let job = self.job;
        let mut counts = u64::MAX;
        for (number, (slot, cell)) in job.slots.iter().zip(cells).enumerate() {
            let meaning = self.meaning(number, slot, cell);
            if let Meaning::Counts(mask) = meaning {
                counts &= mask;
            }
            if let Some(now) = self.now.get_mut(number) {
                *now = meaning;
            }
        }
        self.note(line);
        for (number, task) in job.tasks.iter().enumerate() {
            if counts >> (number & 63) & 1 == 1 {
                self.count(number, task, line);
            }
        }
    }

    fn ragged(&mut self, line: u64, width: usize) {
        self.faults.add(Kind::Ragged, line, None, || width.to_string());
    }

    fn unclosed(&mut self, line: u64) {
        self.faults.add(Kind::Unclosed, line, None, String::new);
    }
}
