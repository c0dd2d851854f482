//! What is counted, by month, category, child and time.

use super::{WHOLE_YEAR, assessed, codes, found, shown};

const EVENTS: &str = "\
id,day,source,nfa
1,02/04/2024,Police,No
2,30/04/2024,police,Yes
1,15/04/2024,a) Police,b) No
3,01/05/2024,,No
2,31/03/2025,School,No
3,31/03/2024,School,No
";

#[test]
fn events_are_counted_by_month_and_category() {
    let declaration = format!(
        "child = \"id\"\n{WHOLE_YEAR}\
         values = {{ source = {{ school = \"Schools\", police = \"Police\" }} }}\n\
         [[data.count]]\nmeasure = \"referrals\"\ndate = \"Day\"\nby = {{ source = \"Source\" }}\n\
         [[data.count]]\nmeasure = \"referrals_no_action\"\ndate = \"Day\"\nwhere = {{ NFA = [\"Yes\"] }}\n\
         [[data.count]]\nmeasure = \"early_help_assessments\"\ndate = \"day\"\nnot = {{ source = [\"Police\", \"\"] }}\n\
         [[data.count]]\nmeasure = \"children_referred\"\ndate = \"day\"\ndistinct = true\n"
    );
    let assessment = assessed(&declaration, EVENTS);
    assert_eq!(found(&assessment), ["list.csv:1:1 rows-outside-period"]);
    let expected = [
        ("referrals", "5"),
        ("referrals[2024-04]", "3"),
        ("referrals[2024-05]", "1"),
        // A month that the list covers and no row is in.
        ("referrals[2024-06]", "0"),
        ("referrals[source=Police]", "3"),
        ("referrals[source=Schools]", "1"),
        ("referrals[source=Not recorded]", "1"),
        ("referrals[2025-03,source=Police]", "0"),
        ("referrals_no_action", "1"),
        ("early_help_assessments", "1"),
        ("children_referred", "3"),
    ];
    let (ids, numbers): (Vec<&str>, Vec<&str>) = expected.into_iter().unzip();
    assert_eq!(shown(&assessment, &ids), numbers);
}

#[test]
fn earlier_years_are_counted_where_the_list_covers_them() {
    let declaration = "child = \"id\"\ncovers = { from = \"2023-04\", to = \"2025-03\" }\n\
         [[data.count]]\nmeasure = \"referrals\"\ndate = \"day\"\n\
         [[data.count]]\nmeasure = \"children_referred\"\ndate = \"day\"\ndistinct = true\n";
    let assessment = assessed(declaration, EVENTS);
    assert_eq!(found(&assessment), Vec::<String>::new());
    let ids = ["referrals", "referrals.previous", "children_referred", "children_referred.previous"];
    assert_eq!(shown(&assessment, &ids), ["5", "1", "3", "1"]);
}

#[test]
fn two_dimensions_are_told_alone_and_together_where_asked() {
    let count = "[[data.count]]\nmeasure = \"contacts\"\ndate = \"day\"\ntogether = true\n\
         by = { source = \"source\", age = { column = \"age\", bands = [1, 5] } }\n";
    let list = "day,source,age\n01/04/2024,Police,0.5\n02/04/2024,Police,4\n02/05/2024,Health,17.9\n";
    let assessment = assessed(&format!("{WHOLE_YEAR}{count}"), list);
    let ids = [
        "contacts[source=Police]",
        "contacts[age=Under 1]",
        "contacts[age=5 and over,source=Health]",
        "contacts[2024-04,age=1 to 4,source=Police]",
    ];
    assert_eq!(shown(&assessment, &ids), ["2", "1", "1", "1"]);
}

/// Day nought is the day of the discussion; 15 working days after Monday 3 June 2024 is Monday 24 June.
/// Over Easter 2025 (Good Friday 18 April) nothing is in the year. Christmas 2024: 15 working days after Thursday
/// 12 December, with the 25th, 26th and 1 January left out, is Tuesday 7 January.
#[test]
fn timeliness_leaves_out_weekends_and_bank_holidays() {
    let list = "\
id,strategy,icpc
1,03/06/2024,24/06/2024
2,03/06/2024,25/06/2024
3,12/12/2024,07/01/2025
4,12/12/2024,08/01/2025
5,03/02/2025,
6,,04/02/2025
7,03/06/2024,03/06/2024
";
    let declaration = format!(
        "{WHOLE_YEAR}[[data.count]]\nmeasure = \"initial_conferences\"\ndate = \"icpc\"\n\
         [[data.count]]\nmeasure = \"conferences_in_time\"\ndate = \"icpc\"\n\
         within = {{ from = \"strategy\", working_days = 15 }}\n"
    );
    let assessment = assessed(&declaration, list);
    let ids = ["conferences_in_time", "initial_conferences", "conferences_in_time_percent"];
    // Row 5 has no conference, and of row 6 nobody knows how long it took: it is held, and not in time.
    assert_eq!(shown(&assessment, &ids), ["3", "6", "50%"]);
}

/// A plan of two years or more has lasted more than 729 days: from 1 April 2022 to 31 March 2024 are 730.
#[test]
fn snapshots_are_counted_at_the_end_of_each_month() {
    let list = "\
id,start,end,prev
1,01/04/2022,,0
2,01/05/2024,30/06/2024,1
3,01/05/2024,01/07/2024,0
4,01/04/2023,31/03/2025,2
5,02/04/2023,,0
5,01/01/2025,,0
6,30/06/2024,,0
";
    let open = "open = { from = \"start\", until = \"end\" }";
    let declaration = format!(
        "child = \"id\"\n{WHOLE_YEAR}[[data.count]]\nmeasure = \"children_on_plan\"\n{open}\n\
         [[data.count]]\nmeasure = \"long_plans\"\n{open}\nlasting = {{ from = \"start\", days = 730 }}\n\
         [[data.count]]\nmeasure = \"plans_ended\"\ndate = \"end\"\n\
         [[data.count]]\nmeasure = \"long_plans_ended\"\ndate = \"end\"\nlasting = {{ from = \"start\", days = 730 }}\n\
         [[data.count]]\nmeasure = \"plans_started\"\ndate = \"start\"\n\
         [[data.count]]\nmeasure = \"repeat_plans\"\ndate = \"start\"\nat_least = {{ prev = 1 }}\n"
    );
    let assessment = assessed(&declaration, list);
    let expected = [
        // 1, 4, 5 and, of those begun in May, both.
        ("children_on_plan[2024-05-31]", "5"),
        // 2 ended that very day, and 6 began.
        ("children_on_plan[2024-06-30]", "5"),
        ("children_on_plan[2024-07-31]", "4"),
        // 4 ended on the day; child 5 has two plans and is one child.
        ("children_on_plan", "3"),
        ("long_plans[2024-04-30]", "1"),
        // 2 April 2023 to 31 March 2025 are 729 days.
        ("long_plans", "1"),
        ("plans_ended", "3"),
        // 1 April 2023 to 31 March 2025 are 730 days.
        ("long_plans_ended", "1"),
        ("plans_started", "4"),
        ("repeat_plans", "1"),
    ];
    let (ids, numbers): (Vec<&str>, Vec<&str>) = expected.into_iter().unzip();
    assert_eq!(shown(&assessment, &ids), numbers);
    assert_eq!(codes(&assessment), Vec::<&str>::new());
}

#[test]
fn what_came_again_is_told_from_earlier_rows() {
    let list = "\
id,day
1,10/04/2023
1,09/04/2024
2,01/04/2023
2,02/04/2024
3,05/06/2024
3,05/06/2024
3,06/06/2024
4,07/06/2024
";
    let count = |ago: &str| {
        format!(
            "child = \"id\"\ncovers = {{ from = \"2023-04\", to = \"2025-03\" }}\n\
             [[data.count]]\nmeasure = \"re_referrals\"\ndate = \"day\"\nagain = \"{ago}\"\n"
        )
    };
    // Child 1 after 365 days, child 2 after a year and a day, child 3 on the second day but not twice on the first.
    assert_eq!(shown(&assessed(&count("12 months"), list), &["re_referrals"]), ["2"]);
    assert_eq!(shown(&assessed(&count("ever"), list), &["re_referrals"]), ["3"]);
}

#[test]
fn where_earlier_rows_are_missing_what_came_again_is_known_only_to_lie_between() {
    let list = "id,day\n1,10/04/2024\n1,09/05/2024\n2,01/07/2024\n3,20/03/2025\n";
    let count = "[[data.count]]\nmeasure = \"re_referrals\"\ndate = \"day\"\nagain = \"12 months\"\n";
    let assessment = assessed(&format!("child = \"id\"\n{WHOLE_YEAR}{count}"), list);
    assert_eq!(codes(&assessment), ["earlier-rows-missing"]);
    // Child 1 came again; each of the other three rows may have an earlier one before April 2024.
    assert_eq!(shown(&assessment, &["re_referrals"]), ["between 1 and 4"]);
    let longer = "child = \"id\"\ncovers = { from = \"2023-04\", to = \"2025-03\" }\n";
    let assessment = assessed(&format!("{longer}{count}"), format!("{list}4,02/05/2023\n"));
    assert_eq!(codes(&assessment), Vec::<&str>::new());
    assert_eq!(shown(&assessment, &["re_referrals", "re_referrals.previous"]), ["1", "fewer than 2"]);
}

#[test]
fn a_list_without_dates_stands_on_its_day() {
    let list = "id,home\n1,Suitable\n2,a) Suitable\n3,b) Unsuitable\n";
    let declaration = "on = 2025-03-31\n[[data.count]]\nmeasure = \"care_leavers\"\n\
         [[data.count]]\nmeasure = \"care_leavers_housed\"\nwhere = { home = \"Suitable\" }\n";
    let assessment = assessed(declaration, list);
    assert_eq!(codes(&assessment), Vec::<&str>::new());
    let ids = ["care_leavers", "care_leavers_housed", "care_leavers_housed_percent"];
    assert_eq!(shown(&assessment, &ids), ["3", "2", "66.7%"]);
}

#[test]
fn a_figure_knows_its_file_column_filter_rows_and_hash_and_no_line() {
    let declaration = format!(
        "{WHOLE_YEAR}[[data.count]]\nmeasure = \"referrals\"\ndate = \"day\"\nwhere = {{ nfa = \"No\" }}\n\
         by = {{ source = \"source\" }}\n"
    );
    let assessment = assessed(&declaration, EVENTS);
    let json = crate::pipeline::figures_file(&assessment, crate::pipeline::FiguresForm::Json, &|figure| {
        figure.id.to_string() == "referrals[2024-04,source=Police]"
    });
    let json = json.expect("figures");
    let source = format!(
        "\"sources\": [{{\"file\": \"list.csv\", \"column\": \"day\", \
         \"filter\": \"nfa is No; source is Police\", \"rows\": 2, \"blake3\": \"{}\"}}]",
        crate::hash::fingerprint(EVENTS.as_bytes())
    );
    assert!(json.contains(&source), "{json}");
    assert!(!json.contains("\"line\""), "{json}");
}
