//! Whole narratives: each slip at its place, and what looks like one and is none.

use std::collections::BTreeMap;

use super::{Awaited, check};
use crate::diagnostic::Findings;
use crate::load::{Files, Folder, ReadFault, narrative};

/// A project folder in memory.
struct Project(BTreeMap<&'static str, String>);

impl Folder for Project {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

/// Five lines that make a narrative: what a case adds begins on line 6.
const REPORT: &str = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013/14\"\nas_at = 2014-09-01\n";

/// What is found in a narrative, as `file:line:column code`.
fn found(toml: &str, awaited: Awaited, others: &[(&'static str, &str)]) -> (Vec<String>, Findings) {
    let mut contents: BTreeMap<_, _> =
        others.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    contents.insert("narrative.toml", toml.to_owned());
    let project = Project(contents);
    let mut files = Files::of(&project);
    let mut findings = Findings::default();
    let narrative = narrative::read(&mut files, "narrative.toml", &mut findings).expect("a narrative");
    assert!(findings.sorted().is_empty(), "the case itself is faulty: {toml}{findings:#?}");
    check(&narrative, awaited, &mut findings);
    let told = findings.sorted().into_iter().map(|finding| {
        let place = finding.place.unwrap();
        let file = files.get(place.file).unwrap();
        let (line, column) = file.line_and_column(place.start);
        format!("{}{line}:{column} {}", file.path.trim_start_matches("narrative.toml"), finding.code.name)
    });
    (told.collect(), findings)
}

#[track_caller]
fn assert_found(added: &str, expected: &[&str]) {
    let (told, findings) = found(&format!("{REPORT}{added}"), Awaited::Refused, &[]);
    assert_eq!(told, expected, "{added}\n{:#?}", findings.sorted());
    for finding in findings.sorted() {
        assert!(!finding.message.ends_with('.'), "{}", finding.message);
        assert!(!finding.help.is_empty(), "no way out of: {}", finding.message);
    }
}

/// Where the first place that explains the only finding stands, as line and column of the narrative.
#[track_caller]
fn related(added: &str) -> (usize, usize) {
    let toml = format!("{REPORT}{added}");
    let (_, findings) = found(&toml, Awaited::Refused, &[]);
    let before = toml.get(..findings.sorted()[0].related[0].0.start).unwrap();
    (before.matches('\n').count() + 1, before.len() - before.rfind('\n').unwrap_or(0))
}

#[test]
fn an_improvement_that_stands_twice_in_one_list_is_found() {
    let doubled = "[[improvements]]\ntext = \"Read every contact on the day it comes.\"\nwhen = \"at once\"\n\
                   [[improvements]]\ntext = \"Review closed cases each month.\"\nwhen = \"at once\"\n\
                   [[improvements]]\ntext = \"Read every contact on the day it comes\"\nwhen = \"within six months\"\n";
    assert_found(doubled, &["13:9 repeated-text"]);
    assert_eq!(related(doubled), (7, 9));
}

#[test]
fn bullets_of_one_priority_repeated_within_it_and_under_another_are_found() {
    let within = "[[priorities]]\ntitle = \"Neglect\"\ndone = [\n  \"Trained every health visitor.\",\n  \"Agreed one tool for all agencies.\",\n  \
                  \"Wrote to every school in the area.\",\n  \"Agreed one tool for all agencies.\",\n]\n";
    assert_found(within, &["12:4 repeated-text"]);

    let across = "[[priorities]]\ntitle = \"Workforce\"\ndone = [\"Planned all courses anew.\", \"Asked staff what had changed since.\"]\n\
                  [[priorities]]\ntitle = \"Voice\"\ndone = [\"Asked staff what had changed since.\", { text = \"We asked:\", items = [\"children on a plan and their parents\"] }]\n\
                  next = [{ text = \"We asked:\", items = [\"Children on a plan, and their parents\"] }]\n";
    assert_found(across, &["11:10 repeated-text", "12:19 repeated-text"]);
    assert_eq!(related(across), (8, 39));
}

#[test]
fn text_is_repeated_however_it_is_set() {
    let first = "[[sections]]\ntitle = \"A\"\ntext = \"\"\"\nThe board’s “framework” says what is looked at, {{ contacts | counted }}.\n\"\"\"\n";
    for (again, place) in [
        (
            "[[risks]]\nrisk = \"the boards framework says - what is looked at {{contacts|counted}}\"\n",
            "12:9",
        ),
        (
            "[[sections]]\ntitle = \"B\"\ntext = \"\"\"\nFirst.\n\n- **The board's** framework says what\n  is looked at, {{ contacts | counted }}.\n\"\"\"\n",
            "16:3",
        ),
        (
            "[[reviews]]\ntitle = \"C\"\nlearning = \"Ask. The board's framework says what is looked at, {{ contacts | counted }}.\"\n",
            "13:18",
        ),
    ] {
        assert_found(&format!("{first}{again}"), &[&format!("{place} repeated-text")]);
    }
}

#[test]
fn each_repeat_has_one_finding_however_many_sentences_are_copied() {
    let two = "Inspectors visited each service on its own timetable. Actions from their reports are followed up by the board.";
    assert_found(
        &format!(
            "[[sections]]\ntitle = \"A\"\ntext = \"\"\"\n{two}\n\nNot this.\n\n{two}\n\nNor this. {two}\"\"\"\n"
        ),
        &["13:1 repeated-text", "15:11 repeated-text"],
    );
    let one = "Inspectors visited each service on its own timetable.";
    assert_found(
        &format!("[[sections]]\ntitle = \"A\"\ntext = \"{one} {one} {one}\"\n"),
        &["8:63 repeated-text", "8:117 repeated-text"],
    );
}

#[test]
fn a_text_file_is_compared_with_the_narrative_and_told_in_its_own_lines() {
    let sentence = "Every school now hears by the start of the next school day.";
    let toml = format!(
        "{REPORT}[[sections]]\ntitle = \"A\"\ntext = \"{sentence}\"\n[[sections]]\ntitle = \"B\"\ntext = {{ file = \"b.md\" }}\n"
    );
    let (told, _) = found(&toml, Awaited::Refused, &[("b.md", &format!("First.\n\nThen. {sentence}\n"))]);
    assert_eq!(told, ["b.md3:7 repeated-text"]);
}

#[test]
fn what_is_rightly_said_twice_is_not_found() {
    let long = "Every school now hears by the start of the next school day.";
    for added in [
        // Short bullets, and sentences of running text that are shorter than a bullet may be.
        "[[priorities]]\ntitle = \"A\"\ndone = [\"Staff were trained.\"]\n[[priorities]]\ntitle = \"B\"\ndone = [\"Staff were trained.\"]\n".to_owned(),
        "[[sections]]\ntitle = \"A\"\ntext = \"There were none in the year.\"\n[[sections]]\ntitle = \"B\"\ntext = \"There were none in the year.\"\n".to_owned(),
        // Run-in headings and headings.
        "[[sections]]\ntitle = \"A\"\ntext = \"\"\"\n**What we still have to do this year now.** One.\n\n**What we still have to do this year now.** Two.\"\"\"\n".to_owned(),
        "[[sections]]\ntitle = \"A\"\ntext = \"\"\"\n## What we still have to do this year now\nOne.\n\n## What we still have to do this year now\nTwo.\"\"\"\n".to_owned(),
        // Openings of different lists.
        "[[priorities]]\ntitle = \"A\"\ndone = [{ text = \"These people were shown how to use it:\", items = [\"a\"] }, { text = \"These people were shown how to use it:\", items = [\"b\"] }]\n".to_owned(),
        // Sections that no template shows together.
        format!("[[sections]]\ntitle = \"A\"\ntext = \"{long}\"\nonly = [\"executive-summary\"]\n[[sections]]\ntitle = \"B\"\ntext = \"{long}\"\nonly = [\"annual-report\"]\n"),
        format!("[[sections]]\ntitle = \"A\"\ntext = \"{long}\"\nonly = [\"executive-summary\"]\n[[sections]]\ntitle = \"B\"\nonly = [\"annual-report\"]\nshow = [\"challenges\"]\n[[challenges]]\ntitle = \"C\"\ntext = \"{long}\"\n"),
        // Branches of a condition.
        format!("[[sections]]\ntitle = \"A\"\ntext = \"{{% if contacts.change is rise %}}More. {long}{{% else %}}Fewer. {long}{{% endif %}}\"\n"),
        // Another figure.
        "[[sections]]\ntitle = \"A\"\ntext = \"In the year there were altogether {{ contacts | compared }}. In the year there were altogether {{ referrals | compared }}.\"\n".to_owned(),
        // A recommendation that was resolved, and remarks on two actions.
        "[[recommendations]]\ntext = \"That the yearly report be received.\"\n[[resolutions]]\ntext = \"That the yearly report be received.\"\n".to_owned(),
        "[[actions]]\naction = \"A\"\nowner = \"O\"\nstatus = \"green\"\ncomment = \"Most schools have already done so.\"\n[[actions]]\naction = \"B\"\nowner = \"O\"\nstatus = \"green\"\ncomment = \"Most schools have already done so.\"\n".to_owned(),
        // One action for two owners; two people of one role.
        "[[actions]]\naction = \"Train every member of staff in it.\"\nowner = \"Police\"\nstatus = \"green\"\n[[actions]]\naction = \"Train every member of staff in it.\"\nowner = \"Council\"\nstatus = \"green\"\n".to_owned(),
        "[[presenters]]\nrole = \"Business manager of the safeguarding children board\"\n[[presenters]]\nrole = \"Business manager of the safeguarding children board\"\n".to_owned(),
    ] {
        assert_found(&added, &[]);
    }
}

#[test]
fn sections_limited_to_templates_that_overlap_are_compared() {
    let long = "Every school now hears by the start of the next school day.";
    assert_found(
        &format!(
            "[[sections]]\ntitle = \"A\"\ntext = \"{long}\"\nonly = [\"a\", \"b\"]\n[[sections]]\ntitle = \"B\"\ntext = \"{long}\"\nonly = [\"b\", \"c\"]\n"
        ),
        &["12:9 repeated-text"],
    );
}

#[test]
fn acronyms_that_are_nowhere_spelt_out_are_found_once_at_their_first_use() {
    for (added, expected) in [
        (
            "summary = \"The LADO heard of more. The LADO’s post is new.\"\n",
            &["6:16 acronym-not-spelt-out"][..],
        ),
        (
            "summary = \"Two ICPCs, a JTAI and an MDT.\"\n",
            &["6:16 acronym-not-spelt-out", "6:25 acronym-not-spelt-out", "6:37 acronym-not-spelt-out"],
        ),
        ("footer = \"By the QAG\"\n", &["6:18 acronym-not-spelt-out"]),
        (
            "[[sections]]\ntitle = \"LADO\"\ntext = \"A.\"\ntables = [{ caption = \"The MASH\", figures = [\"contacts\"], columns = [\"this year\"] }]\n",
            &["7:10 acronym-not-spelt-out", "9:28 acronym-not-spelt-out"],
        ),
        (
            "[[glossary]]\nterm = \"NRM\"\nmeaning = \"Where victims are referred to.\"\n",
            &["7:9 acronym-not-spelt-out"],
        ),
        ("summary = \"A front door (MASH).\"\n", &["6:26 acronym-not-spelt-out"]),
    ] {
        assert_found(added, expected);
    }
}

#[test]
fn acronyms_that_are_spelt_out_anywhere_or_known_to_all_are_not_found() {
    for added in [
        "summary = \"A LADO.\"\n[[sections]]\ntitle = \"A\"\ntext = \"The local authority designated officer (LADO).\"\n",
        "summary = \"A LADO (local authority designated officer).\"\n",
        "summary = \"An ICPC.\"\n[[glossary]]\nterm = \"ICPC\"\nspelt_out = \"initial child protection conference\"\nmeaning = \"A meeting.\"\n",
        "summary = \"A CDOP.\"\n[[glossary]]\nterm = \"Child death overview panel\"\nspelt_out = \"CDOP\"\nmeaning = \"A group.\"\n",
        "summary = \"An NRM.\"\n[[glossary]]\nterm = \"NRM\"\nmeaning = \"The national referral mechanism, for victims.\"\n",
        "summary = \"The NHS and a GP in the UK sent a PDF: OK? See part IV, with its RAG status. NOT on A4.\"\n",
        "summary = \"{{ contacts['source=CAMHS'] }} {% if LADO %}a{% endif %} `MASH` [b](https://MARAC.org/JTAI) www.MACE.org\"\n",
        "summary = \"KEY FACTS ABOUT CSE\"\nwebsite = \"www.DSCB.org\"\n",
    ] {
        assert_found(added, &[]);
    }
}

#[test]
fn one_thing_dated_two_ways_is_found() {
    let judgement = |date: &str, grade: &str| {
        format!("[[judgements]]\ntheme = \"Quality framework\"\nby = \"Peers\"\ndate = \"{date}\"\n{grade}\n")
    };
    let two = |one: &str, other: &str| format!("{}{}", judgement(one, ""), judgement(other, ""));
    assert_found(&two("March 2012", "March 2014"), &["14:9 dated-two-ways"]);
    assert_eq!(related(&two("March 2012", "March 2014")), (9, 9));
    assert_found(&two("March 2014", "31/03/2014"), &[]);
    assert_found(&two("March 2014", "spring 2014"), &[]);
    assert_found(
        &format!(
            "{}{}",
            judgement("March 2012", "grade = \"Adequate\""),
            judgement("March 2014", "grade = \"Good\"")
        ),
        &[],
    );

    for (added, expected) in [
        (
            "[[reviews]]\ntitle = \"Child A\"\npublished = \"May 2013\"\n[[reviews]]\ntitle = \"Child A\"\npublished = \"June 2013\"\n",
            &["11:14 dated-two-ways"][..],
        ),
        (
            "[[plan]]\ntitle = \"Neglect\"\nby = \"March 2015\"\n[[plan]]\ntitle = \"neglect\"\nby = \"May 2015\"\n",
            &["11:7 dated-two-ways"],
        ),
        (
            "[[plan]]\ntitle = \"Neglect\"\nby = \"March 2015\"\n[[plan]]\ntitle = \"Voice\"\nby = \"May 2015\"\n",
            &[],
        ),
        (
            "[[actions]]\nref = \"1.1\"\naction = \"Agree thresholds with all agencies.\"\nowner = \"O\"\ndue = \"May 2015\"\nstatus = \"amber\"\n\
             [[actions]]\nref = \"1.1\"\naction = \"Agree thresholds with all agencies.\"\nowner = \"O\"\ndue = \"June 2015\"\nstatus = \"amber\"\n",
            &["16:8 dated-two-ways"],
        ),
        (
            "[[actions]]\nref = \"1.1\"\naction = \"Report.\"\nowner = \"O\"\ndue = \"May 2015\"\nstatus = \"amber\"\n\
             [[actions]]\nref = \"1.2\"\naction = \"Report.\"\nowner = \"O\"\ndue = \"June 2015\"\nstatus = \"amber\"\n",
            &[],
        ),
    ] {
        assert_found(added, expected);
    }
}

#[test]
fn actions_past_their_date_are_found_unless_all_is_well_with_them() {
    for (due, status, expected) in [
        ("31 August 2014", "amber", &["10:8 overdue-action"][..]),
        ("August 2014", "amber/green", &["10:8 overdue-action"]),
        ("31/08/2014", "red", &["10:8 overdue-action"]),
        ("by the end of 2013", "no data", &["10:8 overdue-action"]),
        ("August 2014", "green", &[]),
        ("August 2014", "complete", &[]),
        ("1 September 2014", "red", &[]),
        ("September 2014", "red", &[]),
        ("ongoing", "red", &[]),
        ("Ongoing (reviewed each term)", "red", &[]),
        ("to be confirmed", "red", &[]),
        ("TBC", "red", &[]),
        ("-", "red", &[]),
        ("autumn 2014", "amber", &["10:8 due-not-a-date"]),
        ("31 September 2014", "amber", &["10:8 due-not-a-date"]),
        ("autumn 2014", "complete", &[]),
    ] {
        let action = format!(
            "[[actions]]\nref = \"1.1\"\naction = \"Agree thresholds.\"\nowner = \"O\"\ndue = \"{due}\"\nstatus = \"{status}\"\n"
        );
        assert_found(&action, expected);
        let undated = REPORT.replace("as_at = 2014-09-01\n", "");
        let (told, _) = found(&format!("{undated}{action}"), Awaited::Refused, &[]);
        assert_eq!(told, Vec::<String>::new(), "without a day to judge from, {due}");
    }
}

#[test]
fn an_overdue_action_is_named_with_both_days() {
    let action = "[[actions]]\naction = \"Agree thresholds.\"\nowner = \"O\"\ndue = \"August 2014\"\nstatus = \"amber\"\n";
    let (_, findings) = found(&format!("{REPORT}{action}"), Awaited::Refused, &[]);
    assert_eq!(
        findings.sorted()[0].message,
        "the action “Agree thresholds” was due by 31 August 2014 and on 1 September 2014 is still `amber`"
    );
}

#[test]
fn priorities_need_something_done() {
    for (done, expected) in [
        ("", &["7:10 nothing-done"][..]),
        ("done = []\n", &["7:10 nothing-done"]),
        ("done = [\" \"]\n", &["7:10 nothing-done"]),
        ("next = [\"Begin.\"]\n", &["7:10 nothing-done"]),
        ("done = [\"Begun.\"]\n", &[]),
    ] {
        assert_found(&format!("[[priorities]]\ntitle = \"Neglect\"\n{done}"), expected);
    }
}

#[test]
fn a_section_needs_something_in_it_and_what_it_shows() {
    let risks = "[[risks]]\nrisk = \"R\"\n";
    for (added, expected) in [
        ("[[sections]]\ntitle = \"A\"\n".to_owned(), &["7:10 empty-section"][..]),
        (
            "[[sections]]\ntitle = \"A\"\nname = \"a\"\ntext = \" \"\ntables = []\nonly = [\"x\"]\n"
                .to_owned(),
            &["7:10 empty-section"],
        ),
        ("[[sections]]\ntitle = \"A\"\nshow = [\"risks\"]\n".to_owned(), &["7:10 empty-section"]),
        (
            "[[sections]]\ntitle = \"A\"\ntext = \"B.\"\nshow = [\"risks\"]\n".to_owned(),
            &["7:10 shown-but-absent"],
        ),
        (
            format!("[[sections]]\ntitle = \"A\"\nshow = [\"risks\", \"budget\"]\n{risks}"),
            &["7:10 shown-but-absent"],
        ),
        (format!("[[sections]]\ntitle = \"A\"\nshow = [\"risks\"]\n{risks}"), &[]),
        (
            "[[sections]]\ntitle = \"A\"\n[[sections.sections]]\ntitle = \"B\"\n".to_owned(),
            &["9:10 empty-section"],
        ),
        (
            "[[sections]]\ntitle = \"A\"\n[[sections.sections]]\ntitle = \"B\"\ntext = \"C.\"\n".to_owned(),
            &[],
        ),
        ("[[appendices]]\ntitle = \"A\"\nshow = [\"actions\"]\n".to_owned(), &["7:10 shown-but-absent"]),
    ] {
        assert_found(&added, expected);
    }
}

#[test]
fn a_name_belongs_to_one_section_or_appendix() {
    let section = "[[sections]]\ntitle = \"A\"\ntext = \"B.\"\nname = \"a\"\n";
    for (added, expected) in [
        (format!("{section}{section}"), &["13:9 repeated-name"][..]),
        (
            format!("{section}[[sections.sections]]\ntitle = \"C\"\ntext = \"D.\"\nname = \"a\"\n"),
            &["13:9 repeated-name"],
        ),
        (format!("{section}[[appendices]]\ntitle = \"C\"\nname = \"a\"\n"), &["12:9 repeated-name"]),
        (format!("{section}only = [\"x\"]\n{section}only = [\"y\"]\n"), &[]),
    ] {
        assert_found(&added, expected);
    }
}

#[test]
fn contributions_that_have_not_come_stop_the_report_but_not_a_draft() {
    use Awaited::{Allowed, Refused};
    for (keys, awaited, expected) in [
        ("state = \"awaited\"\n", Refused, &["7:12 contribution-awaited"][..]),
        ("state = \"awaited\"\n", Allowed, &["7:12 contribution-awaited-in-draft"]),
        ("text = \" \"\n", Refused, &["7:12 contribution-awaited"]),
        ("text = \"We trained.\"\nstate = \"provisional\"\n", Refused, &["7:12 contribution-provisional"]),
        ("text = \"We trained.\"\nstate = \"provisional\"\n", Allowed, &["7:12 contribution-provisional"]),
        ("text = \"We trained.\"\nstate = \"final\"\n", Refused, &[]),
        ("text = \"We trained.\"\n", Refused, &[]),
    ] {
        let (told, findings) =
            found(&format!("{REPORT}[[contributions]]\npartner = \"Police\"\n{keys}"), awaited, &[]);
        assert_eq!(told, expected, "{keys}");
        assert!(findings.sorted().iter().all(|finding| finding.message.contains("Police")));
    }
}
