//! Which part of a measure: one category for each of some dimensions, sorted.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::{Name, fold};

/// Categories by dimension (`source` → `Police`), sorted by dimension; none for the whole, which most figures are of. A
/// list rather than a map: there are hardly ever more than two, and every figure of a part carries one, which its clones
/// share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection(Option<Arc<Vec<(Name, Name)>>>);

impl Selection {
    /// The whole: nothing selected.
    #[must_use]
    pub fn whole() -> Self {
        Self(None)
    }

    /// The selection with `dimension` set to `category`, replacing what it was.
    #[must_use]
    pub fn with(mut self, dimension: impl Into<Name>, category: impl Into<Name>) -> Self {
        let (dimension, category) = (dimension.into(), category.into());
        let position = self.position(&dimension);
        let parts = Arc::make_mut(self.0.get_or_insert_default());
        match position {
            Ok(at) => {
                if let Some((_, known)) = parts.get_mut(at) {
                    *known = category;
                }
            }
            Err(at) => parts.insert(at, (dimension, category)),
        }
        self
    }

    /// The selection without `dimension`.
    #[must_use]
    pub fn without(mut self, dimension: &str) -> Self {
        let position = self.position(dimension);
        if let (Some(parts), Ok(at)) = (&mut self.0, position) {
            Arc::make_mut(parts).remove(at);
        }
        Self(self.0.filter(|parts| !parts.is_empty()))
    }

    fn list(&self) -> &[(Name, Name)] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    /// Whether nothing is selected.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_none()
    }

    /// The category selected in `dimension`.
    #[must_use]
    pub fn category(&self, dimension: &str) -> Option<&str> {
        let (_, category) = self.list().get(self.position(dimension).ok()?)?;
        Some(category)
    }

    /// Whether it is a part of `whole` by one category more, of `dimension`.
    #[must_use]
    pub fn divides(&self, whole: &Self, dimension: &str) -> bool {
        let others = self.list().iter().filter(|(known, _)| **known != *dimension);
        self.list().len() == whole.list().len().saturating_add(1) && others.eq(whole.list())
    }

    /// Where `dimension` stands, or where it would.
    fn position(&self, dimension: &str) -> Result<usize, usize> {
        self.list().binary_search_by(|(known, _)| (**known).cmp(dimension))
    }

    /// Dimension and category, sorted by dimension.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.list().iter().map(|(dimension, category)| (&**dimension, &**category))
    }

    /// The same as names.
    pub fn parts(&self) -> impl Iterator<Item = (&Name, &Name)> {
        self.list().iter().map(|(dimension, category)| (dimension, category))
    }

    /// The dimensions, sorted.
    #[must_use]
    pub fn dimensions(&self) -> Vec<&str> {
        self.iter().map(|(dimension, _)| dimension).collect()
    }
}

impl Selection {
    /// Writes its text: the one that `Display` gives.
    pub(super) fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        for (position, (dimension, category)) in self.iter().enumerate() {
            if position > 0 {
                out.write_char(',')?;
            }
            out.write_str(dimension)?;
            out.write_char('=')?;
            out.write_str(category)?;
        }
        Ok(())
    }
}

impl fmt::Display for Selection {
    /// `placed=out of area,source=Police`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl PartialOrd for Selection {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Selection {
    /// Clones are told to be the same without being read.
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (None, None) => Ordering::Equal,
            (Some(one), Some(other)) if Arc::ptr_eq(one, other) => Ordering::Equal,
            _ => self.list().cmp(other.list()),
        }
    }
}

/// Whether a category of `dimension` is a word for all of them together: `Total`, `All`, `All ages` of `age`.
#[must_use]
pub fn means_all(dimension: &str, category: &str) -> bool {
    const WORDS: [&str; 10] = [
        "all",
        "grand total",
        "overall",
        "sub total",
        "subtotal",
        "sum",
        "total",
        "total all",
        "totals",
        "all total",
    ];
    let category = fold(category);
    let rest = ["all ", "total "].iter().find_map(|start| category.strip_prefix(start));
    let dimension = fold(dimension);
    let names_dimension =
        |rest: &str| rest == dimension || rest.strip_suffix('s') == Some(dimension.as_str());
    WORDS.contains(&category.as_str()) || rest.is_some_and(names_dimension)
}

#[cfg(test)]
mod tests {
    use super::means_all;

    #[test]
    fn words_for_all_categories_are_told_from_categories() {
        for category in
            ["All", "TOTAL", "Grand total", "Overall", "Sub-total", "All ages", "all age", "Total ages"]
        {
            assert!(means_all("age", category), "{category}");
        }
        for category in
            ["Police", "All other", "Totally withheld", "Overall effectiveness", "All schools", ""]
        {
            assert!(!means_all("age", category), "{category}");
        }
    }
}
