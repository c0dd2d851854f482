//! A comparison as a page: one tree, written as Markdown or HTML by the writers of reports.

use crate::render::document::{Block, Cell, Column, Document, Heading, Inline, List, Marks, Side, Table};

use super::change::{Change, Comparison};
use super::order::Asked;
use super::phrase::{difference, in_passing, left_out, remarks, shown, side, sides};

/// The comparison as a document.
#[must_use]
pub fn page(comparison: &Comparison<'_>, asked: &Asked) -> Document {
    let told = asked.told(comparison);
    let title = format!("What changed: {} and {}", side(comparison.old), side(comparison.new));
    let mut main = Vec::new();
    let mut number = 0_usize;
    let mut section = |name: &str, blocks: Vec<Block>| {
        number = number.saturating_add(1);
        main.push(heading(2, &format!("topic-{number}"), name));
        main.extend(blocks);
    };
    for topic in &told.topics {
        let mut blocks = changes(topic.name, &topic.large, comparison);
        if !topic.small.is_empty() {
            let small: Vec<String> = topic.small.iter().map(|change| in_passing(change)).collect();
            blocks.push(paragraph(&format!("Smaller changes: {}.", small.join("; "))));
        }
        section(topic.name, blocks);
    }
    if !told.revised.is_empty() {
        let name = "Given differently for the same period";
        section(name, changes(name, &told.revised, comparison));
    }
    let left = left_out(&told);
    if !left.is_empty() {
        section("Not shown", vec![list(left.iter().map(|line| line.as_str()))]);
    }
    let mut header = vec![heading(1, "top", &title)];
    header.extend(sides(comparison).iter().map(|side| paragraph(side)));
    Document { title, board: comparison.new.board.clone(), header, main, ..Document::default() }
}

/// A table of the changes, and beneath it what is to be said of each.
fn changes(caption: &str, changes: &[&Change<'_>], comparison: &Comparison<'_>) -> Vec<Block> {
    if changes.is_empty() {
        return Vec::new();
    }
    let column = |header: &str, side| Column { header: plain(header), side };
    let row = |change: &&Change<'_>| -> Vec<Cell> {
        vec![
            plain(change.label()),
            plain(shown(change.old)),
            plain(shown(change.new)),
            plain(&difference(change)),
        ]
    };
    let old = format!("Old: {}", side(comparison.old));
    let new = format!("New: {}", side(comparison.new));
    let table = Table {
        caption: plain(caption),
        columns: vec![
            column("Figure", Side::Left),
            column(&old, Side::Right),
            column(&new, Side::Right),
            column("Change", Side::Right),
        ],
        rows: changes.iter().map(row).collect(),
        ..Table::default()
    };
    let said = changes.iter().flat_map(|change| {
        let label = change.label();
        remarks(change).into_iter().map(move |remark| format!("{label}: {remark}"))
    });
    let said: Vec<String> = said.collect();
    let mut blocks = vec![Block::Table(table)];
    if !said.is_empty() {
        blocks.push(list(said.iter().map(String::as_str)));
    }
    blocks
}

fn plain(text: &str) -> Vec<Inline> {
    if text.is_empty() { Vec::new() } else { vec![Inline::Text(text.to_owned())] }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(plain(text))
}

fn heading(level: u8, id: &str, text: &str) -> Block {
    Block::Heading(Heading { level, id: id.to_owned(), number: String::new(), content: plain(text) })
}

fn list<'t>(items: impl Iterator<Item = &'t str>) -> Block {
    let items = items.map(|item| vec![paragraph(item)]).collect();
    Block::List(List { marks: Marks::Bullets, tight: true, items })
}
