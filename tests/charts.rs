//! Charts: what they say, and that every number that is drawn, and every length, is that of the figures and of the
//! chart's own table.

mod drawn;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::common::{program, repository};
use drawn::{Mark, Shape, charts_of_page, lines_in_tables, marks};

fn build(project: &str, out: &Path) {
    let run = program().arg("build").arg(repository(project)).arg("--out").arg(out).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// Each figure of `figures.json` by its id.
fn figures(out: &Path) -> BTreeMap<String, Value> {
    let json: Value = serde_json::from_str(&fs::read_to_string(out.join("figures.json")).unwrap()).unwrap();
    let figures = json["figures"].as_array().unwrap().iter();
    figures.map(|figure| (figure["id"].as_str().unwrap().to_owned(), figure.clone())).collect()
}

#[test]
fn every_chart_has_its_numbers_as_a_table() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts", out.path());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for table in [
        "**By month**\n\n| Month | April to July 2023 | April to July 2022 |\n| :-- | --: | --: |\n\
         | April | 100 | 90 |\n| May | 1,101 | 95 |\n| June | 99 | 80 |\n",
        "**By source**\n\n| Source | April to July 2023 | April to July 2022 |\n| :-- | --: | --: |\n\
         | Schools | 70 | [x] |\n| Police | 60 | 40 |\n| Housing | approximately 30 | [x] |\n\
         | Probation | fewer than 5 | [x] |\n| Health | [c] | [x] |\n",
        "**By name of source**\n\n| Source | April to July 2023 | April to July 2022 |\n| :-- | --: | --: |\n\
         | Health | [c] | [x] |\n| Housing | approximately 30 | [x] |\n",
        "**By year**\n\n| Year | Referrals to children's social care |\n| :-- | --: |\n\
         | 2021/22 | 400 |\n| 2022/23 | 420 |\n",
        // 60 of 1,398, and 40 of 350 the year before.
        "| Source | April to July 2023 (%) | April to July 2022 (%) |\n| :-- | --: | --: |\n| Schools | 5.0 | [x] |\n\
         | Police | 4.3 | 11.4 |\n| Housing | approximately 2.1 | [x] |\n",
        "**From 1,398 contacts to 50 referrals**\n\n\
         | Step | April to July 2023 | For every 100 of the step before |\n| :-- | --: | --: |\n\
         | Contacts to children's social care | 1,398 | [z] |\n\
         | Referrals to children's social care | 50 | 3.6 |\n",
        // 400 and 420 of 10,000 children; 600,000 of 12,000,000 and 610,000 of 12,200,000.
        "**Rates**\n\n| Year | Our area | England |\n| :-- | --: | --: |\n\
         | 2021/22 | 400 | 500 |\n| 2022/23 | 420 | 500 |\n",
        "**The months of April to July 2023**\n\n\
         | Month | Contacts to children's social care | Section 47 enquiries |\n| :-- | --: | --: |\n\
         | April to July 2023 | 1,398 | [c] |\n| April | 100 | 10 |\n| May | 1,101 | [c] |\n\
         | June | 99 | approximately 12 |\n| July | 98 | fewer than 5 |\n",
    ] {
        assert!(page.contains(table), "{table}\nis not in\n{page}");
    }
}

#[test]
fn a_row_shows_the_months_of_its_figure() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts", out.path());
    // In Markdown the words for the ends stand alone.
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    let table = "| Figure | April to July 2023 | Month by month |\n| :-- | --: | :-- |\n\
        | Contacts to children's social care | 1,398 | Lowest 98 (Jul), highest 1,101 (May) |\n\
        | Section 47 enquiries | [c] | Of those held, as given, lowest fewer than 5 (Jul), highest \
        approximately 12 (Jun) |\n| Referrals to children's social care, per 10,000 children aged 0 to 17 | [x] | [x] |\n";
    assert!(page.contains(table), "{page}");
    // Beneath, all its numbers.
    let behind = "**Months: the months of April to July 2023**\n\n| Figure | Apr | May | Jun | Jul |\n\
        | :-- | --: | --: | --: | --: |\n| Contacts to children's social care | 100 | 1,101 | 99 | 98 |\n\
        | Section 47 enquiries | 10 | [c] | approximately 12 | fewer than 5 |\n\n[c] means";
    assert!(page.contains(behind), "{page}");
    // On the page, the line beside them, told in words to who can't see it.
    let page = fs::read_to_string(out.path().join("executive-summary.html")).unwrap();
    let lines: Vec<(String, String)> = lines_in_tables(&page);
    let said: Vec<&str> = lines.iter().map(|(_, says)| says.as_str()).collect();
    let contacts = "April 100, May 1,101, June 99, July 98";
    assert_eq!(said, [contacts, "April 10, May no number, June approximately 12, July fewer than 5"]);
}

/// A line in a row holds no more than the words for it and the table behind it, and no other numbers than the figures.
#[test]
fn every_number_of_a_line_in_a_row_is_that_of_the_figures_and_told_in_words() {
    for (project, least) in [("tests/charts", 2), ("sample-data/exampleshire-2024-25", 12)] {
        let out = tempfile::tempdir().unwrap();
        build(project, out.path());
        let figures = figures(out.path());
        let page = fs::read_to_string(out.path().join("executive-summary.html")).unwrap();
        let lines = lines_in_tables(&page);
        assert!(lines.len() >= least, "{project} has {} lines", lines.len());
        let (_, behind) = page.split_once("<details class=\"behind\">").unwrap();
        let behind = drawn::table_of(behind.split_once("</details>").unwrap().0);
        for (line, says) in lines {
            let marks = marks(&line);
            check(&marks, &figures, &says);
            for mark in marks.iter().filter(|mark| mark.value.is_some()) {
                let shown = figures[&mark.figure]["display"].as_str().unwrap();
                assert!(says.contains(&format!(" {shown}")), "{mark:?} is not told in: {says}");
                // In the table it has the decimals of the numbers beside it.
                let number = &behind[&mark.figure];
                let number = number.strip_suffix(".0").unwrap_or(number);
                assert_eq!(number, shown.replace('%', "").trim_end_matches(".0"), "{mark:?}");
            }
        }
    }
}

#[test]
fn the_words_of_a_chart_claim_what_is_certain_and_no_more() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts", out.path());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for words in [
        "![By month. In April to July 2023, the highest is May (1,101) and the lowest July (98). In April to July 2022, \
         the highest is May (95) and the lowest June (80). 1,398 contacts, 299.4% more than in the same months a year \
         before (350).](chart-contacts-by-month.svg)",
        "In April to July 2023, of those held, as given, the highest is Schools (70) and the lowest Probation \
         (fewer than 5). No number can be given for Health.",
        "![By year. The highest is 2022/23 (420) and the lowest 2021/22 (400). 2023/24 is not among the years, because its \
         data run only to July 2023.](chart-referrals-by-year.svg)\n\n2023/24 is not among the years, because its data run \
         only to July 2023.\n",
        "as given, the highest is June (approximately 12) and the lowest July (fewer than 5). No number can be given \
         for May.",
        "Our area: the highest is 2022/23 (420) and the lowest 2021/22 (400). England: all are the same (500).",
        "Contacts to children's social care: 1,398; the highest is May (1,101) and the lowest July (98).",
        "1,398 contacts. 50 referrals, 3.6 for every 100 contacts.](chart-contacts-to-referrals.svg)",
        "~ marks a number that is approximate. A pale stretch shows where a number lies that is known only within \
         bounds. A gap stands where no number can be given: the table says why.",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
}

/// What is not held of a category that the year before had, or has only now, stands as a gap: its absence changes what
/// can be said of the others.
#[test]
fn a_category_of_either_year_stays_in_the_picture() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/held", out.path());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for words in [
        "**By source**\n\n| Source | 2024/25 | 2023/24 |\n| :-- | --: | --: |\n| Police | 60 | 20 |\n\
         | Health | 50 | 30 |\n| Probation | 30 | [x] |\n| Housing | [x] | 50 |\n",
        "![By source. In 2024/25, of those held, the highest is Police (60) and the lowest Probation (30). No number can \
         be given for Housing. In 2023/24, of those held, the highest is Housing (50) and the lowest Police (20). No \
         number can be given for Probation.",
        // A year of which all is withheld is not one of which nothing is known.
        "**Withheld then**\n\n| Source | 2024/25 | 2023/24 |\n| :-- | --: | --: |\n| Schools | 7 | [c] |\n\
         | Police | 5 | [c] |\n",
        "![Withheld then. In 2024/25, the highest is Schools (7) and the lowest Police (5). In 2023/24, no number can be \
         given. ",
        // Of the year that the figure names, and the year before that.
        "**By source then**\n\n| Source | 2023/24 | 2022/23 |\n| :-- | --: | --: |\n| Housing | 50 | [x] |\n\
         | Health | 30 | [x] |\n| Police | 20 | [x] |\n| Schools | [x] | 90 |\n",
        // 60, 50 and 30 of 140; 20, 30 and 50 of 100.
        "| Police | 42.9 | 20 |\n| Health | 35.7 | 30 |\n| Probation | 21.4 | [x] |\n| Housing | [x] | 50 |\n",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
}

/// The report's own year stands among the years also where its number can't be given, and so does one that is withheld.
#[test]
fn a_chart_by_year_runs_to_the_year_of_the_report() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/held", out.path());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for words in [
        "![Section 47 enquiries by year. Of those held, the highest is 2023/24 (12) and the lowest 2022/23 (10). No number \
         can be given for 2021/22 and 2024/25.]",
        "| Year | Section 47 enquiries |\n| :-- | --: |\n| 2021/22 | [c] |\n| 2022/23 | 10 |\n| 2023/24 | 12 |\n\
         | 2024/25 | [c] |\n",
        "![Child protection plans started by year. Of those held, the highest is 2023/24 (12) and the lowest 2022/23 (10). \
         No number can be given for 2024/25.]",
        "| Year | Child protection plans started |\n| :-- | --: |\n| 2022/23 | 10 |\n| 2023/24 | 12 |\n| 2024/25 | [x] |\n",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
}

/// Data may go on beyond what the report is of: into the rest of its year, or into the next.
#[test]
fn a_chart_by_year_ends_where_the_report_ends() {
    let years = "measure,period,value\ncontacts,2022/23,100\ncontacts,2023/24,110\n\
                 contacts,2024-04 to 2024-09,60\ncontacts,2024-10 to 2025-03,90\ncontacts,2025/26,200\n";
    let narrative = |more: &str| {
        format!(
            "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2024/25\"\n{more}[[data]]\nfile = \"a.csv\"\n\
             [[sections]]\ntitle = \"A\"\ncharts = [{{ figure = \"contacts\", by = \"year\" }}]\n"
        )
    };
    for (more, says) in [
        ("", "The highest is 2024/25 (150) and the lowest 2022/23 (100)."),
        (
            "data_to = \"2024-09\"\n",
            "The highest is 2023/24 (110) and the lowest 2022/23 (100). 2024/25 is not among the years, because its data \
             run only to September 2024.",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("narrative.toml"), narrative(more)).unwrap();
        fs::write(folder.path().join("a.csv"), years).unwrap();
        let out = folder.path().join("report");
        build(folder.path().to_str().unwrap(), &out);
        let page = fs::read_to_string(out.join("executive-summary.md")).unwrap();
        assert!(page.contains(says) && !page.contains("2025/26"), "{says}\n{page}");
    }
}

/// What is no count is not called by what it counts: title, description and table say what it is.
#[test]
fn a_chart_by_year_says_what_its_numbers_are() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/held", out.path());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for words in [
        // 45 of 90, 40 of 100, 35 of 140.
        "**Referrals for every 100 contacts, by year: highest in 2022/23 (50)**\n\n\
         | Year | Referrals for every 100 contacts |\n| :-- | --: |\n| 2022/23 | 50 |\n| 2023/24 | 40 |\n| 2024/25 | 25 |\n",
        // 9 of 45, 10 of 40, 7 of 35.
        "**Referrals within 12 months of an earlier one, per cent, by year: highest in 2023/24 (25%)**\n\n\
         | Year | Referrals within 12 months of an earlier one (%) |\n| :-- | --: |\n| 2022/23 | 20 |\n\
         | 2023/24 | 25 |\n| 2024/25 | 20 |\n",
        "**Referrals to children's social care, per 10,000 children aged 0 to 17, by year: highest in 2022/23 (45)**\n\n\
         | Year | Referrals to children's social care, per 10,000 children aged 0 to 17 |\n| :-- | --: |\n\
         | 2022/23 | 45 |\n| 2023/24 | 40 |\n| 2024/25 | 35 |\n",
        // The mean of 90 and 100, and of 100 and 140.
        "**Contacts a year on average, by year: highest in 2024/25 (120)**\n\n| Year | Contacts a year on average |\n\
         | :-- | --: |\n| 2023/24 | 95 |\n| 2024/25 | 120 |\n",
        // A share is one of something: 60 of 140 contacts here, 4 of the 4 meetings held there.
        "**Contacts to children's social care, per cent of the total, by source**\n\n| Source |",
        "**Meetings attended, per cent of meetings, by agency: highest for Police (100%)**\n\n\
         | Agency | 2024/25 (%) |\n| :-- | --: |\n| Police | 100 |\n",
        "**Contacts to children's social care, source: Police, by year: highest in 2024/25 (60)**\n\n\
         | Year | Contacts to children's social care, source: Police |\n| :-- | --: |\n| 2023/24 | 20 |\n| 2024/25 | 60 |\n",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
}

/// The bars of a chart's file: their class, where each begins, and how far it reaches, in thousandths of a per cent.
fn bars(out: &Path, file: &str) -> Vec<(String, i64, i64)> {
    drawn::bars(&fs::read_to_string(out.join(file)).unwrap())
}

/// Solid is what is certain, from nought to the nearer end; pale is where the number may lie beyond it.
#[test]
fn what_is_known_within_bounds_is_drawn_solid_as_far_as_it_is_certain() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/bounds", out.path());
    // From −60 to 30 on 54 of 100, so 0.6 for each: nought stands at 36.
    let expected = [
        ("bar s1", 36_000, 18_000), // School: 30.
        ("bar s1", 36_000, 0),      // Health: anything from −1 to 3, so nothing is certain.
        ("bar pale s1", 35_400, 2_400),
        ("bar s1", 29_400, 6_600), // Other: −11 at the most.
        ("bar pale s1", 0, 29_400),
        ("bar s2", 36_000, 9_600), // Other, the year before: 16 at the least.
        ("bar pale s2", 45_600, 8_400),
        ("bar s1", 2_400, 33_600), // Police: −60 to −56.
        ("bar pale s1", 0, 2_400),
    ];
    let drawn = bars(out.path(), "chart-visits-change-by-source.svg");
    let drawn: Vec<_> = drawn.iter().map(|(class, at, width)| (class.as_str(), *at, *width)).collect();
    assert_eq!(drawn, expected);
}

/// Lines of bounds go from their known end away from nought, also where nothing else is drawn beyond.
#[test]
fn an_open_bound_is_drawn_on_the_side_on_which_it_is_open() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/bounds", out.path());
    let svg = fs::read_to_string(out.path().join("chart-visits-source-other-change-by-year.svg")).unwrap();
    let [rise, fall] = drawn::bounds(&svg).try_into().unwrap();
    let nought = drawn::nought(&svg);
    // 16 or more in 2022/23, −11 or less in 2023/24: heights are counted downwards.
    assert!(rise.1 < rise.0 && rise.0 < nought, "{rise:?} {nought}");
    assert!(nought < fall.1 && fall.1 < fall.0, "{fall:?} {nought}");
}

/// 100 and −20 of 80: there is no frame of 100 in which these are parts.
#[test]
fn shares_beyond_the_whole_have_their_length() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/bounds", out.path());
    // From −25 to 125 on 54 of 100, so 0.36 for each: nought stands at 9.
    let expected = [("bar s1".to_owned(), 9_000, 45_000), ("bar s1".to_owned(), 0, 9_000)];
    assert_eq!(bars(out.path(), "chart-budget-percent-of-total-by-item.svg"), expected);
}

#[test]
fn a_chart_says_all_that_its_table_does() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/bounds", out.path());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for words in [
        // Each step by its name, and each doubt of what leads to it.
        "![Steps. 1,100 contacts. Approximately 500 referrals, approximately 45.5 for every 100 contacts. Fewer than 5 \
         section 47 enquiries, approximately between 0 and 0.8 for every 100 referrals. Initial child protection \
         conferences: no number can be given. No child protection plans started; for every 100 initial child protection \
         conferences no number can be given.]",
        // Two Aprils are told apart by their years.
        "![Months. The highest is March 2024 (75) and the lowest April 2022 (50).",
        "**Months**\n\n| Month | April 2022 to March 2024 |\n| :-- | --: |\n| April 2022 | 50 |\n| May 2022 | 51 |\n",
        "| March 2023 | 61 |\n| April 2023 | 64 |\n",
        // 200 and 300 in the one year, 210 and 150 in the other, of which one is another's.
        "| Year | Our area | Neighbours' median |\n| :-- | --: | --: |\n| 2022/23 | 400 | 250 (2 of 3) |\n\
         | 2023/24 | 420 | 180 (2 of 3) |\n",
        "\n\nNeighbours' median: 2 of 3 areas in 2022/23 and 2 of 3 in 2023/24. Years in which they are not the same areas \
         are not joined.\n\n**Rates**",
        "the lowest 2023/24 (180). Neighbours' median: 2 of 3 areas in 2022/23",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
    let file = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    assert!(file("chart-contacts-to-plans-started.svg").contains("↓ ~0–0.8 for every 100"));
    let rates = file("chart-assessments-per-10000-by-year.svg");
    assert_eq!((rates.matches("\"line s1\"").count(), rates.matches("\"line s2\"").count()), (1, 0));
    let months = file("chart-calls-2022-04-to-2024-03-by-month.svg");
    // As many as have room on a phone.
    let named: Vec<&str> =
        months.split('<').filter_map(|tag| tag.split_once('>')?.1.strip_suffix(" 2023")).collect();
    assert_eq!(named, ["Jul"]);
    assert!(months.contains(">Nov 2022<") && months.contains(">Mar 2024<") && !months.contains(">April"));
    let page = file("executive-summary.html");
    assert!(page.contains("Calls, April 2022 to March 2024, by month<"), "the period once");
}

/// Who only hears a chart is told what its numbers are of, and why there are none.
#[test]
fn a_description_names_its_subject() {
    let out = tempfile::tempdir().unwrap();
    build("tests/charts/held", out.path());
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for words in [
        "20% each). Referrals within 12 months of an earlier one: 20%, down 5 percentage points on the year before (25%).]",
        "**Referrals within 12 months of an earlier one: 20%, down 5 percentage points on the year before (25%)**\n\n| Month",
        "Contacts a year on average: 120 contacts, 26.3% higher than",
        // A count says what is counted.
        "35 referrals per 10,000 children aged 0 to 17, 12.5% lower than the year before (40).]",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
}

#[test]
fn a_chart_without_numbers_says_why_there_are_none() {
    let out = tempfile::tempdir().unwrap();
    let project = repository("tests/charts/none");
    let run =
        program().args(["build", "--draft"]).arg(project).arg("--out").arg(out.path()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for words in [
        "![Shares. No share can be given: there were none.]",
        "![Withheld. None of its numbers can be given.]",
        "![Awaited. None of its numbers is held yet.]",
    ] {
        assert!(page.contains(words), "{words}\nis not in\n{page}");
    }
}

/// The picture holds just what the figures are: each mark its number, each length in proportion.
#[test]
fn every_number_that_is_drawn_is_that_of_the_figures() {
    for project in ["tests/charts", "sample-data/exampleshire-2024-25"] {
        let out = tempfile::tempdir().unwrap();
        build(project, out.path());
        let figures = figures(out.path());
        let mut files = 0;
        for entry in fs::read_dir(out.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "svg") {
                files += 1;
                check(&marks(&fs::read_to_string(&path).unwrap()), &figures, &path.display().to_string());
            }
        }
        assert!(files >= 6, "{project} has {files} charts");
    }
}

fn check(marks: &[Mark], figures: &BTreeMap<String, Value>, chart: &str) {
    assert!(!marks.is_empty(), "{chart} shows nothing");
    let mut proportions = BTreeMap::new();
    for mark in marks {
        if mark.figure.is_empty() {
            assert!(["[x]", "[z]"].contains(&mark.signs.as_str()), "{chart}: {mark:?}");
            continue;
        }
        let figure = figures.get(&mark.figure).unwrap_or_else(|| panic!("{chart}: {mark:?} is no figure"));
        let number = |key: &str| match &figure[key] {
            Value::Null => None,
            number => Some(number.to_string()),
        };
        let single = number("value").is_some();
        assert_eq!(mark.value, number("value"), "{chart}: {mark:?}");
        assert_eq!(mark.low, number("low").filter(|_| !single), "{chart}: {mark:?}");
        assert_eq!(mark.high, number("high").filter(|_| !single), "{chart}: {mark:?}");
        if figure["status"] == "exact" {
            assert_eq!(mark.signs, figure["display"].as_str().unwrap(), "{chart}: {mark:?}");
        }
        if let (Some(value), Some(length)) = (&mark.value, mark.length) {
            proportions.entry((mark.shape, mark.base)).or_insert_with(Vec::new).push((value.clone(), length));
        }
    }
    for ((shape, _), lengths) in proportions {
        in_proportion(shape, &lengths, chart);
    }
}

/// Lengths go with their numbers from nought: each is off by no more than the rounding of either.
#[expect(clippy::float_arithmetic, reason = "measures what is drawn; nothing of it is shown")]
fn in_proportion(shape: Shape, lengths: &[(String, i64)], chart: &str) {
    let number = |digits: &str| digits.parse::<f64>().unwrap();
    let length = |length: i64| f64::from(i32::try_from(length).unwrap());
    let longest = lengths.iter().max_by_key(|(_, length)| *length).unwrap();
    for (value, drawn) in lengths {
        let expected = number(value) * length(longest.1) / number(&longest.0).max(1e-9);
        assert!(
            (length(*drawn) - expected).abs() <= 2.0,
            "{chart}: {shape:?} of {value} is {drawn}, not {expected}"
        );
    }
}

#[test]
fn a_page_shows_the_same_numbers_in_the_picture_and_in_its_table() {
    let out = tempfile::tempdir().unwrap();
    build("sample-data/exampleshire-2024-25", out.path());
    let page = fs::read_to_string(out.path().join("annual-report.html")).unwrap();
    let charts = charts_of_page(&page);
    assert!(charts.len() >= 6, "{} charts", charts.len());
    for (drawn, table) in charts {
        let in_picture: BTreeMap<String, String> =
            marks(&drawn).into_iter().map(|mark| (mark.figure, mark.signs.replace('%', ""))).collect();
        let in_table: BTreeMap<String, String> = drawn::table_of(&table);
        assert_eq!(in_picture, in_table);
    }
}
