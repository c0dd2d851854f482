//! The typed things of a page (prose, tables of figures) and the placeholders that stand for them while a
//! template is laid out; figures in prose likewise.

use crate::figures::PublishedFigure;
use crate::model::FigureId;
use crate::narrative::{self, Mention, Prose, TableCell};
use crate::words::display;

use super::document::{Block, Cell, Column, Inline, Side, Table};
use super::markdown_parser::parse;

/// What a placeholder in a template's output stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Placed<'s> {
    /// Prose of the narrative.
    Prose(&'s Prose),
    /// A table of figures.
    Table(&'s narrative::Table),
    /// A figure alone.
    Figure(&'s PublishedFigure),
    /// The head ends, the body begins.
    Main,
    /// The body ends, the foot begins.
    Footer,
}

/// The typed things of a page, in the order in which placeholders number them.
#[derive(Debug, Default)]
pub(super) struct Placements<'s>(Vec<Placed<'s>>);

const OPEN: char = '\u{E002}';
const CLOSE: char = '\u{E003}';

impl<'s> Placements<'s> {
    /// Takes in a thing; gives the placeholder that stands for it.
    pub(super) fn add(&mut self, placed: Placed<'s>) -> String {
        let placeholder = format!("{OPEN}{}{CLOSE}", self.0.len());
        self.0.push(placed);
        placeholder
    }

    /// The things that running text stands for, where it holds nothing but placeholders.
    pub(super) fn only(&self, content: &[Inline]) -> Option<Vec<Placed<'s>>> {
        let [Inline::Text(text)] = content else { return None };
        let mut things = Vec::new();
        for part in parts(text, OPEN, CLOSE) {
            match part {
                Part::Words(words) if words.trim().is_empty() => {}
                Part::Words(_) => return None,
                Part::Number(number) => things.extend(self.0.get(number).copied()),
            }
        }
        (!things.is_empty()).then_some(things)
    }

    /// Running text with the words of prose in place of its placeholders.
    pub(super) fn within(&self, content: Vec<Inline>, mentions: &[Mention]) -> Vec<Inline> {
        replace(content, OPEN, CLOSE, &|number| match self.0.get(number) {
            Some(Placed::Prose(prose)) => on_one_line(prose_blocks(prose, mentions)),
            Some(Placed::Figure(figure)) => vec![alone(figure)],
            _ => Vec::new(),
        })
    }
}

/// A figure as a table shows it.
pub(super) fn alone(figure: &PublishedFigure) -> Inline {
    Inline::Figure { id: figure.id.clone(), words: display(figure) }
}

/// The positions of the figures that prose mentions.
pub(super) fn mentioned_in(prose: &Prose) -> impl Iterator<Item = usize> {
    parts(&prose.0, Prose::OPEN, Prose::CLOSE).into_iter().filter_map(|part| match part {
        Part::Number(number) => Some(number),
        Part::Words(_) => None,
    })
}

/// The blocks that prose says, figures in it.
pub(super) fn prose_blocks(prose: &Prose, mentions: &[Mention]) -> Vec<Block> {
    parse(&prose.0).into_iter().map(|block| with_figures(block, mentions)).collect()
}

fn with_figures(block: Block, mentions: &[Mention]) -> Block {
    let within = |content| mentioned(content, mentions);
    let all = |blocks: Vec<Block>| blocks.into_iter().map(|block| with_figures(block, mentions)).collect();
    match block {
        Block::Paragraph(content) => Block::Paragraph(within(content)),
        Block::Heading(mut heading) => {
            heading.content = within(heading.content);
            Block::Heading(heading)
        }
        Block::Quote(inner) => Block::Quote(all(inner)),
        Block::List(mut list) => {
            list.items = list.items.into_iter().map(all).collect();
            Block::List(list)
        }
        Block::Table(table) => Block::Table(map_cells(table, &within)),
        Block::Code(text) => Block::Code(in_plain_text(&text, mentions)),
        Block::Rule => Block::Rule,
    }
}

/// The table with each of its cells changed.
pub(super) fn map_cells(table: Table, change: &impl Fn(Cell) -> Cell) -> Table {
    let columns = table.columns.into_iter().map(|column| Column { header: change(column.header), ..column });
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(change).collect());
    Table { columns: columns.collect(), rows: rows.collect(), ..table }
}

fn mentioned(content: Vec<Inline>, mentions: &[Mention]) -> Vec<Inline> {
    let in_addresses = content.into_iter().map(|inline| match inline {
        Inline::Link { address, content } => {
            Inline::Link { address: in_plain_text(&address, mentions), content }
        }
        Inline::Code(text) => Inline::Code(in_plain_text(&text, mentions)),
        other => other,
    });
    replace(in_addresses.collect(), Prose::OPEN, Prose::CLOSE, &|number| {
        let figure =
            mentions.get(number).map(|m| Inline::Figure { id: m.id.clone(), words: m.words.clone() });
        figure.into_iter().collect()
    })
}

fn in_plain_text(text: &str, mentions: &[Mention]) -> String {
    let words = parts(text, Prose::OPEN, Prose::CLOSE).into_iter().map(|part| match part {
        Part::Words(words) => words,
        Part::Number(number) => mentions.get(number).map_or("", |mention| &mention.words),
    });
    words.collect()
}

/// Running text with what `with` gives in place of each numbered placeholder.
fn replace(
    content: Vec<Inline>,
    open: char,
    close: char,
    with: &dyn Fn(usize) -> Vec<Inline>,
) -> Vec<Inline> {
    let mut replaced = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Text(text) => {
                replaced.extend(parts(&text, open, close).into_iter().flat_map(|part| match part {
                    Part::Words(words) => vec![Inline::Text(words.to_owned())],
                    Part::Number(number) => with(number),
                }));
            }
            Inline::Strong(inner) => replaced.push(Inline::Strong(replace(inner, open, close, with))),
            Inline::Emphasis(inner) => replaced.push(Inline::Emphasis(replace(inner, open, close, with))),
            Inline::Link { address, content } => {
                replaced.push(Inline::Link { address, content: replace(content, open, close, with) });
            }
            other => replaced.push(other),
        }
    }
    replaced
}

/// A part of a text with numbered placeholders.
#[derive(Debug, PartialEq, Eq)]
enum Part<'t> {
    Words(&'t str),
    Number(usize),
}

fn parts(text: &str, open: char, close: char) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        found.push(Part::Words(before));
        rest = after;
        if let Some((number, after)) = after.split_once(close)
            && let Ok(number) = number.parse()
        {
            found.push(Part::Number(number));
            rest = after;
        }
    }
    found.push(Part::Words(rest));
    found.retain(|part| *part != Part::Words(""));
    found
}

/// Blocks as one stretch of running text, for where only that can stand.
fn on_one_line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::new();
    for block in blocks {
        let (content, between) = match block {
            Block::Paragraph(content) => (content, " "),
            Block::Heading(heading) => (heading.content, " "),
            Block::Quote(inner) => (on_one_line(inner), " "),
            Block::List(list) => {
                let items = list.items.into_iter().map(on_one_line);
                let joined = items.flat_map(|item| [vec![Inline::Text("; ".to_owned())], item]).skip(1);
                (joined.flatten().collect(), " ")
            }
            Block::Code(text) => (vec![Inline::Code(text)], " "),
            Block::Table(table) => (table.rows.into_iter().flatten().flatten().collect(), " "),
            Block::Rule => continue,
        };
        if !line.is_empty() {
            line.push(Inline::Text(between.to_owned()));
        }
        line.extend(content);
    }
    line
}

/// A table of figures as a block: its rows have headers, its numbers line up on the right.
pub(super) fn figures_table(table: &narrative::Table) -> Table {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let columns = table.columns.iter().enumerate().map(|(position, header)| Column {
        header: text(header),
        side: if position == 0 { Side::Left } else { Side::Right },
    });
    let rows = table.rows.iter().map(|row| {
        let header = std::iter::once(text(&row.header));
        header.chain(row.cells.iter().map(figure_cell)).collect()
    });
    Table {
        caption: text(&table.caption),
        columns: columns.collect(),
        rows: rows.collect(),
        row_headers: true,
    }
}

fn figure_cell(cell: &TableCell) -> Cell {
    let words = cell.words.clone();
    let figure = |id: &FigureId| Inline::Figure { id: id.clone(), words: words.clone() };
    vec![cell.id.as_ref().map_or_else(|| Inline::Text(words.clone()), figure)]
}
