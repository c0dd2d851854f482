//! Months and days that the report needs and the data do not give.

use crate::diagnostic::codes::meaning::{MONTH_NOT_SUPPLIED, SNAPSHOT_DAY_NOT_SUPPLIED};
use crate::figures::basis::Basis;
use crate::figures::ledger::{Holding, Series};
use crate::figures::question::{Moment, Time};
use crate::model::{FigureId, Kind, Month, Period, Place, Reason, Selection};

use super::Checks;

impl Checks<'_> {
    /// The gaps of a measure in the report's own period; a part with the same gap as the whole is not told again.
    pub(super) fn gaps(&mut self, holding: &Holding) {
        let moment = Time::REPORT.moment(holding.measure.kind, &self.ledger.plan);
        let mut told: Vec<Vec<Month>> = Vec::new();
        for (selection, series) in &holding.series {
            let lacking = match moment {
                Moment::Months(_) => self.lacking_months(holding, selection, moment),
                Moment::Day(_) => self.lacking_day(holding, selection, series, moment),
                Moment::MidYear(_) => Vec::new(),
            };
            if lacking.is_empty() || told.contains(&lacking) {
                continue;
            }
            self.tell_gap(holding, selection, series, &lacking);
            told.push(lacking);
        }
    }

    /// The months that are not there, or whose cell is empty, where months are what the figure is made of.
    fn lacking_months(&self, holding: &Holding, selection: &Selection, moment: Moment) -> Vec<Month> {
        let empty = |reading: &crate::figures::ledger::Reading| {
            let months = self.ledger.plan.calendar.months_in(reading.given);
            months.filter(|_| reading.value == Err(Reason::Missing)).map(|span| span.first())
        };
        match self.ledger.basis(holding, selection, moment) {
            Basis::Absent(Reason::MonthsNotSupplied(months)) => months,
            Basis::Sum(readings) => readings.into_iter().filter_map(empty).collect(),
            Basis::Weighted(_, months) => {
                months.into_iter().filter_map(|(reading, _)| empty(reading)).collect()
            }
            Basis::Read(_) | Basis::Parts(_) | Basis::Absent(_) => Vec::new(),
        }
    }

    /// The month whose last day a snapshot lacks, where other days of the period are held.
    fn lacking_day(
        &self,
        holding: &Holding,
        selection: &Selection,
        series: &Series,
        moment: Moment,
    ) -> Vec<Month> {
        let span = self.ledger.plan.span;
        let absent = match self.ledger.basis(holding, selection, moment) {
            Basis::Absent(Reason::NotSupplied(_)) => series.reaches(span),
            Basis::Read(reading) => reading.value == Err(Reason::Missing),
            _ => false,
        };
        if absent { vec![span.last()] } else { Vec::new() }
    }

    fn tell_gap(&mut self, holding: &Holding, selection: &Selection, series: &Series, lacking: &[Month]) {
        let Some(first) = lacking.first() else { return };
        let id = FigureId::of(holding.name()).selecting(selection.clone());
        let Some((place, label)) = place_of_gap(series, *first) else { return };
        let finding = if holding.measure.kind == Kind::Snapshot {
            let day = Period::Day(first.last_day());
            let message = format!("`{id}` has no value for {day}, the last day of the report's period");
            self.finding_at(&SNAPSHOT_DAY_NOT_SUPPLIED, message, place)
                .label("other days are here")
                .help(format!("ask for the number on {day}; an earlier day is never used instead"))
                .help("if the data stop before the year's end, set `data_to` in the narrative")
        } else {
            let months: Vec<String> = lacking.iter().map(Month::to_string).collect();
            let message = format!("`{id}` has no value for {}", months.join(", "));
            self.finding_at(&MONTH_NOT_SUPPLIED, message, place)
                .label(label)
                .help("ask for what is missing, and write `0` only where there really were none")
                .help("if the data stop early, set `data_to` in the narrative")
        };
        self.findings.push(finding.touching([id]));
    }
}

/// The cell that is empty; else the last held before the gap, or the first after it; and what to call it.
fn place_of_gap(series: &Series, gap: Month) -> Option<(Place, &'static str)> {
    let empty = series.months.get(&gap).map(|reading| (reading, "this cell is empty"));
    let before = || series.months.range(..gap).next_back();
    let before = || before().map(|(_, reading)| (reading, "the last month held before the gap"));
    let after = || series.months.values().next().map(|reading| (reading, "the first month held"));
    let any = || series.readings().next().map(|reading| (reading, "what is held instead"));
    let (reading, label) = empty.or_else(before).or_else(after).or_else(any)?;
    Some((reading.cell.place, label))
}
