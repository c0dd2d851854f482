//! What an earlier report printed of its figures, beside which this report's data can be set.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{FigureId, Period, Periods, Suffix, Year};

/// The figures of an earlier report, as it printed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    year: Year,
    printed: BTreeMap<FigureId, Printed>,
    /// Dimensions and their categories, by the names that they had then.
    called: BTreeSet<(String, String)>,
}

/// What a report printed of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Its words: "690".
    pub words: String,
    /// What it was a number of when, where the report says so.
    pub period: Option<Periods>,
}

impl Earlier {
    /// What the report on `year` printed, by the ids that figures had in it.
    #[must_use]
    pub fn of(year: Year, printed: BTreeMap<FigureId, Printed>) -> Self {
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

    /// What it printed of the figure that a report on `year` calls `id`, for the same `period`: of `contacts.previous` in
    /// the report on the year after, what it said of `contacts`.
    #[must_use]
    pub fn printed(&self, id: &FigureId, period: &Periods, year: Year) -> Option<&str> {
        let printed = self.ids(id, year).into_iter().find_map(|id| self.printed.get(&id))?;
        printed.period.as_ref().is_none_or(|then| then == period).then_some(printed.words.as_str())
    }

    /// The ids under which it may hold the figure that a report on `year` calls `id`: a year is called by how far it lies
    /// back, or by its name.
    fn ids(&self, id: &FigureId, year: Year) -> Vec<FigureId> {
        if self.year > year {
            return Vec::new();
        }
        let (base, named) = match id.period() {
            Some(Period::Year(named)) => (id.clone().without_period(), named),
            Some(_) => return vec![id.clone()],
            None => {
                let (base, back) = id.without_previous();
                (base, year.plus(back.saturating_neg()))
            }
        };
        let by_name = base.clone().at(Period::Year(named));
        let back = self.year.start().checked_sub(named.start()).filter(|back| *back >= 0);
        back.map(|back| back_by(base, back)).into_iter().chain([by_name]).collect()
    }
}

fn back_by(id: FigureId, years: i16) -> FigureId {
    (0..years).fold(id, |id, _| id.then(Suffix::Previous))
}

#[cfg(test)]
mod tests {
    use super::{Earlier, Printed};
    use crate::model::{FigureId, Month, Period, Periods, Span, Year};

    fn id(text: &str) -> FigureId {
        FigureId::parse(text).unwrap()
    }

    fn of(words: &str, period: Option<Period>) -> Printed {
        Printed { words: words.to_owned(), period: period.map(Periods::from) }
    }

    #[test]
    fn a_figure_is_known_by_what_the_earlier_report_called_it() {
        let year = |start| Year::beginning(start).unwrap();
        let printed = [("contacts", "690"), ("contacts.previous", "701"), ("contacts[2023-05]", "52")];
        let earlier = Earlier::of(year(2023), printed.map(|(name, said)| (id(name), of(said, None))).into());
        let table = [
            ("contacts.previous", 2024, Some("690")),
            ("contacts.previous.previous", 2024, Some("701")),
            ("contacts.previous.previous", 2025, Some("690")),
            ("contacts[2023-05]", 2024, Some("52")),
            // The same year by its name.
            ("contacts[2023/24]", 2024, Some("690")),
            ("contacts[2022/23]", 2024, Some("701")),
            ("contacts[2024/25]", 2024, None),
            ("contacts", 2023, Some("690")),
            // This year's own figure was not in last year's report.
            ("contacts", 2024, None),
            ("referrals.previous", 2024, None),
            // A report on a later year is not an earlier one.
            ("contacts", 2022, None),
        ];
        for (name, on, said) in table {
            assert_eq!(
                earlier.printed(&id(name), &Period::Year(year(2023)).into(), year(on)),
                said,
                "{name} in {on}"
            );
        }
    }

    #[test]
    fn what_was_printed_for_other_months_is_not_what_was_published_of_these() {
        let year = |start| Year::beginning(start).unwrap();
        let whole = Period::Year(year(2023));
        let month = |number| Month::new(2023, number).unwrap();
        let half = Period::Span(Span::new(month(4), month(9)).unwrap());
        let printed = [(id("contacts[2023/24]"), of("1,092", Some(whole)))];
        let earlier = Earlier::of(year(2023), printed.into());
        assert_eq!(earlier.printed(&id("contacts.previous"), &whole.into(), year(2024)), Some("1,092"));
        assert_eq!(earlier.printed(&id("contacts.previous"), &half.into(), year(2024)), None);
    }
}
