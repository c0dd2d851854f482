//! Acronyms of the glossary: where a page uses one first, it writes out what it stands for; where a section does, the
//! word itself tells it; and those that the page uses are listed.

use std::collections::BTreeSet;

use crate::narrative::{Bound, Story};

use super::document::{Block, Cell, Document, Inline, Table, words};
use super::running::change_running;
use super::settle::settle_block;
use super::trace::keep_rows;

/// An acronym, and what it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Acronym<'s> {
    /// The acronym: "MASH".
    pub(super) short: &'s str,
    /// What it stands for: "multi-agency safeguarding hub".
    pub(super) spelt_out: &'s str,
}

/// The acronyms that a story's glossary spells out.
pub(super) fn acronyms(story: &Story) -> Vec<Acronym<'_>> {
    let Some(Bound::List(entries)) = story.content.0.get("glossary") else { return Vec::new() };
    entries.iter().filter_map(acronym).collect()
}

/// The acronym that an entry of the glossary spells out, whichever of its two keys holds the acronym.
fn acronym(entry: &Bound) -> Option<Acronym<'_>> {
    let Bound::Record(entry) = entry else { return None };
    let (Some(Bound::Plain(short)), Some(Bound::Plain(spelt_out))) =
        (entry.0.get("term"), entry.0.get("spelt_out"))
    else {
        return None;
    };
    let (one, other) = (short.trim(), spelt_out.trim());
    let (short, spelt_out) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    (!short.is_empty() && !spelt_out.is_empty()).then_some(Acronym { short, spelt_out })
}

/// Marks, on a settled page, each acronym where a section (a heading of level 2 or 3 and what stands beneath it) uses it first, writes it
/// out where the page does, unless the text does so itself, and takes those that the page does not use out of its list
/// of them.
pub(super) fn mark(document: &mut Document, acronyms: &[Acronym<'_>]) {
    if acronyms.is_empty() {
        return;
    }
    let mut marking = Marking::of(acronyms);
    document.main.retain_mut(|block| {
        let changed = match block {
            Block::Heading(heading) => {
                marking.heading(&words(&heading.content), heading.level);
                false
            }
            Block::Table(table) if lists_acronyms(table) => false,
            _ => change_running(block, &mut |content| marking.running(content)),
        };
        !changed || settle_block(block)
    });
    let used = marking.on_page;
    let is_used = |row: &[Cell]| listed(row).is_none_or(|short| used.contains(short));
    document.main = keep_rows(std::mem::take(&mut document.main), lists_acronyms, is_used);
}

/// Whether a table is a page's list of acronyms.
fn lists_acronyms(table: &Table) -> bool {
    table.rows.iter().any(|row| listed(row).is_some())
}

/// The acronym that a row of that list is about.
fn listed(row: &[Cell]) -> Option<&str> {
    match row.first()?.as_slice() {
        [Inline::Acronym { words, .. }] => Some(words),
        _ => None,
    }
}

/// The acronyms that were come upon so far.
struct Marking<'a> {
    acronyms: &'a [Acronym<'a>],
    /// The bytes that one of them begins with.
    initials: [bool; 256],
    /// In this section.
    in_section: BTreeSet<&'a str>,
    /// On the page, in headings too.
    on_page: BTreeSet<&'a str>,
    /// Of these, those that running text has used, where they are written out.
    in_text: BTreeSet<&'a str>,
}

impl<'a> Marking<'a> {
    fn of(acronyms: &'a [Acronym<'a>]) -> Self {
        let mut initials = [false; 256];
        for initial in acronyms.iter().filter_map(|acronym| acronym.short.bytes().next()) {
            if let Some(begins) = initials.get_mut(usize::from(initial)) {
                *begins = true;
            }
        }
        let nothing = BTreeSet::new;
        Self { acronyms, initials, in_section: nothing(), on_page: nothing(), in_text: nothing() }
    }

    /// The first acronym in a text that the section has not used, as a word of its own, and where it stands.
    fn first(&self, text: &str) -> Option<(usize, &'a Acronym<'a>)> {
        let begins = |byte: &u8| self.initials.get(usize::from(*byte)).copied().unwrap_or_default();
        let mut rest = text.as_bytes().iter();
        let places = std::iter::from_fn(|| {
            rest.position(begins)?;
            text.len().checked_sub(rest.len())?.checked_sub(1)
        });
        places.into_iter().find_map(|at| {
            let new = self.acronyms.iter().filter(|acronym| !self.in_section.contains(acronym.short));
            let here = new.filter(|acronym| stands_at(text, at, acronym.short));
            // Where two begin at one place, the longer.
            here.min_by_key(|acronym| std::cmp::Reverse(acronym.short.len())).map(|acronym| (at, acronym))
        })
    }

    fn heading(&mut self, said: &str, level: u8) {
        if level <= 3 {
            self.in_section.clear();
        }
        let used = self.acronyms.iter().filter(|acronym| uses(said, acronym.short));
        self.on_page.extend(used.map(|acronym| acronym.short));
    }

    /// A stretch of running text: a paragraph, an item, a cell. Few have an acronym, and the rest stay as they are.
    fn running(&mut self, content: &mut Vec<Inline>) -> bool {
        let is_marked = self.is_first_in(content);
        if is_marked {
            *content = self.within(std::mem::take(content), &mut String::new());
        }
        is_marked
    }

    /// Whether a stretch has an acronym that the section has not used before.
    fn is_first_in(&self, content: &[Inline]) -> bool {
        content.iter().any(|inline| match inline {
            Inline::Text(text) => self.first(text).is_some(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => self.is_first_in(inner),
            _ => false,
        })
    }

    /// A part of a stretch; `said` is what stands before it there.
    fn within(&mut self, content: Vec<Inline>, said: &mut String) -> Vec<Inline> {
        let mut marked = Vec::with_capacity(content.len());
        for inline in content {
            match inline {
                Inline::Text(text) => self.text(&text, said, &mut marked),
                Inline::Strong(inner) => marked.push(Inline::Strong(self.within(inner, said))),
                Inline::Emphasis(inner) => marked.push(Inline::Emphasis(self.within(inner, said))),
                other => {
                    said.push_str(&words(std::slice::from_ref(&other)));
                    marked.push(other);
                }
            }
        }
        marked
    }

    fn text(&mut self, text: &str, said: &mut String, to: &mut Vec<Inline>) {
        let mut rest = text;
        while let Some((at, acronym)) = self.first(rest) {
            let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
            if !before.is_empty() {
                to.push(Inline::Text(before.to_owned()));
            }
            said.push_str(before);
            rest = from.strip_prefix(acronym.short).unwrap_or_default();
            self.in_section.insert(acronym.short);
            self.on_page.insert(acronym.short);
            let (words, spelt_out) = (acronym.short.to_owned(), acronym.spelt_out.to_owned());
            to.push(Inline::Acronym { words, spelt_out });
            if self.in_text.insert(acronym.short) && !is_spelt_beside(acronym, said, rest) {
                let its =
                    ["'s", "\u{2019}s"].into_iter().find(|its| rest.starts_with(its)).unwrap_or_default();
                rest = rest.strip_prefix(its).unwrap_or(rest);
                to.push(Inline::Text(format!("{its} ({}{its})", acronym.spelt_out)));
            }
            said.push_str(acronym.short);
        }
        if !rest.is_empty() {
            to.push(Inline::Text(rest.to_owned()));
        }
        said.push_str(rest);
    }
}

/// How many characters may stand between an acronym and the words for it: " (the", ", or".
const BETWEEN: usize = 8;

/// Whether the text says what an acronym stands for right before or behind it.
fn is_spelt_beside(acronym: &Acronym<'_>, before: &str, after: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace('-', " ");
    let spelt_out = plain(acronym.spelt_out);
    let reach = acronym.spelt_out.len().saturating_add(BETWEEN);
    let start = before.floor_char_boundary(before.len().saturating_sub(reach));
    let end = after.floor_char_boundary(reach);
    [before.get(start..), after.get(..end)].into_iter().flatten().any(|near| plain(near).contains(&spelt_out))
}

/// Whether a text uses a word.
fn uses(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| stands_at(text, at, word))
}

/// Whether a word stands at a place in a text, and not as a part of a longer one.
fn stands_at(text: &str, at: usize, word: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '-';
    let (before, from) = text.split_at_checked(at).unwrap_or_default();
    let Some(after) = from.strip_prefix(word) else { return false };
    !before.chars().next_back().is_some_and(joins) && !after.chars().next().is_some_and(joins)
}

#[cfg(test)]
mod tests {
    use super::{Acronym, mark};
    use crate::render::document::{Block, Column, Document, Inline, Side, Table};
    use crate::render::markdown;
    use crate::render::markdown_parser::parse;
    use crate::render::settle::settle;

    const ACRONYMS: [Acronym<'static>; 2] = [
        Acronym { short: "CP", spelt_out: "child protection" },
        Acronym { short: "ICPC", spelt_out: "initial child protection conference" },
    ];

    fn page(text: &str) -> Document {
        let mut document = Document { main: settle(parse(text)), ..Document::default() };
        mark(&mut document, &ACRONYMS);
        document
    }

    /// The acronyms that are marked, in order.
    fn marked(text: &str) -> Vec<String> {
        let document = page(text);
        let mut found = Vec::new();
        for block in &document.main {
            let Block::Paragraph(content) = block else { continue };
            found.extend(content.iter().filter_map(|inline| match inline {
                Inline::Acronym { words, .. } => Some(words.clone()),
                _ => None,
            }));
        }
        found
    }

    #[test]
    fn a_page_writes_out_what_it_uses_first_and_its_text_does_not() {
        for (text, expected) in [
            ("An ICPC and an ICPC.", "An ICPC (initial child protection conference) and an ICPC."),
            (
                "An initial child protection conference (ICPC).",
                "An initial child protection conference (ICPC).",
            ),
            (
                "Initial Child-Protection Conferences (the ICPC).",
                "Initial Child-Protection Conferences (the ICPC).",
            ),
            (
                "The **initial child protection conference** (ICPC).",
                "The **initial child protection conference** (ICPC).",
            ),
            (
                "ICPC, or initial child protection conference.",
                "ICPC, or initial child protection conference.",
            ),
            ("The ICPC's chair.", "The ICPC's (initial child protection conference's) chair."),
            (
                "**CP** plan.\n\n## The ICPC\n\nCP plan.",
                "**CP (child protection)** plan.\n\n## The ICPC\n\nCP plan.",
            ),
        ] {
            assert_eq!(markdown::write(&page(text)), format!("{expected}\n"), "{text}");
        }
    }

    #[test]
    fn the_list_of_acronyms_holds_those_that_the_page_uses() {
        let row = |short: &str| {
            let marked = Inline::Acronym { words: short.to_owned(), spelt_out: String::new() };
            vec![vec![marked], vec![Inline::Text("…".to_owned())]]
        };
        let column =
            |header: &str| Column { header: vec![Inline::Text(header.to_owned())], side: Side::Left };
        let list = Table {
            columns: vec![column("Acronym"), column("Stands for")],
            rows: vec![row("CP"), row("ICPC")],
            ..Table::default()
        };
        for (text, expected) in [
            ("## CP\n\nNo more.\n\n## Acronyms", "| Acronym | Stands for |\n| :-- | :-- |\n| CP | … |\n"),
            ("## None\n\nNo more.\n\n## Acronyms", "## None\n\nNo more.\n"),
        ] {
            let mut document = Document { main: settle(parse(text)), ..Document::default() };
            document.main.push(Block::Table(list.clone()));
            mark(&mut document, &ACRONYMS);
            let page = markdown::write(&document);
            assert!(page.ends_with(expected), "{page}");
        }
    }

    #[test]
    fn an_acronym_is_marked_once_a_section_where_it_stands_as_a_word() {
        for (text, expected) in [
            ("An ICPC, then a CP plan. The ICPC", vec!["ICPC", "CP"]),
            ("ICPCs, CP-led, XCP, CPx", vec![]),
            ("(ICPC)", vec!["ICPC"]),
            ("A CP plan.\n\nA CP plan.\n\n## CP\n\nA CP plan.\n\n#### Deeper\n\nCP", vec!["CP", "CP"]),
            ("`CP` and [CP](#x)", vec![]),
        ] {
            assert_eq!(marked(text), expected, "{text}");
        }
    }
}
