//! What was published and agreed before: last year's figures as they were printed, sign-off, and corrections.

use std::fs;
use std::path::Path;

use crate::common::run;

const NARRATIVE: &str = "\
[report]
board = \"Exampleshire Safeguarding Children Board\"
title = \"Annual report 2024/25\"
year = \"2024/25\"
LAST
[[data]]
file = \"data.csv\"

[[sections]]
title = \"Plans\"
text = \"\"\"
At the end of March 2024 there were {{ children_on_plan.previous | as_published }} children on a plan, and a year later
{{ children_on_plan }}.
\"\"\"
";

const DATA: &str = "measure,period,value\nchildren_on_plan,2024-03-31,690\nchildren_on_plan,2025-03-31,712\n";

struct Board {
    folder: tempfile::TempDir,
}

impl Board {
    fn new(narrative: &str) -> Self {
        let board = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(board.path("now")).unwrap();
        board.write("now/narrative.toml", narrative);
        board.write("now/data.csv", DATA);
        board
    }

    fn path(&self, path: &str) -> String {
        self.folder.path().join(path).to_str().unwrap().to_owned()
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let project = self.path("now");
        let mut all = vec![arguments[0], &project];
        all.extend(&arguments[1..]);
        let ran = run(&all);
        (ran.code, format!("{}{}", ran.out, ran.err))
    }
}

/// A report on 2023/24 that printed `plans` children on a plan.
fn last_year(board: &Board, plans: &str) {
    let narrative =
        "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2023/24\"\n[[data]]\nfile = \"data.csv\"\n";
    fs::create_dir(board.path("then")).unwrap();
    board.write("then/narrative.toml", narrative);
    board.write("then/data.csv", &format!("measure,period,value\nchildren_on_plan,2024-03-31,{plans}\n"));
    assert_eq!(run(&["build", &board.path("then")]).code, Some(0));
}

fn beside_last_year() -> String {
    NARRATIVE.replace("LAST", "last_published = \"../then/report/figures.json\"")
}

#[test]
fn last_years_figure_is_shown_as_it_was_published_where_it_differs() {
    let board = Board::new(&beside_last_year());
    last_year(&board, "674");
    let (code, said) = board.run(&["build"]);
    assert_eq!(code, Some(0), "{said}");
    let told = "`children_on_plan.previous` was 674 as published for 2023/24, and now is 690";
    assert!(said.contains("warning[differs-from-published]") && said.contains(told), "{said}");
    let page = board.read("now/report/executive-summary.md");
    assert!(
        page.contains("there were 674 as published; now 690 children on a plan, and a year later 712."),
        "{page}"
    );
    assert!(board.read("now/report/manifest.json").contains("../then/report/figures.json"));
}

/// What the earlier report gave no number of is said in words, and only today's number is the figure's.
#[test]
fn what_was_withheld_when_it_was_published_is_said_in_words() {
    for (then, words, told) in [
        ("c", "690 (withheld when published)", "was withheld as published for 2023/24, and now is 690"),
        (
            "x",
            "690 (not available when published)",
            "was not available as published for 2023/24, and now is 690",
        ),
    ] {
        let board = Board::new(&beside_last_year());
        last_year(&board, then);
        let (code, said) = board.run(&["build"]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(told), "{said}");
        let page = board.read("now/report/executive-summary.md");
        assert!(page.contains(&format!("there were {words} children on a plan")), "{page}");
    }
    let board = Board::new(&beside_last_year());
    last_year(&board, "674");
    board.run(&["build"]);
    let page = board.read("now/report/executive-summary.html");
    let told =
        "there were 674 as published; now <data value=\"children_on_plan.previous\">690</data> children";
    assert!(page.contains(told), "{page}");
}

#[test]
fn last_years_figure_stands_alone_where_nothing_has_changed() {
    let board = Board::new(&beside_last_year());
    last_year(&board, "690");
    let (code, said) = board.run(&["build", "--strict"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(board.read("now/report/executive-summary.md").contains("there were 690 children on a plan"));
}

#[test]
fn half_a_year_is_not_held_against_the_whole_year_that_was_published() {
    let narrative =
        beside_last_year().replace("children_on_plan.previous | as_published", "contacts.previous");
    let narrative = narrative.replace("{{ children_on_plan }}", "{{ contacts }}");
    let half = narrative.replace("year = \"2024/25\"\n", "year = \"2024/25\"\ndata_to = \"2024-09\"\n");
    let data = "measure,period,value\ncontacts,2023-04 to 2023-09,40\ncontacts,2023-10 to 2024-03,60\n\
                contacts,2024-04 to 2024-09,45\n";
    let board = Board::new(&half);
    last_year(&board, "690");
    board.write("then/data.csv", data);
    assert_eq!(run(&["build", &board.path("then")]).code, Some(0));
    board.write("now/data.csv", data);
    let (code, said) = board.run(&["build"]);
    assert_eq!(code, Some(0), "{said}");
    // 40 in six months, where 100 in twelve were published: nothing was revised.
    assert!(!said.contains("differs-from-published"), "{said}");
    assert!(board.read("now/report/executive-summary.md").contains("there were 40 children"));
    // Once the data give another number for the whole year, that is told.
    board.write("now/narrative.toml", &narrative);
    board.write("now/data.csv", &format!("{}contacts,2024-10 to 2025-03,50\n", data.replace(",60", ",61")));
    let (_, said) = board.run(&["build"]);
    assert!(said.contains("`contacts.previous`: 100 as published, now 101"), "{said}");
}

#[test]
fn an_earlier_report_that_is_gone_is_told_as_what_it_is() {
    let board = Board::new(&beside_last_year());
    let (code, said) = board.run(&["check"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("error[file-not-found]: there is no file `../then/report/figures.json`"), "{said}");
    assert!(
        said.contains("build the report that it belongs to") && !said.contains("in the project folder"),
        "{said}"
    );
}

#[test]
fn what_this_years_export_gives_differently_of_last_year_can_take_the_place_of_last_years() {
    let narrative = NARRATIVE.replace("LAST", "").replace(" | as_published", "");
    let board =
        Board::new(&narrative.replace("[[sections]]", "[[data]]\nfile = \"new.csv\"\n\n[[sections]]"));
    board.write("now/new.csv", &DATA.replace("690", "674"));
    let (code, said) = board.run(&["check"]);
    assert_eq!(code, Some(1));
    let help =
        "where the newer file holds all that the older one does, take the older one out of the narrative";
    assert!(said.contains("error[conflicting-values]") && said.contains(help), "{said}");
}

#[test]
fn without_a_file_of_figures_nothing_is_called_published() {
    let board = Board::new(&NARRATIVE.replace("LAST", ""));
    let (code, said) = board.run(&["check"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("narrative.toml:12:40") && said.contains("last_published"), "{said}");
    let board = Board::new(&NARRATIVE.replace("LAST", "last_published = \"data.csv\""));
    let (code, said) = board.run(&["check"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("error[not-a-file-of-figures]: `data.csv` can't be used"), "{said}");
}

fn agreed() -> Board {
    let narrative = NARRATIVE.replace("LAST", "").replace(" | as_published", "");
    let board = Board::new(&narrative);
    assert_eq!(board.run(&["build"]).0, Some(0));
    let (code, said) = board.run(&["sign-off", "--by", "Independent chair", "--on", "2025-09-30"]);
    assert_eq!(code, Some(0), "{said}");
    board
}

#[test]
fn a_report_is_signed_off_by_role_and_day_with_its_fingerprints() {
    let board = agreed();
    let record = board.read("now/signed-off/sign-off.json");
    for part in
        ["\"by\": \"Independent chair\"", "\"on\": \"2025-09-30\"", "data.csv", "executive-summary.html"]
    {
        assert!(record.contains(part), "{part}: {record}");
    }
    assert_eq!(board.read("now/signed-off/figures.json"), board.read("now/report/figures.json"));
    assert_eq!(board.run(&["build", "--check"]).0, Some(0));
    let (code, said) = board.run(&["sign-off", "--by", "Independent chair", "--on", "2025-10-01"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("signed off before"), "{said}");
}

#[test]
fn only_what_stands_and_is_free_of_errors_can_be_signed_off() {
    let narrative = NARRATIVE.replace("LAST", "").replace(" | as_published", "");
    let board = Board::new(&narrative);
    let sign = ["sign-off", "--by", "Independent chair", "--on", "2025-09-30"];
    let (code, said) = board.run(&sign);
    assert_eq!(code, Some(1));
    assert!(said.contains("is not what would be built now"), "{said}");
    board.write("now/data.csv", &DATA.replace("712", "seven"));
    assert_eq!(board.run(&sign).0, Some(1));
    assert_eq!(board.run(&["sign-off", "--by", " ", "--on", "2025-09-30"]).0, Some(2));
    assert_eq!(board.run(&["sign-off", "--by", "Chair", "--on", "30/09/2025"]).0, Some(2));
    assert!(!Path::new(&board.path("now/signed-off")).exists());
}

#[test]
fn a_figure_that_was_agreed_changes_only_with_a_correction_that_is_printed() {
    let board = agreed();
    board.write("now/data.csv", &DATA.replace("712", "715"));
    let (code, said) = board.run(&["build"]);
    assert_eq!(code, Some(1));
    let told =
        "`children_on_plan` was 712 when the report was signed off on 30 September 2025, and now is 715";
    assert!(said.contains("error[changed-after-sign-off]") && said.contains(told), "{said}");
    // What follows from it has changed as well.
    assert!(said.contains("`children_on_plan.change` was "), "{said}");
    // One correction is enough for a figure and what follows from it.
    let narrative = board.read("now/narrative.toml");
    let correction = "\
[[corrections]]
figure = \"children_on_plan\"
text = \"Three children were counted late.\"

[[corrections]]
figure = \"children_on_plan.change\"
text = \"This follows from it.\"
";
    board.write("now/narrative.toml", &format!("{narrative}\n{correction}"));
    let (code, said) = board.run(&["build"]);
    assert_eq!(code, Some(0), "{said}");
    let page = board.read("now/report/executive-summary.md");
    let printed = "Children on a child protection plan: 712 as agreed on 30 September 2025, now 715. Three children were counted late.\n- Children on a child protection plan, change on the year before: 22 as agreed on 30 September 2025, now 25. This follows from it.\n";
    // Of what was agreed there is left the change in per cent: 22 of 690 then (3.2%), 25 of 690 now (3.6%).
    let followed = "What goes with these, or is made from them, has changed too: 1 other figure.";
    let printed = format!("## Corrections\n\n- {printed}\n{followed}\n");
    assert!(page.contains(&printed), "{page}");
    // Whoever holds the earlier report is told at the head.
    let (head, _) = page.split_once("\n## ").unwrap();
    assert!(
        head.contains("**Corrected since it was agreed: what was put right stands under “Corrections”.**"),
        "{head}"
    );
}

#[test]
fn a_correction_of_one_year_says_nothing_of_another() {
    let board = agreed();
    board.write("now/data.csv", &DATA.replace("690", "691").replace("712", "1424"));
    let correction =
        "\n[[corrections]]\nfigure = \"children_on_plan.previous\"\ntext = \"One was left out.\"\n";
    board.write("now/narrative.toml", &format!("{}{correction}", board.read("now/narrative.toml")));
    let (code, said) = board.run(&["build"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("`children_on_plan` was 712 when the report was signed off"), "{said}");
    // What is made from the corrected year is covered.
    assert!(
        !said.contains("`children_on_plan.previous` was") && !said.contains("`children_on_plan.change` was"),
        "{said}"
    );
}

/// 4,000 and 4,001 of 12,000 are 33.3 for every 100 both: the difference is told by more decimals.
#[test]
fn what_changed_beyond_the_decimals_shown_is_told_by_more_of_them() {
    let board = Board::new(&NARRATIVE.replace("LAST", "").replace(" | as_published", ""));
    let data = |referrals: u16| format!("{DATA}contacts,2024/25,12000\nreferrals,2024/25,{referrals}\n");
    board.write("now/data.csv", &data(4000));
    assert_eq!(board.run(&["build"]).0, Some(0));
    assert_eq!(board.run(&["sign-off", "--by", "Independent chair", "--on", "2025-09-30"]).0, Some(0));
    board.write("now/data.csv", &data(4001));
    let (code, said) = board.run(&["check"]);
    assert_eq!(code, Some(1), "{said}");
    let told = "`contact_to_referral` was 33.3 (33.333333) when the report was signed off on 30 September 2025, and \
                now is 33.3 (33.341667)";
    assert!(said.contains(told), "{said}");
    assert!(
        said.contains(
            "`referrals` was 4,000 when the report was signed off on 30 September 2025, and now is 4,001"
        ),
        "{said}"
    );
}

#[test]
fn a_target_that_was_agreed_changes_only_with_a_correction() {
    let target = |number: u8| {
        let narrative = NARRATIVE.replace("LAST", "").replace(" | as_published", "");
        format!("{narrative}\n[measures.children_on_plan]\npolarity = \"lower\"\ntarget = {number}00\n")
    };
    let board = Board::new(&target(7));
    assert_eq!(board.run(&["build"]).0, Some(0));
    assert_eq!(board.run(&["sign-off", "--by", "Independent chair", "--on", "2025-09-30"]).0, Some(0));
    board.write("now/narrative.toml", &target(8));
    let (code, said) = board.run(&["build"]);
    assert_eq!(code, Some(1));
    let told = "the target of `children_on_plan` was 700 or fewer when the report was signed off on 30 September \
                2025, and now is 800 or fewer";
    assert!(said.contains("error[changed-after-sign-off]") && said.contains(told), "{said}");
    let (_, said) = board.run(&["build", "--check"]);
    assert!(!said.contains("children_on_plan.change"), "{said}");
    let correction =
        "[[corrections]]\nfigure = \"children_on_plan\"\ntext = \"The target was agreed anew.\"\n";
    board.write("now/narrative.toml", &format!("{}\n{correction}", target(8)));
    let (code, said) = board.run(&["build"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("nothing-to-correct"), "{said}");
    let page = board.read("now/report/executive-summary.md");
    let printed =
        "712 (target: 700 or fewer) as agreed on 30 September 2025, now 712. The target was agreed anew.";
    assert!(page.contains(printed), "{page}");
}

#[test]
fn a_correction_of_nothing_and_a_record_that_was_changed_are_found() {
    let board = agreed();
    let narrative = board.read("now/narrative.toml");
    let correction = "\n[[corrections]]\nfigure = \"children_on_plan\"\ntext = \"No reason.\"\n";
    board.write("now/narrative.toml", &format!("{narrative}{correction}"));
    let (code, said) = board.run(&["check"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("warning[nothing-to-correct]"), "{said}");
    let figures = board.read("now/signed-off/figures.json");
    board.write("now/signed-off/figures.json", &figures.replace("712", "715"));
    let (code, said) = board.run(&["check"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("error[sign-off-broken]"), "{said}");
}
