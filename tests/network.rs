//! Nothing goes out to the network (`preview` is served to this computer alone): no part of the program could, and where the system lets a test take the network
//! away, a report is made without it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use crate::common::{files_below, repository};

/// Crates by which programs reach the network.
const REACHES_OUT: &[&str] = &[
    "async-std",
    "attohttpc",
    "aws-lc-rs",
    "curl",
    "h2",
    "h3",
    "hyper",
    "isahc",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tokio",
    "tungstenite",
    "ureq",
    "webpki",
    "websocket",
    "zbus",
];

/// Every package of the lock file with those that it depends on.
fn locked() -> BTreeMap<String, Vec<String>> {
    let lock = fs::read_to_string(repository("Cargo.lock")).unwrap();
    let quoted = |line: &str| line.split('"').nth(1).map(|text| text.split(' ').next().unwrap().to_owned());
    let packages = lock.split("[[package]]").skip(1).map(|package| {
        let name = package.lines().find(|line| line.starts_with("name = ")).and_then(quoted).unwrap();
        let needs = package.lines().filter(|line| line.starts_with(" \"")).filter_map(quoted).collect();
        (name, needs)
    });
    packages.fold(
        BTreeMap::new(),
        |mut all: BTreeMap<String, Vec<String>>, (name, needs): (String, Vec<String>)| {
            all.entry(name).or_default().extend(needs);
            all
        },
    )
}

#[test]
fn nothing_that_the_program_is_made_of_reaches_the_network() {
    let manifest = fs::read_to_string(repository("Cargo.toml")).unwrap();
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let own = section.lines().filter(|line| !line.starts_with('#') && line.contains('='));
    let mut waiting: Vec<String> =
        own.map(|line| line.split([' ', '=']).next().unwrap().to_owned()).collect();
    let (packages, mut seen) = (locked(), BTreeSet::new());
    while let Some(name) = waiting.pop() {
        if seen.insert(name.clone()) {
            assert!(!REACHES_OUT.contains(&name.as_str()), "{name} is made to reach the network");
            waiting.extend(packages.get(&name).into_iter().flatten().cloned());
        }
    }
    assert!(seen.len() > 30, "{seen:?}");
}

/// The files that start other programs: git, to read a revision, and the browser of a preview.
const START_PROGRAMS: [&str; 2] = ["src/disk/git.rs", "src/cli/preview.rs"];

#[test]
fn other_programs_are_started_in_two_places_and_no_connection_is_made() {
    for path in
        files_below(&repository("src")).iter().filter(|path| path.extension().is_some_and(|e| e == "rs"))
    {
        let text = fs::read_to_string(path).unwrap();
        let starts = text.contains("Command::new(\"") || text.contains("process::Command");
        let may = START_PROGRAMS.iter().any(|file| path.ends_with(file));
        assert!(!starts || may, "{} starts programs", path.display());
        let code = text.split("#[cfg(test)]").next().unwrap();
        assert!(!code.contains("TcpStream::connect"), "{} makes connections", path.display());
    }
}

/// Runs the program where there is no network at all, not even the computer's own; none where the system lets no one
/// take it away.
fn cut_off(arguments: &[&str]) -> Option<std::process::Output> {
    let unshare = |program: &str| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--net", program]);
        command
    };
    let can = unshare("true").output().is_ok_and(|ran| ran.status.success());
    can.then(|| unshare(env!("CARGO_BIN_EXE_lscb-report")).args(arguments).output().unwrap())
}

#[test]
fn a_report_is_made_and_compared_without_a_network() {
    let out = tempfile::tempdir().unwrap();
    let sample = repository("sample-data/dudley-2013-14");
    let (sample, out) = (sample.to_str().unwrap(), out.path().to_str().unwrap());
    let old = format!("{sample}@2012-13");
    for arguments in [&["build", sample, "--out", out][..], &["check", sample], &["diff", &old, sample]] {
        let Some(ran) = cut_off(arguments) else {
            println!("this system does not let a test take the network away");
            return;
        };
        assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    }
}
