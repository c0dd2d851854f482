//! The words of a chart: title, text alternative and notes, written from its figures by the same words as the text.

use crate::figures::{Found, PublishedFigure};
use crate::model::{FigureId, Reason};
use crate::narrative::bind::Binder;
use crate::words::{
    self, Asked as WordsAsked, Named, Said, Says, capitalised, display_noted, extremes, highest, listed,
};

use super::gather::Asked;
use super::subject::{compared, label, what};
use super::{Chart, ChartForm, ChartGroup, ChartPoint, beside};

/// Writes the words of a chart whose numbers are in place, beneath the title that the narrative gives.
pub(super) fn say(
    binder: &mut Binder<'_>,
    asked: &Asked<'_>,
    chart: &mut Chart,
    title: Option<Said>,
    path: &str,
) {
    chart.shows = shows(asked, chart, &label(binder, asked));
    chart.title = title.unwrap_or_else(|| active_title(binder, asked, chart));
    let mut said = match chart.form {
        ChartForm::Steps => steps(binder, chart),
        ChartForm::Status => standings(binder, asked, chart),
        ChartForm::Sparklines => months(binder, chart),
        _ => ends(binder, asked, chart),
    };
    let areas = if asked.by == "year" { beside::areas(binder, chart) } else { None };
    let of_chart: Vec<String> = asked.without.clone().into_iter().chain(areas).collect();
    said.extend(of_chart.clone());
    chart.notes.extend(of_chart);
    if !matches!(chart.form, ChartForm::Steps | ChartForm::Status | ChartForm::Sparklines) {
        said.extend(
            compared(binder, asked).filter(|said| *said != chart.title).map(|said| format!("{said}.")),
        );
        record_comparison(binder, asked, path);
    }
    if chart.points().all(|point| point.number.is_none()) {
        said = vec![none_of_them(binder, chart).to_owned()];
        chart.notes.clone_from(&said);
    }
    chart.says = said.join(" ");
    notes(chart);
}

pub(super) fn find<'b>(binder: &Binder<'b>, id: &FigureId) -> Option<&'b PublishedFigure> {
    match binder.figures.find(id) {
        Found::Figure(figure) => Some(figure),
        Found::NotHeld(_) | Found::Unknown => None,
    }
}

/// What a filter of the text says of a figure.
pub(super) fn phrase(binder: &Binder<'_>, filter: &str, id: &FigureId) -> Option<Said> {
    let figure = find(binder, id)?;
    let Says::Figure(says) = words::filter(filter)?.says else { return None };
    says(&WordsAsked { figure, figures: binder.figures, arguments: &[] }).ok()
}

/// Why there is nothing to be said of a chart without a number.
fn none_of_them(binder: &Binder<'_>, chart: &Chart) -> &'static str {
    let reason = |point: &ChartPoint| match find(binder, point.id.as_ref()?)?.outcome.as_ref().err()? {
        Reason::Input(input) => Some(input.1.clone()),
        reason => Some(reason.clone()),
    };
    if chart.points().all(|point| matches!(reason(point), Some(Reason::OfNone(_)))) && chart.unit == "%" {
        "No share can be given: there were none."
    } else if chart.points().all(|point| matches!(point.signs.as_str(), "[x]" | "[awaited]")) {
        "None of its numbers is held yet."
    } else {
        "None of its numbers can be given."
    }
}

/// The figures that the comparison is made from are used as they would be in text.
fn record_comparison(binder: &mut Binder<'_>, asked: &Asked<'_>, path: &str) {
    let companions = words::filter("compared").map(|filter| (filter.companions)(&asked.base));
    for id in companions.into_iter().flatten() {
        if let Some(id) = find(binder, &id).map(|figure| figure.id.clone()) {
            binder.record_use(id, asked.named.whole(), path);
        }
    }
}

fn shows(asked: &Asked<'_>, chart: &Chart, label: &str) -> String {
    let when = listed(&chart.series);
    match (chart.form, asked.by.as_str()) {
        (ChartForm::Sparklines, _) => {
            "Month by month, each line on a scale of its own from nought".to_owned()
        }
        (ChartForm::Steps, _) => format!("Steps of the journey, {when}"),
        (_, "year") => format!("{label}, by year"),
        (_, by) if label.ends_with(&when) => format!("{label}, by {}", by.replace('_', " ")),
        (_, by) => format!("{label}, by {}, {when}", by.replace('_', " ")),
    }
}

/// A statement where the data allow one.
fn active_title(binder: &Binder<'_>, asked: &Asked<'_>, chart: &Chart) -> Said {
    let by = asked.by.replace('_', " ");
    let plain = || Said::from(format!("{} by {by}", what(binder, asked)));
    let ends = || {
        let first = asked.rows.first()?.figures.first()?;
        let last = asked.rows.last()?.figures.first()?;
        let to = Said::from(" to ").and(phrase(binder, "counted", last)?);
        Some(Said::from("From ").and(phrase(binder, "counted", first)?).and(to))
    };
    match (chart.form, by.as_str(), highest(&named(binder, chart, 0))) {
        (ChartForm::Steps, ..) => ends().unwrap_or_else(|| chart.shows.as_str().into()),
        (ChartForm::Sparklines, ..) => {
            let period = chart.groups.first().map(|group| group.name.as_str()).unwrap_or_default();
            Said::from("The months of ").and(period)
        }
        (ChartForm::Status, ..) => {
            let by = format!(" by {by}");
            phrase(binder, "counted", &asked.base).map_or_else(plain, |counted| counted.and(by))
        }
        (_, "month", _) => compared(binder, asked).unwrap_or_else(plain),
        // Nothing is the highest beside a year of which only a part is known.
        (_, "year", _) if asked.without.is_some() => plain(),
        (_, "year", Some(top)) => plain().and(": highest in ").and(told(&top)),
        (_, _, Some(top)) => plain().and(": highest for ").and(told(&top)),
        (_, _, None) => plain(),
    }
}

fn told(named: &Named<'_>) -> Said {
    let number = named.figure.map(|figure| Said::of(&figure.id, display_noted(figure))).unwrap_or_default();
    Said::from(named.name).and(" (").and(number).and(")")
}

/// The numbers of a series by the names of their groups.
fn named<'c>(binder: &Binder<'c>, chart: &'c Chart, series: usize) -> Vec<Named<'c>> {
    let figure = |point: &ChartPoint| find(binder, point.id.as_ref()?);
    let groups = chart.groups.iter();
    groups
        .map(|group| Named { name: &group.name, figure: group.points.get(series).and_then(figure) })
        .collect()
}

/// Where each series is highest and lowest, and where it has no number.
fn ends(binder: &Binder<'_>, asked: &Asked<'_>, chart: &Chart) -> Vec<String> {
    let mut said = Vec::new();
    for (position, series) in chart.series.iter().enumerate() {
        let ends = extremes(&named(binder, chart, position));
        let none = ends.is_none();
        let ends = ends.unwrap_or_else(|| "no number can be given".into());
        let alone = chart.series.len() == 1;
        said.push(sentence(match (alone, asked.by == "year") {
            (true, _) => ends.to_string(),
            (false, true) => format!("{series}: {ends}"),
            (false, false) => format!("in {series}, {ends}"),
        }));
        if none {
            continue;
        }
        let without = chart
            .groups
            .iter()
            .filter(|group| group.points.get(position).is_some_and(|point| point.number.is_none()));
        let without: Vec<String> = without.map(|group| group.name.clone()).collect();
        if !without.is_empty() {
            said.push(format!("No number can be given for {}.", listed(&without)));
        }
    }
    said
}

/// Each figure with its highest and lowest month.
fn months(binder: &Binder<'_>, chart: &Chart) -> Vec<String> {
    let one = |(position, label): (usize, &String)| {
        let named = named(binder, chart, position);
        let (whole, months) = named.split_first()?;
        let ends = extremes(months).map(|ends| format!("; {ends}")).unwrap_or_default();
        Some(sentence(format!("{label}: {}{ends}", whole.figure.map(display_noted).unwrap_or_default())))
    };
    chart.series.iter().enumerate().filter_map(one).collect()
}

/// How many stand how: "17 actions: 2 complete, 4 green".
fn standings(binder: &Binder<'_>, asked: &Asked<'_>, chart: &Chart) -> Vec<String> {
    let standing = |group: &ChartGroup| Some(format!("{} {}", group.points.first()?.signs, group.name));
    let standings: Vec<String> = chart.groups.iter().filter_map(standing).collect();
    let all = phrase(binder, "counted", &asked.base).unwrap_or_else(|| label(binder, asked).into());
    vec![sentence(format!("{all}: {}", listed(&standings)))]
}

/// Each step with what leads to it.
fn steps(binder: &Binder<'_>, chart: &Chart) -> Vec<String> {
    let number = |point: &ChartPoint| find(binder, point.id.as_ref()?).filter(|_| point.number.is_some());
    let step = |group: &ChartGroup| {
        let Some(figure) = group.points.first().and_then(number) else {
            return format!("{}: no number can be given.", group.name);
        };
        let counted = phrase(binder, "counted", &figure.id).unwrap_or_else(|| display_noted(figure).into());
        let counted = counted.capitalised();
        match group.from_before.as_ref().map(|conversion| (number(&conversion.point), &conversion.unit)) {
            Some((Some(figure), unit)) => format!("{counted}, {} {unit}.", display_noted(figure)),
            Some((None, unit)) => format!("{counted}; {unit} no number can be given."),
            None => format!("{counted}."),
        }
    };
    chart.groups.iter().map(step).collect()
}

/// What the signs beside marks mean.
fn notes(chart: &mut Chart) {
    let conversions = chart.groups.iter().filter_map(|group| Some(&group.from_before.as_ref()?.point));
    let signs: Vec<&str> = chart.points().chain(conversions).map(|point| point.signs.as_str()).collect();
    let any = |sign: char| signs.iter().any(|signs| signs.contains(sign));
    let mut notes = Vec::new();
    if any('~') {
        notes.push("~ marks a number that is approximate.".to_owned());
    }
    if chart.points().any(|point| point.number.as_ref().is_some_and(|number| number.low() != number.high())) {
        notes.push("A pale stretch shows where a number lies that is known only within bounds.".to_owned());
    }
    if chart.points().any(|point| point.number.is_none()) {
        notes.push("A gap stands where no number can be given: the table says why.".to_owned());
    }
    let series = chart.series.iter().enumerate();
    let rounded = series.filter_map(|(position, name)| Some((name.clone(), not_rounded(chart, position)?)));
    notes.extend(words::rounded_notes(rounded.collect()));
    chart.notes.append(&mut notes);
}

/// The groups in which a series has a number that was not rounded; none where no number of it was.
fn not_rounded(chart: &Chart, position: usize) -> Option<Vec<String>> {
    let is_rounded = |group: &ChartGroup| Some(group.points.get(position)?.number.as_ref()?.flags().rounded);
    let numbers = chart.groups.iter().filter_map(|group| Some((&group.name, is_rounded(group)?)));
    let (rounded, others): (Vec<_>, Vec<_>) = numbers.partition(|(_, rounded)| *rounded);
    (!rounded.is_empty()).then(|| others.into_iter().map(|(name, _)| name.clone()).collect())
}

fn sentence(words: String) -> String {
    format!("{}.", capitalised(&words))
}
