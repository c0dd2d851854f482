//! What has a meaning and what has none: parts, declared figures, figures of unlike sorts.

use super::{Held, agree, id, monthly};
use crate::figures::{Found, publish};
use crate::model::{Declaration, FigureId, Kind, MeasureId, YearsAsked};

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
