//! Which part of a measure: one category for each of some dimensions, sorted.

use std::collections::BTreeMap;
use std::fmt;

/// Categories by dimension (`source` → `Police`); empty for the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selection(BTreeMap<String, String>);

impl Selection {
    /// The whole: nothing selected.
    #[must_use]
    pub fn whole() -> Self {
        Self::default()
    }

    /// The selection with `dimension` set to `category`, replacing what it was.
    #[must_use]
    pub fn with(mut self, dimension: &str, category: &str) -> Self {
        self.0.insert(dimension.to_owned(), category.to_owned());
        self
    }

    /// The selection without `dimension`.
    #[must_use]
    pub fn without(mut self, dimension: &str) -> Self {
        self.0.remove(dimension);
        self
    }

    /// Whether nothing is selected.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    /// The category selected in `dimension`.
    #[must_use]
    pub fn category(&self, dimension: &str) -> Option<&str> {
        self.0.get(dimension).map(String::as_str)
    }

    /// Dimension and category, sorted by dimension.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(dimension, category)| (dimension.as_str(), category.as_str()))
    }

    /// The dimensions, sorted.
    #[must_use]
    pub fn dimensions(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }
}

impl fmt::Display for Selection {
    /// `placed=out of area,source=Police`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (dimension, category)) in self.iter().enumerate() {
            let comma = if position == 0 { "" } else { "," };
            write!(f, "{comma}{dimension}={category}")?;
        }
        Ok(())
    }
}
