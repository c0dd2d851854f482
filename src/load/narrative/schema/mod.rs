//! What the narrative file may hold, as data: every block, its keys, and the shape of their values. Reading,
//! findings and documentation all come from here; a new block of content is one more entry in `content`.

mod carried;
mod content;
mod figures;
mod measures;
mod outline;
mod report;
mod shape;
mod sources;

pub use outline::{Block, blocks, content_blocks, listed_blocks};
pub use shape::{Key, Keys, Shape};

/// The blocks of the narrative file.
pub const ROOT: Keys = &[
    report::BLOCKS,
    sources::BLOCKS,
    measures::BLOCKS,
    figures::BLOCKS,
    content::SECTIONS,
    content::BODY,
    content::WORK,
    content::ASSURANCE,
    content::REFERENCE,
    carried::BLOCKS,
];

/// The keys of a figure of which it has exactly one.
pub(super) fn declarations() -> impl Iterator<Item = &'static str> {
    figures::DECLARATIONS.iter().map(|key| key.name)
}
