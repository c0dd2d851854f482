//! The keys of `[[data]]` and `[lists]`: which files the figures come from, and which blocks stand in files.

use super::cases::CASES;
use super::shape::{Key, Shape};

/// The blocks.
pub(super) const BLOCKS: &[Key] = &[
    Key::optional(
        "data",
        Shape::List(&Shape::Record(&[DATA, CASES])),
        "The files that the figures come from.",
        "[{ file = \"data/front-door.csv\", supplied_by = \"Children's social care\" }]",
    ),
    Key::optional(
        "lists",
        Shape::Named(&Shape::Either(&Shape::Plain, &Shape::Record(&[LIST]))),
        "Blocks that are kept in a spreadsheet: for each the CSV file or workbook, whose headings are the block's keys and whose rows are its entries. Where a workbook has several sheets: `{ file = \"lists/board.xlsx\", sheet = \"Actions\" }`.",
        "{ actions = \"lists/actions.csv\" }",
    ),
    Key::optional(
        "allow",
        Shape::List(&Shape::Record(&[ALLOW])),
        "Warnings and notes that may stand, each with the reason; errors can't be allowed.",
        "[{ code = \"conversion-over-100\", reason = \"A conference may put several children on a plan.\" }]",
    ),
];

const ALLOW: &[Key] = &[
    Key::required(
        "code",
        Shape::Plain,
        "The code that stands beside the finding.",
        "\"conversion-over-100\"",
    ),
    Key::required(
        "reason",
        Shape::Plain,
        "Why it may stand.",
        "\"A conference may put several children on a plan.\"",
    ),
    Key::optional(
        "figure",
        Shape::Figure,
        "Only where the finding touches this figure; a measure's name covers its months and categories.",
        "\"contacts\"",
    ),
    Key::optional(
        "file",
        Shape::Plain,
        "Only where the finding stands in this file.",
        "\"data/front-door.csv\"",
    ),
];

const LIST: &[Key] = &[
    Key::required("file", Shape::Plain, "The file within the project folder.", "\"lists/board.xlsx\""),
    Key::optional("sheet", Shape::Plain, "Which sheet of a workbook it is.", "\"Actions\""),
];

const DATA: &[Key] = &[
    Key::required(
        "file",
        Shape::Plain,
        "The file within the project folder; `*` stands for any letters of a name and `?` for one.",
        "\"data/front-door.csv\"",
    ),
    Key::optional(
        "sheet",
        Shape::Plain,
        "Which sheet of a workbook (.xlsx) it is; need not be said where only one shows.",
        "\"List 1\"",
    ),
    Key::optional("supplied_by", Shape::Plain, "Who supplied it.", "\"Children's social care\""),
    Key::optional(
        "state",
        Shape::Choice(&["awaited", "provisional", "revised", "final"]),
        "Whether it is still to come, may still change, was changed since it was first given, or is final, as it is unless said.",
        "\"provisional\"",
    ),
    Key::optional(
        "shape",
        Shape::Choice(&["long", "wide", "across", "cases", "open-data"]),
        "A row a value (long), a column a measure (wide), a column a month (across), a row an event (cases) or official open data: told from the header row unless said.",
        "\"long\"",
    ),
    Key::optional(
        "period",
        Shape::Choice(&["month", "year"]),
        "What a period such as 2011-12 is in it, which could be December or a year.",
        "\"month\"",
    ),
    Key::optional(
        "separator",
        Shape::Choice(&[",", ";", "tab"]),
        "What parts the cells of a CSV file: told from its headings unless said.",
        "\";\"",
    ),
    Key::optional(
        "decimal",
        Shape::Choice(&[".", ","]),
        "Which sign stands before decimals in it: a point unless its numbers show otherwise.",
        "\",\"",
    ),
    Key::optional(
        "percentages",
        Shape::Choice(&["percent", "fractions"]),
        "Whether 45% is written in it as 45 (percent) or as 0.45 (fractions): asked where it could be either.",
        "\"fractions\"",
    ),
    Key::optional(
        "year",
        Shape::Year,
        "The reporting year of months that a scorecard heads `April`, `May` and so on.",
        "\"2024/25\"",
    ),
    Key::optional(
        "measures",
        Shape::List(&Shape::Plain),
        "The measures that it holds or, while it is awaited, will hold; names that mean none of them are then passed over.",
        "[\"contacts\", \"referrals\"]",
    ),
    Key::optional(
        "symbols",
        Shape::Named(&Shape::Choice(&["c", "x", "z", "u", "low"])),
        "Its own signs for missing values, and what each means: confidential (c), not available (x), not applicable (z), unreliable (u) or rounding to nought (low).",
        "{ \":\" = \"x\" }",
    ),
];
