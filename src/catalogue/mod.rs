//! The measures that boards share, and the standard figures between them, as data.

mod allegations;
mod child_protection;
mod children;
mod entry;
mod front_door;
mod harm_outside_home;
mod learning;
mod listed;
mod looked_after;
mod official;
pub mod open_data;
mod setting;
mod standard;

pub use entry::{Entry, How, Standard};
pub use listed::{Listed, json, listed};

use crate::model::{DeclaredFigure, Measure};

/// Every topic with its entries, in the order in which a report tells them.
pub const TOPICS: &[(&str, &[Entry])] = &[
    ("The front door", front_door::ENTRIES),
    ("Child protection", child_protection::ENTRIES),
    ("Children looked after", looked_after::ENTRIES),
    ("Harm outside the home", harm_outside_home::ENTRIES),
    ("Allegations", allegations::ENTRIES),
    ("Learning", learning::ENTRIES),
    ("The setting", setting::ENTRIES),
    ("Counted in case lists", children::ENTRIES),
    ("Official statistics", official::ENTRIES),
];

/// Every entry, by topic, in the order in which a report tells them.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    TOPICS.iter().flat_map(|(_, entries)| *entries)
}

/// Every measure of the catalogue, sorted by id.
#[must_use]
pub fn measures() -> Vec<Measure> {
    let mut measures: Vec<Measure> = entries().filter_map(Entry::measure).collect();
    measures.sort_by(|a, b| a.id.cmp(&b.id));
    measures
}

/// Every figure that the catalogue declares, sorted by name.
#[must_use]
pub fn figures() -> Vec<DeclaredFigure> {
    let mut figures: Vec<DeclaredFigure> = standard::STANDARD.iter().map(Standard::figure).collect();
    figures.sort_by(|a, b| a.name.cmp(&b.name));
    figures
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::model::{Suffix, fold};

    #[test]
    fn every_entry_becomes_a_measure_with_words() {
        for entry in super::entries() {
            assert!(entry.measure().is_some(), "{}", entry.id);
            assert!(entry.definition.len() > 20 && entry.definition.ends_with('.'), "{}", entry.id);
            assert!(Suffix::from_name(entry.id).is_none(), "{} is reserved", entry.id);
        }
    }

    #[test]
    fn different_children_and_what_stands_at_any_time_in_a_year_count_once() {
        for entry in super::entries() {
            let once = ["Different ", "at any time in"].iter().any(|words| entry.definition.contains(words));
            assert_eq!(entry.measure().unwrap().counts_once, once, "{}", entry.id);
        }
    }

    #[test]
    fn no_two_measures_answer_to_one_name() {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for entry in super::entries() {
            let names = [entry.id, entry.label].into_iter().chain(entry.aliases.iter().copied());
            for name in names.chain(entry.headings.iter().copied()) {
                let owner = owners.insert(fold(name), entry.id);
                assert!(owner.is_none_or(|owner| owner == entry.id), "{name}: {owner:?} and {}", entry.id);
            }
        }
    }

    #[test]
    fn standard_figures_stand_on_measures_of_the_catalogue_and_have_names_of_their_own() {
        let known: Vec<&str> = super::entries().map(|entry| entry.id).collect();
        for figure in super::figures() {
            assert!(!known.contains(&figure.name.as_str()), "{}", figure.name);
            for input in figure.declaration.inputs() {
                assert!(known.contains(&input.subject()), "{} stands on {input}", figure.name);
            }
        }
    }
}
