//! A project → the project of the next year: settings, measures and structure carried over, last year's data kept as
//! the comparison, open actions kept, the plan turned into priorities, and every carried paragraph marked until
//! somebody has reviewed it. Changes the narrative as it is written, so that its comments and order stay.

mod actions;
mod marks;
mod plan;
mod settings;
mod sources;
mod yearly;

use std::collections::BTreeMap;

use toml_edit::{ArrayOfTables, DocumentMut, Item, TableLike, Value};

use crate::agreed;
use crate::diagnostic::Findings;
use crate::load::{self, Files, Folder};
use crate::model::{Narrative, SourceFile, Year};

/// The name of the narrative in the new project.
const NARRATIVE: &str = "narrative.toml";

/// The files of a project with their paths in it, which have forward slashes; the narrative last.
pub type ProjectFiles = Vec<(String, Vec<u8>)>;

/// Files by their paths.
type ByPath = BTreeMap<String, Vec<u8>>;

/// Why a project can't be rolled forward.
#[derive(Debug)]
pub enum Fault {
    /// Its narrative has errors: what is wrong, and in which files.
    Faulty(Findings, Vec<SourceFile>),
    /// A file of it can't be read: its path.
    Unreadable(String),
}

/// What rolling forward works on.
struct Roll<'r> {
    /// Last year's narrative as it was read.
    old: &'r Narrative,
    /// The files that it was read from.
    sources: &'r [SourceFile],
    /// The year that it was about, and the next.
    years: (Year, Year),
    /// The narrative as it becomes.
    text: DocumentMut,
    /// The other files as they become.
    files: ByPath,
}

/// The files of the project that follows the one in `folder` whose narrative is `narrative`, and whose figures were
/// written to `last_published`, as the new project names that file.
///
/// # Errors
/// The narrative has errors, or a file can't be read.
pub fn roll(
    folder: &dyn Folder,
    narrative: &str,
    last_published: Option<&str>,
) -> Result<ProjectFiles, Fault> {
    let mut findings = Findings::default();
    let mut files = Files::of(folder);
    let old = load::narrative::read(&mut files, narrative, &mut findings);
    let given = old.as_ref().map(|old| sources::given(&mut files, old)).unwrap_or_default();
    let sources = files.into_sources();
    let text = sources.iter().find(|file| file.path == narrative).map(|file| file.text.as_str());
    let text = text.unwrap_or_default().parse::<DocumentMut>();
    let (Some(old), Ok(text), false) = (old, text, findings.has_errors()) else {
        return Err(Fault::Faulty(findings, sources));
    };
    let year = old.settings.year;
    // What was agreed was last year's report.
    let agreed = format!("{}/", agreed::FOLDER);
    let others = folder.list().into_iter().filter(|path| path != narrative && !path.starts_with(&agreed));
    let read = |path: String| match folder.read(&path) {
        Ok(bytes) => Ok((path, bytes)),
        Err(_) => Err(Fault::Unreadable(path)),
    };
    let files = others.map(read).collect::<Result<ByPath, Fault>>()?;
    let mut rolled = Roll { old: &old, sources: &sources, years: (year, year.plus(1)), text, files };
    rolled.settings(last_published);
    rolled.sources(&given);
    rolled.actions();
    rolled.plan();
    rolled.contributions();
    let lists = rolled.yearly_lists();
    Ok(rolled.marked(&lists))
}

/// Whether a path stands in a folder that rolling forward made for a year before `year`, or for one as that is named.
fn is_of_an_earlier_year(path: &str, year: Year) -> bool {
    let folder = path.split_once('/').map(|(folder, _)| folder).unwrap_or_default();
    let named = Year::parse(&folder.replace('-', "/"));
    named.is_some_and(|named| named.is_calendar() == year.is_calendar() && folder_of(named) == folder)
}

/// The name of a year's folder: `2023-24`.
fn folder_of(year: Year) -> String {
    year.to_string().replace('/', "-")
}

/// The text of a key, where it is one.
fn text_at<'t>(table: &'t dyn TableLike, key: &str) -> Option<&'t str> {
    table.get(key).and_then(Item::as_str)
}

/// Puts another text in the place of a key's, with the spaces and comments around it.
fn set(table: &mut dyn TableLike, key: &str, text: String) {
    if let Some(value) = table.get_mut(key).and_then(Item::as_value_mut) {
        let around = value.decor().clone();
        *value = Value::from(text);
        *value.decor_mut() = around;
    }
}

/// The entries of a block of which there are several, however it is written.
fn entries(text: &mut DocumentMut, block: &str) -> Option<ArrayOfTables> {
    text.remove(block)?.into_array_of_tables().ok()
}
