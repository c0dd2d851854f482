//! Text → raw stretches and tags. Tags are parted here, so that a fault in one does not hide those in the next.

use std::cell::LazyCell;

use super::tree::{Fault, FaultKind, Span};

/// What sort of tag it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    /// `{{ … }}`.
    Expression,
    /// `{% … %}`.
    Statement,
    /// `{# … #}`.
    Comment,
}

impl TagKind {
    const ALL: [Self; 3] = [Self::Expression, Self::Statement, Self::Comment];

    fn open(self) -> &'static str {
        match self {
            Self::Expression => "{{",
            Self::Statement => "{%",
            Self::Comment => "{#",
        }
    }

    fn close(self) -> &'static str {
        match self {
            Self::Expression => "}}",
            Self::Statement => "%}",
            Self::Comment => "#}",
        }
    }
}

/// A tag: all of it with its marks, and what stands between them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    pub(super) kind: TagKind,
    pub(super) span: Span,
    pub(super) inner: Span,
    /// Whether a hyphen beside a mark asks for the space before or after the tag to go.
    trims: (bool, bool),
}

/// A stretch of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Raw(Span),
    Tag(Tag),
}

/// Parts a text at its tags. A line that holds nothing but statements and comments leaves no line behind.
pub(super) fn split(text: &str, faults: &mut Vec<Fault>) -> Vec<Piece> {
    let tags = tags(text, faults);
    let mut pieces = Vec::new();
    let mut raw_from = 0;
    for tag in tags {
        let (start, end) = outer(text, &tag, raw_from);
        push_raw(text, raw_from..start, &mut pieces, faults);
        raw_from = end;
        pieces.push(Piece::Tag(tag));
    }
    push_raw(text, raw_from..text.len(), &mut pieces, faults);
    pieces
}

fn push_raw(text: &str, span: Span, pieces: &mut Vec<Piece>, faults: &mut Vec<Fault>) {
    let raw = text.get(span.clone()).unwrap_or_default();
    // Most texts have no brace at all.
    let closed = [TagKind::Expression, TagKind::Statement].into_iter().filter(|_| raw.contains('}'));
    for kind in closed {
        let strays = raw.match_indices(kind.close()).map(|(at, _)| span.start.saturating_add(at));
        faults.extend(strays.map(|at| Fault {
            span: at..at.saturating_add(2),
            kind: FaultKind::Unopened { close: kind.close(), open: kind.open() },
        }));
    }
    if !span.is_empty() {
        pieces.push(Piece::Raw(span));
    }
}

/// The tags of a text, in order.
pub(super) fn tags(text: &str, faults: &mut Vec<Fault>) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut from = 0;
    // Known once, so that a text of a thousand unclosed comments is not searched to its end a thousand times.
    let last_comment_end = LazyCell::new(|| text.rfind(TagKind::Comment.close()));
    while let Some((at, kind)) = next_open(text, from) {
        let inside = at.saturating_add(2);
        let hopeless = kind == TagKind::Comment && last_comment_end.is_none_or(|last| last < inside);
        let close = if hopeless { None } else { find_close(text, inside, kind) };
        if let Some(close) = close {
            let end = close.saturating_add(2);
            tags.push(tag(text, kind, at..end));
            from = end;
        } else {
            let kind = FaultKind::Unclosed { open: kind.open(), close: kind.close() };
            faults.push(Fault { span: at..inside, kind });
            from = inside;
        }
    }
    tags
}

fn tag(text: &str, kind: TagKind, span: Span) -> Tag {
    let (mut start, mut end) = (span.start.saturating_add(2), span.end.saturating_sub(2));
    let inner = text.get(start..end).unwrap_or_default();
    // A hyphen at the start is Jinja's way to trim, unless it is all there is.
    let trims = if inner.len() < 2 { (false, false) } else { (inner.starts_with('-'), inner.ends_with('-')) };
    start = start.saturating_add(usize::from(trims.0));
    end = end.saturating_sub(usize::from(trims.1));
    Tag { kind, span, inner: start..end, trims }
}

fn next_open(text: &str, from: usize) -> Option<(usize, TagKind)> {
    let rest = text.get(from..)?;
    rest.match_indices('{').find_map(|(at, _)| {
        let here = rest.get(at..)?;
        let kind = TagKind::ALL.into_iter().find(|kind| here.starts_with(kind.open()))?;
        Some((from.saturating_add(at), kind))
    })
}

/// The closing mark: the first outside quotation marks, else the first at all, before another tag opens.
fn find_close(text: &str, from: usize, kind: TagKind) -> Option<usize> {
    let rest = text.get(from..)?;
    if kind == TagKind::Comment {
        return rest.find(kind.close()).map(|at| from.saturating_add(at));
    }
    let next = next_open(text, from).map_or(text.len(), |(at, _)| at);
    let area = text.get(from..next)?;
    let found = outside_quotes(area, kind.close()).or_else(|| area.find(kind.close()));
    found.map(|at| from.saturating_add(at))
}

fn outside_quotes(area: &str, mark: &str) -> Option<usize> {
    let mut quote = None;
    for (at, character) in area.char_indices() {
        match (quote, character) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, _) if area.get(at..).is_some_and(|rest| rest.starts_with(mark)) => return Some(at),
            (None, _) => {}
        }
    }
    None
}

/// The stretch that goes with a tag: more than itself where it stands alone on its line, or asks for it.
fn outer(text: &str, tag: &Tag, not_before: usize) -> (usize, usize) {
    let before = text.get(not_before..tag.span.start).unwrap_or_default();
    let after = text.get(tag.span.end..).unwrap_or_default();
    let (mut start, mut end) = (tag.span.start, tag.span.end);
    let indent = before.trim_end_matches([' ', '\t']);
    let line_start = indent.is_empty() && starts_line(text, not_before) || indent.ends_with('\n');
    let tail = after.trim_start_matches([' ', '\t', '\r']);
    let line_end = tail.is_empty() || tail.starts_with('\n');
    if tag.kind != TagKind::Expression && line_start && line_end {
        start = not_before.saturating_add(indent.len());
        let spaces = after.len().saturating_sub(tail.len());
        end = end.saturating_add(spaces).saturating_add(usize::from(!tail.is_empty()));
    }
    if tag.trims.0 {
        start = not_before.saturating_add(before.trim_end().len()).min(start);
    }
    if tag.trims.1 {
        end = end.max(text.len().saturating_sub(after.trim_start().len()));
    }
    (start, end)
}

fn starts_line(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'))
}
