//! Annex A lists 8 and 9: children in care, and those leaving it.

use super::super::codes::NEED;
use super::super::form::{Column, Count, Keep, Preset, YES};
use super::{CASEWORK, DISABILITY, TEAM, THE_CHILD, WORKER, list};

const STARTED: &str = "Date Started to be Looked After";
const CEASED: &str = "Date Ceased to be Looked After";
const UASC: &str = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)";
const PLACEMENTS: &str = "Number of Placements in the Last 12 months";
pub(super) const IN_CARE: Preset = list(
    "annex-a/8",
    "Annex A list 8, children in care",
    "a child while looked after",
    &[
        THE_CHILD,
        &[
            // Ofsted's own heading has one bracket too many; it is matched without its stops.
            Column::plain(&["Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"]),
            DISABILITY,
            Column::telling(&["Date Started to be Looked After"]),
            Column::coded(&["Child's Category of Need"], NEED),
            Column::plain(&[
                "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
            ]),
            Column::plain(&["Start date of current legal status"]),
            Column::plain(&["Child's Legal Status"]),
            Column::plain(&["Date of Latest Statutory Review"]),
            Column::plain(&["Date of Last Social Work Visit"]),
            Column::plain(&["What is the permanence plan for this child?"]),
            Column::plain(&["Date of Last IRO Visit / Contact to the Child"]),
            Column::plain(&["Date of Last Health Assessment"]),
            Column::plain(&["Date of Last Dental Check"]),
            Column::plain(&["Number of Placements in the Last 12 months"]),
            Column::telling(&["Date Ceased to be Looked After"]),
            Column::plain(&["Reason Ceased to be Looked After"]),
            Column::plain(&["Start Date of Most Recent Placement"]),
            Column::plain(&["Placement Type"]),
            Column::plain(&["Placement Provider"]),
            Column::plain(&["Placement postcode"]),
            Column::plain(&["URN of Placement"]),
            Column::plain(&["Placement Location"]),
            Column::plain(&["LA of Placement"]),
            Column::plain(&[
                "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
            ]),
            Column::plain(&[
                "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
            ]),
            Column::plain(&[
                "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            ]),
            Column::plain(&[
                "Did the child accept a Return Interview after their last missing episode (Y/N)?",
            ]),
        ],
        CASEWORK,
    ],
    &[
        Count::open("children_looked_after", STARTED, CEASED).by("need", "Child's Category of Need"),
        Count::on("looked_after_started", STARTED),
        Count::on("looked_after_ceased", CEASED),
        Count::open("unaccompanied_children", STARTED, CEASED).keeping(Keep::Is(UASC, YES)),
        Count::open("placement_moves", STARTED, CEASED).keeping(Keep::AtLeast(PLACEMENTS, 3)),
    ],
);

pub(super) const LEAVING_CARE: Preset = list(
    "annex-a/9",
    "Annex A list 9, leaving care services",
    "a young person entitled to leaving care services",
    &[
        THE_CHILD,
        &[
            Column::plain(&[
                "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
            ]),
            DISABILITY,
            TEAM,
            WORKER,
            Column::plain(&["Allocated Personal Advisor"]),
            Column::telling(&["Eligibility Category"]),
            Column::plain(&["Latest Pathway Plan Review Date"]),
            Column::plain(&["LA in Touch"]),
            Column::plain(&["Latest Date of Contact"]),
            Column::plain(&["Type of Accommodation"]),
            Column::telling(&["Suitability of Accommodation"]),
            Column::plain(&["Activity Status"]),
        ],
    ],
    &[
        Count::standing("care_leavers"),
        Count::standing("care_leavers_housed")
            .keeping(Keep::Is("Suitability of Accommodation", &["Suitable", "1"])),
        Count::standing("care_leavers_occupied").keeping(Keep::Is(
            "Activity Status",
            &["F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5", "F3", "P3"],
        )),
    ],
);
