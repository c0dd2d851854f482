//! What the checks find, and what they must leave alone.

mod gaps;
mod parts;
mod periods;
mod slips;

use std::collections::BTreeMap;

use super::check;
use crate::diagnostic::Findings;
use crate::figures::tests::Held;
use crate::model::{DataFile, DataState, FileId, Kind, Narrative, Place, Record, Settings, SourceFile};

fn found(held: &Held) -> Findings {
    let source = |path: &str| SourceFile {
        path: path.into(),
        text: String::new(),
        fingerprint: String::new(),
        case_list: None,
        sheet: None,
    };
    let file = DataFile {
        path: "data/all.csv".into(),
        place: Place::start_of(FileId(0)),
        supplied_by: Some("Children's social care".into()),
        state: DataState::Come(crate::model::State::Final),
        shape: None,
        period: None,
        separator: None,
        decimal_comma: None,
        fractions: None,
        year: None,
        sheet: None,
        measures: Vec::new(),
        symbols: Vec::new(),
        cases: None,
    };
    let narrative = Narrative {
        settings: Settings {
            year: held.plan.year,
            calendar: held.plan.calendar,
            span: held.plan.span,
            as_at: None,
            templates: Vec::new(),
            template_folder: None,
            benchmarks: crate::model::Benchmarks::default(),
        },
        data: vec![file],
        measures: Vec::new(),
        figures: Vec::new(),
        renames: crate::model::Renames::default(),
        allowances: Vec::new(),
        unread: Vec::new(),
        content: Record {
            place: Place::start_of(FileId(0)),
            fields: BTreeMap::new(),
            cells: BTreeMap::new(),
        },
    };
    let mut findings = Findings::default();
    check(&narrative, &[source("narrative.toml"), source("data/all.csv")], &held.figures(), &mut findings);
    findings
}

#[track_caller]
fn finds(held: &Held, expected: &[&str]) {
    let findings = found(held);
    let messages: Vec<String> = findings
        .sorted()
        .iter()
        .map(|finding| format!("{}: {}", finding.code.name, finding.message))
        .collect();
    assert_eq!(messages, expected);
    for finding in findings.sorted() {
        assert!(finding.place.is_some(), "{} has no place", finding.code.name);
        assert!(!finding.help.is_empty(), "{} has no help", finding.code.name);
        assert!(!finding.figures.is_empty(), "{} touches no figure", finding.code.name);
        assert_eq!(finding.supplied_by.as_deref(), Some("Children's social care"), "{}", finding.code.name);
    }
}

fn contacts() -> Held {
    Held::year(2013).measure("contacts", Kind::Events)
}

fn months(held: Held, id: &str, skip: &[&str]) -> Held {
    let all = held.plan.span.months().map(|month| month.to_string());
    all.filter(|month| !skip.contains(&month.as_str()))
        .fold(held, |held, month| held.put(&id.replace('@', &month), "10"))
}
