//! Categories that had other names before, and the name that each has now.

use std::collections::BTreeMap;

use super::{FigureId, Selection, Text};

/// By dimension: each name that a category had before, and the one that it has now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renames {
    names: BTreeMap<String, BTreeMap<String, String>>,
    declared: Vec<(Text, Text)>,
}

impl Renames {
    /// Notes that the category `was` of `dimension` is called `now`. Gives what it was noted as before, if it was.
    pub fn note(&mut self, dimension: &str, was: &str, now: &str) -> Option<String> {
        self.names.entry(dimension.to_owned()).or_default().insert(was.to_owned(), now.to_owned())
    }

    /// Notes where the narrative says so: its dimension and the name before.
    pub fn declare(&mut self, dimension: &Text, was: &Text) {
        self.declared.push((dimension.clone(), was.clone()));
    }

    /// What the narrative declares, in its order: dimension and name before.
    #[must_use]
    pub fn declared(&self) -> &[(Text, Text)] {
        &self.declared
    }

    /// The name that a category has now, where that is another.
    #[must_use]
    pub fn of(&self, dimension: &str, category: &str) -> Option<&str> {
        self.names.get(dimension)?.get(category).map(String::as_str)
    }

    /// A selection with the names that its categories have now.
    #[must_use]
    pub fn now(&self, selection: Selection) -> Selection {
        if self.names.is_empty() || selection.is_whole() {
            return selection;
        }
        selection.iter().fold(Selection::whole(), |renamed, (dimension, category)| {
            renamed.with(dimension, self.of(dimension, category).unwrap_or(category))
        })
    }

    /// A figure's id with the names that its categories have now.
    #[must_use]
    pub fn id_now(&self, id: FigureId) -> FigureId {
        let selection = self.now(id.selection().clone());
        id.selecting(selection)
    }

    /// Dimension, name before and name now, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.names.iter().flat_map(|(dimension, names)| {
            names.iter().map(|(was, now)| (dimension.as_str(), was.as_str(), now.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Renames;
    use crate::model::FigureId;

    #[test]
    fn categories_of_their_own_dimension_are_called_by_their_new_names() {
        let mut renames = Renames::default();
        assert_eq!(renames.note("source", "Constabulary", "Police"), None);
        for (was, now) in [
            ("a[source=Constabulary].change", "a[source=Police].change"),
            (
                "a[2023-04,placed=Constabulary,source=Constabulary]",
                "a[2023-04,placed=Constabulary,source=Police]",
            ),
            ("a[source=Health]", "a[source=Health]"),
            ("a.previous", "a.previous"),
        ] {
            assert_eq!(renames.id_now(FigureId::parse(was).unwrap()), FigureId::parse(now).unwrap(), "{was}");
        }
        assert_eq!(renames.note("source", "Constabulary", "Law"), Some("Police".to_owned()));
    }
}
