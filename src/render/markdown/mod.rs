//! The Markdown writer: the tree as clean CommonMark with tables. Lines are not wrapped.

mod escape;
mod inline;
#[cfg(test)]
mod tests;

use super::document::{Block, Cell, Chart, Document, Inline, List, Marks, Side, Table, words};
use super::symbols::beneath;

use inline::{Setting, set, set_behind};

/// The whole page as Markdown; ends with a line end.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut page = String::new();
    for blocks in [&document.header, &document.main] {
        write_part(blocks, &mut page);
    }
    if !document.footer.is_empty() {
        page.push_str(if page.is_empty() { "---" } else { "\n\n---" });
        write_part(&document.footer, &mut page);
    }
    page.push('\n');
    page
}

/// A part of the page beneath those before it.
fn write_part(blocks: &[Block], page: &mut String) {
    let end = page.len();
    page.push_str(if end == 0 { "" } else { "\n\n" });
    let start = page.len();
    write_blocks(blocks, 0, page);
    if page.len() == start {
        page.truncate(end);
    }
}

/// Blocks, a blank line between each two. `depth` counts the lists and quotations around them.
fn write_blocks(blocks: &[Block], depth: usize, page: &mut String) {
    join_blocks(blocks, depth, "\n\n", page);
}

fn join_blocks(blocks: &[Block], depth: usize, between: &str, page: &mut String) {
    let start = page.len();
    let mut before = None;
    for block in spelt_out(blocks) {
        // Two lists in a row would run together: the second gets the other mark.
        let other_mark = match block {
            Spelt::Block(Block::List(list)) => before == Some((list.marks != Marks::Bullets, false)),
            _ => false,
        };
        before = match block {
            Spelt::Block(Block::List(list)) => Some((list.marks != Marks::Bullets, other_mark)),
            _ => None,
        };
        if page.len() > start {
            page.push_str(between);
        }
        match block {
            Spelt::Block(block) => write_block(block, depth, other_mark, page),
            Spelt::Marked(mark, content) => set_behind(&mark, content, Setting::Paragraph, page),
        }
    }
}

fn write_block(block: &Block, depth: usize, other_mark: bool, page: &mut String) {
    match block {
        Block::Heading(heading) => {
            page.extend(std::iter::repeat_n('#', usize::from(heading.level)));
            page.push(' ');
            set_behind(&heading.number, &heading.content, Setting::Heading, page);
        }
        Block::Paragraph(content) => set(content, Setting::Paragraph, page),
        Block::Numbered(paragraph) => {
            set_behind(&paragraph.label(), &paragraph.content, Setting::Paragraph, page);
        }
        Block::Quote(inner) => {
            let mut quoted = String::new();
            write_blocks(inner, deeper(depth), &mut quoted);
            push_prefixed(&quoted, "> ", "> ", page);
        }
        Block::List(list) => write_list(list, depth, other_mark, page),
        Block::Table(table) => write_table(table, page),
        Block::Chart(chart) => write_chart(chart, page),
        Block::Code(text) => write_code(text, page),
        // Inside a list, hyphens would be taken for its marks.
        Block::Rule => page.push_str(if depth == 0 { "---" } else { "___" }),
    }
}

/// A block as Markdown has a form for it.
enum Spelt<'b> {
    Block(&'b Block),
    /// A paragraph that begins with a mark.
    Marked(String, &'b [Inline]),
}

/// Blocks with each lettered list as paragraphs that begin with their marks: Markdown has no other form for it.
fn spelt_out(blocks: &[Block]) -> Vec<Spelt<'_>> {
    let mut written = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::List(list) if list.marks.in_brackets(0).is_some() => {
                for (position, item) in list.items.iter().enumerate() {
                    let mark = list.marks.in_brackets(position).unwrap_or_default();
                    let (content, rest) = match item.as_slice() {
                        [Block::Paragraph(content), rest @ ..] => (content.as_slice(), rest),
                        all => (&[][..], all),
                    };
                    written.push(Spelt::Marked(mark, content));
                    written.extend(spelt_out(rest));
                }
            }
            other => written.push(Spelt::Block(other)),
        }
    }
    written
}

fn deeper(depth: usize) -> usize {
    depth.saturating_add(1)
}

fn write_list(list: &List, depth: usize, other_mark: bool, page: &mut String) {
    let between = if list.tight { "\n" } else { "\n\n" };
    for (position, item) in list.items.iter().enumerate() {
        let mark = match (list.marks, other_mark) {
            (Marks::Numbers(first), false) => format!("{}. ", first.saturating_add(position)),
            (Marks::Numbers(first), true) => format!("{}) ", first.saturating_add(position)),
            (_, false) => "- ".to_owned(),
            (_, true) => "* ".to_owned(),
        };
        let mut body = String::new();
        join_blocks(item, deeper(depth), between, &mut body);
        page.push_str(if position == 0 { "" } else { between });
        push_prefixed(&body, &mark, &" ".repeat(mark.len()), page);
    }
}

/// The lines of `text`, the first after `first`, the others after `rest`; blank ones without spaces at the end.
fn push_prefixed(text: &str, first: &str, rest: &str, page: &mut String) {
    for (position, line) in text.split('\n').enumerate() {
        let prefix = if position == 0 { first } else { rest };
        if position > 0 {
            page.push('\n');
        }
        page.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        page.push_str(line);
    }
}

fn write_code(text: &str, page: &mut String) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    [fence.as_str(), "\n", text, "\n", &fence].iter().for_each(|part| page.push_str(part));
}

/// A chart as a picture in a file beside the page, with its words, and its numbers beneath.
fn write_chart(chart: &Chart, page: &mut String) {
    let content = vec![Inline::Text(format!("{}. {}", words(&chart.title), chart.says))];
    // A picture is written as a link with a mark before it.
    page.push('!');
    set(&[Inline::Link { address: chart.file_name(), content }], Setting::Caption, page);
    page.push_str("\n\n");
    let notes = chart.notes.join(" ");
    if !notes.is_empty() {
        set(&[Inline::Text(notes)], Setting::Paragraph, page);
        page.push_str("\n\n");
    }
    write_table(&chart.table, page);
}

fn write_table(table: &Table, page: &mut String) {
    if !table.caption.is_empty() {
        page.push_str("**");
        set(&table.caption, Setting::Caption, page);
        page.push_str("**\n\n");
    }
    write_row(table.columns.iter().map(|column| &column.header), page);
    page.push_str("\n|");
    for column in &table.columns {
        page.push_str(match column.side {
            Side::Unsaid => " --- |",
            Side::Left => " :-- |",
            Side::Middle => " :-: |",
            Side::Right => " --: |",
        });
    }
    for row in &table.rows {
        page.push('\n');
        write_row(row, page);
    }
    if let Some(beneath) = beneath(table) {
        page.push_str("\n\n");
        set(&[Inline::Text(beneath)], Setting::Paragraph, page);
    }
}

fn write_row<'c>(cells: impl IntoIterator<Item = &'c Cell>, page: &mut String) {
    page.push('|');
    for cell in cells {
        page.push(' ');
        let start = page.len();
        set(cell, Setting::Cell, page);
        page.push_str(if page.len() == start { "|" } else { " |" });
    }
}
