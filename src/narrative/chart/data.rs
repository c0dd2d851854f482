//! What a chart holds before anything is drawn: published figures by groups and series, and the words for them.

use crate::figures::{Amount, PublishedFigure};
use crate::model::{FigureId, Quantity, Reason};
use crate::narrative::Table;
use crate::words::{Said, brief, symbol};

/// A chart: every number in it is that of a published figure, and stands in its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its name in addresses and in the name of its file, which no other chart of the report has:
    /// "contacts-by-month".
    pub name: String,
    /// What it shows, as a statement where the data allow one.
    pub title: Said,
    /// What is drawn: "Contacts to children's social care, by month".
    pub shows: String,
    /// What it says, for who can't see it: what is highest, lowest, changed.
    pub says: String,
    /// What the marks in it mean that stand for doubt.
    pub notes: Vec<String>,
    /// How it is drawn.
    pub form: ChartForm,
    /// The names of what is compared in each group: "2024/25", "2023/24".
    pub series: Vec<String>,
    /// Months, years, categories or steps, in order.
    pub groups: Vec<ChartGroup>,
    /// The sign of the unit in which its numbers are: "%", "£", or none.
    pub unit: &'static str,
    /// Whether it shows whole things, of which an axis has no halves.
    pub whole: bool,
    /// All its numbers.
    pub table: Table,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartForm {
    /// A line a series, over time.
    Lines,
    /// Bars from nought.
    Bars,
    /// Bars of per cent, each in a frame of 100.
    Shares,
    /// Bars in the colours of how an action stands.
    Status,
    /// Figures, each with its months as a small line: the first group is the figures themselves.
    Sparklines,
    /// Bars one after another, with what becomes of every 100 between them.
    Steps,
}

/// What stands at one place of a chart: a month, a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartGroup {
    /// What it is called: "April", "Police".
    pub name: String,
    /// Of a step, the conversion from the step before.
    pub from_before: Option<Conversion>,
    /// Its numbers, one a series.
    pub points: Vec<ChartPoint>,
}

/// What leads from one step to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The figure of it.
    pub point: ChartPoint,
    /// What it is for every 100 of: "for every 100 contacts".
    pub unit: String,
}

/// A number of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartPoint {
    /// Which figure, where there is one.
    pub id: Option<FigureId>,
    /// What stands beside its mark: "6,014", "~1,800", "[c]".
    pub signs: String,
    /// Where its mark stands; none where it can't be had.
    pub number: Option<Quantity>,
    /// Whether it is not of the same areas as the one before it, so that no line joins the two.
    pub apart: bool,
}

impl ChartPoint {
    /// That of a figure.
    pub(in crate::narrative) fn of(figure: &PublishedFigure) -> Self {
        let number = match &figure.outcome {
            Ok(Amount::Number(number)) => Some(number.clone()),
            _ => None,
        };
        Self { id: Some(figure.id.clone()), signs: brief(figure), number, apart: false }
    }

    /// One that can't be had.
    pub(in crate::narrative) fn none(reason: &Reason) -> Self {
        Self { id: None, signs: symbol(reason).to_owned(), number: None, apart: false }
    }
}

impl Chart {
    /// The numbers of one series, group by group.
    pub fn points_of(&self, series: usize) -> impl Iterator<Item = &ChartPoint> {
        self.groups.iter().filter_map(move |group| group.points.get(series))
    }

    /// All its numbers, group by group.
    pub fn points(&self) -> impl Iterator<Item = &ChartPoint> {
        self.groups.iter().flat_map(|group| &group.points)
    }
}
