//! One category written in two ways: each would be a category of its own, with half of the number.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::codes::meaning::SPELT_TWO_WAYS;
use crate::figures::ledger::{Holding, Reading};
use crate::model::{Cell, FigureId, Selection};

use super::Checks;

/// What was told already: a dimension and the spellings of one of its categories.
pub(super) type Told<'h> = BTreeSet<(&'h str, Vec<&'h str>)>;

impl Checks<'_> {
    /// The categories of a measure that differ in capitals, blanks or apostrophes only; once for all measures.
    pub(super) fn spellings<'h>(&mut self, holding: &'h Holding, told: &mut Told<'h>) {
        for (dimension, categories) in &holding.dimensions {
            let mut spellings: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for category in categories {
                spellings.entry(plain(category)).or_default().push(category);
            }
            for alike in spellings.into_values().filter(|alike| alike.len() > 1) {
                if told.insert((dimension, alike.clone())) {
                    self.tell_spellings(holding, dimension, &alike);
                }
            }
        }
    }

    fn tell_spellings(&mut self, holding: &Holding, dimension: &str, alike: &[&str]) {
        let cells = alike.iter().map(|category| Some((first_cell(holding, dimension, category)?, *category)));
        let mut written: Vec<(Cell, &str)> = cells.flatten().collect();
        written.sort();
        let [(first, usual), .., (again, other)] = written.as_slice() else { return };
        let message = format!("`{other}` and `{usual}` are counted as two categories of `{dimension}`");
        let id = |category: &str| {
            FigureId::of(holding.name()).selecting(Selection::whole().with(dimension, category))
        };
        let finding = self
            .finding_at(&SPELT_TWO_WAYS, message, again.place)
            .related(first.place, format!("`{usual}` stands here"))
            .help("write it in one way wherever it stands")
            .touching([id(usual), id(other)]);
        self.findings.push(finding);
    }
}

/// The first cell, in the order of the files, that gives a number of a category.
fn first_cell(holding: &Holding, dimension: &str, category: &str) -> Option<Cell> {
    let of_it = holding.series.iter().filter(|(part, _)| part.category(dimension) == Some(category));
    of_it.flat_map(|(_, series)| series.readings().map(|reading: &Reading| reading.cell)).min()
}

/// A category without what differs between two spellings of it. Marks stay: `<5` and `5` are two.
fn plain(category: &str) -> String {
    let straight = category.replace('\u{2019}', "'").to_lowercase();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}
