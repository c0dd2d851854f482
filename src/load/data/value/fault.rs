//! Why a value cell can't be read: the fault, its code, its message and the way out.

use crate::diagnostic::{Code, codes::data as codes};

/// Why a cell gives no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum ValueFault {
    /// `3O4`.
    NotANumber,
    /// `1,23`.
    Grouping,
    /// More digits than are read.
    TooLong,
    /// `:`, where the narrative does not say what it means.
    UndeclaredSymbol,
    /// `12%` in a count.
    PercentOfCount,
    /// `£12` where no money is counted.
    Pounds,
    /// `-3` in a count.
    Negative,
    /// `3.5` in a count.
    NotWhole,
    /// `112` in a percentage.
    OutOfRange,
}

impl ValueFault {
    /// The code of its finding.
    pub(in crate::load) fn code(self) -> &'static Code {
        match self {
            Self::NotANumber | Self::Grouping | Self::TooLong => &codes::NOT_A_NUMBER,
            Self::UndeclaredSymbol => &codes::UNDECLARED_SYMBOL,
            Self::PercentOfCount | Self::Pounds => &codes::WRONG_KIND_OF_VALUE,
            Self::Negative => &codes::NEGATIVE_COUNT,
            Self::NotWhole => &codes::NOT_A_WHOLE_NUMBER,
            Self::OutOfRange => &codes::PERCENTAGE_OUT_OF_RANGE,
        }
    }

    /// What is wrong with the cell that says `text`.
    pub(in crate::load) fn message(self, text: &str) -> String {
        let wrong = match self {
            Self::NotANumber => "is not a number",
            Self::Grouping => "has a comma where no thousand begins",
            Self::TooLong => "has too many digits",
            Self::UndeclaredSymbol => "means different things in different exports",
            Self::PercentOfCount => "is a percentage where a count should be",
            Self::Pounds => "is an amount of money where none should be",
            Self::Negative => "is below nought, and nothing can be counted fewer than no times",
            Self::NotWhole => "is not a whole number, as a count is",
            Self::OutOfRange => "is not a percentage from 0 to 100",
        };
        format!("`{text}` {wrong}")
    }

    /// What to do about it.
    pub(in crate::load::data) fn help(self, text: &str) -> String {
        let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if self == Self::NotANumber && joined != text && joined.bytes().all(|b| b.is_ascii_digit()) {
            return format!("take the blank out of the number: `{joined}`");
        }
        let help = match self {
            Self::UndeclaredSymbol => {
                return format!(
                    "say what it means beside the file's name in the narrative: `symbols = {{ \"{text}\" = \"x\" }}` if \
                     it is not available (or c confidential, z not applicable, u unreliable, low nearly nought)"
                );
            }
            Self::NotANumber
                if text.contains(['O', 'o', 'l', 'I']) && text.contains(|c: char| c.is_ascii_digit()) =>
            {
                "look for a letter O or l typed for a nought or a one"
            }
            Self::NotANumber if text.trim_start().starts_with('"') => {
                "delete the blank before the quotation mark, which only then holds the cell together"
            }
            Self::NotANumber if is_scientific(text) => {
                "a spreadsheet writes long numbers so: give the column a number format there, and export it again"
            }
            Self::NotANumber if text.starts_with('=') => "export what the formula comes to, not the formula",
            Self::NotANumber if text.contains(|c: char| c.is_ascii_digit()) => {
                "put one number there and nothing else (`~60` where it is an estimate), or leave the cell empty where there \
                 is none"
            }
            Self::NotANumber => {
                return format!(
                    "put the number there, or leave the cell empty where there is none; if `{text}` stands for a number that \
                     is withheld or not available, say so beside the file's name in the narrative: \
                     `symbols = {{ \"{text}\" = \"c\" }}` (confidential) or `\"x\"` (not available)"
                );
            }
            Self::Grouping => "write `1,234.5` or `1234.5`",
            Self::TooLong => "at most 15 digits before the point and 9 after it are read",
            Self::PercentOfCount | Self::NotWhole => {
                "give the count itself, or make the measure one of `kind = \"percentage\"` in the narrative"
            }
            Self::Pounds => {
                "if the column is of money, say so in the narrative: a measure with `plural = \"pounds\"`; else put it right"
            }
            Self::Negative => {
                "ask the supplier for the count; a correction belongs in the month that it corrects"
            }
            Self::OutOfRange if text.starts_with(['-', '\u{2212}']) => {
                "correct the cell; no percentage of a whole is below nought (a change is worked out by the program)"
            }
            Self::OutOfRange => "correct the cell; what can pass 100 is not a percentage of a whole",
        };
        help.to_owned()
    }
}

/// Whether it is a number with an exponent: `6E+01`.
fn is_scientific(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let parts = text.split_once(['E', 'e']);
    parts.is_some_and(|(number, power)| digits(number) && digits(power.trim_start_matches(['+', '-'])))
}
