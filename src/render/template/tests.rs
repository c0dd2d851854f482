//! Whole pages from a story made by hand, and the faults of templates.

mod references;

use std::collections::BTreeMap;

use super::Templates;
use crate::diagnostic::Findings;
use crate::figures::Published;
use crate::load::{Files, Folder, ReadFault};
use crate::narrative::Story;
use crate::render::markdown;
use crate::render::sample::{facts, story};

struct Memory(BTreeMap<&'static str, &'static str>);

impl Folder for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).map(|text| text.as_bytes().to_vec()).ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

/// The page as Markdown, and the findings: code, file:line:column, message.
fn lay_out(
    project: &[(&'static str, &'static str)],
    name: &str,
    story: &Story,
) -> (Option<String>, Vec<String>) {
    let folder = Memory(project.iter().copied().collect());
    let mut files = Files::of(&folder);
    let mut findings = Findings::default();
    let templates = if project.is_empty() {
        Templates::builtin(&mut files)
    } else {
        Templates::with_folder("templates", None, &mut files, &mut findings)
    };
    let page = templates
        .ready((story, &Published::default()), &facts())
        .page(name, &mut findings)
        .map(|page| markdown::write(&page));
    let sources = files.into_sources();
    let said = findings.sorted().into_iter().map(|finding| {
        let place = finding.place.map(|place| {
            let file = &sources[place.file.0 as usize];
            let (line, column) = file.line_and_column(place.start);
            format!("{}:{line}:{column}", file.path)
        });
        format!("{} {} {}", finding.code.name, place.unwrap_or_default(), finding.message)
    });
    (page, said.collect())
}

const PAGE: &str = "\
# Exampleshire Safeguarding Children Board: Annual report 2013/14

**Executive summary**

1 April 2013 to 31 March 2014

The board is a statutory body. It met ~6 times.

## Safeguarding activity

There were **6,014 contacts**.

### By source

- Police

- Schools

  and colleges

**The front door**

| Figure | 2013/14 |
| :-- | --: |
| Contacts | 6,014 |

### Crime

Fell.

## What we fear

### To the board

| Risk | Impact | Comment |
| :-- | :-- | :-- |
| Money | high | none |
| People \\| posts | not given | Watched |

## Progress against the board’s priorities

### Priority 1: Neglect

It lasts.

**Led by:** the neglect group

#### What was done

- We trained >20 people:

  all of them

  - by day
  - by night

- We wrote

---

Ask for large print \\*or\\* Braille

[www.example.org](https://www.example.org)
";

#[test]
fn an_executive_summary_is_laid_out_in_the_narratives_own_order() {
    let (page, findings) = lay_out(&[], "executive-summary", &story());
    assert_eq!(findings, [""; 0]);
    assert_eq!(page.as_deref(), Some(PAGE));
}

#[test]
fn a_story_that_says_nothing_leaves_no_empty_heading() {
    let (page, findings) = lay_out(&[], "executive-summary", &Story::default());
    assert_eq!(findings, [""; 0]);
    let title = "# Exampleshire Safeguarding Children Board: Annual report 2013/14";
    let rest = "**Executive summary**\n\n1 April 2013 to 31 March 2014\n";
    assert_eq!(page, Some(format!("{title}\n\n{rest}")));
}

#[test]
fn an_unknown_template_is_named_with_those_there_are() {
    let (page, findings) = lay_out(&[], "executive-sumary", &story());
    assert_eq!(page, None);
    assert_eq!(findings, ["unknown-template  there is no template `executive-sumary`"]);
}

#[test]
fn a_project_brings_its_own_templates_and_shares_the_built_in_ones() {
    let own =
        "{% extends 'shared/page.md' %}\n{% block main %}\n## Own\n\n{{ report.summary }}\n{% endblock %}\n";
    let (page, findings) = lay_out(&[("templates/own/page.md", own)], "own", &story());
    assert_eq!(findings, [""; 0]);
    assert!(page.is_some_and(|page| page.contains("## Own\n\nThe board is a statutory body.")));
}

#[test]
fn a_projects_template_takes_the_place_of_the_built_in_one() {
    let (page, _) =
        lay_out(&[("templates/executive-summary/page.md", "Just *this*.")], "executive-summary", &story());
    assert_eq!(page.as_deref(), Some("# Annual report 2013/14\n\nJust _this_.\n"));
}

#[test]
fn faults_are_found_at_the_templates_own_line_and_column() {
    for (text, finding) in [
        ("a\n  {{ report.titel }}", "template-fault templates/own/page.md:2:6 "),
        ("{% if x %}", "template-fault templates/own/page.md:1:"),
        ("{{ oops }}", "template-fault templates/own/page.md:1:4 "),
        ("{% include 'shared/none.md' %}", "template-fault templates/own/page.md:1:"),
        ("{% for s in sections %}\n\n{{ s.texts }}{% endfor %}", "template-fault templates/own/page.md:3:4 "),
    ] {
        let (page, findings) = lay_out(&[("templates/own/page.md", text)], "own", &story());
        assert_eq!((page, findings.len()), (None, 1), "{text}");
        assert!(findings[0].starts_with(finding), "{}", findings[0]);
    }
}

#[test]
fn a_fault_in_a_built_in_template_is_found_there() {
    // A project's own shared part can break a page of the program.
    let (_, findings) =
        lay_out(&[("templates/shared/sections.md", "nothing")], "executive-summary", &story());
    assert_eq!(findings.len(), 1);
    let place = "template-fault built-in:report-templates/executive-summary/page.md:";
    assert!(findings[0].starts_with(place), "{}", findings[0]);
}

#[test]
fn the_guide_to_templates_names_every_filter_and_its_example_works() {
    let guide = include_str!("../../../report-templates/README.md");
    for filter in crate::jinja::ALLOWED_FILTERS {
        assert!(guide.contains(&format!("`{filter}`")), "{filter}");
    }
    let (_, after) = guide.split_once("```jinja\n").unwrap();
    let (example, _) = after.split_once("```").unwrap();
    let (page, findings) = lay_out(&[("templates/for-members/page.md", example)], "for-members", &story());
    assert_eq!(findings, [""; 0]);
    assert!(
        page.is_some_and(|page| page.contains("## Safeguarding activity\n\nThere were **6,014 contacts**."))
    );
}

#[test]
fn judgements_are_a_table_of_grades_and_what_was_said() {
    use crate::render::sample::{list, plain, prose, record};
    let mut story = story();
    let graded = |theme: &str, grade: &str| record([("theme", plain(theme)), ("grade", plain(grade))]);
    let said =
        record([("theme", plain("Inspection")), ("by", plain("Ofsted")), ("text", prose("Good *enough*."))]);
    story.content.0.insert("judgements", list([graded("Early help", "Good"), said]));
    let (page, findings) = lay_out(&[], "executive-summary", &story);
    assert_eq!(findings, [""; 0]);
    let expected = "## Says nothing\n\n| Theme | Judgement | Made by |\n| :-- | :-- | :-- |\n\
        | Early help | Good | not given |\n\n### Inspection\n\nGood _enough_.\n\n_Ofsted_\n\n##";
    assert!(page.as_deref().is_some_and(|page| page.contains(expected)), "{page:?}");
}

#[test]
fn a_folder_without_templates_is_named() {
    let (page, findings) = lay_out(&[("text/a.md", "x")], "executive-summary", &story());
    assert!(page.is_some());
    assert_eq!(findings, ["empty-template-folder  the template folder `templates` holds no templates"]);
}

#[test]
fn every_template_of_the_folder_is_in_the_program() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("report-templates");
    let mut found = Vec::new();
    for folder in walk(&root) {
        let name = folder.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        if name.ends_with(".md") && name != "README.md" {
            found.push(name);
        }
    }
    found.sort();
    let registered: Vec<&str> = super::BUILT_IN.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, registered);
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test compares the registry with the folder in the repository"
)]
fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
