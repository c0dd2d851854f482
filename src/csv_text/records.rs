//! Separated bytes → records one after the other, for files too large to hold. The careful reader of case lists.

use std::io::{self, Read};

/// The records of a file as they are read; empty lines are passed over. Quotes may stand around any cell, with line
/// ends inside them.
pub struct Records<R> {
    reader: csv::Reader<R>,
    record: csv::ByteRecord,
}

/// One record.
#[derive(Clone, Copy, Debug)]
pub struct Record<'r> {
    /// Where it begins in what is read, in bytes; line ends before it may be counted to it.
    pub at: u64,
    cells: &'r csv::ByteRecord,
}

impl<'r> Record<'r> {
    /// How many cells it has.
    #[must_use]
    pub fn width(self) -> usize {
        self.cells.len()
    }

    /// The cell at `index`, from 0, without the quotes around it.
    #[must_use]
    pub fn cell(self, index: usize) -> Option<&'r [u8]> {
        self.cells.get(index)
    }
}

impl<R: Read> Records<R> {
    /// The records that `read` gives, whose cells are parted by `separator`.
    pub fn of(read: R, separator: u8) -> Self {
        let mut builder = csv::ReaderBuilder::new();
        let builder = builder.has_headers(false).flexible(true).delimiter(separator).buffer_capacity(1 << 16);
        Self { reader: builder.from_reader(read), record: csv::ByteRecord::new() }
    }

    /// The next record.
    ///
    /// # Errors
    /// The file can't be read on.
    pub fn next_record(&mut self) -> io::Result<Option<Record<'_>>> {
        if !self.reader.read_byte_record(&mut self.record).map_err(io::Error::from)? {
            return Ok(None);
        }
        let at = self.record.position().map_or(0, csv::Position::byte);
        Ok(Some(Record { at, cells: &self.record }))
    }
}

/// Whether what `read` gives ends while a quotation mark is still open, beginning outside of one.
///
/// # Errors
/// It can't be read on.
pub fn ends_inside_quotes(read: impl Read, separator: u8) -> io::Result<bool> {
    let mut state = Quoting::CellStart;
    for byte in io::BufReader::new(read).bytes() {
        state = state.after(byte?, separator);
    }
    Ok(state == Quoting::Quoted)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoting {
    CellStart,
    Plain,
    Quoted,
    /// Behind a quotation mark that closes the cell unless another follows.
    Closing,
}

impl Quoting {
    fn after(self, byte: u8, separator: u8) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::Closing,
            (Self::Quoted, _) | (Self::CellStart | Self::Closing, b'"') => Self::Quoted,
            (_, b'\n' | b'\r') => Self::CellStart,
            (_, byte) if byte == separator => Self::CellStart,
            _ => Self::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Records, ends_inside_quotes};

    fn read(text: &str, separator: u8) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::of(text.as_bytes(), separator);
        let mut all = Vec::new();
        while let Some(record) = records.next_record().unwrap() {
            let cells = (0..record.width()).filter_map(|index| record.cell(index));
            all.push((record.at, cells.map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()));
        }
        all
    }

    #[test]
    fn records_say_where_they_begin_and_keep_line_ends_inside_quotes() {
        let expected = vec![
            (0, vec!["a".to_owned(), "b".to_owned()]),
            (4, vec!["x\ny;".to_owned(), " 1 ".to_owned()]),
            // The empty line before it is counted to it.
            (15, vec!["\"q\"".to_owned()]),
        ];
        assert_eq!(read("a;b\n\"x\ny;\"; 1 \n\n\"\"\"q\"\"\"\n", b';'), expected);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_seen() {
        for (text, open) in [
            ("a,\"b\n", true),
            ("a,\"b\"\n", false),
            ("a,\"b\"\"\n", true),
            ("a,b\"c\n", false),
            ("\"a\n,b\"\n\"", true),
            ("", false),
        ] {
            assert_eq!(ends_inside_quotes(text.as_bytes(), b',').unwrap(), open, "{text:?}");
        }
    }
}
