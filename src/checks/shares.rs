//! Conversions above 100 and parts above their whole.

use std::sync::Arc;

use crate::diagnostic::codes::meaning::{CONVERSION_OVER_100, PART_ABOVE_WHOLE};
use crate::diagnostic::{Code, Finding};
use crate::figures::question::Question;
use crate::figures::working::Working;
use crate::figures::{Amount, Figure, Found};
use crate::model::{Cell, Declaration, FigureId, Place, Quantity, Ratio, Reason, Suffix};

use super::{Checks, shown};

impl Checks<'_> {
    /// Each declared conversion, percentage and "n of N": one finding for all its years.
    pub(super) fn shares(&mut self) {
        for declared in self.ledger.plan.declared.values() {
            let code = match declared.declaration {
                Declaration::Conversion { .. } if declared.narrows => &CONVERSION_OVER_100,
                Declaration::Percent { .. } | Declaration::NOfN { .. } => &PART_ABOVE_WHOLE,
                _ => continue,
            };
            let mut asked = self.ledger.values_asked(&declared.name, None);
            asked.retain(|question| is_above(&self.working.outcome(question)));
            let above = in_order(&self.working, &asked);
            if let Some(finding) = self.share(code, declared.place, &above) {
                self.findings.push(finding);
            }
        }
        for measure in self.ledger.plan.measures.values().filter(|measure| measure.out_of.is_some()) {
            let mut asked = self.ledger.values_asked(measure.id.as_str(), Some(Suffix::PercentOfTotal));
            asked.retain(|question| is_part_above(&self.working, question));
            let mut above = in_order(&self.working, &asked);
            // One that is stated is made from neither.
            above.retain(|figure| figure.inputs.len() == 2);
            if let Some(finding) = self.share(&PART_ABOVE_WHOLE, None, &above) {
                self.findings.push(finding);
            }
        }
    }

    fn share(&self, code: &'static Code, declared: Option<Place>, above: &[Arc<Figure>]) -> Option<Finding> {
        let first = above.first()?;
        let [one, other] = first.inputs.as_slice() else { return None };
        let (larger, smaller) = (self.number(one), self.number(other));
        let message = format!(
            "`{one}` is {}, more than the {} of `{other}`, in `{}`",
            larger.map_or_else(String::new, |number| shown(&Ok(number))),
            smaller.map_or_else(String::new, |number| shown(&Ok(number))),
            first.id
        );
        let place = self.cell(one).map(|cell| cell.place).or(declared)?;
        let mut finding = self.finding_at(code, message, place).touching(above.iter().map(|f| f.id.clone()));
        if let Some(cell) = self.cell(other) {
            finding = finding.related(cell.place, format!("`{other}`"));
        }
        if let Some(place) = declared.filter(|declared| *declared != place) {
            finding = finding.related(place, "declared here");
        }
        Some(finding.label(format!("`{one}`")).help(match declared {
            _ if code == &CONVERSION_OVER_100 => {
                "if it is true, leave it; if `from` and `to` stand the wrong way round, exchange them"
            }
            Some(_) => "check both numbers, and that `part` and `whole` do not stand the wrong way round",
            None => "check both numbers: one of them is wrong",
        }))
    }

    /// The number of a figure, where it is one.
    pub(super) fn number(&self, id: &FigureId) -> Option<Quantity> {
        let question = self.working.question(id).ok()?;
        self.working.number(&question)
    }

    /// The first cell at the bottom of a figure.
    pub(super) fn cell(&self, id: &FigureId) -> Option<Cell> {
        let mut id = id.clone();
        // A figure is never many steps above its cells; the limit only guards against a ring.
        for _ in 0..64 {
            let Found::Figure(figure) = self.figures.find(&id) else { return None };
            match figure.sources.first() {
                Some(cell) => return Some(*cell),
                None => id = figure.inputs.first()?.clone(),
            }
        }
        None
    }
}

/// The figures of questions that have a meaning, in the order of their ids.
fn in_order<'l>(working: &Working<'l>, asked: &[Question<'l>]) -> Vec<Arc<Figure>> {
    let mut figures: Vec<Arc<Figure>> =
        asked.iter().filter_map(|question| working.figure(question).ok()).collect();
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    figures
}

/// Whether the part that a share is made with is certainly more than its whole.
fn is_part_above<'l>(working: &Working<'l>, share: &Question<'l>) -> bool {
    let part = share.plain();
    let numbers = working.number(&part).zip(working.number(&working.ledger.whole_of(&part)));
    numbers.is_some_and(|(part, whole)| part.is_certainly_above(&whole))
}

/// Whether it is certainly more than the whole.
fn is_above(share: &Result<Amount, Reason>) -> bool {
    match share {
        Ok(Amount::Number(number)) => number.is_certainly_above(&Quantity::exact(Ratio::whole(100))),
        Ok(Amount::NOfN { part, whole }) => part.is_certainly_above(whole),
        _ => false,
    }
}
