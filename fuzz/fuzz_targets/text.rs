//! Any text as the text of a section.
#![no_main]

mod project;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let narrative = format!(
        "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2023/24\"\n[[data]]\nfile = \"data/activity.csv\"\n\
         [[sections]]\ntitle = \"S\"\ntext = '''\n{}'''\n",
        text.replace("'''", "''")
    );
    let export = b"measure,period,source,value\ncontacts,2023/24,,1200\ncontacts,2023/24,Police,12\ncontacts,2022/23,,~1100\n";
    project::Project { narrative: narrative.as_bytes(), export }.run();
});
