//! In which order the groups of a chart stand.

use std::cmp::Reverse;

use crate::model::Ratio;

use super::gather::Asked;
use super::{Chart, ChartForm, ChartGroup};

/// How an action can stand, from done to worst.
pub(super) const STATUSES: [&str; 7] =
    ["complete", "green", "amber/green", "amber", "amber/red", "red", "no data"];

/// Puts categories in order: how actions stand from best to worst, others from the highest to the lowest, those
/// without a number last. Months, years and steps stay as they come.
pub(super) fn arrange(asked: &Asked<'_>, chart: &mut Chart) {
    if chart.form != ChartForm::Status && asked.as_gathered {
        return;
    }
    let groups = std::mem::take(&mut chart.groups);
    let rows = std::mem::take(&mut chart.table.rows);
    let mut both: Vec<_> = groups.into_iter().zip(rows).collect();
    match chart.form {
        ChartForm::Status => {
            both.sort_by_key(|(group, _)| STATUSES.iter().position(|status| *status == group.name));
        }
        _ => both.sort_by_key(|(group, _)| Reverse(size(group))),
    }
    (chart.groups, chart.table.rows) = both.into_iter().unzip();
}

/// The number of a group's first series, or the nearest end of it.
fn size(group: &ChartGroup) -> Option<Ratio> {
    let number = group.points.first()?.number.as_ref()?;
    number.low().or_else(|| number.high())
}
