//! What was counted → observations: each measure by month and category, with nought where a month that is covered has
//! none.

use std::collections::{BTreeMap, BTreeSet};

use super::counter::Counter;
use super::coverage::first_day;
use super::job::{At, Job, Task};
use super::tally::{Key, Tally};
use super::told::{self, Kept};
use crate::load::data::{Export, Gathered, Of};
use crate::model::{
    Again, Area, Cell, Counted, Counting, DayNumber, Month, Period, Place, Quantity, Ratio, Release,
    Selection, Span, Value,
};

/// Puts what was counted beside what is observed already.
pub(super) fn gather(
    export: &mut Export<'_>,
    gathered: &mut Gathered,
    kept: &mut Kept,
    counter: &mut Counter<'_>,
    job: &Job<'_>,
    covered: Option<Span>,
) {
    for (number, task) in job.tasks.iter().enumerate() {
        let Some(tally) = counter.tallies.get_mut(number) else { continue };
        let possible = task.again.map(|again| {
            let possible = all_rows(tally);
            count_those_that_came_again(tally, again);
            possible
        });
        let counts = Counts { possible, ..Counts::of(tally, task, job) };
        let known_from = task.again.and_then(|again| told::known_from(again, counter, job));
        let months = months(task, job, covered);
        for (breakdown, categories) in counts.parts(task, &months) {
            let part = part(task, job, counter, (breakdown, &categories));
            let by = u32::try_from(kept.cells.countings.len()).unwrap_or(u32::MAX);
            let of = Of {
                measure: task.measure.id.clone(),
                area: Area::Own,
                selection: part.selection.clone(),
                release: Release::Current,
            };
            kept.cells.countings.push(Counting { column: column(task, job), filter: part.filter(task) });
            for month in &months {
                let key = Key::of(*month, breakdown, &categories);
                let Some(period) = period(task, job, export.calendar, *month) else { continue };
                let rows = counts.rows.get(&key).copied().unwrap_or(0);
                let counted = Some(Counted { by, rows });
                let cell = Cell { place: Place::start_of(export.file()), line: 0, column: 0, counted };
                let is_whole = known_from.is_none_or(|from| *month >= from);
                gathered.keep(export, of.clone(), period, counts.value(&key, is_whole), cell);
            }
        }
    }
}

/// What is counted for a key.
struct Counts {
    rows: BTreeMap<Key, u64>,
    children: Option<BTreeMap<Key, u64>>,
    /// Where only what came again is counted: all rows that might have.
    possible: Option<BTreeMap<Key, u64>>,
}

impl Counts {
    fn of(tally: &Tally, task: &Task<'_>, job: &Job<'_>) -> Self {
        let once = (task.distinct || task.is_open()) && job.child.is_some();
        Self { rows: tally.sorted_rows(), children: once.then(|| tally.sorted_children()), possible: None }
    }

    /// The number; where earlier rows are missing (it is not `whole`), between what is known to have come again and
    /// all that might have.
    fn value(&self, key: &Key, is_whole: bool) -> Value {
        let number = self.number(key);
        let most =
            self.possible.as_ref().filter(|_| !is_whole).and_then(|possible| possible.get(key).copied());
        let (low, high) = (whole(number), whole(most.unwrap_or(number)));
        Ok(Quantity::between(Some(low), Some(high)).unwrap_or_else(|| Quantity::exact(low)))
    }

    fn number(&self, key: &Key) -> u64 {
        self.children.as_ref().unwrap_or(&self.rows).get(key).copied().unwrap_or(0)
    }

    /// The breakdowns and categories met in these months; the whole always.
    fn parts(&self, task: &Task<'_>, months: &[Month]) -> BTreeSet<(usize, Vec<u32>)> {
        let inside = |key: &&Key| key.month().is_some_and(|month| months.contains(&month));
        let met = self.rows.keys().filter(inside);
        let parts = met.map(|key| {
            let breakdown = key.breakdown();
            (breakdown, key.categories(task.slots_of(breakdown).len()))
        });
        parts.chain([(0, Vec::new())]).collect()
    }
}

/// A part of a measure.
struct Part {
    selection: Selection,
    columns: Vec<String>,
}

impl Part {
    /// Which rows count for it, in words.
    fn filter(&self, task: &Task<'_>) -> String {
        let all = [&task.filter].into_iter().filter(|filter| !filter.is_empty()).chain(&self.columns);
        all.cloned().collect::<Vec<String>>().join("; ")
    }
}

fn part(
    task: &Task<'_>,
    job: &Job<'_>,
    counter: &Counter<'_>,
    (breakdown, categories): (usize, &[u32]),
) -> Part {
    let mut part = Part { selection: Selection::whole(), columns: Vec::new() };
    for (slot, category) in task.slots_of(breakdown).iter().zip(categories) {
        let named = usize::try_from(*category).ok();
        let name = named.and_then(|index| counter.categories.get(*slot)?.get(index));
        let (Some(slot), Some(name)) = (job.slots.get(*slot), name) else { continue };
        if let Some(dimension) = slot.dimension() {
            part.selection = part.selection.with(dimension, name);
            part.columns.push(format!("{} is {name}", slot.heading));
        }
    }
    part
}

/// The months for which a task has numbers.
fn months(task: &Task<'_>, job: &Job<'_>, covered: Option<Span>) -> Vec<Month> {
    if let (At::Standing, Some(on)) = (task.when, job.on) {
        return Month::of(on).into_iter().collect();
    }
    let Some(covered) = covered else { return Vec::new() };
    if !task.distinct {
        return covered.months().collect();
    }
    // Children are counted once for all months together, so all must be covered.
    let whole = |first: Month| {
        let last = first.plus(job.report.last().since(job.report.first()));
        covered.contains(first) && covered.contains(last)
    };
    let years = covered.months().filter(|month| job.span_with(*month) == Some(*month));
    years.filter(|first| whole(*first)).collect()
}

fn period(task: &Task<'_>, job: &Job<'_>, calendar: crate::model::Calendar, month: Month) -> Option<Period> {
    if task.distinct {
        let last = month.plus(job.report.last().since(job.report.first()));
        return Span::new(month, last).map(|span| calendar.simplest(span));
    }
    Some(match task.when {
        At::On(_) => Period::Month(month),
        At::Open(..) => Period::Day(month.last_day()),
        At::Standing => Period::Day(job.on?),
    })
}

/// The heading of the column of dates, or what stands in its place.
fn column(task: &Task<'_>, job: &Job<'_>) -> String {
    let heading = |slot: usize| job.slots.get(slot).map_or("", |slot| slot.heading.as_str());
    match task.when {
        At::On(slot) => heading(slot).to_owned(),
        At::Open(from, until) => format!("{} to {}", heading(from), heading(until)),
        At::Standing => "all rows".to_owned(),
    }
}

fn whole(number: u64) -> Ratio {
    Ratio::whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// All rows of children, whether they came again or not.
fn all_rows(tally: &Tally) -> BTreeMap<Key, u64> {
    let mut rows = BTreeMap::new();
    for key in tally.days.values().flatten().flat_map(|(_, keys)| keys) {
        let count: &mut u64 = rows.entry(*key).or_default();
        *count = count.saturating_add(1);
    }
    rows
}

/// Counts the rows of children who have an earlier one, no longer ago than asked: on an earlier day, since two rows of
/// one day are one coming.
fn count_those_that_came_again(tally: &mut Tally, again: Again) {
    let mut counted = Vec::new();
    for days in tally.days.values_mut() {
        days.sort();
        for (index, (day, keys)) in days.iter().enumerate() {
            let earlier = days.iter().take(index).rev().map(|(day, _)| *day).find(|earlier| earlier < day);
            let month = keys.first().and_then(|key| key.month());
            let (Some(earlier), Some(month)) = (earlier, month) else { continue };
            if is_near_enough(earlier, (*day, month), again) {
                counted.extend(keys.iter().copied());
            }
        }
    }
    counted.into_iter().for_each(|key| tally.rows(key, 1));
}

/// Whether a day lies no longer ago than so many months before another: 12 months before 15 May is 15 May.
fn is_near_enough(earlier: DayNumber, (day, month): (DayNumber, Month), again: Again) -> bool {
    let Again::Months(months) = again else { return true };
    let of_month = day.since(first_day(month));
    let then = month.plus(-i32::from(months));
    let days_then = DayNumber::from(then).since(first_day(then));
    earlier.since(first_day(then)) >= of_month.min(days_then)
}

#[cfg(test)]
mod tests {
    use super::is_near_enough;
    use crate::model::{Again, Date, DayNumber, Month};

    #[test]
    fn twelve_months_before_a_day_is_the_same_day_of_the_year_before() {
        let date = |(year, month, day)| Date::new(year, month, day).unwrap();
        for (earlier, day, near) in [
            ((2023, 5, 15), (2024, 5, 15), true),
            ((2023, 5, 14), (2024, 5, 15), false),
            ((2024, 5, 14), (2024, 5, 15), true),
            ((2023, 2, 28), (2024, 2, 29), true),
            ((2023, 2, 27), (2024, 2, 29), false),
            ((2023, 1, 31), (2024, 1, 30), true),
        ] {
            let day = date(day);
            let near_enough = is_near_enough(
                DayNumber::of(date(earlier)),
                (DayNumber::of(day), Month::of(day).unwrap()),
                Again::Months(12),
            );
            assert_eq!(near_enough, near, "{earlier:?} {day:?}");
            assert!(is_near_enough(
                DayNumber::of(date(earlier)),
                (DayNumber::of(day), Month::of(day).unwrap()),
                Again::Ever
            ));
        }
    }
}
