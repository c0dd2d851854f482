//! Faults of a text's syntax → findings at their places in the file.

use crate::diagnostic::codes::text as codes;
use crate::diagnostic::{Code, Finding};
use crate::jinja::{Fault, FaultKind};
use crate::model::{Suffix, Text};
use crate::suggest::did_you_mean;

/// The finding of a fault.
pub(super) fn finding(fault: &Fault, text: &Text) -> Finding {
    let written = text.as_str().get(fault.span.clone()).unwrap_or_default().trim();
    let (code, message, help) = told(&fault.kind, written);
    let finding = Finding::new(code, message).at(text.place(fault.span.start, fault.span.end));
    help.into_iter().fold(finding, Finding::help)
}

fn told(kind: &FaultKind, written: &str) -> (&'static Code, String, Vec<String>) {
    match kind {
        FaultKind::Operator { sign, compares } => operator(sign, *compares),
        FaultKind::UnquotedSelector { quoted, curly } => {
            let marks = if *curly { "typographic quotation marks, and" } else { "no quotation marks, but" };
            let message = format!("`{written}` stands in {marks} a selector needs straight ones");
            (&codes::UNQUOTED_SELECTOR, message, vec![format!("write `{quoted}`")])
        }
        FaultKind::CurlyQuotes => {
            let message =
                "typographic quotation marks stand between braces, where only straight ones are read";
            let help = "type them again as straight ones: `\"`";
            (&codes::TYPOGRAPHIC_QUOTES, message.to_owned(), vec![help.to_owned()])
        }
        FaultKind::NotAllowed { what, instead } => {
            let message = format!("{what} can't stand in text");
            (&codes::NOT_ALLOWED_IN_TEXT, message, vec![(*instead).to_owned()])
        }
        FaultKind::Unclosed { open, close } => {
            let message = format!("`{open}` is never closed with `{close}`");
            (&codes::UNREADABLE_TAG, message, vec![format!("add `{close}` after what it opens")])
        }
        FaultKind::Unopened { close, open } => {
            let message = format!("`{close}` stands without `{open}` before it");
            (&codes::UNREADABLE_TAG, message, vec![format!("add `{open}`, or delete `{close}`")])
        }
        FaultKind::BadSelector(selector) => {
            let message = format!("`{selector}` is neither a period nor a category with its dimension");
            let help = "write a period as `2012-05` or `2012/13`, a category as `source=Police`";
            (&codes::UNREADABLE_SELECTOR, message, vec![help.to_owned()])
        }
        FaultKind::SelectedTwice(part) => {
            let message = format!("`{part}` is selected twice");
            (&codes::UNREADABLE_SELECTOR, message, vec!["keep one of them".to_owned()])
        }
        FaultKind::UnknownSuffix(name) => {
            let names = Suffix::ALL.map(Suffix::name);
            let near = did_you_mean(name, names);
            let help = near.unwrap_or_else(|| format!("after the point stands one of {}", names.join(", ")));
            (&codes::UNKNOWN_SUFFIX, format!("no figure has a part `{name}`"), vec![help])
        }
        FaultKind::Unreadable(words) => {
            let help = "a figure is written `{{ contacts | counted }}`, a choice `{% if contacts is rise %} … {% endif %}`";
            (&codes::UNREADABLE_TAG, words.clone(), vec![help.to_owned()])
        }
    }
}

fn operator(sign: &str, compares: bool) -> (&'static Code, String, Vec<String>) {
    let help = match sign {
        _ if compares => "ask `is rise`, `is fall`, `is unchanged` or `is available` instead",
        "/" | "*" => {
            "declare a figure under `[figures]`, as `percent`, `conversion` or `ratio`, and name it here"
        }
        "-" => "declare a figure under `[figures]` as a `difference`, or use `.change`, and name it here",
        "+" => "declare a figure under `[figures]` as a `sum`, and name it here",
        "~" => "write the two one after the other, each in its own braces",
        _ => "declare a figure under `[figures]` and name it here",
    };
    let does = if compares { "compares" } else { "works out" };
    let message = format!("the text {does} figures with `{sign}`");
    (&codes::OPERATOR_ON_FIGURE, message, vec![help.to_owned()])
}
