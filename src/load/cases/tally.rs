//! What was counted for one task: rows by month and categories, and children where they count once.

use std::collections::BTreeMap;

use crate::lookup::Lookup;
use crate::model::{DayNumber, Month};

/// A month and the categories of one breakdown, packed so that counting is quick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key(u64);

/// The most categories that a column may have.
pub(super) const MOST_CATEGORIES: usize = 1_000;

impl Key {
    /// A month of the breakdown of that number, with up to three categories.
    pub(super) fn of(month: Month, breakdown: usize, categories: &[u32]) -> Self {
        categories.iter().fold(Self::without_category(month, breakdown), |key, category| key.with(*category))
    }

    /// A month of the breakdown of that number.
    pub(super) fn without_category(month: Month, breakdown: usize) -> Self {
        let origin = Month::new(1900, 1).map_or(0, |origin| month.since(origin));
        let month = u64::try_from(origin).unwrap_or(0) & 0xFFF;
        let breakdown = u64::try_from(breakdown).unwrap_or(0) & 0xF;
        Self((month << 4) | breakdown)
    }

    /// The same with a further category, below 65,535.
    pub(super) fn with(self, category: u32) -> Self {
        Self(((self.0 & !0xFFFF | u64::from(category)) << 16) | self.0 & 0xFFFF)
    }

    /// The month.
    pub(super) fn month(self) -> Option<Month> {
        let months = i32::try_from((self.0 >> 4) & 0xFFF).ok()?;
        Some(Month::new(1900, 1)?.plus(months))
    }

    /// The number of the breakdown.
    pub(super) fn breakdown(self) -> usize {
        usize::try_from(self.0 & 0xF).unwrap_or(0)
    }

    /// The categories, of which there are `count`.
    pub(super) fn categories(self, count: usize) -> Vec<u32> {
        let packed = self.0 >> 16;
        let at = |place: usize| u32::try_from((packed >> (16 * place)) & 0xFFFF).unwrap_or(0);
        (0..count).rev().map(at).collect()
    }
}

/// What was counted for one task.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Rows.
    pub(super) counts: Lookup<Key, u64>,
    /// Children, each once for a key.
    pub(super) children: Lookup<(Key, u32), ()>,
    /// The days of each child, with the breakdowns of the row, where rows count only if they come again.
    pub(super) days: BTreeMap<u32, Vec<(DayNumber, Vec<Key>)>>,
}

impl Tally {
    /// Counts so many rows.
    pub(super) fn rows(&mut self, key: Key, times: u64) {
        let count = self.counts.entry(key).or_default();
        *count = count.saturating_add(times);
    }

    /// Counts a child, once for each key.
    pub(super) fn child(&mut self, key: Key, child: u32) {
        self.children.insert((key, child), ());
    }

    /// Takes in what a later share of the file counted, whose categories and children go by other numbers.
    pub(super) fn append(&mut self, later: Self, key: impl Fn(Key) -> Key, child: impl Fn(u32) -> u32) {
        for (of, count) in later.counts {
            self.rows(key(of), count);
        }
        for ((of, who), ()) in later.children {
            self.child(key(of), child(who));
        }
        for (who, days) in later.days {
            let days = days.into_iter().map(|(day, keys)| (day, keys.into_iter().map(&key).collect()));
            self.days.entry(child(who)).or_default().extend(days);
        }
    }

    /// Rows by key, in order.
    pub(super) fn sorted_rows(&self) -> BTreeMap<Key, u64> {
        self.counts.iter().map(|(key, count)| (*key, *count)).collect()
    }

    /// Children by key, in order.
    pub(super) fn sorted_children(&self) -> BTreeMap<Key, u64> {
        let mut counted = BTreeMap::new();
        for (key, _) in self.children.keys() {
            let count: &mut u64 = counted.entry(*key).or_default();
            *count = count.saturating_add(1);
        }
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::model::Month;

    #[test]
    fn a_key_gives_back_what_it_was_made_of() {
        for (year, breakdown, categories) in
            [(1900, 0, vec![]), (2024, 3, vec![7]), (2199, 15, vec![999, 0, 65_535])]
        {
            let month = Month::new(year, 12).unwrap();
            let key = Key::of(month, breakdown, &categories);
            assert_eq!((key.month(), key.breakdown()), (Some(month), breakdown));
            assert_eq!(key.categories(categories.len()), categories);
        }
    }
}
