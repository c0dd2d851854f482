//! The files of a new project, compiled in from the folders beside this file: `project` holds its data and texts,
//! `narratives` a narrative for each template. What several narratives share stands once, in `parts`: a line
//! `#:data.toml` stands for that part.

/// Data and texts of every new project, by their paths within it.
const PROJECT: &[(&str, &str)] = &[
    ("data/child-protection.csv", include_str!("project/data/child-protection.csv")),
    ("data/children-on-a-plan.csv", include_str!("project/data/children-on-a-plan.csv")),
    ("data/front-door.csv", include_str!("project/data/front-door.csv")),
    ("data/population.csv", include_str!("project/data/population.csv")),
    ("text/foreword.md", include_str!("project/text/foreword.md")),
];

/// The narratives, by the template that each is for.
const NARRATIVES: &[(&str, &str)] = &[
    ("agenda-item", include_str!("narratives/agenda-item.toml")),
    ("annual-report", include_str!("narratives/annual-report.toml")),
    ("committee-report", include_str!("narratives/committee-report.toml")),
    ("executive-summary", include_str!("narratives/executive-summary.toml")),
    ("scrutiny-briefing", include_str!("narratives/scrutiny-briefing.toml")),
];

/// What several narratives share, by the name under which they ask for it.
const PARTS: &[(&str, &str)] = &[
    ("actions.toml", include_str!("parts/actions.toml")),
    ("activity.toml", include_str!("parts/activity.toml")),
    ("data.toml", include_str!("parts/data.toml")),
    ("header.toml", include_str!("parts/header.toml")),
    ("judgements.toml", include_str!("parts/judgements.toml")),
    ("opening.toml", include_str!("parts/opening.toml")),
    ("priorities.toml", include_str!("parts/priorities.toml")),
    ("recommendations.toml", include_str!("parts/recommendations.toml")),
    ("report.toml", include_str!("parts/report.toml")),
    ("terms.toml", include_str!("parts/terms.toml")),
];

/// The name of the narrative in its project.
const NARRATIVE: &str = "narrative.toml";
/// What begins a line that stands for a part.
const PART: &str = "#:";

/// The templates for which there is a project to begin with, sorted.
pub fn templates() -> impl Iterator<Item = &'static str> {
    NARRATIVES.iter().map(|(name, _)| *name)
}

/// The files of a new project for `template`, by their paths within it, the narrative last; none where there is no
/// narrative for that template.
#[must_use]
pub fn files(template: &str) -> Option<Vec<(&'static str, String)>> {
    let (_, narrative) = NARRATIVES.iter().find(|(name, _)| *name == template)?;
    let project = PROJECT.iter().map(|(path, content)| (*path, (*content).to_owned()));
    Some(project.chain([(NARRATIVE, whole(narrative))]).collect())
}

/// The narrative with its parts in their places.
fn whole(narrative: &str) -> String {
    narrative.split_inclusive('\n').map(|line| part(line).unwrap_or(line)).collect()
}

/// The part that a line stands for.
fn part(line: &str) -> Option<&'static str> {
    let wanted = line.strip_prefix(PART)?.trim_end();
    PARTS.iter().find(|(name, _)| *name == wanted).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::{NARRATIVES, PART, PARTS, files};

    #[test]
    fn every_part_that_a_narrative_asks_for_is_there_and_every_part_is_asked_for() {
        for (name, _) in NARRATIVES {
            let (_, narrative) = files(name).unwrap().pop().unwrap();
            assert!(!narrative.contains(PART), "{name}: {narrative}");
        }
        for (part, _) in PARTS {
            let line = format!("{PART}{part}\n");
            assert!(NARRATIVES.iter().any(|(_, text)| text.contains(&line)), "nothing asks for {part}");
        }
    }

    #[test]
    fn the_narrative_is_the_last_file_so_that_half_a_project_is_none() {
        assert_eq!(files("executive-summary").unwrap().last().unwrap().0, "narrative.toml");
        assert_eq!(files("newsletter"), None);
    }
}
