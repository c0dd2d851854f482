//! Slips: numbers and categories that look like a slip of the hand.

use super::{contacts, finds};
use crate::figures::tests::Held;
use crate::model::Kind;

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
