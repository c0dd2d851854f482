//! The story: what the narrative says once figures are in it, ready for any template.

use std::collections::BTreeMap;

use crate::model::{Date, FigureId, Place};
use crate::words::Said;

use super::{Chart, ChartPoint};

/// What the narrative says, bound once for all templates.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The narrative's content with its texts bound: `report`, `terms`, `sections`, blocks.
    pub content: BoundRecord,
    /// What prose says of figures; a placeholder in prose is a position in this list.
    pub mentions: Vec<Said>,
    /// The references to sections and appendices in prose; a placeholder is a position in this list.
    pub references: Vec<Reference>,
    /// Every use of every figure, in text, conditions and tables, untaken branches included.
    pub uses: Vec<Use>,
}

/// The fields of one block, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoundRecord(pub BTreeMap<&'static str, Bound>);

/// A bound value.
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// Shown as it is written.
    Plain(String),
    /// Markdown with placeholders.
    Prose(Prose),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A day.
    Date(Date),
    /// A word that the schema allows.
    Choice(&'static str),
    /// A table of figures.
    Table(Table),
    /// A chart of figures.
    Chart(Box<Chart>),
    /// Several, in order.
    List(Vec<Bound>),
    /// A block within a block.
    Record(BoundRecord),
}

/// Markdown in which figures and references stand as placeholders: [`Prose::OPEN`] with the position in
/// [`Story::mentions`], or [`Prose::REFERENCE`] with that in [`Story::references`], in decimal digits, and
/// [`Prose::CLOSE`]. No narrative text may hold these characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(pub String);

impl Prose {
    /// Opens a placeholder.
    pub const OPEN: char = '\u{E000}';
    /// Opens the placeholder of a reference.
    pub const REFERENCE: char = '\u{E004}';
    /// Closes a placeholder.
    pub const CLOSE: char = '\u{E001}';
}

/// A reference to a section or appendix. What it says, "section 3" or the title, each template decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The name of what it refers to.
    pub name: String,
    /// The title of that.
    pub title: String,
    /// Where the narrative refers to it.
    pub place: Place,
}

/// A use of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which figure.
    pub id: FigureId,
    /// Where the narrative uses it.
    pub place: Place,
    /// Which part of the narrative that is: "sections[2].text".
    pub path: String,
}

/// A table of figures: a row a figure, a column a year or comparator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Said,
    /// The headers of the columns, that of the row headers first.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// What is to be said beneath it of its numbers.
    pub notes: Vec<String>,
    /// The numbers that its small lines show, where it has such.
    pub behind: Option<Box<Table>>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its header: the figure's label, with its unit.
    pub header: String,
    /// Its cells, one a column after the first.
    pub cells: Vec<TableCell>,
}

/// A cell of a table: never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableCell {
    /// Which figure, where there is one.
    pub id: Option<FigureId>,
    /// What it says: a number, or a symbol in square brackets; nothing where it shows months.
    pub words: String,
    /// What stands behind a number that is not final: "[p]", "[r]"; else nothing.
    pub mark: &'static str,
    /// The months that it shows in place of a number.
    pub months: Option<Box<Months>>,
}

/// The months of a figure as a small line in the row of its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Months {
    /// Its numbers, month by month, as the line shows them.
    pub points: Vec<ChartPoint>,
    /// The same as a table shows them.
    pub cells: Vec<TableCell>,
    /// All that the line shows, for who can't see it: "April 1,012, May 1,101".
    pub says: String,
    /// What stands beneath the line: "Lowest 98 (Jul), highest 1,101 (May)".
    pub ends: Said,
}
