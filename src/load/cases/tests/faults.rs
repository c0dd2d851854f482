//! What is wrong with a list: at the cell, and never more of the row.

use super::{WHOLE_YEAR, assessed, codes, found, shown};

const COUNT: &str = "[[data.count]]\nmeasure = \"referrals\"\ndate = \"day\"\nby = { source = \"source\" }\n";

fn faults(list: &str) -> Vec<String> {
    found(&assessed(&format!("{WHOLE_YEAR}{COUNT}"), list))
}

#[test]
fn faulty_cells_are_shown_alone() {
    let list = "\
name,day,source
Ann,02/04/2024,Police
Bea,31/02/2024,Police
Cem,45387,Police
Dot,01/01/1900,Police
Eve,04/04/2124,Police
Fay,,Police
Gil,02/04/2024
Hal,02/04/2024,Total
Ida,02/04/2024,\"a \"\"b\"\"\"
";
    let expected = [
        "list.csv:3:5 unreadable-date 31/02/2024",
        "list.csv:4:5 unreadable-date 45387",
        "list.csv:5:5 impossible-date 01/01/1900",
        "list.csv:6:5 impossible-date 04/04/2124",
        "list.csv:7:5 row-without-date",
        "list.csv:8:1 ragged-row",
        "list.csv:9:16 total-as-category Total",
        "list.csv:10:16 unusable-category a \"b\"",
    ];
    let mut found = faults(list);
    found.sort_by_key(|line| line.split(':').nth(1).and_then(|line| line.parse::<u32>().ok()));
    assert_eq!(found, expected);
    let assessment = assessed(&format!("{WHOLE_YEAR}{COUNT}"), list);
    let kept = &assessment.sources.iter().find(|source| source.path == "list.csv").unwrap().text;
    for name in ["Ann", "Bea", "Cem", "Dot", "Eve", "Fay", "Gil", "Hal", "Ida"] {
        assert!(!kept.contains(name), "{name}");
    }
}

#[test]
fn rows_of_totals_are_passed_over_where_they_are_nothing_else() {
    let declared = format!("child = \"id\"\n{WHOLE_YEAR}{COUNT}");
    let rows = "id,day,source\nC1,02/04/2024,Police\nC2,03/04/2024,Health\n";
    for total in [
        "Total,2,",
        "Total,,",
        "Total,\"1,204\",2",
        ",Grand total,2",
        "Total referrals,,2",
        "Total,2",
        "Total: 2",
    ] {
        let assessment = assessed(&declared, format!("{rows}{total}\n"));
        assert_eq!(found(&assessment), ["list.csv:1:1 how-it-was-read"], "{total}");
        assert_eq!(shown(&assessment, &["referrals"]), ["2"], "{total}");
    }
    // Beneath a part of the rows too.
    let twice = assessed(&declared, format!("{rows}Total,2,\nC3,04/04/2024,Police\nTotal,3,\n"));
    assert_eq!(shown(&twice, &["referrals"]), ["3"]);
    // Behind a child, with a day or another word it may be a row of the list.
    for row in ["C4,2,Total", "17,,Total", "C4,04/04/2024,Total", "Total,2,Police"] {
        let codes = codes(&assessed(&declared, format!("{rows}{row}\n")));
        assert!(codes.iter().any(|code| *code != "how-it-was-read"), "{row}: {codes:?}");
    }
}

#[test]
fn a_row_without_a_child_is_one_row_however_much_is_counted_in_it() {
    let once =
        |measure: &str| format!("[[data.count]]\nmeasure = \"{measure}\"\ndate = \"day\"\ndistinct = true\n");
    let counts =
        format!("child = \"id\"\n{WHOLE_YEAR}{}{}", once("children_referred"), once("contact_children"));
    let list = "id,day\nC1,02/04/2024\n,03/04/2024\nN/A,04/04/2024\nC2,05/04/2024\n";
    let assessment = assessed(&counts, list);
    let messages: Vec<String> =
        assessment.findings.sorted().iter().map(|finding| finding.message.clone()).collect();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages[0].starts_with("2 rows of `list.csv` say nothing of which child"), "{messages:?}");
    assert_eq!(shown(&assessment, &["children_referred", "contact_children"]), ["2", "2"]);
}

#[test]
fn what_says_that_there_is_no_number_is_no_child() {
    let once = "[[data.count]]\nmeasure = \"children_referred\"\ndate = \"day\"\ndistinct = true\n";
    let children = |ids: &[&str]| {
        let rows: Vec<String> =
            ids.iter().zip(1..).map(|(id, day)| format!("{id},{day:02}/04/2024\n")).collect();
        let list = format!("id,day\n{}", rows.concat());
        let assessment = assessed(&format!("child = \"id\"\n{WHOLE_YEAR}{once}"), list);
        (shown(&assessment, &["children_referred"]).concat(), codes(&assessment))
    };
    for absent in ["N/A", "n/a", "-", "–", "Unknown", "not known", "NULL", "#N/A", "?", "none", " nk "] {
        assert_eq!(children(&["C1", absent, "C2"]), ("2".to_owned(), vec!["row-without-child"]), "{absent}");
    }
    // A number is one, and so are initials.
    assert_eq!(children(&["0", "NB", "Nan2"]), ("3".to_owned(), vec![]));
    // Blanks around an identifier are none of it; capitals are, and are told.
    assert_eq!(children(&["B1", " B1 ", "\u{a0}B1\u{a0}", "B2"]), ("2".to_owned(), vec![]));
    assert_eq!(
        children(&["B1", "b1", "b2", "B3", "c3"]),
        ("5".to_owned(), vec!["child-in-capitals-and-not"])
    );
}

#[test]
fn headings_among_the_rows_are_passed_over_and_an_old_encoding_is_told() {
    let list = "name,day,source\nAnn,02/04/2024,Police\nname, Day ,source\nBea,03/04/2024,Police\n";
    let assessment = assessed(&format!("{WHOLE_YEAR}{COUNT}"), list);
    assert_eq!(found(&assessment), ["list.csv:1:1 how-it-was-read"]);
    let said = &assessment.findings.sorted()[0].message;
    assert!(said.contains("1 row passed over, where the headings stand again"), "{said}");
    assert_eq!(shown(&assessment, &["referrals"]), ["2"]);
    let old = b"name,day,source\nAnn,02/04/2024,\xC9cole\n".to_vec();
    let assessment = assessed(&format!("{WHOLE_YEAR}{COUNT}"), old);
    assert_eq!(codes(&assessment), ["read-as-windows-1252"]);
    assert_eq!(shown(&assessment, &["referrals[source=École]"]), ["1"]);
}

#[test]
fn a_note_beneath_the_rows_is_passed_over_and_a_row_cut_off_is_not() {
    let list = "name,day,source\nAnn,02/04/2024,Police\n\nReport run on 2 May 2024\n";
    let assessment = assessed(&format!("{WHOLE_YEAR}{COUNT}"), list);
    assert_eq!(found(&assessment), ["list.csv:1:1 how-it-was-read"]);
    assert!(assessment.findings.sorted()[0].message.contains("line 4 beneath the list"));
    assert_eq!(faults("name,day,source\nAnn,02/04/2024,Police\nBea\n"), ["list.csv:3:1 ragged-row"]);
    let within = "name,day,source\nSome words alone\nAnn,02/04/2024,Police\n";
    assert_eq!(faults(within), ["list.csv:2:1 ragged-row"]);
}

#[test]
fn what_has_begun_and_not_ended_lacks_no_date() {
    let count = "[[data.count]]\nmeasure = \"assessments\"\ndate = \"end\"\n\
                 [[data.count]]\nmeasure = \"assessments_in_time\"\ndate = \"end\"\n\
                 within = { from = \"start\", working_days = 45 }\n";
    let list = "name,start,end\nAnn,02/04/2024,30/04/2024\nBea,10/03/2025,\nCem,,\n";
    let assessment = assessed(&format!("{WHOLE_YEAR}{count}"), list);
    assert_eq!(found(&assessment), ["list.csv:4:6 row-without-date"]);
    assert_eq!(shown(&assessment, &["assessments", "assessments_in_time"]), ["1", "1"]);
}

#[test]
fn dates_written_month_first_are_refused() {
    let list = "name,day,source\nAnn,03/04/2024,Police\nBea,04/25/2024,Police\nCem,05/26/2024,Police\n";
    assert_eq!(faults(list), ["list.csv:3:5 month-first-date 04/25/2024"]);
}

#[test]
fn a_placeholder_can_be_read_as_empty() {
    let values = "values = { day = { \"01/01/1900\" = \"\" } }\n";
    let list = "name,day,source\nAnn,03/04/2024,Police\nBea,01/01/1900,Police\n";
    let assessment = assessed(&format!("{WHOLE_YEAR}{values}{COUNT}"), list);
    assert_eq!(found(&assessment), ["list.csv:3:5 row-without-date 01/01/1900"]);
    assert_eq!(shown(&assessment, &["referrals"]), ["1"]);
}

#[test]
fn repeated_rows_are_told_with_their_number_and_counted() {
    let list = "name,day,source\nAnn,03/04/2024,Police\nAnn,03/04/2024,Police\nAnn,03/04/2024, Police\n";
    let assessment = assessed(&format!("{WHOLE_YEAR}{COUNT}"), list);
    assert_eq!(found(&assessment), ["list.csv:3:1 repeated-row"]);
    let message = &assessment.findings.sorted()[0].message;
    assert_eq!(message, "2 rows of `list.csv` are the same in every cell as an earlier one, here the first");
    assert_eq!(shown(&assessment, &["referrals"]), ["3"]);
}

#[test]
fn an_unclosed_quote_is_told() {
    let list = "name,day,source\nAnn,03/04/2024,Police\nBea,03/04/2024,\"Police\nCem,03/04/2024,Police\n";
    let found = faults(list);
    assert!(found.contains(&"list.csv:3:1 broken-quote".to_owned()), "{found:?}");
}

#[test]
fn a_list_of_six_months_is_no_list_of_twelve() {
    let rows: String = (1..=30)
        .flat_map(|day| (10..=12).map(move |month| format!("A,{day:02}/{month}/2024,Police\n")))
        .chain(
            (1..=28).flat_map(|day| (1..=3).map(move |month| format!("A,{day:02}/0{month}/2025,Police\n"))),
        )
        .chain((29..=31).map(|day| format!("A,{day}/03/2025,Police\n")))
        .collect();
    let list = format!("name,day,source\n{rows}");
    let assessment = assessed(COUNT, list.as_str());
    let found = codes(&assessment);
    assert_eq!(found.iter().filter(|code| **code == "list-covers-less").count(), 1, "{found:?}");
    let ids = ["referrals", "referrals[2024-10]", "referrals[2024-09]"];
    assert_eq!(shown(&assessment, &ids), ["[x]", "30", "-"]);
    let covered = shown(&assessed(&format!("{WHOLE_YEAR}{COUNT}"), list), &ids);
    assert_eq!(covered, ["177", "30", "0"]);
}

#[test]
fn columns_and_counts_that_do_not_fit_are_told_where_they_are_written() {
    for (declaration, expected) in [
        (
            "[[data.count]]\nmeasure = \"referrals\"\ndate = \"dya\"\n",
            "narrative.toml:9:9 unknown-column dya",
        ),
        (
            "[[data.count]]\nmeasure = \"children_on_plan\"\ndate = \"day\"\n",
            "narrative.toml:8:12 count-does-not-fit children_on_plan",
        ),
        (
            "[[data.count]]\nmeasure = \"children_referred\"\ndate = \"day\"\ndistinct = true\n",
            "narrative.toml:8:12 count-does-not-fit children_referred",
        ),
        (
            "[[data.count]]\nmeasure = \"referrals\"\ndate = \"day\"\nby = { previous = \"source\" }\n",
            "narrative.toml:10:20 unusable-dimension source",
        ),
        ("[[data.count]]\nmeasure = \"referrals\"\n", "narrative.toml:8:12 missing-key referrals"),
        ("shape = \"cases\"\n", "list.csv:1:1 nothing-counted"),
    ] {
        let list = "name,day,source\nA,03/04/2024,Police\nA,04/05/2024,Police\nA,05/03/2025,Police\n";
        let found = found(&assessed(declaration, list));
        let found: Vec<String> = found.into_iter().map(|line| line.replace('"', "")).collect();
        assert!(found.iter().any(|line| line == expected), "{expected}: {found:?}");
    }
}

#[test]
fn ends_before_starts_and_unknown_holidays_are_told() {
    let count = format!(
        "{WHOLE_YEAR}[[data.count]]\nmeasure = \"conferences_in_time\"\ndate = \"icpc\"\n\
         within = {{ from = \"strategy\", working_days = 15 }}\n"
    );
    let list =
        "id,strategy,icpc\n1,02/05/2024,01/05/2024\n2,02/05/1999,03/05/2024\n3,02/05/2024,03/05/2024\n";
    let assessment = assessed(&count, list);
    let expected =
        ["list.csv:3:14 beyond-bank-holidays 03/05/2024", "list.csv:2:14 ends-before-it-starts 01/05/2024"];
    let mut found = found(&assessment);
    found.sort();
    found.reverse();
    assert_eq!(found, expected);
    assert_eq!(shown(&assessment, &["conferences_in_time"]), ["1"]);
}

#[test]
fn a_list_that_does_not_go_back_can_not_tell_what_came_again() {
    let count = "child = \"id\"\ncovers = { from = \"2024-04\", to = \"2025-03\" }\n\
         [[data.count]]\nmeasure = \"re_referrals\"\ndate = \"day\"\nagain = \"12 months\"\n";
    let assessment = assessed(count, "id,day\n1,02/05/2024\n1,03/06/2024\n");
    assert_eq!(codes(&assessment), ["earlier-rows-missing"]);
}

#[test]
fn a_cell_that_does_not_answer_touches_what_asks_it() {
    let list = "day,again\n02/04/2024,1\n03/04/2024,2+\n04/04/2024,\n";
    let counts = "[[data.count]]\nmeasure = \"referrals\"\ndate = \"day\"\n\
                  [[data.count]]\nmeasure = \"re_referrals\"\ndate = \"day\"\nat_least = { again = 1 }\n";
    let assessment = assessed(&format!("{WHOLE_YEAR}{counts}"), list);
    let told = assessment.findings.sorted();
    let touched: Vec<(&str, Vec<String>)> = told
        .iter()
        .map(|told| (told.code.name, told.figures.iter().map(ToString::to_string).collect()))
        .collect();
    let re_referrals = || vec!["re_referrals".to_owned()];
    assert_eq!(touched, [("rows-say-nothing", re_referrals()), ("cell-does-not-answer", re_referrals())]);
}
