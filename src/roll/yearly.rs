//! Lists of a year's numbers (attendance, budget): their headings and names are worth keeping, their numbers are last
//! year's.

use toml_edit::{DocumentMut, Item};

use super::{Roll, entries};
use crate::load::narrative::schema::{Shape, listed_blocks};

impl Roll<'_> {
    /// The paths of the lists that hold last year's numbers. Those that stand in the narrative itself are turned into
    /// comments, to be filled in anew.
    pub(super) fn yearly_lists(&mut self) -> Vec<String> {
        let mut paths = Vec::new();
        for block in blocks_of_numbers() {
            let lists = self.text.get("lists").and_then(Item::as_table_like);
            if let Some(path) = lists.and_then(|lists| lists.get(block)?.as_str()) {
                paths.push(path.trim_start_matches("./").to_owned());
            } else if let Some(written) = entries(&mut self.text, block) {
                let mut alone = DocumentMut::new();
                alone.insert(block, Item::ArrayOfTables(written));
                let lines: String =
                    alone.to_string().trim().lines().map(|line| format!("# {line}\n")).collect();
                let trailing = self.text.trailing().as_str().unwrap_or_default().to_owned();
                self.text.set_trailing(format!("{trailing}\n# Last year's, to be filled in anew:\n{lines}"));
            }
        }
        paths
    }
}

/// The blocks whose every entry has a number.
fn blocks_of_numbers() -> impl Iterator<Item = &'static str> {
    let has_number = |keys: &[&[crate::load::narrative::schema::Key]]| {
        keys.iter().copied().flatten().any(|key| key.required && matches!(key.shape, Shape::Whole(..)))
    };
    listed_blocks().filter(move |(_, keys)| has_number(keys)).map(|(block, _)| block)
}
