//! Lists that each cover a part of the report's months, judged once all files are read: what one lacks another may hold.

use std::collections::BTreeSet;

use crate::diagnostic::codes::cases::COUNTED_IN_ONE_LIST;
use crate::diagnostic::{Finding, Findings};
use crate::model::{
    Area, Calendar, FigureId, Kind, MeasureId, Month, ObservationKey, Observations, Period, Release,
    Selection, Span,
};

use super::job::{At, Job};

/// A list that covers less than the report, and what is counted in it.
pub(in crate::load) struct Uncovered {
    /// What is to be said of it.
    finding: Finding,
    report: Span,
    /// What is counted by the month.
    by_month: Vec<(MeasureId, Kind)>,
    /// What is counted over all months together.
    once: Vec<MeasureId>,
}

impl Uncovered {
    pub(super) fn of(finding: Finding, job: &Job<'_>) -> Self {
        let dated = || job.tasks.iter().filter(|task| !matches!(task.when, At::Standing));
        let months = dated().filter(|task| !task.distinct);
        let once = dated().filter(|task| task.distinct);
        Self {
            finding,
            report: job.report,
            by_month: months.map(|task| (task.measure.id.clone(), task.measure.kind)).collect(),
            once: once.map(|task| task.measure.id.clone()).collect(),
        }
    }

    /// Whether every month of what is counted by the month has a number, from whatever file.
    fn is_made_up_for(&self, observations: &Observations) -> bool {
        let has = |measure: &MeasureId, kind: Kind, month: Month| {
            let day = Period::Day(month.last_day());
            holds(observations, measure, if kind == Kind::Snapshot { day } else { Period::Month(month) })
        };
        let whole = |(measure, kind): &(MeasureId, Kind)| {
            self.report.months().all(|month| has(measure, *kind, month))
        };
        !self.by_month.is_empty() && self.by_month.iter().all(whole)
    }
}

/// Tells of each list whose months the others do not make up for; and of what can't be told from several lists together.
pub(in crate::load) fn tell(
    lists: Vec<Uncovered>,
    observations: &Observations,
    calendar: Calendar,
    findings: &mut Findings,
) {
    let mut told = BTreeSet::new();
    for list in lists {
        if !list.is_made_up_for(observations) {
            findings.push(list.finding);
            continue;
        }
        let period = calendar.simplest(list.report);
        let mut lacking = list.once.into_iter().filter(|measure| !holds(observations, measure, period));
        if let Some(measure) = lacking.find(|measure| told.insert(measure.clone())) {
            let message = format!(
                "several lists together cover the report's months, but `{measure}`, where each child counts once, can \
                 be counted in one list of all of them only"
            );
            let finding = Finding::new(&COUNTED_IN_ONE_LIST, message).touching([FigureId::of(&measure)]);
            let finding = list.finding.place.map_or(finding.clone(), |place| finding.at(place));
            findings.push(finding.help("to have it, run the list again for the whole year"));
        }
    }
}

/// Whether the board's own files give the whole of a measure for that period.
fn holds(observations: &Observations, measure: &MeasureId, period: Period) -> bool {
    observations.contains_key(&ObservationKey {
        measure: measure.clone(),
        area: Area::Own,
        selection: Selection::whole(),
        release: Release::Current,
        period,
    })
}
