//! A drawing → SVG text, for a page or as a file of its own.

use crate::model::Quantity;
use crate::render::document::{Chart, Sparkline, words};
use crate::render::figure_files::decimal;
use crate::render::html::{attribute, text};

use super::STYLE;
use super::drawing::{Datum, Drawing, Shape, Words};

/// The width at which a file is shown unless it is fitted to a page, and the height of its letters, in pixels.
const FILE_WIDTH: i64 = 640;
const FILE_LETTERS: i64 = 15;
/// What a file has around its drawing, in pixels.
const FILE_MARGIN: i64 = 16;

/// The drawing within a page, called by the element `title` there and told by its own description.
#[must_use]
pub(crate) fn inline(chart: &Chart, title: &str) -> String {
    let says = format!("chart.{}.says", chart.name);
    let height = thousandths(chart.drawing.height, "em");
    let mut svg = format!(
        "<svg class=\"drawing\" role=\"img\" aria-labelledby=\"{} {says}\" width=\"100%\" height=\"{height}\">\n\
         <desc id=\"{says}\">{}</desc>\n",
        attribute(title),
        text(&chart.says)
    );
    draw(chart, &mut svg);
    svg.push_str("</svg>");
    svg
}

/// A small drawing within text.
#[must_use]
pub(crate) fn within_text(line: &Sparkline) -> String {
    let height = thousandths(line.drawing.height, "em");
    let says = attribute(&line.says);
    let mut svg = format!(
        "<svg class=\"drawing\" role=\"img\" aria-label=\"{says}\" width=\"100%\" height=\"{height}\">\n"
    );
    line.drawing.shapes.iter().for_each(|shape| write(shape, "", &mut svg));
    svg.push_str("</svg>");
    svg
}

/// The drawing as a file that needs nothing else.
pub(super) fn file(chart: &Chart) -> String {
    let height = chart.drawing.height.saturating_mul(FILE_LETTERS).checked_div(1000).unwrap_or(0);
    let all = height.saturating_add(FILE_MARGIN.saturating_mul(2));
    let inner = FILE_WIDTH.saturating_sub(FILE_MARGIN.saturating_mul(2));
    let share = inner.saturating_mul(100_000).checked_div(FILE_WIDTH).unwrap_or(0);
    let margin = 100_000_i64.saturating_sub(share).checked_div(2).unwrap_or(0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart file\" role=\"img\" aria-labelledby=\"title says\" \
         width=\"{FILE_WIDTH}\" height=\"{all}\">\n<title id=\"title\">{}</title>\n<desc id=\"says\">{}</desc>\n\
         <style>\n{STYLE}</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n\
         <svg class=\"drawing\" x=\"{}\" y=\"{FILE_MARGIN}\" width=\"{}\" height=\"{height}\">\n",
        text(&words(&chart.title)),
        text(&chart.says),
        thousandths(margin, "%"),
        thousandths(share, "%"),
    );
    draw(chart, &mut svg);
    svg.push_str("</svg>\n</svg>\n");
    svg
}

fn draw(chart: &Chart, svg: &mut String) {
    let Drawing { shapes, .. } = &chart.drawing;
    let hatch = format!("chart.{}.hatch", chart.name);
    if shapes.iter().any(|shape| matches!(shape, Shape::Bar { hatched: true, .. })) {
        svg.push_str(&format!(
            "<defs><pattern id=\"{hatch}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><line class=\"hatch\" x1=\"2\" y1=\"0\" x2=\"2\" y2=\"6\"/></pattern></defs>\n"
        ));
    }
    for shape in shapes {
        write(shape, &hatch, svg);
        svg.push('\n');
    }
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
                svg.push_str(&format!(" fill=\"url(#{hatch})\""));
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
    svg.push_str(&format!("<{name}"));
    if !class.is_empty() {
        svg.push_str(&format!(" class=\"{class}\""));
    }
    for (key, number, unit) in place {
        svg.push_str(&format!(" {key}=\"{}\"", thousandths(*number, unit)));
    }
    let Some(datum) = datum else { return };
    let id = datum.id.as_ref().map(ToString::to_string).unwrap_or_default();
    svg.push_str(&format!(" data-figure=\"{}\" data-signs=\"{}\"", attribute(&id), attribute(&datum.signs)));
    for (key, end) in ends(datum.number) {
        svg.push_str(&format!(" data-{key}=\"{end}\""));
    }
}

/// The numbers of a datum as the files of figures give them.
fn ends(number: Option<Quantity>) -> Vec<(&'static str, String)> {
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
fn thousandths(number: i64, unit: &str) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, part) = (number.unsigned_abs() / 1000, number.unsigned_abs() % 1000);
    let part = format!("{part:03}");
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}{unit}"),
        part => format!("{sign}{whole}.{part}{unit}"),
    }
}
