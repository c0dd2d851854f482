//! `explain` follows a figure both ways: down to the cells that made it, and up to the pages and figures that use it.

use std::fs;

use crate::common::{repository, run};

const NARRATIVE: &str = r#"
[report]
board = "Exampleshire Board"
title = "Annual report"
year = "2023/24"
templates = ["executive-summary"]

[[data]]
file = "data.csv"

[figures.both]
label = "Contacts and referrals"
sum = ["contacts", "referrals"]

[[sections]]
title = "Activity"
text = "There were {{ contacts }} contacts{% if contacts is rise %}, a rise{% endif %}."
"#;

const DATA: &str = "\
measure,period,value\ncontacts,2021/22,900\ncontacts,2022/23,1000\ncontacts,2023/24,1100\nreferrals,2023/24,400\n";

fn explained(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("narrative.toml"), NARRATIVE).unwrap();
    fs::write(folder.path().join("data.csv"), DATA).unwrap();
    let project = folder.path().to_str().unwrap();
    let ran = run(&[&["explain", "contacts", "--project", project], arguments].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.out
}

#[test]
fn a_figure_is_followed_to_its_cells_its_pages_its_years_and_what_is_made_of_it() {
    let text = explained(&["--years", "4"]);
    for expected in [
        "  read from\n    data.csv, line 4, column 3\n",
        "  used in\n    narrative.toml:17:23 (sections[1].text)\n    narrative.toml:17:49 (sections[1].text)\n",
        "  shown in\n    executive-summary, Activity, paragraph: “There were 1,100 contacts, a rise.”\n",
        // The data begin with 2021/22.
        "  year by year\n    2023/24: 1,100\n    2022/23: 1,000\n    2021/22: 900\n    contacts.previous.previous.previous: \
         not available: ",
        "    both: 1,500\n",
        "    contacts.change: 100\n",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!explained(&[]).contains("year by year"));
}

#[test]
fn the_rows_of_a_case_list_that_were_counted_in_one_way_are_told_together() {
    let project = repository("sample-data/exampleshire-2024-25");
    let asked = ["explain", "northvale_referrals", "--project", project.to_str().unwrap()];
    let ran = run(&asked);
    // The twelve months come to 305, of which several have as many rows as another.
    let read = "  read from\n    data/northvale/list-3-referrals.csv, Date of Referral: 305 rows (BLAKE3 ";
    assert!(ran.out.contains("  value    305\n") && ran.out.contains(read), "{}", ran.out);
}

#[test]
fn the_same_is_told_to_a_program() {
    let told: serde_json::Value =
        serde_json::from_str(&explained(&["--years", "2", "--format", "json"])).unwrap();
    let figure = &told["figure"];
    assert_eq!((&told["schema"], &told["name"]), (&"lscb-report/explain/1".into(), &"contacts".into()));
    assert_eq!((&figure["display"], &figure["status"]), (&"1,100".into(), &"exact".into()));
    assert_eq!(figure["sources"][0], serde_json::json!({"file": "data.csv", "line": 4, "column": 3}));
    assert_eq!(figure["uses"][0]["part"], "sections[1].text");
    assert_eq!(figure["shown"][0]["heading"], "Activity");
    assert_eq!(figure["years"][1]["display"], "1,000");
    let dependents = figure["dependents"].as_array().unwrap();
    assert!(dependents.iter().any(|dependent| dependent["id"] == "both" && dependent["display"] == "1,500"));
    assert_eq!(told["measure"]["id"], "contacts");
    let code = run(&["explain", "unknown-figure", "--format", "json"]).out;
    let code: serde_json::Value = serde_json::from_str(&code).unwrap();
    assert_eq!((&code["code"]["severity"], &code["figure"]), (&"error".into(), &serde_json::Value::Null));
}

/// In every form: a figure of a year that the data don't reach has a meaning and no number.
#[test]
fn a_figure_without_a_number_is_told_with_why() {
    let project = repository("sample-data/dudley-2013-14");
    let asked = ["explain", "contacts[1999/00]", "--project", project.to_str().unwrap()];
    let text = run(&asked);
    let json = run(&[&asked[..], &["--format", "json"]].concat());
    assert_eq!((text.code, json.code), (Some(0), Some(0)), "{}{}", text.err, json.err);
    assert_eq!(text.out, "contacts[1999/00]\n  not available: the data give no value for 1999/00\n");
    let told: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let expected =
        serde_json::json!({"id": "contacts[1999/00]", "reason": "the data give no value for 1999/00"});
    assert_eq!((&told["unavailable"], &told["figure"]), (&expected, &serde_json::Value::Null));
}
