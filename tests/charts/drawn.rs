//! Reads marks back out of drawings, and numbers out of the tables beside them.

use std::collections::BTreeMap;

use crate::common::plain;

/// What a number is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    Bar,
    Dot,
    Other,
}

/// A mark of a drawing with the figure that it says it stands for.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) shape: Shape,
    pub(super) figure: String,
    pub(super) signs: String,
    pub(super) value: Option<String>,
    pub(super) low: Option<String>,
    pub(super) high: Option<String>,
    /// How far it reaches from nought, in thousandths of its unit.
    pub(super) length: Option<i64>,
    /// The line from which that is measured: each of several has its own scale.
    pub(super) base: Option<i64>,
}

pub(super) fn marks(svg: &str) -> Vec<Mark> {
    // The base line of a chart of lines, or the last of those of sparklines.
    let mut nought = None;
    let mark = |tag: &str| {
        if attribute(tag, "class").as_deref() == Some("axis") {
            nought = attribute(tag, "y1").map(|y| thousandths(&y));
        }
        let figure = attribute(tag, "data-figure")?;
        let (shape, length) = match tag.split(' ').next() {
            Some("rect") => (Shape::Bar, attribute(tag, "width").map(|width| thousandths(&width))),
            Some("circle") => {
                (Shape::Dot, attribute(tag, "cy").map(|y| nought.expect("a base line") - thousandths(&y)))
            }
            _ => (Shape::Other, None),
        };
        let [value, low, high] = ["value", "low", "high"].map(|key| attribute(tag, &format!("data-{key}")));
        Some(Mark {
            shape,
            figure,
            signs: attribute(tag, "data-signs")?,
            value,
            low,
            high,
            length,
            base: nought,
        })
    };
    tags(svg).filter_map(mark).collect()
}

/// The class of each bar, where it begins, and how far it reaches.
pub(super) fn bars(svg: &str) -> Vec<(String, i64, i64)> {
    let bar = |tag: &str| {
        let class = attribute(tag, "class").filter(|class| class.starts_with("bar"))?;
        Some((class, thousandths(&attribute(tag, "x")?), thousandths(&attribute(tag, "width")?)))
    };
    tags(svg).filter_map(bar).collect()
}

/// The heights of the two ends of each number that is drawn as a line between its bounds, the lower number first.
pub(super) fn bounds(svg: &str) -> Vec<(i64, i64)> {
    let line = |tag: &str| {
        attribute(tag, "class").filter(|class| class.starts_with("between"))?;
        Some((thousandths(&attribute(tag, "y1")?), thousandths(&attribute(tag, "y2")?)))
    };
    tags(svg).filter_map(line).collect()
}

/// The height of the axis.
pub(super) fn nought(svg: &str) -> i64 {
    let axis = tags(svg).find(|tag| attribute(tag, "class").as_deref() == Some("axis")).unwrap();
    thousandths(&attribute(axis, "y1").unwrap())
}

/// The drawing and the table of each chart of a page.
pub(super) fn charts_of_page(page: &str) -> Vec<(String, String)> {
    let figures = page.split("<figure class=\"chart").skip(1);
    let both = |figure: &str| {
        let figure = figure.split_once("</figure>").unwrap().0;
        let (drawing, rest) = figure.split_once("</svg>").unwrap();
        (drawing.to_owned(), rest.to_owned())
    };
    figures.map(both).collect()
}

/// The small lines in tables, each with the words for it.
pub(super) fn lines_in_tables(page: &str) -> Vec<(String, String)> {
    let cells = page.split("<td class=\"chart months\">").skip(1);
    let both = |cell: &str| {
        let line = cell.split_once("</svg>").unwrap().0;
        (line.to_owned(), attribute(tags(line).next().unwrap(), "aria-label").unwrap())
    };
    cells.map(both).collect()
}

/// The figures of a table and how each is shown, in the signs of a chart where the figure is exact.
pub(super) fn table_of(html: &str) -> BTreeMap<String, String> {
    let (_, rows) = html.split_once("<tbody>").unwrap();
    let data = rows.split("<data ").skip(1);
    let one = |data: &str| {
        let (tag, rest) = data.split_once('>').unwrap();
        (attribute(tag, "value").unwrap(), plain(rest.split_once('<').unwrap().0))
    };
    data.map(one).collect()
}

fn tags(svg: &str) -> impl Iterator<Item = &str> {
    svg.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag)
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    Some(plain(rest.split_once('"')?.0))
}

/// "12.345em" → 12345.
fn thousandths(length: &str) -> i64 {
    let digits = length.trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    format!("{whole}{part:0<3}").parse().unwrap()
}
