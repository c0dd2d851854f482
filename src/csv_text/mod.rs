//! CSV text ↔ rows of fields. The only user of the CSV library; it knows nothing of what the fields mean.
//! `rows` holds a whole text and knows where each field stands; `records` streams.

mod records;

use std::borrow::Cow;
use std::ops::Range;

use crate::model::Separator;

pub use records::{Record, Records, ends_inside_quotes};

/// One field of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// What it says, without the quotes that may stand around it.
    pub text: Cow<'t, str>,
    /// Its line in the text, from 1; that of its beginning where it has line ends in it.
    pub line: u32,
    /// Its bytes in the text, with the quotes and blanks around it.
    pub stretch: Range<usize>,
}

impl Field<'_> {
    /// What it says without the blanks around it.
    #[must_use]
    pub fn trimmed(&self) -> &str {
        self.text.trim()
    }

    /// Takes away what it says, so that it is passed over.
    pub fn empty(&mut self) {
        self.text = Cow::Borrowed("");
    }

    /// The bytes to underline: without the blanks around an unquoted field.
    #[must_use]
    pub fn marked(&self) -> Range<usize> {
        let Cow::Borrowed(text) = &self.text else { return self.stretch.clone() };
        let before = text.len().saturating_sub(text.trim_start().len());
        let start = self.stretch.start.saturating_add(before);
        start..start.saturating_add(text.trim().len())
    }
}

/// The fields of one row, at least one.
pub type Row<'t> = Vec<Field<'t>>;

/// A quote that breaks the text: what comes after it can't be told apart any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenQuote {
    /// The bytes of the field's first line, from its opening quote.
    pub stretch: Range<usize>,
    /// Whether the quote is never closed; otherwise text stands between the closing quote and the next separator.
    pub unclosed: bool,
}

/// The rows of `text`, with any line ends; empty lines are passed over. Ends after a broken quote.
#[must_use]
pub fn rows(text: &str, separator: Separator) -> Rows<'_> {
    // The library would drop a mark without saying so, and all places would be off.
    let body = text.trim_start_matches('\u{feff}');
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(byte_of(separator));
    let reader = builder.from_reader(body.as_bytes());
    let at = text.len().saturating_sub(body.len());
    Rows { reader, record: csv::StringRecord::new(), text, separator, at, line: 1, broken: false }
}

/// Every separator is one byte.
fn byte_of(separator: Separator) -> u8 {
    u8::try_from(separator.character()).unwrap_or(b',')
}

/// See [`rows`]. The library reads the fields; since it does not say where they stand, each is followed in the
/// text as it is read.
pub struct Rows<'t> {
    reader: csv::Reader<&'t [u8]>,
    record: csv::StringRecord,
    text: &'t str,
    separator: Separator,
    /// How far the text has been followed.
    at: usize,
    line: u32,
    broken: bool,
}

impl<'t> Iterator for Rows<'t> {
    type Item = Result<Row<'t>, BrokenQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        // Reading rows of any length from text in memory has no way to fail.
        let more = !self.broken && self.reader.read_record(&mut self.record).unwrap_or(false);
        if !more {
            return None;
        }
        let record = std::mem::take(&mut self.record);
        self.pass_line_ends();
        let row: Result<Row<'t>, BrokenQuote> = record.iter().map(|read| self.follow(read)).collect();
        self.record = record;
        self.broken = row.is_err();
        Some(row)
    }
}

impl<'t> Rows<'t> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn pass_line_ends(&mut self) {
        while let Some(end @ (b'\r' | b'\n')) = self.byte(self.at) {
            self.line = self.line.saturating_add(u32::from(end == b'\n'));
            self.at = self.at.saturating_add(1);
        }
    }

    /// Finds the field that was read as `read` in the text, and passes it and the separator after it.
    fn follow(&mut self, read: &str) -> Result<Field<'t>, BrokenQuote> {
        let (start, line) = (self.at, self.line);
        let (text, end) = if self.byte(start) == Some(b'"') {
            (Cow::Owned(read.to_owned()), self.end_of_quoted(start)?)
        } else {
            let end = start.saturating_add(read.len());
            (Cow::Borrowed(self.text.get(start..end).unwrap_or_default()), end)
        };
        let stretch = start..end;
        if matches!(text, Cow::Owned(_)) {
            let inside = self.text.get(stretch.clone()).unwrap_or_default();
            let ends = inside.bytes().filter(|byte| *byte == b'\n').count();
            self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        }
        self.at = end.saturating_add(usize::from(self.byte(end) == Some(byte_of(self.separator))));
        Ok(Field { text, line, stretch })
    }

    /// Where the field ends whose opening quote stands at `start`.
    fn end_of_quoted(&self, start: usize) -> Result<usize, BrokenQuote> {
        let broken = |unclosed| BrokenQuote { stretch: start..self.first_line_end(start), unclosed };
        let mut at = start.saturating_add(1);
        loop {
            let rest = self.text.get(at..).unwrap_or_default();
            let quote = at.saturating_add(rest.find('"').ok_or_else(|| broken(true))?);
            at = quote.saturating_add(1);
            if self.byte(at) != Some(b'"') {
                break;
            }
            at = at.saturating_add(1);
        }
        let after = self.text.get(at..).unwrap_or_default();
        let tail = after
            .find([self.separator.character(), '\r', '\n'])
            .and_then(|end| after.get(..end))
            .unwrap_or(after);
        if tail.trim().is_empty() { Ok(at.saturating_add(tail.len())) } else { Err(broken(false)) }
    }

    fn first_line_end(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        start.saturating_add(rest.find(['\r', '\n']).unwrap_or(rest.len()))
    }
}

/// The rows as comma-separated text, quoted where they must be, each ended by a line feed.
#[must_use]
pub fn write<R: IntoIterator<Item: AsRef<str>>>(rows: impl IntoIterator<Item = R>) -> String {
    let mut text = String::new();
    for row in rows {
        let start = text.len();
        for (position, field) in row.into_iter().enumerate() {
            text.push_str(if position == 0 { "" } else { "," });
            write_field(field.as_ref(), &mut text);
        }
        // A line with nothing on it would be passed over.
        text.push_str(if text.len() == start { "\"\"\n" } else { "\n" });
    }
    text
}

fn write_field(field: &str, to: &mut String) {
    // Every byte is looked at, as that can be done for many at once.
    let is_plain =
        field.bytes().fold(true, |plain, byte| plain & !matches!(byte, b',' | b'"' | b'\r' | b'\n'));
    if is_plain {
        to.push_str(field);
        return;
    }
    to.push('"');
    for (position, part) in field.split('"').enumerate() {
        to.push_str(if position == 0 { "" } else { "\"\"" });
        to.push_str(part);
    }
    to.push('"');
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;

    use super::{BrokenQuote, Row, write};
    use crate::model::Separator;

    fn rows(text: &str) -> super::Rows<'_> {
        super::rows(text, Separator::Comma)
    }

    fn read(text: &str) -> Vec<Row<'_>> {
        rows(text).map(|row| row.expect("no broken quote")).collect()
    }

    fn bytes(text: &str, stretch: Range<usize>) -> &str {
        text.get(stretch).expect("whole characters of the text")
    }

    #[test]
    fn every_field_knows_its_line_and_bytes() {
        let text = "a,b\r\n\r\n\"x\n, \"\"y\"\"\",  é ,\r\nlast,3";
        let fields: Vec<(String, u32, &str, &str)> = read(text)
            .into_iter()
            .flatten()
            .map(|f| (f.text.to_string(), f.line, bytes(text, f.stretch.clone()), bytes(text, f.marked())))
            .collect();
        let expected = [
            ("a", 1, "a", "a"),
            ("b", 1, "b", "b"),
            ("x\n, \"y\"", 3, "\"x\n, \"\"y\"\"\"", "\"x\n, \"\"y\"\"\""),
            ("  é ", 4, "  é ", "é"),
            ("", 4, "", ""),
            ("last", 5, "last", "last"),
            ("3", 5, "3", "3"),
        ];
        let fields: Vec<_> = fields.iter().map(|(t, l, s, m)| (t.as_str(), *l, *s, *m)).collect();
        assert_eq!(fields, expected);
    }

    #[test]
    fn a_broken_quote_ends_the_rows_and_says_where_it_opened() {
        for (text, stretch, unclosed) in [
            ("a,b\n\"c,d\ne,f\n", 4..8, true),
            ("a,b\n\"c,d\n\"e\",f\n", 4..8, false),
            ("\"a\"b,c\n1,2\n", 0..6, false),
        ] {
            let last = rows(text).last();
            assert_eq!(last, Some(Err(BrokenQuote { stretch, unclosed })), "{text}");
        }
    }

    #[test]
    fn blanks_after_a_closing_quote_break_nothing() {
        assert_eq!(read("\"a\" ,b\n").first().map(|row| row[0].text.to_string()).as_deref(), Some("a "));
    }

    #[test]
    fn fields_may_be_parted_by_semicolons_or_tabs() {
        for separator in Separator::ALL {
            let mark = separator.character();
            let text = format!("a{mark}\"b{mark}c\" {mark}d\n");
            let row = super::rows(&text, separator).next().expect("a row").expect("no broken quote");
            let cells: Vec<(&str, &str)> =
                row.iter().map(|f| (f.trimmed(), bytes(&text, f.stretch.clone()).trim())).collect();
            let quoted = format!("b{mark}c");
            assert_eq!(cells, [("a", "a"), (quoted.as_str(), format!("\"{quoted}\"").as_str()), ("d", "d")]);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            table in prop::collection::vec(prop::collection::vec("[a-z,\"\r\n é]{0,5}", 2..4), 0..5)
        ) {
            let text = write(table.clone());
            let back: Vec<Vec<String>> = read(&text)
                .into_iter()
                .map(|row| row.into_iter().map(|field| field.text.into_owned()).collect())
                .collect();
            prop_assert_eq!(back, table);
        }

        #[test]
        fn whatever_the_text_each_field_stands_where_it_says(text in "[a\",\r\né\u{feff}]{0,30}") {
            let mut reached = 0;
            for field in rows(&text).flatten().flatten() {
                let raw = bytes(&text, field.stretch.clone());
                prop_assert!(field.stretch.start >= reached);
                reached = field.stretch.end;
                let said = match raw.strip_prefix('"') {
                    Some(quoted) => quoted.trim_end().strip_suffix('"').expect("closed").replace("\"\"", "\""),
                    None => raw.to_owned(),
                };
                prop_assert_eq!(field.text.as_ref(), said);
                let line = bytes(&text, 0..field.stretch.start).matches('\n').count() + 1;
                prop_assert_eq!(usize::try_from(field.line).ok(), Some(line));
            }
        }
    }
}
