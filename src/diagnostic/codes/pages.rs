//! What can be wrong with the pages' templates: found while laying them out.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] = &[
    &UNKNOWN_TEMPLATE,
    &TEMPLATE_FAULT,
    &EMPTY_TEMPLATE_FOLDER,
    &REQUIRED_BLOCK_MISSING,
    &REFERENCE_NOT_SHOWN,
];

/// A template is asked for that there is not.
pub const UNKNOWN_TEMPLATE: Code = Code {
    name: "unknown-template",
    severity: Severity::Error,
    title: "A template is asked for that there is not",
    explanation: "\
A template decides how a page is laid out, and its name is also the name of the page's files:
`executive-summary` gives `executive-summary.md` and `executive-summary.html`. Templates are asked for by
`templates` in the narrative, or by `--template`.

Correct the name, or, where the project brings templates of its own (`template_folder`), put the new one there as
`NAME/page.md`.",
};

/// A template can't be laid out.
pub const TEMPLATE_FAULT: Code = Code {
    name: "template-fault",
    severity: Severity::Error,
    title: "A template can't be laid out",
    explanation: "\
A template is Markdown with Jinja in it, and something in this one can't be carried out: a tag that is not
closed, a name that means nothing (`{{ report.titel }}`), a filter that there is not, or a loop without end. No
page is written from it, because a page with something silently left out is worse than none.

The place shown is in the template, not in the narrative. What a template may use stands in
`report-templates/README.md`. If the place is in a template that came with the program, the fault is ours: build
with another template and report it.",
};

/// The project's template folder holds no template.
pub const EMPTY_TEMPLATE_FOLDER: Code = Code {
    name: "empty-template-folder",
    severity: Severity::Error,
    title: "The project's template folder holds no templates",
    explanation: "\
The narrative names a `template_folder`, but no Markdown file stands in it, so its pages would be laid out by the
program's own templates without anybody noticing. For a page called `our-summary`, the folder `templates` holds
`templates/our-summary/page.md`; what several pages share stands in `templates/shared/`.

Correct the name of the folder, or take the key out of the narrative.",
};

/// A template requires a block that the project does not have.
pub const REQUIRED_BLOCK_MISSING: Code = Code {
    name: "required-block-missing",
    severity: Severity::Warning,
    title: "A template requires a block that the project does not have",
    explanation: "\
Any project can be laid out by any template, and what a project lacks leaves no gap on the page. But a kind of
document may be wrong without some part: a committee expects to read which committee a report is for and what is
recommended. A template says so, by `{{ requires(\"header\", \"recommendations\") }}`, and this page lacks it.

Add the block to the narrative:

    [header]
    committee = \"Children's Scrutiny Panel\"

or build with a template that can do without it.",
};

/// A text refers to a section that is not on the page.
pub const REFERENCE_NOT_SHOWN: Code = Code {
    name: "reference-not-shown",
    severity: Severity::Warning,
    title: "A text refers to a section that is not on the page",
    explanation: "\
A text on this page refers to a section or appendix that the page does not show: the section stands only in other
templates (`only`), this template leaves out that part of the narrative, or the section says nothing. The page then
gives its title, and readers will look for it in vain.

Let the section stand in this template too, or take the reference out. A text that differs between templates can
stand in two sections, each with its own `only`.",
};
