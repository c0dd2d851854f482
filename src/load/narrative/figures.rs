//! `[figures.*]` after the catalogue's → the declared figures.

use super::faults::on;
use super::names::{Names, unusable};
use super::scalar::read_year;
use super::schema::declarations;
use super::{circles, faults, goals, string, texts};
use crate::diagnostic::Findings;
use crate::diagnostic::codes::narrative as codes;
use crate::model::{
    Content, Declaration, DeclaredFigure, FigureId, Name, Polarity, Record, Text, YearsAsked,
};

/// The figures of the catalogue that the narrative does not replace, then the narrative's own in the order of their
/// names. One whose declaration can't be read is left out.
pub(super) fn read(
    catalogue: Vec<DeclaredFigure>,
    declared: &[(&Text, &Record)],
    names: &Names,
    findings: &mut Findings,
) -> Vec<DeclaredFigure> {
    let named = |figure: &DeclaredFigure| declared.iter().any(|(name, _)| name.as_str() == figure.name);
    let (standard, mut figures): (Vec<_>, Vec<_>) = catalogue.into_iter().partition(named);
    for (name, record) in declared {
        if unusable(name, findings) || is_measure(name, names, findings) {
            continue;
        }
        let standard = standard.iter().find(|figure| figure.name == name.as_str());
        figures.extend(figure(name, record, standard, names, findings));
    }
    circles::tell(&figures, findings);
    figures
}

/// Tells that a figure has the name of a measure.
fn is_measure(name: &Text, names: &Names, findings: &mut Findings) -> bool {
    let taken = names.has_measure(name.as_str()) || names.alias(name.as_str()).is_some();
    if taken {
        let message = format!("`{}` is already the name of a measure", name.as_str());
        findings.push(on(name, &codes::NAME_TAKEN, message).help("give the figure a name of its own"));
    }
    taken
}

/// The figure as declared; where the catalogue has one of that name, what is not said is as it says.
fn figure(
    name: &Text,
    record: &Record,
    standard: Option<&DeclaredFigure>,
    names: &Names,
    findings: &mut Findings,
) -> Option<DeclaredFigure> {
    let nouns = nouns(name, record, names, findings);
    let label = string(record, "label");
    let mut figure = match standard.filter(|_| !declarations().any(|way| record.get(way).is_some())) {
        Some(standard) => standard.clone(),
        None => {
            let declaration = declaration(name, record, names, findings);
            if label.is_none() && names.is_complete() {
                let message = format!("`figures.{}` lacks `label`, what tables call it", name.as_str());
                let help = "for example `label = \"Referrals for every 100 contacts\"`";
                findings.push(on(name, &codes::MISSING_KEY, message).help(help));
            }
            blank(name, declaration?)
        }
    };
    if let Some(label) = label {
        figure.label = label;
    }
    figure.nouns = nouns.or(figure.nouns);
    goals::override_polarity(record, &mut figure.polarity);
    goals::override_target(record, &mut figure.target, &mut figure.amber);
    goals::check(name, "figures", record, figure.goal(), findings);
    Some(figure)
}

/// A figure of the narrative's own before anything else is said of it.
fn blank(name: &Text, declaration: Declaration) -> DeclaredFigure {
    DeclaredFigure {
        name: name.as_str().to_owned(),
        label: name.as_str().replace('_', " "),
        declaration,
        nouns: None,
        polarity: Polarity::Neither,
        target: None,
        amber: None,
        narrows: true,
        place: Some(name.whole()),
    }
}

/// Both nouns, or none; one without the other is told.
fn nouns(name: &Text, record: &Record, names: &Names, findings: &mut Findings) -> Option<(Name, Name)> {
    let (given, lacking) = match (string(record, "singular"), string(record, "plural")) {
        (Some(singular), Some(plural)) => return Some((singular.into(), plural.into())),
        (None, None) => return None,
        (Some(_), None) => ("singular", "plural"),
        (None, Some(_)) => ("plural", "singular"),
    };
    if names.is_complete() {
        let message = format!("`figures.{}` has `{given}` but lacks `{lacking}`", name.as_str());
        findings.push(on(name, &codes::MISSING_KEY, message).help("give both nouns, or neither"));
    }
    None
}

/// The one declaration.
fn declaration(name: &Text, record: &Record, names: &Names, findings: &mut Findings) -> Option<Declaration> {
    let given: Vec<&str> = declarations().filter(|way| record.get(way).is_some()).collect();
    if let [way] = given.as_slice() {
        return read_declaration(way, record.get(way)?, names, findings);
    }
    let ways: Vec<&str> = declarations().collect();
    let (message, help) = if given.is_empty() {
        let message = format!("`figures.{}` does not say how the figure is worked out", name.as_str());
        (message, format!("give one of {}", faults::listed(&ways, "or")))
    } else {
        let ways = faults::listed(&given, "and");
        let message =
            format!("`figures.{}` says in more than one way how it is worked out: {ways}", name.as_str());
        (message, "keep one of them, and declare the other as a figure of its own".to_owned())
    };
    if names.is_complete() || !given.is_empty() {
        findings.push(on(name, &codes::NOT_ONE_DECLARATION, message).help(help));
    }
    None
}

fn read_declaration(
    way: &str,
    content: &Content,
    names: &Names,
    findings: &mut Findings,
) -> Option<Declaration> {
    if let Content::List(items) = content {
        let operands: Vec<Option<FigureId>> = items
            .iter()
            .map(|item| match item {
                Content::Figure(text) => names.figure(text, findings),
                _ => None,
            })
            .collect();
        return operands.into_iter().collect::<Option<Vec<_>>>().map(Declaration::Sum);
    }
    let Content::Record(record) = content else { return None };
    let mut operand = |key: &str| record.text(key).and_then(|text| names.figure(text, findings));
    let mut two = |one: &str, other: &str| {
        let (one, other) = (operand(one), operand(other));
        Some((one?, other?))
    };
    match way {
        "conversion" => two("from", "to").map(|(from, to)| Declaration::Conversion { from, to }),
        "percent" => two("part", "whole").map(|(part, whole)| Declaration::Percent { part, whole }),
        "ratio" => two("of", "per").map(|(of, per)| Declaration::Ratio { of, per }),
        "n_of_n" => two("part", "whole").map(|(part, whole)| Declaration::NOfN { part, whole }),
        "difference" => two("from", "take").map(|(from, take)| Declaration::Difference { from, take }),
        "average" => {
            let of = operand("of");
            years(record, findings).zip(of).map(|(years, of)| Declaration::Average { of, years })
        }
        "range" => {
            let of = operand("of");
            years(record, findings).zip(of).map(|(years, of)| Declaration::Range { of, years })
        }
        _ => None,
    }
}

/// The years; one that is named twice is told, since it counts once.
fn years(record: &Record, findings: &mut Findings) -> Option<YearsAsked> {
    if let Some(Content::Whole(number)) = record.get("years") {
        return u8::try_from(*number).ok().map(YearsAsked::Latest);
    }
    let mut years = Vec::new();
    for text in texts(record, "years") {
        let Some(year) = read_year(text.as_str()) else { continue };
        if years.contains(&year) {
            let message = format!("{year} is named twice");
            findings.push(
                on(text, &codes::REPEATED_YEAR, message).help("it counts once: take one of the two out"),
            );
        }
        years.push(year);
    }
    (!years.is_empty()).then_some(YearsAsked::These(years))
}
