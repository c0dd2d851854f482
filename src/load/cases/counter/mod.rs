//! The visitor that counts: each row's cells → what they mean → the tallies that the row belongs to.

mod meaning;
mod shares;

use std::collections::BTreeSet;

use super::cell::text;
use super::faults::{Faults, Kind};
use super::job::{At, Elapsed, Job, Role, Task};
use super::memo::Memo;
use super::repeats::Repeats;
use super::scan::Visit;
use super::tally::{Key, Tally};
use super::working_days::WorkingDays;
use crate::load::data::is_total;
use crate::lookup::Lookup;
use crate::model::{DayNumber, Month, fold};

/// What a cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// Nothing: it is empty.
    Nothing,
    /// A day, with its month.
    Day(DayNumber, Month),
    /// For which tasks the row counts, a bit for each, and how surely.
    Counts(u64, Said),
    /// A category, by its number.
    Category(u32),
    /// A category that is not among its column's codes.
    Unlisted(u32),
    /// A child, by its number.
    Child(u32),
    /// Its column's own heading: the row is that of the headings once more.
    Heading,
    /// A fault.
    Bad(Kind),
}

/// How surely a cell says for which tasks its row counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// It says so.
    Clearly,
    /// It is empty.
    Nothing,
    /// It says something else than was asked.
    Unclearly,
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
    /// By slot, how many rows of the months that are counted say nothing of whether they count, and how many say it.
    pub(super) silent: Vec<(u64, u64)>,
    /// How many are dated outside the months that are counted.
    pub(super) outside: u64,
    /// How many are the row of headings once more.
    pub(super) headings: u64,
    /// The lines of rows of totals.
    pub(super) totals: Vec<u32>,
    /// The line of the last row that has as many cells as there are headings; of rows counted together, none.
    pub(super) last: u64,
    /// Whether a cell was not UTF-8.
    pub(super) as_windows_1252: bool,
    /// What is wrong with them.
    pub(super) faults: Faults,
    repeats: Option<Repeats>,
    /// For how many rows the one that is being counted stands.
    times: u64,
    /// The faults that were told of it, however many counts meet them.
    told: Vec<(Kind, Option<usize>)>,
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
            silent: vec![(0, 0); slots],
            outside: 0,
            headings: 0,
            totals: Vec::new(),
            last: 0,
            as_windows_1252: false,
            faults: Faults::default(),
            repeats: looks_for_repeats.then(Repeats::default),
            times: 1,
            told: Vec::new(),
        }
    }

    /// Counts rows that are alike and without faults, by what one of them says.
    pub(super) fn alike(&mut self, cells: &[&[u8]], times: u64) {
        self.times = times;
        self.row(0, cells);
        self.times = 1;
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
        let Some((start, _)) = self.day_at(elapsed.from()) else {
            // Without it nobody was in time; but that it did not last so long is not known.
            if matches!((elapsed, self.at(elapsed.from())), (Elapsed::Days(..), Meaning::Nothing)) {
                self.fault(Kind::WithoutStart, line, elapsed.from());
            }
            return false;
        };
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
        let Self { now, tallies, .. } = self;
        let Some(tally) = tallies.get_mut(number) else { return };
        let keys = (0..task.breakdowns()).filter_map(|breakdown| key(now, task, breakdown, month));
        match child {
            Some(Meaning::Child(child)) if task.again.is_some() => {
                tally.days.entry(child).or_default().push((day, keys.collect()));
                return;
            }
            Some(Meaning::Child(child)) if once => {
                keys.clone().for_each(|key| tally.child(key, child));
            }
            Some(_) if once || task.again.is_some() => {
                if let Some(slot) = self.job.child {
                    self.fault(Kind::WithoutChild, line, slot);
                }
                return;
            }
            _ => {}
        }
        keys.for_each(|key| tally.rows(key, self.times));
    }

    fn fault(&mut self, kind: Kind, line: u64, slot: usize) {
        let column = self.job.slots.get(slot).map(|slot| slot.column);
        if !self.told.contains(&(kind, column)) {
            self.told.push((kind, column));
            self.faults.add(kind, line, column, String::new);
        }
    }

    /// Whether the row is one of totals: without a date, a word for a total and behind it numbers alone. Of large lists not
    /// every cell is seen, so there nothing is passed over.
    fn is_of_totals(&self, cells: &[&[u8]]) -> bool {
        if self.repeats.is_none() || self.job.main.is_some_and(|main| self.day_at(main).is_some()) {
            return false;
        }
        let mut words = cells.iter().enumerate().filter(|(_, cell)| !is_number(cell));
        let (Some((at, word)), None) = (words.next(), words.next()) else { return false };
        let column = self.column_of(at);
        let is_before =
            |(other, cell): (usize, &&[u8])| cell.trim_ascii().is_empty() || self.column_of(other) >= column;
        says_total(&text(word)) && cells.iter().enumerate().all(is_before)
    }

    /// The column of a cell of a row: those of the slots come first, then the others in their order.
    fn column_of(&self, at: usize) -> usize {
        let slots = &self.job.slots;
        let is_free = |column: &usize| !slots.iter().any(|slot| slot.column == *column);
        match slots.get(at) {
            Some(slot) => slot.column,
            None => (0..).filter(is_free).nth(at.saturating_sub(slots.len())).unwrap_or(at),
        }
    }

    /// Whether what the row tells has begun: where it has no end yet, nothing is missing.
    fn is_under_way(&self) -> bool {
        self.job.begun.iter().any(|slot| self.day_at(*slot).is_some())
    }

    /// Whether it matters what the cell says: the row has the date of a count that asks, in the months that are counted.
    fn is_asked(&self, slot: usize) -> bool {
        let job = self.job;
        let Some(Role::Tests(tests)) = job.slots.get(slot).map(|slot| &slot.role) else { return false };
        let mut tasks = tests.iter().filter_map(|(task, _)| job.tasks.get(*task));
        tasks.any(|task| match task.when {
            At::On(day) => self.day_at(day).is_some_and(|(_, month)| job.window.contains(month)),
            At::Open(from, _) => self.day_at(from).is_some(),
            At::Standing => true,
        })
    }

    /// Notes whether a cell says anything of whether its row counts.
    fn hear(&mut self, slot: usize, said: Said) {
        let Some((nothing, something)) = self.silent.get_mut(slot) else { return };
        let of = if said == Said::Nothing { nothing } else { something };
        *of = of.saturating_add(self.times);
    }

    /// Notes what is wrong with a row's cells, and whether its date is there and within the months counted.
    fn note(&mut self, line: u64) {
        for slot in 0..self.now.len() {
            match self.at(slot) {
                Meaning::Bad(kind) => self.fault(kind, line, slot),
                Meaning::Unlisted(_) => self.fault(Kind::Unlisted, line, slot),
                Meaning::Counts(_, Said::Unclearly) if self.is_asked(slot) => {
                    self.fault(Kind::Unclear, line, slot);
                }
                Meaning::Counts(_, said) if self.is_asked(slot) => self.hear(slot, said),
                _ => {}
            }
        }
        let Some(main) = self.job.main else { return };
        match self.at(main) {
            Meaning::Day(_, month) if !self.job.window.contains(month) => {
                self.outside = self.outside.saturating_add(self.times);
            }
            Meaning::Nothing if !self.is_under_way() => self.fault(Kind::WithoutDate, line, main),
            _ => {}
        }
    }
}

/// The key of a breakdown for a row whose cells mean this; none where one of them is no category.
fn key(now: &[Meaning], task: &Task<'_>, breakdown: usize, month: Month) -> Option<Key> {
    task.slots_of(breakdown).iter().try_fold(Key::without_category(month, breakdown), |key, slot| {
        match now.get(*slot)? {
            Meaning::Category(category) | Meaning::Unlisted(category) => Some(key.with(*category)),
            _ => None,
        }
    })
}

/// Whether a cell holds a number, or nothing.
fn is_number(cell: &[u8]) -> bool {
    cell.trim_ascii().iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'%' | b'-'))
}

/// Whether a text calls what stands beside it a total: `Total`, `Grand total`, `Total referrals`.
pub(super) fn says_total(said: &str) -> bool {
    is_total(said) || matches!(fold(said).split(' ').next(), Some("total" | "totals"))
}

impl Visit for Counter<'_> {
    fn row(&mut self, line: u64, cells: &[&[u8]]) {
        self.rows = self.rows.saturating_add(self.times);
        self.told.clear();
        self.last = self.last.max(line);
        if self.repeats.as_mut().is_some_and(|repeats| repeats.is_another(cells)) {
            self.faults.add(Kind::Repeated, line, None, String::new);
        }
        let job = self.job;
        let mut counts = u64::MAX;
        for (number, (slot, cell)) in job.slots.iter().zip(cells).enumerate() {
            let meaning = self.meaning(number, slot, cell);
            if let Meaning::Counts(mask, _) = meaning {
                counts &= mask;
            }
            if let Some(now) = self.now.get_mut(number) {
                *now = meaning;
            }
        }
        if self.now.contains(&Meaning::Heading) {
            self.rows = self.rows.saturating_sub(self.times);
            self.headings = self.headings.saturating_add(self.times);
            return;
        }
        if self.is_of_totals(cells) {
            self.rows = self.rows.saturating_sub(self.times);
            self.totals.extend(u32::try_from(line));
            return;
        }
        self.note(line);
        for (number, task) in job.tasks.iter().enumerate() {
            if counts >> (number & 63) & 1 == 1 {
                self.count(number, task, line);
            }
        }
    }

    fn ragged(&mut self, line: u64, width: usize) {
        // Beneath the rows it may be a note or a total, which its first cell tells.
        self.faults.add(Kind::Ragged, line, Some(0), || width.to_string());
    }

    fn unclosed(&mut self, line: u64) {
        self.faults.add(Kind::Unclosed, line, None, String::new);
    }
}
