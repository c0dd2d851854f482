//! What an earlier report printed of its figures, beside which this report's data can be set.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{FigureId, Suffix, Year};

/// The figures of an earlier report, as it printed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    year: Year,
    printed: BTreeMap<FigureId, String>,
    /// Dimensions and their categories, by the names that they had then.
    called: BTreeSet<(String, String)>,
}

impl Earlier {
    /// What the report on `year` printed, by the ids that figures had in it.
    #[must_use]
    pub fn of(year: Year, printed: BTreeMap<FigureId, String>) -> Self {
        Self { year, printed, called: BTreeSet::new() }
    }

    /// The same with the dimensions and categories that it told of, by the names that they had then.
    #[must_use]
    pub fn calling(self, called: BTreeSet<(String, String)>) -> Self {
        Self { called, ..self }
    }

    /// Dimensions and their categories, by the names that they had then.
    #[must_use]
    pub fn called(&self) -> &BTreeSet<(String, String)> {
        &self.called
    }

    /// The year that it was on.
    #[must_use]
    pub fn year(&self) -> Year {
        self.year
    }

    /// What it printed of the figure that a report on `year` calls `id`: of `contacts.previous` in the report on the
    /// year after, what it said of `contacts`.
    #[must_use]
    pub fn printed(&self, id: &FigureId, year: Year) -> Option<&str> {
        self.printed.get(&self.own_id(id, year)?).map(String::as_str)
    }

    fn own_id(&self, id: &FigureId, year: Year) -> Option<FigureId> {
        let mut own = id.clone();
        if id.period().is_some() {
            return Some(own);
        }
        for _ in self.year.start()..year.start() {
            match own.split_last()? {
                (base, Suffix::Previous) => own = base,
                _ => return None,
            }
        }
        (self.year <= year).then_some(own)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Earlier;
    use crate::model::{FigureId, Year};

    fn id(text: &str) -> FigureId {
        FigureId::parse(text).unwrap()
    }

    #[test]
    fn a_figure_is_known_by_what_the_earlier_report_called_it() {
        let year = |start| Year::beginning(start).unwrap();
        let printed = [("contacts", "690"), ("contacts.previous", "701"), ("contacts[2023-05]", "52")];
        let printed: BTreeMap<FigureId, String> =
            printed.map(|(name, said)| (id(name), said.to_owned())).into();
        let earlier = Earlier::of(year(2023), printed);
        let table = [
            ("contacts.previous", 2024, Some("690")),
            ("contacts.previous.previous", 2024, Some("701")),
            ("contacts.previous.previous", 2025, Some("690")),
            ("contacts[2023-05]", 2024, Some("52")),
            ("contacts", 2023, Some("690")),
            // This year's own figure was not in last year's report.
            ("contacts", 2024, None),
            ("referrals.previous", 2024, None),
            // A report on a later year is not an earlier one.
            ("contacts", 2022, None),
        ];
        for (name, on, said) in table {
            assert_eq!(earlier.printed(&id(name), year(on)), said, "{name} in {on}");
        }
    }
}
