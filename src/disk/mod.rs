//! The only user of the file system: reads a project folder, replaces the pages of the last build by those of this
//! one, and starts a new project.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the door to the file system that the bans keep everyone else to"
)]

mod compare;
mod fault;
#[cfg(test)]
mod faulty;
mod figures_file;
mod file_system;
mod git;
mod names;
mod project;
mod publish;
mod start;
mod survey;
mod way;

pub use compare::{Stale, compare, standing_text};
pub use fault::DiskFault;
pub use figures_file::{is_figures_file, read_text};
pub use git::{AtRevision, GitFolder, at_revision};
pub use project::{Project, ProjectFolder};
pub use publish::{Publication, publish};
pub use start::start;
pub use way::way;
