//! The children in need census as tables, one for each of its modules.

use super::codes::{ABUSE, NEED, SOURCE};
use super::form::{Column, Count, Keep, Preset, YES};
use super::journey;

const CHILD: &str = "LAchildID";
const ID: Column = Column::telling(&["LAchildID"]);

const ASSESSMENTS: [Count; 2] =
    journey::assessments("AssessmentActualStartDate", "AssessmentAuthorisationDate");
const ENQUIRIES: [Count; 5] = journey::enquiries("S47ActualStartDate", "DateOfInitialCPC");
const PLANS: [Count; 8] = journey::plans(
    ["CPPstartDate", "CPPendDate"],
    ["InitialCategoryOfAbuse", "LatestCategoryOfAbuse"],
    "NumberOfPreviousCPP",
);

/// In the order of a child's journey.
pub(super) const PRESETS: &[Preset] = &[
    table(
        "cin/referrals",
        "CIN census, CIN details",
        "a referral of a child, and the time in need that follows",
        &[&[
            ID,
            Column::plain(&["CINdetailsID"]),
            Column::telling(&["CINreferralDate"]),
            Column::coded(&["ReferralSource"], SOURCE),
            Column::coded(&["PrimaryNeedCode"], NEED),
            Column::plain(&["CINclosureDate"]),
            Column::plain(&["ReasonForClosure"]),
            Column::plain(&["DateOfInitialCPC"]),
            Column::telling(&["ReferralNFA"]),
        ]],
        &[
            Count::on("referrals", "CINreferralDate").by("source", "ReferralSource"),
            Count::on("children_referred", "CINreferralDate").children(),
            Count::on("referrals_no_action", "CINreferralDate").keeping(Keep::Is("ReferralNFA", YES)),
            Count::open("children_in_need", "CINreferralDate", "CINclosureDate")
                .keeping(Keep::Not("ReferralNFA", YES))
                .by("need", "PrimaryNeedCode"),
        ],
    ),
    table(
        "cin/assessments",
        "CIN census, assessments",
        "an assessment of a child",
        &[&[
            ID,
            Column::plain(&["AssessmentID"]),
            Column::telling(&["AssessmentActualStartDate"]),
            Column::plain(&["AssessmentInternalReviewDate"]),
            Column::telling(&["AssessmentAuthorisationDate"]),
            Column::plain(&["AssessmentFactors"]),
        ]],
        &ASSESSMENTS,
    ),
    table(
        "cin/section-47",
        "CIN census, section 47 enquiries",
        "a section 47 enquiry about a child",
        &[&[
            ID,
            Column::telling(&["S47ActualStartDate"]),
            Column::plain(&["InitialCPCtarget"]),
            Column::plain(&["DateOfInitialCPC"]),
            Column::plain(&["ICPCnotRequired"]),
        ]],
        &ENQUIRIES,
    ),
    table(
        "cin/plans",
        "CIN census, child protection plans",
        "a child protection plan of a child",
        &[&[
            ID,
            Column::plain(&["CPPID"]),
            Column::telling(&["CPPstartDate"]),
            Column::telling(&["CPPendDate"]),
            Column::coded(&["InitialCategoryOfAbuse"], ABUSE),
            Column::coded(&["LatestCategoryOfAbuse"], ABUSE),
            Column::plain(&["NumberOfPreviousCPP"]),
        ]],
        &PLANS,
    ),
    table(
        "cin/reviews",
        "CIN census, reviews",
        "a review conference about a child",
        &[&[ID, Column::plain(&["CPPID"]), Column::telling(&["CPPreviewDate"])]],
        &[Count::on("review_conferences", "CPPreviewDate")],
    ),
];

const fn table(
    id: &'static str,
    title: &'static str,
    row: &'static str,
    columns: &'static [&'static [Column]],
    counts: &'static [Count],
) -> Preset {
    Preset { id, title, row, columns, child: CHILD, counts }
}
