//! A project folder in memory, and the least narrative that reads data.

use std::collections::BTreeMap;

use crate::diagnostic::Findings;
use crate::load::data::observe;
use crate::load::{Files, Folder, ReadFault};
use crate::model::{
    Calendar, DataFile, DataState, FileId, Kind, Measure, MeasureId, Narrative, Observations, Place,
    Polarity, Record, Settings, SourceFile, State, Unit, Year,
};

/// The project, to which files and measures are added.
pub(super) struct Project {
    files: BTreeMap<String, Vec<u8>>,
    pub(super) narrative: Narrative,
}

/// What came of reading it.
pub(super) struct Outcome {
    pub(super) observations: Observations,
    pub(super) findings: Findings,
    pub(super) sources: Vec<SourceFile>,
}

struct InMemory<'a>(&'a BTreeMap<String, Vec<u8>>);

impl Folder for InMemory<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).cloned().ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

impl Project {
    /// Four measures, one of each kind, and no files.
    pub(super) fn new() -> Self {
        let year = Year::beginning(2013).expect("in range");
        let calendar = Calendar::default();
        let settings = Settings {
            year,
            calendar,
            span: calendar.months_of(year),
            as_at: None,
            templates: Vec::new(),
            template_folder: None,
            benchmarks: crate::model::Benchmarks::default(),
        };
        let measures = vec![
            measure("children_on_plan", Kind::Snapshot, &["CPP at month end"]),
            measure("contacts", Kind::Events, &["Contacts (MASH)"]),
            measure("population", Kind::Population, &[]),
            measure("referrals", Kind::Events, &[]),
            measure("visited_on_time", Kind::Percentage, &[]),
        ];
        let content =
            Record { place: Place::start_of(FileId(0)), fields: BTreeMap::new(), cells: BTreeMap::new() };
        let narrative = Narrative {
            settings,
            data: Vec::new(),
            measures,
            figures: Vec::new(),
            renames: crate::model::Renames::default(),
            allowances: Vec::new(),
            unread: Vec::new(),
            content,
        };
        Self { files: BTreeMap::new(), narrative }
    }

    /// A file that is there and declared.
    pub(super) fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self.narrative.data.push(declared(path));
        self
    }

    /// The declaration of the last file, changed.
    pub(super) fn declaring(mut self, change: impl FnOnce(&mut DataFile)) -> Self {
        change(self.narrative.data.last_mut().expect("a file"));
        self
    }

    /// Reads it.
    pub(super) fn observe(&self) -> Outcome {
        let folder = InMemory(&self.files);
        let mut files = Files::of(&folder);
        let mut findings = Findings::default();
        let observations = observe(&mut files, &self.narrative, &mut findings);
        Outcome { observations, findings, sources: files.into_sources() }
    }
}

impl Outcome {
    /// Each observation in short: `contacts[2013-04] = 501 @2:3`.
    pub(super) fn values(&self) -> Vec<String> {
        self.observations
            .iter()
            .map(|(key, observation)| {
                let value = match &observation.value {
                    Ok(quantity) => quantity.point().map_or("interval".to_owned(), |point| point.to_string()),
                    Err(reason) => format!("{reason:?}"),
                };
                let cell = observation.cell;
                let parts =
                    if key.selection.is_whole() { String::new() } else { format!(",{}", key.selection) };
                format!("{}[{}{parts}] = {value} @{}:{}", key.measure, key.period, cell.line, cell.column)
            })
            .collect()
    }

    /// Each finding in short: `not-a-number 2:3 "3O4"`, with line, column and text of its place.
    pub(super) fn found(&self) -> Vec<String> {
        self.findings
            .sorted()
            .into_iter()
            .map(|finding| {
                let place = finding.place.expect("a place");
                let source = &self.sources[usize::try_from(place.file.0).expect("small")];
                let (line, column) = source.line_and_column(place.start);
                let text = source.text.get(place.start..place.end).expect("whole characters");
                format!("{} {line}:{column} {text:?}", finding.code.name)
            })
            .collect()
    }
}

/// A final file of that name with nothing else said of it.
pub(super) fn declared(path: &str) -> DataFile {
    DataFile {
        path: path.to_owned(),
        place: Place::start_of(FileId(0)),
        sheet: None,
        supplied_by: None,
        state: DataState::Come(State::Final),
        shape: None,
        period: None,
        separator: None,
        decimal_comma: None,
        fractions: None,
        year: None,
        measures: Vec::new(),
        symbols: Vec::new(),
        cases: None,
    }
}

pub(super) fn measure(id: &str, kind: Kind, headings: &[&str]) -> Measure {
    Measure {
        id: MeasureId::parse(id).expect("an id"),
        label: id.replace('_', " "),
        singular: id.into(),
        plural: id.into(),
        kind,
        polarity: Polarity::Neither,
        target: None,
        amber: None,
        unit: Unit::Cases,
        counts_once: false,
        out_of: None,
        weight: None,
        complete: Vec::new(),
        definition: String::new(),
        source: String::new(),
        aliases: Vec::new(),
        headings: headings.iter().map(|&heading| heading.to_owned()).collect(),
    }
}
