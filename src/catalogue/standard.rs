//! Standard figures between measures: the journey of a child from contact to plan, and shares that official statistics give.

use super::entry::{How, Standard};

/// In the order in which a report tells them. Shares follow the definitions of the official statistics: part and
/// denominator as the department publishes them.
pub(super) const STANDARD: &[Standard] = &[
    Standard {
        name: "contact_to_referral",
        label: "Referrals for every 100 contacts",
        how: How::Conversion("contacts", "referrals"),
    },
    Standard {
        name: "contact_to_plan",
        label: "Child protection plans started for every 100 contacts",
        how: How::Conversion("contacts", "plans_started"),
    },
    Standard {
        name: "referral_to_assessment",
        label: "Assessments for every 100 referrals",
        how: How::Conversion("referrals", "assessments"),
    },
    Standard {
        name: "referral_to_section_47",
        label: "Section 47 enquiries for every 100 referrals",
        how: How::Conversion("referrals", "section_47_enquiries"),
    },
    Standard {
        name: "section_47_to_conference",
        label: "Initial conferences for every 100 section 47 enquiries",
        how: How::Conversion("section_47_enquiries", "initial_conferences"),
    },
    Standard {
        name: "conference_to_plan",
        label: "Child protection plans started for every 100 initial conferences",
        how: How::Conversion("initial_conferences", "plans_started"),
    },
    Standard {
        name: "re_referral_percent",
        label: "Referrals within 12 months of an earlier one, per cent",
        how: How::Percent("re_referrals", "referrals"),
    },
    Standard {
        name: "no_action_percent",
        label: "Referrals closed with no further action, per cent",
        how: How::Percent("referrals_no_action", "referrals"),
    },
    Standard {
        name: "not_in_need_percent",
        label: "Referrals assessed as not in need, per cent",
        how: How::Percent("referrals_not_in_need", "referrals"),
    },
    Standard {
        name: "children_re_referred_percent",
        label: "Children referred again within 12 months, per cent",
        how: How::Percent("children_re_referred", "children_referred"),
    },
    Standard {
        name: "assessments_in_time_percent",
        label: "Assessments completed within 45 working days, per cent",
        how: How::Percent("assessments_in_time", "assessments"),
    },
    Standard {
        name: "conferences_in_time_percent",
        label: "Initial conferences held within 15 working days, per cent",
        how: How::Percent("conferences_in_time", "initial_conferences"),
    },
    Standard {
        name: "repeat_plan_percent",
        label: "Plans started that were a second or later one, per cent",
        how: How::Percent("repeat_plans", "plans_started"),
    },
    Standard {
        name: "long_plan_percent",
        label: "Children on a plan for two years or more, per cent",
        how: How::Percent("long_plans", "children_on_plan"),
    },
    Standard {
        name: "long_plan_ended_percent",
        label: "Plans ended after two years or more, per cent",
        how: How::Percent("long_plans_ended", "plans_ended"),
    },
    Standard {
        name: "reviewed_in_time_percent",
        label: "Children on a plan whose reviews were in time, per cent",
        how: How::Percent("reviewed_in_time", "reviewable_plans"),
    },
    Standard {
        name: "visits_in_time_percent",
        label: "Child protection visits made in time, per cent",
        how: How::Percent("visits_in_time", "visits_due"),
    },
    Standard {
        name: "out_of_area_percent",
        label: "Children looked after outside the area, per cent",
        how: How::Percent("looked_after_out_of_area", "children_looked_after"),
    },
    Standard {
        name: "placement_moves_percent",
        label: "Children looked after with three or more placements, per cent",
        how: How::Percent("placement_moves", "children_looked_after"),
    },
    Standard {
        name: "return_interview_percent",
        label: "Return interviews held of those offered, per cent",
        how: How::Percent("return_interviews_held", "return_interviews_offered"),
    },
    Standard {
        name: "lado_in_time_percent",
        label: "Allegations resolved within three months, per cent",
        how: How::Percent("lado_closed_in_time", "lado_referrals"),
    },
    Standard {
        name: "modifiable_deaths_percent",
        label: "Child deaths reviewed with modifiable factors, per cent",
        how: How::Percent("modifiable_deaths", "child_deaths_reviewed"),
    },
    Standard {
        name: "audits_good_percent",
        label: "Cases audited and found good or better, per cent",
        how: How::Percent("audited_cases_good", "audited_cases"),
    },
    Standard {
        name: "training_taken_up_percent",
        label: "Training places taken up, per cent",
        how: How::Percent("training_attended", "training_places"),
    },
    Standard {
        name: "care_leavers_housed_percent",
        label: "Care leavers in suitable accommodation, per cent",
        how: How::Percent("care_leavers_housed", "care_leavers"),
    },
    Standard {
        name: "care_leavers_occupied_percent",
        label: "Care leavers in education, employment or training, per cent",
        how: How::Percent("care_leavers_occupied", "care_leavers"),
    },
    Standard {
        name: "posts_filled_percent",
        label: "Social worker posts filled, per cent",
        how: How::Percent("social_workers_in_post", "social_worker_posts"),
    },
    Standard {
        name: "enquiries_per_child",
        label: "Section 47 enquiries for each child who had one",
        how: How::Ratio("section_47_enquiries", "section_47_children"),
    },
];
