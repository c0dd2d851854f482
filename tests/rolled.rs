//! Last year's project rolled forward: what is kept, what falls away, and what stays marked until it is reviewed.

use std::fs;
use std::path::Path;

use crate::common::{repository, run};

/// A sample rolled forward, in a folder of its own.
fn rolled(sample: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("next").to_str().unwrap().to_owned();
    let old = repository(&format!("sample-data/{sample}"));
    let ran = run(&["new", &project, "--from", old.to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{sample}");
    (folder, project)
}

fn read(project: &str, path: &str) -> String {
    fs::read_to_string(Path::new(project).join(path)).unwrap()
}

fn change(project: &str, path: &str, from: &str, to: &str) {
    let text = read(project, path);
    assert!(text.contains(from), "{from} in {path}");
    fs::write(Path::new(project).join(path), text.replacen(from, to, 1)).unwrap();
}

/// How many paragraphs `check` counts as not reviewed.
fn unreviewed(project: &str) -> usize {
    let found = run(&["check", project, "--draft"]).err;
    let line = found.lines().find(|line| line.contains("carried-text-unreviewed")).unwrap_or_default();
    let words: Vec<&str> = line.split(' ').collect();
    match words.iter().position(|word| word.starts_with("paragraph")) {
        Some(at) => words[at - 1].parse().unwrap_or(1),
        None => 0,
    }
}

#[test]
fn every_sample_rolls_forward_into_a_draft_that_builds_and_says_what_it_is() {
    for entry in fs::read_dir(repository("sample-data")).unwrap() {
        let entry = entry.unwrap();
        if !entry.path().join("narrative.toml").is_file() {
            continue;
        }
        let (_folder, project) = rolled(entry.file_name().to_str().unwrap());
        let built = run(&["build", &project, "--draft"]);
        assert_eq!(built.code, Some(0), "{project}: {}", built.err);
        let pages: Vec<_> = fs::read_dir(Path::new(&project).join("report")).unwrap().collect();
        for page in pages.into_iter().map(|page| page.unwrap().path()) {
            if page.extension().is_some_and(|ending| ending == "md") {
                let text = fs::read_to_string(&page).unwrap();
                assert!(text.contains("**Draft: not reviewed.**"), "{}", page.display());
            }
        }
        assert!(unreviewed(&project) > 0, "{project}");
    }
}

#[test]
fn the_year_moves_on_and_last_years_data_stay_to_compare_with() {
    let (_folder, project) = rolled("exampleshire-2024-25");
    let narrative = read(&project, "narrative.toml");
    for line in [
        "title = \"Annual report 2025/26\"",
        "year = \"2025/26\"",
        "file = \"2024-25/data/health.csv\"",
        "file = \"data/health.csv\"",
        // The first of what last year's report planned.
        "[[priorities]]\ntitle = \"Make babies safer\"\nsummary = \"Include fathers in all work before birth",
        "# It was planned for: ",
        // What last year's file gave is awaited of this year's.
        "supplied_by = \"Early help service\"\nstate = \"awaited\"\nmeasures = [\"early_help_assessments\", \"neglect_toolkit\"]\n",
    ] {
        assert!(narrative.contains(line), "{line}");
    }
    for gone in ["as_at = ", "\n[[plan]]", "The neglect toolkit was rewritten with parents"] {
        assert!(!narrative.contains(gone), "{gone}");
    }
    let old = fs::read(repository("sample-data/exampleshire-2024-25/data/health.csv")).unwrap();
    assert_eq!(fs::read(Path::new(&project).join("2024-25/data/health.csv")).unwrap(), old);
    assert!(!Path::new(&project).join("data/health.csv").exists());
    // Of the actions, those that are complete fall away; the others keep their dates.
    let actions = read(&project, "lists/actions.csv");
    assert!(!actions.contains(",complete,"), "{actions}");
    assert!(
        actions
            .contains("Add the toolkit to the health visiting record,Designated nurse,November 2025,amber")
    );
}

#[test]
fn case_lists_keep_what_is_counted_and_the_months_that_they_cover_move_on() {
    let (_folder, project) = rolled("exampleshire-2024-25");
    let narrative = read(&project, "narrative.toml");
    let entry = |path: &str| {
        let (_, rest) = narrative.split_once(&format!("file = \"{path}\"")).unwrap();
        rest.split("\n[[data]]").next().unwrap().to_owned()
    };
    let (old, new) =
        (entry("2024-25/data/northvale/list-3-referrals.csv"), entry("data/northvale/list-3-referrals.csv"));
    assert_eq!(
        (old.matches("[[data.count]]").count(), new.matches("[[data.count]]").count()),
        (3, 3),
        "{narrative}"
    );
    assert!(old.contains("covers = { from = \"2022-04\", to = \"2025-03\" }"), "{old}");
    assert!(
        new.contains("covers = { from = \"2023-04\", to = \"2026-03\" }")
            && new.contains("state = \"awaited\""),
        "{new}"
    );
    let found = run(&["check", &project, "--draft"]).err;
    assert!(!found.contains("nothing-counted"), "{found}");
    // Official files give many measures that others give first: those are awaited from the others.
    assert!(
        found.contains(
            "`children_on_plan` is not available: it is awaited from Child protection conference service"
        ),
        "{found}"
    );
}

#[test]
fn a_second_year_keeps_the_data_of_both() {
    let (folder, project) = rolled("exampleshire-2024-25");
    fs::create_dir_all(Path::new(&project).join("data")).unwrap();
    fs::write(Path::new(&project).join("data/health.csv"), "measure,period,value\n").unwrap();
    let after = folder.path().join("after").to_str().unwrap().to_owned();
    let ran = run(&["new", &after, "--from", &project]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let narrative = read(&after, "narrative.toml");
    assert!(narrative.contains("title = \"Annual report 2026/27\""));
    assert_eq!(narrative.matches("file = \"2024-25/data/health.csv\"").count(), 1);
    assert_eq!(narrative.matches("[carried]\n").count(), 1);
    assert!(Path::new(&after).join("2024-25/data/health.csv").is_file());
}

#[test]
fn a_paragraph_is_reviewed_when_it_is_changed_or_its_mark_is_taken_out() {
    let (_folder, project) = rolled("exampleshire-2024-25");
    let all = unreviewed(&project);
    assert!(all > 100, "{all}");
    // Filled anew, it is the same paragraph; with a word changed it is not.
    change(&project, "text/training.md", "Training is where people", "Training is where  people");
    assert_eq!(unreviewed(&project), all);
    change(&project, "text/training.md", "Training is where", "Training was where");
    assert_eq!(unreviewed(&project), all - 1);
    let narrative = read(&project, "narrative.toml");
    let mark =
        narrative.lines().find(|line| line.contains("# A small business unit supports them.")).unwrap();
    change(&project, "narrative.toml", &format!("{mark}\n"), "");
    assert_eq!(unreviewed(&project), all - 2);
}

#[test]
fn last_years_numbers_in_a_list_are_not_published_as_this_years() {
    let (_folder, project) = rolled("exampleshire-2024-25");
    let finished = run(&["check", &project]);
    assert_eq!(finished.code, Some(1));
    let told = "error[carried-list-unchanged]: `lists/budget.csv` still holds what it held in the report for 2024/25";
    assert!(finished.err.contains(told), "{}", finished.err);
    change(&project, "lists/budget.csv", "Training,46300", "Training,47100");
    assert!(!run(&["check", &project]).err.contains("`lists/budget.csv` still holds"));
}

#[test]
fn a_title_that_names_last_year_is_to_be_reviewed_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old").to_str().unwrap().to_owned();
    let new = folder.path().join("new").to_str().unwrap().to_owned();
    assert_eq!(run(&["new", &old]).code, Some(0));
    assert_eq!(run(&["new", &new, "--from", &old]).code, Some(0));
    assert!(read(&new, "narrative.toml").contains("# What happened in 2024/25\n"));
    let all = unreviewed(&new);
    change(
        &new,
        "narrative.toml",
        "title = \"What happened in 2024/25\"",
        "title = \"What happened in 2025/26\"",
    );
    assert_eq!(unreviewed(&new), all - 1);
}

#[test]
fn what_was_published_is_named_where_it_stands_and_what_was_true_of_last_year_alone_falls_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (old, new, later) = (path("old"), path("new"), path("boards/later"));
    assert_eq!(run(&["new", &old]).code, Some(0));
    let of_the_year = "year = \"2024/25\"\nstatus = \"Final\"\nlast_published = \"../gone/figures.json\"\n";
    change(&old, "narrative.toml", "year = \"2024/25\"\n", of_the_year);
    assert_eq!(run(&["new", &new, "--from", &old]).code, Some(0));
    let narrative = read(&new, "narrative.toml");
    assert!(
        !narrative.contains("last_published") && !narrative.contains("status = \"Final\""),
        "{narrative}"
    );
    change(&old, "narrative.toml", "last_published = \"../gone/figures.json\"\n", "");
    assert_eq!(run(&["build", &old]).code, Some(0));
    assert_eq!(run(&["new", &later, "--from", &old]).code, Some(0));
    assert!(
        read(&later, "narrative.toml").contains("\nlast_published = \"../../old/report/figures.json\"\n")
    );
}

#[test]
fn a_project_with_errors_is_not_rolled_forward() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    fs::create_dir(&old).unwrap();
    fs::write(old.join("narrative.toml"), "[report]\nboard = \"A\"\ntitle = \"B\"\nyear = \"2024/26\"\n")
        .unwrap();
    let ran = run(&["new", new.to_str().unwrap(), "--from", old.to_str().unwrap()]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("narrative.toml:4:"), "{}", ran.err);
    assert!(!new.exists());
}
