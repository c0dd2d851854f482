//! What can be left over from last year's report in a project that was rolled forward.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(crate) const ALL: &[&Code] = &[&CARRIED_TEXT, &CARRIED_LIST, &CARRIED_LIST_IN_DRAFT];

/// Paragraphs stand as they did last year.
pub const CARRIED_TEXT: Code = Code {
    name: "carried-text-unreviewed",
    severity: Severity::Warning,
    title: "Paragraphs of last year's report have not been reviewed",
    explanation: "\
The project was rolled forward from last year's (`new --from`), and these paragraphs, or titles that name last year,
stand as they stood then. Nobody has said that they are still true. Until somebody has, every page says at its head that it is a draft.

For example, `We trained every health visitor this year.` was true of last year.

Change what is no longer true: a paragraph that has been changed counts as reviewed. To confirm one as it stands, take
its mark out of `paragraphs` under `[carried]`; the words behind each mark say which it is. When nothing is left, take
`[carried]` out.",
};

/// A list with last year's numbers stands as it did.
pub const CARRIED_LIST: Code = Code {
    name: "carried-list-unchanged",
    severity: Severity::Error,
    title: "A list still holds last year's rows",
    explanation: "\
The list was carried over so that its headings and names need not be typed again, but its numbers are last year's: last
year's budget, last year's attendance. They must not be published as this year's.

Put this year's rows into the file. If they are truly the same, take the file's line out of `files` under `[carried]`.
Until then, build with `--draft`.",
};

/// The same, where a draft is built.
pub const CARRIED_LIST_IN_DRAFT: Code = Code {
    name: "carried-list-unchanged-in-draft",
    severity: Severity::Warning,
    title: "A draft is built with last year's rows in a list",
    explanation: "\
The list was carried over from last year's report and has not been changed since. A draft is built all the same, and
says at its head that it is one. Without `--draft` this is the error `carried-list-unchanged`.

Put this year's rows into the file, or take its line out of `files` under `[carried]`.",
};
