//! Publishing where any one operation fails, where all fail from one on (as when the program is killed there), and
//! where files of others are in the way.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Publication, publish, publish_through};
use crate::disk::faulty::Faulty;
use crate::disk::{DiskFault, Stale, compare};
use crate::manifest::{Manifest, Pending};
use crate::render::Page;

fn page(name: &str, content: &str) -> Page {
    Page { name: name.into(), content: content.into() }
}

/// The old set drops `appendix.md`, keeps `figures.csv`, changes two and adds `annual-report.md`.
fn old() -> Vec<Page> {
    vec![
        page("summary.md", "old summary"),
        page("summary.html", "old html"),
        page("figures.csv", "same"),
        page("appendix.md", "old appendix"),
    ]
}

fn new() -> Vec<Page> {
    vec![
        page("summary.md", "new summary, and longer"),
        page("summary.html", "new html"),
        page("figures.csv", "same"),
        page("annual-report.md", "new report"),
    ]
}

fn put(out: &Path, pages: &[Page]) -> Result<Publication, DiskFault> {
    publish(out, pages, &Manifest::of(&[], pages))
}

fn put_through(files: &Faulty, out: &Path, pages: &[Page]) -> Result<Publication, DiskFault> {
    publish_through(files, out, pages, &Manifest::of(&[], pages))
}

/// Every file in the folder with its content, hidden ones too.
fn contents(out: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(out).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| {
            (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .collect()
}

/// What a folder holds where `pages` are published beside a file of somebody else's.
fn expected(pages: &[Page]) -> BTreeMap<String, String> {
    let mut expected: BTreeMap<String, String> =
        pages.iter().map(|page| (page.name.clone(), page.content.clone())).collect();
    expected.insert("manifest.json".into(), Manifest::of(&[], pages).to_json());
    expected.insert("notes.txt".into(), "theirs".into());
    expected
}

/// A folder in which the old set stands beside a file of somebody else's.
fn folder_with_old_set() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.txt"), "theirs").unwrap();
    put(folder.path(), &old()).unwrap();
    assert_eq!(contents(folder.path()), expected(&old()));
    folder
}

fn operations() -> usize {
    let folder = folder_with_old_set();
    let counting = Faulty::new(usize::MAX, false);
    put_through(&counting, folder.path(), &new()).unwrap();
    counting.done.into_inner()
}

#[test]
fn a_second_build_replaces_adds_and_removes_and_leaves_alone_what_is_the_same() {
    let folder = folder_with_old_set();
    let done = put(folder.path(), &new()).unwrap();
    assert_eq!(contents(folder.path()), expected(&new()));
    assert_eq!(done.written, ["annual-report.md", "summary.html", "summary.md", "manifest.json"]);
    assert_eq!(done.removed, ["appendix.md"]);
    assert!(!done.mended && done.edited.is_empty());
    assert_eq!(put(folder.path(), &new()).unwrap(), Publication::default());
}

#[test]
fn whichever_operation_fails_the_old_set_stands_byte_for_byte_or_the_new_one_is_complete() {
    let all = operations();
    assert!(all > 30, "the injection sees {all} operations only");
    for at in 0..all {
        let folder = folder_with_old_set();
        let outcome = put_through(&Faulty::new(at, false), folder.path(), &new());
        let mut stands = contents(folder.path());
        if outcome.is_ok() {
            // Only clearing away failed; the next build does it.
            stands.retain(|name, _| !name.starts_with(".lscb-report-") && name != "manifest.pending.json");
            assert_eq!(stands, expected(&new()), "operation {at}");
            assert!(!put(folder.path(), &new()).unwrap().mended, "operation {at}");
            assert_eq!(contents(folder.path()), expected(&new()), "operation {at}");
        } else {
            assert_eq!(stands, expected(&old()), "operation {at}");
        }
    }
}

#[test]
fn killed_before_any_operation_no_file_is_half_written_and_the_next_build_mends() {
    for at in 0..operations() {
        let folder = folder_with_old_set();
        let _ = put_through(&Faulty::new(at, true), folder.path(), &new());
        let stands = contents(folder.path());
        for (name, content) in &stands {
            let whole = [expected(&old()), expected(&new())].iter().any(|set| set.get(name) == Some(content));
            let ours_for_now =
                name.starts_with(".lscb-report-") || Pending::read(content.as_bytes()).is_some();
            assert!(whole || ours_for_now, "operation {at}: {name} holds {content:?}");
        }
        // A third set, so that neither of the two is mended by chance.
        let third = [page("summary.md", "third"), page("other.md", "other")];
        let mixed = stands.contains_key("manifest.pending.json")
            && stands.get("manifest.json") != Some(&Manifest::of(&[], &new()).to_json());
        let done = put(folder.path(), &third).unwrap();
        assert_eq!(contents(folder.path()), expected(&third), "operation {at}");
        assert_eq!(done.mended, mixed, "operation {at}");
        assert!(done.edited.is_empty(), "operation {at}");
    }
}

#[test]
fn killed_twice_the_files_of_all_three_builds_are_known() {
    let third = [page("third.md", "third")];
    let all = operations();
    for first in 0..all {
        for second in [5, 12, 18, 22, 25, 28, 31, 35] {
            let folder = folder_with_old_set();
            let _ = put_through(&Faulty::new(first, true), folder.path(), &new());
            let _ = put_through(&Faulty::new(second, true), folder.path(), &third);
            put(folder.path(), &old()).unwrap();
            assert_eq!(contents(folder.path()), expected(&old()), "operations {first} and {second}");
        }
    }
}

#[test]
fn a_file_of_somebody_elses_is_refused_by_name_and_nothing_changes() {
    let folder = folder_with_old_set();
    fs::write(folder.path().join("annual-report.md"), "theirs").unwrap();
    let before = contents(folder.path());
    let fault = put(folder.path(), &new()).unwrap_err();
    assert!(matches!(&fault, DiskFault::Foreign(_, names) if names == &["annual-report.md"]), "{fault}");
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_folder_without_a_manifest_has_no_files_of_ours() {
    let folder = folder_with_old_set();
    fs::remove_file(folder.path().join("manifest.json")).unwrap();
    let before = contents(folder.path());
    assert!(matches!(put(folder.path(), &old()), Err(DiskFault::Foreign(..))));
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_manifest_of_somebody_elses_is_refused() {
    for theirs in ["{}", "", "{\"schema\": \"lscb-report/manifest/9\"}"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("manifest.json"), theirs).unwrap();
        assert!(matches!(put(folder.path(), &new()), Err(DiskFault::BadManifest(_))));
        assert_eq!(contents(folder.path()), BTreeMap::from([("manifest.json".into(), theirs.into())]));
    }
}

#[test]
fn a_manifest_that_was_tampered_with_leads_to_no_file_outside() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("narrative.toml"), "theirs").unwrap();
    let out = folder.path().join("report");
    let bait = page("../narrative.toml", "theirs");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("manifest.json"), Manifest::of(&[], std::slice::from_ref(&bait)).to_json()).unwrap();
    put(&out, &new()).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("narrative.toml")).unwrap(), "theirs");
    assert!(matches!(put(&out, &[bait]), Err(DiskFault::BadName(_))));
}

#[cfg(unix)]
#[test]
fn a_page_that_became_a_link_is_not_written_through() {
    let folder = folder_with_old_set();
    let elsewhere = tempfile::tempdir().unwrap();
    let target = elsewhere.path().join("theirs.md");
    fs::write(&target, "old summary").unwrap();
    fs::remove_file(folder.path().join("summary.md")).unwrap();
    std::os::unix::fs::symlink(&target, folder.path().join("summary.md")).unwrap();
    assert!(matches!(put(folder.path(), &new()), Err(DiskFault::Foreign(..))));
    assert_eq!(fs::read_to_string(&target).unwrap(), "old summary");
}

#[test]
fn a_page_that_somebody_wrote_in_is_replaced_and_said_but_stays_where_it_is_made_no_more() {
    let folder = folder_with_old_set();
    fs::write(folder.path().join("summary.md"), "by hand").unwrap();
    fs::write(folder.path().join("appendix.md"), "by hand").unwrap();
    let done = put(folder.path(), &new()).unwrap();
    assert_eq!(done.edited, ["summary.md", "appendix.md"]);
    let mut stands = expected(&new());
    stands.insert("appendix.md".into(), "by hand".into());
    assert_eq!(contents(folder.path()), stands);
}

#[test]
fn a_comparison_names_what_a_build_would_change_and_writes_nothing() {
    let folder = folder_with_old_set();
    fs::write(folder.path().join("annual-report.md"), "theirs").unwrap();
    fs::remove_file(folder.path().join("summary.html")).unwrap();
    let before = contents(folder.path());
    let stale = compare(folder.path(), &new(), &Manifest::of(&[], &new())).unwrap();
    let expected = [
        Stale::Missing("summary.html".into()),
        Stale::Differs("manifest.json".into()),
        Stale::Differs("summary.md".into()),
        Stale::NoLongerMade("appendix.md".into()),
        Stale::NotOurs("annual-report.md".into()),
    ];
    assert_eq!(stale, expected);
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_comparison_of_what_stands_finds_nothing_and_of_no_folder_everything() {
    let folder = folder_with_old_set();
    let manifest = Manifest::of(&[], &old());
    assert_eq!(compare(folder.path(), &old(), &manifest).unwrap(), []);
    let absent = folder.path().join("absent");
    assert_eq!(compare(&absent, &old(), &manifest).unwrap().len(), 5);
    assert!(!absent.exists());
}
