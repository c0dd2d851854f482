//! Story → one document tree → pages: templates, the Markdown writer, the HTML writer and the files of figures.

mod figure_files;

pub use figure_files::{figures_csv, figures_json};

/// One file of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name in the output folder.
    pub name: String,
    /// All of it.
    pub content: String,
}

pub mod document;
pub mod markdown;
mod markdown_parser;
mod settle;

pub use markdown_parser::{Refused, is_safe, raw_html, refused};
