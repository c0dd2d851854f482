//! The parser's terse messages about TOML in a business manager's words.

/// A fault of TOML in plain words.
pub(super) struct Words {
    /// What is wrong.
    pub(super) message: &'static str,
    /// What to do, where the line itself gives no better hint.
    remedy: &'static str,
    /// The parser reads nothing after such a line.
    pub(super) stops_reading: bool,
    /// What comes after it belongs to no known block.
    pub(super) loses_the_rest: bool,
    /// Where it is, seen from where the parser complains.
    pub(super) cause: Cause,
}

/// Where a fault is, seen from where the parser complains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// Just there.
    Here,
    /// Where the text opens that the parser reads to there.
    TextEndingHere,
    /// Where the list or inline block opens that the parser still reads there.
    ListAroundHere,
}

impl Words {
    const fn new(message: &'static str, remedy: &'static str) -> Self {
        Self { message, remedy, stops_reading: false, loses_the_rest: false, cause: Cause::Here }
    }

    /// What to do about it on the line `here`.
    pub(super) fn hint(&self, here: &str) -> Option<String> {
        let value = here.split_once('=').map_or(here, |(_, value)| value).trim_start();
        if value.starts_with(['“', '”', '„', '‘', '’', '«']) {
            return Some(
                "a word processor has turned the quotation marks into curly ones: type straight ones, `\"`"
                    .to_owned(),
            );
        }
        if looks_like_windows_path(value) {
            return Some("write the path with `/` in place of `\\`: `\"data/contacts.csv\"`".to_owned());
        }
        (!self.remedy.is_empty()).then(|| self.remedy.to_owned())
    }
}

fn looks_like_windows_path(value: &str) -> bool {
    let inner = value.trim_start_matches(['"', '[', '{', ' ']);
    let drive = inner.get(1..3) == Some(":\\");
    value.starts_with(['"', '[', '{']) && value.contains('\\') && (drive || !value.contains(' '))
}

/// Whether the parser found the end of the file inside a list or an inline block.
pub(super) fn never_closes(message: &str) -> bool {
    message.starts_with("unclosed array,") || message.starts_with("unclosed inline table")
}

/// The parser's message in plain words; `spilt` where it also says that a list or an inline block never closes,
/// of which its other complaints about lists are then the first sign.
pub(super) fn words(message: &str, spilt: bool) -> Words {
    let has = |part: &str| message.contains(part);
    if has("unclosed table") || has("unclosed array table") {
        return Words { loses_the_rest: true, ..unclosed_heading() };
    }
    if spilt
        && (has("unclosed array")
            || has("array elements")
            || has("inline table")
            || has("key-value pairs")
            || has("in array"))
    {
        return Words { loses_the_rest: true, cause: Cause::ListAroundHere, ..spilled() };
    }
    if has("invalid multi-line") && has("expected `") && !has("characters") {
        return Words { loses_the_rest: true, cause: Cause::TextEndingHere, ..unclosed_text() };
    }
    if has("key with no value") || has("missing value for key") {
        return Words { stops_reading: true, ..no_equals() };
    }
    VALUES.iter().find(|(part, _)| has(part)).map_or_else(
        || Words::new("this line is not written as TOML asks", "compare it with a line that works"),
        |(_, [message, remedy])| Words::new(message, remedy),
    )
}

const fn spilled() -> Words {
    Words::new(
        "the list or block that opens here is never closed",
        "put the `]` or `}` that it lacks at its end, and a comma between its items",
    )
}

const fn unclosed_text() -> Words {
    Words::new(
        "the text that opens here is never closed",
        "put three quotation marks, `\"\"\"`, on a line after its end",
    )
}

const fn unclosed_heading() -> Words {
    Words::new(
        "the block's name lacks its closing bracket",
        "close it with as many brackets as it opens with: `[report]`, `[[sections]]`",
    )
}

const fn no_equals() -> Words {
    Words::new(
        "this line is not of the form `key = value`",
        "put `=` between the key and its value; text of several lines stands between `\"\"\"` marks, and a remark behind `#`",
    )
}

/// Part of the parser's message → what to say, and what to do.
const VALUES: &[(&str, [&str; 2])] = &[
    (
        "duplicate key",
        [
            "this key is given twice in its block",
            "keep one of the two lines; every `[[…]]` begins a new block",
        ],
    ),
    ("cannot extend", ["this key already has a value, so it can't also be a block", "rename one of the two"]),
    (
        "string values must be quoted",
        ["a text must stand between quotation marks", "put `\"` before and after it"],
    ),
    ("missing opening quote", ["the text lacks its opening quotation mark", "put `\"` before it"]),
    (
        "basic string, expected `\"`",
        ["the text lacks its closing quotation mark", "put `\"` at its end, on the same line"],
    ),
    (
        "literal string, expected `'`",
        ["the text lacks its closing quotation mark", "put `'` at its end, on the same line"],
    ),
    (
        "unexpected key or value",
        [
            "something stands behind the value",
            "if the text holds quotation marks, put `\\` before each of them; begin a new line for the next key",
        ],
    ),
    (
        "escaped value",
        [
            "`\\` has a meaning of its own in text, and none before this letter",
            "write `\\\\` for a backslash",
        ],
    ),
    (
        "unicode value digits",
        [
            "`\\u` or `\\x` in text must be followed by the number of a character",
            "write `\\\\` for a backslash",
        ],
    ),
    (
        "invalid boolean",
        [
            "a word stands here without quotation marks",
            "put `\"` before and after it, unless it is `true` or `false`",
        ],
    ),
    (
        "invalid date",
        [
            "this begins like a date but is none",
            "write a date as `2014-09-01`; a year or a month stands between quotation marks",
        ],
    ),
    ("invalid time", ["this begins like a time of day but is none", "write a date alone: `2014-09-01`"]),
    ("leading zero", ["a number can't begin with 0", "leave the 0 out, or put quotation marks around it"]),
    ("missing comma", ["a comma is missing between two items", "put `,` between them"]),
    ("extra comma", ["there is a comma too many", "take it out"]),
    (
        "unquoted key",
        [
            "a key is made of letters without accents, digits, `_` and `-`",
            "correct it, or put `\"` around it",
        ],
    ),
    ("invalid table", ["the block has no name", "write its name between the brackets: `[report]`"]),
    ("comment character", ["a control character stands in a remark", "delete it and type what was meant"]),
    ("characters", ["a control character stands in the text", "delete it and type what was meant"]),
    ("carriage return", ["a line ends in half a line end", "save the file again with ordinary line ends"]),
    ("recurs", ["blocks are nested too deeply", "take the innermost out"]),
];
