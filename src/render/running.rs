//! Running text of a page, changed in place: what stands in place of its numbered placeholders.

use super::document::{Block, Cell, Inline, Numbered, Table, words};

/// Changes each of a block's stretches of running text; tells whether `change` changed any.
pub(super) fn change_running(block: &mut Block, change: &mut dyn FnMut(&mut Vec<Inline>) -> bool) -> bool {
    match block {
        Block::Paragraph(content) | Block::Numbered(Numbered { content, .. }) => change(content),
        Block::Heading(heading) => change(&mut heading.content),
        Block::Quote(inner) => any(inner, |block| change_running(block, change)),
        Block::List(list) => any(list.items.iter_mut().flatten(), |block| change_running(block, change)),
        Block::Table(table) => change_cells(table, change),
        Block::Code(text) => {
            let mut content = vec![Inline::Code(std::mem::take(text))];
            let changed = change(&mut content);
            *text = words(&content).into_owned();
            changed
        }
        Block::Chart(_) | Block::Rule => false,
    }
}

/// Changes each cell of a table.
pub(super) fn change_cells(table: &mut Table, change: &mut dyn FnMut(&mut Cell) -> bool) -> bool {
    let headers = table.columns.iter_mut().map(|column| &mut column.header);
    any(headers.chain(table.rows.iter_mut().flatten()), change)
}

/// Whether `change` changed any of several; all are given to it.
fn any<T>(several: impl IntoIterator<Item = T>, mut change: impl FnMut(T) -> bool) -> bool {
    let mut changed = false;
    for one in several {
        changed |= change(one);
    }
    changed
}

/// Adds what stands in place of the placeholder of a number to what stands before it.
type Put<'p> = &'p mut dyn FnMut(usize, &mut Vec<Inline>);

/// Sets what `with` gives in place of each numbered placeholder in running text; in code, its words. Tells whether there
/// was one.
pub(super) fn replace(content: &mut Vec<Inline>, open: char, close: char, with: Put<'_>) -> bool {
    if !has_mark(content, &[open]) {
        return false;
    }
    let mut replaced = Vec::with_capacity(content.len());
    for mut inline in std::mem::take(content) {
        match &mut inline {
            Inline::Text(text) => {
                put(text, open, close, with, &mut replaced);
                continue;
            }
            Inline::Code(text) => *text = words_put(text, open, close, with),
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                replace(inner, open, close, with);
            }
            Inline::Link { address, content } => {
                *address = words_put(address, open, close, with);
                replace(content, open, close, with);
            }
            _ => {}
        }
        replaced.push(inline);
    }
    *content = replaced;
    true
}

/// The words of a text with what `with` gives in it.
fn words_put(text: &str, open: char, close: char, with: Put<'_>) -> String {
    let mut content = Vec::new();
    put(text, open, close, with, &mut content);
    words(&content).into_owned()
}

fn put(text: &str, open: char, close: char, with: Put<'_>, to: &mut Vec<Inline>) {
    for stretch in stretches(text, open, close) {
        match stretch {
            Stretch::Words(words) => to.push(Inline::Text(words.to_owned())),
            Stretch::Number(number) => with(number, to),
        }
    }
}

/// Whether one of the `marks` stands anywhere in running text. Hardly any has one, and the rest need not be made anew.
pub(super) fn has_mark(content: &[Inline], marks: &[char]) -> bool {
    let has = |text: &str| !text.is_ascii() && text.contains(marks);
    content.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => has(text),
        Inline::Strong(inner) | Inline::Emphasis(inner) => has_mark(inner, marks),
        Inline::Link { address, content } => has(address) || has_mark(content, marks),
        _ => false,
    })
}

/// A part of a text with numbered placeholders.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stretch<'t> {
    Words(&'t str),
    Number(usize),
}

/// The parts of a text with numbered placeholders, each between `open` and `close`.
pub(super) fn stretches(text: &str, open: char, close: char) -> impl Iterator<Item = Stretch<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while let Some(placed) = rest.strip_prefix(open) {
            rest = placed;
            if let Some((number, after)) = placed.split_once(close)
                && let Ok(number) = number.parse()
            {
                rest = after;
                return Some(Stretch::Number(number));
            }
        }
        let words;
        (words, rest) = rest.split_at_checked(rest.find(open).unwrap_or(rest.len()))?;
        (!words.is_empty()).then_some(Stretch::Words(words))
    })
}
