//! The samples hold every figure that the published reports hold, with the right value. Written down by hand.

use serde_json::Value;

use crate::common::{program, repository};

use Expected::{About, Is, MoreThan, NotToBeHad, OfWhole, True, Within};

/// What a figure of `figures.json` has to say.
#[derive(Clone, Copy, Debug)]
enum Expected {
    /// This value, with as many decimals, and no doubt.
    Is(&'static str),
    /// Given as approximate.
    About(&'static str),
    /// Only known to be more than this whole number.
    MoreThan(u32),
    /// A part of a whole, and the percentage that this is.
    OfWhole(&'static str, &'static str),
    /// The lowest and highest of several years, both rounded.
    Within(&'static str, &'static str),
    /// Yes.
    True,
    /// Unavailable, with words of the reason.
    NotToBeHad(&'static str),
}

const DUDLEY: &[(&str, Expected)] = &[
    ("children_in_need", Is("3262")),
    ("population", Is("67412")),
    ("children_in_need.percent_of_population", Is("4.8")),
    ("children_on_plan", Is("304")),
    ("children_on_plan.previous", Is("242")),
    ("children_on_plan.change_percent", Is("25.6")),
    ("children_looked_after", Is("754")),
    ("contacts", Is("6014")),
    ("referrals", Is("3452")),
    ("referrals.previous", Is("3004")),
    ("referrals.change", Is("448")),
    ("referrals.change_percent", Is("14.9")),
    ("referrals.per_10000", Is("512.1")),
    ("contact_to_referral", Is("57.4")),
    ("section_47_enquiries", Is("938")),
    ("section_47_children", Is("905")),
    ("abuse_crimes", Is("281")),
    ("abuse_crimes_detected", Is("90")),
    ("abuse_detection", Is("32.0")),
    ("domestic_abuse_notifications", Is("2368")),
    ("domestic_abuse_notifications.previous", Is("1798")),
    ("domestic_abuse_notifications.change", Is("570")),
    ("domestic_abuse_notifications.change_percent", Is("31.7")),
    ("lado_concerns", Is("170")),
    ("lado_strategy_meetings", Is("114")),
    ("lado_concern_to_meeting", Is("67.1")),
    ("lado_individuals", Is("80")),
    ("initial_conferences", Is("204")),
    ("plans_started", Is("377")),
    ("transfer_in_conferences", Is("12")),
    ("review_conferences", Is("332")),
    ("children_per_conference", Is("1.8")),
    ("missing_children", Is("376")),
    ("missing_children.per_month", Is("31.3")),
    ("exploitation_referrals", Is("35")),
    ("crime_victims", Is("989")),
    ("crime_victims[weapon=knife]", Is("26")),
    ("crime_victims[weapon=knife].percent_of_total", Is("2.6")),
    ("crime_victims[weapon=gun]", Is("6")),
    ("crime_victims[weapon=gun].percent_of_total", Is("0.6")),
    ("drug_charges", Is("40")),
    ("drug_charges[class=B]", Is("39")),
    ("drug_charges[class=B].percent_of_total", Is("97.5")),
    ("drug_charges[class=A]", Is("1")),
    ("drug_charges[class=A].percent_of_total", Is("2.5")),
];

const BLACKBURN: &[(&str, Expected)] = &[
    ("open_cases", About("1800")),
    ("contacts", Is("7912")),
    ("contacts.previous", Is("7608")),
    ("contacts.change_percent", Is("4.0")),
    ("contacts.per_month", Is("719.3")),
    ("contacts[2012-05]", Is("876")),
    ("contacts[2012-05].is_highest", True),
    ("referrals[2012-05]", Is("200")),
    ("re_referral_percent", Is("25")),
    ("referrals_per_hundred", Within("25", "27")),
    ("contact_to_plan", Is("3")),
];

const RUTLAND: &[(&str, Expected)] = &[
    ("children_looked_after", Is("34")),
    ("children_looked_after[placed=out of area]", Is("20")),
    ("children_looked_after[placed=out of area].percent_of_total", Is("58.8")),
    ("looked_after_with_kin", Is("6")),
    ("conferences", Is("70")),
    ("children_discussed", Is("61")),
    ("children_on_plan", Is("32")),
    ("families_domestic_violence", OfWhole("17 of 28", "60.7")),
    ("lado_referrals", Is("17")),
    ("lado_referrals.previous", Is("15")),
    ("lado_referrals.change", Is("2")),
    ("lado_referrals[outcome=substantiated]", Is("7")),
    ("lado_referrals[outcome=unsubstantiated]", Is("4")),
    ("lado_referrals[outcome=unfounded]", Is("2")),
    ("lado_referrals[outcome=unresolved]", Is("1")),
    ("lado_referrals[outcome=below the criteria]", Is("2")),
    ("lado_referrals[outcome=investigated elsewhere]", Is("1")),
];

const HEREFORDSHIRE: &[(&str, Expected)] = &[
    ("actions", Is("28")),
    ("actions[status=green]", Is("9")),
    ("actions[status=amber/green]", Is("2")),
    ("actions[status=amber]", Is("10")),
    ("actions[status=amber/red]", Is("1")),
    ("actions[status=red]", Is("4")),
    ("actions[status=no data]", Is("2")),
    ("social_workers_in_post", Is("54")),
    ("social_worker_posts", Is("57")),
    ("posts_filled", OfWhole("54 of 57", "94.7")),
];

const WELLBEING: &[(&str, Expected)] = &[
    ("contacts", Is("6000")),
    ("contacts.per_month", Is("500")),
    ("contact_to_threshold", Is("50")),
    ("children_on_plan", Is("247")),
    ("children_on_plan[category=sexual abuse]", MoreThan(20)),
    ("children_on_plan[category=sexual abuse].previous", Is("0")),
    ("children_on_plan[category=sexual abuse].change_percent", NotToBeHad("none the year before")),
    ("agency_workforce", Is("29")),
];

/// What was counted in the case lists of `exampleshire-2024-25` by a script apart from the program.
const EXAMPLESHIRE: &[(&str, Expected)] = &[
    ("northvale_referrals", Is("305")),
    ("northvale_referrals.previous", Is("280")),
    ("northvale_children_referred", Is("279")),
    ("northvale_children_referred.previous", Is("254")),
    ("northvale_re_referrals", Is("55")),
    ("northvale_re_referrals.previous", Is("58")),
    ("northvale_re_referral_percent", Is("18.0")),
    ("northvale_assessments", Is("278")),
    ("northvale_assessments.previous", Is("251")),
    ("northvale_assessments_in_time", Is("234")),
    ("northvale_assessments_in_time.previous", Is("202")),
    ("northvale_assessments_in_time_percent", Is("84.2")),
    ("northvale_enquiries", Is("59")),
    ("northvale_enquiries.previous", Is("72")),
    ("northvale_enquiry_children", Is("54")),
    ("northvale_enquiry_children.previous", Is("64")),
    ("northvale_conferences", Is("29")),
    ("northvale_conferences.previous", Is("37")),
    ("northvale_conferences_on_time", OfWhole("23 of 29", "79.3")),
    ("northvale_conferences_on_time.previous", OfWhole("30 of 37", "81.1")),
    ("northvale_children_on_plan", Is("21")),
    ("northvale_children_on_plan.previous", Is("28")),
    ("northvale_children_on_plan[category=Neglect]", Is("10")),
    ("northvale_children_on_plan[category=Emotional abuse]", Is("9")),
    ("northvale_children_on_plan[category=Physical abuse]", Is("2")),
    ("northvale_plans_started", Is("27")),
    ("northvale_plans_started.previous", Is("30")),
    ("northvale_plans_repeated", OfWhole("6 of 27", "22.2")),
];

/// What the pages of a sample have to say, beside its figures.
const PHRASES: &[(&str, &str, &[&str])] = &[
    (
        "exampleshire-2024-25",
        "annual-report",
        &[
            "They concerned 279 children",
            "84.2% took no more than 45 working days",
            "23 of 29 conferences (79%)",
            "neighbours' median 22.3%, Imaginary Midlands 21.8% and England 22%",
            "| 22.3 | 21.8 | 22.0 |",
            // Of these the department publishes percentages too, worked out before it rounded the counts.
            "\nImaginary Midlands and England: from numbers that were rounded to the nearest 10 before they were published, \
             so approximate, except for “Referrals within 12 months of an earlier one\u{a0}(%)”, “Referrals closed with no \
             further action\u{a0}(%)” and “Plans started that were a second or later one\u{a0}(%)”.\n",
            "| Northvale's initial conferences held within 15 working days | 23 of 29 | 30 of 37 |",
            "| Children referred to the Northvale team | 279 | counted from the rows of a case list |",
            "| yes | Early help assessments, October 2024 (144), held against the highest of the other months: Early help assessments, November 2024 (143) |",
        ],
    ),
    (
        "blackburn-with-darwen-2011-12",
        "scrutiny-briefing",
        &[
            "approximately 1,800",
            "etween 25 and 27 of every 100 contacts",
            "the highest month of those held since April 2011",
            "April 2011 to February 2012",
        ],
    ),
    (
        "rutland-2013-14",
        "committee-report",
        &[
            "17 of 28 families (61%)",
            "17 referrals to the designated officer, 2 more than the year before",
            "\n3.1.2 ",
            "\n(iii) ",
            "large print or Braille",
        ],
    ),
    (
        "herefordshire-2009-10",
        "committee-report",
        &["54 of 57", "| amber/red |", "Wards affected", "\n1\\. ", "\n17\\. ", "\n(c) "],
    ),
    (
        "herefordshire-wellbeing-board",
        "agenda-item",
        &["more than 20, from none", "half meet", "**Resolved:**"],
    ),
];

/// The figures of a sample, as `figures.json` gives them; its pages stand beside.
fn build(sample: &str) -> (tempfile::TempDir, Vec<Value>) {
    let out = tempfile::tempdir().unwrap();
    let project = repository("sample-data").join(sample);
    let built = program().arg("build").arg(project).arg("--out").arg(out.path()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let json = std::fs::read_to_string(out.path().join("figures.json")).unwrap();
    let report: Value = serde_json::from_str(&json).unwrap();
    (out, report["figures"].as_array().unwrap().clone())
}

fn rounded(number: &Value, like: &str) -> Option<String> {
    let places = like.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    number.as_f64().map(|number| format!("{number:.places$}"))
}

fn holds(figure: &Value, expected: Expected) -> bool {
    let shows = |field: &str, like: &str| rounded(&figure[field], like).as_deref() == Some(like);
    let status = figure["status"].as_str().unwrap();
    match expected {
        Is(value) => status == "exact" && shows("value", value),
        About(value) => status == "approximate" && shows("value", value),
        MoreThan(below) => {
            status == "bounded"
                && figure["low"].as_u64() == Some(u64::from(below) + 1)
                && figure["high"].is_null()
                && figure["value"].is_null()
                && figure["display"] == format!("more than {below}")
        }
        OfWhole(words, percent) => figure["display"] == words && shows("value", percent),
        Within(low, high) => shows("low", low) && shows("high", high),
        True => figure["value"] == true,
        NotToBeHad(why) => {
            status == "unavailable"
                && figure["value"].is_null()
                && figure["reason"].as_str().is_some_and(|reason| reason.contains(why))
        }
    }
}

#[test]
fn every_published_figure_is_in_figures_json_with_its_value() {
    let mut wrong = Vec::new();
    for (sample, published) in [
        ("blackburn-with-darwen-2011-12", BLACKBURN),
        ("dudley-2013-14", DUDLEY),
        ("exampleshire-2024-25", EXAMPLESHIRE),
        ("herefordshire-2009-10", HEREFORDSHIRE),
        ("herefordshire-wellbeing-board", WELLBEING),
        ("rutland-2013-14", RUTLAND),
    ] {
        let (_out, figures) = build(sample);
        for (id, expected) in published {
            match figures.iter().find(|figure| figure["id"] == *id) {
                None => wrong.push(format!("{sample}: {id} is not there")),
                Some(figure) if !holds(figure, *expected) => {
                    wrong.push(format!("{sample}: {expected:?} is not {figure}"));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_say_figures_as_the_published_reports_should_have() {
    for (sample, template, phrases) in PHRASES {
        let (out, _) = build(sample);
        let page = std::fs::read_to_string(out.path().join(format!("{template}.md"))).unwrap();
        for phrase in *phrases {
            assert!(page.contains(phrase), "{sample}: {phrase}\n{page}");
        }
    }
}

#[test]
fn the_whole_annual_report_has_at_least_forty_measures() {
    let (_out, figures) = build("exampleshire-2024-25");
    let measures: std::collections::BTreeSet<&str> =
        figures.iter().filter_map(|figure| figure["id"].as_str()?.split(['.', '[']).next()).collect();
    assert!(measures.len() >= 40, "{}", measures.len());
}
