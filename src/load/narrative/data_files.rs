//! `[[data]]` → the files to read, patterns resolved.

use std::collections::BTreeMap;

use super::faults::on;
use super::names::Names;
use super::reader::slashed;
use super::scalar::read_year;
use super::{case_lists, glob, string, texts};
use crate::diagnostic::Findings;
use crate::diagnostic::codes::narrative as codes;
use crate::load::Files;
use crate::model::{
    CaseList, DataFile, DataShape, DataState, PeriodForm, Place, Record, Separator, State, Text,
};
use crate::suggest::did_you_mean;

/// The files in the order in which they are declared, those of one pattern sorted; each once.
pub(super) fn read(
    files: &Files<'_>,
    declared: Vec<&Record>,
    names: &Names,
    findings: &mut Findings,
) -> Vec<DataFile> {
    let mut listed = files.list();
    listed.sort();
    let mut first_at: BTreeMap<(String, Option<String>), Place> = BTreeMap::new();
    let mut data = Vec::new();
    for block in declared {
        let declaration = declaration(block, names, findings);
        let Some(text) = block.text("file") else { continue };
        for path in paths(text, &listed, declaration.state, findings) {
            let named = (path.clone(), declaration.sheet.clone());
            if let Some(first) = first_at.get(&named) {
                tell_twice(text, &path, *first, findings);
                continue;
            }
            first_at.insert(named, text.whole());
            data.push(DataFile { path, place: text.whole(), ..declaration.clone() });
        }
    }
    data
}

fn tell_twice(text: &Text, path: &str, first: Place, findings: &mut Findings) {
    findings.push(
        on(text, &codes::FILE_DECLARED_TWICE, format!("`{path}` is declared twice"))
            .related(first, "declared here first")
            .help("take one of the two out, or make the pattern narrower"),
    );
}

/// The files that a path or pattern names. What is awaited stands for itself until it is there.
fn paths(text: &Text, listed: &[String], state: DataState, findings: &mut Findings) -> Vec<String> {
    let pattern = slashed(text.as_str());
    if !glob::is_pattern(&pattern) {
        return vec![pattern];
    }
    let matching: Vec<String> = listed.iter().filter(|path| glob::matches(&pattern, path)).cloned().collect();
    match (matching.is_empty(), state) {
        (false, _) => matching,
        (true, DataState::Awaited) => vec![pattern],
        (true, _) => {
            let message = format!("no file of the project matches `{pattern}`");
            let near = did_you_mean(&pattern, listed.iter().map(String::as_str));
            let help = near.unwrap_or_else(|| "correct it, or put the files there".to_owned());
            findings.push(
                on(text, &codes::NO_FILE_MATCHES, message)
                    .help(help)
                    .help("if they are still to come, add `state = \"awaited\"`"),
            );
            Vec::new()
        }
    }
}

/// What a block says of its files, whichever they are.
fn declaration(block: &Record, names: &Names, findings: &mut Findings) -> DataFile {
    let measures: Vec<_> =
        texts(block, "measures").into_iter().filter_map(|text| names.measure(text, findings)).collect();
    let cases = case_lists::read(block, names, findings);
    let cases = cases.map(|list| CaseList { only: measures.clone(), ..list });
    let counted = cases.iter().flat_map(|list| &list.counts).map(|count| count.measure.clone());
    DataFile {
        path: String::new(),
        sheet: string(block, "sheet"),
        place: block.place,
        supplied_by: string(block, "supplied_by"),
        state: match block.choice("state") {
            Some("awaited") => DataState::Awaited,
            said => DataState::Come(said.and_then(State::from_word).unwrap_or_default()),
        },
        shape: block.choice("shape").map(|word| match word {
            "wide" => DataShape::Wide,
            "cases" => DataShape::Cases,
            "across" => DataShape::Across,
            "open-data" => DataShape::OpenData,
            _ => DataShape::Long,
        }),
        period: block.choice("period").map(|word| match word {
            "year" => PeriodForm::Year,
            _ => PeriodForm::Month,
        }),
        decimal_comma: block.choice("decimal").map(|word| word == ","),
        fractions: block.choice("percentages").map(|word| word == "fractions"),
        year: block.text("year").and_then(|text| read_year(text.as_str())),
        separator: block
            .choice("separator")
            .and_then(|word| Separator::ALL.into_iter().find(|separator| separator.word() == word)),
        measures: measures.iter().cloned().chain(counted).collect(),
        symbols: block.records("symbols").filter_map(symbol).collect(),
        cases: cases.clone(),
    }
}

/// A sign for missing values and the letter of what it means; `low` is written `k`.
fn symbol(entry: &Record) -> Option<(String, char)> {
    let meaning = match entry.choice("value")? {
        "low" => 'k',
        word => word.chars().next()?,
    };
    Some((string(entry, "name")?, meaning))
}
