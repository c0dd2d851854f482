//! Words that are looked for in lists of figures and of measures.

/// Words that all have to be in what is searched.
pub(super) struct Search(Vec<String>);

impl Search {
    /// The words of a text, whatever their capitals.
    pub(super) fn of(text: &str) -> Self {
        Self(text.split_whitespace().map(str::to_lowercase).collect())
    }

    /// Whether all of the words are in `about`.
    pub(super) fn finds(&self, about: &str) -> bool {
        let about = about.to_lowercase();
        self.0.iter().all(|word| about.contains(word))
    }

    /// The words as they were sought.
    pub(super) fn sought(&self) -> String {
        self.0.join(" ")
    }
}
