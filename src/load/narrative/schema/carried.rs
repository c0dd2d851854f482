//! The keys of `[carried]`: what a project rolled forward still has of last year's report.

use super::shape::{Key, Shape};

/// The block.
pub(super) const BLOCKS: &[Key] = &[Key::optional(
    "carried",
    Shape::Record(&[CARRIED]),
    "What was carried over from last year's report and nobody has reviewed: written by `new --from`.",
    "{ from = \"2012/13\", paragraphs = [\"3f2a91c0\"] }",
)];

const CARRIED: &[Key] = &[
    Key::required("from", Shape::Year, "The year of the report that it comes from.", "\"2012/13\""),
    Key::optional(
        "paragraphs",
        Shape::List(&Shape::Plain),
        "The marks of paragraphs: one that has been changed counts as reviewed; take a mark out to confirm one as it stands.",
        "[\"3f2a91c0\"]",
    ),
    Key::optional(
        "files",
        Shape::Named(&Shape::Plain),
        "Lists that hold last year's numbers, each with its mark: one that has been changed counts as reviewed.",
        "{ \"lists/budget.csv\" = \"9b1c22d4\" }",
    ),
];
