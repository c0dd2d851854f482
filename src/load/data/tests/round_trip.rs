//! Random values written in either shape, in every dress that CSV wears, are read back as they were.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::project::{Outcome, Project};
use crate::model::{Area, ObservationKey, Quantity, Ratio, Reason, Value};

/// A row of the random table: what a value is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    month: (i16, u8),
    source: String,
    area: String,
}

/// How a file is dressed.
#[derive(Clone, Copy, Debug)]
struct Dress {
    mark: bool,
    crlf: bool,
    quoted: bool,
    commas: bool,
    blank_lines: bool,
}

type Counts = BTreeMap<Key, (Option<u32>, Option<u32>)>;

fn counts() -> impl Strategy<Value = Counts> {
    let key =
        ((2005i16..2025, 1u8..=12), "(|Police|Health, other|It’s “x”|0 to 4)", "(|Elsewhere|E08000027)")
            .prop_map(|(month, source, area)| Key { month, source, area });
    let count = || prop::option::of(0u32..2_000_000);
    // One month that is plainly a month settles the others.
    let settled = |mut counts: Counts| {
        let key = Key { month: (2014, 4), source: String::new(), area: String::new() };
        counts.insert(key, (Some(1), None));
        counts
    };
    prop::collection::btree_map(key, (count(), count()), 0..30).prop_map(settled)
}

fn dress() -> impl Strategy<Value = Dress> {
    any::<(bool, bool, bool, bool, bool)>().prop_map(|(mark, crlf, quoted, commas, blank_lines)| Dress {
        mark,
        crlf,
        quoted,
        commas,
        blank_lines,
    })
}

impl Dress {
    fn number(self, count: Option<u32>) -> String {
        let digits = count.map(|count| count.to_string()).unwrap_or_default();
        if !self.commas {
            return digits;
        }
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    }

    fn month(self, (year, number): (i16, u8)) -> String {
        const NAMES: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        if self.blank_lines {
            return format!("{year:04}-{number:02}");
        }
        format!("{}-{:02}", NAMES[usize::from(number) - 1], year % 100)
    }

    fn row(self, cells: &[String]) -> String {
        let quote = |cell: &String| {
            if self.quoted || cell.contains([',', '"']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        cells.iter().map(quote).collect::<Vec<_>>().join(",")
    }

    fn file(self, rows: &[Vec<String>]) -> String {
        let end = if self.crlf { "\r\n" } else { "\n" };
        let gap = if self.blank_lines { end } else { "" };
        let lines: String = rows.iter().map(|row| format!("{}{end}{gap}", self.row(row))).collect();
        if self.mark { format!("\u{feff}{lines}") } else { lines }
    }
}

fn wide(counts: &Counts, dress: Dress) -> String {
    let mut rows = vec![["Source", "month", "contacts", "Area", "referrals"].map(str::to_owned).to_vec()];
    for (key, (contacts, referrals)) in counts {
        rows.push(vec![
            key.source.clone(),
            dress.month(key.month),
            dress.number(*contacts),
            key.area.clone(),
            dress.number(*referrals),
        ]);
    }
    dress.file(&rows)
}

fn long(counts: &Counts, dress: Dress) -> String {
    let mut rows = vec![["period", "value", "measure", "source", "area"].map(str::to_owned).to_vec()];
    for (key, (contacts, referrals)) in counts {
        for (measure, count) in [("Contacts (MASH)", contacts), ("referrals", referrals)] {
            rows.push(vec![
                dress.month(key.month),
                dress.number(*count),
                measure.to_owned(),
                key.source.clone(),
                key.area.clone(),
            ]);
        }
    }
    dress.file(&rows)
}

/// What must come of it, in the terms of the table.
fn expected(counts: &Counts) -> BTreeMap<(Key, String), Value> {
    let value =
        |count: Option<u32>| count.map(|count| Quantity::exact(Ratio::from(count))).ok_or(Reason::Missing);
    counts
        .iter()
        .flat_map(|(key, (contacts, referrals))| {
            [("contacts", contacts), ("referrals", referrals)]
                .map(|(measure, count)| ((key.clone(), measure.to_owned()), value(*count)))
        })
        .collect()
}

fn read_back(outcome: &Outcome) -> BTreeMap<(Key, String), Value> {
    let of = |key: &ObservationKey| {
        let crate::model::Period::Month(month) = key.period else { panic!("a month") };
        let area = match &key.area {
            Area::Own => String::new(),
            Area::Other(area) => area.to_string(),
        };
        let source = key.selection.category("source").unwrap_or_default().to_owned();
        (Key { month: (month.year(), month.number()), source, area }, key.measure.to_string())
    };
    outcome.observations.iter().map(|(key, observation)| (of(key), observation.value.clone())).collect()
}

/// Each observation's cell must be the one in the file that says its value.
fn cells_say_their_values(outcome: &Outcome) -> bool {
    outcome.observations.iter().map(|(_, observation)| observation).all(|observation| {
        let place = observation.cell.place;
        let raw = outcome.sources[0].text.get(place.start..place.end).unwrap_or("?");
        let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
        let line = outcome.sources[0].line_and_column(place.start).0;
        let said = observation.value.as_ref().ok().and_then(|quantity| quantity.point());
        said.map(|point| point.to_string()).unwrap_or_default() == digits
            && usize::try_from(observation.cell.line) == Ok(line)
    })
}

proptest! {
    #[test]
    fn what_is_written_in_either_shape_is_read_back(counts in counts(), dress in dress()) {
        for text in [long(&counts, dress), wide(&counts, dress)] {
            let outcome = Project::new().file("a.csv", text.clone()).observe();
            prop_assert_eq!(outcome.found(), Vec::<String>::new(), "{}", text);
            prop_assert_eq!(read_back(&outcome), expected(&counts), "{}", text);
            prop_assert!(cells_say_their_values(&outcome), "{}", text);
        }
    }

    #[test]
    fn no_text_stops_the_program(text in "[a-c,;\"\r\n 0-9/<>~%£-]{0,60}") {
        for head in ["", "month,contacts\n", "measure,period,value,source\n"] {
            Project::new().file("a.csv", format!("{head}{text}")).observe();
        }
    }
}
