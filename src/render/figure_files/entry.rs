//! A figure as both files of figures write it, worked out once.

use crate::figures::{PublishedFigure, Status};
use crate::words;

use super::number::{Numbers, numbers};

/// A figure with what the files say of it in digits and words.
#[derive(Debug)]
pub struct Entry<'f> {
    pub(super) figure: &'f PublishedFigure,
    pub(super) id: String,
    pub(super) numbers: Numbers,
    pub(super) display: String,
    pub(super) period: String,
    pub(super) status: Status,
    pub(super) reason: Option<String>,
    /// What it is held against, where it is.
    pub(super) target: Option<String>,
}

impl<'f> Entry<'f> {
    /// The entries of `figures`, in the order of the text of their ids.
    #[must_use]
    pub fn all(figures: impl IntoIterator<Item = &'f PublishedFigure>) -> Vec<Self> {
        let with_id = |figure: &'f PublishedFigure| (figure.id.text(), figure);
        let mut named: Vec<(String, &PublishedFigure)> = figures.into_iter().map(with_id).collect();
        named.sort_by(|(a, _), (b, _)| a.cmp(b));
        named.into_iter().map(|(id, figure)| Self::of(id, figure)).collect()
    }

    fn of(id: String, figure: &'f PublishedFigure) -> Self {
        Self {
            figure,
            id,
            numbers: numbers(figure),
            display: words::display(figure),
            period: figure.period.to_string(),
            status: figure.status(),
            reason: figure.outcome.as_ref().err().map(ToString::to_string),
            target: figure.goal.is_some().then(|| words::target_alone(figure)),
        }
    }
}
