//! `new`: a small project that builds at once, commented so that it teaches.

use std::path::Path;

use anyhow::bail;

use crate::diagnostic::Format;
use crate::suggest::did_you_mean;
use crate::{disk, roll, starter};

use super::args::New;
use super::project::open;
use super::{Console, Status};

/// Writes the project, and says what to do next.
pub(super) fn new(args: &New, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let files = match &args.from {
        Some(project) => match open(Some(project), None, &console.progress)?.roll(&args.folder) {
            Ok(files) => files,
            Err(fault) => return told(fault, console),
        },
        None => fresh(&args.template)?,
    };
    disk::start(&args.folder, &files)?;
    for (path, _) in &files {
        console.say(format_args!("wrote {}", args.folder.join(path).display()))?;
    }
    let folder = typed(&args.folder);
    let draft = if args.from.is_some() { " --draft" } else { "" };
    console.say(format_args!(
        "\nnext:\n  lscb-report check {folder}{draft}\n  lscb-report build {folder}{draft}"
    ))?;
    Ok(Status::Done)
}

/// The files of a new project, the narrative last.
type ProjectFiles = Vec<(String, Vec<u8>)>;

fn fresh(template: &str) -> anyhow::Result<ProjectFiles> {
    let Some(files) = starter::files(template) else {
        bail!("{}", unknown(template, &starter::templates().collect::<Vec<_>>()));
    };
    Ok(files.into_iter().map(|(path, content)| (path.to_owned(), content.into_bytes())).collect())
}

/// Why a project can't be rolled forward.
fn told(fault: roll::Fault, console: &mut Console<'_>) -> anyhow::Result<Status> {
    match fault {
        roll::Fault::Faulty(findings, sources) => {
            console.show(&findings, &sources, Format::Text, "")?;
            Ok(Status::Found)
        }
        roll::Fault::Unreadable(path) => bail!("`{path}` can't be read"),
    }
}

fn unknown(template: &str, known: &[&str]) -> String {
    let near = did_you_mean(template, known.iter().copied()).map(|near| format!("; {near}"));
    let listed: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    let near = near.unwrap_or_default();
    format!("there is no template `{template}`{near} (the templates are {})", listed.join(", "))
}

/// A path as it is typed: in quotation marks where it has a space in it.
fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(' ') { format!("\"{path}\"") } else { path }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{typed, unknown};

    #[test]
    fn a_path_is_shown_so_that_it_can_be_typed() {
        assert_eq!(typed(Path::new("our-year")), "our-year");
        assert_eq!(typed(Path::new("our year")), "\"our year\"");
    }

    #[test]
    fn an_unknown_template_is_named_with_those_there_are() {
        let told = unknown("executive-sumary", &["annual-report", "executive-summary"]);
        assert!(told.starts_with("there is no template `executive-sumary`; did you mean"), "{told}");
        assert!(told.ends_with("(the templates are `annual-report`, `executive-summary`)"), "{told}");
    }
}
