//! Values from all files → observations, one a key: the same cell given twice is said, and never added or guessed.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;

use crate::csv_text::Field;
use crate::diagnostic::{Finding, codes::data as codes};
use crate::model::{
    Area, Cell, FigureId, Measure, Observation, ObservationKey, Observations, Period, Reason, Release,
    Renames, StatedKey, Value, Year,
};

use super::breakdown::Part;
use super::export::Export;
use super::gazetteer::Gazetteer;
use super::value;

/// The observations so far, of all files.
#[derive(Default)]
pub(in crate::load) struct Gathered {
    pub(super) observations: Observations,
    /// The areas that open data are of.
    pub(super) gazetteer: Gazetteer,
    /// The names that categories had before.
    pub(super) renames: Renames,
    /// The report's year, where that is known: the targets of other years are none of its own.
    pub(super) year: Option<Year>,
    /// What was given under a name that a category had before.
    pub(super) formerly: BTreeSet<ObservationKey>,
}

impl Gathered {
    /// Reads a value cell and keeps what it gives. The cell is read, so that its faults are found, also where its
    /// period could not be, or its categories are none.
    pub(super) fn take(
        &mut self,
        export: &mut Export<'_>,
        (field, index): (&Field<'_>, usize),
        measure: &Measure,
        period: Option<Period>,
        part: &Part,
    ) {
        let text = field.trimmed();
        let read = export.read_of(measure, text).map(|value| part.doubted(measure, value, 1));
        if read.is_ok() && value::has_blanks_within(text) {
            export.opened.assume("blanks taken for marks between thousands".to_owned());
        }
        if let Ok(value) = &read
            && export.declared.fractions.is_none()
        {
            let place = export.place(field);
            export.shares.look_at((field, place), measure, value);
        }
        match (read, period) {
            (Ok(value), Some(period)) if !part.is_total => {
                let key = ObservationKey {
                    measure: measure.id.clone(),
                    area: part.area.clone(),
                    selection: part.selection.clone(),
                    release: part.release.clone(),
                    period,
                };
                self.keep(export, key, value, export.cell(field, index));
            }
            (Ok(_), _) => {}
            (Err(fault), period) => {
                let figure = FigureId::of(&measure.id).selecting(part.selection.clone());
                let touched = period.map_or(figure.clone(), |period| figure.at(period));
                let finding = export
                    .at(fault.code(), field, fault.message(text))
                    .help(fault.help(text))
                    .touching((part.area == Area::Own).then_some(touched));
                export.report(finding);
            }
        }
    }

    /// Keeps a value that several cells make together: the first and the others.
    pub(super) fn take_sum(
        &mut self,
        export: &mut Export<'_>,
        measure: &Measure,
        period: Period,
        part: &Part,
        (value, cell, others): (Value, Cell, Vec<Cell>),
    ) {
        let key = ObservationKey {
            measure: measure.id.clone(),
            area: part.area.clone(),
            selection: self.renames.now(part.selection.clone()),
            release: part.release.clone(),
            period,
        };
        let value = part.doubted(measure, value, others.len().saturating_add(1));
        let made = Observation { value: settled(export, value), cell, others };
        if let Some(before) = self.observations.get(&key) {
            if !same(&before.value, &made.value) {
                self.keep(export, key, made.value, made.cell);
            }
            return;
        }
        self.observations.insert(key, made);
    }

    /// Reads a rate or percentage that its publisher worked out, and keeps it.
    pub(super) fn state(
        &mut self,
        export: &mut Export<'_>,
        (field, index): (&Field<'_>, usize),
        key: StatedKey,
    ) {
        let text = field.trimmed();
        match value::read_rate(text, &export.declared.symbols) {
            Ok(value) => {
                let value = settled(export, value);
                let (area, figure, span) = key;
                let key = (area, self.renames.id_now(figure), span);
                let made = Observation { value, cell: export.cell(field, index), others: Vec::new() };
                let before = self.observations.stated.entry(key).or_insert(made.clone());
                if !same(&before.value, &made.value) {
                    let message = "this rate or percentage is given twice, with different values";
                    let finding = export
                        .at(&codes::CONFLICTING_VALUES, field, message)
                        .related(before.cell.place, "given here before")
                        .help("keep the file of one release only");
                    export.report(finding);
                }
            }
            Err(fault) => {
                let finding = export.at(fault.code(), field, fault.message(text)).help(fault.help(text));
                export.report(finding);
            }
        }
    }

    /// Keeps a value that was read or counted.
    pub(in crate::load) fn keep(
        &mut self,
        export: &mut Export<'_>,
        key: ObservationKey,
        value: Value,
        cell: Cell,
    ) {
        let value = settled(export, value);
        let now = self.renames.now(key.selection.clone());
        let formerly = now != key.selection;
        let key = ObservationKey { selection: now, ..key };
        let mut before = match self.observations.entry(key) {
            Entry::Vacant(free) => {
                if formerly {
                    self.formerly.insert(free.key().clone());
                }
                free.insert(Observation { value, cell, others: Vec::new() });
                return;
            }
            Entry::Occupied(before) => before,
        };
        // An empty cell says nothing, so it gives way to a value and repeats none.
        if value == Err(Reason::Missing) {
            return;
        }
        if before.get().value == Err(Reason::Missing) {
            before.insert(Observation { value, cell, others: Vec::new() });
            return;
        }
        if formerly != self.formerly.contains(before.key()) {
            let finding = given_under_two_names(export, before.key())
                .at(cell.place)
                .related(before.get().cell.place, "given here under the other name");
            export.report(finding);
            return;
        }
        let same = same(&before.get().value, &value);
        // The files of a release repeat the totals of one another.
        if same && before.key().release == Release::Official {
            return;
        }
        let in_two_files = before.get().cell.place.file != cell.place.file;
        let finding = given_twice(export, before.key(), same)
            .at(cell.place)
            .related(before.get().cell.place, "given here before");
        export.report(if in_two_files { finding.help(NEWER_FILE) } else { finding });
    }
}

/// The way out where two files give the same.
const NEWER_FILE: &str =
    "where the newer file holds all that the older one does, take the older one out of the narrative";

/// A value, as settled as its file.
fn settled(export: &Export<'_>, value: Value) -> Value {
    value.map(|number| number.settled(export.declared.state.of_values()))
}

/// Whether two values are the same, however settled either is.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one.is_same_number(*other),
        (one, other) => one == other,
    }
}

fn given_twice(export: &Export<'_>, key: &ObservationKey, same: bool) -> Finding {
    let named = named(key);
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
    let own = key.area == Area::Own && key.release == Release::Current;
    export.finding(code, message).help(help).touching(own.then(|| figure(key)))
}

/// Nobody can tell whether the two are one number or have to be added up.
fn given_under_two_names(export: &Export<'_>, key: &ObservationKey) -> Finding {
    let message = format!("{} is given under two names that `[[categories]]` makes one", named(key));
    let own = key.area == Area::Own && key.release == Release::Current;
    export
        .finding(&codes::CONFLICTING_VALUES, message)
        .help("if both hold a part of the cases, give all of them one name in the data")
        .help("if they are two things, take `was` out of `[[categories]]`")
        .touching(own.then(|| figure(key)))
}

fn figure(key: &ObservationKey) -> FigureId {
    FigureId::of(&key.measure).selecting(key.selection.clone()).at(key.period)
}

fn named(key: &ObservationKey) -> String {
    let mut named = format!("`{}`", figure(key));
    if let Area::Other(area) = &key.area {
        named.push_str(&format!(" of {area}"));
    }
    if let Release::Earlier(release) = &key.release {
        named.push_str(&format!(" in the release {release}"));
    }
    named
}
