//! Works every rate and percentage of a folder of official open data out again, from the counts beside it and the
//! population of the year before, and says by column how many come out as they were published.
//!
//! ```sh
//! cargo run --release --example recompute -- FOLDER
//! ```
//!
//! Local authorities must agree to the last decimal that the column is published with. Counts of England and the regions are rounded to tens before they
//! are published, so theirs must agree with some count that rounds so. Exits 1 where anything is unequal.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use lscb_report::csv_text::{self, Field};
use lscb_report::diagnostic::{Findings, Severity};
use lscb_report::disk::{DiskFault, ProjectFolder};
use lscb_report::figures::{Recomputed, recompute};
use lscb_report::load::{self, Files, Folder, ReadFault};
use lscb_report::model::{Area, Quantity, Ratio, Separator, SourceFile};
use lscb_report::plan;

#[cfg(not(test))]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "an example is a small program of its own")]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: recompute FOLDER");
        return ExitCode::from(2);
    };
    match Report::of(Path::new(&folder)) {
        Ok(report) => {
            print!("{report}");
            if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

/// The folder with a narrative in it that reads every file as open data.
struct WithNarrative(ProjectFolder);

const NARRATIVE: &str = "\
[report]
board = \"Every area\"
title = \"Rates and percentages recomputed\"
year = \"2000/01\"

[[data]]
file = \"*.csv\"
";

impl Folder for WithNarrative {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        if path == "narrative.toml" { Ok(NARRATIVE.into()) } else { self.0.read(path) }
    }

    fn list(&self) -> Vec<String> {
        self.0.list()
    }
}

/// What came out.
#[derive(Default)]
pub(crate) struct Report {
    columns: BTreeMap<(String, &'static str), Tally>,
    /// What could not be read, or did not come out.
    wrong: Vec<String>,
}

#[derive(Default)]
struct Tally {
    equal: usize,
    unequal: usize,
    not_comparable: usize,
}

impl Report {
    /// Reads the folder and works everything out again.
    pub(crate) fn of(folder: &Path) -> Result<Self, DiskFault> {
        let folder = WithNarrative(ProjectFolder::open(folder, &folder.join("report"))?);
        let (mut files, mut findings) = (Files::of(&folder), Findings::default());
        let mut report = Self::default();
        if let Some(mut narrative) = load::narrative::read(&mut files, "narrative.toml", &mut findings) {
            narrative.settings.benchmarks.keeps_every_area = true;
            let observations = load::data::observe(&mut files, &narrative, &mut findings);
            let plan = plan::plan(&narrative, &observations);
            let all = recompute(&observations, &plan);
            let decimals = decimals(&all, files.sources());
            for found in &all {
                report.enter(found, files.sources(), &decimals);
            }
        }
        let errors = findings.sorted().into_iter().filter(|found| found.code.severity == Severity::Error);
        report.wrong.extend(errors.map(|found| format!("{}: {}", found.code.name, found.message)));
        if report.columns.is_empty() {
            report.wrong.push("no file of the folder states a rate or percentage".to_owned());
        }
        Ok(report)
    }

    fn enter(&mut self, found: &Recomputed<'_>, sources: &[SourceFile], decimals: &BTreeMap<String, u32>) {
        let (area, figure, span) = found.key;
        let Area::Other(code) = area else { return };
        let level = if is_rounded(code) { "England and regions" } else { "local authorities" };
        let column = column(found, sources);
        let places = decimals.get(&column).copied().unwrap_or_default();
        let tally = self.columns.entry((column, level)).or_default();
        match (&found.stated.value, &found.worked) {
            (Ok(stated), Ok(worked)) if agree(stated.clone(), worked.clone(), places) => tally.equal += 1,
            (Ok(stated), Ok(worked)) => {
                tally.unequal += 1;
                let (stated, worked) = (shown(stated.clone()), shown(worked.clone()));
                self.wrong.push(format!("{code}, {figure}, {span}: published {stated}, worked out {worked}"));
            }
            _ => tally.not_comparable += 1,
        }
    }

    /// Whether everything could be read and is equal.
    pub(crate) fn is_sound(&self) -> bool {
        self.wrong.is_empty()
    }
}

/// Whether counts of the area are rounded to tens before they are published.
fn is_rounded(code: &str) -> bool {
    code.starts_with("E92") || code.starts_with("E12") || code.starts_with("E13")
}

/// With how many decimals each column is published: the most that any of its cells has, since noughts at the end are
/// left out.
fn decimals(all: &[Recomputed<'_>], sources: &[SourceFile]) -> BTreeMap<String, u32> {
    let mut decimals = BTreeMap::new();
    for found in all {
        let point = found.stated.value.as_ref().ok().and_then(|value| value.point());
        let places = point.map_or(0, |point| (0..6).find(|places| has_places(point, *places)).unwrap_or(6));
        let most: &mut u32 = decimals.entry(column(found, sources)).or_default();
        *most = places.max(*most);
    }
    decimals
}

/// Whether a number has no more than so many decimals.
fn has_places(point: Ratio, places: u32) -> bool {
    point.times(Ratio::whole(10_i64.pow(places))).is_some_and(Ratio::is_whole)
}

/// Whether what is worked out, as far as its counts may have been rounded, rounds (either way at a half) to what is published
/// with so many decimals.
fn agree(stated: Quantity, worked: Quantity, places: u32) -> bool {
    let half = Ratio::new(1, 2 * 10_i64.pow(places)).unwrap_or(Ratio::ZERO);
    let Some(point) = stated.point() else { return false };
    let above = |end: Option<Ratio>| end.is_none_or(|low| Some(low) <= point.plus(half));
    let below = |end: Option<Ratio>| end.is_none_or(|high| Some(high) >= point.minus(half));
    above(worked.least()) && below(worked.most())
}

fn shown(quantity: Quantity) -> String {
    let end = |end: Option<Ratio>| end.and_then(|end| end.rounded(3)).unwrap_or_default();
    match (quantity.least(), quantity.most()) {
        (least, most) if least == most => end(least),
        (least, most) => format!("{} to {}", end(least), end(most)),
    }
}

/// The file and heading under which a figure is stated.
fn column(found: &Recomputed<'_>, sources: &[SourceFile]) -> String {
    let cell = found.stated.cell;
    let source = usize::try_from(cell.place.file.0).ok().and_then(|file| sources.get(file));
    let headings = source.and_then(|source| csv_text::rows(&source.text, Separator::Comma).next()?.ok());
    let index = usize::try_from(cell.column).unwrap_or(usize::MAX).saturating_sub(1);
    let heading = headings.as_ref().and_then(|row| row.get(index)).map_or("", Field::trimmed);
    format!("{}: {heading}", source.map_or("", |source| source.path.as_str()))
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "equal  unequal  not comparable")?;
        for ((column, level), tally) in &self.columns {
            let Tally { equal, unequal, not_comparable } = tally;
            writeln!(f, "{equal:5}  {unequal:7}  {not_comparable:14}  {column}, {level}")?;
        }
        self.wrong.iter().try_for_each(|wrong| writeln!(f, "{wrong}"))
    }
}
