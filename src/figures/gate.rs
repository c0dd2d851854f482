//! The gate: figures reach pages, files and comparisons only as published figures. Today it lets all through;
//! disclosure control will live here, so nothing may go round it.

use std::ops::Deref;
use std::sync::Arc;

use crate::lookup::hash;
use crate::model::{Areas, FigureId, Suffix};

use super::asked::Asked;
use super::by_id::ById;
use super::question::{Question, Refusal};
use super::whose::{Comparator, Whose};
use super::working::Working;
use super::{Earlier, Figure, Figures, Found};

/// A figure that may be shown. Made only here.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedFigure(Arc<Figure>);

impl Deref for PublishedFigure {
    type Target = Figure;

    fn deref(&self) -> &Figure {
        &self.0
    }
}

/// All figures that may be shown.
#[derive(Clone, Debug, Default)]
pub struct Published {
    figures: ById<PublishedFigure>,
    held: Figures,
    asked: Asked<PublishedFigure>,
    earlier: Option<Earlier>,
}

/// Lets figures through to be shown.
#[must_use]
pub fn publish(figures: &Figures) -> Published {
    let through = figures.shared().iter().map(|figure| pass(Arc::clone(figure)));
    Published { figures: ById::of(through), held: figures.clone(), asked: Asked::default(), earlier: None }
}

/// The gate itself: every figure that is shown comes by here, listed or asked for.
fn pass(figure: Arc<Figure>) -> PublishedFigure {
    PublishedFigure(figure)
}

impl Published {
    /// Whose a figure is, where it is not the board's own: what to call the area, or the neighbours together.
    #[must_use]
    pub fn comparator(&self, figure: &Figure) -> Option<Comparator> {
        let unknown = Areas::default();
        let areas = self.held.ledger().map_or(&unknown, |ledger| &ledger.areas);
        let whose = Whose::named(&figure.id, areas)?;
        let is_average = whose == Whose::Neighbours && figure.inputs.len() < areas.neighbours.len();
        let lacking = is_average.then_some((figure.inputs.len(), areas.neighbours.len()));
        Some(Comparator { name: whose.spoken(areas), lacking })
    }

    /// What to call those whom a suffix compares with: "England", the region's name, "neighbours' median".
    #[must_use]
    pub fn comparator_name(&self, suffix: Suffix) -> Option<String> {
        let unknown = Areas::default();
        let areas = self.held.ledger().map_or(&unknown, |ledger| &ledger.areas);
        Some(Whose::by(suffix)?.spoken(areas))
    }

    /// What tables call the figure of that id, whether or not it can be had; none where it has no meaning.
    #[must_use]
    pub fn label(&self, id: &FigureId) -> Option<String> {
        if let Some(figure) = self.find_listed(id) {
            return Some(figure.label.clone());
        }
        let ledger = self.held.ledger()?;
        Some(Working::with(ledger).label(&Question::read(id, ledger).ok()?))
    }

    /// The same beside what was last published.
    #[must_use]
    pub fn beside(self, earlier: Option<Earlier>) -> Self {
        Self { earlier, ..self }
    }

    /// What was last published, where it is known.
    #[must_use]
    pub fn earlier(&self) -> Option<&Earlier> {
        self.earlier.as_ref()
    }

    /// What was last published of a figure for the same months or day, as it was printed.
    #[must_use]
    pub fn as_published(&self, figure: &Figure) -> Option<&str> {
        self.earlier.as_ref()?.printed(&figure.id, &figure.period, self.held.ledger()?.plan.year)
    }

    /// All that the data reach to, however far back, and what that is made from, in the order of their ids.
    #[must_use]
    pub fn everything(&self) -> Vec<PublishedFigure> {
        self.held.everything().iter().cloned().map(pass).collect()
    }

    /// All of one measure or declared figure, however far back, in the order of their ids.
    #[must_use]
    pub fn of_subject(&self, subject: &str) -> Vec<PublishedFigure> {
        self.held.of_subject(subject).iter().cloned().map(pass).collect()
    }

    /// The values themselves of one measure or declared figure, as [`Figures::values_of`].
    #[must_use]
    pub fn values_of(&self, subject: &str) -> Vec<PublishedFigure> {
        self.held.values_of(subject, None).into_iter().map(pass).collect()
    }

    /// What `figures.json` holds, in the order of ids: all of the report's year and the year before, those `used`
    /// beyond them (an average of five years, say), and all that these are made from.
    #[must_use]
    pub fn with_used<'f>(&self, used: impl IntoIterator<Item = &'f FigureId>) -> Vec<PublishedFigure> {
        let others = used.into_iter().filter_map(|id| match self.find(id) {
            Found::Figure(figure) => Some(Arc::clone(&figure.0)),
            Found::NotHeld(_) | Found::Unknown => None,
        });
        self.held.closed_with(others.collect()).into_iter().map(pass).collect()
    }

    /// The figure of that id, as [`Figures::find`].
    #[must_use]
    pub fn find(&self, id: &FigureId) -> Found<&PublishedFigure> {
        self.find_listed(id).map_or_else(|| self.find_asked(id), Ok).into()
    }

    fn find_asked(&self, id: &FigureId) -> Result<&PublishedFigure, Refusal> {
        let question = self.held.question(id)?;
        let canonical = question.id();
        match self.find_listed(&canonical) {
            Some(figure) => Ok(figure),
            None => {
                let work_out = || self.held.work_out(&question).map(pass);
                self.asked.find_or(hash(&canonical), |figure| figure.id == canonical, work_out)
            }
        }
    }

    fn find_listed(&self, id: &FigureId) -> Option<&PublishedFigure> {
        self.figures.find(id)
    }

    /// What an id could have meant, as [`Figures::candidates`].
    #[must_use]
    pub fn candidates(&self, id: &FigureId) -> Vec<String> {
        self.held.candidates(id)
    }
}
