//! Blocks for reference: the heading of a committee paper, glossary, appendices and documents.

use super::super::shape::{Key, Keys, Shape};

/// The blocks.
pub(in super::super) const BLOCKS: &[Key] = &[
    Key::optional(
        "header",
        Shape::Record(HEADER),
        "The heading of a committee paper.",
        "{ committee = \"Scrutiny Panel\", date = \"11 September 2014\" }",
    ),
    Key::optional(
        "glossary",
        Shape::List(&Shape::Record(TERM)),
        "Words and acronyms, and what they mean. A page writes out an acronym of these where it uses it first, and lists those that it uses.",
        "[{ term = \"ICPC\", spelt_out = \"initial child protection conference\", meaning = \"Where a plan is decided on.\" }]",
    ),
    Key::optional(
        "appendices",
        Shape::List(&Shape::Record(APPENDIX)),
        "What is added at the end.",
        "[{ title = \"The action plan\", text = \"In full.\" }]",
    ),
    Key::optional(
        "background_papers",
        Shape::List(&Shape::Record(DOCUMENT)),
        "Papers on which the report rests.",
        "[{ title = \"Letter of the inspectors, 2009\" }]",
    ),
    Key::optional(
        "supporting_documents",
        Shape::List(&Shape::Record(DOCUMENT)),
        "Documents that came with the item.",
        "[{ title = \"Annual report 2013/14\" }]",
    ),
];

const HEADER: Keys = &[&[
    Key::optional("committee", Shape::Plain, "Which committee it goes to.", "\"Children's Scrutiny Panel\""),
    Key::optional(
        "date",
        Shape::Plain,
        "The day of the meeting, as it should be printed.",
        "\"11 September 2014\"",
    ),
    Key::optional("report_of", Shape::Plain, "Whose report it is, by role.", "\"Director for People\""),
    Key::optional("author", Shape::Plain, "Who wrote it, by role.", "\"Head of Safeguarding\""),
    Key::optional("wards", Shape::Plain, "Which wards it affects.", "\"County-wide\""),
    Key::optional("aim", Shape::Plain, "The strategic aim that it serves.", "\"Children are safe\""),
    Key::optional("contact", Shape::Plain, "Whom to ask, by role.", "\"Board manager\""),
]];

const TERM: Keys = &[&[
    Key::required("term", Shape::Plain, "The word or acronym.", "\"ICPC\""),
    Key::optional(
        "spelt_out",
        Shape::Plain,
        "For an acronym: what it stands for.",
        "\"initial child protection conference\"",
    ),
    Key::required("meaning", Shape::Prose, "What it means.", "\"Where a plan is decided on.\""),
]];

const APPENDIX: Keys = &[&[
    Key::required("title", Shape::Plain, "Its heading.", "\"The action plan\""),
    Key::optional("name", Shape::Name, "A name by which text can refer to it.", "\"plan\""),
    Key::optional("text", Shape::Prose, "What it says.", "\"The plan in full.\""),
    Key::optional("show", Shape::List(&Shape::Block), "The blocks that it shows, by name.", "[\"actions\"]"),
]];

const DOCUMENT: Keys =
    &[&[Key::required("title", Shape::Plain, "What it is called.", "\"Letter of the inspectors, 2009\"")]];
