//! Which month is the highest, told only where it can be told.

use crate::model::{FigureId, Month, Period, Ratio, Reason, Selection, Span, State};

use super::ledger::{Holding, Reading, Series};

/// The ends between which a month's value certainly lies; none for one that is doubtful or can't be had.
fn ends(reading: &Reading) -> Option<(Option<Ratio>, Option<Ratio>)> {
    let quantity = reading.value.as_ref().ok().filter(|quantity| !quantity.flags().any())?;
    Some((quantity.low(), quantity.high()))
}

/// The month of `span` with the highest value, or those that tie; no month where each is nought.
pub(crate) fn peak(
    series: Option<&Series>,
    holding: &Holding,
    selection: &Selection,
    span: Span,
) -> Result<Vec<Month>, Reason> {
    let held = |month: &Month| series.and_then(|series| series.months.get(month));
    let lacking: Vec<Month> = span.months().filter(|month| held(month).is_none()).collect();
    if !lacking.is_empty() {
        return Err(Reason::MonthsNotSupplied(lacking));
    }
    let readings: Vec<(Month, &Reading)> = span.months().filter_map(|m| Some((m, held(&m)?))).collect();
    for (_, reading) in &readings {
        if let Err(reason) = &reading.value {
            return Err(reason.clone().of_input(|| holding.id(selection, reading.given)));
        }
    }
    let bounds: Option<Vec<_>> = readings.iter().map(|(m, reading)| Some((*m, ends(reading)?))).collect();
    let bounds = bounds.ok_or(Reason::Undecided)?;
    let floor = bounds.iter().filter_map(|(_, (low, _))| *low).max();
    let can_lead = |high: Option<Ratio>| high.is_none() || high >= floor;
    let leaders: Vec<_> = bounds.iter().filter(|(_, (_, high))| can_lead(*high)).collect();
    let tied = leaders.iter().all(|(_, (low, high))| low == high);
    if leaders.iter().all(|(_, (_, high))| high.is_some_and(Ratio::is_zero)) {
        // Where there were none in any month, none is the highest.
        Ok(Vec::new())
    } else if leaders.len() == 1 || tied {
        Ok(leaders.into_iter().map(|(month, _)| *month).collect())
    } else {
        Err(Reason::Undecided)
    }
}

/// What the months of a series come to at the most, gathered once so that each month can be told in one step.
pub(crate) struct Heights {
    /// How many months could be any height.
    doubtful: usize,
    /// The first month whose value can't be had, as its period is given, and why.
    withheld: Option<(Period, Reason)>,
    /// The highest and the second highest of the upper ends.
    top: Option<(Ratio, Month)>,
    second: Option<(Ratio, Month)>,
    /// The highest of the lower ends.
    floor: Option<Ratio>,
    /// How settled the least settled of them is.
    state: State,
}

impl Heights {
    /// Of all months held singly.
    pub(crate) fn of(series: &Series) -> Self {
        let mut heights = Self {
            doubtful: 0,
            withheld: None,
            top: None,
            second: None,
            floor: None,
            state: State::default(),
        };
        for (month, reading) in &series.months {
            let (low, high) = ends(reading).unwrap_or_default();
            heights.floor = heights.floor.max(low);
            heights.state = heights.state.max(reading.state());
            if let (None, Err(reason)) = (&heights.withheld, &reading.value) {
                heights.withheld = Some((reading.given, reason.clone()));
            }
            match high.map(|high| (high, *month)) {
                None => heights.doubtful = heights.doubtful.saturating_add(1),
                Some(found) if heights.top.is_none_or(|(top, _)| found.0 > top) => {
                    heights.second = heights.top.replace(found);
                }
                Some(found) if heights.second.is_none_or(|(second, _)| found.0 > second) => {
                    heights.second = Some(found);
                }
                Some(_) => {}
            }
        }
        heights
    }

    /// How settled the values are.
    pub(super) fn state(&self) -> State {
        self.state
    }

    /// The highest of the other months: the one that `month` is held against.
    pub(crate) fn rival(&self, month: Month) -> Option<Month> {
        self.rival_end(month).map(|(_, rival)| rival)
    }

    fn rival_end(&self, month: Month) -> Option<(Ratio, Month)> {
        self.top.filter(|(_, top)| *top != month).or(self.second)
    }

    /// Whether no other month held is higher than `month`, whose reading this is; a month of none never is the
    /// highest. `id` names the month of a period as given.
    pub(crate) fn is_highest(
        &self,
        month: Month,
        reading: &Reading,
        id: impl Fn(Period) -> FigureId,
    ) -> Result<bool, Reason> {
        reading.value.as_ref().map_err(Clone::clone)?;
        let (low, high) = ends(reading).ok_or(Reason::Undecided)?;
        if let (Some(high), Some(floor)) = (high, self.floor)
            && (floor > high || high.is_zero())
        {
            return Ok(false);
        }
        let doubtful_others = self.doubtful.saturating_sub(usize::from(high.is_none()));
        let above_others = match (low, self.rival_end(month)) {
            (_, None) => true,
            (Some(low), Some((rival, _))) => low >= rival,
            (None, Some(_)) => false,
        };
        match &self.withheld {
            _ if doubtful_others == 0 && above_others => Ok(true),
            Some((given, reason)) => Err(reason.clone().of_input(|| id(*given))),
            None => Err(Reason::Undecided),
        }
    }
}
