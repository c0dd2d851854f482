//! Every file of `tests/bad-inputs/<kind>` breaks the project in `tests/bad-inputs/base` in one way. It says, by hand,
//! why, how a build ends, and each finding's place, severity and code; then come the files that differ:
//!
//! ```text
//! The letter O for a nought.
//! exit 1
//! data/contacts.csv:3:18: error[not-a-number]
//! === data/contacts.csv
//! measure,period,value,source
//! contacts,2023/24,100,
//! contacts,2023/24,6O,Police
//! ```
//!
//! `=== PATH as windows-1252` (or `utf-16`, `hex`) gives the file's bytes, `=== PATH and` adds to the file of the base,
//! `=== PATH with OLD => NEW` replaces in it (`¶` is a line end), `=== PATH gone` takes it away, `=== PATH times 1001`
//! repeats the last line, `#` being its number. `exit 0 --draft` builds a draft.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use lscb_report::cli::{Console, Status, run};
use lscb_report::diagnostic::codes;

use crate::common::{files_below, repository};

/// The fewest cases that there may be.
const LEAST: usize = 200;
/// Codes about what an earlier build or sign-off left, which a few files can't show, and of a text or list too long to
/// be kept here: tests of publishing, of signing off, of the narrative and of large case lists have them.
const ELSEWHERE: [&str; 6] = [
    "build-interrupted",
    "changed-after-sign-off",
    "nothing-to-correct",
    "page-edited",
    "repeats-not-looked-for",
    "text-too-long",
];

struct Case {
    name: String,
    exit: Status,
    draft: bool,
    findings: BTreeSet<String>,
    /// Headers and contents of the files that differ.
    files: Vec<(String, String)>,
}

impl Case {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let name = path.strip_prefix(repository("tests/bad-inputs")).unwrap().display().to_string();
        let mut parts = text.split("\n=== ");
        let mut head = parts.next().unwrap().lines().skip(1);
        let exit = head.next().unwrap_or_default();
        let (exit, draft) = match exit.split_once(" --draft").map_or((exit, false), |(exit, _)| (exit, true))
        {
            ("exit 0", draft) => (Status::Done, draft),
            ("exit 1", draft) => (Status::Found, draft),
            other => panic!("{name}: {other:?} stands where `exit N` must"),
        };
        let split = |part: &str| {
            let (header, content) = part.split_once('\n').unwrap_or((part, ""));
            let ended = content.is_empty() || content.ends_with('\n');
            (header.to_owned(), content.to_owned() + if ended { "" } else { "\n" })
        };
        Self {
            name,
            exit,
            draft,
            findings: head.map(str::to_owned).collect(),
            files: parts.map(split).collect(),
        }
    }

    /// Lays the case out below `folder`.
    fn write(&self, folder: &Path) {
        let base = repository("tests/bad-inputs/base");
        for file in files_below(&base) {
            put(&folder.join(file.strip_prefix(&base).unwrap()), &fs::read(&file).unwrap());
        }
        for (header, content) in &self.files {
            let (path, how) = header.split_once(' ').unwrap_or((header, ""));
            let path = folder.join(path);
            let standing = || fs::read_to_string(&path).unwrap();
            let bytes = match how.split_once(' ').unwrap_or((how, "")) {
                ("gone", _) => {
                    fs::remove_file(&path).unwrap();
                    continue;
                }
                ("and", _) => (standing() + content).into_bytes(),
                ("with", change) => {
                    let (old, new) = change.split_once(" => ").unwrap();
                    assert!(standing().contains(old), "{}: {old} is not there", self.name);
                    standing().replacen(old, &new.replace('¶', "\n"), 1).into_bytes()
                }
                ("times", times) => repeated(content, times.parse().unwrap()).into_bytes(),
                ("as", encoding) => encoded(content, encoding),
                _ => content.clone().into_bytes(),
            };
            put(&path, &bytes);
        }
    }

    /// What is wrong with how the program takes it.
    fn fault(&self) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        self.write(folder.path());
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console::on(&mut out, &mut err, false);
        let project = folder.path().to_str().unwrap();
        let mut arguments = vec!["lscb-report", "build", project, "--format", "short"];
        arguments.extend(self.draft.then_some("--draft"));
        let status = run(arguments.into_iter().map(Into::into), &mut console);
        let told = String::from_utf8(err).unwrap();
        let found: BTreeSet<String> = told.lines().map(|line| at(line).to_owned()).collect();
        let written = folder.path().join("report").exists();
        let right = status == self.exit && found == self.findings && written == (status == Status::Done);
        (!right).then(|| format!("{}: {status:?}, written: {written}\n{told}", self.name))
    }
}

/// `a.csv:2:3: error[code]` of a line that goes on with the message.
fn at(line: &str) -> &str {
    line.split_once("]: ").map_or(line, |(at, _)| line.get(..=at.len()).unwrap())
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The content with its last line so many times.
fn repeated(content: &str, times: usize) -> String {
    let (rest, last) = content.trim_end().rsplit_once('\n').unwrap();
    let lines = (1..=times).map(|number| last.replace('#', &number.to_string()) + "\n");
    format!("{rest}\n{}", lines.collect::<String>())
}

fn encoded(content: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "windows-1252" => {
            content.chars().map(|c| if c == '’' { 0x92 } else { u8::try_from(c).unwrap() }).collect()
        }
        "utf-16" => {
            "\u{feff}".encode_utf16().chain(content.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        }
        "crlf" => content.replace('\n', "\r\n").into_bytes(),
        "hex" => content.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect(),
        other => panic!("{other} is no encoding"),
    }
}

/// Every case, by its path.
fn cases() -> Vec<Case> {
    let base = repository("tests/bad-inputs/base");
    let files =
        files_below(&repository("tests/bad-inputs")).into_iter().filter(|file| !file.starts_with(&base));
    files.map(|file| Case::read(&file)).collect()
}

#[test]
fn every_bad_input_has_the_findings_that_it_expects_and_no_report_where_they_are_errors() {
    let cases = cases();
    assert!(cases.len() >= LEAST, "{} cases", cases.len());
    let faults: Vec<String> = cases.iter().filter_map(Case::fault).collect();
    assert!(faults.is_empty(), "{} of {} are wrong\n{}", faults.len(), cases.len(), faults.join("\n"));
}

#[test]
fn every_kind_of_finding_is_found_somewhere() {
    let mut expected: BTreeSet<String> = cases().into_iter().flat_map(|case| case.findings).collect();
    for file in files_below(&repository("tests/cases")).iter().filter(|file| file.ends_with("expected.txt")) {
        expected.extend(fs::read_to_string(file).unwrap().lines().map(str::to_owned));
    }
    let lacking: Vec<&str> = codes::all()
        .map(|code| code.name)
        .filter(|name| !ELSEWHERE.contains(name))
        .filter(|name| !expected.iter().any(|line| line.ends_with(&format!("[{name}]"))))
        .collect();
    assert!(lacking.is_empty(), "no case gives {lacking:?}");
}
