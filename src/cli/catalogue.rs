//! `catalogue`: the measures and standard figures that are built in.

use crate::catalogue::{self, Listed};
use crate::suggest::did_you_mean;

use super::args::{Catalogue, CatalogueFormat};
use super::search::Search;
use super::{Console, Status};

/// Lists the catalogue, or what of it is searched for.
pub(super) fn catalogue(args: &Catalogue, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let search = Search::of(args.search.as_deref().unwrap_or_default());
    let found: Vec<Listed> =
        catalogue::listed().into_iter().filter(|entry| search.finds(&entry.about())).collect();
    match args.format {
        CatalogueFormat::Text => write!(console.out, "{}", columns(&found))?,
        CatalogueFormat::Json => write!(console.out, "{}", catalogue::json(&found))?,
    }
    if !found.is_empty() {
        return Ok(Status::Done);
    }
    let names: Vec<&str> = catalogue::listed().iter().map(|entry| entry.name).collect();
    let near = did_you_mean(&search.sought(), names);
    let near = near.map(|near| format!("; {near}")).unwrap_or_default();
    writeln!(
        console.err,
        "nothing in the catalogue has `{}` in its names or definition{near}",
        search.sought()
    )?;
    Ok(Status::Found)
}

/// Name, kind, direction and label, set left.
fn columns(entries: &[Listed]) -> String {
    let longest = |text: fn(&Listed) -> &str| entries.iter().map(|e| text(e).len()).max().unwrap_or_default();
    let (names, kinds) = (longest(|e| e.name), longest(|e| e.kind));
    let better = longest(|e| e.better);
    let line = |e: &Listed| {
        let (name, kind, direction) = (e.name, e.kind, e.better);
        format!("{name:<names$}  {kind:<kinds$}  {direction:<better$}  {}\n", e.label)
    };
    entries.iter().map(line).collect()
}
