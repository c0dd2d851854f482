//! Data files → observations: each file's text → sheet → layout → its values, gathered by what they are of.
//!
//! Every shape has a file of its own (`long`, `wide`, `across`, `open_data`), which finds its columns from the header row and reads its
//! rows; what a period, a value, a measure's name or a category may look like is the same for all of them.

mod across;
mod anticipated;
mod areas;
mod blanked;
mod breakdown;
mod column;
mod dimension;
mod export;
mod gather;
mod gazetteer;
mod layout;
mod long;
mod measure_names;
mod once;
mod open_data;
mod period;
mod remarks;
mod shares;
#[cfg(test)]
mod tests;
mod total;
pub(super) mod value;
mod wide;

use super::opened::Opened;
use super::supplied::{Source, Supplied, Unsupplied};
use super::{Files, cases, sheet};
use crate::diagnostic::codes::files::AWAITED_FILE_HAS_COME;
use crate::diagnostic::{Finding, Findings};
use crate::model::{DataFile, DataState, FileId, Narrative, Observations, SourceFile};
use crate::side_by_side::{each, each_of};

use anticipated::Anticipated;
use areas::FromFile;
use blanked::Blanked;
pub(super) use breakdown::can_be_selected;
pub(super) use dimension::unusable as unusable_dimension;
pub(super) use export::Export;
pub(super) use gather::{Gathered, Of};
use layout::Layout;
use measure_names::MeasureNames;
use shares::Shares;
pub(super) use total::is_total;
use value::Notation;

/// A file that is there although the narrative says that it is awaited.
fn has_come(declared: &DataFile) -> Finding {
    let message =
        format!("`{}` is said to be awaited and is there: its numbers count as provisional", declared.path);
    Finding::new(&AWAITED_FILE_HAS_COME, message)
        .at(declared.place)
        .supplied_by(declared.supplied_by.as_deref())
        .help("set its `state` to `provisional` while they may still change, else to `final`")
}

/// Reads every data file that the narrative declares, side by side. What can't be read safely becomes a finding and no
/// observation. A file that is still awaited and not there is passed over; one that is there is read, and said.
pub fn observe(files: &mut Files<'_>, narrative: &Narrative, findings: &mut Findings) -> Observations {
    let come = come(files, narrative, findings);
    let taken = each(&come, |declared| take_up(files, declared));
    let mut opened = Vec::new();
    for (declared, taken) in come.into_iter().zip(taken) {
        let (file, list) = match taken {
            Taken::List(supplied, list) => (files.begin_list(&declared.path), Some((supplied, list))),
            Taken::Table(read) => (files.hold_table(named(declared), read, declared.place, findings), None),
        };
        opened.extend(file.map(|file| Come { declared, file, list }));
    }
    let names = MeasureNames::of(&narrative.measures);
    let read = each_of(opened, |come| come.read(files, narrative, &names));
    let mut all = Vec::new();
    for Given { of, told, list } in read {
        findings.extend(told, |_| true);
        if let Some(read) = list {
            files.end_list(of.file, read);
        }
        all.push(of);
    }
    let uncovered = all.iter_mut().filter_map(|of| of.gathered.uncovered.take()).collect();
    let formerly = all.iter_mut().flat_map(|of| std::mem::take(&mut of.gathered.formerly)).collect();
    let mut observations = areas::settle(all, narrative, findings);
    observations.formerly = formerly;
    cases::tell_together(uncovered, &observations, narrative.settings.calendar, findings);
    observations
}

/// The files that are there to be read.
fn come<'n>(files: &Files<'_>, narrative: &'n Narrative, findings: &mut Findings) -> Vec<&'n DataFile> {
    let is_awaited = |declared: &DataFile| declared.state == DataState::Awaited;
    let listed = if narrative.data.iter().any(is_awaited) { files.list() } else { Vec::new() };
    let mut come = Vec::new();
    for declared in &narrative.data {
        if is_awaited(declared) {
            if !listed.contains(&declared.path) {
                continue;
            }
            findings.push(has_come(declared));
        }
        come.push(declared);
    }
    come
}

/// Gives measures the targets that scorecards have for them, where the narrative gives none.
pub fn adopt_targets(narrative: &mut Narrative, observations: &Observations) {
    for measure in &mut narrative.measures {
        let target = observations.targets.get(&measure.id).map(|(number, _)| *number);
        measure.target = measure.target.or(target);
    }
}

fn read(export: &mut Export<'_>, source: &SourceFile, gathered: &mut Gathered) {
    let expected = Anticipated { names: export.names, declared: export.declared, calendar: export.calendar };
    let sheet = sheet::read(&mut export.opened, source, export.declared.separator, &expected);
    let shown = sheet.and_then(|sheet| sheet.without_stray_characters(&mut export.opened, &source.text));
    let Some(sheet) = shown else {
        return;
    };
    if export.tell_notation(&sheet).is_err() {
        return;
    }
    match layout::tell(export, &sheet) {
        Ok(Layout::Long(long)) => long.read(export, &sheet, gathered),
        Ok(Layout::Wide(wide)) => wide.read(export, &sheet, gathered),
        Ok(Layout::Across(across)) => across.read(export, &sheet, gathered),
        Ok(Layout::OpenData(open)) => open.read(export, &sheet, gathered),
        Err(layout::Reported) => {}
    }
}

/// A file and which sheet of it, as the narrative names them.
fn named(declared: &DataFile) -> (&str, Option<&str>) {
    (&declared.path, declared.sheet.as_deref())
}

/// A file, opened and told to be one of these.
enum Taken {
    /// A list to be counted.
    List(Supplied, cases::Declared),
    /// A table, read as a whole where it can be.
    Table(Result<Source, Unsupplied>),
}

/// Opens a file, and reads it unless it is to be counted.
fn take_up(files: &Files<'_>, declared: &DataFile) -> Taken {
    let supplied = match files.open(named(declared)) {
        Ok(supplied) => supplied,
        Err(fault) => return Taken::Table(Err(fault)),
    };
    match cases::Declared::of(declared, supplied.rows()) {
        Ok(Some(list)) => Taken::List(supplied, list),
        // What can't be read is told of the table.
        Ok(None) | Err(_) => Taken::Table(supplied.into_source(&declared.path)),
    }
}

/// A file to be read, with its number.
struct Come<'n> {
    declared: &'n DataFile,
    file: FileId,
    /// Where it is a case list.
    list: Option<(Supplied, cases::Declared)>,
}

/// What came of reading a file.
struct Given<'n> {
    of: FromFile<'n>,
    told: Findings,
    /// Of a case list, what is kept of it.
    list: Option<cases::Read>,
}

impl<'n> Come<'n> {
    fn read(self, files: &Files<'_>, narrative: &Narrative, names: &MeasureNames<'_>) -> Given<'n> {
        let Self { declared, file, list } = self;
        let (mut told, mut gathered) = (Findings::default(), Gathered::default());
        let in_sheet = list.as_ref().is_some_and(|(supplied, _)| supplied.sheet.is_some());
        let opened = Opened {
            file,
            path: &declared.path,
            supplied_by: declared.supplied_by.as_deref(),
            help_if_empty: "ask for the file again, or set `state = \"awaited\"` until it comes",
            findings: &mut told,
            unit: if in_sheet { "row" } else { "line" },
            assumed: Vec::new(),
        };
        let mut export = Export {
            opened,
            declared,
            calendar: narrative.settings.calendar,
            year: narrative.settings.year,
            renames: &narrative.renames,
            benchmarks: &narrative.settings.benchmarks,
            names,
            notation: Notation::declared(declared),
            shares: Shares::default(),
            blanked: Blanked::default(),
        };
        let (measures, settings) = (&narrative.measures, &narrative.settings);
        let kept = match list {
            Some((supplied, list)) => {
                Some(cases::read(&mut export, &mut gathered, supplied, &list, measures, settings))
            }
            None => {
                if let Some(source) = files.get(file) {
                    read(&mut export, source, &mut gathered);
                }
                std::mem::take(&mut export.shares).report(&mut export);
                std::mem::take(&mut export.blanked).report(&mut export);
                None
            }
        };
        export.opened.say_how_read();
        let of = FromFile { file, supplied_by: declared.supplied_by.as_deref(), gathered };
        Given { of, told, list: kept }
    }
}
