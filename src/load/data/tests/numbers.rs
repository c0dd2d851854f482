//! Dates, totals and numbers that exports write in their own way.

use super::project::Project;
use crate::model::Unit;

fn found(text: &str) -> Vec<String> {
    Project::new().file("a.csv", text).observe().found()
}

fn values(text: &str) -> Vec<String> {
    Project::new().file("a.csv", text).observe().values()
}

#[test]
fn a_row_of_totals_is_held_against_the_rows_and_not_counted() {
    let wide = "month,contacts,children_on_plan\n2013-04,5,9\n2013-05,7,8\nTotal,12,17\n";
    assert_eq!(values(wide).len(), 4);
    assert_eq!(found(wide), ["how-it-was-read 1:1 \"\""]);
    let long = "measure,period,value\ncontacts,2013-04,5\ncontacts,2013-05,7\ncontacts,Total,12\n";
    assert_eq!(values(long).len(), 2);
    assert_eq!(found(long), ["how-it-was-read 1:1 \"\""]);
    for (text, expected) in [
        (wide.replace("12,", "13,"), "total-differs 4:7 \"13\""),
        (long.replace(",12", ",13"), "total-differs 4:16 \"13\""),
        ("month,contacts\n2013-04,5\n2013-05,7\nGrand total,6\n".to_owned(), "total-differs 4:13 \"6\""),
        (
            "month,source,contacts\n2013-04,Police,5\n2013-04,Health,7\nTotal,,13\n".to_owned(),
            "total-differs 4:8 \"13\"",
        ),
    ] {
        assert!(found(&text).iter().any(|found| found == expected), "{text}{:?}", found(&text));
    }
}

#[test]
fn one_date_with_the_month_first_puts_the_others_in_doubt() {
    let text = "date,contacts\n03/04/2013,5\n04/30/2013,7\n2013-05-01,6\n";
    assert_eq!(
        found(text),
        [
            "month-first-date 2:1 \"03/04/2013\"",
            "month-first-date 3:1 \"04/30/2013\"",
            "day-read-as-month 4:1 \"2013-05-01\""
        ]
    );
    assert_eq!(found("date,contacts\n01/04/2013,5\n30/05/2013,7\n").len(), 2);
}

#[test]
fn decimal_commas_are_read_where_nothing_else_is_possible() {
    let text = "month;contacts;visited on time\n2013-04;1.234;81,5\n2013-05;7;90\n";
    assert_eq!(found(text), ["how-it-was-read 1:1 \"\""]);
    let read = values(text);
    assert!(read.contains(&"contacts[2013-04] = 1234 @2:2".to_owned()), "{read:?}");
    assert!(read.contains(&"visited_on_time[2013-04] = 163/2 @2:3".to_owned()), "{read:?}");
    for (text, expected) in [
        ("month;contacts\n2013-04;1.234\n2013-05;1,234\n", "ambiguous-number 2:9 \"1.234\""),
        ("month;contacts\n2013-04;1,234\n", "ambiguous-number 2:9 \"1,234\""),
        ("month;visited on time\n2013-04;12.5\n2013-05;13,5\n", "ambiguous-number 3:9 \"13,5\""),
    ] {
        assert_eq!(
            found(text),
            [expected, "how-it-was-read 1:1 \"\""]
                .map(str::to_owned)
                .iter()
                .rev()
                .cloned()
                .collect::<Vec<_>>(),
            "{text}"
        );
        let declared = Project::new().file("a.csv", text).declaring(|file| {
            (file.separator, file.decimal_comma) = (Some(crate::model::Separator::Semicolon), Some(true));
        });
        assert!(!declared.observe().found().iter().any(|found| found.starts_with("ambiguous")), "{text}");
    }
}

#[test]
fn percentages_that_may_be_fractions_are_asked_about() {
    let text = "month,visited on time\n2013-04,0.45\n2013-05,0.9\n2013-06,1\n";
    assert_eq!(found(text), ["fractions-for-percentages 2:9 \"0.45\""]);
    let declared = |fractions| {
        Project::new().file("a.csv", text).declaring(move |file| file.fractions = Some(fractions)).observe()
    };
    assert_eq!(declared(true).found(), Vec::<String>::new());
    assert_eq!(declared(true).values()[0], "visited_on_time[2013-04] = 45 @2:2");
    assert_eq!(declared(false).values()[0], "visited_on_time[2013-04] = 9/20 @2:2");
    for text in [
        "month,visited on time\n2013-04,0.45%\n",
        "month,visited on time\n2013-04,0.45\n2013-05,12\n",
        "month,visited on time\n2013-04,0\n",
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn numbers_with_blanks_in_them_say_what_to_do() {
    let outcome = Project::new().file("a.csv", "month,contacts\n2013-04,1 234\n").observe();
    let [finding] = outcome.findings.sorted()[..] else { panic!("one finding") };
    assert_eq!(
        (finding.code.name, finding.help[0].as_str()),
        ("not-a-number", "take the blank out of the number: `1234`")
    );
}

#[test]
fn blanks_that_a_number_format_puts_between_thousands_are_read_and_said() {
    let text = "month,contacts\n2013-04,1\u{a0}234\n2013-05,1\u{202f}235\n";
    assert_eq!(values(text), ["contacts[2013-04] = 1234 @2:2", "contacts[2013-05] = 1235 @3:2"]);
    assert_eq!(found(text), ["how-it-was-read 1:1 \"\""]);
}

#[test]
fn only_a_measure_that_is_counted_in_pounds_takes_a_pound_sign() {
    let text = "month,contacts\n2013-04,£60\n";
    assert_eq!(found(text), ["wrong-kind-of-value 2:9 \"£60\""]);
    let mut money = Project::new().file("a.csv", text);
    for measure in &mut money.narrative.measures {
        measure.unit = Unit::Pounds;
    }
    let outcome = money.observe();
    assert_eq!(outcome.found(), Vec::<String>::new());
    assert_eq!(outcome.values(), ["contacts[2013-04] = 60 @2:2"]);
}
