//! Annex A lists 10 and 11: children for adoption, and adopters.

use super::super::form::{Column, Count, Preset};
use super::{AGE, BORN, DISABILITY, ETHNICITY, GENDER, ID, list};

pub(super) const CHILDREN: Preset = list(
    "annex-a/10",
    "Annex A list 10, adoption",
    "a child for whom adoption was decided",
    &[&[
        ID,
        Column::plain(&["Family identifier"]),
        GENDER,
        ETHNICITY,
        BORN,
        AGE,
        DISABILITY,
        Column::plain(&["Date the Child Entered Care"]),
        Column::telling(&["Date of Decision that Child Should be Placed for Adoption"]),
        Column::plain(&["Date of Placement Order"]),
        Column::plain(&["Date of Matching Child and Prospective Adopters"]),
        Column::plain(&["Date Placed for Adoption"]),
        Column::plain(&["Date of Adoption Order"]),
        Column::plain(&["Date of Decision that Child Should No Longer be Placed for Adoption"]),
        Column::plain(&["Reason Why Child No Longer Placed for Adoption"]),
        Column::plain(&["Date the child was placed for fostering in FFA or concurrent planning placement"]),
    ]],
    &[
        Count::on("placed_for_adoption", "Date Placed for Adoption"),
        Count::on("children_adopted", "Date of Adoption Order"),
    ],
);

pub(super) const ADOPTERS: Preset = Preset {
    id: "annex-a/11",
    title: "Annex A list 11, adopters",
    row: "an adopter or prospective adopter",
    child: "",
    columns: &[&[
        Column::telling(&["Individual adopter identifier"]),
        Column::plain(&["Family identifier"]),
        GENDER,
        ETHNICITY,
        Column::plain(&["Disability", "Does the adopter have a Disability"]),
        Column::plain(&["Is the (prospective) adopter fostering for adoption?"]),
        Column::plain(&["Date enquiry received"]),
        Column::plain(&["Date Stage 1 started"]),
        Column::plain(&["Date Stage 1 ended"]),
        Column::plain(&["Date Stage 2 started"]),
        Column::plain(&["Date Stage 2 ended"]),
        Column::plain(&["Date application submitted"]),
        Column::plain(&["Date application approved"]),
        Column::plain(&["Date adopter matched with child(ren)"]),
        Column::plain(&["Date child/children placed with adopter(s)"]),
        Column::plain(&["No. of children placed"]),
        Column::plain(&["Date of Adoption Order"]),
        Column::plain(&["Date of leaving adoption process"]),
        Column::plain(&["Reason for leaving adoption process"]),
    ]],
    counts: &[Count::on("adopters_approved", "Date application approved")],
};
