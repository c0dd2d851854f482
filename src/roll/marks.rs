//! `[carried]` of the next year: the mark of every paragraph and list that stands as it did.

use super::{ByPath, NARRATIVE, ProjectFiles, Roll};
use crate::checks::said::carried::{mark_of_file, marks};
use crate::diagnostic::Findings;
use crate::hash::fingerprint;
use crate::load::{self, Files, Folder, ReadFault};
use crate::model::Year;

/// A project that is not on the disk yet.
struct InMemory<'f>(&'f ByPath);

impl Folder for InMemory<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).cloned().ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

impl Roll<'_> {
    /// All files of the new project, with the marks in its narrative.
    pub(super) fn marked(mut self, lists: &[String]) -> ProjectFiles {
        self.text.remove("carried");
        let text = self.text.to_string();
        let mut files = self.files;
        files.insert(NARRATIVE.to_owned(), text.clone().into_bytes());
        let paragraphs = marks_of(&files, self.years.0);
        let lists: Vec<(&String, String)> = lists
            .iter()
            .filter_map(|path| Some((path, mark_of_file(&fingerprint(files.get(path)?)))))
            .collect();
        let carried = carried(&self.years.0.to_string(), &paragraphs, &lists);
        files.remove(NARRATIVE);
        let narrative = format!("{}\n\n{carried}", text.trim_end());
        files.into_iter().chain([(NARRATIVE.to_owned(), narrative.into_bytes())]).collect()
    }
}

/// The marks of what the new narrative says, each once.
fn marks_of(files: &ByPath, old: Year) -> Vec<(String, String)> {
    let folder = InMemory(files);
    let narrative = load::narrative::read(&mut Files::of(&folder), NARRATIVE, &mut Findings::default());
    let mut all: Vec<(String, String)> = Vec::new();
    for (mark, words) in narrative.iter().flat_map(|narrative| marks(&narrative.content, old)) {
        if all.iter().all(|(other, _)| *other != mark) {
            all.push((mark, words));
        }
    }
    all
}

fn carried(year: &str, paragraphs: &[(String, String)], lists: &[(&String, String)]) -> String {
    let mut block = format!(
        "# Carried over from the report for {year}, and not reviewed. A paragraph that you change counts as reviewed; to\n\
         # confirm one as it stands, delete its line here. When nothing is left, delete this block.\n\
         [carried]\nfrom = \"{year}\"\nparagraphs = [\n"
    );
    for (mark, words) in paragraphs {
        let shown: String = words.chars().filter(|letter| !letter.is_control()).collect();
        block.push_str(&format!("    \"{mark}\", # {shown}\n"));
    }
    block.push_str("]\n");
    if !lists.is_empty() {
        block.push_str("\n# Lists that still hold last year's numbers.\n[carried.files]\n");
        for (path, mark) in lists {
            block.push_str(&format!("{} = \"{mark}\"\n", toml_edit::Value::from(path.as_str())));
        }
    }
    block
}
