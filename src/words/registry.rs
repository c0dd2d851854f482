//! What a filter and a test are: names, sentences, examples and functions in one entry.

use crate::model::FigureId;

use super::asked::{Asked, Cannot, Phrase};
use super::said::Said;

/// A filter: how it is asked for, what it gives.
#[derive(Debug)]
pub struct Filter {
    /// Its name in text.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub sentence: &'static str,
    /// A use of it.
    pub example: &'static str,
    /// What that use gives, for one set of data.
    pub gives: &'static str,
    /// The arguments that it takes.
    pub takes: &'static [Takes],
    /// The figures that it sets beside the one it is put to.
    pub companions: fn(&FigureId) -> Vec<FigureId>,
    /// What it works on, and how.
    pub says: Says,
}

/// What kind of argument a filter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words in quotation marks.
    Words,
    /// A whole number.
    Whole,
    /// A figure.
    Figure,
}

/// What a filter works on.
#[derive(Clone, Copy, Debug)]
pub enum Says {
    /// A figure, of which it makes words.
    Figure(fn(&Asked<'_>) -> Phrase),
    /// Words that are made already.
    Words(fn(Said) -> Said),
    /// The words to use where there is no figure: its argument.
    Instead,
}

/// A test: a question that `{% if … %}` may ask.
#[derive(Debug)]
pub struct Test {
    /// Its name in text.
    pub name: &'static str,
    /// When it holds, in one sentence.
    pub sentence: &'static str,
    /// A use of it.
    pub example: &'static str,
    /// The figures that decide it beside the one it is asked of.
    pub companions: fn(&FigureId) -> Vec<FigureId>,
    /// How it is decided.
    pub asks: Asks,
}

/// How a test is decided.
#[derive(Clone, Copy, Debug)]
pub enum Asks {
    /// By whether the figure can be had.
    Available,
    /// By the figure.
    Figure(fn(&Asked<'_>) -> Result<bool, Cannot>),
}
