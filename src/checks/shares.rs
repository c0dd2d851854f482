//! Conversions above 100 and parts above their whole.

use std::sync::Arc;

use crate::diagnostic::codes::meaning::{CONVERSION_OVER_100, PART_ABOVE_WHOLE};
use crate::diagnostic::{Code, Finding};
use crate::figures::{Amount, Figure, Found};
use crate::model::{Cell, Declaration, FigureId, Place, Quantity, Ratio, Suffix};

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
            let own = self.figures.values_of(&declared.name, None);
            let above: Vec<&Figure> = own.iter().map(Arc::as_ref).filter(|figure| is_above(figure)).collect();
            if let Some(finding) = self.share(code, declared.place, &above) {
                self.findings.push(finding);
            }
        }
        for measure in self.ledger.plan.measures.values().filter(|measure| measure.out_of.is_some()) {
            let own = self.figures.values_of(measure.id.as_str(), Some(Suffix::PercentOfTotal));
            let own = own.iter().map(Arc::as_ref);
            let above: Vec<&Figure> = own.filter(|figure| self.is_part_above(figure)).collect();
            if let Some(finding) = self.share(&PART_ABOVE_WHOLE, None, &above) {
                self.findings.push(finding);
            }
        }
    }

    /// Whether the part that a share is made with is certainly more than its whole.
    fn is_part_above(&self, share: &Figure) -> bool {
        let [part, whole] = share.inputs.as_slice() else { return false };
        let numbers = self.number(part).zip(self.number(whole));
        numbers.is_some_and(|(part, whole)| part.is_certainly_above(whole))
    }

    fn share(&self, code: &'static Code, declared: Option<Place>, above: &[&Figure]) -> Option<Finding> {
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
        self.figures.number(id)
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

/// Whether it is certainly more than the whole.
fn is_above(figure: &Figure) -> bool {
    match &figure.outcome {
        Ok(Amount::Number(number)) => number.is_certainly_above(Quantity::exact(Ratio::whole(100))),
        Ok(Amount::NOfN { part, whole }) => part.is_certainly_above(*whole),
        _ => false,
    }
}
