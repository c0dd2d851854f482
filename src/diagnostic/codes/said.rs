//! What can be wrong with what the narrative says, though every part of it can be read: found before figures are put in.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(crate) const ALL: &[&Code] = &[
    &REPEATED_TEXT,
    &REPEATED_ENTRY,
    &ACRONYM_NOT_SPELT_OUT,
    &DATED_TWO_WAYS,
    &OVERDUE_ACTION,
    &DUE_NOT_A_DATE,
    &NOTHING_DONE,
    &UNTOLD_ENTRY,
    &EMPTY_SECTION,
    &SHOWN_BUT_ABSENT,
    &REPEATED_NAME,
    &CONTRIBUTION_AWAITED,
    &CONTRIBUTION_AWAITED_IN_DRAFT,
    &CONTRIBUTION_PROVISIONAL,
];

/// The same words stand twice in what one report shows.
pub const REPEATED_TEXT: Code = Code {
    name: "repeated-text",
    severity: Severity::Warning,
    title: "The same bullet or sentence stands twice",
    explanation: "\
A bullet or sentence that stands twice was nearly always copied and then forgotten: readers see it, and ask what
should have been in its place. Words are compared without regard to capitals, spaces and marks. Figures are
compared as they are written, so two sentences that differ in their figure are not the same.

For example, three bullets under one priority are pasted under the next, where other work was meant to be told.

Take one out, or say what is different. Nothing is said of short bullets, headings and remarks; of sections that
no template shows together (`only`); of what stands in two branches of one `{% if %}`; of one action with two
owners; or of a commitment that another block takes over, as when a recommendation is resolved.",
};

/// An entry of a list stands twice.
pub const REPEATED_ENTRY: Code = Code {
    name: "repeated-entry",
    severity: Severity::Warning,
    title: "An entry of a list stands twice",
    explanation: "\
The entries of a list are counted, and those of a budget or of attendance are added up. An entry that was pasted twice
is counted twice, and an agency with two rows has the sum of both:

    agency,held,attended
    Police,6,5
    Police,6,5

Delete the one that is not meant. Where both are, give each a name of its own (`Training, spring` and `Training,
autumn`). Nothing is said of two members with the same role.",
};

/// An acronym that the narrative never explains.
pub const ACRONYM_NOT_SPELT_OUT: Code = Code {
    name: "acronym-not-spelt-out",
    severity: Severity::Warning,
    title: "An acronym is used and nowhere spelt out",
    explanation: "\
The report is for everybody, and letters that practitioners use all day mean nothing to a parent or a councillor.

Spell it out where it is first used, with the letters in brackets after it, and use the letters from then on:

    An initial child protection conference (ICPC) was held.

Either order will do, on each page that has the letters: a section that stands `only` in one template spells out
nothing for another. Or add it to the glossary, and each page writes it out by itself where it uses it first, and
lists it:

    [[glossary]]
    term = \"ICPC\"
    spelt_out = \"initial child protection conference\"
    meaning = \"The meeting at which a plan is decided on.\"

Letters that nearly everybody knows, such as NHS and GP, need nothing. The best way is often to do without.",
};

/// Entries of a block agree on what they are about and not on its date.
pub const DATED_TWO_WAYS: Code = Code {
    name: "dated-two-ways",
    severity: Severity::Warning,
    title: "One thing has two dates",
    explanation: "\
Two entries of a block are about the same thing, and their dates can't both be right: a judgement of one theme by
one body, a review of one title, an action of one number. A date that is only vaguer, such as `March 2014` for
`31 March 2014`, is no contradiction.

For example, a framework is judged in `March 2012` on one page and in `March 2014` on the next.

Correct the wrong date, or take one entry out. If they are two things, let their names say so: `Focused visit` and
`Second focused visit`. Two judgements with different grades are taken for two.",
};

/// An action's day has passed and it is not done.
pub const OVERDUE_ACTION: Code = Code {
    name: "overdue-action",
    severity: Severity::Warning,
    title: "An action is past its date and not done",
    explanation: "\
The day by which the action was due is before `as_at` under `[report]`, and its status is neither `green` nor
`complete`. Whoever reads the plan will ask about it first. A month is over on its last day.

For example, `due = \"June 2025\"` with `status = \"amber\"` is overdue on 1 September 2025.

Ask the owner how it stands and update `status`, or give the new day in `due` and the reason in `comment`. If the
plan is right as it is, nothing need be done: the report is written all the same.",
};

/// An action's `due` is neither a date nor a word for having none.
pub const DUE_NOT_A_DATE: Code = Code {
    name: "due-not-a-date",
    severity: Severity::Note,
    title: "When an action is due can't be read as a date",
    explanation: "\
The report has a day from which to judge what is overdue (`as_at`), and this action's `due` names no day or month,
so the program can't tell when it has passed. `autumn 2025` ends on no particular day.

Write `30 September 2025`, `30/09/2025`, `2025-09-30` or `September 2025`, which means its last day. For work without an
end write `ongoing`, and where the day is still to be agreed `tbc`.",
};

/// A priority under which nothing was done.
pub const NOTHING_DONE: Code = Code {
    name: "nothing-done",
    severity: Severity::Warning,
    title: "A priority has nothing done under it",
    explanation: "\
The priority has no `done`, or an empty one. A report that names a priority and does not say what was done about it
leaves the reader to suppose that nothing was.

    [[priorities]]
    title = \"Neglect\"
    done = [\"Trained every health visitor in the new tool.\"]

If work has yet to begin, say that in `done` and why.",
};

/// An entry has a title and nothing beneath it.
pub const UNTOLD_ENTRY: Code = Code {
    name: "untold-entry",
    severity: Severity::Warning,
    title: "An entry has a title and nothing else to show",
    explanation: "\
An audit, a judgement, an item of the plan or a review has a title, and none of the keys that would stand beneath it.
A heading would stand alone, so the page leaves the entry out, though figures count it:

    [[reviews]]
    title = \"Child A\"

Say what there is to say, even if it is only that the review has begun; or delete the entry.",
};

/// A heading with nothing under it.
pub const EMPTY_SECTION: Code = Code {
    name: "empty-section",
    severity: Severity::Warning,
    title: "A section is empty",
    explanation: "\
The section has no text, no tables and no sections within it, and shows no block that the narrative has. Its heading
would stand alone.

Give it `text`, or let it `show` a block and write that block. If the block is still to come, leave the section out
until then.",
};

/// A section shows a block that the narrative does not have.
pub const SHOWN_BUT_ABSENT: Code = Code {
    name: "shown-but-absent",
    severity: Severity::Warning,
    title: "A section shows a block that the narrative does not have",
    explanation: "\
`show` names a block, and the narrative has no entry of that block, so the section shows less than was meant:

    [[sections]]
    title = \"Progress\"
    text = \"This is how far we came.\"
    show = [\"priorities\"]

with no `[[priorities]]` anywhere. Write the block, give it as a file under `[lists]`, or take its name out of
`show`.",
};

/// Two sections have one name.
pub const REPEATED_NAME: Code = Code {
    name: "repeated-name",
    severity: Severity::Error,
    title: "Two sections or appendices have the same name",
    explanation: "\
`name` is what text refers to: `{{ ref(\"activity\") }}` becomes the number of the section of that name. With two of one
name nobody could tell which is meant.

Give one of them another name, and correct the references to it. Sections that no template shows together (`only`)
may share a name.",
};

/// A partner's contribution is not there.
pub const CONTRIBUTION_AWAITED: Code = Code {
    name: "contribution-awaited",
    severity: Severity::Error,
    title: "A partner's contribution has not come",
    explanation: "\
The contribution has no text, so the report can't be finished. A heading with a partner's name and nothing under it
would say that the partner did nothing.

Ask the partner for it, and give the file:

    [[contributions]]
    partner = \"Police\"
    text = { file = \"text/police.md\" }

Until it comes, build with `--draft`: the report then says that it is awaited. If it will not come at all, take the
entry out, or say in its `text` that none was received.",
};

/// A partner's contribution is not there, and a draft is built.
pub const CONTRIBUTION_AWAITED_IN_DRAFT: Code = Code {
    name: "contribution-awaited-in-draft",
    severity: Severity::Warning,
    title: "A draft is built without a partner's contribution",
    explanation: "\
The contribution has no text. A draft is built all the same and says that it is awaited; together, these warnings are
the list of whom to ask. Without `--draft` each of them is the error `contribution-awaited`.

When it comes, give its `text` and set `state` to `provisional` or `final`.",
};

/// A partner's contribution may still change.
pub const CONTRIBUTION_PROVISIONAL: Code = Code {
    name: "contribution-provisional",
    severity: Severity::Note,
    title: "A partner's contribution may still change",
    explanation: "\
The contribution has come with `state = \"provisional\"`: the partner has yet to sign it off. The report is written with
it as it stands.

Ask whether it is settled before you publish, then set `state = \"final\"` or leave `state` out.",
};
