//! The symbols that official statistics set where a number is missing or is nearly nought.

use crate::model::{Quantity, Reason, Value};

/// Spellings that mean different things in different exports, so that only the narrative can say which.
const UNDECLARED: [&str; 17] =
    [":", "..", "...", ".", "-", "--", "–", "—", "*", "**", "#", "~", "n/a", "na", "n/k", "nk", "s"];

/// What a cell that holds a symbol means, bare or in square brackets; those that the narrative declares first.
pub(super) fn meaning(text: &str, declared: &[(String, char)]) -> Option<Value> {
    let bare = bare(text);
    let said = declared.iter().find(|(spelling, _)| spelling == text || spelling == bare);
    match said {
        // The narrative keeps `low` as one letter.
        Some((_, 'l')) => of("low"),
        Some((_, symbol)) => of(symbol.encode_utf8(&mut [0; 4])),
        None => of(bare),
    }
}

/// Whether a cell holds a symbol that has no one meaning.
pub(super) fn is_undeclared(text: &str) -> bool {
    UNDECLARED.contains(&bare(text).to_lowercase().as_str())
}

fn bare(text: &str) -> &str {
    text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map_or(text, str::trim)
}

fn of(symbol: &str) -> Option<Value> {
    let is = |name: &str| symbol.eq_ignore_ascii_case(name);
    if is("c") {
        Some(Err(Reason::Confidential))
    } else if is("x") {
        Some(Err(Reason::NotAvailable))
    } else if is("z") {
        Some(Err(Reason::NotApplicable))
    } else if is("u") {
        Some(Err(Reason::Unreliable))
    } else if is("low") || is("k") {
        Some(Ok(Quantity::nearly_nought()))
    } else {
        None
    }
}
