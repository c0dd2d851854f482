//! `figures` of a figures.json instead of a project: what `git diff` shows where it is told to read the file so.

use std::path::Path;

use anyhow::{Context, bail};

use crate::compare::Side;
use crate::disk;

use super::args::FiguresFormat;
use super::figures::{columns, in_lines};
use super::search::Search;
use super::{Console, Status};

/// Lists the figures of a file.
pub(super) fn list(
    path: &Path,
    format: FiguresFormat,
    search: &Search,
    console: &mut Console<'_>,
) -> anyhow::Result<Status> {
    let text = disk::read_text(path)?;
    let side = Side::read(&text).with_context(|| format!("can't read `{}`", path.display()))?;
    let rows = side.figures.values().map(|it| [it.id.to_string(), it.display.clone(), it.label.clone()]);
    let rows: Vec<[String; 3]> =
        rows.filter(|[id, _, label]| search.finds(&format!("{id} {label}"))).collect();
    match format {
        FiguresFormat::Text => write!(console.out, "{}", columns(&rows))?,
        FiguresFormat::Short => write!(console.out, "{}", in_lines(&rows))?,
        FiguresFormat::Json | FiguresFormat::Csv => {
            bail!("a file of figures is listed as `text` or `short`: `{}` is itself the JSON", path.display())
        }
    }
    Ok(if rows.is_empty() { Status::Found } else { Status::Done })
}
