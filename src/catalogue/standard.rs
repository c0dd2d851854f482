//! Standard figures between measures: the journey of a child from contact to plan, and shares that official statistics give.

use super::entry::{How, Standard};
use crate::model::Polarity;

/// In the order in which a report tells them. Shares follow the definitions of the official statistics: part and
/// denominator as the department publishes them.
pub(super) const STANDARD: &[Standard] = &[
    Standard {
        name: "contact_to_referral",
        label: "Referrals for every 100 contacts",
        how: How::Stage("contacts", "referrals"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "contact_to_plan",
        label: "Child protection plans started for every 100 contacts",
        how: How::Stage("contacts", "plans_started"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "referral_to_assessment",
        label: "Assessments for every 100 referrals",
        how: How::Conversion("referrals", "assessments"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "referral_to_section_47",
        label: "Section 47 enquiries for every 100 referrals",
        how: How::Stage("referrals", "section_47_enquiries"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "assessment_to_section_47",
        label: "Section 47 enquiries for every 100 assessments",
        how: How::Conversion("assessments", "section_47_enquiries"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "section_47_to_conference",
        label: "Initial conferences for every 100 section 47 enquiries",
        how: How::Stage("section_47_enquiries", "initial_conferences"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "conference_to_plan",
        label: "Child protection plans started for every 100 initial conferences",
        how: How::Conversion("initial_conferences", "plans_started"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "re_referral_percent",
        label: "Referrals within 12 months of an earlier one, per cent",
        how: How::Percent("re_referrals", "referrals"),
        polarity: Polarity::LowerIsBetter,
    },
    Standard {
        name: "no_action_percent",
        label: "Referrals closed with no further action, per cent",
        how: How::Percent("referrals_no_action", "referrals"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "not_in_need_percent",
        label: "Referrals assessed and found not to be in need, per cent",
        how: How::Percent("referrals_not_in_need", "referrals"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "children_re_referred_percent",
        label: "Children referred again within 12 months, per cent",
        how: How::Percent("children_re_referred", "children_referred"),
        polarity: Polarity::LowerIsBetter,
    },
    Standard {
        name: "assessments_in_time_percent",
        label: "Assessments completed within 45 working days, per cent",
        how: How::Percent("assessments_in_time", "assessments"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "conferences_in_time_percent",
        label: "Initial conferences held within 15 working days, per cent",
        how: How::Percent("conferences_in_time", "initial_conferences"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "repeat_plan_percent",
        label: "Plans started that were a second or later one, per cent",
        how: How::Percent("repeat_plans", "plans_started"),
        polarity: Polarity::LowerIsBetter,
    },
    Standard {
        name: "long_plan_percent",
        label: "Children on a plan for two years or more, per cent",
        how: How::Percent("long_plans", "children_on_plan"),
        polarity: Polarity::LowerIsBetter,
    },
    Standard {
        name: "long_plan_ended_percent",
        label: "Plans ended after two years or more, per cent",
        how: How::Percent("long_plans_ended", "plans_ended"),
        polarity: Polarity::LowerIsBetter,
    },
    Standard {
        name: "reviewed_in_time_percent",
        label: "Children on a plan whose reviews were in time, per cent",
        how: How::Percent("reviewed_in_time", "reviewable_plans"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "visits_in_time_percent",
        label: "Child protection visits made in time, per cent",
        how: How::Percent("visits_in_time", "visits_due"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "out_of_area_percent",
        label: "Children looked after outside the area, per cent",
        how: How::Percent("looked_after_out_of_area", "children_looked_after"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "placement_moves_percent",
        label: "Children looked after with three or more placements, per cent",
        how: How::Percent("placement_moves", "children_looked_after"),
        polarity: Polarity::LowerIsBetter,
    },
    Standard {
        name: "return_interview_percent",
        label: "Return interviews held of those offered, per cent",
        how: How::Percent("return_interviews_held", "return_interviews_offered"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "lado_in_time_percent",
        label: "Allegations resolved within three months, per cent",
        how: How::Percent("lado_closed_in_time", "lado_referrals"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "substantiated_percent",
        label: "Allegations concluded that were substantiated, per cent",
        how: How::Percent("allegations_substantiated", "allegations_concluded"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "unsubstantiated_percent",
        label: "Allegations concluded that were unsubstantiated, per cent",
        how: How::Percent("allegations_unsubstantiated", "allegations_concluded"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "unfounded_percent",
        label: "Allegations concluded that were unfounded, per cent",
        how: How::Percent("allegations_unfounded", "allegations_concluded"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "false_percent",
        label: "Allegations concluded that were false, per cent",
        how: How::Percent("allegations_false", "allegations_concluded"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "malicious_percent",
        label: "Allegations concluded that were malicious, per cent",
        how: How::Percent("allegations_malicious", "allegations_concluded"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "modifiable_deaths_percent",
        label: "Child deaths reviewed with modifiable factors, per cent",
        how: How::Percent("modifiable_deaths", "child_deaths_reviewed"),
        polarity: Polarity::Neither,
    },
    Standard {
        name: "audits_good_percent",
        label: "Cases audited and found good or better, per cent",
        how: How::Percent("audited_cases_good", "audited_cases"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "training_taken_up_percent",
        label: "Training places taken up, per cent",
        how: How::Percent("training_attended", "training_places"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "care_leavers_housed_percent",
        label: "Care leavers in suitable accommodation, per cent",
        how: How::Percent("care_leavers_housed", "care_leavers"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "care_leavers_occupied_percent",
        label: "Care leavers in education, employment or training, per cent",
        how: How::Percent("care_leavers_occupied", "care_leavers"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "posts_filled_percent",
        label: "Social worker posts filled, per cent",
        how: How::Percent("social_workers_in_post", "social_worker_posts"),
        polarity: Polarity::HigherIsBetter,
    },
    Standard {
        name: "enquiries_per_child",
        label: "Section 47 enquiries for each child who had one",
        how: How::Ratio("section_47_enquiries", "section_47_children"),
        polarity: Polarity::Neither,
    },
];
