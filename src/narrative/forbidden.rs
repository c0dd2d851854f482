//! What Markdown may hold that no page shows. The Markdown library lives in `render`, so the pipeline hands its check in.

use std::ops::Range;

use crate::diagnostic::codes::text as codes;
use crate::diagnostic::{Finding, Findings};
use crate::model::Text;

/// Something in Markdown that no page shows, or that none should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Forbidden {
    /// HTML, comments included.
    Html,
    /// A picture.
    Picture,
    /// A link to where no page may lead: its address.
    Link(String),
    /// A cell of a table with nothing in it.
    EmptyCell,
}

/// Finds all that is forbidden in some Markdown, with the bytes where it stands.
pub type MarkdownCheck<'a> = &'a dyn Fn(&str) -> Vec<(Range<usize>, Forbidden)>;

/// What the check of a text as it is written has found.
pub(super) struct Checked {
    /// Whether anything was found.
    found: bool,
    /// The first link whose address a tag gives: only the bound text shows where it leads.
    open_link: Option<Range<usize>>,
}

/// Checks a text as it is written, its tags masked, so that branches that are not taken are checked too.
pub(super) fn find(text: &Text, check: MarkdownCheck<'_>, findings: &mut Findings) -> Checked {
    let mut checked = Checked { found: false, open_link: None };
    let stretches = crate::jinja::stretches(text.as_str());
    for (range, forbidden) in check(&masked(text.as_str(), &stretches)) {
        let holds_tag =
            stretches.iter().any(|(tag, is_tag)| *is_tag && tag.start < range.end && range.start < tag.end);
        if holds_tag && matches!(forbidden, Forbidden::Link(_)) {
            checked.open_link.get_or_insert(range);
        } else {
            checked.found |= forbidden != Forbidden::EmptyCell;
            findings.push(finding(forbidden).at(text.place(range.start, range.end)));
        }
    }
    checked
}

impl Checked {
    /// Checks the bound text for what only came together in binding.
    pub(super) fn find_in_bound(
        self,
        prose: &str,
        text: &Text,
        check: MarkdownCheck<'_>,
        findings: &mut Findings,
    ) {
        if self.found {
            return;
        }
        let place = self.open_link.map_or_else(|| text.whole(), |range| text.place(range.start, range.end));
        let mut found = check(prose).into_iter().map(|(_, forbidden)| forbidden);
        if let Some(forbidden) = found.find(|forbidden| *forbidden != Forbidden::EmptyCell) {
            findings.push(finding(forbidden).at(place));
        }
    }
}

fn finding(forbidden: Forbidden) -> Finding {
    match forbidden {
        Forbidden::Html => Finding::new(&codes::RAW_HTML, "HTML does not reach the page")
            .help("write it in Markdown: `**bold**`, `*italics*`; a bracket meant as itself is `\\<`"),
        Forbidden::Picture => Finding::new(&codes::PICTURE_IN_TEXT, "a picture does not reach the page")
            .help("say in words what it shows, or link to where it stands"),
        Forbidden::EmptyCell => Finding::new(&codes::EMPTY_CELL, "a cell of the table is empty")
            .help("say in words why: `no data`, `none` or `not applicable`"),
        Forbidden::Link(address) => {
            let message = format!("a published page may not lead to `{address}`");
            Finding::new(&codes::UNSAFE_LINK, message)
                .help("link to an address that begins with `https://` or `mailto:`")
        }
    }
}

/// The text with each tag as so many letters, byte for byte as long as before.
fn masked(text: &str, stretches: &[(Range<usize>, bool)]) -> String {
    let mut masked = String::with_capacity(text.len());
    for (range, is_tag) in stretches {
        if *is_tag {
            masked.push_str(&"x".repeat(range.len()));
        } else {
            masked.push_str(text.get(range.clone()).unwrap_or_default());
        }
    }
    masked
}
