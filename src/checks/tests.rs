//! What the checks find, and what they must leave alone.

use std::collections::BTreeMap;

use super::check;
use crate::diagnostic::Findings;
use crate::figures::tests::{Held, id};
use crate::model::{
    DataFile, DataState, Declaration, FileId, Kind, MeasureId, Narrative, Place, Record, Settings, SourceFile,
};

fn found(held: &Held) -> Findings {
    let source = |path: &str| SourceFile {
        path: path.into(),
        text: String::new(),
        fingerprint: String::new(),
        case_list: None,
        sheet: None,
    };
    let file = DataFile {
        path: "data/all.csv".into(),
        place: Place::start_of(FileId(0)),
        supplied_by: Some("Children's social care".into()),
        state: DataState::Come(crate::model::State::Final),
        shape: None,
        period: None,
        separator: None,
        decimal_comma: None,
        fractions: None,
        year: None,
        sheet: None,
        measures: Vec::new(),
        symbols: Vec::new(),
        cases: None,
    };
    let narrative = Narrative {
        settings: Settings {
            year: held.plan.year,
            calendar: held.plan.calendar,
            span: held.plan.span,
            as_at: None,
            templates: Vec::new(),
            template_folder: None,
            benchmarks: crate::model::Benchmarks::default(),
        },
        data: vec![file],
        measures: Vec::new(),
        figures: Vec::new(),
        renames: crate::model::Renames::default(),
        allowances: Vec::new(),
        unread: Vec::new(),
        content: Record {
            place: Place::start_of(FileId(0)),
            fields: BTreeMap::new(),
            cells: BTreeMap::new(),
        },
    };
    let mut findings = Findings::default();
    check(&narrative, &[source("narrative.toml"), source("data/all.csv")], &held.figures(), &mut findings);
    findings
}

#[track_caller]
fn finds(held: &Held, expected: &[&str]) {
    let findings = found(held);
    let messages: Vec<String> = findings
        .sorted()
        .iter()
        .map(|finding| format!("{}: {}", finding.code.name, finding.message))
        .collect();
    assert_eq!(messages, expected);
    for finding in findings.sorted() {
        assert!(finding.place.is_some(), "{} has no place", finding.code.name);
        assert!(!finding.help.is_empty(), "{} has no help", finding.code.name);
        assert!(!finding.figures.is_empty(), "{} touches no figure", finding.code.name);
        assert_eq!(finding.supplied_by.as_deref(), Some("Children's social care"), "{}", finding.code.name);
    }
}

fn contacts() -> Held {
    Held::year(2013).measure("contacts", Kind::Events)
}

fn months(held: Held, id: &str, skip: &[&str]) -> Held {
    let all = held.plan.span.months().map(|month| month.to_string());
    all.filter(|month| !skip.contains(&month.as_str()))
        .fold(held, |held, month| held.put(&id.replace('@', &month), "10"))
}

#[test]
fn a_gap_is_told_once_for_a_series_at_the_cell_before_it() {
    let held = months(contacts(), "contacts[@]", &["2013-08", "2013-09"]);
    finds(&held, &["month-not-supplied: `contacts` has no value for 2013-08, 2013-09"]);
    // Cells are numbered from 2 in the order they are put: the fourth month is July.
    assert_eq!(found(&held).sorted()[0].place, Some(Place::new(FileId(1), 50, 53)));
    // A part with the same gap is the same fault.
    let both = months(held, "contacts[@,source=Police]", &["2013-08", "2013-09"]);
    finds(&both, &["month-not-supplied: `contacts` has no value for 2013-08, 2013-09"]);
}

#[test]
fn the_cell_beside_a_gap_is_called_what_it_is() {
    for (held, label) in [
        (months(contacts(), "contacts[@]", &["2013-08"]), "the last month held before the gap"),
        (months(contacts(), "contacts[@]", &["2013-04", "2013-05"]), "the first month held"),
    ] {
        assert_eq!(found(&held).sorted()[0].label.as_deref(), Some(label));
    }
}

#[test]
fn a_gap_that_the_report_does_not_need_filled_is_left_alone() {
    finds(&months(contacts(), "contacts[@]", &["2013-08"]).put("contacts[2013/14]", "120"), &[]);
    finds(&contacts().put("contacts[2012-05]", "7").put("contacts[2012-07]", "7"), &[]);
    let to_july = Held::year(2013).measure("contacts", Kind::Events).to(2013, 7);
    finds(&months(to_july, "contacts[@]", &[]), &[]);
    let awaited = months(contacts(), "contacts[@]", &["2014-03"]);
    let mut awaited = awaited;
    let measure = awaited.plan.measures.keys().next().unwrap().clone();
    awaited.plan.awaited.insert(measure, "The police".into());
    finds(&awaited, &[]);
}

#[test]
fn a_snapshot_without_its_last_day_is_told() {
    let held = Held::year(2013).measure("on_plan", Kind::Snapshot).put("on_plan[2014-02-28]", "300");
    finds(
        &held,
        &[
            "snapshot-day-not-supplied: `on_plan` has no value for 2014-03-31, the last day of the report's period",
        ],
    );
    finds(&held.put("on_plan[2014-03]", "304"), &[]);
}

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
fn the_months_of_a_year_make_the_year() {
    finds(&months(contacts().put("contacts[2013/14]", "120"), "contacts[@]", &[]), &[]);
    finds(
        &months(contacts().put("contacts[2013/14]", "121"), "contacts[@]", &[]),
        &[
            "months-do-not-make-year: `contacts[2013/14]` is given as 121, but what it is made of comes to 120",
        ],
    );
    // Eleven months may leave the rest to the twelfth, but not come to more than the year.
    finds(&months(contacts().put("contacts[2013/14]", "111"), "contacts[@]", &["2013-08"]), &[]);
    finds(
        &months(contacts().put("contacts[2013/14]", "109"), "contacts[@]", &["2013-08"]),
        &[
            "months-do-not-make-year: `contacts[2013/14]` is given as 109, but what it is made of comes to at least 110",
        ],
    );
    finds(&contacts().put("contacts[2013/14]", "121"), &[]);
}

/// Whatever else is missing: what happens in a quarter happens in its year.
#[test]
fn a_part_is_no_more_than_the_period_that_holds_it() {
    let held = |quarter: &str, half: &str| {
        contacts()
            .put("contacts[2013-04 to 2013-06]", quarter)
            .put("contacts[2013-04 to 2013-09]", half)
            .put("contacts[2013/14]", "100")
    };
    let more = |whole: &str, given: &str, parts: &str| {
        format!(
            "months-do-not-make-year: `contacts[{whole}]` is given as {given}, but what it is made of comes to at least {parts}"
        )
    };
    finds(&held("50", "60"), &[]);
    finds(&held("50", "40"), &[&more("2013-04 to 2013-09", "40", "50")]);
    finds(&held("50", "150"), &[&more("2013/14", "100", "150")]);
    finds(&held("~150", "c"), &[]);
    finds(&held(">100", "c"), &[&more("2013/14", "100", "101")]);
    // A quarter and a month outside it come together.
    let apart = contacts()
        .put("contacts[2013-04 to 2013-06]", "60")
        .put("contacts[2013-08]", "50")
        .put("contacts[2013/14]", "100");
    finds(&apart, &[&more("2013/14", "100", "110")]);
    // Children of whom each counts once: together the parts may be more than the year, none alone.
    let once = |quarter: &str| {
        Held::year(2013)
            .measure("children", Kind::Events)
            .change("children", |measure| measure.counts_once = true)
            .put("children[2013-04 to 2013-06]", quarter)
            .put("children[2013-07 to 2014-03]", "70")
            .put("children[2013/14]", "100")
    };
    finds(&once("60"), &[]);
    finds(
        &once("101"),
        &["months-do-not-make-year: `children[2013/14]` is given as 100, but a part of it is 101"],
    );
    finds(
        &once("20"),
        &["months-do-not-make-year: `children[2013/14]` is given as 100, but what it is made of comes to 90"],
    );
}

#[test]
fn a_percentage_of_a_year_lies_among_those_of_its_months() {
    let held = |year: &str, weight: Option<&str>| {
        let base = Held::year(2013)
            .measure("reviews", Kind::Events)
            .measure("in_time", Kind::Percentage)
            .change("in_time", |measure| measure.weight = weight.map(|id| MeasureId::parse(id).unwrap()))
            .put("reviews[2013/14]", "120")
            .put("in_time[2013/14]", year);
        (4..=15).fold(base, |held, month| {
            let (year, number) = (2013 + i16::from(month > 12), (month - 1) % 12 + 1);
            held.put(&format!("in_time[{year}-{number:02}]"), if month == 6 { "70" } else { "60" })
        })
    };
    let below =
        "months-do-not-make-year: `in_time[2013/14]` is given as 50, but its months lie between 60 and 70";
    finds(&held("50", Some("reviews")), &[below]);
    // Whole numbers may be rounded: a point beyond them is no contradiction.
    finds(&held("59", Some("reviews")), &[]);
    finds(&held("71", Some("reviews")), &[]);
    let above =
        "months-do-not-make-year: `in_time[2013/14]` is given as 72, but its months lie between 60 and 70";
    finds(&held("72", Some("reviews")), &[above]);
    finds(&held("~50", Some("reviews")), &[]);
    // Without a weight nothing says that the months make the year.
    finds(&held("50", None), &[]);
}

#[test]
fn periods_that_overlap_must_come_to_the_same() {
    let held = |nine_months: &str| {
        contacts()
            .put("contacts[2013-04 to 2013-09]", "100")
            .put("contacts[2013-10 to 2014-03]", "100")
            .put("contacts[2013-04 to 2013-12]", nine_months)
            .put("contacts[2014-01 to 2014-03]", "90")
    };
    // 100 + 100 − 90: with 120 the year would be 200 or 210.
    finds(&held("110"), &[]);
    finds(&held("~120"), &[]);
    finds(
        &held("120"),
        &[
            "months-do-not-make-year: `contacts[2013-04 to 2013-12]` is given as 120, but the periods that it overlaps make it 110",
        ],
    );
    let apart =
        contacts().put("contacts[2013-04 to 2013-09]", "1").put("contacts[2013-07 to 2013-12]", "900");
    finds(&apart, &["month-not-supplied: `contacts` has no value for 2014-01, 2014-02, 2014-03"]);
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

/// Twelve months, ten each or as `numbers` says from April on.
fn year_of(numbers: &[&str]) -> Held {
    let months = contacts().plan.span.months().map(|month| month.to_string());
    months.enumerate().fold(contacts(), |held, (at, month)| {
        let number = numbers.get(at).or(numbers.last()).unwrap();
        held.put(&format!("contacts[{month}]"), number)
    })
}

#[test]
fn a_month_ten_times_its_neighbours_is_told_and_what_only_varies_is_not() {
    finds(
        &year_of(&["501", "4980", "512"]),
        &["slip-of-ten: `contacts[2013-05]` is 4980, about ten times what stands beside it: 501 and 512"],
    );
    finds(
        &year_of(&["501", "49", "512"]),
        &["slip-of-ten: `contacts[2013-05]` is 49, about a tenth of what stands beside it: 501 and 512"],
    );
    for numbers in [
        &["501", "1300", "512"][..],
        &["5", "48", "6"],
        &["40", "4", "41"],
        &["30", "31", "300", "310"],
        &["0", "0", "0"],
    ] {
        finds(&year_of(numbers), &[]);
    }
}

#[test]
fn a_year_or_population_ten_times_the_one_before_is_told() {
    finds(
        &contacts().put("contacts[2012/13]", "1204").put("contacts[2013/14]", "12100"),
        &["slip-of-ten: `contacts[2013/14]` is 12100, about ten times what stands beside it: 1204"],
    );
}

#[test]
fn a_category_of_one_year_only_is_told_where_others_have_both() {
    let base = || {
        contacts()
            .put("contacts[2012/13,source=Police]", "50")
            .put("contacts[2013/14,source=Police]", "55")
            .put("contacts[2013/14,source=Education]", "30")
    };
    let new = "category-in-one-year: `contacts[source=Education]` has numbers in 2013/14 and none in 2012/13, which other \
               categories of `source` have";
    finds(&base(), &[new]);
    finds(&base().put("contacts[2012/13,source=Education]", "0"), &[]);
    // With nothing of the year before there is nothing to compare.
    finds(&contacts().put("contacts[2013/14,source=Police]", "55"), &[]);
}

#[test]
fn a_category_that_is_the_sum_of_all_others_is_told() {
    let held = |total: [&str; 3]| {
        ["2013-04", "2013-05", "2013-06"].into_iter().zip(total).fold(
            Held::year(2013).measure("contacts", Kind::Events).to(2013, 6),
            |held, (month, total)| {
                let put = |held: Held, team: &str, number: &str| {
                    held.put(&format!("contacts[{month},team={team}]"), number)
                };
                put(put(put(held, "Borough", total), "North", "10"), "South", "20")
            },
        )
    };
    finds(
        &held(["30", "30", "30"]),
        &["total-among-parts: `Borough` is the sum of all other categories of `team` in each of 3 periods"],
    );
    finds(&held(["30", "30", "31"]), &[]);
}
