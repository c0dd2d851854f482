//! All the figures of a report, and the look-up of one by its id.

use std::convert::Infallible;
use std::sync::{Arc, OnceLock};

use crate::lookup::hash;
use crate::model::{FigureId, Reason, Suffix};

use super::Figure;
use super::asked::Asked;
use super::by_id::ById;
use super::ledger::{Ledger, Subject};
use super::list::{Extent, closed, list, list_of, sorted};
use super::question::{Question, Refusal};
use super::working::Working;

/// All figures: those listed, in the order of their ids, and what others can be worked out from when asked for.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    listed: Vec<Arc<Figure>>,
    by_id: ById<Arc<Figure>>,
    ledger: Option<Arc<Ledger>>,
    asked: Asked<Arc<Figure>>,
    /// All of a subject, once that has been asked for.
    subjects: Asked<OfSubject>,
    /// All that the data reach to, once that has been asked for.
    everything: OnceLock<Vec<Arc<Figure>>>,
}

/// All the figures of a subject, in the order of their ids.
#[derive(Debug)]
struct OfSubject {
    name: String,
    listed: Vec<Arc<Figure>>,
    /// The same with what they are made from, once that has been asked for.
    closed: OnceLock<Vec<Arc<Figure>>>,
}

/// What looking a figure up gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<F> {
    /// It is there (its outcome may still be that it can't be had).
    Figure(F),
    /// Its name has meaning, but the data do not reach to it.
    NotHeld(Reason),
    /// There is no measure or figure of that name, or it has no such part.
    Unknown,
}

impl<F> From<Result<F, Refusal>> for Found<F> {
    fn from(result: Result<F, Refusal>) -> Self {
        match result {
            Ok(figure) => Self::Figure(figure),
            Err(Refusal::NotHeld(reason)) => Self::NotHeld(reason),
            Err(Refusal::Unknown) => Self::Unknown,
        }
    }
}

impl Figures {
    /// The listed figures, in the order of their ids, with what others can be worked out from.
    pub(super) fn listed(listed: Vec<Arc<Figure>>, ledger: Option<Arc<Ledger>>) -> Self {
        Self { by_id: ById::of(listed.iter().cloned()), listed, ledger, ..Self::default() }
    }

    /// Those of the report's year and the year before, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.listed.iter().map(Arc::as_ref)
    }

    /// All that the data reach to, however far back, and what that is made from, in the order of their ids.
    pub fn everything(&self) -> &[Arc<Figure>] {
        self.everything.get_or_init(|| match self.ledger() {
            Some(ledger) => closed(ledger, &[], &ById::default(), list(ledger, Extent::Everything)),
            None => self.listed.clone(),
        })
    }

    /// All of one measure or declared figure, however far back, in the order of their ids.
    #[must_use]
    pub fn of_subject(&self, subject: &str) -> &[Arc<Figure>] {
        &self.subject(subject).listed
    }

    fn subject(&self, name: &str) -> &OfSubject {
        let list = || {
            let listed = match self.ledger() {
                Some(ledger) => list_of(ledger, name),
                None => self.listed.iter().filter(|figure| figure.id.subject() == name).cloned().collect(),
            };
            Ok::<_, Infallible>(OfSubject { name: name.to_owned(), listed, closed: OnceLock::new() })
        };
        let Ok(subject) = self.subjects.find_or(hash(name), |known| known.name == name, list);
        subject
    }

    /// Whether the data reach to a canonical id: it is one of its subject's, or one of those is made from it.
    fn reaches(&self, ledger: &Ledger, id: &FigureId) -> bool {
        let subject = self.subject(id.subject());
        let close = || closed(ledger, &[], &ById::default(), subject.listed.clone());
        let all = subject.closed.get_or_init(close);
        all.binary_search_by(|figure| figure.id.cmp(id)).is_ok()
    }

    /// The values themselves of one measure or declared figure, `made` into something or as they are: of the report's
    /// period, of the year before it, and of each year that the data reach into.
    #[must_use]
    pub fn values_of(&self, subject: &str, made: Option<Suffix>) -> Vec<Arc<Figure>> {
        let Some(ledger) = self.ledger() else { return Vec::new() };
        let working = Working::with(ledger);
        let asked = ledger.values_asked(subject, made);
        let figures = asked.iter().filter_map(|question| match self.find_listed(&question.id()) {
            Some(listed) => Some(Arc::clone(listed)),
            None => working.figure(question).ok(),
        });
        sorted(figures.collect())
    }

    /// The listed figures and `others`, with all that they are made from, in the order of their ids.
    pub(super) fn closed_with(&self, others: Vec<Arc<Figure>>) -> Vec<Arc<Figure>> {
        match self.ledger() {
            Some(ledger) => closed(ledger, &self.listed, &self.by_id, others),
            None => self.listed.clone(),
        }
    }

    /// The figure of that id, however its parts are ordered and by whichever name of its measure. One that is
    /// not listed is worked out as the listed ones were, where the data allow it.
    #[must_use]
    pub fn find(&self, id: &FigureId) -> Found<&Figure> {
        let shared = self.find_listed(id).map_or_else(|| self.find_asked(id), Ok);
        shared.map(Arc::as_ref).into()
    }

    fn find_asked(&self, id: &FigureId) -> Result<&Arc<Figure>, Refusal> {
        let question = self.question(id)?;
        let canonical = question.id();
        match self.find_listed(&canonical) {
            Some(figure) => Ok(figure),
            None => {
                let is_it = |figure: &Arc<Figure>| figure.id == canonical;
                self.asked.find_or(hash(&canonical), is_it, || self.work_out(&question))
            }
        }
    }

    fn find_listed(&self, id: &FigureId) -> Option<&Arc<Figure>> {
        self.by_id.find(id)
    }

    /// The listed figures, for the gate.
    pub(super) fn shared(&self) -> &[Arc<Figure>] {
        &self.listed
    }

    /// What an id asks; the id of that question is the one by which its figure goes.
    pub(super) fn question(&self, id: &FigureId) -> Result<Question<'_>, Refusal> {
        Question::read(id, self.ledger().ok_or(Refusal::Unknown)?)
    }

    /// The figure of a question that is not listed: one that can't be had is not held, unless the data reach to it,
    /// however far back.
    pub(super) fn work_out(&self, question: &Question<'_>) -> Result<Arc<Figure>, Refusal> {
        let ledger = self.ledger().ok_or(Refusal::Unknown)?;
        let figure = Working::with(ledger).figure(question)?;
        match &figure.outcome {
            Err(reason) if !self.reaches(ledger, &figure.id) => Err(Refusal::NotHeld(reason.clone())),
            _ => Ok(figure),
        }
    }

    /// What an id could have meant, for "did you mean": ids like it in form, listed or not, in order.
    #[must_use]
    pub fn candidates(&self, id: &FigureId) -> Vec<String> {
        let Some(ledger) = self.ledger.as_deref() else { return Vec::new() };
        match ledger.subject(id.subject()) {
            Some((name, Subject::Measure(holding))) if !id.selection().is_whole() => {
                let pairs = holding.dimensions.iter().flat_map(|(dimension, categories)| {
                    categories.iter().map(move |category| format!("{name}[{dimension}={category}]"))
                });
                pairs.collect()
            }
            Some(_) => self.of_subject(id.subject()).iter().map(|figure| figure.id.to_string()).collect(),
            None => ledger.subjects.iter().map(|(name, _)| name.to_string()).collect(),
        }
    }

    /// What is held, arranged; none for a set that was not derived.
    pub(crate) fn ledger(&self) -> Option<&Ledger> {
        self.ledger.as_deref()
    }
}

#[cfg(test)]
impl Figures {
    /// Figures made by hand, for the tests of later stages.
    pub(crate) fn of(figures: impl IntoIterator<Item = Figure>) -> Self {
        let mut listed: Vec<Arc<Figure>> = figures.into_iter().map(Arc::new).collect();
        listed.sort_by(|a, b| a.id.cmp(&b.id));
        Self::listed(listed, None)
    }
}
