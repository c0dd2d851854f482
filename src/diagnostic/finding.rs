//! One finding, and the list that a run collects.

use super::{Code, Severity};
use crate::model::{FigureId, Place};

/// Something found in the inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub code: &'static Code,
    /// What is wrong, in one sentence without a full stop; names what it concerns.
    pub message: String,
    /// Where; none where it concerns no place in a file.
    pub place: Option<Place>,
    /// A few words under the marked place.
    pub label: Option<String>,
    /// Other places that explain it, each with a few words.
    pub related: Vec<(Place, String)>,
    /// What to do about it: sentences that a business manager can act on.
    pub help: Vec<String>,
    /// The figures that it touches.
    pub figures: Vec<FigureId>,
    /// Who supplied the file.
    pub supplied_by: Option<String>,
    /// Whether only the marked places may be shown and not their lines: rows of case lists are about children.
    pub cell_only: bool,
    /// Why the narrative allows it, where it does: then it is not told to people and makes no run fail.
    pub allowed: Option<String>,
}

impl Finding {
    /// A finding of kind `code`.
    #[must_use]
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: None,
            label: None,
            related: Vec::new(),
            help: Vec::new(),
            figures: Vec::new(),
            supplied_by: None,
            cell_only: false,
            allowed: None,
        }
    }

    /// It stands there.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// A few words to set under the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Another place that explains it.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// The figures that it touches.
    #[must_use]
    pub fn touching(mut self, figures: impl IntoIterator<Item = FigureId>) -> Self {
        self.figures.extend(figures);
        self
    }

    /// Who supplied the file.
    #[must_use]
    pub fn supplied_by(mut self, who: Option<&str>) -> Self {
        self.supplied_by = who.map(str::to_owned);
        self
    }

    /// Only the marked places may be shown, never the rest of their lines.
    #[must_use]
    pub fn cell_only(mut self) -> Self {
        self.cell_only = true;
        self
    }
}

/// All the findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds those of `others` that `keeps` lets through.
    pub fn extend(&mut self, others: Self, keeps: impl Fn(&Finding) -> bool) {
        self.0.extend(others.0.into_iter().filter(keeps));
    }

    /// Adds all of `others`; those without a place stand at `place`.
    pub fn extend_at(&mut self, others: Self, place: Option<Place>) {
        self.0.extend(
            others.0.into_iter().map(|finding| Finding { place: finding.place.or(place), ..finding }),
        );
    }

    /// Those found, in the order of the files and of the places in them; those without a place first.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut sorted: Vec<&Finding> = self.0.iter().collect();
        sorted.sort_by(|a, b| (a.place, a.code.name, &a.message).cmp(&(b.place, b.code.name, &b.message)));
        sorted.dedup();
        sorted
    }

    /// Each of them, to be marked.
    pub(super) fn each_mut(&mut self) -> impl Iterator<Item = &mut Finding> {
        self.0.iter_mut()
    }

    /// How many there are of a severity that are not allowed.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let sorted = self.sorted();
        let told = sorted.iter().filter(|finding| finding.allowed.is_none());
        told.filter(|finding| finding.code.severity == severity).count()
    }

    /// Whether any of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.code.severity == Severity::Error)
    }
}
