//! A drawing → SVG text, for a page or as a file of its own.

use std::sync::Arc;

use crate::model::Quantity;
use crate::render::document::{Chart, words};
use crate::render::figure_files::decimal;
use crate::render::html::{attribute, text};

use super::STYLE;
use super::drawing::{Datum, Down, Drawing, Shape, Words};

/// The width at which a file is shown unless it is fitted to a page, and the height of its letters, in pixels.
const FILE_WIDTH: i64 = 640;
const FILE_LETTERS: i64 = 15;
/// How high a printed page is beneath a chart's title: 55 times its letters, 95 times small ones.
const PAGE: Down = 55_000;
const PAGE_OF_SMALL: Down = 95_000;
/// What a file has around its drawing, in pixels.
const FILE_MARGIN: i64 = 16;

/// How a picture goes on paper, where it can't be scrolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Printed {
    /// As it is.
    Whole,
    /// With smaller letters, so that it fits a page.
    Small,
    /// It is higher than a page: its table stands in its place.
    AsTable,
}

/// The picture of a chart: its shapes are the same on every page and in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    height: Down,
    /// Whether the number of each mark is written beside it.
    pub(in crate::render) numbered: bool,
    /// Its shapes as SVG, a line each.
    shapes: Arc<str>,
}

impl Picture {
    /// How it goes on paper.
    pub(in crate::render) fn printed(&self) -> Printed {
        if self.height <= PAGE {
            Printed::Whole
        } else if self.height <= PAGE_OF_SMALL {
            Printed::Small
        } else {
            Printed::AsTable
        }
    }

    /// The picture of the chart called `name`.
    pub(super) fn of(drawing: &Drawing, name: &str) -> Self {
        let Drawing { height, numbered, shapes } = drawing;
        let hatch = format!("chart.{name}.hatch");
        let mut svg = String::new();
        if shapes.iter().any(|shape| matches!(shape, Shape::Bar { hatched: true, .. })) {
            svg.push_str(&format!(
                "<defs><pattern id=\"{hatch}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"2\" y1=\"0\" x2=\"2\" y2=\"6\"/></pattern></defs>\n"
            ));
        }
        for shape in shapes {
            write(shape, &hatch, &mut svg);
            svg.push('\n');
        }
        Self { height: *height, numbered: *numbered, shapes: svg.into() }
    }
}

/// Writes the picture within a page, called by the element `title` there and told by its own description.
pub(crate) fn inline(chart: &Chart, title: &str, page: &mut String) {
    let (name, title) = (&chart.name, attribute(title));
    page.push_str(&format!(
        "<svg class=\"drawing\" role=\"img\" aria-labelledby=\"{title} chart.{name}.says\" width=\"100%\" height=\""
    ));
    push_thousandths(chart.picture.height, "em", page);
    page.push_str(&format!("\">\n<desc id=\"chart.{name}.says\">{}</desc>\n", text(&chart.says)));
    page.push_str(&chart.picture.shapes);
    page.push_str("</svg>");
}

/// A small drawing within text, which says what it shows.
pub(super) fn within_text(drawing: &Drawing, says: &str) -> String {
    let says = attribute(says);
    let mut svg =
        format!("<svg class=\"drawing\" role=\"img\" aria-label=\"{says}\" width=\"100%\" height=\"");
    push_thousandths(drawing.height, "em", &mut svg);
    svg.push_str("\">\n");
    drawing.shapes.iter().for_each(|shape| write(shape, "", &mut svg));
    svg.push_str("</svg>");
    svg
}

/// The drawing as a file that needs nothing else.
pub(super) fn file(chart: &Chart) -> String {
    let height = chart.picture.height.saturating_mul(FILE_LETTERS).checked_div(1000).unwrap_or(0);
    let all = height.saturating_add(FILE_MARGIN.saturating_mul(2));
    let inner = FILE_WIDTH.saturating_sub(FILE_MARGIN.saturating_mul(2));
    let share = inner.saturating_mul(100_000).checked_div(FILE_WIDTH).unwrap_or(0);
    let margin = 100_000_i64.saturating_sub(share).checked_div(2).unwrap_or(0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart file\" role=\"img\" aria-labelledby=\"title says\" \
         width=\"{FILE_WIDTH}\" height=\"{all}\">\n<title id=\"title\">{}</title>\n<desc id=\"says\">{}</desc>\n\
         <style>\n{STYLE}</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n\
         <svg class=\"drawing\" x=\"",
        text(&words(&chart.title)),
        text(&chart.says),
    );
    push_thousandths(margin, "%", &mut svg);
    push_all(&["\" y=\"", &FILE_MARGIN.to_string(), "\" width=\""], &mut svg);
    push_thousandths(share, "%", &mut svg);
    push_all(&["\" height=\"", &height.to_string(), "\">\n"], &mut svg);
    svg.push_str(&chart.picture.shapes);
    svg.push_str("</svg>\n</svg>\n");
    svg
}

fn write(shape: &Shape, hatch: &str, svg: &mut String) {
    match shape {
        Shape::Line { from, to, class, datum } => {
            let place = [("x1", from.0, "%"), ("y1", from.1, "em"), ("x2", to.0, "%"), ("y2", to.1, "em")];
            element("line", class, &place, datum.as_ref(), svg);
            svg.push_str("/>");
        }
        Shape::Bar { at, width, height, class, hatched, datum } => {
            let place =
                [("x", at.0, "%"), ("y", at.1, "em"), ("width", *width, "%"), ("height", *height, "em")];
            element("rect", class, &place, datum.as_ref(), svg);
            if *hatched {
                push_all(&[" fill=\"url(#", hatch, ")\""], svg);
            }
            svg.push_str("/>");
        }
        Shape::Dot { at, class, datum } => {
            let radius = if class.starts_with("spark") { 110 } else { 250 };
            let place = [("cx", at.0, "%"), ("cy", at.1, "em"), ("r", radius, "em")];
            element("circle", class, &place, datum.as_ref(), svg);
            svg.push_str("/>");
        }
        Shape::Words(words) => write_words(words, svg),
    }
}

fn write_words(words: &Words, svg: &mut String) {
    element(
        "text",
        words.class,
        &[("x", words.at.0, "%"), ("y", words.at.1, "em")],
        words.datum.as_ref(),
        svg,
    );
    if words.behind {
        svg.push_str(" dx=\"0.4em\"");
    }
    if words.centred {
        svg.push_str(" text-anchor=\"middle\"");
    }
    svg.push('>');
    svg.push_str(&text(&words.text));
    for (class, more) in [("wide", &words.if_wide), ("quiet", &words.quiet)] {
        if !more.is_empty() {
            let apart = if class == "quiet" { " dx=\"0.5em\"" } else { "" };
            svg.push_str(&format!("<tspan class=\"{class}\"{apart}>{}</tspan>", text(more)));
        }
    }
    svg.push_str("</text>");
}

/// Opens an element; what it stands for is kept on it, so that its numbers can be read back.
fn element(name: &str, class: &str, place: &[(&str, i64, &str)], datum: Option<&Datum>, svg: &mut String) {
    push_all(&["<", name], svg);
    if !class.is_empty() {
        push_all(&[" class=\"", class, "\""], svg);
    }
    for (key, number, unit) in place {
        push_all(&[" ", key, "=\""], svg);
        push_thousandths(*number, unit, svg);
        svg.push('"');
    }
    let Some(datum) = datum else { return };
    let id = datum.id.as_ref().map(ToString::to_string).unwrap_or_default();
    let signs = attribute(&datum.signs);
    push_all(&[" data-figure=\"", &attribute(&id), "\" data-signs=\"", &signs, "\""], svg);
    for (key, end) in ends(datum.number.as_ref()) {
        push_all(&[" data-", key, "=\"", &end, "\""], svg);
    }
}

fn push_all(parts: &[&str], svg: &mut String) {
    parts.iter().for_each(|part| svg.push_str(part));
}

/// The numbers of a datum as the files of figures give them.
fn ends(number: Option<&Quantity>) -> Vec<(&'static str, String)> {
    let Some(number) = number else { return Vec::new() };
    let digits = |end: Option<crate::model::Ratio>| end.and_then(decimal);
    match number.point() {
        Some(point) => digits(Some(point)).map(|digits| ("value", digits)).into_iter().collect(),
        None => {
            let ends = [("low", digits(number.low())), ("high", digits(number.high()))];
            ends.into_iter().filter_map(|(key, end)| Some((key, end?))).collect()
        }
    }
}

/// 12345 → "12.345em"; without noughts at the end.
fn push_thousandths(number: i64, unit: &str, svg: &mut String) {
    let (whole, mut part) = (number.unsigned_abs() / 1000, number.unsigned_abs() % 1000);
    push_all(&[if number < 0 { "-" } else { "" }, &whole.to_string()], svg);
    svg.push_str(if part > 0 { "." } else { "" });
    while part > 0 {
        svg.extend(u32::try_from(part / 100).ok().and_then(|digit| char::from_digit(digit, 10)));
        part = part % 100 * 10;
    }
    svg.push_str(unit);
}
