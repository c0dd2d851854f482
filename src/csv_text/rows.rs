//! A whole text → its rows, in which every field knows where it stands. Fields are borrowed from the text.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::Separator;

/// One field of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// What it says, without the quotes that may stand around it.
    pub text: Cow<'t, str>,
    /// Its line in the text, from 1; that of its beginning where it has line ends in it.
    pub line: u32,
    /// Whether quotes stand around it.
    pub quoted: bool,
    /// Its bytes in the text, with the quotes and blanks around it.
    pub stretch: Range<usize>,
}

impl<'t> Field<'t> {
    /// A field that is written as it stands.
    #[must_use]
    pub fn plain(text: &'t str, line: u32, stretch: Range<usize>) -> Self {
        Self { text: Cow::Borrowed(text), line, quoted: false, stretch }
    }

    /// What it says without the blanks around it.
    #[must_use]
    pub fn trimmed(&self) -> &str {
        let (first, last) = (self.text.as_bytes().first(), self.text.as_bytes().last());
        // Hardly any field begins or ends with a blank, and most blanks are no single byte.
        let is_mark = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        if is_mark(first) && is_mark(last) { &self.text } else { self.text.trim() }
    }

    /// Takes away what it says, so that it is passed over.
    pub fn empty(&mut self) {
        (self.text, self.quoted) = (Cow::Borrowed(""), false);
    }

    /// The bytes to underline: without the blanks around an unquoted field.
    #[must_use]
    pub fn marked(&self) -> Range<usize> {
        let length = self.trimmed().len();
        if self.quoted || length == self.stretch.len() {
            return self.stretch.clone();
        }
        let before = self.text.len().saturating_sub(self.text.trim_start().len());
        let start = self.stretch.start.saturating_add(before);
        start..start.saturating_add(length)
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
    let at = text.len().saturating_sub(text.trim_start_matches('\u{feff}').len());
    Rows { text, separator: byte_of(separator), at, line: 1, width: 0, broken: false }
}

/// Every separator is one byte.
fn byte_of(separator: Separator) -> u8 {
    u8::try_from(separator.character()).unwrap_or(b',')
}

/// See [`rows`].
#[derive(Debug)]
pub struct Rows<'t> {
    text: &'t str,
    separator: u8,
    /// How far the text has been read, in bytes.
    at: usize,
    line: u32,
    /// How many fields the last row had.
    width: usize,
    broken: bool,
}

impl<'t> Iterator for Rows<'t> {
    type Item = Result<Row<'t>, BrokenQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        self.pass_line_ends();
        if self.broken || self.at >= self.text.len() {
            return None;
        }
        let row = self.row();
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

    fn row(&mut self) -> Result<Row<'t>, BrokenQuote> {
        let mut row = Vec::with_capacity(self.width);
        loop {
            row.push(self.field()?);
            if self.byte(self.at) != Some(self.separator) {
                self.width = row.len();
                return Ok(row);
            }
            self.at = self.at.saturating_add(1);
        }
    }

    /// Reads a field, up to the separator or line end behind it.
    fn field(&mut self) -> Result<Field<'t>, BrokenQuote> {
        let (start, line) = (self.at, self.line);
        if self.byte(start) == Some(b'"') {
            let text = self.quoted()?;
            return Ok(Field { text, line, quoted: true, stretch: start..self.at });
        }
        self.at = self.end_of_field(start);
        Ok(Field::plain(self.slice(start..self.at), line, start..self.at))
    }

    /// What a quoted field says that begins here: what stands in the quotes, in which one that is meant is written
    /// twice, and the blanks behind them.
    fn quoted(&mut self) -> Result<Cow<'t, str>, BrokenQuote> {
        let opening = self.at;
        let broken = |unclosed| BrokenQuote { stretch: opening..self.first_line_end(opening), unclosed };
        let inside = opening.saturating_add(1);
        let (mut at, mut has_quotes) = (inside, false);
        let closing = loop {
            let rest = self.slice(at..self.text.len());
            let quote = at.saturating_add(rest.find('"').ok_or_else(|| broken(true))?);
            at = quote.saturating_add(1);
            if self.byte(at) != Some(b'"') {
                break quote;
            }
            (at, has_quotes) = (at.saturating_add(1), true);
        };
        let end = self.end_of_field(at);
        let behind = self.slice(at..end);
        if !behind.trim().is_empty() {
            return Err(broken(false));
        }
        let said = self.slice(inside..closing);
        let line_ends = said.bytes().filter(|byte| *byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(line_ends).unwrap_or(u32::MAX));
        self.at = end;
        if has_quotes || !behind.is_empty() {
            return Ok(Cow::Owned(format!("{}{behind}", said.replace("\"\"", "\""))));
        }
        Ok(Cow::Borrowed(said))
    }

    /// Where the next separator or line end stands; the end of the text where there is none.
    fn end_of_field(&self, start: usize) -> usize {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let separator = self.separator;
        let ends = |byte: &u8| *byte == separator || matches!(byte, b'\r' | b'\n');
        start.saturating_add(rest.iter().position(ends).unwrap_or(rest.len()))
    }

    fn first_line_end(&self, start: usize) -> usize {
        let rest = self.slice(start..self.text.len());
        start.saturating_add(rest.find(['\r', '\n']).unwrap_or(rest.len()))
    }

    fn slice(&self, stretch: Range<usize>) -> &'t str {
        self.text.get(stretch).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;

    use super::{BrokenQuote, Row};
    use crate::csv_text::write;
    use crate::model::Separator;

    fn rows(text: &str) -> super::Rows<'_> {
        super::rows(text, Separator::Comma)
    }

    fn read(text: &str) -> Vec<Row<'_>> {
        rows(text).map(|row| row.expect("no broken quote")).collect()
    }

    fn texts(row: &Row<'_>) -> Vec<String> {
        row.iter().map(|field| field.text.to_string()).collect()
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
            let back: Vec<Vec<String>> = read(&text).iter().map(texts).collect();
            prop_assert_eq!(back, table);
        }

        #[test]
        fn up_to_a_broken_quote_the_library_reads_the_same(text in "[a\", \r\né]{0,30}") {
            let mut library = csv::ReaderBuilder::new();
            let library = library.has_headers(false).flexible(true).from_reader(text.as_bytes());
            let mut expected = library.into_records().map(|record| {
                record.unwrap().iter().map(str::to_owned).collect::<Vec<String>>()
            });
            let mut whole = true;
            for row in rows(&text) {
                let expected = expected.next();
                match row {
                    Ok(row) => prop_assert_eq!(Some(texts(&row)), expected),
                    Err(_) => whole = false,
                }
            }
            prop_assert!(!whole || expected.next().is_none());
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
