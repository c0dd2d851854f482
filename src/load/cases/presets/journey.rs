//! What is counted of the journey from referral to plan, by the official definitions: the same in Annex A and in the
//! children in need census, whose columns have other headings.

use super::form::{After, Count, Keep, TWO_YEARS};

/// Assessments by the day on which they were authorised, and those authorised within 45 working days of their start.
pub(super) const fn assessments(started: &'static str, authorised: &'static str) -> [Count; 2] {
    [
        Count::on("assessments", authorised),
        Count::on("assessments_in_time", authorised).after(After::Within(started, 45)),
    ]
}

/// Section 47 enquiries by the day of the strategy discussion, and the conferences that followed: in time within 15
/// working days of it.
pub(super) const fn enquiries(strategy: &'static str, conference: &'static str) -> [Count; 5] {
    [
        Count::on("section_47_enquiries", strategy),
        Count::on("section_47_children", strategy).children(),
        Count::on("initial_conferences", conference),
        Count::on("conference_children", conference).children(),
        Count::on("conferences_in_time", conference).after(After::Within(strategy, 15)),
    ]
}

/// Child protection plans: those on a day, those begun and those ended.
pub(super) const fn plans(
    [start, end]: [&'static str; 2],
    [initial, latest]: [&'static str; 2],
    plans_before: &'static str,
) -> [Count; 8] {
    [
        Count::open("children_on_plan", start, end).by("category", latest),
        Count::open("long_plans", start, end).after(After::Lasting(start, TWO_YEARS)),
        Count::on("plans_started", start).by("category", initial),
        Count::on("repeat_plans", start).keeping(Keep::AtLeast(plans_before, 1)),
        Count::on("children_starting_plan", start).children(),
        Count::on("children_ending_plan", end).children(),
        Count::on("plans_ended", end),
        Count::on("long_plans_ended", end).after(After::Lasting(start, TWO_YEARS)),
    ]
}
