//! Figures and what they were made from → findings of meaning: gaps, breakdowns that don't add up, shares above the whole.

mod benchmarks;
mod breakdowns;
mod categories;
mod declared;
mod divisions;
mod gaps;
mod longer;
mod overlaps;
pub mod renamed;
pub mod said;
mod shares;
mod slips;
mod spellings;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Code, Finding, Findings};
use crate::figures::Figures;
use crate::figures::ledger::{Ledger, Reading};
use crate::figures::working::Working;
use crate::model::{Narrative, Place, Quantity, Ratio, SourceFile, Value};

/// Looks for what is readable but can't be right, or may not be. Only what is certainly so is found: where a value
/// is approximate, bounded or withheld, it gets the benefit of the doubt.
pub fn check(narrative: &Narrative, sources: &[SourceFile], figures: &Figures, findings: &mut Findings) {
    let Some(ledger) = figures.ledger() else { return };
    let working = Working::with(ledger);
    let mut checks = Checks { narrative, sources, figures, ledger, working, findings };
    let mut spelt = spellings::Told::new();
    for holding in ledger.holdings() {
        checks.gaps(holding);
        checks.longer_periods(holding);
        checks.overlapping_periods(holding);
        checks.breakdowns(holding);
        checks.divisions(holding);
        checks.slips(holding);
        checks.categories(holding);
        checks.official(holding);
        checks.beside_england(holding);
        checks.spellings(holding, &mut spelt);
    }
    checks.published();
    checks.shares();
    checks.declared();
}

/// What the checks look at, and where they put what they find.
struct Checks<'a> {
    narrative: &'a Narrative,
    sources: &'a [SourceFile],
    figures: &'a Figures,
    ledger: &'a Ledger,
    working: Working<'a>,
    findings: &'a mut Findings,
}

impl Checks<'_> {
    /// A finding at a cell, with who supplied its file.
    fn finding_at(&self, code: &'static Code, message: String, place: Place) -> Finding {
        Finding::new(code, message).at(place).supplied_by(self.supplier(place))
    }

    fn supplier(&self, place: Place) -> Option<&str> {
        let source = self.sources.get(usize::try_from(place.file.0).ok()?)?;
        let file = self.narrative.data.iter().find(|file| file.path == source.path)?;
        file.supplied_by.as_deref()
    }
}

/// What is known of a count that can't be had: it is not below nought.
fn unknown_count() -> Quantity {
    Quantity::between(Some(Ratio::ZERO), None).unwrap_or(Quantity::exact(Ratio::ZERO))
}

/// The sum of counts, those that can't be had being anything from nought up; none where numbers are too large.
fn sum_at_least<'r>(readings: impl IntoIterator<Item = &'r Reading>) -> Option<Quantity> {
    let known = |reading: &Reading| reading.value.clone().unwrap_or_else(|_| unknown_count());
    readings.into_iter().try_fold(Quantity::exact(Ratio::ZERO), |sum, reading| sum.plus(&known(reading)).ok())
}

/// A value as a message shows it: `1,445` as `1445`, an interval by its ends.
fn shown(value: &Value) -> String {
    let text = |ratio: Ratio| {
        // Less than one as it stands in the file: 0.22 is a slip for 22, and 0.2 would hide it.
        let places = if ratio.magnitude() < Ratio::ONE { 3 } else { 1 };
        ratio.short(places).unwrap_or_else(|| ratio.to_string())
    };
    let Ok(quantity) = value else { return "a number that is withheld".to_owned() };
    match (quantity.low(), quantity.high()) {
        (Some(low), Some(high)) if low == high => text(low),
        (Some(low), Some(high)) => format!("{} to {}", text(low), text(high)),
        (Some(low), None) => format!("at least {}", text(low)),
        (None, Some(high)) => format!("at most {}", text(high)),
        (None, None) => "an unknown number".to_owned(),
    }
}
