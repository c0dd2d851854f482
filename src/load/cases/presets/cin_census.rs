//! The children in need census as tables, one for each of its modules.

use super::codes::{ABUSE, NEED, SOURCE};
use super::form::{After, Column, Count, Keep, Preset, TWO_YEARS, YES};

const CHILD: &str = "LAchildID";
const ID: Column = Column::telling(&["LAchildID"]);

/// In the order of a child's journey.
pub(super) const PRESETS: &[Preset] = &[
    table(
        "cin/referrals",
        "CIN census, CIN details",
        "a referral of a child, and the time in need that follows",
        &[
            ID,
            Column::plain(&["CINdetailsID"]),
            Column::telling(&["CINreferralDate"]),
            Column::coded(&["ReferralSource"], SOURCE),
            Column::coded(&["PrimaryNeedCode"], NEED),
            Column::plain(&["CINclosureDate"]),
            Column::plain(&["ReasonForClosure"]),
            Column::plain(&["DateOfInitialCPC"]),
            Column::telling(&["ReferralNFA"]),
        ],
        &[
            Count::on("referrals", "CINreferralDate").by(&[("source", "ReferralSource")]),
            Count::on("children_referred", "CINreferralDate").children(),
            Count::on("referrals_no_action", "CINreferralDate").keeping(&[Keep::Is("ReferralNFA", YES)]),
            Count::open("children_in_need", "CINreferralDate", "CINclosureDate")
                .keeping(&[Keep::Not("ReferralNFA", YES)])
                .by(&[("need", "PrimaryNeedCode")]),
        ],
    ),
    table(
        "cin/assessments",
        "CIN census, assessments",
        "an assessment of a child",
        &[
            ID,
            Column::plain(&["AssessmentID"]),
            Column::telling(&["AssessmentActualStartDate"]),
            Column::plain(&["AssessmentInternalReviewDate"]),
            Column::telling(&["AssessmentAuthorisationDate"]),
            Column::plain(&["AssessmentFactors"]),
        ],
        &[
            Count::on("assessments", "AssessmentAuthorisationDate"),
            Count::on("assessments_in_time", "AssessmentAuthorisationDate")
                .after(After::Within("AssessmentActualStartDate", 45)),
        ],
    ),
    table(
        "cin/section-47",
        "CIN census, section 47 enquiries",
        "a section 47 enquiry about a child",
        &[
            ID,
            Column::telling(&["S47ActualStartDate"]),
            Column::plain(&["InitialCPCtarget"]),
            Column::plain(&["DateOfInitialCPC"]),
            Column::plain(&["ICPCnotRequired"]),
        ],
        &[
            Count::on("section_47_enquiries", "S47ActualStartDate"),
            Count::on("section_47_children", "S47ActualStartDate").children(),
            Count::on("initial_conferences", "DateOfInitialCPC"),
            Count::on("conference_children", "DateOfInitialCPC").children(),
            Count::on("conferences_in_time", "DateOfInitialCPC")
                .after(After::Within("S47ActualStartDate", 15)),
        ],
    ),
    table(
        "cin/plans",
        "CIN census, child protection plans",
        "a child protection plan of a child",
        &[
            ID,
            Column::plain(&["CPPID"]),
            Column::telling(&["CPPstartDate"]),
            Column::telling(&["CPPendDate"]),
            Column::coded(&["InitialCategoryOfAbuse"], ABUSE),
            Column::coded(&["LatestCategoryOfAbuse"], ABUSE),
            Column::plain(&["NumberOfPreviousCPP"]),
        ],
        &[
            Count::open("children_on_plan", "CPPstartDate", "CPPendDate")
                .by(&[("category", "LatestCategoryOfAbuse")]),
            Count::open("long_plans", "CPPstartDate", "CPPendDate")
                .after(After::Lasting("CPPstartDate", TWO_YEARS)),
            Count::on("plans_started", "CPPstartDate").by(&[("category", "InitialCategoryOfAbuse")]),
            Count::on("repeat_plans", "CPPstartDate").keeping(&[Keep::AtLeast("NumberOfPreviousCPP", 1)]),
            Count::on("children_starting_plan", "CPPstartDate").children(),
            Count::on("children_ending_plan", "CPPendDate").children(),
            Count::on("plans_ended", "CPPendDate"),
            Count::on("long_plans_ended", "CPPendDate").after(After::Lasting("CPPstartDate", TWO_YEARS)),
        ],
    ),
    table(
        "cin/reviews",
        "CIN census, reviews",
        "a review conference about a child",
        &[ID, Column::plain(&["CPPID"]), Column::telling(&["CPPreviewDate"])],
        &[Count::on("review_conferences", "CPPreviewDate")],
    ),
];

const fn table(
    id: &'static str,
    title: &'static str,
    row: &'static str,
    columns: &'static [Column],
    counts: &'static [Count],
) -> Preset {
    Preset { id, title, row, columns, child: CHILD, counts }
}
