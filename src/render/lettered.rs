//! Lists that people letter by hand, "(a)" or "(i)": Markdown has no form for them, so they are read from the
//! paragraphs that begin so.

use super::document::{Block, Inline, List, Marks};
use super::marks::readings;

/// The mark that running text begins with, and its words after that.
fn marked(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = text.strip_prefix('(')?.split_once(')')?;
    let is_mark = readings(word).next().is_some();
    rest.strip_prefix(' ').filter(|_| is_mark).map(|rest| (word, rest))
}

fn mark_of(content: &[Inline]) -> Option<&str> {
    let [Inline::Text(text), ..] = content else { return None };
    marked(text).map(|(word, _)| word)
}

/// The words of a block's mark, where it is a paragraph with one.
fn mark_of_block(block: &Block) -> Option<&str> {
    match block {
        Block::Paragraph(content) => mark_of(content),
        _ => None,
    }
}

/// The blocks with each run of lettered paragraphs as a list, also within lists and quotations.
#[must_use]
pub(super) fn with_lettered_lists(blocks: Vec<Block>) -> Vec<Block> {
    let mut lines = blocks.into_iter().flat_map(inside).peekable();
    let mut reader = Reader::default();
    while let Some(block) = lines.next() {
        reader.read(block, lines.peek().and_then(mark_of_block));
    }
    reader.close(0);
    reader.laid
}

/// A block with the lists inside it read; a paragraph as one for each lettered line.
fn inside(block: Block) -> Vec<Block> {
    match block {
        Block::Paragraph(content) => lines(content).into_iter().map(Block::Paragraph).collect(),
        Block::Quote(inner) => vec![Block::Quote(with_lettered_lists(inner))],
        Block::List(list) => {
            let items = list.items.into_iter().map(with_lettered_lists).collect();
            vec![Block::List(List { items, ..list })]
        }
        other => vec![other],
    }
}

/// A paragraph parted before each line that has a mark, where at least two have and the first is "(a)" or "(i)":
/// a single line may just happen to begin with brackets.
fn lines(content: Vec<Inline>) -> Vec<Vec<Inline>> {
    let ends_line = |inline: &Inline| match inline {
        Inline::LineBreak => true,
        Inline::Text(text) => text == SOFT_BREAK,
        _ => false,
    };
    let marks: Vec<&str> = content.split(ends_line).filter_map(mark_of).collect();
    if marks.len() < 2 || !marks.first().is_some_and(|mark| matches!(*mark, "a" | "i")) {
        return vec![content];
    }
    let mut lines: Vec<Vec<Inline>> = vec![Vec::new()];
    for (position, line) in content.split(ends_line).enumerate() {
        match lines.last_mut() {
            Some(before) if mark_of(line).is_none() => {
                before.extend((position > 0).then(|| Inline::Text(SOFT_BREAK.to_owned())));
                before.extend_from_slice(line);
            }
            _ => lines.push(line.to_vec()),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The end of a line in the source, as the reader of Markdown gives it.
const SOFT_BREAK: &str = "\n";

/// A list that further items may join.
struct Open {
    marks: Marks,
    items: Vec<Vec<Block>>,
}

impl Open {
    /// The mark that its next item would have.
    fn next(&self) -> Option<Marks> {
        self.marks.next(self.items.len())
    }
}

#[derive(Default)]
struct Reader {
    laid: Vec<Block>,
    /// The lists that are open, each inside the one before.
    open: Vec<Open>,
    /// Where the last list stopped: what came between may have interrupted it.
    resumed_by: Option<Marks>,
}

impl Reader {
    fn read(&mut self, block: Block, following: Option<&str>) {
        let mark = mark_of_block(&block).map(|word| readings(word).collect::<Vec<_>>()).unwrap_or_default();
        if self.item(&mark, following) {
            self.push_item(block);
        } else if matches!(block, Block::List(_)) && self.awaits_list() {
            self.push(block);
        } else {
            self.close(0);
            if matches!(block, Block::Heading(_)) {
                self.resumed_by = None;
            }
            self.laid.push(block);
        }
    }

    /// Makes ready the list that an item with this mark belongs to; false where it belongs to none.
    fn item(&mut self, readings: &[Marks], following: Option<&str>) -> bool {
        let first = readings.iter().copied().find(|mark| matches!(mark, Marks::Letters(1) | Marks::Roman(1)));
        let goes_on = |list: &Open| list.next().is_some_and(|next| readings.contains(&next));
        // "(i)" after "(h)" is a letter, unless "(ii)" follows.
        let begins_roman = first == Some(Marks::Roman(1)) && following == Some("ii");
        if let Some(depth) = self.open.iter().rposition(goes_on).filter(|_| !begins_roman) {
            self.close(depth.saturating_add(1));
            return true;
        }
        let resumed = self.resumed_by.filter(|mark| self.open.is_empty() && readings.contains(mark));
        let Some(marks) = resumed.or(first) else { return false };
        let same = |list: &Open| std::mem::discriminant(&list.marks) == std::mem::discriminant(&marks);
        if let Some(depth) = self.open.iter().position(same) {
            self.close(depth);
        }
        self.open.push(Open { marks, items: Vec::new() });
        true
    }

    fn push_item(&mut self, block: Block) {
        if let (Block::Paragraph(content), Some(list)) = (block, self.open.last_mut()) {
            list.items.push(vec![Block::Paragraph(without_mark(content))]);
        }
    }

    /// Whether the last item leads in to a list: it ends with a colon.
    fn awaits_list(&self) -> bool {
        let item = self.open.last().and_then(|list| list.items.last());
        match item.and_then(|item| item.last()) {
            Some(Block::Paragraph(content)) => super::document::words(content).trim_end().ends_with(':'),
            _ => false,
        }
    }

    /// Sets a block into the last item of the innermost list, or beside the lists where none is open.
    fn push(&mut self, block: Block) {
        match self.open.last_mut().and_then(|list| list.items.last_mut()) {
            Some(item) => item.push(block),
            None => self.laid.push(block),
        }
    }

    /// Closes all lists but the outer `depth`.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(list) = self.open.pop() else { return };
            self.resumed_by = list.next();
            let tight = list.items.iter().all(|item| item.len() < 2);
            self.push(Block::List(List { marks: list.marks, tight, items: list.items }));
        }
    }
}

fn without_mark(mut content: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(text)) = content.first_mut()
        && let Some((_, rest)) = marked(text)
    {
        *text = rest.to_owned();
    }
    content
}

#[cfg(test)]
mod tests {
    use super::with_lettered_lists;
    use crate::render::document::{Block, Document, words};
    use crate::render::markdown_parser::parse;
    use crate::render::settle::settle;
    use crate::render::{html, markdown};

    /// The blocks in short: `a[…]` a list of letters, `i[…]` one of roman numbers, `-[…]` bullets.
    fn outline(blocks: &[Block]) -> String {
        let short = |block: &Block| match block {
            Block::Paragraph(content) => words(content).into_owned(),
            Block::Heading(heading) => format!("#{}", heading.words()),
            Block::List(list) => {
                let items: Vec<String> = list.items.iter().map(|item| outline(item)).collect();
                let mark = list.marks.in_brackets(0).unwrap_or_else(|| "-".to_owned());
                format!("{}[{}]", mark.trim_matches(['(', ')']), items.join(" | "))
            }
            other => format!("{other:?}"),
        };
        blocks.iter().map(short).collect::<Vec<_>>().join(" ")
    }

    fn read(text: &str) -> Vec<Block> {
        settle(with_lettered_lists(parse(text)))
    }

    #[test]
    fn paragraphs_with_marks_become_lists() {
        for (text, tree) in [
            ("It is asked to:\n\n(a) note\n\n(b) agree\n\nSo.", "It is asked to: a[note | agree] So."),
            ("(i) one\n\n(ii) two", "i[one | two]"),
            ("(a) one\n\n(i) x\n\n(ii) y\n\n(b) two", "a[one i[x | y] | two]"),
            ("(i) one\n\n(a) x\n\n(b) y\n\n(ii) two", "i[one a[x | y] | two]"),
            ("(a) of:\n\n- x\n- y\n\n(b) two", "a[of: -[x | y] | two]"),
            ("(a) one\n\n- x\n\n(b) two", "a[one] -[x] b[two]"),
            ("(a) one\n\nMeanwhile.\n\n(b) two", "a[one] Meanwhile. b[two]"),
            ("(a) one\n\n# H\n\n(b) two", "a[one] #H (b) two"),
            ("(a) one\n\n(c) three", "a[one] (c) three"),
            ("(a) one\n\n(a) other", "a[one] a[other]"),
            ("(c) Crown copyright", "(c) Crown copyright"),
            ("(a)no\n\n(2) no\n\n(A) no", "(a)no (2) no (A) no"),
            ("- (a) one\n\n  (b) two\n- three", "-[a[one | two] | three]"),
        ] {
            assert_eq!(outline(&read(text)), tree, "{text}");
        }
    }

    #[test]
    fn lines_of_one_paragraph_are_items_where_two_have_marks() {
        for (text, tree) in [
            ("It is asked to:\n(a) note\nthis\n(b) agree", "It is asked to: a[note this | agree]"),
            ("(i) one\n(ii) two", "i[one | two]"),
            ("under section 17\n(a) of the Act", "under section 17 (a) of the Act"),
            ("under section 17\n(c) of the Act\n(d) too", "under section 17 (c) of the Act (d) too"),
        ] {
            assert_eq!(outline(&read(text)), tree, "{text}");
        }
    }

    #[test]
    fn an_i_after_an_h_is_a_letter_unless_ii_follows() {
        let to_h: String = ('a'..='h').map(|letter| format!("({letter}) x\n\n")).collect();
        let eight = "x | ".repeat(7) + "x";
        assert_eq!(outline(&read(&format!("{to_h}(i) y\n\n(j) z"))), format!("a[{eight} | y | z]"));
        assert_eq!(outline(&read(&format!("{to_h}(i) y"))), format!("a[{eight} | y]"));
        assert_eq!(outline(&read(&format!("{to_h}(i) y\n\n(ii) z"))), format!("a[{eight} i[y | z]]"));
    }

    #[test]
    fn pages_show_the_marks_that_were_written() {
        let text = "(a) one:\n\n- x\n\n(b) two\n\n(i) p\n\n(ii) q\n\nThen.\n\n(c) three\n";
        let main = read(text);
        let document = Document { main: main.clone(), ..Document::default() };
        let written = markdown::write(&document);
        assert_eq!(written, text);
        assert_eq!(read(&written), main);
        let page = html::write(&document);
        let lists = "<ol type=\"a\">\n<li>\n<p>one:</p>\n<ul>\n<li>x</li>\n</ul>\n</li>\n<li>\n<p>two</p>\n\
            <ol type=\"i\">\n<li>p</li>\n<li>q</li>\n</ol>\n</li>\n</ol>\n<p>Then.</p>\n\
            <ol type=\"a\" start=\"3\">\n<li>three</li>\n</ol>\n";
        assert!(page.contains(lists), "{page}");
    }
}
