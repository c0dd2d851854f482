//! A build that is killed at any moment leaves no half-written file, and the next one puts everything right. The
//! program that is killed is this test binary, started again to do nothing but publish.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test looks at the files itself, and stops where they are not as it needs them"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use lscb_report::disk::publish;
use lscb_report::manifest::{Manifest, Pending};
use lscb_report::render::Page;

/// Set for the process that publishes: the folder to publish to.
const FOLDER: &str = "LSCB_REPORT_TEST_PUBLISH_TO";
/// How often a publishing process is killed at least, and at most while no kill has fallen among the renames.
const KILLS: std::ops::Range<u32> = 60..2_000;

/// Eight pages of very different sizes that an edition holds entirely, four of them only every other edition. The
/// content tells which edition it is of and ends with a mark, so that a half page shows.
fn edition(number: u32) -> Vec<Page> {
    let page = |index: u32| {
        let lines = 1 + usize::try_from(index * index).unwrap() * 40;
        let body = format!("edition {number} page {index}\n").repeat(lines);
        Page { name: format!("page-{index}.md"), content: format!("{body}whole\n") }
    };
    (0..8).filter(|index| index % 2 == number % 2 || *index < 4).map(page).collect()
}

fn put(folder: &Path, number: u32) -> bool {
    let pages = edition(number);
    publish(folder, &pages, &Manifest::of(&[], &pages)).unwrap().mended
}

#[test]
#[ignore = "run by `killed_at_any_moment_…` in a process of its own, and publishes until it is killed"]
fn publish_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    for number in 1.. {
        put(Path::new(&folder), number);
    }
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["publishing::publish_until_killed", "--exact", "--ignored"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until a page appears that the edition before did not have, so that the kill falls into the process's work.
fn wait_for_work(folder: &Path, child: &mut Child) {
    while !folder.join("page-5.md").exists() {
        assert!(child.try_wait().unwrap().is_none(), "the publishing process ended by itself");
        thread::yield_now();
    }
}

fn assert_no_half_file(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let content = fs::read_to_string(folder.join(&name)).unwrap();
        let whole = match name.as_str() {
            "manifest.json" => Manifest::read(content.as_bytes()).is_some(),
            "manifest.pending.json" => Pending::read(content.as_bytes()).is_some(),
            "notes.txt" => content == "theirs",
            temporary if temporary.starts_with(".lscb-report-") => true,
            page => {
                let number = content.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap();
                edition(number).iter().any(|whole| whole.name == page && whole.content == content)
            }
        };
        assert!(whole, "{name} is not whole");
    }
}

fn assert_exactly(folder: &Path, number: u32) {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let pages = edition(number);
    let mut expected: BTreeSet<String> = pages.iter().map(|page| page.name.clone()).collect();
    expected.extend(["manifest.json".to_owned(), "notes.txt".to_owned()]);
    assert_eq!(names.collect::<BTreeSet<_>>(), expected);
    for page in pages {
        assert_eq!(fs::read_to_string(folder.join(&page.name)).unwrap(), page.content);
    }
}

#[test]
fn killed_at_any_moment_no_file_is_half_written_and_the_next_build_mends() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("notes.txt"), "theirs").unwrap();
    let mut mended = 0;
    for kill in 0..KILLS.end {
        if kill >= KILLS.start && mended > 0 {
            break;
        }
        let mut child = start(folder);
        wait_for_work(folder, &mut child);
        // Moments spread over the work of several editions, without a clock or chance.
        thread::sleep(Duration::from_micros(u64::from(kill * 7919 % 9000)));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_no_half_file(folder);
        mended += u32::from(put(folder, 0));
        assert_exactly(folder, 0);
    }
    assert!(mended > 0, "no kill of {KILLS:?} fell between the first and the last rename");
}
