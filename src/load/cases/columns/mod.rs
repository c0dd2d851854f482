//! Headings + declaration → the job: which column each count needs, with findings for those that are not there.

mod fit;
mod said;

use std::collections::BTreeMap;

use super::job::{At, Elapsed, Job, Role, Slot, Task};
use super::presets::Preset;
use super::words;
use crate::load::opened::Opened;
use crate::model::{
    CaseCount, CaseList, Date, DayNumber, Heading, Lapse, Measure, Span, Test, When, folds_to,
};
use fit::misfit;

/// The columns of a list while what is counted is laid on them.
pub(super) struct Columns<'l, 'o, 'a> {
    pub(super) opened: &'l mut Opened<'o>,
    pub(super) declared: &'l CaseList,
    pub(super) preset: Option<&'static Preset>,
    pub(super) headings: &'l [String],
    /// The same as they are matched.
    pub(super) folded: Vec<String>,
    pub(super) measures: &'a [Measure],
    /// Whether the list's day is asked for and not given.
    pub(super) without_day: bool,
}

impl<'a> Columns<'_, '_, 'a> {
    /// The job; none where nothing can be counted.
    pub(super) fn job(mut self, report: Span, as_at: Option<Date>) -> Option<Job<'a>> {
        let counts = self.counts();
        let window = self.declared.covers.unwrap_or(report);
        let mut job = Job {
            slots: Vec::new(),
            tasks: Vec::new(),
            child: None,
            main: None,
            begun: Vec::new(),
            window,
            report,
            month_ends: window.months().map(|month| (month, DayNumber::from(month))).collect(),
            on: self.declared.on,
            latest: as_at.unwrap_or_else(|| report.last().plus(12).last_day()),
        };
        job.child = self.child(&counts, &mut job);
        let mut tests: BTreeMap<usize, Vec<(usize, Test)>> = BTreeMap::new();
        for count in &counts {
            if let Some(task) = self.task(count, &mut job, &mut tests) {
                job.tasks.push(task);
            }
        }
        for (column, tests) in tests {
            job.slots.push(self.slot(column, Role::Tests(tests)));
        }
        job.main = main(&job.tasks);
        job.begun = job.main.map(|main| begun(&job.tasks, main)).unwrap_or_default();
        if self.without_day {
            self.say_without_day();
        } else if job.tasks.is_empty() && counts.is_empty() {
            self.say_nothing_counted();
        }
        (!job.tasks.is_empty()).then_some(job)
    }

    /// What the narrative counts, and what the preset counts beside it.
    fn counts(&self) -> Vec<CaseCount> {
        let own = &self.declared.counts;
        let only = &self.declared.only;
        let wanted = |count: &CaseCount| {
            !own.iter().any(|declared| declared.measure == count.measure)
                && (only.is_empty() || only.contains(&count.measure))
        };
        let preset = self.preset.map(Preset::counts).unwrap_or_default();
        own.iter().cloned().chain(preset.into_iter().filter(wanted)).collect()
    }

    /// The slot of children, where anything counts each of them once or by their earlier rows. Elsewhere they are not
    /// looked at, since telling them apart takes memory for each.
    fn child(&mut self, counts: &[CaseCount], job: &mut Job<'_>) -> Option<usize> {
        let of_preset = self.preset.and_then(|preset| preset.list().child);
        let heading = self.declared.child.clone().or(of_preset)?;
        let column = self.find(&heading)?;
        let tells_apart = |count: &CaseCount| {
            count.distinct || count.again.is_some() || matches!(count.when, When::Open { .. })
        };
        if !counts.iter().any(tells_apart) {
            return None;
        }
        job.slots.push(self.slot(column, Role::Child));
        Some(job.slots.len().saturating_sub(1))
    }

    fn task(
        &mut self,
        count: &CaseCount,
        job: &mut Job<'a>,
        tests: &mut BTreeMap<usize, Vec<(usize, Test)>>,
    ) -> Option<Task<'a>> {
        let measure = self.measures.iter().find(|measure| measure.id == count.measure)?;
        if let Some(why) = misfit(count, measure, job) {
            self.say_misfit(count, &why);
            return None;
        }
        if matches!(count.when, When::Standing) && job.on.is_none() {
            self.without_day = true;
            return None;
        }
        let missing: Vec<&Heading> =
            count.headings().into_iter().filter(|heading| self.position(heading).is_none()).collect();
        if !missing.is_empty() {
            for heading in missing {
                self.say_missing(heading, count);
            }
            return None;
        }
        let number = job.tasks.len();
        for condition in &count.keep {
            let column = self.position(&condition.column)?;
            tests.entry(column).or_default().push((number, condition.test.clone()));
        }
        let mut by = Vec::new();
        for dimension in &count.by {
            let column = self.position(&dimension.column)?;
            if !self.is_usable(&dimension.name, &dimension.column) {
                continue;
            }
            let codes = self.preset.map_or(&[][..], |preset| preset.codes(&dimension.column));
            let role =
                Role::Category { codes, bands: dimension.bands.clone(), dimension: dimension.name.clone() };
            job.slots.push(self.slot(column, role));
            by.push(job.slots.len().saturating_sub(1));
        }
        Some(Task {
            measure,
            when: match &count.when {
                When::On(date) => At::On(self.day(date, job)?),
                When::Open { from, until } => At::Open(self.day(from, job)?, self.day(until, job)?),
                When::Standing => At::Standing,
            },
            by,
            together: count.together,
            distinct: count.distinct,
            again: count.again,
            elapsed: match &count.lapse {
                None => None,
                Some(Lapse::Within { from, working_days }) => {
                    Some(Elapsed::WorkingDays(self.day(from, job)?, i32::from(*working_days)))
                }
                Some(Lapse::Lasting { from, days }) => {
                    Some(Elapsed::Days(self.day(from, job)?, i32::from(*days)))
                }
            },
            filter: words::filter(count),
        })
    }

    /// The slot of a column of days, one for each column.
    fn day(&mut self, heading: &Heading, job: &mut Job<'_>) -> Option<usize> {
        let column = self.position(heading)?;
        let is_it = |slot: &Slot| slot.column == column && matches!(slot.role, Role::Day);
        if let Some(known) = job.slots.iter().position(is_it) {
            return Some(known);
        }
        job.slots.push(self.slot(column, Role::Day));
        Some(job.slots.len().saturating_sub(1))
    }

    fn slot(&self, column: usize, role: Role) -> Slot {
        let renamed =
            self.declared.values.iter().filter(|(heading, _)| self.position(heading) == Some(column));
        let values = renamed.flat_map(|(_, pairs)| pairs);
        let heading = self.headings.get(column).map(|heading| heading.trim().to_owned()).unwrap_or_default();
        let values = values.map(|(from, to)| (from.trim().to_lowercase(), to.clone())).collect();
        let folded = self.folded.get(column).cloned().unwrap_or_default();
        Slot { column, heading, folded, role, values }
    }

    /// The column that a heading names; one that the preset knows by other names, also by those.
    fn position(&self, heading: &Heading) -> Option<usize> {
        let other_names = self.preset.map(|preset| preset.other_names(heading)).unwrap_or_default();
        let mut names = heading.names.iter().map(String::as_str).chain(other_names.iter().copied());
        names.find_map(|name| self.folded.iter().position(|heading| folds_to(name, heading)))
    }

    /// The column that a heading names, or a finding.
    fn find(&mut self, heading: &Heading) -> Option<usize> {
        let found = self.position(heading);
        if found.is_none() && heading.place.is_some() {
            self.say_unknown(heading);
        }
        found
    }
}

/// The date that every row has: the only one of events, where nothing is counted between two dates.
fn main(tasks: &[Task<'_>]) -> Option<usize> {
    if tasks.iter().any(Task::is_open) {
        return None;
    }
    tasks.iter().find_map(|task| match task.when {
        At::On(slot) => Some(slot),
        At::Open(..) | At::Standing => None,
    })
}

/// The days from which time is counted until the date in a slot.
fn begun(tasks: &[Task<'_>], main: usize) -> Vec<usize> {
    let until_main = tasks.iter().filter(|task| matches!(task.when, At::On(slot) if slot == main));
    until_main.filter_map(|task| task.elapsed).map(Elapsed::from).collect()
}
