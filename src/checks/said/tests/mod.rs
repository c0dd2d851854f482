//! Whole narratives: each slip at its place, and what looks like one and is none.

mod acronyms;
mod dates;
mod gaps;
mod repeated;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Awaited, check, markup, phrases, written_date};
use crate::diagnostic::{Finding, Findings, codes};
use crate::load::{Files, Folder, ReadFault, narrative};

/// A project folder in memory.
struct Project(BTreeMap<&'static str, String>);

impl Folder for Project {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

/// Five lines that make a narrative: what a case adds begins on line 6.
const REPORT: &str = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013/14\"\nas_at = 2014-09-01\n";

/// What is found in a narrative that can be read, as `file:line:column code`.
#[track_caller]
fn found(toml: &str, awaited: Awaited, others: &[(&'static str, &str)]) -> (Vec<String>, Findings) {
    let (told, findings) = read_and_checked(toml, awaited, others);
    let own = |finding: &Finding| codes::said::ALL.contains(&finding.code);
    assert!(findings.sorted().into_iter().all(own), "the case itself is faulty: {toml}{findings:#?}");
    (told, findings)
}

/// What is found in a narrative, faults of reading it included.
fn read_and_checked(
    toml: &str,
    awaited: Awaited,
    others: &[(&'static str, &str)],
) -> (Vec<String>, Findings) {
    let mut contents: BTreeMap<_, _> =
        others.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    contents.insert("narrative.toml", toml.to_owned());
    let project = Project(contents);
    let mut files = Files::of(&project);
    let mut findings = Findings::default();
    let narrative = narrative::read(&mut files, "narrative.toml", &mut findings).expect("a narrative");
    check(&narrative, awaited, &mut findings);
    let told = findings.sorted().into_iter().map(|finding| {
        let place = finding.place.unwrap();
        let file = files.get(place.file).unwrap();
        let (line, column) = file.line_and_column(place.start);
        format!("{}{line}:{column} {}", file.path.trim_start_matches("narrative.toml"), finding.code.name)
    });
    (told.collect(), findings)
}

#[track_caller]
fn assert_found(added: &str, expected: &[&str]) {
    let (told, findings) = found(&format!("{REPORT}{added}"), Awaited::Refused, &[]);
    assert_eq!(told, expected, "{added}\n{:#?}", findings.sorted());
    for finding in findings.sorted() {
        assert!(!finding.message.ends_with('.'), "{}", finding.message);
        assert!(!finding.help.is_empty(), "no way out of: {}", finding.message);
    }
}

/// Where the first place that explains the only finding stands, as line and column of the narrative.
#[track_caller]
fn related(added: &str) -> (usize, usize) {
    let toml = format!("{REPORT}{added}");
    let (_, findings) = found(&toml, Awaited::Refused, &[]);
    let before = toml.get(..findings.sorted()[0].related[0].0.start).unwrap();
    (before.matches('\n').count() + 1, before.len() - before.rfind('\n').unwrap_or(0))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces of Markdown and of figures in any order, most of it faulty.
    #[test]
    fn no_text_stops_the_program(pieces in proptest::collection::vec(
        prop_oneof![
            proptest::sample::select(vec![
                "{{", "}}", "{%", "%}", "{#", "#}", "else", "if", "endif", "`", "```", "\n", "- ", "(a) ", "1. ", "> ", "|",
                "**", "](", "<http", ">", "www.", ". ", "ICPC", "(", ")", "child", "30", "/", "Sept", "’", "é", "—", "===",
            ]).prop_map(str::to_owned),
            ".{0,4}",
        ],
        0..40,
    )) {
        let text = pieces.concat();
        prop_assert_eq!(markup::readable(&text).len(), text.len());
        for phrase in phrases::phrases(&text) {
            prop_assert!(text.get(phrase.range).is_some_and(|written| !written.is_empty()));
        }
        let _ = (written_date::WrittenDate::read(&text), markup::parts_branches(&text));
        let summary = text.replace(|c: char| c.is_control() && c != '\n', " ").replace(['\\', '"'], " ");
        let project = Project(BTreeMap::from([("narrative.toml", format!("{REPORT}summary = \"\"\"\n{summary}\"\"\"\n"))]));
        let mut findings = Findings::default();
        let narrative = narrative::read(&mut Files::of(&project), "narrative.toml", &mut findings);
        check(&narrative.expect("a narrative"), Awaited::Refused, &mut findings);
    }
}
