//! Markdown → blocks of the document tree, and what Markdown may hold that a page may not. The only user of the
//! Markdown library.

use std::ops::Range;

use comrak::nodes::{ListType, Node, NodeValue, Sourcepos, TableAlignment};
use comrak::{Arena, Options, parse_document};

use super::document::{Block, Cell, Column, Heading, Inline, List, Marks, Side, Table};
use crate::narrative::Forbidden;

/// All that is refused in `markdown`, with the bytes where it stands, in order.
#[must_use]
pub fn refused(markdown: &str) -> Vec<(Range<usize>, Forbidden)> {
    // HTML, pictures, links and tables can't do without one of these, and most texts have none.
    if !markdown.bytes().fold(false, |found, byte| found | matches!(byte, b'<' | b'[' | b'|')) {
        return Vec::new();
    }
    let arena = Arena::new();
    let lines = line_starts(markdown);
    let mut found: Vec<(Range<usize>, Forbidden)> = Vec::new();
    for node in parse_document(&arena, markdown, &options()).descendants() {
        let data = node.data();
        let what = match &data.value {
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => Forbidden::Html,
            NodeValue::Image(_) => Forbidden::Picture,
            NodeValue::TableCell if node.first_child().is_none() => Forbidden::EmptyCell,
            NodeValue::Link(link) if !is_safe(&link.url) => Forbidden::Link(link.url.clone()),
            _ => continue,
        };
        found.push((bytes(data.sourcepos, &lines, markdown), what));
    }
    found.sort_by_key(|(range, _)| (range.start, range.end));
    found
}

/// Whether a page may link there: `http`, `https`, `mailto`, `tel`, or a place in the page.
#[must_use]
pub fn is_safe(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    address.starts_with('#') || matches!(scheme.as_deref(), Some("http" | "https" | "mailto" | "tel"))
}

/// The blocks that `markdown` says. Headings keep their levels and have no ids yet. HTML becomes the text that
/// it is, pictures and unsafe links become their words.
#[must_use]
pub(super) fn parse(markdown: &str) -> Vec<Block> {
    let arena = Arena::new();
    blocks(parse_document(&arena, markdown, &options()), 0)
}

/// How many forms stand within one another at the most; what is deeper gives its words alone.
const DEEPEST: usize = 40;

/// CommonMark and tables; nothing else, so that "~1800" and "www." stay what they are.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options
}

fn blocks(parent: Node<'_>, depth: usize) -> Vec<Block> {
    let deeper = depth.saturating_add(1);
    if deeper > DEEPEST {
        return vec![Block::Paragraph(only_words(parent))];
    }
    parent.children().filter_map(|node| block(node, deeper)).collect()
}

/// The words of all that stands in a node, however deep.
fn only_words(node: Node<'_>) -> Vec<Inline> {
    let word = |node: Node<'_>| match &node.data().value {
        NodeValue::Text(text) => Some(Inline::Text(text.to_string())),
        NodeValue::Code(code) => Some(Inline::Code(code.literal.clone())),
        NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Paragraph => {
            Some(Inline::Text(" ".to_owned()))
        }
        _ => None,
    };
    node.descendants().filter_map(word).collect()
}

fn block(node: Node<'_>, depth: usize) -> Option<Block> {
    let data = node.data();
    Some(match &data.value {
        NodeValue::Paragraph => Block::Paragraph(inlines(node, 0)),
        NodeValue::Heading(heading) => {
            Block::Heading(Heading { level: heading.level, content: inlines(node, 0), ..Heading::default() })
        }
        NodeValue::BlockQuote => Block::Quote(blocks(node, depth)),
        NodeValue::List(list) => Block::List(List {
            marks: match list.list_type {
                ListType::Ordered => Marks::Numbers(list.start),
                ListType::Bullet => Marks::Bullets,
            },
            tight: list.tight,
            items: node.children().map(|item| blocks(item, depth)).collect(),
        }),
        NodeValue::CodeBlock(code) => {
            Block::Code(code.literal.strip_suffix('\n').unwrap_or(&code.literal).to_owned())
        }
        NodeValue::Table(table) => Block::Table(read_table(node, &table.alignments)),
        NodeValue::ThematicBreak => Block::Rule,
        NodeValue::HtmlBlock(html) => Block::Paragraph(lines_of(&html.literal)),
        _ => return None,
    })
}

fn read_table(node: Node<'_>, sides: &[TableAlignment]) -> Table {
    let mut rows =
        node.children().map(|row| row.children().map(|cell| inlines(cell, 0)).collect::<Vec<Cell>>());
    let headers = rows.next().unwrap_or_default();
    let columns =
        headers.into_iter().zip(sides).map(|(header, side)| Column { header, side: side_of(*side) });
    Table { columns: columns.collect(), rows: rows.collect(), ..Table::default() }
}

fn side_of(side: TableAlignment) -> Side {
    match side {
        TableAlignment::None => Side::Unsaid,
        TableAlignment::Left => Side::Left,
        TableAlignment::Center => Side::Middle,
        TableAlignment::Right => Side::Right,
    }
}

/// HTML shown as the text that it is.
fn lines_of(html: &str) -> Vec<Inline> {
    let lines = html.lines().map(|line| Inline::Text(line.trim().to_owned()));
    lines.flat_map(|line| [Inline::LineBreak, line]).skip(1).collect()
}

fn inlines(parent: Node<'_>, depth: usize) -> Vec<Inline> {
    let deeper = depth.saturating_add(1);
    if deeper > DEEPEST {
        return only_words(parent);
    }
    let mut content = Vec::new();
    for node in parent.children() {
        let data = node.data();
        match &data.value {
            NodeValue::Text(text) => content.push(Inline::Text(text.to_string())),
            NodeValue::SoftBreak => content.push(Inline::Text("\n".to_owned())),
            NodeValue::LineBreak => content.push(Inline::LineBreak),
            NodeValue::Code(code) => content.push(Inline::Code(code.literal.clone())),
            NodeValue::HtmlInline(html) => content.push(Inline::Text(html.clone())),
            NodeValue::Strong => content.push(Inline::Strong(inlines(node, deeper))),
            NodeValue::Emph => content.push(Inline::Emphasis(inlines(node, deeper))),
            NodeValue::Link(link) if is_safe(&link.url) => {
                content.push(Inline::Link { address: link.url.clone(), content: inlines(node, deeper) });
            }
            _ => content.extend(inlines(node, deeper)),
        }
    }
    content
}

/// The byte at which each line begins.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| {
        **byte == b'\n' || (**byte == b'\r' && bytes.get(at.saturating_add(1)) != Some(&b'\n'))
    });
    std::iter::once(0).chain(ends.map(|(at, _)| at.saturating_add(1))).collect()
}

/// The library counts lines and bytes from 1 and includes the last.
fn bytes(place: Sourcepos, lines: &[usize], text: &str) -> Range<usize> {
    let offset = |line: usize, column: usize| {
        let start = lines.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        text.floor_char_boundary(start.saturating_add(column))
    };
    let start = offset(place.start.line, place.start.column.saturating_sub(1));
    start..offset(place.end.line, place.end.column).max(start)
}

#[cfg(test)]
mod tests {
    use super::{Forbidden, parse, refused};
    use crate::render::document::{Block, Inline, List, Marks, Side, words};

    #[test]
    fn what_no_page_shows_is_found_where_it_stands() {
        let link = |to: &str| Forbidden::Link(to.to_owned());
        for (markdown, found) in [
            ("a <b>c</b>", vec![("<b>", Forbidden::Html), ("</b>", Forbidden::Html)]),
            ("a\n\n<!-- note -->\n\nb", vec![("<!-- note -->", Forbidden::Html)]),
            ("a <!-- é --> b", vec![("<!-- é -->", Forbidden::Html)]),
            ("- é\n- x <i>y", vec![("<i>", Forbidden::Html)]),
            ("> q\n> <br> r", vec![("<br>", Forbidden::Html)]),
            ("é ![alt](a.png) b", vec![("![alt](a.png)", Forbidden::Picture)]),
            ("[x](javascript:alert)", vec![("[x](javascript:alert)", link("javascript:alert"))]),
            ("see [x](a.pdf).", vec![("[x](a.pdf)", link("a.pdf"))]),
            ("[x](//evil.example)", vec![("[x](//evil.example)", link("//evil.example"))]),
            ("[x][1]\n\n[1]: data:x", vec![("[x][1]", link("data:x"))]),
            ("<JAVASCRIPT:x>", vec![("<JAVASCRIPT:x>", link("JAVASCRIPT:x"))]),
            ("[a](https://a.org) [b](mailto:b@a.org) [c](tel:1) [d](#e) <https://a.org>", vec![]),
            ("1 < 2, a <5, `<b>`, \\<b>", vec![]),
            ("```\n<b>\n```", vec![]),
        ] {
            let ranges = refused(markdown);
            let shown: Vec<_> =
                ranges.into_iter().map(|(range, what)| (markdown.get(range).unwrap(), what)).collect();
            assert_eq!(shown, found, "{markdown}");
        }
    }

    #[test]
    fn what_is_refused_becomes_words_all_the_same() {
        let text = |words: &str| Inline::Text(words.to_owned());
        let block = |content| vec![Block::Paragraph(content)];
        assert_eq!(
            parse("<div>\nx\n</div>"),
            block(vec![text("<div>"), Inline::LineBreak, text("x"), Inline::LineBreak, text("</div>")])
        );
        for (markdown, said) in [("a <b>c", "a <b>c"), ("![alt](a.png)", "alt"), ("[x](javascript:y)", "x")] {
            let [Block::Paragraph(content)] = &parse(markdown)[..] else { panic!("{markdown}") };
            assert_eq!(words(content), said);
            assert!(content.iter().all(|inline| matches!(inline, Inline::Text(_))), "{content:?}");
        }
    }

    #[test]
    fn lists_and_tables_are_read_with_their_form() {
        let item = |words: &str| vec![Block::Paragraph(vec![Inline::Text(words.to_owned())])];
        let numbered = List { marks: Marks::Numbers(3), tight: true, items: vec![item("a"), item("b")] };
        assert_eq!(parse("3. a\n4. b"), [Block::List(numbered)]);
        let apart = List { marks: Marks::Bullets, tight: false, items: vec![item("a"), item("b")] };
        assert_eq!(parse("- a\n\n- b"), [Block::List(apart)]);
        let [Block::Table(table)] = &parse("| a | b |\n| :-- | --: |\n| c | d |")[..] else { panic!() };
        assert_eq!(
            table.columns.iter().map(|column| column.side).collect::<Vec<_>>(),
            [Side::Left, Side::Right]
        );
        assert_eq!(table.rows.len(), 1);
    }

    #[test]
    fn text_nested_without_end_is_read() {
        for deep in [">".repeat(50_000), "- ".repeat(20_000), "*a ".repeat(20_000), "[".repeat(50_000)] {
            assert!(!parse(&format!("{deep} x")).is_empty());
            assert_eq!(refused(&deep), []);
        }
    }
}
