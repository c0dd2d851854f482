//! References in a page's text → links with the words that this page has for what they refer to.

use std::collections::{BTreeMap, BTreeSet};

use crate::narrative::{Prose, Reference};

use super::document::{Document, Inline};
use super::numbering::Called;
use super::running::{change_running, has_mark, replace};
use super::settle::settle_block;

/// What references on a page can lead to.
pub(super) struct Targets<'t> {
    /// The address of each named part that the page shows.
    pub(super) addresses: BTreeMap<&'t str, String>,
    /// What the parts are called by their numbers, by address; those not there by their titles.
    pub(super) called: Called,
}

/// Opens the placeholder of a reference that begins a sentence. It never leaves this file.
const CAPITAL: char = '\u{E005}';

/// Puts each reference of a settled page into words. Gives the positions in `references` of those whose targets are not on the page.
pub(super) fn resolve(
    document: &mut Document,
    targets: &Targets<'_>,
    references: &[Reference],
) -> BTreeSet<usize> {
    let mut lost = BTreeSet::new();
    if references.is_empty() {
        return lost;
    }
    let mut put = |number: usize, capital: bool, to: &mut Vec<Inline>| {
        let Some(reference) = references.get(number) else { return };
        let address = targets.addresses.get(reference.name.as_str());
        let called = address.and_then(|address| targets.called.get(address));
        let words = match called {
            Some(called) if capital => capitalized(called),
            Some(called) => called.clone(),
            None => format!("“{}”", reference.title),
        };
        let content = vec![Inline::Text(words)];
        match address {
            Some(address) => to.push(Inline::Link { address: format!("#{address}"), content }),
            None => {
                lost.insert(number);
                to.extend(content);
            }
        }
    };
    for part in [&mut document.header, &mut document.main, &mut document.footer] {
        part.retain_mut(|block| {
            let changed = change_running(block, &mut |content| {
                if !has_mark(content, &[Prose::REFERENCE, CAPITAL]) {
                    return false;
                }
                mark_capitals(content);
                replace(content, CAPITAL, Prose::CLOSE, &mut |number, to| put(number, true, to));
                replace(content, Prose::REFERENCE, Prose::CLOSE, &mut |number, to| put(number, false, to));
                true
            });
            !changed || settle_block(block)
        });
    }
    lost
}

/// Marks the references in running text that begin a sentence.
fn mark_capitals(content: &mut [Inline]) {
    let mut begins = true;
    for inline in content {
        if let Inline::Text(text) = inline {
            if begins && text.starts_with(Prose::REFERENCE) {
                *text = text.replacen(Prose::REFERENCE, &CAPITAL.to_string(), 1);
            }
            for end in [". ", "? ", "! "] {
                *text = text.replace(&format!("{end}{}", Prose::REFERENCE), &format!("{end}{CAPITAL}"));
            }
        }
        begins = *inline == Inline::LineBreak;
    }
}

fn capitalized(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Targets, resolve};
    use crate::model::{FileId, Place};
    use crate::narrative::Reference;
    use crate::render::document::Document;
    use crate::render::markdown;
    use crate::render::markdown_parser::parse;
    use crate::render::settle::settle;

    #[test]
    fn references_say_what_the_page_calls_the_part() {
        let reference = |name: &str, title: &str| Reference {
            name: name.to_owned(),
            title: title.to_owned(),
            place: Place::start_of(FileId(0)),
        };
        let references = [reference("a", "Activity"), reference("b", "Budget"), reference("c", "Crime")];
        let targets = Targets {
            addresses: [("a", "activity".to_owned()), ("b", "budget-2".to_owned())].into(),
            called: [("activity".to_owned(), "section 3".to_owned())].into(),
        };
        for (text, written) in [
            ("See 0.", "See [section 3](#activity)."),
            (
                "0 says. 0 too; 0.",
                "[Section 3](#activity) says. [Section 3](#activity) too; [section 3](#activity).",
            ),
            ("See **1**", "See **[“Budget”](#budget-2)**"),
            ("See 2.", "See “Crime”."),
            ("- 1", "- [“Budget”](#budget-2)"),
            ("[all of 0](https://example.org)", "[all of section 3](https://example.org)"),
            ("`0`", "`section 3`"),
        ] {
            let mut text = text.to_owned();
            for number in ["0", "1", "2"] {
                text = text.replace(number, &format!("\u{E004}{number}\u{E001}"));
            }
            let mut document = Document { main: parse(&text), ..Document::default() };
            let lost = resolve(&mut document, &targets, &references);
            assert_eq!(!lost.is_empty(), text.contains('2'), "{text}");
            document.main = settle(document.main);
            assert_eq!(markdown::write(&document), format!("{written}\n"));
        }
    }
}
