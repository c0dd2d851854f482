//! Whole case lists → figures and findings. Every child is invented; what is expected was counted by hand.

mod counts;
mod faults;
mod large;
mod presets;

use std::collections::BTreeMap;

use crate::figures::Found;
use crate::load::{Folder, ReadFault};
use crate::model::FigureId;
use crate::narrative::Readiness;
use crate::pipeline::{Assessment, assess};
use crate::words::display;

struct Project(BTreeMap<&'static str, Vec<u8>>);

impl Folder for Project {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).cloned().ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

/// Five lines, so that a declaration begins on the sixth.
const REPORT: &str = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2024/25\"\n[[data]]\n";
/// What a list says that has every row of the report's year.
const WHOLE_YEAR: &str = "covers = { from = \"2024-04\", to = \"2025-03\" }\n";

fn assessed(declaration: &str, list: impl Into<Vec<u8>>) -> Assessment {
    let narrative = format!("{REPORT}file = \"list.csv\"\n{declaration}");
    let files = [("narrative.toml", narrative.into_bytes()), ("list.csv", list.into())];
    assess(&Project(files.into_iter().collect()), "narrative.toml", Readiness::Finished)
}

/// What figures are shown as.
fn shown(assessment: &Assessment, ids: &[&str]) -> Vec<String> {
    let published = assessment.published.as_ref().expect("figures");
    let show = |id: &&str| match published.find(&FigureId::parse(id).expect("an id")) {
        Found::Figure(figure) => display(figure),
        _ => "-".to_owned(),
    };
    ids.iter().map(show).collect()
}

/// Every finding: where it stands, its code, and the line that is shown of the file.
fn found(assessment: &Assessment) -> Vec<String> {
    let told = assessment.findings.sorted().into_iter().map(|finding| {
        let place = finding.place.expect("a place");
        let source = &assessment.sources[usize::try_from(place.file.0).expect("small")];
        let (line, column) = source.line_and_column(place.start);
        let cell = source.text.get(place.start..place.end).unwrap_or_default();
        format!("{}:{line}:{column} {} {cell}", source.path, finding.code.name).trim_end().to_owned()
    });
    told.collect()
}

/// The codes of all findings about the list.
fn codes(assessment: &Assessment) -> Vec<&'static str> {
    assessment.findings.sorted().iter().map(|finding| finding.code.name).collect()
}
