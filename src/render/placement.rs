//! The typed things of a page (prose, tables of figures) and the placeholders that stand for them while a
//! template is laid out; figures in prose likewise.

use crate::figures::PublishedFigure;
use crate::jinja::{FIRST_MARK, LAST_MARK, freed};
use crate::model::FigureId;
use crate::narrative::{self, Prose};
use crate::words::{Said, display};

use super::acronyms::Acronym;
use super::chart::chart_block;
use super::document::{Block, Inline, Numbered, words};
use super::figures::{figures_tables, pieces};
use super::markdown_parser::parse;
use super::running::{Stretch, change_running, replace, stretches};
use super::symbols::Symbols;

/// What a placeholder in a template's output stands for. Its blocks are made once for all pages.
#[derive(Debug)]
pub(super) enum Placed {
    /// Prose of the narrative, figures in it.
    Prose(Vec<Block>),
    /// Tables of figures, or a chart of them.
    Figures(Vec<Block>),
    /// Running text: a figure alone, what it is called, how it was worked out.
    Running(Vec<Inline>),
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

/// A thing to be placed.
#[derive(Debug)]
pub(super) struct Thing<'s> {
    pub(super) placed: Placed,
    /// The figures that it gives.
    pub(super) figures: Vec<&'s FigureId>,
    /// The symbols in it.
    pub(super) symbols: Symbols,
}

/// The typed things of all pages, in the order in which placeholders number them.
#[derive(Debug, Default)]
pub(super) struct Placements<'s> {
    /// What prose says of figures.
    mentions: &'s [Said],
    things: Vec<Thing<'s>>,
    /// The parts whose titles carry a mark, in the order of the marks.
    parts: Vec<Part<'s>>,
}

const OPEN: char = '\u{E002}';
const CLOSE: char = '\u{E003}';

impl<'s> Placements<'s> {
    /// No things yet; `mentions` is what prose says of figures.
    pub(super) fn of(mentions: &'s [Said]) -> Self {
        Self { mentions, ..Self::default() }
    }

    pub(super) fn things(&self) -> &[Thing<'s>] {
        &self.things
    }

    /// Takes in a thing that says nothing of figures beside itself; gives the placeholder that stands for it.
    pub(super) fn add(&mut self, placed: Placed) -> String {
        self.add_thing(Thing { placed, figures: Vec::new(), symbols: Symbols::default() })
    }

    /// The same for a figure alone.
    pub(super) fn add_figure(&mut self, figure: &'s PublishedFigure) -> String {
        self.add_thing(Thing {
            placed: alone(figure),
            figures: vec![&figure.id],
            symbols: Symbols::default(),
        })
    }

    /// The same for prose.
    pub(super) fn add_prose(&mut self, prose: &'s Prose) -> String {
        let numbers = stretches(&prose.0, Prose::OPEN, Prose::CLOSE).filter_map(|part| match part {
            Stretch::Number(number) => self.mentions.get(number),
            Stretch::Words(_) => None,
        });
        let said: Vec<&Said> = numbers.collect();
        let words = said.iter().flat_map(|said| said.pieces()).map(|piece| piece.words.as_str());
        let symbols = Symbols::within(words);
        let figures = said.iter().flat_map(|said| said.ids()).collect();
        self.add_thing(Thing { placed: Placed::Prose(prose_blocks(prose, self.mentions)), figures, symbols })
    }

    /// The same for a table of figures.
    pub(super) fn add_table(&mut self, table: &'s narrative::Table) -> String {
        self.add_figures(figures_tables(table).collect(), [Some(table), table.behind.as_deref()])
    }

    /// The same for a chart of figures.
    pub(super) fn add_chart(&mut self, chart: &'s narrative::Chart) -> String {
        self.add_figures(vec![Block::Chart(chart_block(chart))], [Some(&chart.table), None])
    }

    fn add_figures(&mut self, blocks: Vec<Block>, tables: [Option<&'s narrative::Table>; 2]) -> String {
        let cells = || tables.into_iter().flatten().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        let symbols = Symbols::within(cells().flat_map(|cell| [cell.words.as_str(), cell.mark]));
        let figures = cells().filter_map(|cell| cell.id.as_ref()).collect();
        self.add_thing(Thing { placed: Placed::Figures(blocks), figures, symbols })
    }

    fn add_thing(&mut self, thing: Thing<'s>) -> String {
        let placeholder = format!("{OPEN}{}{CLOSE}", self.things.len());
        self.things.push(thing);
        placeholder
    }

    fn placed(&self, number: usize) -> Option<&Placed> {
        self.things.get(number).map(|thing| &thing.placed)
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
    pub(super) fn only(&self, content: &[Inline]) -> Option<Vec<&Placed>> {
        let [Inline::Text(text)] = content else { return None };
        let mut things = Vec::new();
        for part in stretches(text, OPEN, CLOSE) {
            match part {
                Stretch::Words(words) if words.trim().is_empty() => {}
                Stretch::Words(_) => return None,
                Stretch::Number(number) => things.extend(self.placed(number)),
            }
        }
        (!things.is_empty()).then_some(things)
    }

    /// Sets the words of prose in place of the placeholders in running text.
    pub(super) fn fill(&self, content: &mut Vec<Inline>) -> bool {
        take_out_marks(content);
        replace(content, OPEN, CLOSE, &mut |number, to| match self.placed(number) {
            Some(Placed::Prose(blocks)) => to.extend(on_one_line(blocks.clone())),
            Some(Placed::Running(content)) => to.extend_from_slice(content),
            _ => {}
        })
    }
}

fn take_out_marks(content: &mut [Inline]) {
    let take_out = |text: &mut String| {
        if !text.is_ascii() {
            text.retain(|c| !(FIRST_MARK..=LAST_MARK).contains(&c));
        }
    };
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => take_out(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) => take_out_marks(inner),
            Inline::Link { address, content } => {
                take_out(address);
                take_out_marks(content);
            }
            _ => {}
        }
    }
}

/// A figure as a table shows it.
pub(super) fn alone(figure: &PublishedFigure) -> Placed {
    Placed::Running(vec![Inline::Figure { id: figure.id.clone(), words: display(figure) }])
}

/// What a figure is called, for links to lead to.
pub(super) fn name(figure: &PublishedFigure) -> Placed {
    Placed::Running(vec![Inline::Name { id: figure.id.clone(), words: figure.label.clone() }])
}

/// An acronym in the list of those that a page uses.
pub(super) fn short(acronym: Acronym<'_>) -> Placed {
    let (words, spelt_out) = (acronym.short.to_owned(), acronym.spelt_out.to_owned());
    Placed::Running(vec![Inline::Acronym { words, spelt_out }])
}

/// What is said of figures where nothing is read as Markdown, nor as a mark of this program.
pub(super) fn told(said: Said) -> Placed {
    Placed::Running(pieces(&said.map(freed)))
}

/// The blocks that prose says, figures in it.
fn prose_blocks(prose: &Prose, mentions: &[Said]) -> Vec<Block> {
    let mut blocks = parse(&prose.0);
    let mut put = |number: usize, to: &mut Vec<Inline>| {
        to.extend(mentions.get(number).into_iter().flat_map(pieces));
    };
    for block in &mut blocks {
        change_running(block, &mut |content| replace(content, Prose::OPEN, Prose::CLOSE, &mut put));
    }
    blocks
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
