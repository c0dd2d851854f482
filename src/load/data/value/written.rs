//! The text of a value cell → the number as it is written, before anything is known of what it counts.

use crate::model::Ratio;

use super::ValueFault;

/// How far a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// `1,234`.
    Exactly,
    /// `~1800`.
    About,
    /// `>20`.
    MoreThan,
    /// `>=20`.
    AtLeast,
    /// `<5`.
    LessThan,
    /// `<=5`.
    AtMost,
}

/// A number with its signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// How far it is meant.
    pub(super) bound: Bound,
    /// The number that is written.
    pub(super) number: Ratio,
    /// Whether a percent sign stands behind it.
    pub(super) percent: bool,
    /// Whether a pound sign stands before it.
    pub(super) pounds: bool,
}

/// What may stand before a number, longer signs first.
const SIGNS: [(&str, Bound); 15] = [
    (">=", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    (">", Bound::MoreThan),
    ("<=", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("<", Bound::LessThan),
    ("~", Bound::About),
    ("≈", Bound::About),
    ("circa ", Bound::About),
    ("approximately ", Bound::About),
    ("approx. ", Bound::About),
    ("approx ", Bound::About),
    ("about ", Bound::About),
    ("c. ", Bound::About),
    ("c.", Bound::About),
];

impl Written {
    /// Reads a trimmed cell.
    pub(super) fn parse(text: &str) -> Result<Self, ValueFault> {
        let (bound, rest) = signed(text);
        let (negative, rest) = stripped(rest, &["-", "\u{2212}"]);
        let (pounds, rest) = stripped(rest, &["£"]);
        let (percent, rest) = rest.strip_suffix('%').map_or((false, rest), |rest| (true, rest.trim_end()));
        let size = number(rest)?;
        let number = if negative { Ratio::ZERO.minus(size).ok_or(ValueFault::TooLong)? } else { size };
        Ok(Self { bound, number, percent, pounds })
    }
}

fn signed(text: &str) -> (Bound, &str) {
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return (Bound::Exactly, text);
    }
    let lower = text.to_ascii_lowercase();
    let found = SIGNS.iter().find(|(sign, _)| lower.starts_with(sign));
    // Lowering ASCII letters moves no byte.
    let rest = found.and_then(|(sign, _)| text.get(sign.len()..));
    (found.map_or(Bound::Exactly, |(_, bound)| *bound), rest.unwrap_or(text).trim_start())
}

fn stripped<'t>(text: &'t str, signs: &[&str]) -> (bool, &'t str) {
    let rest = signs.iter().find_map(|sign| text.strip_prefix(sign));
    (rest.is_some(), rest.unwrap_or(text))
}

/// The blanks that number formats put between thousands, and nobody types: no-break, narrow no-break and thin ones.
pub(super) const BLANKS: [char; 3] = ['\u{A0}', '\u{202F}', '\u{2009}'];

/// Plain digits with an optional point, grouped in threes by commas or by a format's blanks, or not at all.
fn number(text: &str) -> Result<Ratio, ValueFault> {
    // As nearly all are written.
    if (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map(Ratio::whole).map_err(|_| ValueFault::TooLong);
    }
    if text.contains(BLANKS) && !text.contains(',') {
        return number(&text.replace(BLANKS, ","));
    }
    let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = whole.split(',').collect();
    if !(groups.iter().all(|group| digits(group)) && part.is_none_or(digits)) {
        return Err(ValueFault::NotANumber);
    }
    if let [first, rest @ ..] = groups.as_slice()
        && !rest.is_empty()
        && (first.len() > 3 || rest.iter().any(|group| group.len() != 3))
    {
        return Err(ValueFault::Grouping);
    }
    Ratio::parse(&text.replace(',', "")).ok_or(ValueFault::TooLong)
}
