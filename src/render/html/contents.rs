//! The table of contents: links to the sections of a page and to theirs.

use crate::render::document::{Block, Heading};

use super::{attribute, text};

/// Below this many sections, a page can be taken in without a table of contents.
const WORTH_LISTING: usize = 3;

/// The navigation of a page; nothing for a short one.
pub(super) fn contents(main: &[Block]) -> String {
    let headings: Vec<&Heading> = main.iter().filter_map(section).collect();
    if headings.iter().filter(|heading| heading.level == 2).count() < WORTH_LISTING {
        return String::new();
    }
    let mut page = String::from("<nav id=\"contents\" aria-labelledby=\"contents-title\">\n");
    page.push_str("<p id=\"contents-title\">Contents</p>\n<ul>\n");
    for (position, heading) in headings.iter().enumerate() {
        let next = headings.get(position.saturating_add(1)).map_or(2, |next| next.level);
        let said = heading.words();
        page.push_str(&format!("<li><a href=\"#{}\">{}</a>", attribute(&heading.id), text(&said)));
        page.push_str(match (heading.level, next) {
            (2, 3) => "\n<ul>\n",
            (3, 2) => "</li>\n</ul>\n</li>\n",
            _ => "</li>\n",
        });
    }
    page.push_str("</ul>\n</nav>\n");
    page
}

/// A heading of the second or third level.
fn section(block: &Block) -> Option<&Heading> {
    match block {
        Block::Heading(heading) if matches!(heading.level, 2 | 3) => Some(heading),
        _ => None,
    }
}
