//! The outline of a page: every heading gets a level that skips none, and an address of its own.

use std::collections::BTreeSet;

use super::document::Block;

/// Levels and addresses given so far.
#[derive(Debug)]
pub(super) struct Outline {
    /// The template's headings that are open: as written, and as given.
    open: Vec<(u8, u8)>,
    titled: bool,
    taken: BTreeSet<String>,
}

impl Outline {
    /// The outline of a page without headings. Addresses that every page needs are taken.
    pub(super) fn new() -> Self {
        let taken = ["contents", "main"].map(str::to_owned).into();
        Self { open: Vec::new(), titled: false, taken }
    }

    /// Whether the page has its title.
    pub(super) fn is_titled(&self) -> bool {
        self.titled
    }

    /// The level of the heading that the template is beneath; 1 before its first.
    pub(super) fn level(&self) -> u8 {
        self.open.last().map_or(1, |(_, given)| *given).max(1)
    }

    /// The level of a heading that the template writes at `written`. Only the first can be the title.
    pub(super) fn place(&mut self, written: u8) -> u8 {
        let lowest = if self.titled { 2 } else { 1 };
        let level = nest(&mut self.open, written, 0).max(lowest);
        self.titled = self.titled || level == 1;
        if let Some(last) = self.open.last_mut() {
            last.1 = level;
        }
        level
    }

    /// An address made of the words of a heading.
    pub(super) fn address(&mut self, words: &str) -> String {
        let slug = match slug(words) {
            // Numbered paragraphs have addresses of this form.
            slug if slug.starts_with("p-") => format!("section-{slug}"),
            slug => slug,
        };
        let numbered = (2_u32..).map(|number| format!("{slug}-{number}"));
        let free = std::iter::once(slug.clone()).chain(numbered).find(|name| !self.taken.contains(name));
        let address = free.unwrap_or(slug);
        self.taken.insert(address.clone());
        address
    }
}

/// The level of a heading written at `written` within headings that are `open`, all of them beneath `base`.
pub(super) fn nest(open: &mut Vec<(u8, u8)>, written: u8, base: u8) -> u8 {
    while open.pop_if(|(above, _)| *above >= written).is_some() {}
    let above = open.last().map_or(base, |(_, given)| *given);
    let level = above.saturating_add(1).min(6);
    open.push((written, level));
    level
}

/// Lower-case letters and digits, words parted by hyphens: `how-safe-are-children`.
pub(super) fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for character in words.chars().filter(|c| !matches!(c, '\'' | '\u{2019}')) {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// The blocks without headings that have nothing beneath them up to the next of their level or above. The title
/// of a page stays.
pub(super) fn without_empty_headings(blocks: Vec<Block>) -> Vec<Block> {
    // From the end: headings of a level below this one have something beneath them.
    let mut filled = 0;
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.into_iter().rev() {
        match &block {
            Block::Heading(heading) if heading.level > 1 && heading.level >= filled => continue,
            Block::Heading(heading) => filled = heading.level,
            Block::Rule => {}
            _ => filled = u8::MAX,
        }
        kept.push(block);
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::{Outline, nest, without_empty_headings};
    use crate::render::document::Block;
    use crate::render::markdown_parser::parse;

    #[test]
    fn levels_skip_none_and_only_one_heading_is_the_title() {
        let mut outline = Outline::new();
        let placed: Vec<u8> = [1, 2, 4, 3, 2, 1, 2].into_iter().map(|level| outline.place(level)).collect();
        assert_eq!(placed, [1, 2, 3, 3, 2, 2, 3]);
    }

    #[test]
    fn headings_in_prose_stand_beneath_the_section() {
        let mut open = Vec::new();
        let placed: Vec<u8> = [3, 4, 3, 1, 6].into_iter().map(|level| nest(&mut open, level, 3)).collect();
        assert_eq!(placed, [4, 5, 4, 4, 5]);
        assert_eq!(nest(&mut Vec::new(), 2, 6), 6);
    }

    #[test]
    fn addresses_are_plain_and_never_twice() {
        let mut outline = Outline::new();
        for (words, address) in [
            ("How safe are children?", "how-safe-are-children"),
            ("How safe are children", "how-safe-are-children-2"),
            ("Contents", "contents-2"),
            ("The board's year", "the-boards-year"),
            ("Élan: 2013/14", "élan-2013-14"),
            ("…", "section"),
            ("P 3.1", "section-p-3-1"),
        ] {
            assert_eq!(outline.address(words), address);
        }
    }

    #[test]
    fn headings_with_nothing_beneath_them_go() {
        for (text, kept) in [
            ("# T", "T"),
            ("# T\n\n## A", "T"),
            ("# T\n\n## A\n\n## B\n\nx", "T B"),
            ("## A\n\n### B\n\nx\n\n### C\n\n## D", "A B"),
            ("## A\n\n### B\n\n## C\n\n- x", "C"),
            ("## A\n\n#### B\n\n### C\n\nx\n\n## D\n\n---", "A C"),
        ] {
            let blocks = without_empty_headings(parse(text));
            let headings: Vec<String> = blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Heading(heading) => Some(heading.words()),
                    _ => None,
                })
                .collect();
            assert_eq!(headings.join(" "), kept, "{text}");
        }
    }
}
