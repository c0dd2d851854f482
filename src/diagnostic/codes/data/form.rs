//! What can be wrong with the form of an export: its rows, its headings and how it is laid out.

use crate::diagnostic::{Code, Severity};

/// A data file has nothing in it.
pub const EMPTY_FILE: Code = Code {
    name: "empty-file",
    severity: Severity::Error,
    title: "A data file has nothing in it",
    explanation: "\
An export that failed often leaves an empty file, or one with headings alone. It is not read as \"nought\": that
nothing happened and that nothing was sent are different things, and only the first may be published.

Ask the supplier for the file again. Until it comes, set `state = \"awaited\"` beside its name in the narrative
and take the file away: a draft can then be built with `--draft`.",
};

/// A data file has no row of headings.
pub const NO_HEADER: Code = Code {
    name: "no-header",
    severity: Severity::Error,
    title: "A data file has no row of headings",
    explanation: "\
What a column is can only be told from its heading, and the first row of this file holds a number or a period
and no heading that the program knows. Were the row taken for headings, its values would be lost without a word.

Put a row of headings above the first one, for example:

    measure,period,value
    contacts,2013-04,501",
};

/// The headings of a data file do not say how it is laid out.
pub const UNKNOWN_LAYOUT: Code = Code {
    name: "unknown-layout",
    severity: Severity::Error,
    title: "The headings of a data file do not say how it is laid out",
    explanation: "\
Three layouts are read beside official open data. In the *long* one a row is a value, under headings like these; a blank category means \"all\":

    measure,period,value,source
    contacts,2013-04,501,
    contacts,2013-04,120,Police

In the *wide* one a row is a period and each measure has a column:

    month,contacts,referrals
    2013-04,501,290

Where three headings or more are months, a row is a measure and each month has a column, with totals beside them:

    measure,Apr-13,May-13,Jun-13,YTD
    contacts,501,510,498,1509

The measure may be headed `measure` or `indicator`; the period `period`, `month`, `date`, `year` or `quarter`; the
value `value`, `count` or `number`. Capitals make no difference. Only one column may have each of these meanings.

Rename the headings, or say `shape = \"long\"`, `\"wide\"` or `\"across\"` beside the file's name in the narrative where
that is what is in doubt.",
};

/// Two columns of a data file have the same meaning.
pub const REPEATED_HEADING: Code = Code {
    name: "repeated-heading",
    severity: Severity::Error,
    title: "Two columns of a data file have the same meaning",
    explanation: "\
Two columns have the same heading, or headings that name the same measure or dimension. Which of them is right
can't be told, and adding them would count things twice.

Delete the column that is not wanted, or give one of them another heading.",
};

/// A cell stands in a column without a heading.
pub const NO_HEADING: Code = Code {
    name: "no-heading",
    severity: Severity::Error,
    title: "A cell stands in a column without a heading",
    explanation: "\
A column with nothing in it is passed over, as spreadsheets often leave some behind. But this one holds
something, and without a heading it can't be told what.

Give the column a heading, or delete it.",
};

/// A row has more or fewer cells than there are headings.
pub const RAGGED_ROW: Code = Code {
    name: "ragged-row",
    severity: Severity::Error,
    title: "A row has more or fewer cells than there are headings",
    explanation: "\
When a row is longer or shorter than the row of headings, its values have slipped out of their columns, most often
because a number or a name with a comma in it is not in quotation marks:

    measure,period,value
    contacts,2013-04,1,234

Write `\"1,234\"` or `1234`. A row that is too short has lost a comma, or has a line end inside a cell that is not
in quotation marks.",
};

/// A quotation mark is not closed where it should be.
pub const BROKEN_QUOTE: Code = Code {
    name: "broken-quote",
    severity: Severity::Error,
    title: "A quotation mark is not closed where it should be",
    explanation: "\
A cell that begins with a quotation mark goes on to the next one, over commas and line ends. If that one is
missing, everything up to it is taken for one cell. Nothing from this place on was read.

Close the quotation mark before the comma or line end, or delete it. A quotation mark that belongs to the text is
written twice, inside a cell in quotation marks: `\"the \"\"front door\"\"\"`.",
};

/// What parts the cells of a file can't be told.
pub const AMBIGUOUS_SEPARATOR: Code = Code {
    name: "ambiguous-separator",
    severity: Severity::Error,
    title: "What parts the cells of a file can't be told",
    explanation: "\
The cells of a file may be parted by commas, semicolons or tabs. Which it is, is told from the row of headings: by
one of them the headings are known words. Here the headings can be read in more than one way, or are known in none.

Say which it is beside the file's name in the narrative:

    [[data]]
    file = \"data/front-door.csv\"
    separator = \";\"",
};

/// A cell holds the error of a formula.
pub const FORMULA_ERROR: Code = Code {
    name: "formula-error",
    severity: Severity::Error,
    title: "A cell holds the error of a formula, or one never worked out",
    explanation: "\
A spreadsheet shows `#N/A`, `#REF!`, `#DIV/0!` and the like where a formula could not be worked out, and saves them with
the rest. What the cell should have said can't be told; it is not read as missing.

Mend the formula in the workbook and save it again, or ask the supplier for the cell.

Programs that write workbooks but can't work formulas out leave them to the spreadsheet program that opens them next. A
cell whose formula was never worked out holds nothing to read, and is shown as `#NOT WORKED OUT!`. Open the workbook in a
spreadsheet program and save it.",
};

/// A total is not what its parts come to.
pub const TOTAL_DIFFERS: Code = Code {
    name: "total-differs",
    severity: Severity::Error,
    title: "A total is not what its parts come to",
    explanation: "\
A row or column of totals (`Total`, `YTD`, a quarter or a year beside its months) is never counted as data: it is held
against the rows or months that it totals. Events add up to it; of a snapshot the last month is the year to date. This
one differs, so a value may be missing, stand twice, or have been changed in one place only.

Ask the supplier which is right.",
};

/// A heading is a month without a year.
pub const MONTH_WITHOUT_YEAR: Code = Code {
    name: "month-without-year",
    severity: Severity::Error,
    title: "A heading is a month without a year",
    explanation: "\
The months of a scorecard are headed `April`, `May` and so on. Of which year they are is read from the title above the
headings, where it names one reporting year (`Scorecard 2024/25`). Here it names none, or several.

Say it beside the file's name in the narrative:

    [[data]]
    file = \"data/scorecard.xlsx\"
    year = \"2024/25\"",
};

/// A target in a file differs from that of the narrative or of an earlier file.
pub const TARGET_DIFFERS: Code = Code {
    name: "target-differs",
    severity: Severity::Warning,
    title: "A target in a file is not the one given elsewhere",
    explanation: "\
A scorecard gives a target for a measure, and the narrative (`target` under `[measures.<id>]`) or an earlier scorecard
another. Figures are held against the narrative's or, without one, the first, so the report and the scorecard would
colour the same number differently.

Put right the one that is out of date.",
};

/// What was assumed or passed over in reading a file.
pub const HOW_IT_WAS_READ: Code = Code {
    name: "how-it-was-read",
    severity: Severity::Note,
    title: "What was assumed or passed over in reading a file",
    explanation: "\
Exports come with more than their table: a title, \"Report run on…\", notes, headings that stand again on each printed
page, rows of totals. What is plainly no data was passed over, and totals were held against the rows and not added to
them. This note says once for each file what was done, so that you can see that nothing was lost.

Nothing need be done if it is right. If a row was passed over that is data, put its cells right.",
};
