//! What was counted → findings about the list: its faults at their cells, and what it covers.

use std::io;

use super::counter::{Counter, says_total};
use super::faults::{Kind, Spot};
use super::job::{Job, Role, Slot};
use super::repeats::LARGEST;
use super::spots::{Shown, find};
use super::{wording, words};
use crate::diagnostic::Finding;
use crate::diagnostic::codes::{cases as codes, files};
use crate::load::Reopenable;
use crate::load::opened::Opened;
use crate::model::{Again, FigureId, LoneCells, Month, Place, Separator, SheetCell, Span, WorkbookSheet};

/// The text that is kept of a list while the cells that findings point at are added to it.
pub(super) struct Kept {
    /// The headings, and beneath them a line for each cell.
    pub(super) text: String,
    /// Where those lines stand in the file, and what was counted.
    pub(super) cells: LoneCells,
    /// Of a list in a workbook, its sheet with those cells.
    pub(super) sheet: Option<WorkbookSheet>,
}

impl Kept {
    /// The text up to the headings and with them; of a workbook, of the sheet of that name.
    pub(super) fn of(head: String, sheet: Option<&str>) -> Self {
        let lines = (1..=head.lines().count()).collect();
        let whole = SheetCell { stretch: 0..head.len(), row: 1, column: 1 };
        let named =
            |name: &str| WorkbookSheet { name: name.to_owned(), cells: vec![whole], assumed: Vec::new() };
        Self { text: head, cells: LoneCells { lines, countings: Vec::new() }, sheet: sheet.map(named) }
    }

    /// Adds a cell, and says where in the text it now stands.
    pub(super) fn add(&mut self, opened: &Opened<'_>, shown: &Shown, column: Option<usize>) -> Place {
        if self.sheet.is_none() {
            self.text.push_str(&" ".repeat(shown.before));
        }
        let start = self.text.len();
        self.text.push_str(&shown.text);
        let end = self.text.len();
        self.text.push('\n');
        self.cells.lines.push(shown.line);
        if let Some(sheet) = &mut self.sheet {
            let number = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
            let column = number(column.unwrap_or(0).saturating_add(1));
            sheet.cells.push(SheetCell { stretch: start..end, row: number(shown.line), column });
        }
        Place::new(opened.file, start, end)
    }
}

/// Tells every fault that was met, at its cell.
///
/// # Errors
/// The file can't be read any more.
pub(super) fn faults(
    opened: &mut Opened<'_>,
    kept: &mut Kept,
    counter: &Counter<'_>,
    job: &Job<'_>,
    (source, separator): (&dyn Reopenable, Separator),
) -> io::Result<()> {
    let spots: Vec<&Spot> = counter.faults.iter().flat_map(|(_, _, spots)| spots).collect();
    let shown = find(source, separator, spots)?;
    let mut all: Vec<(&Spot, Kind, u64)> = Vec::new();
    for (kind, count, spots) in counter.faults.iter() {
        // Of some kinds one is enough; the number of the others is told with it.
        let most = if tells_once(kind) { 1 } else { spots.len() };
        all.extend(spots.iter().take(most).map(|spot| (spot, kind, count)));
    }
    all.sort();
    let (mut notes, mut totals) = (Vec::new(), counter.totals.clone());
    for (spot, kind, count) in all {
        let Some((_, shown)) = shown.iter().find(|(known, _)| known == spot) else { continue };
        // Of a large list, whose rows are counted together, no row is known to be the last.
        let beneath = source.length() <= LARGEST && spot.line > counter.last;
        if kind == Kind::Ragged && beneath && says_total(&shown.text) {
            totals.extend(u32::try_from(spot.line));
            continue;
        }
        if kind == Kind::Ragged && beneath && spot.told == "1" && is_note(&shown.text) {
            notes.extend(u32::try_from(spot.line));
            continue;
        }
        // Of a row that has slipped nothing is shown: what stands in it may be any of its cells.
        let hidden = Shown { text: String::new(), ..shown.clone() };
        let shown = if kind == Kind::Ragged { &hidden } else { shown };
        let slot = spot.column.and_then(|column| job.slots.iter().find(|slot| slot.column == column));
        let heading = slot.map_or("", |slot| slot.heading.as_str());
        let (code, message, help) = wording::of(kind, (&shown.text, heading), spot, count, opened.path);
        let place = kept.add(opened, shown, spot.column);
        let finding = opened.finding(code, message).at(place).help(help).cell_only();
        opened.report(finding.touching(touched(kind, spot, job)));
    }
    if !totals.is_empty() {
        totals.sort_unstable();
        let lines = opened.lines(&totals);
        opened.assume(format!("{lines} passed over as totals, and not counted"));
    }
    if !notes.is_empty() {
        let lines = opened.lines(&notes);
        opened.assume(format!("{lines} beneath the list passed over as notes"));
    }
    Ok(())
}

/// Whether a row of one cell is a note: words, and not the beginning of a row that was cut off.
fn is_note(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    words >= 2
}

/// Kinds of which one is told for all.
fn tells_once(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::MonthFirst
            | Kind::WithoutDate
            | Kind::WithoutStart
            | Kind::WithoutChild
            | Kind::Repeated
            | Kind::TooManyCategories
            | Kind::EndsBeforeStart
    )
}

/// The figures of counts that read the column.
fn touched(kind: Kind, spot: &Spot, job: &Job<'_>) -> Vec<FigureId> {
    let all = job.tasks.iter().map(|task| FigureId::of(&task.measure.id));
    match (kind, spot.column) {
        (Kind::Unlisted, Some(_)) => Vec::new(),
        (Kind::Unclear, Some(column)) => {
            job.slots.iter().filter(|slot| slot.column == column).flat_map(|slot| asking(slot, job)).collect()
        }
        _ => all.take(1).collect(),
    }
}

/// The figures of counts that ask a slot whether a row counts.
fn asking(slot: &Slot, job: &Job<'_>) -> Vec<FigureId> {
    let Role::Tests(tests) = &slot.role else { return Vec::new() };
    let tasks = tests.iter().filter_map(|(task, _)| job.tasks.get(*task));
    tasks.map(|task| FigureId::of(&task.measure.id)).collect()
}

/// That rows say nothing in a column that decides whether they count: of a column that is empty no number can be told.
pub(super) fn silent(opened: &mut Opened<'_>, counter: &Counter<'_>, job: &Job<'_>) {
    for (slot, (nothing, something)) in job.slots.iter().zip(&counter.silent) {
        let heading = &slot.heading;
        let finding = match (nothing, something) {
            (0, _) => continue,
            (_, 0) => {
                let message = format!(
                    "the column `{heading}` of `{}` decides which rows count, and is empty",
                    opened.path
                );
                opened.finding(&codes::COLUMN_SAYS_NOTHING, message)
            }
            (nothing, _) => {
                let are = if *nothing == 1 { "is" } else { "are" };
                let message = format!(
                    "{} of `{}` {are} empty in `{heading}`, which decides whether a row counts",
                    words::rows(*nothing),
                    opened.path
                );
                opened.finding(&codes::ROWS_SAY_NOTHING, message)
            }
        };
        let help = format!(
            "ask for what is missing, or say what an empty cell means: `values = {{ \"{heading}\" = {{ \"\" = \"…\" }} }}`"
        );
        opened.report(finding.help(help).touching(asking(slot, job)));
    }
}

/// That some identifiers of children differ in capitals alone.
pub(super) fn capitals(opened: &mut Opened<'_>, counter: &Counter<'_>) {
    let pairs = match counter.told_apart_by_capitals() {
        0 => return,
        1 => "the identifiers of two children differ".to_owned(),
        more => format!("the identifiers of {more} pairs of children differ"),
    };
    let message = format!("in `{}` {pairs} in capitals only: each counts as a child", opened.path);
    let finding = opened.finding(&codes::CHILD_IN_CAPITALS_AND_NOT, message);
    opened.report(
        finding.help("where they are the same children, have them written in one way and run the list again"),
    );
}

/// What the list covers, where that is less than the report does.
pub(super) fn coverage(
    opened: &Opened<'_>,
    counter: &Counter<'_>,
    job: &Job<'_>,
    covered: Option<Span>,
) -> Option<Finding> {
    if covered.is_some_and(|covered| covers(covered, job.report)) {
        return None;
    }
    let message = uncovered(opened.path, counter, job, covered);
    let span = job.report;
    let touched = job.tasks.iter().map(|task| FigureId::of(&task.measure.id));
    let finding = opened
        .finding(&codes::LIST_COVERS_LESS, message)
        .help("run it again for all months; Annex A lists cover six months unless they are asked for twelve")
        .help(format!(
            "if it does hold every row of those months, say so: `covers = {{ from = \"{}\", to = \"{}\" }}`",
            span.first(),
            span.last()
        ))
        .touching(touched);
    Some(finding)
}

fn uncovered(path: &str, counter: &Counter<'_>, job: &Job<'_>, covered: Option<Span>) -> String {
    let report = in_words(job.report);
    let days = || counter.days.iter().flatten().filter_map(|day| day.date());
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        return format!("`{path}` has no row with a date");
    };
    let dates = match first == last {
        true => format!("`{path}`, whose only date is {first},"),
        false => format!("`{path}`, whose dates go from {first} to {last},"),
    };
    match covered {
        Some(covered) => format!("{dates} covers only {} of the report's {report}", in_words(covered)),
        None => format!("{dates} shows of no month of the report's {report} that all its rows are there"),
    }
}

fn covers(covered: Span, asked: Span) -> bool {
    covered.first() <= asked.first() && covered.last() >= asked.last()
}

fn in_words(span: Span) -> String {
    if span.len() == 1 { span.first().to_string() } else { span.to_string() }
}

/// What was assumed of the rows: that headings among them are no row, and in which encoding they are.
pub(super) fn assumed(opened: &mut Opened<'_>, counter: &Counter<'_>) {
    if counter.headings > 0 {
        let rows = words::rows(counter.headings);
        opened.assume(format!("{rows} passed over, where the headings stand again"));
    }
    if counter.as_windows_1252 {
        let message = format!("`{}` is not UTF-8 and was read as Windows-1252", opened.path);
        let finding = opened.finding(&files::READ_AS_WINDOWS_1252, message);
        opened.report(finding);
    }
}

/// Rows outside the months that are counted, in one note.
pub(super) fn outside(opened: &mut Opened<'_>, counter: &Counter<'_>, job: &Job<'_>) {
    if counter.outside == 0 {
        return;
    }
    let (are, were) = if counter.outside == 1 { ("is", "was") } else { ("are", "were") };
    let message = format!(
        "{} of {} in `{}` {are} dated outside {} and {were} not counted",
        counter.outside,
        words::rows(counter.rows),
        opened.path,
        in_words(job.window)
    );
    let finding = opened.finding(&codes::ROWS_OUTSIDE, message);
    opened.report(finding.help("to have earlier years counted too, say which months it `covers`"));
}

/// That a list does not go back far enough to tell what came again.
pub(super) fn again(opened: &mut Opened<'_>, counter: &Counter<'_>, job: &Job<'_>) {
    for task in &job.tasks {
        let Some(again) = task.again else { continue };
        let (Again::Months(months), Some(known)) = (again, known_from(again, counter, job)) else { continue };
        let from = job.report.first().plus(-i32::from(months));
        if known <= job.report.first() {
            continue;
        }
        let message = format!(
            "`{}` begins after {from}: what came again within {months} months can't all be told",
            opened.path
        );
        let finding = opened.finding(&codes::STARTS_TOO_LATE, message);
        let touched = FigureId::of(&task.measure.id);
        opened.report(finding.help(format!("run it with the rows from {from} on")).touching([touched]));
    }
}

/// The first month of which all that came again can be told: so many months after the list begins. None where it is
/// asked for without a limit, or the list has no dates.
pub(super) fn known_from(again: Again, counter: &Counter<'_>, job: &Job<'_>) -> Option<Month> {
    let (Again::Months(months), Some(main)) = (again, job.main) else { return None };
    // A month without a row at the beginning is nothing to speak of.
    let first = counter.days.get(main)?.first()?.date().and_then(Month::of)?;
    Some(first.min(job.window.first()).plus(i32::from(months)))
}

/// That a list is too large to look for repeated rows.
pub(super) fn repeats_not_looked_for(opened: &mut Opened<'_>) {
    let message = format!("`{}` is too large to look for rows that stand twice", opened.path);
    let finding = opened.finding(&codes::NOT_LOOKED_FOR_TWICE, message);
    opened.report(finding);
}

/// That a file can't be read on.
pub(super) fn unreadable(opened: &mut Opened<'_>, why: &io::Error) {
    let message = format!("`{}` can't be read: {why}", opened.path);
    let finding = opened.finding(&files::FILE_NOT_READABLE, message);
    opened.report(finding.help("close it in other programs and check that it opens in a text editor"));
}
