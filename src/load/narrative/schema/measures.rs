//! The keys of `[measures.NAME]`: what is counted, beyond what the catalogue says.

use super::shape::{Key, Shape};

/// What good looks like, of a measure or a declared figure.
pub(super) const GOAL: &[Key] = &[
    Key::optional(
        "polarity",
        Shape::Choice(&["higher", "lower", "neither"]),
        "Which direction is good news: as the catalogue says, else neither.",
        "\"lower\"",
    ),
    Key::optional(
        "target",
        Shape::Number,
        "What good looks like over the report's year, where the board set it; it needs a direction that is good news.",
        "95",
    ),
    Key::optional(
        "amber",
        Shape::Number,
        "From here to the target is amber; without it, what does not reach the target is red.",
        "90",
    ),
];

/// The blocks.
pub(super) const BLOCKS: &[Key] = &[
    Key::optional(
        "measures",
        Shape::Named(&Shape::Record(&[MEASURE, GOAL])),
        "Measures of your own, or changes to those of the catalogue; for your own `label`, `singular`, `plural` and `kind` must be given.",
        "{ contacts = { label = \"Contacts to children's social care\" } }",
    ),
    Key::optional(
        "categories",
        Shape::List(&Shape::Record(&[CATEGORY])),
        "Categories that had another name before: they keep their numbers under the new one, in data of earlier years and where reports are compared.",
        "[{ dimension = \"source\", name = \"Police\", was = \"Constabulary\" }]",
    ),
];

const CATEGORY: &[Key] = &[
    Key::required("dimension", Shape::Plain, "The dimension that it is a category of.", "\"source\""),
    Key::required("name", Shape::Plain, "What it is called now.", "\"Police\""),
    Key::required("was", Shape::List(&Shape::Plain), "What it was called before.", "\"Constabulary\""),
];

const MEASURE: &[Key] = &[
    Key::optional("label", Shape::Plain, "What tables call it.", "\"Contacts to children's social care\""),
    Key::optional("singular", Shape::Plain, "One of them, in a sentence.", "\"contact\""),
    Key::optional(
        "plural",
        Shape::Plain,
        "Several of them, in a sentence; `pounds` for money.",
        "\"contacts\"",
    ),
    Key::optional(
        "kind",
        Shape::Choice(&["events", "snapshot", "percentage", "population"]),
        "Whether months add up (events), the last day counts (snapshot), or it is a percentage or a population.",
        "\"events\"",
    ),
    Key::optional(
        "weight",
        Shape::Plain,
        "For monthly percentages, the measure that they are percentages of.",
        "\"assessments\"",
    ),
    Key::optional(
        "out_of",
        Shape::Plain,
        "The measure that it is a part of: its `percent_of_total` is then its share of that one.",
        "\"assessments\"",
    ),
    Key::optional(
        "complete",
        Shape::List(&Shape::Plain),
        "The dimensions whose categories must add up to the total.",
        "[\"source\"]",
    ),
    Key::optional(
        "definition",
        Shape::Plain,
        "What is counted, in a sentence.",
        "\"Every approach to the front door.\"",
    ),
    Key::optional("source", Shape::Plain, "Where the definition comes from.", "\"Local definition\""),
    Key::optional(
        "aliases",
        Shape::List(&Shape::Plain),
        "Other names by which people know it.",
        "[\"enquiries\"]",
    ),
    Key::optional(
        "was",
        Shape::List(&Shape::Plain),
        "The id that it had before, under which earlier reports are compared with this one.",
        "\"enquiries\"",
    ),
    Key::optional(
        "headings",
        Shape::List(&Shape::Plain),
        "What exports call its column or row.",
        "[\"Contacts (MASH)\"]",
    ),
];
