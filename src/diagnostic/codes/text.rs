//! What can be wrong with the narrative's text and the figures in it: found while the text is bound to the figures.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] = &[
    &UNKNOWN_FIGURE,
    &UNAVAILABLE_FIGURE,
    &AWAITED_FIGURE,
    &PROVISIONAL_IN_TEXT,
    &FIGURE_WITHOUT_MEANING,
    &UNQUOTED_SELECTOR,
    &TYPOGRAPHIC_QUOTES,
    &UNREADABLE_SELECTOR,
    &UNKNOWN_SUFFIX,
    &OPERATOR_ON_FIGURE,
    &NOT_ALLOWED_IN_TEXT,
    &UNREADABLE_TAG,
    &UNKNOWN_FILTER,
    &UNKNOWN_TEST,
    &WRONG_ARGUMENTS,
    &FILTER_DOES_NOT_FIT,
    &UNDECIDED_QUESTION,
    &UNKNOWN_WORD,
    &UNKNOWN_REFERENCE,
    &UNKNOWN_PARTS,
    &COMPARATOR_NOT_HELD,
    &CHART_NOT_POSSIBLE,
    &FIGURE_IN_PLAIN_TEXT,
    &RAW_HTML,
    &EMPTY_CELL,
    &PICTURE_IN_TEXT,
    &UNSAFE_LINK,
    &TEXT_TOO_LONG,
];

const fn error(name: &'static str, title: &'static str, explanation: &'static str) -> Code {
    Code { name, severity: Severity::Error, title, explanation }
}

/// A name that no figure has.
pub const UNKNOWN_FIGURE: Code = error(
    "unknown-figure",
    "The text names a figure that does not exist",
    "\
Text may only name figures that the data or the narrative give. Most often a letter is wrong, or a category is
written otherwise than in the data.

    There were {{ contcts }}.                           no such measure
    {{ contacts[\"source=Polcie\"] }} came from the police.   no such category

`lscb-report figures` lists every figure with its value, ready to paste.",
);

/// A figure that can't be had, used without provision.
pub const UNAVAILABLE_FIGURE: Code = error(
    "unavailable-figure",
    "The text uses a figure that can't be had",
    "\
The figure has a meaning, but the data do not reach to it: a month is missing, the source keeps it confidential,
or somebody has yet to send it. A report must never print a blank or a guess in its place, so the build stops.

There are three ways out. Supply the data. Or say in the text what to print instead:

    {{ contacts | counted | otherwise(\"The number of contacts is not yet known\") }}
    {% if contacts is available %}There were {{ contacts | counted }}.{% endif %}

Or, while data are still awaited, build a draft with `--draft`, in which such figures show as `[awaited: …]`.",
);

/// A figure shown as awaited in a draft.
pub const AWAITED_FIGURE: Code = Code {
    name: "awaited-figure",
    severity: Severity::Note,
    title: "A figure shows as awaited in this draft",
    explanation: "\
The draft was built although a figure of its text can't be had yet. In its place the page says `[awaited: …]`,
with who it is awaited from where the narrative says so. These notes together are the list of what is missing.

Built without `--draft`, each of them is an error.",
};

/// Figures of the text are provisional and the text does not say so.
pub const PROVISIONAL_IN_TEXT: Code = Code {
    name: "provisional-in-text",
    severity: Severity::Note,
    title: "The text gives provisional figures and does not say so",
    explanation: "\
The figures are made from a file of which the narrative says `state = \"provisional\"`: late entries may still change them.
Tables mark such numbers with [p] and explain the mark. A sentence has no marks, so it is for the text to say once where
readers meet them:

    There were {{ self_harm_admissions | counted }}{% if self_harm_admissions is provisional %} (provisional){% endif %}.

The question is answered from `state`, so the words go by themselves when the file is final. Asked of one figure, it
counts for all that are made from the same file.",
};

/// A figure whose suffix has no meaning for it.
pub const FIGURE_WITHOUT_MEANING: Code = error(
    "figure-without-meaning",
    "The text asks for a figure that has no meaning",
    "\
Every part of the name is known, but together they mean nothing: a snapshot has no average month, and the whole
is no percentage of itself.

    {{ children_on_plan.per_month }}        a snapshot is counted on one day
    {{ contacts.percent_of_total }}         name a category: {{ contacts[\"source=Police\"].percent_of_total }}

Name the figure that was meant; `lscb-report figures` lists those that there are.",
);

/// A selector without quotation marks.
pub const UNQUOTED_SELECTOR: Code = error(
    "unquoted-selector",
    "A selector in square brackets is not in straight quotation marks",
    "\
What selects a part of a figure stands in straight quotation marks. Without them `contacts[2011-12]` would be a
subtraction, and a category with a space could not be written at all.

    {{ contacts[2011-12] }}              wrong
    {{ contacts[“source=Police”] }}      wrong: these are typographic quotation marks
    {{ contacts[\"2011-12\"] }}            right
    {{ contacts[\"source=Police\"] }}      right

In a text between `\"\"\"` in `narrative.toml`, the marks need nothing before them.",
);

/// Typographic quotation marks around an argument.
pub const TYPOGRAPHIC_QUOTES: Code = error(
    "typographic-quotes",
    "Typographic quotation marks stand where straight ones must",
    "\
Word processors turn straight quotation marks into curly ones. In the sentences of a report those are right;
between `{{` and `}}` only straight ones are read.

    {{ contacts | otherwise(“not yet known”) }}      wrong
    {{ contacts | otherwise(\"not yet known\") }}      right

Type the marks again in a plain text editor.",
);

/// A selector that means nothing.
pub const UNREADABLE_SELECTOR: Code = error(
    "unreadable-selector",
    "A selector is neither a period nor a category",
    "\
In square brackets stands a period (`2012-05`, `2012/13`, `2014-03-31`, `2010-04 to 2011-02`) or a category with
its dimension (`source=Police`), or several of these parted by commas, each dimension once.

    {{ contacts[\"Police\"] }}             which dimension?
    {{ contacts[\"source=Police\"] }}      right
    {{ contacts[\"May 2012\"] }}           in names, periods have one form
    {{ contacts[\"2012-05\"] }}            right",
);

/// An unknown word after a point.
pub const UNKNOWN_SUFFIX: Code = error(
    "unknown-suffix",
    "The word after the point is none that a figure can have",
    "\
After a figure's name and a point stands one of a few fixed words that make another figure of it: `previous`,
`change`, `change_percent`, `per_month`, `peak`, `is_highest`, `per_10000`, `percent_of_population`,
`percent_of_total`.

    {{ contacts.last_year }}      wrong
    {{ contacts.previous }}       right

To put a figure into other words, use a filter: `{{ contacts | compared }}`.",
);

/// Arithmetic or comparison in text.
pub const OPERATOR_ON_FIGURE: Code = error(
    "operator-on-figure",
    "The text works something out",
    "\
A number worked out in a sentence could not be traced to the data, would lose its doubt (more than 20, times two,
is what?) and would stand in no table. So text only names figures, and `[figures]` declares those that need
working out:

    [figures.contact_to_referral]
    label = \"Referrals for every 100 contacts\"
    conversion = { from = \"contacts\", to = \"referrals\" }

    Of every 100 contacts, {{ contact_to_referral }} became referrals.

Instead of comparing figures, ask about them: `{% if contacts is rise %}`, `is fall`, `is unchanged`,
`is available`.",
);

/// Something of the template language that has no place in text.
pub const NOT_ALLOWED_IN_TEXT: Code = error(
    "not-allowed-in-text",
    "The text uses something that belongs into templates",
    "\
The narrative's text knows two things: figures between `{{` and `}}`, with filters, and choices between
`{% if … %}` and `{% endif %}`. Loops, macros, calls, names that are set and other templates are for those who
write templates; in text they would hide which figures a sentence uses.

Write the words out. For lists of things, use the narrative's blocks, which templates lay out.",
);

/// A tag that can't be read.
pub const UNREADABLE_TAG: Code = error(
    "unreadable-tag",
    "What stands between the braces can't be read",
    "\
A figure stands between two pairs of braces, with its filters after upright strokes; a choice begins with
`{% if … %}`, may have `{% elif … %}` and `{% else %}`, and ends with `{% endif %}`.

    {{ contacts | counted }}
    {% if contacts is rise %}more{% else %}fewer or as many{% endif %}

Often a brace, a quotation mark or an `{% endif %}` is missing, or a word too many stands inside.",
);

/// A filter that does not exist.
pub const UNKNOWN_FILTER: Code = error(
    "unknown-filter",
    "The text uses a filter that does not exist",
    "\
After an upright stroke stands a filter: one of a fixed set of ways to put a figure into words.

    {{ contacts | compard }}       wrong
    {{ contacts | compared }}      right

The README lists all filters, each with an example.",
);

/// A test that does not exist.
pub const UNKNOWN_TEST: Code = error(
    "unknown-test",
    "The text asks a question that does not exist",
    "\
After `is` stands one of a few questions that the data can answer: `available`, `rise`, `fall`, `unchanged`, or
these with `not` before them.

    {% if contacts is higher %}      wrong
    {% if contacts is rise %}        right",
);

/// A filter's arguments are not those that it takes.
pub const WRONG_ARGUMENTS: Code = error(
    "wrong-arguments",
    "A filter has not the arguments that it takes",
    "\
Some filters need something in brackets after their name, most need nothing.

    {{ contacts | otherwise }}                       otherwise what?
    {{ contacts | otherwise(\"not yet known\") }}      right
    {{ contacts | counted(2) }}                      `counted` takes nothing

Words stand in straight quotation marks, figures and numbers without.",
);

/// A filter or test that has no meaning for the figure.
pub const FILTER_DOES_NOT_FIT: Code = error(
    "filter-does-not-fit",
    "A filter or question has no meaning for this figure",
    "\
Each way to put a figure into words needs figures of a certain sort: `per_hundred` a conversion or a percentage,
`of_whole` a part of something, `compared` a number that has a year before, `highest_since` a month. And what
has been made into words once can't be made into words again.

    {{ contacts | per_hundred }}                 contacts are counted, not per 100 of anything
    {{ contact_to_referral | per_hundred }}      right

Words for a figure itself are untrue of its change: 176 fewer contacts are not \"176 contacts\".

    {{ contacts.change | counted }}              a change is no number of contacts
    {{ contacts | compared }}                    right: the figure and how it moved
    {{ contacts | change_in_words }}             right: the change alone",
);

/// A question that the data don't decide.
pub const UNDECIDED_QUESTION: Code = error(
    "undecided-question",
    "The data do not decide a question of the text",
    "\
A figure may be known only roughly: more than 20, fewer than 5. Whether it rose or fell may then be open, and
the program does not guess.

    {% if children_on_plan is rise %}      more than 20 now, 25 the year before: nobody can tell

Write a sentence that is true either way; `{{ children_on_plan | compared }}` gives both numbers in such a case.",
);

/// A field of `report` or `terms` that is not given.
pub const UNKNOWN_WORD: Code = error(
    "unknown-word",
    "The text uses a word that the narrative does not give",
    "\
`report.…` and `terms.…` stand for what `[report]` and `[terms]` say. Here one is used that is not given there,
or its name is misspelt.

    {{ terms.leader }} needs    [terms]
                                leader = \"chair\"

Where it may be missing, ask first: `{% if report.website %}See {{ report.website }}.{% endif %}`",
);

/// A reference to a name that no section has.
pub const UNKNOWN_REFERENCE: Code = error(
    "unknown-reference",
    "The text refers to a section or appendix that does not exist",
    "\
Text refers to other parts of the report by their names, so that the reference stays right whatever is added or
moved: in a numbered page it says \"section 3\", in others the section's title.

    The figures are in {{ ref(\"activty\") }}.

    [[sections]]
    title = \"Safeguarding activity\"
    name = \"activity\"

Here a letter is missing. The name stands under `name` in a section, a section within one, or an appendix; where
there is none yet, add it.",
);

/// Braces in a plain field.
pub const FIGURE_IN_PLAIN_TEXT: Code = error(
    "figure-in-plain-text",
    "A figure stands in a title or label, where none can be",
    "\
Titles, captions, names and labels are shown as they are written: figures are read in prose alone. The braces
would be printed.

    title = \"Our {{ contacts }} contacts\"      would show the braces
    title = \"Contacts\"                         right; the number belongs into the text",
);

/// HTML in prose.
pub const RAW_HTML: Code = error(
    "raw-html",
    "The text holds HTML",
    "\
Text is Markdown. HTML in it would not reach the page, since a report that is made from many people's files must
not carry whatever one of them pasted. HTML comments are HTML too.

    <b>important</b>      wrong
    **important**         right

An angle bracket that is meant as itself is written `\\<`.",
);

/// A cell with nothing in it.
pub const EMPTY_CELL: Code = Code {
    name: "empty-cell",
    severity: Severity::Warning,
    title: "A cell of a table in the text is empty",
    explanation: "\
An empty cell leaves readers guessing: was there nothing, was it not counted, or was it forgotten? Who listens to the
table hears only \"blank\". The heading of the first column needs its words as well.

    | Training | Sessions |  |          wrong
    | Training | Sessions | Comment |   right
    | Neglect  | none     | no data |   right

Say in words why there is nothing: `none`, `no data`, `not applicable`.",
};

/// A picture in prose.
pub const PICTURE_IN_TEXT: Code = error(
    "picture-in-text",
    "The text holds a picture",
    "\
A report is one file that needs no network and can be read aloud. A picture in the text would have to be fetched
from elsewhere, and often has no words for those who can't see it.

Say in words what the picture shows, or link to the page where it stands.",
);

/// A link that a page may not carry.
pub const UNSAFE_LINK: Code = error(
    "unsafe-link",
    "A link leads somewhere that a published page may not",
    "\
Links lead to web addresses (`https://…`), mail addresses (`mailto:…`), telephone numbers (`tel:…`) or places in
the page. Others, such as a path on somebody's computer or a `javascript:` address, are dead or dangerous for
readers.

    [the plan](C:\\Users\\me\\plan.docx)             wrong
    [the plan](https://www.example.org/plan)      right",
);

/// A text longer than any report's.
pub const TEXT_TOO_LONG: Code = error(
    "text-too-long",
    "One text is longer than a report can be",
    "\
A single text of more than a million characters is not prose: most likely a wrong file is named, or something was
pasted many times. The limit keeps the program from being brought to a halt by one file.

Look at what the text holds, and split it into sections if it is meant.",
);

/// A chart asks for parts that a figure does not have.
pub const UNKNOWN_PARTS: Code = Code {
    name: "unknown-parts",
    severity: Severity::Error,
    title: "A chart asks for parts that its figure does not have",
    explanation: "\
A chart shows a figure by `month`, by `year`, or by a dimension: a column of categories in the data, such as
`source`. The data hold no categories of that name for the figure.

Look at the headings of the data file, or list what there is with `lscb-report figures`.",
};

/// A table has a column for those of whom nothing is held.
pub const COMPARATOR_NOT_HELD: Code = error(
    "comparator-not-held",
    "A table asks for England, the region or neighbours, and nothing is held of them",
    "\
The columns `England`, `region` and `neighbours` show what official open data give for the figures of the rows. For
none of the rows is there such a number: no open data were read, the neighbours are not named, the data do not reach
to the report's year, or the rows are counts, which areas of different size can't be compared by.

Supply the open data, name the neighbours under `[benchmarks]`, ask for rates (`referrals.per_10000`) or for a year
that is published (`referrals[\"2023/24\"].per_10000`), or take the column out.",
);

/// A chart that can't be drawn from what is held.
pub const CHART_NOT_POSSIBLE: Code = error(
    "chart-not-possible",
    "A chart can't be made as it is asked for",
    "\
A chart shows a `figure` `by` month, year or a dimension, or the `steps` of a journey:

    { figure = \"contacts\", by = \"month\" }
    { steps = [\"contacts\", \"referrals\", \"plans_started\"] }

Its figures are single numbers (counts, percentages, rates), of which at least one can be had. From each step to the
next leads a figure that tells how many there were for every 100 of the step before: the standard ones are listed by
`lscb-report figures`, and others are declared under `[figures.NAME]` with `conversion`.",
);
