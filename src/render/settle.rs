//! Brings a tree into the one form that every writer can set: nothing empty, nothing doubled, spaces where they
//! can stand. Reading what the Markdown writer wrote of a settled tree gives the same tree.

use super::document::{Block, Cell, Inline, List, Marks, Numbered, Table};

/// Which forms running text stands in already.
#[derive(Clone, Copy, Default)]
struct Within {
    strong: bool,
    emphasis: bool,
    link: bool,
    /// On one line, as in a heading or a cell.
    line: bool,
    /// In a cell of a table.
    cell: bool,
}

/// The blocks without what is empty, each settled.
#[must_use]
pub(super) fn settle(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.retain_mut(settle_block);
    blocks
}

/// Settles a block; false where nothing is left of it.
pub(super) fn settle_block(block: &mut Block) -> bool {
    match block {
        Block::Paragraph(content) | Block::Numbered(Numbered { content, .. }) => {
            settle_running(content, Within::default())
        }
        Block::Heading(heading) => settle_running(&mut heading.content, ONE_LINE),
        Block::Quote(inner) => {
            inner.retain_mut(settle_block);
            !inner.is_empty()
        }
        Block::List(list) => settle_list(list),
        Block::Table(table) => {
            settle_table(table);
            true
        }
        Block::Code(_) | Block::Chart(_) | Block::Rule => true,
    }
}

fn settle_list(list: &mut List) -> bool {
    list.items.iter_mut().for_each(settle_item);
    list.items.retain(|item| !item.is_empty());
    // A list of one item with one block has nothing to keep apart.
    let apart = list.items.len() > 1 || list.items.iter().any(|item| item.len() > 1);
    list.tight = !apart || (list.tight && list.items.iter().all(|item| can_be_tight(item)));
    !list.items.is_empty()
}

fn settle_item(item: &mut Vec<Block>) {
    item.retain_mut(settle_block);
    // A line at the end of an item parts nothing, and readers of Markdown lose the distance after it.
    while item.pop_if(|last| *last == Block::Rule).is_some() {}
}

/// Whether an item can stand without blank lines: a paragraph, a close list, or the one followed by the other.
fn can_be_tight(item: &[Block]) -> bool {
    let close = |list: &List| list.tight && list.items.iter().all(|item| can_be_tight(item));
    match item {
        [] | [Block::Paragraph(_)] => true,
        [Block::List(inner)] => inner.marks.in_brackets(0).is_none() && close(inner),
        // A numbered list can follow a paragraph directly only if it begins with 1.
        [Block::Paragraph(_), Block::List(inner)] => {
            matches!(inner.marks, Marks::Bullets | Marks::Numbers(1)) && close(inner)
        }
        _ => false,
    }
}

fn settle_table(table: &mut Table) {
    let width = table.columns.len();
    settle_running(&mut table.caption, ONE_LINE);
    for column in &mut table.columns {
        settle_running(&mut column.header, CELL);
    }
    for row in &mut table.rows {
        row.resize(width, Cell::new());
        for cell in row {
            settle_running(cell, CELL);
        }
    }
}

/// Running text that has to stand on one line.
const ONE_LINE: Within = Within { strong: false, emphasis: false, link: false, line: true, cell: false };
/// The same in a table.
const CELL: Within = Within { cell: true, ..ONE_LINE };

/// Settles running text; false where nothing is left of it.
fn settle_running(content: &mut Vec<Inline>, within: Within) -> bool {
    if !is_settled(content) {
        let mut settled = Vec::with_capacity(content.len());
        add_all(std::mem::take(content), within, &mut settled);
        trim_beside_breaks(&mut settled, true);
        *content = settled;
    }
    !content.is_empty()
}

/// Whether running text is settled wherever it stands. Most of it is: words without a form of their own.
fn is_settled(content: &[Inline]) -> bool {
    let plain = |text: &str| !text.bytes().fold(false, |found, byte| found | byte.is_ascii_control());
    let blank_at = |end: Option<&Inline>, is_blank: fn(&str) -> bool| match end {
        Some(Inline::Text(text)) => is_blank(text),
        _ => false,
    };
    content.iter().all(|inline| match inline {
        Inline::Text(text) => !text.is_empty() && plain(text),
        Inline::Figure { words, .. } => plain(words),
        Inline::Name { .. } | Inline::Acronym { .. } | Inline::Sparkline(_) => true,
        _ => false,
    }) && !content.windows(2).any(|pair| matches!(pair, [Inline::Text(_), Inline::Text(_)]))
        && !blank_at(content.first(), |text| text.starts_with(' '))
        && !blank_at(content.last(), |text| text.ends_with(' '))
}

/// A text with a space for each of these control characters. Hardly any has one.
fn without(characters: &[char], text: String) -> String {
    if text.bytes().any(|byte| byte.is_ascii_control()) { text.replace(characters, " ") } else { text }
}

/// Adds one piece, in settled form, to those before it.
fn add(inline: Inline, within: Within, to: &mut Vec<Inline>) {
    match inline {
        Inline::Text(text) => add_text(without(&['\n', '\r', '\t'], text), to),
        Inline::Code(text) => match without(&['\n', '\r'], text) {
            text if text.is_empty() => {}
            text if within.cell && text.contains('\\') => add_text(text, to),
            text => match to.last_mut() {
                Some(Inline::Code(before)) => before.push_str(&text),
                _ => to.push(Inline::Code(text)),
            },
        },
        Inline::LineBreak if within.line => add_text(" ".to_owned(), to),
        Inline::LineBreak => to.push(Inline::LineBreak),
        Inline::Figure { id, words } => {
            to.push(Inline::Figure { id, words: without(&['\n', '\r'], words) });
        }
        Inline::Name { .. } | Inline::Acronym { .. } | Inline::Sparkline(_) => to.push(inline),
        Inline::Strong(inner) if within.strong => add_all(inner, within, to),
        Inline::Emphasis(inner) if within.emphasis => add_all(inner, within, to),
        Inline::Link { content, .. } if within.link => add_all(content, within, to),
        Inline::Strong(inner) => {
            let before = joined_with(to, |last| matches!(last, Inline::Strong(_)));
            add_marked(before, inner, Within { strong: true, ..within }, Inline::Strong, to);
        }
        Inline::Emphasis(inner) => {
            let before = joined_with(to, |last| matches!(last, Inline::Emphasis(_)));
            add_marked(before, inner, Within { emphasis: true, ..within }, Inline::Emphasis, to);
        }
        Inline::Link { address, content } => {
            let address = plain_address(&address);
            let link = |content| Inline::Link { address, content };
            add_marked(Vec::new(), content, Within { link: true, ..within }, link, to);
        }
    }
}

fn add_all(content: Vec<Inline>, within: Within, to: &mut Vec<Inline>) {
    for inline in content {
        add(inline, within, to);
    }
}

fn add_text(text: String, to: &mut Vec<Inline>) {
    match to.last_mut() {
        Some(Inline::Text(before)) => before.push_str(&text),
        _ if text.is_empty() => {}
        _ => to.push(Inline::Text(text)),
    }
}

/// Takes what stands last out of `to`, where it is of the same form as what comes, so that the two become one.
fn joined_with(to: &mut Vec<Inline>, same: impl Fn(&Inline) -> bool) -> Vec<Inline> {
    match to.pop_if(|last| same(last)) {
        Some(Inline::Strong(inner) | Inline::Emphasis(inner)) => inner,
        _ => Vec::new(),
    }
}

/// Adds a form with its content; where that is only blank, the blank alone.
fn add_marked(
    mut before: Vec<Inline>,
    inner: Vec<Inline>,
    within: Within,
    form: impl FnOnce(Vec<Inline>) -> Inline,
    to: &mut Vec<Inline>,
) {
    add_all(inner, within, &mut before);
    trim_beside_breaks(&mut before, false);
    let blank = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    if before.iter().all(|inline| blank(inline) || *inline == Inline::LineBreak) {
        return add_all(before, within, to);
    }
    // A break at the edge of a form stands outside it.
    if before.first() == Some(&Inline::LineBreak) {
        before.remove(0);
        to.push(Inline::LineBreak);
    }
    let ends_line = before.pop_if(|last| *last == Inline::LineBreak).is_some();
    to.push(form(before));
    if ends_line {
        to.push(Inline::LineBreak);
    }
}

/// Takes away blanks beside line breaks, and breaks that come twice; where the content is all of a block, also
/// blanks and breaks at its ends.
fn trim_beside_breaks(content: &mut Vec<Inline>, whole: bool) {
    let mut lines: Vec<Vec<Inline>> = vec![Vec::new()];
    for inline in std::mem::take(content) {
        match (inline, lines.last_mut()) {
            (Inline::LineBreak, _) => lines.push(Vec::new()),
            (inline, Some(line)) => line.push(inline),
            (_, None) => {}
        }
    }
    let last = lines.len().saturating_sub(1);
    for (position, mut line) in lines.into_iter().enumerate() {
        trim(&mut line, whole || position > 0, whole || position < last);
        let first = content.is_empty() && (whole || position == 0);
        if !(first || content.last() == Some(&Inline::LineBreak) || (whole && line.is_empty())) {
            content.push(Inline::LineBreak);
        }
        content.append(&mut line);
    }
}

/// Takes away blanks at the start and the end of a line.
fn trim(line: &mut Vec<Inline>, start: bool, end: bool) {
    if let (true, Some(Inline::Text(text))) = (start, line.first_mut()) {
        *text = text.trim_start_matches(' ').to_owned();
    }
    if let (true, Some(Inline::Text(text))) = (end, line.last_mut()) {
        text.truncate(text.trim_end_matches(' ').len());
    }
    line.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
}

/// An address with what would end it, or begin something else, written as per cent.
fn plain_address(address: &str) -> String {
    let mut plain = String::with_capacity(address.len());
    for character in address.trim().chars() {
        if character.is_whitespace() || character.is_control() || matches!(character, '\\' | '<' | '>') {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                plain.push_str(&format!("%{byte:02X}"));
            }
        } else {
            plain.push(character);
        }
    }
    plain
}
