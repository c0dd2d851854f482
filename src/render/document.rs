//! The document tree: what a page says and how it is built up, the same for every form that it is written in.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::FigureId;

use super::chart::Picture;
use super::look::Look;
use super::trace::Sources;

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called: "Annual report 2013/14".
    pub title: String,
    /// Whose it is.
    pub board: String,
    /// How far it has come, where it is not final: "Draft 3".
    pub status: String,
    /// How it looks.
    pub look: Look,
    /// Whether its head is a cover when it is printed.
    pub cover: bool,
    /// Its head: the one heading of level 1 and what stands directly beneath it.
    pub header: Vec<Block>,
    /// Its body; headings in it are of level 2 to 6 and never skip a level.
    pub main: Vec<Block>,
    /// What stands at the foot.
    pub footer: Vec<Block>,
    /// The figures that each section uses and the page explains.
    pub sources: Vec<Sources>,
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph: never empty.
    Paragraph(Vec<Inline>),
    /// A paragraph with a number of its own.
    Numbered(Numbered),
    /// A list.
    List(List),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Box<Chart>),
    /// Text as it is typed, without its last line end.
    Code(String),
    /// A line across the page.
    Rule,
}

/// A heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its address in the page; no other heading has it.
    pub id: String,
    /// What stands before its words: "3.1", "Appendix B:"; empty where headings are not numbered.
    pub number: String,
    /// What it says.
    pub content: Vec<Inline>,
}

/// A paragraph with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Its number as text refers to it: "3.1.2", "17".
    pub number: String,
    /// What it says; never empty.
    pub content: Vec<Inline>,
}

/// A list: never empty, nor is any of its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What stands before its items.
    pub marks: Marks,
    /// Whether its items stand close, without paragraphs' distance between them.
    pub tight: bool,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// The same mark before each.
    Bullets,
    /// Numbers from this one: "1.", "2.".
    Numbers(usize),
    /// Letters from this one, counted from 1: "(a)", "(b)".
    Letters(usize),
    /// Small roman numbers from this one: "(i)", "(ii)".
    Roman(usize),
}

/// A table. Every row has as many cells as there are columns, and the first of them is its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows; empty for a table typed in the text.
    pub caption: Vec<Inline>,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows beneath the header.
    pub rows: Vec<Vec<Cell>>,
    /// What is said beneath it of its numbers.
    pub notes: Vec<String>,
    /// What is clicked on to see it on a screen, where it stands aside: "Table: month by month".
    pub aside: Option<&'static str>,
}

/// A chart: its picture, the words for it, and its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its name, which no other chart of the report has; its file is called by it.
    pub name: String,
    /// What it shows, as a statement.
    pub title: Vec<Inline>,
    /// What is drawn: which figure, by what.
    pub shows: String,
    /// What it says, for who can't see it.
    pub says: String,
    /// What the marks in it mean.
    pub notes: Vec<String>,
    /// The picture.
    pub picture: Picture,
    /// Its numbers.
    pub table: Table,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: Cell,
    /// On which side its cells line up.
    pub side: Side,
}

/// What a cell of a table says.
pub type Cell = Vec<Inline>;

/// On which side the cells of a column line up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Not said.
    #[default]
    Unsaid,
    /// Left, for words.
    Left,
    /// In the middle.
    Middle,
    /// Right, for numbers.
    Right,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Of importance.
    Strong(Vec<Inline>),
    /// With stress.
    Emphasis(Vec<Inline>),
    /// A link; only to web and mail addresses, telephone numbers and places in the page.
    Link {
        /// Where it leads.
        address: String,
        /// What it says.
        content: Vec<Inline>,
    },
    /// Text as it is typed.
    Code(String),
    /// A new line in the same paragraph.
    LineBreak,
    /// A figure, in words.
    Figure {
        /// Which one.
        id: FigureId,
        /// What the page says.
        words: String,
    },
    /// An acronym where a section uses it first.
    Acronym {
        /// The acronym.
        words: String,
        /// What it stands for.
        spelt_out: String,
    },
    /// The months of a figure as a small line; the words after it say what matters of it, so that forms without
    /// drawings go without.
    Sparkline(Sparkline),
    /// What a figure is called, where the page says how it was worked out: links to it lead here.
    Name {
        /// Which one.
        id: FigureId,
        /// What it is called.
        words: String,
    },
}

/// A small line within text, which every page that has it shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparkline {
    /// The picture as SVG, with all that it shows for who can't see it.
    pub svg: Arc<str>,
}

impl Inline {
    /// The words that it is, where it is nothing else.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(words)
            | Self::Code(words)
            | Self::Figure { words, .. }
            | Self::Name { words, .. }
            | Self::Acronym { words, .. } => Some(words),
            Self::Strong(_)
            | Self::Emphasis(_)
            | Self::Link { .. }
            | Self::LineBreak
            | Self::Sparkline(_) => None,
        }
    }
}

impl Numbered {
    /// The number as it stands before the paragraph: a single number has a full stop after it.
    #[must_use]
    pub fn label(&self) -> String {
        if self.number.contains('.') { self.number.clone() } else { format!("{}.", self.number) }
    }

    /// Its address in the page: `p-3-1-2`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("p-{}", self.number.replace('.', "-"))
    }
}

impl Heading {
    /// All that the heading says, its number included, without form.
    #[must_use]
    pub fn words(&self) -> String {
        let said = words(&self.content);
        if self.number.is_empty() { said.into_owned() } else { format!("{} {said}", self.number) }
    }
}

impl Document {
    /// All blocks of the top level, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.header.iter().chain(&self.main).chain(&self.footer)
    }
}

/// What running text says, without its form.
#[must_use]
pub fn words(content: &[Inline]) -> Cow<'_, str> {
    match content {
        [one] if let Some(words) = one.words() => Cow::Borrowed(words),
        several => {
            let mut said = String::new();
            add_words(several, &mut said);
            Cow::Owned(said)
        }
    }
}

fn add_words(content: &[Inline], said: &mut String) {
    for inline in content {
        match inline {
            Inline::LineBreak => said.push(' '),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
                add_words(inner, said);
            }
            _ => said.push_str(inline.words().unwrap_or_default()),
        }
    }
}
