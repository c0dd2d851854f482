//! The only user of the file system: reads a project folder, and replaces the pages of the last build by those of
//! this one.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the door to the file system that the bans keep everyone else to"
)]

mod compare;
mod fault;
mod file_system;
mod names;
mod project;
mod publish;
mod survey;

pub use compare::{Stale, compare};
pub use fault::DiskFault;
pub use project::{Project, ProjectFolder};
pub use publish::{Publication, publish};
