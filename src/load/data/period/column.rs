//! The period column of an export: its cells settle what an ambiguous one of them is.

use std::collections::BTreeMap;

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::load::data::column::Column;
use crate::load::data::export::Export;
use crate::load::data::total::is_total;
use crate::model::{Kind, Measure, MeasureId, Period, PeriodForm};

use super::Written;
use super::fit::{Misfit, fit};
use super::slip::slip;
use super::written::{is_month_first, may_be_month_first};

/// What a text of the column says.
#[derive(Clone, Copy)]
struct Said {
    /// The period, where it can be read.
    written: Option<Written>,
    /// Whether it calls what stands beside it a total.
    is_total: bool,
}

/// The period column, while its rows are read.
pub(in crate::load::data) struct PeriodColumn<'s, 't> {
    column: Column<'s, 't>,
    /// What each of its texts says.
    said: Vec<Said>,
    /// What an ambiguous cell of it is, whatever stands beside it.
    form: Option<PeriodForm>,
    /// What one is beside a measure whose own cells say so.
    by_measure: BTreeMap<MeasureId, PeriodForm>,
    /// Whether it was said that days were taken for months: once a file is enough.
    said_day_as_month: bool,
    /// A cell of it that can only have its month first.
    month_first: Option<&'s Field<'t>>,
}

/// Which clear forms the cells of a column, or of a measure in it, have.
#[derive(Clone, Copy, Default)]
struct Seen {
    months: bool,
    years: bool,
}

impl Seen {
    fn look_at(&mut self, said: Option<&Said>) {
        match said.and_then(|said| said.written) {
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

impl<'s, 't> PeriodColumn<'s, 't> {
    /// The column at `index`, whose cells are those of every measure. What `2011-12` means in it is as declared, or
    /// as its other cells are.
    pub(in crate::load::data) fn of(export: &Export<'_>, rows: &'s [Row<'t>], index: usize) -> Self {
        let column = Column::of(rows, index);
        let texts = || column.texts().iter().map(|field| field.trimmed());
        let said = texts().map(|text| {
            let written = Written::parse(text);
            // What is a period is no word for a total.
            Said { written, is_total: written.is_none() && is_total(text) }
        });
        let said: Vec<Said> = said.collect();
        let mut seen = Seen::default();
        said.iter().for_each(|said| seen.look_at(Some(said)));
        let form = export.declared.period.or(seen.form());
        let month_first = column.texts().iter().find(|field| is_month_first(field.trimmed())).copied();
        Self { column, said, form, by_measure: BTreeMap::new(), said_day_as_month: false, month_first }
    }

    /// The column at `index` of rows that each name a measure in the column `names`, whose texts mean `measures`. What
    /// `2011-12` means is as declared, or as the other cells of the same measure are. Those of other measures settle it
    /// only where they are all years: beside months there may well stand a number that is only counted once a year.
    pub(in crate::load::data) fn by_measure(
        export: &Export<'_>,
        rows: &'s [Row<'t>],
        index: usize,
        names: &Column<'_, '_>,
        measures: &[Option<&Measure>],
    ) -> Self {
        let all = Self::of(export, rows, index);
        if export.declared.period.is_some() {
            return all;
        }
        let mut seen = vec![Seen::default(); measures.len()];
        for (name, text) in names.numbers().iter().zip(all.column.numbers()) {
            if let Some(seen) = seen.get_mut(*name) {
                seen.look_at(all.said.get(*text));
            }
        }
        // A measure may go by several names.
        let mut of_measures: BTreeMap<&MeasureId, Seen> = BTreeMap::new();
        for (measure, seen) in
            measures.iter().zip(seen).filter_map(|(measure, seen)| Some((*measure)?).zip(Some(seen)))
        {
            let all = of_measures.entry(&measure.id).or_default();
            (all.months, all.years) = (all.months | seen.months, all.years | seen.years);
        }
        let settled = of_measures.into_iter().filter_map(|(id, seen)| Some((id.clone(), seen.form()?)));
        let form = all.form.filter(|form| *form == PeriodForm::Year);
        Self { form, by_measure: settled.collect(), ..all }
    }

    /// How many texts there are in it.
    pub(in crate::load::data) fn count(&self) -> usize {
        self.said.len()
    }

    /// Whether the cell of a row calls what stands beside it a total.
    pub(in crate::load::data) fn is_total(&self, row: usize) -> bool {
        self.said(row).is_some_and(|said| said.is_total)
    }

    fn said(&self, row: usize) -> Option<Said> {
        self.said.get(self.column.number(row)).copied()
    }

    /// Reads the cell of a row, which stands beside that measure; one that can't be read becomes a finding.
    pub(in crate::load::data) fn read(
        &self,
        export: &mut Export<'_>,
        (row, field): (usize, &Field<'_>),
        measure: Option<&Measure>,
    ) -> Option<Written> {
        if let Some(proof) = self.month_first
            && (is_month_first(field.trimmed()) || may_be_month_first(field.trimmed()))
        {
            say_month_first(export, field, proof);
            return None;
        }
        let Some(written) = self.said(row)?.written else {
            let message = match field.trimmed() {
                "" => "the row has no period".to_owned(),
                text => format!("`{text}` can't be read as a period"),
            };
            let finding = export.at(&codes::UNREADABLE_PERIOD, field, message);
            export.report(match slip(field.trimmed()) {
                Some(slip) => finding.help(slip),
                None => {
                    let year = if export.calendar.has_calendar_years() { "2013" } else { "2013/14" };
                    finding.help(format!(
                        "write a month as `2013-04` or `Apr 2013`, a year as `{year}`, a day as `31/03/2014`, several \
                         months as `2010-04 to 2011-02`"
                    ))
                }
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

fn say_month_first(export: &mut Export<'_>, field: &Field<'_>, proof: &Field<'_>) {
    let (text, place, proof) = (field.trimmed(), export.place(proof), proof.trimmed());
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
            let help = if export.calendar.names(year) {
                format!(
                    "set `period = \"month\"` or `period = \"year\"` beside the file's name in the narrative, or \
                     write `{named}` or `{year}`"
                )
            } else {
                format!(
                    "set `period = \"month\"` beside the file's name in the narrative, or write `{named}`; a calendar \
                     year is written `{}`",
                    month.year()
                )
            };
            let finding = export.at(&codes::AMBIGUOUS_PERIOD, field, message).help(help);
            export.report(finding);
            return;
        }
        Misfit::DayInsideMonth => (
            "is a day inside a month",
            "give the month that the number is for; a file with a row for each event is a case list, which the program counts: `shape = \"cases\"`",
        ),
        Misfit::BareYear => (
            "names a calendar year",
            "write the reporting year as `2013/14`; a year alone is read for a population only",
        ),
        Misfit::TwoYears => (
            "names two calendar years",
            "write a calendar year as `2013`, where `first_month = 1` says that reporting years are that, and other \
             months as `2013-04 to 2014-03`",
        ),
        Misfit::SeveralMonths => ("is several months", "give the day on which they were counted"),
        Misfit::NotMidYear => ("is no mid-year", "write the mid-year as `mid-2013` or `2013`"),
    };
    let wanted = match kind {
        _ if misfit == Misfit::TwoYears => "the report's years are calendar years",
        Kind::Events => "events are counted over months and years",
        Kind::Percentage => "a percentage here is over months and years",
        Kind::Snapshot => "a snapshot is counted on a day",
        Kind::Population => "a population is estimated for a mid-year",
    };
    let finding =
        export.at(&codes::PERIOD_DOES_NOT_FIT, field, format!("`{text}` {wrong}, but {wanted}")).help(help);
    export.report(finding);
}
