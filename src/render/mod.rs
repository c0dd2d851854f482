//! Story → one document tree → pages: templates, the Markdown writer, the HTML writer and the files of figures.

mod acronyms;
mod assemble;
mod chart;
pub mod document;
mod facts;
mod figure_files;
mod figures;
pub mod html;
mod lettered;
mod look;
pub mod markdown;
mod markdown_parser;
mod marks;
mod numbering;
mod outline;
mod placement;
mod references;
mod running;
#[cfg(test)]
mod sample;
mod settle;
mod symbols;
mod template;
mod trace;

pub use chart::chart_files;
pub use facts::Facts;
pub use figure_files::{Entry, figures_csv, figures_json};
pub use look::Look;
pub use markdown_parser::{is_safe, refused};
pub use template::{BUILT_IN_PATH, Templates};

/// One file of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name in the output folder.
    pub name: String,
    /// All of it.
    pub content: String,
}
