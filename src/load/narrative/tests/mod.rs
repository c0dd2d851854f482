//! The narrative file as a whole: what is read from it, and what is found wrong with it and where.

use std::collections::BTreeMap;

mod faults;
mod lists;
mod whole;

use proptest::prelude::*;

use super::{read, schema};
use crate::diagnostic::Findings;
use crate::load::{Files, Folder, ReadFault};
use crate::model::Narrative;

/// A project folder in memory.
struct Project(BTreeMap<&'static str, Vec<u8>>);

impl Folder for Project {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).cloned().ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

/// What is read of a project whose narrative is `toml`, and its findings as `file:line:column code`.
fn read_project(toml: &str, others: &[(&'static str, &[u8])]) -> (Option<Narrative>, Vec<String>, Findings) {
    let mut contents: BTreeMap<_, _> = others.iter().map(|(path, bytes)| (*path, bytes.to_vec())).collect();
    contents.insert("narrative.toml", toml.as_bytes().to_vec());
    let project = Project(contents);
    let mut files = Files::of(&project);
    let mut findings = Findings::default();
    let narrative = read(&mut files, "narrative.toml", &mut findings);
    let told = findings
        .sorted()
        .iter()
        .map(|finding| {
            let place = finding.place.unwrap();
            let file = files.get(place.file).unwrap();
            let (line, column) = file.line_and_column(place.start);
            let path = file.path.trim_start_matches("narrative.toml");
            format!("{path}{line}:{column} {}", finding.code.name)
        })
        .collect();
    (narrative, told, findings)
}

/// Four lines that make a narrative: what a case adds begins on line 5.
const REPORT: &str = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013/14\"\n";

#[test]
fn text_points_at_its_bytes_through_escapes_and_pasted_bullets() {
    let toml = format!("{REPORT}summary = \"\"\"\r\n• one \\\r\n   two\r\n• \\u00e9 three\"\"\"\r\n");
    let (narrative, told, _) = read_project(&toml, &[]);
    assert_eq!(told, Vec::<String>::new());
    let narrative = narrative.unwrap();
    let text = narrative.report_text("summary").unwrap();
    assert_eq!(text.as_str(), "- one two\n- é three");
    for word in ["one", "two", "three"] {
        assert_eq!(text.offset(text.as_str().find(word).unwrap()), toml.find(word).unwrap(), "{word}");
    }
}

#[test]
fn prose_may_stand_in_a_file_of_its_own_even_one_saved_by_an_old_word_processor() {
    let toml = format!("{REPORT}summary = {{ file = \"text\\\\s.md\" }}\n");
    let (narrative, told, _) = read_project(&toml, &[("text/s.md", b"\x95 \xa3500\r\n")]);
    assert_eq!(told, ["text/s.md1:1 read-as-windows-1252"]);
    assert_eq!(narrative.unwrap().report_text("summary").unwrap().as_str(), "- £500\n");
}

#[test]
fn every_example_of_the_schema_is_read_as_it_stands() {
    for block in schema::blocks().into_iter().filter(|block| block.heading.starts_with('[')) {
        let Some(path) = block.heading.strip_prefix('[').and_then(|h| h.strip_suffix(']')) else { continue };
        for key in &block.keys {
            let required = block.keys.iter().filter(|other| other.required && other.name != key.name);
            let lines: String =
                required.chain([key]).map(|key| format!("{} = {}\n", key.name, key.example)).collect();
            let path = path.replace("NAME", "name_of_it");
            let toml = format!("[{path}]\n{lines}");
            let toml = if path == "report" { toml } else { format!("{REPORT}{toml}") };
            let (_, _, findings) = read_project(&toml, &[]);
            let of_form = |code: &str| {
                matches!(
                    code,
                    "unknown-key" | "wrong-type" | "word-not-allowed" | "toml-syntax" | "number-out-of-range"
                )
            };
            let found: Vec<_> = findings.sorted().into_iter().filter(|f| of_form(f.code.name)).collect();
            assert!(found.is_empty(), "{toml}{found:#?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces of TOML in any order, most of it faulty.
    #[test]
    fn no_narrative_stops_the_program(pieces in proptest::collection::vec(
        prop_oneof![
            proptest::sample::select(vec![
                "[report]\n", "[[sections]]\n", "[measures.a]\n", "[figures.b]\n", "[", "]", "{", "}", "\"", "\"\"\"",
                "'", "'''", " = ", "\n", "\r\n", ",", ".", "\\", "\\u", "“", "é", "title", "year", "text", "show",
                "file", "sum", "\"2013/14\"", "\"a\"", "2014-09-01", "3", "1.5", "true", "#", "\u{0}", "\u{F0B7}",
            ]).prop_map(str::to_owned),
            ".{0,4}",
        ],
        0..40,
    )) {
        let findings = findings_of(&pieces.concat());
        for finding in findings.sorted() {
            prop_assert!(!finding.message.is_empty());
        }
    }
}

fn findings_of(toml: &str) -> Findings {
    let project = Project(BTreeMap::from([("narrative.toml", toml.as_bytes().to_vec())]));
    let mut findings = Findings::default();
    read(&mut Files::of(&project), "narrative.toml", &mut findings);
    findings
}
