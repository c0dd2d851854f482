//! Observations and figures → findings of meaning: gaps, breakdowns that don't add up, conversions above one.

pub mod said;

use crate::diagnostic::Findings;
use crate::figures::Figures;
use crate::model::{Narrative, Observations};

/// Looks for what is readable but can't be right, or may not be.
pub fn check(narrative: &Narrative, observations: &Observations, figures: &Figures, findings: &mut Findings) {
    let _ = (narrative, observations, figures, findings);
}
