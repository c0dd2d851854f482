//! The project that a command is about, found and opened.

use std::path::{Path, PathBuf};

use crate::agreed::FIGURES;
use crate::disk::{self, DiskFault, Project, ProjectFolder};
use crate::model::Year;
use crate::narrative::Readiness;
use crate::pipeline::{self, Assessment, Wanted};
use crate::render::Page;
use crate::roll;

use super::progress::Progress;
use super::watched::Watched;

/// A project, opened.
pub(super) struct Opened {
    /// Its narrative's name.
    narrative: String,
    /// Where it stands.
    pub folder_of_project: PathBuf,
    /// Where its pages go.
    pub out: PathBuf,
    folder: ProjectFolder,
    /// The project's folder as it was named, ending in a slash; empty for this one.
    pub within: String,
    progress: Progress,
}

/// Opens the project that was named, or the one here, with its pages in `out` or its own place for them.
pub(super) fn open(
    named: Option<&Path>,
    out: Option<&Path>,
    progress: &Progress,
) -> Result<Opened, DiskFault> {
    let project = Project::find(named.unwrap_or(Path::new(".")))?;
    let out = out.map_or_else(|| project.default_output(), Path::to_owned);
    let folder = ProjectFolder::open(&project.folder, &out)?;
    let within = within(&project.folder);
    let (narrative, progress) = (project.narrative, progress.clone());
    Ok(Opened { narrative, folder_of_project: project.folder, out, folder, within, progress })
}

/// A folder as it stands before the paths of its files: `sample-data/dudley/`.
fn within(folder: &Path) -> String {
    let named = folder.to_string_lossy().replace('\\', "/");
    let named = named.trim_end_matches('/').trim_start_matches("./");
    if named.is_empty() || named == "." { String::new() } else { format!("{named}/") }
}

impl Opened {
    /// Makes sure that its pages don't go where its inputs are.
    pub(super) fn check_output(&self, assessment: &Assessment) -> Result<(), DiskFault> {
        self.folder.check_output(&self.out, assessment.sources.iter().map(|source| source.path.as_str()))
    }

    /// Reads it and works out everything that its report needs.
    pub(super) fn assess(&self, readiness: Readiness) -> Assessment {
        self.assess_year(readiness, None)
    }

    /// The same as a report on another year.
    pub(super) fn assess_year(&self, readiness: Readiness, year: Option<Year>) -> Assessment {
        pipeline::assess_year(&self.watched(), &self.narrative, readiness, year)
    }

    /// Makes its pages, if there are no errors.
    pub(super) fn publish(&self, assessment: &mut Assessment, wanted: Wanted<'_>) -> Option<Vec<Page>> {
        let _line = self.progress.of_pages(&self.name());
        pipeline::publish(assessment, wanted)
    }

    /// What progress calls it.
    fn name(&self) -> String {
        self.folder_of_project.display().to_string()
    }

    fn watched(&self) -> Watched<'_, ProjectFolder> {
        let line = self.progress.of_project(&self.name());
        Watched { folder: &self.folder, progress: &self.progress, line }
    }

    /// The project of the year after, which is to stand in `next`.
    pub(super) fn roll(&self, next: &Path) -> Result<roll::ProjectFiles, roll::Fault> {
        let last_published = disk::way(next, &self.out.join(FIGURES));
        roll::roll(&self.watched(), &self.narrative, last_published.as_deref())
    }
}
