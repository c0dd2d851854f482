//! Declarations, catalogue and what was observed → what to compute.

use std::collections::BTreeMap;

use crate::model::{Calendar, DeclaredFigure, Measure, MeasureId, Narrative, Observations, Span, Year};

/// What there is to compute.
#[derive(Clone, Debug)]
pub struct Plan {
    /// When years begin.
    pub calendar: Calendar,
    /// The report's year.
    pub year: Year,
    /// The months of it that the data cover.
    pub span: Span,
    /// The measures known, by id.
    pub measures: BTreeMap<MeasureId, Measure>,
    /// The figures declared, by name.
    pub declared: BTreeMap<String, DeclaredFigure>,
    /// Measures that an awaited file will bring, and who it is awaited from.
    pub awaited: BTreeMap<MeasureId, String>,
}

/// What to compute for this narrative from these observations.
#[must_use]
pub fn plan(narrative: &Narrative, observations: &Observations) -> Plan {
    let _ = observations;
    Plan {
        calendar: narrative.settings.calendar,
        year: narrative.settings.year,
        span: narrative.settings.span,
        measures: BTreeMap::new(),
        declared: BTreeMap::new(),
        awaited: BTreeMap::new(),
    }
}
