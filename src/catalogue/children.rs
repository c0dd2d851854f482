//! Measures of the catalogue that come of case lists: children counted once, adoption, and orders.

use super::entry::{Entry, LOCAL, SSDA903};
use crate::model::{Kind, Polarity};

/// In the order in which a report tells them.
pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "contact_children",
        label: "Children who were the subject of a contact",
        nouns: ["child who was the subject of a contact", "children who were the subject of a contact"],
        kind: Kind::Events,
        polarity: Polarity::Neither,
        definition: "Different children about whom children's social care was contacted in the period.",
        source: LOCAL,
        aliases: &[],
        headings: &["Children subject to contacts"],
    },
    Entry {
        id: "looked_after_reviews",
        label: "Reviews of looked-after children",
        nouns: ["review of a looked-after child", "reviews of looked-after children"],
        kind: Kind::Events,
        polarity: Polarity::Neither,
        definition: "Statutory reviews of children looked after that were held in the period.",
        source: SSDA903,
        aliases: &[],
        headings: &["LAC reviews", "CLA reviews"],
    },
    Entry {
        id: "placed_for_adoption",
        label: "Children placed for adoption",
        nouns: ["child placed for adoption", "children placed for adoption"],
        kind: Kind::Events,
        polarity: Polarity::Neither,
        definition: "Children who were placed with the people who are to adopt them in the period.",
        source: SSDA903,
        aliases: &[],
        headings: &["Placed for adoption"],
    },
    Entry {
        id: "children_adopted",
        label: "Children adopted",
        nouns: ["child adopted", "children adopted"],
        kind: Kind::Events,
        polarity: Polarity::Neither,
        definition: "Looked-after children for whom an adoption order was made in the period.",
        source: SSDA903,
        aliases: &["adoptions"],
        headings: &["Adoptions", "Adoption orders"],
    },
    Entry {
        id: "adopters_approved",
        label: "Adopters approved",
        nouns: ["adopter approved", "adopters approved"],
        kind: Kind::Events,
        polarity: Polarity::Neither,
        definition: "People who were approved as adopters in the period.",
        source: LOCAL,
        aliases: &[],
        headings: &["Adopters approved in the period"],
    },
    Entry {
        id: "liberty_orders",
        label: "Orders that deprive a looked-after child of liberty",
        nouns: ["order that deprives a child of liberty", "orders that deprive a child of liberty"],
        kind: Kind::Events,
        polarity: Polarity::Neither,
        definition: "Deprivation of liberty orders that began in the period for children looked after.",
        source: SSDA903,
        aliases: &["dolo"],
        headings: &["Deprivation of liberty orders", "DoLOs"],
    },
];
