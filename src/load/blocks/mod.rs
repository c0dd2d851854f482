//! Blocks of the narrative → measures and observations, so that what the report lists can be told in figures:
//! `actions["status=red"]`, `budget.total`, `attendance["agency=Police"].percent_of_total`.

mod table;

use std::collections::BTreeMap;

use super::Files;
use super::data::can_be_selected;
use super::narrative::schema::{Shape, listed_blocks};
use crate::model::{
    Area, Cell, Content, Lines, Measure, MeasureId, Narrative, Observation, ObservationKey, Observations,
    Period, Quantity, Ratio, Reason, Record, Release, Selection, Value,
};

pub(super) use table::Tally;
use table::{TALLIES, Taken};

/// Those numbers whose block the narrative has entries of.
pub(super) fn tallies(content: &Record) -> impl Iterator<Item = &'static Tally> {
    TALLIES.iter().filter(|tally| content.records(tally.block).next().is_some())
}

/// Counts the entries of each block, adds up their amounts, and puts the measures and what they come to beside
/// those of the data, for the months that the report covers. A measure that the catalogue has (`audits`) is
/// counted only where no data file gives or will give it, so that nothing is counted twice.
pub fn count(files: &Files<'_>, narrative: &mut Narrative, observations: &mut Observations) {
    let settings = &narrative.settings;
    let period = settings.calendar.simplest(settings.span);
    let mut measures: Vec<Measure> = unread(narrative).collect();
    let (mut come_to, mut lines) = (Vec::new(), BTreeMap::new());
    for tally in tallies(&narrative.content) {
        let Some(own) = tally.measure() else { continue };
        if tally.is_of_the_catalogue() && is_given(&own.id, narrative, observations) {
            continue;
        }
        let known = narrative.measures.iter().find(|known| known.id == own.id).cloned();
        let unit = own.unit;
        let measure = known.map_or(own, |known| Measure { unit, complete: Vec::new(), ..known });
        let entries = narrative.content.records(tally.block).map(|record| {
            let file = record.place.file;
            let lines = files.get(file).map(|read| &*lines.entry(file).or_insert_with(|| Lines::of(read)));
            Entry::of(record, lines)
        });
        let entries: Vec<Entry<'_>> = entries.collect();
        let counted = Counted { tally, period, entries: &entries };
        measures.push(counted.observe(measure, &mut come_to));
    }
    observations.extend(come_to);
    for measure in measures {
        narrative.measures.retain(|known| known.id != measure.id);
        narrative.measures.push(measure);
    }
    narrative.measures.sort_by(|one, other| one.id.cmp(&other.id));
}

/// The measures of blocks whose file could not be read: of them nothing is held, but they are not unknown.
fn unread(narrative: &Narrative) -> impl Iterator<Item = Measure> {
    let tallies = TALLIES.iter().filter(|tally| narrative.unread.contains(&tally.block));
    tallies.filter_map(Tally::measure).filter(|own| narrative.measures.iter().all(|known| known.id != own.id))
}

/// Whether a data file gives the measure, or is still to give it.
fn is_given(id: &MeasureId, narrative: &Narrative, observations: &Observations) -> bool {
    observations.keys().any(|key| key.measure == *id && key.area == Area::Own)
        || narrative.data.iter().any(|file| file.measures.contains(id))
}

/// An entry of a block, and where it begins.
struct Entry<'c> {
    record: &'c Record,
    cell: Cell,
}

impl<'c> Entry<'c> {
    fn of(record: &'c Record, lines: Option<&Lines<'_>>) -> Self {
        let (line, column) = lines.map_or((1, 1), |lines| lines.line_and_column(record.place.start));
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let cell = Cell { place: record.place, line: number(line), column: number(column), counted: None };
        Self { record, cell }
    }

    /// The category of a dimension, where the entry gives one that figures can name.
    fn category(&self, dimension: &str) -> Option<&'c str> {
        let category = match self.record.get(dimension)? {
            Content::Choice(word) => word,
            Content::Plain(text) => text.as_str().trim(),
            _ => return None,
        };
        (!category.is_empty() && can_be_selected(category)).then_some(category)
    }

    /// The cell that gives what the entry adds, where it stands in a table; else where the entry begins.
    fn cell(&self, taken: Taken) -> Cell {
        let own = match taken {
            Taken::Count => None,
            Taken::Sum(key) | Taken::Pounds(key) => self.record.cells.get(key),
        };
        own.copied().unwrap_or(self.cell)
    }

    /// What the entry adds.
    fn amount(&self, taken: Taken) -> Option<Ratio> {
        match taken {
            Taken::Count => Some(Ratio::ONE),
            Taken::Sum(key) | Taken::Pounds(key) => match self.record.get(key)? {
                Content::Whole(number) => Some(Ratio::whole(*number)),
                _ => None,
            },
        }
    }
}

/// A block while its entries are counted.
struct Counted<'a, 'c> {
    tally: &'static Tally,
    period: Period,
    entries: &'a [Entry<'c>],
}

impl<'c> Counted<'_, 'c> {
    /// Observes the whole and each category, and gives the measure with its complete dimensions.
    fn observe(&self, mut measure: Measure, come_to: &mut Vec<(ObservationKey, Observation)>) -> Measure {
        let all: Vec<&Entry<'c>> = self.entries.iter().collect();
        come_to.extend(self.observation(&measure.id, Selection::whole(), &all));
        for dimension in self.tally.dimensions {
            let parts = self.parts(dimension);
            let told: usize = parts.values().map(Vec::len).sum();
            if told == 0 {
                continue;
            }
            if told == all.len() {
                measure.complete.push((*dimension).to_owned());
            }
            for (category, entries) in parts {
                let selection = Selection::whole().with(*dimension, category);
                come_to.extend(self.observation(&measure.id, selection, &entries));
            }
        }
        measure
    }

    /// The entries by category. A word that the schema allows and no entry has is a category with none.
    fn parts(&self, dimension: &str) -> BTreeMap<&'c str, Vec<&Entry<'c>>> {
        let mut parts: BTreeMap<&str, Vec<&Entry<'c>>> =
            self.words(dimension).iter().map(|word| (*word, Vec::new())).collect();
        for entry in self.entries {
            if let Some(category) = entry.category(dimension) {
                parts.entry(category).or_default().push(entry);
            }
        }
        parts
    }

    fn words(&self, dimension: &str) -> &'static [&'static str] {
        let keys = listed_blocks().find(|(block, _)| *block == self.tally.block).map(|(_, keys)| keys);
        let mut keys = keys.into_iter().flatten().copied().flatten();
        match keys.find(|key| key.name == dimension).map(|key| key.shape) {
            Some(Shape::Choice(words)) => words,
            _ => &[],
        }
    }

    /// Observes what `entries` come to; of none, the sources are all entries that were looked through.
    fn observation(
        &self,
        measure: &MeasureId,
        selection: Selection,
        entries: &[&Entry<'c>],
    ) -> Option<(ObservationKey, Observation)> {
        let looked_through: Vec<Cell> = if entries.is_empty() {
            self.entries.iter().map(|entry| entry.cell(self.tally.taken)).collect()
        } else {
            entries.iter().map(|entry| entry.cell(self.tally.taken)).collect()
        };
        let (cell, others) = looked_through.split_first()?;
        let key = ObservationKey {
            measure: measure.clone(),
            area: Area::Own,
            selection,
            release: Release::Current,
            period: self.period,
        };
        let value = self.come_to(entries);
        Some((key, Observation { value, cell: *cell, others: others.to_vec() }))
    }

    fn come_to(&self, entries: &[&Entry<'c>]) -> Value {
        let amounts = entries.iter().filter_map(|entry| entry.amount(self.tally.taken));
        let sum = amounts.into_iter().try_fold(Ratio::ZERO, Ratio::plus);
        sum.map(Quantity::exact).ok_or(Reason::TooLarge)
    }
}

#[cfg(test)]
mod tests;
