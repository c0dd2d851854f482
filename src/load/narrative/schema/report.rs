//! The keys of `[report]` and `[terms]`: what the report is, and the words for the body that makes it.

use super::shape::{Key, Shape};

/// The blocks.
pub(super) const BLOCKS: &[Key] = &[
    Key::required(
        "report",
        Shape::Record(&[REPORT]),
        "What the report is, and which year it is about.",
        "{ board = \"Exampleshire Safeguarding Children Board\", title = \"Annual report 2013/14\", year = \"2013/14\" }",
    ),
    Key::optional(
        "terms",
        Shape::Record(&[TERMS]),
        "The words for the body that makes the report.",
        "{ body = \"partnership\", leader = \"independent scrutineer\" }",
    ),
    Key::optional(
        "benchmarks",
        Shape::Record(&[BENCHMARKS]),
        "The areas that the board is compared with, beside England.",
        "{ neighbours = [\"E08000032\", \"E08000034\"], average = \"median\" }",
    ),
];

const REPORT: &[Key] = &[
    Key::required(
        "board",
        Shape::Plain,
        "The name of the board or partnership.",
        "\"Exampleshire Safeguarding Children Board\"",
    ),
    Key::required("title", Shape::Plain, "The title of the report.", "\"Annual report 2013/14\""),
    Key::required(
        "year",
        Shape::Year,
        "The reporting year, also written `2013-14`: here that is always a year. Where years begin in January, `2013`.",
        "\"2013/14\"",
    ),
    Key::optional(
        "area",
        Shape::Plain,
        "The board's own area in official open data: its code, or its name where only one code has it.",
        "\"E08000035\"",
    ),
    Key::optional(
        "first_month",
        Shape::Whole(1, 12),
        "The month in which reporting years begin, 1 for January to 12 for December: April unless given.",
        "4",
    ),
    Key::optional(
        "data_to",
        Shape::Month,
        "The last month that the data cover, where they do not reach to the end of the year.",
        "\"2014-02\"",
    ),
    Key::optional("as_at", Shape::Date, "The day from which \"overdue\" is judged.", "2014-09-01"),
    Key::optional(
        "status",
        Shape::Plain,
        "What the report is until it is agreed, for the head of every page.",
        "\"Draft 3\"",
    ),
    Key::optional(
        "last_published",
        Shape::Plain,
        "The `figures.json` of an earlier report, to tell where this year's data give its figures differently; it may stand in another project.",
        "\"../2012-13/report/figures.json\"",
    ),
    Key::optional(
        "templates",
        Shape::List(&Shape::Plain),
        "The templates that are made: the executive summary unless given.",
        "[\"executive-summary\"]",
    ),
    Key::optional(
        "template_folder",
        Shape::Plain,
        "A folder of the project with its own templates, in place of the built-in ones.",
        "\"templates\"",
    ),
    Key::optional(
        "numbering",
        Shape::Choice(&["levels", "through", "none"]),
        "How paragraphs of a committee report are numbered: `levels` (3.1.2) unless given, or `through` (1 to the last).",
        "\"through\"",
    ),
    Key::optional(
        "without_workings",
        Shape::List(&Shape::Plain),
        "The templates whose pages go without the appendix that says how each figure was worked out.",
        "[\"agenda-item\"]",
    ),
    Key::optional(
        "website",
        Shape::Plain,
        "The board's website, as it should be printed.",
        "\"www.example.org\"",
    ),
    Key::optional(
        "footer",
        Shape::Plain,
        "A line for the foot of every page.",
        "\"Published September 2014\"",
    ),
    Key::optional(
        "look",
        Shape::Record(&[LOOK]),
        "How its pages look: the board's logo and colour.",
        "{ logo = \"logo.svg\", logo_alt = \"Exampleshire Safeguarding Children Board\", accent = \"#12436D\" }",
    ),
    Key::optional(
        "summary",
        Shape::Prose,
        "What the report says, in a paragraph or two.",
        "\"There were {{ contacts }} in the year.\"",
    ),
    Key::optional(
        "closing",
        Shape::Prose,
        "What stands at the very end: how to have it in large print or Braille, say.",
        "\"This report can be had in large print.\"",
    ),
];

const BENCHMARKS: &[Key] = &[
    Key::optional(
        "neighbours",
        Shape::List(&Shape::Plain),
        "The areas that are most like it, by code or by name.",
        "[\"E08000032\", \"E08000034\"]",
    ),
    Key::optional(
        "average",
        Shape::Choice(&["mean", "median"]),
        "How the neighbours' values are made into one: their `median` unless given.",
        "\"mean\"",
    ),
    Key::optional(
        "region",
        Shape::Plain,
        "The region: the one that open data give for the board's own area unless given.",
        "\"E12000003\"",
    ),
];

const LOOK: &[Key] = &[
    Key::optional(
        "logo",
        Shape::Plain,
        "The board's logo: a PNG, JPEG or SVG of at most 100 KB within the project folder.",
        "\"logo.svg\"",
    ),
    Key::optional(
        "logo_alt",
        Shape::Plain,
        "What the logo says, for those who can't see it; required with a logo.",
        "\"Exampleshire Safeguarding Children Board\"",
    ),
    Key::optional(
        "accent",
        Shape::Plain,
        "The board's colour, for the page's head, headings and links.",
        "\"#12436D\"",
    ),
    Key::optional(
        "accent_dark",
        Shape::Plain,
        "The same for dark screens; the program lightens `accent` where it is not given.",
        "\"#8DC1EE\"",
    ),
];

const TERMS: &[Key] = &[
    Key::optional("body", Shape::Plain, "The word for the body.", "\"board\""),
    Key::optional("leader", Shape::Plain, "The word for the person who leads it.", "\"chair\""),
    Key::optional(
        "guidance",
        Shape::Plain,
        "The guidance that it works to.",
        "\"Working together to safeguard children\"",
    ),
];
