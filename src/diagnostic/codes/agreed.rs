//! What can be wrong between a report and what the board has published or agreed before.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(crate) const ALL: &[&Code] = &[
    &NOT_A_FILE_OF_FIGURES,
    &DIFFERS_FROM_PUBLISHED,
    &SIGN_OFF_BROKEN,
    &CHANGED_AFTER_SIGN_OFF,
    &NOTHING_TO_CORRECT,
];

/// `last_published` names something else.
pub const NOT_A_FILE_OF_FIGURES: Code = Code {
    name: "not-a-file-of-figures",
    severity: Severity::Error,
    title: "What `last_published` names is no file of figures",
    explanation: "\
`last_published` names the `figures.json` of an earlier report, so that the program can tell where this year's data give
its figures differently. The file that it names is something else, or was written in a form that this version does not
read.

    [report]
    last_published = \"../2012-13/report/figures.json\"

Name the file that was built with the earlier report. If there is none, take the line out.",
};

/// This year's data give last year's figures differently.
pub const DIFFERS_FROM_PUBLISHED: Code = Code {
    name: "differs-from-published",
    severity: Severity::Warning,
    title: "This year's data give last year's figures differently from what was published",
    explanation: "\
Figures are counted again when cases are recorded late or duplicates are found, and populations are revised. A reader who
lays the two reports side by side will see that they differ, and should not have to guess why.

For example, 690 children were on a plan according to last year's report, and this year's data give 674 for the same day.

Say so where the figure stands: `{{ children_on_plan.previous | as_published }}` gives \"690 as published; now 674\". If
the new number is wrong, correct the data.",
};

/// The record of a sign-off is not what it was.
pub const SIGN_OFF_BROKEN: Code = Code {
    name: "sign-off-broken",
    severity: Severity::Error,
    title: "The record of the sign-off is not what it was",
    explanation: "\
The folder `signed-off` holds the figures as they were agreed and the record of who agreed them. One of the two has been
changed or can't be read, so the report can no longer be held against what was agreed.

Put the folder back as it was, from version control or a copy. If the report is to be agreed anew, delete the folder and
run `lscb-report sign-off`.",
};

/// A figure that was agreed is another now.
pub const CHANGED_AFTER_SIGN_OFF: Code = Code {
    name: "changed-after-sign-off",
    severity: Severity::Error,
    title: "A figure or its target has changed since the report was signed off",
    explanation: "\
The report was agreed with this figure, and the data now give another; or with this target, and the figure is now held
against another, which can turn red into green. What was agreed may be corrected, but readers are told.

    [[corrections]]
    figure = \"contacts\"
    text = \"Contacts made at night had been left out.\"

Every page then says under \"Corrections\" what the figure was and what it is. If the change was not meant, put the data
back as they were.",
};

/// A correction of a figure that has not changed.
pub const NOTHING_TO_CORRECT: Code = Code {
    name: "nothing-to-correct",
    severity: Severity::Warning,
    title: "A correction is of a figure that has not changed",
    explanation: "\
The correction names a figure that is what it was when the report was signed off, or that was not in it, so the page
would say that nothing became nothing.

Take the correction out, or name the figure that it is about.",
};
