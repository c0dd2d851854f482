//! Blocks kept in CSV files: what is read of them, what is found wrong and where, and that they read as TOML does.

use proptest::prelude::*;

use super::{REPORT, read_project};
use crate::csv_text;
use crate::model::{Content, Record};

/// The records of a block, each as `key=value; key=value`.
fn told(content: &Record, block: &str) -> Vec<String> {
    let field = |(name, content): (&&str, &Content)| match content {
        Content::Plain(text) | Content::Prose(text) | Content::Figure(text) => {
            format!("{name}={}", text.as_str())
        }
        Content::Choice(word) => format!("{name}={word}"),
        Content::Whole(number) => format!("{name}={number}"),
        other => format!("{name}={other:?}"),
    };
    let fields = |record: &Record| record.fields.iter().map(field).collect::<Vec<_>>().join("; ");
    content.records(block).map(fields).collect()
}

#[track_caller]
fn assert_read(block: &'static str, csv: &str, expected: &[&str]) {
    let toml = format!("{REPORT}[lists]\n{block} = \"lists/b.csv\"\n");
    let (narrative, found, findings) = read_project(&toml, &[("lists/b.csv", csv.as_bytes())]);
    assert_eq!(found, Vec::<String>::new(), "{csv}\n{:#?}", findings.sorted());
    assert_eq!(told(&narrative.unwrap().content, block), expected, "{csv}");
}

#[test]
fn rows_become_records_however_the_spreadsheet_was_saved() {
    for (block, csv, expected) in [
        (
            "actions",
            "action,owner,status\nAgree thresholds.,Board manager,amber\n",
            &["action=Agree thresholds.; owner=Board manager; status=amber"][..],
        ),
        (
            "actions",
            "\u{feff}Status,OWNER,\"Action\"\r\n\"Amber/Red \",  Board manager ,\"Agree, \"\"in full\"\".\"\r\n\r\n",
            &["action=Agree, \"in full\".; owner=Board manager; status=amber/red"],
        ),
        (
            "actions",
            "action,owner,status,due\nA.,B,NO DATA,\nC.,D,Amber / Green,ongoing\n",
            &["action=A.; owner=B; status=no data", "action=C.; due=ongoing; owner=D; status=amber/green"],
        ),
        ("attendance", "agency,Held,attended\nPolice,6, 5 \n", &["agency=Police; attended=5; held=6"]),
        (
            "budget",
            "Item,Amount\nTraining,\"£12,500\"\nVenue,300.00\n",
            &["amount=12500; item=Training", "amount=300; item=Venue"],
        ),
        // A refund is below nought.
        (
            "budget",
            "item,amount\nVenue,-300\nTraining,\"-£1,200\"\nStaff,\u{2212}5\n",
            &["amount=-300; item=Venue", "amount=-1200; item=Training", "amount=-5; item=Staff"],
        ),
        ("glossary", "term,Spelt Out,meaning\nICPC,a b,c\n", &["meaning=c; spelt_out=a b; term=ICPC"]),
        (
            "glossary",
            "term,spelt_out,meaning,,\nICPC,a b,\"one\r\ntwo\",,\n",
            &["meaning=one\ntwo; spelt_out=a b; term=ICPC"],
        ),
        ("risks", "risk,impact\n\"\u{F0B7} one\n\u{2022} two\",\n", &["risk=- one\n- two"]),
    ] {
        assert_read(block, csv, expected);
    }
}

#[test]
fn what_stands_around_a_list_is_passed_over_and_said_once() {
    let csv =
        "Attendance 2024/25\n\nAgency:;HELD;attended.\nPolice;6;5\n;;\nagency;held;attended\nHealth;6;4;;\n";
    let toml = format!("{REPORT}[lists]\nattendance = \"lists/b.csv\"\n");
    let (narrative, found, _) = read_project(&toml, &[("lists/b.csv", csv.as_bytes())]);
    assert_eq!(found, ["lists/b.csv1:1 how-it-was-read"]);
    let read = told(&narrative.unwrap().content, "attendance");
    assert_eq!(read, ["agency=Police; attended=5; held=6", "agency=Health; attended=4; held=6"]);
}

#[test]
fn faults_are_told_at_the_cell() {
    for (block, csv, expected) in [
        ("actions", "action,owner,statsu\nA.,B,red\n", &["lists/b.csv1:14 unknown-key"][..]),
        (
            "actions",
            "action,status,Page\nA.,red,3\n",
            &["lists/b.csv1:1 missing-key", "lists/b.csv1:15 unknown-key"],
        ),
        ("actions", "action,owner,status\nA.,,red\n", &["lists/b.csv2:4 missing-key"]),
        ("actions", "action,owner,status\nA.,B,\" purple\"\n", &["lists/b.csv2:8 word-not-allowed"]),
        ("actions", "action,owner,status\nA.,B,red,C\n", &["lists/b.csv2:10 ragged-row"]),
        ("actions", "action,owner,status\nA.,\"B\nC\",red\n", &["lists/b.csv2:6 line-break"]),
        ("actions", "action,owner,status,Owner\nA.,B,red,C\n", &["lists/b.csv1:21 repeated-heading"]),
        ("actions", "action,owner,status,\nA.,B,red,C\n", &["lists/b.csv2:10 no-heading"]),
        ("actions", "action,owner,status\n", &["lists/b.csv1:1 empty-file"]),
        ("actions", "", &["lists/b.csv1:1 empty-file"]),
        ("actions", "action,owner,status\n\"A.,B,red\n", &["lists/b.csv2:1 broken-quote"]),
        ("actions", "action,owner,status\n\"A \u{7}\",B,red\n", &["lists/b.csv2:4 stray-character"]),
        ("attendance", "agency,held,attended\nPolice,6,5O\n", &["lists/b.csv2:10 not-a-number"]),
        ("attendance", "agency,held,attended\nPolice,6,~5\n", &["lists/b.csv2:10 wrong-type"]),
        ("attendance", "agency,held,attended\nPolice,6,1001\n", &["lists/b.csv2:10 number-out-of-range"]),
        ("attendance", "agency,held,attended\nPolice,6,2.5\n", &["lists/b.csv2:10 not-a-whole-number"]),
        ("attendance", "agency,held,attended\nPolice,6,-1\n", &["lists/b.csv2:10 negative-count"]),
        ("audits", "theme,Actions\nNeglect,Told all.\n", &["lists/b.csv1:7 list-in-a-cell"]),
        ("appendices", "title,name\nThe plan,The Plan\n", &["lists/b.csv2:10 name-form"]),
    ] {
        let toml = format!("{REPORT}[lists]\n{block} = \"lists/b.csv\"\n");
        let (_, found, findings) = read_project(&toml, &[("lists/b.csv", csv.as_bytes())]);
        assert_eq!(found, expected, "{csv}\n{:#?}", findings.sorted());
        for finding in findings.sorted() {
            assert!(!finding.message.ends_with('.') && !finding.help.is_empty(), "{finding:#?}");
        }
    }
}

#[test]
fn what_lists_cant_name_is_told_where_it_is_named() {
    for (added, expected) in [
        ("[lists]\nactoins = \"lists/b.csv\"\n", &["6:1 unknown-key"][..]),
        ("[lists]\nforeword = \"lists/b.csv\"\n", &["6:1 unknown-key"]),
        ("[lists]\nactions = 3\n", &["6:11 wrong-type"]),
        ("[lists]\nactions = \"lists/c.csv\"\n", &["6:12 file-not-found"]),
        ("[lists]\nactions = \"../b.csv\"\n", &["6:12 outside-project"]),
        (
            "[lists]\nactions = \"lists/b.csv\"\n[[actions]]\naction = \"A.\"\nowner = \"B\"\nstatus = \"red\"\n",
            &["6:1 block-given-twice"],
        ),
    ] {
        let csv: &[u8] = b"action,owner,status\nA.,B,red\n";
        let (_, found, findings) = read_project(&format!("{REPORT}{added}"), &[("lists/b.csv", csv)]);
        assert_eq!(found, expected, "{added}\n{:#?}", findings.sorted());
    }
}

#[test]
fn a_finding_on_a_cell_says_what_to_write_there_and_not_how_toml_is_written() {
    let toml = format!("{REPORT}[lists]\nattendance = \"lists/b.csv\"\n");
    let csv: &[u8] = b"agency,held,attended\n,6,\n";
    let (_, _, findings) = read_project(&toml, &[("lists/b.csv", csv)]);
    let help: Vec<&str> = findings.sorted().iter().map(|finding| finding.help[0].as_str()).collect();
    assert_eq!(help, ["write for example `Police`", "write for example `5`"]);
}

#[test]
fn text_points_into_its_cell_through_quotation_marks_and_blanks() {
    let csv =
        "action,owner,status\r\n\"  say \"\"yes\"\" or\r\n\u{2022} \"\"no\"\" é {{ x }} \",  B ,red\r\n";
    let toml = format!("{REPORT}[lists]\nactions = \"lists/b.csv\"\n");
    let (narrative, found, _) = read_project(&toml, &[("lists/b.csv", csv.as_bytes())]);
    assert_eq!(found, Vec::<String>::new());
    let content = narrative.unwrap().content;
    let record = content.records("actions").next().unwrap();
    let action = record.text("action").unwrap();
    assert_eq!(action.as_str(), "say \"yes\" or\n- \"no\" é {{ x }}");
    for word in ["say", "yes", "or", "no", "é", "{{ x }}"] {
        assert_eq!(action.offset(action.as_str().find(word).unwrap()), csv.find(word).unwrap(), "{word}");
    }
    assert_eq!(record.text("owner").unwrap().offset(0), csv.find("B ,").unwrap());
}

/// A text of one line, as a basic string of TOML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

const STATUSES: &[&str] = &["green", "amber/green", "amber", "amber/red", "red", "no data", "complete"];

proptest! {
    /// The same actions written both ways.
    #[test]
    fn a_block_reads_the_same_from_toml_and_from_csv(actions in proptest::collection::vec(
        (
            "[a-z\"'\\\\,é;{}•£-]([a-z\"'\\\\,é;{}• \n-]{0,12}[a-z.\"])?",
            "[A-Za-z,\"'é]([A-Za-z ,\"'é]{0,8}[a-z])?",
            proptest::sample::select(STATUSES),
            proptest::option::of("[0-9][0-9./]{0,4}"),
        ),
        1..6,
    )) {
        let mut toml = REPORT.to_owned();
        let mut rows = vec![["Status", "action", "OWNER", "Ref"].map(str::to_owned).to_vec()];
        for (action, owner, status, number) in &actions {
            toml.push_str(&format!("[[actions]]\naction = {}\nowner = {}\n", quoted(action), quoted(owner)));
            toml.push_str(&format!("status = \"{status}\"\n"));
            toml.extend(number.iter().map(|number| format!("ref = \"{number}\"\n")));
            let number = number.clone().unwrap_or_default();
            rows.push(vec![(*status).to_owned(), action.clone(), owner.clone(), number]);
        }
        let (written, found, _) = read_project(&toml, &[]);
        prop_assert_eq!(found, Vec::<String>::new());
        let listed = format!("{REPORT}[lists]\nactions = \"lists/b.csv\"\n");
        let csv = csv_text::write(rows);
        let (kept, found, _) = read_project(&listed, &[("lists/b.csv", csv.as_bytes())]);
        prop_assert_eq!(found, Vec::<String>::new());
        prop_assert_eq!(told(&kept.unwrap().content, "actions"), told(&written.unwrap().content, "actions"));
    }
}
