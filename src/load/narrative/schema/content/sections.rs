//! Sections: the report's spine, each with what it says and shows.

use super::super::shape::{Key, Keys, Shape};

/// The report's spine.
pub(in super::super) const SECTIONS: &[Key] = &[Key::optional(
    "sections",
    Shape::List(&Shape::Record(&[SECTION, &[SUBSECTIONS]])),
    "The sections of the report, in their order.",
    "[{ title = \"Safeguarding activity\", text = \"There were {{ contacts }}.\" }]",
)];

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
    Key::optional(
        "charts",
        Shape::List(&Shape::Record(CHART)),
        "Charts that stand after them; until charts are drawn, each is a table of what it shows.",
        "[{ figure = \"contacts\", by = \"month\" }]",
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
            &Shape::Choice(&["this year", "last year", "change", "change percent", "target", "status"]),
        )),
        "Its columns: these words, or a reporting year. `target` is what good looks like, `status` the word green, amber or red, with its colour beside it on the page.",
        "[\"this year\", \"last year\", \"2011/12\", \"change\", \"change percent\", \"target\", \"status\"]",
    ),
]];

const CHART: Keys = &[&[
    Key::optional(
        "title",
        Shape::Plain,
        "What the chart shows: the figure's label unless given.",
        "\"Contacts\"",
    ),
    Key::required("figure", Shape::Figure, "The figure that it shows.", "\"contacts\""),
    Key::required(
        "by",
        Shape::Plain,
        "What it is shown by: `month`, `year`, or a dimension of the data.",
        "\"month\"",
    ),
]];
