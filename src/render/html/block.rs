//! Blocks → HTML.

use std::collections::BTreeSet;

use crate::render::document::{Block, Document, Heading, Inline, List, Marks, words};
use crate::render::trace::Sources;

use super::inline::{push_all, wrapped, write_inlines};
use super::sources::sources;
use super::{attribute, text};

/// What is written so far of a page.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) page: String,
    /// How many tables there are, so that each has an address.
    pub(super) tables: usize,
    /// The captions so far: no two frames are called the same.
    pub(super) captions: BTreeSet<String>,
    /// What the last heading says.
    pub(super) heading: Vec<Inline>,
    /// Whether it is a page's body alone.
    pub(super) is_fragment: bool,
    /// By how much its headings stand deeper than in the document.
    pub(super) deeper: u8,
    /// Whose page it is.
    pub(super) board: String,
}

impl Writer {
    /// The body of a page, at the end of each section where its figures come from.
    pub(super) fn main(&mut self, document: &Document) {
        let is_head = |id: &str| {
            document.header.iter().any(|block| matches!(block, Block::Heading(head) if head.id == id))
        };
        let mut sections = document.sources.iter().peekable();
        let mut open: Option<&Sources> = sections.next_if(|opening| is_head(&opening.section));
        for block in &document.main {
            if let Block::Heading(heading) = block
                && heading.level <= 3
            {
                self.page.extend(open.take().map(sources));
                open = sections.next_if(|section| section.section == heading.id);
            }
            self.block(block);
            self.page.push('\n');
        }
        self.page.extend(open.map(sources));
    }

    /// Blocks, one after another.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            self.page.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Numbered(paragraph) => {
                push_all(&["<p id=\"", &attribute(&paragraph.address()), "\">"], &mut self.page);
                self.number(&paragraph.label());
                write_inlines(&paragraph.content, &mut self.page);
                self.page.push_str("</p>");
            }
            Block::Paragraph(content) => wrapped("<p>", content, "</p>", &mut self.page),
            Block::Quote(inner) => {
                self.page.push_str("<blockquote>\n");
                self.blocks(inner);
                self.page.push_str("</blockquote>");
            }
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table_or_aside(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Code(code) => self.page.push_str(&format!("<pre><code>{}\n</code></pre>", text(code))),
            Block::Rule => self.page.push_str("<hr>"),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.heading.clone_from(&heading.content);
        let level = heading.level.saturating_add(self.deeper).min(6);
        let level = level.to_string();
        push_all(&["<h", &level, " id=\"", &attribute(&heading.id), "\">"], &mut self.page);
        if !heading.number.is_empty() {
            self.number(&heading.number);
        }
        match self.title_after_board(heading) {
            Some(title) => {
                let (board, title) = (text(&self.board), text(&title));
                let head =
                    format!("<span class=\"board\">{board}<span class=\"colon\">: </span></span>{title}");
                self.page.push_str(&head);
            }
            None => write_inlines(&heading.content, &mut self.page),
        }
        push_all(&["</h", &level, ">"], &mut self.page);
    }

    /// What the title of a page says where it begins with whose it is.
    fn title_after_board(&self, heading: &Heading) -> Option<String> {
        let said = words(&heading.content);
        let title = said.strip_prefix(&self.board)?.strip_prefix(": ")?;
        (heading.level == 1 && !self.board.is_empty()).then(|| title.to_owned())
    }

    fn list(&mut self, list: &List) {
        let (kind, first) = match list.marks {
            Marks::Bullets => ("", 1),
            Marks::Numbers(first) => ("", first),
            Marks::Letters(first) => (" type=\"a\"", first),
            Marks::Roman(first) => (" type=\"i\"", first),
        };
        let start = if first == 1 { String::new() } else { format!(" start=\"{first}\"") };
        let tag = if list.marks == Marks::Bullets { "ul" } else { "ol" };
        self.page.push_str(&format!("<{tag}{kind}{start}>\n"));
        for item in &list.items {
            self.page.push_str("<li>");
            match item.as_slice() {
                [Block::Paragraph(content), rest @ ..] if list.tight => {
                    write_inlines(content, &mut self.page);
                    self.page.push_str(if rest.is_empty() { "" } else { "\n" });
                    self.blocks(rest);
                }
                blocks => {
                    self.page.push('\n');
                    self.blocks(blocks);
                }
            }
            self.page.push_str("</li>\n");
        }
        self.page.push_str(&format!("</{tag}>"));
    }

    /// The number of a heading or paragraph, before its words.
    fn number(&mut self, number: &str) {
        push_all(&["<span class=\"number\">", &text(number), "</span> "], &mut self.page);
    }
}
