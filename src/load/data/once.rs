//! The values of all files → observations, one a key: the same cell given twice is said, and never added or guessed.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Findings, codes::data as codes};
use crate::model::{
    Area, FigureId, FileId, MeasureId, Observation, ObservationKey, Place, Ratio, Reason, Release, StatedKey,
    Value,
};

use super::gather::{Given, Target};

/// A value under the key that it has in the report, with its area as its file writes it.
pub(super) struct Settled {
    /// The value; the area of its key is settled.
    pub(super) given: Given,
    /// The area as it is written.
    pub(super) written: Area,
}

/// Brings values together, and tells what can't be.
pub(super) struct Once<'s> {
    /// Who supplied each file.
    pub(super) suppliers: &'s BTreeMap<FileId, &'s str>,
    pub(super) findings: &'s mut Findings,
}

impl Once<'_> {
    /// One observation a key, of values in the order of their files.
    pub(super) fn values(&mut self, mut all: Vec<Settled>) -> BTreeMap<ObservationKey, Observation> {
        all.sort_by(|one, other| one.given.key.cmp(&other.given.key));
        let mut kept: Vec<Settled> = Vec::with_capacity(all.len());
        for next in all {
            match kept.last_mut().filter(|before| before.given.key == next.given.key) {
                None => kept.push(next),
                Some(before) if self.gives_way(before, &next) => *before = next,
                Some(_) => {}
            }
        }
        kept.into_iter().map(|settled| (settled.given.key, *settled.given.observation)).collect()
    }

    /// Whether a value gives way to one that comes after it. Where both stand, that is told.
    fn gives_way(&mut self, before: &Settled, next: &Settled) -> bool {
        let (first, second) = (&before.given.observation, &next.given.observation);
        // An empty cell says nothing, so it gives way to a value and repeats none.
        if second.value == Err(Reason::Missing) {
            return false;
        }
        if first.value == Err(Reason::Missing) {
            return true;
        }
        let key = &next.given.key;
        let same = same(&first.value, &second.value);
        if before.written != next.written {
            if !same {
                self.tell(first, second, conflict_of_areas(), "given here under another name of the area");
            }
        } else if before.given.formerly != next.given.formerly {
            self.tell(first, second, given_under_two_names(next), "given here under the other name");
        // The files of a release repeat the totals of one another.
        } else if !(same && key.release == Release::Official) {
            let finding = given_twice(next, same);
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
        (Ok(one), Ok(other)) => one.is_same_number(*other),
        (one, other) => one == other,
    }
}

fn given_twice(next: &Settled, same: bool) -> Finding {
    let named = next.named();
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
    Finding::new(code, message).help(help).touching(next.touches())
}

/// Nobody can tell whether the two are one number or have to be added up.
fn given_under_two_names(next: &Settled) -> Finding {
    let message = format!("{} is given under two names that `[[categories]]` makes one", next.named());
    Finding::new(&codes::CONFLICTING_VALUES, message)
        .help("if both hold a part of the cases, give all of them one name in the data")
        .help("if they are two things, take `was` out of `[[categories]]`")
        .touching(next.touches())
}

fn conflict_of_areas() -> Finding {
    Finding::new(&codes::CONFLICTING_VALUES, "one area's number is given twice, with different values")
        .help("write the area in one way, by its code or by its name")
}

impl Settled {
    fn figure(&self) -> FigureId {
        let key = &self.given.key;
        FigureId::of(&key.measure).selecting(key.selection.clone()).at(key.period)
    }

    /// The figure that it is of, where that is the board's own as it stands now.
    fn touches(&self) -> Option<FigureId> {
        let key = &self.given.key;
        (key.area == Area::Own && key.release == Release::Current).then(|| self.figure())
    }

    fn named(&self) -> String {
        let mut named = format!("`{}`", self.figure());
        if let Area::Other(area) = &self.written {
            named.push_str(&format!(" of {area}"));
        }
        if let Release::Earlier(release) = &self.given.key.release {
            named.push_str(&format!(" in the release {release}"));
        }
        named
    }
}
