//! The areas that files of open data hold, while they are read: names by code, and which of them the narrative wants.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Benchmarks, ENGLAND, Place, fold};

use super::open_data::{Level, Located};

/// The areas seen so far.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    known: BTreeMap<String, Known>,
    /// The heading of the local authorities' codes in the first file that has any.
    pub(super) authorities_at: Option<Place>,
}

#[derive(Debug)]
struct Known {
    level: Level,
    /// As the file's first row calls it: the latest, in the files as they are published.
    name: String,
    /// What any row calls it, as names are matched.
    folded: BTreeSet<String>,
    region: Option<String>,
}

impl Gazetteer {
    /// Takes note of an area.
    pub(super) fn enter(&mut self, area: &Located<'_>) {
        if let Some(known) = self.known.get_mut(area.code) {
            if known.name != area.name {
                known.folded.insert(fold(area.name));
            }
            return;
        }
        let known = Known {
            level: area.level,
            name: area.name.to_owned(),
            folded: BTreeSet::from([fold(area.name)]),
            region: area.region.map(str::to_owned),
        };
        self.known.insert(area.code.to_owned(), known);
    }

    /// Takes note of the areas of a further file.
    pub(super) fn join(&mut self, other: Self) {
        self.authorities_at = self.authorities_at.or(other.authorities_at);
        for (code, area) in other.known {
            match self.known.get_mut(&code) {
                Some(known) => known.folded.extend(area.folded),
                None => {
                    self.known.insert(code, area);
                }
            }
        }
    }

    /// The codes that go by `text`: a code itself, or every code with that name.
    pub(super) fn find(&self, text: &str) -> Vec<&str> {
        let codes = || self.known.keys().map(String::as_str);
        if let Some(code) = codes().find(|code| code.eq_ignore_ascii_case(text.trim())) {
            return vec![code];
        }
        let wanted = fold(text);
        let named = self.known.iter().filter(|(_, known)| known.folded.contains(&wanted));
        named.map(|(code, _)| code.as_str()).collect()
    }

    /// The region that an area is in.
    pub(super) fn region_of(&self, code: &str) -> Option<&str> {
        self.known.get(code)?.region.as_deref()
    }

    /// How many local authorities there are.
    pub(super) fn authorities(&self) -> usize {
        self.known.values().filter(|known| known.level == Level::Authority).count()
    }

    /// Whether any area was seen.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Codes and names, for "did you mean".
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        self.known.iter().flat_map(|(code, known)| [code.as_str(), known.name.as_str()])
    }

    /// Name by code.
    pub(super) fn names(&self) -> BTreeMap<String, String> {
        self.known.iter().map(|(code, known)| (code.clone(), known.name.clone())).collect()
    }
}

/// The areas whose rows are read.
#[derive(Debug)]
pub(super) struct Wanted {
    folded: BTreeSet<String>,
    every: bool,
}

impl Wanted {
    /// Those that the narrative names.
    pub(super) fn by(benchmarks: &Benchmarks) -> Self {
        let named = benchmarks.area.iter().chain(&benchmarks.region).chain(&benchmarks.neighbours);
        Self { folded: named.map(|text| fold(text.as_str())).collect(), every: benchmarks.keeps_every_area }
    }

    /// Whether the rows of an area are read. Every region is, since the board's own is known only from its rows.
    pub(super) fn holds(&self, area: &Located<'_>) -> bool {
        let named = || self.folded.contains(&fold(area.code)) || self.folded.contains(&fold(area.name));
        match area.level {
            Level::National => area.code == ENGLAND || self.every || named(),
            Level::Region => true,
            Level::Authority => self.every || named(),
        }
    }
}
