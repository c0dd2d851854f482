//! How settled data are (provisional, revised, final) follows their numbers into tables, text, files and comparisons.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::common::run;

const NARRATIVE: &str = r#"[report]
board = "Exampleshire Board"
title = "Annual report"
year = "2023/24"
LAST
[[data]]
file = "door.csv"

[[data]]
file = "plans.csv"
state = "PLANS"

[[data]]
file = "crime.csv"
state = "revised"

[measures.crimes]
label = "Recorded crimes"
singular = "crime"
plural = "crimes"
kind = "events"

[figures.told]
label = "Conferences and crimes"
sum = ["initial_conferences", "crimes"]

[[sections]]
title = "Activity"
text = """
TEXT
"""
tables = [
    { caption = "All", figures = ["contacts", "initial_conferences", "crimes", "told", "contacts.per_10000"], columns = ["this year", "last year", "change"] },
]
"#;

/// A project of three files: final, as `plans` says, and revised.
fn project(folder: &Path, plans: &str, text: &str, more: &str) -> String {
    fs::create_dir_all(folder).unwrap();
    let narrative = NARRATIVE.replace("PLANS", plans).replace("TEXT", text).replace("LAST", more);
    for (name, content) in [
        ("narrative.toml", narrative.as_str()),
        ("door.csv", "measure,period,value\ncontacts,2022/23,400\ncontacts,2023/24,500\n"),
        ("plans.csv", "measure,period,value\ninitial_conferences,2023/24,50\n"),
        ("crime.csv", "measure,period,value\ncrimes,2022/23,30\ncrimes,2023/24,40\n"),
    ] {
        fs::write(folder.join(name), content).unwrap();
    }
    folder.to_str().unwrap().to_owned()
}

const ASKS: &str = "There were {{ told | counted }}{% if initial_conferences is provisional %} (provisional){% endif %}\
                    {% if crimes is revised %}, some revised{% endif %}.";

#[test]
fn tables_mark_what_is_not_final_and_explain_the_marks_that_they_use() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path(), "provisional", ASKS, "");
    assert_eq!(run(&["build", &path, "--strict"]).code, Some(0));
    let page = fs::read_to_string(folder.path().join("report/executive-summary.md")).unwrap();
    let mark = |sign: &str| format!("\u{a0}[{sign}]");
    let (p, r) = (mark("p"), mark("r"));
    for told in [
        // 50 + 40: as settled as the least settled of the two.
        "There were 90 (provisional), some revised.".to_owned(),
        "| Contacts to children's social care | 500 | 400 | 100 |".to_owned(),
        format!("| Initial child protection conferences | 50{p} | [x] | [x] |"),
        format!("| Recorded crimes | 40{r} | 30{r} | 10{r} |"),
        format!("| Conferences and crimes | 90{p} | [x] | [x] |"),
        "[p] means provisional: may still change; [r] means revised since it was first given; [x] means not available."
            .to_owned(),
        "| Conferences and crimes | 90 | Initial child protection conferences (50) + Recorded crimes (40); provisional |"
            .to_owned(),
    ] {
        assert!(page.contains(&told), "{told}: {page}");
    }
    // Once all is final there are no marks, and the text says nothing of them.
    let path = project(folder.path(), "final", ASKS, "");
    assert_eq!(run(&["build", &path]).code, Some(0));
    let page = fs::read_to_string(folder.path().join("report/executive-summary.md")).unwrap();
    assert!(
        !page.contains("[p]")
            && !page.contains("provisional")
            && page.contains("There were 90, some revised."),
        "{page}"
    );
}

#[test]
fn files_of_figures_say_it_and_explain_tells_which_file_it_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path(), "provisional", ASKS, "");
    assert_eq!(run(&["build", &path]).code, Some(0));
    let file = fs::read_to_string(folder.path().join("report/figures.json")).unwrap();
    let file: Json = serde_json::from_str(&file).unwrap();
    let state = |id: &str| {
        let figures = file["figures"].as_array().unwrap();
        figures.iter().find(|figure| figure["id"] == id).unwrap()["state"].clone()
    };
    assert_eq!(state("told"), "provisional");
    assert_eq!((state("crimes.change_percent"), state("contacts")), ("revised".into(), Json::Null));
    let rows = fs::read_to_string(folder.path().join("report/figures.csv")).unwrap();
    assert!(
        rows.starts_with("id,label,value,low,high,display,unit,kind,period,status,state,reason\n"),
        "{rows}"
    );
    assert!(rows.contains("crimes,count,2023/24,exact,revised,"), "{rows}");
    let told = run(&["explain", "told", "--project", &path]).out;
    assert!(told.contains("  status   exact\n  state    provisional (plans.csv, crime.csv)\n"), "{told}");
    let json = run(&["explain", "contacts", "--project", &path, "--format", "json"]).out;
    assert!(json.contains("\"state\": \"final\""), "{json}");
}

#[test]
fn a_comparison_notes_provisional_against_final() {
    let folder = tempfile::tempdir().unwrap();
    let old = project(&folder.path().join("old"), "provisional", ASKS, "");
    let new = project(&folder.path().join("new"), "final", ASKS, "");
    fs::write(folder.path().join("new/plans.csv"), "measure,period,value\ninitial_conferences,2023/24,53\n")
        .unwrap();
    let told = run(&["diff", &old, &new]).out;
    assert!(
        told.contains("    50 → 53, +3 (+6%)\n    note: the old figure is provisional, the new one final\n"),
        "{told}"
    );
    assert!(told.contains("smaller changes: told 90 → 93\n"), "{told}");
    let json = run(&["diff", &old, &new, "--format", "json"]).out;
    assert!(
        json.contains("\"code\": \"provisional\"") && json.contains("\"state\": \"provisional\""),
        "{json}"
    );
}

#[test]
fn what_differs_from_what_was_published_is_marked_as_revised() {
    let folder = tempfile::tempdir().unwrap();
    let then = folder.path().join("then");
    fs::create_dir(&then).unwrap();
    let narrative =
        "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2022/23\"\n[[data]]\nfile = \"door.csv\"\n";
    fs::write(then.join("narrative.toml"), narrative).unwrap();
    fs::write(then.join("door.csv"), "measure,period,value\ncontacts,2022/23,390\n").unwrap();
    assert_eq!(run(&["build", then.to_str().unwrap()]).code, Some(0));
    let more = "last_published = \"../then/report/figures.json\"";
    let now = project(
        &folder.path().join("now"),
        "final",
        "{% if contacts.previous is revised %}Revised.{% endif %}",
        more,
    );
    assert_eq!(run(&["build", &now]).code, Some(0));
    let page = fs::read_to_string(folder.path().join("now/report/executive-summary.md")).unwrap();
    assert!(page.contains("| Contacts to children's social care | 500 | 400\u{a0}[r] | 100 |"), "{page}");
    assert!(page.contains("Revised."), "{page}");
    let told = run(&["explain", "contacts.previous", "--project", &now]).out;
    assert!(told.contains("  state    revised (390 as published)\n"), "{told}");
}
