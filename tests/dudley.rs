//! The sample `dudley-2013-14` holds every figure that the published report holds, with the right value.

use crate::common::{program, repository};

/// Id and value as published (or as the published numbers give), written down by hand; `value` as in `figures.json`.
const PUBLISHED: &[(&str, &str)] = &[
    ("children_in_need", "3262"),
    ("population", "67412"),
    ("children_in_need.percent_of_population", "4.8"),
    ("children_on_plan", "304"),
    ("children_on_plan.previous", "242"),
    ("children_on_plan.change_percent", "25.6"),
    ("children_looked_after", "754"),
    ("contacts", "6014"),
    ("referrals", "3452"),
    ("referrals.previous", "3004"),
    ("referrals.change", "448"),
    ("referrals.change_percent", "14.9"),
    ("referrals.per_10000", "512.1"),
    ("contact_to_referral", "57.4"),
    ("section_47_enquiries", "938"),
    ("section_47_children", "905"),
    ("abuse_crimes", "281"),
    ("abuse_crimes_detected", "90"),
    ("abuse_detection", "32.0"),
    ("domestic_abuse_notifications", "2368"),
    ("domestic_abuse_notifications.previous", "1798"),
    ("domestic_abuse_notifications.change", "570"),
    ("domestic_abuse_notifications.change_percent", "31.7"),
    ("lado_concerns", "170"),
    ("lado_strategy_meetings", "114"),
    ("lado_concern_to_meeting", "67.1"),
    ("lado_individuals", "80"),
    ("initial_conferences", "204"),
    ("plans_started", "377"),
    ("transfer_in_conferences", "12"),
    ("review_conferences", "332"),
    ("children_per_conference", "1.8"),
    ("missing_children", "376"),
    ("missing_children.per_month", "31.3"),
    ("exploitation_referrals", "35"),
    ("crime_victims", "989"),
    ("crime_victims[weapon=knife]", "26"),
    ("crime_victims[weapon=knife].percent_of_total", "2.6"),
    ("crime_victims[weapon=gun]", "6"),
    ("crime_victims[weapon=gun].percent_of_total", "0.6"),
    ("drug_charges", "40"),
    ("drug_charges[class=B]", "39"),
    ("drug_charges[class=B].percent_of_total", "97.5"),
    ("drug_charges[class=A]", "1"),
    ("drug_charges[class=A].percent_of_total", "2.5"),
];

#[test]
fn every_published_figure_is_in_figures_json_with_its_value() {
    let out = tempfile::tempdir().unwrap();
    let built = program()
        .arg("build")
        .arg(repository("sample-data/dudley-2013-14"))
        .arg("--out")
        .arg(out.path())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let json = std::fs::read_to_string(out.path().join("figures.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let figures = report["figures"].as_array().unwrap();
    let mut wrong = Vec::new();
    for (id, value) in PUBLISHED {
        let places = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        match figures.iter().find(|figure| figure["id"] == *id) {
            None => wrong.push(format!("{id} is not there")),
            Some(figure) => {
                let shown = figure["value"].as_f64().map(|v| format!("{v:.places$}"));
                let exact = figure["status"] == "exact";
                if shown.as_deref() != Some(value) || !exact {
                    wrong.push(format!("{id}: {shown:?} and not {value}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let conversion = figures.iter().find(|figure| figure["id"] == "contact_to_referral").unwrap();
    assert_eq!(conversion["exact"], "1726/3007", "3452 ÷ 6014, reduced");
}
