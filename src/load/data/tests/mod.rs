//! Whole files → observations and findings, in tables.

mod as_they_come;
mod dialects;
mod faults;
mod numbers;
mod open_data;
mod project;
mod round_trip;
mod scorecards;

use crate::model::{Area, DataShape, DataState, PeriodForm, Release};

use project::{Project, declared};

fn values(text: &str) -> Vec<String> {
    let outcome = Project::new().file("a.csv", text).observe();
    assert_eq!(outcome.found(), Vec::<String>::new(), "{text}");
    outcome.values()
}

#[test]
fn a_long_file_gives_a_value_a_row() {
    let text = "\
Indicator,Month,Count,Source of contact,Age
Contacts (MASH),Apr-13,501,,
contacts,Apr-13,120,Police,
contacts,Apr-13,7,\"Health, other\",0 to 4
children on plan,2013/14,304,,
population,2013,\"67,412\",,
visited_on_time,2013-04,,,
";
    let expected = [
        "children_on_plan[2014-03-31] = 304 @5:3",
        "contacts[2013-04] = 501 @2:3",
        "contacts[2013-04,age=0 to 4,source_of_contact=Health, other] = 7 @4:3",
        "contacts[2013-04,source_of_contact=Police] = 120 @3:3",
        "population[mid-2013] = 67412 @6:3",
        "visited_on_time[2013-04] = Missing @7:3",
    ];
    assert_eq!(values(text), expected);
}

#[test]
fn a_wide_file_gives_a_value_a_cell() {
    let text = "\
Month,Contacts (MASH),referrals,Source,Remarks,
2013-04,501,290,,,
2013-04,120,c,Police,,
,,,,,
2013-05,512,x,,,
";
    let expected = [
        "contacts[2013-04] = 501 @2:2",
        "contacts[2013-05] = 512 @5:2",
        "contacts[2013-04,source=Police] = 120 @3:2",
        "referrals[2013-04] = 290 @2:3",
        "referrals[2013-05] = NotAvailable @5:3",
        "referrals[2013-04,source=Police] = Confidential @3:3",
    ];
    assert_eq!(values(text), expected);
}

#[test]
fn marks_line_ends_and_quotes_change_nothing() {
    let expected = ["contacts[2013-04] = 1501 @3:3", "contacts[2013-05] = 7 @5:3"];
    for bytes in [
        b"\xEF\xBB\xBF\r\nmeasure,period,value,source\r\n\"contacts\",2013-04,\"1,501\",\r\n,,,\r\ncontacts,2013-05,7,\r\n".to_vec(),
        b"\nmeasure,period,value,source\ncontacts , 2013-04 ,\" 1,501\",\n\ncontacts,2013-05,7,".to_vec(),
        "\u{feff}\nmeasure,period,value,source\ncontacts,2013-04,1501,\n\ncontacts,2013-05,7,"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect(),
    ] {
        let outcome = Project::new().file("a.csv", bytes).observe();
        assert_eq!(outcome.found(), Vec::<String>::new());
        assert_eq!(outcome.values(), expected);
    }
}

#[test]
fn a_line_end_in_a_quoted_heading_moves_the_lines_after_it() {
    let text = "measure,period,value,\"note\nof\nit\"\ncontacts,2013-04,501,\n";
    assert_eq!(values(text), ["contacts[2013-04] = 501 @4:3"]);
}

#[test]
fn areas_and_releases_are_kept_apart() {
    let text = "\
measure,period,value,area,release
contacts,2013-04,501,,
contacts,2013-04,480,,first release
contacts,2013-04,90000,England,
";
    let outcome = Project::new().file("a.csv", text).observe();
    assert_eq!(outcome.found(), Vec::<String>::new());
    let keys: Vec<(&Area, &Release)> =
        outcome.observations.keys().map(|key| (&key.area, &key.release)).collect();
    let earlier = Release::Earlier("first release".into());
    let england = Area::Other("E92000001".into());
    assert_eq!(
        keys,
        [(&Area::Own, &Release::Current), (&Area::Own, &earlier), (&england, &Release::Current)]
    );
}

#[test]
fn the_column_or_the_narrative_settles_whether_a_period_is_a_month() {
    for (periods, declared, expected) in [
        (["2011-12", "2011-04"], None, "2011-12"),
        (["2011-12", "Jan-12"], None, "2011-12"),
        (["2011-12", "2013-14"], None, "2011/12"),
        (["2011-12", "2012/13"], None, "2011/12"),
        (["2011-12", "2013-14"], Some(PeriodForm::Month), "2011-12"),
        (["2011-12", "2010-11"], Some(PeriodForm::Year), "2011/12"),
        (["2011-12", "2013-14 Q1"], Some(PeriodForm::Year), "2011/12"),
    ] {
        let [first, second] = periods;
        let text = format!("measure,period,value\ncontacts,{first},1\ncontacts,{second},2\n");
        let outcome = Project::new().file("a.csv", text).declaring(|file| file.period = declared).observe();
        assert_eq!(outcome.found(), Vec::<String>::new(), "{periods:?}");
        let expected = format!("contacts[{expected}] = 1 @2:3");
        assert!(outcome.values().contains(&expected), "{periods:?}: {:?}", outcome.values());
    }
}

#[test]
fn the_periods_of_the_same_measure_settle_it_before_those_of_others() {
    let text = "\
measure,period,value
contacts,2011-12,1
Contacts (MASH),2012/13,2
referrals,2011-12,3
referrals,2012-02,4
";
    let expected = [
        "contacts[2011/12] = 1 @2:3",
        "contacts[2012/13] = 2 @3:3",
        "referrals[2011-12] = 3 @4:3",
        "referrals[2012-02] = 4 @5:3",
    ];
    let mut read = values(text);
    read.sort();
    assert_eq!(read, expected);
    // Where all others are years, a measure that has no clear period of its own is by the year too.
    let years = "measure,period,value\ncontacts,2011-12,1\nreferrals,2012/13,2\n";
    assert_eq!(values(years), ["contacts[2011/12] = 1 @2:3", "referrals[2012/13] = 2 @3:3"]);
}

#[test]
fn an_empty_cell_gives_way_to_a_value_in_any_order() {
    for text in [
        "month,contacts,referrals\n2013-04,501,\n2013-04,,290\n",
        "month,contacts,referrals\n2013-04,,290\n2013-04,501,\n",
    ] {
        let read: Vec<String> = values(text)
            .iter()
            .map(|value| value.split(" @").next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(read, ["contacts[2013-04] = 501", "referrals[2013-04] = 290"]);
    }
}

#[test]
fn an_awaited_file_is_read_if_it_is_there_and_passed_over_if_not() {
    let mut project = Project::new().file("a.csv", "month,contacts\n2013-04,501\n");
    project.narrative.data[0].state = DataState::Awaited;
    project.narrative.data.push(declared("b.csv"));
    project.narrative.data[1].state = DataState::Awaited;
    let outcome = project.observe();
    assert_eq!(outcome.values(), ["contacts[2013-04] = 501 @2:2"]);
    assert_eq!(outcome.findings.sorted().len(), 1);
    assert_eq!(outcome.findings.sorted()[0].code.name, "awaited-file-has-come");
}

#[test]
fn a_file_that_is_not_there_is_found_and_others_are_read() {
    let mut project = Project::new().file("a.csv", "month,contacts\n2013-04,501\n");
    project.narrative.data.insert(0, declared("b.csv"));
    let outcome = project.observe();
    assert_eq!(outcome.values().len(), 1);
    let codes: Vec<&str> = outcome.findings.sorted().iter().map(|finding| finding.code.name).collect();
    assert_eq!(codes, ["file-not-found"]);
}

#[test]
fn a_declared_shape_stands_before_what_the_headings_tell() {
    let text = "period,contacts,measure,value\n2013-04,501,a,b\n";
    let outcome =
        Project::new().file("a.csv", text).declaring(|file| file.shape = Some(DataShape::Wide)).observe();
    assert_eq!(outcome.found(), Vec::<String>::new());
    assert_eq!(outcome.values(), ["contacts[2013-04,measure=a,value=b] = 501 @2:2"]);
}
