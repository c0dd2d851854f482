//! What is known of a project → its figures in files, all of them or those that are asked for.

use super::Assessment;
use crate::figures::{Found, PublishedFigure};
use crate::model::FigureId;
use crate::render::{Entry, Page, figures_csv, figures_json};

/// `figures.json` as a build writes it, whether or not there are errors; none where no figures can be had.
#[must_use]
pub fn written_figures(assessment: &Assessment) -> Option<String> {
    assessment.published.as_ref()?;
    figures_files(assessment).map(|[json, _]| json.content)
}

/// These figures as `figures.json` would have them, as far as they can be had.
#[must_use]
pub fn asked_figures(assessment: &Assessment, ids: &[FigureId]) -> Option<String> {
    let (narrative, published) = (assessment.narrative.as_ref()?, assessment.published.as_ref()?);
    let found = ids.iter().filter_map(|id| match published.find(id) {
        Found::Figure(figure) => Some(figure.clone()),
        Found::NotHeld(_) | Found::Unknown => None,
    });
    let figures: Vec<PublishedFigure> = found.collect();
    Some(figures_json(narrative, &Entry::all(&figures), &assessment.sources))
}

/// The files of figures that a build writes; none where no figures can be had.
pub(super) fn figures_files(assessment: &Assessment) -> Option<[Page; 2]> {
    let narrative = assessment.narrative.as_ref()?;
    let figures = figures_shown(assessment);
    let entries = Entry::all(&figures);
    let json = figures_json(narrative, &entries, &assessment.sources);
    Some([
        Page { name: "figures.json".to_owned(), content: json },
        Page { name: "figures.csv".to_owned(), content: figures_csv(&entries) },
    ])
}

/// A form of the file of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresForm {
    /// `figures.json`.
    Json,
    /// `figures.csv`.
    Csv,
}

/// The file of figures, of those only that `wanted` lets through; none where no figures can be had.
#[must_use]
pub fn figures_file(
    assessment: &Assessment,
    form: FiguresForm,
    wanted: &dyn Fn(&PublishedFigure) -> bool,
) -> Option<String> {
    let narrative = assessment.narrative.as_ref()?;
    let mut figures = figures_held(assessment);
    figures.retain(|figure| wanted(figure));
    let entries = Entry::all(&figures);
    Some(match form {
        FiguresForm::Json => figures_json(narrative, &entries, &assessment.sources),
        FiguresForm::Csv => figures_csv(&entries),
    })
}

/// The figures that a build writes down: those of the report's year and the year before, and those that the
/// narrative uses beyond them.
fn figures_shown(assessment: &Assessment) -> Vec<PublishedFigure> {
    assessment.published.as_ref().map(|published| published.with_used(uses(assessment))).unwrap_or_default()
}

/// Every figure that the data reach to, however far back, and those that the narrative uses beyond them.
#[must_use]
pub fn figures_held(assessment: &Assessment) -> Vec<PublishedFigure> {
    let Some(published) = &assessment.published else { return Vec::new() };
    let mut figures = published.everything();
    figures.extend(published.with_used(uses(assessment)));
    figures.sort_by(|a, b| a.id.cmp(&b.id));
    figures.dedup_by(|a, b| a.id == b.id);
    figures
}

/// The ids of all figures that the narrative uses.
fn uses(assessment: &Assessment) -> impl Iterator<Item = &FigureId> {
    assessment.story.iter().flat_map(|story| &story.uses).map(|used| &used.id)
}
