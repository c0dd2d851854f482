//! What is read and what is refused, text by text.

use super::{Condition, FaultKind, Node, Span, Subject, Syntax, parse};

fn at<'t>(text: &'t str, span: &Span) -> &'t str {
    text.get(span.clone()).unwrap()
}

fn figures(syntax: &Syntax) -> Vec<String> {
    fn walk(nodes: &[Node], found: &mut Vec<String>) {
        for node in nodes {
            match node {
                Node::Raw(_) | Node::Refer(_) => {}
                Node::Emit(emit) => {
                    if let Subject::Figure(reference) = &emit.subject {
                        found.push(reference.id.to_string());
                    }
                }
                Node::Choose(choose) => {
                    choose.arms.iter().for_each(|arm| walk(&arm.body, found));
                    walk(&choose.otherwise, found);
                }
            }
        }
    }
    let mut found = Vec::new();
    walk(&syntax.nodes, &mut found);
    found
}

#[test]
fn figures_are_read_with_selectors_suffixes_and_filters() {
    for (text, id) in [
        ("{{ contacts }}", "contacts"),
        ("{{contacts.previous}}", "contacts.previous"),
        ("{{ contacts[\"source=Police\"].percent_of_total }}", "contacts[source=Police].percent_of_total"),
        ("{{ contacts['2012-05'] | counted }}", "contacts[2012-05]"),
        ("{{ a[\"2012/13, source=Police\"] | otherwise(\"}} %}\") }}", "a[2012/13,source=Police]"),
        ("{% if a is rise %}x{% else %}{{ b | beside(c, \"median\") }}{% endif %}", "b"),
    ] {
        let syntax = parse(text);
        assert_eq!(syntax.faults, [], "{text}");
        assert_eq!(figures(&syntax), [id], "{text}");
    }
}

#[test]
fn spans_are_those_of_the_text() {
    let text = "Of these, {{ contacts[\"source=Police\"].previous | counted | otherwise(\"none\") }} came.";
    let syntax = parse(text);
    let Node::Emit(emit) = &syntax.nodes[1] else { panic!("{syntax:?}") };
    let Subject::Figure(reference) = &emit.subject else { panic!("{syntax:?}") };
    assert_eq!(at(text, &reference.span), "contacts[\"source=Police\"].previous");
    assert_eq!(at(text, &emit.filters[0].span), "counted");
    assert_eq!(at(text, &emit.filters[1].span), "otherwise(\"none\")");
    assert_eq!(at(text, &emit.filters[1].arguments[0].span), "\"none\"");
}

#[test]
fn questions_are_joined_by_and_or_and_not() {
    let syntax = parse("{% if a is available and not b is fall or c is not rise %}x{% endif %}");
    let Node::Choose(choose) = &syntax.nodes[0] else { panic!("{syntax:?}") };
    let Some(Condition::Either(left, right)) = &choose.arms[0].condition else { panic!("{syntax:?}") };
    assert!(matches!(**left, Condition::Both(..)));
    assert!(matches!(**right, Condition::Not(..)));
}

/// The faults of a text: the stretch and the name of the kind.
fn faults(text: &str) -> Vec<(&str, String)> {
    let name = |kind: &FaultKind| {
        let debug = format!("{kind:?}");
        debug.split([' ', '(', '{']).next().unwrap_or_default().to_owned()
    };
    parse(text).faults.iter().map(|fault| (at(text, &fault.span), name(&fault.kind))).collect()
}

#[test]
fn references_are_read_with_their_names() {
    for text in [
        "{{ ref(\"activity\") }}",
        "{{ref('activity')}}",
        "{% if a is rise %}{{ ref(\"activity\") }}{% endif %}",
    ] {
        let syntax = parse(text);
        assert_eq!(syntax.faults, [], "{text}");
        let nodes = match &syntax.nodes[0] {
            Node::Choose(choose) => &choose.arms[0].body,
            _ => &syntax.nodes,
        };
        let Node::Refer(refer) = &nodes[0] else { panic!("{syntax:?}") };
        assert_eq!(
            (refer.name.as_str(), at(text, &refer.span).trim_matches(['"', '\''])),
            ("activity", "activity")
        );
    }
}

#[test]
fn every_fault_is_found_at_its_place() {
    for (text, expected) in [
        ("{{ contacts[source=Police] }}", &[("source=Police", "UnquotedSelector")][..]),
        ("{{ contacts[2011-12].previous }}", &[("2011-12", "UnquotedSelector")]),
        ("{{ contacts[2011/12] | counted }}", &[("2011/12", "UnquotedSelector")]),
        ("{{ contacts[“source=Police”] }}", &[("“source=Police”", "UnquotedSelector")]),
        ("{{ contacts[5] }}", &[("5", "UnquotedSelector")]),
        ("{{ contacts[] }}", &[("[]", "Unreadable")]),
        ("{{ contacts | otherwise(“none”) }}", &[("“", "CurlyQuotes")]),
        ("{{ referrals / contacts * 100 }}", &[("referrals / contacts * 100", "Operator")]),
        ("{{ -contacts }}", &[("-contacts", "Operator")]),
        ("{% if a > 5 %}x{% endif %}", &[("a > 5", "Operator")]),
        ("{% if a.previous == b %}x{% endif %}", &[("a.previous == b", "Operator")]),
        ("{{ a ~ b }}", &[("a ~ b", "Operator")]),
        ("{{ a.chnage }}", &[("chnage", "UnknownSuffix")]),
        ("{{ a[\"police\"] }}", &[("\"police\"", "BadSelector")]),
        ("{{ a[\"x=1\"][\"x=2\"] }}", &[("\"x=2\"", "SelectedTwice")]),
        ("{{ a if b is rise else c }}", &[("a if b is rise else c", "NotAllowed")]),
        ("{{ counted(a) }}", &[("counted(a)", "NotAllowed")]),
        ("{{ 5 }}", &[("5", "NotAllowed")]),
        ("{{ ref(a) }}", &[("ref(a)", "NotAllowed")]),
        ("{{ ref() }}", &[("ref()", "NotAllowed")]),
        ("{{ ref(\"a\", \"b\") }}", &[("ref(\"a\", \"b\")", "NotAllowed")]),
        ("{{ ref(\"a\") | upper }}", &[("ref(\"a\")", "NotAllowed")]),
        ("{% if ref(\"a\") %}x{% endif %}", &[("ref(\"a\")", "NotAllowed")]),
        ("{{ ref(“a”) }}", &[("“", "CurlyQuotes")]),
        ("{{ a is rise }}", &[("a is rise", "NotAllowed")]),
        ("{% for x in y %}{{ a }}{% endfor %}", &[("{% for x in y %}", "NotAllowed")]),
        ("{% set x = 1 %}", &[("{% set x = 1 %}", "NotAllowed")]),
        ("{% include \"x\" %}", &[("{% include \"x\" %}", "NotAllowed")]),
        ("{% macro x() %}{% endmacro %}", &[("{% macro x() %}", "NotAllowed")]),
        ("{% contacts %}", &[("{% contacts %}", "Unreadable")]),
        ("{{ a", &[("{{", "Unclosed")]),
        ("a }} b", &[("}}", "Unopened")]),
        ("{{ }}", &[(" ", "Unreadable")]),
        ("{{ a b }}", &[(" a b ", "Unreadable")]),
        ("{{ a | otherwise(\"x) }}", &[("\"x) ", "Unreadable")]),
        ("{{ a £ }}", &[("£ ", "Unreadable")]),
        ("{% if a is rise %}x", &[("{% if a is rise %}", "Unreadable")]),
        ("x{% endif %}", &[("{% endif %}", "Unreadable")]),
        ("{% else %}", &[("{% else %}", "Unreadable")]),
        (
            "{% if a is rise %}{% else if b is rise %}{% endif %}",
            &[("{% else if b is rise %}", "Unreadable")],
        ),
        (
            "{{ a[x=1] }} and {{ b + c }} and {{ d.nope }}",
            &[("x=1", "UnquotedSelector"), ("b + c", "Operator"), ("nope", "UnknownSuffix")],
        ),
        ("{{ a[x=1] | beside(b[y=2]) }}", &[("x=1", "UnquotedSelector"), ("y=2", "UnquotedSelector")]),
    ] {
        let expected: Vec<(&str, String)> = expected.iter().map(|(s, k)| (*s, (*k).to_owned())).collect();
        assert_eq!(faults(text), expected, "{text}");
    }
}

#[test]
fn the_quoted_form_is_offered() {
    let syntax = parse("{{ contacts[ ’source=Police’ ] }}");
    let quoted = "contacts[\"source=Police\"]".to_owned();
    assert_eq!(syntax.faults[0].kind, FaultKind::UnquotedSelector { quoted, curly: true });
}

#[test]
fn a_line_of_its_own_leaves_no_line_behind() {
    let text = "- one\n  {% if a is rise %}\n- two\n  {% endif %}\n- three {# later #}\n{# gone #}\nend";
    let syntax = parse(text);
    let raw = |nodes: &[Node]| {
        nodes.iter().fold(String::new(), |all, node| match node {
            Node::Raw(span) => all + at(text, span),
            _ => all + "*",
        })
    };
    assert_eq!(raw(&syntax.nodes), "- one\n*- three \nend");
    let Node::Choose(choose) = &syntax.nodes[1] else { panic!("{syntax:?}") };
    assert_eq!(raw(&choose.arms[0].body), "- two\n");
}

#[test]
fn no_depth_of_nesting_exhausts_the_stack() {
    for (open, close) in [("(", ")"), ("not ", ""), ("-", ""), ("[", "]"), ("a and ", ""), ("a|b", "")] {
        let text = format!("{{{{ {}a{} }}}}", open.repeat(600), close.repeat(600));
        assert!(!parse(&text).faults.is_empty(), "{open}");
        let text = format!("{{% if {}a{} %}}{{% endif %}}", open.repeat(90), close.repeat(90));
        let _ = parse(&text);
    }
    let choices = "{% if a is rise %}".repeat(5_000) + &"{% endif %}".repeat(5_000);
    assert!(!parse(&choices).faults.is_empty());
    let _ = parse(&"{{".repeat(100_000));
    let _ = parse(&"{#".repeat(100_000));
    let _ = parse(&format!("{{{{ {} }}}}", "a[".repeat(100_000)));
}

#[test]
fn a_fault_among_typographic_marks_ends_with_a_whole_character() {
    for text in ["{{’’}}", "{%if ““%}", "{%if ““is rise%}"] {
        for fault in parse(text).faults {
            assert!(text.get(fault.span.clone()).is_some(), "{text}: {fault:?}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic_and_faults_lie_inside_it(
        text in "([{}%#|\"'“’=.a-c0-9 \\[\\]\n-]|\\{\\{|\\}\\}|\\{%|%\\}|if |endif|else|is rise|£){0,60}",
    ) {
        let syntax = parse(&text);
        for fault in &syntax.faults {
            proptest::prop_assert!(text.get(fault.span.clone()).is_some(), "{:?}", fault);
        }
    }
}
