//! What can be wrong with the narrative file: found while reading `narrative.toml`.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] = &[
    &TOML_SYNTAX,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_TYPE,
    &NUMBER_OUT_OF_RANGE,
    &WORD_NOT_ALLOWED,
    &PERIOD_FORM,
    &NAME_FORM,
    &RESERVED_NAME,
    &NAME_TAKEN,
    &ALIAS_DECLARED,
    &RENAMED_TWICE,
    &LINE_BREAK,
    &DATA_TO_OUTSIDE_YEAR,
    &NO_FILE_MATCHES,
    &FILE_DECLARED_TWICE,
    &UNDECLARED_MEASURE,
    &NOT_ONE_DECLARATION,
    &UNREADABLE_FIGURE,
    &UNKNOWN_IN_DECLARATION,
    &CIRCULAR_FIGURE,
    &BLOCK_GIVEN_TWICE,
    &LIST_IN_A_CELL,
    &TARGET_WITHOUT_POLARITY,
    &AMBER_BEYOND_TARGET,
    &REPEATED_YEAR,
    &UNKNOWN_CODE,
    &NOT_ALLOWABLE,
    &UNUSED_ALLOWANCE,
];

const fn error(name: &'static str, title: &'static str, explanation: &'static str) -> Code {
    Code { name, severity: Severity::Error, title, explanation }
}

/// The file breaks the rules of TOML.
pub const TOML_SYNTAX: Code = error(
    "toml-syntax",
    "The narrative file is not written as TOML asks",
    "\
The narrative is a TOML file: `key = value`, text between straight quotation marks, `[block]` above its keys.
A word processor spoils it by turning `\"` into `“` and `”`, so edit it in a plain text editor.

    title = \"Annual report 2013/14\"

Text of several lines stands between two lots of three marks, `\"\"\"`. In Windows paths write `/` for `\\`. All
faults of this kind are listed at once; keys near them are not checked until they are mended.",
);

/// A key that the block does not have.
pub const UNKNOWN_KEY: Code = error(
    "unknown-key",
    "A key that its block does not have",
    "\
Every block of the narrative has its own keys. A key that is not one of them is nearly always a slip of the
pen, and if it were passed over, what it says would silently be missing from the report.

Correct the spelling, or take the line out. A key that stands under the wrong `[block]` belongs further up.",
);

/// A key that must be there is not.
pub const MISSING_KEY: Code = error(
    "missing-key",
    "A key that must be given is not there",
    "\
The block can't be used without this key: a report needs a year, a section a title, and a measure of your own
the words that sentences are made from.

    [measures.welfare_calls]
    label = \"Welfare calls\"
    singular = \"welfare call\"
    plural = \"welfare calls\"
    kind = \"events\"",
);

/// A value of another type than its key has.
pub const WRONG_TYPE: Code = error(
    "wrong-type",
    "A value of the wrong kind",
    "\
Each key has one kind of value: text stands in quotation marks, numbers, dates and `true` or `false` do not,
and a list stands in square brackets.

    first_month = 4
    as_at = 2014-09-01
    templates = [\"executive-summary\"]

Write the value as the finding's example shows.",
);

/// A number outside of what its key allows.
pub const NUMBER_OUT_OF_RANGE: Code = error(
    "number-out-of-range",
    "A number that its key can't have",
    "\
Some numbers only have a meaning within bounds: `first_month` is 1 for January to 12 for December, and an
average is over at least two years. Numbers are given in plain digits with at most 15 before the point and 9
after.

Write a number within the bounds that the finding names.",
);

/// A word that is not one of those allowed.
pub const WORD_NOT_ALLOWED: Code = error(
    "word-not-allowed",
    "A word that is not one of those allowed here",
    "\
This key takes one of a few words, because what the program does depends on it: a measure's `kind` decides
whether its months are added up, a file's `state` whether a draft can do without it.

Write one of the words that the finding lists.",
);

/// A year or month that can't be read.
pub const PERIOD_FORM: Code = error(
    "year-or-month-not-readable",
    "A year or month in the narrative that can't be read",
    "\
A reporting year is written with the year in which it begins and the last two digits of the next: `\"2013/14\"`
or `\"2013-14\"`. A month is written `\"2014-02\"`. Both stand in quotation marks. In `2013/15` the second year
does not follow the first, so one of the two is wrong, and the program does not guess which.

Where reporting years begin in January (`first_month = 1`), a year is a calendar year and is written `\"2013\"`: so it is
called in the report, too, and `\"2013/14\"` is none.",
);

/// A name without the form of one.
pub const NAME_FORM: Code = error(
    "name-form",
    "A name that can't be used in figures",
    "\
Measures and figures are named with lower-case letters, digits and underscores, beginning with a letter, so
that the same name works in text, in declarations and in every file that is written: `contact_to_referral`.

Rename it, and keep what readers should see for its `label`.",
);

/// A name that has a meaning of its own.
pub const RESERVED_NAME: Code = error(
    "reserved-name",
    "A name that has a meaning of its own",
    "\
Words such as `previous`, `change` and `per_month` make new figures out of others (`contacts.change`), and
`report` and `terms` stand for blocks of the narrative. If a measure or figure had such a name, nobody could
tell which was meant.

Choose a longer name: `placement_change` rather than `change`.",
);

/// A figure and a measure of one name.
pub const NAME_TAKEN: Code = error(
    "name-taken",
    "A figure and a measure have the same name",
    "\
Figures and measures share one set of names, since text uses both in the same way. A figure with the name of a
measure would hide it, and numbers would change their meaning without a sign.

Give the one you declare a name of its own. To change how a measure is called, use `[measures.NAME]`.",
);

/// A category is said to have become two.
pub const RENAMED_TWICE: Code = error(
    "renamed-twice",
    "A category is said to have had the name that another had, or its own",
    "\
`[[categories]]` says which name a category had before, so that its numbers go on under the new one. A name can go on as one
category only: what was divided into two is no longer the same, and to give all its numbers to either would be a guess.

Keep the line for the category that counts the same things; where neither does, take both out. Earlier numbers then stay
under the name that they had.",
);

/// A measure declared under another name of one that is known.
pub const ALIAS_DECLARED: Code = error(
    "alias-declared",
    "A measure is declared under another name of a known one",
    "\
The catalogue knows many measures by several names: what one board calls `icpc` another writes out. To add to
such a measure, declare it under its own name; declared under the other, it would be a second measure that
never gets the first one's data.

Use the name that the finding gives.",
);

/// A line break where text must stay on one line.
pub const LINE_BREAK: Code = error(
    "line-break",
    "A line break in a text that stands on one line",
    "\
Titles, names, labels and captions are set on one line. A line break in one of them comes from `\\n` or from
text between `\"\"\"`, and would split a heading or a table's cell.

Put the text on one line, between single `\"` marks.",
);

/// The data end outside of the year.
pub const DATA_TO_OUTSIDE_YEAR: Code = error(
    "data-to-outside-year",
    "`data_to` is not a month of the report's year",
    "\
`data_to` says up to the end of which month of its year the report has data, so that part of a year is never
taken for the whole. A month outside the year is left over from last year's file, or the year itself is.

Correct `data_to` or `year`; without `data_to` the report covers the whole year.",
);

/// A pattern that no file matches.
pub const NO_FILE_MATCHES: Code = error(
    "no-file-matches",
    "A pattern for data files that no file matches",
    "\
In `file`, `*` stands for any letters of a file's or folder's name and `?` for one. No file in the project
folder fits the pattern. Capitals count, and `*` does not reach into folders: `data/*.csv` does not find
`data/police/calls.csv`.

Correct it, or set `state = \"awaited\"` if the files are still to come.",
);

/// A file declared twice.
pub const FILE_DECLARED_TWICE: Code = error(
    "file-declared-twice",
    "A data file is declared twice",
    "\
Two `[[data]]` blocks name the same file, directly or by a pattern. What they say about it may differ, and its
values must not be read twice.

Take one block out, or make the pattern narrower.",
);

/// A measure is named that nobody knows.
pub const UNDECLARED_MEASURE: Code = error(
    "undeclared-measure",
    "A measure is named that neither the catalogue nor the narrative has",
    "\
`weight` and the `measures` of a data file name measures by their ids. An id that the catalogue does not have
and the narrative does not declare is a slip, or a measure that still has to be declared:

    [measures.welfare_calls]
    label = \"Welfare calls\"
    singular = \"welfare call\"
    plural = \"welfare calls\"
    kind = \"events\"",
);

/// None or several ways to work a figure out.
pub const NOT_ONE_DECLARATION: Code = error(
    "not-one-declaration",
    "A figure is not declared in exactly one way",
    "\
A figure is worked out in one way: `conversion`, `percent`, `ratio`, `n_of_n`, `sum`, `difference`, `average` or
`range`. With none it has no value; with several there would be two.

    [figures.contact_to_referral]
    label = \"Referrals for every 100 contacts\"
    conversion = { from = \"contacts\", to = \"referrals\" }",
);

/// What should be a figure's name has no meaning.
pub const UNREADABLE_FIGURE: Code = error(
    "unreadable-figure",
    "What should name a figure can't be read",
    "\
A figure is named by a measure or a declared figure, then what part of it in square brackets, then what to make
of it after a point: `contacts`, `contacts[2012/13]`, `contacts[source=Police].percent_of_total`.

Correct the part that the finding names. `lscb-report figures` lists every figure, ready to paste.",
);

/// A declaration uses what nobody declares.
pub const UNKNOWN_IN_DECLARATION: Code = error(
    "unknown-figure-in-declaration",
    "A figure is worked out from one that does not exist",
    "\
The declaration uses a name that is neither a measure nor another declared figure, so there is nothing to work
it out from.

Correct the name, or declare the measure under `[measures.NAME]`.",
);

/// A figure is worked out from itself.
pub const CIRCULAR_FIGURE: Code = error(
    "circular-figure",
    "Figures are worked out from each other in a circle",
    "\
Each figure of the circle waits for the next, and none can ever be had: `a` is the sum of `b` and something,
and `b` the difference between `a` and something.

Declare at least one of them from measures alone.",
);

/// A block stands both in the narrative and in a file.
pub const BLOCK_GIVEN_TWICE: Code = error(
    "block-given-twice",
    "A block is given both in the narrative and as a list",
    "\
`[lists]` says that a block is kept in a spreadsheet, and the narrative has entries of it as well. Two lists of the
same thing part from each other sooner or later, and nobody could tell which of them the counts were made from.

    [lists]
    actions = \"lists/actions.csv\"

Keep the entries in one of the two: move those of the narrative into the file, or take the line out of `[lists]`.",
);

/// A column for a key that holds several things.
pub const LIST_IN_A_CELL: Code = error(
    "list-in-a-cell",
    "A column for what one cell can't hold",
    "\
Some keys hold several texts, such as the `learning` of a review. A cell of a spreadsheet holds one, and where one
text ends and the next begins would have to be guessed.

Write the entries of that block in the narrative, or take the column out of the file:

    [[reviews]]
    title = \"Child A\"
    learning = [\"Ask fathers.\", \"Ask who else lives there.\"]",
);

/// A target is set for what has no direction that is good news.
pub const TARGET_WITHOUT_POLARITY: Code = error(
    "target-without-polarity",
    "A target is set for what has no direction that is good news",
    "\
Whether a number meets its target depends on which direction is good news. Volumes have none: fewer referrals can
mean less harm, or that fewer people speak up. So they get no colour and no verdict, and a target says nothing.

    [figures.conferences_in_time_percent]
    target = 90

Set targets for shares and times, which have a direction (`lscb-report catalogue` shows it), or say it yourself
with `polarity = \"higher\"` or `polarity = \"lower\"`.",
);

/// What is declared as amber can't be.
pub const AMBER_BEYOND_TARGET: Code = error(
    "amber-beyond-target",
    "What is declared as amber has no target, or lies beyond it",
    "\
Amber is for what nearly reaches the target, so it begins on the near side of it: where higher is better, at a number
below the target; where lower is better, at one above it.

    [figures.conferences_in_time_percent]
    target = 90
    amber = 80

Here 90% and more is green, 80% to 90% amber, and less than 80% red.",
);

/// An allowance names a finding that there is not.
pub const UNKNOWN_CODE: Code = error(
    "unknown-code",
    "An allowance names a finding that there is not",
    "\
An allowance names the finding by its code, which stands in square brackets beside its severity:

    warning[conversion-over-100]: …

    [[allow]]
    code = \"conversion-over-100\"
    reason = \"A conference may put several children on a plan.\"

Correct the code, or take the allowance out.",
);

/// An allowance is for what can't be allowed.
pub const NOT_ALLOWABLE: Code = error(
    "not-allowable",
    "An allowance is for a finding that can't be allowed",
    "\
Warnings and notes can be allowed where a reason says why they may stand. Errors can't: an error means that something
could not be read, or that a number in the report would be wrong or missing, and no reason makes it right.

Mend what the error is about, and take the allowance out.",
);

/// An allowance that no finding uses.
pub const UNUSED_ALLOWANCE: Code = Code {
    name: "unused-allowance",
    severity: Severity::Warning,
    title: "An allowance that nothing uses",
    explanation: "\
The narrative allows a finding that there is none of. Perhaps it was mended, and then the allowance would hide the next
one of its kind without anybody having looked at it; perhaps `figure` or `file` name another than was meant.

Take the allowance out, or correct it. This is told only where there are no errors, since errors can keep other findings
from being made.",
};

/// A year is named twice.
pub const REPEATED_YEAR: Code = Code {
    name: "repeated-year",
    severity: Severity::Warning,
    title: "An average or range names a year twice",
    explanation: "\
Every year of an average weighs the same, so a year that is named twice counts once, and the average is over fewer years
than the list seems to say.

    average = { of = \"contacts\", years = [\"2011/12\", \"2012/13\", \"2012/13\"] }

Take one of the two out, or name the year that was meant.",
};
