//! The HTML writer: the tree as one file that needs nothing else. The only place where HTML is escaped.

mod block;
mod chart;
mod contents;
mod escape;
mod head;
mod inline;
mod sources;
mod table;
#[cfg(test)]
mod tests;

use super::document::{Block, Document};

use block::Writer;
use contents::contents;
pub(super) use escape::{attribute, text};
use head::head;

/// The whole page as HTML; ends with a line end.
#[must_use]
pub fn write(document: &Document) -> String {
    let contents = contents(&document.main);
    let page = if contents.is_empty() { "page" } else { "page with-contents" };
    let body = if document.cover { "<body class=\"cover\">" } else { "<body>" };
    let mut writer = Writer { board: document.board.clone(), ..Writer::default() };
    writer.page = head(document);
    writer.page.push_str(&format!("{body}\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n"));
    part("header", &document.header, &mut writer);
    writer.page.push_str(&format!("<div class=\"{page}\">\n{contents}"));
    writer.page.push_str("<main id=\"main\">\n");
    writer.main(document);
    writer.page.push_str("</main>\n");
    writer.page.push_str("</div>\n");
    if !document.footer.is_empty() {
        part("footer", &document.footer, &mut writer);
    }
    writer.page.push_str("</body>\n</html>\n");
    writer.page
}

/// A landmark with its blocks.
fn part(name: &str, blocks: &[Block], writer: &mut Writer) {
    writer.page.push_str(&format!("<{name}>\n"));
    writer.blocks(blocks);
    writer.page.push_str(&format!("</{name}>\n"));
}
