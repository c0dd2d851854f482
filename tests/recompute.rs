//! The example that recomputes published rates and percentages, on small folders of invented areas.

use crate::common::repository;

#[path = "../examples/recompute.rs"]
mod example;

fn report(folder: &str) -> (String, bool) {
    let report = example::Report::of(&repository("tests/recompute").join(folder)).unwrap();
    (report.to_string(), report.is_sound())
}

/// Exampleshire: 640 of 12,500 children are 512 per 10,000, 143 of 640 are 22.3%, 3 of 40 plans 7.5%; of its year before
/// there is no population. Neartown: 533 of 2,000 are 26.65%, which may be printed as 26.6. Fartown is withheld. England:
/// 812.3 can come from 8,123, which is published as 8,120.
#[test]
fn what_agrees_is_equal_and_what_is_withheld_is_not_compared() {
    let expected = "\
equal  unequal  not comparable
    1        0               0  plans.csv: 2_years_or_more_percent, England and regions
    1        0               1  plans.csv: 2_years_or_more_percent, local authorities
    2        0               0  referrals.csv: Re_referrals_percent, England and regions
    3        0               1  referrals.csv: Re_referrals_percent, local authorities
    2        0               0  referrals.csv: Referrals_rate, England and regions
    2        0               2  referrals.csv: Referrals_rate, local authorities
";
    assert_eq!(report("equal"), (expected.to_owned(), true));
}

/// Exampleshire's 500 is on the population of the same year (12,800); no count that rounds to 8,120 makes 813.1.
#[test]
fn what_does_not_agree_is_listed() {
    let (text, sound) = report("unequal");
    assert!(!sound);
    for line in [
        "    1        1               0  referrals.csv: Referrals_rate, England and regions",
        "    1        1               2  referrals.csv: Referrals_rate, local authorities",
        "E06009001, referrals.per_10000, 2022-04 to 2023-03: published 500.000, worked out 512.000",
        "E92000001, referrals.per_10000, 2022-04 to 2023-03: published 813.100, worked out 811.500 to 812.500",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
}

#[test]
fn a_folder_with_nothing_to_compare_is_not_sound() {
    let (text, sound) = report("../readme/first-project/data");
    assert!(!sound, "{text}");
}
