//! How much the program says: with `--quiet` only what is wrong, with colour only where somebody wants it.

use std::fs;
use std::process::Command;

use crate::common::{Ran, program, repository, run};

#[test]
fn a_quiet_run_says_nothing_where_all_is_well() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("ours").to_str().unwrap().to_owned();
    let next = folder.path().join("next").to_str().unwrap().to_owned();
    let sign = ["sign-off", &project, "--by", "Independent chair", "--on", "2025-09-30", "--quiet"];
    for command in [
        &["new", &project, "--quiet"][..],
        &["check", &project, "-q"],
        &["--quiet", "build", &project],
        &["build", &project, "--quiet"],
        &["build", &project, &project, "--quiet"],
        &["build", &project, "--check", "--quiet"],
        &sign,
        &["new", &next, "--from", &project, "--quiet"],
    ] {
        let ran = run(command);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""), "{command:?}");
    }
    // What was asked for is printed all the same.
    assert!(run(&["figures", &project, "--quiet"]).out.contains("contacts"));
    let data = fs::read_to_string(folder.path().join("ours/data/children-on-a-plan.csv")).unwrap();
    fs::write(folder.path().join("ours/data/children-on-a-plan.csv"), data.replace("2025,172", "2025,173"))
        .unwrap();
    fs::remove_dir_all(folder.path().join("ours/signed-off")).unwrap();
    let stale = run(&["build", &project, "--check", "--quiet"]);
    assert_eq!(stale.code, Some(1));
    assert!(stale.out.contains("  children_on_plan: 172, would be 173\n"), "{}", stale.out);
}

#[test]
fn a_quiet_run_still_tells_warnings_and_errors() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    assert_eq!(run(&["new", old]).code, Some(0));
    assert_eq!(run(&["new", new, "--from", old]).code, Some(0));
    for format in ["text", "short", "json", "github", "sarif"] {
        let draft = |more: &[&str]| run(&[&["build", new, "--draft", "--format", format], more].concat());
        let (told, quiet) = (draft(&[]), draft(&["--quiet"]));
        assert_eq!((told.code, quiet.code), (Some(0), Some(0)), "{format}");
        assert!(
            told.err.contains("is awaited from") && !quiet.err.contains("is awaited from"),
            "{format}: {}",
            quiet.err
        );
        assert!(quiet.err.contains("have not been reviewed"), "{format}: {}", quiet.err);
        assert_eq!(quiet.out, "", "{format}");
    }
    let finished = run(&["build", new, "--quiet"]);
    assert_eq!(finished.code, Some(1));
    assert!(finished.err.contains("error[unavailable-figure]"), "{}", finished.err);
}

/// What a command shows in a terminal; none where the system has no `script` to open one.
#[cfg(target_os = "linux")]
fn in_a_terminal(command: &str, no_colour: Option<&str>) -> Option<String> {
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", command, "/dev/null"]);
    script.env("TERM", "xterm").env_remove("NO_COLOR").envs(no_colour.map(|value| ("NO_COLOR", value)));
    let ran = script.output().ok()?;
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn findings_have_colours_in_a_terminal_unless_they_are_not_wanted() {
    let folder = repository("tests/cases/unknown-figure");
    let command = format!("'{}' check '{}'", env!("CARGO_BIN_EXE_lscb-report"), folder.display());
    let Some(coloured) = in_a_terminal(&command, None) else { return };
    assert!(coloured.contains("\u{1b}[1m") && coloured.contains("unknown-figure"), "{coloured}");
    let plain = in_a_terminal(&command, Some("1")).unwrap();
    assert!(!plain.contains('\u{1b}') && plain.contains("error[unknown-figure]"), "{plain}");
    // In a pipe there are none anyway.
    let piped = Ran::of(program().env_remove("NO_COLOR").arg("check").arg(folder));
    assert!(!piped.err.contains('\u{1b}'), "{}", piped.err);
}
