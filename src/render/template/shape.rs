//! What a template can count on: the fields of every block, so that one that was not given is empty, while one
//! that there is not is a fault.

/// What a field holds, and what stands in its place when it was not given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// Words, prose, a date or a choice; these words where not given.
    Words(&'static str),
    /// Several, none where not given; blocks have these fields.
    List(Fields),
}

/// Names of fields and what they hold.
pub(super) type Fields = &'static [(&'static str, Shape)];

const WORDS: Shape = Shape::Words("");
const SIMPLE: Fields = &[];

/// `report`; `board`, `title`, `year` and `period` are always there.
pub(super) const REPORT: Fields =
    &[("as_at", WORDS), ("website", WORDS), ("footer", WORDS), ("summary", WORDS)];

/// `terms`.
pub(super) const TERMS: Fields =
    &[("body", Shape::Words("board")), ("leader", Shape::Words("chair")), ("guidance", WORDS)];

/// The blocks that come as lists, by name.
pub(super) const BLOCKS: Fields = &[
    ("sections", Shape::List(SECTION)),
    ("priorities", Shape::List(PRIORITY)),
    ("judgements", Shape::List(JUDGEMENT)),
    ("risks", Shape::List(RISK)),
];

/// A section within a section has no further sections.
const SECTION: Fields = &[
    ("title", WORDS),
    ("name", WORDS),
    ("text", WORDS),
    ("tables", Shape::List(SIMPLE)),
    ("show", Shape::List(SIMPLE)),
    ("only", Shape::List(SIMPLE)),
    ("sections", Shape::List(SUBSECTION)),
];

const SUBSECTION: Fields = &[
    ("title", WORDS),
    ("name", WORDS),
    ("text", WORDS),
    ("tables", Shape::List(SIMPLE)),
    ("show", Shape::List(SIMPLE)),
    ("only", Shape::List(SIMPLE)),
    ("sections", Shape::List(SIMPLE)),
];

const PRIORITY: Fields = &[
    ("title", WORDS),
    ("summary", WORDS),
    ("led_by", WORDS),
    ("impact", WORDS),
    ("done", Shape::List(STEP)),
    ("next", Shape::List(STEP)),
];

const STEP: Fields = &[("text", WORDS), ("items", Shape::List(SIMPLE))];

const JUDGEMENT: Fields =
    &[("theme", WORDS), ("by", WORDS), ("date", WORDS), ("grade", WORDS), ("text", WORDS)];

const RISK: Fields = &[("risk", WORDS), ("impact", WORDS), ("comment", WORDS), ("group", WORDS)];
