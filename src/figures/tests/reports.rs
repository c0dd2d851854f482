//! The figures of five published reports, worked out by hand.

use super::{Held, agree, id, shown};
use crate::figures::{FigureKind, Found, Status};
use crate::model::{Declaration, Kind, MeasureId, YearsAsked};

fn dudley() -> Held {
    let events = [
        "contacts",
        "referrals",
        "abuse_crimes",
        "abuse_crimes_detected",
        "domestic_abuse_notifications",
        "plans_started",
        "initial_conferences",
        "missing_children",
        "crime_victims",
        "drug_charges",
        "lado_concerns",
        "lado_strategy_meetings",
    ];
    let held = events.into_iter().fold(Held::year(2013), |held, name| held.measure(name, Kind::Events));
    held.measure("children_in_need", Kind::Snapshot)
        .measure("children_on_plan", Kind::Snapshot)
        .measure("population", Kind::Population)
        .change("drug_charges", |measure| measure.complete = vec!["class".into()])
        .declare("contact_to_referral", Declaration::Conversion { from: id("contacts"), to: id("referrals") })
        .declare(
            "abuse_detection",
            Declaration::Percent { part: id("abuse_crimes_detected"), whole: id("abuse_crimes") },
        )
        .declare(
            "children_per_conference",
            Declaration::Ratio { of: id("plans_started"), per: id("initial_conferences") },
        )
        .declare(
            "lado_concern_to_meeting",
            Declaration::Percent { part: id("lado_strategy_meetings"), whole: id("lado_concerns") },
        )
        .put("population[mid-2013]", "67412")
        .put("children_in_need[2014-03-31]", "3262")
        .put("children_on_plan[2014-03-31]", "304")
        .put("children_on_plan[2013-03-31]", "242")
        .put("contacts[2013/14]", "6014")
        .put("referrals[2013/14]", "3452")
        .put("referrals[2012/13]", "3004")
        .put("abuse_crimes[2013/14]", "281")
        .put("abuse_crimes_detected[2013/14]", "90")
        .put("domestic_abuse_notifications[2013/14]", "2368")
        .put("domestic_abuse_notifications[2012/13]", "1798")
        .put("plans_started[2013/14]", "377")
        .put("initial_conferences[2013/14]", "204")
        .put("missing_children[2013/14]", "376")
        .put("crime_victims[2013/14]", "989")
        .put("crime_victims[2013/14,weapon=knife]", "26")
        .put("crime_victims[2013/14,weapon=gun]", "6")
        .put("drug_charges[2013/14,class=A]", "1")
        .put("drug_charges[2013/14,class=B]", "39")
        .put("lado_concerns[2013/14]", "170")
        .put("lado_strategy_meetings[2013/14]", "114")
}

#[test]
fn the_figures_of_a_metropolitan_boards_summary() {
    agree(
        &dudley(),
        &[
            ("children_in_need", 0, "3262"),
            ("children_in_need.percent_of_population", 1, "4.8"),
            ("children_on_plan", 0, "304"),
            ("children_on_plan.previous", 0, "242"),
            ("children_on_plan.change_percent", 1, "25.6"),
            ("contacts", 0, "6014"),
            ("referrals.change", 0, "448"),
            ("referrals.change_percent", 1, "14.9"),
            ("referrals.per_10000", 1, "512.1"),
            ("contact_to_referral", 1, "57.4"),
            ("abuse_detection", 1, "32.0"),
            ("domestic_abuse_notifications.change", 0, "570"),
            ("domestic_abuse_notifications.change_percent", 1, "31.7"),
            ("lado_concern_to_meeting", 1, "67.1"),
            ("children_per_conference", 1, "1.8"),
            ("missing_children.per_month", 1, "31.3"),
            ("crime_victims[weapon=knife].percent_of_total", 1, "2.6"),
            ("crime_victims[weapon=gun].percent_of_total", 1, "0.6"),
            ("drug_charges", 0, "40"),
            ("drug_charges[class=B]", 0, "39"),
            ("drug_charges[class=B].percent_of_total", 1, "97.5"),
            ("drug_charges[class=A].percent_of_total", 1, "2.5"),
        ],
    );
}

#[test]
fn a_figure_says_how_it_came_about() {
    let figures = dudley().figures();
    let found = |text: &str| match figures.find(&id(text)) {
        Found::Figure(figure) => figure.clone(),
        other => panic!("{text}: {other:?}"),
    };
    let contacts = found("contacts");
    assert_eq!((contacts.inputs.len(), contacts.sources.len()), (0, 1));
    assert_eq!(contacts.period.to_string(), "2013/14");
    let charges = found("drug_charges");
    assert_eq!(charges.formula_text(), "drug_charges[class=A] + drug_charges[class=B]");
    assert_eq!(charges.inputs, [id("drug_charges[class=A]"), id("drug_charges[class=B]")]);
    assert!(charges.sources.is_empty());
    let rate = found("referrals.per_10000");
    assert_eq!(rate.formula_text(), "referrals ÷ population[mid-2013] × 10,000");
    assert_eq!(rate.inputs, [id("referrals"), id("population[mid-2013]")]);
    assert_eq!((rate.kind, rate.unit.as_str()), (FigureKind::Rate, "per 10,000 children aged 0 to 17"));
    let conversion = found("contact_to_referral");
    assert_eq!(conversion.formula_text(), "referrals ÷ contacts × 100");
    assert_eq!((conversion.kind, conversion.unit.as_str()), (FigureKind::Rate, "per 100 contacts"));
    let before = found("children_on_plan.previous");
    assert_eq!(before.period.to_string(), "2013-03-31");
    assert_eq!(before.label, "children on plan, the year before");
    assert_eq!(found("children_on_plan").period.to_string(), "2014-03-31");
    let part = found("crime_victims[weapon=knife].percent_of_total");
    assert_eq!(part.label, "crime victims, weapon: knife, per cent of total");
    assert_eq!(part.formula_text(), "crime_victims[weapon=knife] ÷ crime_victims × 100");
    let doubtful = figures.iter().filter(|figure| figure.status() != Status::Exact);
    assert_eq!(doubtful.map(|figure| figure.id.to_string()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_figures_of_a_briefing_on_eleven_months() {
    let mut held = Held::year(2011)
        .to(2012, 2)
        .measure("contacts", Kind::Events)
        .measure("referrals", Kind::Events)
        .measure("open_cases", Kind::Snapshot)
        .declare("contact_to_referral", Declaration::Conversion { from: id("contacts"), to: id("referrals") })
        .declare(
            "conversion_range",
            Declaration::Range { of: id("contact_to_referral"), years: YearsAsked::Latest(2) },
        )
        .put("open_cases[2012-02-29]", "~1800")
        .put("contacts[2010-04 to 2011-02]", "7608")
        .put("contacts[2012-05]", "876")
        .put("referrals[2010-04 to 2011-02]", "1902")
        .put("referrals[2011-04 to 2012-02]", "2136.24");
    for (month, value) in [
        ("2011-04", "640"),
        ("2011-05", "700"),
        ("2011-06", "720"),
        ("2011-07", "730"),
        ("2011-08", "610"),
        ("2011-09", "745"),
        ("2011-10", "760"),
        ("2011-11", "790"),
        ("2011-12", "640"),
        ("2012-01", "777"),
        ("2012-02", "800"),
    ] {
        held = held.put(&format!("contacts[{month}]"), value);
    }
    agree(
        &held,
        &[
            ("open_cases", 0, "~1800"),
            ("contacts", 0, "7912"),
            ("contacts.previous", 0, "7608"),
            ("contacts.change", 0, "304"),
            ("contacts.change_percent", 1, "4.0"),
            ("contacts.per_month", 1, "719.3"),
            ("contacts.per_month.previous", 1, "691.6"),
            ("contacts.peak", 0, "2012-02"),
            ("contacts[2012-05]", 0, "876"),
            ("contacts[2012-05].is_highest", 0, "true"),
            ("contacts[2012-02].is_highest", 0, "false"),
            ("contact_to_referral", 1, "27.0"),
            ("contact_to_referral.previous", 1, "25.0"),
            ("contact_to_referral.change", 1, "2.0"),
            ("conversion_range", 1, "25.0 to 27.0"),
            ("contacts[2011/12]", 0, "the data lack 2012-03"),
            ("contacts[2012/13].previous", 0, "the data lack 2012-03"),
        ],
    );
    let figures = held.figures();
    let Found::Figure(range) = figures.find(&id("conversion_range")) else { panic!("not held") };
    assert_eq!(range.period.to_string(), "2010-04 to 2011-02 and 2011-04 to 2012-02");
    assert_eq!(range.inputs, [id("contact_to_referral.previous"), id("contact_to_referral")]);
    let Found::Figure(highest) = figures.find(&id("contacts[2012-05].is_highest")) else {
        panic!("not held")
    };
    assert_eq!(highest.inputs, [id("contacts[2012-05]"), id("contacts[2012-02]")]);
}

#[test]
fn the_figures_of_a_small_countys_committee_report() {
    let outcomes = [
        ("substantiated", "7"),
        ("unsubstantiated", "4"),
        ("unfounded", "2"),
        ("unresolved", "1"),
        ("below the criteria", "2"),
        ("investigated elsewhere", "1"),
    ];
    let held = Held::year(2013)
        .measure("children_looked_after", Kind::Snapshot)
        .measure("families", Kind::Events)
        .measure("families_domestic_violence", Kind::Events)
        .measure("lado_referrals", Kind::Events)
        .change("lado_referrals", |measure| measure.complete = vec!["outcome".into()])
        .declare(
            "violence_in_families",
            Declaration::NOfN { part: id("families_domestic_violence"), whole: id("families") },
        )
        .put("children_looked_after[2014-03-31]", "34")
        .put("children_looked_after[2014-03-31,placed=out of area]", "20")
        .put("families[2013/14]", "28")
        .put("families_domestic_violence[2013/14]", "17")
        .put("lado_referrals[2012/13]", "15");
    let held = outcomes.into_iter().fold(held, |held, (outcome, value)| {
        held.put(&format!("lado_referrals[2013/14,outcome={outcome}]"), value)
    });
    agree(
        &held,
        &[
            ("children_looked_after[placed=out of area].percent_of_total", 1, "58.8"),
            ("violence_in_families", 0, "17 of 28"),
            ("lado_referrals", 0, "17"),
            ("lado_referrals.previous", 0, "15"),
            ("lado_referrals.change", 0, "2"),
            ("lado_referrals[outcome=substantiated].percent_of_total", 1, "41.2"),
        ],
    );
}

#[test]
fn the_figures_of_a_progress_update_and_an_agenda_item() {
    let held = Held::year(2009)
        .measure("social_workers_in_post", Kind::Snapshot)
        .measure("social_worker_posts", Kind::Snapshot)
        .measure("contacts", Kind::Events)
        .measure("agency_workforce", Kind::Percentage)
        .measure("children_on_plan", Kind::Snapshot)
        .declare(
            "posts_filled",
            Declaration::Percent { part: id("social_workers_in_post"), whole: id("social_worker_posts") },
        )
        .declare(
            "filled",
            Declaration::NOfN { part: id("social_workers_in_post"), whole: id("social_worker_posts") },
        )
        .put("social_workers_in_post[2010-03-31]", "54")
        .put("social_worker_posts[2010-03-31]", "57")
        .put("contacts[2009/10]", "6000")
        .put("agency_workforce[2009/10]", "29")
        .put("children_on_plan[2010-03-31]", "247")
        .put("children_on_plan[2010-03-31,category=sexual abuse]", ">20")
        .put("children_on_plan[2009-03-31,category=sexual abuse]", "0");
    agree(
        &held,
        &[
            ("posts_filled", 1, "94.7"),
            ("filled", 0, "54 of 57"),
            ("contacts.per_month", 1, "500.0"),
            ("agency_workforce", 0, "29"),
            ("children_on_plan[category=sexual abuse]", 0, "21.."),
            ("children_on_plan[category=sexual abuse].previous", 0, "0"),
            ("children_on_plan[category=sexual abuse].change", 0, "21.."),
            (
                "children_on_plan[category=sexual abuse].change_percent",
                1,
                "there were none the year before, so no percentage is given",
            ),
            ("children_on_plan[category=sexual abuse].percent_of_total", 1, "8.5..100.0"),
        ],
    );
    let figures = held.figures();
    let Found::Figure(filled) = figures.find(&id("posts_filled")) else { panic!("not held") };
    assert_eq!(filled.period.to_string(), "2010-03-31");
}

#[test]
fn what_is_awaited_says_from_whom() {
    let mut held = Held::year(2013).measure("contacts", Kind::Events).measure("referrals", Kind::Events);
    held.plan.awaited.insert(MeasureId::parse("referrals").unwrap(), "Children's social care".into());
    let held = held
        .declare("contact_to_referral", Declaration::Conversion { from: id("contacts"), to: id("referrals") })
        .put("contacts[2013/14]", "10");
    let figures = held.figures();
    for text in
        ["referrals", "referrals.change", "referrals.peak", "referrals[source=Police]", "contact_to_referral"]
    {
        assert!(shown(&figures, text, 0).ends_with("it is awaited from Children's social care"), "{text}");
    }
}
