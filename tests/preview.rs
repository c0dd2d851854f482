//! A preview session: it shows the last state of the project whatever happens to its files, answers nobody but its
//! own pages, and ends when it is asked to.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::common::{files_below, program, repository};

/// A session of its own, ended with the test.
struct Session {
    child: Child,
    port: u16,
}

impl Session {
    fn begin(project: &Path) -> Self {
        let mut preview = program();
        preview.arg("preview").arg(project).arg("--no-open").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = preview.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let port =
            line.trim_end().trim_end_matches('/').rsplit(':').next().unwrap().parse().expect("an address");
        Self { child, port }
    }

    /// Status and all that is said, headers included.
    fn ask(&self, path: &str, headers: &[(&str, &str)]) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut request = format!("GET {path} HTTP/1.1\r\nConnection: close\r\n");
        headers.iter().for_each(|(name, value)| request.push_str(&format!("{name}: {value}\r\n")));
        stream.write_all((request + "\r\n").as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        (answer.split(' ').nth(1).expect("a status").parse().unwrap(), answer)
    }

    fn page(&self) -> String {
        self.ask("/executive-summary.html", &[("Host", &format!("127.0.0.1:{}", self.port))]).1
    }

    /// The page, once it is as wanted; a minute is far more than any machine needs.
    fn page_that(&self, wanted: impl Fn(&str) -> bool, what: &str) -> String {
        let begun = Instant::now();
        loop {
            let page = self.page();
            if wanted(&page) {
                return page;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "{what} is not shown: {page}");
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = repository("tests/readme/first-project");
    for file in files_below(&from) {
        let to = folder.path().join(file.strip_prefix(&from).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&file, to).unwrap();
    }
    folder
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

#[test]
fn a_hundred_saves_of_every_sort_leave_the_last_state_shown() {
    let folder = project();
    let (narrative, data) = (folder.path().join("narrative.toml"), folder.path().join("data/front-door.csv"));
    let (good, rows) = (fs::read_to_string(&narrative).unwrap(), fs::read_to_string(&data).unwrap());
    let with = |number: u64| {
        good.replace("title = \"Safeguarding activity\"", &format!("title = \"Save {number}\""))
    };
    let mut session = Session::begin(folder.path());
    let mut dice = Dice(20_250_901);
    for number in 1..=100 {
        match dice.throw(6) {
            0 => fs::write(&narrative, with(number)).unwrap(),
            1 => fs::write(&narrative, format!("{}\n[[[", with(number))).unwrap(),
            2 => {
                let all = with(number);
                let half: String = all.chars().take(all.chars().count() / 2).collect();
                fs::write(&narrative, half).unwrap();
            }
            3 => fs::write(&data, rows.replace("1,204", "many")).unwrap(),
            4 => drop(fs::remove_file(&data)),
            _ => {
                // As editors save: beside it, then in its place.
                let beside = folder.path().join("narrative.toml.new");
                fs::write(&beside, with(number)).unwrap();
                fs::rename(&beside, &narrative).unwrap();
            }
        }
        sleep(Duration::from_millis(dice.throw(40)));
        if number % 20 == 0 {
            fs::write(&data, &rows).unwrap();
            fs::write(&narrative, with(1000 + number)).unwrap();
            let title = format!("Save {}<", 1000 + number);
            let page = session.page_that(|page| page.contains(&title), &title);
            assert!(session.child.try_wait().unwrap().is_none(), "it died");
            assert!(!page.contains("class=\"broken\""), "{page}");
        }
    }
    // And the last state may be a broken one: the page before stays, and what is wrong is said.
    fs::write(&data, rows.replace("1,204", "many")).unwrap();
    let page = session.page_that(|page| page.contains("not-a-number"), "the finding");
    assert!(page.contains("Save 1100<") && page.contains("class=\"broken\""), "{page}");
    assert!(session.child.try_wait().unwrap().is_none(), "it died");
}

#[test]
fn a_project_that_is_broken_from_the_start_says_so_and_recovers() {
    let folder = project();
    let narrative = folder.path().join("narrative.toml");
    let good = fs::read_to_string(&narrative).unwrap();
    fs::write(&narrative, "[[[").unwrap();
    let session = Session::begin(folder.path());
    let own = format!("127.0.0.1:{}", session.port);
    assert!(session.ask("/", &[("Host", &own)]).1.contains("There is no report to show yet"));
    fs::write(&narrative, good).unwrap();
    session.page_that(|page| page.contains("Safeguarding activity"), "the report");
    let (status, start) = session.ask("/", &[("Host", &own)]);
    assert!(status == 302 && start.contains("Location: /executive-summary.html"), "{start}");
}

#[test]
fn another_sites_page_gets_nothing() {
    let folder = project();
    let session = Session::begin(folder.path());
    let own = format!("127.0.0.1:{}", session.port);
    let theirs = format!("rebound.example:{}", session.port);
    for headers in [
        vec![("Host", theirs.as_str())],
        vec![("Host", own.as_str()), ("Origin", "https://example.org")],
        vec![("Host", own.as_str()), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")],
        vec![],
    ] {
        for path in ["/", "/executive-summary.html", "/preview/newer-than/0"] {
            let (status, answer) = session.ask(path, &headers);
            assert!(status == 403 && !answer.contains("Safeguarding"), "{path} {headers:?}: {answer}");
        }
    }
    let (status, answer) = session.ask("/executive-summary.html", &[("Host", &own)]);
    assert!(status == 200 && !answer.contains("Access-Control"), "{answer}");
    assert!(answer.contains("Cross-Origin-Resource-Policy: same-origin"), "{answer}");
    assert_eq!(session.ask("/../narrative.toml", &[("Host", &own)]).0, 404);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly() {
    let folder = project();
    let mut session = Session::begin(folder.path());
    let ended = Command::new("kill").args(["-INT", &session.child.id().to_string()]).status().unwrap();
    assert!(ended.success());
    assert_eq!(session.child.wait().unwrap().code(), Some(0));
    assert!(!folder.path().join("report").exists(), "a preview writes nothing");
}
