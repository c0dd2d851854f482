//! What can be wrong with areas: the board's own, those that it is compared with, and official open data.

use crate::diagnostic::{Code, Severity};

/// Columns of open data of which nothing is known.
pub const COLUMN_NOT_READ: Code = Code {
    name: "column-not-read",
    severity: Severity::Note,
    title: "A column of official open data is not known and was not read",
    explanation: "\
The file is official open data, and its known columns were read. This column is none of those that the program knows:
new releases bring new columns and rename old ones. What it means was not guessed at, so no figure is made from it.

Where a report needs it, supply its numbers in a file of your own, with a measure that the narrative declares.",
};

/// Rows of open data that are of no area that is read.
pub const ROWS_NOT_READ: Code = Code {
    name: "rows-not-read",
    severity: Severity::Note,
    title: "Rows of official open data were not read",
    explanation: "\
Rows for England, for a region and for a local authority are read, by their codes. Others (schools, wards, rows
without a code, groups of children that the program does not know) are passed over, and this is said once a file.",
};

/// A filter of open data has one word in the whole file, and that none for all rows.
pub const NO_TOTAL_ROW: Code = Code {
    name: "no-total-row",
    severity: Severity::Warning,
    title: "Every row of a file of open data is for one category, and that is no word for all of them",
    explanation: "\
A filter column tells which children or events a row counts. Here it says the same in every row, and the word is neither
one for all of them (`Total`) nor a title of the department's files that the program knows. Taking the rows for totals
would be a guess: they may be for girls alone. So the numbers were read as that category.

Name the category in figures: `referrals[\"category=Girls\"]`. Where the word is only the title of the file, as the
department writes it into every row, empty the column.",
};

/// Open data give local authorities, and none of them is named as the board's.
pub const AREA_NOT_NAMED: Code = Code {
    name: "area-not-named",
    severity: Severity::Warning,
    title: "Open data give local authorities, and the narrative does not say which is the board's",
    explanation: "\
The file gives the numbers of local authorities. Which of them is the board's can't be told from it, so none of its
numbers was taken as the board's own, and no region is known to compare it with.

Say which it is, by its code:

    [report]
    area = \"E08000035\"",
};

/// The narrative names an area that no file gives.
pub const UNKNOWN_AREA: Code = Code {
    name: "unknown-area",
    severity: Severity::Error,
    title: "The narrative names an area that no data file gives",
    explanation: "\
`area` under `[report]`, and `neighbours` and `region` under `[benchmarks]`, name areas by the codes that official
statistics give them, or by their names. No data file gives a number for this one: the code may have a digit wrong,
the name may be written otherwise, or the file may be for other areas.",
};

/// The narrative names an area by a name that several codes have.
pub const AMBIGUOUS_AREA: Code = Code {
    name: "ambiguous-area",
    severity: Severity::Error,
    title: "The narrative names an area by a name that several codes have",
    explanation: "\
Where boundaries or councils change, an area gets a new code and often keeps its name, so that the numbers before and
after stand under two codes. They are not for the same place, or not by the same council, and were not put together.

Write the code that is meant in place of the name.",
};

/// An area stands among the neighbours that does not belong there.
pub const NOT_A_NEIGHBOUR: Code = Code {
    name: "not-a-neighbour",
    severity: Severity::Error,
    title: "The board's own area, or one area twice, stands among the neighbours",
    explanation: "\
The neighbours' mean or median is of other areas, each counted once. The board's own area among them would compare it
with itself, and an area listed twice would weigh double.

Take it out of `neighbours`.",
};

/// A measure is given in earlier releases only.
pub const ONLY_EARLIER_RELEASES: Code = Code {
    name: "only-earlier-releases",
    severity: Severity::Warning,
    title: "A measure is given in earlier releases only, not as it stands now",
    explanation: "\
The file has a column `release`, and every row of this measure has something in it. A blank cell there means the number
as it stands now; a name means an earlier release of it, kept to compare with. So the report has no number to give.

Where these are the latest numbers, leave the cell blank.",
};

/// A measure is given for other areas only.
pub const ONLY_OTHER_AREAS: Code = Code {
    name: "only-other-areas",
    severity: Severity::Warning,
    title: "A measure is given for other areas only, not for the board's own",
    explanation: "\
The file has a column `area`, and every row of this measure has something in it. A blank cell there means the board's
own area; a name means another one. So the report has nothing to say of its own area, and a figure of this measure is
not available.

Where these are the board's own numbers, leave the cell blank, or let the narrative name the area as the file does:

    [report]
    area = \"Exampleshire\"",
};
