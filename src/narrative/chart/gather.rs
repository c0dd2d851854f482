//! What a chart asks for: which figures, in which groups and series.

use crate::model::{FigureId, Month, Period, Record, Span, Suffix, Text};
use crate::narrative::bind::Binder;
use crate::words::{spoken, spoken_month};

use super::{ChartForm, beside, cant, is_number, parts, sparklines, steps, subject, years};

/// The figures of a chart.
pub(super) struct Asked<'r> {
    pub(super) form: ChartForm,
    /// The figure that it shows the parts of; of steps, the first.
    pub(super) base: FigureId,
    /// How its name in the narrative is written, for uses and findings.
    pub(super) named: &'r Text,
    /// What it is shown by: "month", "source"; empty for steps.
    pub(super) by: String,
    /// The header of its groups: "Month".
    pub(super) first: String,
    /// What is compared in each group.
    pub(super) series: Vec<String>,
    pub(super) rows: Vec<Row<'r>>,
    /// Whether its groups are to stand in the order in which they are gathered, rather than by their size.
    pub(super) as_gathered: bool,
    /// What it does not show that its reader will look for, and why.
    pub(super) without: Option<String>,
}

/// The figures of one group.
pub(super) struct Row<'r> {
    pub(super) name: String,
    /// One a series.
    pub(super) figures: Vec<FigureId>,
    /// Of a step, the conversion from the one before.
    pub(super) from_before: Option<FigureId>,
    /// Where the narrative names it, if apart from the chart's own figure.
    pub(super) named: Option<&'r Text>,
}

impl Row<'_> {
    pub(super) fn of(name: impl Into<String>, figures: Vec<FigureId>) -> Self {
        Self { name: name.into(), figures, from_before: None, named: None }
    }
}

impl Asked<'_> {
    /// Whether steps stand in it, with conversions between them.
    pub(super) fn conversions(&self) -> bool {
        self.form == ChartForm::Steps
    }

    /// What it is called in addresses: "contacts by month".
    pub(super) fn name(&self) -> String {
        match self.rows.last() {
            _ if self.form == ChartForm::Sparklines => format!("sparklines {}", self.base),
            Some(last) if self.conversions() => {
                let last = last.figures.first().map(FigureId::to_string).unwrap_or_default();
                format!("{} to {last}", self.base)
            }
            _ => format!("{} by {}", self.base, self.by),
        }
    }
}

/// What a record asks for; none, and a finding, where it can't be had.
pub(super) fn gather<'r>(binder: &mut Binder<'_>, record: &'r Record, path: &str) -> Option<Asked<'r>> {
    let lists = (record.list("steps"), record.list("sparklines"));
    match (record.text("figure"), record.text("by"), lists) {
        (Some(figure), Some(by), ([], [])) => gather_by(binder, record, (figure, by), path),
        (None, None, ([], [_, ..])) => sparklines::gather(binder, record, path),
        (None, None, ([_, ..], [])) => steps::gather(binder, record, path),
        _ => {
            let message = "a chart needs a `figure` and what it is shown `by`, or `steps`, or `sparklines`";
            let help = "write `{ figure = \"contacts\", by = \"month\" }` or `{ steps = [\"contacts\", \"referrals\"] }`";
            cant(binder, record.place, message, help);
            None
        }
    }
}

fn gather_by<'r>(
    binder: &mut Binder<'_>,
    record: &'r Record,
    (name, by): (&'r Text, &'r Text),
    path: &str,
) -> Option<Asked<'r>> {
    let base = binder.named_figure(name, path)?;
    if !is_number(binder, &base, name) {
        return None;
    }
    let asked = |form, first: &str, series, rows| Asked {
        form,
        base: base.clone(),
        named: name,
        by: by.as_str().trim().to_owned(),
        first: first.to_owned(),
        series,
        rows,
        as_gathered: true,
        without: None,
    };
    if by.as_str().trim() != "year" && !record.list("beside").is_empty() {
        cant(binder, by.whole(), "only years can be shown beside other areas'", "write `by = \"year\"`");
        return None;
    }
    match by.as_str().trim() {
        "month" => {
            let span = span_of(binder, &base, name)?;
            let mut series = years_compared(binder, span);
            if is_long(span) {
                series.truncate(1);
            }
            Some(asked(ChartForm::Lines, "Month", series, months(span, &base)))
        }
        "year" => {
            let others = beside::asked(binder, record);
            let mut rows = years::gather(binder, &base);
            rows.iter_mut().for_each(|row| beside::add(row, &others));
            let own = if others.is_empty() {
                subject::label_of(binder, &base.clone().without_period())
            } else {
                "Our area".to_owned()
            };
            let names = others.iter().map(|(name, _)| name.clone());
            let series = std::iter::once(own).chain(names).collect();
            let without = years::without(binder, &rows);
            Some(Asked { without, ..asked(ChartForm::Lines, "Year", series, rows) })
        }
        dimension => {
            let span = span_of(binder, &base, name)?;
            let rows = parts::gather(binder, &base, by)?;
            let is_status = !rows.is_empty()
                && rows.iter().all(|row| super::order::STATUSES.contains(&row.name.as_str()));
            let form = match base.suffixes().first() {
                _ if is_status => ChartForm::Status,
                Some(Suffix::PercentOfTotal) => ChartForm::Shares,
                _ => ChartForm::Bars,
            };
            let first = parts::title_case(dimension);
            let mut asked = asked(form, &first, years_compared(binder, span), rows);
            asked.as_gathered = record.choice("order") == Some("name");
            Some(asked)
        }
    }
}

/// The months that a chart covers: those of the period that its figure names, else of the report.
fn span_of(binder: &mut Binder<'_>, base: &FigureId, name: &Text) -> Option<Span> {
    let Some(period) = base.period() else { return Some(binder.narrative.settings.span) };
    let span = binder.narrative.settings.calendar.months_in(period);
    if span.is_none() {
        let message = format!("`{base}` is of one day, so it can't be set beside other months or years");
        cant(binder, name.whole(), message, "name the figure without the day");
    }
    span
}

/// These months and the same a year before, as the names of series.
fn years_compared(binder: &Binder<'_>, span: Span) -> Vec<String> {
    let name = |years| spoken(binder.narrative.settings.calendar.simplest(span.plus_years(years)));
    vec![name(0), name(-1)]
}

/// Each month beside the same month of the year before; by its year where that is among them.
fn months<'r>(span: Span, base: &FigureId) -> Vec<Row<'r>> {
    let at = |month: Month| base.clone().at(Period::Month(month));
    let row = |month: Month| {
        if is_long(span) {
            Row::of(spoken_month(month), vec![at(month)])
        } else {
            Row::of(month.name(), vec![at(month), at(month.plus(-12))])
        }
    };
    span.months().map(row).collect()
}

/// Whether a span holds more than a year, so that it has a month twice.
fn is_long(span: Span) -> bool {
    span.len() > 12
}
