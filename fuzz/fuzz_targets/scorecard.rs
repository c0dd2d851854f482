//! Any bytes as the rows of a scorecard, and any as its further headings.
#![no_main]

mod reader;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut scorecard = b"Scorecard 2023/24\nmeasure,Apr-23,May-23,Jun-23,".to_vec();
    scorecard.extend_from_slice(bytes);
    reader::read(&scorecard);
});
