//! `figures`: every figure's id, value and label, ready to paste.

use std::io;
use std::path::Path;

use crate::diagnostic::Format;
use crate::disk::{self, DiskFault, Project};
use crate::figures::PublishedFigure;
use crate::narrative::Readiness;
use crate::pipeline::{self, FiguresForm};
use crate::suggest::did_you_mean;
use crate::words;

use super::args::{Figures, FiguresFormat};
use super::console::judge;
use super::project::open;
use super::search::Search;
use super::{Console, Status, figures_file};

/// Lists the figures. Faults elsewhere don't hinder it: ids are looked up here to mend a text that is at fault.
pub(super) fn figures(args: &Figures, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let (project, search) = project_and_search(args);
    if let Some(file) = project.filter(|path| disk::is_figures_file(path)) {
        let search = Search::of(search.unwrap_or_default());
        return figures_file::list(file, args.format, &search, console);
    }
    let assessment = open(project, None, &console.progress)?.assess(Readiness::Draft);
    if assessment.published.is_none() {
        console.show(&assessment.findings, &assessment.sources, Format::Text, "")?;
        return Ok(Status::Found);
    }
    if assessment.findings.has_errors() {
        writeln!(console.err, "there are errors: `lscb-report check` shows them")?;
    }
    let search = Search::of(search.unwrap_or_default());
    let held = pipeline::figures_held(&assessment);
    match args.format {
        FiguresFormat::Text => write!(console.out, "{}", columns(&rows(&held, &search)))?,
        FiguresFormat::Short => write!(console.out, "{}", in_lines(&rows(&held, &search)))?,
        FiguresFormat::Json => file(&assessment, FiguresForm::Json, &search, console)?,
        FiguresFormat::Csv => file(&assessment, FiguresForm::Csv, &search, console)?,
    }
    if held.iter().any(|figure| is_sought(&search, figure)) {
        return Ok(judge(&assessment.findings, false));
    }
    tell_none(&held, &search, console)?;
    Ok(Status::Found)
}

/// A word that stands alone is searched for in the project here, unless it names a project itself.
fn project_and_search(args: &Figures) -> (Option<&Path>, Option<&str>) {
    let (project, search) = (args.project.as_deref(), args.search.as_deref());
    let (None, Some(alone)) = (search, project) else { return (project, search) };
    let names_nothing = matches!(Project::find(alone), Err(DiskFault::NoProject(_)));
    match alone.to_str() {
        Some(word) if names_nothing && Project::find(Path::new(".")).is_ok() => (None, Some(word)),
        _ => (project, search),
    }
}

/// Whether the words sought are in a figure's id or label.
fn is_sought(search: &Search, figure: &PublishedFigure) -> bool {
    search.finds(&format!("{} {}", figure.id, figure.label))
}

/// Id, value and label of the figures sought.
fn rows(held: &[PublishedFigure], search: &Search) -> Vec<[String; 3]> {
    let wanted = held.iter().filter(|figure| is_sought(search, figure));
    wanted.map(|figure| [figure.id.to_string(), words::display(figure), figure.label.clone()]).collect()
}

/// A figure a line, each as it is whatever the others are.
pub(super) fn in_lines(rows: &[[String; 3]]) -> String {
    rows.iter().map(|[id, value, label]| format!("{id}: {value} ({label})\n")).collect()
}

/// Id and label set left, the value between them right, as figures are.
pub(super) fn columns(rows: &[[String; 3]]) -> String {
    let width = |text: &String| text.chars().count();
    let ids = rows.iter().map(|[id, ..]| width(id)).max().unwrap_or_default();
    let values = rows.iter().map(|[_, value, _]| width(value)).max().unwrap_or_default();
    rows.iter().map(|[id, value, label]| format!("{id:<ids$}  {value:>values$}  {label}\n")).collect()
}

fn file(
    assessment: &pipeline::Assessment,
    form: FiguresForm,
    search: &Search,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let file = pipeline::figures_file(assessment, form, &|figure| is_sought(search, figure));
    write!(console.out, "{}", file.unwrap_or_default())
}

fn tell_none(held: &[PublishedFigure], search: &Search, console: &mut Console<'_>) -> io::Result<()> {
    let sought = search.sought();
    let ids: Vec<String> = held.iter().map(|figure| figure.id.to_string()).collect();
    match did_you_mean(&sought, ids.iter().map(String::as_str)) {
        _ if ids.is_empty() => writeln!(console.err, "the data give no figures"),
        Some(near) => writeln!(console.err, "no figure has `{sought}` in its id or label; {near}"),
        None => writeln!(console.err, "no figure has `{sought}` in its id or label"),
    }
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_are_aligned_by_characters() {
        let row = |id: &str, value: &str, label: &str| [id.to_owned(), value.to_owned(), label.to_owned()];
        let rows = [row("contacts", "6,014", "Contacts"), row("a[source=Élan]", "5", "Élan")];
        assert_eq!(columns(&rows), "contacts        6,014  Contacts\na[source=Élan]      5  Élan\n");
        assert_eq!(columns(&[]), "");
    }
}
