//! Acronyms that the narrative uses and nowhere spells out.

mod known;
mod spelling;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use self::word::{Word, words};
use super::audience::Audience;
use super::markup::readable;
use super::passage::Passage;
use crate::diagnostic::codes::said::ACRONYM_NOT_SPELT_OUT;
use crate::diagnostic::{Finding, Findings};
use crate::model::{Place, Record};

/// Finds them: one finding for each, at its first use. What is spelt out is looked for on each of the `templates`.
pub(super) fn check(
    content: &Record,
    templates: &[String],
    passages: &[Passage<'_>],
    findings: &mut Findings,
) {
    let mut acronyms: BTreeMap<String, Uses<'_>> = BTreeMap::new();
    for passage in passages.iter().filter(|passage| word::can_have_acronyms(passage.text.as_str())) {
        let text = readable(passage.text.as_str());
        let words = words(&text);
        for (position, word) in words.iter().enumerate() {
            let Some(acronym) = word.acronym(&words, position, &text) else { continue };
            let uses = acronyms.entry(acronym.to_owned()).or_default();
            if spelling::is_beside(acronym, &words, position, &text) {
                uses.spelt_out.push(&passage.audience);
            }
            let place = passage.text.place(word.range.start, word.range.start + acronym.len());
            uses.places.push((passage, place));
        }
    }
    let explained = in_glossary(content);
    for (acronym, uses) in acronyms.iter().filter(|(acronym, _)| !explained.contains(*acronym)) {
        if let Some(finding) = uses.nowhere(acronym).or_else(|| uses.not_in(templates, acronym)) {
            findings.push(finding);
        }
    }
}

/// Where an acronym is used.
#[derive(Default)]
struct Uses<'p> {
    /// Each use, in the order of the files.
    places: Vec<(&'p Passage<'p>, Place)>,
    /// Who sees the texts that spell it out.
    spelt_out: Vec<&'p Audience>,
}

impl Uses<'_> {
    /// The finding of one that no text spells out.
    fn nowhere(&self, acronym: &str) -> Option<Finding> {
        let (_, first) = self.places.first().filter(|_| self.spelt_out.is_empty())?;
        Some(finding(acronym, *first, format!("{acronym} is nowhere spelt out")))
    }

    /// The finding of one that a section of some template uses, while only texts of others spell it out. Whether a
    /// template lays out a block is for the template to say, so that only sections count.
    fn not_in(&self, templates: &[String], acronym: &str) -> Option<Finding> {
        templates.iter().find_map(|template| {
            let mut uses = self
                .places
                .iter()
                .filter(|(passage, _)| passage.block == "sections" && passage.audience.is_seen_in(template));
            let (_, first) = uses.next()?;
            let message = format!("{acronym} is nowhere spelt out in `{template}`");
            let spelt_out = self.spelt_out.iter().any(|audience| audience.is_seen_in(template));
            (!spelt_out).then(|| finding(acronym, *first, message))
        })
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

fn finding(acronym: &str, place: Place, message: String) -> Finding {
    Finding::new(&ACRONYM_NOT_SPELT_OUT, message)
        .at(place)
        .label("first used here")
        .help(format!("write out what it stands for where it is first used, and ({acronym}) after it"))
        .help("or add it to the glossary with `term` and `spelt_out`")
}
