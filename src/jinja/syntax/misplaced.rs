//! What stands in a tag and is no figure: each with the way out.

use minijinja::machinery::ast;

use super::tree::FaultKind;

/// The fault of an expression that is no figure.
pub(super) fn no_figure(expression: &ast::Expr<'_>) -> FaultKind {
    let not_allowed = |what: &str, instead| FaultKind::NotAllowed { what: what.to_owned(), instead };
    match expression {
        ast::Expr::BinOp(operation) => match operator(operation.op) {
            Some((sign, compares)) => FaultKind::Operator { sign, compares },
            None => not_allowed(
                "`and` or `or` outside a question",
                "put questions into `{% if … %}` and join them there",
            ),
        },
        ast::Expr::Compare(_) => FaultKind::Operator { sign: "<", compares: true },
        ast::Expr::UnaryOp(operation) => match operation.op {
            ast::UnaryOpKind::Neg => FaultKind::Operator { sign: "-", compares: false },
            ast::UnaryOpKind::Not => {
                not_allowed("`not` outside a question", "put questions into `{% if … %}`")
            }
        },
        ast::Expr::Slice(_) => FaultKind::Operator { sign: ":", compares: false },
        ast::Expr::IfExpr(_) => {
            not_allowed("a choice inside a figure", "write `{% if … %} … {% else %} … {% endif %}`")
        }
        ast::Expr::Call(call) if is_reference(&call.expr) => not_allowed(
            "`ref` with anything else than one name, or in a question",
            "write `{{ ref(\"activity\") }}`, with the `name` of a section or appendix",
        ),
        ast::Expr::Call(_) => {
            not_allowed("a call", "write what is wanted as a filter: `{{ contacts | counted }}`")
        }
        ast::Expr::Test(_) => {
            not_allowed("a question outside `{% if … %}`", "write `{% if … %} … {% endif %}`")
        }
        ast::Expr::Filter(_) => {
            not_allowed("a filter inside a question or another figure", "ask about the figure itself")
        }
        _ => not_allowed("a value written in the text", "write words directly, and numbers as figures"),
    }
}

/// Whether what is called is `ref`.
pub(super) fn is_reference(called: &ast::Expr<'_>) -> bool {
    matches!(called, ast::Expr::Var(name) if name.id == "ref")
}

fn operator(operation: ast::BinOpKind) -> Option<(&'static str, bool)> {
    use ast::BinOpKind as Op;
    Some(match operation {
        Op::Eq => ("==", true),
        Op::Ne => ("!=", true),
        Op::Lt => ("<", true),
        Op::Lte => ("<=", true),
        Op::Gt => (">", true),
        Op::Gte => (">=", true),
        Op::In => ("in", true),
        Op::Add => ("+", false),
        Op::Sub => ("-", false),
        Op::Mul => ("*", false),
        Op::Div => ("/", false),
        Op::FloorDiv => ("//", false),
        Op::Rem => ("%", false),
        Op::Pow => ("**", false),
        Op::Concat => ("~", false),
        Op::ScAnd | Op::ScOr => return None,
    })
}
