//! Writes an invented Annex A list 3 (a row a referral) of any length, the same on every machine:
//! `cargo run --release --example generate-case-list -- ROWS FILE`.

#![allow(
    clippy::allow_attributes,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a generator writes its file and stops at the first thing that is not as it should be"
)]

use std::env::args;
use std::fs::File;
use std::io::{self, BufWriter, Write};

const HEADINGS: &str = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Referral,Referral Source,\
                        Referral NFA?,Number of Referrals in Last 12 Months,Allocated Team,Allocated Worker";
const GENDERS: &[&str] = &["a) Male", "b) Female", "c) Not stated"];
const ETHNICITIES: &[&str] = &["a) WBRI", "b) WIRI", "e) MWBC", "h) AIND", "i) APKN", "m) BAFR", "q) OOTH"];
const SOURCES: &[&str] = &[
    "a) 1A: Individual",
    "e) 2A: Schools",
    "f) 2B: Education services",
    "g) 3A: Health services",
    "o) 5A: LA services",
    "q) 6: Police",
    "q) 6: Police",
    "r) 7: Other agency",
    "s) 8: Other",
    "t) 9: Anonymous",
];
/// One team in eight is written with a comma in it, so that it has to be quoted.
const TEAMS: &[&str] =
    &["MASH", "Duty 1", "Duty 2", "Duty 3", "Team 4", "Team 5", "Out of hours", "\"North, duty\""];
/// Days in the months of a year that is no leap year, from January.
const DAYS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Numbers without a pattern, the same in every run (Steele, Lea and Flood: SplitMix64).
struct Numbers(u64);

impl Numbers {
    /// The next, below `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    fn one_of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        let at = self.below(words.len() as u64);
        usize::try_from(at).ok().and_then(|at| words.get(at)).copied().unwrap_or_default()
    }
}

/// A day of the year that begins in the April of `year`, day first.
fn day_of_year(numbers: &mut Numbers, year: u64) -> String {
    let mut left = numbers.below(365);
    let mut month = 3;
    for _ in 0..12 {
        let days = DAYS.get(month % 12).copied().unwrap_or(31);
        if left < days {
            break;
        }
        (left, month) = (left - days, month + 1);
    }
    format!("{:02}/{:02}/{}", left + 1, month % 12 + 1, year + (month / 12) as u64)
}

/// The worker: now and then with a line end or with quotation marks in the cell.
fn worker(numbers: &mut Numbers) -> String {
    let number = numbers.below(900) + 100;
    match numbers.below(200) {
        0 => format!("\"W{number}\n(agency)\""),
        1 => format!("\"W \"\"{number}\"\"\""),
        _ => format!("W{number}"),
    }
}

fn write_rows(rows: u64, out: &mut impl Write) -> io::Result<()> {
    let mut numbers = Numbers(rows);
    writeln!(out, "{HEADINGS}")?;
    for _ in 0..rows {
        let child = 1_000_000 + numbers.below(8_000_000);
        let (gender, ethnicity) = (numbers.one_of(GENDERS), numbers.one_of(ETHNICITIES));
        let age = numbers.below(18);
        let born = day_of_year(&mut numbers, 2022 - age);
        let year = 2022 + numbers.below(2);
        let referred = day_of_year(&mut numbers, year);
        let source = numbers.one_of(SOURCES);
        let closed = if numbers.below(5) == 0 { "Yes" } else { "No" };
        let (earlier, team) = (numbers.below(4), numbers.one_of(TEAMS));
        let worker = worker(&mut numbers);
        writeln!(
            out,
            "{child},{gender},{ethnicity},{born},{age},{referred},{source},{closed},{earlier},{team},{worker}"
        )?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let mut arguments = args().skip(1);
    let (Some(Ok(rows)), Some(path)) = (arguments.next().map(|rows| rows.parse()), arguments.next()) else {
        return Err(io::Error::other("usage: generate-case-list ROWS FILE"));
    };
    let mut out = BufWriter::new(File::create(path)?);
    write_rows(rows, &mut out)?;
    out.flush()
}
