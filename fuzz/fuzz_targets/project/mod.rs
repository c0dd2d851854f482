//! A project of two files held in memory, taken through the whole program up to its pages.

use lscb_report::load::{Folder, ReadFault};
use lscb_report::narrative::Readiness;
use lscb_report::pipeline::{self, Wanted};

pub struct Project<'b> {
    pub narrative: &'b [u8],
    pub export: &'b [u8],
}

impl Folder for Project<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        match path {
            "narrative.toml" => Ok(self.narrative.to_vec()),
            "data/activity.csv" => Ok(self.export.to_vec()),
            _ => Err(ReadFault::NotFound),
        }
    }

    fn list(&self) -> Vec<String> {
        vec!["data/activity.csv".to_owned(), "narrative.toml".to_owned()]
    }
}

impl Project<'_> {
    /// Assesses it as a draft, so that as much as can be is bound and rendered.
    pub fn run(&self) {
        let mut assessment = pipeline::assess(self, "narrative.toml", Readiness::Draft);
        let _ = pipeline::publish(&mut assessment, Wanted::default());
    }
}
