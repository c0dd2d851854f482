//! The Markdown that a template gave, with placeholders for typed things → the document tree. Each prose is read
//! by itself, so that an open fence or a stray indent in one can't swallow the page.

use std::collections::BTreeSet;

use crate::jinja::{Laid, Numbering};
use crate::narrative::{Prose, Reference, Story};

use super::acronyms::{acronyms, mark};
use super::document::{Block, Document, Heading, Inline, List, words};
use super::lettered::with_lettered_lists;
use super::markdown_parser::parse;
use super::numbering::number;
use super::outline::{Outline, nest, without_empty_headings};
use super::placement::{Part, Placed, Placements};
use super::references::{Targets, resolve};
use super::running::{change_cells, replace};
use super::settle::settle;
use super::trace::{prune, trace};

/// A page, and the positions of the story's references on it that lead to nothing on it.
pub(super) struct Assembled {
    pub(super) document: Document,
    pub(super) lost: BTreeSet<usize>,
}

/// Builds the page called `title` of `board`.
pub(super) fn assemble(
    laid: &Laid,
    placements: &Placements<'_>,
    story: &Story,
    (title, board): (&str, &str),
) -> Assembled {
    let mut assembly =
        Assembly { placements, outline: Outline::new(), before: Vec::new(), parts: Vec::new() };
    let mut last = assembly.lay_all(parse(&laid.markdown));
    let mut parts = std::mem::take(&mut assembly.before).into_iter();
    let mut document = Document {
        title: title.to_owned(),
        board: board.to_owned(),
        cover: laid.asks.cover,
        ..Document::default()
    };
    match (parts.next(), parts.next()) {
        (None, _) => document.main = std::mem::take(&mut last),
        (Some(header), None) => (document.header, document.main) = (header, std::mem::take(&mut last)),
        (Some(header), Some(main)) => (document.header, document.main) = (header, main),
    }
    document.footer = last;
    if !assembly.outline.is_titled() {
        let content = vec![Inline::Text(title.to_owned())];
        let id = assembly.outline.address(title);
        let heading = Block::Heading(Heading { level: 1, id, content, ..Heading::default() });
        document.header.splice(0..0, settle(vec![heading]));
    }
    prune(&mut document);
    mark(&mut document, &acronyms(story));
    let lost = refer(&mut document, laid.asks.numbering, &assembly.parts, &story.references);
    trace(&mut document);
    Assembled { document, lost }
}

/// Numbers a page and puts its references into words. Gives the references that lead to nothing on it.
fn refer(
    document: &mut Document,
    numbering: Numbering,
    parts: &[(Part<'_>, String)],
    references: &[Reference],
) -> BTreeSet<usize> {
    let appendices = parts.iter().filter(|(part, _)| part.is_appendix).map(|(_, id)| id.clone()).collect();
    let called = number(&mut document.main, numbering, &appendices);
    let on_page: BTreeSet<&str> = document.blocks().filter_map(address).collect();
    let named = parts.iter().filter(|(_, id)| on_page.contains(id.as_str()));
    let addresses = named.filter_map(|(part, id)| Some((part.name?, id.clone()))).collect();
    resolve(document, &Targets { addresses, called }, references)
}

fn address(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(heading) => Some(&heading.id),
        _ => None,
    }
}

struct Assembly<'a> {
    placements: &'a Placements<'a>,
    outline: Outline,
    /// The parts of the page (head, body) that are behind us.
    before: Vec<Vec<Block>>,
    /// The parts of the report whose headings are laid, each with the heading's address.
    parts: Vec<(Part<'a>, String)>,
}

impl<'a> Assembly<'a> {
    /// The blocks of the last part; those of the parts before it are put aside.
    fn lay_all(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let mut part = Vec::new();
        for block in blocks {
            let begins = match &block {
                Block::Paragraph(content) => self.placements.only(content).unwrap_or_default(),
                _ => Vec::new(),
            };
            if begins.iter().any(|placed| matches!(placed, Placed::Main | Placed::Footer)) {
                self.before.push(finished(std::mem::take(&mut part)));
            } else {
                self.lay(block, &mut part);
            }
        }
        finished(part)
    }

    fn lay_several(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let mut laid = Vec::new();
        for block in blocks {
            self.lay(block, &mut laid);
        }
        laid
    }

    /// Lays a block of the template, with the things in place of their placeholders.
    fn lay(&mut self, block: Block, laid: &mut Vec<Block>) {
        match block {
            Block::Paragraph(mut content) => match self.placements.only(&content) {
                Some(things) => things.into_iter().for_each(|placed| self.lay_placed(placed, laid)),
                None => {
                    self.fill(&mut content);
                    laid.push(Block::Paragraph(content));
                }
            },
            Block::Heading(mut heading) => {
                let part = self.placements.part_in(&heading.content);
                self.fill(&mut heading.content);
                let content = heading.content;
                let level = self.outline.place(heading.level);
                if let Some(heading) = self.heading(level, content) {
                    self.parts.extend(part.map(|part| (part, heading.id.clone())));
                    laid.push(Block::Heading(heading));
                }
            }
            Block::Quote(inner) => laid.push(Block::Quote(self.lay_several(inner))),
            Block::List(list) => {
                let items = list.items.into_iter().map(|item| self.lay_several(item)).collect();
                laid.push(Block::List(List { items, ..list }));
            }
            Block::Table(mut table) => {
                change_cells(&mut table, &mut |cell| self.fill(cell));
                laid.push(Block::Table(table));
            }
            Block::Numbered(_) | Block::Code(_) | Block::Chart(_) | Block::Rule => laid.push(block),
        }
    }

    fn lay_placed(&mut self, placed: &Placed, laid: &mut Vec<Block>) {
        match placed {
            Placed::Figures(blocks) => laid.extend_from_slice(blocks),
            Placed::Prose(blocks) => {
                laid.extend(self.beneath(blocks.clone(), self.outline.level(), &mut Vec::new()));
            }
            Placed::Running(content) => laid.push(Block::Paragraph(content.clone())),
            Placed::Main | Placed::Footer => {}
        }
    }

    /// Blocks of prose with their headings set beneath a heading of level `base`.
    fn beneath(&mut self, blocks: Vec<Block>, base: u8, open: &mut Vec<(u8, u8)>) -> Vec<Block> {
        let mut laid = Vec::with_capacity(blocks.len());
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let level = nest(open, heading.level, base);
                    laid.extend(self.heading(level, heading.content).map(Block::Heading));
                }
                Block::Quote(inner) => laid.push(Block::Quote(self.beneath(inner, base, open))),
                Block::List(list) => {
                    let items = list.items.into_iter().map(|item| self.beneath(item, base, open)).collect();
                    laid.push(Block::List(List { items, ..list }));
                }
                other => laid.push(other),
            }
        }
        laid
    }

    /// A heading with an address; none where it says nothing.
    fn heading(&mut self, level: u8, content: Vec<Inline>) -> Option<Heading> {
        if words(&content).trim().is_empty() {
            return None;
        }
        let mut said = content.clone();
        replace(&mut said, Prose::REFERENCE, Prose::CLOSE, &mut |_, _| {});
        Some(Heading { level, id: self.outline.address(&words(&said)), content, ..Heading::default() })
    }

    fn fill(&self, content: &mut Vec<Inline>) -> bool {
        self.placements.fill(content)
    }
}

/// A part of the page in the form in which it is numbered and written.
fn finished(part: Vec<Block>) -> Vec<Block> {
    without_empty_headings(settle(with_lettered_lists(part)))
}
