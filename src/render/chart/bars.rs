//! Bars from nought, one under another: categories, shares, how actions stand, the steps of a journey.

use crate::model::Ratio;
use crate::narrative::{Chart, ChartForm, ChartGroup, ChartPoint};

use super::drawing::{Across, Datum, Down, Drawing, Shape, Words};
use super::scale::{Scale, certain};

/// How far the longest bar reaches: its number has room behind it.
const WIDTH: Across = 54_000;
/// The height of a bar, and what parts it from the next.
const BAR: Down = 1_050;
const BETWEEN_BARS: Down = 200;
const BETWEEN_GROUPS: Down = 750;
/// The distance between two lines of words.
const LINE: Down = 1_350;
/// As many letters of a series' name as have room behind the number of a bar; a longer one stands above it.
const SHORT: usize = 9;
/// As many letters as a line has room for on the narrowest page, with more space between them too.
pub(super) const LETTERS: usize = 30;

/// The drawing of a chart of bars.
pub(super) fn draw(chart: &Chart) -> Drawing {
    let numbers = chart.points().filter_map(|point| point.number.as_ref());
    let scale = match chart.form {
        ChartForm::Shares => Scale::percent(),
        _ => Scale::of(numbers, chart.whole),
    };
    let mut rows = Rows { chart, scale, down: 0, drawing: Drawing::default() };
    for (position, group) in chart.groups.iter().enumerate() {
        rows.group(group, position == 0);
    }
    let nought = rows.scale.at(Ratio::ZERO, WIDTH);
    if nought > 0 {
        rows.drawing.line((nought, 0), (nought, rows.down), "axis");
    }
    Drawing { height: rows.down, numbered: true, ..rows.drawing }
}

struct Rows<'c> {
    chart: &'c Chart,
    scale: Scale,
    /// Where the next thing begins.
    down: Down,
    drawing: Drawing,
}

impl Rows<'_> {
    fn group(&mut self, group: &ChartGroup, is_first: bool) {
        if !is_first {
            self.down = self.down.saturating_add(BETWEEN_GROUPS);
        }
        if let Some(conversion) = &group.from_before {
            let text = format!("↓ {} {}", conversion.point.signs, conversion.unit);
            for (position, text) in lines_of(&text, LETTERS).into_iter().enumerate() {
                let datum = if position == 0 { Datum::of(&conversion.point) } else { None };
                self.words("quiet", text, datum);
            }
            self.down = self.down.saturating_add(BETWEEN_GROUPS / 2);
        }
        for text in lines_of(&group.name, LETTERS) {
            self.words("", text, None);
        }
        self.down = self.down.saturating_add(350);
        for (series, point) in group.points.iter().enumerate() {
            if series > 0 {
                self.down = self.down.saturating_add(BETWEEN_BARS);
            }
            self.bar(group, series, point, is_first);
            self.down = self.down.saturating_add(BAR);
        }
    }

    fn words(&mut self, class: &'static str, text: String, datum: Option<Datum>) {
        let at = (0, self.down.saturating_add(1_000));
        self.drawing.words(Words { at, class, text, datum, ..Words::default() });
        self.down = self.down.saturating_add(LINE);
    }

    fn bar(&mut self, group: &ChartGroup, series: usize, point: &ChartPoint, is_first: bool) {
        let several = self.chart.series.len() > 1 && is_first;
        let name = self.chart.series.get(series).filter(|_| several).cloned().unwrap_or_default();
        let is_long = name.chars().count() > SHORT;
        if is_long {
            self.words("quiet", name.clone(), None);
            self.down = self.down.saturating_add(250);
        }
        let mut end = self.scale.at(Ratio::ZERO, WIDTH);
        if self.chart.form == ChartForm::Shares {
            self.push((0, WIDTH), "frame".to_owned(), false, None);
            end = WIDTH;
        }
        let mut datum = Datum::of(point);
        if let Some(number) = &point.number {
            let class = match self.chart.form {
                ChartForm::Status => format!("bar status-{}", group.name.replace(['/', ' '], "-")),
                _ => format!("bar s{}", series.saturating_add(1)),
            };
            let class = if number.flags().said_of_each() { format!("{class} about") } else { class };
            let (from, to) = self.between(Ratio::ZERO, certain(number));
            self.push((from, to), class, series > 0, datum.take_if(|_| number.point().is_some()));
            end = end.max(to);
            if number.point().is_none() {
                let (low, high) = self.scale.ends(number);
                let (from, to) = self.between(low, high);
                self.push((from, to), format!("bar pale s{}", series.saturating_add(1)), false, datum.take());
                end = end.max(to);
            }
        }
        let quiet = if is_long { String::new() } else { name };
        let at = (end, self.down.saturating_add(880));
        let text = point.signs.clone();
        self.drawing.words(Words {
            at,
            behind: true,
            class: "value",
            text,
            quiet,
            datum,
            ..Words::default()
        });
    }

    /// From the one number to the other, left to right.
    fn between(&self, one: Ratio, other: Ratio) -> (Across, Across) {
        let (one, other) = (self.scale.at(one, WIDTH), self.scale.at(other, WIDTH));
        (one.min(other), one.max(other))
    }

    fn push(&mut self, (from, to): (Across, Across), class: String, hatched: bool, datum: Option<Datum>) {
        let (at, width) = ((from, self.down), to.saturating_sub(from));
        self.drawing.shapes.push(Shape::Bar { at, width, height: BAR, class, hatched, datum });
    }
}

/// Words in lines of at most so many letters; a word that is longer goes on in the next line.
pub(super) fn lines_of(words: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count().saturating_add(word.chars().count()) < letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.extend(pieces_of(word, letters)),
        }
    }
    lines
}

/// A word in pieces of at most so many letters.
fn pieces_of(word: &str, letters: usize) -> Vec<String> {
    let all: Vec<char> = word.chars().collect();
    all.chunks(letters.max(1)).map(|piece| piece.iter().collect()).collect()
}
