//! Every scanner shows the same rows on the same lines, wherever blocks begin and end.

use proptest::prelude::*;

use super::{Rows, Visit, careful, visit_in_blocks, visit_in_order};
use crate::hash::fingerprint;
use crate::load::Held;

/// What a visitor was shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Row(u64, Vec<String>),
    Ragged(u64, usize),
    Unclosed(u64),
}

#[derive(Default)]
struct Seen(Vec<Shown>);

impl Visit for Seen {
    fn row(&mut self, line: u64, cells: &[&[u8]]) {
        self.0.push(Shown::Row(line, cells.iter().map(|cell| cell.escape_ascii().to_string()).collect()));
    }

    fn ragged(&mut self, line: u64, width: usize) {
        self.0.push(Shown::Ragged(line, width));
    }

    fn unclosed(&mut self, line: u64) {
        self.0.push(Shown::Unclosed(line));
    }
}

/// A table, read from byte `from` on.
#[derive(Clone, Debug)]
struct Table {
    bytes: Vec<u8>,
    from: u64,
    separator: u8,
    width: usize,
    wanted: Vec<usize>,
}

impl Table {
    fn rows<'t>(&'t self, source: &'t Held) -> Rows<'t> {
        let Self { from, separator, width, .. } = *self;
        Rows { source, from, separator, width, wanted: &self.wanted }
    }

    /// What one careful reader is shown, sorted.
    fn carefully(&self) -> Vec<Shown> {
        let source = Held::of(self.bytes.clone());
        let mut seen = Seen::default();
        careful(self.rows(&source), &mut seen).unwrap();
        seen.0.sort();
        seen.0
    }

    /// What one reader of blocks is shown, sorted.
    fn in_order(&self) -> Vec<Shown> {
        let source = Held::of(self.bytes.clone());
        let mut seen = Seen::default();
        assert_eq!(visit_in_order(self.rows(&source), &mut seen).unwrap(), fingerprint(&self.bytes));
        seen.0.sort();
        seen.0
    }

    /// What the readers of blocks of `size` bytes are shown, sorted.
    fn in_blocks(&self, size: usize) -> Vec<Shown> {
        let source = Held::of(self.bytes.clone());
        let shares = visit_in_blocks(self.rows(&source), size, &Seen::default).unwrap();
        assert_eq!(shares.fingerprint, fingerprint(&self.bytes));
        let mut all: Vec<Shown> = shares.visitors.into_iter().flat_map(|seen| seen.0).collect();
        all.sort();
        all
    }
}

fn table(bytes: &[u8], width: usize, wanted: &[usize]) -> Table {
    Table { bytes: bytes.to_vec(), from: 0, separator: b',', width, wanted: wanted.to_vec() }
}

#[test]
fn line_ends_inside_quotation_marks_part_no_rows_at_any_size_of_block() {
    let text = b"a,b\r\n\"x\r\n1,2\n\",\"say \"\"no\"\"\"\r\n\r\n3,4,5\n6,\"7\n8\"";
    let row = |line, cells: [&str; 2]| Shown::Row(line, cells.map(str::to_owned).to_vec());
    let expected = [
        row(1, ["b", "a"]),
        row(2, ["say \\\"no\\\"", "x\\r\\n1,2\\n"]),
        row(7, ["7\\n8", "6"]),
        Shown::Ragged(6, 3),
    ];
    for size in 1..80 {
        assert_eq!(table(text, 2, &[1, 0]).in_blocks(size), expected, "in blocks of {size}");
    }
}

#[test]
fn marks_that_do_not_stand_as_they_should_are_read_as_the_careful_reader_reads_them() {
    for text in [
        &b"5\" pipe,x\n1,2\n"[..],
        b"\"a\" b,c\n1,2\n",
        b"\"a\" ,c\n1,2\n",
        b" \"a\",c\n1,2\n",
        b"a\rb,c\r\r\nd,e\r",
        b"a,\"b\n1,2\n",
        b"a,\"b\r",
        b"a,\"\"\n\"\"\n\"\"\"\",b",
        b"\xEF\xBB\xBFa,b\n",
        b"\xEF\xBB\xBF\n\r\na,b\n",
        b"\xEF\xBB\xBF\xEF\xBB\xBFa,b\n",
        // Rows of blanks, of a kind that is none in most tables.
        b"\x0C\x0C,\n,\x0C\n\r ,\"\n\"\n",
        b"",
        b"\n\n",
    ] {
        for size in 1..20 {
            let table = table(text, 2, &[0, 1]);
            assert_eq!(table.in_blocks(size), table.carefully(), "{} in {size}", text.escape_ascii());
        }
    }
}

#[test]
fn a_mark_that_is_never_closed_does_not_take_all_memory() {
    let mut bytes = b"a,\"b\n".to_vec();
    bytes.resize(10 << 20, b'x');
    let source = Held::of(bytes);
    let rows = Rows { source: &source, from: 0, separator: b',', width: 2, wanted: &[0] };
    let why = visit_in_blocks(rows, 1 << 18, &Seen::default).err().unwrap().to_string();
    assert_eq!(why, "a row of it is longer than 4 MiB; look for a quotation mark that is never closed");
}

#[test]
fn in_a_file_that_is_read_in_order_a_mark_that_is_never_closed_is_found_wherever_it_is() {
    let mut table = table(b"a,b\n1,\"2\n", 2, &[0]);
    table.bytes.resize(5 << 20, b'x');
    assert_eq!(table.in_order(), table.carefully());
}

/// Bytes in which quotes, separators and line ends are common, and stretches without any long enough for whole steps.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => "[a,;\t\"\r\n\x0C 1\u{e9}]{0,12}".prop_map(String::into_bytes),
        2 => "[a-z1-9]{0,4},[a-z ]{0,9},\"[a-z\n,]{0,9}(\"\")?\"\r?\n".prop_map(String::into_bytes),
        1 => (0_usize..150).prop_map(|length| vec![b'x'; length]),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn tables() -> impl Strategy<Value = Table> {
    let separator = prop_oneof![4 => Just(b','), 1 => Just(b';'), 1 => Just(b'\t')];
    let wanted = (1_usize..5).prop_flat_map(|width| (Just(width), prop::collection::vec(0..width, 0..4)));
    (bytes(), 0_u64..40, separator, wanted).prop_map(|(bytes, from, separator, (width, wanted))| {
        let from = from.min(bytes.len() as u64);
        Table { bytes, from, separator, width, wanted }
    })
}

proptest! {
    #[test]
    fn blocks_show_what_the_careful_reader_shows(table in tables(), size in 1_usize..300) {
        prop_assert_eq!(table.in_blocks(size), table.carefully());
        prop_assert_eq!(table.in_order(), table.carefully());
    }
}
