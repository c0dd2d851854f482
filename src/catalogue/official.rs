//! Measures of the catalogue: what official statistics count beside the measures that boards share.

use super::entry::{CIN_CENSUS, Entry};
use crate::model::{Kind, Polarity};

const fn counted(
    id: &'static str,
    label: &'static str,
    nouns: [&'static str; 2],
    kind: Kind,
    definition: &'static str,
) -> Entry {
    Entry {
        id,
        label,
        nouns,
        kind,
        polarity: Polarity::Neither,
        definition,
        source: CIN_CENSUS,
        aliases: &[],
        headings: &[],
    }
}

/// In the order in which the department publishes them.
pub(super) const ENTRIES: &[Entry] = &[
    counted(
        "need_episodes",
        "Episodes of need at any time in the year",
        ["episode of need", "episodes of need"],
        Kind::Events,
        "Times that a child was in need, at any time in a year: a child whose case was closed and opened again has several. Given for whole years.",
    ),
    counted(
        "children_ever_in_need",
        "Children in need at any time in the year",
        ["child in need in the year", "children in need in the year"],
        Kind::Events,
        "Different children who were in need at any time in a year. Given for whole years.",
    ),
    counted(
        "need_episodes_started",
        "Episodes of need started",
        ["episode of need that started", "episodes of need that started"],
        Kind::Events,
        "Episodes of need that began in the period.",
    ),
    counted(
        "children_starting_in_need",
        "Children who started an episode of need",
        ["child who started an episode of need", "children who started an episode of need"],
        Kind::Events,
        "Different children for whom an episode of need began in a year.",
    ),
    counted(
        "need_episodes_ended",
        "Episodes of need ended",
        ["episode of need that ended", "episodes of need that ended"],
        Kind::Events,
        "Episodes of need that came to an end in the period.",
    ),
    counted(
        "children_ending_in_need",
        "Children who ended an episode of need",
        ["child who ended an episode of need", "children who ended an episode of need"],
        Kind::Events,
        "Different children for whom an episode of need ended in a year.",
    ),
    counted(
        "awaiting_assessment",
        "Children waiting for a first assessment",
        ["child waiting for a first assessment", "children waiting for a first assessment"],
        Kind::Snapshot,
        "Children referred whose first assessment was not completed on the day.",
    ),
    counted(
        "children_referred",
        "Children referred",
        ["child referred", "children referred"],
        Kind::Events,
        "Different children who were referred in a year, however often.",
    ),
    counted(
        "children_re_referred",
        "Children referred again within 12 months",
        ["child referred again within 12 months", "children referred again within 12 months"],
        Kind::Events,
        "Different children who were referred within 12 months of an earlier referral. Part of all children referred.",
    ),
    counted(
        "conference_children",
        "Children who were the subject of an initial conference",
        [
            "child who was the subject of an initial conference",
            "children who were the subject of an initial conference",
        ],
        Kind::Events,
        "Different children who were the subject of an initial child protection conference in the period.",
    ),
    counted(
        "children_starting_plan",
        "Children who started a child protection plan",
        ["child who started a child protection plan", "children who started a child protection plan"],
        Kind::Events,
        "Different children for whom a child protection plan began in a year.",
    ),
    counted(
        "children_ending_plan",
        "Children whose child protection plan ended",
        ["child whose child protection plan ended", "children whose child protection plan ended"],
        Kind::Events,
        "Different children for whom a child protection plan ended in a year.",
    ),
    counted(
        "plans_in_year",
        "Child protection plans at any time in the year",
        ["child protection plan in the year", "child protection plans in the year"],
        Kind::Events,
        "Child protection plans that stood at any time in a year. Given for whole years.",
    ),
    counted(
        "children_ever_on_plan",
        "Children on a plan at any time in the year",
        ["child on a plan in the year", "children on a plan in the year"],
        Kind::Events,
        "Different children who were on a child protection plan at any time in a year. Given for whole years.",
    ),
];
