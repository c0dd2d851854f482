//! The keys of `[[data]]` about case lists → how one is counted.

use super::faults::{listed, on};
use super::names::Names;
use super::scalar::month;
use super::{records, texts};
use crate::diagnostic::codes::cases::COUNT_DOES_NOT_FIT;
use crate::diagnostic::codes::narrative as codes;
use crate::diagnostic::{Finding, Findings};
use crate::model::{
    Again, CaseCount, CaseDimension, CaseList, Condition, Content, Heading, Lapse, Record, Span, Test, Text,
    When,
};

/// How the list is counted, where the block says that it is one.
pub(super) fn read(block: &Record, names: &Names, findings: &mut Findings) -> Option<CaseList> {
    let says =
        ["preset", "child", "covers", "on", "values", "count"].iter().any(|key| block.get(key).is_some());
    if !says && block.choice("shape") != Some("cases") {
        return None;
    }
    let on = match block.get("on") {
        Some(Content::Date(day)) => Some(*day),
        _ => None,
    };
    Some(CaseList {
        preset: block.choice("preset"),
        child: block.text("child").map(heading),
        covers: inner(block, "covers").and_then(|covers| span(covers, findings)),
        on,
        counts: block
            .records("count")
            .filter_map(|given| count(given, on.is_some(), names, findings))
            .collect(),
        only: Vec::new(),
        values: values(block),
    })
}

fn heading(text: &Text) -> Heading {
    Heading::named(text.as_str(), Some(text.whole()))
}

fn inner<'r>(block: &'r Record, key: &str) -> Option<&'r Record> {
    block.get(key).and_then(super::record)
}

fn span(covers: &Record, findings: &mut Findings) -> Option<Span> {
    let (from, to) = (covers.text("from")?, covers.text("to")?);
    let span = Span::new(month(from.as_str())?, month(to.as_str())?);
    if span.is_none() {
        let message = format!("`covers` ends in {}, before it begins in {}", to.as_str(), from.as_str());
        findings.push(
            on(to, &codes::PERIOD_FORM, message).help("give the first month as `from` and the last as `to`"),
        );
    }
    span
}

fn values(block: &Record) -> Vec<(Heading, Vec<(String, String)>)> {
    let columns = block.get("values").cloned();
    let read = |content: &Content| {
        let pairs = records_of(content).filter_map(|pair| Some((pair.text("name")?, pair.text("value")?)));
        pairs.map(|(from, to)| (from.as_str().to_owned(), to.as_str().to_owned())).collect()
    };
    let columns = records(&columns).into_iter();
    columns.filter_map(|column| Some((heading(column.text("name")?), read(column.get("value")?)))).collect()
}

fn records_of(content: &Content) -> impl Iterator<Item = &Record> {
    let items = match content {
        Content::List(items) => items.as_slice(),
        _ => &[],
    };
    items.iter().filter_map(super::record)
}

fn count(given: &Record, stands: bool, names: &Names, findings: &mut Findings) -> Option<CaseCount> {
    let name = given.text("measure")?;
    let measure = names.measure(name, findings)?;
    let open = inner(given, "open").and_then(|open| Some((open.text("from")?, open.text("until")?)));
    let when = match (given.text("date"), open) {
        (Some(date), None) => When::On(heading(date)),
        (None, Some((from, until))) => When::Open { from: heading(from), until: heading(until) },
        (None, None) if stands => When::Standing,
        (None, None) => {
            let message = format!("nothing says when a row counts among `{}`", name.as_str());
            let finding = on(name, &codes::MISSING_KEY, message);
            findings.push(finding.help(
                "name the column of its `date`; for a number on a day, give `open = { from = …, until = … }`",
            ));
            return None;
        }
        (Some(date), Some(_)) => {
            findings.push(both(date, &["date", "open"]));
            return None;
        }
    };
    let again = given.choice("again").map(|ago| {
        match ago.split_once(' ').and_then(|(count, _)| count.parse().ok()) {
            Some(months) => Again::Months(months),
            None => Again::Ever,
        }
    });
    Some(CaseCount {
        measure,
        place: Some(name.whole()),
        when,
        keep: conditions(given),
        by: dimensions(given),
        together: flag(given, "together"),
        distinct: flag(given, "distinct"),
        again,
        lapse: lapse(given, findings),
    })
}

fn both(text: &Text, keys: &[&str]) -> Finding {
    let message = format!("of {} only one can be given", listed(keys, "and"));
    on(text, &COUNT_DOES_NOT_FIT, message)
        .help("keep one, and count the other as a `[[data.count]]` of its own")
}

fn flag(given: &Record, key: &str) -> bool {
    matches!(given.get(key), Some(Content::Flag(true)))
}

fn conditions(given: &Record) -> Vec<Condition> {
    let mut all = Vec::new();
    for (key, test) in [("where", Test::Is as fn(Vec<String>) -> Test), ("not", Test::IsNot)] {
        let columns = given.get(key).cloned();
        for column in records(&columns) {
            let Some(name) = column.text("name") else { continue };
            let words = texts(column, "value").into_iter().map(|text| text.as_str().to_owned()).collect();
            all.push(Condition { column: heading(name), test: test(words) });
        }
    }
    let columns = given.get("at_least").cloned();
    for column in records(&columns) {
        if let (Some(name), Some(Content::Whole(least))) = (column.text("name"), column.get("value")) {
            all.push(Condition { column: heading(name), test: Test::AtLeast(*least) });
        }
    }
    all
}

fn dimensions(given: &Record) -> Vec<CaseDimension> {
    let mut all = Vec::new();
    let columns = given.get("by").cloned();
    for dimension in records(&columns) {
        let Some(name) = dimension.text("name") else { continue };
        let (column, bands) = match dimension.get("value") {
            Some(Content::Plain(column)) => (heading(column), Vec::new()),
            Some(Content::Record(banded)) => {
                let Some(column) = banded.text("column") else { continue };
                let whole = |item: &Content| match item {
                    Content::Whole(number) => Some(*number),
                    _ => None,
                };
                let mut bands: Vec<i64> = banded.list("bands").iter().filter_map(whole).collect();
                bands.sort_unstable();
                bands.dedup();
                (heading(column), bands)
            }
            _ => continue,
        };
        all.push(CaseDimension { name: name.as_str().to_owned(), column, bands });
    }
    all
}

fn lapse(given: &Record, findings: &mut Findings) -> Option<Lapse> {
    let number = |block: &Record, key: &str| match block.get(key) {
        Some(Content::Whole(number)) => u16::try_from(*number).ok(),
        _ => None,
    };
    let within = inner(given, "within").and_then(|within| {
        Some(Lapse::Within {
            from: heading(within.text("from")?),
            working_days: number(within, "working_days")?,
        })
    });
    let lasting = inner(given, "lasting").and_then(|lasting| {
        Some(Lapse::Lasting { from: heading(lasting.text("from")?), days: number(lasting, "days")? })
    });
    if let (Some(_), Some(_), Some(measure)) = (&within, &lasting, given.text("measure")) {
        findings.push(both(measure, &["within", "lasting"]));
    }
    within.or(lasting)
}
