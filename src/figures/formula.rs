//! How a figure is worked out, in words: the figures that it is made from, with what stands around them.

use std::borrow::Cow;

use crate::model::FigureId;

use super::Figure;

/// What stands around the figures that one is made from, which stand in it by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Words alone: "as given".
    Words(&'static str),
    /// All of them in a row: what stands before them, between two of them, and behind them.
    Row(&'static str, &'static str, Cow<'static, str>),
    /// Values, each with its weight behind it.
    WeightedMean,
}

/// A piece of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'f> {
    /// What stands around figures.
    Text(&'f str),
    /// A figure.
    Input(&'f FigureId),
}

impl Default for Formula {
    fn default() -> Self {
        Self::Words("")
    }
}

impl Figure {
    /// How it is worked out, with ids: "referrals ÷ contacts × 100".
    #[must_use]
    pub fn formula_text(&self) -> String {
        let mut text = String::new();
        self.write_formula(&mut text);
        text
    }

    /// Writes the same to the end of a text.
    pub fn write_formula(&self, to: &mut String) {
        self.each_piece(|piece| match piece {
            Piece::Text(text) => to.push_str(text),
            Piece::Input(id) => id.push_to(to),
        });
    }

    /// The same in pieces, of which none is empty.
    #[must_use]
    pub fn formula_pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        self.each_piece(|piece| pieces.push(piece));
        pieces.retain(|piece| *piece != Piece::Text(""));
        pieces
    }

    fn each_piece<'f>(&'f self, mut tell: impl FnMut(Piece<'f>)) {
        match &self.formula {
            Formula::Words(words) => tell(Piece::Text(words)),
            Formula::Row(before, mark, after) => {
                tell(Piece::Text(before));
                in_a_row(self.inputs.iter(), mark, &mut tell);
                tell(Piece::Text(after));
            }
            Formula::WeightedMean => {
                tell(Piece::Text("("));
                for (position, value_or_weight) in self.inputs.iter().enumerate() {
                    let mark = if position % 2 == 1 { " × " } else { " + " };
                    tell(Piece::Text(if position == 0 { "" } else { mark }));
                    tell(Piece::Input(value_or_weight));
                }
                tell(Piece::Text(") ÷ ("));
                in_a_row(self.inputs.iter().skip(1).step_by(2), " + ", &mut tell);
                tell(Piece::Text(")"));
            }
        }
    }
}

/// Tells ids, and the mark between each two of them.
fn in_a_row<'f>(ids: impl Iterator<Item = &'f FigureId>, mark: &'f str, tell: &mut impl FnMut(Piece<'f>)) {
    for (position, id) in ids.enumerate() {
        if position > 0 {
            tell(Piece::Text(mark));
        }
        tell(Piece::Input(id));
    }
}
