//! A report whose years begin in January calls each by the one year that it is: in pages, files, ids and commands.

use std::fs;

use crate::common::{files_below, repository, run};

#[test]
fn a_calendar_year_is_called_by_one_year_wherever_it_shows() {
    let (project, folder) = (repository("tests/cases/calendar-years"), tempfile::tempdir().unwrap());
    let (project, out) = (project.to_str().unwrap(), folder.path().to_str().unwrap());
    let built = run(&["build", project, "--out", out]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    let by_two =
        (2020..2026).flat_map(|year| ["/", "-", "–"].map(|mark| format!("{year}{mark}{}", year - 1999)));
    let by_two: Vec<String> = by_two.collect();
    for path in files_below(folder.path()) {
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(by_two.iter().find(|year| text.contains(*year)), None, "{}", path.display());
    }
    let page = fs::read_to_string(folder.path().join("executive-summary.md")).unwrap();
    for said in [
        "There were 60 events, 20% more than the year before (50). In 2022 there were 40, of which 10 came from the police.",
        // 60 of 120,000 children in the middle of 2024, and the last day of the year.
        "5 and 9 children with a plan at 31 December 2024; 78 visits; on average 55 a year.",
        "| Figure | 2024 | 2023 | 2022 |",
        "highest in 2024 (60)",
        "| Events, 2022 | 40 |",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    let html = fs::read_to_string(folder.path().join("executive-summary.html")).unwrap();
    assert!(html.contains("<title>Annual report, executive summary 2024"), "{html}");
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("figures.json")).unwrap()).unwrap();
    assert_eq!(json["report"]["year"], "2024");
    let period = |id: &str| {
        let figures = json["figures"].as_array().unwrap();
        figures.iter().find(|figure| figure["id"] == id).map(|figure| figure["period"].clone())
    };
    for (id, of) in [
        ("m", "2024"),
        ("m.previous", "2023"),
        ("m[2022,source=Police]", "2022"),
        ("s", "2024-12-31"),
        ("population", "mid-2024"),
    ] {
        assert_eq!(period(id), Some(of.into()), "{id}");
    }
}

#[test]
fn commands_take_a_calendar_year_by_its_name_and_no_other() {
    let project = repository("tests/cases/calendar-years");
    let project = project.to_str().unwrap();
    let explained = run(&["explain", "m[2022]", "--project", project]);
    assert!(explained.out.contains("  value    40\n") && explained.out.contains("  period   2022\n"));
    assert_eq!(run(&["explain", "m[2022/23]", "--project", project]).code, Some(2));

    let compared = run(&["diff", &format!("{project}@2023"), project]);
    assert!(compared.out.contains("50 → 60, +10 (+20%)"), "{}", compared.out);
    for (project, year, naming) in [
        (project, "2023-24", "a reporting year that begins in January is written `2013`"),
        (
            repository("tests/cases/all-is-well").to_str().unwrap(),
            "2022",
            "a reporting year is written `2013/14`",
        ),
    ] {
        let refused = run(&["diff", &format!("{project}@{year}"), project]);
        assert_eq!(refused.code, Some(2));
        assert!(refused.err.contains(naming), "{}", refused.err);
    }
}

#[test]
fn a_project_of_a_calendar_year_rolls_on_to_the_next() {
    let (project, folder) = (repository("tests/cases/calendar-years"), tempfile::tempdir().unwrap());
    let next = folder.path().join("next");
    let rolled = run(&["new", next.to_str().unwrap(), "--from", project.to_str().unwrap()]);
    assert_eq!(rolled.code, Some(0), "{}", rolled.err);
    let narrative = fs::read_to_string(next.join("narrative.toml")).unwrap();
    for line in ["year = \"2025\"\nfirst_month = 1\n", "file = \"2024/data/long.csv\"\n", "from = \"2024\"\n"]
    {
        assert!(narrative.contains(line), "{line}\n{narrative}");
    }
    assert!(next.join("2024/data/long.csv").is_file());
}
