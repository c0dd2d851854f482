//! What the tests share: the repository's folders and files, and running the program in a clean environment.

use std::fs;
use std::path::{Path, PathBuf};

/// The templates in the program.
pub(crate) const TEMPLATES: [&str; 5] =
    ["agenda-item", "annual-report", "committee-report", "executive-summary", "scrutiny-briefing"];

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below `folder`, sorted.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The program, in an environment that holds nothing of the machine's.
pub(crate) fn program() -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_lscb-report"));
    command.env_clear().env("NO_COLOR", "1");
    command
}

/// What a run printed, and its exit code.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut std::process::Command) -> Self {
        let ran = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: ran.status.code(), out: text(ran.stdout), err: text(ran.stderr) }
    }
}

/// Runs the program.
pub(crate) fn run(arguments: &[&str]) -> Ran {
    Ran::of(program().args(arguments))
}

/// Runs git in a folder as somebody, and gives what it prints.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = std::process::Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
    let ran = Ran::of(command.args(["-c", "commit.gpgsign=false"]).args(arguments));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out
}

/// What HTML says, its characters as they are.
pub(crate) fn plain(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
