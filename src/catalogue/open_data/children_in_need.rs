//! Open data: the department's "Characteristics of children in need", releases of 2024 and 2025, and its headline figures.
//!
//! Of the release of 2025 the headings of B1, C1, C4, D3 and D5 have been seen as the department keeps them with its
//! dashboard of children's social care (github.com/dfe-analytical-services/CSC_outcomes_and_enablers, `data-raw`), and
//! those of C1, C2, D1 and D7 in its data catalogue: C1, which is also a data set of its interface for programs, has new
//! headings, the others those of 2024 without the rates. C5, C6, D2, D4 and D6 have not been seen; they are read where
//! they kept theirs, and a heading that is not here is told when it is met.

use super::{Gives, OpenColumn, OpenSum, column, month, nothing, stated, whole};

/// What the column `category` calls the files themselves.
pub(super) const TITLES: &[&str] = &[
    "Children in Need",
    "Referrals and Re-referrals",
    "Duration of assessment",
    "Factors identified at the end of assessment",
    "Section 47s and Initial Child Protection Conferences",
    "Source of referral",
    "Month of referral",
    "Child Protection Plans",
    "Child Protection Plans by Initial and Latest Category of Abuse",
    "Child Protection Plans which are a second or subsequent plan",
    "Child Protection Plans by length of time",
    "Child Protection Plans reviewed within timescales",
    "Child Protection Plans ending by length of time",
];

/// Measures that several columns make together.
pub(super) const SUMS: &[OpenSum] = &[
    OpenSum {
        measure: "assessments_in_time",
        of: &["Same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days"],
    },
    OpenSum { measure: "conferences_in_time", of: &["Duration_0-10_days", "Duration_11-15_days"] },
];

const REFERRALS: &[&str] = &["Referrals", "referral_count"];
const AT_31_MARCH: &[&str] = &["CPP_At31"];
const STARTED: &[&str] = &["CPP_start"];
const ENDED: &[&str] = &["CPP_End"];
const COMPLETED: &[&str] = &["Assessments_completed"];
const CONFERENCES: &[&str] = &["ICPC"];

const fn source(headings: &'static [&'static str], category: &'static str) -> OpenColumn {
    column(headings, Gives::Part("referrals", "source", category)).beside(REFERRALS)
}

const fn took(headings: &'static [&'static str], category: &'static str) -> OpenColumn {
    column(headings, Gives::Part("assessments", "duration", category)).beside(COMPLETED)
}

const fn waited(headings: &'static [&'static str], category: &'static str) -> OpenColumn {
    column(headings, Gives::Part("initial_conferences", "duration", category)).beside(CONFERENCES)
}

const fn starting(
    headings: &'static [&'static str],
    dimension: &'static str,
    category: &'static str,
) -> OpenColumn {
    column(headings, Gives::Part("plans_started", dimension, category)).beside(STARTED)
}

const fn standing(
    headings: &'static [&'static str],
    dimension: &'static str,
    category: &'static str,
) -> OpenColumn {
    column(headings, Gives::Part("children_on_plan", dimension, category)).beside(AT_31_MARCH)
}

const fn ending(headings: &'static [&'static str], category: &'static str) -> OpenColumn {
    column(headings, Gives::Part("plans_ended", "duration", category)).beside(ENDED)
}

const INITIAL: &str = "initial_category";
const LATEST: &str = "latest_category";

/// By the files of the release, in their order.
pub(super) const COLUMNS: &[OpenColumn] = &[
    // B1: children in need.
    whole(&["Anypoint_episodes"], "need_episodes"),
    stated(&["Anypoint_episodes_rate"], "need_episodes.per_10000"),
    whole(&["Anypoint_child"], "children_ever_in_need"),
    stated(&["Anypoint_child_rate"], "children_ever_in_need.per_10000"),
    whole(&["Started_episodes"], "need_episodes_started"),
    stated(&["Started_episodes_rate"], "need_episodes_started.per_10000"),
    whole(&["Started_child"], "children_starting_in_need"),
    stated(&["Started_child_rate"], "children_starting_in_need.per_10000"),
    whole(&["Ended_episodes"], "need_episodes_ended"),
    stated(&["Ended_episodes_rate"], "need_episodes_ended.per_10000"),
    whole(&["Ended_child"], "children_ending_in_need"),
    stated(&["Ended_child_rate"], "children_ending_in_need.per_10000"),
    whole(&["At31_episodes", "children_in_need"], "children_in_need"),
    stated(&["At31_episodes_rate", "children_in_need_per_10000_children"], "children_in_need.per_10000"),
    whole(&["Awaiting_assessment"], "awaiting_assessment"),
    stated(&["Awaiting_assessment_rate"], "awaiting_assessment.per_10000"),
    // C1: referrals and re-referrals; the names of 2025 second.
    whole(REFERRALS, "referrals"),
    stated(&["Referrals_rate"], "referrals.per_10000"),
    whole(&["Re_referrals", "rereferral_count"], "re_referrals"),
    stated(&["Re_referrals_percent", "rereferral_percent"], "re_referral_percent"),
    whole(&["No_Further_Action", "no_further_action_count"], "referrals_no_action"),
    stated(&["No_Further_Action_percent"], "no_action_percent"),
    whole(&["Not_in_Need", "not_in_need_count"], "referrals_not_in_need"),
    stated(&["Not_in_Need_percent"], "not_in_need_percent"),
    whole(&["Referrals_child", "referral_child_count"], "children_referred"),
    stated(&["Referrals_child_rate"], "children_referred.per_10000"),
    whole(&["Re_referrals_child", "rereferral_child_count"], "children_re_referred"),
    stated(&["Re_referrals_child_percent", "rereferral_child_percent"], "children_re_referred_percent"),
    // C2: assessments by how long they took.
    whole(&["Assessments_completed", "completed_assessments"], "assessments"),
    stated(&["Assessments_completed_rate"], "assessments.per_10000"),
    took(&["Same_day"], "same day"),
    took(&["1-10_days"], "1 to 10 days"),
    took(&["11-20_days"], "11 to 20 days"),
    took(&["21-30_days"], "21 to 30 days"),
    took(&["31-40_days"], "31 to 40 days"),
    took(&["41-45_days"], "41 to 45 days"),
    took(&["46-50_days"], "46 to 50 days"),
    took(&["51-60_days"], "51 to 60 days"),
    took(&["61+_days"], "61 days or more"),
    nothing(&["25th_Percentile_days", "Median_days", "75th_Percentile_days"]),
    // C4: section 47 enquiries and initial conferences.
    whole(&["Section47"], "section_47_enquiries"),
    stated(&["Section47_rate"], "section_47_enquiries.per_10000"),
    whole(&["Section47_child"], "section_47_children"),
    stated(&["Section47_child_rate"], "section_47_children.per_10000"),
    whole(CONFERENCES, "initial_conferences"),
    stated(&["ICPC_rate"], "initial_conferences.per_10000"),
    whole(&["ICPC_child"], "conference_children"),
    stated(&["ICPC_child_rate"], "conference_children.per_10000"),
    waited(&["Duration_0-10_days"], "0 to 10 days"),
    waited(&["Duration_11-15_days"], "11 to 15 days"),
    waited(&["Duration_16-20_days"], "16 to 20 days"),
    waited(&["Duration_21+_days"], "21 days or more"),
    nothing(&["Duration_25th_Percentile", "Duration_median", "Duration_75th_Percentile"]),
    // C5: referrals by source.
    source(&["Individual"], "Individual"),
    source(&["Schools"], "Schools"),
    source(&["Education_Services"], "Education services"),
    source(&["Health_Services"], "Health services"),
    source(&["Housing"], "Housing"),
    source(&["LA_Services"], "Local authority services"),
    source(&["Police"], "Police"),
    source(&["Other_legal_agency"], "Other legal agency"),
    source(&["Other"], "Other"),
    source(&["Anonymous"], "Anonymous"),
    source(&["Unknown"], "Unknown"),
    // C6: referrals by month.
    month(&["April"], 4),
    month(&["May"], 5),
    month(&["June"], 6),
    month(&["July"], 7),
    month(&["August"], 8),
    month(&["September"], 9),
    month(&["October"], 10),
    month(&["November"], 11),
    month(&["December"], 12),
    month(&["January"], 1),
    month(&["February"], 2),
    month(&["March"], 3),
    // D1: child protection plans.
    whole(STARTED, "plans_started"),
    stated(&["CPP_start_rate"], "plans_started.per_10000"),
    whole(&["CPP_child_start"], "children_starting_plan"),
    stated(&["CPP_child_start_rate"], "children_starting_plan.per_10000"),
    whole(ENDED, "plans_ended"),
    stated(&["CPP_end_rate"], "plans_ended.per_10000"),
    whole(&["CPP_child_end"], "children_ending_plan"),
    stated(&["CPP_child_end_rate"], "children_ending_plan.per_10000"),
    whole(&["CPP_anypoint"], "plans_in_year"),
    stated(&["CPP_anypoint_rate"], "plans_in_year.per_10000"),
    whole(&["CPP_child_anypoint"], "children_ever_on_plan"),
    stated(&["CPP_child_anypoint_rate"], "children_ever_on_plan.per_10000"),
    whole(&["CPP_At31", "child_protection_plans"], "children_on_plan"),
    stated(&["CPP_At31_rate", "child_protection_plans_per_10000_children"], "children_on_plan.per_10000"),
    // D2 and D4: plans by category of abuse, those starting and those at 31 March.
    starting(&["Neglect_Initial"], INITIAL, "Neglect"),
    starting(&["Physical_Initial"], INITIAL, "Physical abuse"),
    starting(&["Sexual_Initial"], INITIAL, "Sexual abuse"),
    starting(&["Emotional_Initial"], INITIAL, "Emotional abuse"),
    starting(&["Multiple_Initial"], INITIAL, "Multiple"),
    starting(&["Neglect_Latest"], LATEST, "Neglect"),
    starting(&["Physical_Latest"], LATEST, "Physical abuse"),
    starting(&["Sexual_Latest"], LATEST, "Sexual abuse"),
    starting(&["Emotional_Latest"], LATEST, "Emotional abuse"),
    starting(&["Multiple_Latest"], LATEST, "Multiple"),
    standing(&["Neglect_Initial"], INITIAL, "Neglect"),
    standing(&["Physical_Initial"], INITIAL, "Physical abuse"),
    standing(&["Sexual_Initial"], INITIAL, "Sexual abuse"),
    standing(&["Emotional_Initial"], INITIAL, "Emotional abuse"),
    standing(&["Multiple_Initial"], INITIAL, "Multiple"),
    standing(&["Neglect_Latest"], LATEST, "Neglect"),
    standing(&["Physical_Latest"], LATEST, "Physical abuse"),
    standing(&["Sexual_Latest"], LATEST, "Sexual abuse"),
    standing(&["Emotional_Latest"], LATEST, "Emotional abuse"),
    standing(&["Multiple_Latest"], LATEST, "Multiple"),
    // D3: second or subsequent plans.
    whole(&["CPP_subsequent"], "repeat_plans"),
    stated(&["CPP_subsequent_percent"], "repeat_plan_percent"),
    // D5: plans at 31 March by how long they have lasted.
    standing(&["3_months_or_less"], "duration", "3 months or less"),
    standing(&["more_than_3_months_6_months"], "duration", "over 3 to 6 months"),
    standing(&["more_than_6_months_less_than_1_year"], "duration", "over 6 months to under 1 year"),
    standing(&["1_year_less_than_2_years"], "duration", "1 to under 2 years"),
    standing(&["2_years_or_more"], "duration", "2 years or more"),
    whole(&["2_years_or_more"], "long_plans").beside(AT_31_MARCH),
    stated(&["3_months_or_less_percent"], "children_on_plan[duration=3 months or less].percent_of_total")
        .beside(AT_31_MARCH),
    stated(
        &["more_than_3_months_6_months_percent"],
        "children_on_plan[duration=over 3 to 6 months].percent_of_total",
    )
    .beside(AT_31_MARCH),
    stated(
        &["more_than_6_months_less_than_1_year_percent"],
        "children_on_plan[duration=over 6 months to under 1 year].percent_of_total",
    )
    .beside(AT_31_MARCH),
    stated(
        &["1_year_less_than_2_years_percent"],
        "children_on_plan[duration=1 to under 2 years].percent_of_total",
    )
    .beside(AT_31_MARCH),
    stated(&["2_years_or_more_percent"], "long_plan_percent").beside(AT_31_MARCH),
    // D6: reviews in time.
    whole(&["CPP_At31_3Months"], "reviewable_plans"),
    whole(&["Reviewed_within_timescales"], "reviewed_in_time"),
    stated(&["Reviewed_within_timescales_percent"], "reviewed_in_time_percent"),
    // D7: plans ended by how long they had lasted.
    ending(&["3_months_or_less"], "3 months or less"),
    ending(&["more_than_3_months_6_months"], "over 3 to 6 months"),
    ending(&["more_than_6_months_less_than_1_year"], "over 6 months to under 1 year"),
    ending(&["1_year_less_than_2_years"], "1 to under 2 years"),
    ending(&["2_years_or_more"], "2 years or more"),
    whole(&["2_years_or_more"], "long_plans_ended").beside(ENDED),
    stated(&["3_months_or_less_percent"], "plans_ended[duration=3 months or less].percent_of_total")
        .beside(ENDED),
    stated(
        &["more_than_3_months_6_months_percent"],
        "plans_ended[duration=over 3 to 6 months].percent_of_total",
    )
    .beside(ENDED),
    stated(
        &["more_than_6_months_less_than_1_year_percent"],
        "plans_ended[duration=over 6 months to under 1 year].percent_of_total",
    )
    .beside(ENDED),
    stated(
        &["1_year_less_than_2_years_percent"],
        "plans_ended[duration=1 to under 2 years].percent_of_total",
    )
    .beside(ENDED),
    stated(&["2_years_or_more_percent"], "long_plan_ended_percent").beside(ENDED),
];
