//! What can be wrong with the cells of an export: names, categories, periods and values.

use crate::diagnostic::{Code, Severity};

/// A name in a data file is that of no measure.
pub const UNKNOWN_MEASURE: Code = Code {
    name: "unknown-measure",
    severity: Severity::Error,
    title: "A name in a data file is that of no measure",
    explanation: "\
A measure is known by its id, its label, its aliases and the headings that its exports give it; capitals and
punctuation make no difference. This name is none of them, so its values could not be read.

Correct the name; or, where it is what an export calls a measure, add it:

    [measures.contacts]
    headings = [\"Contacts (MASH)\"]

A measure that only this report has is declared in the same way, with `kind`, `label`, `singular` and `plural`.
`lscb-report explain contacts` says what a measure is and by which names it is known.",
};

/// A name in a data file is claimed by several measures.
pub const AMBIGUOUS_MEASURE: Code = Code {
    name: "ambiguous-measure",
    severity: Severity::Error,
    title: "A name in a data file is claimed by several measures",
    explanation: "\
Two or more measures have this name as their label, alias or heading. Taking one of them would be a guess.

Write the id of the one that is meant, say which measures the file holds (`measures = [\"referrals\"]` beside its
name in the narrative), or take the name away from one of the measures.",
};

/// A heading can't be used as the name of a dimension.
pub const UNUSABLE_DIMENSION: Code = Code {
    name: "unusable-dimension",
    severity: Severity::Error,
    title: "A heading can't be used as the name of a dimension",
    explanation: "\
A column of categories gives its heading to figures in small letters and underscores: under `Source of contact` the
figure is `contacts[\"source_of_contact=Police\"]`. The name must begin with a letter from a to z, and may be none of
the words that ask something of a figure: previous, change, change_percent, per_month, peak, is_highest, per_10000,
percent_of_population, percent_of_total, total, official, england, region, neighbours, difference_from_england,
difference_from_region, difference_from_neighbours.

Rename the column.",
};

/// A category can't be named in a figure.
pub const UNUSABLE_CATEGORY: Code = Code {
    name: "unusable-category",
    severity: Severity::Error,
    title: "A category can't be named in a figure",
    explanation: "\
The figures of a category are named with its text: `contacts[\"source=Police\"]`. A category with a line end, a
quotation mark or certain brackets in it, or with a comma before something that would itself select (`Health,
age=5`), could not be told from another figure.

Reword it, in every file that has it.",
};

/// A total stands as a category.
pub const TOTAL_AS_CATEGORY: Code = Code {
    name: "total-as-category",
    severity: Severity::Error,
    title: "A total stands among its own parts",
    explanation: "\
A row or an entry is called `All`, `Total` or the like, where the others are categories. Taken as one more category,
it would be added to the very parts that it is the total of, and everything would be counted twice.

In a data file, leave the cell empty, which means all categories together:

    measure,period,value,sex
    contacts,2013/14,9,
    contacts,2013/14,5,Male
    contacts,2013/14,4,Female

In a list of the narrative, such as a budget, delete the entry: the program adds up the others.",
};

/// A period can't be read.
pub const UNREADABLE_PERIOD: Code = Code {
    name: "unreadable-period",
    severity: Severity::Error,
    title: "A period can't be read",
    explanation: "\
Periods are read in these forms, and days always with the day first:

| what | forms |
|---|---|
| month | `2013-04`, `Apr-13`, `Apr 2013`, `April 2013` |
| year | `2013/14`, `2013-14`; `2013` where years begin in January |
| quarter | `2013-14 Q1`, `Q1 2013/14` |
| day | `2014-03-31`, `31/03/2014`, `31 March 2014` |
| several months | `2010-04 to 2011-02` |
| mid-year of a population | `mid-2013`, `2013` |

Anything else might be read wrongly, such as `01/04/13` or `13-Apr`. Write one of these forms instead. A row that is a
heading or a total has no period of its own and has to go.",
};

/// A period may be a month or a year.
pub const AMBIGUOUS_PERIOD: Code = Code {
    name: "ambiguous-period",
    severity: Severity::Error,
    title: "A period may be a month or a year",
    explanation: "\
`2011-12` may be December 2011 or the year 2011/12. The other periods of the same measure decide, where they are
clearly months (`2011-04`) or clearly years (`2013-14`). Here they are neither, or both. The periods of other measures
in the same column decide only where all of them are years: a file of months may hold a number that is counted once a
year.

Say which beside the file's name in the narrative:

    [[data]]
    file = \"data/yearly.csv\"
    period = \"year\"

or write `Dec 2011` or `2011/12` in the file.",
};

/// A measure can't have a value for such a period.
pub const PERIOD_DOES_NOT_FIT: Code = Code {
    name: "period-does-not-fit",
    severity: Severity::Error,
    title: "A measure can't have a value for such a period",
    explanation: "\
What happens is counted over a month, several months or a year; a snapshot is counted on a day (a month or year means
its last day); a population is estimated for a mid-year. This cell gives a period of another kind, such as a day in
the middle of a month for a number of referrals, or a calendar year for anything but a population.

Give the period that the number is really for. If the measure is of the wrong kind, set its `kind` in the narrative.",
};

/// Dates have their month first.
pub const MONTH_FIRST_DATE: Code = Code {
    name: "month-first-date",
    severity: Severity::Error,
    title: "Dates have their month first",
    explanation: "\
Days are read with the day first, as they are written in Britain: `03/04/2024` is 3 April. A date in this column, such as
`04/30/2024`, can only have its month first, so the others in it may be American too, and each that could be read either
way is in doubt.

Write the dates as `2024-04-30`, or save the column as dates on a computer set up for the United Kingdom.",
};

/// A number can be read in two ways.
pub const AMBIGUOUS_NUMBER: Code = Code {
    name: "ambiguous-number",
    severity: Severity::Error,
    title: "A number can be read in two ways",
    explanation: "\
Files whose cells are parted by semicolons or tabs often come from computers that write decimals with a comma. Which
sign it is, is told from numbers that can be read in one way only (`12,5`, `1,234.5`). Here there are none, or they
disagree, and `1.234` may be a thousand or a little more than one.

Say which sign stands before decimals, beside the file's name in the narrative:

    [[data]]
    file = \"data/front-door.csv\"
    decimal = \",\"",
};

/// Percentages may be given as fractions.
pub const FRACTIONS_FOR_PERCENTAGES: Code = Code {
    name: "fractions-for-percentages",
    severity: Severity::Error,
    title: "Percentages may be given as fractions",
    explanation: "\
Spreadsheets keep 45% as 0.45, and save it so as CSV. None of the values of this percentage in the file is above 1, so
they may be fractions, or very small percentages.

Say which beside the file's name in the narrative; `percentages = \"percent\"` where 0.45 means 0.45%:

    [[data]]
    file = \"data/timeliness.csv\"
    percentages = \"fractions\"",
};

/// Days were read as the months that they begin or end.
pub const DAY_READ_AS_MONTH: Code = Code {
    name: "day-read-as-month",
    severity: Severity::Note,
    title: "Days were read as the months that they begin or end",
    explanation: "\
Spreadsheets keep a month as its first day, so that `Apr-13` is saved as `01/04/2013`. For what is counted over
months, a day that is the first or last of its month was read as the month. Said once for each file.

Nothing need be done if the rows are months. For a snapshot a day is always that day itself: a snapshot dated
`01/04/2013` is not one of 31 March or of 30 April.",
};

/// A cell that should hold a number does not.
pub const NOT_A_NUMBER: Code = Code {
    name: "not-a-number",
    severity: Severity::Error,
    title: "A cell that should hold a number does not",
    explanation: "\
A cell holds something that is not clearly a number: a letter O in place of a nought (`3O4`), a word, two numbers, or
commas that do not part thousands (`1,23`). It is never read as the number that it resembles.

These are read: `1234`, `1,234`, `12.5%`, `£1,200`, `~1800` (about), `>20`, `>=20`, `<5`, `<=5`, and for missing values
c (confidential), x (not available), z (not applicable), u (unreliable), low or k (nearly nought), also in square
brackets. An empty cell is a missing value, not nought.",
};

/// A symbol means different things in different exports.
pub const UNDECLARED_SYMBOL: Code = Code {
    name: "undeclared-symbol",
    severity: Severity::Error,
    title: "A symbol means different things in different exports",
    explanation: "\
Older exports set `:`, `..`, `-` or `*` where a number is missing, and do not agree on what they mean: a dash may be a
nought, a number too small to publish, or one that nobody has. The source has to say.

Say what it means beside the file's name in the narrative, as c (confidential), x (not available), z (not applicable),
u (unreliable) or low (nearly nought):

    [[data]]
    file = \"data/placements.csv\"
    symbols = { \":\" = \"x\", \"*\" = \"c\" }",
};

/// A value is of another kind than its measure.
pub const WRONG_KIND_OF_VALUE: Code = Code {
    name: "wrong-kind-of-value",
    severity: Severity::Error,
    title: "A value is of another kind than its measure",
    explanation: "\
A percentage stands where a count should be, or an amount of money where there can be none. Most often the values
are in the wrong column, or an export gives a percentage beside each count.

Give the count itself. If the measure really is given as percentages, set `kind = \"percentage\"` for it in the
narrative.",
};

/// A count is below nought.
pub const NEGATIVE_COUNT: Code = Code {
    name: "negative-count",
    severity: Severity::Error,
    title: "A count is below nought",
    explanation: "\
Nothing can be counted fewer than no times. A negative count is most often a correction of an earlier month, or a
difference that was exported in place of the number.

Ask the supplier for the count. A correction belongs in the month that it corrects.",
};

/// A count is not a whole number.
pub const NOT_A_WHOLE_NUMBER: Code = Code {
    name: "not-a-whole-number",
    severity: Severity::Error,
    title: "A count is not a whole number",
    explanation: "\
Children, contacts and conferences are counted whole, so `12.5` of them is an average, a rate or a percentage that
stands in the wrong column, or a decimal point typed for a comma (`1.234`).

Give the count itself. If the measure really is given as percentages, set `kind = \"percentage\"` for it in the
narrative; averages and rates are worked out by the program.",
};

/// A percentage is not from 0 to 100.
pub const PERCENTAGE_OUT_OF_RANGE: Code = Code {
    name: "percentage-out-of-range",
    severity: Severity::Error,
    title: "A percentage is not from 0 to 100",
    explanation: "\
A percentage of a whole can't be below nought or above a hundred. What can be is a change or a rate, which the program
works out from counts, or a count in the wrong column.

Correct the cell, or give the counts and let the percentage be worked out.",
};

/// The same value is given twice.
pub const REPEATED_VALUE: Code = Code {
    name: "repeated-value",
    severity: Severity::Warning,
    title: "The same value is given twice",
    explanation: "\
Two cells, in one file or in two, give the same measure for the same period and the same categories, with the same
value. It is counted once. Often a month stands in two exports that overlap, or a row was pasted twice.

Delete one of them, so that a later correction can't change only the other.",
};

/// The same thing is given with two values.
pub const CONFLICTING_VALUES: Code = Code {
    name: "conflicting-values",
    severity: Severity::Error,
    title: "The same thing is given with two values",
    explanation: "\
Two cells, in one file or in two, give the same measure for the same period and the same categories, with different
values. Which is right can't be told from the data.

Ask the supplier, and delete the other. To keep what was published earlier beside what is right now, put the
earlier one's name (`first release`) into a column headed `release`; a blank there means the current release.",
};
