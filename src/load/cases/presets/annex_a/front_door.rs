//! Annex A lists 1 to 4: contacts, early help, referrals, assessments.

use super::super::codes::SOURCE;
use super::super::form::{Column, Count, Keep, Preset, YES};
use super::super::journey;
use super::{CASEWORK, DISABILITY, THE_CHILD, list};

const CONTACT: &str = "Date of Contact";
pub(super) const CONTACTS: Preset = list(
    "annex-a/1",
    "Annex A list 1, contacts",
    "a contact about a child",
    &[
        THE_CHILD,
        &[
            Column::telling(&["Date of Contact", "Contact date"]),
            Column::coded(&["Contact Source", "Source of Contact"], SOURCE),
        ],
    ],
    &[
        Count::on("contacts", CONTACT).by("source", "Contact Source"),
        Count::on("contact_children", CONTACT).children(),
    ],
);

pub(super) const EARLY_HELP: Preset = list(
    "annex-a/2",
    "Annex A list 2, early help assessments",
    "an early help assessment of a child",
    &[
        THE_CHILD,
        &[
            Column::plain(&["Assessment start date"]),
            Column::plain(&["Assessment completion date"]),
            Column::telling(&["Organisation completing assessment"]),
        ],
    ],
    &[Count::on("early_help_assessments", "Assessment start date")],
);

const REFERRED: &str = "Date of Referral";
pub(super) const REFERRALS: Preset = list(
    "annex-a/3",
    "Annex A list 3, referrals",
    "a referral of a child",
    &[
        THE_CHILD,
        &[
            Column::telling(&["Date of Referral", "Referral Date"]),
            Column::coded(&["Referral Source", "Source of Referral"], SOURCE),
            Column::telling(&["Referral NFA?", "Referral NFA", "Referral No Further Action?"]),
            Column::plain(&[
                "Number of Referrals in Last 12 Months",
                "Number of Referrals in the Last 12 Months",
            ]),
        ],
        CASEWORK,
    ],
    &[
        Count::on("referrals", REFERRED).by("source", "Referral Source"),
        Count::on("children_referred", REFERRED).children(),
        Count::on("referrals_no_action", REFERRED).keeping(Keep::Is("Referral NFA?", YES)),
        Count::on("re_referrals", REFERRED)
            .keeping(Keep::AtLeast("Number of Referrals in Last 12 Months", 1)),
        Count::on("children_re_referred", REFERRED)
            .keeping(Keep::AtLeast("Number of Referrals in Last 12 Months", 1))
            .children(),
    ],
);

const STARTED: &str = "Continuous Assessment Start Date";
const AUTHORISED: &str = "Continuous Assessment Date of Authorisation";
const ASSESSED: [Count; 2] = journey::assessments(STARTED, AUTHORISED);
pub(super) const ASSESSMENTS: Preset = list(
    "annex-a/4",
    "Annex A list 4, assessments",
    "an assessment of a child",
    &[
        THE_CHILD,
        &[
            DISABILITY,
            Column::telling(&["Continuous Assessment Start Date"]),
            Column::plain(&["Child Seen During Continuous Assessment"]),
            Column::telling(&["Continuous Assessment Date of Authorisation"]),
            Column::plain(&[
                "Was the child assessed as requiring LA children's social care support?",
                "Was the child assessed as requiring LA children's social care support",
            ]),
        ],
        CASEWORK,
    ],
    &ASSESSED,
);
