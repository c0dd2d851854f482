//! The typed things of a page (prose, tables of figures) and the placeholders that stand for them while a
//! template is laid out; figures in prose likewise.

use crate::figures::PublishedFigure;
use crate::jinja::{FIRST_MARK, LAST_MARK};
use crate::narrative::{self, Prose};
use crate::words::{Said, display};

use super::acronyms::Acronym;
use super::document::{Block, Cell, Column, Heading, Inline, List, Numbered, Table, words};
use super::figures::pieces;
use super::markdown_parser::parse;

/// What a placeholder in a template's output stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Placed<'s> {
    /// Prose of the narrative.
    Prose(&'s Prose),
    /// A table of figures.
    Table(&'s narrative::Table),
    /// A chart of figures.
    Chart(&'s narrative::Chart),
    /// A figure alone.
    Figure(&'s PublishedFigure),
    /// What a figure is called, where the page says how it was worked out.
    Name(&'s PublishedFigure),
    /// An acronym, where the page lists those that it uses.
    Acronym(Acronym<'s>),
    /// The head ends, the body begins.
    Main,
    /// The body ends, the foot begins.
    Footer,
}

/// A part of the report that text can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part<'s> {
    /// The name by which text refers to it, if it has one.
    pub(super) name: Option<&'s str>,
    /// Whether it is an appendix.
    pub(super) is_appendix: bool,
}

/// The typed things of a page, in the order in which placeholders number them.
#[derive(Debug, Default)]
pub(super) struct Placements<'s> {
    placed: Vec<Placed<'s>>,
    /// The parts whose titles carry a mark, in the order of the marks.
    parts: Vec<Part<'s>>,
}

const OPEN: char = '\u{E002}';
const CLOSE: char = '\u{E003}';

impl<'s> Placements<'s> {
    /// Takes in a thing; gives the placeholder that stands for it.
    pub(super) fn add(&mut self, placed: Placed<'s>) -> String {
        let placeholder = format!("{OPEN}{}{CLOSE}", self.placed.len());
        self.placed.push(placed);
        placeholder
    }

    /// Takes in a part; gives its title with the mark that tells where the template sets it.
    pub(super) fn mark(&mut self, part: Part<'s>, title: &str) -> String {
        match (FIRST_MARK..=LAST_MARK).nth(self.parts.len()) {
            Some(mark) => {
                self.parts.push(part);
                format!("{title}{mark}")
            }
            None => title.to_owned(),
        }
    }

    /// The part whose title stands in running text.
    pub(super) fn part_in(&self, content: &[Inline]) -> Option<Part<'s>> {
        let said = words(content);
        let mark = said.chars().find(|c| (FIRST_MARK..=LAST_MARK).contains(c))?;
        let position = (FIRST_MARK..mark).count();
        self.parts.get(position).copied()
    }

    /// The things that running text stands for, where it holds nothing but placeholders.
    pub(super) fn only(&self, content: &[Inline]) -> Option<Vec<Placed<'s>>> {
        let [Inline::Text(text)] = content else { return None };
        let mut things = Vec::new();
        for part in stretches(text, OPEN, CLOSE) {
            match part {
                Stretch::Words(words) if words.trim().is_empty() => {}
                Stretch::Words(_) => return None,
                Stretch::Number(number) => things.extend(self.placed.get(number).copied()),
            }
        }
        (!things.is_empty()).then_some(things)
    }

    /// Running text with the words of prose in place of its placeholders.
    pub(super) fn within(&self, content: Vec<Inline>, mentions: &[Said]) -> Vec<Inline> {
        let content = content.into_iter().map(without_marks).collect();
        replace(content, OPEN, CLOSE, &|number| match self.placed.get(number) {
            Some(Placed::Prose(prose)) => on_one_line(prose_blocks(prose, mentions)),
            Some(Placed::Figure(figure)) => vec![alone(figure)],
            Some(Placed::Name(figure)) => vec![name(figure)],
            Some(Placed::Acronym(acronym)) => vec![short(*acronym)],
            _ => Vec::new(),
        })
    }
}

fn without_marks(inline: Inline) -> Inline {
    let is_mark = |c: char| (FIRST_MARK..=LAST_MARK).contains(&c);
    let plain = |text: String| if text.is_ascii() { text } else { text.replace(is_mark, "") };
    let all = |content: Vec<Inline>| content.into_iter().map(without_marks).collect();
    match inline {
        Inline::Text(text) => Inline::Text(plain(text)),
        Inline::Code(text) => Inline::Code(plain(text)),
        Inline::Strong(inner) => Inline::Strong(all(inner)),
        Inline::Emphasis(inner) => Inline::Emphasis(all(inner)),
        Inline::Link { address, content } => Inline::Link { address: plain(address), content: all(content) },
        other => other,
    }
}

/// A figure as a table shows it.
pub(super) fn alone(figure: &PublishedFigure) -> Inline {
    Inline::Figure { id: figure.id.clone(), words: display(figure) }
}

/// What a figure is called, for links to lead to.
pub(super) fn name(figure: &PublishedFigure) -> Inline {
    Inline::Name { id: figure.id.clone(), words: figure.label.clone() }
}

/// An acronym in the list of those that a page uses.
pub(super) fn short(acronym: Acronym<'_>) -> Inline {
    let (words, spelt_out) = (acronym.short.to_owned(), acronym.spelt_out.to_owned());
    Inline::Acronym { words, spelt_out }
}

/// The positions of the figures that prose mentions.
pub(super) fn mentioned_in(prose: &Prose) -> impl Iterator<Item = usize> {
    stretches(&prose.0, Prose::OPEN, Prose::CLOSE).into_iter().filter_map(|part| match part {
        Stretch::Number(number) => Some(number),
        Stretch::Words(_) => None,
    })
}

/// The blocks that prose says, figures in it.
pub(super) fn prose_blocks(prose: &Prose, mentions: &[Said]) -> Vec<Block> {
    parse(&prose.0).into_iter().map(|block| with_figures(block, mentions)).collect()
}

fn with_figures(block: Block, mentions: &[Said]) -> Block {
    map_running(block, &|content| mentioned(content, mentions))
}

/// The block with each of its stretches of running text changed.
pub(super) fn map_running(block: Block, change: &dyn Fn(Vec<Inline>) -> Vec<Inline>) -> Block {
    let all = |blocks: Vec<Block>| blocks.into_iter().map(|block| map_running(block, change)).collect();
    match block {
        Block::Paragraph(content) => Block::Paragraph(change(content)),
        Block::Heading(heading) => Block::Heading(Heading { content: change(heading.content), ..heading }),
        Block::Numbered(numbered) => {
            Block::Numbered(Numbered { content: change(numbered.content), ..numbered })
        }
        Block::Quote(inner) => Block::Quote(all(inner)),
        Block::List(list) => Block::List(List { items: list.items.into_iter().map(all).collect(), ..list }),
        Block::Table(table) => Block::Table(map_cells(table, &change)),
        Block::Code(text) => Block::Code(words(&change(vec![Inline::Code(text)]))),
        Block::Chart(_) | Block::Rule => block,
    }
}

/// The table with each of its cells changed.
pub(super) fn map_cells(table: Table, change: &impl Fn(Cell) -> Cell) -> Table {
    let columns = table.columns.into_iter().map(|column| Column { header: change(column.header), ..column });
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(change).collect());
    Table { columns: columns.collect(), rows: rows.collect(), ..table }
}

fn mentioned(content: Vec<Inline>, mentions: &[Said]) -> Vec<Inline> {
    replace(content, Prose::OPEN, Prose::CLOSE, &|number| {
        mentions.get(number).map(pieces).unwrap_or_default()
    })
}

/// Running text with what `with` gives in place of each numbered placeholder; in code, its words.
pub(super) fn replace(
    content: Vec<Inline>,
    open: char,
    close: char,
    with: &dyn Fn(usize) -> Vec<Inline>,
) -> Vec<Inline> {
    if !has_mark(&content, open) {
        return content;
    }
    let mut replaced = Vec::with_capacity(content.len());
    let all = |text: &str| -> Vec<Inline> {
        let stretches = stretches(text, open, close).into_iter();
        let put = stretches.flat_map(|stretch| match stretch {
            Stretch::Words(words) => vec![Inline::Text(words.to_owned())],
            Stretch::Number(number) => with(number),
        });
        put.collect()
    };
    for inline in content {
        match inline {
            Inline::Text(text) => replaced.extend(all(&text)),
            Inline::Code(text) => replaced.push(Inline::Code(words(&all(&text)))),
            Inline::Strong(inner) => replaced.push(Inline::Strong(replace(inner, open, close, with))),
            Inline::Emphasis(inner) => replaced.push(Inline::Emphasis(replace(inner, open, close, with))),
            Inline::Link { address, content } => {
                let address = if address.contains(open) { words(&all(&address)) } else { address };
                replaced.push(Inline::Link { address, content: replace(content, open, close, with) });
            }
            other => replaced.push(other),
        }
    }
    replaced
}

/// Whether `mark` stands anywhere in running text. Hardly any has one, and the rest need not be made anew.
fn has_mark(content: &[Inline], mark: char) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.contains(mark),
        Inline::Strong(inner) | Inline::Emphasis(inner) => has_mark(inner, mark),
        Inline::Link { address, content } => address.contains(mark) || has_mark(content, mark),
        _ => false,
    })
}

/// A part of a text with numbered placeholders.
#[derive(Debug, PartialEq, Eq)]
enum Stretch<'t> {
    Words(&'t str),
    Number(usize),
}

fn stretches(text: &str, open: char, close: char) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        found.push(Stretch::Words(before));
        rest = after;
        if let Some((number, after)) = after.split_once(close)
            && let Ok(number) = number.parse()
        {
            found.push(Stretch::Number(number));
            rest = after;
        }
    }
    found.push(Stretch::Words(rest));
    found.retain(|part| *part != Stretch::Words(""));
    found
}

/// Blocks as one stretch of running text, for where only that can stand.
fn on_one_line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::new();
    for block in blocks {
        let (content, between) = match block {
            Block::Paragraph(content) | Block::Numbered(Numbered { content, .. }) => (content, " "),
            Block::Heading(heading) => (heading.content, " "),
            Block::Quote(inner) => (on_one_line(inner), " "),
            Block::List(list) => {
                let items = list.items.into_iter().map(on_one_line);
                let joined = items.flat_map(|item| [vec![Inline::Text("; ".to_owned())], item]).skip(1);
                (joined.flatten().collect(), " ")
            }
            Block::Code(text) => (vec![Inline::Code(text)], " "),
            Block::Table(table) => (table.rows.into_iter().flatten().flatten().collect(), " "),
            Block::Chart(_) | Block::Rule => continue,
        };
        if !line.is_empty() {
            line.push(Inline::Text(between.to_owned()));
        }
        line.extend(content);
    }
    line
}
