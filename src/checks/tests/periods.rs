//! Periods: months, quarters and years of one series against each other.

use super::{contacts, finds, months};
use crate::figures::tests::Held;
use crate::model::{Kind, MeasureId};

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
