//! The HTML writer: the tree as one file that needs nothing else. The only place where HTML is escaped.

mod block;
mod contents;
mod escape;
#[cfg(test)]
mod tests;

use super::chart;
use super::document::{Block, Document};

use block::Writer;
use contents::contents;
pub(super) use escape::{attribute, text};

const STYLE: &str = include_str!("../../../report-templates/shared/style.css");

/// The whole page as HTML; ends with a line end.
#[must_use]
pub fn write(document: &Document) -> String {
    let contents = contents(&document.main);
    let class = if contents.is_empty() { "page" } else { "page with-contents" };
    let mut writer = Writer::default();
    writer.page = head(document);
    part("header", "", &document.header, &mut writer);
    writer.page.push_str(&format!("<div class=\"{class}\">\n{contents}"));
    part("main", " id=\"main\"", &document.main, &mut writer);
    writer.page.push_str("</div>\n");
    if !document.footer.is_empty() {
        part("footer", "", &document.footer, &mut writer);
    }
    writer.page.push_str("</body>\n</html>\n");
    writer.page
}

/// All that comes before the first landmark.
fn head(document: &Document) -> String {
    let title = match document.board.as_str() {
        "" => document.title.clone(),
        board => format!("{}: {board}", document.title),
    };
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">Skip to the report</a>\n",
        text(&title),
        if has_charts(document) { chart::STYLE } else { "" }
    )
}

/// A landmark with its blocks.
fn part(name: &str, attributes: &str, blocks: &[Block], writer: &mut Writer) {
    writer.page.push_str(&format!("<{name}{attributes}>\n"));
    writer.blocks(blocks);
    writer.page.push_str(&format!("</{name}>\n"));
}

/// Whether the page holds a chart, and needs the style of charts.
fn has_charts(document: &Document) -> bool {
    document.blocks().any(|block| matches!(block, Block::Chart(_)))
}
