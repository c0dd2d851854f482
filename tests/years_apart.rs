//! What is taken over years that do not follow one another is of these, and of none between them.

use std::fs;

use crate::common::run;

const NARRATIVE: &str = r#"
[report]
board = "Exampleshire Board"
title = "Annual report"
year = "2024/25"

[[data]]
file = "data.csv"

[figures.two]
label = "Contacts before and now"
average = { of = "contacts", years = ["2024/25", "2019/20"] }

[figures.between]
label = "Contacts, lowest to highest"
range = { of = "contacts", years = ["2019/20", "2022/23", "2023/24"] }

[figures.all]
label = "Contacts of two years"
average = { of = "contacts", years = 2 }

[[sections]]
title = "Activity"
text = """
In {{ two | period }}: {{ two | compared }}. In {{ between | period }}: {{ between }}. In {{ all | period }}: {{ all }}.
"""
"#;

// A mean of (100 + 140) ÷ 2 = 120, a year earlier of (80 + 130) ÷ 2 = 105; 14.3% higher.
const DATA: &str = "measure,period,value\ncontacts,2018/19,80\ncontacts,2019/20,100\ncontacts,2020/21,900\n\
                    contacts,2022/23,120\ncontacts,2023/24,130\ncontacts,2024/25,140\n";

#[test]
fn a_figure_over_years_apart_names_each_wherever_its_period_shows() {
    let folder = tempfile::tempdir().unwrap();
    let (project, out) = (folder.path().join("project"), folder.path().join("out"));
    fs::create_dir(&project).unwrap();
    fs::write(project.join("narrative.toml"), NARRATIVE).unwrap();
    fs::write(project.join("data.csv"), DATA).unwrap();
    let (project, out) = (project.to_str().unwrap(), out.to_str().unwrap());
    let built = run(&["build", project, "--out", out]);
    assert_eq!(built.code, Some(0), "{}", built.err);

    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(format!("{out}/figures.json")).unwrap()).unwrap();
    let csv = fs::read_to_string(format!("{out}/figures.csv")).unwrap();
    for (id, period) in [
        ("two", "2019/20 and 2024/25"),
        ("two.previous", "2018/19 and 2023/24"),
        ("two.change", "2019/20 and 2024/25"),
        ("between", "2019/20 and 2022-04 to 2024-03"),
        ("all", "2023-04 to 2025-03"),
    ] {
        let figure = json["figures"].as_array().unwrap().iter().find(|figure| figure["id"] == id).unwrap();
        assert_eq!(figure["period"], period, "{id}");
        let row = csv.lines().find(|row| row.starts_with(&format!("{id},"))).unwrap();
        assert!(row.contains(&format!(",{period},")), "{row}");
        let explained = run(&["explain", id, "--project", project]);
        assert!(explained.out.contains(&format!("  period   {period}\n")), "{}", explained.out);
    }
    let page = fs::read_to_string(format!("{out}/executive-summary.md")).unwrap();
    for said in [
        "In 2019/20 and 2024/25: 120 contacts, 14.3% higher than in 2018/19 and 2023/24 (105).",
        "In 2019/20 and April 2022 to March 2024: 100 to 130.",
        "In April 2023 to March 2025: 135.",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}

#[test]
fn a_figure_over_years_apart_is_read_back_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("narrative.toml"), NARRATIVE).unwrap();
    fs::write(folder.path().join("data.csv"), DATA).unwrap();
    let project = folder.path().to_str().unwrap();
    assert_eq!(run(&["build", project]).code, Some(0));
    fs::write(folder.path().join("data.csv"), DATA.replace("2019/20,100", "2019/20,110")).unwrap();
    let written = format!("{project}/report/figures.json");
    let compared = run(&["diff", &written, project, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&compared.out).unwrap();
    let two = json["changes"].as_array().unwrap().iter().find(|change| change["id"] == "two").unwrap();
    for side in ["old", "new"] {
        assert_eq!(two[side]["period"], "2019/20 and 2024/25", "{two}");
    }
    assert_eq!((&two["old"]["display"], &two["new"]["display"]), (&"120".into(), &"125".into()));
}
