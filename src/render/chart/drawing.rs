//! A drawing: shapes on a plane, in the order in which they are laid over one another.

use crate::model::{FigureId, Quantity};
use crate::narrative::ChartPoint;

/// A place or distance across: thousandths of a per cent of the width.
pub(super) type Across = i64;
/// A place or distance down: thousandths of the height of the letters.
pub(super) type Down = i64;

/// A picture of a chart.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) height: Down,
    /// Whether the number of each mark is written beside it.
    pub(super) numbered: bool,
    pub(super) shapes: Vec<Shape>,
}

/// What is drawn.
#[derive(Debug)]
pub(super) enum Shape {
    /// A straight line.
    Line { from: (Across, Down), to: (Across, Down), class: String, datum: Option<Datum> },
    /// A bar; `hatched` where it is told from others by its pattern.
    Bar {
        at: (Across, Down),
        width: Across,
        height: Down,
        class: String,
        hatched: bool,
        datum: Option<Datum>,
    },
    /// A point.
    Dot { at: (Across, Down), class: String, datum: Option<Datum> },
    /// Words.
    Words(Words),
}

/// Words in a drawing.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Where they begin (or their middle is), and their base line.
    pub(super) at: (Across, Down),
    /// Whether `at` is their middle.
    pub(super) centred: bool,
    /// Whether they stand a little to the right of it, behind a mark.
    pub(super) behind: bool,
    pub(super) class: &'static str,
    pub(super) text: String,
    /// What follows where there is room.
    pub(super) if_wide: String,
    /// What follows quietly, after a space.
    pub(super) quiet: String,
    pub(super) datum: Option<Datum>,
}

/// The published figure that a mark stands for.
#[derive(Debug)]
pub(super) struct Datum {
    pub(super) id: Option<FigureId>,
    pub(super) signs: String,
    pub(super) number: Option<Quantity>,
}

impl Datum {
    pub(super) fn of(point: &ChartPoint) -> Option<Self> {
        Some(Self { id: point.id.clone(), signs: point.signs.clone(), number: point.number.clone() })
    }
}

impl Drawing {
    pub(super) fn line(&mut self, from: (Across, Down), to: (Across, Down), class: impl Into<String>) {
        self.shapes.push(Shape::Line { from, to, class: class.into(), datum: None });
    }

    pub(super) fn words(&mut self, words: Words) {
        self.shapes.push(Shape::Words(words));
    }
}
