//! `build --check` in words: the files, figures and sentences of the report that went stale.

use std::io;
use std::path::Path;

use crate::compare::{StaleFigure, stale_figures, stale_sentences};
use crate::disk::{self, Stale};
use crate::render::Page;

use super::{Console, Status};

/// The file in which figures are compared.
const FIGURES: &str = "figures.json";

/// Tells what of the report that stands in `out` is not what `pages` would make it.
pub(super) fn tell_stale(
    stale: &[Stale],
    pages: &[Page],
    out: &Path,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    if stale.is_empty() {
        console.say(format_args!("{} is up to date", out.display()))?;
        return Ok(Status::Done);
    }
    writeln!(console.out, "{} is not up to date:", out.display())?;
    for one in stale {
        writeln!(console.out, "  {one}")?;
    }
    let differs = |page: &&Page| stale.contains(&Stale::Differs(page.name.clone()));
    for page in pages.iter().filter(differs) {
        let Some(stands) = disk::standing_text(out, &page.name) else { continue };
        if page.name == FIGURES {
            tell_figures(&stale_figures(&stands, &page.content), console)?;
        } else if page.name.ends_with(".md") {
            tell_sentences(&page.name, stale_sentences(&stands, &page.content), console)?;
        }
    }
    Ok(Status::Found)
}

fn tell_figures(figures: &[StaleFigure], console: &mut Console<'_>) -> io::Result<()> {
    if figures.is_empty() {
        return Ok(());
    }
    writeln!(console.out, "stale figures:")?;
    for StaleFigure { id, stands, would } in figures {
        match (stands, would) {
            (Some(stands), Some(would)) if stands == would => {
                writeln!(console.out, "  {id}: {stands} as before, from other cells or in another way")?;
            }
            (Some(stands), Some(would)) => writeln!(console.out, "  {id}: {stands}, would be {would}")?,
            (None, Some(would)) => writeln!(console.out, "  {id}: not there, would be {would}")?,
            (stands, None) => {
                writeln!(console.out, "  {id}: {}, would be no more", stands.as_deref().unwrap_or_default())?;
            }
        }
    }
    Ok(())
}

fn tell_sentences(
    page: &str,
    (gone, come): (Vec<String>, Vec<String>),
    console: &mut Console<'_>,
) -> io::Result<()> {
    if gone.is_empty() && come.is_empty() {
        return Ok(());
    }
    writeln!(console.out, "stale sentences in {page}, and what they would be:")?;
    for (mark, sentences) in [("-", &gone), ("+", &come)] {
        for sentence in sentences {
            writeln!(console.out, "  {mark} {sentence}")?;
        }
    }
    Ok(())
}
