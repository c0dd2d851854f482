//! Faults of TOML itself, told in plain words, and how far what was read in spite of them can be relied on.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use super::syntax_words::{Words, words};
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

/// Finds every fault of TOML in `text`.
pub(super) fn check<'t>(file: FileId, text: &'t str, findings: &mut Findings) -> Soundness<'t> {
    let mut soundness =
        Soundness { text: Cow::Borrowed(text), file, faulty_lines: Vec::new(), lost_from: None };
    let mut blanked = usize::MAX;
    while blanked != soundness.faulty_lines.len() {
        blanked = soundness.faulty_lines.len();
        let stops = soundness.tell(text, findings);
        let mut mended = soundness.text.into_owned();
        for line in stops {
            let blanks = " ".repeat(line.len());
            mended.replace_range(line, &blanks);
        }
        soundness.text = Cow::Owned(mended);
    }
    if soundness.is_sound() {
        soundness.text = Cow::Borrowed(text);
    }
    soundness
}

impl Soundness<'_> {
    /// Tells the faults on lines where none was told yet; gives the lines after which the parser read no further.
    fn tell(&mut self, original: &str, findings: &mut Findings) -> Vec<Range<usize>> {
        let (root, mut faults) = DeTable::parse_recoverable(&self.text);
        faults.sort_by_key(|fault| fault.span().map_or(0, |span| span.start));
        let mut stops = Vec::new();
        let spilt = faults.iter().any(|fault| fault.message().starts_with("unclosed"));
        for fault in &faults {
            let words = words(fault.message(), spilt);
            let span = opening(&words, root.get_ref(), fault).unwrap_or(fault.span().unwrap_or(0..0));
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
                self.lost_from = Some(self.lost_from.map_or(span.start, |from| from.min(span.start)));
                break;
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

/// Where the text of several lines opens that is not closed before the end of the file.
fn opening(words: &Words, root: &DeTable<'_>, fault: &Error) -> Option<Range<usize>> {
    if !words.names_its_end {
        return None;
    }
    let end = fault.span()?.start;
    let start = root.iter().find_map(|(_, value)| text_ending_at(value.get_ref(), value.span(), end))?;
    Some(start..start.saturating_add(3))
}

fn text_ending_at(value: &DeValue<'_>, span: Range<usize>, end: usize) -> Option<usize> {
    match value {
        DeValue::String(_) => (span.end == end).then_some(span.start),
        DeValue::Array(items) => {
            items.iter().find_map(|item| text_ending_at(item.get_ref(), item.span(), end))
        }
        DeValue::Table(table) => {
            table.iter().find_map(|(_, item)| text_ending_at(item.get_ref(), item.span(), end))
        }
        _ => None,
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
