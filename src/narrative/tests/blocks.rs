//! Blocks and tables of the narrative, whatever their depth.

use std::collections::BTreeMap;

use super::{figures, narrative, nothing_forbidden, record, text};
use crate::diagnostic::Findings;
use crate::figures::Figure;
use crate::model::{Content, Narrative};
use crate::narrative::{Bound, Readiness, bind};
use crate::words::samples::{Altered, count, published};

fn section(fields: impl IntoIterator<Item = (&'static str, Content)>) -> Narrative {
    narrative([("sections", Content::List(vec![Content::Record(record(fields))]))])
}

#[test]
fn nested_blocks_are_bound_with_the_path_of_each_use() {
    let point = record([
        ("text", Content::Prose(text("Trained {{ contacts }}"))),
        ("items", Content::List(vec![Content::Prose(text("and {{ referrals }}"))])),
    ]);
    let narrative = section([
        ("title", Content::Plain(text("Activity"))),
        ("done", Content::List(vec![Content::Record(point)])),
        ("impact", Content::Choice("high")),
    ]);
    let mut findings = Findings::default();
    let story = bind(&narrative, &figures(), Readiness::Finished, &nothing_forbidden, &mut findings);
    let paths: Vec<&str> = story.uses.iter().map(|u| u.path.as_str()).collect();
    assert_eq!(paths, ["sections[1].done[1].items[1]", "sections[1].done[1].text"]);
    let Some(Bound::List(sections)) = story.content.0.get("sections") else { panic!("{story:?}") };
    let Bound::Record(section) = &sections[0] else { panic!("{story:?}") };
    assert_eq!(section.0.get("title"), Some(&Bound::Plain("Activity".to_owned())));
    assert_eq!(section.0.get("impact"), Some(&Bound::Choice("high")));
}

#[test]
fn a_table_has_a_row_for_each_figure_and_no_empty_cell() {
    let table = record([
        ("caption", Content::Plain(text("The front door"))),
        (
            "figures",
            Content::List(
                ["contacts", "crimes", "referrals[\"2012/13\"]", "contacts[\"source=Police\"]"]
                    .map(|name| Content::Figure(text(name)))
                    .to_vec(),
            ),
        ),
        (
            "columns",
            Content::List(vec![
                Content::Choice("this year"),
                Content::Choice("last year"),
                Content::Choice("change"),
                Content::Choice("change percent"),
                Content::Plain(text("2011/12")),
            ]),
        ),
    ]);
    let narrative = section([("tables", Content::List(vec![Content::Record(table)]))]);
    let mut all: Vec<Figure> = figures().everything().iter().map(|figure| (**figure).clone()).collect();
    all.push(count("contacts[2011/12]", "5001"));
    all.push(count("referrals[2012/13]", "15").label("Referrals, 2012/13"));
    let mut findings = Findings::default();
    let story = bind(&narrative, &published(all), Readiness::Finished, &nothing_forbidden, &mut findings);
    assert_eq!(findings.sorted().len(), 0, "{findings:?}");
    let Some(Bound::List(sections)) = story.content.0.get("sections") else { panic!() };
    let Bound::Record(section) = &sections[0] else { panic!() };
    let Some(Bound::List(tables)) = section.0.get("tables") else { panic!() };
    let Bound::Table(table) = &tables[0] else { panic!() };
    assert_eq!(table.caption.to_string(), "The front door");
    assert_eq!(table.columns, ["Figure", "2013/14", "2012/13", "Change", "Change (%)", "2011/12"]);
    let rows: BTreeMap<&str, Vec<&str>> = table
        .rows
        .iter()
        .map(|row| (row.header.as_str(), row.cells.iter().map(|cell| cell.words.as_str()).collect()))
        .collect();
    assert_eq!(rows["Contacts"], ["40", "[z]", "[z]", "[z]", "[z]"]);
    assert_eq!(rows["Recorded crimes"], ["[awaited]", "[z]", "[z]", "[z]", "[z]"]);
    assert_eq!(rows["Referrals, 2012/13"], ["15", "[z]", "[z]", "[z]", "[z]"]);
    let first: Vec<&str> = table.rows[0].cells.iter().map(|cell| cell.words.as_str()).collect();
    assert_eq!(first, ["6,014", "5,566", "448", "8.0", "5,001"]);
    assert_eq!(story.uses[0].path, "sections[1].tables[1].figures[1]");
}

#[test]
fn braces_in_a_title_are_found() {
    let narrative = section([("title", Content::Plain(text("Our {{ contacts }}")))]);
    let mut findings = Findings::default();
    bind(&narrative, &figures(), Readiness::Finished, &nothing_forbidden, &mut findings);
    assert_eq!(findings.sorted()[0].code.name, "figure-in-plain-text");
}
