//! `[report]` → the settings that steer the other stages.

use toml::de::{DeTable, DeValue};

use super::scalar::{month, read_year, whole};
use super::{record, string, texts};
use crate::diagnostic::codes::narrative::DATA_TO_OUTSIDE_YEAR;
use crate::diagnostic::{Finding, Findings};
use crate::model::{Average, Benchmarks, Calendar, Content, Record, Settings, Span};

/// The template that is made where none is named.
const DEFAULT_TEMPLATE: &str = "executive-summary";

/// When reporting years begin: by that every year of the narrative is read, so it is looked up before all else.
pub(super) fn calendar(root: &DeTable<'_>) -> Calendar {
    let report = root.get("report").and_then(|report| report.get_ref().as_table());
    let number = report.and_then(|report| match report.get("first_month")?.get_ref() {
        DeValue::Integer(number) => whole(number),
        _ => None,
    });
    number.and_then(|number| Calendar::beginning_in(u8::try_from(number).ok()?)).unwrap_or_default()
}

/// The settings; none without a readable year, which was told when it was read.
pub(super) fn read(
    report: &Record,
    benchmarks: &Option<Content>,
    calendar: Calendar,
    findings: &mut Findings,
) -> Option<Settings> {
    let year = read_year(report.text("year")?.as_str())?;
    let as_at = match report.get("as_at") {
        Some(Content::Date(day)) => Some(*day),
        _ => None,
    };
    let mut templates: Vec<String> =
        texts(report, "templates").into_iter().map(|text| text.as_str().to_owned()).collect();
    if templates.is_empty() {
        templates.push(DEFAULT_TEMPLATE.to_owned());
    }
    Some(Settings {
        year,
        calendar,
        span: covered(report, calendar.months_of(year), findings),
        as_at,
        templates,
        template_folder: string(report, "template_folder").map(|path| super::reader::slashed(&path)),
        benchmarks: compared_with(report, benchmarks.as_ref().and_then(record)),
    })
}

/// The board's own area, and those that it is compared with.
fn compared_with(report: &Record, benchmarks: Option<&Record>) -> Benchmarks {
    let average = match benchmarks.and_then(|record| record.choice("average")) {
        Some("mean") => Average::Mean,
        _ => Average::Median,
    };
    let neighbours = benchmarks.map(|record| texts(record, "neighbours")).unwrap_or_default();
    Benchmarks {
        area: report.text("area").cloned(),
        region: benchmarks.and_then(|record| record.text("region")).cloned(),
        neighbours: neighbours.into_iter().cloned().collect(),
        average,
        keeps_every_area: false,
    }
}

/// The months of the year up to `data_to`.
fn covered(report: &Record, whole_year: Span, findings: &mut Findings) -> Span {
    let Some(text) = report.text("data_to") else { return whole_year };
    let Some(last) = month(text.as_str()) else { return whole_year };
    if let Some(span) = Span::new(whole_year.first(), last).filter(|_| whole_year.contains(last)) {
        return span;
    }
    let message = format!("`{last}` is not a month of the report's year, which runs from {whole_year}");
    let mut finding = Finding::new(&DATA_TO_OUTSIDE_YEAR, message)
        .at(text.whole())
        .help("give the last month that the data cover, or take `data_to` out if they cover the whole year");
    if let Some(year) = report.text("year") {
        finding = finding.related(year.whole(), "the report's year");
    }
    findings.push(finding);
    whole_year
}
