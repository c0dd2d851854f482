//! Narrative text → its syntax, with all its faults. Tags are read one by one: each expression by the template
//! language's parser, the choices around them here.

mod expression;
mod misplaced;
mod parser;
mod quotes;
mod tags;
mod tree;

#[cfg(test)]
mod tests;

pub use tree::{
    Argument, ArgumentValue, Arm, Call, Choose, Condition, Emit, Fault, FaultKind, Node, Refer, Reference,
    Span, Subject, Syntax, Variable,
};

use expression::Reader;
use tags::{Piece, Tag, TagKind};

/// More bytes than any tag needs.
const LONGEST_TAG: usize = 2_000;
/// How many choices may stand inside one another.
const DEEPEST_CHOICE: usize = 16;
/// After so many faults one text has had its say.
const MOST_FAULTS: usize = 100;

/// Reads a text.
#[must_use]
pub fn parse(text: &str) -> Syntax {
    let mut faults = Vec::new();
    let pieces = tags::split(text, &mut faults);
    let mut builder = Builder { text, faults, open: Vec::new(), nodes: Vec::new(), refused_blocks: 0 };
    for piece in pieces {
        match piece {
            Piece::Raw(span) => builder.push(Node::Raw(span)),
            Piece::Tag(tag) => builder.tag(&tag),
        }
    }
    let mut syntax = builder.finish();
    syntax.faults.iter_mut().for_each(|fault| fault.span = whole_characters(text, &fault.span));
    syntax
}

/// A stretch of the text, widened where it would end inside a character: typographic marks, which are several bytes
/// long, are read as plain ones.
fn whole_characters(text: &str, span: &Span) -> Span {
    let start = (0..=span.start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = (span.end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    start..end
}

/// The text in stretches, each with whether it is a tag; together they are all of it.
#[must_use]
pub fn stretches(text: &str) -> Vec<(Span, bool)> {
    let mut stretches = Vec::new();
    let mut from = 0;
    for tag in tags::tags(text, &mut Vec::new()) {
        stretches.push((from..tag.span.start, false));
        from = tag.span.end;
        stretches.push((tag.span, true));
    }
    stretches.push((from..text.len(), false));
    stretches
}

/// A choice whose end has not come yet.
struct Open {
    tag: Span,
    arms: Vec<Arm>,
    otherwise: Option<Vec<Node>>,
}

struct Builder<'t> {
    text: &'t str,
    faults: Vec<Fault>,
    open: Vec<Open>,
    nodes: Vec<Node>,
    /// Blocks that are not allowed and still open; their ends are no faults of their own.
    refused_blocks: usize,
}

impl Builder<'_> {
    fn push(&mut self, node: Node) {
        let nodes = match self.open.last_mut() {
            None => &mut self.nodes,
            Some(Open { otherwise: Some(nodes), .. }) => nodes,
            Some(Open { arms, .. }) => match arms.last_mut() {
                Some(arm) => &mut arm.body,
                None => &mut self.nodes,
            },
        };
        nodes.push(node);
    }

    fn fault(&mut self, span: Span, kind: FaultKind) {
        self.faults.push(Fault { span, kind });
    }

    fn unreadable(&mut self, span: Span, words: &str) {
        self.fault(span, FaultKind::Unreadable(words.to_owned()));
    }

    fn tag(&mut self, tag: &Tag) {
        if tag.kind == TagKind::Comment {
            return;
        }
        if tag.inner.len() > LONGEST_TAG {
            self.unreadable(tag.span.clone(), "this is too long to be one figure or question");
            return;
        }
        let inner = self.text.get(tag.inner.clone()).unwrap_or_default();
        let masked = quotes::mask(inner, tag.inner.start, &mut self.faults);
        if tag.kind == TagKind::Expression {
            let mut reader = Reader { offset: tag.inner.start, faults: &mut self.faults };
            if let Some(node) = reader.shown(&masked, &tag.span) {
                self.push(node);
            }
        } else {
            self.statement(tag, &masked);
        }
    }

    fn statement(&mut self, tag: &Tag, masked: &str) {
        let body = masked.trim_start();
        let indent = masked.len().saturating_sub(body.len());
        let length = body.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(body.len());
        let (keyword, rest) = body.split_at_checked(length).unwrap_or((body, ""));
        let offset = tag.inner.start.saturating_add(indent).saturating_add(length);
        match keyword {
            "if" => self.begin(tag, rest, offset),
            "elif" => self.elif(tag, rest, offset),
            "else" | "endif" if !rest.trim().is_empty() => {
                let instead = if keyword == "else" { "; a further question begins with `elif`" } else { "" };
                self.unreadable(tag.span.clone(), &format!("nothing may stand after `{keyword}`{instead}"));
                self.close_or_turn(tag, keyword);
            }
            "else" | "endif" => self.close_or_turn(tag, keyword),
            other => self.refuse(tag, other),
        }
    }

    fn begin(&mut self, tag: &Tag, rest: &str, offset: usize) {
        if self.open.len() >= DEEPEST_CHOICE {
            self.unreadable(tag.span.clone(), "too many choices stand inside one another");
            self.refused_blocks = self.refused_blocks.saturating_add(1);
            return;
        }
        let condition = Reader { offset, faults: &mut self.faults }.condition(rest);
        let arms = vec![Arm { condition, body: Vec::new() }];
        self.open.push(Open { tag: tag.span.clone(), arms, otherwise: None });
    }

    fn elif(&mut self, tag: &Tag, rest: &str, offset: usize) {
        let condition = Reader { offset, faults: &mut self.faults }.condition(rest);
        match self.open.last_mut() {
            Some(Open { arms, otherwise: None, .. }) => arms.push(Arm { condition, body: Vec::new() }),
            Some(_) => self.unreadable(tag.span.clone(), "`elif` stands after `else`"),
            None => self.unreadable(tag.span.clone(), "`elif` stands without an `if` before it"),
        }
    }

    fn close_or_turn(&mut self, tag: &Tag, keyword: &str) {
        if keyword == "endif" {
            if self.refused_blocks > 0 && self.open.len() >= DEEPEST_CHOICE {
                self.refused_blocks = self.refused_blocks.saturating_sub(1);
            } else if let Some(open) = self.open.pop() {
                self.push(closed(open));
            } else {
                self.unreadable(tag.span.clone(), "`endif` stands without an `if` before it");
            }
            return;
        }
        match self.open.last_mut() {
            Some(Open { otherwise: turn @ None, .. }) => *turn = Some(Vec::new()),
            Some(_) => self.unreadable(tag.span.clone(), "a second `else` stands in the same choice"),
            None => self.unreadable(tag.span.clone(), "`else` stands without an `if` before it"),
        }
    }

    fn refuse(&mut self, tag: &Tag, keyword: &str) {
        if keyword.starts_with("end") && self.refused_blocks > 0 {
            self.refused_blocks = self.refused_blocks.saturating_sub(1);
            return;
        }
        let what = match keyword {
            "for" => "a loop (`for`)",
            "set" | "with" => "setting a name",
            "macro" | "call" => "a macro",
            "include" | "import" | "from" | "extends" => "another template",
            "block" | "filter" | "raw" | "autoescape" | "do" => "a block of the template language",
            _ => "",
        };
        if what.is_empty() {
            let words = "only `if`, `elif`, `else` and `endif` may stand between `{%` and `%}`";
            self.unreadable(tag.span.clone(), words);
            return;
        }
        if matches!(keyword, "for" | "with" | "macro" | "call" | "block" | "filter" | "raw" | "autoescape") {
            self.refused_blocks = self.refused_blocks.saturating_add(1);
        }
        let instead = "write the words out, with `{{ … }}` for figures and `{% if … %}` for choices";
        self.fault(tag.span.clone(), FaultKind::NotAllowed { what: what.to_owned(), instead });
    }

    fn finish(mut self) -> Syntax {
        while let Some(open) = self.open.pop() {
            self.unreadable(open.tag.clone(), "this `if` has no `endif`");
            self.push(closed(open));
        }
        self.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
        self.faults.truncate(MOST_FAULTS);
        Syntax { nodes: self.nodes, faults: self.faults }
    }
}

fn closed(open: Open) -> Node {
    Node::Choose(Choose { arms: open.arms, otherwise: open.otherwise.unwrap_or_default() })
}
