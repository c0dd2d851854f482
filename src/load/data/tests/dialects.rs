//! A table written in every dialect, as CSV and as a workbook, gives the same observations.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::project::{Outcome, Project};

/// A month (number from April 2013), a category, and the counts of two measures.
type Counts = BTreeMap<(u8, String), (u32, u32)>;

/// How a file is written.
#[derive(Clone, Debug)]
struct Dialect {
    separator: char,
    quoted: bool,
    encoding: u8,
    end: &'static str,
    above: bool,
    notes: bool,
    total: bool,
    blank_rows: bool,
    blank_columns: bool,
    index: bool,
    again: bool,
}

fn counts() -> impl Strategy<Value = Counts> {
    let key = (0u8..12, "(Police|Health; other|It’s, “x”|Tab\tand £|Two\nlines of it)")
        .prop_map(|(month, source)| (month, source.replace(['“', '”', '\t', '\n'], " ")));
    prop::collection::btree_map(key, (0u32..2_000_000, 0u32..900), 1..20)
}

fn dialect() -> impl Strategy<Value = Dialect> {
    let separator = prop::sample::select(vec![',', ';', '\t']);
    let end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    (separator, end, 0u8..6, any::<[bool; 8]>()).prop_map(|(separator, end, encoding, switches)| {
        let [quoted, above, notes, total, blank_rows, blank_columns, index, again] = switches;
        Dialect {
            separator,
            quoted,
            encoding,
            end,
            above,
            notes,
            total,
            blank_rows,
            blank_columns,
            index,
            again,
        }
    })
}

/// The rows of the table with all that stands around it.
fn rows(counts: &Counts, dialect: &Dialect) -> Vec<Vec<String>> {
    let dressed = |cells: [String; 4], index: &str| {
        let before = dialect.index.then(|| index.to_owned());
        let behind = dialect.blank_columns.then(String::new);
        before.into_iter().chain(cells).chain(behind).collect::<Vec<String>>()
    };
    let headings = || dressed(["MONTH:", "Source ", "Contacts (MASH)", "referrals."].map(str::to_owned), "");
    let mut rows = Vec::new();
    if dialect.above {
        rows.push(vec!["Front door activity".to_owned()]);
        rows.push(vec!["Report run on".to_owned(), "02/05/2014".to_owned()]);
    }
    rows.push(headings());
    for (at, ((month, source), (contacts, referrals))) in counts.iter().enumerate() {
        let (year, number) = if *month < 9 { (2013, month + 4) } else { (2014, month - 8) };
        let month = format!("{year}-{number:02}");
        rows.push(dressed(
            [month, source.clone(), contacts.to_string(), referrals.to_string()],
            &at.to_string(),
        ));
        if dialect.blank_rows && at % 3 == 1 {
            rows.push(vec![String::new(); headings().len()]);
        }
        if dialect.again && at == 1 {
            rows.push(headings());
        }
    }
    if dialect.total {
        let sum =
            |of: fn(&(u32, u32)) -> u32| counts.values().map(of).map(u64::from).sum::<u64>().to_string();
        rows.push(dressed(["Total".to_owned(), String::new(), sum(|c| c.0), sum(|c| c.1)], ""));
    }
    if dialect.notes {
        rows.push(vec!["Source: case system, as it stood".to_owned()]);
        rows.push(vec!["* provisional".to_owned()]);
    }
    rows
}

fn written(rows: &[Vec<String>], dialect: &Dialect) -> Vec<u8> {
    let quote = |cell: &String| {
        if dialect.quoted || cell.contains([dialect.separator, '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let separator = dialect.separator.to_string();
    let line = |row: &Vec<String>| row.iter().map(quote).collect::<Vec<_>>().join(&separator) + dialect.end;
    let text: String = rows.iter().map(line).collect();
    let utf_16 = |mark: &str| format!("{mark}{text}").encode_utf16().collect::<Vec<u16>>();
    match dialect.encoding {
        0 => text.into_bytes(),
        1 => format!("\u{feff}{text}").into_bytes(),
        2 => utf_16("\u{feff}").into_iter().flat_map(u16::to_le_bytes).collect(),
        3 => utf_16("\u{feff}").into_iter().flat_map(u16::to_be_bytes).collect(),
        4 => utf_16("").into_iter().flat_map(u16::to_le_bytes).collect(),
        _ => text.chars().map(windows_1252).collect(),
    }
}

/// The letters of these tables, as the code page of Windows has them.
fn windows_1252(letter: char) -> u8 {
    match letter {
        '’' => 0x92,
        other => u8::try_from(u32::from(other)).expect("a letter of Latin-1"),
    }
}

fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell.parse::<u32>() {
                Ok(number) => sheet.write(row, column, number).expect("written"),
                Err(_) => sheet.write(row, column, cell).expect("written"),
            };
        }
    }
    workbook.save_to_buffer().expect("saved")
}

/// The observations without the places that they came from.
fn read(bytes: Vec<u8>) -> (Vec<String>, Outcome) {
    let outcome = Project::new().file("a.csv", bytes).observe();
    let values = outcome.values();
    let short = values.iter().map(|value| value.split(" @").next().unwrap_or_default().to_owned()).collect();
    (short, outcome)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_dialect_gives_the_same_observations(counts in counts(), dialect in dialect()) {
        let rows = rows(&counts, &dialect);
        let mut expected: Vec<String> = counts
            .iter()
            .flat_map(|((month, source), (contacts, referrals))| {
                let (year, number) = if *month < 9 { (2013, month + 4) } else { (2014, month - 8) };
                let source = source.trim();
                [("contacts", contacts), ("referrals", referrals)]
                    .map(|(measure, count)| format!("{measure}[{year}-{number:02},source={source}] = {count}"))
            })
            .collect();
        expected.sort();
        for bytes in [written(&rows, &dialect), workbook(&rows)] {
            let (mut values, outcome) = read(bytes);
            values.sort();
            let harmless = ["how-it-was-read", "read-as-windows-1252"];
            let found = outcome.found();
            prop_assert!(found.iter().all(|f| harmless.iter().any(|h| f.starts_with(h))), "{:?}\n{:?}", found, rows);
            prop_assert_eq!(&values, &expected, "{:?}", rows);
        }
    }
}
