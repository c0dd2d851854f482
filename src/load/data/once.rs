//! The values of all files → observations, one a key: the same cell given twice is said, and never added or guessed.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Findings, codes::data as codes};
use crate::model::{
    Area, FigureId, FileId, MeasureId, Observation, ObservationKey, Observed, Place, Ratio, Reason, Release,
    StatedKey, Value,
};

use super::gather::{Of, Target};

/// A series under what it is of in the report.
pub(super) struct Settled {
    /// What of; the area is settled.
    pub(super) of: Of,
    /// The area as it is written.
    pub(super) written: Area,
    /// Whether it was given under a name that a category had before.
    pub(super) formerly: bool,
    /// Which file gives it, by its position among them.
    pub(super) file: usize,
    /// The values.
    pub(super) values: Vec<Observed>,
    /// How many values the file gives before each.
    pub(super) after: Vec<usize>,
}

/// A value among those that are given for the same.
struct Given {
    key: ObservationKey,
    observation: Observation,
    /// The number of its series among those that are brought together.
    series: usize,
    /// The position of its file, and how many values that gives before it.
    after: (usize, usize),
}

/// Brings values together, and tells what can't be.
pub(super) struct Once<'s> {
    /// Who supplied each file.
    pub(super) suppliers: &'s BTreeMap<FileId, &'s str>,
    pub(super) findings: &'s mut Findings,
}

impl Once<'_> {
    /// One observation a key, in lists in key order, of series in the order of their files.
    pub(super) fn values(&mut self, mut all: Vec<Settled>) -> Vec<Vec<Observed>> {
        all.sort_by(|one, other| one.of.cmp(&other.of));
        let mut lists = Vec::with_capacity(all.len());
        for same in all.chunk_by_mut(|one, other| one.of == other.of) {
            lists.push(match same {
                // As nearly all are given: together, and in the order of time.
                [only] if only.values.is_sorted_by(|(one, _), (next, _)| one.period < next.period) => {
                    std::mem::take(&mut only.values)
                }
                _ => self.each_once(same),
            });
        }
        lists
    }

    /// One observation a period, of series that are of the same.
    fn each_once(&mut self, same: &mut [Settled]) -> Vec<Observed> {
        let mut values = Vec::new();
        for (number, series) in same.iter_mut().enumerate() {
            let after = std::mem::take(&mut series.after);
            let taken = std::mem::take(&mut series.values).into_iter().zip(after);
            values.extend(taken.map(|((key, observation), after)| Given {
                key,
                observation,
                series: number,
                after: (series.file, after),
            }));
        }
        values.sort_by_key(|given| (given.key.period, given.after));
        values.dedup_by(|next, before| {
            let is_again = next.key.period == before.key.period;
            if is_again && self.gives_way(same, before, next) {
                std::mem::swap(before, next);
            }
            is_again
        });
        values.into_iter().map(|given| (given.key, given.observation)).collect()
    }

    /// Whether a value gives way to one that comes after it. Where both stand, that is told.
    fn gives_way(&mut self, all: &[Settled], before: &Given, given: &Given) -> bool {
        let (Some(by), Some(series)) = (all.get(before.series), all.get(given.series)) else { return false };
        let (first, second) = (&before.observation, &given.observation);
        // An empty cell says nothing, so it gives way to a value and repeats none.
        if second.value == Err(Reason::Missing) {
            return false;
        }
        if first.value == Err(Reason::Missing) {
            return true;
        }
        let same = same(&first.value, &second.value);
        if by.written != series.written {
            if !same {
                self.tell(first, second, conflict_of_areas(), "given here under another name of the area");
            }
        } else if by.formerly != series.formerly {
            self.tell(first, second, given_under_two_names(series, given), "given here under the other name");
        // The files of a release repeat the totals of one another.
        } else if !(same && series.of.release == Release::Official) {
            let finding = given_twice(series, given, same);
            let in_two_files = first.cell.place.file != second.cell.place.file;
            let finding = if in_two_files { finding.help(NEWER_FILE) } else { finding };
            self.tell(first, second, finding, "given here before");
        }
        false
    }

    /// One reading for each rate or percentage that its publisher worked out.
    pub(super) fn stated(
        &mut self,
        all: impl Iterator<Item = (StatedKey, Observation)>,
    ) -> BTreeMap<StatedKey, Observation> {
        let mut kept: BTreeMap<StatedKey, Observation> = BTreeMap::new();
        for (key, made) in all {
            let before = kept.entry(key).or_insert_with(|| made.clone());
            if !same(&before.value, &made.value) {
                let message = "this rate or percentage is given twice, with different values";
                let finding = Finding::new(&codes::CONFLICTING_VALUES, message);
                let before = before.clone();
                let finding = finding.help("keep the file of one release only");
                self.tell(&before, &made, finding, "given here before");
            }
        }
        kept
    }

    /// One target a measure.
    pub(super) fn targets(
        &mut self,
        all: impl Iterator<Item = (MeasureId, Target)>,
    ) -> BTreeMap<MeasureId, (Ratio, Place)> {
        let mut kept: BTreeMap<MeasureId, Target> = BTreeMap::new();
        for (measure, target) in all {
            match kept.get(&measure) {
                None => {
                    kept.insert(measure, target);
                }
                Some(before) if before.number != target.number => {
                    let finding = target.differs(&measure, before);
                    self.findings.push(finding.supplied_by(self.supplier(target.place)));
                }
                Some(_) => {}
            }
        }
        kept.into_iter().map(|(measure, target)| (measure, (target.number, target.place))).collect()
    }

    fn supplier(&self, place: Place) -> Option<&str> {
        self.suppliers.get(&place.file).copied()
    }

    fn tell(&mut self, before: &Observation, next: &Observation, finding: Finding, related: &str) {
        let place = next.cell.place;
        let finding = finding.at(place).supplied_by(self.supplier(place)).related(before.cell.place, related);
        self.findings.push(finding);
    }
}

/// The way out where two files give the same.
const NEWER_FILE: &str =
    "where the newer file holds all that the older one does, take the older one out of the narrative";

/// Whether two values are the same, however settled either is.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one.is_same_number(other),
        (one, other) => one == other,
    }
}

fn given_twice(series: &Settled, next: &Given, same: bool) -> Finding {
    let named = series.named(next);
    let (code, message, help) = if same {
        (
            &codes::REPEATED_VALUE,
            format!("{named} is given twice, with the same value"),
            "it is counted once; delete one of the two",
        )
    } else {
        (
            &codes::CONFLICTING_VALUES,
            format!("{named} is given twice, with different values"),
            "ask the supplier which is right and delete the other; keep an earlier release by naming it in a \
             `release` column",
        )
    };
    Finding::new(code, message).help(help).touching(series.touches(next))
}

/// Nobody can tell whether the two are one number or have to be added up.
fn given_under_two_names(series: &Settled, next: &Given) -> Finding {
    let message = format!("{} is given under two names that `[[categories]]` makes one", series.named(next));
    Finding::new(&codes::CONFLICTING_VALUES, message)
        .help("if both hold a part of the cases, give all of them one name in the data")
        .help("if they are two things, take `was` out of `[[categories]]`")
        .touching(series.touches(next))
}

fn conflict_of_areas() -> Finding {
    Finding::new(&codes::CONFLICTING_VALUES, "one area's number is given twice, with different values")
        .help("write the area in one way, by its code or by its name")
}

impl Settled {
    fn figure(&self, given: &Given) -> FigureId {
        FigureId::of(&self.of.measure).selecting(self.of.selection.clone()).at(given.key.period)
    }

    /// The figure that a value is of, where that is the board's own as it stands now.
    fn touches(&self, given: &Given) -> Option<FigureId> {
        (self.of.area == Area::Own && self.of.release == Release::Current).then(|| self.figure(given))
    }

    fn named(&self, given: &Given) -> String {
        let mut named = format!("`{}`", self.figure(given));
        if let Area::Other(area) = &self.written {
            named.push_str(&format!(" of {area}"));
        }
        if let Release::Earlier(release) = &self.of.release {
            named.push_str(&format!(" in the release {release}"));
        }
        named
    }
}
