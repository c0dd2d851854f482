//! `[measures.*]` over the catalogue → the report's measures.

use std::collections::BTreeMap;

use super::faults::on;
use super::names::{Names, unusable};
use super::{faults, goals, string, texts};
use crate::diagnostic::Findings;
use crate::diagnostic::codes::narrative as codes;
use crate::model::{Kind, Measure, MeasureId, Name, Polarity, Record, Text, Unit};

/// What the catalogue can't know of a board's own measure.
const NEEDED: [&str; 4] = ["label", "singular", "plural", "kind"];

/// The measures of the catalogue as overridden, and the narrative's own, sorted by id.
pub(super) fn read(
    catalogue: Vec<Measure>,
    declared: &[(&Text, &Record)],
    names: &mut Names,
    findings: &mut Findings,
) -> Vec<Measure> {
    let mut measures: BTreeMap<MeasureId, Measure> =
        catalogue.into_iter().map(|measure| (measure.id.clone(), measure)).collect();
    let mut weights = Vec::new();
    let mut wholes = Vec::new();
    for (name, record) in declared {
        if unusable(name, findings) || is_another_thing(name, names, findings) {
            continue;
        }
        let Some(id) = MeasureId::parse(name.as_str()) else { continue };
        if !measures.contains_key(&id) {
            tell_what_is_needed(name, record, names, findings);
        }
        let mut measure = measures.remove(&id).unwrap_or_else(|| blank(id.clone()));
        override_with(record, &mut measure);
        goals::check(name, "measures", record, measure.goal(), findings);
        names.add(&measure);
        weights.extend(record.text("weight").map(|weight| (id.clone(), weight)));
        wholes.extend(record.text("out_of").map(|whole| (id.clone(), whole)));
        measures.insert(id, measure);
    }
    for (id, weight) in weights {
        let weight = names.measure(weight, findings);
        measures.entry(id).and_modify(|measure| measure.weight = weight);
    }
    for (id, whole) in wholes {
        let out_of = names.measure(whole, findings).filter(|out_of| !is_itself(out_of, &id, whole, findings));
        measures.entry(id).and_modify(|measure| measure.out_of = out_of);
    }
    measures.into_values().collect()
}

/// Tells that a measure is declared to be a part of itself.
fn is_itself(out_of: &MeasureId, id: &MeasureId, text: &Text, findings: &mut Findings) -> bool {
    if out_of == id {
        let message = format!("`{id}` can't be a part of itself");
        findings.push(on(text, &codes::CIRCULAR_FIGURE, message).help(
            "name the measure that it is a part of; for the share of a category no `out_of` is needed",
        ));
    }
    out_of == id
}

/// Tells that a measure is declared under another name of a known one, or under that of a standard figure.
fn is_another_thing(name: &Text, names: &Names, findings: &mut Findings) -> bool {
    if names.has_catalogue_figure(name.as_str()) {
        let message = format!("`{}` is already the name of a figure", name.as_str());
        findings.push(on(name, &codes::NAME_TAKEN, message).help("give the measure a name of its own"));
        return true;
    }
    let Some(id) = names.alias(name.as_str()) else { return false };
    let message = format!("`{}` is another name of the measure `{id}`", name.as_str());
    findings.push(
        on(name, &codes::ALIAS_DECLARED, message)
            .help(format!("did you mean `{id}`? Write `[measures.{id}]`")),
    );
    true
}

/// Tells, in one finding, which keys an own measure still needs.
fn tell_what_is_needed(name: &Text, record: &Record, names: &Names, findings: &mut Findings) {
    let lacking: Vec<&str> = NEEDED.into_iter().filter(|key| record.get(key).is_none()).collect();
    if lacking.is_empty() || !names.is_complete() {
        return;
    }
    let message = format!(
        "the catalogue has no measure `{}`, so `measures.{}` needs {}",
        name.as_str(),
        name.as_str(),
        faults::listed(&lacking, "and")
    );
    let finding = on(name, &codes::MISSING_KEY, message);
    findings.push(match names.nearest_measure(name.as_str()) {
        Some(near) => finding.help(near),
        None => {
            finding.help("say what tables call it, its nouns for sentences, and how its months go together")
        }
    });
}

/// An own measure before anything is said of it; its id stands in for its words.
fn blank(id: MeasureId) -> Measure {
    let name = id.as_str().replace('_', " ");
    Measure {
        id,
        label: name.clone(),
        singular: Name::from(&name),
        plural: name.into(),
        kind: Kind::Events,
        polarity: Polarity::Neither,
        target: None,
        amber: None,
        unit: Unit::Cases,
        counts_once: false,
        out_of: None,
        weight: None,
        complete: Vec::new(),
        definition: String::new(),
        source: String::new(),
        aliases: Vec::new(),
        headings: Vec::new(),
    }
}

/// Sets what is given. Lists replace the catalogue's, but other names and headings add to them.
fn override_with(record: &Record, measure: &mut Measure) {
    set(&mut measure.label, string(record, "label"));
    set(&mut measure.singular, string(record, "singular").map(Name::from));
    set(&mut measure.plural, string(record, "plural").map(Name::from));
    set(&mut measure.definition, string(record, "definition"));
    set(&mut measure.source, string(record, "source"));
    set(&mut measure.kind, record.choice("kind").and_then(Kind::from_word));
    if measure.plural.trim() == "pounds" {
        measure.unit = Unit::Pounds;
    }
    goals::override_polarity(record, &mut measure.polarity);
    goals::override_target(record, &mut measure.target, &mut measure.amber);
    if record.get("complete").is_some() {
        measure.complete = strings(record, "complete");
    }
    add(&mut measure.aliases, strings(record, "aliases"));
    // A measure answers to the name that it had before, in text, in data and where reports are compared.
    add(&mut measure.aliases, strings(record, "was"));
    add(&mut measure.headings, strings(record, "headings"));
}

fn set<T>(field: &mut T, given: Option<T>) {
    if let Some(value) = given {
        *field = value;
    }
}

fn add(list: &mut Vec<String>, given: Vec<String>) {
    for item in given {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}

fn strings(record: &Record, name: &str) -> Vec<String> {
    texts(record, name).into_iter().map(|text| text.as_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{blank, read};
    use crate::diagnostic::Findings;
    use crate::load::narrative::names::Names;
    use crate::model::{Content, FileId, MeasureId, Place, Record, Text};

    fn text(content: &str) -> Text {
        Text::verbatim(content.to_owned(), FileId(0), 0)
    }

    fn record(fields: &[(&'static str, Content)]) -> Record {
        Record {
            place: Place::start_of(FileId(0)),
            fields: fields.iter().cloned().collect::<BTreeMap<_, _>>(),
            cells: BTreeMap::new(),
        }
    }

    #[test]
    fn what_is_given_overrides_the_catalogue_and_headings_add_to_it() {
        let mut contacts = blank(MeasureId::parse("contacts").unwrap());
        contacts.plural = "contacts".into();
        contacts.headings = vec!["Contacts".to_owned()];
        let headings = ["Contacts", "Contacts (MASH)"].map(|heading| Content::Plain(text(heading)));
        let given = record(&[
            ("label", Content::Plain(text("Contacts to the front door"))),
            ("headings", Content::List(headings.to_vec())),
        ]);
        let mut names = Names::none(true);
        names.add(&contacts);
        let mut findings = Findings::default();
        let name = text("contacts");
        let measures = read(vec![contacts], &[(&name, &given)], &mut names, &mut findings);
        assert!(findings.sorted().is_empty());
        let [measure] = measures.as_slice() else { panic!("{measures:?}") };
        assert_eq!((measure.label.as_str(), &*measure.plural), ("Contacts to the front door", "contacts"));
        assert_eq!(measure.headings, ["Contacts", "Contacts (MASH)"]);
    }
}
