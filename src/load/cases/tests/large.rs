//! Large lists, which are read by several threads and counted by sorts of rows, come to what small ones come to.

use std::io::{self, Read};

use proptest::prelude::*;

use super::{Project, REPORT, WHOLE_YEAR, assessed, found, shown};
use crate::diagnostic::codes::cases::{NOT_LOOKED_FOR_TWICE, REPEATED_ROW};
use crate::load::{Folder, Held, ReadFault, Reopenable};
use crate::narrative::Readiness;
use crate::pipeline::{Assessment, assess, figures_held};
use crate::words::display;

/// A project whose list passes for a large one.
struct Large(Project);

struct PassesForLarge(Held);

impl Reopenable for PassesForLarge {
    fn length(&self) -> u64 {
        1 << 40
    }

    fn open_at(&self, offset: u64) -> io::Result<Box<dyn Read + Send + '_>> {
        self.0.open_at(offset)
    }

    fn into_bytes(self: Box<Self>) -> io::Result<Vec<u8>> {
        Box::new(self.0).into_bytes()
    }
}

impl Folder for Large {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.read(path)
    }

    fn open(&self, path: &str) -> Result<Box<dyn Reopenable>, ReadFault> {
        Ok(Box::new(PassesForLarge(Held::of(self.read(path)?))))
    }

    fn list(&self) -> Vec<String> {
        self.0.list()
    }
}

/// Counted by month and two categories; with children once and by working days, where rows are of no sort.
const DECLARED: [&str; 2] = [
    "covers = { from = \"2023-04\", to = \"2025-03\" }\n[[data.count]]\nmeasure = \"referrals\"\n\
     date = \"Seen\"\nby = { source = \"Source\", ended = \"Ended\" }\ntogether = true\n\
     where = { \"Closed\" = \"No\" }\n",
    "child = \"Id\"\ncovers = { from = \"2023-04\", to = \"2025-03\" }\n[[data.count]]\n\
     measure = \"missing_children\"\ndate = \"Seen\"\ndistinct = true\nby = { source = \"Source\" }\n\
     [[data.count]]\nmeasure = \"conferences_in_time\"\ndate = \"Ended\"\n\
     within = { from = \"Seen\", working_days = 15 }\n",
];

/// Every figure, every finding and the file's fingerprint.
fn told(assessment: &Assessment) -> Vec<String> {
    let figures = figures_held(assessment).into_iter();
    let mut told: Vec<String> = figures.map(|figure| format!("{} {}", figure.id, display(&figure))).collect();
    let twice = [NOT_LOOKED_FOR_TWICE.name, REPEATED_ROW.name];
    told.extend(
        found(assessment).into_iter().filter(|finding| !twice.iter().any(|code| finding.contains(code))),
    );
    told.extend(assessment.sources.iter().map(|source| source.fingerprint.clone()));
    told
}

fn rows() -> impl Strategy<Value = String> {
    let day = prop_oneof![
        8 => (1..29, 1..13, 2023..2026).prop_map(|(day, month, year)| format!("{day:02}/{month:02}/{year}")),
        1 => (1..29, 1..13).prop_map(|(day, month)| format!("2024-{month:02}-{day:02}")),
        1 => Just(String::new()),
        1 => Just("31/02/2024".to_owned()),
    ];
    let source = prop_oneof![
        Just("Police"),
        Just("a) Police"),
        Just("\"Police\""),
        Just("\"Schools, north\""),
        Just("\"Say \"\"x\"\"\""),
        Just("\"two\nlines\""),
        Just("H\u{f4}pital"),
        Just(""),
    ];
    let closed = prop_oneof![3 => Just("No"), 1 => Just("yes"), 1 => Just("\"No\"")];
    let row = (0..9, day.clone(), day, source, closed)
        .prop_map(|(id, seen, ended, source, closed)| format!("{id},{seen},{ended},{source},{closed}"));
    let line = prop_oneof![20 => row, 1 => Just(String::new()), 1 => Just("1,2".to_owned()), 1 => Just(",,,,".to_owned())];
    (prop::collection::vec(line, 0..60), any::<bool>())
        .prop_map(|(lines, windows)| lines.join(if windows { "\r\n" } else { "\n" }))
}

#[test]
fn of_a_large_list_it_is_told_that_repeated_rows_were_not_looked_for() {
    let narrative = format!(
        "{REPORT}file = \"list.csv\"\n{WHOLE_YEAR}[[data.count]]\nmeasure = \"referrals\"\ndate = \"day\"\n"
    );
    let list = "name,day\nAnn,03/04/2024\nAnn,03/04/2024\n";
    let files = [("narrative.toml", narrative.into_bytes()), ("list.csv", list.into())];
    let large = Large(Project(files.into_iter().collect()));
    let assessment = assess(&large, "narrative.toml", Readiness::Draft);
    assert_eq!(found(&assessment), ["list.csv:1:1 repeats-not-looked-for"]);
    assert_eq!(shown(&assessment, &["referrals"]), ["2"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_list_comes_to_the_same_however_large_it_is(rows in rows(), declared in 0_usize..2) {
        let narrative = format!("{REPORT}file = \"list.csv\"\n{}", DECLARED[declared]);
        let list = format!("Id,Seen,Ended,Source,Closed\n{rows}");
        let files = || [("narrative.toml", narrative.clone().into_bytes()), ("list.csv", list.clone().into_bytes())];
        let small = assess(&Project(files().into_iter().collect()), "narrative.toml", Readiness::Draft);
        let large = Large(Project(files().into_iter().collect()));
        let large = assess(&large, "narrative.toml", Readiness::Draft);
        prop_assert_eq!(told(&large), told(&small));
    }
}

/// The look at a file's beginning ends within the two bytes of an `é`: that makes the file no other encoding's.
#[test]
fn letters_at_the_end_of_what_is_looked_at_first_are_read_as_they_are() {
    let headings = "Réf,Date of referral\n";
    for shift in 0..4 {
        let mut list = format!("{headings}{},01/05/2024\n", "x".repeat(shift));
        while list.len() < 1 << 16 {
            list.push_str("éééé,02/05/2024\n");
        }
        list.push_str("é,03/05/2024\n");
        let rows = list.lines().count() - 1;
        let declaration = format!(
            "{WHOLE_YEAR}[[data.count]]\nmeasure = \"referrals\"\ndate = \"Date of referral\"\nby = {{ kind = \"Réf\" }}\n"
        );
        let assessment = assessed(&declaration, list);
        assert_eq!(
            shown(&assessment, &["referrals"]),
            [grouped_by_hand(rows)],
            "{shift}: {:?}",
            found(&assessment)
        );
    }
}

/// "4,097"
fn grouped_by_hand(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}
