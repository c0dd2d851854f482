//! What people paste into tags: selectors without quotation marks, and typographic ones. Found before the
//! parser sees them, since it reads `contacts[2011-12]` as a subtraction and stops at the others.

use super::tree::{Fault, FaultKind};

/// Stands for a selector that a fault was found in, so that no second fault comes of it.
pub(super) const FAULTY: char = '\u{1}';

const DOUBLE: [char; 3] = ['\u{201C}', '\u{201D}', '\u{201E}'];
const SINGLE: [char; 3] = ['\u{2018}', '\u{2019}', '\u{201A}'];

/// The tag's text with such faults masked, byte for byte as long as before; `offset` is where it begins.
pub(super) fn mask(inner: &str, offset: usize, faults: &mut Vec<Fault>) -> String {
    let mut masked = String::with_capacity(inner.len());
    let mut quote = None;
    let mut curly_said = false;
    let mut skip_to = 0;
    for (at, character) in inner.char_indices() {
        if at < skip_to {
            continue;
        }
        match (quote, character) {
            (Some(open), c) => {
                quote = (c != open).then_some(open);
                masked.push(c);
            }
            (None, '"' | '\'') => {
                quote = Some(character);
                masked.push(character);
            }
            (None, '[') => {
                let (end, stands_for) = selector(inner, at, offset, faults);
                masked.push_str(&stands_for);
                skip_to = end;
            }
            (None, c) if DOUBLE.contains(&c) || SINGLE.contains(&c) => {
                if !curly_said {
                    let start = offset.saturating_add(at);
                    let span = start..start.saturating_add(c.len_utf8());
                    faults.push(Fault { span, kind: FaultKind::CurlyQuotes });
                }
                curly_said = true;
                // As many bytes as the typographic mark, in UTF-8 three.
                masked.push_str(if DOUBLE.contains(&c) { "\"  " } else { "'  " });
            }
            (None, c) => masked.push(c),
        }
    }
    masked
}

/// The bracket at `at`: where to go on, and what stands for what was read.
fn selector(inner: &str, at: usize, offset: usize, faults: &mut Vec<Fault>) -> (usize, String) {
    let inside_at = at.saturating_add(1);
    let plain = (inside_at, "[".to_owned());
    let name = inner.get(..at).map(name_before).unwrap_or_default();
    let rest = inner.get(inside_at..).unwrap_or_default();
    if name.is_empty() || rest.trim_start().starts_with(['"', '\'']) {
        return plain;
    }
    let Some(length) = rest.find(']') else { return plain };
    let written = rest.get(..length).unwrap_or_default();
    let curly = written.contains(DOUBLE) || written.contains(SINGLE);
    let meant =
        written.trim_matches(|c: char| c.is_whitespace() || DOUBLE.contains(&c) || SINGLE.contains(&c));
    let meant = meant.trim_matches(['"', '\'']);
    let (start, end) =
        (offset.saturating_add(inside_at), offset.saturating_add(inside_at).saturating_add(length));
    let quoted = format!("{name}[\"{meant}\"]");
    let (span, kind) = if meant.is_empty() {
        let message = format!("the square brackets after `{name}` are empty");
        (start.saturating_sub(1)..end.saturating_add(1), FaultKind::Unreadable(message))
    } else {
        (start..end, FaultKind::UnquotedSelector { quoted, curly })
    };
    faults.push(Fault { span, kind });
    let next = inside_at.saturating_add(length).saturating_add(1);
    let stands_for = match length.checked_sub(2) {
        Some(between) => format!("[\"{}\"]", FAULTY.to_string().repeat(between)),
        None => " ".repeat(length.saturating_add(2)),
    };
    (next, stands_for)
}

/// The name that a bracket follows, with the brackets before it.
fn name_before(before: &str) -> &str {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let stem = before.trim_end_matches(is_part);
    before.get(stem.len()..).unwrap_or_default()
}
