//! Measures of the catalogue: the area and its workforce.

use super::entry::{Entry, LOCAL};
use crate::model::{Kind, Polarity};

/// In the order in which a report tells them.
pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "population",
        label: "Children aged 0 to 17",
        nouns: ["child aged 0 to 17", "children aged 0 to 17"],
        kind: Kind::Population,
        polarity: Polarity::Neither,
        definition: "Children who live in the area, aged 0 to 17, as estimated for the middle of a calendar year.",
        source: "Office for National Statistics, mid-year population estimates",
        aliases: &["population_0_17"],
        headings: &[
            "Population",
            "Population 0-17",
            "Population aged 0 to 17",
            "Population estimate",
            "Children aged 0 to 17 years",
        ],
    },
    Entry {
        id: "social_worker_posts",
        label: "Social worker posts",
        nouns: ["social worker post", "social worker posts"],
        kind: Kind::Snapshot,
        polarity: Polarity::Neither,
        definition: "Posts for social workers with children, in full-time equivalents.",
        source: LOCAL,
        aliases: &[],
        headings: &["Social worker posts", "Establishment"],
    },
    Entry {
        id: "social_workers_in_post",
        label: "Social workers in post",
        nouns: ["social worker in post", "social workers in post"],
        kind: Kind::Snapshot,
        polarity: Polarity::Neither,
        definition: "Social workers with children who are in post, in full-time equivalents. Part of the posts.",
        source: LOCAL,
        aliases: &[],
        headings: &["Social workers in post"],
    },
    Entry {
        id: "agency_workforce",
        label: "Social workers from an agency",
        nouns: ["social worker from an agency", "social workers from an agency"],
        kind: Kind::Percentage,
        polarity: Polarity::LowerIsBetter,
        definition: "Social workers with children who are supplied by an agency, as a percentage of all.",
        source: "Department for Education, children's social work workforce collection",
        aliases: &[],
        headings: &["Agency workers %", "Agency workforce"],
    },
];
