//! A preview session: the report served on this machine alone, made again whenever a file of the project changes.
//!
//! `watch` says that something changed, `session` keeps what is shown and its version, `request` decides what may be
//! answered, `page` sets findings into pages, `server` speaks HTTP.

mod page;
mod request;
mod server;
mod session;
mod watch;

pub use server::{Fault, Server};

use crate::render::Page;

/// What a reading of the project gave.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The pages; none where the project is at fault.
    pub pages: Option<Vec<Page>>,
    /// What was found, as text; empty where nothing was.
    pub findings: String,
}
