//! Declarations, catalogue and what was observed → what to compute.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{
    Area, Calendar, DataState, DeclaredFigure, Kind, Measure, MeasureId, Narrative, Observations, Release,
    Span, Year,
};

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
    pub measures: BTreeMap<MeasureId, Arc<Measure>>,
    /// The figures declared, by name.
    pub declared: BTreeMap<String, Arc<DeclaredFigure>>,
    /// Measures that an awaited file will bring, and who it is awaited from.
    pub awaited: BTreeMap<MeasureId, String>,
    /// The measure of the children aged 0 to 17 that rates are for: the first by id that the data hold, else
    /// the first there is.
    pub population: Option<MeasureId>,
}

/// What to compute for this narrative from these observations.
#[must_use]
pub fn plan(narrative: &Narrative, observations: &Observations) -> Plan {
    let settings = &narrative.settings;
    let counts = narrative.data.iter().filter_map(|file| file.cases.as_ref()).flat_map(|list| &list.counts);
    let once: BTreeSet<&MeasureId> =
        counts.filter(|count| count.distinct).map(|count| &count.measure).collect();
    let by_id = |measure: &Measure| {
        let counts_once = measure.counts_once || once.contains(&measure.id);
        (measure.id.clone(), Arc::new(Measure { counts_once, ..measure.clone() }))
    };
    // The catalogue's figures come first, so that the narrative's own of the same name replace them.
    let by_name = |figure: &DeclaredFigure| (figure.name.clone(), Arc::new(figure.clone()));
    Plan {
        calendar: settings.calendar,
        year: settings.year,
        span: settings.span,
        measures: narrative.measures.iter().map(by_id).collect(),
        declared: narrative.figures.iter().map(by_name).collect(),
        awaited: awaited(narrative),
        population: population(&narrative.measures, observations),
    }
}

/// Who each measure of an awaited file comes from; its path where the narrative does not say. Of several the first.
fn awaited(narrative: &Narrative) -> BTreeMap<MeasureId, String> {
    let files = narrative.data.iter().filter(|file| file.state == DataState::Awaited);
    let mut awaited = BTreeMap::new();
    for file in files {
        let from = file.supplied_by.as_ref().unwrap_or(&file.path);
        for measure in &file.measures {
            awaited.entry(measure.clone()).or_insert_with(|| from.clone());
        }
    }
    awaited
}

fn population(measures: &[Measure], observations: &Observations) -> Option<MeasureId> {
    let populations = || measures.iter().filter(|measure| measure.kind == Kind::Population);
    let is_held = |measure: &&Measure| {
        observations.keys().any(|key| {
            key.measure == measure.id && key.area == Area::Own && !matches!(key.release, Release::Earlier(_))
        })
    };
    populations().find(is_held).or_else(|| populations().next()).map(|measure| measure.id.clone())
}
