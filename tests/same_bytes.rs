//! The same inputs give the same bytes: whatever the working folder, the environment, the project's path or the order in which
//! its files came to the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::common::{files_below, program, repository};

/// Every file that a build of `project` writes, by name.
fn built(project: &Path, working_folder: &Path, environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    let run = program()
        .arg("build")
        .arg(project)
        .arg("--out")
        .arg(out.path())
        .current_dir(working_folder)
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let files = files_below(out.path());
    files
        .iter()
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
        .collect()
}

/// A copy of a project whose files come to the disk in the opposite order.
fn copied_backwards(project: &Path, to: &Path) {
    for path in
        files_below(project).iter().rev().filter(|path| !path.components().any(|c| c.as_os_str() == "report"))
    {
        let copy = to.join(path.strip_prefix(project).unwrap());
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::copy(path, copy).unwrap();
    }
}

#[test]
fn a_build_depends_on_nothing_but_its_inputs() {
    let sample = repository("sample-data/dudley-2013-14");
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("a folder with spaces");
    copied_backwards(&sample, &copy);
    let first = built(&sample, &repository("."), &[]);
    let strange = [
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "de_DE.UTF-8"),
        ("HOME", "/nonexistent"),
        ("COLUMNS", "20"),
    ];
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        ["executive-summary.html", "executive-summary.md", "figures.csv", "figures.json", "manifest.json"]
    );
    assert!(built(&copy, elsewhere.path(), &strange) == first);
    assert!(built(Path::new("."), &copy, &[("TZ", "America/St_Johns")]) == first);
}

#[test]
fn what_stands_is_what_would_be_written_until_a_cell_changes() {
    let elsewhere = tempfile::tempdir().unwrap();
    let project = elsewhere.path().join("project");
    copied_backwards(&repository("sample-data/dudley-2013-14"), &project);
    let run = |arguments: &[&str]| {
        program().arg("build").arg(&project).args(arguments).output().unwrap().status.code()
    };
    assert_eq!(run(&["--check"]), Some(1), "nothing is built yet");
    assert_eq!(run(&[]), Some(0));
    assert_eq!(run(&["--check"]), Some(0));
    let export = project.join("data/front-door.csv");
    let changed = fs::read_to_string(&export).unwrap().replace("\"6,014\"", "\"6,015\"");
    fs::write(&export, changed).unwrap();
    assert_eq!(run(&["--check"]), Some(1));
}
