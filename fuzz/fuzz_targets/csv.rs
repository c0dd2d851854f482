//! Any bytes as a data file.
#![no_main]

mod project;

const NARRATIVE: &[u8] = br#"
[report]
board = "Exampleshire Safeguarding Children Board"
title = "Annual report 2023/24"
year = "2023/24"

[[data]]
file = "data/activity.csv"

[[sections]]
title = "Activity"
text = "{{ contacts | compared }} {{ referrals | counted }} {{ children_on_plan | compared }}"
"#;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    project::Project { narrative: NARRATIVE, export: bytes }.run();
});
