//! Blocks that tell of work: priorities, actions, what is asked for and what was resolved.

use super::super::shape::{Key, Keys, Shape};
use super::POINT;

/// The blocks.
pub(in super::super) const BLOCKS: &[Key] = &[
    Key::optional(
        "priorities",
        Shape::List(&Shape::Record(PRIORITY)),
        "What the board set out to do, what was done, and what comes next.",
        "[{ title = \"Neglect\", done = [\"Trained {{ training_attended }} people.\"] }]",
    ),
    Key::optional(
        "actions",
        Shape::List(&Shape::Record(ACTION)),
        "The action plan, with the status of each action.",
        "[{ action = \"Agree thresholds.\", owner = \"Board manager\", status = \"amber\" }]",
    ),
    Key::optional(
        "improvements",
        Shape::List(&Shape::Record(IMPROVEMENT)),
        "What must get better, and by when.",
        "[{ text = \"Read every contact on the day.\", when = \"at once\" }]",
    ),
    Key::optional(
        "recommendations",
        Shape::List(&Shape::Record(RECOMMENDATION)),
        "What the reader is asked to agree.",
        "[{ text = \"That the report be noted.\" }]",
    ),
    Key::optional(
        "resolutions",
        Shape::List(&Shape::Record(RESOLUTION)),
        "What was resolved.",
        "[{ text = \"That the report be received.\" }]",
    ),
    Key::optional(
        "corrections",
        Shape::List(&Shape::Record(CORRECTION)),
        "Figures that have changed since the report was signed off, and why: printed on every page.",
        "[{ figure = \"contacts\", text = \"Contacts made at night had been left out.\" }]",
    ),
    Key::optional(
        "comments",
        Shape::List(&Shape::Record(COMMENT)),
        "What members said.",
        "[{ text = \"Members asked for a date.\" }]",
    ),
    Key::optional(
        "plan",
        Shape::List(&Shape::Record(PLANNED)),
        "What is planned for the next year.",
        "[{ title = \"Neglect\", by = \"March 2026\" }]",
    ),
];

const PRIORITY: Keys = &[&[
    Key::required("title", Shape::Plain, "What the priority is called.", "\"Neglect\""),
    Key::optional("summary", Shape::Prose, "What it is about.", "\"Neglect is the largest category.\""),
    Key::optional("led_by", Shape::Plain, "Who led the work.", "\"Director of Children's Services\""),
    Key::optional("done", Shape::List(&Shape::TextOr(POINT)), "What was done.", "[\"Trained staff.\"]"),
    Key::optional("impact", Shape::Prose, "What difference it made.", "\"Plans end sooner.\""),
    Key::optional("next", Shape::List(&Shape::TextOr(POINT)), "What comes next.", "[\"Audit again.\"]"),
]];

const ACTION: Keys = &[&[
    Key::optional("ref", Shape::Plain, "Its number in the plan.", "\"1.2\""),
    Key::required("action", Shape::Prose, "What is to be done.", "\"Agree thresholds.\""),
    Key::required("owner", Shape::Plain, "Who answers for it.", "\"Board manager\""),
    Key::optional(
        "due",
        Shape::Plain,
        "By when, as people write it: a date, a month, \"ongoing\".",
        "\"September 2025\"",
    ),
    Key::required(
        "status",
        Shape::Choice(&["green", "amber/green", "amber", "amber/red", "red", "no data", "complete"]),
        "How it stands.",
        "\"amber\"",
    ),
    Key::optional(
        "comment",
        Shape::Prose,
        "What there is to say of it.",
        "\"Agreed by all but one agency.\"",
    ),
    Key::optional("theme", Shape::Plain, "What it belongs to.", "\"Front door\""),
]];

const IMPROVEMENT: Keys = &[&[
    Key::required("text", Shape::Prose, "What must get better.", "\"Read every contact on the day.\""),
    Key::required(
        "when",
        Shape::Choice(&["at once", "within three months", "within six months", "within a year"]),
        "By when it is to be done.",
        "\"at once\"",
    ),
    Key::optional("owner", Shape::Plain, "Who answers for it.", "\"Head of fieldwork\""),
]];

const RECOMMENDATION: Keys = &[&[
    Key::required("text", Shape::Prose, "What is asked for.", "\"That the report be noted.\""),
    Key::optional("to", Shape::Plain, "Of whom it is asked.", "\"All agencies\""),
]];

const RESOLUTION: Keys =
    &[&[Key::required("text", Shape::Prose, "What was resolved.", "\"That the report be received.\"")]];

const CORRECTION: Keys = &[&[
    Key::required("figure", Shape::Figure, "The figure that is corrected.", "\"contacts\""),
    Key::required(
        "text",
        Shape::Prose,
        "Why it is another now.",
        "\"Contacts made at night had been left out.\"",
    ),
    Key::optional("on", Shape::Plain, "When it was corrected.", "\"October 2025\""),
]];

const COMMENT: Keys =
    &[&[Key::required("text", Shape::Prose, "What was said.", "\"Members asked for a date.\"")]];

const PLANNED: Keys = &[&[
    Key::required("title", Shape::Plain, "What it is.", "\"Neglect\""),
    Key::optional("text", Shape::Prose, "What will be done.", "\"Audit cases of neglect again.\""),
    Key::optional("led_by", Shape::Plain, "Who leads it.", "\"Quality group\""),
    Key::optional("by", Shape::Plain, "By when it is to be done.", "\"March 2026\""),
]];
