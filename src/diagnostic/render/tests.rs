//! What people and machines read of findings.

use super::{Format, render, render_within};
use crate::diagnostic::codes::files::{FILE_NOT_FOUND, READ_AS_WINDOWS_1252};
use crate::diagnostic::{Code, Finding, Findings, Severity};
use crate::model::{FigureId, FileId, Place, SheetCell, SourceFile, WorkbookSheet};

const CAUTION: Code = Code { name: "caution", severity: Severity::Warning, title: "", explanation: "" };

fn source(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: path.into(),
        text: text.into(),
        fingerprint: String::new(),
        case_list: None,
        sheet: None,
    }
}

fn place(start: usize, end: usize) -> Place {
    Place::new(FileId(0), start, end)
}

fn found(findings: impl IntoIterator<Item = Finding>) -> Findings {
    let mut all = Findings::default();
    findings.into_iter().for_each(|finding| all.push(finding));
    all
}

fn text(findings: &Findings, sources: &[SourceFile]) -> String {
    render_within(findings, sources, Format::Text, false, "")
}

#[test]
fn nothing_found_is_nothing_said() {
    assert_eq!(text(&Findings::default(), &[]), "");
    assert_eq!(render_within(&Findings::default(), &[], Format::Short, false, ""), "");
    assert_eq!(render_within(&Findings::default(), &[], Format::Json, false, ""), "[]\n");
}

#[test]
fn a_finding_shows_line_cell_label_related_place_help_figures_and_supplier() {
    let source = source("data/a.csv", "measure,period,value\ncontacts,2013-04,3O4\n");
    let finding = Finding::new(&FILE_NOT_FOUND, "`3O4` is not a number")
        .at(place(38, 41))
        .label("the letter O")
        .related(place(15, 20), "values stand in this column")
        .help("type the digit 0")
        .touching(["contacts", "contacts.change"].map(|id| FigureId::parse(id).unwrap()))
        .supplied_by(Some("Children's social care"));
    let expected = "\
error[file-not-found]: `3O4` is not a number
 --> data/a.csv:2:18
  |
2 | contacts,2013-04,3O4
  |                  ^^^ the letter O
  |
 ::: data/a.csv:1:16
  |
1 | measure,period,value
  |                ----- values stand in this column
  |
  = help: type the digit 0
  = note: touches `contacts` and `contacts.change`
  = note: supplied by Children's social care

1 error
";
    assert_eq!(text(&found([finding]), &[source]), expected);
}

#[test]
fn many_figures_are_told_by_number() {
    let ids = (1..=17).map(|n| FigureId::of(format!("m{n}")));
    let shown = text(&found([Finding::new(&FILE_NOT_FOUND, "gone").touching(ids)]), &[]);
    assert!(shown.contains("touches `m1`, `m2`, `m3`, `m4`, `m5` and 12 more\n"), "{shown}");
}

#[test]
fn places_at_any_edge_of_a_file_are_shown() {
    for (text_of_file, start, end, line_and_column) in [
        ("", 0, 0, "1:1"),
        ("a\n", 2, 2, "2:1"),
        ("a", 1, 1, "1:2"),
        ("a\r\nb\r\n", 1, 3, "1:2"),
        ("a", 9, 9, "1:2"),
    ] {
        let finding = Finding::new(&FILE_NOT_FOUND, "x").at(place(start, end)).label("here");
        let shown = text(&found([finding]), &[source("a.csv", text_of_file)]);
        assert!(shown.contains(&format!("--> a.csv:{line_and_column}\n")), "{text_of_file:?}: {shown}");
        assert!(shown.contains("^ here"), "{text_of_file:?}: {shown}");
    }
}

#[test]
fn tabs_and_wide_characters_keep_the_mark_under_the_cell() {
    let finding = |start, end| Finding::new(&FILE_NOT_FOUND, "x").at(place(start, end));
    let shown = text(&found([finding(2, 4)]), &[source("a.csv", "a\t12")]);
    assert!(shown.contains("1 | a    12\n  |      ^^"), "{shown}");
    let shown = text(&found([finding(4, 6)]), &[source("a.csv", "漢,12")]);
    assert!(shown.contains("1 | 漢,12\n  |    ^^"), "{shown}");
}

#[test]
fn a_wide_row_is_cut_around_the_cell_and_the_column_is_that_of_the_file() {
    let row = format!("{}3O4{}", "9,".repeat(200), ",9".repeat(200));
    let shown =
        text(&found([Finding::new(&FILE_NOT_FOUND, "x").at(place(400, 403))]), &[source("a.csv", &row)]);
    assert!(shown.contains("--> a.csv:1:401\n"), "{shown}");
    assert!(shown.contains(",9,3O4,9,"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 130), "{shown}");
}

#[test]
fn what_comes_very_often_in_one_file_is_folded() {
    let source = source("data/x.csv", &"12,3O4\n".repeat(1000));
    let findings = found((0..1000).map(|row| {
        Finding::new(&FILE_NOT_FOUND, "`3O4` is not a number").at(place(row * 7 + 3, row * 7 + 6))
    }));
    let shown = text(&findings, &[source]);
    assert_eq!(shown.matches("error[").count(), 10);
    assert!(shown.ends_with("\n\nand 990 more like this in data/x.csv\n\n1000 errors\n"), "{shown}");
    assert_eq!(render_within(&findings, &[], Format::Short, false, "").lines().count(), 1000);
}

#[test]
fn the_count_names_the_gravest_first_and_ones_in_the_singular() {
    let findings = found([
        Finding::new(&READ_AS_WINDOWS_1252, "n"),
        Finding::new(&FILE_NOT_FOUND, "a"),
        Finding::new(&FILE_NOT_FOUND, "b"),
        Finding::new(&CAUTION, "w"),
    ]);
    assert!(text(&findings, &[]).ends_with("\n\n2 errors, 1 warning, 1 note\n"));
}

#[test]
fn only_the_cell_of_a_case_list_is_shown() {
    let finding = Finding::new(&FILE_NOT_FOUND, "x").at(place(14, 24)).cell_only();
    let shown = text(&found([finding]), &[source("cases.csv", "name,born\nAnn,3O/01/2009,Walsall\n")]);
    assert!(shown.contains("cases.csv:2:5"), "{shown}");
    assert!(!shown.contains("Ann") && !shown.contains("Walsall"), "{shown}");
}

#[test]
fn what_a_file_holds_does_not_steer_the_terminal() {
    let hostile = "a\u{1b}[31m\u{202e}b";
    let finding = Finding::new(&FILE_NOT_FOUND, hostile)
        .at(place(0, 1))
        .label(hostile)
        .help(hostile)
        .supplied_by(Some(hostile));
    let findings = found([finding]);
    let sources = [source("a.csv", hostile)];
    for format in [Format::Text, Format::Short, Format::Json, Format::Github, Format::Sarif] {
        let shown = render_within(&findings, &sources, format, false, "");
        assert!(!shown.contains('\u{1b}'), "{shown:?}");
    }
    assert!(!text(&findings, &sources).contains('\u{202e}'));
}

#[test]
fn colours_come_only_where_wanted() {
    let findings = found([Finding::new(&FILE_NOT_FOUND, "x")]);
    assert!(render_within(&findings, &[], Format::Text, true, "").contains('\u{1b}'));
    assert!(!text(&findings, &[]).contains('\u{1b}'));
}

#[test]
fn short_findings_are_one_line_each() {
    let findings =
        found([Finding::new(&FILE_NOT_FOUND, "two\nlines").at(place(2, 3)), Finding::new(&CAUTION, "w")]);
    assert_eq!(
        render_within(&findings, &[source("a.csv", "a\nb")], Format::Short, false, ""),
        "warning[caution]: w\na.csv:2:1: error[file-not-found]: two lines\n"
    );
}

#[test]
fn json_findings_hold_all_that_is_known() {
    let finding = Finding::new(&FILE_NOT_FOUND, "gone")
        .at(place(2, 4))
        .help("look")
        .touching([FigureId::of("contacts")])
        .supplied_by(Some("Police"));
    let expected = r#"[
  {
    "code": "file-not-found",
    "severity": "error",
    "message": "gone",
    "file": "a.csv",
    "line": 2,
    "column": 1,
    "end": {
      "line": 2,
      "column": 3
    },
    "label": null,
    "related": [],
    "help": [
      "look"
    ],
    "figures": [
      "contacts"
    ],
    "supplied_by": "Police"
  }
]
"#;
    assert_eq!(
        render_within(&found([finding]), &[source("a.csv", "a\nbc")], Format::Json, false, ""),
        expected
    );
}

#[test]
fn github_gets_a_command_for_each_with_what_steers_it_escaped() {
    let finding = Finding::new(&FILE_NOT_FOUND, "100%, a: b\nc").at(place(2, 4)).help("look");
    let findings = found([finding, Finding::new(&CAUTION, "w"), Finding::new(&READ_AS_WINDOWS_1252, "n")]);
    assert_eq!(
        render_within(&findings, &[source("a,b: 5%.csv", "a\nbc")], Format::Github, false, "our year/"),
        "::warning title=caution::w\n\
         ::notice title=read-as-windows-1252::n\n\
         ::error file=our year/a%2Cb%3A 5%25.csv,line=2,col=1,title=file-not-found::100%25, a: b c%0Alook\n"
    );
}

#[test]
fn sarif_has_a_rule_for_each_code_and_a_result_for_each_finding() {
    let allowed = Finding { allowed: Some("settled".to_owned()), ..Finding::new(&CAUTION, "w") };
    let findings = found([Finding::new(&FILE_NOT_FOUND, "gone").at(place(2, 4)).help("look"), allowed]);
    let text =
        render_within(&findings, &[source("data/a b.csv", "a\nbc")], Format::Sarif, false, "our-year/");
    let log: serde_json::Value = serde_json::from_str(&text).unwrap();
    let run = &log["runs"][0];
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "file-not-found");
    let [warned, failed] = run["results"].as_array().unwrap().as_slice() else { panic!("{text}") };
    assert_eq!(warned["suppressions"][0]["justification"], "settled");
    assert_eq!((failed["ruleIndex"].as_i64(), failed["level"].as_str()), (Some(1), Some("error")));
    assert_eq!(failed["message"]["text"], "gone\nlook");
    let place = &failed["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "our-year/data/a%20b.csv");
    let region =
        ["startLine", "startColumn", "endLine", "endColumn"].map(|key| place["region"][key].as_i64());
    assert_eq!(region, [Some(2), Some(1), Some(2), Some(3)]);
}

#[test]
fn what_is_allowed_is_counted_and_told_to_programs_only() {
    let allowed = Finding { allowed: Some("settled".to_owned()), ..Finding::new(&CAUTION, "w") };
    let findings = found([allowed, Finding::new(&READ_AS_WINDOWS_1252, "n")]);
    assert!(text(&findings, &[]).ends_with("\n\n1 note, 1 allowed\n"));
    let told = |format| render_within(&findings, &[], format, false, "");
    assert_eq!(told(Format::Short).lines().count(), 1);
    assert_eq!(told(Format::Github).lines().count(), 1);
    assert!(told(Format::Json).contains("\"allowed\": \"settled\""));
    assert_eq!(findings.count(Severity::Warning), 0);
}

#[test]
fn places_in_a_workbook_are_named_by_sheet_and_cell() {
    let cells = [(0..5, 1, 1), (6..9, 7, 2), (10..13, 7, 4)];
    let cells = cells.map(|(stretch, row, column)| SheetCell { stretch, row, column }).to_vec();
    let sheet = WorkbookSheet { name: "List 1".to_owned(), cells, assumed: Vec::new() };
    let file = SourceFile { sheet: Some(sheet), ..source("a.xlsx", "Month\n1O3\t25%") };
    let findings = found([Finding::new(&FILE_NOT_FOUND, "x").at(place(6, 9)).label("here")]);
    let files = [file];
    let shown = text(&findings, &files);
    assert!(shown.contains("--> a.xlsx, sheet List 1, cell B7\n"), "{shown}");
    assert!(shown.contains("7 | 1O3") && shown.contains("^^^ here"), "{shown}");
    let short = render(&findings, &files, Format::Short, false);
    assert_eq!(short, "a.xlsx:7:2: List 1!B7: error[file-not-found]: x\n");
    let json = render(&findings, &files, Format::Json, false);
    assert!(json.contains("\"sheet\": \"List 1\"") && json.contains("\"cell\": \"B7\""), "{json}");
}
