//! Charts: their published figures (`narrative::Chart`) → shapes on a plane (`Drawing`) → SVG text. All geometry is
//! in whole numbers: across in thousandths of a per cent of the width, down in thousandths of the height of the
//! letters, so that a drawing fits every width and its words keep their size.

mod bars;
mod drawing;
mod files;
mod gaps;
mod lines;
mod scale;
mod sparklines;
mod svg;
#[cfg(test)]
mod tests;

use crate::narrative::{self, ChartForm};

use super::document::Chart;
use super::figures::{figures_table, pieces};

pub use files::chart_files;
pub(super) use sparklines::months_line;
pub(super) use svg::Picture;
pub(super) use svg::{Printed, inline};

/// How charts look, on a page and in their files.
pub(super) const STYLE: &str = include_str!("../../../report-templates/shared/chart.css");

/// A chart as a block of a page.
pub(super) fn chart_block(chart: &narrative::Chart) -> Box<Chart> {
    let drawing = match chart.form {
        ChartForm::Lines => lines::draw(chart),
        ChartForm::Sparklines => sparklines::draw(chart),
        ChartForm::Bars | ChartForm::Shares | ChartForm::Status | ChartForm::Steps => bars::draw(chart),
    };
    Box::new(Chart {
        name: chart.name.clone(),
        title: pieces(&chart.title),
        shows: chart.shows.clone(),
        says: chart.says.clone(),
        notes: chart.notes.clone(),
        picture: Picture::of(&drawing, &chart.name),
        table: figures_table(&chart.table),
    })
}
