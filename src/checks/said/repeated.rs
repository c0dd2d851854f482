//! The same bullet or sentence twice in one document: the slip that copying leaves behind.

use std::collections::BTreeMap;

use super::markup::parts_branches;
use super::passage::Passage;
use super::phrases::{Phrase, folded, phrases};
use crate::diagnostic::codes::said::REPEATED_TEXT;
use crate::diagnostic::{Finding, Findings};
use crate::model::Place;

/// Where one commitment rightly stands again as it was agreed elsewhere: a recommendation is resolved, and what an
/// audit asked for is taken over into the action plan.
const COMMITMENTS: &[(&str, &str)] = &[
    ("actions", "action"),
    ("audits", "actions"),
    ("improvements", "text"),
    ("plan", "text"),
    ("priorities", "next"),
    ("recommendations", "text"),
    ("resolutions", "text"),
];

/// What may stand in several places because it says how things are and not what is new: remarks beside a list's items,
/// and meanings that the text gives too.
const MAY_REPEAT: &[(&str, &str)] = &[("actions", "comment"), ("risks", "comment"), ("glossary", "meaning")];

/// A phrase with the passage that it is in.
struct Said<'p> {
    passage: &'p Passage<'p>,
    /// The passage's position, and the phrase's block in it.
    block: (usize, usize),
    phrase: Phrase,
    /// What it is compared by; for a phrase that opens others, with the first of them.
    key: String,
}

impl Said<'_> {
    fn place(&self) -> Place {
        self.passage.text.place(self.phrase.range.start, self.phrase.range.end)
    }

    fn is_bullet(&self) -> bool {
        self.phrase.list.is_some() || self.passage.is_item
    }
}

/// Finds what is said twice. What stands at `told` has a finding of its own already.
pub(super) fn check(passages: &[Passage<'_>], told: &[Place], findings: &mut Findings) {
    let said = said(passages);
    let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut repeats: BTreeMap<_, Vec<(&Said<'_>, &Said<'_>)>> = BTreeMap::new();
    // Where what is repeated opens a list, its counterpart; then that of each item which follows it there too.
    let mut opened: Option<usize> = None;
    for (number, again) in said.iter().enumerate() {
        let earlier = by_key.entry(&again.key).or_default();
        opened =
            opened.map(|counterpart| counterpart + 1).filter(|counterpart| earlier.contains(counterpart));
        let of_it =
            |first: &usize| said.get(*first).filter(|first| clash(first, again)).map(|said| (*first, said));
        let is_told = told.contains(&again.passage.text.whole());
        if let Some((position, first)) =
            earlier.iter().find_map(of_it).filter(|_| opened.is_none() && !is_told)
        {
            // Sentences copied together are one slip; sentences said twice within one paragraph are one each.
            let apart = if first.block == again.block { number } else { 0 };
            repeats.entry((again.block, first.block, apart)).or_default().push((first, again));
            opened = again.phrase.opens.then_some(position);
        }
        earlier.push(number);
    }
    repeats.values().filter_map(|pairs| finding(pairs)).for_each(|finding| findings.push(finding));
}

/// All phrases, in the order of the files.
fn said<'p>(passages: &'p [Passage<'p>]) -> Vec<Said<'p>> {
    let mut said: Vec<Said<'p>> = Vec::new();
    for (position, passage) in passages.iter().enumerate() {
        if !passage.is_prose || MAY_REPEAT.contains(&(passage.block, passage.part)) {
            continue;
        }
        for phrase in phrases(passage.text.as_str()) {
            let key = phrase.folded.clone();
            if let Some(opening) = said.last_mut().filter(|before| before.phrase.opens) {
                opening.key = format!("{}: {key}", opening.key);
            }
            said.push(Said { passage, block: (position, phrase.block), phrase, key });
        }
    }
    said
}

/// Whether two phrases of one key are a slip.
fn clash(first: &Said<'_>, again: &Said<'_>) -> bool {
    let (one, other) = (first.passage, again.passage);
    // One text file that two templates' sections share has one place.
    first.place() != again.place()
        && means_something(first, again)
        && one.audience.meets(&other.audience)
        && !are_branches(first, again)
        && !is_taken_over(one, other)
        && !have_different_owners(one, other)
}

/// Whether a phrase is long enough to be a slip: shorter ones are rightly said of several things ("There were none."),
/// and rightly stand in several lists ("the director of children's services").
fn means_something(first: &Said<'_>, again: &Said<'_>) -> bool {
    if again.phrase.opens && again.key == again.phrase.folded {
        return false;
    }
    let words = again.key.split(' ').count();
    let letters = again.key.chars().filter(|c| *c != ' ').count();
    if are_in_like_lists(first, again) { words >= 5 || letters >= 25 } else { words >= 8 || letters >= 40 }
}

/// Whether both are bullets of one list, or of blocks that are lists.
fn are_in_like_lists(first: &Said<'_>, again: &Said<'_>) -> bool {
    let is_one_list = first.phrase.list.is_some() && first.phrase.list == again.phrase.list;
    let are_items = first.passage.is_item && again.passage.is_item;
    are_items || is_one_list && std::ptr::eq(first.passage, again.passage)
}

fn is_taken_over(one: &Passage<'_>, other: &Passage<'_>) -> bool {
    let is_commitment = |passage: &Passage<'_>| COMMITMENTS.contains(&(passage.block, passage.part));
    one.block != other.block && is_commitment(one) && is_commitment(other)
}

fn are_branches(first: &Said<'_>, again: &Said<'_>) -> bool {
    let text = again.passage.text.as_str();
    let between = text.get(first.phrase.range.end..again.phrase.range.start);
    std::ptr::eq(first.passage, again.passage) && between.is_some_and(parts_branches)
}

/// One action that two agencies each have to carry out is two actions.
fn have_different_owners(one: &Passage<'_>, other: &Passage<'_>) -> bool {
    let owner = |passage: &Passage<'_>| passage.record.text("owner").map(|owner| folded(owner.as_str()));
    matches!((owner(one), owner(other)), (Some(one), Some(other)) if one != other)
}

/// The finding on phrases of one block that another block has too.
fn finding(pairs: &[(&Said<'_>, &Said<'_>)]) -> Option<Finding> {
    let (first, again) = pairs.first()?;
    let (_, last) = pairs.last()?;
    let kind = if again.is_bullet() { "bullet" } else { "sentence" };
    let words = quoted(again.passage.text.as_str().get(again.phrase.range.clone())?);
    let message = match pairs.len() - 1 {
        0 => format!("the {kind} “{words}” stands twice"),
        1 => format!("“{words}” and another sentence beside it stand twice"),
        more => format!("“{words}” and {more} other sentences beside it stand twice"),
    };
    let place = again.passage.text.place(again.phrase.range.start, last.phrase.range.end);
    let finding = Finding::new(&REPEATED_TEXT, message)
        .at(place)
        .label("said again here")
        .related(first.place(), "first said here")
        .help("take one of them out, or say here what is different");
    Some(finding)
}

/// The first words of a phrase, on one line.
pub(super) fn quoted(written: &str) -> String {
    const MOST_WORDS: usize = 8;
    let plain = written.replace(['*', '`'], "");
    let words: Vec<&str> = plain.split_whitespace().collect();
    match words.get(..MOST_WORDS) {
        Some(first) if words.len() > MOST_WORDS => format!("{}…", first.join(" ")),
        _ => words.join(" ").trim_end_matches('.').to_owned(),
    }
}
