//! Any bytes as a case list: blocks of any size show what the careful reader shows. Run it with `-detect_leaks=0`: a thread
//! that is just ending when a run ends is taken for a leak.
#![no_main]

use lscb_report::load::Held;
use lscb_report::load::cases::scan::{Rows, Visit, careful, visit_in_blocks};

#[derive(Default)]
struct Seen(Vec<(u64, usize, Vec<Vec<u8>>)>);

impl Visit for Seen {
    fn row(&mut self, line: u64, cells: &[&[u8]]) {
        self.0.push((line, 0, cells.iter().map(|cell| cell.to_vec()).collect()));
    }

    fn ragged(&mut self, line: u64, width: usize) {
        self.0.push((line, width, Vec::new()));
    }

    fn unclosed(&mut self, line: u64) {
        self.0.push((line, usize::MAX, Vec::new()));
    }
}

libfuzzer_sys::fuzz_target!(|input: (u8, u8, u8, u8, &[u8])| {
    let (size, width, separator, from, bytes) = input;
    let width = usize::from(width % 5) + 1;
    let wanted: Vec<usize> = (0..width).rev().collect();
    let separator = [b',', b';', b'\t'][usize::from(separator % 3)];
    let from = u64::from(from).min(bytes.len() as u64);
    let source = Held::of(bytes.to_vec());
    let rows = Rows { source: &source, from, separator, width, wanted: &wanted };
    let mut carefully = Seen::default();
    careful(rows, &mut carefully).unwrap();
    carefully.0.sort();
    let shares = visit_in_blocks(rows, usize::from(size), &Seen::default).unwrap();
    let mut in_blocks: Vec<_> = shares.visitors.into_iter().flat_map(|seen| seen.0).collect();
    in_blocks.sort();
    assert_eq!(in_blocks, carefully.0);
});
