//! What can be wrong with a file as a file: found while reading the project folder.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] = &[
    &FILE_NOT_FOUND,
    &AWAITED_FILE_HAS_COME,
    &OUTSIDE_PROJECT,
    &FILE_NOT_READABLE,
    &READ_AS_WINDOWS_1252,
    &STRAY_CHARACTER,
    &WHICH_SHEET,
    &WORKBOOK_NOT_READABLE,
    &BUILD_INTERRUPTED,
    &PAGE_EDITED,
];

/// A file that the narrative names is not there.
pub const FILE_NOT_FOUND: Code = Code {
    name: "file-not-found",
    severity: Severity::Error,
    title: "A file that the narrative names is not in the project folder",
    explanation: "\
The narrative names a file, and no file of that name is in the project folder. Names are matched letter for
letter, so `Contacts.csv` is not `contacts.csv`.

Put the file there or correct the name. If somebody has yet to send it, set `state = \"awaited\"` beside
its name and build a draft with `--draft`.",
};

/// A file that is said to be awaited is there.
pub const AWAITED_FILE_HAS_COME: Code = Code {
    name: "awaited-file-has-come",
    severity: Severity::Warning,
    title: "A file that is said to be awaited is there",
    explanation: "\
The narrative says `state = \"awaited\"` of a file that is in the project folder by now. It is read, but nobody has said
whether its numbers are settled, so they count as provisional: tables mark them with [p].

Set its `state` to `provisional` while the numbers may still change, to `revised` where they were changed after they had
first been given, else to `final`.",
};

/// A path leads out of the project folder.
pub const OUTSIDE_PROJECT: Code = Code {
    name: "outside-project",
    severity: Severity::Error,
    title: "A path leads out of the project folder",
    explanation: "\
Everything that a report is made from stands in its project folder, so that the report can be made again from
that folder alone and nothing else on the computer can slip into a published page. A path may therefore not
begin with `/` or a drive letter, hold `..`, or go through a link that leads elsewhere.

Copy the file into the project folder and name it there.",
};

/// A file can't be read.
pub const FILE_NOT_READABLE: Code = Code {
    name: "file-not-readable",
    severity: Severity::Error,
    title: "A file is there but can't be read",
    explanation: "\
The file is in the project folder, but the computer would not let it be read: it may be a folder, be open in
another program, or belong to somebody else.

Close it in other programs, check that it opens in a text editor, and try again.",
};

/// A file is not UTF-8 and was read as Windows-1252.
pub const READ_AS_WINDOWS_1252: Code = Code {
    name: "read-as-windows-1252",
    severity: Severity::Note,
    title: "A file is not in UTF-8 and was read as Windows-1252",
    explanation: "\
Spreadsheets and older word processors save text in the encoding Windows-1252, in which a pound sign or a
curly quote is one byte that means nothing in UTF-8. The file was read as Windows-1252, which never fails, so
look at the pound signs, dashes and quotation marks in the report once.

To be rid of this note, save the file again as UTF-8 (in Excel: \"CSV UTF-8\").",
};

/// A control or private-use character.
pub const STRAY_CHARACTER: Code = Code {
    name: "stray-character",
    severity: Severity::Error,
    title: "A character that can't be shown",
    explanation: "\
The file holds a control character, or one from the private area that only certain fonts can draw. It would
vanish or turn into an empty box in the report. They come from copying out of word processors and from files
that are not text at all.

Delete the character and type what was meant.",
};

/// Which sheet of a workbook is meant can't be told.
pub const WHICH_SHEET: Code = Code {
    name: "which-sheet",
    severity: Severity::Error,
    title: "Which sheet of a workbook is meant can't be told",
    explanation: "\
A workbook with one sheet is read as it is. Where it has several, the narrative says which holds the data; hidden ones
are read only where they are named. Capitals and blanks make no difference.

Name the sheet beside the file:

    [[data]]
    file = \"data/scorecard.xlsx\"
    sheet = \"Scorecard\"

To read several sheets of a workbook, write a `[[data]]` for each.",
};

/// A workbook can't be read.
pub const WORKBOOK_NOT_READABLE: Code = Code {
    name: "workbook-not-readable",
    severity: Severity::Error,
    title: "A workbook can't be read",
    explanation: "\
Workbooks are read in the form that Excel has saved since 2007 (.xlsx). Those of the form before (.xls), those with a
password and those that are damaged can't be.

Open it in a spreadsheet program, take the password away where there is one, and save it as an Excel workbook (.xlsx)
or as CSV.",
};

/// The build before was killed while it exchanged the pages.
pub const BUILD_INTERRUPTED: Code = Code {
    name: "build-interrupted",
    severity: Severity::Note,
    title: "The last build was stopped before it was complete",
    explanation: "\
The program was stopped (a shutdown, a closed window) while it was replacing the pages of the report. Each page
was whole, but some were of the build before and some of the new one, so a number could differ between two pages.

This build has put that right, and nothing more needs doing. If pages were sent to somebody in between, send
them again.",
};

/// A page was changed by hand.
pub const PAGE_EDITED: Code = Code {
    name: "page-edited",
    severity: Severity::Note,
    title: "A page of the report was changed by hand since it was built",
    explanation: "\
Pages are made anew by every build, so what is written into them by hand is lost: the file in the output folder
was not as the program had left it, and has been replaced by the page as it is now made. A page that the report
no longer makes is left where it is, and the program won't touch it again.

Write into the narrative instead. To work on a page by hand, copy it to another folder first.",
};
