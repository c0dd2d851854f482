//! Running text → HTML.

use crate::render::document::{Inline, words};
use crate::render::markdown_parser::is_safe;

use super::sources::address;
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
                wrapped(&format!("<a{class} href=\"{}\">", attribute(address)), content, "</a>", page);
            }
            Inline::Link { content, .. } => write_inlines(content, page),
            Inline::Code(code) => page.push_str(&format!("<code>{}</code>", text(code))),
            Inline::LineBreak => page.push_str("<br>\n"),
            Inline::Figure { id, words } => {
                let id = id.to_string();
                // There are a thousand of these on a page.
                for part in ["<data value=\"", &attribute(&id), "\">", &text(words), "</data>"] {
                    page.push_str(part);
                }
            }
            Inline::Sparkline(line) => page.push_str(&line.svg),
            Inline::Acronym { words, spelt_out } => {
                let title = attribute(spelt_out);
                page.push_str(&format!("<abbr title=\"{title}\">{}</abbr>", text(words)));
            }
            Inline::Name { id, words } => {
                page.push_str(&format!("<span id=\"{}\">{}</span>", address(id), text(words)));
            }
        }
    }
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
