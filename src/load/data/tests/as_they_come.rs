//! Exports as they come: titles above the table, notes beneath it, other separators; read, and said once.

use super::project::Project;
use crate::model::{DataFile, MeasureId, Separator};

/// What is read of a file, and what is said of how.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let outcome = Project::new().file("a.csv", text).observe();
    let said = outcome.findings.sorted().into_iter().map(|finding| finding.message.clone()).collect();
    (outcome.values(), said)
}

#[test]
fn what_stands_around_a_table_is_passed_over_and_said_once() {
    for (text, values, said) in [
        (
            "Front door activity\nReport run on,01/04/2014\n\nMonth,Contacts\n2013-04,501\n",
            &["contacts[2013-04] = 501 @5:2"][..],
            "lines 1 to 2 above the headings passed over",
        ),
        (
            ",,\nFront door activity,,\n,,\nMonth,Contacts,\n2013-04,501,\n,,\n",
            &["contacts[2013-04] = 501 @5:2"],
            "line 2 above the headings passed over",
        ),
        (
            "Month,Contacts\n2013-04,501\n\nSource: case system, 2 May 2014\n* provisional\n",
            &["contacts[2013-04] = 501 @2:2"],
            "lines 4 to 5 beneath the table passed over as notes",
        ),
        (
            "Month,Contacts\n2013-04,501\nMONTH , contacts:\n2013-05,7\nMonth,Contacts\n2013-06,8\n",
            &["contacts[2013-04] = 501 @2:2", "contacts[2013-05] = 7 @4:2", "contacts[2013-06] = 8 @6:2"],
            "lines 3 and 5 passed over, where the headings stand again",
        ),
        (
            ",month,contacts\n0,2013-04,501\n1,2013-05,7\n",
            &["contacts[2013-04] = 501 @2:3", "contacts[2013-05] = 7 @3:3"],
            "the first column passed over, which has no heading and only numbers the rows",
        ),
        (
            "month;contacts;source\n2013-04;501;\"Police; health\"\n",
            &["contacts[2013-04,source=Police; health] = 501 @2:2"],
            "its cells are parted by semicolons",
        ),
        (
            "month\tcontacts\n2013-04\t501\n",
            &["contacts[2013-04] = 501 @2:2"],
            "its cells are parted by tabs",
        ),
    ] {
        let (read, notes) = read(text);
        assert_eq!(read, values, "{text}");
        assert_eq!(notes, [format!("how `a.csv` was read: {said}")], "{text}");
    }
}

#[test]
fn headings_are_known_in_any_dress() {
    for headings in ["MONTH,contacts  (mash)", " Month: , Contacts (MASH).", "“month”,Contacts\u{a0}(MASH)"]
    {
        let (values, said) = read(&format!("{headings}\n2013-04,501\n"));
        assert_eq!(
            (values, said),
            (vec!["contacts[2013-04] = 501 @2:2".to_owned()], Vec::new()),
            "{headings}"
        );
    }
}

#[test]
fn a_row_of_data_is_never_taken_for_a_note() {
    for (text, found) in [
        ("month,contacts\n2013-04,501\n2013-05,\n", &[][..]),
        ("month,contacts\n2013-04,501\n,7\n", &["unreadable-period 3:1 \"\""]),
        ("measure,period,value\ncontacts,2013-04,501\nreferrals,,\n", &["unreadable-period 3:11 \"\""]),
        (
            "month,contacts\n2013-04,501\nNote: this month,7\n",
            &["unreadable-period 3:1 \"Note: this month\""],
        ),
    ] {
        assert_eq!(Project::new().file("a.csv", text).observe().found(), found, "{text}");
    }
}

#[test]
fn a_declared_separator_is_taken_without_a_word() {
    let outcome = Project::new()
        .file("a.csv", "Month;Contacts\n2013-04;501\n")
        .declaring(|file| file.separator = Some(Separator::Semicolon))
        .observe();
    assert_eq!(outcome.found(), Vec::<String>::new());
    assert_eq!(outcome.values(), ["contacts[2013-04] = 501 @2:2"]);
}

#[test]
fn columns_of_remarks_are_no_categories() {
    for text in [
        "month,contacts,Comments\n2013-04,5,Easter\n2013-05,6,\n",
        "measure,period,value,RAG\ncontacts,2013-04,5,A\ncontacts,2013-05,6,\n",
    ] {
        let outcome = Project::new().file("a.csv", text).observe();
        let values: Vec<String> =
            outcome.values().iter().map(|value| value.split(" @").next().unwrap().to_owned()).collect();
        assert_eq!(values, ["contacts[2013-04] = 5", "contacts[2013-05] = 6"], "{text}");
        assert_eq!(outcome.found(), ["how-it-was-read 1:1 \"\""], "{text}");
    }
}

#[test]
fn where_the_measures_of_a_file_are_named_other_names_are_passed_over() {
    let scorecard = "measure,Apr-13,May-13,Jun-13\ncontacts,1,2,3\nHome visits,4,5,6\n";
    let wide = "month,contacts,Home visits\n2013-04,1,4\n";
    let long = "measure,period,value\ncontacts,2013-04,1\nHome visits,2013-04,4\n";
    let named = |file: &mut DataFile| file.measures = vec![MeasureId::parse("contacts").unwrap()];
    for text in [scorecard, wide, long] {
        let outcome = Project::new().file("a.csv", text).declaring(named).observe();
        assert_eq!(outcome.found(), ["how-it-was-read 1:1 \"\""], "{text}");
        assert!(outcome.values().iter().all(|value| value.starts_with("contacts[")), "{text}");
        // What may be a slip for one of them is not passed over.
        let outcome =
            Project::new().file("a.csv", text.replace("contacts", "contcats")).declaring(named).observe();
        assert!(outcome.found().iter().any(|found| found.starts_with("unknown-measure")), "{text}");
    }
}
