//! The page as a file: how large it may be, that it needs nothing else, and what is left of it as a fragment.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value as Json;

use crate::common::{TEMPLATES, program, repository, run};

/// A file of the annual report of the sample that has everything.
fn built(asked: &[&str], name: &str) -> String {
    let out = tempfile::tempdir().unwrap();
    let mut build = program();
    build.arg("build").arg(repository("sample-data/exampleshire-2024-25")).arg("--out").arg(out.path());
    let built = build.args(["--template", "annual-report"]).args(asked).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    fs::read_to_string(out.path().join(name)).unwrap()
}

#[test]
fn the_whole_annual_report_is_one_file_of_under_400_kilobytes() {
    let page = built(&[], "annual-report.html");
    assert!(page.len() < 400_000, "{}", page.len());
    for (part, times) in [
        ("<title>Annual report 2024/25: Exampleshire Safeguarding Children Partnership</title>", 1),
        ("<html lang=\"en-GB\">", 1),
        ("<h1 ", 1),
        ("<img src=\"data:image/svg+xml;base64,", 1),
        ("<script", 0),
        ("<link", 0),
        ("@import", 0),
        ("src=\"http", 0),
    ] {
        assert_eq!(page.matches(part).count(), times, "{part}");
    }
    // Patterns of charts stand in the page itself.
    assert_eq!(page.matches("url(").count(), page.matches("url(#").count());
}

#[test]
fn a_fragment_is_the_body_without_styles_and_title() {
    let fragment = built(&["--fragment"], "annual-report-fragment.html");
    assert!(fragment.starts_with("<article lang=\"en-GB\">\n<nav "), "{}", fragment.get(..200).unwrap());
    assert!(fragment.ends_with("</article>\n"));
    for part in ["<style", "<script", "<html", "<body", "<main", "<h1", "style=", "<svg", "<img src=\"data:"]
    {
        assert!(!fragment.contains(part), "{part}");
    }
    assert!(fragment.contains("<img src=\"chart-"));
    let levels: Vec<usize> = (2..=6).map(|level| fragment.matches(&format!("<h{level} ")).count()).collect();
    let page = built(&[], "annual-report.html");
    let of_page: Vec<usize> = (2..=6).map(|level| page.matches(&format!("<h{level} ")).count()).collect();
    assert_eq!(levels, of_page);
    assert!(levels.first().is_some_and(|sections| *sections > 10));
}

#[test]
fn the_headings_of_a_fragment_begin_where_it_is_to_stand() {
    let levels = |html: &str| -> Vec<usize> {
        let opened = html.split("<h").skip(1).filter(|rest| rest.get(1..2) == Some(" "));
        opened.filter_map(|rest| rest.get(..1)?.parse().ok()).collect()
    };
    let at_two = levels(&built(&["--fragment"], "annual-report-fragment.html"));
    let at_four = levels(&built(&["--fragment=4"], "annual-report-fragment.html"));
    assert_eq!(at_four, at_two.iter().map(|level| (level + 2).min(6)).collect::<Vec<_>>());
    assert_eq!(at_four.iter().min(), Some(&4));
    // None is skipped on the way down.
    assert!(at_four.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{at_four:?}");
    for level in ["1", "6", "three"] {
        let project = repository("tests/readme/first-project");
        let refused =
            program().arg("build").arg(project).arg(format!("--fragment={level}")).output().unwrap();
        assert_eq!(refused.status.code(), Some(2), "{level}");
    }
}

/// Every address within the page leads somewhere on it: sections, explanations of figures, and back.
#[test]
fn every_link_within_the_page_leads_somewhere() {
    let page = built(&[], "annual-report.html");
    let ids: BTreeSet<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let links: Vec<&str> = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 200, "{}", links.len());
    let lost: Vec<&&str> = links.iter().filter(|link| !ids.contains(*link)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let explained = links.iter().filter(|link| link.starts_with("how.")).count();
    assert!(explained > 100, "{explained}");
}

/// Whatever the template, each number leads to how it was worked out, and that leads back.
#[test]
fn every_template_says_how_each_figure_was_worked_out() {
    for template in TEMPLATES {
        let out = tempfile::tempdir().unwrap();
        let mut build = program();
        build.arg("build").arg(repository("sample-data/exampleshire-2024-25")).arg("--out").arg(out.path());
        let built = build.args(["--template", template]).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let page = fs::read_to_string(out.path().join(format!("{template}.html"))).unwrap();
        let (text, workings) =
            page.split_once("</span> How each figure was worked out</h2>").expect("an appendix of workings");
        let told: Vec<&str> = workings
            .split("<th scope=\"row\"><span id=\"how.")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        // Each has its row, or the figure that it compares with another year or is a month of has.
        let used = text.split("<data value=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let (mut any, mut given) = (false, 0);
        for figure in used {
            any = true;
            given += 1;
            let name = figure.replace('[', "(").replace(']', ")").replace(' ', "+");
            let subject = name.split(['(', '.']).next().unwrap();
            let is_told = told.iter().any(|row| row.split(['(', '.']).next() == Some(subject));
            assert!(is_told, "{template}: {figure} is not explained");
        }
        assert!(any && told.len() <= given, "{template}: {} rows for {given} numbers", told.len());
        // No row is about a figure that the page does not give.
        for row in workings.split("<tr>").filter(|row| row.contains("id=\"how.")) {
            assert!(row.contains("<a href=\"#") || row.contains("the opening"), "{template}: {row}");
        }
    }
}

/// The ids on a page, and those of `figures.json`, of a project that is built in every template.
fn ids(project: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let out = tempfile::tempdir().unwrap();
    let mut build = program();
    build.arg("build").arg(project).arg("--out").arg(out.path());
    TEMPLATES.iter().for_each(|template| _ = build.args(["--template", template]));
    let built = build.output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let read = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    let mut used = BTreeSet::new();
    for page in TEMPLATES.map(|template| read(&format!("{template}.html"))) {
        let ids = page.split("<data value=\"").skip(1).filter_map(|rest| rest.split('"').next());
        used.extend(ids.map(|id| id.replace("&amp;", "&").replace("&#39;", "'")));
    }
    let figures: Json = serde_json::from_str(&read("figures.json")).unwrap();
    let held = figures["figures"].as_array().unwrap().iter();
    (used, held.map(|figure| figure["id"].as_str().unwrap().to_owned()).collect())
}

/// Also the numbers that figures were worked out from, and those of a phrase about a year that is itself a year before.
#[test]
fn every_number_of_a_page_is_a_figure_of_the_file_of_figures() {
    let small = tempfile::tempdir().unwrap();
    let narrative = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2024/25\"\n[[data]]\nfile = \"a.csv\"\n\
                     [[sections]]\ntitle = \"A\"\ntext = \"{{ contacts.previous | compared }}\"\n";
    fs::write(small.path().join("narrative.toml"), narrative).unwrap();
    let data = "measure,period,value\ncontacts,2022/23,100\ncontacts,2023/24,110\ncontacts,2024/25,150\n";
    fs::write(small.path().join("a.csv"), data).unwrap();
    let samples = fs::read_dir(repository("sample-data")).unwrap().map(|sample| sample.unwrap().path());
    for project in samples.chain([small.path().to_owned()]) {
        let (used, held) = ids(project.to_str().unwrap());
        assert!(used.len() >= 3, "{}", project.display());
        assert_eq!(
            used.difference(&held).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{}",
            project.display()
        );
    }
}

/// The total beneath a budget is a figure like any other; where the budget is not shown, nothing is said of it.
#[test]
fn the_total_of_a_budget_says_how_it_was_worked_out() {
    let row = "| Spending | £150 | added up from the entries of the report | [A](#a) |\n";
    for (show, has_row) in [("show = [\"budget\"]", true), ("text = \"Nothing.\"", false)] {
        let folder = tempfile::tempdir().unwrap();
        let narrative = format!(
            "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2024/25\"\ntemplates = [\"annual-report\"]\n\
             [[budget]]\nitem = \"Training\"\namount = 100\n[[budget]]\nitem = \"Audits\"\namount = 50\n\
             [[sections]]\ntitle = \"A\"\n{show}\n"
        );
        fs::write(folder.path().join("narrative.toml"), narrative).unwrap();
        let built = program().arg("build").arg(folder.path()).output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let page = fs::read_to_string(folder.path().join("report/annual-report.md")).unwrap();
        assert_eq!(page.contains(row), has_row, "{show}: {page}");
    }
}

/// Pounds that a file gives were neither counted nor added up.
#[test]
fn pounds_of_a_file_are_as_given() {
    let folder = tempfile::tempdir().unwrap();
    let narrative = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2024/25\"\n[[data]]\nfile = \"a.csv\"\n\
                     [measures.grants]\nlabel = \"Grants\"\nsingular = \"pound\"\nplural = \"pounds\"\n\
                     kind = \"events\"\n[[budget]]\nitem = \"Training\"\namount = 100\n\
                     [[sections]]\ntitle = \"A\"\ntext = \"{{ grants }} of {{ budget }}\"\n";
    fs::write(folder.path().join("narrative.toml"), narrative).unwrap();
    fs::write(folder.path().join("a.csv"), "measure,period,value\ngrants,2024/25,500\n").unwrap();
    let project = folder.path().to_str().unwrap();
    for (id, formula) in [("grants", "as given"), ("budget", "added up from the entries of the report")] {
        let told = run(&["explain", id, "--project", project]);
        assert!(told.out.contains(&format!("  formula  {formula}\n")), "{id}: {}{}", told.out, told.err);
    }
}

#[test]
fn a_page_can_go_without_its_workings() {
    let project = tempfile::tempdir().unwrap();
    let narrative = fs::read_to_string(repository("tests/readme/first-project/narrative.toml")).unwrap();
    let without = narrative.replacen("year =", "without_workings = [\"executive-summary\"]\nyear =", 1);
    fs::create_dir(project.path().join("data")).unwrap();
    let data = "data/front-door.csv";
    fs::copy(repository("tests/readme/first-project").join(data), project.path().join(data)).unwrap();
    for (narrative, expected) in [(&narrative, 1), (&without, 0)] {
        fs::write(project.path().join("narrative.toml"), narrative).unwrap();
        assert!(program().arg("build").arg(project.path()).status().unwrap().success());
        let page = fs::read_to_string(project.path().join("report/executive-summary.md")).unwrap();
        assert_eq!(page.matches("## Appendix A: How each figure was worked out").count(), expected, "{page}");
    }
}

/// Only the annual report lays out the glossary and has the section that spells an acronym out.
#[test]
fn every_template_spells_acronyms_out_at_their_first_use_and_lists_them() {
    let project = tempfile::tempdir().unwrap();
    let narrative = r#"[report]
board = "Exampleshire Safeguarding Children Board"
title = "Annual report 2023/24"
year = "2023/24"

[[sections]]
title = "The front door"
only = ["annual-report"]
text = "Contacts come to the multi-agency safeguarding hub (MASH)."

[[sections]]
title = "Activity"
text = "The MASH is open at night. Nobody waits for the MASH."

[[sections]]
title = "Next"
text = "The MASH will move."

[[glossary]]
term = "MASH"
spelt_out = "multi-agency safeguarding hub"
meaning = "A team."

[[glossary]]
term = "ICPC"
spelt_out = "initial child protection conference"
meaning = "A meeting."
"#;
    fs::write(project.path().join("narrative.toml"), narrative).unwrap();
    for template in TEMPLATES {
        let mut build = program();
        build.arg("build").arg(project.path()).args(["--fragment", "--template", template]);
        let built = build.output().unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let read =
            |ending| fs::read_to_string(project.path().join(format!("report/{template}{ending}"))).unwrap();
        let (page, fragment) = (read(".md"), read("-fragment.html"));
        let lists = page.contains(
            "## Appendix A: Acronyms used\n\n| Acronym | What it stands for |\n| :-- | :-- |\n\
                                   | MASH | multi-agency safeguarding hub |\n",
        );
        let spells = page.contains(
            "The MASH (multi-agency safeguarding hub) is open at night. Nobody waits for the MASH.",
        );
        assert_eq!((lists, spells), (template != "annual-report", template != "annual-report"), "{page}");
        assert!(page.contains("The MASH will move."), "{page}");
        assert_eq!(page.contains("| ICPC (initial"), template == "annual-report", "{page}");
        assert_eq!(fragment.contains("Acronyms used</h2>"), lists);
    }
}

/// A target of the year says nothing of four months or of a category; that there is one is not denied.
#[test]
fn a_target_that_a_figure_is_not_held_against_is_not_called_none() {
    let out = tempfile::tempdir().unwrap();
    let built = program().arg("build").arg(repository("tests/charts")).arg("--out").arg(out.path()).output();
    assert!(built.unwrap().status.success());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    let table = "| Figure | April to July 2023 | Target | Status |\n| :-- | --: | --: | --: |\n\
                 | Contacts to children's social care | 1,398 | for 2023/24 as a whole | not held against it |\n\
                 | of which source: Police | 60 | for all together | not held against it |\n\
                 | Referrals to children's social care | 50 | none | no target |\n";
    assert!(page.contains(table), "{page}");
}
