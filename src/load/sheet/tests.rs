//! Which separator, which row of headings, which rows: told for any reader that says what it expects.

use super::{Expected, read};
use crate::csv_text::{Field, Row};
use crate::diagnostic::Findings;
use crate::load::opened::Opened;
use crate::model::{FileId, SourceFile, fold};

/// A reader that knows these headings.
struct Known(&'static [&'static str]);

impl Expected for Known {
    fn known(&self, filled: &[&str]) -> usize {
        filled.iter().filter(|text| self.0.contains(&fold(text).as_str())).count()
    }

    fn holds_values(&self, row: &Row<'_>) -> bool {
        row.iter().any(|field| field.trimmed() == "value")
    }

    fn is_footnote(&self, row: &Row<'_>) -> bool {
        !row.iter().any(|field| field.trimmed() == "value")
    }
}

fn table(text: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let mut findings = Findings::default();
    let mut opened = Opened {
        file: FileId(0),
        path: "a.csv",
        supplied_by: None,
        help_if_empty: "",
        findings: &mut findings,
        unit: "line",
        assumed: Vec::new(),
    };
    let source = SourceFile {
        path: "a.csv".into(),
        text: text.into(),
        fingerprint: String::new(),
        case_list: None,
        sheet: None,
    };
    let sheet = read(&mut opened, &source, None, &Known(&["date of referral", "child", "agency"]));
    opened.say_how_read();
    let texts = |row: &Row<'_>| row.iter().map(Field::trimmed).map(str::to_owned).collect();
    let rows = sheet.map(|sheet| std::iter::once(&sheet.headings).chain(&sheet.rows).map(texts).collect());
    (rows.unwrap_or_default(), findings.sorted().iter().map(|finding| finding.code.name.to_owned()).collect())
}

#[test]
fn headings_are_found_below_titles_that_name_one_of_them() {
    let text = "Child,list 3\n\nChild,Date of referral\nvalue,value\n";
    let (rows, found) = table(text);
    assert_eq!(rows, [["Child", "Date of referral"], ["value", "value"]]);
    assert_eq!(found, ["how-it-was-read"]);
}

#[test]
fn a_single_column_has_no_titles_or_notes() {
    let (rows, found) = table("agency\nPolice\nHealth\n");
    assert_eq!(rows, [["agency"], ["Police"], ["Health"]]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn commas_within_quoted_headings_part_nothing() {
    let (rows, _) = table("\"Name, first\";Age\nvalue;value\n");
    assert_eq!(rows, [["Name, first", "Age"], ["value", "value"]]);
}

#[test]
fn values_above_the_headings_are_refused() {
    assert_eq!(table("value,7\nChild,Agency\nvalue,8\n").1, ["no-header"]);
}
