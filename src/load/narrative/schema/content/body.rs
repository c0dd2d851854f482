//! Blocks about the body itself: who sits on it, who came, what it costs, and what each partner adds.

use super::super::shape::{Key, Keys, Shape};

/// The blocks.
pub(in super::super) const BLOCKS: &[Key] = &[
    Key::optional(
        "foreword",
        Shape::Record(FOREWORD),
        "Opening words, by whoever leads the body.",
        "{ by = \"Independent scrutineer\", text = \"This was a year of change.\" }",
    ),
    Key::optional(
        "members",
        Shape::List(&Shape::Record(MEMBER)),
        "Who sits on the body, by role.",
        "[{ role = \"Head teacher\", organisation = \"Primary schools\" }]",
    ),
    Key::optional(
        "attendance",
        Shape::List(&Shape::Record(ATTENDANCE)),
        "How often each agency came to meetings.",
        "[{ agency = \"Police\", held = 6, attended = 5 }]",
    ),
    Key::optional(
        "budget",
        Shape::List(&Shape::Record(BUDGET_LINE)),
        "What was spent, and on what.",
        "[{ item = \"Training\", amount = 12500 }]",
    ),
    Key::optional(
        "income",
        Shape::List(&Shape::Record(INCOME_LINE)),
        "What came in, and who paid it.",
        "[{ source = \"Police\", amount = 20000 }]",
    ),
    Key::optional(
        "contributions",
        Shape::List(&Shape::Record(CONTRIBUTION)),
        "What each partner did, in its own words.",
        "[{ partner = \"Police\", state = \"awaited\" }]",
    ),
    Key::optional(
        "presenters",
        Shape::List(&Shape::Record(PRESENTER)),
        "Who presented the item, by role.",
        "[{ role = \"Independent Chair\" }]",
    ),
];

const FOREWORD: Keys = &[&[
    Key::required("by", Shape::Plain, "Who speaks, by role.", "\"Independent scrutineer\""),
    Key::required("text", Shape::Prose, "What they say.", "\"This was a year of change.\""),
]];

const MEMBER: Keys = &[&[
    Key::required("role", Shape::Plain, "What they do.", "\"Head teacher\""),
    Key::required("organisation", Shape::Plain, "The organisation.", "\"Primary schools\""),
    Key::optional(
        "standing",
        Shape::Choice(&["voting", "adviser", "observer"]),
        "What standing they have.",
        "\"voting\"",
    ),
]];

const ATTENDANCE: Keys = &[&[
    Key::required("agency", Shape::Plain, "Which agency it is.", "\"Police\""),
    Key::required("held", Shape::Whole(0, 1_000), "How many meetings it was due at.", "6"),
    Key::required("attended", Shape::Whole(0, 1_000), "How many it came to.", "5"),
]];

const BUDGET_LINE: Keys = &[&[
    Key::required("item", Shape::Plain, "What it was spent on.", "\"Training\""),
    AMOUNT,
    Key::optional("note", Shape::Plain, "What there is to say of it.", "\"Two more courses\""),
]];

const INCOME_LINE: Keys = &[&[
    Key::required("source", Shape::Plain, "Who paid it.", "\"Police\""),
    AMOUNT,
    Key::optional("note", Shape::Plain, "What there is to say of it.", "\"As agreed for three years\""),
]];

/// Below nought for what was paid back.
const AMOUNT: Key = Key::required(
    "amount",
    Shape::Whole(-1_000_000_000, 1_000_000_000),
    "How much, in whole pounds; below nought for a refund.",
    "12500",
);

const CONTRIBUTION: Keys = &[&[
    Key::required("partner", Shape::Plain, "Which partner it is.", "\"Police\""),
    Key::optional("sent_by", Shape::Plain, "Who sent it, by role.", "\"Head of public protection\""),
    Key::optional(
        "state",
        Shape::Choice(&["awaited", "provisional", "final"]),
        "Whether it has come, and is settled.",
        "\"final\"",
    ),
    Key::optional("text", Shape::Prose, "What it says.", "\"We trained every new officer.\""),
]];

const PRESENTER: Keys = &[&[Key::required("role", Shape::Plain, "What they do.", "\"Independent Chair\"")]];
