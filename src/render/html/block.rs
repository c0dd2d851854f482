//! Blocks and running text → HTML.

use crate::render::chart::inline;
use crate::render::document::{Block, Cell, Chart, Column, Inline, List, Marks, Side, Table, words};
use crate::render::markdown_parser::is_safe;

use super::{attribute, text};

/// What is written so far of a page.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) page: String,
    /// How many captions there are, so that each has an address.
    captions: usize,
}

impl Writer {
    /// Blocks, one after another.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            self.page.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                let level = heading.level;
                self.page.push_str(&format!("<h{level} id=\"{}\">", attribute(&heading.id)));
                if !heading.number.is_empty() {
                    self.number(&heading.number);
                }
                write_inlines(&heading.content, &mut self.page);
                self.page.push_str(&format!("</h{level}>"));
            }
            Block::Numbered(paragraph) => {
                self.page.push_str(&format!("<p id=\"{}\">", attribute(&paragraph.address())));
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
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Code(code) => self.page.push_str(&format!("<pre><code>{}\n</code></pre>", text(code))),
            Block::Rule => self.page.push_str("<hr>"),
        }
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
        self.page.push_str(&format!("<span class=\"number\">{}</span> ", text(number)));
    }

    /// A chart: what it shows, the picture, and its numbers as a table behind it.
    fn chart(&mut self, chart: &Chart) {
        let title = format!("chart.{}.title", chart.name);
        self.page.push_str(&format!(
            "<figure class=\"chart\" id=\"chart.{}\">\n<figcaption><strong id=\"{title}\">{}</strong>\n<span>{}</span></figcaption>\n{}\n",
            chart.name,
            text(&chart.title),
            text(&chart.shows),
            inline(chart, &title)
        ));
        if !chart.notes.is_empty() {
            self.page.push_str(&format!("<p class=\"notes\">{}</p>\n", text(&chart.notes.join(" "))));
        }
        self.page.push_str(&format!("<details>\n<summary>Table: {}</summary>\n", text(&chart.shows)));
        self.table(&chart.table);
        self.page.push_str("\n</details>\n</figure>");
    }

    /// A table in a frame that can be scrolled by keyboard where it is wider than the page. The frame is called
    /// by the table's caption, or by its headers where it has none.
    fn table(&mut self, table: &Table) {
        let frame = "<div class=\"table\" role=\"region\" tabindex=\"0\"";
        if table.caption.is_empty() {
            let headers: Vec<String> = table.columns.iter().map(|column| words(&column.header)).collect();
            let label = format!("Table: {}", headers.join(", "));
            self.page.push_str(&format!("{frame} aria-label=\"{}\">\n<table>\n", attribute(&label)));
        } else {
            self.captions = self.captions.saturating_add(1);
            // No heading has a point in its address.
            let id = format!("table.{}", self.captions);
            self.page.push_str(&format!("{frame} aria-labelledby=\"{id}\">\n<table>\n"));
            wrapped(&format!("<caption id=\"{id}\">"), &table.caption, "</caption>\n", &mut self.page);
        }
        write_rows(table, &mut self.page);
        self.page.push_str("</table>\n</div>");
    }
}

fn write_rows(table: &Table, page: &mut String) {
    page.push_str("<thead>\n<tr>");
    for column in &table.columns {
        write_cell("th", " scope=\"col\"", class(column, &column.header), &column.header, page);
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        page.push_str("<tr>");
        for (position, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let header = position == 0 && table.row_headers;
            let (tag, scope) = if header { ("th", " scope=\"row\"") } else { ("td", "") };
            write_cell(tag, scope, class(column, cell), cell, page);
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n");
}

/// How a cell is set: by how an action stands, a colour beside the words that say it, else by its column.
fn class(column: &Column, cell: &Cell) -> &'static str {
    if words(&column.header) == "Status" {
        match words(cell).as_str() {
            "complete" => return " class=\"status complete\"",
            "green" => return " class=\"status green\"",
            "amber/green" => return " class=\"status amber-green\"",
            "amber" => return " class=\"status amber\"",
            "amber/red" => return " class=\"status amber-red\"",
            "red" => return " class=\"status red\"",
            "no data" => return " class=\"status no-data\"",
            _ => {}
        }
    }
    match column.side {
        Side::Unsaid | Side::Left => "",
        Side::Middle => " class=\"middle\"",
        Side::Right => " class=\"number\"",
    }
}

fn write_cell(tag: &str, scope: &str, class: &str, content: &Cell, page: &mut String) {
    page.push_str(&format!("<{tag}{scope}{class}>"));
    write_inlines(content, page);
    page.push_str(&format!("</{tag}>"));
}

/// Running text.
fn write_inlines(content: &[Inline], page: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) => page.push_str(&text(words)),
            Inline::Strong(inner) => wrapped("<strong>", inner, "</strong>", page),
            Inline::Emphasis(inner) => wrapped("<em>", inner, "</em>", page),
            Inline::Link { address, content } if is_safe(address) => {
                wrapped(&format!("<a href=\"{}\">", attribute(address)), content, "</a>", page);
            }
            Inline::Link { content, .. } => write_inlines(content, page),
            Inline::Code(code) => page.push_str(&format!("<code>{}</code>", text(code))),
            Inline::LineBreak => page.push_str("<br>\n"),
            Inline::Figure { id, words } => {
                let id = id.to_string();
                page.push_str(&format!("<data class=\"figure\" value=\"{}\">", attribute(&id)));
                page.push_str(&format!("{}</data>", text(words)));
            }
        }
    }
}

fn wrapped(open: &str, content: &[Inline], close: &str, page: &mut String) {
    page.push_str(open);
    write_inlines(content, page);
    page.push_str(close);
}
