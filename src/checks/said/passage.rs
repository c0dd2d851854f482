//! The narrative's content → every text of it that readers see, with what is around it.

use super::audience::{self, Audience};
use crate::model::{Content, Record, Text};

/// A text that readers see.
#[derive(Clone, Debug)]
pub(super) struct Passage<'n> {
    /// The text.
    pub(super) text: &'n Text,
    /// Whether it is Markdown with figures, rather than a name or label.
    pub(super) is_prose: bool,
    /// The block that it is in: `sections`, `priorities`.
    pub(super) block: &'static str,
    /// The key of the block's entry that it stands under: `text`, `done`.
    pub(super) part: &'static str,
    /// The record that holds it.
    pub(super) record: &'n Record,
    /// Whether it is an item of a list of like ones, and not running text.
    pub(super) is_item: bool,
    /// Who sees it.
    pub(super) audience: Audience,
}

/// Keys whose text steers the program and is never shown.
const NOT_SHOWN: &[&str] = &[
    "accent",
    "carried",
    "last_published",
    "logo",
    "name",
    "only",
    "show",
    "templates",
    "template_folder",
    "website",
    "year",
    "data_to",
    "lists",
    "columns",
];

/// Blocks whose texts are running text, even though there are several of each.
const RUNNING: &[&str] = &["sections", "appendices", "contributions"];

/// Every text that readers see, in the order of the files and of the places in them.
pub(super) fn passages(content: &Record) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    let shown = audience::of_blocks(content);
    for (block, value) in content.fields.iter().filter(|(name, _)| !NOT_SHOWN.contains(name)) {
        let around = Around { block, part: None, field: block, record: content, is_item: false };
        gather(value, around, shown.get(block).unwrap_or(&Audience::All), &mut found);
    }
    found.sort_by_cached_key(|passage| passage.text.whole());
    found
}

/// What is around a value.
#[derive(Clone, Copy)]
struct Around<'n> {
    block: &'static str,
    part: Option<&'static str>,
    field: &'static str,
    record: &'n Record,
    is_item: bool,
}

fn gather<'n>(value: &'n Content, around: Around<'n>, audience: &Audience, found: &mut Vec<Passage<'n>>) {
    match value {
        Content::Plain(text) | Content::Prose(text) => {
            let Around { block, part, field, record, is_item } = around;
            let part = part.unwrap_or(field);
            let is_prose = matches!(value, Content::Prose(_));
            let audience = audience.clone();
            found.push(Passage { text, is_prose, block, part, record, is_item, audience });
        }
        Content::List(items) => {
            let is_item = !RUNNING.contains(&around.block);
            items.iter().for_each(|item| gather(item, Around { is_item, ..around }, audience, found));
        }
        Content::Record(record) => {
            let audience =
                if around.field == "sections" { audience.of_section(record) } else { audience.clone() };
            for (field, value) in record.fields.iter().filter(|(name, _)| !NOT_SHOWN.contains(name)) {
                let part = around.part.or(Some(field));
                gather(value, Around { part, field, record, ..around }, &audience, found);
            }
        }
        Content::Flag(_) | Content::Whole(_) | Content::Date(_) | Content::Choice(_) | Content::Figure(_) => {
        }
    }
}
