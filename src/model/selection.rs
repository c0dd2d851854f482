//! Which part of a measure: one category for each of some dimensions, sorted.

use std::fmt;

/// Categories by dimension (`source` → `Police`), sorted by dimension; empty for the whole. A list rather than a
/// map: there are hardly ever more than two, and every figure of a part carries one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selection(Vec<(String, String)>);

impl Selection {
    /// The whole: nothing selected.
    #[must_use]
    pub fn whole() -> Self {
        Self::default()
    }

    /// The selection with `dimension` set to `category`, replacing what it was.
    #[must_use]
    pub fn with(mut self, dimension: &str, category: &str) -> Self {
        match self.position(dimension) {
            Ok(at) => {
                if let Some((_, known)) = self.0.get_mut(at) {
                    category.clone_into(known);
                }
            }
            Err(at) => self.0.insert(at, (dimension.to_owned(), category.to_owned())),
        }
        self
    }

    /// The selection without `dimension`.
    #[must_use]
    pub fn without(mut self, dimension: &str) -> Self {
        self.0.retain(|(known, _)| known != dimension);
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
        let (_, category) = self.0.get(self.position(dimension).ok()?)?;
        Some(category)
    }

    /// Where `dimension` stands, or where it would.
    fn position(&self, dimension: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(dimension))
    }

    /// Dimension and category, sorted by dimension.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(dimension, category)| (dimension.as_str(), category.as_str()))
    }

    /// The dimensions, sorted.
    #[must_use]
    pub fn dimensions(&self) -> Vec<&str> {
        self.iter().map(|(dimension, _)| dimension).collect()
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
