//! The case lists that everybody has, as data: what a row is, what its columns are called, and which measures come of
//! it. A further list is a further entry in the file of its family, and its id in [`IDS`].

mod annex_a;
mod cin_census;
mod codes;
mod form;
mod journey;
mod ssda903;

pub use form::{Column, Preset};

pub use codes::Code;
#[cfg(test)]
pub(super) use codes::{ABUSE, SOURCE};

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::lookup::Lookup;
use crate::model::fold;

/// The ids of all presets, in their order.
pub const IDS: &[&str] = &[
    "annex-a/1",
    "annex-a/2",
    "annex-a/3",
    "annex-a/4",
    "annex-a/5",
    "annex-a/6",
    "annex-a/7",
    "annex-a/8",
    "annex-a/9",
    "annex-a/10",
    "annex-a/11",
    "ssda903/header",
    "ssda903/episodes",
    "ssda903/reviews",
    "ssda903/uasc",
    "ssda903/oc2",
    "ssda903/oc3",
    "ssda903/ad1",
    "ssda903/placed-adoption",
    "ssda903/prev-perm",
    "ssda903/missing",
    "ssda903/sw-episodes",
    "ssda903/dolo",
    "cin/referrals",
    "cin/assessments",
    "cin/section-47",
    "cin/plans",
    "cin/reviews",
];

/// Every preset.
pub fn all() -> impl Iterator<Item = &'static Preset> {
    [annex_a::PRESETS, ssda903::PRESETS, cin_census::PRESETS].into_iter().flatten()
}

/// The preset of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Preset> {
    all().find(|preset| preset.id == id)
}

/// A column by which a preset is told: the positions of both.
type Telling = (usize, usize);

/// The columns by which presets are told, by their names, folded: every row at the head of every file is held against
/// them.
static TELLING: LazyLock<Lookup<String, Vec<Telling>>> = LazyLock::new(|| {
    let mut telling: Lookup<String, Vec<Telling>> = Lookup::default();
    for (number, preset) in all().enumerate() {
        for (column, names) in preset.told_by().enumerate() {
            names.iter().for_each(|name| telling.entry(fold(name)).or_default().push((number, column)));
        }
    }
    telling
});

/// The one preset whose telling columns a file all has; none where there is none, or more than one.
#[must_use]
pub fn recognise(headings: &[&str]) -> Option<&'static Preset> {
    // Most rows are of numbers and dates, which no column is called.
    let worded = headings.iter().filter(|heading| heading.contains(char::is_alphabetic));
    let met: BTreeSet<Telling> =
        worded.filter_map(|heading| TELLING.get(&fold(heading))).flatten().copied().collect();
    let met_of = |number: usize| met.range((number, 0)..=(number, usize::MAX)).count();
    let is_told = |(number, preset): &(usize, &Preset)| preset.told_by().count() == met_of(*number);
    let mut fitting = all().enumerate().filter(|_| !met.is_empty()).filter(is_told);
    let first = fitting.next()?.1;
    fitting.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{IDS, all, recognise};
    use crate::catalogue;

    #[test]
    fn the_ids_are_those_of_the_presets_in_order() {
        let ids: Vec<&str> = all().map(|preset| preset.id).collect();
        assert_eq!(ids, IDS);
    }

    #[test]
    fn every_preset_is_told_by_its_own_headings_and_counts_measures_of_the_catalogue_in_its_columns() {
        let measures = catalogue::measures();
        for preset in all() {
            let headings: Vec<&str> = preset.columns().map(|column| column.name()).collect();
            assert_eq!(recognise(&headings).map(|told| told.id), Some(preset.id));
            for count in preset.counts() {
                assert!(
                    measures.iter().any(|known| known.id == count.measure),
                    "{}: {}",
                    preset.id,
                    count.measure
                );
                for heading in count.headings() {
                    assert!(headings.contains(&heading.name()), "{}: {}", preset.id, heading.name());
                }
            }
        }
    }
}
