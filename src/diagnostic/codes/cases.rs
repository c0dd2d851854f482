//! What can be wrong with a case list: found while its rows are counted.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] = &[
    &COUNT_DOES_NOT_FIT,
    &UNKNOWN_COLUMN,
    &PRESET_COLUMN_MISSING,
    &TOLD_AS_CASE_LIST,
    &NOTHING_COUNTED,
    &LIST_COVERS_LESS,
    &COUNTED_IN_ONE_LIST,
    &ROWS_OUTSIDE,
    &ROW_WITHOUT_DATE,
    &ROW_WITHOUT_START,
    &REPEATED_ROW,
    &UNREADABLE_DATE,
    &IMPOSSIBLE_DATE,
    &ENDS_BEFORE_START,
    &BEYOND_BANK_HOLIDAYS,
    &UNLISTED_CODE,
    &CELL_DOES_NOT_ANSWER,
    &COLUMN_SAYS_NOTHING,
    &ROWS_SAY_NOTHING,
    &TOO_MANY_CATEGORIES,
    &ROW_WITHOUT_CHILD,
    &CHILD_IN_CAPITALS_AND_NOT,
    &NOT_LOOKED_FOR_TWICE,
    &STARTS_TOO_LATE,
];

const fn code(
    name: &'static str,
    severity: Severity,
    title: &'static str,
    explanation: &'static str,
) -> Code {
    Code { name, severity, title, explanation }
}

/// What is to be counted does not fit its measure or its list.
pub const COUNT_DOES_NOT_FIT: Code = code(
    "count-does-not-fit",
    Severity::Error,
    "What is to be counted does not fit its measure or its list",
    "\
A count of a case list must fit what it is a number of. Things that happen are counted by the month of a `date`; a
number of children on a day is counted between the dates of `open`, or on the day (`on`) on which the list stood.
Children are told apart only where `child` names the column that does it.

Correct the count, or count something else by it.",
);

/// A case list has no column of a name that is asked for.
pub const UNKNOWN_COLUMN: Code = code(
    "unknown-column",
    Severity::Error,
    "A case list has no column of a name that is asked for",
    "\
The narrative names a column of a case list by its heading, and no column has that heading. Case, spacing, curly
quotation marks and trailing stops make no difference.

Write the heading as it stands in the file.",
);

/// A standard list lacks a column that a measure is counted by.
pub const PRESET_COLUMN_MISSING: Code = code(
    "preset-column-missing",
    Severity::Warning,
    "A standard list lacks a column that a measure is counted by",
    "\
The preset knows which columns a standard list has. One that a measure needs is not there, so that measure is not
counted; the others are.

If the column is there under another heading, count the measure with a `[[data.count]]` of your own that names it.
Otherwise ask for the column.",
);

/// A file was told to be a standard case list by its headings.
pub const TOLD_AS_CASE_LIST: Code = code(
    "told-as-case-list",
    Severity::Note,
    "A file was told to be a standard case list by its headings",
    "\
The headings of the file are those of a standard list (Annex A, SSDA903, children in need census), so that its rows
are counted as that list's. The note names it.

To say so yourself, or to say otherwise, give the `preset` or the `shape` beside the file's name in the narrative.",
);

/// Nothing is counted in a case list.
pub const NOTHING_COUNTED: Code = code(
    "nothing-counted",
    Severity::Warning,
    "Nothing is counted in a case list",
    "\
The file is a case list, and neither its preset nor the narrative says what to count in it.

Give a `[[data.count]]` under it, or take the file out of the narrative.",
);

/// A case list covers fewer months than the report.
pub const LIST_COVERS_LESS: Code = code(
    "list-covers-less",
    Severity::Warning,
    "A case list covers fewer months than the report",
    "\
The dates of a case list do not reach over all months that the report covers: there is a stretch before the first,
or after the last, that is longer than any between two of them. Months in that stretch are not taken for months with
none: they have no value. Annex A lists cover six months unless they are asked for twelve.

Lists are judged together: two halves of a year that make the whole of it are not told. Run the list again for the whole
year. If it does hold every row of those months, and there just were none, say so:
`covers = { from = \"2024-04\", to = \"2025-03\" }`.",
);

/// Children who count once, in several lists that only together cover the report's months.
pub const COUNTED_IN_ONE_LIST: Code = code(
    "counted-in-one-list",
    Severity::Note,
    "Children who count once can't be counted across several lists",
    "\
Several case lists together hold every month of the report, so what happened is counted in all of them. Different
children are another matter: a child who is in two of the lists counts once in the year, and the lists are counted one by
one, so that the number of children over the year can't be told from them.

Run the list again for the whole year where a report tells of different children.",
);

/// Rows of a case list are dated outside the months that are counted.
pub const ROWS_OUTSIDE: Code = code(
    "rows-outside-period",
    Severity::Note,
    "Rows of a case list are dated outside the months that are counted",
    "\
Rows dated before or after the months that the report covers are not counted. To have earlier years counted too, for
comparison, say that the list holds every row of them: `covers = { from = \"2023-04\", to = \"2025-03\" }`.",
);

/// A row of a case list has no date.
pub const ROW_WITHOUT_DATE: Code = code(
    "row-without-date",
    Severity::Warning,
    "A row of a case list has no date",
    "\
Every row of the list is something that happened on a day, and the cell of that day is empty. The row is not counted.
Where time is counted from a first date to this one (an assessment's start to its end), a row with the first alone is
still under way, and nothing is said of it.

Ask whoever supplied the list for the date.",
);

/// A row of a case list stands twice.
pub const REPEATED_ROW: Code = code(
    "repeated-row",
    Severity::Warning,
    "A row of a case list stands twice",
    "\
Two rows are the same in every cell: the same child, the same date, the same everything. Both are counted, since two
things may have happened on one day; but more often a row was exported twice.

Look at the rows in the system that they come from, and run the list again.",
);

/// A date in a case list can't be read.
pub const UNREADABLE_DATE: Code = code(
    "unreadable-date",
    Severity::Error,
    "A date in a case list can't be read",
    "\
Dates are written day first (`16/09/2024`, `16-Sep-2024`) or year first (`2024-09-16`), with a time behind them or
none. A cell says something else: a number of a spreadsheet, say, or a day that there is not.

Correct it where it comes from. To have such a cell read as empty, say so: `values = { \"Date\" = { \"unknown\" = \"\" } }`.",
);

/// A date in a case list can't be right.
pub const IMPOSSIBLE_DATE: Code = code(
    "impossible-date",
    Severity::Error,
    "A date in a case list can't be right",
    "\
The date lies before 1990, or after the day from which the report is judged (`as_at`, or a year after its end). Such
dates are placeholders or slips, and a row with one would be counted in the wrong month.

Correct it where it comes from. To have a placeholder read as empty, say so:
`values = { \"Date\" = { \"01/01/1900\" = \"\" } }`.",
);

/// In a row of a case list, the end comes before the start.
pub const ENDS_BEFORE_START: Code = code(
    "ends-before-it-starts",
    Severity::Warning,
    "In a row of a case list, the end comes before the start",
    "\
The second of two dates of a row lies before the first: a plan that ends before it starts, a conference before the
discussion that led to it. Such a row is never open on a day, and its time is neither within a limit nor long enough.

Correct the row where it comes from.",
);

/// Working days can't be counted for a date.
pub const BEYOND_BANK_HOLIDAYS: Code = code(
    "beyond-bank-holidays",
    Severity::Error,
    "Working days can't be counted for a date",
    "\
Working days leave out England's bank holidays, which the program knows for a span of years only. For a date outside
them it does not guess.

Correct the date if it is a slip. For a later year, a newer version of the program is needed.",
);

/// A cell holds none of the codes of its column.
pub const UNLISTED_CODE: Code = code(
    "unlisted-code",
    Severity::Warning,
    "A cell holds none of the codes of its column",
    "\
The column of a standard list holds codes, and a cell has none of them. The row is counted, under what the cell says.

If it is a local spelling of a code, say which: `values = { \"Referral Source\" = { \"PPN\" = \"6: Police\" } }`.",
);

/// A column of categories has more than a thousand different cells.
pub const TOO_MANY_CATEGORIES: Code = code(
    "too-many-categories",
    Severity::Error,
    "A column of categories has more than a thousand different cells",
    "\
A column that is counted `by` has so many different cells that it can't be one of categories: a date, say, or a
number that belongs to one child.

Name another column, or give `bands` for numbers.",
);

/// A row of a case list does not say which child it is about.
pub const ROW_WITHOUT_CHILD: Code = code(
    "row-without-child",
    Severity::Warning,
    "A row of a case list does not say which child it is about",
    "\
Children are counted once each, and the cell that tells them apart is empty, or says that there is no number (`N/A`,
`-`, `unknown`). The row is not counted among children; it is among things that happened.

Ask whoever supplied the list for the child's number.",
);

/// A row that ended has no start.
pub const ROW_WITHOUT_START: Code = code(
    "row-without-start",
    Severity::Warning,
    "A row of a case list that ended has no start",
    "\
What lasted so many days or more is counted (`lasting`), and the cell with the day from which they are counted is empty.
The row is among those that ended and not among those that lasted so long, though it may have.

Ask whoever supplied the list for the date.",
);

/// A cell does not say whether its row counts.
pub const CELL_DOES_NOT_ANSWER: Code = code(
    "cell-does-not-answer",
    Severity::Error,
    "A cell of a case list does not say whether its row counts",
    "\
Only rows with certain words or numbers in this column count, and the cell holds none that could be told: no whole
number where one is asked for (`2+`, `one`), the error of a formula (`#N/A`), or something else where yes or no is asked
for (`Unknown`, or `Y` where only `Yes` is named).

Correct the cell where it comes from; or say what it means with `values`, as in
`values = { \"Referral NFA?\" = { \"Unknown\" = \"No\" } }`.",
);

/// A column that decides which rows count is empty.
pub const COLUMN_SAYS_NOTHING: Code = code(
    "column-says-nothing",
    Severity::Error,
    "A column that decides which rows of a case list count is empty",
    "\
Only rows with certain words or numbers in this column count, and no row has anything in it. An empty cell is not a
nought and not a no, so no number can be told.

Ask for the list with the column filled, or leave the measure out. Where empty cells do mean something, say what with
`values`, as in `values = { \"Number of placements\" = { \"\" = \"0\" } }`.",
);

/// Rows are empty in a column that decides whether they count.
pub const ROWS_SAY_NOTHING: Code = code(
    "rows-say-nothing",
    Severity::Warning,
    "Rows of a case list are empty in a column that decides whether they count",
    "\
Only rows with certain words or numbers in this column count, and these rows have nothing in it. They are counted as
rows with any other word are: not where certain words are asked for, and all the same where words are left out (`not`).

Ask for what is missing. Where empty cells mean something, say what with `values`, as in
`values = { \"Number of placements\" = { \"\" = \"0\" } }`; or name them among the words: `\"\"`.",
);

/// Identifiers of children that differ in capitals alone.
pub const CHILD_IN_CAPITALS_AND_NOT: Code = code(
    "child-in-capitals-and-not",
    Severity::Warning,
    "Identifiers of children differ in capitals only",
    "\
Children are told apart by their identifiers, letter for letter, without the blanks around them. Two that differ in
capitals only, such as `b12` and `B12`, count as two children. They may be one, typed in two ways, and then there are too
many.

Ask for the list with every identifier in one form.",
);

/// A case list is too large to look for rows that stand twice.
pub const NOT_LOOKED_FOR_TWICE: Code = code(
    "repeats-not-looked-for",
    Severity::Note,
    "A case list is too large to look for rows that stand twice",
    "\
Rows that are the same in every cell are looked for in lists of up to 32 MiB, since that takes memory for each row.
This list is larger. Nothing else about it is left out.",
);

/// A case list does not go back far enough to tell what came again.
pub const STARTS_TOO_LATE: Code = code(
    "earlier-rows-missing",
    Severity::Warning,
    "A case list does not go back far enough to tell what came again",
    "\
Whether a child comes again within so many months is told from the list's own earlier rows, and these do not go back
so many months before the report's first. How many came again is therefore known only to lie between those that are
seen to have and all that might have.

Run the list with those earlier months in it.",
);
