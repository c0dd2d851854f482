//! The charts of a page as files beside it, for forms that can't hold drawings.

use crate::render::Page;
use crate::render::document::{Block, Chart, Document};

use super::svg::file;

/// A file for each chart of a page, by its name.
#[must_use]
pub fn chart_files(document: &Document) -> Vec<Page> {
    let mut files = Vec::new();
    gather(document.header.iter().chain(&document.main).chain(&document.footer), &mut files);
    files
}

impl Chart {
    /// The name of its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("chart-{}.svg", self.name)
    }
}

fn gather<'d>(blocks: impl Iterator<Item = &'d Block>, files: &mut Vec<Page>) {
    for block in blocks {
        match block {
            Block::Chart(chart) => files.push(Page { name: chart.file_name(), content: file(chart) }),
            Block::Quote(inner) => gather(inner.iter(), files),
            Block::List(list) => gather(list.items.iter().flatten(), files),
            _ => {}
        }
    }
}
