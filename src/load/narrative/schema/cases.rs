//! The keys of `[[data]]` that say how a case list (a row an event) is counted.

use super::shape::{Key, Shape};
use crate::load::cases::presets;

/// Those of the list.
pub(super) const CASES: &[Key] = &[
    Key::optional(
        "preset",
        Shape::Choice(presets::IDS),
        "For a case list: which standard list it is. Told from its headings unless said.",
        "\"annex-a/3\"",
    ),
    Key::optional(
        "child",
        Shape::Plain,
        "For a case list: the column that tells children apart.",
        "\"Child Unique ID\"",
    ),
    Key::optional(
        "covers",
        Shape::Record(&[&[
            Key::required("from", Shape::Month, "The first month.", "\"2023-04\""),
            Key::required("to", Shape::Month, "The last month.", "\"2025-03\""),
        ]]),
        "For a case list: the months of which it holds every row. The report's, as far as its dates reach, unless said.",
        "{ from = \"2023-04\", to = \"2025-03\" }",
    ),
    Key::optional(
        "on",
        Shape::Date,
        "For a case list without dates: the day on which it stood.",
        "2025-03-31",
    ),
    Key::optional(
        "values",
        Shape::Named(&Shape::Named(&Shape::Plain)),
        "For a case list: what cells of a column are read as.",
        "{ \"Referral Source\" = { \"PPN\" = \"Police\" } }",
    ),
    Key::optional(
        "count",
        Shape::List(&Shape::Record(&[COUNT])),
        "What is counted in a case list. A preset counts by itself; what is given here is counted instead of the same measure, or beside the others.",
        "[{ measure = \"referrals\", date = \"Date of Referral\" }]",
    ),
];

const COUNT: &[Key] = &[
    Key::required("measure", Shape::Plain, "What it is a number of.", "\"referrals\""),
    Key::optional(
        "date",
        Shape::Plain,
        "The column of the day on which it happened; rows where it is empty don't count.",
        "\"Date of Referral\"",
    ),
    Key::optional(
        "open",
        Shape::Record(&[&[
            Key::required("from", Shape::Plain, "The column of the first day.", "\"Plan start\""),
            Key::required(
                "until",
                Shape::Plain,
                "The column of the day of ending; empty for what goes on.",
                "\"Plan end\"",
            ),
        ]]),
        "For a number on a day: the columns between whose dates a row is open. It is counted at the end of each month.",
        "{ from = \"Plan start\", until = \"Plan end\" }",
    ),
    Key::optional(
        "where",
        Shape::Named(&Shape::List(&Shape::Plain)),
        "Only rows with one of these in a column; `\"\"` for an empty cell.",
        "{ \"Referral NFA?\" = \"No\" }",
    ),
    Key::optional(
        "not",
        Shape::Named(&Shape::List(&Shape::Plain)),
        "Only rows with none of these in a column.",
        "{ \"Case Status\" = [\"Closed\", \"\"] }",
    ),
    Key::optional(
        "at_least",
        Shape::Named(&Shape::Whole(-1_000_000, 1_000_000)),
        "Only rows with such a number or a higher one in a column.",
        "{ \"Number of Referrals in Last 12 Months\" = 1 }",
    ),
    Key::optional(
        "by",
        Shape::Named(&Shape::Either(&Shape::Plain, &Shape::Record(&[BANDS]))),
        "The dimensions that it is also counted by, and their columns.",
        "{ source = \"Referral Source\", age = { column = \"Age\", bands = [1, 5, 10, 16] } }",
    ),
    Key::optional(
        "together",
        Shape::Flag,
        "Whether it is also counted by all those dimensions together; otherwise by each alone.",
        "true",
    ),
    Key::optional("distinct", Shape::Flag, "Whether each child counts once in a year, not each row.", "true"),
    Key::optional(
        "again",
        Shape::Choice(AGAIN),
        "Only rows of a child who has an earlier one that counts, no longer ago than this.",
        "\"12 months\"",
    ),
    Key::optional(
        "within",
        Shape::Record(&[&[
            FROM,
            Key::required(
                "working_days",
                Shape::Whole(0, 500),
                "So many days; the first date is day nought.",
                "15",
            ),
        ]]),
        "Only rows counted on a day no more than so many of England's working days after another.",
        "{ from = \"Strategy discussion\", working_days = 15 }",
    ),
    Key::optional(
        "lasting",
        Shape::Record(&[&[FROM, Key::required("days", Shape::Whole(0, 20_000), "So many days.", "730")]]),
        "Only rows counted on a day no fewer than so many days after another.",
        "{ from = \"Plan start\", days = 730 }",
    ),
];

const FROM: Key = Key::required(
    "from",
    Shape::Plain,
    "The column of the day from which they are counted.",
    "\"Plan start\"",
);

const BANDS: &[Key] = &[
    Key::required("column", Shape::Plain, "The column.", "\"Age\""),
    Key::optional(
        "bands",
        Shape::List(&Shape::Whole(-1_000, 100_000)),
        "Where it holds numbers: the lowest of each band but the first.",
        "[1, 5, 10, 16]",
    ),
];

/// How long ago the earlier row may lie.
pub(in crate::load::narrative) const AGAIN: &[&str] = &["6 months", "12 months", "24 months", "ever"];
