//! Sections with nothing in them, that show what is not there, or that share a name.

use super::audience::Audience;
use super::faulty::Faulty;
use super::priorities::says_something;
use super::repeated::quoted;
use crate::diagnostic::codes::said::{EMPTY_SECTION, REPEATED_NAME, SHOWN_BUT_ABSENT};
use crate::diagnostic::{Finding, Findings};
use crate::model::{Content, Record, Text};

/// Keys that say how a section stands and not what is in it.
const NOT_CONTENT: &[&str] = &["title", "name", "only", "numbered", "show"];

/// Finds them, appendices included.
pub(super) fn check(content: &Record, faulty: &Faulty, findings: &mut Findings) {
    let mut sections = Vec::new();
    gather(content, &Audience::All, &mut sections);
    for (section, _) in sections.iter().filter(|(section, _)| !faulty.includes(section)) {
        what_it_shows(content, section, faulty, findings);
    }
    for appendix in content.records("appendices") {
        absent(content, appendix, faulty)
            .into_iter()
            .for_each(|block| tell_absent(appendix, block, findings));
    }
    sections.extend(content.records("appendices").map(|appendix| (appendix, Audience::All)));
    names(&sections, findings);
}

/// All sections with those within them, in order, and who sees each.
fn gather<'n>(within: &'n Record, seen_by: &Audience, found: &mut Vec<(&'n Record, Audience)>) {
    for section in within.records("sections") {
        let audience = seen_by.of_section(section);
        found.push((section, audience.clone()));
        gather(section, &audience, found);
    }
}

/// A section that is empty because of what it fails to show has one finding, and not two.
fn what_it_shows(content: &Record, section: &Record, faulty: &Faulty, findings: &mut Findings) {
    let absent = absent(content, section, faulty);
    let own = section.fields.iter().any(|(key, value)| !NOT_CONTENT.contains(key) && says_something(value));
    if own || section.list("show").len() > absent.len() {
        absent.into_iter().for_each(|block| tell_absent(section, block, findings));
    } else {
        tell_empty(section, &absent, findings);
    }
}

/// The blocks that a section shows and the narrative does not have, as far as it could be read.
fn absent(content: &Record, section: &Record, faulty: &Faulty) -> Vec<&'static str> {
    let shown = section.list("show").iter().filter_map(|item| match item {
        Content::Choice(block) => Some(*block),
        _ => None,
    });
    shown.filter(|block| !faulty.is_any() && !content.get(block).is_some_and(says_something)).collect()
}

fn tell_absent(section: &Record, block: &str, findings: &mut Findings) {
    let Some(title) = section.text("title") else { return };
    let message = format!("“{}” shows `{block}`, and the narrative has none", quoted(title.as_str()));
    let finding = Finding::new(&SHOWN_BUT_ABSENT, message)
        .at(title.whole())
        .label(format!("its `show` names `{block}`"))
        .help(format!("write `[[{block}]]`, give it under `[lists]`, or take it out of `show`"));
    findings.push(finding);
}

fn tell_empty(section: &Record, absent: &[&str], findings: &mut Findings) {
    let Some(title) = section.text("title") else { return };
    let title_words = quoted(title.as_str());
    let blocks: Vec<String> = absent.iter().map(|block| format!("`{block}`")).collect();
    let message = if blocks.is_empty() {
        format!("“{title_words}” is a heading with nothing under it")
    } else {
        format!("“{title_words}” shows only {}, which the narrative does not have", blocks.join(" and "))
    };
    let finding = Finding::new(&EMPTY_SECTION, message)
        .at(title.whole())
        .help("give it `text`, `tables` or a block to `show`, or take the section out");
    findings.push(finding);
}

/// Names are what text refers to, so no template may have two of one.
fn names(sections: &[(&Record, Audience)], findings: &mut Findings) {
    let named: Vec<(&Text, &Audience)> =
        sections.iter().filter_map(|(section, audience)| Some((section.text("name")?, audience))).collect();
    for (position, (again, seen_by)) in named.iter().enumerate() {
        let mut earlier = named.iter().take(position);
        let Some((first, _)) =
            earlier.find(|(name, seen)| name.as_str() == again.as_str() && seen.meets(seen_by))
        else {
            continue;
        };
        let message = format!("the name `{}` is taken by another section or appendix", again.as_str());
        let finding = Finding::new(&REPEATED_NAME, message)
            .at(again.whole())
            .related(first.whole(), "taken here")
            .help("give one of them another name, and correct the text that refers to it");
        findings.push(finding);
    }
}
