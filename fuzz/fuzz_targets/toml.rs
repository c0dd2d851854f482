//! Any bytes as the narrative file.
#![no_main]

mod project;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let export = b"measure,period,value\ncontacts,2023/24,1200\ncontacts,2022/23,1100\n";
    project::Project { narrative: bytes, export }.run();
});
