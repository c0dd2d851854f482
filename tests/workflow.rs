//! The workflow of the README does what it says: its commands run in a repository of a report as a CI job runs them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::{files_below, repository};

/// The commands of the workflow in the README, without those that put the program there.
fn commands() -> Vec<String> {
    let readme = fs::read_to_string(repository("README.md")).unwrap();
    let yaml = readme.split("```yaml\n").nth(1).expect("a workflow").split("```").next().unwrap();
    assert!(!yaml.contains('\t') && yaml.starts_with("name: "), "{yaml}");
    let runs = yaml.lines().filter_map(|line| line.trim().strip_prefix("- run: "));
    runs.filter(|command| !command.starts_with("cargo install")).map(str::to_owned).collect()
}

/// Runs a command by the shell in `folder`, with the program on its path.
fn shell(command: &str, folder: &Path, summary: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_lscb-report")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", command]).current_dir(folder);
    shell.env("PATH", path).env("GITHUB_STEP_SUMMARY", summary).output().unwrap()
}

#[cfg(unix)]
#[test]
fn the_workflow_of_the_readme_passes_a_report_that_is_up_to_date_and_fails_a_stale_one() {
    let folder = tempfile::tempdir().unwrap();
    let summary = tempfile::NamedTempFile::new().unwrap();
    let project = folder.path().join("our-year");
    let source = repository("tests/readme/first-project");
    for path in files_below(&source) {
        let copy = project.join(path.strip_prefix(&source).unwrap());
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(path, copy).unwrap();
    }
    let must = |command: &str| {
        let ran = shell(command, folder.path(), summary.path());
        assert!(
            ran.status.success(),
            "{command}: {}{}",
            String::from_utf8_lossy(&ran.stdout),
            String::from_utf8_lossy(&ran.stderr)
        );
    };
    let commit = "git -c user.name=A -c user.email=a@example.org -c commit.gpgsign=false commit --quiet -m";
    must("git init --quiet . && git add .");
    must(&format!("{commit} first"));
    let data = project.join("data/front-door.csv");
    fs::write(&data, fs::read_to_string(&data).unwrap().replace(",436", ",437")).unwrap();
    must("lscb-report build our-year");
    must("git add .");
    must(&format!("{commit} second"));
    let commands = commands();
    assert_eq!(commands.len(), 3, "{commands:?}");
    commands.iter().for_each(|command| must(command));
    let told = fs::read_to_string(summary.path()).unwrap();
    assert!(told.contains("| Referrals to children's social care | 436 | 437 | +1 (+0.2%) |"), "{told}");
    fs::write(&data, fs::read_to_string(&data).unwrap().replace(",437", ",438")).unwrap();
    let failed: Vec<&String> = commands
        .iter()
        .filter(|command| !shell(command, folder.path(), summary.path()).status.success())
        .collect();
    assert_eq!(failed, ["lscb-report build our-year --check"]);
}
