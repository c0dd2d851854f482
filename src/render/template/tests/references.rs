//! Numbers, references and required blocks, by a template of a project.

use super::lay_out;
use crate::model::{FileId, Place};
use crate::narrative::{BoundRecord, Reference, Story};
use crate::render::sample::{list, plain, prose, record};

/// A story with named sections and an appendix that refer to one another.
fn cross_referring() -> Story {
    let place = Place::start_of(FileId(0));
    let reference =
        |name: &str, title: &str| Reference { name: name.to_owned(), title: title.to_owned(), place };
    let sections = list([
        record([
            ("title", plain("Purpose")),
            ("text", prose("See \u{E004}0\u{E001}.\n\nAnd \u{E004}1\u{E001}.")),
        ]),
        record([
            ("title", plain("The *year*")),
            ("name", plain("year")),
            ("text", prose("It is asked to:\n\n(a) note \u{E004}2\u{E001}\n\n(b) agree")),
            (
                "sections",
                list([record([
                    ("title", plain("Risks")),
                    ("name", plain("risk-section")),
                    ("text", prose("Two.")),
                ])]),
            ),
        ]),
        record([
            ("title", plain("For others")),
            ("name", plain("others")),
            ("text", prose("x")),
            ("only", list([plain("elsewhere")])),
        ]),
    ]);
    let appendix = record([
        ("title", plain("The plan")),
        ("name", plain("plan")),
        ("text", prose("\u{E004}3\u{E001}.")),
    ]);
    let content = [("sections", sections), ("appendices", list([appendix]))];
    Story {
        content: BoundRecord(content.into()),
        references: vec![
            reference("risk-section", "Risks"),
            reference("plan", "The plan"),
            reference("others", "For others"),
            reference("year", "The *year*"),
        ],
        ..Story::default()
    }
}

const NUMBERED: &str = "\
{% extends 'shared/page.md' %}
{{ numbering('levels') }}{{ requires('sections', 'recommendations', 'header') }}
{% block main %}
{% from 'shared/sections.md' import sections, appendices %}
{{ sections(page, 2) }}

{{ appendices(page, 2) }}
{% endblock %}
";

#[test]
fn references_are_put_into_words_by_each_template() {
    let missing = ["recommendations", "header"].map(|block| {
        format!("required-block-missing  the template `own` requires `{block}`, and the narrative gives none")
    });
    let plain = NUMBERED.replace("numbering('levels')", "numbering('none')");
    let through = NUMBERED.replace("'levels'", "'through'");
    for (template, body) in [
        (
            NUMBERED,
            "## 1 Purpose\n\n1.1 See [paragraph 2.2](#risks).\n\n1.2 And [appendix A](#the-plan).\n\n\
             ## 2 The \\*year\\*\n\n2.1 It is asked to:\n\n(a) note “For others”\n\n(b) agree\n\n\
             ### 2.2 Risks\n\n2.2.1 Two.\n\n## Appendix A: The plan\n\n[Section 2](#the-year).\n",
        ),
        (
            plain.as_str(),
            "## Purpose\n\nSee [“Risks”](#risks).\n\nAnd [appendix A](#the-plan).\n\n\
             ## The \\*year\\*\n\nIt is asked to:\n\n(a) note “For others”\n\n(b) agree\n\n\
             ### Risks\n\nTwo.\n\n## Appendix A: The plan\n\n[“The \\*year\\*”](#the-year).\n",
        ),
        (
            through.as_str(),
            "## Purpose\n\n1\\. See [paragraph 4](#risks).\n\n2\\. And [appendix A](#the-plan).\n\n\
             ## The \\*year\\*\n\n3\\. It is asked to:\n\n(a) note “For others”\n\n(b) agree\n\n\
             ### Risks\n\n4\\. Two.\n\n## Appendix A: The plan\n\n[Paragraphs 3 to 4](#the-year).\n",
        ),
    ] {
        let template: &'static str = template.to_owned().leak();
        let (page, findings) = lay_out(&[("templates/own/page.md", template)], "own", &cross_referring());
        let page = page.unwrap();
        let (_, main) = page.split_once("2014\n\n").unwrap();
        assert_eq!(main, body);
        let lost = "the page `own` does not show “For others”, which its text refers to as `others`";
        assert!(findings.iter().any(|said| said.starts_with("reference-not-shown ") && said.ends_with(lost)));
        for missing in &missing {
            assert!(findings.contains(missing), "{missing} in {findings:?}");
        }
        assert_eq!(findings.len(), 3, "{findings:?}");
    }
}

#[test]
fn titles_carry_nothing_that_shows_wherever_a_template_puts_them() {
    let own = "\
# T

{% for one in sections %}
## {{ loop.index }}: {{ one.title | upper }}

**{{ one.title }}** `{{ one.title }}` {{ one.title | capitalize }}

| {{ one.title }} |
| --- |
| {{ one.title | trim }} |
{% endfor %}
";
    let (page, _) = lay_out(&[("templates/own/page.md", own)], "own", &cross_referring());
    let page = page.unwrap();
    assert!(page.chars().all(|c| !matches!(c, '\u{E000}'..='\u{F8FF}')), "{page:?}");
    assert!(page.contains("## 2: THE \\*YEAR\\*\n"), "{page}");
}
