//! What periods come to: years from months, snapshots, percentages by weight, the highest month.

use super::{Held, YEAR, agree, id, monthly, shown};
use crate::figures::{Found, publish};
use crate::model::{Declaration, Kind, MeasureId};

#[test]
fn a_year_is_read_summed_or_says_which_months_it_lacks() {
    let base = || Held::year(2013).measure("contacts", Kind::Events);
    agree(
        &monthly(base(), "contacts[@]", (2013, 4), &YEAR),
        &[
            ("contacts", 0, "78"),
            ("contacts[2013/14]", 0, "78"),
            ("contacts[2013-04 to 2014-03]", 0, "78"),
            ("contacts[2013-04 to 2013-06]", 0, "6"),
            ("contacts.peak", 0, "2014-03"),
            (
                "contacts[2013-05].change",
                0,
                "? `contacts[2013-05].previous` is not available: the data give no value for 2012-05",
            ),
        ],
    );
    let gap = ["1", "2", "-", "4", "5", "6", "7", "8", "9", "-", "11", "12"];
    agree(
        &monthly(base(), "contacts[@]", (2013, 4), &gap),
        &[
            ("contacts", 0, "the data lack 2013-06, 2014-01"),
            ("contacts.peak", 0, "the data lack 2013-06, 2014-01"),
            ("contacts.per_month", 0, "`contacts` is not available: the data lack 2013-06, 2014-01"),
            ("contacts[2013-06]", 0, "? the data give no value for 2013-06"),
            ("contacts[2012/13]", 0, "? the data give no value for 2012/13"),
        ],
    );
    // Both given: the year's own number is the figure, and the disagreement a finding.
    agree(
        &monthly(base(), "contacts[@]", (2013, 4), &YEAR).put("contacts[2013/14]", "80"),
        &[("contacts", 0, "80")],
    );
    let hidden = ["1", "c", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    agree(
        &monthly(base(), "contacts[@]", (2013, 4), &hidden),
        &[("contacts", 0, "`contacts[2013-05]` is not available: the source keeps it confidential")],
    );
}

#[test]
fn an_average_month_of_children_who_count_once_a_year_is_one_of_their_months() {
    let base =
        || Held::year(2013).measure("children", Kind::Events).change("children", |m| m.counts_once = true);
    let year = || base().put("children[2013/14]", "60");
    agree(
        &year(),
        &[(
            "children.per_month",
            1,
            "? each counts once in the period, in however many of its months, so that a part of them is no month's \
             number: only where the data give the months can they be averaged",
        )],
    );
    // 78 over the twelve months, since some are in several of them.
    agree(
        &monthly(year(), "children[@]", (2013, 4), &YEAR),
        &[("children", 0, "60"), ("children.per_month", 1, "6.5")],
    );
    let figures = monthly(year(), "children[@]", (2013, 4), &YEAR).figures();
    let Found::Figure(figure) = figures.find(&id("children.per_month")) else { panic!("not had") };
    assert!(
        figure.formula_text().starts_with("(children[2013-04] + children[2013-05] + "),
        "{}",
        figure.formula_text()
    );
    assert_eq!(figure.inputs.len(), 12);
    let gap = ["1", "2", "-", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    agree(
        &monthly(year(), "children[@]", (2013, 4), &gap),
        &[(
            "children.per_month",
            1,
            "`children[2013-06]` is not available: the data give no value for 2013-06",
        )],
    );
}

#[test]
fn children_who_count_once_are_not_added_up_from_months_or_years() {
    let children =
        || Held::year(2013).measure("children", Kind::Events).change("children", |m| m.counts_once = true);
    let why = "each counts once in the period, in however many of its parts, so that these can't be added up: the data \
               must give the whole period";
    agree(&monthly(children(), "children[@]", (2013, 4), &YEAR), &[("children", 0, why)]);
    let years = children().put("children[2012/13]", "40").put("children[2013/14]", "60");
    agree(&years, &[("children", 0, "60"), ("children[2012-04 to 2014-03]", 0, &format!("? {why}"))]);
}

#[test]
fn quarters_and_months_tile_a_year_without_overlap() {
    let held = Held::year(2013)
        .measure("contacts", Kind::Events)
        .put("contacts[2013-04]", "5")
        .put("contacts[2013-04 to 2013-06]", "30")
        .put("contacts[2013-07 to 2013-09]", "40")
        .put("contacts[2013-10 to 2014-03]", "100");
    agree(&held, &[("contacts", 0, "170"), ("contacts[2013-04 to 2013-09]", 0, "70")]);
    let figures = held.figures();
    let Found::Figure(contacts) = figures.find(&id("contacts")) else { panic!("not held") };
    assert_eq!(
        contacts.inputs,
        [
            id("contacts[2013-04 to 2013-06]"),
            id("contacts[2013-07 to 2013-09]"),
            id("contacts[2013-10 to 2014-03]"),
        ]
    );
    let overlapping = Held::year(2013)
        .measure("contacts", Kind::Events)
        .put("contacts[2013-04 to 2013-10]", "30")
        .put("contacts[2013-09 to 2014-03]", "40");
    assert!(shown(&overlapping.figures(), "contacts", 0).starts_with("the data lack 2013-04"));
}

#[test]
fn a_snapshot_is_of_the_last_day_and_never_of_an_earlier_one() {
    let held = Held::year(2013)
        .measure("children_on_plan", Kind::Snapshot)
        .put("children_on_plan[2014-02-28]", "300")
        .put("children_on_plan[2013-03]", "242")
        .put("children_on_plan[2011/12]", "230");
    agree(
        &held,
        &[
            ("children_on_plan", 0, "the data give no value for 2014-03-31"),
            ("children_on_plan.previous", 0, "242"),
            ("children_on_plan[2012/13]", 0, "242"),
            ("children_on_plan[2012/13].change", 0, "12"),
            ("children_on_plan[2014-02]", 0, "300"),
            ("children_on_plan[2014-02-28]", 0, "300"),
            ("children_on_plan[2014-02-27]", 0, "? the data give no value for 2014-02-27"),
            (
                "children_on_plan.per_month",
                0,
                "? an average month has a meaning only for things that happen, not for a day or a share",
            ),
        ],
    );
}

#[test]
fn monthly_percentages_make_a_year_only_by_their_weight() {
    let base = || {
        let held = Held::year(2013).measure("in_time", Kind::Percentage).measure("reviews", Kind::Events);
        monthly(held, "in_time[@]", (2013, 4), &["50"; 12])
            .put("in_time[2013-04]", "100")
            .put("in_time[2012/13]", "60")
    };
    agree(
        &base(),
        &[
            (
                "in_time",
                1,
                "monthly percentages make one for a longer period only where a `weight` is declared",
            ),
            ("in_time.previous", 1, "60.0"),
            ("in_time[2013-04]", 1, "100.0"),
        ],
    );
    let weighted = base().change("in_time", |measure| measure.weight = MeasureId::parse("reviews"));
    let weighted = monthly(weighted, "reviews[@]", (2013, 4), &["10"; 12]).put("reviews[2013-04]", "90");
    // (100 × 90 + 50 × 110) ÷ 200
    agree(
        &weighted,
        &[
            ("in_time", 1, "72.5"),
            ("in_time.change", 1, "12.5"),
            (
                "in_time.change_percent",
                1,
                "? the change of a percentage is given in percentage points: ask for `.change`",
            ),
        ],
    );
    let figures = weighted.figures();
    let Found::Figure(change) = figures.find(&id("in_time.change")) else { panic!("not held") };
    assert_eq!(change.unit, "percentage points");
}

/// Police rise from 1 to 12 and schools are always 5: together 6 to 17.
#[test]
fn months_of_the_whole_are_held_against_each_other_where_complete_parts_make_them() {
    const POLICE: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    let with = |complete: &[&str], schools: &[&str]| {
        let complete: Vec<String> = complete.iter().map(|name| (*name).to_owned()).collect();
        let base = Held::year(2013)
            .measure("contacts", Kind::Events)
            .change("contacts", |contacts| contacts.complete = complete);
        let police = monthly(base, "contacts[@,source=Police]", (2013, 4), &POLICE);
        monthly(police, "contacts[@,source=Schools]", (2013, 4), schools)
    };
    let mut withheld = ["5"; 12];
    withheld[1] = "c";
    let withheld_of = "`contacts[2013-05,source=Schools]` is not available: the source keeps it confidential";
    agree(
        &with(&["source"], &["5"; 12]),
        &[
            ("contacts[2014-03]", 0, "17"),
            ("contacts.peak", 0, "2014-03"),
            ("contacts[2014-03].is_highest", 0, "true"),
            ("contacts[2014-02].is_highest", 0, "false"),
            ("contacts[source=Police].peak", 0, "2014-03"),
        ],
    );
    // A month that is given for the whole counts as given.
    agree(
        &with(&["source"], &["5"; 11]).put("contacts[2014-03]", "3"),
        &[("contacts.peak", 0, "2014-02"), ("contacts[2014-03].is_highest", 0, "false")],
    );
    agree(
        &with(&["source"], &withheld),
        &[
            ("contacts.peak", 0, withheld_of),
            ("contacts[2014-03].is_highest", 0, withheld_of),
            ("contacts[2013-04].is_highest", 0, "false"),
        ],
    );
    agree(
        &with(&["source"], &["5"; 11]),
        &[("contacts.peak", 0, "the data lack 2014-03"), ("contacts[2014-02].is_highest", 0, "true")],
    );
    let lacking = "? the data lack 2013-04, 2013-05, 2013-06, 2013-07, 2013-08, 2013-09, 2013-10, 2013-11, 2013-12, \
                   2014-01, 2014-02, 2014-03";
    agree(&with(&[], &["5"; 12]), &[("contacts.peak", 0, lacking)]);
}

#[test]
fn the_highest_month_is_told_only_where_it_can_be() {
    let base = || Held::year(2013).measure("contacts", Kind::Events);
    let with = |values: [&str; 12]| monthly(base(), "contacts[@]", (2013, 4), &values);
    let undecided = "its inputs are approximate or bounded, so it can't be told";
    let mut tie = YEAR;
    tie[0] = "12";
    agree(
        &with(tie),
        &[
            ("contacts.peak", 0, "2013-04 2014-03"),
            ("contacts[2013-04].is_highest", 0, "true"),
            ("contacts[2014-03].is_highest", 0, "true"),
            ("contacts[2013-05].is_highest", 0, "false"),
        ],
    );
    let mut bounded = YEAR;
    bounded[0] = "<5";
    agree(
        &with(bounded),
        &[
            ("contacts.peak", 0, "2014-03"),
            ("contacts[2013-04].is_highest", 0, "false"),
            ("contacts[2014-03].is_highest", 0, "true"),
        ],
    );
    bounded[0] = ">5";
    agree(
        &with(bounded),
        &[
            ("contacts.peak", 0, undecided),
            ("contacts[2013-04].is_highest", 0, undecided),
            ("contacts[2014-03].is_highest", 0, undecided),
            ("contacts[2013-05].is_highest", 0, "false"),
        ],
    );
    bounded[0] = ">12";
    agree(&with(bounded), &[("contacts.peak", 0, "2013-04"), ("contacts[2013-04].is_highest", 0, "true")]);
    bounded[0] = "~3";
    agree(&with(bounded), &[("contacts.peak", 0, undecided), ("contacts[2014-03].is_highest", 0, undecided)]);
    bounded[0] = "c";
    agree(
        &with(bounded),
        &[
            ("contacts.peak", 0, "`contacts[2013-04]` is not available: the source keeps it confidential"),
            (
                "contacts[2014-03].is_highest",
                0,
                "`contacts[2013-04]` is not available: the source keeps it confidential",
            ),
            ("contacts[2013-05].is_highest", 0, "false"),
        ],
    );
    agree(&with(["0"; 12]), &[("contacts.peak", 0, ""), ("contacts[2013-04].is_highest", 0, "false")]);
    // A month that is absent in between does not prevent it.
    let mut gap = YEAR;
    gap[3] = "-";
    agree(&with(gap), &[("contacts[2014-03].is_highest", 0, "true")]);
}

#[test]
fn a_rate_over_part_of_a_year_says_over_how_many_months() {
    let held = Held::year(2013)
        .to(2014, 2)
        .measure("ems", Kind::Events)
        .measure("plans", Kind::Snapshot)
        .measure("population", Kind::Population)
        .put("population[mid-2013]", "1000")
        .put("population[mid-2012]", "1000")
        .put("plans[2014-02-28]", "12")
        .put("ems[2012/13]", "40")
        .declare("twice", Declaration::Sum(vec![id("ems"), id("ems")]));
    let held = monthly(held, "ems[@]", (2013, 4), &["3"; 11]);
    let figures = publish(&held.figures());
    for (name, unit) in [
        ("ems.per_10000", "per 10,000 children aged 0 to 17 over 11 months"),
        ("twice.per_10000", "per 10,000 children aged 0 to 17 over 11 months"),
        ("ems[2013-05].per_10000", "per 10,000 children aged 0 to 17 over 1 month"),
        ("ems[2012/13].per_10000", "per 10,000 children aged 0 to 17"),
        ("plans.per_10000", "per 10,000 children aged 0 to 17"),
    ] {
        let Found::Figure(figure) = figures.find(&id(name)) else { panic!("{name} is not held") };
        assert_eq!(figure.unit, unit, "{name}");
    }
    let Found::Figure(figure) = figures.find(&id("ems.per_10000")) else { panic!("not held") };
    let crate::words::Says::Figure(rate) = crate::words::filter("rate").unwrap().says else { panic!() };
    let words = rate(&crate::words::Asked { figure, figures: &figures, arguments: &[] });
    assert_eq!(words.unwrap().to_string(), "330 per 10,000 children aged 0 to 17 over 11 months");
}
