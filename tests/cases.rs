//! Every folder of `tests/cases` is a project with something wrong (or nothing): its `expected.txt` says, by hand,
//! the exit code and each finding's place, severity and code, with phrases that its words must hold.
//!
//! ```text
//! exit 1
//! data/activity.csv:2:18: error[not-a-number]
//!   3O4
//! ```

use std::collections::BTreeSet;
use std::fs;

use crate::common::{program, repository};

/// A finding as the case expects it: its place and code, and what its words must hold.
struct Expected {
    at: String,
    phrases: Vec<String>,
}

fn expectations(text: &str) -> (i32, Vec<Expected>) {
    let mut lines = text.lines();
    let exit =
        lines.next().and_then(|line| line.strip_prefix("exit ")).expect("`exit N` first").parse().unwrap();
    let mut expected: Vec<Expected> = Vec::new();
    for line in lines {
        match line.strip_prefix("  ") {
            Some(phrase) => expected.last_mut().expect("a finding first").phrases.push(phrase.to_owned()),
            None => expected.push(Expected { at: line.to_owned(), phrases: Vec::new() }),
        }
    }
    (exit, expected)
}

#[test]
fn every_case_has_the_findings_that_it_expects_and_no_others() {
    let mut failures = Vec::new();
    let mut cases: Vec<_> =
        fs::read_dir(repository("tests/cases")).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    for case in cases {
        let name = case.file_name().unwrap().to_str().unwrap().to_owned();
        let (exit, expected) = expectations(&fs::read_to_string(case.join("expected.txt")).unwrap());
        let run = program().arg("check").arg(&case).args(["--format", "json"]).output().unwrap();
        let stderr = String::from_utf8(run.stderr).unwrap();
        let found: serde_json::Value =
            serde_json::from_str(&stderr).unwrap_or_else(|_| panic!("{name}: {stderr}"));
        let found = found.as_array().unwrap();
        let text = |finding: &serde_json::Value, key: &str| match &finding[key] {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let at = |f: &serde_json::Value| {
            format!(
                "{}:{}:{}: {}[{}]",
                text(f, "file"),
                f["line"],
                f["column"],
                text(f, "severity"),
                text(f, "code")
            )
        };
        let places: Vec<String> = found.iter().map(at).collect();
        let wanted: Vec<&str> = expected.iter().map(|e| e.at.as_str()).collect();
        let same =
            places.iter().map(String::as_str).collect::<BTreeSet<_>>() == wanted.iter().copied().collect();
        if !same || run.status.code() != Some(exit) {
            failures.push(format!("{name}: exit {:?}, found {places:#?}", run.status.code()));
        }
        for want in &expected {
            let words: String = found
                .iter()
                .filter(|f| at(f) == want.at)
                .map(|f| text(f, "message") + &text(f, "help").replace("\\\"", "\""))
                .collect();
            for phrase in want.phrases.iter().filter(|phrase| !words.contains(phrase.as_str())) {
                failures.push(format!("{name}: {} does not say {phrase:?}: {words}", want.at));
            }
        }
        assert!(!stderr.contains("panicked"), "{name}");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_project_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("project");
    fs::create_dir_all(project.join("data")).unwrap();
    let case = repository("tests/cases/all-is-well");
    fs::copy(case.join("narrative.toml"), project.join("narrative.toml")).unwrap();
    fs::copy(case.join("data/activity.csv"), folder.path().join("secret.csv")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("secret.csv"), project.join("data/activity.csv")).unwrap();
    let run = program().arg("check").arg(&project).args(["--format", "short"]).output().unwrap();
    let stderr = String::from_utf8(run.stderr).unwrap();
    assert!(stderr.contains("narrative.toml:7:9: error[outside-project]"), "{stderr}");
    assert_eq!(run.status.code(), Some(1));
}
