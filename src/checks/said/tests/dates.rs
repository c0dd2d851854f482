//! Things dated two ways, and actions past their date.

use super::super::Awaited;
use super::{REPORT, assert_found, found, related};

#[test]
fn one_thing_dated_two_ways_is_found() {
    let judgement = |date: &str, grade: &str| {
        format!("[[judgements]]\ntheme = \"Quality framework\"\nby = \"Peers\"\ndate = \"{date}\"\n{grade}\n")
    };
    let good = |date: &str| judgement(date, "grade = \"Good\"");
    let two = |one: &str, other: &str| format!("{}{}", good(one), good(other));
    assert_found(&two("March 2012", "March 2014"), &["14:9 dated-two-ways"]);
    assert_eq!(related(&two("March 2012", "March 2014")), (9, 9));
    assert_found(&two("March 2014", "31/03/2014"), &[]);
    assert_found(&two("March 2014", "spring 2014"), &[]);
    assert_found(
        &format!(
            "{}{}",
            judgement("March 2012", "grade = \"Adequate\""),
            judgement("March 2014", "grade = \"Good\"")
        ),
        &[],
    );

    for (added, expected) in [
        (
            "[[reviews]]\ntitle = \"Child A\"\npublished = \"May 2013\"\n[[reviews]]\ntitle = \"Child A\"\npublished = \"June 2013\"\n",
            &["11:14 dated-two-ways"][..],
        ),
        (
            "[[plan]]\ntitle = \"Neglect\"\nby = \"March 2015\"\n[[plan]]\ntitle = \"neglect\"\nby = \"May 2015\"\n",
            &["11:7 dated-two-ways"],
        ),
        (
            "[[plan]]\ntitle = \"Neglect\"\nby = \"March 2015\"\n[[plan]]\ntitle = \"Voice\"\nby = \"May 2015\"\n",
            &[],
        ),
        (
            "[[actions]]\nref = \"1.1\"\naction = \"Agree thresholds with all agencies.\"\nowner = \"O\"\ndue = \"May 2015\"\nstatus = \"amber\"\n\
             [[actions]]\nref = \"1.1\"\naction = \"Agree thresholds with all agencies.\"\nowner = \"O\"\ndue = \"June 2015\"\nstatus = \"amber\"\n",
            &["16:8 dated-two-ways"],
        ),
        (
            "[[actions]]\nref = \"1.1\"\naction = \"Report.\"\nowner = \"O\"\ndue = \"May 2015\"\nstatus = \"amber\"\n\
             [[actions]]\nref = \"1.2\"\naction = \"Report.\"\nowner = \"O\"\ndue = \"June 2015\"\nstatus = \"amber\"\n",
            &[],
        ),
    ] {
        assert_found(added, expected);
    }
}

#[test]
fn actions_past_their_date_are_found_unless_all_is_well_with_them() {
    for (due, status, expected) in [
        ("31 August 2014", "amber", &["10:8 overdue-action"][..]),
        ("August 2014", "amber/green", &["10:8 overdue-action"]),
        ("31/08/2014", "red", &["10:8 overdue-action"]),
        ("by the end of 2013", "no data", &["10:8 overdue-action"]),
        ("August 2014", "green", &[]),
        ("August 2014", "complete", &[]),
        ("1 September 2014", "red", &[]),
        ("September 2014", "red", &[]),
        ("ongoing", "red", &[]),
        ("Ongoing (reviewed each term)", "red", &[]),
        ("to be confirmed", "red", &[]),
        ("TBC", "red", &[]),
        ("-", "red", &[]),
        ("autumn 2014", "amber", &["10:8 due-not-a-date"]),
        ("31 September 2014", "amber", &["10:8 due-not-a-date"]),
        ("autumn 2014", "complete", &[]),
    ] {
        let action = format!(
            "[[actions]]\nref = \"1.1\"\naction = \"Agree thresholds.\"\nowner = \"O\"\ndue = \"{due}\"\nstatus = \"{status}\"\n"
        );
        assert_found(&action, expected);
        let undated = REPORT.replace("as_at = 2014-09-01\n", "");
        let (told, _) = found(&format!("{undated}{action}"), Awaited::Refused, &[]);
        assert_eq!(told, Vec::<String>::new(), "without a day to judge from, {due}");
    }
}

#[test]
fn an_overdue_action_is_named_with_both_days() {
    let action = "[[actions]]\naction = \"Agree thresholds.\"\nowner = \"O\"\ndue = \"August 2014\"\nstatus = \"amber\"\n";
    let (_, findings) = found(&format!("{REPORT}{action}"), Awaited::Refused, &[]);
    assert_eq!(
        findings.sorted()[0].message,
        "the action “Agree thresholds” was due by 31 August 2014 and on 1 September 2014 is still `amber`"
    );
}
