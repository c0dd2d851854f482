//! The numbers of a page: each that comes from the data stands in a `data` element with its figure's id, and says what
//! `figures.json` says of that figure. Those outside are the writer's own words, names and units.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::common::{files_below, plain, repository};

use super::agrees::{agrees, spoken};

/// Elements whose text is of another kind: links within the page, which name its parts, pictures (which `charts.rs`
/// reads), numbers of headings.
const PASSED_OVER: [&str; 7] = [
    "<nav",
    "<svg",
    "<style",
    "<details class=\"sources\"",
    "<summary",
    "<span class=\"number\"",
    "<a href=\"#",
];

/// The row of a figure in the list of how each was worked out: beside its value stands its formula, with numbers that
/// are no figures.
const FORMULA: &str = "<tr><th scope=\"row\"><span id=\"how.";

/// What stands with numbers in any report: units, and the words around what a writer gives as a number alone.
const WORDED: [&str; 7] =
    ["every 100", "aged 0 to 17", "per 10,000", "per 100", "nearest 10", " cases were read", "Priority "];

/// What a build wrote into `figures.json`.
pub(super) struct Written {
    figures: BTreeMap<String, Json>,
    report: Json,
}

impl Written {
    /// The file of a build.
    pub(super) fn in_folder(out: &Path) -> Self {
        let json = fs::read_to_string(out.join("figures.json")).unwrap();
        let json: Json = serde_json::from_str(&json).unwrap();
        let figures = json["figures"].as_array().unwrap().iter();
        let figures = figures.map(|figure| (figure["id"].as_str().unwrap().to_owned(), figure.clone()));
        Self { figures: figures.collect(), report: json["report"].clone() }
    }

    /// The numbers that are no figures, with the words beside them: what a writer wrote for a sample and its templates,
    /// what the figures are called and held against, the months of the report and those a year before.
    pub(super) fn words(&self, sample: &Path) -> BTreeSet<String> {
        let is_data =
            |file: &PathBuf| ["data", "report"].iter().any(|folder| file.starts_with(sample.join(folder)));
        let files = [sample.to_owned(), repository("report-templates")].into_iter();
        let files = files.flat_map(|folder| files_below(&folder)).filter(|file| !is_data(file));
        let mut texts: Vec<String> = files.filter_map(|file| text_of(&file)).collect();
        let days: Vec<String> = texts.iter().map(|text| spoken_days(text)).collect();
        texts.extend(days);
        for figure in self.figures.values() {
            texts.extend(["label", "formula"].map(|key| figure[key].as_str().unwrap().to_owned()));
            texts.extend(figure["target"].as_str().map(str::to_owned));
        }
        let month = |key: &str| self.report[key].as_str().unwrap().to_owned();
        let (first, last) = (month("first_month"), month("last_month"));
        let (from, to) = (spoken(&first).unwrap(), spoken(&last).unwrap());
        texts.extend((28..=31).map(|day| format!("1 {from} to {day} {to}")));
        texts.extend(spoken(&format!("{} to {}", year_before(&first), year_before(&last))));
        texts.iter().flat_map(|text| parts_of_runs(text)).collect()
    }
}

/// The words of a file that a person writes.
fn text_of(file: &Path) -> Option<String> {
    let text = || fs::read_to_string(file).unwrap();
    match file.extension()?.to_str()? {
        "toml" | "md" => Some(text()),
        "csv" => Some(text().replace(',', " ")),
        _ => None,
    }
}

/// "2011-04" → "2010-04".
fn year_before(month: &str) -> String {
    let (year, month) = month.split_once('-').unwrap();
    format!("{}-{month}", year.parse::<u16>().unwrap() - 1)
}

/// What is wrong with the numbers of a page.
pub(super) fn faults(html: &str, built: &Written, words: &BTreeSet<String>) -> Vec<String> {
    let (inside, outside) = parted(html);
    let mut faults = Vec::new();
    for (id, said) in inside {
        match built.figures.get(&id) {
            Some(figure) if agrees(figure, &said) => {}
            Some(figure) => faults.push(format!("“{said}” is said of `{id}`: {}", figure["display"])),
            None => faults.push(format!("“{said}” is said of `{id}`, which is no figure")),
        }
    }
    for text in outside {
        let text = WORDED.iter().fold(text, |text, worded| text.replace(worded, "; "));
        let runs = text.split([';', ':']).flat_map(runs);
        faults.extend(runs.filter(|run| !is_written(run, words)).map(|run| format!("whose is “{run}”?")));
    }
    faults
}

/// Whether a writer wrote a number with one of the words beside it, where there are any. A year or span is a name, as
/// of a column.
fn is_written(run: &str, written: &BTreeSet<String>) -> bool {
    written.contains(run) || {
        let ends = [run.split_once(' '), run.rsplit_once(' ').map(|(start, end)| (end, start))];
        let parts = ends.into_iter().flatten().map(|(_, part)| part);
        parts
            .filter(|part| part.contains(|c: char| c.is_ascii_digit()) && part.contains(' '))
            .any(|part| written.contains(part))
    }
}

/// The words of a page inside `data` elements, each with its id, and the stretches of text outside.
fn parted(html: &str) -> (Vec<(String, String)>, Vec<String>) {
    let (_, body) = html.split_once("<body").unwrap();
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    let (mut rest, mut in_formula) = (body, false);
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        in_formula = (in_formula || tag.starts_with(FORMULA)) && !tag.starts_with("</tr>");
        outside.extend((!in_formula).then(|| plain(text)));
        if let Some(open) = PASSED_OVER.iter().find(|open| tag.starts_with(**open)) {
            let name: String = open.chars().skip(1).take_while(char::is_ascii_alphabetic).collect();
            rest = tag.split_once(&format!("</{name}>")).unwrap().1;
        } else if let Some(data) = tag.strip_prefix("<data value=\"") {
            let (id, said) = data.split_once("\">").unwrap();
            let (said, after) = said.split_once("</data>").unwrap();
            inside.push((plain(id), plain(said)));
            rest = after;
        } else {
            rest = tag.split_once('>').unwrap().1;
        }
    }
    (inside, outside)
}

/// The words of a text, numbers without their commas, and where those with a number in them stand.
fn numbered_words(text: &str) -> (Vec<String>, Vec<usize>) {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || ",.".contains(c)));
    let words =
        parts.map(|word| word.trim_matches([',', '.']).replace(',', "")).filter(|word| !word.is_empty());
    let words: Vec<String> = words.collect();
    let is_number = |at: &usize| words[*at].contains(|c: char| c.is_ascii_digit());
    let numbers = (0..words.len()).filter(is_number).collect();
    (words, numbers)
}

/// Each number of a text with the word before and the word after it, as far as there are.
fn runs(text: &str) -> Vec<String> {
    let (words, numbers) = numbered_words(text);
    numbers.iter().map(|at| words[at.saturating_sub(1)..words.len().min(at + 2)].join(" ")).collect()
}

/// The same, and each number with one of the two, and alone: what a page can have of it where an element ends.
fn parts_of_runs(text: &str) -> Vec<String> {
    let (words, numbers) = numbered_words(text);
    let ranges = numbers.iter().flat_map(|at| {
        let (before, after) = (at.saturating_sub(1), words.len().min(at + 2));
        [(before, after), (before, at + 1), (*at, after), (*at, at + 1)]
    });
    ranges.map(|(first, end)| words[first..end].join(" ")).collect()
}

/// The days of a text, which it has as `2025-03-31`, as a page says them.
fn spoken_days(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| !(c.is_ascii_digit() || c == '-')).collect();
    words.iter().filter_map(|day| spoken(day)).collect::<Vec<_>>().join("; ")
}
