//! The narrative file as a whole: what is read from it, and what is found wrong with it and where.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{read, schema};
use crate::diagnostic::Findings;
use crate::load::{Files, Folder, ReadFault};
use crate::model::{
    Content, DataShape, DataState, Declaration, FigureId, Kind, Narrative, PeriodForm, Polarity, Ratio,
    Record, Year, YearsAsked,
};

/// A project folder in memory.
struct Project(BTreeMap<&'static str, Vec<u8>>);

impl Folder for Project {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).cloned().ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

/// What is read of a project whose narrative is `toml`, and its findings as `file:line:column code`.
fn read_project(toml: &str, others: &[(&'static str, &[u8])]) -> (Option<Narrative>, Vec<String>, Findings) {
    let mut contents: BTreeMap<_, _> = others.iter().map(|(path, bytes)| (*path, bytes.to_vec())).collect();
    contents.insert("narrative.toml", toml.as_bytes().to_vec());
    let project = Project(contents);
    let mut files = Files::of(&project);
    let mut findings = Findings::default();
    let narrative = read(&mut files, "narrative.toml", &mut findings);
    let told = findings
        .sorted()
        .iter()
        .map(|finding| {
            let place = finding.place.unwrap();
            let file = files.get(place.file).unwrap();
            let (line, column) = file.line_and_column(place.start);
            let path = file.path.trim_start_matches("narrative.toml");
            format!("{path}{line}:{column} {}", finding.code.name)
        })
        .collect();
    (narrative, told, findings)
}

/// Four lines that make a narrative: what a case adds begins on line 5.
const REPORT: &str = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013/14\"\n";

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
        ("[figures.x]\nsum = [\"sp\"]\n", &["16:1 missing-key"]),
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

#[test]
fn text_points_at_its_bytes_through_escapes_and_pasted_bullets() {
    let toml = format!("{REPORT}summary = \"\"\"\r\n• one \\\r\n   two\r\n• \\u00e9 three\"\"\"\r\n");
    let (narrative, told, _) = read_project(&toml, &[]);
    assert_eq!(told, Vec::<String>::new());
    let narrative = narrative.unwrap();
    let text = narrative.report_text("summary").unwrap();
    assert_eq!(text.as_str(), "- one two\n- é three");
    for word in ["one", "two", "three"] {
        assert_eq!(text.offset(text.as_str().find(word).unwrap()), toml.find(word).unwrap(), "{word}");
    }
}

#[test]
fn prose_may_stand_in_a_file_of_its_own_even_one_saved_by_an_old_word_processor() {
    let toml = format!("{REPORT}summary = {{ file = \"text\\\\s.md\" }}\n");
    let (narrative, told, _) = read_project(&toml, &[("text/s.md", b"\x95 \xa3500\r\n")]);
    assert_eq!(told, ["text/s.md1:1 read-as-windows-1252"]);
    assert_eq!(narrative.unwrap().report_text("summary").unwrap().as_str(), "- £500\n");
}

#[test]
fn every_example_of_the_schema_is_read_as_it_stands() {
    for block in schema::blocks().into_iter().filter(|block| block.heading.starts_with('[')) {
        let Some(path) = block.heading.strip_prefix('[').and_then(|h| h.strip_suffix(']')) else { continue };
        for key in &block.keys {
            let required = block.keys.iter().filter(|other| other.required && other.name != key.name);
            let lines: String =
                required.chain([key]).map(|key| format!("{} = {}\n", key.name, key.example)).collect();
            let path = path.replace("NAME", "name_of_it");
            let toml = format!("[{path}]\n{lines}");
            let toml = if path == "report" { toml } else { format!("{REPORT}{toml}") };
            let (_, _, findings) = read_project(&toml, &[]);
            let of_form = |code: &str| {
                matches!(
                    code,
                    "unknown-key" | "wrong-type" | "word-not-allowed" | "toml-syntax" | "number-out-of-range"
                )
            };
            let found: Vec<_> = findings.sorted().into_iter().filter(|f| of_form(f.code.name)).collect();
            assert!(found.is_empty(), "{toml}{found:#?}");
        }
    }
}

const WHOLE: &str = r#"
[report]
board = "Exampleshire Safeguarding Children Board"
title = "Annual report 2013/14"
year = "2013-14"
first_month = 4
data_to = "2014-02"
as_at = 2014-09-01
templates = ["executive-summary"]
template_folder = "templates"
website = "www.example.org"
footer = "Published September 2014"
summary = "There were {{ contacts }}."

[terms]
body = "board"
leader = "chair"
guidance = "Working together"

[[data]]
file = "data/*.csv"
supplied_by = "Children's social care"
state = "provisional"
shape = "long"
period = "month"
measures = ["welfare_calls"]
symbols = { ":" = "x", "[low]" = "low" }

[measures.welfare_calls]
label = "Welfare calls"
singular = "welfare call"
plural = "welfare calls"
kind = "percentage"
polarity = "lower"
target = 95.5
weight = "visits"
complete = ["source"]
definition = "Calls made."
source = "Local"
aliases = ["wc"]
headings = ["Calls (MASH)"]

[measures.visits]
label = "Visits"
singular = "visit"
plural = "visits"
kind = "events"

[figures]
a_conversion = { label = "L", conversion = { from = "wc", to = 'visits["source=Police"]' } }
b_percent = { label = "L", percent = { part = "visits", whole = "visits" } }
c_ratio = { label = "L", ratio = { of = "visits", per = "visits" }, singular = "family", plural = "families" }
d_n_of_n = { label = "L", n_of_n = { part = "visits", whole = "visits" } }
e_sum = { label = "L", sum = ["visits", "b_percent"] }
f_difference = { label = "L", difference = { from = "visits", take = "visits" } }
g_average = { label = "L", average = { of = "visits", years = 3 } }
h_range = { label = "L", range = { of = "visits", years = ["2010/11", "2011-12"] } }

[[sections]]
title = "Safeguarding activity"
name = "activity"
text = """
There were {{ contacts["source=Police"].percent_of_total }}.
"""
show = "priorities"
only = ["executive-summary"]
tables = [{ caption = "The front door", figures = ["contacts", "referrals"], columns = ["this year", "2011/12"] }]

[[sections.sections]]
title = "Within"

[[priorities]]
title = "Neglect"
summary = "S"
led_by = "Jo"
impact = "I"
done = ["One", { text = "Two", items = ["a", "b"] }, { file = "text/three.md" }]
next = "Alone"

[[judgements]]
theme = "T"
by = "Ofsted"
date = "March 2014"
grade = "Good"
text = "X"

[[risks]]
risk = "R"
impact = "high"
comment = "C"
group = "G"
"#;

fn whole() -> Narrative {
    let others: &[(&str, &[u8])] =
        &[("data/b.csv", b""), ("data/a.csv", b""), ("data/x/c.csv", b""), ("text/three.md", b"Three")];
    let (narrative, told, _) = read_project(WHOLE, others);
    assert_eq!(told, Vec::<String>::new());
    narrative.unwrap()
}

#[test]
fn settings_data_and_measures_are_read_into_their_types() {
    let narrative = whole();
    let settings = &narrative.settings;
    assert_eq!(settings.year.to_string(), "2013/14");
    assert_eq!(settings.span.to_string(), "2013-04 to 2014-02");
    assert_eq!(settings.as_at.unwrap().to_string(), "2014-09-01");
    assert_eq!(settings.templates, ["executive-summary"]);
    assert_eq!(settings.template_folder.as_deref(), Some("templates"));

    let paths: Vec<_> = narrative.data.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["data/a.csv", "data/b.csv"]);
    let file = &narrative.data[0];
    assert_eq!((file.state, file.shape), (DataState::Provisional, Some(DataShape::Long)));
    assert_eq!(file.period, Some(PeriodForm::Month));
    assert_eq!(file.supplied_by.as_deref(), Some("Children's social care"));
    assert_eq!(file.symbols, [(":".to_owned(), 'x'), ("[low]".to_owned(), 'k')]);

    let measure = narrative.measures.iter().find(|measure| measure.id.as_str() == "welfare_calls").unwrap();
    assert_eq!((measure.kind, measure.polarity), (Kind::Percentage, Polarity::LowerIsBetter));
    assert_eq!(measure.target, Ratio::parse("95.5"));
    assert_eq!(measure.weight.as_ref().unwrap().as_str(), "visits");
    assert_eq!(
        (measure.aliases.as_slice(), measure.complete.as_slice()),
        (&["wc".to_owned()][..], &["source".to_owned()][..])
    );
}

#[test]
fn declarations_are_read_with_measures_by_their_own_names() {
    let narrative = whole();
    let visits = || FigureId::of("visits");
    let declared =
        |name: &str| narrative.figures.iter().find(|figure| figure.name == name).unwrap().declaration.clone();
    let police = FigureId::parse("visits[source=Police]").unwrap();
    assert_eq!(
        declared("a_conversion"),
        Declaration::Conversion { from: FigureId::of("welfare_calls"), to: police }
    );
    assert_eq!(declared("b_percent"), Declaration::Percent { part: visits(), whole: visits() });
    assert_eq!(declared("c_ratio"), Declaration::Ratio { of: visits(), per: visits() });
    assert_eq!(declared("d_n_of_n"), Declaration::NOfN { part: visits(), whole: visits() });
    assert_eq!(declared("e_sum"), Declaration::Sum(vec![visits(), FigureId::of("b_percent")]));
    assert_eq!(declared("f_difference"), Declaration::Difference { from: visits(), take: visits() });
    assert_eq!(declared("g_average"), Declaration::Average { of: visits(), years: YearsAsked::Latest(3) });
    let years = [2010, 2011].map(|start| Year::beginning(start).unwrap()).to_vec();
    assert_eq!(declared("h_range"), Declaration::Range { of: visits(), years: YearsAsked::These(years) });
}

#[test]
fn sections_and_blocks_are_content_under_their_names() {
    let content = whole().content;
    let names: Vec<_> = content.fields.keys().copied().collect();
    assert_eq!(names, ["judgements", "priorities", "report", "risks", "sections", "terms"]);
    let section = content.records("sections").next().unwrap();
    assert_eq!(
        section.text("text").unwrap().as_str(),
        "There were {{ contacts[\"source=Police\"].percent_of_total }}.\n"
    );
    assert_eq!(section.list("show"), [Content::Choice("priorities")]);
    assert_eq!(section.records("sections").next().unwrap().text("title").unwrap().as_str(), "Within");
    let table = section.records("tables").next().unwrap();
    assert!(matches!(table.list("figures"), [Content::Figure(_), Content::Figure(_)]));
    assert!(matches!(table.list("columns"), [Content::Choice("this year"), Content::Plain(_)]));

    let priority = content.records("priorities").next().unwrap();
    let points = |name: &str| {
        let point =
            |record: &Record| (record.text("text").unwrap().as_str().to_owned(), record.list("items").len());
        priority.records(name).map(point).collect::<Vec<_>>()
    };
    assert_eq!(points("done"), [("One".to_owned(), 0), ("Two".to_owned(), 2), ("Three".to_owned(), 0)]);
    assert_eq!(points("next"), [("Alone".to_owned(), 0)]);
    assert_eq!(content.records("risks").next().unwrap().choice("impact"), Some("high"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces of TOML in any order, most of it faulty.
    #[test]
    fn no_narrative_stops_the_program(pieces in proptest::collection::vec(
        prop_oneof![
            proptest::sample::select(vec![
                "[report]\n", "[[sections]]\n", "[measures.a]\n", "[figures.b]\n", "[", "]", "{", "}", "\"", "\"\"\"",
                "'", "'''", " = ", "\n", "\r\n", ",", ".", "\\", "\\u", "“", "é", "title", "year", "text", "show",
                "file", "sum", "\"2013/14\"", "\"a\"", "2014-09-01", "3", "1.5", "true", "#", "\u{0}", "\u{F0B7}",
            ]).prop_map(str::to_owned),
            ".{0,4}",
        ],
        0..40,
    )) {
        let findings = findings_of(&pieces.concat());
        for finding in findings.sorted() {
            prop_assert!(!finding.message.is_empty());
        }
    }
}

fn findings_of(toml: &str) -> Findings {
    let project = Project(BTreeMap::from([("narrative.toml", toml.as_bytes().to_vec())]));
    let mut findings = Findings::default();
    read(&mut Files::of(&project), "narrative.toml", &mut findings);
    findings
}
