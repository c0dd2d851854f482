//! Parts and wholes: breakdowns against their totals, categories against each other, stages against those before.

use super::{contacts, finds, months};
use crate::figures::tests::{Held, id};
use crate::model::{Declaration, Kind};

#[test]
fn parts_may_not_exceed_their_total() {
    let held = contacts()
        .put("contacts[2013/14]", "50")
        .put("contacts[2013/14,source=Police]", "30")
        .put("contacts[2013/14,source=Schools]", "25");
    finds(
        &held,
        &[
            "breakdown-exceeds-total: the parts of `contacts[2013/14]` by `source` come to 55, more than the total of 50",
        ],
    );
}

#[test]
fn breakdowns_that_may_be_right_are_left_alone() {
    let base = || contacts().put("contacts[2013/14]", "50").put("contacts[2013/14,source=Police]", "30");
    finds(&base(), &[]);
    // Two dimensions are two breakdowns.
    finds(&base().put("contacts[2013/14,age=0 to 4]", "40"), &[]);
    // At most 24: it may be 20.
    finds(&base().put("contacts[2013/14,source=Schools]", "<25"), &[]);
    finds(&base().put("contacts[2013/14,source=Schools]", "~25"), &[]);
    finds(&base().put("contacts[2013/14,source=Schools]", "c"), &[]);
    // At least 21: it can't be 20.
    finds(
        &base().put("contacts[2013/14,source=Schools]", ">20"),
        &[
            "breakdown-exceeds-total: the parts of `contacts[2013/14]` by `source` come to at least 51, more than the total of 50",
        ],
    );
}

#[test]
fn the_parts_of_a_complete_breakdown_make_the_total() {
    let base = || {
        contacts()
            .change("contacts", |measure| measure.complete = vec!["source".into()])
            .put("contacts[2013/14]", "1445")
            .put("contacts[2013/14,source=Police]", "993")
    };
    finds(
        &base().put("contacts[2013/14,source=Schools]", "453"),
        &[
            "parts-do-not-make-total: the parts of `contacts[2013/14]` by `source` come to 1446, and the total is 1445",
        ],
    );
    finds(
        &base().put("contacts[2013/14,source=Schools]", "451"),
        &[
            "parts-do-not-make-total: the parts of `contacts[2013/14]` by `source` come to 1444, and the total is 1445",
        ],
    );
    finds(&base().put("contacts[2013/14,source=Schools]", "452"), &[]);
    finds(&base().put("contacts[2013/14,source=Schools]", "c"), &[]);
}

#[test]
fn complete_breakdowns_of_a_total_that_is_not_given_make_the_same() {
    let base = || {
        contacts()
            .change("contacts", |measure| measure.complete = vec!["sex".into(), "age".into()])
            .put("contacts[2013/14,sex=Female]", "4")
            .put("contacts[2013/14,sex=Male]", "5")
            .put("contacts[2013/14,age=0 to 4]", "5")
    };
    // 5 + 4 = 9 and 5 + 6 = 11: shares by age would come to 122%.
    let expected = "parts-do-not-make-total: the parts of `contacts[2013/14]` by `age` come to 11, and those by `sex` to 9";
    finds(&base().put("contacts[2013/14,age=5 to 9]", "6"), &[expected]);
    finds(&base().put("contacts[2013/14,age=5 to 9]", "4"), &[]);
    finds(&base().put("contacts[2013/14,age=5 to 9]", "c"), &[]);
    // A total that is given is what each of them is held against.
    finds(
        &base().put("contacts[2013/14,age=5 to 9]", "6").put("contacts[2013/14]", "9"),
        &[
            "parts-do-not-make-total: the parts of `contacts[2013/14]` by `age` come to 11, and the total is 9",
        ],
    );
}

#[test]
fn complete_breakdowns_by_month_and_by_year_are_held_against_each_other_by_year() {
    let held = contacts()
        .change("contacts", |measure| measure.complete = vec!["sex".into(), "age".into()])
        .put("contacts[2013/14,age=all ages]", "121");
    let held = months(held, "contacts[@,sex=all sexes]", &[]);
    let expected = "parts-do-not-make-total: the parts of `contacts[2013/14]` by `age` come to 121, and those by `sex` to 120";
    finds(&held, &[expected]);
}

#[test]
fn one_category_in_two_spellings_is_told_once_for_all_measures() {
    let both = |other: &str| {
        ["contacts", "referrals"].into_iter().fold(
            contacts().measure("referrals", Kind::Events),
            |held, name| {
                let held = held.put(&format!("{name}[2013/14,source=Police]"), "5");
                held.put(&format!("{name}[2013/14,source={other}]"), "6")
            },
        )
    };
    finds(
        &both("police"),
        &["spelt-two-ways: `police` and `Police` are counted as two categories of `source`"],
    );
    finds(
        &both("POLICE"),
        &["spelt-two-ways: `POLICE` and `Police` are counted as two categories of `source`"],
    );
    finds(&both("Polite"), &[]);
    finds(&both("<Police"), &[]);
}

#[test]
fn cross_tabulated_parts_are_held_against_the_parts_they_divide() {
    let held = contacts()
        .put("contacts[2013/14]", "100")
        .put("contacts[2013/14,source=Police]", "30")
        .put("contacts[2013/14,age=0 to 4,source=Police]", "20")
        .put("contacts[2013/14,age=5 to 9,source=Police]", "15");
    finds(
        &held,
        &[
            "breakdown-exceeds-total: the parts of `contacts[2013/14,source=Police]` by `age` come to 35, more than the total of 30",
        ],
    );
}

#[test]
fn parts_by_month_are_held_against_a_yearly_total() {
    let held = months(contacts().put("contacts[2013/14]", "100"), "contacts[@,source=Police]", &[]);
    finds(
        &held,
        &[
            "breakdown-exceeds-total: the parts of `contacts[2013/14]` by `source` come to 120, more than the total of 100",
        ],
    );
}

#[test]
fn conversions_and_parts_above_their_whole_are_told_once() {
    let base = || {
        contacts()
            .measure("referrals", Kind::Events)
            .put("contacts[2013/14]", "10")
            .put("referrals[2013/14]", "12")
    };
    let conversion = Declaration::Conversion { from: id("contacts"), to: id("referrals") };
    finds(
        &base().declare("conversion", conversion),
        &["conversion-over-100: `referrals` is 12, more than the 10 of `contacts`, in `conversion`"],
    );
    for declaration in [
        Declaration::Percent { part: id("referrals"), whole: id("contacts") },
        Declaration::NOfN { part: id("referrals"), whole: id("contacts") },
    ] {
        finds(
            &base().declare("share", declaration),
            &["part-above-whole: `referrals` is 12, more than the 10 of `contacts`, in `share`"],
        );
    }
}

#[test]
fn more_of_what_need_not_come_out_of_the_stage_before_is_no_finding() {
    let conversion = || Declaration::Conversion { from: id("conferences"), to: id("plans") };
    let held = Held::year(2013)
        .measure("conferences", Kind::Events)
        .measure("plans", Kind::Events)
        .put("conferences[2013/14]", "10")
        .put("plans[2013/14]", "18")
        .declare("conference_to_plan", conversion());
    finds(
        &held,
        &["conversion-over-100: `plans` is 18, more than the 10 of `conferences`, in `conference_to_plan`"],
    );
    let mut apart = held;
    let figure = apart.plan.declared.get_mut("conference_to_plan").unwrap();
    std::sync::Arc::make_mut(figure).narrows = false;
    finds(&apart, &[]);
}
