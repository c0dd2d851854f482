//! Case lists → observations: a row an event, counted by month and category without holding the file.
//!
//! file → head (headings found) → job (columns found for what is counted) → counter (every row passes by) → what the
//! list covers → observations, with findings at the cells that made them

mod alike;
mod cell;
mod columns;
mod counter;
mod coverage;
mod faults;
mod head;
mod job;
mod memo;
mod never;
mod observed;
pub mod presets;
mod repeats;
pub mod scan;
mod spots;
mod tally;
#[cfg(test)]
mod tests;
mod together;
mod told;
mod wording;
mod words;
mod working_days;

use std::collections::BTreeSet;
use std::io;

use self::alike::Alike;
use self::columns::Columns;
use self::counter::Counter;
use self::head::Head;
use self::job::{At, Job};
use self::never::Never;
use self::presets::Preset;
use self::scan::{Rows, visit, visit_in_order};
pub(super) use self::together::{Uncovered, tell as tell_together};
use self::told::Kept;
use self::working_days::WorkingDays;
use super::Reopenable;
use super::data::{Export, Gathered};
use super::sheet::say_empty;
use super::supplied::Supplied;
use crate::diagnostic::codes::cases::TOLD_AS_CASE_LIST;
use crate::hash::fingerprint_of;
use crate::model::{
    CaseList, DataFile, DataShape, DayNumber, LoneCells, Measure, Settings, Span, WorkbookSheet, fold,
};

/// How a file is counted, where it is a case list: as declared, or as the preset whose headings it has.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    list: CaseList,
    preset: Option<&'static Preset>,
    /// Whether it was told by its headings.
    told: bool,
}

impl Declared {
    /// Of a file that is declared so, or has the headings of a preset and is declared to be nothing else.
    ///
    /// # Errors
    /// The file can't be read.
    pub(super) fn of(file: &DataFile, source: &dyn Reopenable) -> io::Result<Option<Self>> {
        let list = file.cases.clone();
        if list.is_none()
            && matches!(
                file.shape,
                Some(DataShape::Long | DataShape::Wide | DataShape::Across | DataShape::OpenData)
            )
        {
            return Ok(None);
        }
        if let Some(preset) = list.as_ref().and_then(|list| list.preset).and_then(presets::find) {
            return Ok(list.map(|list| Self { list, preset: Some(preset), told: false }));
        }
        let told = head::recognised(source)?;
        Ok(match (list, told) {
            // A list that says what to count is counted so, with the names that its preset knows.
            (Some(list), preset) => Some(Self { list, preset, told: preset.is_some() }),
            (None, Some(preset)) => {
                let list = CaseList { only: file.measures.clone(), ..CaseList::default() };
                Some(Self { list, preset: Some(preset), told: true })
            }
            (None, None) => None,
        })
    }

    /// The declaration with the id of its preset in it.
    fn list(&self) -> CaseList {
        CaseList { preset: self.preset.map(|preset| preset.id), ..self.list.clone() }
    }
}

/// What is kept of a list that was read.
pub(super) struct Read {
    /// Its headings, and the cells that findings point at.
    pub(super) text: String,
    /// The fingerprint of its bytes.
    pub(super) fingerprint: String,
    /// Where those cells stand, and what was counted.
    pub(super) kept: LoneCells,
    /// Of a list in a workbook, its sheet with those cells.
    pub(super) sheet: Option<WorkbookSheet>,
}

/// Counts a list. Faults become findings.
pub(super) fn read(
    export: &mut Export<'_>,
    gathered: &mut Gathered,
    supplied: Supplied,
    declared: &Declared,
    measures: &[Measure],
    settings: &Settings,
) -> Read {
    let counted = count(export, gathered, supplied, declared, measures, settings);
    counted.unwrap_or_else(|why| {
        told::unreadable(&mut export.opened, &why);
        Read { text: String::new(), fingerprint: String::new(), kept: LoneCells::default(), sheet: None }
    })
}

fn count(
    export: &mut Export<'_>,
    gathered: &mut Gathered,
    supplied: Supplied,
    declared: &Declared,
    measures: &[Measure],
    settings: &Settings,
) -> io::Result<Read> {
    let decoded = head::decoded(supplied.rows())?;
    let source = decoded.as_ref().map_or(supplied.rows(), |held| held);
    let hash = || fingerprint_of(supplied.raw.open_at(0)?);
    let nothing =
        |text: String| Ok(Read { text, fingerprint: hash()?, kept: LoneCells::default(), sheet: None });
    let sheet = supplied.sheet.as_ref().map(|sheet| &sheet.cells);
    if let Some(sheet) = sheet {
        sheet.assumed.iter().cloned().for_each(|what| export.opened.assume(what));
    }
    let list = declared.list();
    let head = head::find(&mut export.opened, source, export.declared.separator, &list)?;
    let Some(head) = head else { return nothing(String::new()) };
    let headings = head.text.lines().count();
    let in_sheet = supplied.sheet.as_ref();
    if let Some(kept) = in_sheet.and_then(|sheet| never::in_headings(&mut export.opened, sheet, headings)) {
        return Ok(Read { text: kept.text, fingerprint: hash()?, kept: kept.cells, sheet: kept.sheet });
    }
    if declared.told {
        say_told(export, declared.preset);
    }
    let columns = Columns {
        opened: &mut export.opened,
        declared: &list,
        preset: declared.preset,
        headings: &head.headings,
        folded: head.headings.iter().map(|heading| fold(heading)).collect(),
        measures,
        without_day: false,
    };
    let Some(job) = columns.job(settings.span, settings.as_at) else { return nothing(head.text) };
    let never = in_sheet.and_then(|sheet| Never::of(sheet, headings, &job));
    let left_out = never.as_ref().map(Never::left_out);
    let counted = left_out.as_ref().map_or(source, |held| held);
    let (mut counter, hashed) = pass_by(export, counted, &head, &job)?;
    if let Some(never) = &never {
        never.add_to(&mut counter.faults);
    }
    // What was decoded, or is a sheet of a workbook, has other bytes than the file.
    let is_whole_file = decoded.is_none() && sheet.is_none();
    let fingerprint = if is_whole_file { hashed } else { hash()? };
    let covered = covered(&counter, &job, &list);
    let mut kept = Kept::of(head.text, sheet.map(|sheet| sheet.name.as_str()));
    told::faults(&mut export.opened, &mut kept, &counter, &job, (source, head.separator))?;
    if counter.rows == 0 && list.covers.is_none() && never.is_none() {
        say_empty(&mut export.opened, "has headings but no rows");
    } else if job.tasks.iter().any(|task| !matches!(task.when, At::Standing)) {
        let finding = told::coverage(&export.opened, &counter, &job, covered);
        gathered.uncovered = finding.map(|finding| Uncovered::of(finding, &job));
    }
    told::silent(&mut export.opened, &counter, &job);
    told::capitals(&mut export.opened, &counter);
    told::assumed(&mut export.opened, &counter);
    told::outside(&mut export.opened, &counter, &job);
    told::again(&mut export.opened, &counter, &job);
    observed::gather(export, gathered, &mut kept, &mut counter, &job, covered);
    Ok(Read { text: kept.text, fingerprint, kept: kept.cells, sheet: kept.sheet })
}

/// Shows every row to counters, and brings together what they counted; with the fingerprint of the file.
fn pass_by<'j>(
    export: &mut Export<'_>,
    source: &dyn Reopenable,
    head: &Head,
    job: &'j Job<'j>,
) -> io::Result<(Counter<'j>, String)> {
    let working_days = WorkingDays::shared();
    let mut wanted: Vec<usize> = job.slots.iter().map(|slot| slot.column).collect();
    let width = head.headings.len();
    let separator = head::byte_of(head.separator);
    if source.length() <= repeats::LARGEST {
        // Two rows are the same only where all their cells are.
        wanted.extend((0..width).filter(|column| !job.slots.iter().any(|slot| slot.column == *column)));
        let rows = Rows { source, from: head.from, separator, width, wanted: &wanted };
        let mut counter = Counter::new(job, working_days, true);
        let fingerprint = visit_in_order(rows, &mut counter)?;
        return Ok((counter, fingerprint));
    }
    told::repeats_not_looked_for(&mut export.opened);
    let rows = Rows { source, from: head.from, separator, width, wanted: &wanted };
    let shares = visit(rows, &|| Alike::new(Counter::new(job, working_days, false)))?;
    let mut counters = shares.visitors.into_iter().map(Alike::into_counter);
    let mut counter = counters.next().unwrap_or_else(|| Counter::new(job, working_days, false));
    counters.for_each(|later| counter.append(later));
    Ok((counter, shares.fingerprint))
}

/// The months of which the list holds every row: as declared, or told from its dates.
fn covered(counter: &Counter<'_>, job: &Job<'_>, list: &CaseList) -> Option<Span> {
    if list.covers.is_some() {
        return list.covers;
    }
    let days = |slots: &BTreeSet<usize>| -> BTreeSet<DayNumber> {
        slots.iter().filter_map(|slot| counter.days.get(*slot)).flatten().copied().collect()
    };
    let (mut first, mut last) = (BTreeSet::new(), BTreeSet::new());
    for task in &job.tasks {
        if let At::Open(from, until) = task.when {
            first.insert(until);
            last.extend([from, until]);
        }
    }
    if first.is_empty() {
        first.extend(job.main);
        last.extend(job.main);
    }
    coverage::covered(&days(&first), &days(&last), job.report)
}

fn say_told(export: &mut Export<'_>, preset: Option<&'static Preset>) {
    let Some(preset) = preset else { return };
    let message =
        format!("by its headings, `{}` is {}: each row is {}", export.opened.path, preset.title, preset.row);
    let finding = export.finding(&TOLD_AS_CASE_LIST, message);
    export.report(finding.help(format!("to say so yourself, give `preset = \"{}\"`", preset.id)));
}
