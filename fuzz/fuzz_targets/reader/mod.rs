//! A file of data held in memory, read as far as its observations: no figures and no pages, so that many runs fit in
//! a minute.

use std::sync::OnceLock;

use lscb_report::diagnostic::Findings;
use lscb_report::load::{Files, Folder, ReadFault, data, narrative};
use lscb_report::model::Narrative;

const NARRATIVE: &[u8] = br#"
[report]
board = "Exampleshire Safeguarding Children Board"
title = "Annual report 2023/24"
year = "2023/24"

[[data]]
file = "data/activity"

[measures.seen_in_time]
label = "Seen in time"
singular = "child seen in time"
plural = "children seen in time"
kind = "percentage"
definition = "Share of children seen in time."
"#;

struct Held<'b>(&'b [u8]);

impl Folder for Held<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        match path {
            "narrative.toml" => Ok(NARRATIVE.to_vec()),
            "data/activity" => Ok(self.0.to_vec()),
            _ => Err(ReadFault::NotFound),
        }
    }

    fn list(&self) -> Vec<String> {
        vec!["data/activity".to_owned(), "narrative.toml".to_owned()]
    }
}

/// Reads the bytes as the narrative's file of data.
pub fn read(bytes: &[u8]) {
    static READ: OnceLock<Narrative> = OnceLock::new();
    let narrative = READ.get_or_init(|| {
        let folder = Held(&[]);
        narrative::read(&mut Files::of(&folder), "narrative.toml", &mut Findings::default()).expect("a narrative")
    });
    let folder = Held(bytes);
    let mut findings = Findings::default();
    let _ = data::observe(&mut Files::of(&folder), narrative, &mut findings);
    let _ = findings.sorted();
}
