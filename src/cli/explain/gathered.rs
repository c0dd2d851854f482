//! All that there is to tell of one figure, gathered from the whole assessment before anything is written of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::{Found, Published, PublishedFigure};
use crate::model::{Cell, Counted, Counting, FigureId, FileId, SourceFile, State, Suffix};
use crate::pipeline::{self, Assessment};
use crate::words;

use super::places::{Shown, places};

/// A figure with all that is known of it.
pub(super) struct Gathered<'a> {
    pub(super) figure: &'a PublishedFigure,
    /// How settled it is.
    pub(super) state: State,
    /// Why it is not final: the files that are not, or what was published before.
    pub(super) unsettled: Vec<String>,
    /// What it is made from, each with what it comes to.
    pub(super) inputs: Vec<(FigureId, String)>,
    /// The cells at the bottom of it, in the order of the files.
    pub(super) cells: Vec<Located<'a>>,
    /// Where the narrative uses it.
    pub(super) uses: Vec<Located<'a>>,
    /// Where the pages show it.
    pub(super) shown: Vec<Shown>,
    /// The same figure in as many years as were asked for, the latest first; none where one was.
    pub(super) years: Vec<OfYear>,
    /// The figures that are made from it, each with what it comes to.
    pub(super) dependents: Vec<(FigureId, String)>,
}

/// A place in an input file.
pub(super) struct Located<'a> {
    pub(super) file: &'a str,
    pub(super) line: usize,
    /// Counted in cells in a table, in characters in the narrative.
    pub(super) column: usize,
    /// In a workbook: the sheet, and the cell as it is called there.
    pub(super) cell: Option<(&'a str, String)>,
    /// Of rows of a case list, which are told together: how they were counted.
    pub(super) counted: Option<String>,
    /// Which part of the narrative it is; empty in a table.
    pub(super) part: &'a str,
}

/// The figure in one year.
pub(super) struct OfYear {
    pub(super) id: FigureId,
    pub(super) period: String,
    pub(super) display: String,
    pub(super) state: State,
}

/// Gathers all that there is to tell of a figure; the same in `years` years, its own among them.
pub(super) fn gather<'a>(
    figure: &'a PublishedFigure,
    assessment: &'a Assessment,
    published: &'a Published,
    years: u8,
) -> Gathered<'a> {
    let held = pipeline::figures_held(assessment);
    let made_from_it = held.iter().filter(|other| other.inputs.contains(&figure.id));
    let sources = &assessment.sources;
    let cells: Vec<Located<'a>> =
        cells(figure, published).into_iter().filter_map(|cell| of_cell(&cell, sources)).collect();
    Gathered {
        figure,
        state: words::state(figure, published),
        unsettled: unsettled(figure, &cells, assessment, published),
        inputs: figure.inputs.iter().map(|id| (id.clone(), worth(id, published))).collect(),
        cells,
        uses: uses(&figure.id, assessment),
        shown: places(&figure.id, &pipeline::documents(assessment)),
        years: in_years(figure, published, years),
        dependents: made_from_it.map(|other| (other.id.clone(), words::display(other))).collect(),
    }
}

/// Why a figure is not final.
fn unsettled(
    figure: &PublishedFigure,
    cells: &[Located<'_>],
    assessment: &Assessment,
    published: &Published,
) -> Vec<String> {
    let declared = assessment.narrative.iter().flat_map(|narrative| &narrative.data);
    let files = declared.filter(|file| file.state.of_values() != State::Final);
    let read = files.filter(|file| cells.iter().any(|cell| cell.file == file.path));
    let printed = published.as_published(figure).filter(|printed| *printed != words::display(figure));
    let printed = printed.map(|printed| format!("{} as published", words::in_sentence(printed)));
    read.map(|file| file.path.clone()).chain(printed).collect()
}

fn worth(id: &FigureId, published: &Published) -> String {
    match published.find(id) {
        Found::Figure(figure) => words::display(figure),
        Found::NotHeld(reason) => format!("not available: {reason}"),
        Found::Unknown => "not published".to_owned(),
    }
}

/// All cells at the bottom of a figure, in the order of the files; the rows of a case list that were counted in one way
/// as one.
fn cells(figure: &PublishedFigure, published: &Published) -> BTreeSet<Cell> {
    let mut cells = BTreeSet::new();
    let mut counted: BTreeMap<(FileId, u32), Cell> = BTreeMap::new();
    let mut seen: BTreeSet<&FigureId> = BTreeSet::new();
    let mut waiting = vec![figure];
    while let Some(next) = waiting.pop() {
        if !seen.insert(&next.id) {
            continue;
        }
        for cell in &next.sources {
            let Some(Counted { by, rows }) = cell.counted else {
                cells.insert(*cell);
                continue;
            };
            let all = counted.entry((cell.place.file, by)).or_insert(Cell { counted: None, ..*cell });
            let before = all.counted.map_or(0, |counted| counted.rows);
            all.counted = Some(Counted { by, rows: before.saturating_add(rows) });
        }
        // What has cells of its own is traced by them: those of its months would be counted twice.
        let inputs = if next.sources.is_empty() { next.inputs.as_slice() } else { &[] };
        waiting.extend(inputs.iter().filter_map(|id| match published.find(id) {
            Found::Figure(input) => Some(input),
            Found::NotHeld(_) | Found::Unknown => None,
        }));
    }
    cells.into_iter().chain(counted.into_values()).collect()
}

fn of_cell<'a>(cell: &Cell, sources: &'a [SourceFile]) -> Option<Located<'a>> {
    let source = sources.get(usize::try_from(cell.place.file.0).ok()?)?;
    let (line, column) = (usize::try_from(cell.line).ok()?, usize::try_from(cell.column).ok()?);
    let counted = cell.counted.map(|counted| told(source, counted));
    let in_workbook = source.sheet.as_ref();
    let cell =
        in_workbook.and_then(|sheet| Some((sheet.name.as_str(), sheet.cell_at(cell.place.start)?.name())));
    Some(Located { file: &source.path, line, column, cell, counted, part: "" })
}

/// How a value was counted in a case list: its column, filter, number of rows and the file's fingerprint.
fn told(source: &SourceFile, counted: Counted) -> String {
    let Counting { column, filter } = source.counting(counted).cloned().unwrap_or_default();
    let filter = if filter.is_empty() { String::new() } else { format!(", {filter}") };
    let rows = if counted.rows == 1 { "1 row".to_owned() } else { format!("{} rows", counted.rows) };
    format!("{column}{filter}: {rows} (BLAKE3 {})", source.fingerprint)
}

fn uses<'a>(id: &FigureId, assessment: &'a Assessment) -> Vec<Located<'a>> {
    let uses = assessment.story.iter().flat_map(|story| &story.uses).filter(|used| used.id == *id);
    let located = uses.filter_map(|used| {
        let source = assessment.sources.get(usize::try_from(used.place.file.0).ok()?)?;
        let (line, column) = source.line_and_column(used.place.start);
        Some(Located { file: &source.path, line, column, cell: None, counted: None, part: &used.path })
    });
    located.collect()
}

/// The figure and the same of the years before, as far as anything is held; nothing where only its own is asked for.
fn in_years(figure: &PublishedFigure, published: &Published, years: u8) -> Vec<OfYear> {
    if years < 2 {
        return Vec::new();
    }
    let mut id = figure.id.clone();
    let mut told = Vec::new();
    for _ in 0..years {
        let (period, display, state) = match published.find(&id) {
            Found::Figure(found) => {
                (found.period.to_string(), words::display(found), words::state(found, published))
            }
            Found::NotHeld(reason) => (String::new(), format!("not available: {reason}"), State::Final),
            Found::Unknown => break,
        };
        told.push(OfYear { id: id.clone(), period, display, state });
        id = id.then(Suffix::Previous);
    }
    told
}
