//! Something counted: its names, its nouns and how its values go together.

use std::fmt;

use super::{Goal, Name, Ratio};

/// A measure's id: lower case letters, digits and underscores, beginning with a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId(Name);

impl MeasureId {
    /// The id, where `text` has its form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = text.bytes();
        let first = bytes.next()?;
        let rest = bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        (first.is_ascii_lowercase() && rest).then(|| Self(Name::from(text)))
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As the name that figures begin with.
    #[must_use]
    pub fn name(&self) -> &Name {
        &self.0
    }
}

impl From<&MeasureId> for Name {
    fn from(id: &MeasureId) -> Self {
        id.0.clone()
    }
}

impl fmt::Display for MeasureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How the values of a measure go together over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Things that happen, summed over the year.
    Events,
    /// How many there are on a day; a year's value is that of its last day.
    Snapshot,
    /// A percentage as given (0 to 100); monthly ones make a year only with a weight.
    Percentage,
    /// A mid-year estimate of children aged 0 to 17.
    Population,
}

impl Kind {
    /// The word for it in the narrative and in `explain`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Snapshot => "snapshot",
            Self::Percentage => "percentage",
            Self::Population => "population",
        }
    }

    /// The kind that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Events, Self::Snapshot, Self::Percentage, Self::Population]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// Which direction is good news. Volumes have neither, and get no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// A higher value is better.
    HigherIsBetter,
    /// A lower value is better.
    LowerIsBetter,
    /// Neither.
    Neither,
}

/// What is counted or added up, and with it what can be made of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Children, or things that happen to them: rates and monthly averages have a meaning.
    Cases,
    /// Entries of the report itself, such as the actions of its plan: counted as they stand.
    Entries,
    /// Whole pounds, as data give them.
    Pounds,
    /// Whole pounds of entries of the report itself, such as the items of its budget: added up as they stand.
    PoundsOfEntries,
}

impl Unit {
    /// The word for it in `figures.json`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Entries => "entries",
            Self::Pounds | Self::PoundsOfEntries => "pounds",
        }
    }
}

/// A measure: from the catalogue, from the narrative, or the one overridden by the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The id that figures begin with.
    pub id: MeasureId,
    /// What a table calls it: "Contacts to children's social care".
    pub label: String,
    /// One of them, in a sentence: "child on a child protection plan".
    pub singular: Name,
    /// Several of them: "children on a child protection plan".
    pub plural: Name,
    /// How its values go together.
    pub kind: Kind,
    /// Which direction is good news.
    pub polarity: Polarity,
    /// What good looks like, where the board set it.
    pub target: Option<Ratio>,
    /// How near to the target is amber.
    pub amber: Option<Ratio>,
    /// What is counted or added up.
    pub unit: Unit,
    /// Whether each (each child, mostly) counts once in a period, in however many of its months: then the months do not
    /// add up to the period.
    pub counts_once: bool,
    /// The measure that it is a part of, where that is another: its `percent_of_total` is its share of that one.
    pub out_of: Option<MeasureId>,
    /// For percentages: the measure whose values weight the months.
    pub weight: Option<MeasureId>,
    /// Dimensions whose categories must add to the total.
    pub complete: Vec<String>,
    /// What is counted, in our words.
    pub definition: String,
    /// Where the definition comes from.
    pub source: String,
    /// Other ids by which people know it (`icpc`).
    pub aliases: Vec<String>,
    /// What exports call its column or row.
    pub headings: Vec<String>,
}

impl Measure {
    /// Its target, where it has one and a direction.
    #[must_use]
    pub fn goal(&self) -> Option<Goal> {
        Goal::of(self.polarity, self.target, self.amber)
    }
}

/// A heading as it is matched: lower case, words parted by one space, no marks around them.
#[must_use]
pub fn fold(heading: &str) -> String {
    let mut folded = String::with_capacity(heading.len());
    each_folded(heading, |character| {
        folded.push(character);
        true
    });
    folded
}

/// Whether a heading is matched as `folded`, which is one as it is matched.
#[must_use]
pub fn folds_to(heading: &str, folded: &str) -> bool {
    let mut rest = folded.chars();
    each_folded(heading, |character| rest.next() == Some(character)) && rest.next().is_none()
}

/// Gives the characters of a heading as it is matched to `take`, while that takes them; whether it took them all.
fn each_folded(heading: &str, mut take: impl FnMut(char) -> bool) -> bool {
    let (mut has_begun, mut parted) = (false, false);
    for character in heading.chars() {
        if matches!(character, '\u{2018}' | '\u{2019}' | '\'') {
            continue;
        }
        if !(character.is_alphanumeric() || matches!(character, '+' | '%' | '/')) {
            parted = has_begun;
            continue;
        }
        if parted && !take(' ') {
            return false;
        }
        (has_begun, parted) = (true, false);
        let taken = if character.is_ascii() {
            take(character.to_ascii_lowercase())
        } else {
            character.to_lowercase().all(&mut take)
        };
        if !taken {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{fold, folds_to};

    #[test]
    fn headings_are_matched_without_capitals_and_marks() {
        for (heading, folded) in [
            ("Children’s social-care: referrals", "childrens social care referrals"),
            (" (Source) ", "source"),
            ("% of plans / 2+", "% of plans / 2+"),
            ("ÉCOLE – ÎLE", "école île"),
            ("''", ""),
        ] {
            assert_eq!(fold(heading), folded);
            assert!(folds_to(heading, folded), "{heading}");
            assert!(!folds_to(heading, &format!("{folded}s")) && !folds_to(&format!("{heading}s"), folded));
        }
    }
}
