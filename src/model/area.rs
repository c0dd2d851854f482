//! Areas: the codes of official statistics, those that the narrative compares the board with, and those that are held.

use std::collections::BTreeMap;

use super::{Text, fold};

/// England's code in official statistics.
pub const ENGLAND: &str = "E92000001";

/// How the values of several neighbours are made into one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Average {
    /// Their sum divided by how many there are.
    Mean,
    /// The one in the middle, or half-way between the two in the middle.
    #[default]
    Median,
}

impl Average {
    /// The word for it in the narrative and in labels.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
        }
    }
}

/// Which areas the narrative names, as it names them: by code, or by a name that only one code has.
#[derive(Clone, Debug, Default)]
pub struct Benchmarks {
    /// The board's own area.
    pub area: Option<Text>,
    /// The region that it is compared with; that of its own rows in open data unless given.
    pub region: Option<Text>,
    /// The neighbours that it is compared with.
    pub neighbours: Vec<Text>,
    /// How their values are made into one.
    pub average: Average,
    /// Whether the numbers of every area are kept, and not only those of the areas that are named.
    pub keeps_every_area: bool,
}

/// The areas whose numbers are held: what they are called, and which of them the board is compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Their names by code.
    pub names: BTreeMap<String, String>,
    /// The code of the board's own area.
    pub own: Option<String>,
    /// The code of its region.
    pub region: Option<String>,
    /// The codes of its neighbours, in the order of the narrative.
    pub neighbours: Vec<String>,
    /// How the neighbours' values are made into one.
    pub average: Average,
}

impl Areas {
    /// The code of an area that goes by `text`: the text itself where no single code has that name.
    #[must_use]
    pub fn code<'t>(&'t self, text: &'t str) -> &'t str {
        if self.names.contains_key(text) {
            return text;
        }
        let wanted = fold(text);
        let mut named = self.names.iter().filter(|(_, name)| fold(name) == wanted).map(|(code, _)| code);
        match (named.next(), named.next()) {
            (Some(code), None) => code,
            _ if wanted == "england" => ENGLAND,
            _ => text,
        }
    }

    /// What an area is called: its name, or its code where no name is known.
    #[must_use]
    pub fn name<'t>(&'t self, code: &'t str) -> &'t str {
        match self.names.get(code) {
            Some(name) => name,
            None if code == ENGLAND => "England",
            None => code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Areas;

    #[test]
    fn an_area_goes_by_its_code_or_by_a_name_that_is_its_alone() {
        let names = [("E06000059", "Dorset"), ("E10000009", "Dorset"), ("E08000035", "Leeds")];
        let names = names.map(|(code, name)| (code.to_owned(), name.to_owned())).into();
        let areas = Areas { names, ..Areas::default() };
        for (text, code) in [
            ("leeds ", "E08000035"),
            ("E08000035", "E08000035"),
            ("Dorset", "Dorset"),
            ("ENGLAND", "E92000001"),
            ("Elsewhere", "Elsewhere"),
        ] {
            assert_eq!(areas.code(text), code);
        }
        assert_eq!(areas.name("E08000035"), "Leeds");
        assert_eq!(areas.name("E08000036"), "E08000036");
    }
}
