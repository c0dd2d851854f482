//! What is said of figures, in pieces: each number knows which figure it is.

use std::fmt;

use crate::figures::PublishedFigure;
use crate::model::FigureId;

use super::display::display;
use super::list::separators;

/// Words, or why there are none, are made of these: read one after another they are the sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said(Vec<Piece>);

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The figure that the words tell: its number, or what stands for one; none for the words between.
    pub id: Option<FigureId>,
    /// The words.
    pub words: String,
}

impl Said {
    /// Words that tell the figure `id`.
    #[must_use]
    pub fn of(id: &FigureId, words: impl Into<String>) -> Self {
        Self(vec![Piece { id: Some(id.clone()), words: words.into() }])
    }

    /// A figure alone, as [`display`] has it.
    #[must_use]
    pub fn alone(figure: &PublishedFigure) -> Self {
        Self::of(&figure.id, display(figure))
    }

    /// With `more` after it.
    #[must_use]
    pub fn and(mut self, more: impl Into<Self>) -> Self {
        for piece in more.into().0 {
            match self.0.last_mut() {
                Some(Piece { id: None, words }) if piece.id.is_none() => words.push_str(&piece.words),
                _ => self.0.push(piece),
            }
        }
        self
    }

    /// "a", "a and b", "a, b and c".
    #[must_use]
    pub fn listed(items: Vec<Self>) -> Self {
        let between = separators(items.len());
        between.zip(items).fold(Self::default(), |said, (before, item)| said.and(before).and(item))
    }

    /// With a capital, for the beginning of a sentence.
    #[must_use]
    pub fn capitalised(mut self) -> Self {
        if let Some(first) = self.0.first_mut() {
            first.words = super::capitalised(&first.words);
        }
        self
    }

    /// With each stretch of words changed.
    #[must_use]
    pub fn map(self, change: impl Fn(&str) -> String) -> Self {
        Self(self.0.into_iter().map(|Piece { id, words }| Piece { id, words: change(&words) }).collect())
    }

    /// The pieces, in reading order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The figures that it tells, in reading order.
    pub fn ids(&self) -> impl Iterator<Item = &FigureId> {
        self.0.iter().filter_map(|piece| piece.id.as_ref())
    }
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        if words.is_empty() { Self::default() } else { Self(vec![Piece { id: None, words }]) }
    }
}

impl From<&str> for Said {
    fn from(words: &str) -> Self {
        Self::from(words.to_owned())
    }
}

/// The words alone.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(&piece.words))
    }
}
