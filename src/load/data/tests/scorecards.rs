//! Scorecards as boards pass them round: a measure a row, months across, totals held against them.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::project::Project;
use crate::model::{Kind, Polarity, Ratio, Year};

fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let outcome = Project::new().file("a.csv", text).observe();
    (outcome.values(), outcome.found())
}

fn said(text: &str) -> String {
    let outcome = Project::new().file("a.csv", text).observe();
    let said: Vec<String> = outcome.findings.sorted().iter().map(|finding| finding.message.clone()).collect();
    said.join("\n")
}

const SCORECARD: &str = "\
Safeguarding scorecard 2013/14
Ref,Indicator,Good is,2012/13,Apr-13,May-13,Jun-13,YTD,Target,RAG,Comments
,Front door,,,,,,,,,
1.1,Contacts (MASH),-,\"5,501\",500,501,,\"1,001\",,,up
1.2,CPP at month end,-,290,300,304,,304,,,
1.3,visited on time,High,,81%,90%,,85.5%,95%,A,
";

#[test]
fn a_scorecard_gives_a_value_a_month_and_its_totals_are_only_checked() {
    let (values, found) = read(SCORECARD);
    let expected = [
        "children_on_plan[2013-03-31] = 290 @5:4",
        "children_on_plan[2013-04-30] = 300 @5:5",
        "children_on_plan[2013-05-31] = 304 @5:6",
        "children_on_plan[2013-06-30] = Missing @5:7",
        "contacts[2012/13] = 5501 @4:4",
        "contacts[2013-04] = 500 @4:5",
        "contacts[2013-05] = 501 @4:6",
        "contacts[2013-06] = Missing @4:7",
        "visited_on_time[2012/13] = Missing @6:4",
        "visited_on_time[2013-04] = 81 @6:5",
        "visited_on_time[2013-05] = 90 @6:6",
        "visited_on_time[2013-06] = Missing @6:7",
    ];
    let mut sorted = values.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
    assert_eq!(found, ["how-it-was-read 1:1 \"\""]);
    let said = said(SCORECARD);
    for clause in [
        "line 1 above the headings passed over",
        "`Ref`, `Good is`, `RAG`, `Comments` passed over",
        "`YTD` held against the months and not counted",
        "1 total could not be held against anything",
        "the target `95%` for `visited_on_time` passed over, since neither direction is known to be good news",
    ] {
        assert!(said.contains(clause), "{clause}: {said}");
    }
}

#[test]
fn numbers_under_a_heading_that_calls_them_provisional_are_so() {
    let text = "measure,2011/12,2012/13 (revised),2013/14 (provisional)\ncontacts,9,8,7\n";
    let outcome = Project::new().file("a.csv", text.to_owned()).observe();
    let states: Vec<&str> = outcome
        .observations
        .iter()
        .map(|(_, observation)| observation.value.as_ref().unwrap().flags().state.word())
        .collect();
    assert_eq!(states, ["final", "revised", "provisional"]);
    assert_eq!(outcome.found(), ["how-it-was-read 1:1 \"\""]);
}

#[test]
fn a_target_of_a_quarter_or_another_year_is_not_the_year_s() {
    for (heading, taken) in [
        ("Target", true),
        ("Annual target (%)", true),
        ("Target 2013/14", true),
        ("Target 2014/15", false),
        ("Q1 target", false),
        ("National target", false),
    ] {
        let text = format!("measure,Apr-13,May-13,Jun-13,{heading}\nvisited on time,81%,90%,80%,95\n");
        let mut project = Project::new().file("a.csv", text);
        for measure in &mut project.narrative.measures {
            measure.polarity = Polarity::HigherIsBetter;
        }
        assert_eq!(project.observe().observations.targets.len() == 1, taken, "{heading}");
    }
}

#[test]
fn a_target_is_its_measure_s_where_the_narrative_gives_none() {
    let header = "measure,Apr-13,May-13,Jun-13,Target\n";
    let read = |polarity: Polarity, narrative: Option<i64>, rows: &str| {
        let mut project = Project::new().file("a.csv", format!("{header}{rows}"));
        for measure in &mut project.narrative.measures {
            if measure.kind == Kind::Percentage {
                measure.polarity = polarity;
                measure.target = narrative.map(Ratio::whole);
            }
        }
        let outcome = project.observe();
        let targets: Vec<String> =
            outcome.observations.targets.iter().map(|(id, (target, _))| format!("{id} {target}")).collect();
        (targets.join(", "), outcome.found())
    };
    let (more, less) = (Polarity::HigherIsBetter, Polarity::LowerIsBetter);
    let note = "how-it-was-read 1:1 \"\"";
    let row = |target: &str| format!("visited on time,81%,90%,80%,{target}\n");
    for (polarity, narrative, target, taken, found) in [
        (more, None, "95%", "visited_on_time 95", Some(note)),
        (more, None, ">=95%", "visited_on_time 95", Some(note)),
        (less, None, "≤20", "visited_on_time 20", Some(note)),
        (more, None, "<=20", "", Some(note)),
        (more, None, "~95", "", Some(note)),
        (Polarity::Neither, None, "95", "", Some(note)),
        (more, Some(95), "95", "", None),
        (more, Some(90), "95", "", Some("target-differs 2:29 \"95\"")),
        (more, None, "", "", None),
    ] {
        let expected = (taken.to_owned(), found.into_iter().map(str::to_owned).collect::<Vec<String>>());
        assert_eq!(read(polarity, narrative, &row(target)), expected, "{target}");
    }
    let twice = "visited on time,81%,90%,80%,95\nvisited on time,81%,90%,80%,96\n";
    let (taken, found) = read(more, None, twice);
    assert_eq!(taken, "visited_on_time 95");
    assert!(found.contains(&"target-differs 3:29 \"96\"".to_owned()), "{found:?}");
}

#[test]
fn totals_that_differ_are_found_at_their_cell() {
    for (text, expected) in [
        ("measure,Apr-13,May-13,Jun-13,YTD\ncontacts,1,2,3,7\n", "total-differs 2:16 \"7\""),
        ("measure,Apr-13,May-13,Jun-13,Q1,Year to date\ncontacts,1,2,3,5,6\n", "total-differs 2:16 \"5\""),
        ("measure,Apr-13,May-13,Jun-13,2013-14 Q1\ncontacts,1,2,3,5\n", "total-differs 2:16 \"5\""),
        ("measure,Apr-13,May-13,Jun-13,2013/14\ncontacts,1,2,3,5\n", "total-differs 2:16 \"5\""),
        ("measure,Apr-13,May-13,Jun-13,YTD\nchildren_on_plan,1,2,3,6\n", "total-differs 2:24 \"6\""),
        (
            "measure,Apr-13,May-13,Jun-13\ncontacts,1,2,3\nreferrals,1,2,3\nTotal,2,4,7\n",
            "total-differs 4:11 \"7\"",
        ),
        (
            "measure,source,Apr-13,May-13,Jun-13\ncontacts,Police,1,2,3\ncontacts,Health,1,2,3\nTotal,,2,4,7\n",
            "total-differs 4:12 \"7\"",
        ),
    ] {
        let (_, found) = read(text);
        assert!(found.iter().any(|found| found == expected), "{text}{found:?}");
    }
}

#[test]
fn categories_stand_before_the_months() {
    let text = "Indicator,Source,Apr-13,May-13,Jun-13\ncontacts,Police,1,2,3\ncontacts,,4,5,6\n";
    let (values, found) = read(text);
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(values.first().map(String::as_str), Some("contacts[2013-04] = 4 @3:3"));
    assert!(values.contains(&"contacts[2013-06,source=Police] = 3 @2:5".to_owned()), "{values:?}");
}

#[test]
fn months_without_a_year_take_it_from_the_title_or_the_narrative() {
    let table = "measure,April,May,Mar\ncontacts,1,2,3\n";
    let expected = ["contacts[2013-04] = 1", "contacts[2013-05] = 2", "contacts[2014-03] = 3"];
    let short = |values: Vec<String>| -> Vec<String> {
        values.iter().map(|value| value.split(" @").next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(read(table).1, ["month-without-year 1:9 \"April\""]);
    assert_eq!(short(read(&format!("Scorecard for 2013/14\n{table}")).0), expected);
    let declared = Project::new().file("a.csv", table).declaring(|file| file.year = Year::beginning(2013));
    assert_eq!(short(declared.observe().values()), expected);
    assert_eq!(declared.observe().found(), Vec::<String>::new());
}

#[test]
fn what_is_no_scorecard_says_what_is_wrong() {
    for (text, expected) in [
        ("measure,Apr-13,May-13,May-13,Jun-13\ncontacts,1,2,3,4\n", "repeated-heading 1:23 \"May-13\""),
        ("measure,Apr-13,My-13,May-13,Jun-13\ncontacts,1,2,3,4\n", "unknown-layout 1:16 \"My-13\""),
        ("name,Apr-13,May-13,Jun-13\nContcats,1,2,3\n", "unknown-layout 1:1 \"name\""),
        ("measure,Apr-13,May-13,Jun-13\nContcats,1,2,3\n", "unknown-measure 2:1 \"Contcats\""),
        ("measure,Apr-13,May-13,Jun-13\n,1,2,3\n", "unknown-measure 2:1 \"\""),
        ("measure,Apr-13,May-13,Jun-13\ncontacts,1,2O,3\n", "not-a-number 2:12 \"2O\""),
    ] {
        assert_eq!(read(text).1, [expected], "{text}");
    }
}

#[test]
fn open_data_with_months_for_columns_is_no_scorecard() {
    let text = "\
time_period,time_identifier,geographic_level,country_code,country_name,Referrals,April,May,June
2013,Reporting year,National,E92000001,England,10,3,3,4
";
    let (_, found) = read(text);
    assert!(!found.iter().any(|found| found.starts_with("month-without-year")), "{found:?}");
}

#[test]
fn the_measures_may_stand_in_any_column_before_the_months() {
    let (values, found) = read(",Apr-13,May-13,Jun-13\nContacts (MASH),1,2,3\n");
    assert_eq!((values.len(), found), (3, Vec::new()));
}

#[test]
fn a_scorecard_in_a_workbook_names_its_cells() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let month = Format::new().set_num_format("mmm-yy");
    let percent = Format::new().set_num_format("0%");
    let heading = Format::new();
    sheet.merge_range(0, 0, 0, 5, "Scorecard", &heading).unwrap();
    sheet.write(2, 1, "Indicator").unwrap();
    for (column, number) in (2..).zip(4..7) {
        sheet
            .write_with_format(2, column, ExcelDateTime::from_ymd(2013, number, 1).unwrap(), &month)
            .unwrap();
    }
    sheet.write(2, 5, "YTD").unwrap();
    sheet.write(3, 1, "Contacts (MASH)").unwrap();
    sheet.write(4, 1, "visited on time").unwrap();
    for column in 2..5 {
        sheet.write(3, column, 100).unwrap();
        sheet.write_with_format(4, column, 0.45, &percent).unwrap();
    }
    sheet.write(3, 5, Formula::new("=SUM(C4:E4)").set_result("301")).unwrap();
    let outcome = Project::new().file("a.xlsx", workbook.save_to_buffer().unwrap()).observe();
    let mut values = outcome.values();
    values.sort();
    let expected =
        ["contacts[2013-04] = 100 @4:3", "contacts[2013-05] = 100 @4:4", "contacts[2013-06] = 100 @4:5"];
    assert_eq!(values[..3], expected);
    assert_eq!(values[3], "visited_on_time[2013-04] = 45 @5:3");
    assert_eq!(outcome.found(), ["how-it-was-read 1:1 \"\"", "total-differs 4:6 \"301\""]);
}

/// The values without their cells, and the findings.
fn short(text: &str) -> (Vec<String>, Vec<String>) {
    let (values, found) = read(text);
    (values.iter().map(|value| value.split(" @").next().unwrap().to_owned()).collect(), found)
}

#[test]
fn years_and_quarters_stand_across_as_months_do() {
    let note = "how-it-was-read 1:1 \"\"".to_owned();
    let years = "Indicator,2011/12,2012/13,2013/14\ncontacts,5,6,7\nchildren_on_plan,1,2,3\n";
    let expected = [
        "contacts[2011/12] = 5",
        "contacts[2012/13] = 6",
        "contacts[2013/14] = 7",
        "children_on_plan[2012-03-31] = 1",
        "children_on_plan[2013-03-31] = 2",
        "children_on_plan[2014-03-31] = 3",
    ];
    let (mut values, found) = short(years);
    values.sort();
    let mut sorted = expected.map(str::to_owned);
    sorted.sort();
    assert_eq!((values.as_slice(), found), (sorted.as_slice(), Vec::new()));
    let quarters = "Indicator,Q1 2013/14,Q2 2013/14,Q3 2013/14,Q4 2013/14,Total\ncontacts,1,2,3,4,10\n";
    let (values, found) = short(quarters);
    assert_eq!(values.len(), 4, "{values:?}");
    assert_eq!(values[0], "contacts[2013-04 to 2013-06] = 1");
    assert_eq!(found, [note.as_str()]);
    let wrong = quarters.replace(",10\n", ",11\n");
    assert_eq!(short(&wrong).1[1..], ["total-differs 2:18 \"11\""]);
    let before =
        "Indicator,2012/13 outturn,2012/13 YTD,Apr-13,May-13,Jun-13,2013/14 YTD\ncontacts,20,9,1,2,3,6\n";
    let (values, found) = short(before);
    assert!(values.len() == 4 && values.contains(&"contacts[2012/13] = 20".to_owned()), "{values:?}");
    assert_eq!(found, [note.as_str()]);
    let beside = "Indicator,Apr-13,May-13,Jun-13,Q1\ncontacts,1,2,3,6\n";
    assert_eq!(
        short(beside),
        (
            vec![
                "contacts[2013-04] = 1".into(),
                "contacts[2013-05] = 2".into(),
                "contacts[2013-06] = 3".into()
            ],
            vec![note]
        )
    );
}

#[test]
fn a_heading_that_may_be_a_month_or_a_year_is_what_those_beside_it_are() {
    let read = |headings: &str| short(&format!("Indicator,{headings}\ncontacts,1,2,3\n"));
    assert_eq!(read("2010-11,2011-12,2012-13").0[1], "contacts[2011/12] = 2");
    assert_eq!(read("2011-10,2011-11,2011-12").0[2], "contacts[2011-12] = 3");
    assert_eq!(
        read("2009-10,2010-11,2011-12"),
        (vec![], vec!["ambiguous-period 1:11 \"2009-10\"".to_owned()])
    );
}
