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
        "Charts that stand after them, each with its numbers as a table.",
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
            &Shape::Choice(&[
                "this year",
                "last year",
                "change",
                "change percent",
                "target",
                "status",
                "England",
                "region",
                "neighbours",
                "months",
            ]),
        )),
        "Its columns: these words, or a reporting year. `target` is what good looks like, `status` the word green, amber or red, with its colour beside it on the page; `England`, `region` and `neighbours` are the same figure of theirs; `months` is a small line of the year's months, with the lowest and the highest in words and all of them in a table beneath.",
        "[\"this year\", \"last year\", \"2011/12\", \"change\", \"change percent\", \"target\", \"status\", \"neighbours\", \"England\", \"months\"]",
    ),
]];

const CHART: Keys = &[&[
    Key::optional(
        "title",
        Shape::Plain,
        "What the chart shows: what its data say unless given.",
        "\"Contacts\"",
    ),
    Key::optional(
        "figure",
        Shape::Figure,
        "The figure that it shows; one with `.percent_of_total` shows shares.",
        "\"contacts\"",
    ),
    Key::optional(
        "by",
        Shape::Plain,
        "What the figure is shown by: `month`, `year`, or a dimension of the data.",
        "\"month\"",
    ),
    Key::optional(
        "beside",
        Shape::List(&Shape::Choice(&["England", "region", "neighbours"])),
        "By year: whose figure stands beside the board's own.",
        "[\"England\", \"neighbours\"]",
    ),
    Key::optional(
        "order",
        Shape::Choice(&["size", "name"]),
        "How categories are ordered: from the highest to the lowest unless given.",
        "\"name\"",
    ),
    Key::optional(
        "steps",
        Shape::List(&Shape::Figure),
        "In place of `figure` and `by`: the steps of a journey, with the conversion from each to the next.",
        "[\"contacts\", \"referrals\"]",
    ),
    Key::optional(
        "sparklines",
        Shape::List(&Shape::Figure),
        "In place of these: figures, each with its months as a small line beside it.",
        "[\"contacts\", \"referrals\"]",
    ),
]];
