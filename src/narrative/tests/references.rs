//! References in text: which names there are, and what stands in prose for them.

use super::{figures, narrative, nothing_forbidden, record, text};
use crate::diagnostic::Findings;
use crate::model::{Content, Narrative, Record};
use crate::narrative::{Bound, Readiness, Story, bind};

fn part(title: &str, name: &str) -> Record {
    record([("title", Content::Plain(text(title))), ("name", Content::Plain(text(name)))])
}

fn report(prose: &str) -> Narrative {
    let mut activity = part("Activity", "activity");
    let inner = Content::Record(part("The front door", "front-door"));
    activity.fields.insert("sections", Content::List(vec![inner]));
    activity.fields.insert("text", Content::Prose(text(prose)));
    narrative([
        ("sections", Content::List(vec![Content::Record(activity)])),
        ("appendices", Content::List(vec![Content::Record(part("The plan", "plan"))])),
    ])
}

/// The story, and each finding: code, marked stretch, help.
fn told(prose: &str) -> (Story, Vec<String>) {
    let mut findings = Findings::default();
    let story = bind(&report(prose), &figures(), Readiness::Finished, &nothing_forbidden, &mut findings);
    let told = findings.sorted().into_iter().map(|finding| {
        let place = finding.place.unwrap();
        format!(
            "{} {} {}",
            finding.code.name,
            prose.get(place.start..place.end).unwrap(),
            finding.help.join(" ")
        )
    });
    let told = told.collect();
    (story, told)
}

#[test]
fn parts_are_referred_to_by_name() {
    let (story, findings) =
        told("See {{ ref(\"front-door\") }}, {{ ref('plan') }} and {{ ref(\"activity\") }}.");
    assert_eq!(findings, [""; 0]);
    let titles: Vec<&str> = story.references.iter().map(|reference| reference.title.as_str()).collect();
    assert_eq!(titles, ["The front door", "The plan", "Activity"]);
    let Some(Bound::List(sections)) = story.content.0.get("sections") else { panic!("{story:?}") };
    let Bound::Record(section) = &sections[0] else { panic!("{story:?}") };
    let Some(Bound::Prose(prose)) = section.0.get("text") else { panic!("{story:?}") };
    assert_eq!(prose.0, "See \u{E004}0\u{E001}, \u{E004}1\u{E001} and \u{E004}2\u{E001}.");
}

#[test]
fn a_name_that_nothing_has_is_found_also_where_the_data_do_not_lead() {
    for (prose, finding) in [
        ("See {{ ref(\"activty\") }}.", "unknown-reference \"activty\" did you mean `activity`?"),
        (
            "{% if contacts is fall %}{{ ref(\"zzz\") }}{% endif %}",
            "unknown-reference \"zzz\" give the section that is meant a name: `name = \"zzz\"`",
        ),
    ] {
        let (story, findings) = told(prose);
        assert_eq!(findings, [finding]);
        assert_eq!(story.references, []);
    }
}
