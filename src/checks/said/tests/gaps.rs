//! Priorities, sections and contributions with nothing in them, and names that two sections share.

use super::super::Awaited;
use super::{REPORT, assert_found, found, read_and_checked};

#[test]
fn priorities_need_something_done() {
    for (done, expected) in [
        ("", &["7:10 nothing-done"][..]),
        ("done = []\n", &["7:10 nothing-done"]),
        ("done = [\" \"]\n", &["7:10 nothing-done"]),
        ("next = [\"Begin.\"]\n", &["7:10 nothing-done"]),
        ("done = [\"Begun.\"]\n", &[]),
    ] {
        assert_found(&format!("[[priorities]]\ntitle = \"Neglect\"\n{done}"), expected);
    }
}

#[test]
fn an_entry_beneath_a_heading_needs_something_to_show() {
    for (block, heading, rest, expected) in [
        ("reviews", "title", "", &["7:10 untold-entry"][..]),
        ("reviews", "title", "published = \"May 2024\"\n", &[]),
        ("audits", "theme", "", &["7:10 untold-entry"]),
        ("audits", "theme", "actions = [\" \"]\n", &["7:10 untold-entry"]),
        ("audits", "theme", "cases = 12\n", &[]),
        ("judgements", "theme", "by = \"The inspectorate\"\n", &["7:10 untold-entry"]),
        ("judgements", "theme", "grade = \"Good\"\n", &[]),
        ("plan", "title", "", &["7:10 untold-entry"]),
        ("plan", "title", "led_by = \"The council\"\n", &[]),
    ] {
        assert_found(&format!("[[{block}]]\n{heading} = \"Neglect\"\n{rest}"), expected);
    }
}

#[test]
fn a_section_needs_something_in_it_and_what_it_shows() {
    let risks = "[[risks]]\nrisk = \"R\"\n";
    for (added, expected) in [
        ("[[sections]]\ntitle = \"A\"\n".to_owned(), &["7:10 empty-section"][..]),
        (
            "[[sections]]\ntitle = \"A\"\nname = \"a\"\ntext = \" \"\ntables = []\nonly = [\"x\"]\n"
                .to_owned(),
            &["7:10 empty-section"],
        ),
        ("[[sections]]\ntitle = \"A\"\nshow = [\"risks\"]\n".to_owned(), &["7:10 empty-section"]),
        (
            "[[sections]]\ntitle = \"A\"\ntext = \"B.\"\nshow = [\"risks\"]\n".to_owned(),
            &["7:10 shown-but-absent"],
        ),
        (
            format!("[[sections]]\ntitle = \"A\"\nshow = [\"risks\", \"budget\"]\n{risks}"),
            &["7:10 shown-but-absent"],
        ),
        (format!("[[sections]]\ntitle = \"A\"\nshow = [\"risks\"]\n{risks}"), &[]),
        (
            "[[sections]]\ntitle = \"A\"\n[[sections.sections]]\ntitle = \"B\"\n".to_owned(),
            &["9:10 empty-section"],
        ),
        (
            "[[sections]]\ntitle = \"A\"\n[[sections.sections]]\ntitle = \"B\"\ntext = \"C.\"\n".to_owned(),
            &[],
        ),
        ("[[appendices]]\ntitle = \"A\"\nshow = [\"actions\"]\n".to_owned(), &["7:10 shown-but-absent"]),
    ] {
        assert_found(&added, expected);
    }
}

#[test]
fn a_name_belongs_to_one_section_or_appendix() {
    let section = "[[sections]]\ntitle = \"A\"\ntext = \"B.\"\nname = \"a\"\n";
    for (added, expected) in [
        (format!("{section}{section}"), &["13:9 repeated-name"][..]),
        (
            format!("{section}[[sections.sections]]\ntitle = \"C\"\ntext = \"D.\"\nname = \"a\"\n"),
            &["13:9 repeated-name"],
        ),
        (format!("{section}[[appendices]]\ntitle = \"C\"\nname = \"a\"\n"), &["12:9 repeated-name"]),
        (format!("{section}only = [\"x\"]\n{section}only = [\"y\"]\n"), &[]),
    ] {
        assert_found(&added, expected);
    }
}

#[test]
fn contributions_that_have_not_come_stop_the_report_but_not_a_draft() {
    use Awaited::{Allowed, Refused};
    for (keys, awaited, expected) in [
        ("state = \"awaited\"\n", Refused, &["7:12 contribution-awaited"][..]),
        ("state = \"awaited\"\n", Allowed, &["7:12 contribution-awaited-in-draft"]),
        ("text = \" \"\n", Refused, &["7:12 contribution-awaited"]),
        ("text = \"We trained.\"\nstate = \"provisional\"\n", Refused, &["7:12 contribution-provisional"]),
        ("text = \"We trained.\"\nstate = \"provisional\"\n", Allowed, &["7:12 contribution-provisional"]),
        ("text = \"We trained.\"\nstate = \"final\"\n", Refused, &[]),
        ("text = \"We trained.\"\n", Refused, &[]),
    ] {
        let (told, findings) =
            found(&format!("{REPORT}[[contributions]]\npartner = \"Police\"\n{keys}"), awaited, &[]);
        assert_eq!(told, expected, "{keys}");
        assert!(findings.sorted().iter().all(|finding| finding.message.contains("Police")));
    }
}

#[test]
fn what_a_fault_took_away_is_not_told_to_be_missing() {
    for (added, expected) in [
        ("[[sections]]\ntitle = \"A\"\ntext = { file = \"../a.md\" }\n", &["8:18 outside-project"][..]),
        ("[[sections]]\ntitle = \"A\"\nshow = [\"riskz\"]\n", &["8:10 word-not-allowed"]),
        ("[[priorities]]\ntitle = \"A\"\ndoen = [\"b\"]\n", &["8:1 unknown-key"]),
        ("[[contributions]]\npartner = \"A\"\ntext = { file = \"a.md\" }\n", &["8:18 file-not-found"]),
        (
            "[[sections]]\ntitle = \"A\"\ntext = 3\n[[sections]]\ntitle = \"B\"\n",
            &["8:8 wrong-type", "10:10 empty-section"],
        ),
        (
            "[lists]\nactions = \"actions.csv\"\n[[sections]]\ntitle = \"A\"\nshow = [\"actions\"]\n",
            &["7:12 file-not-found"],
        ),
    ] {
        let (told, _) = read_and_checked(&format!("{REPORT}{added}"), Awaited::Refused, &[]);
        assert_eq!(told, expected, "{added}");
    }
}
