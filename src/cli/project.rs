//! The project that a command is about, found and opened.

use std::path::{Path, PathBuf};

use crate::disk::{DiskFault, Project, ProjectFolder};
use crate::model::Year;
use crate::narrative::Readiness;
use crate::pipeline::{self, Assessment};
use crate::roll;

use super::progress::Watched;

/// A project, opened.
pub(super) struct Opened {
    /// Its narrative's name.
    narrative: String,
    /// Where it stands.
    pub folder_of_project: PathBuf,
    /// Where its pages go.
    pub out: PathBuf,
    folder: ProjectFolder,
}

/// Opens the project that was named, or the one here, with its pages in `out` or its own place for them.
pub(super) fn open(named: Option<&Path>, out: Option<&Path>) -> Result<Opened, DiskFault> {
    let project = Project::find(named.unwrap_or(Path::new(".")))?;
    let out = out.map_or_else(|| project.default_output(), Path::to_owned);
    let folder = ProjectFolder::open(&project.folder, &out)?;
    Ok(Opened { narrative: project.narrative, folder_of_project: project.folder.clone(), out, folder })
}

impl Opened {
    /// Reads it and works out everything that its report needs.
    pub(super) fn assess(&self, readiness: Readiness) -> Assessment {
        self.assess_year(readiness, None)
    }

    /// The same as a report on another year.
    pub(super) fn assess_year(&self, readiness: Readiness, year: Option<Year>) -> Assessment {
        pipeline::assess_year(&Watched(&self.folder), &self.narrative, readiness, year)
    }

    /// The project of the year after.
    pub(super) fn roll(&self) -> Result<roll::ProjectFiles, roll::Fault> {
        roll::roll(&self.folder, &self.narrative)
    }
}
