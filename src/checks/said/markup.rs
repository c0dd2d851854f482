//! What in a text is not words for readers: figures and tags, code, addresses. Blanked in place, so that offsets hold.

use std::ops::Range;

/// What the template engine reads in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `{{ … }}`.
    Figure,
    /// `{% … %}`.
    Tag,
    /// `{# … #}`.
    Comment,
}

/// The figures, tags and comments of a text, in order. One that is never closed runs to the end.
pub(super) fn marks(text: &str) -> Vec<(Range<usize>, Mark)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, mark)) = next_mark(text, from) {
        let close = match mark {
            Mark::Figure => "}}",
            Mark::Tag => "%}",
            Mark::Comment => "#}",
        };
        let end = end_after(text, start + 2, close).unwrap_or(text.len());
        found.push((start..end, mark));
        from = end;
    }
    found
}

fn next_mark(text: &str, from: usize) -> Option<(usize, Mark)> {
    let rest = text.get(from..)?;
    rest.match_indices('{').find_map(|(at, _)| {
        let mark = match rest.as_bytes().get(at + 1)? {
            b'{' => Mark::Figure,
            b'%' => Mark::Tag,
            b'#' => Mark::Comment,
            _ => return None,
        };
        Some((from + at, mark))
    })
}

/// Where the next `close` after `from` ends.
fn end_after(text: &str, from: usize, close: &str) -> Option<usize> {
    Some(from + text.get(from..)?.find(close)? + close.len())
}

/// The text with its `ranges` made of `filling`, an ASCII character; line ends stay, and so does the length.
pub(super) fn filled(text: &str, ranges: &[Range<usize>], filling: u8) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in ranges {
        let within = bytes.get_mut(range.clone()).unwrap_or_default();
        within.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = filling);
    }
    // The ranges begin and end at marks of ASCII, so no character is cut in two.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The words of a text that readers see: figures, tags, code and addresses are blank.
pub(super) fn readable(text: &str) -> String {
    let marks: Vec<Range<usize>> = marks(text).into_iter().map(|(range, _)| range).collect();
    let without_marks = filled(text, &marks, b' ');
    let hidden: Vec<Range<usize>> =
        code(&without_marks).into_iter().chain(addresses(&without_marks)).collect();
    if hidden.is_empty() { without_marks } else { filled(&without_marks, &hidden, b' ') }
}

/// Fenced blocks and spans between backticks.
fn code(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find('`')).map(|at| from + at) {
        let ticks = text.get(start..).unwrap_or_default().chars().take_while(|c| *c == '`').count();
        let fence = "`".repeat(ticks);
        from = match end_after(text, start + ticks, &fence) {
            Some(end) => {
                found.push(start..end);
                end
            }
            None => start + ticks,
        };
    }
    found
}

/// The targets of links, addresses in angle brackets, and addresses that stand alone.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let targets = [("](", ')'), ("<http", '>'), ("<mailto", '>')];
    let bracketed = targets.into_iter().flat_map(|(open, close)| {
        text.match_indices(open).map(move |(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            at + 1..at + rest.find(close).unwrap_or(rest.len())
        })
    });
    let alone = ["http://", "https://", "www."].into_iter().flat_map(|open| {
        text.match_indices(open).map(|(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            at..at + rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>')).unwrap_or(rest.len())
        })
    });
    bracketed.chain(alone).collect()
}

/// Whether what stands before and what stands after `between` are in different branches of one `{% if %}`, so that
/// only one of them is ever shown.
pub(super) fn parts_branches(between: &str) -> bool {
    let mut depth = 0_i32;
    let mut parted_at: Option<i32> = None;
    for (range, mark) in marks(between) {
        let tag = between.get(range).filter(|_| mark == Mark::Tag).unwrap_or_default();
        let word = tag.trim_start_matches(['{', '%', '-', '+']).split_whitespace().next().unwrap_or_default();
        match word {
            "if" => depth += 1,
            "endif" => {
                depth -= 1;
                parted_at = parted_at.filter(|parted| depth >= *parted);
            }
            "else" | "elif" if depth <= 0 => parted_at = Some(depth),
            _ => {}
        }
    }
    parted_at.is_some()
}

#[cfg(test)]
mod tests {
    use super::{parts_branches, readable};

    #[test]
    fn what_is_no_word_for_readers_is_blank() {
        for (text, words) in [
            ("a {{ B | c }} d {% if E %}f{# G #}h", "a d f h"),
            ("a `B` c ``D`E`` f `g", "a c f `g"),
            ("[a](https://B.C/D) <https://E.F> g", "[a] ) < > g"),
            ("see www.ABC.org, or https://DEF.org/GHI (j)", "see or (j)"),
            ("é {{ B", "é"),
        ] {
            let blanked = readable(text);
            assert_eq!(blanked.len(), text.len());
            assert_eq!(blanked.split_whitespace().collect::<Vec<_>>().join(" "), words);
        }
    }

    #[test]
    fn branches_of_one_condition_exclude_each_other() {
        for (between, parted) in [
            ("", false),
            ("{% else %}", true),
            ("{%- elif x -%} a {% if y %}b{% endif %}", true),
            ("{% else %} a {% endif %}", false),
            ("{% if x %} a {% else %} b {% endif %}", false),
            ("{% if x %} a {% else %} b", false),
            ("{% endif %}{% else %}", true),
            ("{% else %}{% endif %}{% else %}", true),
        ] {
            assert_eq!(parts_branches(between), parted, "{between}");
        }
    }
}
