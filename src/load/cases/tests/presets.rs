//! The standard lists, as people export them.

use super::{WHOLE_YEAR, assessed, codes, found, shown};

const REFERRALS: &str = "\
Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Referral ,referral source,Referral NFA?,Number of Referrals in the last 12 months,Allocated Team,Allocated Worker
1,a) Male,a) WBRI,01/02/2015,9,16/09/2024,q) 6: Police,b) No,0,Team A,W
2,b) Female,a) WBRI,01/02/2016,8,17/09/2024,2A: Schools,a) Yes,1,Team A,W
1,a) Male,a) WBRI,01/02/2015,9,18/11/2024,Police,No,2,Team B,W
3,a) Male,k) APKN,01/02/2011,13,02/02/2025,,No,,Team B,W
";

#[test]
fn a_referral_list_is_known_by_its_headings() {
    let assessment = assessed(WHOLE_YEAR, REFERRALS);
    // The last row does not say how many referrals came before.
    assert_eq!(found(&assessment), ["list.csv:1:1 rows-say-nothing", "list.csv:1:1 told-as-case-list"]);
    let expected = [
        ("referrals", "4"),
        ("referrals[source=Police]", "2"),
        ("referrals[source=Schools]", "1"),
        ("referrals[source=Not recorded]", "1"),
        ("children_referred", "3"),
        ("referrals_no_action", "1"),
        ("re_referrals", "2"),
        ("re_referral_percent", "50%"),
    ];
    let (ids, numbers): (Vec<&str>, Vec<&str>) = expected.into_iter().unzip();
    assert_eq!(shown(&assessment, &ids), numbers);
}

#[test]
fn only_the_measures_asked_for_are_counted_and_own_counts_come_before_the_preset_s() {
    let declaration = format!(
        "preset = \"annex-a/3\"\n{WHOLE_YEAR}measures = [\"children_referred\"]\n\
         [[data.count]]\nmeasure = \"referrals\"\ndate = \"Date of Referral\"\n\
         by = {{ age = {{ column = \"Age\", bands = [10] }} }}\n"
    );
    let assessment = assessed(&declaration, REFERRALS);
    assert_eq!(codes(&assessment), Vec::<&str>::new());
    let ids = ["children_referred", "referrals[age=Under 10]", "referrals[source=Police]", "re_referrals"];
    assert_eq!(shown(&assessment, &ids), ["3", "3", "-", "-"]);
}

#[test]
fn every_dialect_gives_the_same_figures() {
    let semicolons = REFERRALS.replace(',', ";");
    let titled = format!("Report run on 01/04/2025,,\n\n{REFERRALS}");
    let (marked, ends) = (format!("\u{feff}{REFERRALS}"), REFERRALS.replace('\n', "\r\n"));
    let utf_16: Vec<u8> = format!("\u{feff}{REFERRALS}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for list in [semicolons.into_bytes(), titled.into_bytes(), marked.into_bytes(), ends.into_bytes(), utf_16]
    {
        let assessment = assessed(&format!("preset = \"annex-a/3\"\n{WHOLE_YEAR}"), list);
        let ids = ["referrals", "children_referred", "referrals[source=Police]", "re_referrals"];
        assert_eq!(shown(&assessment, &ids), ["4", "3", "2", "2"]);
    }
}

#[test]
fn a_column_that_is_not_there_costs_only_what_needs_it() {
    let list = "Child Unique ID,Date of Referral,Referral NFA?\n1,16/09/2024,No\n2,17/09/2024,Yes\n";
    let assessment = assessed(WHOLE_YEAR, list);
    let missing = codes(&assessment).iter().filter(|code| **code == "preset-column-missing").count();
    assert_eq!(missing, 3, "by source, and twice those of earlier referrals");
    assert_eq!(
        shown(&assessment, &["children_referred", "referrals_no_action", "re_referrals"]),
        ["2", "1", "-"]
    );
}

#[test]
fn the_files_of_the_return_on_looked_after_children_are_known() {
    let episodes = "\
CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
1,01/05/2023,S,C2,N1,U1,PR1,10/06/2024,X1,PLACE,,,
1,10/06/2024,P,C2,N1,U4,PR1,,,,,,
2,15/07/2024,S,V2,N1,U6,PR1,20/12/2024,E4A,,,,
3,15/07/2024,S,V3,N1,U6,PR1,,,,,,
4,01/03/2025,S,C2,N1,U2,PR1,,,,,,
";
    let assessment = assessed(WHOLE_YEAR, episodes);
    assert_eq!(codes(&assessment), ["told-as-case-list"]);
    let expected = [
        ("children_looked_after", "2"),
        ("children_looked_after[2024-07-31]", "2"),
        ("looked_after_started", "2"),
        ("looked_after_ceased", "1"),
        ("looked_after_with_kin", "1"),
    ];
    let (ids, numbers): (Vec<&str>, Vec<&str>) = expected.into_iter().unzip();
    assert_eq!(shown(&assessment, &ids), numbers);
}

#[test]
fn census_tables_with_an_index_column_are_known() {
    let plans = "\
,LAchildID,CPPID,CPPstartDate,CPPendDate,InitialCategoryOfAbuse,LatestCategoryOfAbuse,NumberOfPreviousCPP
0,A,1,2024-05-01,2024-09-30,NEG,EMO,0
1,B,2,2022-11-05,,PHY,NEG,0
2,C,3,2024-06-01,,NEG,NEG,1
";
    let assessment = assessed(WHOLE_YEAR, plans);
    assert_eq!(codes(&assessment), ["told-as-case-list"]);
    let expected = [
        ("children_on_plan", "2"),
        ("children_on_plan[category=Neglect]", "2"),
        ("children_on_plan[2024-08-31,category=Emotional abuse]", "1"),
        ("plans_started[category=Neglect]", "2"),
        ("repeat_plans", "1"),
        ("long_plans", "1"),
        ("plans_ended", "1"),
        ("long_plans_ended", "0"),
    ];
    let (ids, numbers): (Vec<&str>, Vec<&str>) = expected.into_iter().unzip();
    assert_eq!(shown(&assessment, &ids), numbers);
}

#[test]
fn a_code_that_is_none_is_told_and_counted() {
    let list = REFERRALS.replace("2A: Schools", "Z9: Elsewhere");
    let assessment = assessed(&format!("preset = \"annex-a/3\"\n{WHOLE_YEAR}"), list);
    let told = ["list.csv:1:1 rows-say-nothing", "list.csv:3:45 unlisted-code Z9: Elsewhere"];
    assert_eq!(found(&assessment), told);
    assert_eq!(shown(&assessment, &["referrals[source=Z9: Elsewhere]"]), ["1"]);
}
