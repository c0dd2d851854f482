//! A board's year, told by commands alone: a report is begun, filled, checked, built and committed; a number changes and
//! is noticed; the report is agreed; the next year's is begun from it, and both are held against each other.

use std::fs;
use std::path::PathBuf;

use crate::common::{Ran, git, program};

/// A folder in which a board keeps its reports, with git around it.
struct Board {
    folder: tempfile::TempDir,
}

impl Board {
    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Types a command in the folder, and says that it ends with `code`.
    fn types(&self, command: &str, code: i32) -> Ran {
        let mut typed = program();
        typed.current_dir(self.folder.path()).env("PATH", std::env::var("PATH").unwrap());
        let ran = Ran::of(typed.args(quoted(command)));
        assert_eq!(ran.code, Some(code), "{command}: {}{}", ran.out, ran.err);
        ran
    }

    fn writes(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn reads(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn changes(&self, path: &str, from: &str, to: &str) {
        let text = self.reads(path);
        assert_eq!(text.matches(from).count(), 1, "{from} in {path}: {text}");
        self.writes(path, &text.replace(from, to));
    }

    fn commits(&self, message: &str) {
        git(self.folder.path(), &["add", "."]);
        git(self.folder.path(), &["commit", "--quiet", "-m", message]);
    }
}

/// The words of a command, of which those in quotation marks belong together.
fn quoted(command: &str) -> Vec<String> {
    let pieces = command.split('"').enumerate();
    let words = pieces.flat_map(|(position, piece)| match position % 2 {
        0 => piece.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![piece.to_owned()],
    });
    words.collect()
}

/// The lines of a listing that stand under `heading`, without the blanks before them.
fn listed<'o>(out: &'o str, heading: &str) -> Vec<&'o str> {
    let below = out.split_once(heading).map(|(_, below)| below).unwrap_or_default();
    below.lines().take_while(|line| line.starts_with("  ")).map(str::trim).collect()
}

const PAGE: &str = "report/executive-summary.md";
const PLANS: &str = "data/children-on-a-plan.csv";

#[test]
fn a_year_from_the_first_report_to_the_next() {
    let board = Board { folder: tempfile::tempdir().unwrap() };
    git(board.folder.path(), &["init", "--quiet", "."]);
    begun_filled_and_built(&board);
    a_number_changes(&board);
    agreed(&board);
    the_next_year_is_begun(&board);
    the_first_export_comes(&board);
    both_years_side_by_side(&board);
}

/// 174 − 150 = 24; 24 ÷ 150 = 16%.
const SENTENCE: &str =
    "There were 174 children on a child protection plan at 31 March 2025, 16% more than a year before (150).";

fn begun_filled_and_built(board: &Board) {
    // The first year is begun, and filled with the board's own name, sentence and numbers.
    board.types("new 2024-25", 0);
    board.changes(
        "2024-25/narrative.toml",
        "board = \"Exampleshire Safeguarding Children Partnership\"",
        "board = \"Ourshire Partnership\"",
    );
    board.changes(
        "2024-25/narrative.toml",
        "were {{ children_on_plan | compared }}.",
        "were {{ children_on_plan | compared }}. Each of them has a social worker.",
    );
    board.writes(&format!("2024-25/{PLANS}"), "date,children_on_plan\n31/03/2024,150\n31/03/2025,174\n");

    // It is checked, built and committed.
    assert_eq!(board.types("check 2024-25 --strict", 0).out, "nothing found\n");
    board.types("build 2024-25", 0);
    let page = board.reads(&format!("2024-25/{PAGE}"));
    assert!(page.contains("# Ourshire Partnership") && page.contains(SENTENCE), "{page}");
    board.commits("The report for 2024/25");
    assert_eq!(board.types("build 2024-25 --check", 0).out, "2024-25/report is up to date\n");
}

fn a_number_changes(board: &Board) {
    // A cell of the export changes. What was committed is noticed to be stale: these figures, these sentences.
    board.changes(&format!("2024-25/{PLANS}"), "31/03/2025,174", "31/03/2025,171");
    let stale = board.types("build 2024-25 --check", 1);
    let figures = listed(&stale.out, "stale figures:\n");
    assert!(figures.contains(&"children_on_plan: 174, would be 171"), "{}", stale.out);
    assert!(figures.contains(&"children_on_plan.change: 24, would be 21"), "{}", stale.out);
    assert!(figures.iter().all(|line| line.starts_with("children_on_plan")), "{}", stale.out);
    let sentences = listed(&stale.out, "stale sentences in executive-summary.md, and what they would be:\n");
    assert_eq!(
        sentences,
        [
            &format!("- {SENTENCE}") as &str,
            "- | Children on a child protection plan | 174 | 150 | 24 | 16 |",
            "- | Children on a child protection plan | 174 | as given | [What happened in 2024/25](#what-happened-in-2024-25) |",
            "+ There were 171 children on a child protection plan at 31 March 2025, 14% more than a year before (150).",
            "+ | Children on a child protection plan | 171 | 150 | 21 | 14 |",
            "+ | Children on a child protection plan | 171 | as given | [What happened in 2024/25](#what-happened-in-2024-25) |",
        ]
    );
    assert!(board.reads(&format!("2024-25/{PAGE}")).contains("174 children"));

    // It is built anew; git and the program say what moved since the commit.
    board.types("build 2024-25", 0);
    let moved = board.types("diff 2024-25@{HEAD} 2024-25 --min-change 1%", 0);
    assert!(
        moved.out.contains("Children on a child protection plan (children_on_plan)\n    174 → 171, −3"),
        "{}",
        moved.out
    );
    board.commits("Three children were counted twice");
}

fn agreed(board: &Board) {
    board.types("sign-off 2024-25 --by \"Independent scrutineer\" --on 2025-09-30", 0);
    board.commits("Agreed");
    board.types("build 2024-25 --check --strict", 0);
}

fn the_next_year_is_begun(board: &Board) {
    // Nothing has come yet, so only a draft can be built, and it says so.
    board.types("new 2025-26 --from 2024-25", 0);
    assert!(!board.path("2025-26/signed-off").exists());
    let awaited = board.types("build 2025-26 --format short", 1);
    let from = "`children_on_plan` is not available: it is awaited from Child protection conference service";
    assert!(awaited.err.contains("error") && awaited.err.contains(from), "{}", awaited.err);
    let draft = board.types("build 2025-26 --draft", 0);
    assert!(
        draft.err.contains("carried over from the report for 2024/25 have not been reviewed"),
        "{}",
        draft.err
    );
    let page = board.reads(&format!("2025-26/{PAGE}"));
    assert!(page.contains("# Ourshire Partnership: Executive summary 2025/26"), "{page}");
    assert!(page.contains("**Draft: not reviewed.**"), "{page}");
    assert!(
        page.contains("[awaited: Contacts to children's social care from Children's social care]"),
        "{page}"
    );
}

fn the_first_export_comes(board: &Board) {
    // With it comes a late entry for last year, which the report sets beside what it printed then.
    fs::create_dir(board.path("2025-26/data")).unwrap();
    board.writes(&format!("2025-26/{PLANS}"), "date,children_on_plan\n31/03/2026,190\n");
    board.changes(&format!("2025-26/2024-25/{PLANS}"), "31/03/2025,171", "31/03/2025,172");
    board.changes(
        "2025-26/narrative.toml",
        "state = \"awaited\"\nmeasures = [\"children_on_plan\"]",
        "state = \"provisional\"",
    );
    board.changes(
        "2025-26/narrative.toml",
        "Each of them has a social worker.",
        "A year before there were {{ children_on_plan.previous | as_published }}.",
    );
    let draft = board.types("build 2025-26 --draft", 0);
    let told = "`children_on_plan.previous`: 171 as published, now 172";
    assert!(
        draft.err.contains("warning[differs-from-published]") && draft.err.contains(told),
        "{}",
        draft.err
    );
    // 190 − 172 = 18; 18 ÷ 172 = 10.5%.
    let page = board.reads(&format!("2025-26/{PAGE}"));
    for sentence in [
        "31 March 2026, 10.5% more than a year before (172).",
        "A year before there were 171 as published; now 172.",
    ] {
        assert!(page.contains(sentence), "{sentence}: {page}");
    }
}

fn both_years_side_by_side(board: &Board) {
    // 190 − 171 = 19; 19 ÷ 171 = 11.1%. What is awaited is lost, and stands first.
    let diff = board.types("diff 2024-25 2025-26", 0);
    for told in [
        "Old: Ourshire Partnership, 2024/25 in “Executive summary 2024/25”\n",
        "New: Ourshire Partnership, 2025/26 in “Executive summary 2025/26”\n",
        "    171 → 190, +19 (+11.1%)\n    note: the old figure is final, the new one provisional\n",
        "    note: the new figure is not available: it is awaited from Children's social care\n",
        "\nGiven differently for the same period\n",
    ] {
        assert!(diff.out.contains(told), "{told}: {}", diff.out);
    }
    assert_eq!(board.types("diff 2024-25 2025-26 --fail-on lost", 1).out, diff.out);
    // Last year's report is as it was agreed.
    board.types("build 2024-25 --check --strict", 0);
}
