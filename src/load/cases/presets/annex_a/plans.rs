//! Annex A lists 5 to 7: section 47 enquiries and conferences, children in need, child protection plans.

use super::super::codes::{ABUSE, NEED};
use super::super::form::{Column, Count, Preset};
use super::super::journey;
use super::{CASEWORK, DISABILITY, THE_CHILD, list};

const STRATEGY: &str = "Strategy discussion initiating Section 47 Enquiry Start Date";
const CONFERENCE: &str = "Date of Initial Child Protection Conference";
const ENQUIRED: [Count; 5] = journey::enquiries(STRATEGY, CONFERENCE);
pub(super) const ENQUIRIES: Preset = list(
    "annex-a/5",
    "Annex A list 5, section 47 enquiries and initial conferences",
    "a section 47 enquiry about a child",
    &[
        THE_CHILD,
        &[
            DISABILITY,
            Column::telling(&[
                "Strategy discussion initiating Section 47 Enquiry Start Date",
                "Strategy discussion initiating S47 Enquiry Start Date",
                "Strategy discussion initiating Section 47 Enquiry",
            ]),
            Column::plain(&["Was an Initial Child Protection Conference deemed unnecessary?"]),
            Column::plain(&["Date of Initial Child Protection Conference", "Date of ICPC"]),
            Column::plain(&["Did the Initial Child Protection Conference Result in a Child Protection Plan"]),
            Column::plain(&["Number of Section 47 Enquiries in the last 12 months"]),
            Column::plain(&["Number of ICPCs in the last 12 months"]),
        ],
        CASEWORK,
    ],
    &ENQUIRED,
);

pub(super) const IN_NEED: Preset = list(
    "annex-a/6",
    "Annex A list 6, children in need",
    "a child while in need",
    &[
        THE_CHILD,
        &[
            DISABILITY,
            Column::telling(&["CIN Start Date"]),
            Column::coded(&["Primary Need Code", "Primary Need"], NEED),
            Column::plain(&["Date Child Was Last Seen"]),
            Column::telling(&["CIN Closure Date"]),
            Column::plain(&["Reason for Closure"]),
            Column::plain(&["Case Status"]),
        ],
        CASEWORK,
    ],
    &[Count::open("children_in_need", "CIN Start Date", "CIN Closure Date").by("need", "Primary Need Code")],
);

const START: &str = "Child Protection Plan Start Date";
const END: &str = "Child Protection Plan End Date";
const PLANNED: [Count; 8] = journey::plans(
    [START, END],
    ["Initial Category of Abuse", "Latest Category of Abuse"],
    "Number of Previous Child Protection Plans",
);
pub(super) const ON_PLAN: Preset = list(
    "annex-a/7",
    "Annex A list 7, child protection plans",
    "a child protection plan of a child",
    &[
        THE_CHILD,
        &[
            DISABILITY,
            Column::telling(&["Child Protection Plan Start Date", "CP Plan Start Date"]),
            Column::coded(&["Initial Category of Abuse"], ABUSE),
            Column::coded(&["Latest Category of Abuse"], ABUSE),
            Column::plain(&["Date of the Last Statutory Visit"]),
            Column::plain(&["Was the Child Seen Alone?"]),
            Column::plain(&["Date of latest review conference"]),
            Column::telling(&["Child Protection Plan End Date", "CP Plan End Date"]),
            Column::plain(&[
                "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            ]),
            Column::plain(&[
                "Number of Previous Child Protection Plans",
                "Number of Previous Child Protection Plans (lifetime)",
            ]),
        ],
        CASEWORK,
    ],
    &PLANNED,
);
