//! `diff`: its changes lead from the old figures to the new ones exactly, its parts sum to what they explain, and it
//! says what a reader must know before holding two figures against each other.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use lscb_report::compare::{Asked, Side, compare, json};
use lscb_report::load::{Folder, ReadFault};
use lscb_report::model::Ratio;
use lscb_report::narrative::Readiness;
use lscb_report::pipeline;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::common::{Ran, git, program, repository, run};

/// A project folder that a test made up.
struct Made(BTreeMap<&'static str, String>);

impl Folder for Made {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

const NARRATIVE: &str = r#"
[report]
board = "Exampleshire Safeguarding Children Board"
title = "Annual report"
year = "2023/24"

[[data]]
file = "data/all.csv"

[figures.at_the_door]
label = "Contacts and referrals"
sum = ["contacts", "referrals"]

[figures.not_referred]
label = "Contacts less referrals"
difference = { from = "contacts", take = "referrals" }

[figures.told]
label = "Referrals of contacts"
n_of_n = { part = "referrals", whole = "contacts" }
"#;

/// A cell of the made-up data: mostly a number, now and then something in doubt.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => (0_u32..2000).prop_map(|number| number.to_string()),
        1 => (1_u32..2000).prop_map(|number| format!("~{number}")),
        1 => Just("<5".to_owned()),
        1 => Just("c".to_owned()),
        1 => Just(String::new()),
    ]
}

/// The figures of a project on contacts by source and referrals over two years, with a population.
fn project() -> impl Strategy<Value = String> {
    let parts = proptest::collection::btree_map("[A-D]", value(), 0..4);
    let year = (value(), parts, value(), 1000_u32..90_000);
    proptest::collection::vec(year, 2).prop_map(|years| {
        let mut data = "measure,period,source,value\n".to_owned();
        for (position, (contacts, parts, referrals, children)) in years.iter().enumerate() {
            let start = 2022 + position;
            let period = format!("{start}/{}", start - 1999);
            writeln!(data, "contacts,{period},,{contacts}").unwrap();
            for (part, value) in parts {
                writeln!(data, "contacts,{period},{part},{value}").unwrap();
            }
            writeln!(data, "referrals,{period},,{referrals}").unwrap();
            writeln!(data, "population,mid-{start},,{children}").unwrap();
        }
        data
    })
}

fn figures(data: &str) -> String {
    let folder = Made(
        [("narrative.toml", NARRATIVE.to_owned()), ("data/all.csv", data.to_owned())].into_iter().collect(),
    );
    let assessment = pipeline::assess(&folder, "narrative.toml", Readiness::Draft);
    pipeline::written_figures(&assessment).expect("figures")
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

/// What a comparison says of a figure on one side.
const WORTH: [&str; 9] = ["kind", "value", "low", "high", "exact", "scale", "display", "unit", "status"];

/// The figures of a file by id, each with what it is worth.
fn worths(file: &Json) -> BTreeMap<String, Json> {
    let figures = file["figures"].as_array().unwrap().iter();
    figures.map(|figure| (figure["id"].as_str().unwrap().to_owned(), worth(figure))).collect()
}

fn worth(of: &Json) -> Json {
    WORTH.iter().map(|key| ((*key).to_owned(), of[*key].clone())).collect::<serde_json::Map<_, _>>().into()
}

fn ratio(exact: &Json) -> Ratio {
    Ratio::from_exact(exact.as_str().unwrap()).unwrap()
}

/// Puts the changes of a comparison to the old figures: where there is a change in exact terms, by adding it.
fn applied(mut figures: BTreeMap<String, Json>, comparison: &Json) -> BTreeMap<String, Json> {
    for change in comparison["changes"].as_array().unwrap() {
        let id = change["id"].as_str().unwrap();
        let old_id = change["old_id"].as_str().unwrap_or(id);
        let old = figures.remove(old_id);
        assert_eq!(old, (!change["old"].is_null()).then(|| worth(&change["old"])), "{id}");
        if change["new"].is_null() {
            continue;
        }
        let mut new = worth(&change["new"]);
        if !change["change"].is_null() {
            let sum = ratio(&old.unwrap()["exact"]).plus(ratio(&change["change"])).unwrap();
            new["exact"] = sum.to_string().into();
        }
        figures.insert(id.to_owned(), new);
    }
    figures
}

fn holds(old: &str, new: &str) {
    let (old_side, new_side) = (Side::read(old).unwrap(), Side::read(new).unwrap());
    let comparison = parsed(&json(&compare(&old_side, &new_side), &Asked::default()));
    assert_eq!(applied(worths(&parsed(old)), &comparison), worths(&parsed(new)));
    for change in comparison["changes"].as_array().unwrap() {
        for why in change["why"].as_array().unwrap() {
            let parts = why["parts"].as_array().unwrap();
            let sum = parts.iter().fold(Ratio::ZERO, |sum, part| sum.plus(ratio(&part["change"])).unwrap());
            assert_eq!(sum, ratio(&change["change"]), "{}", change["id"]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn changes_lead_from_the_old_figures_to_the_new_and_parts_sum_to_them(old in project(), new in project()) {
        holds(&figures(&old), &figures(&new));
    }
}

#[test]
fn the_same_holds_between_the_samples() {
    let sample = |name: &str| {
        let ran = run(&["build", repository(&format!("sample-data/{name}")).to_str().unwrap(), "--out", {
            let out = tempfile::tempdir().unwrap().keep();
            out.to_str().unwrap().to_owned().leak()
        }]);
        let wrote = ran.out.lines().find(|line| line.ends_with("figures.json")).expect("figures.json");
        let path = wrote.strip_prefix("wrote ").unwrap();
        let text = fs::read_to_string(path).unwrap();
        fs::remove_dir_all(Path::new(path).parent().unwrap()).unwrap();
        text
    };
    let samples = ["dudley-2013-14", "blackburn-with-darwen-2011-12", "exampleshire-2024-25"].map(sample);
    for old in &samples {
        for new in &samples {
            holds(old, new);
        }
    }
}

/// A project of one long file, in a folder.
fn written(folder: &Path, year: &str, more: &str, rows: &str) {
    fs::create_dir_all(folder.join("data")).unwrap();
    let narrative = format!(
        "[report]\nboard = \"Exampleshire Board\"\ntitle = \"Annual report\"\nyear = \"{year}\"\n{more}\n\
         [[data]]\nfile = \"data/all.csv\"\n"
    );
    fs::write(folder.join("narrative.toml"), narrative).unwrap();
    fs::write(folder.join("data/all.csv"), format!("measure,period,source,value\n{rows}")).unwrap();
}

const TWO_YEARS: &str = "\
contacts,2022/23,,5232\ncontacts,2022/23,Police,2000\ncontacts,2022/23,Health,3232\n\
contacts,2023/24,,6014\ncontacts,2023/24,Police,2500\ncontacts,2023/24,Health,3514\n\
referrals,2022/23,,2850\nreferrals,2023/24,,3452\n";

#[test]
fn a_year_is_held_against_the_year_before_with_the_reasons() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "2023/24", "", TWO_YEARS);
    let new = folder.path().to_str().unwrap();
    let ran = run(&["diff", &format!("{new}@2022-23"), new]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    // 6,014 − 5,232 = 782 = 500 + 282; 782 ÷ 5,232 = 14.9%.
    // 3,452 ÷ 6,014 = 57.400; 2,850 ÷ 5,232 = 54.472. From the top (3,452 − 2,850) × (1/5,232 + 1/6,014) ÷ 2 × 100 =
    // 10.758; from the bottom (2,850 + 3,452) × (1/6,014 − 1/5,232) ÷ 2 × 100 = −7.831; together 2.927.
    for expected in [
        "Old: Exampleshire Board, 2022/23 in “Annual report”\nNew: Exampleshire Board, 2023/24 in “Annual report”\n",
        "\nThe front door\n",
        "    5,232 → 6,014, +782 (+14.9%)\n    larger than the usual year-to-year variation\n    by source: Police +500, \
         Health +282\n",
        "    54.5 → 57.4, +2.9 (+5.4%)\n    from its top and bottom: Referrals to children's social care \
         (2,850 → 3,452) +10.8, Contacts to children's social care (5,232 → 6,014) −7.8\n",
    ] {
        assert!(ran.out.contains(expected), "{expected}{}", ran.out);
    }
}

#[test]
fn a_report_is_held_against_itself_in_an_earlier_commit_without_touching_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let git = |arguments: &[&str]| git(folder.path(), arguments);
    let project = folder.path().join("reports/ours");
    written(&project, "2023/24", "", TWO_YEARS);
    git(&["init", "--quiet", "."]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "first"]);
    git(&["tag", "agreed"]);
    let revised = TWO_YEARS.replace("2023/24,,6014", "2023/24,,6018").replace("Police,2500", "Police,2504");
    written(&project, "2023/24", "", &revised);
    let path = project.to_str().unwrap();
    let in_path = std::env::var("PATH").unwrap();
    let diff = |arguments: &[&str]| {
        let ran = Ran::of(program().env("PATH", &in_path).arg("diff").args(arguments));
        (ran.code, ran.out, ran.err)
    };
    let at = format!("{path}@{{agreed}}");
    let (code, out, err) = diff(&[&at, path, "--only", "contacts", "--format", "json", "--fail-on", "any"]);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    let file = parsed(&out);
    let change =
        file["changes"].as_array().unwrap().iter().find(|change| change["id"] == "contacts").unwrap();
    assert_eq!((change["change"].as_str(), &change["variation"]), (Some("4"), &Json::Null));
    assert_eq!(change["why"][0]["parts"][0]["name"], "Police");
    let (code, out, _) = diff(&[&format!("{at}@2022-23"), &format!("{path}@2022-23"), "--fail-on", "any"]);
    assert_eq!(code, Some(0), "{out}");
    let (code, _, err) = diff(&[&format!("{path}@{{no-such}}"), path]);
    assert_eq!(code, Some(2));
    assert!(err.contains("there is no such revision"), "{err}");
    // The working tree is as it was, and a project that is gone can still be read.
    assert!(fs::read_to_string(project.join("data/all.csv")).unwrap().contains("6018"));
    fs::rename(&project, folder.path().join("moved")).unwrap();
    let moved = folder.path().join("moved");
    let (code, _, err) = diff(&[&at, moved.to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
}

/// 100 − 200 = −100, then 150 − 100 = 50: 150 more, of which contacts made 50 and 100 fewer referrals the other 100.
#[test]
fn no_percentage_is_given_of_what_was_below_nought() {
    let folder = tempfile::tempdir().unwrap();
    let apart =
        "[figures.apart]\nlabel = \"Apart\"\ndifference = { from = \"contacts\", take = \"referrals\" }\n";
    let rows =
        "contacts,2022/23,,100\nreferrals,2022/23,,200\ncontacts,2023/24,,150\nreferrals,2023/24,,100\n";
    written(folder.path(), "2023/24", apart, rows);
    let new = folder.path().to_str().unwrap();
    let ran = run(&["diff", &format!("{new}@2022-23"), new, "--only", "apart"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    // What is taken off is told as it itself moved: referrals fell, which adds to what is left.
    let expected = "  Apart (apart)\n    \u{2212}100 → 50, +150\n    made of: Referrals to children's social care (200 → 100), which \
                    adds 100, Contacts to children's social care +50\n";
    assert!(ran.out.contains(expected), "{expected}{}", ran.out);
}

/// What was revised between two made-up projects, as `id: old → new`.
fn revised(old: (&str, &str, &str), new: (&str, &str, &str)) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, (year, more, rows)) in [("old", old), ("new", new)] {
        written(&folder.path().join(name), year, more, rows);
    }
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let ran = run(&["diff", &path("old"), &path("new"), "--format", "json"]);
    let each = parsed(&ran.out)["revised"].as_array().unwrap().clone();
    let said = |change: &Json| {
        let of = |side: &str| change[side]["display"].as_str().unwrap().to_owned();
        format!("{}: {} → {}", change["id"].as_str().unwrap(), of("old"), of("new"))
    };
    each.iter().map(said).collect()
}

#[test]
fn what_was_revised_is_told_of_categories_and_of_parts_of_a_year_too() {
    let rows = |year: &str, police: u32, schools: u32| {
        format!("contacts,{year},,100\ncontacts,{year},Police,{police}\ncontacts,{year},Schools,{schools}\n")
    };
    let now = format!("{}contacts,2024/25,,120\n", rows("2023/24", 58, 42));
    assert_eq!(
        revised(("2023/24", "", &rows("2023/24", 60, 40)), ("2024/25", "", &now)),
        ["contacts[2023/24,source=Police]: 60 → 58", "contacts[2023/24,source=Schools]: 40 → 42"]
    );
    // Two months of a year, and a year later the whole of it: April was put right since.
    let months = |april: u32| {
        let later = (5..=15).map(|month| match month {
            5..=12 => format!("contacts,2023-{month:02},,10\n"),
            _ => format!("contacts,2024-{:02},,10\n", month - 12),
        });
        std::iter::once(format!("contacts,2023-04,,{april}\n")).chain(later).collect::<String>()
    };
    let (old, new) = (months(10), months(12));
    let two_months = ("2023/24", "data_to = \"2023-05\"", old.as_str());
    assert_eq!(revised(two_months, ("2023/24", "", &new)), ["contacts[2023-04 to 2023-05]: 20 → 22"]);
    let later = format!("{new}contacts,2024/25,,120\n");
    assert_eq!(revised(two_months, ("2024/25", "", &later)), ["contacts[2023-04 to 2023-05]: 20 → 22"]);
    // The year whole first, and then two months of the next.
    let next = format!("{new}contacts,2024-04,,12\ncontacts,2024-05,,12\n");
    let two_months = ("2024/25", "data_to = \"2024-05\"", next.as_str());
    assert_eq!(revised(("2023/24", "", &old), two_months), ["contacts[2023/24]: 120 → 122"]);
    assert_eq!(revised(("2023/24", "", &old), ("2023/24", "", &new)), Vec::<String>::new());
}

/// Two months in a table: of the one the old report had no number, of the other another.
#[test]
fn what_the_old_side_had_no_number_of_is_new_and_not_given_differently() {
    let folder = tempfile::tempdir().unwrap();
    let table = "[[sections]]\ntitle = \"A\"\n[[sections.tables]]\ncaption = \"C\"\ncolumns = [\"this year\"]\n\
                 figures = ['contacts[\"2023-04\"]', 'contacts[\"2023-05\"]']\n";
    for (name, april, may) in [("old", "x", 30), ("new", "12", 31)] {
        let rows = format!("contacts,2023-04,,{april}\ncontacts,2023-05,,{may}\n");
        written(&folder.path().join(name), "2023/24", &format!("data_to = \"2023-05\"\n{table}"), &rows);
    }
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let ran = run(&["diff", &path("old"), &path("new")]);
    let (_, differently) = ran.out.split_once("\nGiven differently for the same period\n").expect("some are");
    assert!(differently.contains("(contacts[2023-05])\n    30 → 31"), "{}", ran.out);
    assert!(!differently.contains("contacts[2023-04]"), "{}", ran.out);
    assert!(differently.contains("\n1 further figure is only on the new side"), "{}", ran.out);
}

#[test]
fn an_average_of_years_is_held_against_itself_in_the_old_reports_year() {
    let declared = "\n[figures.usual]\nlabel = \"Usual\"\naverage = { of = \"contacts\", years = 2 }\n\
                    [figures.span]\nlabel = \"Span\"\nrange = { of = \"contacts\", years = 2 }\n";
    let years = |of_2022: u32| {
        let years = ["2020/21", "2021/22", "2022/23", "2023/24", "2024/25"];
        let years = years.into_iter().zip([100, 110, of_2022, 130, 140]);
        years.map(|(year, number)| format!("contacts,{year},,{number}\n")).collect::<String>()
    };
    let (old, new) = (years(120), years(124));
    assert_eq!(revised(("2022/23", declared, &old), ("2023/24", declared, &old)), Vec::<String>::new());
    assert_eq!(revised(("2022/23", declared, &old), ("2024/25", declared, &old)), Vec::<String>::new());
    // (110 + 120) ÷ 2 = 115, and with 124 it is 117.
    let told = [
        "contacts[2022/23]: 120 → 124",
        "span[2022/23]: 110 to 120 → 110 to 124",
        "usual[2022/23]: 115 → 117",
    ];
    for year in ["2023/24", "2024/25"] {
        assert_eq!(revised(("2022/23", declared, &old), (year, declared, &new)), told);
    }
}

/// The notes of one figure between two made-up projects.
fn notes(old: (&str, &str, &str), new: (&str, &str, &str), id: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, (year, more, rows)) in [("old", old), ("new", new)] {
        written(&folder.path().join(name), year, more, rows);
    }
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let ran = run(&["diff", &path("old"), &path("new"), "--format", "json"]);
    let file = parsed(&ran.out);
    let change = file["changes"].as_array().unwrap().iter().find(|change| change["id"] == id);
    let change = change.unwrap_or_else(|| panic!("{id} in {}", ran.out));
    let notes = change["notes"].as_array().unwrap().iter();
    notes.map(|note| note["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_misleads_is_noted() {
    let plain = |rows: &'static str| ("2023/24", "", rows);
    let months = "contacts,2023-04,,5\ncontacts,2023-05,,6\n";
    let own = |definition: &str| {
        format!(
            "[measures.visits]\nlabel = \"Visits\"\nsingular = \"visit\"\nplural = \"visits\"\nkind = \"events\"\n\
             definition = \"{definition}\"\n"
        )
    };
    let (one, other) = (own("All visits."), own("Visits that took place."));
    let visits = "visits,2023/24,,50\n";
    let was = "[measures.calls]\nlabel = \"Calls\"\nsingular = \"call\"\nplural = \"calls\"\nkind = \"events\"\n\
               definition = \"All visits.\"\nwas = \"visits\"\n";
    let declared = |how: &str| format!("[figures.declared]\nlabel = \"Declared\"\n{how}\n");
    for (old, new, id, expected) in [
        (plain("contacts,2023/24,,0\n"), plain("contacts,2023/24,,5\n"), "contacts", &["nought-before"][..]),
        // A few that are known roughly only are not none.
        (plain("contacts,2023/24,,low\n"), plain("contacts,2023/24,,5\n"), "contacts", &["approximate"]),
        (plain("contacts,2023/24,,c\n"), plain("contacts,2023/24,,5\n"), "contacts", &["suppressed"]),
        (plain("contacts,2023/24,,~50\n"), plain("contacts,2023/24,,55\n"), "contacts", &["approximate"]),
        (plain("contacts,2023/24,,<5\n"), plain("contacts,2023/24,,55\n"), "contacts", &["bounded"]),
        (
            plain("contacts,2023/24,,100\n"),
            ("2023/24", "data_to = \"2023-05\"", months),
            "contacts",
            &["part-year"],
        ),
        (
            ("2023/24", "data_to = \"2024-02\"", "children_on_plan,2024-02-29,,50\n"),
            plain("children_on_plan,2024-03-31,,55\n"),
            "children_on_plan",
            &["other-day"],
        ),
        (
            ("2022/23", "data_to = \"2023-02\"", "children_on_plan,2023-02-28,,50\n"),
            ("2023/24", "data_to = \"2024-02\"", "children_on_plan,2024-02-29,,55\n"),
            "children_on_plan",
            &[],
        ),
        (
            plain("contacts,2023/24,,50\npopulation,mid-2023,,1000\n"),
            plain("contacts,2023/24,,50\npopulation,mid-2023,,1100\n"),
            "contacts.per_10000",
            &["population-revised"],
        ),
        (("2023/24", &one, visits), ("2023/24", &other, visits), "visits", &["redefined"]),
        // A sum of another figure, and one over another number of years, are worked out in another way.
        (
            ("2022/23", &declared("sum = [\"contacts\", \"referrals\"]"), TWO_YEARS),
            ("2023/24", &declared("sum = [\"contacts\", \"contacts\"]"), TWO_YEARS),
            "declared",
            &["redefined"],
        ),
        (
            ("2022/23", &declared("sum = [\"contacts\", \"contacts\"]"), TWO_YEARS),
            ("2023/24", &declared("sum = [\"contacts\", \"contacts.previous\"]"), TWO_YEARS),
            "declared",
            &["redefined"],
        ),
        (("2023/24", &one, visits), ("2023/24", was, "calls,2023/24,,50\n"), "calls", &["renamed"]),
    ] {
        assert_eq!(notes(old, new, id), expected, "{id}");
    }
}

/// A number that is approximate gives an approximate change, and none where the two look alike; nearly all is not all.
#[test]
fn a_change_claims_no_more_than_its_numbers_do() {
    for (old, new, told) in [
        ("~1800", "1805", "approximately 1,800 → 1,805, approximately +5 (+0.3%)\n"),
        ("300", "~300", "300 → approximately 300\n"),
        ("10000", "3", "10,000 → 3, −9,997 (−more than 99.9%)\n"),
        ("10000", "0", "10,000 → 0, −10,000 (−100%)\n"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        written(folder.path(), "2023/24", "", &format!("contacts,2022/23,,{old}\ncontacts,2023/24,,{new}\n"));
        let new = folder.path().to_str().unwrap();
        let ran = run(&["diff", &format!("{new}@2022-23"), new, "--min-change", "0"]);
        assert!(ran.out.contains(told), "{told}{}", ran.out);
    }
}

/// 10 contacts after 3 are told without a percentage, and so is what is made of them: 10 ÷ 12 after 3 ÷ 12, 8 of 10 after
/// 2 of 3. 120 after 60 are 10 a month after 5.
#[test]
fn what_is_made_of_small_counts_gets_no_percentage_either() {
    let ratio = "[figures.each]\nlabel = \"Each\"\nratio = { of = \"referrals\", per = \"contacts\" }\n";
    let small = "contacts,2022/23,,3\ncontacts,2023/24,,10\nreferrals,2022/23,,2\nreferrals,2023/24,,8\n";
    let large = "contacts,2022/23,,60\ncontacts,2023/24,,120\nreferrals,2022/23,,30\nreferrals,2023/24,,90\n";
    for (rows, only, told) in [
        (small, "contacts.per_month", "0.3 → 0.8, +0.6\n"),
        (small, "each", "0.7 → 0.8, +0.1\n"),
        (small, "contact_to_referral", "66.7 → 80, +13.3\n"),
        (large, "contacts.per_month", "5 → 10, +5 (+100%)\n"),
        (large, "each", "0.5 → 0.8, +0.3 (+50%)\n"),
        (large, "contact_to_referral", "50 → 75, +25 (+50%)\n"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        written(folder.path(), "2023/24", ratio, rows);
        let new = folder.path().to_str().unwrap();
        let ran = run(&["diff", &format!("{new}@2022-23"), new, "--only", only]);
        assert!(ran.out.contains(told), "{only}: {told}{}", ran.out);
    }
}

/// The way is the same where only the year is spelt otherwise, or fewer months of it are held.
#[test]
fn a_formula_of_another_year_is_no_other_formula() {
    let months = |year: i32, last: u32| {
        let month =
            |at: u32| format!("contacts,{}-{:02},,10\n", year + i32::from(at > 12), (at - 1) % 12 + 1);
        (4..=last).map(month).collect::<String>()
    };
    let average = "[figures.usual]\nlabel = \"Usual\"\naverage = { of = \"contacts\", years = 2 }\n";
    let whole = format!("{}{}", months(2022, 15), months(2023, 15));
    let part = format!("{whole}{}", months(2024, 11));
    let data_to = format!("data_to = \"2024-11\"\n{average}");
    assert_eq!(
        notes(("2023/24", average, &whole), ("2024/25", &data_to, &part), "usual"),
        ["part-year"],
        "the months of two years from April to November against two whole years"
    );
    // A conversion of 2022/23, of which the report on the year after says that it was revised.
    let folder = tempfile::tempdir().unwrap();
    written(&folder.path().join("old"), "2022/23", "", TWO_YEARS);
    written(&folder.path().join("new"), "2023/24", "", &TWO_YEARS.replace("2022/23,,2850", "2022/23,,2900"));
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let ran = run(&["diff", &path("old"), &path("new"), "--format", "json", "--fail-on", "redefined"]);
    let file = parsed(&ran.out);
    let revised: Vec<&str> =
        file["revised"].as_array().unwrap().iter().filter_map(|change| change["id"].as_str()).collect();
    assert_eq!(revised, ["contact_to_referral[2022/23]", "referrals[2022/23]"]);
    assert_eq!((ran.code, ran.out.contains("redefined")), (Some(0), false), "{}", ran.out);
}

#[test]
fn what_is_asked_for_is_told_with_its_categories_and_the_rest_by_its_id() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "2023/24", "", TWO_YEARS);
    let new = folder.path().to_str().unwrap();
    let told = |words: &str| run(&["diff", &format!("{new}@2022-23"), new, "--only", words]).out;
    let contacts = told("contacts");
    assert!(
        contacts.contains("5,232 → 6,014, +782 (+14.9%)") && contacts.contains("2,000 → 2,500, +500 (+25%)"),
        "{contacts}"
    );
    assert!(
        !contacts.contains("contacts.per_month)") && contacts.contains("figures made from these changed"),
        "{contacts}"
    );
    assert!(!contacts.contains("the same"), "{contacts}");
    // 5,232 ÷ 12 = 436; 6,014 ÷ 12 = 501.2.
    assert!(
        told("contacts.per_month").contains("    436 → 501.2, +65.2 (+14.9%)\n"),
        "{}",
        told("contacts.per_month")
    );
}

#[test]
fn other_areas_are_no_reason_for_the_boards_change() {
    let folder = tempfile::tempdir().unwrap();
    let benchmarks = "[benchmarks]\nneighbours = [\"E08000034\"]\n";
    written(folder.path(), "2023/24", benchmarks, "");
    let rows = "measure,period,area,value\ncontacts,2022/23,,300\ncontacts,2023/24,,500\n\
                contacts,2022/23,E08000034,900\ncontacts,2023/24,E08000034,1000\n";
    fs::write(folder.path().join("data/all.csv"), rows).unwrap();
    let new = folder.path().to_str().unwrap();
    let told = run(&["diff", &format!("{new}@2022-23"), new]).out;
    assert!(told.contains("300 → 500, +200 (+66.7%)") && !told.contains("by area"), "{told}");
}

const RENAMED: &str = "[[categories]]\ndimension = \"source\"\nname = \"Police\"\nwas = \"Constabulary\"\n";

#[test]
fn a_category_that_was_renamed_is_matched_and_its_part_of_the_change_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    let rows = "contacts,2022/23,,300\ncontacts,2022/23,Constabulary,200\ncontacts,2022/23,Health,100\n";
    written(&old, "2022/23", "", rows);
    let rows = "contacts,2023/24,,500\ncontacts,2023/24,Police,350\ncontacts,2023/24,Health,150\n";
    written(&new, "2023/24", RENAMED, rows);
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    // A project, and the file of figures that it wrote.
    assert_eq!(run(&["build", old, "--draft"]).code, Some(0));
    assert_eq!(run(&["build", new, "--draft"]).code, Some(0));
    let file = |project: &str| format!("{project}/report/figures.json");
    for (old, new) in [(old.to_owned(), new.to_owned()), (file(old), file(new))] {
        let ran = run(&["diff", &old, &new]);
        assert!(ran.out.contains("300 → 500, +200 (+66.7%)"), "{}", ran.out);
        assert!(ran.out.contains("by source: Police +150, Health +50\n"), "{}", ran.out);
        let part = run(&["diff", &old, &new, "--only", "source=Police"]).out;
        let told = "Police (contacts[source=Police])\n    200 → 350, +150 (+75%)\n";
        assert!(
            part.contains(told) && part.contains("note: `contacts[source=Constabulary]` before"),
            "{part}"
        );
    }
}

#[test]
fn a_category_keeps_its_numbers_of_earlier_years_under_its_new_name() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "contacts,2022/23,,300\ncontacts,2022/23,Constabulary,200\ncontacts,2022/23,Health,100\n\
                contacts,2023/24,,500\ncontacts,2023/24,Police,350\ncontacts,2023/24,Health,150\n";
    written(folder.path(), "2023/24", "", rows);
    let path = folder.path().to_str().unwrap();
    let figures = |search: &str| run(&["figures", path, search]).out;
    assert!(!figures("Police").contains("contacts[source=Police].change "), "{}", figures("Police"));
    let found = run(&["check", path]).err;
    assert!(
        found.contains("category-in-one-year")
            && found.contains("`[[categories]]` with `dimension = \"source\"`"),
        "{found}"
    );
    written(folder.path(), "2023/24", RENAMED, rows);
    assert!(figures("Police").contains("contacts[source=Police].change  "), "{}", figures("Police"));
    assert!(!run(&["check", path]).err.contains("category-in-one-year"));
    assert!(!figures("").contains("Constabulary"));
}

#[test]
fn every_form_tells_the_same_and_small_changes_are_folded() {
    let folder = tempfile::tempdir().unwrap();
    let rows =
        "contacts,2022/23,,1000\ncontacts,2023/24,,1010\nreferrals,2022/23,,300\nreferrals,2023/24,,450\n";
    written(folder.path(), "2023/24", "", rows);
    let new = folder.path().to_str().unwrap();
    let old = format!("{new}@2022-23");
    let form = |form: &str| run(&["diff", &old, new, "--format", form]).out;
    let text = form("text");
    assert!(text.contains("smaller changes: contacts 1,000 → 1,010\n"), "{text}");
    assert!(run(&["diff", &old, new, "--min-change", "0.5%"]).out.contains("    1,000 → 1,010, +10 (+1%)\n"));
    let markdown = form("markdown");
    assert!(
        markdown.contains("| Referrals to children's social care | 300 | 450 | +150 (+50%) | larger |"),
        "{markdown}"
    );
    assert!(form("html").contains("<td>+150 (+50%)</td>") || form("html").contains(">+150 (+50%)</td>"));
    assert!(markdown.contains("**The front door: smaller changes**\n\n| Figure |"), "{markdown}");
    assert!(form("html").contains("<data value=\"contacts\">1,010</data>"), "{}", form("html"));
    let csv = form("csv");
    let row = "referrals,Referrals to children's social care,The front door,changed,300,450,150,50,larger,";
    assert!(csv.contains(row), "{csv}");
    for (sort, code) in [("any", 1), ("large", 1), ("unusual", 1), ("lost", 0), ("redefined", 0)] {
        assert_eq!(run(&["diff", &old, new, "--fail-on", sort]).code, Some(code), "{sort}");
    }
    assert_eq!(run(&["diff", &old, new, "--only", "contacts", "--fail-on", "unusual"]).code, Some(0));
    assert_eq!(run(&["diff", &old, new, "--min-change", "some"]).code, Some(2));
}

#[test]
fn git_shows_figures_where_it_is_told_to_read_the_file_so() {
    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_lscb-report");
    let git = |arguments: &[&str]| git(folder.path(), arguments);
    written(folder.path(), "2023/24", "", TWO_YEARS);
    fs::write(folder.path().join(".gitattributes"), "figures.json diff=figures\n").unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(run(&["build", path, "--draft"]).code, Some(0));
    git(&["init", "--quiet", "."]);
    git(&["config", "diff.figures.textconv", &format!("'{program}' figures --format short")]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "first"]);
    written(folder.path(), "2023/24", "", &TWO_YEARS.replace("3452", "3450"));
    assert_eq!(run(&["build", path, "--draft"]).code, Some(0));
    let shown = git(&["diff", "report/figures.json"]);
    assert!(shown.contains("-referrals: 3,452 (Referrals to children's social care)\n"), "{shown}");
    assert!(shown.contains("+referrals: 3,450 (Referrals to children's social care)\n"), "{shown}");
}
