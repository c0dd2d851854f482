//! Sections, and the blocks of content that a section shows or a template lays out. To add a block, add its entry to
//! `BLOCKS`: it is then read, checked, documented and at hand in templates under its name.

use super::shape::{Key, Keys, Shape};

/// The report's spine.
pub(super) const SECTIONS: &[Key] = &[Key::optional(
    "sections",
    Shape::List(&Shape::Record(&[SECTION, &[SUBSECTIONS]])),
    "The sections of the report, in their order.",
    "[{ title = \"Safeguarding activity\", text = \"There were {{ contacts }}.\" }]",
)];

/// The blocks of content.
pub(super) const BLOCKS: &[Key] = &[
    Key::optional(
        "priorities",
        Shape::List(&Shape::Record(PRIORITY)),
        "What the board set out to do, what was done, and what comes next.",
        "[{ title = \"Neglect\", done = [\"Trained {{ staff_trained }}.\"] }]",
    ),
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
];

const SUBSECTIONS: Key = Key::optional(
    "sections",
    Shape::List(&Shape::Record(&[SECTION])),
    "Sections within this one.",
    "[{ title = \"The front door\" }]",
);

const SECTION: &[Key] = &[
    Key::required("title", Shape::Plain, "The section's heading.", "\"Safeguarding activity\""),
    Key::optional("name", Shape::Name, "A name by which text can refer to it.", "\"activity\""),
    Key::optional(
        "text",
        Shape::Prose,
        "What it says: Markdown with figures in it.",
        "\"There were {{ contacts | compared }}.\"",
    ),
    Key::optional(
        "show",
        Shape::List(&Shape::Block),
        "The blocks that it shows, by name.",
        "[\"priorities\"]",
    ),
    Key::optional(
        "only",
        Shape::List(&Shape::Plain),
        "The templates in which it stands: all of them unless given.",
        "[\"executive-summary\"]",
    ),
    Key::optional(
        "tables",
        Shape::List(&Shape::Record(TABLE)),
        "Tables of figures that stand at its end.",
        "[{ caption = \"The front door\", figures = [\"contacts\"], columns = [\"this year\"] }]",
    ),
];

const TABLE: Keys = &[&[
    Key::required("caption", Shape::Plain, "What the table shows.", "\"The front door\""),
    Key::required(
        "figures",
        Shape::List(&Shape::Figure),
        "Its rows: one for each of these figures.",
        "[\"contacts\", \"referrals\"]",
    ),
    Key::required(
        "columns",
        Shape::List(&Shape::Either(
            &Shape::Year,
            &Shape::Choice(&["this year", "last year", "change", "change percent"]),
        )),
        "Its columns: these words, or a reporting year.",
        "[\"this year\", \"last year\", \"2011/12\", \"change\", \"change percent\"]",
    ),
]];

const PRIORITY: Keys = &[&[
    Key::required("title", Shape::Plain, "What the priority is called.", "\"Neglect\""),
    Key::optional("summary", Shape::Prose, "What it is about.", "\"Neglect is the largest category.\""),
    Key::optional("led_by", Shape::Plain, "Who led the work.", "\"Director of Children's Services\""),
    Key::optional("done", Shape::List(&Shape::TextOr(POINT)), "What was done.", "[\"Trained staff.\"]"),
    Key::optional("impact", Shape::Prose, "What difference it made.", "\"Plans end sooner.\""),
    Key::optional("next", Shape::List(&Shape::TextOr(POINT)), "What comes next.", "[\"Audit again.\"]"),
]];

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
    Key::optional("comment", Shape::Prose, "What is done about it.", "\"A tool is in use.\""),
    Key::optional("group", Shape::Plain, "What kind of risk it is.", "\"Practice\""),
]];
