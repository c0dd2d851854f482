//! The Markdown writer: the tree as clean CommonMark with tables. Lines are not wrapped.

mod escape;
mod inline;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::document::{Block, Chart, Document, Inline, List, Marks, Side, Table, words};
use super::symbols::beneath;

use inline::{Setting, set};

/// The whole page as Markdown; ends with a line end.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut parts: Vec<String> = Vec::new();
    for blocks in [&document.header, &document.main] {
        parts.push(write_blocks(blocks, 0));
    }
    if !document.footer.is_empty() {
        parts.push("---".to_owned());
        parts.push(write_blocks(&document.footer, 0));
    }
    parts.retain(|part| !part.is_empty());
    let mut page = parts.join("\n\n");
    page.push('\n');
    page
}

/// Blocks, a blank line between each two. `depth` counts the lists and quotations around them.
fn write_blocks(blocks: &[Block], depth: usize) -> String {
    join_blocks(blocks, depth, "\n\n")
}

fn join_blocks(blocks: &[Block], depth: usize, between: &str) -> String {
    let mut page = String::new();
    let mut before = None;
    for block in spelt_out(blocks).iter().map(Cow::as_ref) {
        // Two lists in a row would run together: the second gets the other mark.
        let other_mark = match block {
            Block::List(list) => before == Some((list.marks != Marks::Bullets, false)),
            _ => false,
        };
        before = match block {
            Block::List(list) => Some((list.marks != Marks::Bullets, other_mark)),
            _ => None,
        };
        if !page.is_empty() {
            page.push_str(between);
        }
        page.push_str(&write_block(block, depth, other_mark));
    }
    page
}

fn write_block(block: &Block, depth: usize, other_mark: bool) -> String {
    match block {
        Block::Heading(heading) => {
            let marks = "#".repeat(usize::from(heading.level));
            let content = labelled(&heading.number, &heading.content);
            format!("{marks} {}", set(&content, Setting::Heading))
        }
        Block::Paragraph(content) => set(content, Setting::Paragraph),
        Block::Numbered(paragraph) => {
            set(&labelled(&paragraph.label(), &paragraph.content), Setting::Paragraph)
        }
        Block::Quote(inner) => prefixed(&write_blocks(inner, deeper(depth)), "> ", "> "),
        Block::List(list) => write_list(list, depth, other_mark),
        Block::Table(table) => write_table(table),
        Block::Chart(chart) => write_chart(chart),
        Block::Code(text) => write_code(text),
        // Inside a list, hyphens would be taken for its marks.
        Block::Rule if depth == 0 => "---".to_owned(),
        Block::Rule => "___".to_owned(),
    }
}

/// Blocks with each lettered list as paragraphs that begin with their marks: Markdown has no other form for it.
fn spelt_out(blocks: &[Block]) -> Vec<Cow<'_, Block>> {
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
                    written.push(Cow::Owned(Block::Paragraph(labelled(&mark, content))));
                    written.extend(spelt_out(rest));
                }
            }
            other => written.push(Cow::Borrowed(other)),
        }
    }
    written
}

/// Running text behind its number or mark, if it has one.
fn labelled(label: &str, content: &[Inline]) -> Vec<Inline> {
    let mut labelled = Vec::with_capacity(content.len().saturating_add(1));
    if !label.is_empty() {
        labelled.push(Inline::Text(format!("{label} ")));
    }
    labelled.extend_from_slice(content);
    labelled
}

fn deeper(depth: usize) -> usize {
    depth.saturating_add(1)
}

fn write_list(list: &List, depth: usize, other_mark: bool) -> String {
    let between = if list.tight { "\n" } else { "\n\n" };
    let items = list.items.iter().enumerate().map(|(position, item)| {
        let mark = match (list.marks, other_mark) {
            (Marks::Numbers(first), false) => format!("{}. ", first.saturating_add(position)),
            (Marks::Numbers(first), true) => format!("{}) ", first.saturating_add(position)),
            (_, false) => "- ".to_owned(),
            (_, true) => "* ".to_owned(),
        };
        let body = join_blocks(item, deeper(depth), between);
        prefixed(&body, &mark, &" ".repeat(mark.len()))
    });
    items.collect::<Vec<_>>().join(between)
}

/// The lines of `text`, the first after `first`, the others after `rest`; blank ones without spaces at the end.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut page = String::with_capacity(text.len().saturating_add(text.len() / 8));
    for (position, line) in text.split('\n').enumerate() {
        let prefix = if position == 0 { first } else { rest };
        if position > 0 {
            page.push('\n');
        }
        page.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        page.push_str(line);
    }
    page
}

fn write_code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    format!("{fence}\n{text}\n{fence}")
}

/// A chart as a picture in a file beside the page, with its words, and its numbers beneath.
fn write_chart(chart: &Chart) -> String {
    let content = vec![Inline::Text(format!("{}. {}", words(&chart.title), chart.says))];
    // A picture is written as a link with a mark before it.
    let link = Inline::Link { address: chart.file_name(), content };
    let picture = format!("!{}", set(&[link], Setting::Caption));
    let notes = chart.notes.join(" ");
    let notes = (!notes.is_empty()).then(|| set(&[Inline::Text(notes)], Setting::Paragraph));
    std::iter::once(picture).chain(notes).chain([write_table(&chart.table)]).collect::<Vec<_>>().join("\n\n")
}

fn write_table(table: &Table) -> String {
    let mut lines = Vec::new();
    if !table.caption.is_empty() {
        lines.push(format!("**{}**\n", set(&table.caption, Setting::Caption)));
    }
    let headers = table.columns.iter().map(|column| set(&column.header, Setting::Cell));
    lines.push(write_row(headers));
    lines.push(write_row(table.columns.iter().map(|column| match column.side {
        Side::Unsaid => "---".to_owned(),
        Side::Left => ":--".to_owned(),
        Side::Middle => ":-:".to_owned(),
        Side::Right => "--:".to_owned(),
    })));
    for row in &table.rows {
        lines.push(write_row(row.iter().map(|cell| set(cell, Setting::Cell))));
    }
    if let Some(beneath) = beneath(table) {
        lines.push(format!("\n{}", set(&[Inline::Text(beneath)], Setting::Paragraph)));
    }
    lines.join("\n")
}

fn write_row(cells: impl Iterator<Item = String>) -> String {
    let mut row = "|".to_owned();
    for cell in cells {
        row.push(' ');
        row.push_str(&cell);
        row.push_str(if cell.is_empty() { "|" } else { " |" });
    }
    row
}
