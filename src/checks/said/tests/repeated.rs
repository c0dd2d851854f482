//! Text that stands twice, and text that rightly does.

use super::super::Awaited;
use super::{REPORT, assert_found, found, related};

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
