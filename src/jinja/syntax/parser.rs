//! The template language's parser as we need it: how much there is to parse, where a parsed expression stands,
//! and its messages in plain words.

use minijinja::machinery::{Token, ast, tokenize};

use super::tree::Span;

/// More words and signs than any figure needs; keeps the parser's recursion shallow.
pub(super) const MOST_TOKENS: usize = 200;

/// How many tokens there are, and where the first that can't be read begins.
pub(super) fn tokens(source: &str) -> (usize, Option<usize>) {
    let mut count: usize = 0;
    let mut end = 0;
    for token in tokenize(source, true, Default::default()) {
        match token {
            Ok((Token::VariableEnd | Token::BlockEnd, span)) => {
                return (count, Some(to_usize(span.start_offset)));
            }
            Ok((_, span)) if count <= MOST_TOKENS => {
                count = count.saturating_add(1);
                end = to_usize(span.end_offset);
            }
            Ok(_) => return (count, None),
            Err(_) => {
                let rest = source.get(end..).unwrap_or_default();
                let blank = rest.len().saturating_sub(rest.trim_start().len());
                return (count, Some(end.saturating_add(blank)));
            }
        }
    }
    (count, None)
}

/// The stretch of the tag's text that an expression is written in. The parser's own spans of postfix and
/// binary expressions begin late, so the beginning is that of the leftmost part.
pub(super) fn relative(expression: &ast::Expr<'_>) -> Span {
    let mut leftmost = expression;
    loop {
        leftmost = match leftmost {
            ast::Expr::GetAttr(inner) => &inner.expr,
            ast::Expr::GetItem(inner) => &inner.expr,
            ast::Expr::Slice(inner) => &inner.expr,
            ast::Expr::Call(inner) => &inner.expr,
            ast::Expr::Test(inner) => &inner.expr,
            ast::Expr::BinOp(inner) => &inner.left,
            ast::Expr::Compare(inner) => &inner.expr,
            ast::Expr::IfExpr(inner) => &inner.true_expr,
            ast::Expr::Filter(inner) => match &inner.expr {
                Some(filtered) => filtered,
                None => break,
            },
            _ => break,
        }
    }
    let start = to_usize(leftmost.span().start_offset);
    start..to_usize(expression.span().end_offset).max(start)
}

/// An offset of the parser's.
pub(super) fn to_usize(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// The parser's message in words that need no knowledge of parsers.
pub(super) fn plain_words(detail: &str) -> String {
    let known = [
        ("unexpected end of string", "a quotation mark that opens here is never closed"),
        ("end of input", "something is missing at the end"),
        ("unexpected input after", "there is something after the figure that does not belong to it"),
        ("unexpected character", "a character here has no meaning in a figure's name"),
        ("`=`", "an equals sign stands outside quotation marks"),
        ("recursion", "too many brackets stand inside one another"),
        ("too large", "a number is too large"),
    ];
    let plain = known.iter().find(|(sign, _)| detail.contains(sign));
    plain.map_or("this can't be read as a figure with its filters", |(_, words)| words).to_owned()
}
