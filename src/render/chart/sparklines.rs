//! Sparklines: a figure with its months as a small line beside it, each on a scale of its own from nought.

use crate::model::{Quantity, Ratio};
use crate::narrative::{Chart, ChartPoint};
use crate::render::document::Sparkline;

use super::bars::{LETTERS, lines_of};
use super::drawing::{Across, Datum, Down, Drawing, Shape, Words};
use super::gaps;
use super::scale::Scale;
use super::svg::within_text;

/// Where the line begins and ends: the figure has room before it.
const LEFT: Across = 32_000;
const RIGHT: Across = 98_000;
const HEIGHT: Down = 1_800;
const BETWEEN: Down = 1_200;
/// What parts the name of a figure from its line.
const BENEATH_NAME: Down = 800;
/// The distance between two lines of words.
const LINE: Down = 1_350;

/// The drawing: a row a figure. The first group is the figure itself, the others are its months.
pub(super) fn draw(chart: &Chart) -> Drawing {
    let mut drawing = Drawing::default();
    let mut down = 0;
    for (series, name) in chart.series.iter().enumerate() {
        for text in lines_of(name, LETTERS) {
            let at = (0, down + 1_000);
            drawing.words(Words { at, text, ..Words::default() });
            down += LINE;
        }
        let points: Vec<&ChartPoint> = chart.points_of(series).collect();
        if let Some((whole, months)) = points.split_first() {
            line(months, down + BENEATH_NAME, (LEFT, RIGHT), &mut drawing);
            let at = (0, down + BENEATH_NAME + 1_000);
            let (text, datum) = (whole.signs.clone(), Datum::of(whole));
            drawing.words(Words { at, class: "value", text, datum, ..Words::default() });
        }
        down += BENEATH_NAME + HEIGHT + BETWEEN;
    }
    drawing.height = down;
    drawing
}

/// The line of some months by itself, for a row of a table; `says` tells all that it shows.
pub(in crate::render) fn months_line(months: &[ChartPoint], says: &str) -> Sparkline {
    let mut drawing = Drawing { height: HEIGHT, ..Drawing::default() };
    line(&months.iter().collect::<Vec<_>>(), 0, (2_000, 98_000), &mut drawing);
    // Signs in a gap would need a key: the words beneath say that there are gaps.
    drawing.shapes.retain(|shape| !matches!(shape, Shape::Words(_)));
    Sparkline { svg: within_text(&drawing, says).into() }
}

/// The line of some months beneath `top`, from left to right; it has gaps where a month is not a single number.
fn line(months: &[&ChartPoint], top: Down, (left, right): (Across, Across), drawing: &mut Drawing) {
    let scale = Scale::of(months.iter().filter_map(|point| point.number.as_ref()), false);
    let last = i64::try_from(months.len().saturating_sub(1)).unwrap_or(0).max(1);
    let across = |position: usize| {
        let position = i64::try_from(position).unwrap_or(0);
        left + (right - left).saturating_mul(position).checked_div(last).unwrap_or(0)
    };
    let down = |number: Ratio| top + HEIGHT - scale.at(number, HEIGHT);
    let nought = down(Ratio::ZERO);
    drawing.line((left, nought), (right, nought), "axis");
    let single = |(position, point): (usize, &&ChartPoint)| {
        point.number.as_ref().and_then(Quantity::point).map(|number| (across(position), down(number)))
    };
    let places: Vec<Option<(Across, Down)>> = months.iter().enumerate().map(single).collect();
    for pair in places.windows(2) {
        if let [Some(one), Some(next)] = pair {
            drawing.line(*one, *next, "line s1 thin");
        }
    }
    for ((position, point), place) in months.iter().enumerate().zip(places) {
        let Some(number) = &point.number else { continue };
        let datum = Datum::of(point);
        drawing.shapes.push(match place {
            Some(at) => {
                let doubt = if number.flags().said_of_each() { " about" } else { "" };
                Shape::Dot { at, class: format!("spark s1{doubt}"), datum }
            }
            None => {
                let (low, high) = scale.ends(number);
                let (from, to) = ((across(position), down(low)), (across(position), down(high)));
                Shape::Line { from, to, class: "between s1".to_owned(), datum }
            }
        });
    }
    gaps::draw(months, 0, across, nought - 200, drawing);
}
