//! Every finding on the narrative file, with the place where it is told.

use super::{REPORT, read_project};

/// Two measures to declare figures from: what a case adds begins on line 16.
const MEASURES: &str = "\
[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013/14\"
[measures.welfare_calls]\nlabel = \"L\"\nsingular = \"a\"\nplural = \"as\"\nkind = \"events\"
[measures.safe_places]\nlabel = \"L\"\nsingular = \"b\"\nplural = \"bs\"\nkind = \"snapshot\"\naliases = [\"sp\"]\n";

#[track_caller]
fn assert_found(before: &str, added: &str, expected: &[&str]) {
    let data: &[(&str, &[u8])] = &[("data/calls.csv", b"x"), ("data/places.csv", b"x")];
    let (_, told, findings) = read_project(&format!("{before}{added}"), data);
    assert_eq!(told, expected, "{added}\n{:#?}", findings.sorted());
    for finding in findings.sorted() {
        assert!(!finding.message.ends_with('.'), "{}", finding.message);
        assert!(!finding.help.is_empty(), "no way out of: {}", finding.message);
    }
}

#[test]
fn faults_of_toml_are_told_where_they_are_and_only_once() {
    for (added, expected) in [
        ("footer = “curly”\n", &["5:10 toml-syntax"][..]),
        ("footer = \"open\nwebsite = \"w\"\n", &["5:15 toml-syntax"]),
        ("template_folder = \"C:\\Users\\me\"\n", &["5:24 toml-syntax"]),
        ("footer\nwebsite = 3\n", &["5:7 toml-syntax", "6:11 wrong-type"]),
        (
            "footer = one\nwebsite = two\n[terms]\nbdy = \"x\"\n",
            &["5:10 toml-syntax", "6:11 toml-syntax", "8:1 unknown-key"],
        ),
        ("data_to = 2014-02\n", &["5:11 toml-syntax"]),
        ("year = \"2013/14\"\n", &["5:1 toml-syntax"]),
        ("summary = \"\"\"\nnever closed\n[terms]\nbdy = 1\n", &["5:11 toml-syntax"]),
        ("templates = [\"a\", \n[terms]\nbdy = 1\n", &["5:13 toml-syntax"]),
        (
            "templates = [1 2]\n[[sections]]\ntitle = \"x\"\ntables = [{ caption = \"c\"\n[terms]\nbdy = 1\n",
            &["5:14 toml-syntax", "8:10 toml-syntax"],
        ),
        ("footer = \"a\"\n[[sections]\ntitle = 1\n", &["6:12 toml-syntax"]),
        ("[terms\nbody = \"x\"\n[trems]\n", &["5:7 toml-syntax"]),
        ("footer = \"say \"hi\" now\"\n", &["5:16 toml-syntax"]),
        ("footer = \"a\u{1}b\"\n", &["5:12 toml-syntax"]),
    ] {
        assert_found(REPORT, added, expected);
    }
}

#[test]
fn hints_name_what_a_word_processor_or_windows_did() {
    for (added, hint) in [
        ("footer = “curly”\n", "curly"),
        ("footer = ‘curly’\n", "curly"),
        ("template_folder = \"C:\\Users\\me\"\n", "`/`"),
        ("footer = \"open\n", "at its end"),
        ("summary = \"\"\"\nopen\n", "three quotation marks"),
    ] {
        let (_, _, findings) = read_project(&format!("{REPORT}{added}"), &[]);
        let help = findings.sorted()[0].help.join(" ");
        assert!(help.contains(hint), "{added}: {help}");
    }
}

#[test]
fn keys_and_values_that_do_not_fit_are_told_where_they_are() {
    for (added, expected) in [
        ("footr = \"x\"\n", &["5:1 unknown-key"][..]),
        ("[[sectoins]]\ntitle = \"x\"\n", &["5:3 unknown-key"]),
        ("[[sections]]\ntitel = \"x\"\n", &["6:1 unknown-key"]),
        ("[[sections]]\ntext = \"x\"\n", &["5:1 missing-key"]),
        ("[[sections]]\ntitle = \"\"\n", &["6:10 missing-key"]),
        ("[[sections]]\ntitle = 3\n", &["6:9 wrong-type"]),
        ("[sections]\ntitle = \"x\"\n", &["5:1 wrong-type"]),
        ("first_month = \"April\"\n", &["5:15 wrong-type"]),
        ("first_month = 13\n", &["5:15 number-out-of-range"]),
        ("as_at = \"2014-09-01\"\n", &["5:9 wrong-type"]),
        ("as_at = 2014-09-01T10:00:00\n", &["5:9 wrong-type"]),
        ("templates = [1]\n", &["5:14 wrong-type"]),
        ("footer = \"a\\nb\"\n", &["5:12 line-break"]),
        ("data_to = \"Feb 2014\"\n", &["5:12 year-or-month-not-readable"]),
        ("data_to = \"2012-02\"\n", &["5:12 data-to-outside-year"]),
        ("[[risks]]\nrisk = \"x\"\nimpact = \"hgih\"\n", &["7:11 word-not-allowed"]),
        ("[[sections]]\ntitle = \"x\"\nname = \"Front door\"\n", &["7:9 name-form"]),
        ("[[sections]]\ntitle = \"x\"\nshow = [\"prioritys\"]\n", &["7:10 word-not-allowed"]),
        ("[[sections]]\ntitle = \"x\"\nshow = [\"sections\"]\n", &["7:10 word-not-allowed"]),
        (
            "[[sections]]\ntitle = \"x\"\n[[sections.sections]]\ntitle = \"y\"\n[[sections.sections.sections]]\n",
            &["9:21 unknown-key"],
        ),
        (
            "[[sections]]\ntitle = \"x\"\ntables = [{ caption = \"c\", figures = [\"a.chnage\"], columns = [\"last yaer\", \"2012/14\"] }]\n",
            &["7:40 unreadable-figure", "7:64 word-not-allowed", "7:77 year-or-month-not-readable"],
        ),
        ("summary = \"a\\tb\\u0007c\"\n", &["5:16 stray-character"]),
        ("summary = { fiel = \"x.md\" }\n", &["5:13 unknown-key"]),
        ("summary = { file = \"../x.md\" }\n", &["5:21 outside-project"]),
        ("summary = { file = \"x.md\" }\n", &["5:21 file-not-found"]),
        (
            "[[priorities]]\ntitle = \"x\"\ndone = [{ items = [\"a\"] }, 3]\n",
            &["7:9 missing-key", "7:28 wrong-type"],
        ),
    ] {
        assert_found(REPORT, added, expected);
    }
}

#[test]
fn a_report_without_its_year_or_with_an_impossible_one_is_no_narrative() {
    for (toml, expected) in [
        ("", &["1:1 missing-key"][..]),
        ("[report]\nboard = \"B\"\ntitle = \"T\"\n", &["1:1 missing-key"]),
        ("[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013/15\"\n", &["4:9 year-or-month-not-readable"]),
        ("[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013\"\n", &["4:9 year-or-month-not-readable"]),
        ("[report]\nboard = \"B\"\ntitle = \"T\"\nyear = 2013\n", &["4:8 wrong-type"]),
    ] {
        let (narrative, told, _) = read_project(toml, &[]);
        assert_eq!(told, expected, "{toml}");
        assert!(narrative.is_none());
    }
}

#[test]
fn measures_and_figures_that_cant_be_are_told_where_they_are() {
    for (added, expected) in [
        ("[measures.Calls]\nlabel = \"x\"\n", &["16:11 name-form"][..]),
        ("[measures.change]\nlabel = \"x\"\n", &["16:11 reserved-name"]),
        ("[measures.sp]\nheadings = [\"x\"]\n", &["16:11 alias-declared"]),
        ("[measures.welfare_cals]\nheadings = [\"x\"]\n", &["16:11 missing-key"]),
        ("weight = \"safe_palces\"\n", &["16:11 undeclared-measure"]),
        ("[figures.report]\nlabel = \"x\"\nsum = [\"sp\"]\n", &["16:10 reserved-name"]),
        ("[figures.sp]\nlabel = \"x\"\nsum = [\"welfare_calls\"]\n", &["16:10 name-taken"]),
        ("[figures.x]\nlabel = \"x\"\n", &["16:10 not-one-declaration"]),
        ("[figures.x]\nsum = [\"sp\"]\n", &["16:10 missing-key"]),
        ("target = 90\n", &["16:10 target-without-polarity"]),
        ("[figures.contact_to_referral]\ntarget = 90\n", &["17:10 target-without-polarity"]),
        ("[figures.repeat_plan_percent]\ntarget = 20\namber = 15\n", &["18:9 amber-beyond-target"]),
        ("[figures.repeat_plan_percent]\namber = 15\n", &["17:9 amber-beyond-target"]),
        ("[figures.repeat_plan_percent]\ntarget = 20\namber = 25\n", &[]),
        (
            "[figures.x]\nlabel = \"x\"\nsum = [\"sp\"]\nratio = { of = \"sp\", per = \"sp\" }\n",
            &["16:10 not-one-declaration"],
        ),
        (
            "[figures.x]\nlabel = \"x\"\nratio = { of = \"safe_palces\", per = \"sp[2012\" }\n",
            &["18:17 unknown-figure-in-declaration", "18:38 unreadable-figure"],
        ),
        (
            "[figures.x]\nlabel = \"x\"\naverage = { of = \"sp\", years = 1 }\n",
            &["18:32 number-out-of-range"],
        ),
        ("[figures.x]\nlabel = \"x\"\naverage = { of = \"sp\", years = true }\n", &["18:32 wrong-type"]),
        ("[figures.x]\nlabel = \"x\"\nsingular = \"y\"\nsum = [\"sp\"]\n", &["16:10 missing-key"]),
        (
            "[figures.a]\nlabel = \"x\"\nsum = [\"b.change\", \"sp\"]\n[figures.b]\nlabel = \"x\"\nsum = [\"a\"]\n",
            &["16:10 circular-figure"],
        ),
        ("[figures.a]\nlabel = \"x\"\nsum = [\"a\"]\n", &["16:10 circular-figure"]),
    ] {
        assert_found(MEASURES, added, expected);
    }
}

#[test]
fn data_files_that_cant_be_are_told_where_they_are() {
    for (added, expected) in [
        ("[[data]]\nfile = \"data/*.xls\"\n", &["17:9 no-file-matches"][..]),
        ("[[data]]\nfile = \"data/*.xls\"\nstate = \"awaited\"\n", &[]),
        (
            "[[data]]\nfile = \"data/*.csv\"\n[[data]]\nfile = \"./data/calls.csv\"\n",
            &["19:9 file-declared-twice"],
        ),
        (
            "[[data]]\nfile = \"data/calls.csv\"\nmeasures = [\"welfare_cals\"]\n",
            &["18:14 undeclared-measure"],
        ),
        ("[[data]]\nfile = \"data/calls.csv\"\nsymbols = { \":\" = \"q\" }\n", &["18:20 word-not-allowed"]),
        ("[[data]]\nstate = \"final\"\n", &["16:1 missing-key"]),
    ] {
        assert_found(MEASURES, added, expected);
    }
}

#[test]
fn where_toml_is_faulty_nothing_is_missed_that_may_stand_on_the_faulty_line() {
    assert_found("[report]\nyear = \"2013/14\"\nboard = “B”\n", "", &["3:9 toml-syntax"]);
    assert_found(
        REPORT,
        "footer = x y\n[figures.a]\nlabel = \"x\"\nsum = [\"unheard_of\"]\n",
        &["5:10 toml-syntax"],
    );
}
