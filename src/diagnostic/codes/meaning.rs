//! What is readable but can't be right, or may not be: found once the figures are worked out.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] = &[
    &MONTH_NOT_SUPPLIED,
    &SNAPSHOT_DAY_NOT_SUPPLIED,
    &BREAKDOWN_EXCEEDS_TOTAL,
    &PARTS_DO_NOT_MAKE_TOTAL,
    &MONTHS_DO_NOT_MAKE_YEAR,
    &CONVERSION_OVER_100,
    &PART_ABOVE_WHOLE,
    &SPELT_TWO_WAYS,
    &UNLIKE_FIGURES,
    &SLIP_OF_TEN,
    &CATEGORY_IN_ONE_YEAR,
    &TOTAL_AMONG_PARTS,
    &DIFFERS_FROM_OFFICIAL,
    &PUBLISHED_DOES_NOT_FIT,
    &UNKNOWN_DIMENSION,
    &UNUSED_EARLIER_NAME,
];

/// Months of the report's period are missing from a monthly measure.
pub const MONTH_NOT_SUPPLIED: Code = Code {
    name: "month-not-supplied",
    severity: Severity::Warning,
    title: "A month inside the report's period has no value",
    explanation: "\
The report's period is made of months, and the data give no value for one of them or more. A month that is not
supplied is not a month with nought in it, so the total of the year is unavailable, and so is every figure that
is made from it.

For example, contacts for April to July and September to March leave August open: what the other eleven months
come to is not the year.

Ask whoever supplied the file for the month. If there really were none, write `0`. If the data simply stop
early, say so in the narrative with `data_to`; if only the year's total is known, give it as a row for the
year (`2013/14`).",
};

/// A snapshot is held within the year but not on its last day.
pub const SNAPSHOT_DAY_NOT_SUPPLIED: Code = Code {
    name: "snapshot-day-not-supplied",
    severity: Severity::Warning,
    title: "A number of children on a day is not given for the period's last day",
    explanation: "\
A snapshot says how many there are on one day, and the report gives it for the last day of its period. The data
have other days, but not that one. The day or month before it is never put in its place: a report that says
\"at 31 March\" has to mean it.

Ask for the number on the last day. If the data stop before the year's end, set `data_to` to the last month
they cover.",
};

/// The parts of a breakdown add up to more than the total.
pub const BREAKDOWN_EXCEEDS_TOTAL: Code = Code {
    name: "breakdown-exceeds-total",
    severity: Severity::Error,
    title: "The parts of a breakdown add up to more than their total",
    explanation: "\
The parts of one breakdown are given beside their total, and together they are more than it. They can be less,
where some cases fall into no category, but never more, so one of the numbers is wrong.

For example, 30 contacts from the police and 25 from schools can't be parts of 50 contacts.

Check the total and the parts against the source: a month may have slipped, or a total row may have been read as
a category. Where values are suppressed or bounded, this is found only when it is certain.",
};

/// The parts of a complete dimension do not add up to the total.
pub const PARTS_DO_NOT_MAKE_TOTAL: Code = Code {
    name: "parts-do-not-make-total",
    severity: Severity::Error,
    title: "The parts of a complete breakdown do not make their total",
    explanation: "\
The narrative or the catalogue says that this breakdown is complete: every case falls into exactly one of its
categories. Then the parts must make the total to the last one, and they do not.

For example, 993 and 453 make 1,446; a printed total of 1,445 has one case too few.

Check the numbers against the source. If a category is missing, add its row (with `0` where there were none). If
some cases have no category, add one such as `not known`, or take the breakdown out of the measure's
`complete`.",
};

/// The months, or quarters, of a year add up to something else than the year.
pub const MONTHS_DO_NOT_MAKE_YEAR: Code = Code {
    name: "months-do-not-make-year",
    severity: Severity::Error,
    title: "The months of a longer period do not add up to the number given for it",
    explanation: "\
The data give a number for a year, a quarter or another span, and also the months within it. What happens in a
year is what happens in its months, so the two must agree, and they do not. The report would print the longer
period's own number, and a table of months beside it would contradict it.

Periods that overlap must agree too: of April to September, October to March, April to December and January to
March, two pairs make the year. And where a measure has a `weight`, the percentage of a year lies between the
lowest and the highest of its months, give or take a point of rounding.

One of them is usually from another release: late entries change months that were already reported. Take both
from the same export, or leave the one out that is not used.",
};

/// A conversion says that more came out than went in.
pub const CONVERSION_OVER_100: Code = Code {
    name: "conversion-over-100",
    severity: Severity::Warning,
    title: "A conversion comes to more than 100 for every 100",
    explanation: "\
A conversion sets one stage beside the stage before it: so many referrals for every 100 contacts. Here the later
stage has more than the earlier one. That can be true, because the two need not be the same children: one
conference may put several children on a plan, and what arrived in March may be counted in April. It can also
mean that `from` and `to` stand the wrong way round, or that one of the numbers is wrong.

Check both numbers. If the two count different things (conferences and children), declare a `ratio` instead: it
says \"1.8 children for each conference\".",
};

/// A part is larger than the whole that it is declared to be part of.
pub const PART_ABOVE_WHOLE: Code = Code {
    name: "part-above-whole",
    severity: Severity::Error,
    title: "A part is larger than the whole it is declared to be part of",
    explanation: "\
A declared `percent` or `n_of_n`, or a measure's `out_of`, says that one figure is part of another, and the part is
larger than the whole: an agency that came to seven of six meetings. A percentage above 100 would be printed.

Check both numbers, and that `part` and `whole` do not stand the wrong way round. If the one is not part of the
other (they count different things, or in different periods), declare a `conversion` or a `ratio`.",
};

/// One category is written in two ways.
pub const SPELT_TWO_WAYS: Code = Code {
    name: "spelt-two-ways",
    severity: Severity::Warning,
    title: "One category is written in two ways",
    explanation: "\
Two categories of a dimension differ in capitals, blanks or apostrophes only, such as `Police` and `police`. Categories
are matched letter for letter, so each has a part of the number, and a sentence about one of them tells too few.

Write the category in one way in every file.",
};

/// A sum or difference of figures that are not of one kind.
pub const UNLIKE_FIGURES: Code = Code {
    name: "unlike-figures",
    severity: Severity::Error,
    title: "A sum or difference is declared of figures that are not of one kind",
    explanation: "\
Only like can be added to like: what happens to what happens, children to children, pounds to pounds. A percentage and a
count have no sum, and percentages themselves do not add up: 60% of one group and 40% of another are not 100% of
anything.

Declare what was meant: a `percent` or `ratio` sets different things beside one another, and percentages are added by
adding the counts that they are percentages of.",
};

/// A number is ten times, or a tenth of, what stands beside it.
pub const SLIP_OF_TEN: Code = Code {
    name: "slip-of-ten",
    severity: Severity::Warning,
    title: "A number is about ten, a hundred or a thousand times what stands beside it, or that part of it",
    explanation: "\
The months or years beside a number are alike, and the number itself is about ten times as large, or about a tenth. Such a
step is nearly always a slip of the pen: a digit typed twice or lost, a fraction for a percentage, thousands for ones. The
same is told of a rate that is many times England's, or a small part of it.

For example, 501, 4980 and 512 contacts in three months: the middle one is more likely 498.

Check it against the source. If it is true, allow it with its reason, and say in the report why it is so:

    [[allow]]
    code = \"slip-of-ten\"
    figure = \"contacts[2013-05]\"
    reason = \"The campaign of May 2013.\"",
};

/// A category has numbers in one of two years only.
pub const CATEGORY_IN_ONE_YEAR: Code = Code {
    name: "category-in-one-year",
    severity: Severity::Warning,
    title: "A category has numbers in one year and none in the other",
    explanation: "\
A category of a dimension has numbers in the report's year and none in the year before, or the other way round, while
other categories have both. Most often it was renamed: `Schools` in one year, `Education` in the next. Each would be told
as if it came from nothing, or had stopped.

Write the category in one way in both years. If there really were none, say so with `0`; if it is new, say so in the
report, and allow the finding.",
};

/// A category is the sum of all others.
pub const TOTAL_AMONG_PARTS: Code = Code {
    name: "total-among-parts",
    severity: Severity::Warning,
    title: "A category is the sum of all the others",
    explanation: "\
In every period one category is exactly what the others of its dimension come to. That is hardly chance: it is a total
that is called by a name of its own, such as `Borough`, and stands among its parts. Were it added to them, everything would
be counted twice.

Leave the cell of the category empty in its rows, which means all categories together:

    measure,period,value,team
    contacts,2013-04,9,
    contacts,2013-04,5,North
    contacts,2013-04,4,South",
};

/// The board's own figure is not the official one.
pub const DIFFERS_FROM_OFFICIAL: Code = Code {
    name: "differs-from-official",
    severity: Severity::Warning,
    title: "The board's own figure differs from the official one for the same year",
    explanation: "\
The data give a number of the board's own, and official statistics give the same number for the same year, and the two are
not equal. A small difference is usual: late entries, a provisional return. A large one means that they count different
things, such as children and not events, or that one of them is wrong. Readers who look the number up will ask.

Say in the report which of the two it gives and why they differ, or use the official one: `referrals.official`.",
};

/// A published rate or percentage that the counts held can't make.
pub const PUBLISHED_DOES_NOT_FIT: Code = Code {
    name: "published-does-not-fit",
    severity: Severity::Warning,
    title: "A rate or percentage of official statistics is none that the counts beside it can make",
    explanation: "\
Official statistics give a rate or percentage beside the counts that it is made from. Here the two do not go together,
even where the counts were rounded to tens and the rate to a decimal: a rate of 568.8 beside counts and a population that
make 569.3. For a rate that is nearly always a population that was revised after the rate was published. For a percentage
it is a file that was changed, or a column that means something else. Figures are then made from the counts, as if nothing
had been published.

Take the counts, the rates and the population from releases of the same year, and compare a changed file with the one that
was published. Where populations were revised, allow the finding: the board's rate and those of others are then all worked
out on the revised one.",
};

/// `[[categories]]` names a dimension that no data have.
pub const UNKNOWN_DIMENSION: Code = Code {
    name: "unknown-dimension",
    severity: Severity::Warning,
    title: "`[[categories]]` names a dimension that no data file has",
    explanation: "\
`[[categories]]` says which name a category of a dimension had before. No data file has a column of that name, and the
report that was last published has no such categories either, so nothing goes on under the new name.

    [[categories]]
    dimension = \"source\"
    name = \"Police\"
    was = \"Constabulary\"

Name the dimension as figures do: `source` of `contacts[\"source=Police\"]`.",
};

/// `[[categories]]` names an earlier name that nothing has.
pub const UNUSED_EARLIER_NAME: Code = Code {
    name: "unused-earlier-name",
    severity: Severity::Note,
    title: "An earlier name of a category that nothing is called by",
    explanation: "\
`[[categories]]` says what a category was called before. No data file calls it so, and neither does the report that was last
published, so the line changes nothing here. Either the name is written differently in the data, letter for letter, and the
numbers then do not go on; or the data of the years that called it so are no longer read.

Put the spelling right, or take the line out. To compare this report with an older one that used the name, keep it.",
};
