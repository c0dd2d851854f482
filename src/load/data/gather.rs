//! The values of one file, as they are read and in its order: each with what it is of and the cell that gives it.

use std::collections::{BTreeMap, BTreeSet};

use crate::csv_text::Field;
use crate::lookup::Lookup;
use crate::model::{
    Area, Cell, FigureId, Kind, Measure, MeasureId, Observation, ObservationKey, Observed, Period, Place,
    Ratio, Release, Selection, StatedKey, Value,
};

use super::blanked::is_blanked;
use super::breakdown::Part;
use super::export::Export;
use super::gazetteer::Gazetteer;
use super::value;
use crate::load::cases::Uncovered;

/// What one file gives.
#[derive(Default)]
pub(in crate::load) struct Gathered {
    /// Its values, by what they are of.
    pub(super) series: Vec<Series>,
    /// Which of them is of what, by the names that its cells give.
    known: Lookup<Of, usize>,
    /// How many values there are.
    count: usize,
    /// How many periods its cells name, where that is known: most series have a value for each.
    pub(super) periods: usize,
    /// Rates and percentages that their publisher worked out.
    pub(super) stated: Vec<(StatedKey, Observation)>,
    /// The areas that open data are of.
    pub(super) gazetteer: Gazetteer,
    /// The targets of a scorecard.
    pub(super) targets: BTreeMap<MeasureId, Target>,
    /// Dimensions and the names in them that categories had before, as they were met.
    pub(super) formerly: BTreeSet<(String, String)>,
    /// Of a case list, that it covers fewer months than the report.
    pub(in crate::load) uncovered: Option<Uncovered>,
}

/// What the values of a series are numbers of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::load) struct Of {
    /// The measure.
    pub(in crate::load) measure: MeasureId,
    /// Whose.
    pub(in crate::load) area: Area,
    /// Which part.
    pub(in crate::load) selection: Selection,
    /// Which release.
    pub(in crate::load) release: Release,
}

impl Of {
    /// The key of the value of a period.
    fn at(self, period: Period) -> ObservationKey {
        let Self { measure, area, selection, release } = self;
        ObservationKey { measure, area, selection, release, period }
    }
}

/// The values that a file gives of one thing.
pub(super) struct Series {
    /// What of; the area as the file writes it.
    pub(super) of: Of,
    /// Whether they were given under a name that a category had before.
    pub(super) formerly: bool,
    /// The values, in the order of the file.
    pub(super) values: Vec<Observed>,
    /// How many values the file gives before each.
    pub(super) after: Vec<usize>,
}

/// A target that a file gives.
pub(super) struct Target {
    /// The number to reach.
    pub(super) number: Ratio,
    /// Its cell.
    pub(super) place: Place,
    /// What the cell says.
    pub(super) written: String,
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
            && measure.kind == Kind::Percentage
            && export.declared.fractions.is_none()
        {
            let place = export.place(field);
            export.shares.look_at((field, place), measure, value);
        }
        match (read, period) {
            (Ok(value), Some(period)) if !part.is_total => {
                self.keep(export, of(measure, part), period, value, export.cell(field, index));
            }
            (Ok(_), _) => {}
            (Err(fault), period) => {
                let figure = FigureId::of(&measure.id).selecting(part.selection.clone());
                let touched = period.map_or(figure.clone(), |period| figure.at(period));
                let finding = export
                    .at(fault.code(), field, fault.message(text))
                    .help(fault.help(text))
                    .touching((part.area == Area::Own).then_some(touched));
                if is_blanked(text) {
                    export.blanked.keep(finding);
                } else {
                    export.report(finding);
                }
            }
        }
    }

    /// Keeps a value that several cells make together: the first and the others.
    pub(super) fn take_sum(
        &mut self,
        export: &Export<'_>,
        measure: &Measure,
        period: Period,
        part: &Part,
        (value, cell, others): (Value, Cell, Vec<Cell>),
    ) {
        let value = part.doubted(measure, value, others.len().saturating_add(1));
        self.put(export, of(measure, part), period, Observation { value, cell, others });
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
                let key = (area, export.renames.id_now(figure), span);
                let cell = export.cell(field, index);
                self.stated.push((key, Observation { value, cell, others: Vec::new() }));
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
        export: &Export<'_>,
        of: Of,
        period: Period,
        value: Value,
        cell: Cell,
    ) {
        self.put(export, of, period, Observation { value, cell, others: Vec::new() });
    }

    fn put(&mut self, export: &Export<'_>, of: Of, period: Period, observation: Observation) {
        let number = match self.known.get(&of) {
            Some(known) => *known,
            None => self.begin(export, of.clone()),
        };
        let Some(series) = self.series.get_mut(number) else { return };
        let of = if series.formerly { series.of.clone() } else { of };
        let value = settled(export, observation.value);
        series.values.push((of.at(period), Observation { value, ..observation }));
        series.after.push(self.count);
        self.count = self.count.saturating_add(1);
    }

    /// Begins a series, under the names that its categories have now.
    fn begin(&mut self, export: &Export<'_>, of: Of) -> usize {
        let selection = export.renames.now(of.selection.clone());
        let formerly = selection != of.selection;
        if formerly {
            let renamed =
                of.selection.iter().filter(|(dimension, name)| export.renames.of(dimension, name).is_some());
            self.formerly.extend(renamed.map(|(dimension, name)| (dimension.to_owned(), name.to_owned())));
        }
        let number = self.series.len();
        self.known.insert(of.clone(), number);
        let (values, after) = (Vec::with_capacity(self.periods), Vec::with_capacity(self.periods));
        self.series.push(Series { of: Of { selection, ..of }, formerly, values, after });
        number
    }
}

fn of(measure: &Measure, part: &Part) -> Of {
    Of {
        measure: measure.id.clone(),
        area: part.area.clone(),
        selection: part.selection.clone(),
        release: part.release.clone(),
    }
}

/// A value, as settled as its file.
fn settled(export: &Export<'_>, value: Value) -> Value {
    value.map(|number| number.settled(export.declared.state.of_values()))
}
