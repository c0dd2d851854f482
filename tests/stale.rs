//! `build --check` names what went stale, and nothing else: any cell of a sample that changes makes it name exactly
//! the figures whose entries change, each of which rests on that cell.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value as Json;

use crate::common::{Ran, files_below, repository, run};

/// The figures of a built report by id.
fn entries(report: &Path) -> BTreeMap<String, Json> {
    let file: Json = serde_json::from_str(&fs::read_to_string(report.join("figures.json")).unwrap()).unwrap();
    let figures = file["figures"].as_array().unwrap().iter();
    figures.map(|figure| (figure["id"].as_str().unwrap().to_owned(), figure.clone())).collect()
}

/// A cell of an input file: path, line, column.
type Cell = (String, u64, u64);

/// The cells that hold a plain whole number.
fn cells(figures: &BTreeMap<String, Json>) -> Vec<Cell> {
    let whole =
        figures.values().filter(|figure| figure["formula"] == "as given" && figure["status"] == "exact");
    let sources = whole.flat_map(|figure| figure["sources"].as_array().unwrap());
    let cell = |source: &Json| {
        let number = |key: &str| source[key].as_u64().unwrap();
        (source["file"].as_str().unwrap().to_owned(), number("line"), number("column"))
    };
    let found: BTreeSet<Cell> = sources.map(cell).filter(|(file, ..)| file.ends_with(".csv")).collect();
    found.into_iter().collect()
}

/// Whether a figure rests on a cell by the inputs and sources that the file records.
fn rests_on(id: &str, cell: &Cell, figures: &BTreeMap<String, Json>) -> bool {
    let (mut waiting, mut seen) = (vec![id.to_owned()], BTreeSet::new());
    while let Some(id) = waiting.pop() {
        let Some(figure) = figures.get(&id).filter(|_| seen.insert(id.clone())) else { continue };
        let is_cell = |source: &Json| {
            source["file"] == cell.0.as_str() && source["line"] == cell.1 && source["column"] == cell.2
        };
        if figure["sources"].as_array().unwrap().iter().any(is_cell) {
            return true;
        }
        let inputs = figure["inputs"].as_array().unwrap().iter();
        waiting.extend(inputs.map(|input| input.as_str().unwrap().to_owned()));
    }
    false
}

/// The line with its cell in `column` (from 1) one more; none where that is no plain number.
fn one_more(line: &str, column: u64) -> Option<String> {
    let mut cells: Vec<String> = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        quoted ^= character == '"';
        match character {
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    let cell = cells.get_mut(usize::try_from(column).unwrap() - 1)?;
    let digits: String = cell.chars().filter(|c| !matches!(c, '"' | ',' | ' ')).collect();
    let number: u64 = digits.parse().ok()?;
    *cell = (number + 1).to_string();
    Some(cells.join(","))
}

/// The ids that a check names as stale.
fn named(ran: &Ran) -> BTreeSet<String> {
    let listed = ran.out.split("stale figures:\n").nth(1).unwrap_or_default();
    let lines = listed.lines().take_while(|line| line.starts_with("  "));
    lines.map(|line| line.trim().split(": ").next().unwrap().to_owned()).collect()
}

fn copied(project: &Path, to: &Path) {
    for path in files_below(project) {
        let copy = to.join(path.strip_prefix(project).unwrap());
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(path, copy).unwrap();
    }
}

#[test]
fn a_changed_cell_makes_stale_exactly_the_figures_that_rest_on_it() {
    for sample in ["dudley-2013-14", "herefordshire-2009-10"] {
        let folder = tempfile::tempdir().unwrap();
        let (project, stands) = (folder.path().join("project"), folder.path().join("stands"));
        copied(&repository(&format!("sample-data/{sample}")), &project);
        let (path, stands_path) = (project.to_str().unwrap(), stands.to_str().unwrap());
        assert_eq!(run(&["build", path, "--out", stands_path]).code, Some(0));
        let before = entries(&stands);
        let all = cells(&before);
        let mut runner = TestRunner::new(Config { cases: 6, ..Config::default() });
        let tried = runner.run(&prop::sample::select(all), |cell| {
            let file = project.join(&cell.0);
            let text = fs::read_to_string(&file).unwrap();
            let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
            let line = &mut lines[usize::try_from(cell.1).unwrap() - 1];
            let changed = one_more(line.trim_end_matches('\r'), cell.2);
            prop_assume!(changed.is_some());
            *line = changed.unwrap();
            fs::write(&file, lines.join("\n")).unwrap();
            let after = folder.path().join("after");
            let built = run(&["build", path, "--out", after.to_str().unwrap()]);
            let checked = run(&["build", path, "--out", stands_path, "--check"]);
            fs::write(&file, text).unwrap();
            // A cell that other cells contradict now stops the build, with findings of its own.
            prop_assume!(built.code == Some(0));
            let after = entries(&after);
            let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            let expected: BTreeSet<String> =
                ids.into_iter().filter(|id| before.get(*id) != after.get(*id)).cloned().collect();
            prop_assert_eq!(checked.code, Some(1));
            prop_assert!(!expected.is_empty());
            prop_assert_eq!(named(&checked), expected.clone());
            for id in expected {
                prop_assert!(rests_on(&id, &cell, &before) || rests_on(&id, &cell, &after), "{id} {cell:?}");
            }
            Ok(())
        });
        if let Err(why) = tried {
            panic!("{sample}: {why}");
        }
    }
}

#[test]
fn the_sentences_that_went_stale_are_named() {
    let folder = tempfile::tempdir().unwrap();
    copied(&repository("tests/readme/first-project"), folder.path());
    let path = folder.path().to_str().unwrap();
    assert_eq!(run(&["build", path]).code, Some(0));
    let data = folder.path().join("data/front-door.csv");
    let text = fs::read_to_string(&data).unwrap();
    fs::write(&data, text.replace("2024/25,Police,301", "2024/25,Police,602")).unwrap();
    let ran = run(&["build", path, "--check"]);
    assert_eq!(ran.code, Some(1));
    // 301 ÷ 1,204 = 25%; 602 ÷ 1,204 = 50%.
    let expected = "stale sentences in executive-summary.md, and what they would be:\n  - Of these, 25% came from the police.\n";
    assert!(ran.out.contains(expected), "{}", ran.out);
    assert!(ran.out.contains("  + Of these, 50% came from the police.\n"), "{}", ran.out);
    assert!(ran.out.contains("  contacts[source=Police]: 301, would be 602\n"), "{}", ran.out);
    assert!(!ran.out.contains("  referrals:"), "{}", ran.out);
}
