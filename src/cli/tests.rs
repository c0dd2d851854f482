//! Commands run as they are typed: what they print where, and their exit codes.

use std::ffi::OsString;
use std::io::{self, Write};

use super::{Console, Status, run};

/// What a run printed and how it ended.
struct Ran {
    status: Status,
    out: String,
    err: String,
}

fn typed(arguments: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console::on(&mut out, &mut err, false);
    let status = run(with_name(arguments), &mut console);
    Ran { status, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn with_name(arguments: &[&str]) -> Vec<OsString> {
    ["lscb-report"].iter().chain(arguments).map(OsString::from).collect()
}

#[test]
fn help_is_a_result_and_names_every_command_and_exit_code() {
    let ran = typed(&["--help"]);
    assert_eq!((ran.status, ran.err.as_str()), (Status::Done, ""));
    let expected = "\
Make a safeguarding children board's annual report from CSV exports and a TOML narrative

Usage: lscb-report [OPTIONS] <COMMAND>

Commands:
  build        Write the report: its pages, figures.json, figures.csv and a manifest
  check        Look for faults in data and narrative and write nothing
  figures      List every figure with its value and label
  explain      Tell where a figure comes from, what a measure is, or what a finding means
  catalogue    List the measures and standard figures that are built in
  diff         Tell what changed between two reports, and why
  new          Write a small project to begin with, which builds at once
  preview      Show the report in a browser, made again whenever a file changes
  sign-off     Record that the report that stands was agreed, and by whom
  schema       Write the JSON Schema of narrative.toml, from which editors complete keys
  completions  Write completions for a shell
  man          Write the page for man, of the program or of one command

Options:
  -q, --quiet    Say nothing but warnings and errors: no notes, no progress, not what was written
  -h, --help     Print help
  -V, --version  Print version

Results go to standard output, findings to standard error.
Exit code: 0 done, 1 errors in data or narrative, or stale pages, 2 wrong usage or no such project
";
    assert_eq!(ran.out, expected);
}

#[test]
fn the_options_are_those_of_the_design() {
    for (command, options) in [
        (
            "build",
            &[
                "[PROJECT]",
                "--out <DIR>",
                "--template <NAME>...",
                "--draft",
                "--strict",
                "--check",
                "--format",
            ][..],
        ),
        ("check", &["[PROJECT]", "--draft", "--strict", "--format"]),
        ("figures", &["[PROJECT]", "[SEARCH]", "--format"]),
        ("explain", &["<NAME>", "--project <DIR>", "--years", "--format"]),
        ("diff", &["<OLD>", "<NEW>", "--only", "--min-change", "--fail-on", "--format"]),
        ("new", &["<DIR>", "--template <NAME>"]),
        ("preview", &["[PROJECT]", "--port <PORT>", "--no-open", "--draft"]),
    ] {
        let ran = typed(&[command, "-h"]);
        assert_eq!(ran.status, Status::Done);
        for option in options {
            assert!(ran.out.contains(option), "{command} has no {option}: {}", ran.out);
        }
    }
}

#[test]
fn wrong_usage_fails_and_says_so_beside_the_results() {
    for arguments in
        [&[][..], &["bild"], &["build", "--nonsense"], &["check", "--format", "xml"], &["explain"]]
    {
        let ran = typed(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (Status::Failed, ""), "{arguments:?}");
        assert!(!ran.err.is_empty());
    }
    assert!(typed(&["bild"]).err.contains("'build'"));
}

#[test]
fn a_project_that_is_not_there_fails_by_name() {
    for command in ["build", "check", "figures"] {
        let ran = typed(&[command, "no/such/project"]);
        assert_eq!(ran.status, Status::Failed);
        assert_eq!(ran.err, "error: there is no project at `no/such/project`\n");
    }
    let ran = typed(&["explain", "contacts", "--project", "no/such/project"]);
    assert_eq!(ran.status, Status::Failed);
}

#[test]
fn a_folder_without_a_narrative_is_no_project() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let ran = typed(&["check", path]);
    assert_eq!(ran.status, Status::Failed);
    assert_eq!(ran.err, format!("error: `{path}` holds no `narrative.toml`\n"));
}

#[test]
fn a_code_is_explained_anywhere() {
    let ran = typed(&["explain", "outside-project"]);
    assert_eq!((ran.status, ran.err.as_str()), (Status::Done, ""));
    assert!(ran.out.starts_with("outside-project (error)\nA path leads out of the project folder\n\n"));
    assert!(ran.out.ends_with(".\n"));
}

#[test]
fn an_unknown_name_fails_with_the_nearest() {
    let ran = typed(&["explain", "outside-projct"]);
    assert_eq!((ran.status, ran.out.as_str()), (Status::Failed, ""));
    assert!(
        ran.err.starts_with("error: nothing is called `outside-projct`; did you mean `outside-project`"),
        "{}",
        ran.err
    );
}

/// A pipe whose reader has gone.
struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut err = Vec::new();
    let mut gone = Gone;
    let mut console = Console::on(&mut gone, &mut err, false);
    assert_eq!(run(with_name(&["explain", "outside-project"]), &mut console), Status::Done);
    assert!(err.is_empty());
}

#[test]
fn a_level_without_its_equals_sign_is_told_as_one() {
    for arguments in [&["build", "--fragment", "3"][..], &["build", "no/such", "--fragment", "3"]] {
        let ran = typed(arguments);
        assert_eq!(ran.status, Status::Failed);
        assert!(
            ran.err.contains("there is no project `3`") && ran.err.contains("`--fragment=3`"),
            "{}",
            ran.err
        );
    }
    assert!(!typed(&["build", "3"]).err.contains("--fragment"));
}
