//! Ofsted's Annex A: the eleven child-level lists that an inspection asks for. By default lists 1 to 5 cover six months.

mod adoption;
mod front_door;
mod in_care;
mod plans;

use super::form::{Column, Count, Preset};

/// In the order of their numbers.
pub(super) const PRESETS: &[Preset] = &[
    front_door::CONTACTS,
    front_door::EARLY_HELP,
    front_door::REFERRALS,
    front_door::ASSESSMENTS,
    plans::ENQUIRIES,
    plans::IN_NEED,
    plans::ON_PLAN,
    in_care::IN_CARE,
    in_care::LEAVING_CARE,
    adoption::CHILDREN,
    adoption::ADOPTERS,
];

const CHILD: &str = "Child Unique ID";
const ID: Column = Column::plain(&["Child Unique ID", "Child ID", "Unique Child ID", "ChildUniqueID"]);
const GENDER: Column = Column::plain(&["Gender", "Sex"]);
const ETHNICITY: Column = Column::plain(&["Ethnicity"]);
const BORN: Column = Column::plain(&["Date of Birth", "DOB"]);
const AGE: Column = Column::plain(&["Age of Child (Years)", "Age", "Age of Child"]);
const DISABILITY: Column = Column::plain(&["Does the Child have a Disability", "Disability"]);
const TEAM: Column = Column::plain(&["Allocated Team"]);
const WORKER: Column = Column::plain(&["Allocated Worker"]);

/// The columns with which lists begin.
const THE_CHILD: &[Column] = &[ID, GENDER, ETHNICITY, BORN, AGE];
/// The columns with which they end.
const CASEWORK: &[Column] = &[TEAM, WORKER];

const fn list(
    id: &'static str,
    title: &'static str,
    row: &'static str,
    columns: &'static [&'static [Column]],
    counts: &'static [Count],
) -> Preset {
    Preset { id, title, row, columns, child: CHILD, counts }
}
