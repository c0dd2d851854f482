//! What has no value and what has no meaning, in words.

use super::{Held, agree, id, shown};
use crate::figures::{Found, publish};
use crate::model::{Declaration, FigureId, Kind, MeasureId, YearsAsked};

fn monthly(mut held: Held, name: &str, first: (i16, u8), values: &[&str]) -> Held {
    let start = crate::model::Month::new(first.0, first.1).unwrap();
    for (offset, value) in values.iter().enumerate() {
        if *value != "-" {
            let month = start.plus(i32::try_from(offset).unwrap());
            held = held.put(&name.replace('@', &month.to_string()), value);
        }
    }
    held
}

const YEAR: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

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
fn parts_make_a_total_only_where_their_dimension_is_complete() {
    let held = Held::year(2013)
        .measure("contacts", Kind::Events)
        .put("contacts[2013/14,source=Police]", "10")
        .put("contacts[2013/14,source=Health]", ">20");
    agree(
        &held,
        &[
            ("contacts", 0, "the data give no value for 2013/14"),
            (
                "contacts[source=Police].percent_of_total",
                0,
                "`contacts` is not available: the data give no value for 2013/14",
            ),
            ("contacts[source=Fire]", 0, "unknown"),
            ("contacts[agency=Police]", 0, "unknown"),
        ],
    );
    let complete = held.change("contacts", |measure| measure.complete = vec!["source".into()]);
    // Health is at least 21 of 31, Police at most 10 of 31.
    agree(
        &complete,
        &[
            ("contacts", 0, "31.."),
            ("contacts[source=Health].percent_of_total", 1, "67.7..100.0"),
            ("contacts[source=Police].percent_of_total", 1, "0.0..32.3"),
        ],
    );
}

#[test]
fn declared_figures_move_with_their_year() {
    let held = Held::year(2013)
        .measure("a", Kind::Events)
        .measure("b", Kind::Events)
        .measure("population", Kind::Population)
        .put("population[mid-2013]", "1000")
        .declare("together", Declaration::Sum(vec![id("a"), id("b")]))
        .declare("apart", Declaration::Difference { from: id("a"), take: id("b") })
        .declare("mean", Declaration::Average { of: id("a"), years: YearsAsked::Latest(3) })
        .declare(
            "spread",
            Declaration::Range {
                of: id("a"),
                years: YearsAsked::These(vec![
                    crate::model::Year::beginning(2011).unwrap(),
                    crate::model::Year::beginning(2013).unwrap(),
                ]),
            },
        )
        .declare("share", Declaration::Percent { part: id("b"), whole: id("together") })
        .put("a[2013/14]", "30")
        .put("a[2012/13]", "20")
        .put("a[2011/12]", "13")
        .put("b[2013/14]", "10")
        .put("b[2012/13]", "<5");
    agree(
        &held,
        &[
            ("together", 0, "40"),
            ("together.previous", 0, "20..24"),
            ("together.change", 0, "16..20"),
            ("together.change_percent", 1, "66.7..100.0"),
            ("together[2012/13]", 0, "20..24"),
            ("together.per_month", 2, "3.33"),
            ("together.per_10000", 0, "400"),
            ("apart", 0, "20"),
            ("apart.previous", 0, "16..20"),
            ("mean", 0, "21"),
            ("mean.previous", 0, "? `a[2010/11]` is not available: the data give no value for 2010/11"),
            ("spread", 0, "13 to 30"),
            ("share", 1, "25.0"),
            ("share.change", 1, "5.0..25.0"),
            ("share[source=Police]", 0, "? a declared figure has no parts: declare one for the part"),
        ],
    );
}

/// 50 left after a year with 100 too few: 50 ÷ −100 − 1 would be a fall of 150%, and it rose.
#[test]
fn a_percentage_of_what_is_below_nought_is_not_given() {
    let held = Held::year(2013)
        .measure("a", Kind::Events)
        .measure("b", Kind::Events)
        .declare("apart", Declaration::Difference { from: id("a"), take: id("b") })
        .declare("share", Declaration::Percent { part: id("a"), whole: id("apart") })
        .declare("each", Declaration::Conversion { from: id("apart"), to: id("a") })
        .put("a[2013/14]", "150")
        .put("a[2012/13]", "100")
        .put("a[2011/12]", "3")
        .put("b[2013/14]", "100")
        .put("b[2012/13]", "200")
        .put("b[2011/12]", "<5");
    let none = "a percentage of a number below nought has no meaning, so none is given";
    let undecided = "? its inputs are approximate or bounded, so it can't be told";
    agree(
        &held,
        &[
            ("apart", 0, "50"),
            ("apart.previous", 0, "-100"),
            ("apart.change", 0, "150"),
            ("apart.change_percent", 0, none),
            // 2011/12: from −1 to 3.
            ("apart[2012/13].change_percent", 0, undecided),
            ("share", 0, "300"),
            ("share.previous", 0, none),
            ("each", 0, "300"),
            ("each.previous", 0, none),
        ],
    );
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

#[test]
fn a_year_that_is_named_twice_counts_once() {
    let year = |start| crate::model::Year::beginning(start).unwrap();
    let years = YearsAsked::These(vec![year(2012), year(2012), year(2011)]);
    let held = Held::year(2013)
        .measure("ems", Kind::Events)
        .put("ems[2012/13]", "10")
        .put("ems[2011/12]", "4")
        .declare("mean", Declaration::Average { of: id("ems"), years: years.clone() })
        .declare("spread", Declaration::Range { of: id("ems"), years });
    agree(&held, &[("mean", 0, "7"), ("spread", 0, "4 to 10")]);
    let figures = held.figures();
    let Found::Figure(mean) = figures.find(&id("mean")) else { panic!("not held") };
    assert_eq!(mean.inputs, [id("ems.previous"), id("ems[2011/12]")]);
    assert_eq!(mean.formula_text(), "(ems.previous + ems[2011/12]) ÷ 2");
}

#[test]
fn only_figures_of_one_sort_are_added_up_or_taken_from_one_another() {
    let sum = |terms: &[&str]| Declaration::Sum(terms.iter().map(|term| id(term)).collect());
    let less = |from, take| Declaration::Difference { from: id(from), take: id(take) };
    let held = Held::year(2013)
        .measure("ems", Kind::Events)
        .measure("plans", Kind::Snapshot)
        .measure("in_time", Kind::Percentage)
        .measure("seen", Kind::Percentage)
        .measure("population", Kind::Population)
        .measure("income", Kind::Events)
        .change("income", |income| income.unit = crate::model::Unit::Pounds)
        .put("ems[2013/14]", "30")
        .put("ems[2012/13]", "20")
        .put("plans[2014-03-31]", "12")
        .put("in_time[2013/14]", "40")
        .put("seen[2013/14]", "50")
        .put("population[mid-2013]", "1000")
        .put("income[2013/14]", "500")
        .put("income[2012/13]", "600")
        .declare("points", less("in_time", "seen"))
        .declare("both", sum(&["in_time", "seen"]))
        .declare("mixed", sum(&["in_time", "ems"]))
        .declare("mixed_less", less("ems", "in_time"))
        .declare("flows", less("population", "ems"))
        .declare("coins", sum(&["ems", "income"]))
        .declare("rates", sum(&["ems.per_10000", "ems"]))
        .declare("stock", sum(&["plans", "ems"]))
        .declare("rest", less("population", "plans"))
        .declare("over", sum(&["mixed_less", "ems"]))
        .declare("mean", Declaration::Average { of: id("ems"), years: YearsAsked::Latest(2) })
        .declare("usual", less("ems", "mean"))
        .declare("income_mean", Declaration::Average { of: id("income"), years: YearsAsked::Latest(2) });
    let mixed = "figures of different sorts, such as a percentage and a count, or what happens and a population, \
        can't be added up or taken from one another";
    agree(
        &held,
        &[
            ("points", 0, "-10"),
            ("both", 0, "percentages do not add up: add up what they are percentages of"),
            ("mixed", 0, mixed),
            ("mixed_less", 0, mixed),
            ("flows", 0, mixed),
            ("coins", 0, mixed),
            ("rates", 0, mixed),
            ("stock", 0, "42"),
            ("rest", 0, "988"),
            ("over", 0, &format!("`mixed_less` is not available: {mixed}")),
            ("usual", 0, "5"),
            ("income_mean", 0, "550"),
        ],
    );
    let figures = publish(&held.figures());
    for (name, words) in [("points", "\u{2212}10 percentage points"), ("income_mean", "£550")] {
        let Found::Figure(figure) = figures.find(&id(name)) else { panic!("{name} is not held") };
        assert_eq!(crate::words::display(figure), words);
    }
}

/// £500 after £600 is no number of children, and neither are five actions.
#[test]
fn what_is_made_of_money_or_of_entries_is_no_rate_among_children() {
    let sum = |of: &str| Declaration::Sum(vec![id(of), id(of)]);
    let held = Held::year(2013)
        .measure("income", Kind::Events)
        .change("income", |income| income.unit = crate::model::Unit::Pounds)
        .measure("actions", Kind::Events)
        .change("actions", |actions| actions.unit = crate::model::Unit::Entries)
        .measure("ems", Kind::Events)
        .measure("population", Kind::Population)
        .put("income[2013/14]", "500")
        .put("income[2012/13]", "600")
        .put("actions[2013/14]", "5")
        .put("ems[2013/14]", "30")
        .put("population[mid-2013]", "1000")
        .declare("left", Declaration::Difference { from: id("income"), take: id("income[2012/13]") })
        .declare("left_twice", sum("left"))
        .declare("actions_twice", sum("actions"))
        .declare("ems_twice", sum("ems"));
    let counts = "? only counts are given as a rate or share of the children aged 0 to 17";
    let mut table = vec![("left", 0, "-100"), ("ems_twice.per_10000", 0, "600")];
    for name in [
        "income.per_10000",
        "income.percent_of_population",
        "left.per_10000",
        "left.percent_of_population",
        "left_twice.per_10000",
        "actions.per_10000",
        "actions_twice.per_10000",
    ] {
        table.push((name, 0, counts));
    }
    agree(&held, &table);
}

#[test]
fn figures_that_lean_on_themselves_say_so() {
    let mut held = Held::year(2013)
        .measure("a", Kind::Events)
        .put("a[2013/14]", "30")
        .declare("one", Declaration::Sum(vec![id("two"), id("a")]))
        .declare("two", Declaration::Sum(vec![id("one"), id("one")]))
        .declare("three", Declaration::Sum(vec![id("one")]))
        .declare("d00", Declaration::Ratio { of: id("a"), per: id("a") });
    for deep in 1..40 {
        let below = FigureId::of(format!("d{:02}", deep - 1));
        held = held.declare(&format!("d{deep:02}"), Declaration::Sum(vec![below.clone(), below]));
    }
    agree(
        &held,
        &[
            ("one", 0, "it is defined by itself"),
            ("two", 0, "it is defined by itself"),
            ("three", 0, "`one` is not available: it is defined by itself"),
            ("d20", 0, "1048576"),
            ("d39", 0, "it is made from declared figures that are made from others, too many deep to follow"),
        ],
    );
}

#[test]
fn ids_are_found_however_they_are_written() {
    let held = Held::year(2013)
        .measure("initial_conferences", Kind::Events)
        .change("initial_conferences", |measure| measure.aliases = vec!["icpc".into()])
        .put("initial_conferences[2013/14]", "12")
        .put("initial_conferences[2012/13]", "10");
    agree(
        &held,
        &[
            ("icpc", 0, "12"),
            ("icpc.change", 0, "2"),
            ("icpc.previous.per_month", 2, "0.83"),
            ("icpc.per_month.previous", 2, "0.83"),
            ("icpd", 0, "unknown"),
            ("icpc.change.per_month", 0, "? only `.previous` can follow a change"),
            ("icpc.is_highest", 0, "? name the month, as in `[\"2012-05\"].is_highest`"),
            ("icpc[2013-04].per_month", 0, "? a single month has no average month"),
            (
                "icpc.percent_of_total",
                0,
                "? it is the whole: name a category of it, as in `[\"source=Police\"]`",
            ),
            (
                "icpc.per_10000",
                0,
                "? `population[mid-2013]` is not available: the data give no value for mid-2013",
            ),
        ],
    );
    let figures = held.figures();
    assert_eq!(figures.candidates(&id("icpd")), ["initial_conferences"]);
}

#[test]
fn the_list_is_sorted_and_what_is_written_down_is_closed() {
    let held = monthly(Held::year(2013).measure("contacts", Kind::Events), "contacts[@]", (2010, 4), &YEAR);
    let held = monthly(held, "contacts[@]", (2012, 4), &YEAR);
    let held = monthly(held, "contacts[@]", (2013, 4), &YEAR);
    let held = monthly(held, "contacts[@,source=Police]", (2013, 4), &["1"; 12]);
    let figures = held.figures();
    let listed: Vec<_> = figures.iter().map(|figure| figure.id.clone()).collect();
    assert!(listed.is_sorted());
    let published = publish(&figures);
    let beyond = id("contacts[2013-05].change");
    let long_ago = id("contacts[2010/11].per_month");
    let month_of_it = id("contacts[2010-05]");
    assert!([&beyond, &long_ago, &month_of_it].iter().all(|id| listed.binary_search(id).is_err()));
    let Found::Figure(first) = published.find(&beyond) else { panic!("not held") };
    let Found::Figure(again) = published.find(&beyond) else { panic!("not held") };
    assert!(std::ptr::eq(first, again));
    let written: Vec<_> = published.with_used([&beyond, &listed[0], &long_ago]);
    let ids: Vec<_> = written.iter().map(|figure| figure.id.clone()).collect();
    assert!(ids.is_sorted());
    assert!([&beyond, &long_ago].iter().all(|id| ids.contains(id)));
    assert!(listed.iter().all(|id| ids.contains(id)));
    // What takes cells together has the cells; what is made in any other way has its inputs beside it.
    assert!(!ids.contains(&month_of_it));
    let of_cells = written.iter().find(|figure| figure.id == id("contacts[2010/11]"));
    assert_eq!(of_cells.map(|figure| (figure.inputs.len(), figure.sources.len())), Some((12, 12)));
    for figure in written.iter().filter(|figure| figure.sources.is_empty()) {
        for input in &figure.inputs {
            assert!(ids.binary_search(input).is_ok(), "{input}");
        }
    }
    let everything: Vec<_> = published.everything().into_iter().map(|figure| figure.id.clone()).collect();
    assert!(everything.is_sorted() && everything.contains(&month_of_it));
    assert!(everything.contains(&id("contacts[2010-05].is_highest")));
}

#[test]
fn a_share_of_the_measure_that_it_is_out_of_is_of_the_same_part_and_period() {
    let held = Held::year(2013).measure("seen", Kind::Events).measure("due", Kind::Events);
    let held = held.change("seen", |seen| seen.out_of = MeasureId::parse("due"));
    let held = monthly(held, "seen[@]", (2013, 4), &["3"; 12]);
    let held = monthly(held, "due[@]", (2013, 4), &["4"; 12]);
    let held = held
        .put("seen[2013/14,team=North]", "9")
        .put("due[2013/14,team=North]", "10")
        .put("seen[2013/14,team=South]", "8")
        .put("due[2013/14,team=South]", "7")
        .put("seen[2013/14,team=West]", "1")
        .put("seen[2013/14,team=East]", ">5")
        .put("due[2013/14,team=East]", "9");
    agree(
        &held,
        &[
            ("seen.percent_of_total", 0, "75"),
            ("seen[2013-05].percent_of_total", 0, "75"),
            ("seen[team=North].percent_of_total", 0, "90"),
            ("seen[team=North].total", 0, "36"),
            // More than all can't be: the data contradict themselves, and a finding of severity error says so.
            ("seen[team=South].percent_of_total", 0, "114"),
            ("seen[team=East].percent_of_total", 1, "66.7..100.0"),
            ("seen[team=West].percent_of_total", 0, "? what it is out of is not told by these categories"),
            (
                "due.percent_of_total",
                0,
                "? it is the whole: name a category of it, as in `[\"source=Police\"]`",
            ),
        ],
    );
}
