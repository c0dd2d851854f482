//! How measures and declared figures came about: their formula with ids, and what they are made from.

use crate::model::{Declaration, FigureId};

use super::basis::Basis;
use super::declared::times;
use super::derivation::{Derivation, as_given, joined};
use super::ledger::{Holding, Reading};
use super::question::{Question, Time};
use super::working::Working;

impl<'l> Working<'l> {
    pub(super) fn measured_derivation(&self, question: &Question<'l>, holding: &'l Holding) -> Derivation {
        let moment = question.time.moment(holding.measure.kind, &self.ledger.plan);
        let selection = &question.selection;
        match self.ledger.basis(holding, selection, moment) {
            Basis::Read(reading) => Derivation {
                formula: as_given(holding, reading).to_owned(),
                inputs: Vec::new(),
                sources: reading.cells().collect(),
            },
            Basis::Sum(readings) => {
                let inputs: Vec<FigureId> =
                    readings.iter().map(|reading| holding.id(selection, reading.given)).collect();
                let sources = readings.into_iter().flat_map(Reading::cells).collect();
                Derivation { formula: joined(&inputs, " + "), inputs, sources }
            }
            Basis::Parts(parts) => {
                let inputs: Vec<FigureId> =
                    parts.into_iter().map(|part| question.selecting(part).id()).collect();
                Derivation::made(joined(&inputs, " + "), inputs)
            }
            Basis::Weighted(weight, months) => {
                let pairs: Vec<(FigureId, FigureId)> = months
                    .iter()
                    .map(|(reading, _)| {
                        (holding.id(selection, reading.given), weight.id(selection, reading.given))
                    })
                    .collect();
                let products: Vec<String> = pairs.iter().map(|(p, w)| format!("{p} × {w}")).collect();
                let weights: Vec<FigureId> = pairs.iter().map(|(_, w)| w.clone()).collect();
                let formula = format!("({}) ÷ ({})", products.join(" + "), joined(&weights, " + "));
                Derivation::made(formula, pairs.into_iter().flat_map(|(p, w)| [p, w]).collect())
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
        let pair = |one: &'l FigureId, sign: &str, other: &'l FigureId, rest: &str| {
            Derivation::of_two("", at(one, time), sign, at(other, time), rest)
        };
        match declaration {
            Declaration::Conversion { from, to } => pair(to, " ÷ ", from, " × 100"),
            Declaration::Percent { part, whole } => pair(part, " ÷ ", whole, " × 100"),
            Declaration::NOfN { part, whole } => pair(part, " of ", whole, ""),
            Declaration::Ratio { of, per } => pair(of, " ÷ ", per, ""),
            Declaration::Difference { from, take } => pair(from, " − ", take, ""),
            Declaration::Sum(terms) => {
                let inputs: Vec<FigureId> = terms.iter().map(|id| at(id, time)).collect();
                Derivation::made(joined(&inputs, " + "), inputs)
            }
            Declaration::Average { of, years } => {
                let inputs = over_years(of, years);
                Derivation::made(format!("({}) ÷ {}", joined(&inputs, " + "), inputs.len()), inputs)
            }
            Declaration::Range { of, years } => {
                let inputs = over_years(of, years);
                Derivation::made(format!("the lowest and highest of {}", joined(&inputs, ", ")), inputs)
            }
        }
    }
}
