//! Blocks that tell how safe children are: judgements, risks, reviews, audits, voices and challenges.

use super::super::shape::{Key, Keys, Shape};
use super::POINT;

/// The blocks.
pub(in super::super) const BLOCKS: &[Key] = &[
    Key::optional(
        "judgements",
        Shape::List(&Shape::Record(JUDGEMENT)),
        "What inspectors and reviewers judged.",
        "[{ theme = \"Leadership\", by = \"Ofsted\", date = \"March 2014\", grade = \"Good\" }]",
    ),
    Key::optional(
        "risks",
        Shape::List(&Shape::Record(RISK)),
        "What could go wrong, and what is done about it.",
        "[{ risk = \"Neglect is noticed late.\", impact = \"high\" }]",
    ),
    Key::optional(
        "reviews",
        Shape::List(&Shape::Record(REVIEW)),
        "Reviews of cases, and what they taught.",
        "[{ title = \"Child A\", learning = [\"Ask fathers.\"] }]",
    ),
    Key::optional(
        "audits",
        Shape::List(&Shape::Record(AUDIT)),
        "Audits that agencies made together.",
        "[{ theme = \"Neglect\", cases = 12 }]",
    ),
    Key::optional(
        "voices",
        Shape::List(&Shape::Record(VOICE)),
        "What children and families said, and what was done about it.",
        "[{ who = \"Care leavers\", said = \"Tell us sooner.\" }]",
    ),
    Key::optional(
        "challenges",
        Shape::List(&Shape::Record(CHALLENGE)),
        "What stands in the way.",
        "[{ title = \"Vacancies\", text = \"One post in eight is empty.\" }]",
    ),
];

const JUDGEMENT: Keys = &[&[
    Key::required("theme", Shape::Plain, "What was judged.", "\"Leadership and governance\""),
    Key::optional("by", Shape::Plain, "Who judged it.", "\"Ofsted\""),
    Key::optional("date", Shape::Plain, "When, as it should be printed.", "\"March 2014\""),
    Key::optional("grade", Shape::Plain, "The grade given.", "\"Good\""),
    Key::optional("text", Shape::Prose, "What was said.", "\"Partners work well together.\""),
]];

const RISK: Keys = &[&[
    Key::required("risk", Shape::Prose, "What could go wrong.", "\"Neglect is noticed late.\""),
    Key::optional(
        "impact",
        Shape::Choice(&["low", "medium", "high"]),
        "How much it would matter.",
        "\"medium\"",
    ),
    Key::optional("likelihood", Shape::Choice(&["low", "medium", "high"]), "How likely it is.", "\"low\""),
    Key::optional("comment", Shape::Prose, "What is done about it.", "\"A tool is in use.\""),
    Key::optional("group", Shape::Plain, "What kind of risk it is.", "\"Practice\""),
]];

const REVIEW: Keys = &[&[
    Key::required("title", Shape::Plain, "What the review is called, without a real name.", "\"Child A\""),
    Key::optional(
        "kind",
        Shape::Plain,
        "What kind of review it is.",
        "\"Local child safeguarding practice review\"",
    ),
    Key::optional(
        "published",
        Shape::Plain,
        "When it was published, as it should be printed.",
        "\"May 2024\"",
    ),
    Key::optional("summary", Shape::Prose, "What it was about.", "\"A baby was hurt at home.\""),
    Key::optional(
        "learning",
        Shape::List(&Shape::Prose),
        "What it taught.",
        "[\"Ask who else lives there.\"]",
    ),
    Key::optional(
        "done",
        Shape::List(&Shape::TextOr(POINT)),
        "What was done since.",
        "[\"Changed the form.\"]",
    ),
]];

const AUDIT: Keys = &[&[
    Key::required("theme", Shape::Plain, "What was looked at.", "\"Neglect\""),
    Key::optional("cases", Shape::Whole(0, 100_000), "How many cases.", "12"),
    Key::optional("text", Shape::Prose, "What was found.", "\"Plans were clear.\""),
    Key::optional("actions", Shape::List(&Shape::Prose), "What was done about it.", "[\"Told all teams.\"]"),
]];

const VOICE: Keys = &[&[
    Key::required("who", Shape::Plain, "Who said it.", "\"Care leavers\""),
    Key::required("said", Shape::Prose, "What they said.", "\"Tell us sooner.\""),
    Key::optional("did", Shape::Prose, "What was done about it.", "\"Letters now go out a month before.\""),
]];

const CHALLENGE: Keys = &[&[
    Key::required("title", Shape::Plain, "What it is.", "\"Vacancies\""),
    Key::required(
        "text",
        Shape::Prose,
        "Why it matters and what is done about it.",
        "\"One post in eight is empty.\"",
    ),
]];
