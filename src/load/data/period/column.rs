//! The period column of an export: its cells settle what an ambiguous one of them is.

use std::collections::BTreeMap;

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::data::export::Export;
use crate::load::data::measure_names::Named;
use crate::model::{Kind, Measure, MeasureId, Period, PeriodForm, Place};

use super::Written;
use super::fit::{Misfit, fit};
use super::slip::slip;
use super::written::{is_month_first, may_be_month_first};

/// What the cells of a column say, each text read once: they are few in many rows.
#[derive(Default)]
struct Spelt(BTreeMap<String, Option<Written>>);

impl Spelt {
    fn read(&mut self, text: &str) -> Option<Written> {
        if let Some(known) = self.0.get(text) {
            return *known;
        }
        let written = Written::parse(text);
        self.0.insert(text.to_owned(), written);
        written
    }
}

/// The period column, while its rows are read.
pub(in crate::load::data) struct PeriodColumn {
    spelt: Spelt,
    /// What an ambiguous cell of it is, whatever stands beside it.
    form: Option<PeriodForm>,
    /// What one is beside a measure whose own cells say so.
    by_measure: BTreeMap<MeasureId, PeriodForm>,
    /// Whether it was said that days were taken for months: once a file is enough.
    said_day_as_month: bool,
    /// A cell of it that can only have its month first.
    month_first: Option<(Place, String)>,
}

/// Which clear forms the cells of a column, or of a measure in it, have.
#[derive(Clone, Copy, Default)]
struct Seen {
    months: bool,
    years: bool,
}

impl Seen {
    fn look_at(&mut self, field: Option<&Field<'_>>, spelt: &mut Spelt) {
        match field.and_then(|field| spelt.read(field.trimmed())) {
            Some(Written::Month(_)) => self.months = true,
            Some(Written::Year(_)) => self.years = true,
            _ => {}
        }
    }

    /// Months or years, but not both.
    fn form(self) -> Option<PeriodForm> {
        match (self.months, self.years) {
            (true, false) => Some(PeriodForm::Month),
            (false, true) => Some(PeriodForm::Year),
            _ => None,
        }
    }
}

impl PeriodColumn {
    /// The column at `index`, whose cells are those of every measure. What `2011-12` means in it is as declared, or
    /// as its other cells are.
    pub(in crate::load::data) fn of(export: &Export<'_>, rows: &[Row<'_>], index: usize) -> Self {
        let (mut seen, mut spelt) = (Seen::default(), Spelt::default());
        rows.iter().for_each(|row| seen.look_at(row.get(index), &mut spelt));
        let form = export.declared.period.or(seen.form());
        let mut cells = rows.iter().filter_map(|row| row.get(index));
        let month_first = cells.find(|field| is_month_first(field.trimmed()));
        let month_first = month_first.map(|field| (export.place(field), field.trimmed().to_owned()));
        Self { spelt, form, by_measure: BTreeMap::new(), said_day_as_month: false, month_first }
    }

    /// The column at `index` of rows that each have a measure of their own at `measure`. What `2011-12` means is as
    /// declared, or as the other cells of the same measure are. Those of other measures settle it only where they
    /// are all years: beside months there may well stand a number that is only counted once a year.
    pub(in crate::load::data) fn by_measure(
        export: &Export<'_>,
        rows: &[Row<'_>],
        index: usize,
        measure: usize,
    ) -> Self {
        let mut all = Self::of(export, rows, index);
        let mut seen: BTreeMap<&MeasureId, Seen> = BTreeMap::new();
        for row in rows {
            let name = row.get(measure).map_or("", Field::trimmed);
            if let Named::One(measure) = export.names.find(name, &export.declared.measures) {
                seen.entry(&measure.id).or_default().look_at(row.get(index), &mut all.spelt);
            }
        }
        let settled = seen.into_iter().filter_map(|(id, seen)| Some((id.clone(), seen.form()?)));
        let is_settled = |form: &PeriodForm| export.declared.period.is_some() || *form == PeriodForm::Year;
        let by_measure = if export.declared.period.is_some() { BTreeMap::new() } else { settled.collect() };
        Self { form: all.form.filter(is_settled), by_measure, ..all }
    }

    /// Reads a cell, which stands beside that measure; one that can't be read becomes a finding.
    pub(in crate::load::data) fn read(
        &mut self,
        export: &mut Export<'_>,
        field: &Field<'_>,
        measure: Option<&Measure>,
    ) -> Option<Written> {
        if let Some((place, proof)) = &self.month_first
            && (is_month_first(field.trimmed()) || may_be_month_first(field.trimmed()))
        {
            say_month_first(export, field, (*place, proof));
            return None;
        }
        let Some(written) = self.spelt.read(field.trimmed()) else {
            let message = match field.trimmed() {
                "" => "the row has no period".to_owned(),
                text => format!("`{text}` can't be read as a period"),
            };
            let finding = export.at(&codes::UNREADABLE_PERIOD, field, message);
            export.report(match slip(field.trimmed()) {
                Some(slip) => finding.help(slip),
                None => finding.help(
                    "write a month as `2013-04` or `Apr 2013`, a year as `2013/14`, a day as `31/03/2014`, several \
                     months as `2010-04 to 2011-02`",
                ),
            });
            return None;
        };
        let of_measure = measure.and_then(|measure| self.by_measure.get(&measure.id)).copied();
        Some(match (written, of_measure.or(self.form)) {
            (Written::MonthOrYear(month, _), Some(PeriodForm::Month)) => Written::Month(month),
            (Written::MonthOrYear(_, year), Some(PeriodForm::Year)) => Written::Year(year),
            _ => written,
        })
    }

    /// The period for a measure of that kind; one that such a measure can't have a value for becomes a finding.
    pub(in crate::load::data) fn fit(
        &mut self,
        export: &mut Export<'_>,
        field: &Field<'_>,
        written: Written,
        kind: Kind,
    ) -> Option<Period> {
        match fit(written, kind, export.calendar) {
            Ok(fitted) => {
                if fitted.day_as_month && !self.said_day_as_month {
                    self.said_day_as_month = true;
                    say_day_as_month(export, field, fitted.period);
                }
                Some(fitted.period)
            }
            Err(misfit) => {
                say_misfit(export, field, misfit, kind);
                None
            }
        }
    }
}

fn say_month_first(export: &mut Export<'_>, field: &Field<'_>, (place, proof): (Place, &str)) {
    let text = field.trimmed();
    let finding = if export.place(field) == place || is_month_first(text) {
        export.at(&codes::MONTH_FIRST_DATE, field, format!("`{text}` has its month first"))
    } else {
        let message = format!("`{text}` may have its month first, as `{proof}` has");
        export.at(&codes::MONTH_FIRST_DATE, field, message).related(place, "the month stands first here")
    };
    export.report(finding.help("write the dates of the column as `2024-04-30`, or as `30/04/2024`"));
}

fn say_day_as_month(export: &mut Export<'_>, field: &Field<'_>, period: Period) {
    let message = format!("`{}` and days like it were read as their months: here {period}", field.trimmed());
    let finding = export.at(&codes::DAY_READ_AS_MONTH, field, message);
    export.report(finding);
}

fn say_misfit(export: &mut Export<'_>, field: &Field<'_>, misfit: Misfit, kind: Kind) {
    let text = field.trimmed();
    let (wrong, help) = match misfit {
        Misfit::Ambiguous(month, year) => {
            let named = format!("{} {}", month.name(), month.year());
            let message = format!("`{text}` may be {named} or the year {year}");
            let finding = export.at(&codes::AMBIGUOUS_PERIOD, field, message).help(format!(
                "set `period = \"month\"` or `period = \"year\"` beside the file's name in the narrative, or write \
                 `{named}` or `{year}`"
            ));
            export.report(finding);
            return;
        }
        Misfit::DayInsideMonth => (
            "is a day inside a month",
            "give the month that the number is for; a file with a row for each event is a case list, which the program counts: `shape = \"cases\"`",
        ),
        Misfit::BareYear => (
            "is a calendar year",
            "write the reporting year as `2013/14`; a year alone is read for a population only",
        ),
        Misfit::SeveralMonths => ("is several months", "give the day on which they were counted"),
        Misfit::NotMidYear => ("is no mid-year", "write the mid-year as `mid-2013` or `2013`"),
    };
    let wanted = match kind {
        Kind::Events => "events are counted over months and years",
        Kind::Percentage => "a percentage here is over months and years",
        Kind::Snapshot => "a snapshot is counted on a day",
        Kind::Population => "a population is estimated for a mid-year",
    };
    let finding =
        export.at(&codes::PERIOD_DOES_NOT_FIT, field, format!("`{text}` {wrong}, but {wanted}")).help(help);
    export.report(finding);
}
