//! The beginning of a case list: its encoding, what parts its cells, and which row holds the headings.

use std::borrow::Cow;
use std::io;

use super::presets;
use crate::csv_text::{Field, Row, rows};
use crate::load::encoding::{Beginning, beginning, decode};
use crate::load::opened::Opened;
use crate::load::sheet::{Expected, FIRST_ROWS, find_headings, separators_in_use, tell_separator};
use crate::load::{Held, Reopenable};
use crate::model::{CaseList, Separator, fold};

/// How much is looked at, in bytes: more than any headings with what stands above them.
const HEAD: usize = 1 << 16;

/// A case list whose headings were found.
pub(super) struct Head {
    /// The text up to the headings and with them.
    pub(super) text: String,
    /// The headings.
    pub(super) headings: Vec<String>,
    /// What parts the cells.
    pub(super) separator: Separator,
    /// The byte where the first row begins; the end of the file where there is none.
    pub(super) from: u64,
}

/// The lines with which the file begins, the last of them whole: a character cut in two would pass for one of another
/// encoding.
fn lines_of(source: &dyn Reopenable) -> io::Result<Cow<'_, [u8]>> {
    let bytes = source.beginning(HEAD)?;
    let is_cut = bytes.len() == HEAD;
    let end = bytes.iter().rposition(|byte| *byte == b'\n').filter(|_| is_cut);
    let Some(end) = end.map(|last| last.saturating_add(1)) else { return Ok(bytes) };
    Ok(match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(..end).unwrap_or(bytes)),
        Cow::Owned(mut bytes) => {
            bytes.truncate(end);
            Cow::Owned(bytes)
        }
    })
}

/// The file decoded, where its encoding asks for that; none where its cells can be told from its bytes as they stand.
///
/// # Errors
/// It can't be read.
pub(super) fn decoded(source: &dyn Reopenable) -> io::Result<Option<Held>> {
    match beginning(&lines_of(source)?) {
        Beginning::Plain(_) => Ok(None),
        Beginning::Coded => {
            let mut bytes = Vec::new();
            source.open_at(0)?.read_to_end(&mut bytes)?;
            Ok(Some(Held::of(decode(&bytes).0.into_owned().into_bytes())))
        }
    }
}

/// The preset whose headings the file has, in any dialect; none where it has none's.
///
/// # Errors
/// The file can't be read.
pub(super) fn recognised(source: &dyn Reopenable) -> io::Result<Option<&'static presets::Preset>> {
    let bytes = lines_of(source)?;
    let text = decode(&bytes).0;
    let found = separators_in_use(&text).find_map(|separator| {
        let mut first = rows(&text, separator).map_while(Result::ok).take(FIRST_ROWS);
        first.find_map(|row| presets::recognise(&texts(&row)))
    });
    Ok(found)
}

/// Finds the headings; none where there are none, which is then reported.
///
/// # Errors
/// The file can't be read.
pub(super) fn find(
    opened: &mut Opened<'_>,
    source: &dyn Reopenable,
    declared: Option<Separator>,
    list: &CaseList,
) -> io::Result<Option<Head>> {
    let bytes = lines_of(source)?;
    let mark = match beginning(&bytes) {
        Beginning::Plain(mark) => mark,
        Beginning::Coded => 0,
    };
    let (text, as_windows_1252) = decode(&bytes);
    let known = Known::of(list);
    let separator = match declared {
        Some(separator) => separator,
        None => match tell_separator(opened, &text, &known) {
            Some(separator) => separator,
            None => return Ok(None),
        },
    };
    if declared.is_none() && separator != Separator::Comma {
        opened.assume(format!("its cells are parted by {}", separator.plural()));
    }
    let first: Vec<Row<'_>> = rows(&text, separator).map_while(Result::ok).take(FIRST_ROWS).collect();
    let Some(index) = find_headings(opened, &first, &known) else { return Ok(None) };
    let Some(row) = first.get(index) else { return Ok(None) };
    let end = row.last().map_or(0, |field| field.stretch.end);
    let (kept, beneath) = text.split_at_checked(end).unwrap_or((&text, ""));
    let line_ends = beneath.len().saturating_sub(beneath.trim_start_matches(['\r', '\n']).len());
    // Of Windows-1252 each character is a byte.
    let length = if as_windows_1252 { kept.chars().count() } else { kept.len() };
    let from = mark.saturating_add(length).saturating_add(line_ends);
    let headings = texts(row).into_iter().map(str::to_owned).collect();
    let from = u64::try_from(from).unwrap_or(u64::MAX);
    Ok(Some(Head { text: format!("{kept}\n"), headings, separator, from }))
}

fn texts<'r>(row: &'r Row<'_>) -> Vec<&'r str> {
    row.iter().map(Field::trimmed).collect()
}

/// Every separator is one byte.
pub(super) fn byte_of(separator: Separator) -> u8 {
    u8::try_from(separator.character()).unwrap_or(b',')
}

/// The headings that the list may have.
struct Known(Vec<String>);

impl Known {
    fn of(list: &CaseList) -> Self {
        let counts = list.counts.iter().flat_map(|count| count.headings());
        let own = counts.chain(&list.child).flat_map(|heading| heading.names.iter().map(|name| fold(name)));
        let preset = list.preset.and_then(presets::find);
        let columns = preset.into_iter().flat_map(presets::Preset::columns);
        let of_preset = columns.flat_map(|column| column.names.iter().map(|name| fold(name)));
        Self(own.chain(of_preset).collect())
    }
}

impl Expected for Known {
    fn known(&self, filled: &[&str]) -> usize {
        filled.iter().filter(|text| self.0.contains(&fold(text))).count()
    }

    /// Nobody can tell a row of a case list from a title; the headings are known by name.
    fn holds_values(&self, _: &Row<'_>) -> bool {
        false
    }

    fn is_footnote(&self, _: &Row<'_>) -> bool {
        false
    }
}
