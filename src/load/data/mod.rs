//! Data files → observations: each file's text → sheet → layout → its values, gathered by what they are of.
//!
//! Every shape has a file of its own (`long`, `wide`, `across`, `open_data`), which finds its columns from the header row and reads its
//! rows; what a period, a value, a measure's name or a category may look like is the same for all of them.

mod across;
mod anticipated;
mod areas;
mod breakdown;
mod dimension;
mod export;
mod gather;
mod gazetteer;
mod layout;
mod long;
mod measure_names;
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
use super::{Files, cases, sheet};
use crate::diagnostic::codes::files::AWAITED_FILE_HAS_COME;
use crate::diagnostic::{Finding, Findings};
use crate::model::{DataFile, DataState, Narrative, Observations, SourceFile};

use anticipated::Anticipated;
pub(super) use breakdown::can_be_selected;
pub(super) use dimension::unusable as unusable_dimension;
pub(super) use export::Export;
pub(super) use gather::Gathered;
use layout::Layout;
use measure_names::MeasureNames;
use shares::Shares;
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

/// Reads every data file that the narrative declares. What can't be read safely becomes a finding and no
/// observation. A file that is still awaited and not there is passed over; one that is there is read, and said.
pub fn observe(files: &mut Files<'_>, narrative: &Narrative, findings: &mut Findings) -> Observations {
    let names = MeasureNames::of(&narrative.measures);
    let mut gathered = Gathered {
        renames: narrative.renames.clone(),
        year: Some(narrative.settings.year),
        ..Gathered::default()
    };
    for declared in &narrative.data {
        if declared.state == DataState::Awaited {
            if !files.list().contains(&declared.path) {
                continue;
            }
            findings.push(has_come(declared));
        }
        if let Some(list) = case_list(files, declared, findings) {
            let mut context = (&mut *files, &mut gathered, &mut *findings);
            count(&mut context, narrative, &names, declared, list);
            continue;
        }
        let Some(file) =
            files.read_table((&declared.path, declared.sheet.as_deref()), declared.place, findings)
        else {
            continue;
        };
        let Some(source) = files.get(file) else { continue };
        let calendar = narrative.settings.calendar;
        let opened = Opened {
            file,
            path: &declared.path,
            supplied_by: declared.supplied_by.as_deref(),
            help_if_empty: "ask for the file again, or set `state = \"awaited\"` until it comes",
            findings: &mut *findings,
            unit: "line",
            assumed: Vec::new(),
        };
        let benchmarks = &narrative.settings.benchmarks;
        let notation = Notation::declared(declared);
        let mut export = Export {
            opened,
            declared,
            calendar,
            benchmarks,
            names: &names,
            notation,
            shares: Shares::default(),
        };
        read(&mut export, source, &mut gathered);
        std::mem::take(&mut export.shares).report(&mut export);
        export.opened.say_how_read();
    }
    areas::settle(gathered, narrative, findings)
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
    let Some(sheet) = sheet.and_then(|sheet| sheet.without_stray_characters(&mut export.opened)) else {
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

/// The file opened to be counted, where it is a case list.
fn case_list(
    files: &Files<'_>,
    declared: &DataFile,
    findings: &mut Findings,
) -> Option<(cases::Listed, cases::Declared)> {
    // What can't be opened is told once, by whoever reads it.
    let quiet = &mut Findings::default();
    let told = if declared.cases.is_some() { findings } else { quiet };
    let listed = files.open_list((&declared.path, declared.sheet.as_deref()), declared.place, told)?;
    let list = cases::Declared::of(declared, listed.rows()).ok()??;
    Some((listed, list))
}

/// Counts a case list.
fn count(
    (files, gathered, findings): &mut (&mut Files<'_>, &mut Gathered, &mut Findings),
    narrative: &Narrative,
    names: &MeasureNames<'_>,
    declared: &DataFile,
    (listed, list): (cases::Listed, cases::Declared),
) {
    let Some(file) = files.begin_list(&declared.path) else { return };
    let calendar = narrative.settings.calendar;
    let opened = Opened {
        file,
        path: &declared.path,
        supplied_by: declared.supplied_by.as_deref(),
        help_if_empty: "ask for the file again, or set `state = \"awaited\"` until it comes",
        findings,
        unit: if listed.sheet.is_some() { "row" } else { "line" },
        assumed: Vec::new(),
    };
    let benchmarks = &narrative.settings.benchmarks;
    let (notation, shares) = (Notation::declared(declared), Shares::default());
    let mut export = Export { opened, declared, calendar, benchmarks, names, notation, shares };
    let read = cases::read(&mut export, gathered, listed, &list, &narrative.measures, &narrative.settings);
    export.opened.say_how_read();
    files.end_list(file, read);
}
