//! Rates and percentages that official statistics state, worked out again from their own counts.

use crate::model::{Area, FigureId, Observation, Observations, Reason, StatedKey, Value};
use crate::plan::Plan;

use super::ledger::Ledger;
use super::question::{Question, Refusal};
use super::whose::Whose;
use super::working::Working;

/// A rate or percentage as it is stated, and as it is worked out.
#[derive(Debug)]
pub struct Recomputed<'o> {
    /// Whose it is, which figure, over what.
    pub key: &'o StatedKey,
    /// As it is stated.
    pub stated: &'o Observation,
    /// As a report would work it out from counts and populations.
    pub worked: Value,
}

/// Every rate and percentage that is stated, with what the counts make of it, in the order of areas, figures and time.
#[must_use]
pub fn recompute<'o>(observations: &'o Observations, plan: &Plan) -> Vec<Recomputed<'o>> {
    let ledger = Ledger::of(observations, plan);
    let worked = |(area, figure, span): &StatedKey| {
        let held = match area {
            Area::Own => Some(&ledger),
            Area::Other(code) => ledger.others.get(&Whose::of(code, &observations.areas)),
        };
        let held = held.ok_or(Reason::NoComparator("nothing is counted for that area"))?;
        let id: FigureId = figure.clone().at(plan.calendar.simplest(*span));
        match Question::read(&id, held) {
            Ok(question) => Working::with(held).worked_value(&question),
            Err(Refusal::NotHeld(reason)) => Err(reason),
            Err(Refusal::Unknown) => Err(Reason::NotSupplied(plan.calendar.simplest(*span))),
        }
    };
    let each = observations.stated.iter();
    each.map(|(key, stated)| Recomputed { key, stated, worked: worked(key) }).collect()
}
