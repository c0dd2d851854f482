//! A new project builds at once, in every template, and every setting that it shows switched off can be switched on.

use std::fs;
use std::path::Path;

use lscb_report::render::Templates;
use lscb_report::starter;

use crate::common::{files_below, program, repository, run};

/// A new project for `template`, in a folder of its own.
fn new_project(template: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("our year").to_str().unwrap().to_owned();
    let ran = run(&["new", &project, "--template", template]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{template}");
    (folder, project)
}

#[test]
fn every_template_has_a_project_to_begin_with() {
    assert!(starter::templates().eq(Templates::builtin_names()));
}

#[test]
fn a_new_project_for_each_template_builds_at_once_and_nothing_is_found() {
    for template in Templates::builtin_names() {
        let (_folder, project) = new_project(template);
        let checked = run(&["check", &project, "--strict"]);
        assert_eq!(
            (checked.code, checked.err.as_str(), checked.out.as_str()),
            (Some(0), "", "nothing found\n")
        );
        let built = run(&["build", &project]);
        assert_eq!((built.code, built.err.as_str()), (Some(0), ""), "{template}");
        assert!(Path::new(&project).join(format!("report/{template}.html")).is_file(), "{template}");
        assert_eq!(run(&["build", &project, "--check"]).code, Some(0), "{template}");
    }
}

#[test]
fn a_new_project_of_every_kind_builds_in_every_template() {
    for kind in starter::templates() {
        let folder = tempfile::tempdir().unwrap();
        for (path, content) in starter::files(kind).unwrap() {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        for template in Templates::builtin_names() {
            let ran = run(&["build", folder.path().to_str().unwrap(), "--template", template]);
            assert_eq!(ran.code, Some(0), "{kind} in {template}: {}", ran.err);
        }
    }
}

#[test]
fn what_is_written_is_said_with_what_to_do_next() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("our year");
    let shown = project.to_str().unwrap();
    let ran = run(&["new", shown]);
    let mut written: Vec<String> =
        ran.out.lines().filter_map(|line| line.strip_prefix("wrote ")).map(str::to_owned).collect();
    written.sort();
    let stands: Vec<String> =
        files_below(&project).iter().map(|path| path.to_str().unwrap().to_owned()).collect();
    assert_eq!(written, stands);
    let next = format!("\nnext:\n  lscb-report check \"{shown}\"\n  lscb-report build \"{shown}\"\n");
    assert!(ran.out.ends_with(&next), "{}", ran.out);
}

#[test]
fn the_readme_shows_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let ran = program().args(["new", "our-year"]).current_dir(folder.path()).output().unwrap();
    let shown = String::from_utf8(ran.stdout).unwrap().replace('\\', "/");
    let readme = fs::read_to_string(repository("README.md")).unwrap();
    let example = format!("```text\n$ lscb-report new our-year\n{shown}```\n");
    assert!(readme.contains(&example), "the README does not hold {example}");
}

#[test]
fn a_folder_that_holds_something_is_refused_and_stays_as_it_is() {
    let (_folder, project) = new_project("executive-summary");
    let narrative = Path::new(&project).join("narrative.toml");
    fs::write(&narrative, "mine").unwrap();
    let before = files_below(Path::new(&project));
    let again = run(&["new", &project]);
    assert_eq!((again.code, again.out.as_str()), (Some(2), ""));
    let told = "is there already and is not an empty folder: choose another name";
    assert_eq!(again.err, format!("error: `{project}` {told}\n"));
    assert_eq!(files_below(Path::new(&project)), before);
    assert_eq!(fs::read_to_string(&narrative).unwrap(), "mine");
    let in_the_way = narrative.to_str().unwrap();
    assert_eq!(run(&["new", in_the_way]).code, Some(2));
    assert_eq!(fs::read_to_string(&narrative).unwrap(), "mine");
}

#[test]
fn an_unknown_template_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("new");
    let ran = run(&["new", project.to_str().unwrap(), "--template", "executive-sumary"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("did you mean `executive-summary`?"), "{}", ran.err);
    assert!(!project.exists());
}

/// Whether a line is a setting that is switched off.
fn is_off(line: &str) -> bool {
    line.strip_prefix('#').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '['))
}

/// The narrative with one group of settings that stand together switched on, for each group.
fn switched_on(narrative: &str) -> Vec<String> {
    let lines: Vec<&str> = narrative.lines().collect();
    let begins = |at: usize| is_off(lines[at]) && (at == 0 || !is_off(lines[at - 1]));
    let groups = (0..lines.len()).filter(|at| begins(*at));
    groups
        .map(|begin| {
            let length = lines[begin..].iter().take_while(|line| is_off(line)).count();
            let group = begin..begin + length;
            let on = |(at, line): (usize, &&str)| {
                if group.contains(&at) { line.replacen('#', "", 1) } else { (*line).to_owned() }
            };
            lines.iter().enumerate().map(on).map(|line| line + "\n").collect()
        })
        .collect()
}

#[test]
fn every_setting_that_is_switched_off_can_be_switched_on() {
    for template in Templates::builtin_names() {
        let (_folder, project) = new_project(template);
        let narrative = Path::new(&project).join("narrative.toml");
        let variants = switched_on(&fs::read_to_string(&narrative).unwrap());
        assert!(variants.len() >= 4, "{template} shows only {} settings", variants.len());
        for variant in variants {
            fs::write(&narrative, &variant).unwrap();
            let ran = run(&["check", &project, "--draft"]);
            assert_eq!(ran.code, Some(0), "{template}: {}", ran.err);
        }
    }
}
