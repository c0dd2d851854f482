//! Faults of TOML itself, told in plain words, and how far what was read in spite of them can be relied on.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::syntax_words::{Cause, Words, never_closes, words};
use crate::diagnostic::codes::narrative::TOML_SYNTAX;
use crate::diagnostic::{Finding, Findings};
use crate::model::{FileId, Place};

/// What is left to read once the faults of TOML are told.
pub(super) struct Soundness<'t> {
    /// The text with the lines blanked that would keep the parser from reading on; every byte keeps its offset.
    pub(super) text: Cow<'t, str>,
    file: FileId,
    faulty_lines: Vec<Range<usize>>,
    lost_from: Option<usize>,
}

impl Soundness<'_> {
    /// Whether there was no fault at all: only then is what is missing truly missing.
    pub(super) fn is_sound(&self) -> bool {
        self.faulty_lines.is_empty() && self.lost_from.is_none()
    }

    /// Whether all blocks could be read, though some of their lines may be faulty.
    pub(super) fn is_whole(&self) -> bool {
        self.lost_from.is_none()
    }

    /// Whether a finding at `place` is a fault of its own, not one that follows from a fault of TOML.
    pub(super) fn vouches_for(&self, place: Option<Place>) -> bool {
        let Some(place) = place.filter(|place| place.file == self.file) else { return true };
        let lost = self.lost_from.is_some_and(|from| place.end >= from);
        let touched = |line: &Range<usize>| place.start < line.end && line.start < place.end.max(1);
        !lost && !self.faulty_lines.iter().any(touched)
    }
}

/// What the parser made of a text: what it could read, and what it complains of.
type Parsed<'p, 't> = (&'p Spanned<DeTable<'t>>, &'p [Error]);

/// Finds every fault of TOML in `text`, which is parsed already.
pub(super) fn check<'t>(
    (file, text): (FileId, &'t str),
    parsed: Parsed<'_, '_>,
    findings: &mut Findings,
) -> Soundness<'t> {
    let mut soundness =
        Soundness { text: Cow::Borrowed(text), file, faulty_lines: Vec::new(), lost_from: None };
    let mut stops = soundness.tell(text, parsed, findings);
    let mut told = 0;
    while told != soundness.faulty_lines.len() {
        told = soundness.faulty_lines.len();
        let mut mended = std::mem::take(&mut soundness.text).into_owned();
        for line in stops {
            let blanks = " ".repeat(line.len());
            mended.replace_range(line, &blanks);
        }
        let (root, errors) = DeTable::parse_recoverable(&mended);
        stops = soundness.tell(text, (&root, &errors), findings);
        soundness.text = Cow::Owned(mended);
    }
    soundness
}

impl Soundness<'_> {
    /// Tells the faults on lines where none was told yet; gives the lines after which the parser read no further.
    fn tell(
        &mut self,
        original: &str,
        (root, errors): Parsed<'_, '_>,
        findings: &mut Findings,
    ) -> Vec<Range<usize>> {
        let is_spilt = errors.iter().any(|error| never_closes(error.message()));
        let mut faults: Vec<(Range<usize>, Words)> = errors
            .iter()
            .map(|error| {
                let words = words(error.message(), is_spilt);
                let span = error.span().unwrap_or(0..0);
                (cause(original, root.get_ref(), span, words.cause), words)
            })
            .collect();
        faults.sort_by_key(|(span, _)| span.start);

        let mut stops = Vec::new();
        for (span, words) in faults {
            if self.lost_from.is_some_and(|from| span.start >= from) {
                break;
            }
            let line = line_of(original, span.start);
            if self.faulty_lines.iter().any(|told| told.start == line.start) {
                continue;
            }
            findings.push(finding(self.file, original, &span, &line, &words));
            if words.stops_reading {
                stops.push(line.clone());
            }
            self.faulty_lines.push(line);
            if words.loses_the_rest {
                self.lost_from = Some(span.start);
            }
        }
        stops
    }
}

fn finding(file: FileId, text: &str, span: &Range<usize>, line: &Range<usize>, words: &Words) -> Finding {
    let here = text.get(line.clone()).unwrap_or_default();
    let finding = Finding::new(&TOML_SYNTAX, words.message).at(Place::new(file, span.start, span.end));
    match words.hint(here) {
        Some(hint) => finding.help(hint),
        None => finding,
    }
}

/// Where the fault is of which the parser complains at `span`.
fn cause(text: &str, root: &DeTable<'_>, span: Range<usize>, cause: Cause) -> Range<usize> {
    let values = || root.iter().map(|(_, value)| value);
    let opening = match cause {
        Cause::Here => None,
        Cause::TextEndingHere => values().find_map(|value| text_ending_at(value, span.start)),
        Cause::ListAroundHere => values().find_map(|value| open_list_around(value, text, span.start)),
    };
    opening.unwrap_or(span)
}

/// The quotation marks that open the text which ends at `end`.
fn text_ending_at(value: &Spanned<DeValue<'_>>, end: usize) -> Option<Range<usize>> {
    let (span, mut inner) = (value.span(), inner(value));
    match value.get_ref() {
        DeValue::String(_) if span.end == end => Some(span.start..span.start.saturating_add(3)),
        _ => inner.find_map(|value| text_ending_at(value, end)),
    }
}

/// The bracket that opens the outermost list or inline block around `at` that does not end with its own bracket.
fn open_list_around(value: &Spanned<DeValue<'_>>, text: &str, at: usize) -> Option<Range<usize>> {
    let (span, mut inner) = (value.span(), inner(value));
    let raw = text.get(span.clone()).unwrap_or_default();
    let is_open =
        (raw.starts_with('[') && !raw.ends_with(']')) || (raw.starts_with('{') && !raw.ends_with('}'));
    if is_open && (span.start..=span.end).contains(&at) {
        return Some(span.start..span.start.saturating_add(1));
    }
    inner.find_map(|value| open_list_around(value, text, at))
}

/// The values within a value.
fn inner<'v, 't>(value: &'v Spanned<DeValue<'t>>) -> Box<dyn Iterator<Item = &'v Spanned<DeValue<'t>>> + 'v> {
    match value.get_ref() {
        DeValue::Array(items) => Box::new(items.iter()),
        DeValue::Table(table) => Box::new(table.iter().map(|(_, value)| value)),
        _ => Box::new(std::iter::empty()),
    }
}

/// The line that holds `offset`, without its line end.
fn line_of(text: &str, offset: usize) -> Range<usize> {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
    let rest = text.get(start..).unwrap_or_default();
    let length = rest.find(['\r', '\n']).unwrap_or(rest.len());
    start..start.saturating_add(length)
}
