//! A comparison as a page: one tree, written as Markdown or HTML by the writers of reports.

use crate::render::document::{Block, Cell, Column, Document, Heading, Inline, List, Marks, Side, Table};

use super::chance::Variation;
use super::change::{Change, Comparison, Standing};
use super::order::Asked;
use super::phrase::{difference, explained, left_out, shown, side, sides};
use super::side::Reported;

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
        let large = changes(&format!("{}: larger changes", topic.name), &topic.large, comparison);
        let small = table(&format!("{}: smaller changes", topic.name), &topic.small, comparison);
        // Where there are no others, they need not stand aside.
        let aside = (!large.is_empty()).then_some("Table: smaller changes");
        let small = small.map(|table| Block::Table(Table { aside, ..table }));
        section(topic.name, large.into_iter().chain(small).collect());
    }
    if !told.revised.is_empty() {
        let name = "Given differently for the same period";
        section(name, changes(name, &told.revised, comparison));
    }
    let left = left_out(&told);
    if !left.is_empty() {
        section("Not shown", vec![list(left.iter().map(|line| line.as_str()))]);
    }
    let whose =
        if comparison.new.board.is_empty() { String::new() } else { format!("{}: ", comparison.new.board) };
    let mut header = vec![heading(1, "top", &format!("{whose}{title}"))];
    header.extend(sides(comparison).iter().map(|side| paragraph(side)));
    Document { title, board: comparison.new.board.clone(), header, main, ..Document::default() }
}

/// A table of the changes, and beneath it what explains them.
fn changes(caption: &str, changes: &[&Change<'_>], comparison: &Comparison<'_>) -> Vec<Block> {
    let explanation = |change: &&Change<'_>| {
        let said = explained(change).join("; ");
        let label = vec![Inline::Strong(plain(change.label()))];
        let item = label.into_iter().chain(with_code(&format!(": {said}"))).collect();
        (!said.is_empty()).then(|| vec![Block::Paragraph(item)])
    };
    let items: Vec<Vec<Block>> = changes.iter().filter_map(explanation).collect();
    let list = (!items.is_empty()).then_some(Block::List(List { marks: Marks::Bullets, tight: true, items }));
    table(caption, changes, comparison).map(Block::Table).into_iter().chain(list).collect()
}

/// The table; a column says how changes stand to the usual variation where that of one can be told.
fn table(caption: &str, changes: &[&Change<'_>], comparison: &Comparison<'_>) -> Option<Table> {
    let column = |header: &str, side| Column { header: plain(header), side };
    let old = format!("Old: {}", side(comparison.old));
    let new = format!("New: {}", side(comparison.new));
    let mut columns = vec![
        column("Figure", Side::Left),
        column(&old, Side::Right),
        column(&new, Side::Right),
        column("Change", Side::Right),
    ];
    let varies = changes.iter().any(|change| change.variation.is_some());
    columns.extend(varies.then(|| column("Beside the usual year-to-year variation", Side::Left)));
    let row = |change: &&Change<'_>| -> Vec<Cell> {
        let by = match (difference(change), change.standing()) {
            (by, _) if !by.is_empty() => by.replace(" percentage points", "\u{a0}points"),
            (_, Standing::Added) => "new".to_owned(),
            (_, Standing::Removed) => "gone".to_owned(),
            (_, Standing::Changed) => "can't be told".to_owned(),
        };
        let mut row =
            vec![plain(change.label()), figure(change, change.old), figure(change, change.new), plain(&by)];
        row.extend(varies.then(|| plain(change.variation.map_or("not tested", Variation::briefly))));
        row
    };
    let rows: Vec<Vec<Cell>> = changes.iter().map(row).collect();
    (!rows.is_empty()).then(|| Table { caption: plain(caption), columns, rows, ..Table::default() })
}

/// What one side shows, by the figure's id now.
fn figure(change: &Change<'_>, side: Option<&Reported>) -> Cell {
    match side {
        Some(figure) => vec![Inline::Figure { id: change.id.clone(), words: figure.display.clone() }],
        None => plain(shown(None)),
    }
}

/// Words in which ids stand between backticks.
fn with_code(text: &str) -> Vec<Inline> {
    let part = |(position, part): (usize, &str)| match position.is_multiple_of(2) {
        true => Inline::Text(part.to_owned()),
        false => Inline::Code(part.to_owned()),
    };
    text.split('`').enumerate().map(part).collect()
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
