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

/// As many bytes as a page of some length comes to, so that it need not be moved again and again as it grows.
const LIKELY_LENGTH: usize = 256 * 1024;

/// The whole page as HTML; ends with a line end.
#[must_use]
pub fn write(document: &Document) -> String {
    let contents = contents(&document.main);
    let class = if contents.is_empty() { "page" } else { "page with-contents" };
    let body = if document.cover { "<body class=\"cover\">" } else { "<body>" };
    let page = String::with_capacity(LIKELY_LENGTH);
    let mut writer = Writer { page, board: document.board.clone(), ..Writer::default() };
    writer.page.push_str(&head(document));
    writer.page.push_str(&format!("{body}\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n"));
    writer.page.push_str("<header>\n");
    if let Some(logo) = &document.look.logo {
        let (address, words) = (attribute(&logo.address), attribute(&logo.words));
        writer.page.push_str(&format!("<p class=\"logo\"><img src=\"{address}\" alt=\"{words}\"></p>\n"));
    }
    writer.blocks(&document.header);
    writer.page.push_str("</header>\n");
    writer.page.push_str(&format!("<div class=\"{class}\">\n{contents}"));
    writer.page.push_str("<main id=\"main\">\n");
    writer.main(document);
    writer.page.push_str("</main>\n");
    writer.page.push_str("</div>\n");
    if !document.footer.is_empty() {
        writer.page.push_str("<footer>\n");
        writer.blocks(&document.footer);
        writer.page.push_str("</footer>\n");
    }
    writer.page.push_str("</body>\n</html>\n");
    writer.page
}

/// The body of a page alone, without its title and without styles, for a site that has these of its own. Its
/// headings begin at `level`, one below that of the heading that it is put beneath; those deeper than there are levels
/// in HTML stand at the last.
#[must_use]
pub fn write_fragment(document: &Document, level: u8) -> String {
    let page = format!("<article lang=\"en-GB\">\n{}", contents(&document.main));
    let deeper = level.saturating_sub(2);
    let mut writer = Writer { page, is_fragment: true, deeper, ..Writer::default() };
    let is_title = |block: &&Block| matches!(block, Block::Heading(heading) if heading.level == 1);
    for block in document.header.iter().filter(|block| !is_title(block)) {
        writer.blocks(std::slice::from_ref(block));
    }
    writer.main(document);
    writer.blocks(&document.footer);
    writer.page.push_str("</article>\n");
    writer.page
}

/// Words as HTML that says just these words.
#[must_use]
pub fn escaped(words: &str) -> String {
    text(words).into_owned()
}
