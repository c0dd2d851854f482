//! The geographic columns of open data → whose number a row is.

use crate::csv_text::{Field, Row};

/// A size of area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load::data) enum Level {
    National,
    Region,
    Authority,
}

/// Where the geographic columns stand, from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    pub(super) level: usize,
    pub(super) country: [Option<usize>; 2],
    pub(super) region: [Option<usize>; 2],
    pub(super) authority: [Option<usize>; 2],
}

/// The area of a row.
#[derive(Clone, Copy, Debug)]
pub(in crate::load::data) struct Located<'r> {
    pub(in crate::load::data) level: Level,
    pub(in crate::load::data) code: &'r str,
    pub(in crate::load::data) name: &'r str,
    /// The code of the region that an authority is in.
    pub(in crate::load::data) region: Option<&'r str>,
}

/// The headings of code and name for each size, folded.
pub(super) const COUNTRY: [&str; 2] = ["country code", "country name"];
pub(super) const REGION: [&str; 2] = ["region code", "region name"];
pub(super) const AUTHORITY: [&str; 2] = ["new la code", "la name"];
/// An older code, which nothing joins by.
pub(super) const OLD_CODE: &str = "old la code";

impl Places {
    /// Whose number a row gives; none for a size of area that is not read, or where the code is missing.
    pub(super) fn locate<'r>(&self, row: &'r Row<'_>) -> Option<Located<'r>> {
        let text = |index: Option<usize>| row.get(index?).map(Field::trimmed).filter(|text| is_told(text));
        let level = level(row.get(self.level)?.trimmed())?;
        let [code, name] = match level {
            Level::National => self.country,
            Level::Region => self.region,
            Level::Authority => self.authority,
        };
        let code = text(code)?;
        let region = text(self.region[0]).filter(|_| level == Level::Authority);
        Some(Located { level, code, name: text(name).unwrap_or(code), region })
    }
}

/// Whether a cell tells anything: official files write `x` and `z` where an area has no code.
fn is_told(text: &str) -> bool {
    !matches!(text, "" | "x" | "z" | ":")
}

fn level(text: &str) -> Option<Level> {
    match text.to_lowercase().as_str() {
        "national" => Some(Level::National),
        "regional" => Some(Level::Region),
        "local authority" => Some(Level::Authority),
        _ => None,
    }
}
