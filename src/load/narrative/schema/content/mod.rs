//! Sections, and the blocks of content that a section shows or a template lays out. To add a block, add its entry to
//! the `BLOCKS` of a file here: it is then read, checked, documented and at hand in templates under its name.

mod assurance;
mod body;
mod reference;
mod sections;
mod work;

pub(super) use assurance::BLOCKS as ASSURANCE;
pub(super) use body::BLOCKS as BODY;
pub(super) use reference::BLOCKS as REFERENCE;
pub(super) use sections::SECTIONS;
pub(super) use work::BLOCKS as WORK;

use super::shape::{Key, Keys, Shape};

/// A point of a list, with points of its own beneath it.
const POINT: Keys = &[&[
    Key::required("text", Shape::Prose, "What the point says.", "\"Training:\""),
    Key::optional(
        "items",
        Shape::List(&Shape::Prose),
        "The points beneath it.",
        "[\"for teachers\", \"for nurses\"]",
    ),
]];
