//! Running text → HTML.

use crate::render::document::{Inline, words};
use crate::render::markdown_parser::is_safe;

use super::escape::{Attribute, push_id};
use super::sources::push_address;
use super::{attribute, text};

/// Running text.
pub(super) fn write_inlines(content: &[Inline], page: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) => page.push_str(&text(words)),
            Inline::Strong(inner) => wrapped("<strong>", inner, "</strong>", page),
            Inline::Emphasis(inner) => wrapped("<em>", inner, "</em>", page),
            Inline::Link { address, content } if is_safe(address) => {
                // One that says its own address is not written out again on paper.
                let class = if says_itself(address, content) { " class=\"bare\"" } else { "" };
                push_all(&["<a", class, " href=\"", &attribute(address), "\">"], page);
                write_inlines(content, page);
                page.push_str("</a>");
            }
            Inline::Link { content, .. } => write_inlines(content, page),
            Inline::Code(code) => page.push_str(&format!("<code>{}</code>", text(code))),
            Inline::LineBreak => page.push_str("<br>\n"),
            Inline::Figure { id, words } => {
                page.push_str("<data value=\"");
                push_id(id, Attribute(page));
                push_all(&["\">", &text(words), "</data>"], page);
            }
            Inline::Sparkline(line) => page.push_str(&line.svg),
            Inline::Acronym { words, spelt_out } => {
                push_all(&["<abbr title=\"", &attribute(spelt_out), "\">", &text(words), "</abbr>"], page);
            }
            Inline::Name { id, words } => {
                page.push_str("<span id=\"");
                push_address(id, page);
                push_all(&["\">", &text(words), "</span>"], page);
            }
        }
    }
}

/// Several stretches of HTML.
pub(super) fn push_all(parts: &[&str], page: &mut String) {
    parts.iter().for_each(|part| page.push_str(part));
}

/// Running text between two tags.
pub(super) fn wrapped(open: &str, content: &[Inline], close: &str, page: &mut String) {
    page.push_str(open);
    write_inlines(content, page);
    page.push_str(close);
}

/// Whether the words of a link are its web address.
fn says_itself(address: &str, content: &[Inline]) -> bool {
    let plain = |said: &str| {
        let said = said.strip_prefix("https://").or(said.strip_prefix("http://")).unwrap_or(said);
        said.trim_end_matches('/').to_owned()
    };
    address.starts_with("http") && plain(address) == plain(&words(content))
}
