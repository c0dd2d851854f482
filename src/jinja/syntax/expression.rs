//! One tag's expression → our tree, through the template language's own parser. Whatever is not a figure, a
//! filter or a question about a figure is a fault at its place.

use minijinja::machinery::{ast, parse_expr};

use crate::model::{BadFigureId, FigureId, Suffix};

use super::misplaced::{is_reference, no_figure};
use super::parser::{MOST_TOKENS, plain_words, relative, to_usize, tokens};
use super::quotes::FAULTY;
use super::tree::{
    Argument, ArgumentValue, Call, Condition, Emit, Fault, FaultKind, Node, Refer, Reference, Span, Subject,
    Variable,
};

/// Records that hold words and not figures.
const RECORDS: [&str; 2] = ["report", "terms"];

/// Reads the expressions of one tag; `offset` is where its text begins.
pub(super) struct Reader<'f> {
    pub(super) offset: usize,
    pub(super) faults: &'f mut Vec<Fault>,
}

impl Reader<'_> {
    /// What `{{ … }}` shows; `tag` is all of it with its braces.
    pub(super) fn shown(&mut self, source: &str, tag: &Span) -> Option<Node> {
        let parsed = self.parse(source, "a figure")?;
        if let Some((name, constant)) = referred(&parsed) {
            return Some(Node::Refer(Refer { name: name.to_owned(), span: self.span(constant) }));
        }
        let mut filters = Vec::new();
        let mut inner = &parsed;
        while let ast::Expr::Filter(filter) = inner {
            // No expression only within `{% filter %}` blocks, which never come here.
            filters.push(self.call(filter.name, filter.span(), &filter.args));
            inner = filter.expr.as_ref()?;
        }
        let subject = self.subject(inner);
        filters.reverse();
        let filters = filters.into_iter().collect::<Option<_>>()?;
        Some(Node::Emit(Emit { span: tag.clone(), subject: subject?, filters }))
    }

    /// What `{% if … %}` asks.
    pub(super) fn condition(&mut self, source: &str) -> Option<Condition> {
        let parsed = self.parse(source, "a question, as in `contacts is rise`")?;
        self.question(&parsed)
    }

    fn parse<'s>(&mut self, source: &'s str, wanted: &str) -> Option<ast::Expr<'s>> {
        if source.trim().is_empty() {
            return self.refuse(0..source.len(), FaultKind::Unreadable(format!("{wanted} is missing here")));
        }
        let (tokens, stopped_at) = tokens(source);
        if tokens > MOST_TOKENS {
            let message = "this is too long to be one figure or question".to_owned();
            return self.refuse(0..source.len(), FaultKind::Unreadable(message));
        }
        match parse_expr(source) {
            Ok(expression) => Some(expression),
            Err(error) => {
                let span = stopped_at.map_or(0..source.len(), |at| at..source.len());
                self.refuse(span, FaultKind::Unreadable(plain_words(error.detail().unwrap_or_default())))
            }
        }
    }

    fn question(&mut self, expression: &ast::Expr<'_>) -> Option<Condition> {
        match expression {
            ast::Expr::Test(test) => {
                let call = self.call(test.name, test.span(), &test.args);
                let subject = self.subject(&test.expr);
                Some(Condition::Asked(subject?, call?))
            }
            ast::Expr::UnaryOp(not) if matches!(not.op, ast::UnaryOpKind::Not) => {
                Some(Condition::Not(Box::new(self.question(&not.expr)?)))
            }
            ast::Expr::BinOp(both) if matches!(both.op, ast::BinOpKind::ScAnd | ast::BinOpKind::ScOr) => {
                let (left, right) = (self.question(&both.left), self.question(&both.right));
                let (left, right) = (Box::new(left?), Box::new(right?));
                let either = matches!(both.op, ast::BinOpKind::ScOr);
                Some(if either { Condition::Either(left, right) } else { Condition::Both(left, right) })
            }
            other => self.subject(other).map(Condition::Stands),
        }
    }

    fn subject(&mut self, expression: &ast::Expr<'_>) -> Option<Subject> {
        let span = self.span(expression);
        if let Some(variable) = variable(expression, &span) {
            return Some(Subject::Variable(variable));
        }
        let id = self.figure(expression)?;
        Some(Subject::Figure(Reference { id, span }))
    }

    fn figure(&mut self, expression: &ast::Expr<'_>) -> Option<FigureId> {
        match expression {
            ast::Expr::Var(name) => Some(FigureId::of(name.id)),
            ast::Expr::GetAttr(attribute) => {
                let base = self.figure(&attribute.expr)?;
                match Suffix::from_name(attribute.name) {
                    Some(suffix) => Some(base.then(suffix)),
                    None => {
                        let end = to_usize(attribute.span().end_offset);
                        let start = end.saturating_sub(attribute.name.len());
                        self.refuse(start..end, FaultKind::UnknownSuffix(attribute.name.to_owned()))
                    }
                }
            }
            ast::Expr::GetItem(item) => {
                let base = self.figure(&item.expr)?;
                self.select(base, &item.subscript_expr)
            }
            other => self.out_of_place(other),
        }
    }

    fn select(&mut self, base: FigureId, selector: &ast::Expr<'_>) -> Option<FigureId> {
        let ast::Expr::Const(constant) = selector else { return self.out_of_place(selector) };
        let text = constant.value.as_str().unwrap_or_default();
        if text.contains(FAULTY) {
            return None;
        }
        match base.select(text) {
            Ok(id) => Some(id),
            Err(bad) => {
                let kind = match bad {
                    BadFigureId::SelectedTwice(part) => FaultKind::SelectedTwice(part),
                    _ => FaultKind::BadSelector(text.to_owned()),
                };
                let span = relative(selector);
                self.refuse(span, kind)
            }
        }
    }

    fn call(
        &mut self,
        name: &str,
        span: minijinja::machinery::Span,
        args: &[ast::CallArg<'_>],
    ) -> Option<Call> {
        let arguments: Vec<_> = args.iter().map(|arg| self.argument(arg)).collect();
        let span = self.absolute(to_usize(span.start_offset)..to_usize(span.end_offset));
        Some(Call { name: name.to_owned(), span, arguments: arguments.into_iter().collect::<Option<_>>()? })
    }

    fn argument(&mut self, argument: &ast::CallArg<'_>) -> Option<Argument> {
        let expression = match argument {
            ast::CallArg::Pos(expression) => expression,
            ast::CallArg::Kwarg(_, value)
            | ast::CallArg::PosSplat(value)
            | ast::CallArg::KwargSplat(value) => {
                let what = "a named argument".to_owned();
                let kind = FaultKind::NotAllowed { what, instead: "write the arguments without names" };
                return self.refuse(relative(value), kind);
            }
        };
        let span = self.span(expression);
        let value = match expression {
            ast::Expr::Const(constant) => match constant.value.as_str() {
                Some(words) => ArgumentValue::Words(words.to_owned()),
                None => match i64::try_from(constant.value.clone()) {
                    Ok(whole) => ArgumentValue::Whole(whole),
                    Err(_) => return self.out_of_place(expression),
                },
            },
            other => ArgumentValue::Figure(Reference { id: self.figure(other)?, span: span.clone() }),
        };
        Some(Argument { value, span })
    }

    /// Refuses an expression that is no figure.
    fn out_of_place<T>(&mut self, expression: &ast::Expr<'_>) -> Option<T> {
        self.refuse(relative(expression), no_figure(expression))
    }

    fn refuse<T>(&mut self, span: Span, kind: FaultKind) -> Option<T> {
        let span = self.absolute(span);
        self.faults.push(Fault { span, kind });
        None
    }

    fn span(&self, expression: &ast::Expr<'_>) -> Span {
        self.absolute(relative(expression))
    }

    fn absolute(&self, span: Span) -> Span {
        self.offset.saturating_add(span.start)..self.offset.saturating_add(span.end)
    }
}

/// The name in `ref("name")`, and the expression that gives it.
fn referred<'e, 's>(expression: &'e ast::Expr<'s>) -> Option<(&'e str, &'e ast::Expr<'s>)> {
    let ast::Expr::Call(call) = expression else { return None };
    let [ast::CallArg::Pos(argument @ ast::Expr::Const(constant))] = call.args.as_slice() else {
        return None;
    };
    let name = constant.value.as_str().filter(|name| !name.contains(FAULTY))?;
    is_reference(&call.expr).then_some((name, argument))
}

fn variable(expression: &ast::Expr<'_>, span: &Span) -> Option<Variable> {
    let (root, field) = match expression {
        ast::Expr::Var(root) => (root, ""),
        ast::Expr::GetAttr(attribute) => match &attribute.expr {
            ast::Expr::Var(root) => (root, attribute.name),
            _ => return None,
        },
        _ => return None,
    };
    RECORDS.contains(&root.id).then(|| Variable {
        record: root.id.to_owned(),
        field: field.to_owned(),
        span: span.clone(),
    })
}
