//! Lines over months or years, a line a series, each called by its name where it ends.

use crate::model::{Quantity, Ratio};
use crate::narrative::{Chart, ChartPoint};
use crate::words::on_axis;

use super::bars::lines_of;
use super::drawing::{Across, Datum, Down, Drawing, Shape, Words};
use super::gaps;
use super::scale::Scale;

/// Where the first point stands: the numbers of the axis have room before it, on the narrowest page too.
const LEFT: Across = 18_000;
/// Where it stands without an axis: half the name of a year has room before it.
const LEFT_BARE: Across = 12_000;
/// Where the last stands: with the names of lines after it, and without.
const RIGHT_NAMED: Across = 64_000;
const RIGHT: Across = 88_000;
const TOP: Down = 1_900;
const HEIGHT: Down = 11_000;
const BOTTOM: Down = TOP + HEIGHT;
/// The distance between two lines of words.
const LINE: Down = 1_250;
/// As many letters as a line of a name has room for behind its line on the narrowest page.
const LETTERS: usize = 11;
/// The most points of a single line that each have their number beside them.
const ALL_NUMBERED: usize = 6;

/// The drawing of a chart of lines.
pub(super) fn draw(chart: &Chart) -> Drawing {
    let numbers = chart.points().filter_map(|point| point.number.as_ref());
    let plot = Plot { chart, scale: Scale::of(numbers, chart.whole) };
    let mut drawing = Drawing { height: BOTTOM + 1_800, numbered: plot.all_numbered(), ..Drawing::default() };
    plot.axis(&mut drawing);
    plot.places(&mut drawing);
    // The first series lies over the others.
    for series in (0..chart.series.len()).rev() {
        plot.line(series, &mut drawing);
    }
    for series in (0..chart.series.len()).rev() {
        plot.marks(series, &mut drawing);
        let points: Vec<&ChartPoint> = chart.points_of(series).collect();
        let across = |position| plot.across(position);
        gaps::draw(&points, series, across, Plot::foot(series), &mut drawing);
    }
    plot.names(&mut drawing);
    drawing
}

struct Plot<'c> {
    chart: &'c Chart,
    scale: Scale,
}

impl Plot<'_> {
    /// Whether each point has its number beside it, so that no axis is needed.
    fn all_numbered(&self) -> bool {
        self.chart.series.len() == 1 && self.chart.groups.len() <= ALL_NUMBERED
    }

    fn left(&self) -> Across {
        if self.all_numbered() { LEFT_BARE } else { LEFT }
    }

    fn right(&self) -> Across {
        if self.chart.series.len() > 1 { RIGHT_NAMED } else { RIGHT }
    }

    /// Where the group at that position stands.
    fn across(&self, position: usize) -> Across {
        let last = i64::try_from(self.chart.groups.len().saturating_sub(1)).unwrap_or(0).max(1);
        let position = i64::try_from(position).unwrap_or(0);
        let width = self.right().saturating_sub(self.left());
        self.left().saturating_add(width.saturating_mul(position).checked_div(last).unwrap_or(0))
    }

    fn down(&self, number: Ratio) -> Down {
        BOTTOM.saturating_sub(self.scale.at(number, HEIGHT))
    }

    fn axis(&self, drawing: &mut Drawing) {
        let nought = |tick: &&Ratio| tick.is_zero() || !self.all_numbered();
        for tick in self.scale.ticks.iter().filter(nought) {
            let down = self.down(*tick);
            let class = if tick.is_zero() { "axis" } else { "grid" };
            drawing.line((0, down), (self.right().saturating_add(2_000), down), class);
            let text = on_axis(*tick, self.chart.unit);
            drawing.words(Words {
                at: (0, down.saturating_sub(250)),
                class: "quiet",
                text,
                ..Words::default()
            });
        }
    }

    /// The names of months and years beneath.
    fn places(&self, drawing: &mut Drawing) {
        let months = self.chart.groups.iter().all(|group| !group.name.contains(char::is_numeric));
        // Months of more than a year are too many to be all named.
        let in_short = |name: &str| {
            name.split_once(' ').map(|(month, year)| format!("{} {year}", month.get(..3).unwrap_or(month)))
        };
        let most = if self.chart.groups.iter().any(|group| in_short(&group.name).is_some()) { 3 } else { 4 };
        let apart = self.chart.groups.len().div_ceil(most).max(1);
        let last = self.chart.groups.len().saturating_sub(1);
        for (position, group) in self.chart.groups.iter().enumerate() {
            let (text, if_wide) = if months {
                let short = |from, to| group.name.chars().skip(from).take(to).collect::<String>();
                (short(0, 1), short(1, 2))
            } else if last.saturating_sub(position).is_multiple_of(apart) {
                (in_short(&group.name).unwrap_or_else(|| group.name.clone()), String::new())
            } else if in_short(&group.name).is_some() {
                continue;
            } else {
                (String::new(), group.name.clone())
            };
            let at = (self.across(position), BOTTOM.saturating_add(1_350));
            drawing.words(Words { at, centred: true, class: "quiet", text, if_wide, ..Words::default() });
        }
    }

    /// A line from each point to the next; none where one of the two is not a single number, or they are of others.
    fn line(&self, series: usize, drawing: &mut Drawing) {
        let points: Vec<&ChartPoint> = self.chart.points_of(series).collect();
        for (position, pair) in points.windows(2).enumerate() {
            let [Some(one), Some(next)] =
                [pair.first(), pair.last()].map(|point| point?.number.as_ref()?.point())
            else {
                continue;
            };
            if pair.last().is_some_and(|next| next.apart) {
                continue;
            }
            let from = (self.across(position), self.down(one));
            let to = (self.across(position.saturating_add(1)), self.down(next));
            drawing.line(from, to, format!("line s{}", series.saturating_add(1)));
        }
    }

    fn marks(&self, series: usize, drawing: &mut Drawing) {
        let numbered = self.numbered(series);
        for (position, point) in self.chart.points_of(series).enumerate() {
            let across = self.across(position);
            let class = format!("s{}", series.saturating_add(1));
            let Some(number) = &point.number else { continue };
            let (low, high) = self.scale.ends(number);
            let (down, up) = (self.down(low), self.down(high));
            let datum = Datum::of(point);
            let doubt = if number.flags().said_of_each() { " about" } else { "" };
            drawing.shapes.push(match number.point() {
                Some(_) => Shape::Dot { at: (across, down), class: format!("dot {class}{doubt}"), datum },
                None => {
                    let class = format!("between {class}");
                    Shape::Line { from: (across, down), to: (across, up), class, datum }
                }
            });
            let text = if numbered.contains(&position) {
                point.signs.clone()
            } else if number.flags().said_of_each() {
                "~".to_owned()
            } else {
                continue;
            };
            let at = (across, up.saturating_sub(600));
            drawing.words(Words { at, centred: true, class: "value", text, ..Words::default() });
        }
    }

    /// Where the dashes of numbers of a series stand that can't be given.
    fn foot(series: usize) -> Down {
        let above = i64::try_from(series).unwrap_or(0).saturating_mul(LINE).saturating_add(250);
        BOTTOM.saturating_sub(above)
    }

    /// The positions of a series whose numbers stand beside them: all of a short line, else the highest.
    fn numbered(&self, series: usize) -> Vec<usize> {
        let points = || self.chart.points_of(series).enumerate();
        if self.all_numbered() {
            return points().map(|(position, _)| position).collect();
        }
        let highest = points().filter_map(|(_, point)| point.number.as_ref()?.high()).max();
        let first = points().find(|(_, point)| {
            point.number.as_ref().and_then(Quantity::high) == highest && highest.is_some()
        });
        let last = points().last().map(|(position, _)| position);
        let named = self.chart.series.len() > 1;
        let chosen = if series == 0 { first.map(|(position, _)| position) } else { None };
        let ends = if named { None } else { last };
        // The last of a named line has its number beside its name.
        chosen.into_iter().filter(|chosen| !named || Some(*chosen) != last).chain(ends).collect()
    }

    /// The name of each line beside its last point, with its number; lines that end close together make room.
    fn names(&self, drawing: &mut Drawing) {
        if self.chart.series.len() < 2 {
            return;
        }
        let mut ends: Vec<(Down, usize, Vec<String>, &ChartPoint)> = Vec::new();
        for series in 0..self.chart.series.len() {
            let last = self.chart.points_of(series).filter(|point| point.number.is_some()).last();
            let Some((point, number)) = last.and_then(|point| Some((point, point.number.as_ref()?))) else {
                continue;
            };
            let down = self.down(number.low().or(number.high()).unwrap_or(Ratio::ZERO));
            let name = self.chart.series.get(series).map(String::as_str).unwrap_or_default();
            ends.push((down, series, lines_of(name, LETTERS), point));
        }
        ends.sort_by_key(|(down, series, ..)| (*down, *series));
        let height = |name: &Vec<String>| LINE.saturating_mul(i64::try_from(name.len()).unwrap_or(1));
        // From the lowest up, then none above the top.
        let mut floor = BOTTOM;
        for (down, _, name, _) in ends.iter_mut().rev() {
            *down = (*down).min(floor.saturating_sub(height(name)));
            floor = down.saturating_sub(LINE).saturating_sub(250);
        }
        let across = self.right().saturating_add(2_500);
        let mut ceiling = 800;
        for (down, series, name, point) in ends {
            let mut down = down.max(ceiling);
            let class = ["name s1", "name s2", "name s3", "name s4"].get(series).copied().unwrap_or("name");
            for text in name {
                drawing.words(Words { at: (across, down), class, text, ..Words::default() });
                down = down.saturating_add(LINE);
            }
            let text = point.signs.clone();
            drawing.words(Words { at: (across, down), class: "value", text, ..Words::default() });
            ceiling = down.saturating_add(LINE).saturating_add(250);
        }
    }
}
