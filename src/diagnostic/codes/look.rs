//! What can be wrong with how the pages are to look: the board's logo and its colour.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] =
    &[&LOGO_WITHOUT_WORDS, &UNUSABLE_LOGO, &UNREADABLE_COLOUR, &TOO_LITTLE_CONTRAST];

/// A logo without its words.
pub const LOGO_WITHOUT_WORDS: Code = Code {
    name: "logo-without-words",
    severity: Severity::Error,
    title: "The logo has no words for those who can't see it",
    explanation: "\
A page with a picture that says nothing to people who listen to it does not meet the law on accessibility. The
words are what the logo says, usually the name of the board or partnership, and not \"logo\".

Add `logo_alt` beside `logo` under `[report.look]`.",
};

/// A logo that can't be used.
pub const UNUSABLE_LOGO: Code = Code {
    name: "unusable-logo",
    severity: Severity::Error,
    title: "The logo can't be put on the page",
    explanation: "\
The logo is put inside the page, so that the page stays one file. It can be a PNG, a JPEG or an SVG of at most
100 KB. An SVG is shown as a picture: nothing in it is run, and nothing that it refers to is fetched.

Save it anew as one of these, small enough: a logo is shown 80 pixels high.",
};

/// A colour that can't be read.
pub const UNREADABLE_COLOUR: Code = Code {
    name: "unreadable-colour",
    severity: Severity::Error,
    title: "A colour is not written as six digits",
    explanation: "\
A colour is `#` and six hexadecimal digits, two each for red, green and blue, as style guides and drawing programs
give it: `#12436D`. Names such as `navy` and short forms such as `#fff` are not read.",
};

/// An accent that can't be read on the page.
pub const TOO_LITTLE_CONTRAST: Code = Code {
    name: "too-little-contrast",
    severity: Severity::Error,
    title: "The board's colour can't be read on the page",
    explanation: "\
Links and headings are set in the accent colour, and the head of the page is white on it. Text needs a contrast of
at least 4.5 to 1 (WCAG 2.2, 1.4.3), on the page's white and on the light grey behind tables' heads; an
`accent_dark` on the dark colours that the page has when a reader's screen is set to dark.

Take the nearest colour that the finding names, or another of the board's colours. Without `accent_dark`, the program
lightens the accent itself until it can be read on dark.",
};
