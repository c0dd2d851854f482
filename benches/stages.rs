//! How long each stage takes, on the sample and on a wide export of one and of ten times as many rows.
//!
//! Run `cargo bench`; to hold a change against it, run it before and after on the same quiet machine.

#![allow(
    clippy::allow_attributes,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads its sample and stops at the first thing that is not as it should be"
)]

use std::collections::BTreeMap;
use std::path::Path;

use divan::{Bencher, black_box};
use lscb_report::diagnostic::Findings;
use lscb_report::figures;
use lscb_report::load::{self, Files, Folder, ReadFault};
use lscb_report::model::{Narrative, Observations};
use lscb_report::narrative::Readiness;
use lscb_report::{pipeline, plan};

fn main() {
    divan::main();
}

/// A project held in memory.
struct Held(BTreeMap<String, Vec<u8>>);

impl Folder for Held {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).cloned().ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

impl Held {
    fn sample() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/dudley-2013-14");
        let mut files = BTreeMap::new();
        for folder in ["", "data", "text"] {
            for entry in std::fs::read_dir(root.join(folder)).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_file() {
                    let name = entry.file_name().into_string().unwrap();
                    let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                    files.insert(path, std::fs::read(entry.path()).unwrap());
                }
            }
        }
        Self(files)
    }

    /// A long export of `rows` rows: a category a row, for each month of five years in turn.
    fn export(rows: usize) -> Self {
        let narrative =
            "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2023/24\"\n[[data]]\nfile = \"a.csv\"\n";
        let mut csv = String::from("measure,period,team,value\n");
        for row in 0..rows {
            let (month, team) = (row % 60, row / 60);
            let (year, number) = (2019 + (month + 3) / 12, (month + 3) % 12 + 1);
            csv.push_str(&format!("contacts,{year}-{number:02},Team {team},{}\n", row % 97));
        }
        Self(BTreeMap::from([
            ("narrative.toml".to_owned(), narrative.as_bytes().to_vec()),
            ("a.csv".to_owned(), csv.into_bytes()),
        ]))
    }

    fn load(&self) -> (Narrative, Observations) {
        let (mut files, mut findings) = (Files::of(self), Findings::default());
        let narrative = load::narrative::read(&mut files, "narrative.toml", &mut findings).unwrap();
        let observations = load::data::observe(&mut files, &narrative, &mut findings);
        (narrative, observations)
    }
}

#[divan::bench]
fn load_the_sample(bencher: Bencher<'_, '_>) {
    let sample = Held::sample();
    bencher.bench_local(|| black_box(sample.load()));
}

#[divan::bench(args = [6_000, 60_000])]
fn load_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let export = Held::export(rows);
    bencher.bench_local(|| black_box(export.load()));
}

#[divan::bench]
fn derive_the_sample(bencher: Bencher<'_, '_>) {
    let (narrative, observations) = Held::sample().load();
    bencher.bench_local(|| black_box(figures::derive(&observations, &plan::plan(&narrative, &observations))));
}

#[divan::bench(args = [6_000, 60_000])]
fn derive_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let (narrative, observations) = Held::export(rows).load();
    bencher.bench_local(|| black_box(figures::derive(&observations, &plan::plan(&narrative, &observations))));
}

#[divan::bench]
fn render_the_sample(bencher: Bencher<'_, '_>) {
    let sample = Held::sample();
    let mut assessment = pipeline::assess(&sample, "narrative.toml", Readiness::Finished);
    bencher.bench_local(|| black_box(pipeline::publish(&mut assessment, pipeline::Wanted::default())));
}

#[divan::bench]
fn all_of_the_sample(bencher: Bencher<'_, '_>) {
    let sample = Held::sample();
    bencher.bench_local(|| {
        let mut assessment = pipeline::assess(&sample, "narrative.toml", Readiness::Finished);
        black_box(pipeline::publish(&mut assessment, pipeline::Wanted::default()))
    });
}
