//! A measure month by month: as the data give each month, or as the parts of a complete dimension make it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Cell, Month, Period, Selection};

use super::basis::Basis;
use super::ledger::{Holding, Ledger, Reading, Series};
use super::question::{Moment, Time};

impl Ledger {
    /// The months of a part of a measure that are given or that its parts make; only the months of such a series count.
    pub(crate) fn by_month<'l>(
        &self,
        holding: &'l Holding,
        selection: &Selection,
    ) -> Option<Cow<'l, Series>> {
        let given = holding.series.get(selection);
        let made = self.made_months(holding, selection, given);
        if made.is_empty() {
            return given.map(Cow::Borrowed);
        }
        let mut months = made;
        months.extend(given.into_iter().flat_map(|given| given.months.clone()));
        Some(Cow::Owned(Series { months, ..Series::default() }))
    }

    /// The months that are not given and that parts make: those with a number, and those of which a part is withheld.
    fn made_months(
        &self,
        holding: &Holding,
        selection: &Selection,
        given: Option<&Series>,
    ) -> BTreeMap<Month, Reading> {
        let parts = holding.complete_parts(selection).flat_map(|(_, parts)| parts);
        let of_parts: BTreeSet<Month> = parts
            .filter_map(|part| holding.series.get(&part))
            .flat_map(|series| series.months.keys().copied())
            .filter(|month| given.is_none_or(|given| !given.months.contains_key(month)))
            .collect();
        let made = of_parts
            .into_iter()
            .filter_map(|month| Some((month, self.made_month(holding, selection, Period::Month(month))?)));
        made.collect()
    }

    fn made_month(&self, holding: &Holding, selection: &Selection, given: Period) -> Option<Reading> {
        let moment = Time::at(given).moment(holding.measure.kind, &self.plan);
        let value = self.measured(holding, selection, moment);
        let lacks = |reason: &crate::model::Reason| reason.is_absence() || reason.awaited_from().is_some();
        if value.as_ref().is_err_and(lacks) {
            return None;
        }
        let mut cells = self.cells_of(holding, selection, moment).into_iter();
        Some(Reading { value, cell: cells.next()?, others: cells.collect(), given })
    }

    /// The cells of the parts that make a value.
    fn cells_of(&self, holding: &Holding, selection: &Selection, moment: Moment) -> Vec<Cell> {
        match self.basis(holding, selection, moment) {
            Basis::Read(reading) => reading.cells().collect(),
            Basis::Parts(parts) => {
                parts.iter().flat_map(|part| self.cells_of(holding, part, moment)).collect()
            }
            Basis::Sum(_) | Basis::Weighted(..) | Basis::Absent(_) => Vec::new(),
        }
    }
}
