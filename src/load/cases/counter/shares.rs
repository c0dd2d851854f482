//! Shares of a file counted apart → one count: categories and children go by other numbers in each.

use std::collections::BTreeMap;

use super::Counter;
use crate::load::cases::tally::Key;

impl Counter<'_> {
    /// Takes in what a later share of the file counted.
    pub(in crate::load::cases) fn append(&mut self, later: Self) {
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
        for ((nothing, something), (more, others)) in self.silent.iter_mut().zip(later.silent) {
            *nothing = nothing.saturating_add(more);
            *something = something.saturating_add(others);
        }
        self.headings = self.headings.saturating_add(later.headings);
        self.as_windows_1252 |= later.as_windows_1252;
        self.outside = self.outside.saturating_add(later.outside);
        self.faults.append(later.faults);
    }

    pub(super) fn number_of(&mut self, slot: usize, name: &str) -> u32 {
        let Some(names) = self.categories.get_mut(slot) else { return 0 };
        let known = names.iter().position(|known| known == name);
        let number = known.unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len().saturating_sub(1)
        });
        u32::try_from(number).unwrap_or(0)
    }

    /// How many identifiers are those of others but for capitals.
    pub(in crate::load::cases) fn told_apart_by_capitals(&self) -> usize {
        let has_small = |id: &[u8]| id.iter().any(u8::is_ascii_lowercase);
        let mut small = BTreeMap::new();
        for id in self.children.keys().filter(|id| has_small(id)) {
            let count: &mut usize = small.entry(id.to_ascii_uppercase()).or_default();
            *count = count.saturating_add(1);
        }
        let among_them: usize = small.values().map(|count| count.saturating_sub(1)).sum();
        let beside = small.keys().filter(|id| self.children.contains_key(id.as_slice())).count();
        among_them.saturating_add(beside)
    }

    pub(super) fn child_number(&mut self, id: &[u8]) -> u32 {
        if let Some(known) = self.children.get(id) {
            return *known;
        }
        let number = u32::try_from(self.children.len()).unwrap_or(u32::MAX);
        self.children.insert(id.into(), number);
        number
    }
}
