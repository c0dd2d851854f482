//! Acronyms that the narrative uses and nowhere spells out.

mod known;
mod spelling;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use self::word::{Word, words};
use super::markup::readable;
use super::passage::Passage;
use crate::diagnostic::codes::said::ACRONYM_NOT_SPELT_OUT;
use crate::diagnostic::{Finding, Findings};
use crate::model::{Place, Record};

/// Finds them: one finding for each, at its first use.
pub(super) fn check(content: &Record, passages: &[Passage<'_>], findings: &mut Findings) {
    let mut spelt_out = in_glossary(content);
    let mut first_uses: BTreeMap<String, Place> = BTreeMap::new();
    for passage in passages {
        let text = readable(passage.text.as_str());
        let words = words(&text);
        for (position, word) in words.iter().enumerate() {
            let Some(acronym) = word.acronym(&words, position, &text) else { continue };
            if spelling::is_beside(acronym, &words, position, &text) {
                spelt_out.insert(acronym.to_owned());
            }
            let place = || passage.text.place(word.range.start, word.range.start + acronym.len());
            first_uses.entry(acronym.to_owned()).or_insert_with(place);
        }
    }
    for (acronym, place) in first_uses.into_iter().filter(|(acronym, _)| !spelt_out.contains(acronym)) {
        findings.push(finding(&acronym, place));
    }
}

/// The acronyms that a glossary entry explains, whichever of its two keys holds the acronym.
fn in_glossary(content: &Record) -> BTreeSet<String> {
    let explained = content.records("glossary").flat_map(|entry| {
        let [term, spelt_out, meaning] = ["term", "spelt_out", "meaning"].map(|key| entry.text(key));
        let sides = spelt_out.map(|spelt_out| [term, Some(spelt_out)]);
        let by_meaning =
            term.filter(|term| meaning.is_some_and(|meaning| is_spelt(term.as_str(), meaning.as_str())));
        sides.into_iter().flatten().chain([by_meaning]).flatten()
    });
    explained.flat_map(|text| acronyms_of(text.as_str())).collect()
}

/// Whether a meaning begins with the words that an acronym stands for.
fn is_spelt(term: &str, meaning: &str) -> bool {
    acronyms_of(term).iter().any(|acronym| spelling::opens(acronym, &words(meaning)))
}

fn acronyms_of(text: &str) -> Vec<String> {
    let words: Vec<Word<'_>> = words(text);
    let found = words.iter().enumerate().filter_map(|(position, word)| word.acronym(&words, position, text));
    found.map(str::to_owned).collect()
}

fn finding(acronym: &str, place: Place) -> Finding {
    Finding::new(&ACRONYM_NOT_SPELT_OUT, format!("{acronym} is nowhere spelt out"))
        .at(place)
        .label("first used here")
        .help(format!("write out what it stands for where it is first used, and ({acronym}) after it"))
        .help("or add it to the glossary with `term` and `spelt_out`")
}
