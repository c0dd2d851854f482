//! How measures and declared figures came about: their formula with ids, and what they are made from.

use crate::model::{Declaration, FigureId};

use super::Formula;
use super::basis::Basis;
use super::declared::times;
use super::derivation::{Derivation, as_given};
use super::ledger::{Holding, Reading};
use super::question::{Question, Time};
use super::working::Working;

impl<'l> Working<'l> {
    pub(super) fn measured_derivation(&self, question: &Question<'l>, holding: &'l Holding) -> Derivation {
        let moment = question.time.moment(holding.measure.kind, &self.ledger.plan);
        let selection = &question.selection;
        match self.ledger.basis(holding, selection, moment) {
            Basis::Read(reading) => Derivation {
                formula: as_given(holding, reading),
                inputs: Vec::new(),
                sources: reading.cells().collect(),
            },
            Basis::Sum(readings) => {
                let inputs: Vec<FigureId> =
                    readings.iter().map(|reading| holding.id(selection, reading.given)).collect();
                let sources = readings.into_iter().flat_map(Reading::cells).collect();
                Derivation { sources, ..Derivation::row("", " + ", "", inputs) }
            }
            Basis::Parts(parts) => {
                let inputs: Vec<FigureId> =
                    parts.into_iter().map(|part| question.selecting(part).id()).collect();
                Derivation::row("", " + ", "", inputs)
            }
            Basis::Weighted(weight, months) => {
                let both = [holding, weight];
                let of_month = |given| both.map(|holding| holding.id(selection, given));
                let inputs = months.iter().flat_map(|(reading, _)| of_month(reading.given));
                Derivation::made(Formula::WeightedMean, inputs.collect())
            }
            Basis::Absent(_) => Derivation::default(),
        }
    }

    pub(super) fn declared_derivation(&self, declaration: &'l Declaration, time: Time) -> Derivation {
        let at =
            |id: &'l FigureId, time: Time| self.operand_at(id, time).map_or_else(|_| id.clone(), |q| q.id());
        let over_years = |of: &'l FigureId, years| -> Vec<FigureId> {
            times(years, time, &self.ledger.plan).into_iter().map(|time| at(of, time)).collect()
        };
        let pair = |one, sign, other, behind: &'static str| {
            Derivation::row("", sign, behind, vec![at(one, time), at(other, time)])
        };
        match declaration {
            Declaration::Conversion { from, to } => pair(to, " ÷ ", from, " × 100"),
            Declaration::Percent { part, whole } => pair(part, " ÷ ", whole, " × 100"),
            Declaration::NOfN { part, whole } => pair(part, " of ", whole, ""),
            Declaration::Ratio { of, per } => pair(of, " ÷ ", per, ""),
            Declaration::Difference { from, take } => pair(from, " − ", take, ""),
            Declaration::Sum(terms) => {
                let inputs: Vec<FigureId> = terms.iter().map(|id| at(id, time)).collect();
                Derivation::row("", " + ", "", inputs)
            }
            Declaration::Average { of, years } => {
                let inputs = over_years(of, years);
                Derivation::row("(", " + ", format!(") ÷ {}", inputs.len()), inputs)
            }
            Declaration::Range { of, years } => {
                let inputs = over_years(of, years);
                Derivation::row("the lowest and highest of ", ", ", "", inputs)
            }
        }
    }
}
