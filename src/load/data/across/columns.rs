//! The headings of a scorecard → its columns.

use std::collections::BTreeMap;

use crate::csv_text::Field;
use crate::diagnostic::codes::data as codes;
use crate::load::data::breakdown::Breakdown;
use crate::load::data::dimension::dimensions;
use crate::load::data::export::Export;
use crate::load::data::layout::{Reported, Role, repeated};
use crate::load::data::measure_names::Named;
use crate::load::data::value::is_value;
use crate::load::sheet::{Sheet, heading as heading_at};
use crate::model::{Calendar, Period, PeriodForm, Span, State, Year, fold};

use super::Across;
use super::heading::{Heading, ToDate, settled, year_in};

impl Across {
    /// Finds the columns: of the measures' names, of months and totals; text before the months is categories, and
    /// what is no figure is passed over.
    pub(in crate::load::data) fn of(export: &mut Export<'_>, sheet: &Sheet<'_>) -> Result<Self, Reported> {
        let known = known(export, sheet)?;
        let is_value_column = |(_, known): &(usize, Heading)| {
            !matches!(known, Heading::Target(_) | Heading::OtherTarget | Heading::Remark)
        };
        let first = known.iter().find(|known| is_value_column(known)).map_or(0, |(at, _)| *at);
        let last = known.iter().rfind(|known| is_value_column(known)).map_or(0, |(at, _)| *at);
        let measure = measure_column(export, sheet, &known)?;
        let (values, totals) = values_and_totals(export, sheet, &known)?;
        let target = target_column(&known);
        let mut breakdown = Breakdown::default();
        let mut categories = Vec::new();
        let mut passed_over: Vec<String> = Vec::new();
        for (at, field) in sheet.headings.iter().enumerate() {
            let is_known = known.iter().find(|(known, _)| *known == at);
            let texts = || texts(sheet, at);
            let all_values = || texts().all(|text| is_value(text, &export.declared.symbols));
            match (Role::of(&fold(field.trimmed())), is_known) {
                _ if at == measure || texts().next().is_none() => {}
                (_, Some((_, Heading::Target(_)))) if target.is_none() => {
                    passed_over.push(format!("`{}` (one of several targets)", field.trimmed()));
                }
                (_, Some((_, Heading::OtherTarget))) => {
                    passed_over.push(format!("`{}` (no target of the whole year)", field.trimmed()));
                }
                (_, Some((_, Heading::Remark))) => passed_over.push(format!("`{}`", field.trimmed())),
                (_, Some(_)) => {}
                (Some(Role::Area), _) => breakdown.area = Some(at),
                (Some(Role::Release), _) => breakdown.release = Some(at),
                _ if at > first && at < last && all_values() => {
                    say_unknown(export, field);
                    return Err(Reported);
                }
                _ if at < first && !all_values() && !field.trimmed().is_empty() => categories.push(at),
                _ if field.trimmed().is_empty() => {
                    passed_over.push(format!("column {}", at.saturating_add(1)));
                }
                _ => passed_over.push(format!("`{}`", field.trimmed())),
            }
        }
        if !passed_over.is_empty() {
            export.opened.assume(format!("{} passed over", passed_over.join(", ")));
        }
        breakdown.dimensions = dimensions(export, sheet, &categories);
        let states = states(export, sheet, &values);
        Ok(Self { measure, values, states, totals, target, breakdown })
    }
}

/// How settled the numbers of columns are whose headings say so, and that they were read so.
fn states(export: &mut Export<'_>, sheet: &Sheet<'_>, values: &Values) -> BTreeMap<usize, State> {
    let mut states = BTreeMap::new();
    for (at, _) in values {
        let (_, state) = settled(heading_at(&sheet.headings, *at));
        if state != State::Final {
            states.insert(*at, state);
            let heading = heading_at(&sheet.headings, *at);
            export.opened.assume(format!("the numbers under `{heading}` read as {}", state.word()));
        }
    }
    states
}

/// The column of the year's targets, and which year it names. Of several (of last year, of a quarter) nobody can tell
/// which it is.
fn target_column(known: &[(usize, Heading)]) -> Option<(usize, Option<Year>)> {
    let mut targets =
        known.iter().filter(|(_, heading)| matches!(heading, Heading::Target(_) | Heading::OtherTarget));
    match (targets.next(), targets.next()) {
        (Some((at, Heading::Target(year))), None) => Some((*at, *year)),
        _ => None,
    }
}

fn texts<'s>(sheet: &'s Sheet<'_>, at: usize) -> impl Iterator<Item = &'s str> {
    sheet.rows.iter().filter_map(move |row| row.get(at)).map(Field::trimmed).filter(|text| !text.is_empty())
}

/// The columns whose headings are words of scorecards, with the year told that bare months are of.
fn known(export: &mut Export<'_>, sheet: &Sheet<'_>) -> Result<Vec<(usize, Heading)>, Reported> {
    let calendar = export.calendar;
    let read = |(at, field): (usize, &Field<'_>)| Some((at, Heading::of(field.trimmed(), calendar)?));
    let bare: Vec<(usize, Heading)> = sheet.headings.iter().enumerate().filter_map(read).collect();
    let year = export.declared.year.or_else(|| year_above(export, sheet, &bare));
    let form = export.declared.period.or_else(|| form_of(&bare));
    let mut known = Vec::with_capacity(bare.len());
    for (at, heading) in bare {
        let Some(heading) = heading.settled(form) else {
            if let Some(field) = sheet.headings.get(at) {
                say_month_or_year(export, field);
            }
            return Err(Reported);
        };
        match heading.in_year(year, calendar) {
            Some(heading) => known.push((at, heading)),
            None => {
                if let Some(field) = sheet.headings.get(at) {
                    say_no_year(export, field);
                }
                return Err(Reported);
            }
        }
    }
    Ok(known)
}

/// What `2011-12` is by the headings beside it: a month beside months, else a year beside years and quarters.
fn form_of(known: &[(usize, Heading)]) -> Option<PeriodForm> {
    let any = |is: fn(&Heading) -> bool| known.iter().any(|(_, heading)| is(heading));
    if any(|heading| matches!(heading, Heading::Month(_) | Heading::BareMonth(_))) {
        return Some(PeriodForm::Month);
    }
    any(|heading| matches!(heading, Heading::Months(_) | Heading::BareQuarter(_))).then_some(PeriodForm::Year)
}

fn say_month_or_year(export: &mut Export<'_>, field: &Field<'_>) {
    let message = format!("`{}` may be a month or a year", field.trimmed());
    let help = if export.calendar.has_calendar_years() {
        "set `period = \"month\"` beside the file's name in the narrative, or head it with its months: `Dec 2011`, `2011-04 to 2012-03`"
    } else {
        "set `period = \"month\"` or `period = \"year\"` beside the file's name in the narrative, or head it `2011/12`"
    };
    let finding = export.at(&codes::AMBIGUOUS_PERIOD, field, message).help(help);
    export.report(finding);
}

/// The year of months and quarters that name none: that of the title above the headings, or of the months that do.
fn year_above(export: &mut Export<'_>, sheet: &Sheet<'_>, known: &[(usize, Heading)]) -> Option<Year> {
    let needed =
        |(_, heading): &(usize, Heading)| matches!(heading, Heading::BareMonth(_) | Heading::BareQuarter(_));
    known.iter().find(|known| needed(known))?;
    if let Some(year) = year_of_months(known, export.calendar) {
        export.opened.assume(format!("its quarters taken to be of {year}, as its months are"));
        return Some(year);
    }
    // Four digits in a title may be of anything, such as the day on which somebody made the table.
    let titles = sheet.above.iter().filter(|_| !export.calendar.has_calendar_years());
    let year = year_in(titles.flatten().map(Field::trimmed), export.calendar)?;
    export.opened.assume(format!("its months taken to be of {year}, which stands above the headings"));
    Some(year)
}

/// The year of which all months are that stand beside quarters; of fewer than three nothing is told.
fn year_of_months(known: &[(usize, Heading)], calendar: Calendar) -> Option<Year> {
    let mut years = Vec::new();
    for (_, heading) in known {
        match heading {
            Heading::Month(month) => years.push(calendar.year_of(*month)),
            Heading::BareMonth(_) => return None,
            _ => {}
        }
    }
    let count = years.len();
    years.dedup();
    match years.as_slice() {
        [year] if count >= 3 => Some(*year),
        _ => None,
    }
}

fn say_no_year(export: &mut Export<'_>, field: &Field<'_>) {
    let message = format!("`{}` is a month or quarter without a year", field.trimmed());
    let year = if export.calendar.has_calendar_years() { "2024" } else { "2024/25" };
    let finding = export.at(&codes::MONTH_WITHOUT_YEAR, field, message).help(format!(
        "say the year beside the file's name in the narrative, as `year = \"{year}\"`, or head it `Apr-24` or `Q1 {year}`"
    ));
    export.report(finding);
}

fn say_unknown(export: &mut Export<'_>, field: &Field<'_>) {
    let message = format!("`{}` stands among the months and is none", field.trimmed());
    let finding = export
        .at(&codes::UNKNOWN_LAYOUT, field, message)
        .help("head it with its month as `Apr-24`, or move what is no month behind the months");
    export.report(finding);
}

/// The column that is headed as that of measures, or else the one before the months that names most of them.
fn measure_column(
    export: &mut Export<'_>,
    sheet: &Sheet<'_>,
    known: &[(usize, Heading)],
) -> Result<usize, Reported> {
    let free = |at: &usize| !known.iter().any(|(known, heading)| known == at && *heading != Heading::Remark);
    let columns: Vec<usize> = (0..sheet.headings.len()).filter(free).collect();
    let headed = |at: &usize| Role::of(&fold(heading_at(&sheet.headings, *at))) == Some(Role::Measure);
    let names = |at: &usize| {
        let named = |text: &&str| export.names.find(text, &export.declared.measures) != Named::None;
        texts(sheet, *at).filter(named).count()
    };
    let most =
        columns.iter().max_by_key(|at| (names(at), std::cmp::Reverse(**at))).filter(|at| names(at) > 0);
    let found = columns.iter().find(|at| headed(at)).or(most).copied();
    found.ok_or_else(|| {
        if let Some(first) = sheet.headings.first() {
            let finding = export
                .at(&codes::UNKNOWN_LAYOUT, first, "no column names measures, where months are headings")
                .help("head the column of their names `measure`, and write each as the catalogue or the narrative calls it");
            export.report(finding);
        }
        Reported
    })
}

type Values = Vec<(usize, Period)>;
type Totals = Vec<(usize, Option<Span>)>;

/// The columns of values and of totals. Several months together are a total where any of them has a column of its own.
fn values_and_totals(
    export: &mut Export<'_>,
    sheet: &Sheet<'_>,
    known: &[(usize, Heading)],
) -> Result<(Values, Totals), Reported> {
    let mut values = Values::new();
    let mut totals = Totals::new();
    let has_month =
        |span: &Span| known.iter().any(|(_, h)| matches!(h, Heading::Month(month) if span.contains(*month)));
    let has_part = |span: &Span| {
        let is_part = |part: &Span| part.len() < span.len() && span.encloses(*part);
        has_month(span) || known.iter().any(|(_, h)| matches!(h, Heading::Months(part) if is_part(part)))
    };
    for (at, heading) in known {
        let period = match heading {
            Heading::Month(month) => Period::Month(*month),
            Heading::Months(span) if !has_month(span) => export.calendar.simplest(*span),
            Heading::Months(span) => {
                totals.push((*at, Some(*span)));
                continue;
            }
            Heading::Total => {
                totals.push((*at, None));
                continue;
            }
            Heading::YearTotal(span, _) if has_part(span) => {
                totals.push((*at, Some(*span)));
                continue;
            }
            Heading::YearTotal(span, ToDate::No) => export.calendar.simplest(*span),
            Heading::YearTotal(_, ToDate::Yes) => {
                let named = heading_at(&sheet.headings, *at);
                export.opened.assume(format!("`{named}` passed over, of whose months there are none"));
                continue;
            }
            _ => continue,
        };
        if let Some((before, _)) = values.iter().find(|(_, known)| *known == period) {
            repeated(export, sheet, *before, *at, "two columns are of the same months");
            return Err(Reported);
        }
        values.push((*at, period));
    }
    values.sort_by_key(|(_, period)| *period);
    Ok((values, totals))
}
