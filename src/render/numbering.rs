//! Numbers for the headings and paragraphs of a page, in the way that its template asks for. They are part of the
//! tree, so that every form of the page has the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::jinja::Numbering;

use super::document::{Block, Heading, Inline, Numbered};
use super::marks::letters;

/// What text calls a heading, by its address: "section 3", "paragraphs 7 to 9", "appendix B".
pub(super) type Called = BTreeMap<String, String>;

/// Numbers the body of a page. `appendices` are the addresses of their headings: these are lettered in every page,
/// and what stands beneath them has no numbers.
pub(super) fn number(main: &mut [Block], numbering: Numbering, appendices: &BTreeSet<String>) -> Called {
    let mut count = Count { numbering, ..Count::default() };
    let mut called = Called::new();
    for block in main.iter_mut() {
        match block {
            Block::Heading(heading) if appendices.contains(&heading.id) => {
                let letter = count.appendix(heading.level);
                heading.number = format!("Appendix {letter}:");
                called.insert(heading.id.clone(), format!("appendix {letter}"));
            }
            Block::Heading(heading) => {
                if let Some(number) = count.heading(heading) {
                    let kind = if number.contains('.') { "paragraph" } else { "section" };
                    called.insert(heading.id.clone(), format!("{kind} {number}"));
                    heading.number = number;
                }
            }
            Block::Paragraph(content) => {
                if let Some(number) = count.paragraph() {
                    *block = numbered(number, content);
                }
            }
            _ => {}
        }
    }
    call_by_paragraphs(main, &mut called);
    called
}

fn numbered(number: String, content: &mut Vec<Inline>) -> Block {
    Block::Numbered(Numbered { number, content: std::mem::take(content) })
}

/// Headings without a number of their own are called by those of the paragraphs beneath them.
fn call_by_paragraphs(main: &[Block], called: &mut Called) {
    for (position, block) in main.iter().enumerate() {
        let Block::Heading(heading) = block else { continue };
        let beneath = main.iter().skip(position.saturating_add(1)).take_while(|block| match block {
            Block::Heading(next) => next.level > heading.level,
            _ => true,
        });
        let mut numbers = beneath.filter_map(|block| match block {
            Block::Numbered(paragraph) => Some(&paragraph.number),
            _ => None,
        });
        let words = match (numbers.next(), numbers.last()) {
            (Some(first), Some(last)) => format!("paragraphs {first} to {last}"),
            (Some(only), None) => format!("paragraph {only}"),
            (None, _) => continue,
        };
        called.entry(heading.id.clone()).or_insert(words);
    }
}

/// How far the numbers have come.
#[derive(Default)]
struct Count {
    numbering: Numbering,
    /// The section, from 1; nought before the first.
    section: usize,
    /// The last paragraph or section within the section.
    second: usize,
    /// The last paragraph within a section of the second level; none outside such.
    third: Option<usize>,
    /// The last paragraph of a page numbered straight through.
    through: usize,
    appendices: usize,
    /// The level of the appendix that we are in.
    in_appendix: Option<u8>,
}

impl Count {
    fn appendix(&mut self, level: u8) -> String {
        self.appendices = self.appendices.saturating_add(1);
        self.in_appendix = Some(level);
        letters(self.appendices).to_uppercase()
    }

    /// The number of a heading; none where it has none.
    fn heading(&mut self, heading: &Heading) -> Option<String> {
        if self.in_appendix.is_some_and(|level| heading.level > level) {
            return None;
        }
        self.in_appendix = None;
        match (self.numbering, heading.level) {
            (Numbering::Levels, 2) => {
                self.section = self.section.saturating_add(1);
                (self.second, self.third) = (0, None);
                Some(self.section.to_string())
            }
            // Paragraphs and sections within a section share their numbers, so that none comes twice.
            (Numbering::Levels, 3) if self.section > 0 => {
                self.second = self.second.saturating_add(1);
                self.third = Some(0);
                Some(format!("{}.{}", self.section, self.second))
            }
            _ => None,
        }
    }

    /// The number of the next paragraph; none where it has none.
    fn paragraph(&mut self) -> Option<String> {
        match self.numbering {
            _ if self.in_appendix.is_some() => None,
            Numbering::None => None,
            Numbering::Through => {
                self.through = self.through.saturating_add(1);
                Some(self.through.to_string())
            }
            Numbering::Levels if self.section == 0 => None,
            Numbering::Levels => {
                let Some(third) = &mut self.third else {
                    self.second = self.second.saturating_add(1);
                    return Some(format!("{}.{}", self.section, self.second));
                };
                *third = third.saturating_add(1);
                Some(format!("{}.{}.{third}", self.section, self.second))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::number;
    use crate::jinja::Numbering;
    use crate::render::document::{Block, Document};
    use crate::render::markdown_parser::parse;
    use crate::render::outline::slug;
    use crate::render::settle::settle;
    use crate::render::{html, markdown};

    /// The body that a text gives, its headings with addresses; those that begin with "App" are appendices.
    fn page(text: &str, numbering: Numbering) -> (Document, Vec<String>) {
        let mut main = settle(parse(text));
        let mut appendices = BTreeSet::new();
        for block in &mut main {
            if let Block::Heading(heading) = block {
                heading.id = slug(&heading.words());
                appendices.extend(heading.id.starts_with("app").then(|| heading.id.clone()));
            }
        }
        let called = number(&mut main, numbering, &appendices);
        let called = called.into_iter().map(|(id, words)| format!("{id}: {words}")).collect();
        (Document { main, ..Document::default() }, called)
    }

    const COMMITTEE: &str = "Before.\n\n## Purpose\n\nWhy.\n\n## Background\n\n### Law\n\nIt says:\n\n- a\n- b\n\nAnd so.\n\n\
        ### Numbers\n\n| a |\n| --- |\n| 1 |\n\nThey rose.\n\n#### Why\n\nOf course.\n\n## Risks\n\nFirst.\n\nSecond.\n\n\
        ### Money\n\nLittle.\n\n## App one\n\nLong.\n\n### Part\n\nLonger.\n\n## Papers\n\nNone.\n";

    #[test]
    fn levels_number_headings_and_paragraphs_and_restart_under_each() {
        let (page, called) = page(COMMITTEE, Numbering::Levels);
        let expected = "Before.\n\n## 1 Purpose\n\n1.1 Why.\n\n## 2 Background\n\n### 2.1 Law\n\n2.1.1 It says:\n\n- a\n- b\n\n\
            2.1.2 And so.\n\n### 2.2 Numbers\n\n| a |\n| --- |\n| 1 |\n\n2.2.1 They rose.\n\n#### Why\n\n2.2.2 Of course.\n\n\
            ## 3 Risks\n\n3.1 First.\n\n3.2 Second.\n\n### 3.3 Money\n\n3.3.1 Little.\n\n## Appendix A: App one\n\nLong.\n\n\
            ### Part\n\nLonger.\n\n## 4 Papers\n\n4.1 None.\n";
        assert_eq!(markdown::write(&page), expected);
        let words = [
            "app-one: appendix A",
            "background: section 2",
            "law: paragraph 2.1",
            "money: paragraph 3.3",
            "numbers: paragraph 2.2",
            "papers: section 4",
            "purpose: section 1",
            "risks: section 3",
            "why: paragraph 2.2.2",
        ];
        assert_eq!(called, words);
    }

    #[test]
    fn through_numbers_paragraphs_across_headings_and_lists() {
        let (page, called) = page(COMMITTEE, Numbering::Through);
        let expected = "1\\. Before.\n\n## Purpose\n\n2\\. Why.\n\n## Background\n\n### Law\n\n3\\. It says:\n\n- a\n- b\n\n\
            4\\. And so.\n\n### Numbers\n\n| a |\n| --- |\n| 1 |\n\n5\\. They rose.\n\n#### Why\n\n6\\. Of course.\n\n\
            ## Risks\n\n7\\. First.\n\n8\\. Second.\n\n### Money\n\n9\\. Little.\n\n## Appendix A: App one\n\nLong.\n\n\
            ### Part\n\nLonger.\n\n## Papers\n\n10\\. None.\n";
        assert_eq!(markdown::write(&page), expected);
        assert!(called.contains(&"background: paragraphs 3 to 6".to_owned()), "{called:?}");
        assert!(called.contains(&"money: paragraph 9".to_owned()), "{called:?}");
    }

    #[test]
    fn html_has_the_same_numbers_and_addresses_for_them() {
        let (levels, _) = page(COMMITTEE, Numbering::Levels);
        let levels = html::write(&levels);
        for part in [
            "<h3 id=\"law\"><span class=\"number\">2.1</span> Law</h3>",
            "<p id=\"p-2-1-2\"><span class=\"number\">2.1.2</span> And so.</p>",
            "<li><a href=\"#law\">2.1 Law</a></li>",
            "<h2 id=\"app-one\"><span class=\"number\">Appendix A:</span> App one</h2>",
        ] {
            assert!(levels.contains(part), "{part} in {levels}");
        }
        let (through, _) = page(COMMITTEE, Numbering::Through);
        let part = "<p id=\"p-10\"><span class=\"number\">10.</span> None.</p>";
        assert!(html::write(&through).contains(part));
    }

    #[test]
    fn without_numbering_only_appendices_are_lettered() {
        let (page, called) = page(COMMITTEE, Numbering::None);
        let lettered = COMMITTEE.replace("## App one", "## Appendix A: App one");
        assert_eq!((markdown::write(&page), called), (lettered, vec!["app-one: appendix A".to_owned()]));
    }
}
