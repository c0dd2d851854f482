//! What the narrative says, as typed blocks: records of plain text, prose, dates, choices and lists of these.

use std::collections::BTreeMap;

use super::{Cell, Date, Place, Text};

/// A value in a block. Which fields a block has, and of what kind, stands in the schema that reads it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A name or label: shown as it is written, never read as Markdown.
    Plain(Text),
    /// Markdown with figures in it.
    Prose(Text),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A day.
    Date(Date),
    /// One of the words that the schema allows.
    Choice(&'static str),
    /// The name of a figure, with where it is written.
    Figure(Text),
    /// Several, in order.
    List(Vec<Content>),
    /// A block within a block.
    Record(Record),
}

/// The fields of one block, by name, and where the block stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Where the block begins.
    pub place: Place,
    /// Its fields; those that were not given are not there.
    pub fields: BTreeMap<&'static str, Content>,
    /// Where each field stands, of a row of a table.
    pub cells: BTreeMap<&'static str, Cell>,
}

impl Record {
    /// The field of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Content> {
        self.fields.get(name)
    }

    /// The text of a plain or prose field.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&Text> {
        match self.get(name)? {
            Content::Plain(text) | Content::Prose(text) | Content::Figure(text) => Some(text),
            _ => None,
        }
    }

    /// The choice made in a field.
    #[must_use]
    pub fn choice(&self, name: &str) -> Option<&'static str> {
        match self.get(name)? {
            Content::Choice(word) => Some(word),
            _ => None,
        }
    }

    /// The records of a list field; none where it was not given.
    pub fn records(&self, name: &str) -> impl Iterator<Item = &Record> {
        self.list(name).iter().filter_map(|item| match item {
            Content::Record(record) => Some(record),
            _ => None,
        })
    }

    /// The items of a list field; none where it was not given.
    #[must_use]
    pub fn list(&self, name: &str) -> &[Content] {
        match self.get(name) {
            Some(Content::List(items)) => items,
            _ => &[],
        }
    }
}
