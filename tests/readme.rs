//! The README's tables are those that the program is made from, and its examples do what they say.
//!
//! After a change to keys, filters, codes or commands, `UPDATE_README=1 cargo test readme` writes the tables anew.

use std::fmt::Write as _;
use std::fs;

use lscb_report::catalogue;
use lscb_report::diagnostic::codes;
use lscb_report::load::cases::presets;
use lscb_report::load::narrative::schema;
use lscb_report::words;

use crate::common::{program, repository};

/// `text` with what stands between the marks of `name` replaced.
fn filled(text: &str, name: &str, content: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, rest) = text.split_once(&open).unwrap_or_else(|| panic!("no {open}"));
    let (_, after) = rest.split_once(&close).unwrap_or_else(|| panic!("no {close}"));
    format!("{before}{open}\n{}\n{close}{after}", content.trim_end().to_owned() + "\n")
}

/// Text as a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn filters() -> String {
    let mut table = String::from("| filter | does | for example | gives |\n|---|---|---|---|\n");
    for filter in words::FILTERS {
        let (example, gives) = (cell(filter.example), cell(filter.gives));
        writeln!(table, "| `{}` | {} | `{example}` | {gives} |", filter.name, cell(filter.sentence)).unwrap();
    }
    table.push_str("\n| test | holds where | for example |\n|---|---|---|\n");
    for test in words::TESTS {
        writeln!(table, "| `{}` | {} | `{}` |", test.name, cell(test.sentence), cell(test.example)).unwrap();
    }
    table
}

fn keys() -> String {
    let mut text = String::new();
    for block in schema::blocks() {
        writeln!(text, "**`{}`** {}\n", block.heading, block.key.doc).unwrap();
        if block.keys.is_empty() {
            writeln!(text, "For example `{} = {}`.\n", block.key.name, block.key.example).unwrap();
            continue;
        }
        text.push_str("| key | says | for example |\n|---|---|---|\n");
        for key in block.keys {
            let must = if key.required { " (required)" } else { "" };
            writeln!(text, "| `{}`{must} | {} | `{}` |", key.name, cell(key.doc), cell(key.example)).unwrap();
        }
        text.push('\n');
    }
    text
}

fn presets() -> String {
    let mut table = String::from("| preset | is | a row is | gives |\n|---|---|---|---|\n");
    for preset in presets::all() {
        let counts = preset.counts();
        let mut measures: Vec<String> = counts.iter().map(|count| format!("`{}`", count.measure)).collect();
        if measures.is_empty() {
            measures.push("nothing by itself".to_owned());
        }
        let (title, row) = (cell(preset.title), cell(preset.row));
        writeln!(table, "| `{}` | {title} | {row} | {} |", preset.id, measures.join(", ")).unwrap();
    }
    table
}

fn findings() -> String {
    let mut table = String::from("| code | severity | is |\n|---|---|---|\n");
    let mut codes: Vec<_> = codes::all().collect();
    codes.sort_by_key(|code| code.name);
    for code in codes {
        writeln!(table, "| `{}` | {} | {} |", code.name, code.severity, cell(code.title)).unwrap();
    }
    table
}

fn catalogue() -> String {
    let mut text = String::from("| measure | is | kind | better |\n|---|---|---|---|\n");
    let row = |entry: &catalogue::Listed| {
        format!("| `{}` | {} | {} | {} |\n", entry.name, cell(entry.label), entry.kind, entry.better)
    };
    let (measures, figures): (Vec<_>, Vec<_>) =
        catalogue::listed().into_iter().partition(|entry| entry.source.is_some());
    text.extend(measures.iter().map(row));
    text.push_str("\n| standard figure | is | kind | better |\n|---|---|---|---|\n");
    text.extend(figures.iter().map(row));
    text
}

fn commands() -> String {
    let help = |verb: &[&str]| {
        let shown = program().args(verb).arg("--help").output().unwrap();
        String::from_utf8(shown.stdout).unwrap()
    };
    let top = help(&[]);
    let verbs = top.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let verbs = verbs.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let verbs = verbs.filter_map(|line| line.split_whitespace().next()).filter(|verb| *verb != "help");
    let mut text = String::new();
    for verb in verbs {
        writeln!(text, "### {verb}\n\n```text\n{}\n```\n", help(&[verb]).trim_end()).unwrap();
    }
    text
}

#[test]
fn the_tables_of_the_readme_are_those_of_the_program() {
    let path = repository("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let tables = [
        ("commands", commands()),
        ("catalogue", catalogue()),
        ("filters", filters()),
        ("keys", keys()),
        ("presets", presets()),
        ("findings", findings()),
    ];
    let wanted = tables.iter().fold(readme.clone(), |text, (name, table)| filled(&text, name, table));
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&path, &wanted).unwrap();
    } else {
        assert!(readme == wanted, "the README's tables are out of date: UPDATE_README=1 cargo test readme");
    }
}

#[test]
fn every_dependency_is_named_in_the_readme() {
    let readme = fs::read_to_string(repository("README.md")).unwrap();
    let manifest = fs::read_to_string(repository("Cargo.toml")).unwrap();
    for part in ["\n[dependencies]\n", "\n[dev-dependencies]\n"] {
        let section = manifest.split(part).nth(1).unwrap().split("\n[").next().unwrap();
        for line in section.lines().filter(|line| !line.starts_with('#') && line.contains('=')) {
            let name = line.split([' ', '=']).next().unwrap();
            assert!(readme.contains(name), "{name} is not in the README's development part");
        }
    }
}

#[test]
fn the_examples_of_the_readme_do_what_they_say() {
    trycmd::TestCases::new().env("NO_COLOR", "1").case(repository("README.md"));
}
