//! A table → HTML: in a frame that can be scrolled by keyboard where it is wider than the page, with a key beneath.

use std::borrow::Cow;

use crate::render::document::{Cell, Column, Inline, Side, Table, words};
use crate::render::symbols::beneath;

use super::block::Writer;
use super::inline::{wrapped, write_inlines};
use super::{attribute, text};

impl Writer {
    /// A table, where it stands aside a click away.
    pub(super) fn table_or_aside(&mut self, table: &Table) {
        let Some(summary) = table.aside else { return self.table(table) };
        self.page.push_str(&format!("<details class=\"behind\">\n<summary>{}</summary>\n", text(summary)));
        self.table(table);
        self.page.push_str("\n</details>");
    }

    /// A table. Its frame is called by the table's caption, or by its headers where it has none.
    pub(super) fn table(&mut self, table: &Table) {
        self.tables = self.tables.saturating_add(1);
        // No heading has a point in its address.
        let id = format!("table.{}", self.tables);
        let frame = "<section class=\"table\" tabindex=\"0\"";
        let beneath = beneath(table);
        let described =
            beneath.as_ref().map(|_| format!(" aria-describedby=\"{id}.key\"")).unwrap_or_default();
        let caption = words(&table.caption);
        let is_first = !caption.is_empty() && self.captions.insert(caption.to_string());
        if !caption.is_empty() && !is_first {
            let label = format!("{caption} (table {})", self.tables);
            self.page
                .push_str(&format!("{frame} aria-label=\"{}\">\n<table{described}>\n", attribute(&label)));
            wrapped("<caption>", &table.caption, "</caption>\n", &mut self.page);
        } else if caption.is_empty() {
            let headers: Vec<Cow<'_, str>> =
                table.columns.iter().map(|column| words(&column.header)).collect();
            let label = format!("Table {}: {}", self.tables, headers.join(", "));
            let label = attribute(&label);
            self.page.push_str(&format!("{frame} aria-label=\"{label}\">\n<table{described}>\n"));
        } else {
            self.page.push_str(&format!("{frame} aria-labelledby=\"{id}\">\n<table{described}>\n"));
            wrapped(&format!("<caption id=\"{id}\">"), &table.caption, "</caption>\n", &mut self.page);
        }
        self.rows(table);
        self.page.push_str("</table>\n</section>");
        if let Some(beneath) = beneath {
            self.page.push_str(&format!("\n<p class=\"key\" id=\"{id}.key\">{}</p>", text(&beneath)));
        }
    }

    fn rows(&mut self, table: &Table) {
        self.page.push_str("<thead>\n<tr>");
        for column in &table.columns {
            self.cell("th", " scope=\"col\"", class(column, &column.header), &column.header);
        }
        self.page.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.page.push_str("<tr>");
            for (position, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                let header = position == 0 && !cell.is_empty();
                let (tag, scope) = if header { ("th", " scope=\"row\"") } else { ("td", "") };
                self.cell(tag, scope, class(column, cell), cell);
            }
            self.page.push_str("</tr>\n");
        }
        self.page.push_str("</tbody>\n");
    }

    /// A cell. In a fragment, which has no styles for it, a small line is left out: the words after it stay.
    fn cell(&mut self, tag: &str, scope: &str, class: &str, content: &Cell) {
        let content = if self.is_fragment && is_sparkline(content) {
            content.get(1..)
        } else {
            Some(content.as_slice())
        };
        ["<", tag, scope, class, ">"].iter().for_each(|part| self.page.push_str(part));
        write_inlines(content.unwrap_or_default(), &mut self.page);
        ["</", tag, ">"].iter().for_each(|part| self.page.push_str(part));
    }
}

/// How a cell is set: by how an action stands, a colour beside the words that say it, else by its column.
fn class(column: &Column, cell: &Cell) -> &'static str {
    if words(&column.header) == "Status" {
        match words(cell).as_ref() {
            "complete" => return " class=\"status complete\"",
            "green" => return " class=\"status green\"",
            "amber/green" => return " class=\"status amber-green\"",
            "amber" => return " class=\"status amber\"",
            "amber/red" => return " class=\"status amber-red\"",
            "red" => return " class=\"status red\"",
            "no data" | "can't be told" => return " class=\"status no-data\"",
            _ => {}
        }
    }
    if is_sparkline(cell) {
        return " class=\"chart months\"";
    }
    match column.side {
        Side::Unsaid | Side::Left => "",
        Side::Middle => " class=\"middle\"",
        Side::Right => " class=\"number\"",
    }
}

/// Whether a cell begins with a small line.
pub(super) fn is_sparkline(cell: &Cell) -> bool {
    matches!(cell.first(), Some(Inline::Sparkline(_)))
}
