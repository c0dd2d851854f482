//! What an export calls something → the measure that it means.

use crate::lookup::Lookup;
use crate::model::{Measure, MeasureId, fold};
use crate::suggest::{did_you_mean, nearest};

/// Every id, alias, label and heading of every measure.
pub(in crate::load) struct MeasureNames<'n> {
    by_id: Lookup<&'n str, &'n Measure>,
    by_name: Lookup<String, Vec<&'n Measure>>,
    spellings: Vec<&'n str>,
}

/// What a name means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Named<'n> {
    /// That measure.
    One(&'n Measure),
    /// Several measures claim it.
    Several(Vec<&'n Measure>),
    /// No measure has it.
    None,
}

impl<'n> Named<'n> {
    /// The measure, where it is one.
    pub(super) fn one(&self) -> Option<&'n Measure> {
        match self {
            Self::One(measure) => Some(measure),
            Self::Several(_) | Self::None => None,
        }
    }
}

impl<'n> MeasureNames<'n> {
    /// The names of these measures.
    pub(super) fn of(measures: &'n [Measure]) -> Self {
        let mut names = Self { by_id: Lookup::default(), by_name: Lookup::default(), spellings: Vec::new() };
        for measure in measures {
            names.by_id.insert(measure.id.as_str(), measure);
            let listed = measure.aliases.iter().chain(&measure.headings).map(String::as_str);
            for spelling in [measure.id.as_str(), measure.label.as_str()].into_iter().chain(listed) {
                let claimants = names.by_name.entry(fold(spelling)).or_default();
                if !claimants.iter().any(|claimant| claimant.id == measure.id) {
                    claimants.push(measure);
                }
                names.spellings.push(spelling);
            }
        }
        names
    }

    /// The measure that `text` means. An id as it is written always means its own; where several measures claim
    /// a name, it means the only one of them that the file is declared to hold.
    pub(super) fn find(&self, text: &str, declared: &[MeasureId]) -> Named<'n> {
        if let Some(measure) = self.by_id.get(text.trim()) {
            return Named::One(measure);
        }
        match self.by_name.get(&fold(text)).map(Vec::as_slice) {
            None | Some([]) => Named::None,
            Some([measure]) => Named::One(measure),
            Some(several) => {
                let held: Vec<&'n Measure> =
                    several.iter().copied().filter(|measure| declared.contains(&measure.id)).collect();
                match held.as_slice() {
                    [measure] => Named::One(measure),
                    _ => Named::Several(several.to_vec()),
                }
            }
        }
    }

    /// Whether a name could mean one of these measures, as it is written or misspelt.
    pub(super) fn may_mean(&self, text: &str, named: &Named<'_>, these: &[MeasureId]) -> bool {
        let claimed = match named {
            Named::Several(claimants) => claimants.iter().any(|claimant| these.contains(&claimant.id)),
            Named::One(_) | Named::None => false,
        };
        let measures = these.iter().filter_map(|id| self.by_id.get(id.as_str()));
        let spelt = |measure: &&Measure| {
            let listed = measure.aliases.iter().chain(&measure.headings).map(String::as_str);
            let all = [measure.id.as_str(), measure.label.as_str()].into_iter().chain(listed);
            !nearest(text, all).is_empty()
        };
        claimed || measures.copied().any(|measure| spelt(&measure))
    }

    /// "Did you mean", where names are like `text`.
    pub(super) fn nearest(&self, text: &str) -> Option<String> {
        did_you_mean(text, self.spellings.iter().copied())
    }
}
