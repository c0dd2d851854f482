//! Acronyms of the glossary: where a section uses one first, the page says what it stands for.

use std::collections::BTreeSet;

use crate::narrative::{Bound, Story};

use super::document::{Block, Document, Inline};
use super::placement::map_running;

/// An acronym, and what it stands for.
pub(super) struct Acronym<'s> {
    short: &'s str,
    spelt_out: &'s str,
}

/// The acronyms that a story's glossary spells out.
pub(super) fn acronyms(story: &Story) -> Vec<Acronym<'_>> {
    let Some(Bound::List(entries)) = story.content.0.get("glossary") else { return Vec::new() };
    entries.iter().filter_map(acronym).collect()
}

/// The acronym that an entry of the glossary spells out.
fn acronym(entry: &Bound) -> Option<Acronym<'_>> {
    let Bound::Record(entry) = entry else { return None };
    let (Some(Bound::Plain(short)), Some(Bound::Plain(spelt_out))) =
        (entry.0.get("term"), entry.0.get("spelt_out"))
    else {
        return None;
    };
    let (short, spelt_out) = (short.trim(), spelt_out.trim());
    (!short.is_empty() && !spelt_out.is_empty()).then_some(Acronym { short, spelt_out })
}

/// Marks each acronym where a section (a heading of level 2 or 3 and what stands beneath it) uses it first.
pub(super) fn mark(document: &mut Document, acronyms: &[Acronym<'_>]) {
    if acronyms.is_empty() {
        return;
    }
    let seen = std::cell::RefCell::new(BTreeSet::new());
    let blocks = std::mem::take(&mut document.main).into_iter().map(|block| match block {
        Block::Heading(heading) => {
            if heading.level <= 3 {
                seen.borrow_mut().clear();
            }
            Block::Heading(heading)
        }
        block => map_running(block, &|content| in_running(content, acronyms, &mut seen.borrow_mut())),
    });
    document.main = blocks.collect();
}

fn in_running<'a>(
    content: Vec<Inline>,
    acronyms: &'a [Acronym<'_>],
    seen: &mut BTreeSet<&'a str>,
) -> Vec<Inline> {
    let mut marked = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Text(text) => in_text(&text, acronyms, seen, &mut marked),
            Inline::Strong(inner) => marked.push(Inline::Strong(in_running(inner, acronyms, seen))),
            Inline::Emphasis(inner) => marked.push(Inline::Emphasis(in_running(inner, acronyms, seen))),
            other => marked.push(other),
        }
    }
    marked
}

fn in_text<'a>(text: &str, acronyms: &'a [Acronym<'_>], seen: &mut BTreeSet<&'a str>, to: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some((at, acronym)) = first(rest, acronyms, seen) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        if !before.is_empty() {
            to.push(Inline::Text(before.to_owned()));
        }
        seen.insert(acronym.short);
        let (words, spelt_out) = (acronym.short.to_owned(), acronym.spelt_out.to_owned());
        to.push(Inline::Acronym { words, spelt_out });
        rest = from.strip_prefix(acronym.short).unwrap_or_default();
    }
    if !rest.is_empty() {
        to.push(Inline::Text(rest.to_owned()));
    }
}

/// The first acronym in a text that has not been seen, as a word of its own, and where it stands.
fn first<'a, 's>(
    text: &str,
    acronyms: &'a [Acronym<'s>],
    seen: &BTreeSet<&'a str>,
) -> Option<(usize, &'a Acronym<'s>)> {
    let new = acronyms.iter().filter(|acronym| !seen.contains(acronym.short));
    let found = new.filter_map(|acronym| Some((word_at(text, acronym.short)?, acronym)));
    // Where two begin at one place, the longer.
    found.min_by_key(|(at, acronym)| (*at, std::cmp::Reverse(acronym.short.len())))
}

fn word_at(text: &str, word: &str) -> Option<usize> {
    let stands_alone = |at: &usize| {
        let (before, from) = text.split_at_checked(*at).unwrap_or_default();
        let after = from.strip_prefix(word).and_then(|after| after.chars().next());
        let joins = |c: char| c.is_alphanumeric() || c == '-';
        !before.chars().next_back().is_some_and(joins) && !after.is_some_and(joins)
    };
    text.match_indices(word).map(|(at, _)| at).find(stands_alone)
}

#[cfg(test)]
mod tests {
    use super::{Acronym, mark};
    use crate::render::document::{Block, Document, Inline};
    use crate::render::markdown_parser::parse;
    use crate::render::settle::settle;

    /// The acronyms that are marked, in order.
    fn marked(text: &str) -> Vec<String> {
        let acronyms = [
            Acronym { short: "CP", spelt_out: "child protection" },
            Acronym { short: "ICPC", spelt_out: "initial child protection conference" },
        ];
        let mut document = Document { main: settle(parse(text)), ..Document::default() };
        mark(&mut document, &acronyms);
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
