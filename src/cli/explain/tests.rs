//! What `explain` tells.

use super::figure::with_numbers;
use super::{Known, measure};
use crate::model::{Kind, Measure, MeasureId, Polarity, Unit};

fn contacts() -> Measure {
    Measure {
        id: MeasureId::parse("contacts").unwrap(),
        label: "Contacts to children's social care".into(),
        singular: "contact".into(),
        plural: "contacts".into(),
        kind: Kind::Events,
        polarity: Polarity::Neither,
        target: None,
        amber: None,
        unit: Unit::Cases,
        counts_once: false,
        out_of: None,
        weight: None,
        complete: Vec::new(),
        definition: "Every approach about a child.".into(),
        source: "Ours".into(),
        aliases: vec!["initial_contacts".into()],
        headings: vec!["Contacts (MASH)".into()],
    }
}

#[test]
fn a_formula_is_told_with_its_numbers() {
    let pair = |id: &str, value: &str| (id.to_owned(), value.to_owned());
    for (formula, inputs, told) in [
        (
            "referrals ÷ contacts × 100",
            vec![pair("referrals", "3,452"), pair("contacts", "6,014")],
            "3,452 ÷ 6,014 × 100",
        ),
        (
            "contacts − contacts.previous",
            vec![pair("contacts", "6,014"), pair("contacts.previous", "5,232")],
            "6,014 − 5,232",
        ),
        (
            "contacts[source=Police] ÷ contacts × 100",
            vec![pair("contacts", "6,014"), pair("contacts[source=Police]", "2,000")],
            "2,000 ÷ 6,014 × 100",
        ),
        ("contacts[2013-04] + subcontacts", vec![pair("contacts", "1")], "contacts[2013-04] + subcontacts"),
        ("", vec![], ""),
    ] {
        assert_eq!(with_numbers(formula, &inputs), told);
    }
}

#[test]
fn a_measure_is_found_by_id_alias_heading_or_label() {
    let known = Known { assessment: None, measures: vec![contacts()] };
    for name in ["contacts", "initial_contacts", "contacts (mash)", "Contacts to children’s social care"] {
        assert!(known.explain(name, 1).is_some(), "{name}");
    }
    assert!(known.explain("contact", 1).is_none());
    assert_eq!(
        known.unknown("contcts"),
        "nothing is called `contcts`; did you mean `contacts`? (figures are known in a project folder, or with \
         `--project`)"
    );
}

#[test]
fn a_measure_is_told_without_what_it_lacks() {
    let expected = "\
contacts (measure)
Contacts to children's social care

  kind        events: summed over the year
  nouns       contact, contacts
  polarity    neither direction is better
  definition  Every approach about a child.
  source      Ours
  aliases     initial_contacts
  headings    Contacts (MASH)
";
    assert_eq!(measure::explain(&contacts()), expected);
}
