//! Every fault that an export can have, with the place that its finding marks.

use super::project::{Project, measure};
use crate::model::{Kind, MeasureId};

/// A file and the findings that it must give, and no others.
const FILES: &[(&str, &[&str])] = &[
    // The file.
    ("", &["empty-file 1:1 \"\""]),
    ("\r\n \n,,\n", &["empty-file 1:1 \"\""]),
    ("measure,period,value\n", &["empty-file 1:1 \"\""]),
    ("contacts,2013-04,501\ncontacts,2013-05,3\n", &["no-header 1:1 \"contacts\""]),
    ("2013-04,501\n", &["no-header 1:1 \"2013-04\""]),
    ("Maand;Naam, aantal\n2013-04;5\n", &["ambiguous-separator 1:1 \"\""]),
    ("month,area\nmonth;contacts\n2013-04;5\n", &["ambiguous-separator 1:1 \"\""]),
    ("month,contacts\n2013-04,\0\n", &["stray-character 2:9 \"\\0\""]),
    ("month,contacts\n2013-04,5\u{b}1\n", &["stray-character 2:9 \"5\\u{b}1\""]),
    ("month,contacts,a\n2013-04,5,\u{e000}\n", &["stray-character 2:11 \"\\u{e000}\""]),
    ("month,contacts\n2013-04,\"5\n2013-05,6\n", &["broken-quote 2:9 \"\\\"5\""]),
    ("month,contacts\n\"2013-04,5\n\"2013-05\",6\n", &["broken-quote 2:1 \"\\\"2013-04,5\""]),
    // Rows.
    ("month,contacts\n2013-04,1,234\n2013-05,5\n", &["ragged-row 2:11 \"234\""]),
    ("month,contacts,referrals\n2013-04,1\n", &["ragged-row 2:10 \"\""]),
    ("month,contacts\n2013-04,5,\n2013-05\n", &["ragged-row 3:8 \"\""]),
    ("month,contacts\n2013-04, \"1,501\"\n", &["ragged-row 2:13 \"501\\\"\""]),
    // What stands above the headings may be a title, but no values.
    ("2013-04,501\nmonth,contacts\n2013-05,6\n", &["no-header 1:1 \"2013-04\""]),
    // Headings.
    ("contacts,referrals\n5,6\n", &["unknown-layout 1:1 \"contacts\""]),
    ("measure,period,total\ncontacts,2013-04,5\n", &["unknown-layout 1:1 \"measure\""]),
    ("measure,value\ncontacts,5\n", &["unknown-layout 1:1 \"measure\""]),
    ("Month,Year,contacts\nApril,2013,5\n", &["unknown-layout 1:7 \"Year\""]),
    ("month,source\n2013-04,Police\n", &["unknown-layout 1:1 \"month\""]),
    ("month,contacts,Contacts\n2013-04,5,5\n", &["repeated-heading 1:16 \"Contacts\""]),
    ("month,contacts,Contacts (MASH)\n2013-04,5,5\n", &["repeated-heading 1:16 \"Contacts (MASH)\""]),
    ("measure,period,value,a/b,a b\ncontacts,2013-04,5,x,y\n", &["repeated-heading 1:26 \"a b\""]),
    ("month,contacts,\n2013-04,5,9\n", &["no-heading 2:11 \"9\""]),
    ("month,contacts,Contcats\n2013-04,5,9\n", &["unknown-measure 1:16 \"Contcats\""]),
    ("month,contacts,Contcats\n2013-04,5,9\n2013-05,5,9O\n", &["unknown-measure 1:16 \"Contcats\""]),
    ("measure,period,value,previous\ncontacts,2013-04,5,a\n", &["unusable-dimension 1:22 \"previous\""]),
    ("measure,period,value,2nd\ncontacts,2013-04,5,a\n", &["unusable-dimension 1:22 \"2nd\""]),
    // Names and categories.
    (
        "measure,period,value\nContcats,2013-04,5\nContcats,2013-05,x1\n",
        &["unknown-measure 2:1 \"Contcats\""],
    ),
    ("measure,period,value\n,2013-04,5\n", &["unknown-measure 2:1 \"\""]),
    (
        "measure,period,value,a\ncontacts,2013-04,5,\"b, age=5\"\n",
        &["unusable-category 2:20 \"\\\"b, age=5\\\"\""],
    ),
    ("measure,period,value,a\ncontacts,2013-04,5,\"b\nc\"\n", &["unusable-category 2:20 \"\\\"b\\nc\\\"\""]),
    // A total among its own parts, in any spelling, told once a file; an empty category is no part.
    (
        "measure,period,value,sex\ncontacts,2013/14,5,Male\ncontacts,2013/14,9,All\ncontacts,2012/13,8,All\n",
        &["total-as-category 3:20 \"All\""],
    ),
    ("month,contacts,age\n2013-04,5,Grand total\n2013-04,5,\n", &["total-as-category 2:11 \"Grand total\""]),
    (
        "month,contacts,age\n2013-04,5x,All ages\n",
        &["not-a-number 2:9 \"5x\"", "total-as-category 2:12 \"All ages\""],
    ),
    // Periods.
    (
        "month,contacts,referrals\n13-Apr,5,3O4\n",
        &["unreadable-period 2:1 \"13-Apr\"", "not-a-number 2:10 \"3O4\""],
    ),
    ("month,contacts\n ,5\n", &["unreadable-period 2:2 \"\""]),
    ("month,contacts,referrals\n2011-12,5,6\n", &["ambiguous-period 2:1 \"2011-12\""]),
    ("month,contacts\n2011-12,5\n2011-04,5\n2013/14,5\n", &["ambiguous-period 2:1 \"2011-12\""]),
    // Another measure's month says nothing of a measure that has none of its own.
    (
        "measure,period,value\ncontacts,2010-11,4\ncontacts,2011-12,5\nreferrals,2013-04,6\n",
        &["ambiguous-period 2:10 \"2010-11\"", "ambiguous-period 3:10 \"2011-12\""],
    ),
    (
        "measure,period,value\ncontacts,2011-12,5\nreferrals,2013-14,6\nreferrals,2013-04,6\n",
        &["ambiguous-period 2:10 \"2011-12\""],
    ),
    ("month,contacts\n15/04/2013,5\n", &["period-does-not-fit 2:1 \"15/04/2013\""]),
    ("year,contacts\n2013,5\n", &["period-does-not-fit 2:1 \"2013\""]),
    ("year,population\n2013/14,5\n", &["period-does-not-fit 2:1 \"2013/14\""]),
    ("month,children_on_plan\n2013-04 to 2013-05,5\n", &["period-does-not-fit 2:1 \"2013-04 to 2013-05\""]),
    ("month,contacts\n01/04/2013,5\n31/05/2013,5\n", &["day-read-as-month 2:1 \"01/04/2013\""]),
    // Values.
    (
        "month,contacts,visited on time\n2013-04, 3O4 ,\"1,23\"\n",
        &["not-a-number 2:10 \"3O4\"", "not-a-number 2:15 \"\\\"1,23\\\"\""],
    ),
    ("month,contacts\n2013-04,..\n", &["undeclared-symbol 2:9 \"..\""]),
    ("month,contacts\n2013-04,5%\n", &["wrong-kind-of-value 2:9 \"5%\""]),
    ("month,contacts\n2013-04,-5\n", &["negative-count 2:9 \"-5\""]),
    ("month,contacts\n2013-04,5.5\n", &["not-a-whole-number 2:9 \"5.5\""]),
    ("month,visited_on_time\n2013-04,101%\n", &["percentage-out-of-range 2:9 \"101%\""]),
    // The same twice.
    ("month,contacts\n2013-04,5\nApr-13,5\n", &["repeated-value 3:8 \"5\""]),
    ("month,contacts\n2013-04,5\nApr-13,6\n", &["conflicting-values 3:8 \"6\""]),
    ("month,children_on_plan\n2014-03,5\n31/03/2014,~5\n", &["conflicting-values 3:12 \"~5\""]),
    ("month,visited_on_time\n2013-04,5\n2013-04,5.0%\n", &["repeated-value 3:9 \"5.0%\""]),
];

#[test]
fn every_fault_is_found_once_at_its_place() {
    for (text, expected) in FILES {
        let found = Project::new().file("a.csv", *text).observe().found();
        assert_eq!(found, *expected, "{text:?}");
    }
}

#[test]
fn faults_do_not_hide_each_other() {
    let text = "\
month,contacts,referrals,Referals
Aprl 2013,3O4,290,7
2013-05,-5,1
2013-06,7,2.5,7
";
    let found = Project::new().file("a.csv", text).observe().found();
    let expected = [
        "unknown-measure 1:26 \"Referals\"",
        "unreadable-period 2:1 \"Aprl 2013\"",
        "not-a-number 2:11 \"3O4\"",
        "ragged-row 3:13 \"\"",
        "not-a-whole-number 4:11 \"2.5\"",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_finding_says_who_supplied_the_file_and_which_figure_it_touches() {
    let outcome = Project::new()
        .file("a.csv", "month,contacts,source\n2013-04,3O4,Police\n")
        .declaring(|file| file.supplied_by = Some("Children's social care".to_owned()))
        .observe();
    let [finding] = outcome.findings.sorted()[..] else { panic!("one finding") };
    assert_eq!(finding.message, "`3O4` is not a number");
    assert_eq!(finding.supplied_by.as_deref(), Some("Children's social care"));
    assert_eq!(finding.figures[0].to_string(), "contacts[2013-04,source=Police]");
    assert_eq!(finding.help, ["look for a letter O or l typed for a nought or a one"]);
}

#[test]
fn a_misspelt_measure_gets_its_nearest_names() {
    let outcome = Project::new().file("a.csv", "month,Contcats\n2013-04,5\n").observe();
    let [finding] = outcome.findings.sorted()[..] else { panic!("one finding") };
    assert_eq!(finding.message, "`Contcats` is the name of no measure");
    assert!(finding.help[0].starts_with("did you mean `contacts`"), "{:?}", finding.help);
}

#[test]
fn a_value_given_in_two_files_points_at_both() {
    let outcome = Project::new()
        .file("a.csv", "month,contacts\n2013-04,5\n")
        .file("b.csv", "measure,period,value\ncontacts,Apr-13,6\n")
        .observe();
    let [finding] = outcome.findings.sorted()[..] else { panic!("one finding") };
    assert_eq!(finding.code.name, "conflicting-values");
    assert_eq!(finding.message, "`contacts[2013-04]` is given twice, with different values");
    let places = [finding.place.expect("a place"), finding.related[0].0];
    assert_eq!(places.map(|place| (place.file.0, place.start, place.end)), [(1, 37, 38), (0, 23, 24)]);
}

#[test]
fn a_name_that_two_measures_claim_is_settled_by_the_narrative_alone() {
    let text = "month,Crimes\n2013-04,5\n";
    let mut project = Project::new().file("a.csv", text);
    project.narrative.measures = vec![
        measure("abuse_crimes", Kind::Events, &["Crimes"]),
        measure("all_crimes", Kind::Events, &["crimes"]),
    ];
    assert_eq!(project.observe().found(), ["ambiguous-measure 1:7 \"Crimes\""]);
    let project = project.declaring(|file| file.measures.extend(MeasureId::parse("all_crimes")));
    assert_eq!(project.observe().values(), ["all_crimes[2013-04] = 5 @2:2"]);
}
