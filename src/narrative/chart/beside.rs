//! Whose figures stand beside the board's own in a chart of years.

use crate::model::{Content, FigureId, Record, Suffix};
use crate::narrative::bind::Binder;
use crate::narrative::table::comparator;
use crate::words::{capitalised, listed};

use super::gather::Row;
use super::said::find;
use super::{Chart, ChartGroup, ChartPoint};

/// What a chart calls those whom the board is compared with, and the suffix that asks for their figure.
type Other = (String, Suffix);

/// Those that a record asks for, in its order, called as tables call them.
pub(super) fn asked(binder: &Binder<'_>, record: &Record) -> Vec<Other> {
    let suffix = |content: &Content| match content {
        Content::Choice("England") => Some(Suffix::England),
        Content::Choice("region") => Some(Suffix::Region),
        Content::Choice("neighbours") => Some(Suffix::Neighbours),
        _ => None,
    };
    let name = |suffix: Suffix| match comparator(binder, suffix) {
        none if none.is_empty() => capitalised(suffix.name()),
        name => name,
    };
    record.list("beside").iter().filter_map(suffix).map(|suffix| (name(suffix), suffix)).collect()
}

/// Adds the figures of others to that of the board in one year.
pub(super) fn add(row: &mut Row<'_>, others: &[Other]) {
    let Some(own) = row.figures.first().cloned() else { return };
    row.figures.extend(others.iter().map(|(_, suffix)| own.clone().then(*suffix)));
}

/// Whose number a point of the neighbours' mean or median is made of, and how many of them had none.
struct Areas {
    /// The figure of each that had one, whatever its period.
    of: Vec<FigureId>,
    /// Where not all had: how many, and of how many.
    lacking: Option<(usize, usize)>,
}

fn areas_of(binder: &Binder<'_>, point: &ChartPoint) -> Option<Areas> {
    let figure = find(binder, point.id.as_ref()?)?;
    let is_theirs = point.number.is_some() && figure.id.suffixes().contains(&Suffix::Neighbours);
    let lacking = binder.figures.comparator(figure).filter(|_| is_theirs)?.lacking;
    Some(Areas { of: figure.inputs.iter().map(|id| id.clone().without_period()).collect(), lacking })
}

/// Parts each number of the neighbours from the one before it where it is not of the same of them.
pub(super) fn part(binder: &Binder<'_>, chart: &mut Chart) {
    for series in 0..chart.series.len() {
        let mut before: Option<Vec<FigureId>> = None;
        for point in chart.groups.iter_mut().filter_map(|group| group.points.get_mut(series)) {
            let of = areas_of(binder, point).map(|areas| areas.of);
            point.apart = before.is_some() && of.is_some() && before != of;
            before = of.or(before);
        }
    }
}

/// "Neighbours' median: 2 of 3 areas in 2022/23 and 3 of 3 in 2023/24.": of how many the numbers of a line are, where
/// they are not of all throughout, and whether it joins them.
pub(super) fn areas(binder: &Binder<'_>, chart: &Chart) -> Option<String> {
    let lacking = |point: &ChartPoint| areas_of(binder, point)?.lacking;
    let mut lines = chart.series.iter().enumerate();
    let (line, name) =
        lines.find(|(line, _)| chart.points_of(*line).any(|point| lacking(point).is_some()))?;
    let (_, all) = chart.points_of(line).find_map(lacking)?;
    let with_number =
        |group: &&ChartGroup| group.points.get(line).is_some_and(|point| point.number.is_some());
    let counted = chart.groups.iter().filter(with_number).enumerate().map(|(position, group)| {
        let had = group.points.get(line).and_then(lacking).map_or(all, |(had, _)| had);
        let areas = if position == 0 { " areas" } else { "" };
        format!("{had} of {all}{areas} in {}", group.name)
    });
    let counted = listed(&counted.collect::<Vec<String>>());
    let parted = chart.points_of(line).any(|point| point.apart);
    let parted = if parted { " Years in which they are not the same areas are not joined." } else { "" };
    Some(format!("{name}: {counted}.{parted}"))
}
