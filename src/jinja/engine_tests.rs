//! The engine's promises, one by one.

use super::{ALLOWED_FILTERS, Engine, Laid, Seen, TemplateFault};
use crate::jinja::{Asks, Numbering};

fn lay_out(text: &str) -> Result<String, TemplateFault> {
    laid(text).map(|laid| laid.markdown)
}

fn laid(text: &str) -> Result<Laid, TemplateFault> {
    let (engine, faults) = Engine::with([
        ("page", text),
        ("shared/part", "{{ oops }}"),
        ("shared/frame", "{% block main %}{% endblock %}"),
    ]);
    if let Some(fault) = faults.into_iter().next() {
        return Err(fault);
    }
    let seen = Seen::record([
        ("title", Seen::words("1. A_b *c* <d>")),
        ("summary", Seen::markdown("**kept**".to_owned())),
        ("empty", Seen::words("")),
        ("header", Seen::record([("date", Seen::words(""))])),
        ("names", Seen::list(["a*", "b"].map(Seen::words))),
    ]);
    engine.lay_out("page", &seen)
}

#[test]
fn words_are_escaped_and_markdown_is_not() {
    for (template, page) in [
        ("{{ title }}", "1\\. A\\_b \\*c\\* \\<d\\>"),
        ("{{ title | upper }}", "1\\. A\\_B \\*C\\* \\<D\\>"),
        ("{{ summary }}", "**kept**"),
        ("{{ summary ~ title }}", "**kept**1\\. A\\_b \\*c\\* \\<d\\>"),
        ("{{ names | join(', ') }}", "a\\*\\, b"),
        ("{% set x %}**{{ names[0] }}**{% endset %}{{ x }}", "**a\\***"),
        ("{% macro m(t) %}*{{ t }}*{% endmacro %}{{ m(names[0]) }}", "*a\\**"),
        ("{{ heading(3, title) }}", "\n### 1\\. A\\_b \\*c\\* \\<d\\>\n"),
        ("{{ 'a.org' | link }}{{ empty | link }}", "[a\\.org](https://a\\.org)"),
        ("{% if empty %}no{% endif %}yes", "yes"),
    ] {
        assert_eq!(lay_out(template).as_deref(), Ok(page), "{template}");
    }
}

#[test]
fn a_template_asks_from_anywhere_in_it() {
    let asks = |numbering, missing: &[&str]| Asks {
        numbering,
        missing: missing.iter().map(|name| (*name).to_owned()).collect(),
        ..Asks::default()
    };
    for (template, asked) in [
        ("x", asks(Numbering::None, &[])),
        ("{{ numbering('levels') }}x", asks(Numbering::Levels, &[])),
        ("{{ numbering('levels') }}{{ numbering('through') }}x", asks(Numbering::Through, &[])),
        // What stands outside the blocks of a template that extends another is not shown, but is asked.
        (
            "{% extends 'shared/frame' %}{{ numbering('through') }}{{ requires('empty') }}\
             {% block main %}x{% endblock %}",
            asks(Numbering::Through, &["empty"]),
        ),
        (
            "{% extends 'shared/frame' %}{% block main %}{{ numbering('levels') }}{{ requires('names', 'empty', 'header') }}\
             {{ requires('empty', 'header.date') }}x{% endblock %}",
            asks(Numbering::Levels, &["empty", "header", "header.date"]),
        ),
    ] {
        let laid = laid(template).unwrap();
        assert_eq!((laid.markdown.as_str(), laid.asks), ("x", asked), "{template}");
    }
}

#[test]
fn a_fault_is_found_where_it_is() {
    for (template, line, marked) in [
        ("a\n  {{ titel }}", 2, "titel"),
        ("a\n\n{% if titel %}b{% endif %}", 3, "titel"),
        ("{{ title | replace('a', 'b') }}", 1, "replace('a', 'b')"),
        ("a\n{% for x in %}{% endfor %}", 2, "%}"),
        ("{{ range(9) }}", 1, "range(9)"),
        ("a\n{{ numbering('roman') }}", 2, "numbering('roman')"),
        ("{{ requires('nmaes') }}", 1, "requires('nmaes')"),
        ("{{ requires('title.x') }}", 1, "requires('title.x')"),
    ] {
        let fault = lay_out(template).unwrap_err();
        assert_eq!((fault.template.as_str(), fault.line), ("page", line), "{template}: {fault:?}");
        let range = fault.bytes.unwrap_or_default();
        assert!(
            template.get(range.clone()).is_some_and(|part| part.contains(marked)),
            "{template}: {range:?}"
        );
    }
}

#[test]
fn a_fault_in_an_included_template_names_that_one() {
    let fault = lay_out("\n{% include 'shared/part' %}").unwrap_err();
    assert_eq!((fault.template.as_str(), fault.line), ("shared/part", 1));
}

#[test]
fn work_and_output_have_an_end() {
    let doubling = "{% set a = title %}".to_owned() + &"{% set a = a ~ a %}".repeat(40) + "{{ a }}";
    assert!(lay_out(&doubling).is_err());
    let endless = "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}";
    assert!(lay_out(endless).is_err());
    let loops = "{% for a in names %}".repeat(30) + "x" + &"{% endfor %}".repeat(30);
    assert!(lay_out(&loops).is_err());
}

#[test]
fn just_the_filters_listed_are_there() {
    let unknown = |filter: &str| {
        let fault = lay_out(&format!("{{{{ names | {filter} }}}}")).err();
        fault.is_some_and(|fault| fault.message.contains("unknown filter"))
    };
    for filter in ALLOWED_FILTERS {
        assert!(!unknown(filter), "{filter}");
    }
    for filter in ["safe", "default", "round", "int", "indent", "pprint"] {
        assert!(unknown(filter), "{filter}");
    }
}

#[test]
fn a_page_says_what_document_it_is_where_the_title_does_not() {
    for (title, kind) in [
        ("Annual report", "Executive summary"),
        ("Executive Summary of the year", ""),
        ("", "Executive summary"),
    ] {
        let page = "{% block kind %}{{ kind('Executive summary', 'summary') }}{% endblock %}";
        let (engine, _) = Engine::with([("page", page)]);
        let report = Seen::record([("title", Seen::words(title))]);
        let laid = engine.lay_out("page", &Seen::record([("report", report)])).unwrap();
        let shown = if kind.is_empty() { String::new() } else { format!("**{kind}**") };
        assert_eq!((laid.markdown, laid.asks.kind.as_str()), (shown, kind), "{title}");
    }
}
