//! A table → HTML: in a frame that can be scrolled by keyboard where it is wider than the page, with a key beneath.

use crate::render::document::{Cell, Column, Inline, Side, Table, words};
use crate::render::symbols::beneath;

use super::block::Writer;
use super::inline::{push_all, wrapped, write_inlines};
use super::{attribute, text};

/// How many columns fit on a phone.
const NARROW: usize = 3;

impl Writer {
    /// A table, where it stands aside a click away.
    pub(super) fn table_or_aside(&mut self, table: &Table) {
        let Some(summary) = table.aside else { return self.table(table) };
        self.page.push_str(&format!("<details class=\"behind\">\n<summary>{}</summary>\n", text(summary)));
        self.table(table);
        self.page.push_str("\n</details>");
    }

    /// A table. A wide one stands in a frame that can be scrolled, which is called by the table's caption; one without
    /// a caption is called, for those who hear it, by the heading that it stands under.
    pub(super) fn table(&mut self, table: &Table) {
        self.tables = self.tables.saturating_add(1);
        // No heading has a point in its address.
        let id = format!("table.{}", self.tables);
        let beneath = beneath(table);
        let described =
            beneath.as_ref().map(|_| format!(" aria-describedby=\"{id}.key\"")).unwrap_or_default();
        let (caption, class) = if table.caption.is_empty() {
            (self.heading.clone(), " class=\"heard\"")
        } else {
            (table.caption.clone(), "")
        };
        let said = words(&caption);
        let is_first = !said.is_empty() && self.captions.insert(said.to_string());
        let (open, close, at) = match (is_wide(table), is_first) {
            (false, _) => ("<div class=\"table narrow\">".to_owned(), "</div>", String::new()),
            (true, true) => {
                (scrolled(&format!("aria-labelledby=\"{id}\"")), "</section>", format!(" id=\"{id}\""))
            }
            (true, false) => {
                let label = format!("{said} (table {})", self.tables);
                (scrolled(&format!("aria-label=\"{}\"", attribute(&label))), "</section>", String::new())
            }
        };
        self.page.push_str(&format!("{open}\n<table{described}>\n"));
        if !caption.is_empty() {
            wrapped(&format!("<caption{at}{class}>"), &caption, "</caption>\n", &mut self.page);
        }
        self.rows(table);
        self.page.push_str(&format!("</table>\n{close}"));
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
        push_all(&["<", tag, scope, class, ">"], &mut self.page);
        write_inlines(content.unwrap_or_default(), &mut self.page);
        push_all(&["</", tag, ">"], &mut self.page);
    }
}

/// The frame of a table that can be wider than the page.
fn scrolled(called: &str) -> String {
    format!("<section class=\"table\" tabindex=\"0\" {called}>")
}

/// Whether a table may need to be scrolled: one of three columns fits everywhere, but for small lines.
fn is_wide(table: &Table) -> bool {
    table.columns.len() > NARROW || table.rows.iter().flatten().any(is_sparkline)
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
